//! The papers of a cell, made in memory: all of them or none.

use super::batch::{Batch, Cell};
use super::dossier;
use super::hash::sha256;
use super::manifest::{
    Figures, Manifest, PaperEntry, inputs_hash, manifest_of, source_entries,
};
use super::store::{Hashes, OldFolder};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::document::profile::ProfileId;
use crate::model::Origin;
use crate::render::{Format, RenderError, Rendered, Renderer};
use crate::rules::Stage;
use crate::template::{
    Draft, Paper, PaperId, PaperKind, Templates, draft_batch_paper, write_paper,
};
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// Which program makes the papers: a paper made by another is out of date.
const SOURCES: &str = env!("BIENBAN_SOURCES");

/// What is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuildOptions {
    /// Formats, in order.
    pub formats: Vec<Format>,
    /// Only these kinds; empty for all.
    pub only: Vec<PaperKind>,
    /// The form for all papers; none for that of each paper's date.
    pub profile: Option<ProfileId>,
    /// Whether all papers of a cell are also joined into one PDF file.
    pub merge: bool,
}

impl BuildOptions {
    /// Whether a kind of paper is to be written.
    pub(super) fn names(&self, kind: PaperKind) -> bool {
        self.only.is_empty() || self.only.contains(&kind)
    }

    /// Whether any paper of a cell is to be written.
    pub fn names_cells(&self) -> bool {
        self.only.is_empty() || !self.only.iter().all(|kind| kind.is_of_batch())
    }

    /// Whether any paper of the committee is to be written.
    pub fn names_committee(&self) -> bool {
        self.only.is_empty() || self.only.iter().any(|kind| kind.is_of_batch())
    }
}

/// The papers of one folder, ready to be stored.
#[derive(Debug)]
pub struct CellPapers {
    /// The name and bytes of each file that is made anew.
    pub files: Files,
    /// Files that are up to date and stay as they are.
    pub current: BTreeSet<String>,
    /// What the folder's manifest says, without files that are carried over.
    pub manifest: Manifest<Figures>,
    /// Whether papers still wait for facts or decisions.
    pub is_waiting: bool,
}

/// The surroundings failed: a template, or the program itself.
#[derive(Debug, Error)]
pub enum BuildError {
    /// A template.
    #[error("template")]
    Template(Vec<Diagnostic>),
    /// A renderer.
    #[error(transparent)]
    Render(#[from] RenderError),
}

/// Makes papers; made once for a batch.
#[derive(Debug)]
pub struct Builder {
    templates: Templates,
    renderer: Renderer,
    /// For each kind the hash of its template and all partials.
    templates_hashes: BTreeMap<PaperKind, String>,
    options_hash: String,
    options: BuildOptions,
}

impl Builder {
    /// Prepares templates and fonts.
    ///
    /// # Errors
    ///
    /// When a template is wrong or a font cannot be read.
    pub fn new(templates: Templates, options: BuildOptions) -> Result<Self, BuildError> {
        let hash_of = |kind: PaperKind| {
            let own = format!("{}.hbs", kind.slug());
            let mut text = String::new();
            for (name, source) in templates.sources() {
                if name == own || name.starts_with("partials/") {
                    text.extend([name, "\0", source, "\0"]);
                }
            }
            (kind, sha256(text.as_bytes()))
        };
        let templates_hashes = PaperKind::ALL.into_iter().map(hash_of).collect();
        let profile = options.profile.map_or("auto", ProfileId::name);
        let options_hash = sha256(format!("{SOURCES}\0{profile}").as_bytes());
        Ok(Self {
            templates,
            renderer: Renderer::new()?,
            templates_hashes,
            options_hash,
            options,
        })
    }

    /// What is to be written.
    pub fn options(&self) -> &BuildOptions {
        &self.options
    }

    /// Makes all papers of a cell; `Ok(None)` when the cell has an error.
    ///
    /// # Errors
    ///
    /// When a template or a renderer fails.
    pub fn make(&self, cell: &mut Cell) -> Result<Option<CellPapers>, BuildError> {
        self.make_beside(cell, &OldFolder::default())
    }

    /// Makes the papers of a cell that are not up to date in its folder; `Ok(None)` when
    /// the cell has an error.
    pub(super) fn make_beside(
        &self,
        cell: &mut Cell,
        old: &OldFolder,
    ) -> Result<Option<CellPapers>, BuildError> {
        let Some(facts) = cell.facts().filter(|_| !cell.report.has_errors()) else {
            return Ok(None);
        };
        let is_waiting = facts.results.stage != Stage::Settled;
        let inputs = inputs_hash(&source_entries(&cell.sources));
        let all = facts.papers();
        let (due, mut current) = self.due(&all, &inputs, old);
        let dossier = self
            .options
            .merge
            .then(|| self.dossier_hashes(&all, &inputs));
        let dossier = dossier.filter(|hashes| {
            let is_current = old.is_current(dossier::FILE, hashes);
            current.extend(is_current.then(|| dossier::FILE.to_owned()));
            !is_current
        });
        // all papers are joined, whichever else are to be written
        let is_due = |id: &PaperId| due.iter().any(|(due, _)| due == id);
        let filled = all.into_iter().filter(|id| dossier.is_some() || is_due(id));
        let papers = self.fill(cell, filled)?;
        if cell.report.has_errors() {
            return Ok(None);
        }
        let mut made = Rendering::of(self, &due, manifest_of(cell));
        for paper in &papers {
            made.add(paper)?;
        }
        let Rendering {
            mut files,
            mut manifest,
            ..
        } = made;
        if let Some(hashes) = dossier.filter(|_| !papers.is_empty()) {
            let (bytes, pages) = dossier::join(&self.renderer, cell, &papers)?;
            let kind = dossier::KIND;
            let entry = paper_entry(dossier::FILE, kind, (&bytes, pages), hashes);
            manifest.papers.push(entry);
            files.push((dossier::FILE.to_owned(), bytes));
        }
        Ok(Some(CellPapers {
            files,
            current,
            manifest,
            is_waiting,
        }))
    }

    /// What decides whether the papers joined in one file are up to date: all templates,
    /// and which papers are due.
    fn dossier_hashes(&self, papers: &[PaperId], inputs: &str) -> Hashes {
        let templates: String =
            self.templates_hashes.values().map(String::as_str).collect();
        let mut options = self.options_hash.clone();
        for id in papers {
            options.push('\0');
            options.push_str(&id.file_stem());
        }
        Hashes {
            inputs: inputs.to_owned(),
            templates: sha256(templates.as_bytes()),
            options: sha256(options.as_bytes()),
        }
    }

    /// Finds what only the papers bring out, without rendering them: characters that
    /// cannot be printed.
    ///
    /// # Errors
    ///
    /// When a template fails.
    pub fn check(&self, cell: &mut Cell) -> Result<(), BuildError> {
        let papers = cell.facts().map(|facts| facts.papers());
        self.fill(cell, papers.into_iter().flatten()).map(|_| ())
    }

    /// Which papers are to be made in which formats, and the files that are up to date.
    fn due(
        &self,
        papers: &[PaperId],
        inputs: &str,
        old: &OldFolder,
    ) -> (Due, BTreeSet<String>) {
        let (mut due, mut current) = (Due::new(), BTreeSet::new());
        let named = |id: &PaperId| self.options.names(id.kind);
        for id in papers.iter().copied().filter(named) {
            let hashes = self.hashes(id.kind, inputs);
            let mut formats = Vec::new();
            for format in &self.options.formats {
                let file = file_name(id, *format);
                if old.is_current(&file, &hashes) {
                    current.insert(file);
                } else {
                    formats.push(*format);
                }
            }
            if !formats.is_empty() {
                due.push((id, formats));
            }
        }
        (due, current)
    }

    fn hashes(&self, kind: PaperKind, inputs: &str) -> Hashes {
        let templates = self.templates_hashes.get(&kind);
        Hashes {
            inputs: inputs.to_owned(),
            templates: templates.cloned().unwrap_or_default(),
            options: self.options_hash.clone(),
        }
    }

    /// The documents of a cell without errors; an error that only they bring out goes
    /// to the cell's report.
    fn fill(
        &self,
        cell: &mut Cell,
        due: impl Iterator<Item = PaperId>,
    ) -> Result<Vec<Paper>, BuildError> {
        let mut papers = Vec::new();
        let Some(facts) = cell.facts().filter(|_| !cell.report.has_errors()) else {
            return Ok(papers);
        };
        let own = cell.sources.first().map_or("", |source| &*source.file);
        let mut lacking = Report::default();
        for id in due {
            let profile = self.options.profile;
            let paper = write_paper(&self.templates, facts, id, profile)
                .map_err(|fault| BuildError::Template(vec![*fault]))?;
            if let Some(paper) = paper {
                self.check_glyphs(own, &paper, &mut lacking);
                papers.push(paper);
            }
        }
        if lacking.has_errors() {
            let mut report = std::mem::take(&mut cell.report);
            report.extend(lacking);
            cell.report = report.sorted();
        }
        Ok(papers)
    }

    /// Makes the papers of a committee whose cells are all settled; `None`, with the
    /// findings in the batch's report, when only they bring out an error. Of the cells
    /// only names, files and findings are left.
    pub(super) fn make_committees(
        &self,
        batch: &mut Batch,
        manifest: Manifest<Figures>,
        old: &OldFolder,
    ) -> Result<Option<CellPapers>, BuildError> {
        let Some(facts) = batch.facts() else {
            return Ok(None);
        };
        let mut lacking = Report::default();
        let inputs = inputs_hash(&manifest.sources);
        let (due, current) = self.due(&facts.papers(), &inputs, old);
        let mut made = Rendering::of(self, &due, manifest);
        let draft = |id| draft_batch_paper(&facts, id, self.options.profile);
        let drafts: Vec<Draft> = due.iter().filter_map(|(id, _)| draft(*id)).collect();
        batch.cells.iter_mut().for_each(Cell::let_go_of_facts);
        let own = batch.parent.as_ref().map_or("", |parent| &*parent.file);
        // the long table last, when nothing else is waiting
        for draft in drafts.into_iter().rev() {
            let paper = draft
                .fill(&self.templates, &batch.pictures.by_name)
                .map_err(|fault| BuildError::Template(vec![*fault]))?;
            self.check_glyphs(own, &paper, &mut lacking);
            // let go before the next is made: it has a row for each of all cells
            if !lacking.has_errors() {
                made.add_last(paper)?;
            }
        }
        if lacking.has_errors() {
            let mut report = std::mem::take(&mut batch.report);
            report.extend(lacking);
            batch.report = report.sorted();
            return Ok(None);
        }
        Ok(Some(CellPapers {
            files: made.files,
            current,
            manifest: made.manifest,
            is_waiting: false,
        }))
    }

    /// P01: a character that the font lacks, at the cell it came from, or else in the
    /// file whose papers they are.
    fn check_glyphs(&self, own: &str, paper: &Paper, report: &mut Report) {
        for missing in self.renderer.missing_glyphs(&paper.document) {
            let origin = missing.trace.and_then(|trace| paper.traces.origin(trace));
            let place = origin.and_then(Origin::first);
            let place = place.unwrap_or_else(|| Place::file(own));
            let is_said = report
                .findings()
                .iter()
                .any(|finding| finding.place == place && finding.place.cells.is_some());
            if is_said {
                continue; // one cell printed in many places is one finding
            }
            let problem = Problem::NoGlyph {
                character: missing.character,
                text: missing.text,
                paper: paper.id.file_stem(),
            };
            report.add(place, problem);
        }
    }
}

/// The files and the manifest of a folder while its papers are rendered.
struct Rendering<'a> {
    builder: &'a Builder,
    due: &'a Due,
    /// Hash of the workbooks.
    inputs: String,
    files: Files,
    manifest: Manifest<Figures>,
}

impl<'a> Rendering<'a> {
    fn of(builder: &'a Builder, due: &'a Due, manifest: Manifest<Figures>) -> Self {
        Self {
            builder,
            due,
            inputs: inputs_hash(&manifest.sources),
            files: Vec::new(),
            manifest,
        }
    }

    /// Renders a paper and adds it; not if it is made for the dossier only.
    fn add(&mut self, paper: &Paper) -> Result<(), BuildError> {
        let Some(formats) = self.formats(paper.id) else {
            return Ok(());
        };
        self.manifest.figures.add(paper);
        let profile = paper.profile.profile();
        let writer = &self.builder.renderer;
        let rendered = writer.render(&paper.document, profile, formats)?;
        self.add_files(paper.id, paper.profile, rendered);
        Ok(())
    }

    /// The same of a paper that nothing else needs: while a table of thousands of rows is
    /// laid out, its words are held once.
    fn add_last(&mut self, paper: Paper) -> Result<(), BuildError> {
        let Some(formats) = self.formats(paper.id) else {
            return Ok(());
        };
        self.manifest.figures.add(&paper);
        let profile = paper.profile.profile();
        let writer = &self.builder.renderer;
        drop(paper.traces);
        let rendered = writer.render_last(paper.document, profile, formats)?;
        self.add_files(paper.id, paper.profile, rendered);
        Ok(())
    }

    fn formats(&self, paper: PaperId) -> Option<&'a [Format]> {
        let (_, formats) = self.due.iter().find(|(id, _)| *id == paper)?;
        Some(formats)
    }

    fn add_files(&mut self, id: PaperId, profile: ProfileId, rendered: Rendered) {
        for (format, bytes) in rendered.files {
            let file = file_name(id, format);
            let hashes = self.builder.hashes(id.kind, &self.inputs);
            let made = (bytes.as_slice(), rendered.pages);
            let entry = paper_entry(&file, id.kind.slug(), made, hashes);
            self.manifest.papers.push(entry);
            let profile = profile.name().to_owned();
            self.manifest.profiles.insert(file.clone(), profile);
            self.files.push((file, bytes));
        }
    }
}

/// What the manifest says of a file.
fn paper_entry(
    file: &str,
    kind: &str,
    (bytes, pages): (&[u8], usize),
    hashes: Hashes,
) -> PaperEntry {
    PaperEntry {
        file: file.to_owned(),
        kind: kind.to_owned(),
        sha256: sha256(bytes),
        bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        pages,
        inputs: hashes.inputs,
        templates: hashes.templates,
        options: hashes.options,
    }
}

/// Papers that are to be made, each in some formats.
type Due = Vec<(PaperId, Vec<Format>)>;

/// Names of files with their bytes.
type Files = Vec<(String, Vec<u8>)>;

/// The name of a paper's file.
fn file_name(id: PaperId, format: Format) -> String {
    format!("{}.{}", id.file_stem(), format.extension())
}
