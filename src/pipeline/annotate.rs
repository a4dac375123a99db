//! Copies of workbooks in which every finding stands at its cell.
//!
//! An `.xlsx` or `.xlsm` is changed in place: a cell gets a colour and a comment, a sheet
//! at the end lists all findings, and everything else stays as it is, byte for byte. Of
//! other kinds, and of files too odd for that, an `.xlsx` with the same sheets and values
//! is made. A workbook without findings is copied as it is.

mod comments;
mod edit;
mod list;
mod marks;
mod package;
mod sheet;
mod styles;
#[cfg(test)]
mod tests;
mod values;
mod xml;

use super::batch::Batch;
use super::input::BatchFiles;
use super::new_file::replace;
use super::refused::StoreError;
use crate::diagnostic::{Lang, Problem, Unread};
use crate::import::{SourceFile, read_values};
use marks::{FileMarks, marks_of};
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Component, Path, PathBuf};
use thiserror::Error;

/// A workbook and its copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annotated {
    /// The workbook, relative to the input.
    pub file: String,
    /// What became of it.
    pub copy: CopyState,
}

/// What became of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyState {
    /// Everything kept, marks added.
    Marked,
    /// Nothing found: copied as it is.
    Clean,
    /// A new workbook with the same values and the marks; it has this name.
    Values(String),
    /// It cannot be read, so there is no copy.
    Skipped,
}

/// Why no copies were written.
#[derive(Debug, Error)]
pub enum AnnotateError {
    /// The copies would lie among the workbooks.
    #[error("{0}")]
    AmongInputs(String),
    /// The disk said no.
    #[error(transparent)]
    Disk(#[from] StoreError),
}

/// Refuses a folder for copies that lies among the workbooks: the next check would read
/// the copies, or a copy would take the place of its source.
///
/// # Errors
///
/// [`AnnotateError::AmongInputs`] then.
pub fn refuse_among_inputs(
    inputs: &[PathBuf],
    folder: &Path,
) -> Result<(), AnnotateError> {
    let target = real(folder);
    let is_among = inputs.iter().any(|input| {
        let input = real(input);
        if input.is_dir() {
            target.starts_with(&input)
        } else {
            input.parent() == Some(target.as_path())
        }
    });
    if is_among {
        Err(AnnotateError::AmongInputs(folder.display().to_string()))
    } else {
        Ok(())
    }
}

/// Writes a marked copy of each workbook of a batch into a folder.
///
/// # Errors
///
/// When the disk refuses; each copy appears whole or not at all.
pub fn annotate(
    files: &BatchFiles,
    batch: &Batch,
    folder: &Path,
    lang: Lang,
) -> Result<Vec<Annotated>, AnnotateError> {
    let marks = marks_of(batch.findings(), lang);
    let unreadable = unreadable(batch);
    let mut sources: Vec<&SourceFile> = files.books.iter().flatten().collect();
    // who keeps its name is served first
    sources.sort_by_key(|file| (ending(&file.name) != "xlsx", &file.name));
    let mut taken = BTreeSet::new();
    let mut done = Vec::new();
    for file in sources {
        let annotated = |copy| Annotated {
            file: file.name.to_string(),
            copy,
        };
        if unreadable.contains(&*file.name) {
            continue;
        }
        let Some(made) = copy(file, marks.get(&file.name), lang) else {
            done.push(annotated(CopyState::Skipped));
            continue;
        };
        let name = free_name(&file.name, made.ending, &mut taken);
        replace(&folder.join(&name), &made.bytes)?;
        done.push(annotated(match made.state {
            CopyState::Values(_) => CopyState::Values(name),
            state @ (CopyState::Marked | CopyState::Clean | CopyState::Skipped) => state,
        }));
    }
    done.extend(unreadable.into_iter().map(|file| Annotated {
        file,
        copy: CopyState::Skipped,
    }));
    done.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(done)
}

/// Files that could not be read at all, as the findings say.
fn unreadable(batch: &Batch) -> BTreeSet<String> {
    let is_unread = |problem: &Problem| {
        matches!(
            problem,
            Problem::NotAWorkbook { .. }
                | Problem::Password
                | Problem::TooLarge { .. }
                | Problem::NotUnicode
                | Problem::NotReadYet { what: Unread::Csv }
        )
    };
    let findings = batch.findings().filter(|it| is_unread(&it.problem));
    findings.map(|it| it.place.file.to_string()).collect()
}

/// A copy that was made.
struct Made {
    bytes: Vec<u8>,
    /// Its ending, unless it keeps its own.
    ending: Option<&'static str>,
    state: CopyState,
}

/// A copy of a workbook; none if it cannot be read.
fn copy(file: &SourceFile, marks: Option<&FileMarks>, lang: Lang) -> Option<Made> {
    let Some(marks) = marks else {
        return Some(Made {
            bytes: file.bytes.clone(),
            ending: None,
            state: CopyState::Clean,
        });
    };
    // a workbook that no rule foresaw costs its copy, not the run
    let marked = || edit::marked(&file.bytes, marks, lang).ok();
    if let Ok(Some(copy)) = catch_unwind(AssertUnwindSafe(marked)) {
        return Some(Made {
            bytes: copy.bytes,
            ending: Some(if copy.has_macros { "xlsm" } else { "xlsx" }),
            state: CopyState::Marked,
        });
    }
    let sheets = read_values(file)?;
    let values = || values::copied(&sheets, marks, lang).ok();
    let bytes = catch_unwind(AssertUnwindSafe(values)).ok()??;
    Some(Made {
        bytes,
        ending: Some("xlsx"),
        state: CopyState::Values(String::new()),
    })
}

fn ending(name: &str) -> String {
    name.rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default()
}

/// The name of a copy: that of its source with the right ending, and if that is taken,
/// with both endings.
fn free_name(name: &str, wanted: Option<&str>, taken: &mut BTreeSet<String>) -> String {
    let chosen = match wanted {
        Some(wanted) if ending(name) != wanted => {
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            let short = format!("{stem}.{wanted}");
            if taken.contains(&short.to_lowercase()) {
                format!("{name}.{wanted}")
            } else {
                short
            }
        }
        _ => name.to_owned(),
    };
    taken.insert(chosen.to_lowercase());
    chosen
}

/// The path without links and steps back, also where it does not lead anywhere yet.
fn real(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut real = PathBuf::new();
    for step in whole.components() {
        match step {
            Component::ParentDir => {
                real.pop();
            }
            Component::CurDir => {}
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                real.push(step);
                real = fs::canonicalize(&real).unwrap_or(real);
            }
        }
    }
    real
}
