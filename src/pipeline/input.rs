//! Reading a batch from the disk: which files are workbooks, and which belong together.

use crate::import::SourceFile;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// Endings of workbooks.
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

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

/// The files of one batch.
#[derive(Debug)]
pub struct BatchFiles {
    /// The name of the folder, or of the workbook without its ending.
    pub name: String,
    /// Each workbook, or the workbooks of each subfolder, in the order of their names.
    pub books: Vec<Vec<SourceFile>>,
    /// Files of a kind that belongs in a batch and is not read yet.
    pub not_read: Vec<Arc<str>>,
}

/// Reads an input: a folder, or a single workbook.
///
/// Hidden files and the lock files of Excel (`~$…`) are passed over, as are files that
/// are no workbooks.
///
/// # Errors
///
/// When the input, or a file in it, cannot be read.
pub fn read_input(input: &Path) -> Result<BatchFiles, InputError> {
    let fail = |path: &Path| {
        let path = path.display().to_string();
        move |source| InputError { path, source }
    };
    let is_folder = fs::metadata(input).map_err(fail(input))?.is_dir();
    let mut files = BatchFiles {
        name: name_of(input, is_folder),
        books: Vec::new(),
        not_read: Vec::new(),
    };
    if !is_folder {
        let name = file_name(input);
        let bytes = fs::read(input).map_err(fail(input))?;
        let name = name.into();
        files.books.push(vec![SourceFile { name, bytes }]);
        return Ok(files);
    }
    for path in entries(input).map_err(fail(input))? {
        if path.is_dir() {
            let folder = file_name(&path);
            let mut book = Vec::new();
            for inner in entries(&path).map_err(fail(&path))? {
                let name: Arc<str> = format!("{folder}/{}", file_name(&inner)).into();
                if is_workbook(&inner) {
                    let bytes = fs::read(&inner).map_err(fail(&inner))?;
                    book.push(SourceFile { name, bytes });
                } else if has_ending(&inner, &["csv"]) {
                    files.not_read.push(name);
                }
            }
            if !book.is_empty() {
                files.books.push(book);
            }
        } else if is_workbook(&path) {
            let name = file_name(&path).into();
            let bytes = fs::read(&path).map_err(fail(&path))?;
            files.books.push(vec![SourceFile { name, bytes }]);
        }
    }
    Ok(files)
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

fn is_workbook(path: &Path) -> bool {
    path.is_file() && has_ending(path, &WORKBOOKS)
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
