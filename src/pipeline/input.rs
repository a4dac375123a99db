//! Reading a batch from the disk: which files are workbooks, and which belong together.

use crate::diagnostic::{Bulk, Problem, Unread};
use crate::import::SourceFile;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Endings of workbooks.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];
/// The ending of a file that is one sheet of a cell.
const SHEET: &str = "csv";
/// Bytes of a file; one that is longer is not read into memory.
const FILE_BYTES: u64 = 100 << 20;
/// Bytes of all files of a batch, where they are in memory together.
const BATCH_BYTES: u64 = 500 << 20;

/// An input that is not there or cannot be read.
#[derive(Debug, Error)]
#[error("{path}")]
pub struct InputError {
    /// The path as given.
    pub path: String,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

/// The files of one batch, in memory.
#[derive(Debug)]
pub struct BatchFiles {
    /// The name of the folder, or of the workbook without its ending.
    pub name: String,
    /// The folder that the names of files count from.
    pub folder: PathBuf,
    /// Each workbook, or the workbooks of each subfolder, in the order of their names.
    pub books: Vec<Vec<SourceFile>>,
    /// Files that were not read, and why.
    pub not_read: Vec<(Arc<str>, Problem)>,
}

/// The files of one batch on the disk.
#[derive(Debug)]
pub struct BatchPaths {
    /// The name of the folder, or of the workbook without its ending.
    pub name: String,
    /// The folder that the names of files count from.
    pub folder: PathBuf,
    /// Each workbook, or the workbooks of each subfolder, in the order of their names.
    pub books: Vec<Vec<BookPath>>,
    /// Files that are not read, and why.
    pub not_read: Vec<(Arc<str>, Problem)>,
}

/// A workbook on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookPath {
    /// Relative to the input, with `/` between folders.
    pub name: Arc<str>,
    path: PathBuf,
}

/// Reads an input: a folder, or a single workbook.
///
/// Hidden files and the lock files of Excel (`~$…`) and LibreOffice (`.~lock.…#`) are
/// passed over, as are files that are no workbooks.
///
/// # Errors
///
/// When the input, or a file in it, cannot be read.
///
/// # Examples
///
/// ```
/// use bienban::diagnostic::Severity;
/// use bienban::pipeline::{Batch, read_input};
/// use std::path::Path;
///
/// let files = read_input(Path::new("fixtures/dai-hoi-2022"))?;
/// assert_eq!(files.books.len(), 7, "six cells and the parent");
/// let batch = Batch::read(&files);
/// let names: Vec<&str> = batch.cells.iter().map(|cell| cell.name.as_str()).collect();
/// assert_eq!(names[..2], ["Quản lý khuyến công", "Phát triển tiểu thủ công nghiệp"]);
/// let mut findings = batch.findings();
/// assert!(!findings.any(|finding| finding.severity() == Severity::Error));
/// # Ok::<(), bienban::pipeline::InputError>(())
/// ```
pub fn read_input(input: &Path) -> Result<BatchFiles, InputError> {
    let (files, failures) = list_input(input)?.read();
    failures.into_iter().next().map_or(Ok(files), Err)
}

/// Lists the workbooks of an input as [`read_input`] does, and reads none.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn list_input(input: &Path) -> Result<BatchPaths, InputError> {
    let is_folder = fs::metadata(input).map_err(fail(input))?.is_dir();
    let mut paths = BatchPaths {
        name: name_of(input, is_folder),
        folder: if is_folder {
            input.to_owned()
        } else {
            input.parent().map(Path::to_owned).unwrap_or_default()
        },
        books: Vec::new(),
        not_read: Vec::new(),
    };
    if is_folder {
        for path in entries(input).map_err(fail(input))? {
            if path.is_dir() {
                paths.add_subfolder(&path)?;
            } else if is_workbook(&path) || is_sheet(&path) {
                paths.add_single(&path);
            }
        }
    } else {
        paths.add_single(input);
    }
    Ok(paths)
}

/// The error of a path.
fn fail(path: &Path) -> impl FnOnce(io::Error) -> InputError {
    let path = path.display().to_string();
    move |source| InputError { path, source }
}

impl BatchPaths {
    /// Reads every workbook that the disk gives, and says of the others why it does not.
    /// Of the files of one cell all are there, or none: with one missing every figure
    /// would seem wrong.
    pub fn read(self) -> (BatchFiles, Vec<InputError>) {
        let mut left = BATCH_BYTES;
        let mut files = BatchFiles {
            name: self.name,
            folder: self.folder,
            books: Vec::new(),
            not_read: self.not_read,
        };
        let mut failures = Vec::new();
        for paths in self.books {
            let mut book = Vec::new();
            let before = failures.len();
            for path in paths {
                match path.read(left) {
                    Ok(Ok(file)) => {
                        let length = u64::try_from(file.bytes.len()).unwrap_or(u64::MAX);
                        left = left.saturating_sub(length);
                        book.push(file);
                    }
                    Ok(Err(why)) => files.not_read.push((path.name, why)),
                    Err(failure) => failures.push(failure),
                }
            }
            if !book.is_empty() && failures.len() == before {
                files.books.push(book);
            }
        }
        (files, failures)
    }

    /// Adds a file that is a book of its own; a mere sheet is none.
    fn add_single(&mut self, path: &Path) {
        let name: Arc<str> = file_name(path).into();
        if is_sheet(path) {
            let what = Unread::Csv;
            self.not_read.push((name, Problem::NotReadYet { what }));
        } else {
            let path = path.to_owned();
            self.books.push(vec![BookPath { name, path }]);
        }
    }

    /// Adds the files of a subfolder as one book.
    fn add_subfolder(&mut self, folder: &Path) -> Result<(), InputError> {
        let mut book = Vec::new();
        for path in entries(folder).map_err(fail(folder))? {
            if is_workbook(&path) || is_sheet(&path) {
                let name = format!("{}/{}", file_name(folder), file_name(&path));
                let name: Arc<str> = name.into();
                book.push(BookPath { name, path });
            }
        }
        if !book.is_empty() {
            self.books.push(book);
        }
        Ok(())
    }
}

impl BookPath {
    /// Reads the file; a reason instead, if it is larger than a workbook may be or than
    /// what is left for the batch. What it holds counts, not what the folder says of it:
    /// a device has no length and no end.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub(super) fn read(
        &self,
        left: u64,
    ) -> Result<Result<SourceFile, Problem>, InputError> {
        let path = &self.path;
        let declared = fs::metadata(path).map_err(fail(path))?.len();
        let most = FILE_BYTES.min(left);
        let mut bytes = Vec::new();
        if declared <= most {
            // one more, so that the end is seen without growing
            bytes.reserve(usize::try_from(declared).map_or(0, |it| it + 1));
            let file = File::open(path).map_err(fail(path))?;
            let mut file = file.take(most.saturating_add(1));
            file.read_to_end(&mut bytes).map_err(fail(path))?;
        }
        let length = declared.max(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        if length <= most {
            let name = Arc::clone(&self.name);
            return Ok(Ok(SourceFile { name, bytes }));
        }
        let (limit, what) = if length > FILE_BYTES {
            (FILE_BYTES, Bulk::FileBytes)
        } else {
            (BATCH_BYTES, Bulk::BatchBytes)
        };
        Ok(Err(Problem::TooLarge { limit, what }))
    }
}

/// What a folder holds, by name, without what is passed over.
fn entries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = file_name(&path);
        if !name.starts_with('.') && !name.starts_with("~$") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// A link that leads nowhere is one that cannot be read; a pipe without end is none.
fn is_workbook(path: &Path) -> bool {
    has_ending(path, &WORKBOOKS) && (path.is_file() || !path.exists())
}

fn is_sheet(path: &Path) -> bool {
    has_ending(path, &[SHEET])
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    ending.is_some_and(|ending| endings.contains(&&*ending.to_ascii_lowercase()))
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// The name of a batch; `.` and `..` are named by the folder they mean.
fn name_of(input: &Path, is_folder: bool) -> String {
    let named = if is_folder {
        input.file_name()
    } else {
        input.file_stem()
    };
    match named {
        Some(name) => name.to_string_lossy().into_owned(),
        None => fs::canonicalize(input)
            .map(|path| file_name(&path))
            .unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files, each holding `x`.
    fn folder(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        }
        root
    }

    fn names(files: &BatchFiles) -> Vec<Vec<&str>> {
        files
            .books
            .iter()
            .map(|book| book.iter().map(|file| &*file.name).collect())
            .collect()
    }

    #[test]
    fn lock_files_hidden_files_and_other_kinds_are_passed_over() {
        let root = folder(&[
            "a.xlsx",
            "~$a.xlsx",
            ".~lock.a.xlsx#",
            ".b.xlsx",
            "c.docx",
            "Hòa Bình/Đảng viên.csv",
            "Hòa Bình/~$d.xlsx",
            "Hòa Bình/d.ODS",
            "Trống/~$e.xlsx",
        ]);
        let files = read_input(root.path()).unwrap();
        let expected = [
            vec!["Hòa Bình/d.ODS", "Hòa Bình/Đảng viên.csv"],
            vec!["a.xlsx"],
        ];
        assert_eq!(names(&files), expected);
        assert_eq!(files.not_read, []);
    }

    #[test]
    fn a_csv_that_is_no_cells_sheet_is_left_out_with_a_reason() {
        let root = folder(&["Đảng viên.csv", "a.xlsx"]);
        let why = Problem::NotReadYet { what: Unread::Csv };
        let expected = [("Đảng viên.csv".into(), why)];
        let files = read_input(root.path()).unwrap();
        assert_eq!(files.not_read, expected);
        assert_eq!(names(&files), [["a.xlsx"]]);
        let alone = read_input(&root.path().join("Đảng viên.csv")).unwrap();
        assert_eq!(alone.not_read, expected);
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_read() {
        let root = folder(&["a.xlsx", "b.xlsx"]);
        let file = File::create(root.path().join("a.xlsx")).unwrap();
        // without taking room on the disk
        file.set_len(FILE_BYTES + 1).unwrap();
        let files = read_input(root.path()).unwrap();
        let why = Problem::TooLarge {
            limit: FILE_BYTES,
            what: Bulk::FileBytes,
        };
        assert_eq!(files.not_read, [("a.xlsx".into(), why)]);
        assert_eq!(names(&files), [["b.xlsx"]]);
    }

    #[test]
    fn a_file_that_is_not_there_is_the_surroundings_fault() {
        let root = folder(&[]);
        let error = read_input(&root.path().join("a.xlsx")).unwrap_err();
        assert!(error.path.ends_with("a.xlsx"));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_without_end_is_read_up_to_the_limit() {
        let files = read_input(Path::new("/dev/zero")).unwrap();
        assert_eq!(files.books.len(), 0);
        assert_eq!(files.not_read.len(), 1);
    }
}
