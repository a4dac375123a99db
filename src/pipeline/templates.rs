//! Templates on the disk: the built-in ones written out, changed ones read back.

use super::input::InputError;
use super::new_file::write_new;
use super::refused::{StoreError, reading};
use crate::diagnostic::{Diagnostic, Place, Problem};
use crate::template::{Templates, built_in_sources};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Changed templates cannot be used.
#[derive(Debug, Error)]
pub enum TemplatesError {
    /// The folder or a file in it cannot be read.
    #[error(transparent)]
    Input(#[from] InputError),
    /// What is wrong with them.
    #[error("template")]
    Faults(Vec<Diagnostic>),
}

/// What [`export_templates`] has done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exported {
    /// Files written.
    pub written: usize,
    /// Files that were there with another content, and were left as they are.
    pub kept: Vec<String>,
}

/// The folder of partials.
const PARTIALS: &str = "partials";

/// Reads the templates of a folder; those that it lacks are the built-in ones.
///
/// Hidden files and copies that editors leave (`…~`) are passed over.
///
/// # Errors
///
/// When the folder cannot be read, or something is wrong with a template.
pub fn read_templates(folder: &Path) -> Result<Templates, TemplatesError> {
    let mut sources = Vec::new();
    let mut faults = Vec::new();
    for (name, path) in files(folder, "")? {
        let bytes = fs::read(&path).map_err(|error| fail(&path, error))?;
        if let Ok(text) = String::from_utf8(bytes) {
            sources.push((name, text));
        } else {
            let problem = Problem::TemplateSyntax {
                reason: "tệp không phải chữ Unicode (UTF-8)".to_owned(),
                line: String::new(),
            };
            faults.push(Diagnostic::new(Place::file(name), problem));
        }
    }
    if !faults.is_empty() {
        return Err(TemplatesError::Faults(faults));
    }
    Templates::replaced(sources).map_err(TemplatesError::Faults)
}

/// The files of a folder by their names below the templates folder, in order.
fn files(folder: &Path, before: &str) -> Result<Vec<(String, PathBuf)>, InputError> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).map_err(|error| fail(folder, error))?;
    for entry in entries {
        let entry = entry.map_err(|error| fail(folder, error))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || name.starts_with("~$") || name.ends_with('~') {
            continue;
        }
        let path = entry.path();
        if path.is_dir() && before.is_empty() && name == PARTIALS {
            found.extend(files(&path, "partials/")?);
        } else {
            found.push((format!("{before}{name}"), path));
        }
    }
    found.sort();
    Ok(found)
}

/// Writes the built-in templates into a folder; no file there is replaced.
///
/// # Errors
///
/// When the disk refuses.
pub fn export_templates(folder: &Path) -> Result<Exported, StoreError> {
    let mut exported = Exported::default();
    for (name, text) in built_in_sources() {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(bytes) if bytes == text.as_bytes() => {}
            Ok(_) => exported.kept.push(name.to_owned()),
            Err(error) if !is_nothing_there(&error) => {
                return Err(reading(&path)(error));
            }
            Err(_) => {
                write_new(&path, text.as_bytes())?;
                exported.written += 1;
            }
        }
    }
    Ok(exported)
}

/// Whether a file could not be read since there is none, nor perhaps its folder.
fn is_nothing_there(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

fn fail(path: &Path, source: io::Error) -> InputError {
    let path = path.display().to_string();
    InputError { path, source }
}
