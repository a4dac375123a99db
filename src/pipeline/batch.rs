//! A batch read and judged: every cell with its findings and results.

use super::input::BatchFiles;
use super::pictures::{Pictures, read_pictures};
use super::slug::distinct_slugs;
use crate::diagnostic::{Code, Diagnostic, Note, Place, Problem, Report};
use crate::import::{SourceFile, read_book};
use crate::model::{Congress, NameKey, Parent, Traced};
use crate::rules::{CellOfBatch, Results, check_batch, judge};
use crate::template::{BatchFacts, Facts};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
}

impl Batch {
    /// Reads and judges the files of a batch.
    pub fn read(files: &BatchFiles) -> Self {
        let mut batch = Self {
            name: files.name.clone(),
            parent: None,
            pictures: Pictures::default(),
            parent_source: None,
            cells: Vec::new(),
            unread: Vec::new(),
            report: Report::default(),
        };
        if files.books.is_empty() && files.not_read.is_empty() {
            let place = Place::file(files.name.as_str());
            batch.report.add(place, Problem::NoWorkbook);
        }
        for (name, why) in &files.not_read {
            batch.report.add(Place::file(Arc::clone(name)), why.clone());
            batch.unread.push(Arc::clone(name));
        }
        for book in &files.books {
            batch.add_book(book);
        }
        batch.find_twice();
        batch.compare_list();
        if let Some(parent) = &batch.parent {
            let report = &mut batch.report;
            batch.pictures = read_pictures(parent, &files.folder, report);
        }
        for cell in &mut batch.cells {
            if let Some(parent) = &batch.parent {
                cell.congress.identity.inherit(&parent.shared);
                cell.parent = Some(Arc::clone(parent));
                let source = batch.parent_source.clone();
                let is_new = |source: &SourceHash| !cell.sources.contains(source);
                let source = source.filter(is_new);
                cell.sources.extend(source);
            }
            if has_ground(cell) {
                cell.results = judge(&cell.congress, &mut cell.report);
            }
        }
        batch.check_together();
        let names = batch.cells.iter().map(|cell| cell.name.as_str());
        let folders = distinct_slugs(names, &[PARENT_FOLDER]);
        for (cell, folder) in batch.cells.iter_mut().zip(folders) {
            cell.folder = folder;
            leave_out_echoes(&mut cell.report);
            cell.report = std::mem::take(&mut cell.report).sorted();
        }
        batch.report = std::mem::take(&mut batch.report).sorted();
        batch
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
        let listed = parent.cells.iter().map(|listed| {
            let key = NameKey::of(&listed.value);
            let mut cells = self.cells.iter();
            (listed, cells.find(|cell| NameKey::of(&cell.name) == key))
        });
        listed.collect()
    }

    /// Keeps only the cells of a name.
    pub fn keep_only(&mut self, name: &str) {
        let key = NameKey::of(name);
        self.cells.retain(|cell| NameKey::of(&cell.name) == key);
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

    fn add_book(&mut self, files: &[SourceFile]) {
        let books = read_book(files);
        if books.cells.is_empty() && books.parent.is_none() {
            self.unread
                .extend(files.iter().map(|file| Arc::clone(&file.name)));
        }
        self.report.extend(books.report);
        self.cells.extend(books.cells.into_iter().map(|book| Cell {
            name: book.congress.cell.value.clone(),
            folder: String::new(),
            congress: book.congress,
            results: None,
            parent: None,
            report: book.report,
            sources: files.iter().map(hash_of).collect(),
        }));
        let Some(parent) = books.parent else {
            return;
        };
        if let Some(first) = &self.parent {
            let place = Place::file(Arc::clone(&parent.file));
            let also = vec![Place::file(Arc::clone(&first.file))];
            let problem = Problem::SecondParent;
            self.report.push(Diagnostic::between(place, also, problem));
        } else {
            let is_it = |file: &&SourceFile| file.name == parent.file;
            self.parent_source = files.iter().find(is_it).map(hash_of);
            self.parent = Some(Arc::new(*parent));
        }
    }

    /// S17: one file for each cell.
    fn find_twice(&mut self) {
        let mut seen: BTreeMap<NameKey, Vec<usize>> = BTreeMap::new();
        for (index, cell) in self.cells.iter().enumerate() {
            seen.entry(NameKey::of(&cell.name)).or_default().push(index);
        }
        for same in seen.values().filter(|same| same.len() > 1) {
            let place_of = |index: &usize| {
                let cell = self.cells.get(*index)?;
                cell.congress.cell.place()
            };
            let places: Vec<Place> = same.iter().filter_map(place_of).collect();
            for (index, place) in same.iter().zip(&places) {
                let others = places.iter().filter(|other| *other != place).cloned();
                let others = others.collect();
                if let Some(cell) = self.cells.get_mut(*index) {
                    let problem = Problem::CellTwice {
                        cell: cell.name.clone(),
                    };
                    let finding = Diagnostic::between(place.clone(), others, problem);
                    cell.report.push(finding);
                }
            }
        }
    }

    /// Compares the cells with the committee's workbook and with each other.
    fn check_together(&mut self) {
        let cells = self.cells.iter_mut();
        let mut cells: Vec<CellOfBatch<'_>> = cells
            .map(|cell| (&cell.congress, &mut cell.report))
            .collect();
        check_batch(self.parent.as_deref(), &mut cells, &mut self.report);
    }

    /// S18: the committee's list of cells matches the workbooks.
    fn compare_list(&mut self) {
        let Some(parent) = &self.parent else {
            return;
        };
        if parent.cells.is_empty() {
            return;
        }
        let has = |name: &str, mut names: Box<dyn Iterator<Item = &str> + '_>| {
            let key = NameKey::of(name);
            names.any(|other| NameKey::of(other) == key)
        };
        for listed in &parent.cells {
            let files = self.cells.iter().map(|cell| cell.name.as_str());
            if !has(&listed.value, Box::new(files)) {
                let place = listed.place();
                let place = place.unwrap_or_else(|| Place::file(parent.file.clone()));
                let cell = listed.value.clone();
                self.report.add(place, Problem::ListedWithoutFile { cell });
            }
        }
        for cell in &mut self.cells {
            let listed = parent.cells.iter().map(|listed| listed.value.as_str());
            if !has(&cell.name, Box::new(listed))
                && let Some(place) = cell.congress.cell.place()
            {
                let problem = Problem::NotListed {
                    cell: cell.name.clone(),
                };
                cell.report.add(place.clone(), problem);
            }
        }
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

fn hash_of(file: &SourceFile) -> SourceHash {
    SourceHash::of(&file.name, &file.bytes)
}

/// SHA-256 in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let mut text = String::with_capacity(64);
    for byte in digest {
        // writing to a string cannot fail
        let _ = write!(text, "{byte:02x}");
    }
    text
}
