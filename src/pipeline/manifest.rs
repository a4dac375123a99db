//! The manifest of a cell's folder, and the small index over all of them.
//!
//! Written with the papers and so always true to them. No times, no absolute paths.

mod figures;
mod pending;

use super::CellState;
use super::batch::{Cell, SourceHash};
use super::hash::sha256;
use super::results::{BallotJson, OfficeJson, ballot_lines, office_lines};
use crate::diagnostic::{Diagnostic, Place};
pub(super) use figures::each_figure;
pub use pending::Figures;
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

/// `manifest.json` in a cell's folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest<Figures = Vec<FigureEntry>> {
    /// The version that wrote it.
    pub program: String,
    /// The regulation, such as `244-QD/TW`.
    pub rules: String,
    /// The form of each file.
    pub profiles: BTreeMap<String, String>,
    /// The workbooks.
    pub sources: Vec<SourceEntry>,
    /// The files.
    pub papers: Vec<PaperEntry>,
    /// Every counted ballot.
    pub ballots: Vec<BallotJson>,
    /// Every office.
    pub offices: Vec<OfficeJson>,
    /// The findings, without words.
    pub findings: Vec<FindingEntry>,
    /// Every traced value.
    pub figures: Figures,
}

/// What a manifest says beside its figures, which are nearly all of it.
pub(super) type ManifestHead = Manifest<IgnoredAny>;

impl ManifestHead {
    /// Whether a manifest says the same beside its figures.
    pub(super) fn is_head_of<Figures>(&self, whole: &Manifest<Figures>) -> bool {
        self.program == whole.program
            && self.rules == whole.rules
            && self.profiles == whole.profiles
            && self.sources == whole.sources
            && self.papers == whole.papers
            && self.ballots == whole.ballots
            && self.offices == whole.offices
            && self.findings == whole.findings
    }
}

impl Manifest<Figures> {
    /// Puts the papers in one order, whichever of them were written last.
    pub(super) fn sort_papers(&mut self) {
        self.papers.sort_by(|a, b| a.file.cmp(&b.file));
    }
}

/// A workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceEntry {
    /// Relative to the input.
    pub file: String,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

/// A written file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperEntry {
    /// Its name in the folder.
    pub file: String,
    /// The kind of paper.
    pub kind: String,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
    /// How many pages.
    pub pages: usize,
    /// Hash of the workbooks its facts came from.
    pub inputs: String,
    /// Hash of the templates.
    pub templates: String,
    /// Hash of the options.
    pub options: String,
}

/// A finding, without words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingEntry {
    /// `error` or `warning`.
    pub severity: String,
    /// Its code.
    pub code: String,
    /// Its file.
    pub file: String,
    /// Its sheet.
    pub sheet: Option<String>,
    /// Its cell or range.
    pub cell: Option<String>,
}

/// A traced value: what is printed, where, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FigureEntry {
    /// As printed.
    pub text: String,
    /// Where it is printed.
    pub at: Vec<PlaceEntry>,
    /// The cells it was made from.
    pub cells: Vec<CellEntry>,
    /// How.
    pub rule: Cow<'static, str>,
}

/// A place in a paper.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceEntry {
    /// The paper's files without ending.
    pub paper: Arc<str>,
    /// The how-manyth traced value of the paper it is, from 1.
    #[serde(default)]
    pub order: usize,
    /// Heading and paragraph, or row and column of a table.
    pub place: Arc<str>,
}

/// Cells of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CellEntry {
    /// Relative to the input.
    pub file: Arc<str>,
    /// The sheet.
    pub sheet: Option<Arc<str>>,
    /// The cell or range.
    pub cell: Option<String>,
}

/// `manifest.json` over all folders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Index {
    /// The version that wrote it.
    pub program: String,
    /// Every batch.
    pub batches: Vec<IndexBatch>,
}

impl Index {
    /// Keeps what an older index says of cells that this one does not name.
    pub fn keep(&mut self, older: Option<Self>) {
        let Some(mut older) = older else {
            return;
        };
        for batch in std::mem::take(&mut self.batches) {
            // two inputs may have one name, but never one folder
            let is_same = |it: &&mut IndexBatch| {
                it.batch == batch.batch && it.within() == batch.within()
            };
            let same = older.batches.iter_mut().find(is_same);
            let Some(same) = same else {
                older.batches.push(batch);
                continue;
            };
            if batch.parent.is_some() {
                same.parent = batch.parent;
            }
            same.keep(batch.cells);
        }
        self.batches = older.batches;
    }
}

/// A batch of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexBatch {
    /// Its name.
    pub batch: String,
    /// Its cells.
    pub cells: Vec<IndexCell>,
    /// The folder of its committee, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<IndexCell>,
}

impl IndexBatch {
    /// Its cells, then its committee.
    pub(super) fn all(&self) -> impl Iterator<Item = &IndexCell> {
        self.cells.iter().chain(&self.parent)
    }

    /// Those whose papers are of the last run. A cell that waits has new papers; a
    /// committee that waits has none, and a faulty cell's are out of date.
    pub(super) fn up_to_date(&self) -> impl Iterator<Item = &IndexCell> {
        self.with_papers(true)
    }

    /// Those whose papers are of an earlier run, which the last one could not replace.
    pub(super) fn out_of_date(&self) -> impl Iterator<Item = &IndexCell> {
        self.with_papers(false)
    }

    fn with_papers(&self, is_of_run: bool) -> impl Iterator<Item = &IndexCell> {
        let is = |cell: &IndexCell, state: CellState| cell.state == state.name();
        let is_made = move |it: &IndexCell| {
            is(it, CellState::Written) || is(it, CellState::Unchanged)
        };
        let of_cell = move |it: &IndexCell| is_made(it) || is(it, CellState::Waiting);
        let cells = self.cells.iter().map(move |it| (it, of_cell(it)));
        let parent = self.parent.iter().map(move |it| (it, is_made(it)));
        cells
            .chain(parent)
            .filter(move |(it, is)| it.manifest.is_some() && *is == is_of_run)
            .map(|(it, _)| it)
    }

    /// The folder that holds those of its cells; none where the output itself does.
    pub(super) fn within(&self) -> Option<&str> {
        let (within, _) = self.all().next()?.folder.rsplit_once('/')?;
        Some(within)
    }

    /// Puts cells in the places of those that have their folders, or behind all.
    fn keep(&mut self, cells: Vec<IndexCell>) {
        let folders = self.cells.iter().map(|it| it.folder.clone());
        let places: BTreeMap<String, usize> = folders.zip(0..).collect();
        for cell in cells {
            let place = places.get(&cell.folder).copied();
            match place.and_then(|place| self.cells.get_mut(place)) {
                Some(place) => *place = cell,
                None => self.cells.push(cell),
            }
        }
    }
}

/// A cell of the index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexCell {
    /// Its name; `Đảng ủy …` of a committee.
    pub cell: String,
    /// Its folder, relative to the output.
    pub folder: String,
    /// `written`, `unchanged`, `faulty` or `waiting`.
    pub state: String,
    /// SHA-256 of its manifest; none without papers.
    pub manifest: Option<String>,
}

/// What a cell's manifest says beside its papers.
pub(super) fn manifest_of(cell: &Cell) -> Manifest<Figures> {
    let results = cell.results.as_ref();
    let rules = results.map_or("", |results| &results.rules.id);
    Manifest {
        ballots: results
            .map(|it| ballot_lines(&cell.name, it))
            .unwrap_or_default(),
        offices: results
            .map(|it| office_lines(&cell.name, it))
            .unwrap_or_default(),
        ..bare_manifest(rules, &cell.sources, cell.report.findings().iter())
    }
}

/// A manifest without results and papers.
pub(super) fn bare_manifest<'a, Figures: Default>(
    rules: &str,
    sources: &[SourceHash],
    findings: impl Iterator<Item = &'a Diagnostic>,
) -> Manifest<Figures> {
    let findings = findings.map(|finding| FindingEntry {
        severity: finding.severity().name().to_owned(),
        code: finding.code().to_string(),
        file: finding.place.file.to_string(),
        sheet: sheet(&finding.place),
        cell: range(&finding.place),
    });
    Manifest {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        rules: rules.to_owned(),
        profiles: BTreeMap::new(),
        sources: source_entries(sources),
        papers: Vec::new(),
        ballots: Vec::new(),
        offices: Vec::new(),
        findings: findings.collect(),
        figures: Figures::default(),
    }
}

/// What a manifest says of the files that a folder's facts came from.
pub(super) fn source_entries(sources: &[SourceHash]) -> Vec<SourceEntry> {
    let entry = |source: &SourceHash| SourceEntry {
        file: source.file.to_string(),
        sha256: source.sha256.clone(),
        bytes: source.bytes,
    };
    sources.iter().map(entry).collect()
}

/// Hash of the files that a folder's facts came from: of each its name, which papers
/// and figures tell, and what is in it.
pub(super) fn inputs_hash(sources: &[SourceEntry]) -> String {
    let mut text = String::new();
    for source in sources {
        text.extend([&*source.file, "\0", &*source.sha256, "\n"]);
    }
    sha256(text.as_bytes())
}

/// The name of a paper's files without ending, as [`PlaceEntry::paper`] has it.
pub(super) fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn cell_entry(place: Place) -> CellEntry {
    CellEntry {
        cell: range(&place),
        file: place.file,
        sheet: place.sheet.map(|sheet| sheet.name),
    }
}

fn sheet(place: &Place) -> Option<String> {
    place.sheet.as_ref().map(|sheet| sheet.name.to_string())
}

fn range(place: &Place) -> Option<String> {
    place.cells.map(|cells| cells.to_string())
}
