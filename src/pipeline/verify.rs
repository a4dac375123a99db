//! Whether the files of a folder are still those that its manifests tell of.

use super::folders::{Entry, FoldersError, Opened, entries, folders_with_papers, open};
use super::hash::sha256;
use super::manifest::{Index, IndexBatch, IndexCell, ManifestHead, stem};
use super::refused::{StoreError, reading};
use super::store::{MANIFEST, NEW, OLD};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What was found in a folder of papers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// Files that are as they were written, manifests among them.
    pub intact: usize,
    /// Everything else, in the order of the folders.
    pub findings: Vec<Mismatch>,
}

impl Verified {
    /// Whether every file that was written is there as it was written.
    pub fn is_sound(&self) -> bool {
        !self.findings.iter().any(|it| it.what.is_fault())
    }
}

/// A file or folder that the manifests tell otherwise of, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mismatch {
    /// Relative to the folder that was verified.
    pub path: String,
    /// What is the matter with it.
    pub what: MismatchKind,
}

/// What is the matter with a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MismatchKind {
    /// A paper is not as it was written.
    Changed,
    /// A paper is gone.
    Missing,
    /// The index over all folders is gone: a folder may be gone as well.
    IndexMissing,
    /// A folder's manifest is gone, or the whole folder.
    ManifestMissing,
    /// A folder's manifest is not the one that the index names.
    ManifestChanged,
    /// A folder's manifest cannot be read as one.
    ManifestUnreadable,
    /// A paper as somebody had edited it, kept beside the new one.
    Kept,
    /// No manifest tells of the file: somebody put it there.
    Extra,
    /// No index tells of the folder: a cell of an earlier run.
    ExtraFolder,
    /// A run was interrupted; the next one removes it.
    Leftover,
    /// The last run could not make the papers of the folder anew: they are older than the
    /// workbook.
    OutOfDate,
}

impl MismatchKind {
    /// Whether it is something that no run wrote, or not the last one.
    pub fn is_beside(self) -> bool {
        !self.is_fault() && self != Self::OutOfDate
    }

    /// Whether something of what was written is lost; what was added beside it is not.
    pub fn is_fault(self) -> bool {
        match self {
            Self::Changed
            | Self::Missing
            | Self::IndexMissing
            | Self::ManifestMissing
            | Self::ManifestChanged
            | Self::ManifestUnreadable => true,
            Self::Kept
            | Self::Extra
            | Self::ExtraFolder
            | Self::Leftover
            | Self::OutOfDate => false,
        }
    }
}

/// Checks a folder: the output of a run, a batch of it, or the folder of one cell.
///
/// # Errors
///
/// When it is no folder of papers, or the disk refuses.
pub fn verify(folder: &Path) -> Result<Verified, FoldersError> {
    let mut verifying = Verifying {
        root: folder,
        found: Verified::default(),
    };
    match open(folder)? {
        Opened::Papers(papers) => verifying.papers("", &papers.head)?,
        Opened::Batch(names) => {
            if !is_batch_of_several(folder) {
                verifying.say(MANIFEST.to_owned(), MismatchKind::IndexMissing);
            }
            for name in &names {
                verifying.cell(name, None)?;
            }
            let known: BTreeSet<&str> = names.iter().map(String::as_str).collect();
            verifying.beside("", &known)?;
        }
        Opened::Output(index) => verifying.output(&index)?,
    }
    Ok(verifying.found)
}

/// Whether the index of the folder above names folders of papers in this one.
fn is_batch_of_several(folder: &Path) -> bool {
    let Ok(folder) = fs::canonicalize(folder) else {
        return false;
    };
    let (Some(above), Some(name)) = (folder.parent(), folder.file_name()) else {
        return false;
    };
    let Ok(Opened::Output(index)) = open(above) else {
        return false;
    };
    let name = name.to_str();
    name.is_some() && index.batches.iter().any(|batch| batch.within() == name)
}

struct Verifying<'a> {
    root: &'a Path,
    found: Verified,
}

impl Verifying<'_> {
    /// Everything that an index tells of, and what else is there.
    fn output(&mut self, index: &Index) -> Result<(), StoreError> {
        self.found.intact += 1; // the index itself
        let batches = index.batches.iter();
        let cells: Vec<&IndexCell> = batches.flat_map(IndexBatch::all).collect();
        for cell in &cells {
            if let Some(hash) = &cell.manifest {
                self.cell(&cell.folder, Some(hash))?;
            }
        }
        for cell in index.batches.iter().flat_map(IndexBatch::out_of_date) {
            self.say(cell.folder.clone(), MismatchKind::OutOfDate);
        }
        // of several batches, each has a folder around those of its cells
        let folders = cells.iter().map(|cell| cell.folder.as_str());
        let known: BTreeSet<&str> = folders.collect();
        let around: BTreeSet<&str> = known
            .iter()
            .filter_map(|folder| Some(folder.split_once('/')?.0))
            .collect();
        for batch in &around {
            if self.root.join(batch).is_dir() {
                self.beside(batch, &known)?;
            }
        }
        self.beside("", &known.union(&around).copied().collect())
    }

    /// The folder of a cell against its manifest, and that against the index.
    fn cell(&mut self, folder: &str, expected: Option<&str>) -> Result<(), StoreError> {
        let path = self.root.join(folder).join(MANIFEST);
        let shown = format!("{folder}/{MANIFEST}");
        if !path.is_file() {
            self.say(shown, MismatchKind::ManifestMissing);
            return Ok(());
        }
        let bytes = fs::read(&path).map_err(reading(&path))?;
        let Ok(manifest) = serde_json::from_slice::<ManifestHead>(&bytes) else {
            self.say(shown, MismatchKind::ManifestUnreadable);
            return Ok(());
        };
        if expected.is_some_and(|hash| hash != sha256(&bytes)) {
            self.say(shown, MismatchKind::ManifestChanged);
        }
        self.papers(folder, &manifest)
    }

    /// The files of a folder against its manifest.
    fn papers(
        &mut self,
        folder: &str,
        manifest: &ManifestHead,
    ) -> Result<(), StoreError> {
        self.found.intact += 1; // the manifest, which was read
        let place = self.root.join(folder);
        let shown = |name: &str| joined(folder, name);
        for paper in &manifest.papers {
            let path = place.join(&paper.file);
            if !path.is_file() {
                self.say(shown(&paper.file), MismatchKind::Missing);
                continue;
            }
            let bytes = fs::read(&path).map_err(reading(&path))?;
            if sha256(&bytes) == paper.sha256 {
                self.found.intact += 1;
            } else {
                self.say(shown(&paper.file), MismatchKind::Changed);
            }
        }
        let known: BTreeSet<&str> =
            manifest.papers.iter().map(|it| it.file.as_str()).collect();
        for Entry { name, .. } in entries(&place)? {
            if name == MANIFEST || known.contains(name.as_str()) {
                continue;
            }
            let what = if is_kept(&name) {
                MismatchKind::Kept
            } else {
                MismatchKind::Extra
            };
            self.say(shown(&name), what);
        }
        Ok(())
    }

    /// What stands in a folder beside the folders of papers that are known.
    fn beside(&mut self, folder: &str, known: &BTreeSet<&str>) -> Result<(), StoreError> {
        let place = self.root.join(folder);
        let with_papers = folders_with_papers(&place)?;
        for Entry { name, path } in entries(&place)? {
            let shown = joined(folder, &name);
            if known.contains(shown.as_str()) || name == MANIFEST {
                continue;
            }
            let what = if name.starts_with(NEW) || name.starts_with(OLD) {
                MismatchKind::Leftover
            } else if with_papers.contains(&name) || is_batch(&path) {
                MismatchKind::ExtraFolder
            } else {
                MismatchKind::Extra
            };
            self.say(shown, what);
        }
        Ok(())
    }

    fn say(&mut self, path: String, what: MismatchKind) {
        self.found.findings.push(Mismatch { path, what });
    }
}

/// Whether a folder holds folders of papers.
fn is_batch(folder: &Path) -> bool {
    folder.is_dir() && folders_with_papers(folder).is_ok_and(|it| !it.is_empty())
}

/// Whether a name is `<name>.sua-<8 hexadecimal digits>.<ext>`.
fn is_kept(name: &str) -> bool {
    let mark = stem(name).rsplit_once(".sua-").map(|(_, mark)| mark);
    mark.is_some_and(|it| it.len() == 8 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}

fn joined(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}
