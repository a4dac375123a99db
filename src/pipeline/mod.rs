//! The stages composed: folders in, findings and papers out.
//!
//! Everything that touches the disk is here; nothing here prints.

mod annotate;
mod batch;
mod build;
mod bundle;
mod committee;
mod derivation;
mod dossier;
mod explain;
mod folders;
mod hash;
mod input;
mod manifest;
mod new_file;
mod pictures;
mod refused;
mod remains;
mod results;
mod slug;
mod starter;
mod store;
mod survey;
mod templates;
mod verify;

pub use crate::diagnostic::Lang;
pub use crate::document::profile::ProfileId;
pub use crate::import::silence_reader_panics;
pub use crate::render::Format;
pub use crate::template::{
    Field, FieldKind, MarkupElement, PaperKind, Templates, fields, markup_elements,
};
pub use annotate::{AnnotateError, Annotated, CopyState, annotate, refuse_among_inputs};
pub use batch::{Batch, Cell, SourceHash};
pub use build::{BuildError, BuildOptions, Builder, CellPapers};
pub use bundle::write_zip;
pub use committee::build_committee;
pub use derivation::results_text;
pub use explain::{ExplainError, Question, explain, rule_words};
pub use folders::FoldersError;
pub use input::{BatchFiles, BatchPaths, BookPath, InputError, list_input, read_input};
pub use manifest::{
    CellEntry, FigureEntry, Figures, FindingEntry, Index, IndexBatch, IndexCell,
    Manifest, PaperEntry, PlaceEntry, SourceEntry,
};
pub use refused::{Obstacle, Operation, StoreError};
pub use results::{BallotJson, CandidateJson, OfficeJson, StepJson, results_json};
pub use slug::slug;
pub use starter::{StarterError, write_starter};
pub use store::{Refused, Store, Stored, read_index};
pub use survey::{Survey, Worked};
pub use templates::{Exported, TemplatesError, export_templates, read_templates};
pub use verify::{Mismatch, MismatchKind, Verified, verify};

use crate::diagnostic::{Place, Problem, Report};
use std::collections::BTreeSet;

/// The folder of each batch where there are several.
pub fn distinct_folders<'a>(batches: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    slug::distinct_slugs(batches, &[])
}

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellState {
    /// New papers.
    Written,
    /// Everything was there already.
    Unchanged,
    /// An error; no papers.
    Faulty,
    /// Papers wait for facts or decisions.
    Waiting,
}

impl CellState {
    /// The name in the index.
    pub fn name(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Unchanged => "unchanged",
            Self::Faulty => "faulty",
            Self::Waiting => "waiting",
        }
    }
}

/// How many papers there are, and in how many files.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PaperCount {
    /// Papers, each in one format or more.
    pub papers: usize,
    /// Files, that which joins papers among them.
    pub files: usize,
}

impl PaperCount {
    fn of<'a>(files: impl IntoIterator<Item = &'a str>) -> Self {
        let names: Vec<&str> = files.into_iter().collect();
        // a file that joins papers is none itself
        let own = names.iter().filter(|it| **it != dossier::FILE);
        let stems: BTreeSet<&str> = own
            .filter_map(|name| Some(name.rsplit_once('.')?.0))
            .collect();
        Self {
            papers: stems.len(),
            files: names.len(),
        }
    }
}

/// What was done for one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellOutcome {
    /// What became of it.
    pub state: CellState,
    /// What its folder now has of the papers that were asked for.
    pub standing: PaperCount,
    /// What of it was not there before.
    pub made: PaperCount,
    /// Its entry in the index.
    pub entry: IndexCell,
}

/// Makes and stores the papers of one cell.
///
/// # Errors
///
/// [`CellError`] when the surroundings fail: a template, the program, the disk.
pub fn build_cell(
    builder: &Builder,
    store: &Store,
    cell: &mut Cell,
    batch_folder: Option<&str>,
) -> Result<CellOutcome, CellError> {
    let folder = cell.folder.clone();
    let shown = batch_folder.map_or(folder.clone(), |batch| format!("{batch}/{folder}"));
    let mut outcome = CellOutcome {
        state: CellState::Faulty,
        standing: PaperCount::default(),
        made: PaperCount::default(),
        entry: IndexCell {
            cell: cell.name.clone(),
            folder: shown.clone(),
            state: CellState::Faulty.name().to_owned(),
            manifest: None,
        },
    };
    let old = store.read(&folder)?;
    let Some(made) = builder.make_beside(cell, &old)? else {
        outcome.entry.manifest = store.manifest_hash(&folder);
        if store.has(&folder) {
            let problem = Problem::OutOfDate { folder: shown };
            let file = cell.congress.files.first();
            let place = Place::file(file.map_or("", |file| file));
            cell.report.add(place, problem);
        }
        return Ok(outcome);
    };
    (outcome.standing, outcome.made) = counts(&made);
    let is_waiting = made.is_waiting;
    let stored = store.put(&folder, (&old, made), builder.options(), &mut cell.report)?;
    let (state, manifest) = stored_state(stored);
    outcome.state = if is_waiting {
        CellState::Waiting
    } else {
        state
    };
    outcome.state.name().clone_into(&mut outcome.entry.state);
    outcome.entry.manifest = manifest;
    Ok(outcome)
}

/// What stands in a folder once these papers are stored, and what of it is new.
fn counts(made: &CellPapers) -> (PaperCount, PaperCount) {
    let new = || made.files.iter().map(|(name, _)| &**name);
    let current = made.current.iter().map(|name| &**name);
    (PaperCount::of(new().chain(current)), PaperCount::of(new()))
}

/// What became of a folder, and the hash of its manifest.
fn stored_state(stored: Stored) -> (CellState, Option<String>) {
    match stored {
        Stored::Written { manifest } => (CellState::Written, Some(manifest)),
        Stored::Unchanged { manifest } => (CellState::Unchanged, Some(manifest)),
        Stored::Nothing => (CellState::Waiting, None),
    }
}

/// Says of workbooks that could not be read that the papers once made from them are out
/// of date; their entries in the index.
///
/// # Errors
///
/// When the disk refuses.
pub fn keep_unread(
    batch: &mut Batch,
    store: &Store,
    batch_folder: Option<&str>,
) -> Result<Vec<IndexCell>, StoreError> {
    let mut entries = Vec::new();
    let unread = batch.unread.iter().map(|file| &**file).collect();
    // the committee's own, too, if another of its files is read
    let parents = batch.parent.is_some().then_some(batch::PARENT_FOLDER);
    let cells = batch.cells.iter().map(|cell| &*cell.folder);
    let anothers: BTreeSet<&str> = cells.chain(parents).collect();
    let mut found = Report::default();
    for (file, folder, manifest) in store.folders_of(&unread)? {
        if anothers.contains(&*folder) {
            continue;
        }
        let shown =
            batch_folder.map_or(folder.clone(), |batch| format!("{batch}/{folder}"));
        let problem = Problem::OutOfDate {
            folder: shown.clone(),
        };
        found.add(Place::file(file), problem);
        entries.push(IndexCell {
            cell: folder,
            folder: shown,
            state: CellState::Faulty.name().to_owned(),
            manifest: Some(manifest),
        });
    }
    batch.report.extend(found);
    Ok(entries)
}

/// The surroundings failed while a cell's papers were made.
#[derive(Debug, thiserror::Error)]
pub enum CellError {
    /// A template or a renderer.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The disk.
    #[error(transparent)]
    Store(#[from] StoreError),
}
