//! The papers of a cell, made in memory: all of them or none.

use super::batch::{Batch, Cell, sha256};
use super::dossier;
use super::manifest::{Figures, Manifest, PaperEntry, inputs_hash, manifest_of};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::document::profile::ProfileId;
use crate::render::{Format, RenderError, Renderer};
use crate::rules::Stage;
use crate::template::{
    Paper, PaperId, PaperKind, Templates, write_batch_paper, write_paper,
};
use thiserror::Error;

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
    /// Each file's name and bytes.
    pub files: Files,
    /// What the folder's manifest says, without files that are carried over.
    pub manifest: Manifest,
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
    templates_hash: String,
    options: BuildOptions,
}

impl Builder {
    /// Prepares templates and fonts.
    ///
    /// # Errors
    ///
    /// When a template is wrong or a font cannot be read.
    pub fn new(templates: Templates, options: BuildOptions) -> Result<Self, BuildError> {
        let mut text = String::new();
        for (name, source) in templates.sources() {
            text.push_str(name);
            text.push('\0');
            text.push_str(source);
            text.push('\0');
        }
        Ok(Self {
            templates,
            renderer: Renderer::new()?,
            templates_hash: sha256(text.as_bytes()),
            options,
        })
    }

    /// What is to be written.
    pub fn options(&self) -> &BuildOptions {
        &self.options
    }

    /// Makes the papers of a cell; `Ok(None)` when the cell has an error.
    ///
    /// # Errors
    ///
    /// When a template or a renderer fails.
    pub fn make(&self, cell: &mut Cell) -> Result<Option<CellPapers>, BuildError> {
        let merge = self.options.merge;
        let papers = self.fill(cell, |kind| merge || self.options.names(kind))?;
        let Some(results) = &cell.results else {
            return Ok(None);
        };
        if cell.report.has_errors() {
            return Ok(None);
        }
        let is_waiting = results.stage != Stage::Settled;
        let (mut files, mut manifest) = self.render(&papers, manifest_of(cell))?;
        if merge && !papers.is_empty() {
            let (bytes, pages) = dossier::join(&self.renderer, cell, &papers)?;
            let entry = self.dossier_entry(&manifest, &papers, (&bytes, pages));
            manifest.papers.push(entry);
            files.push((dossier::FILE.to_owned(), bytes));
        }
        Ok(Some(CellPapers {
            files,
            manifest,
            is_waiting,
        }))
    }

    /// What the manifest says of the papers joined in one file.
    fn dossier_entry(
        &self,
        manifest: &Manifest,
        papers: &[Paper],
        (bytes, pages): (&[u8], usize),
    ) -> PaperEntry {
        PaperEntry {
            file: dossier::FILE.to_owned(),
            kind: dossier::KIND.to_owned(),
            sha256: sha256(bytes),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            pages,
            inputs: inputs_hash(&manifest.sources),
            templates: self.templates_hash.clone(),
            options: dossier::contents_hash(papers),
        }
    }

    /// Finds what only the papers bring out, without rendering them: characters that
    /// cannot be printed.
    ///
    /// # Errors
    ///
    /// When a template fails.
    pub fn check(&self, cell: &mut Cell) -> Result<(), BuildError> {
        self.fill(cell, |_| true).map(|_| ())
    }

    /// The documents of a cell without errors; an error that only they bring out goes
    /// to the cell's report.
    fn fill(
        &self,
        cell: &mut Cell,
        is_named: impl Fn(PaperKind) -> bool,
    ) -> Result<Vec<Paper>, BuildError> {
        let mut papers = Vec::new();
        let Some(facts) = cell.facts().filter(|_| !cell.report.has_errors()) else {
            return Ok(papers);
        };
        let own = cell.sources.first().map_or("", |source| &*source.file);
        let mut lacking = Report::default();
        for id in facts.papers().into_iter().filter(|id| is_named(id.kind)) {
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
    /// findings in the batch's report, when only they bring out an error.
    pub(super) fn make_committees(
        &self,
        batch: &mut Batch,
        manifest: Manifest,
    ) -> Result<Option<CellPapers>, BuildError> {
        let Some(facts) = batch.facts() else {
            return Ok(None);
        };
        let mut papers = Vec::new();
        let mut lacking = Report::default();
        let named = |id: &PaperId| self.options.names(id.kind);
        for id in facts.papers().into_iter().filter(named) {
            let profile = self.options.profile;
            let paper = write_batch_paper(&self.templates, &facts, id, profile)
                .map_err(|fault| BuildError::Template(vec![*fault]))?;
            if let Some(paper) = paper {
                let own = batch.parent.as_ref().map_or("", |parent| &*parent.file);
                self.check_glyphs(own, &paper, &mut lacking);
                papers.push(paper);
            }
        }
        if lacking.has_errors() {
            let mut report = std::mem::take(&mut batch.report);
            report.extend(lacking);
            batch.report = report.sorted();
            return Ok(None);
        }
        let (files, manifest) = self.render(&papers, manifest)?;
        Ok(Some(CellPapers {
            files,
            manifest,
            is_waiting: false,
        }))
    }

    /// P01: a character that the font lacks, at the cell it came from, or else in the
    /// file whose papers they are.
    fn check_glyphs(&self, own: &str, paper: &Paper, report: &mut Report) {
        for missing in self.renderer.missing_glyphs(&paper.document) {
            let origin = missing.trace.and_then(|trace| paper.traces.origin(trace));
            let place = origin.and_then(|origin| origin.cells.first().cloned());
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

    /// Renders papers and adds them to their folder's manifest.
    fn render(
        &self,
        papers: &[Paper],
        mut manifest: Manifest,
    ) -> Result<(Files, Manifest), BuildError> {
        let mut figures = Figures::default();
        let mut files = Vec::new();
        let mut profiles = Vec::new();
        let inputs = inputs_hash(&manifest.sources);
        let named = papers.iter().filter(|it| self.options.names(it.id.kind));
        for paper in named {
            figures.add(paper);
            let profile = paper.profile.profile();
            let formats = &self.options.formats;
            let rendered = self.renderer.render(&paper.document, profile, formats)?;
            for (format, bytes) in rendered.files {
                let file = file_name(paper.id, format);
                profiles.push((file.clone(), paper.profile.name().to_owned()));
                manifest.papers.push(PaperEntry {
                    file: file.clone(),
                    kind: paper.id.kind.slug().to_owned(),
                    sha256: sha256(&bytes),
                    bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
                    pages: rendered.pages,
                    inputs: inputs.clone(),
                    templates: self.templates_hash.clone(),
                    options: sha256(paper.profile.name().as_bytes()),
                });
                files.push((file, bytes));
            }
        }
        manifest.profiles = profiles.into_iter().collect();
        manifest.figures = figures.entries();
        Ok((files, manifest))
    }
}

/// Names of files with their bytes.
type Files = Vec<(String, Vec<u8>)>;

/// The name of a paper's file.
fn file_name(id: PaperId, format: Format) -> String {
    format!("{}.{}", id.file_stem(), format.extension())
}
