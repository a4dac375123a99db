//! One folder of papers: what stands in it, and what will.

use super::super::build::{BuildOptions, CellPapers};
use super::super::dossier;
use super::super::hash::sha256;
use super::super::manifest::{
    FigureEntry, Figures, Manifest, ManifestHead, PaperEntry, each_figure, stem,
};
use super::super::refused::{Obstacle, StoreError, reading};
use super::{MANIFEST, text};
use crate::diagnostic::{Place, Problem, Report};
use crate::render::Format;
use crate::template::PaperKind;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::Path;

/// What decides whether a paper is up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::pipeline) struct Hashes {
    /// Of the workbooks its facts came from.
    pub(in crate::pipeline) inputs: String,
    /// Of its template and all partials.
    pub(in crate::pipeline) templates: String,
    /// Of the options, and of the program.
    pub(in crate::pipeline) options: String,
}

/// What stands in a folder before it is replaced.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct OldFolder {
    /// Each name, and for a paper that the manifest knows, the hash of what stands there.
    names: BTreeMap<String, Option<String>>,
    /// Names that are no text, as old archives leave them: somebody else's files.
    alien: Vec<OsString>,
    manifest: Option<ManifestHead>,
    manifest_hash: Option<String>,
    /// Whether its papers count as out of date.
    is_forced: bool,
}

/// What a name of the new folder stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A new file.
    New(Vec<u8>),
    /// What stands in the old folder under this name.
    Kept(String),
}

/// What the new folder will hold, without its manifest file.
pub(super) struct Plan {
    pub(super) contents: BTreeMap<String, Content>,
    /// What is carried over although its name is no text.
    pub(super) alien: Vec<OsString>,
    pub(super) manifest: Manifest<Figures>,
    /// The papers, without ending, whose figures are still those of the old manifest.
    kept: BTreeSet<String>,
}

impl OldFolder {
    pub(super) fn read(place: &Path, is_forced: bool) -> Result<Self, StoreError> {
        let mut old = Self {
            is_forced,
            ..Self::default()
        };
        if !place.is_dir() {
            return Ok(old);
        }
        let path = place.join(MANIFEST);
        // without it nobody could tell which papers were edited
        if fs::symlink_metadata(&path).is_ok() {
            let text = fs::read(&path).map_err(reading(&path))?;
            let manifest = serde_json::from_slice(&text);
            let damaged = |_| reading(&path)(Obstacle::DamagedManifest.into());
            old.manifest = Some(manifest.map_err(damaged)?);
            old.manifest_hash = Some(sha256(&text));
        }
        for entry in fs::read_dir(place).map_err(reading(place))? {
            let entry = entry.map_err(reading(place))?;
            let name = match entry.file_name().into_string() {
                Ok(name) => name,
                Err(alien) => {
                    old.alien.push(alien);
                    continue;
                }
            };
            let path = entry.path();
            let is_paper = old.entry(&name).is_some() && path.is_file();
            let hash = if is_paper {
                Some(sha256(&fs::read(&path).map_err(reading(&path))?))
            } else {
                None
            };
            old.names.insert(name, hash);
        }
        Ok(old)
    }

    /// Takes its papers for out of date if its manifest is there and has another hash.
    pub(super) fn forced_unless(self, known: &str) -> Self {
        let is_another = self.manifest_hash.as_deref().is_some_and(|it| it != known);
        Self {
            is_forced: self.is_forced || is_another,
            ..self
        }
    }

    fn entry(&self, file: &str) -> Option<&PaperEntry> {
        let mut papers = self.manifest.iter().flat_map(|it| &it.papers);
        papers.find(|entry| entry.file == file)
    }

    /// Whether a file is what its paper would be if it were made anew.
    pub(in crate::pipeline) fn is_current(&self, file: &str, hashes: &Hashes) -> bool {
        let entry = self.entry(file).filter(|_| !self.is_forced);
        entry.is_some_and(|entry| {
            let is_same = entry.inputs == hashes.inputs
                && entry.templates == hashes.templates
                && entry.options == hashes.options;
            is_same && self.holds(file, &entry.sha256)
        })
    }

    /// Whether a paper of the manifest stands there with this hash.
    fn holds(&self, file: &str, sha256: &str) -> bool {
        self.names.get(file).and_then(Option::as_deref) == Some(sha256)
    }

    /// Whether the folder already is what it would become; if not, the plan is completed
    /// with the figures of papers that stay.
    pub(super) fn is_already(
        &self,
        place: &Path,
        plan: &mut Plan,
    ) -> Result<bool, StoreError> {
        let is_there = self.names.len() == plan.contents.len().saturating_add(1)
            && plan.contents.iter().all(
                |(name, content)| matches!(content, Content::Kept(from) if from == name),
            );
        // with all papers stay all figures: they need not be read
        let is_same = |head: &ManifestHead| head.is_head_of(&plan.manifest);
        let is_untouched = plan.manifest.figures.is_empty();
        if is_there && is_untouched && self.manifest.as_ref().is_some_and(is_same) {
            return Ok(true);
        }
        keep_figures(place, plan)?;
        plan.manifest.figures.sort();
        Ok(is_there
            && self.manifest_hash.is_some()
            && self.manifest_hash == text::hash(&plan.manifest))
    }

    /// The hash of its manifest, if it has one.
    pub(super) fn manifest_hash(&self) -> Option<&str> {
        self.manifest_hash.as_deref()
    }

    /// What the folder becomes. Files that the program did not write are carried over;
    /// papers that somebody edited are kept beside the new ones, with a warning; papers
    /// that the options do not name, or that are up to date, stay as they are.
    pub(super) fn plan(
        &self,
        (place, folder): (&Path, &str),
        papers: CellPapers,
        options: &BuildOptions,
        report: &mut Report,
    ) -> Result<Plan, StoreError> {
        let mut plan = Plan {
            contents: BTreeMap::new(),
            alien: self.alien.clone(),
            manifest: papers.manifest,
            kept: BTreeSet::new(),
        };
        let rebuilt = papers.files.iter().map(|(name, _)| stem(name).to_owned());
        let rebuilt: BTreeSet<String> = rebuilt.collect();
        for (name, bytes) in papers.files {
            plan.contents.insert(name, Content::New(bytes));
        }
        let mut kept = BTreeSet::new();
        for (name, hash) in self.names.iter().filter(|(name, _)| *name != MANIFEST) {
            let keep = || Content::Kept(name.clone());
            let entry = self.entry(name);
            let stays = papers.current.contains(name)
                || entry.is_some_and(|entry| !is_named(entry, options));
            match (entry, plan.contents.get(name)) {
                (Some(entry), _) if stays => {
                    plan.contents.insert(name.clone(), keep());
                    plan.manifest.papers.push(entry.clone());
                    kept.insert(name.clone());
                }
                (None, None) => {
                    plan.contents.insert(name.clone(), keep());
                }
                (Some(entry), None) if hash.as_deref() == Some(&*entry.sha256) => {}
                (_, made) => {
                    let (its, is_same) = content_of(place, name, made)?;
                    if is_same {
                        plan.contents.insert(name.clone(), keep());
                    } else if entry.map(|it| &*it.sha256) != Some(&*its) {
                        let kept_as = edited_name(name, &its);
                        let path = format!("{folder}/{kept_as}");
                        let problem = Problem::EditedKept { kept_as: path };
                        report.add(Place::file(format!("{folder}/{name}")), problem);
                        plan.contents.insert(kept_as, keep());
                    }
                }
            }
        }
        if let Some(old) = &self.manifest {
            keep_profiles(&mut plan.manifest, old, &kept);
            let stems = kept.iter().map(|file| stem(file));
            let stems = stems.filter(|stem| !rebuilt.contains(*stem));
            plan.kept = stems.map(str::to_owned).collect();
        }
        plan.manifest.sort_papers();
        Ok(plan)
    }
}

/// The hash of what stands under a name, and whether the new paper is the same.
fn content_of(
    place: &Path,
    name: &str,
    made: Option<&Content>,
) -> Result<(String, bool), StoreError> {
    let path = place.join(name);
    if !path.is_file() {
        // a folder, or a link that leads nowhere
        return Ok((sha256(name.as_bytes()), false));
    }
    let bytes = fs::read(&path).map_err(reading(&path))?;
    let is_same = matches!(made, Some(Content::New(made)) if *made == bytes);
    Ok((sha256(&bytes), is_same))
}

/// Whether the options name a paper of an earlier run.
fn is_named(entry: &PaperEntry, options: &BuildOptions) -> bool {
    if entry.kind == dossier::KIND && options.merge {
        return true;
    }
    let is_kind = options.only.is_empty()
        || PaperKind::from_slug(&entry.kind)
            .is_some_and(|kind| options.only.contains(&kind));
    let formats = &options.formats;
    let is_format = Format::ALL
        .into_iter()
        .filter(|format| formats.contains(format))
        .any(|format| extension(&entry.file) == format.extension());
    is_kind && is_format
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// `<name>.sua-<8 hexadecimal digits of its hash>.<ext>`
fn edited_name(file: &str, sha256: &str) -> String {
    let hash: String = sha256.chars().take(8).collect();
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.sua-{hash}.{extension}"),
        None => format!("{file}.sua-{hash}"),
    }
}

/// Keeps the forms of papers that stay as they are.
fn keep_profiles(
    manifest: &mut Manifest<Figures>,
    old: &ManifestHead,
    kept: &BTreeSet<String>,
) {
    for (file, profile) in &old.profiles {
        if kept.contains(file) {
            manifest.profiles.insert(file.clone(), profile.clone());
        }
    }
}

/// Keeps the figures of papers that stay as they are.
fn keep_figures(place: &Path, plan: &mut Plan) -> Result<(), StoreError> {
    if plan.kept.is_empty() {
        return Ok(());
    }
    let path = place.join(MANIFEST);
    let text = fs::read(&path).map_err(reading(&path))?;
    let (kept, figures) = (&plan.kept, &mut plan.manifest.figures);
    let mut keep = |mut figure: FigureEntry| {
        figure.at.retain(|at| kept.contains(&*at.paper));
        if !figure.at.is_empty() {
            figures.keep(figure);
        }
    };
    let damaged = |_| reading(&path)(Obstacle::DamagedManifest.into());
    each_figure(&text, &mut keep).map_err(damaged)
}
