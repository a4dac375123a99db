//! What the disk refuses: where, whether to read or to write, and what stands in the way.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;
use thiserror::Error;

/// The disk said no.
#[derive(Debug, Error)]
#[error("{path}")]
pub struct StoreError {
    /// Where.
    pub path: String,
    /// What it was asked for.
    pub operation: Operation,
    /// What the system said; an [`Obstacle`] where the program knows better.
    #[source]
    pub source: io::Error,
}

/// What the disk was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    /// To read what is there.
    Read,
    /// To write, move or remove.
    Write,
}

/// What stands in the way, where the system has no word for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Obstacle {
    /// Something on the way is a link to what is not there: the system calls it a file.
    #[error("a link on the way leads nowhere")]
    LostLink,
    /// In the place of a cell's folder is a link to one: it would be replaced, and what it
    /// leads to stay as it is.
    #[error("a link to a folder")]
    LinkedFolder,
    /// The manifest of a folder is none: whose its files are cannot be told.
    #[error("damaged manifest")]
    DamagedManifest,
    /// The index is none: what it says of other cells would be lost.
    #[error("damaged index")]
    DamagedIndex,
    /// In the place of the index is the manifest of one cell's folder.
    #[error("the folder of a cell")]
    FolderOfCell,
}

impl StoreError {
    /// Whether there is no room left.
    pub fn is_full(&self) -> bool {
        use ErrorKind::{QuotaExceeded, StorageFull};
        matches!(self.source.kind(), StorageFull | QuotaExceeded)
    }

    /// The same refusal, told of the place that people know and not of the temporary one
    /// that is to become it.
    pub(super) fn told_of(self, temporary: &Path, known: &Path) -> Self {
        let start = temporary.display().to_string();
        let path = match self.path.strip_prefix(&start) {
            Some(rest) => format!("{}{rest}", known.display()),
            None => self.path,
        };
        Self { path, ..self }
    }

    /// Whether another place was refused for the same reason.
    pub fn is_like(&self, other: &Self) -> bool {
        self.operation == other.operation
            && self.source.to_string() == other.source.to_string()
    }
}

impl Obstacle {
    /// What stands in the way, if the program found it.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Obstacle> for io::Error {
    fn from(obstacle: Obstacle) -> Self {
        Self::other(obstacle)
    }
}

/// What was to be read there was refused.
pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    refused(path, Operation::Read)
}

/// What was to be written there was refused.
pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    refused(path, Operation::Write)
}

fn refused(path: &Path, operation: Operation) -> impl FnOnce(io::Error) -> StoreError {
    move |source| StoreError {
        path: path.display().to_string(),
        operation,
        source: if has_lost_link(path) {
            Obstacle::LostLink.into()
        } else {
            source
        },
    }
}

/// Whether a step of the way is a link to what is not there.
fn has_lost_link(path: &Path) -> bool {
    let is_lost = |step: &Path| {
        fs::symlink_metadata(step).is_ok_and(|it| it.is_symlink())
            && fs::metadata(step).is_err_and(|it| it.kind() == ErrorKind::NotFound)
    };
    path.ancestors().any(is_lost)
}
