//! A batch on its way to papers: every book is read for what concerns several cells, then
//! cell after cell is judged and handed over, and let go.
//!
//! Of a large batch only a digest of each cell stays in memory between the two; its book
//! is then read a second time.

mod roll;
mod threads;

use super::batch::{Batch, Cell, PARENT_FOLDER, SourceHash};
use super::input::{BatchFiles, BatchPaths, BookPath, InputError};
use super::pictures::read_pictures;
use super::slug::{distinct_slugs, slug};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::import::{CellBook, SourceFile, read_book};
use crate::model::{NameKey, Parent};
use crate::rules::{CellDigest, check_together};
use rayon::prelude::*;
use roll::compare;
use std::borrow::Cow;
use std::io;
use std::path::Path;
use std::sync::Arc;
use threads::apart;

/// So many books stay in memory between the two readings: some 80 kB each. Of a larger
/// batch reading the others twice is a twentieth of the work.
const KEPT: usize = 500;
/// No limit for all books together: they are never in memory together.
const UNLIMITED: u64 = u64::MAX;

/// A batch whose books were read once.
#[derive(Debug)]
pub struct Survey<'a> {
    /// Its name: of its folder or its workbook.
    pub name: String,
    /// The committee's workbook.
    pub parent: Option<Arc<Parent>>,
    /// Files that the disk did not give, and why.
    pub failures: Vec<InputError>,
    source: Source<'a>,
    books: Vec<Surveyed>,
    parent_source: Option<SourceHash>,
    /// What the names of files count from.
    folder: &'a Path,
    unread: Vec<Arc<str>>,
    report: Report,
}

/// Where the books come from.
#[derive(Debug, Clone, Copy)]
enum Source<'a> {
    Memory(&'a [Vec<SourceFile>]),
    /// Of so many books from the first what was read stays in memory.
    Disk(&'a [Vec<BookPath>], usize),
}

/// One book that was read.
#[derive(Debug, Default)]
struct Surveyed {
    sources: Vec<SourceHash>,
    cells: Vec<Stub>,
    /// What was read; none of a book that is to be read again.
    kept: Option<Vec<CellBook>>,
}

/// What stays of a cell until it is judged.
#[derive(Debug)]
struct Stub {
    name: String,
    folder: String,
    members: usize,
    ballots: usize,
    /// What was found across cells.
    found: Report,
    /// Whether its papers are asked for.
    is_wanted: bool,
}

/// A book as read: the half that is kept, and what the batch makes of the rest.
#[derive(Default)]
struct Reading {
    book: Surveyed,
    digests: Vec<CellDigest>,
    parent: Option<Box<Parent>>,
    report: Report,
    unread: Vec<Arc<str>>,
    failures: Vec<InputError>,
}

/// The files of a book, with what could not be read of them.
#[derive(Default)]
struct Taken<'a> {
    files: Cow<'a, [SourceFile]>,
    too_large: Vec<(Arc<str>, Problem)>,
    missing: Vec<Arc<str>>,
    failures: Vec<InputError>,
}

impl<'a> Survey<'a> {
    /// Surveys files that are in memory.
    pub(super) fn of_files(files: &'a BatchFiles) -> Self {
        let source = Source::Memory(&files.books);
        let found = (files.name.as_str(), files.not_read.as_slice());
        apart(source.len(), || {
            Self::of(source, &files.folder, found, &|| true)
        })
    }

    /// Surveys the files of a batch on the disk. Asks before each book whether to go on;
    /// what is left unread when it is not is missing without a word.
    pub fn of_paths(paths: &'a BatchPaths, goes_on: &(dyn Fn() -> bool + Sync)) -> Self {
        Self::keeping(KEPT, paths, goes_on)
    }

    fn keeping(
        kept: usize,
        paths: &'a BatchPaths,
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Self {
        let source = Source::Disk(&paths.books, kept);
        let found = (paths.name.as_str(), paths.not_read.as_slice());
        apart(source.len(), || {
            Self::of(source, &paths.folder, found, goes_on)
        })
    }

    fn of(
        source: Source<'a>,
        folder: &'a Path,
        (name, not_read): (&str, &[(Arc<str>, Problem)]),
        goes_on: &(dyn Fn() -> bool + Sync),
    ) -> Self {
        let mut survey = Self {
            name: name.to_owned(),
            parent: None,
            failures: Vec::new(),
            source,
            books: Vec::new(),
            parent_source: None,
            folder,
            unread: Vec::new(),
            report: Report::default(),
        };
        if source.len() == 0 && not_read.is_empty() {
            survey.report.add(Place::file(name), Problem::NoWorkbook);
        }
        for (name, why) in not_read {
            let place = Place::file(Arc::clone(name));
            survey.report.add(place, why.clone());
            survey.unread.push(Arc::clone(name));
        }
        let indices = (0..source.len()).into_par_iter();
        let readings: Vec<Reading> = indices
            .map(|index| {
                if goes_on() {
                    Reading::of(source, index)
                } else {
                    Reading::default()
                }
            })
            .collect();
        let mut digests = Vec::new();
        for reading in readings {
            survey.add(reading, &mut digests);
        }
        survey.check(&digests);
        survey
    }

    fn add(&mut self, reading: Reading, digests: &mut Vec<CellDigest>) {
        self.report.extend(reading.report);
        self.unread.extend(reading.unread);
        self.failures.extend(reading.failures);
        digests.extend(reading.digests);
        if let Some(parent) = reading.parent {
            self.add_parent(*parent, &reading.book.sources);
        }
        self.books.push(reading.book);
    }

    fn add_parent(&mut self, parent: Parent, sources: &[SourceHash]) {
        if let Some(first) = &self.parent {
            let place = Place::file(Arc::clone(&parent.file));
            let also = vec![Place::file(Arc::clone(&first.file))];
            let problem = Problem::SecondParent;
            self.report.push(Diagnostic::between(place, also, problem));
        } else {
            let mut sources = sources.iter();
            let own = sources.find(|source| source.file == parent.file);
            self.parent_source = own.cloned();
            self.parent = Some(Arc::new(parent));
        }
    }

    /// Checks what concerns several cells, and names their folders.
    fn check(&mut self, digests: &[CellDigest]) {
        let parent = self.parent.clone();
        let parent = parent.as_deref();
        let mut found = check_together(parent, digests, &mut self.report);
        compare(parent, digests, &mut found, &mut self.report);
        let names = digests.iter().map(|digest| digest.cell().value.as_str());
        let folders = distinct_slugs(names, &[PARENT_FOLDER]);
        let stubs = self.books.iter_mut().flat_map(|book| &mut book.cells);
        for ((stub, found), folder) in stubs.zip(found).zip(folders) {
            stub.found = found;
            stub.folder = folder;
        }
    }

    /// Keeps only the cells of a name; where there is none, the cell whose folder is named
    /// so, as a name typed without accents is.
    pub fn keep_only(&mut self, name: &str) {
        let key = NameKey::of(name);
        let is_named = |stub: &Stub| NameKey::of(&stub.name) == key;
        let has_name = self.stubs().any(is_named);
        let folder = slug(name);
        for stub in self.books.iter_mut().flat_map(|book| &mut book.cells) {
            stub.is_wanted &= if has_name {
                is_named(stub)
            } else {
                stub.folder == folder
            };
        }
    }

    /// The names of all cells, in the order of their files.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.stubs().map(|stub| stub.name.as_str())
    }

    fn stubs(&self) -> impl Iterator<Item = &Stub> {
        self.books.iter().flat_map(|book| &book.cells)
    }

    /// How many cells, members and ballots there are.
    pub fn size(&self) -> (usize, usize, usize) {
        let stubs = self.stubs().filter(|stub| stub.is_wanted);
        stubs.fold((0, 0, 0), |(cells, members, ballots), stub| {
            (cells + 1, members + stub.members, ballots + stub.ballots)
        })
    }

    /// Judges every cell and keeps it whole.
    pub(super) fn judge(self) -> Batch {
        self.each(&|_| (), &|_| ()).0
    }

    /// Judges every cell, works on it, and lets go of what only that work needs; cells
    /// are worked on side by side, and what comes of them is in their order.
    pub fn work<T: Send>(self, work: impl Fn(&mut Cell) -> T + Sync) -> Worked<T> {
        let books = self.books.len();
        let each = || self.each(&work, &Cell::let_go);
        let (batch, done, failures) = apart(books, each);
        Worked {
            batch,
            done,
            failures,
        }
    }

    fn each<T: Send>(
        self,
        work: &(impl Fn(&mut Cell) -> T + Sync),
        let_go: &(impl Fn(&mut Cell) + Sync),
    ) -> (Batch, Vec<T>, Vec<InputError>) {
        let parent = self.parent;
        let shared = (parent.as_ref(), self.parent_source.as_ref());
        let (source, folder) = (self.source, self.folder);
        let mut report = self.report;
        let books = self.books.into_par_iter().enumerate();
        let worked = books.map(|(index, book)| {
            let cells = book.cells(source, index, shared)?;
            let cells = cells.into_par_iter().map(|(mut cell, found)| {
                cell.judge(found);
                let done = work(&mut cell);
                let_go(&mut cell);
                (cell, done)
            });
            Ok(cells.collect::<Vec<_>>())
        });
        // photographs take as long as a cell
        let (worked, pictures) = rayon::join(
            || worked.collect::<Vec<_>>(),
            || {
                let parent = parent.as_deref();
                parent.map(|parent| read_pictures(parent, folder, &mut report))
            },
        );
        let mut batch = Batch {
            name: self.name,
            pictures: pictures.unwrap_or_default(),
            parent_source: self.parent_source,
            cells: Vec::new(),
            unread: self.unread,
            report: report.sorted(),
            parent,
        };
        let (mut done, mut failures) = (Vec::new(), self.failures);
        for cells in worked {
            match cells {
                Ok(cells) => {
                    let (cells, of_cells): (Vec<_>, Vec<_>) = cells.into_iter().unzip();
                    batch.cells.extend(cells);
                    done.extend(of_cells);
                }
                Err((files, failure)) => {
                    batch.unread.extend(files);
                    failures.push(failure);
                }
            }
        }
        (batch, done, failures)
    }
}

/// A batch whose cells were worked on.
#[derive(Debug)]
pub struct Worked<T> {
    /// The batch, without what only the work needed.
    pub batch: Batch,
    /// What came of each cell.
    pub done: Vec<T>,
    /// Files that the disk did not give, and why.
    pub failures: Vec<InputError>,
}

impl<'a> Source<'a> {
    fn len(self) -> usize {
        match self {
            Self::Memory(books) => books.len(),
            Self::Disk(books, _) => books.len(),
        }
    }

    /// The files of a book.
    fn take(self, index: usize) -> Taken<'a> {
        match self {
            Self::Memory(books) => Taken {
                files: Cow::Borrowed(books.get(index).map_or(&[], Vec::as_slice)),
                ..Taken::default()
            },
            Self::Disk(books, _) => {
                Taken::of(books.get(index).map_or(&[], Vec::as_slice))
            }
        }
    }

    /// Whether what was read of a book stays in memory.
    fn keeps(self, index: usize) -> bool {
        match self {
            Self::Memory(_) => true,
            Self::Disk(_, kept) => index < kept,
        }
    }
}

impl Taken<'_> {
    /// All files of a book, or none: with one missing every figure would seem wrong.
    fn of(paths: &[BookPath]) -> Self {
        let mut taken = Self::default();
        let mut files = Vec::new();
        for path in paths {
            match path.read(UNLIMITED) {
                Ok(Ok(file)) => files.push(file),
                Ok(Err(why)) => taken.too_large.push((Arc::clone(&path.name), why)),
                Err(failure) => taken.failures.push(failure),
            }
        }
        if taken.failures.is_empty() {
            taken.files = Cow::Owned(files);
        } else {
            taken.missing = paths.iter().map(|path| Arc::clone(&path.name)).collect();
        }
        taken
    }
}

impl Reading {
    fn of(source: Source<'_>, index: usize) -> Self {
        let taken = source.take(index);
        let mut reading = Self::default();
        for (name, why) in taken.too_large {
            reading.report.add(Place::file(Arc::clone(&name)), why);
            reading.unread.push(name);
        }
        reading.failures = taken.failures;
        reading.unread.extend(taken.missing);
        if taken.files.is_empty() {
            return reading;
        }
        let books = read_book(&taken.files);
        let names = taken.files.iter().map(|file| Arc::clone(&file.name));
        if books.cells.is_empty() && books.parent.is_none() {
            reading.unread.extend(names);
        }
        reading.report.extend(books.report);
        reading.parent = books.parent;
        let congresses = || books.cells.iter().map(|book| &book.congress);
        reading.digests = congresses().map(CellDigest::of).collect();
        reading.book = Surveyed {
            sources: taken.files.iter().map(SourceHash::of_file).collect(),
            cells: books.cells.iter().map(Stub::of).collect(),
            kept: None,
        };
        reading.book.kept = source.keeps(index).then_some(books.cells);
        reading
    }
}

impl Stub {
    fn of(book: &CellBook) -> Self {
        Self {
            name: book.congress.cell.value.clone(),
            folder: String::new(),
            members: book.congress.members.len(),
            ballots: book.congress.ballots.len(),
            found: Report::default(),
            is_wanted: true,
        }
    }
}

/// A book that cannot be read again: its files, and why.
type Lost = (Vec<Arc<str>>, InputError);

/// The committee's workbook and its file.
type Shared<'a> = (Option<&'a Arc<Parent>>, Option<&'a SourceHash>);

impl Surveyed {
    /// The cells that are asked for, each with what was found across cells.
    fn cells(
        self,
        source: Source<'_>,
        index: usize,
        (parent, parent_source): Shared<'_>,
    ) -> Result<Vec<(Cell, Report)>, Lost> {
        if !self.cells.iter().any(|stub| stub.is_wanted) {
            return Ok(Vec::new());
        }
        let books = match self.kept {
            Some(books) => books,
            None => read_again(source, index, &self.sources).map_err(|failure| {
                let files = self.sources.iter().map(|it| Arc::clone(&it.file));
                (files.collect(), failure)
            })?,
        };
        let mut sources = self.sources;
        let parent_source = parent_source.filter(|it| !sources.contains(it)).cloned();
        sources.extend(parent_source);
        let wanted = books.into_iter().zip(self.cells);
        let wanted = wanted.filter(|(_, stub)| stub.is_wanted);
        let cells = wanted.map(|(book, stub)| {
            let cell = Cell {
                name: stub.name,
                folder: stub.folder,
                congress: book.congress,
                results: None,
                parent: parent.map(Arc::clone),
                report: book.report,
                sources: sources.clone(),
            };
            (cell, stub.found)
        });
        Ok(cells.collect())
    }
}

/// Reads a book for the second time; it must be what it was.
fn read_again(
    source: Source<'_>,
    index: usize,
    before: &[SourceHash],
) -> Result<Vec<CellBook>, InputError> {
    let mut taken = source.take(index);
    if let Some(failure) = taken.failures.pop() {
        return Err(failure);
    }
    let now = taken.files.iter().map(SourceHash::of_file);
    if now.eq(before.iter().cloned()) {
        return Ok(read_book(&taken.files).cells);
    }
    Err(InputError {
        path: before.first().map_or("", |it| &*it.file).to_owned(),
        source: io::ErrorKind::InvalidData.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::{list_input, read_input};
    use crate::template::{Templates, write_batch_paper, write_paper};
    use std::path::Path;

    const BATCHES: [&str; 3] = ["dai-hoi-2022", "tat-ca-trong-mot", "tinh-huong"];

    fn input(batch: &str) -> std::path::PathBuf {
        Path::new("fixtures").join(batch)
    }

    #[test]
    fn what_is_read_a_second_time_is_what_was_read_at_first() {
        for batch in BATCHES {
            let whole = Batch::read(&read_input(&input(batch)).unwrap());
            let paths = list_input(&input(batch)).unwrap();
            let survey = Survey::keeping(0, &paths, &|| true);
            assert_eq!(survey.size(), whole.size());
            let judged = survey.judge();
            assert_eq!(judged.report, whole.report);
            assert_eq!(judged.cells.len(), whole.cells.len());
            for (one, other) in judged.cells.iter().zip(&whole.cells) {
                assert_eq!(one.congress, other.congress);
                assert_eq!(one.results, other.results);
                assert_eq!(one.report, other.report);
                assert_eq!((&one.folder, &one.sources), (&other.folder, &other.sources));
            }
        }
    }

    #[test]
    fn the_committees_papers_miss_nothing_of_cells_that_were_let_go() {
        let templates = Templates::built_in().unwrap();
        let input = input("dai-hoi-2022");
        let paths = list_input(&input).unwrap();
        let survey = Survey::of_paths(&paths, &|| true);
        let worked = survey.work(|cell| {
            let facts = cell.facts().unwrap();
            let first = facts.papers().remove(0);
            write_paper(&templates, facts, first, None)
                .unwrap()
                .is_some()
        });
        assert_eq!(worked.done, [true; 6]);
        let whole = Batch::read(&read_input(&input).unwrap());
        let papers = [&worked.batch, &whole].map(|batch| {
            let facts = batch.facts().unwrap();
            let papers = facts.papers().into_iter();
            let papers = papers.map(|id| write_batch_paper(&templates, &facts, id, None));
            papers.collect::<Result<Vec<_>, _>>().unwrap()
        });
        assert_eq!(papers[0].len(), 2);
        assert!(papers[0] == papers[1]);
    }

    #[test]
    fn a_workbook_that_changes_between_the_readings_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.xlsx");
        let source = Path::new("fixtures/tinh-huong/bau-lan-2.xlsx");
        std::fs::copy(source, &path).unwrap();
        let paths = list_input(folder.path()).unwrap();
        let survey = Survey::keeping(0, &paths, &|| true);
        std::fs::write(&path, "changed").unwrap();
        let worked = survey.work(|_| ());
        assert_eq!(worked.done.len(), 0);
        assert_eq!(worked.failures.len(), 1);
        assert_eq!(*worked.batch.unread, ["a.xlsx".into()]);
    }
}
