//! Folders of papers on the disk: each appears whole or not at all.
//!
//! A folder is written beside its place under a temporary name, the old one is moved
//! aside, the new one moved in. A run that finds the traces of one that was killed
//! finishes or undoes it.

mod disk;
mod folder;
mod group;
mod text;

pub(super) use folder::{Hashes, OldFolder};
pub use group::Refused;

use super::build::{BuildOptions, CellPapers};
use super::hash::sha256;
use super::manifest::{Index, IndexBatch, ManifestHead};
use super::refused::{Obstacle, StoreError, reading, writing};
use crate::diagnostic::Report;
use folder::{Content, Plan};
use group::Group;
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

/// The manifest in a folder and over all folders.
pub(super) const MANIFEST: &str = "manifest.json";
/// Before the name of a folder that is being written.
pub(super) const NEW: &str = ".bienban-moi-";
/// Before the name of a folder that is being replaced.
pub(super) const OLD: &str = ".bienban-cu-";

/// What became of a cell's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stored {
    /// New papers were written.
    Written {
        /// Hash of the manifest.
        manifest: String,
    },
    /// Everything was there already, byte for byte.
    Unchanged {
        /// Hash of the manifest.
        manifest: String,
    },
    /// There was nothing to write, and nothing there.
    Nothing,
}

/// The folder of a batch, held for one run.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
    is_forced: bool,
    /// For each folder the hash that its manifest had when the index was written.
    known: BTreeMap<String, String>,
    /// Of folders that are put into their places in groups.
    group: Option<Group>,
    /// Open as long as the folder is held.
    _held: Option<File>,
}

impl Store {
    /// Opens the folder of a batch; finishes or undoes what a killed run left behind.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or read, or when another run holds it.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(root).map_err(writing(root))?;
        let store = Self {
            root: root.to_owned(),
            is_forced: false,
            known: BTreeMap::new(),
            group: None,
            _held: disk::hold(root)?,
        };
        store.recover()?;
        Ok(store)
    }

    /// Takes every paper for out of date.
    #[must_use]
    pub fn forced(self) -> Self {
        Self {
            is_forced: true,
            ..self
        }
    }

    /// Takes the papers of a folder for out of date if its manifest is not the one that an
    /// index names, as after a killed run or when somebody has edited it. `within` is the
    /// folder of the batch, if the index has several.
    #[must_use]
    pub fn knowing(self, index: &Index, within: Option<&str>) -> Self {
        let own = |shown: &str| {
            let (around, folder) = match shown.rsplit_once('/') {
                Some((around, folder)) => (Some(around), folder),
                None => (None, shown),
            };
            (around == within).then(|| folder.to_owned())
        };
        let cells = index.batches.iter().flat_map(IndexBatch::all);
        let known =
            cells.filter_map(|cell| Some((own(&cell.folder)?, cell.manifest.clone()?)));
        Self {
            known: known.collect(),
            ..self
        }
    }

    /// Puts folders into their places in groups, which waits for the disk less often. What
    /// still waits when all are written is put there by [`settle`](Self::settle), which
    /// also tells what the disk refused; a folder is to be written once only.
    #[must_use]
    pub fn in_groups(self) -> Self {
        Self {
            group: Some(Group::default()),
            ..self
        }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a folder is there.
    pub fn has(&self, folder: &str) -> bool {
        self.root.join(folder).is_dir()
    }

    /// What stands in a cell's folder.
    ///
    /// # Errors
    ///
    /// When the disk refuses, or something else has the folder's name.
    pub(super) fn read(&self, folder: &str) -> Result<OldFolder, StoreError> {
        let place = self.root.join(folder);
        if fs::symlink_metadata(&place).is_ok() && !place.is_dir() {
            // what is somebody else's is never moved out of the way
            let source = io::Error::from(io::ErrorKind::NotADirectory);
            return Err(writing(&place)(source));
        }
        let old = OldFolder::read(&place, self.is_forced)?;
        Ok(match self.known.get(folder) {
            Some(hash) => old.forced_unless(hash),
            None => old,
        })
    }

    /// Replaces a cell's folder, in which `old` stands.
    ///
    /// Files that the program did not write are carried over; papers that somebody
    /// edited are kept beside the new ones, with a warning; papers that the options do
    /// not name, or that are up to date, stay as they are.
    ///
    /// # Errors
    ///
    /// When the disk refuses; the old folder is then still in its place.
    pub(super) fn put(
        &self,
        folder: &str,
        (old, papers): (&OldFolder, CellPapers),
        options: &BuildOptions,
        report: &mut Report,
    ) -> Result<Stored, StoreError> {
        let place = self.root.join(folder);
        if papers.files.is_empty() && !place.exists() {
            return Ok(Stored::Nothing);
        }
        let mut plan = old.plan((&place, folder), papers, options, report)?;
        if old.is_already(&place, &mut plan)?
            && let Some(hash) = old.manifest_hash()
        {
            let manifest = hash.to_owned();
            return Ok(Stored::Unchanged { manifest });
        }
        if place.is_symlink() {
            return Err(writing(&place)(Obstacle::LinkedFolder.into()));
        }
        if disk::is_read_only(&place) {
            return Err(writing(&place)(io::ErrorKind::PermissionDenied.into()));
        }
        let new = self.beside(NEW, folder);
        match write_folder(&new, &place, &plan) {
            Ok(manifest) => {
                self.place(folder)?;
                Ok(Stored::Written { manifest })
            }
            Err(error) => {
                // what is left of it is removed now or by the next run
                let _ = disk::remove(&new);
                Err(error.told_of(&new, &place))
            }
        }
    }

    /// The hash of a folder's manifest, if it has one.
    pub fn manifest_hash(&self, folder: &str) -> Option<String> {
        let path = self.root.join(folder).join(MANIFEST);
        fs::read(path).ok().map(|bytes| sha256(&bytes))
    }

    /// The folders whose papers were made from a workbook among these; of each the
    /// workbook, its name and the hash of its manifest.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn folders_of(
        &self,
        sources: &BTreeSet<&str>,
    ) -> Result<Vec<(String, String, String)>, StoreError> {
        let mut folders = Vec::new();
        if sources.is_empty() {
            return Ok(folders);
        }
        for entry in fs::read_dir(&self.root).map_err(reading(&self.root))? {
            let path = entry.map_err(reading(&self.root))?.path();
            let Ok(bytes) = fs::read(path.join(MANIFEST)) else {
                continue;
            };
            let manifest = serde_json::from_slice::<ManifestHead>(&bytes).ok();
            // the first source is the cell's own; the others are shared
            let source = manifest.and_then(|it| it.sources.into_iter().next());
            let source = source.filter(|it| sources.contains(&*it.file));
            let name = path.file_name().and_then(OsStr::to_str);
            if let (Some(source), Some(name)) = (source, name) {
                folders.push((source.file, name.to_owned(), sha256(&bytes)));
            }
        }
        folders.sort();
        Ok(folders)
    }

    /// Writes the index over all folders.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn put_index(&self, index: &Index) -> Result<(), StoreError> {
        let place = self.root.join(MANIFEST);
        let text = pretty(index);
        if fs::read(&place).is_ok_and(|old| old == text.as_bytes()) {
            return Ok(());
        }
        let new = self.beside(NEW, MANIFEST);
        let written = disk::write(&new, text.as_bytes())
            .and_then(|()| disk::make_durable(&self.root, &[]))
            .and_then(|()| fs::rename(&new, &place).map_err(writing(&place)));
        written.map_err(|error| {
            // a part of it is of no use
            let _ = fs::remove_file(&new);
            error.told_of(&new, &place)
        })?;
        disk::sync_names(&self.root)
    }

    /// Finishes or undoes the swaps of a run that was killed.
    fn recover(&self) -> Result<(), StoreError> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(&self.root).map_err(reading(&self.root))? {
            let name = entry.map_err(reading(&self.root))?.file_name();
            // a name that is no text is none of the program's
            names.extend(name.into_string());
        }
        let within = |start: &'static str| {
            names
                .iter()
                .filter_map(move |name| name.strip_prefix(start))
        };
        // an old folder moved aside means that the new one was whole
        for folder in within(OLD) {
            let place = self.root.join(folder);
            let new = self.beside(NEW, folder);
            let old = self.beside(OLD, folder);
            if !place.exists() {
                let last = if new.exists() { &new } else { &old };
                fs::rename(last, &place).map_err(writing(&place))?;
            }
            // one that stays is in the way of its own folder only
            let _ = disk::remove(&old);
        }
        for folder in within(NEW) {
            let new = self.beside(NEW, folder);
            if new.exists() {
                disk::remove(&new).map_err(writing(&new))?;
            }
        }
        Ok(())
    }
}

/// The index over all folders that stands in an output, if there is one.
///
/// # Errors
///
/// When the disk refuses, or what stands there is no index.
pub fn read_index(root: &Path) -> Result<Option<Index>, StoreError> {
    let path = root.join(MANIFEST);
    // of a folder that cannot be, the store tells
    if !root.is_dir() || fs::symlink_metadata(&path).is_err() {
        return Ok(None);
    }
    let text = fs::read(&path).map_err(reading(&path))?;
    serde_json::from_slice(&text).map(Some).map_err(|_| {
        let is_of_cell = serde_json::from_slice::<ManifestHead>(&text).is_ok();
        let obstacle = if is_of_cell {
            Obstacle::FolderOfCell
        } else {
            Obstacle::DamagedIndex
        };
        reading(&path)(obstacle.into())
    })
}

/// The index, which people look into.
fn pretty(index: &Index) -> String {
    // its types have no map
    let mut text = serde_json::to_string_pretty(index).unwrap_or_default();
    text.push('\n');
    text
}

/// Writes the new folder beside the old one; the hash of its manifest.
fn write_folder(new: &Path, old: &Path, plan: &Plan) -> Result<String, StoreError> {
    fs::create_dir_all(new).map_err(writing(new))?;
    for (name, content) in &plan.contents {
        let path = new.join(name);
        match content {
            Content::New(bytes) => disk::write(&path, bytes)?,
            Content::Kept(from) => disk::carry(&old.join(from), &path)?,
        }
    }
    for name in &plan.alien {
        disk::carry(&old.join(name), &new.join(name))?;
    }
    let manifest = text::write(&new.join(MANIFEST), &plan.manifest)?;
    if let Ok(what) = fs::metadata(old) {
        disk::keep_rights(&what, new);
    }
    Ok(manifest)
}
