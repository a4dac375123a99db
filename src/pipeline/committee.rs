//! The papers of the committee ("đảng ủy"): when they are due, and what became of them.

use super::batch::{Batch, Cell, PARENT_FOLDER, SourceHash};
use super::build::Builder;
use super::manifest::{Figures, IndexCell, Manifest, bare_manifest};
use super::store::Store;
use super::{CellError, CellOutcome, CellState, PaperCount, counts, stored_state};
use crate::diagnostic::{Awaited, Diagnostic, Place, Problem, Severity};
use crate::model::Parent;
use crate::rules::Stage;
use std::collections::BTreeSet;
use std::sync::Arc;

/// Makes and stores the papers of the committee of a batch, once every cell of its list
/// is settled; `None` without its workbook. The papers of the cells come first, because
/// they may bring out errors.
///
/// # Errors
///
/// [`CellError`] when the surroundings fail: a template, the program, the disk.
pub fn build_committee(
    builder: &Builder,
    store: &Store,
    batch: &mut Batch,
    batch_folder: Option<&str>,
) -> Result<Option<CellOutcome>, CellError> {
    let Some(parent) = batch.parent.clone() else {
        return Ok(None);
    };
    let folder = PARENT_FOLDER;
    let shown = batch_folder.map_or(folder.to_owned(), |it| format!("{it}/{folder}"));
    let mut outcome = CellOutcome {
        state: CellState::Faulty,
        standing: PaperCount::default(),
        made: PaperCount::default(),
        entry: IndexCell {
            cell: name_of(&parent),
            folder: shown.clone(),
            state: String::new(),
            manifest: None,
        },
    };
    let awaited = awaited(batch, &parent);
    let is_faulty =
        own_findings(batch, &parent).any(|finding| finding.severity() == Severity::Error);
    let old = store.read(folder)?;
    let made = if is_faulty || !awaited.is_empty() {
        None
    } else {
        let manifest = manifest_of(batch, &parent);
        builder.make_committees(batch, manifest, &old)?
    };
    if let Some(made) = made {
        (outcome.standing, outcome.made) = counts(&made);
        let options = builder.options();
        let stored = store.put(folder, (&old, made), options, &mut batch.report)?;
        (outcome.state, outcome.entry.manifest) = stored_state(stored);
    } else {
        if !is_faulty && let Some(finding) = finding_of(awaited) {
            outcome.state = CellState::Waiting;
            batch.report.push(finding);
        }
        outcome.entry.manifest = store.manifest_hash(folder);
        if store.has(folder) {
            let place = Place::file(Arc::clone(&parent.file));
            batch
                .report
                .add(place, Problem::OutOfDate { folder: shown });
        }
    }
    outcome.state.name().clone_into(&mut outcome.entry.state);
    Ok(Some(outcome))
}

/// The committee's name in the index.
fn name_of(parent: &Parent) -> String {
    let own = parent.shared.organisation.as_ref();
    own.map_or("Đảng ủy".to_owned(), |own| {
        format!("Đảng ủy {}", own.value)
    })
}

/// A cell that the papers wait for, and where it is named.
struct AwaitedCell {
    name: String,
    place: Place,
    why: Awaited,
}

/// The cells that are missing, faulty or not settled.
fn awaited(batch: &Batch, parent: &Parent) -> Vec<AwaitedCell> {
    let place_in = |file: &Arc<str>| Place::file(Arc::clone(file));
    let reported = batch.reported(parent).into_iter();
    let mut awaited: Vec<AwaitedCell> = reported
        .filter_map(|(listed, cell)| {
            let place = listed.place();
            Some(AwaitedCell {
                name: listed.value.clone(),
                place: place.unwrap_or_else(|| place_in(&parent.file)),
                why: why_awaited(cell)?,
            })
        })
        .collect();
    if parent.cells.is_empty() {
        // without a list nobody knows whose a file is that cannot be read
        awaited.extend(batch.unread.iter().map(|file| AwaitedCell {
            name: file.to_string(),
            place: place_in(file),
            why: Awaited::Faulty,
        }));
    }
    awaited
}

fn why_awaited(cell: Option<&Cell>) -> Option<Awaited> {
    let Some(cell) = cell else {
        return Some(Awaited::Missing);
    };
    match &cell.results {
        _ if cell.report.has_errors() => Some(Awaited::Faulty),
        None => Some(Awaited::Faulty),
        Some(results) => (results.stage != Stage::Settled).then_some(Awaited::Unsettled),
    }
}

/// P05: which cells are awaited; none if none is.
fn finding_of(awaited: Vec<AwaitedCell>) -> Option<Diagnostic> {
    let mut places: Vec<Place> = awaited.iter().map(|it| it.place.clone()).collect();
    let cells = awaited.into_iter().map(|it| (it.name, it.why)).collect();
    (!places.is_empty()).then(|| {
        let first = places.remove(0);
        Diagnostic::between(first, places, Problem::CommitteeWaits { cells })
    })
}

/// What is found in the committee's own workbook.
fn own_findings<'a>(
    batch: &'a Batch,
    parent: &'a Parent,
) -> impl Iterator<Item = &'a Diagnostic> {
    let findings = batch.report.findings().iter();
    findings.filter(|finding| finding.place.file == parent.file)
}

/// What the manifest says beside the papers: they draw on the committee's workbook, all
/// its cells' and the photographs.
fn manifest_of(batch: &Batch, parent: &Parent) -> Manifest<Figures> {
    let reported = batch.reported(parent).into_iter();
    let cells: Vec<&Cell> = reported.filter_map(|(_, cell)| cell).collect();
    let of_cells = cells.iter().flat_map(|cell| &cell.sources);
    let all = batch.parent_source.iter().chain(of_cells);
    let all = all.chain(&batch.pictures.sources);
    let mut seen = BTreeSet::new();
    let sources: Vec<SourceHash> = all.filter(|it| seen.insert(*it)).cloned().collect();
    let day = |cell: &&&Cell| cell.congress.identity.date.as_ref().map(|it| it.value);
    let last = cells.iter().max_by_key(day);
    let rules = last.and_then(|cell| cell.results.as_ref());
    let rules = rules.map_or("", |results| &results.rules.id);
    bare_manifest(rules, &sources, own_findings(batch, parent))
}
