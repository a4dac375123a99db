//! A batch read and judged: every cell with its findings and results.

use super::hash::sha256;
use super::input::BatchFiles;
use super::pictures::Pictures;
use super::survey::Survey;
use crate::diagnostic::{Code, Diagnostic, Note, Place, Problem, Report};
use crate::import::SourceFile;
use crate::model::{Congress, NameKey, Parent, Traced};
use crate::rules::{Results, check_in_batch, judge};
use crate::template::{BatchFacts, Facts};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The folder of the parent's papers; no cell's folder has its name.
pub(super) const PARENT_FOLDER: &str = "dang-bo";

/// A batch: the cells of one committee.
#[derive(Debug)]
pub struct Batch {
    /// Its name: of its folder or its workbook.
    pub name: String,
    /// The committee's workbook.
    pub parent: Option<Arc<Parent>>,
    /// The photographs that it names.
    pub(super) pictures: Pictures,
    /// Its file.
    pub(super) parent_source: Option<SourceHash>,
    /// Its cells, in the order of their files.
    pub cells: Vec<Cell>,
    /// Workbooks that could not be read at all.
    pub unread: Vec<Arc<str>>,
    /// Findings that are no cell's own.
    pub report: Report,
}

/// One cell of a batch.
#[derive(Debug, Clone)]
pub struct Cell {
    /// Its name, without the words "Chi bộ".
    pub name: String,
    /// The name of its folder.
    pub folder: String,
    /// Its facts.
    pub congress: Congress,
    /// What the rules say; none without a date.
    pub results: Option<Results>,
    /// The committee's workbook.
    pub parent: Option<Arc<Parent>>,
    /// Its findings.
    pub report: Report,
    /// The files it was read from.
    pub sources: Vec<SourceHash>,
}

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceHash {
    /// Relative to the input.
    pub file: Arc<str>,
    /// SHA-256 in hexadecimal digits.
    pub sha256: String,
    /// Its length.
    pub bytes: u64,
}

impl SourceHash {
    pub(super) fn of(file: &Arc<str>, bytes: &[u8]) -> Self {
        Self {
            file: Arc::clone(file),
            sha256: sha256(bytes),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        }
    }

    pub(super) fn of_file(file: &SourceFile) -> Self {
        Self::of(&file.name, &file.bytes)
    }
}

impl Cell {
    /// What its papers draw on; none without results.
    pub fn facts(&self) -> Option<Facts<'_>> {
        Some(Facts {
            congress: &self.congress,
            results: self.results.as_ref()?,
            parent: self.parent.as_deref(),
        })
    }

    /// Judges it, with the committee's workbook and what was found across cells.
    pub(super) fn judge(&mut self, found: Report) {
        self.report.extend(found);
        if let Some(parent) = &self.parent {
            self.congress.identity.inherit(&parent.shared);
        }
        if has_ground(self) {
            self.results = judge(&self.congress, &mut self.report);
        }
        check_in_batch(&self.congress, self.parent.as_deref(), &mut self.report);
        leave_out_echoes(&mut self.report);
        self.report = std::mem::take(&mut self.report).sorted();
    }
}

impl Batch {
    /// Reads and judges the files of a batch.
    pub fn read(files: &BatchFiles) -> Self {
        Survey::of_files(files).judge()
    }

    /// What the papers of the committee draw on: its cells, as far as they have results,
    /// in the order of its list; none without its workbook.
    pub fn facts(&self) -> Option<BatchFacts<'_>> {
        let parent = self.parent.as_deref()?;
        let cells: Vec<Facts<'_>> = self
            .reported(parent)
            .iter()
            .filter_map(|(_, cell)| cell.as_ref()?.facts())
            .collect();
        Some(BatchFacts::new(parent, &cells, &self.pictures.by_name))
    }

    /// The cells that the committee reports on: each of its list, with its workbook if
    /// there is one; without a list all.
    pub(super) fn reported<'a>(
        &'a self,
        parent: &'a Parent,
    ) -> Vec<(&'a Traced<String>, Option<&'a Cell>)> {
        if parent.cells.is_empty() {
            let cells = self.cells.iter();
            return cells.map(|it| (&it.congress.cell, Some(it))).collect();
        }
        // of two with one name the first
        let cells = self.cells.iter().rev();
        let cells: BTreeMap<NameKey, &Cell> =
            cells.map(|cell| (NameKey::of(&cell.name), cell)).collect();
        let listed = parent.cells.iter().map(|listed| {
            let cell = cells.get(&NameKey::of(&listed.value)).copied();
            (listed, cell)
        });
        listed.collect()
    }

    /// How many cells, members and ballots there are.
    pub fn size(&self) -> (usize, usize, usize) {
        let congresses = || self.cells.iter().map(|cell| &cell.congress);
        let members = congresses().map(|it| it.members.len()).sum();
        let ballots = congresses().map(|it| it.ballots.len()).sum();
        (self.cells.len(), members, ballots)
    }

    /// Every finding: the batch's own, then cell by cell; what concerns several cells of
    /// one workbook only once.
    pub fn findings(&self) -> impl Iterator<Item = &Diagnostic> {
        let cells = self.cells.iter().flat_map(|cell| cell.report.findings());
        let mut seen: BTreeMap<(&Place, Code), Vec<&Diagnostic>> = BTreeMap::new();
        let all = self.report.findings().iter().chain(cells);
        all.filter(move |finding| {
            let same = seen.entry((&finding.place, finding.code())).or_default();
            let is_new = !same.contains(finding);
            if is_new {
                same.push(finding);
            }
            is_new
        })
    }

    /// How the sheets of every file were understood.
    pub fn notes(&self) -> impl Iterator<Item = &Note> {
        let cells = self.cells.iter().flat_map(|cell| cell.report.notes());
        self.report.notes().iter().chain(cells)
    }
}

/// Leaves out that a sheet is missing where it is there and lacks a column: that is said.
fn leave_out_echoes(report: &mut Report) {
    let lacking: Vec<NameKey> = report
        .findings()
        .iter()
        .filter(|it| matches!(it.problem, Problem::ColumnMissing { .. }))
        .filter_map(|it| Some(NameKey::of(&it.place.sheet.as_ref()?.name)))
        .collect();
    report.retain(|finding| {
        if let Problem::SheetMissing { sheet, .. } = &finding.problem {
            !lacking.contains(&NameKey::of(sheet))
        } else {
            true
        }
    });
}

/// Whether the rules have something to stand on: without the member list, or with one of
/// its columns missing, every figure would seem wrong.
fn has_ground(cell: &Cell) -> bool {
    let members = &cell.congress.members_place.sheet;
    let is_ruin = |finding: &Diagnostic| {
        let of_members = finding.place.sheet == *members;
        let problem = &finding.problem;
        let lacks_sheet = matches!(
            problem,
            Problem::SheetMissing {
                is_required: true,
                ..
            }
        );
        let lacks_rows =
            matches!(problem, Problem::ColumnMissing { .. } | Problem::NoRows);
        lacks_sheet || (lacks_rows && of_members)
    };
    !cell.report.findings().iter().any(is_ruin)
}
