//! Folders of papers as earlier runs left them: which are there, and their manifests.

use super::manifest::{FigureEntry, Index, ManifestHead, each_figure};
use super::refused::{StoreError, reading};
use super::store::MANIFEST;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What was given is no folder of papers.
#[derive(Debug, Error)]
pub enum FoldersError {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] StoreError),
    /// It holds no manifest, nor do the folders in it.
    #[error("{path}")]
    NoPapers {
        /// As given.
        path: String,
    },
    /// Its manifest is none.
    #[error("{path}")]
    Manifest {
        /// The manifest's.
        path: String,
        /// What is wrong with it.
        #[source]
        source: serde_json::Error,
    },
}

/// What a folder turned out to be.
pub(super) enum Opened {
    /// The output of a run, by its index.
    Output(Index),
    /// The folder of one cell, or of the committee.
    Papers(Box<Papers>),
    /// A folder without a manifest that holds such folders: a batch among several.
    Batch(Vec<String>),
}

/// The manifest of a folder of papers.
pub(super) struct Papers {
    pub(super) head: ManifestHead,
    path: PathBuf,
    text: Vec<u8>,
}

impl Papers {
    /// Reads its figures one at a time.
    pub(super) fn each_figure(
        &self,
        each: &mut dyn FnMut(FigureEntry),
    ) -> Result<(), FoldersError> {
        each_figure(&self.text, each).map_err(wrong(&self.path))
    }
}

/// What tells an index from the manifest of a folder.
#[derive(Deserialize)]
struct Kind {
    batches: Option<IgnoredAny>,
}

fn wrong(path: &Path) -> impl Fn(serde_json::Error) -> FoldersError {
    let path = path.display().to_string();
    move |source| FoldersError::Manifest {
        path: path.clone(),
        source,
    }
}

/// Finds out what a folder is.
pub(super) fn open(folder: &Path) -> Result<Opened, FoldersError> {
    let path = folder.join(MANIFEST);
    if path.is_file() {
        let text = fs::read(&path).map_err(reading(&path))?;
        let kind: Kind = serde_json::from_slice(&text).map_err(wrong(&path))?;
        return if kind.batches.is_some() {
            let index = serde_json::from_slice(&text).map_err(wrong(&path))?;
            Ok(Opened::Output(index))
        } else {
            let head = serde_json::from_slice(&text).map_err(wrong(&path))?;
            Ok(Opened::Papers(Box::new(Papers { head, path, text })))
        };
    }
    let names = folders_with_papers(folder)?;
    if names.is_empty() {
        let path = folder.display().to_string();
        return Err(FoldersError::NoPapers { path });
    }
    Ok(Opened::Batch(names))
}

/// The folders in a folder that have a manifest, in the order of their names; not those
/// that a run is writing or has moved aside.
pub(super) fn folders_with_papers(folder: &Path) -> Result<Vec<String>, StoreError> {
    let has_papers =
        |entry: &Entry| !entry.is_hidden() && entry.path.join(MANIFEST).is_file();
    let entries = entries(folder)?.into_iter().filter(has_papers);
    Ok(entries.map(|entry| entry.name).collect())
}

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) path: PathBuf,
}

impl Entry {
    pub(super) fn is_hidden(&self) -> bool {
        self.name.starts_with('.')
    }
}

/// What is in a folder, in the order of the names.
pub(super) fn entries(folder: &Path) -> Result<Vec<Entry>, StoreError> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(reading(folder))? {
        let entry = entry.map_err(reading(folder))?;
        entries.push(Entry {
            name: entry.file_name().to_string_lossy().into_owned(),
            path: entry.path(),
        });
    }
    entries.sort();
    Ok(entries)
}

/// A folder of papers, and its manifest.
pub(super) struct PaperFolder {
    /// Relative to the folder that was opened; empty for that folder itself.
    pub(super) name: String,
    pub(super) papers: Box<Papers>,
}

/// The folders of papers below a folder, in the order of the index or of their names;
/// the folder itself, if it is one.
pub(super) fn paper_folders(folder: &Path) -> Result<Vec<String>, FoldersError> {
    Ok(match open(folder)? {
        Opened::Papers(_) => vec![String::new()],
        Opened::Batch(names) => names,
        Opened::Output(index) => {
            let cells = index.batches.into_iter().flat_map(|batch| {
                let parent = batch.parent.into_iter();
                batch.cells.into_iter().chain(parent)
            });
            let with_papers = cells.filter(|cell| cell.manifest.is_some());
            with_papers.map(|cell| cell.folder).collect()
        }
    })
}

/// Reads one of them; none if it is gone since, which `verify` says.
pub(super) fn paper_folder(
    folder: &Path,
    name: &str,
) -> Result<Option<PaperFolder>, FoldersError> {
    match open(&folder.join(name)) {
        Ok(Opened::Papers(papers)) => Ok(Some(PaperFolder {
            name: name.to_owned(),
            papers,
        })),
        Ok(Opened::Output(_) | Opened::Batch(_)) | Err(FoldersError::NoPapers { .. }) => {
            Ok(None)
        }
        Err(FoldersError::Read(error))
            if error.source.kind() == io::ErrorKind::NotFound =>
        {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
