//! Folders of papers on the disk: each appears whole or not at all.
//!
//! A folder is written beside its place under a temporary name, the old one is moved
//! aside, the new one moved in. A run that finds the traces of one that was killed
//! finishes or undoes it.

use super::batch::sha256;
use super::build::{BuildOptions, CellPapers};
use super::dossier;
use super::manifest::{Index, Manifest, PaperEntry};
use crate::diagnostic::{Place, Problem, Report};
use crate::render::Format;
use crate::template::PaperKind;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The manifest in a folder and over all folders.
pub(super) const MANIFEST: &str = "manifest.json";
/// Before the name of a folder that is being written.
pub(super) const NEW: &str = ".bienban-moi-";
/// Before the name of a folder that is being replaced.
pub(super) const OLD: &str = ".bienban-cu-";

/// The disk said no.
#[derive(Debug, Error)]
#[error("{path}")]
pub struct StoreError {
    /// Where.
    pub path: String,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

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

/// The folder of a batch.
#[derive(Debug)]
pub struct Store {
    root: PathBuf,
}

impl Store {
    /// Opens the folder of a batch; finishes or undoes what a killed run left behind.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or read.
    pub fn open(root: &Path) -> Result<Self, StoreError> {
        fs::create_dir_all(root).map_err(at(root))?;
        let store = Self {
            root: root.to_owned(),
        };
        store.recover()?;
        Ok(store)
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Whether a folder is there.
    pub fn has(&self, folder: &str) -> bool {
        self.root.join(folder).is_dir()
    }

    /// Replaces a cell's folder.
    ///
    /// Files that the program did not write are carried over; papers that somebody
    /// edited are kept beside the new ones, with a warning; papers that the options do
    /// not name stay as they are.
    ///
    /// # Errors
    ///
    /// When the disk refuses; the old folder is then still in its place.
    pub fn put(
        &self,
        folder: &str,
        papers: CellPapers,
        options: &BuildOptions,
        report: &mut Report,
    ) -> Result<Stored, StoreError> {
        let place = self.root.join(folder);
        if papers.files.is_empty() && !place.exists() {
            return Ok(Stored::Nothing);
        }
        if place.exists() && !place.is_dir() {
            // a file of somebody else's is never moved out of the way
            let source = io::Error::from(io::ErrorKind::NotADirectory);
            return Err(at(&place)(source));
        }
        let old = OldFolder::read(&place)?;
        let plan = old.plan(folder, papers, options, report);
        let manifest = pretty(&plan.manifest);
        let hash = sha256(manifest.as_bytes());
        let is_same = old.files.len() == plan.files.len() + 1
            && old
                .files
                .get(MANIFEST)
                .is_some_and(|it| *it == manifest.as_bytes())
            && plan
                .files
                .iter()
                .all(|(name, bytes)| old.files.get(name) == Some(bytes));
        if is_same {
            return Ok(Stored::Unchanged { manifest: hash });
        }
        let new = self.root.join(format!("{NEW}{folder}"));
        let result = write_folder(&new, &plan.files, manifest.as_bytes())
            .and_then(|()| carry_folders(&place, &new, &old.folders))
            .and_then(|()| self.swap(folder));
        if result.is_err() {
            // what is left of it is removed now or by the next run
            let _ = fs::remove_dir_all(&new);
        }
        result.map(|()| Stored::Written { manifest: hash })
    }

    /// The hash of a folder's manifest, if it has one.
    pub fn manifest_hash(&self, folder: &str) -> Option<String> {
        let path = self.root.join(folder).join(MANIFEST);
        fs::read(path).ok().map(|bytes| sha256(&bytes))
    }

    /// The folders whose papers were made from a workbook, each with its hash.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn folders_of(&self, source: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(&self.root).map_err(at(&self.root))? {
            let path = entry.map_err(at(&self.root))?.path();
            let Ok(bytes) = fs::read(path.join(MANIFEST)) else {
                continue;
            };
            let manifest = serde_json::from_slice::<Manifest>(&bytes);
            let is_of = manifest.is_ok_and(|it| {
                // the first source is the cell's own; the others are shared
                it.sources.first().is_some_and(|first| first.file == source)
            });
            if let (true, Some(name)) = (is_of, path.file_name()) {
                folders.push((name.to_string_lossy().into_owned(), sha256(&bytes)));
            }
        }
        folders.sort();
        Ok(folders)
    }

    /// The index over all folders, if there is one.
    pub fn index(&self) -> Option<Index> {
        let bytes = fs::read(self.root.join(MANIFEST)).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Writes the index over all folders.
    ///
    /// # Errors
    ///
    /// When the disk refuses.
    pub fn put_index(&self, index: &Index) -> Result<(), StoreError> {
        let place = self.root.join(MANIFEST);
        let new = self.root.join(format!("{NEW}{MANIFEST}"));
        fs::write(&new, pretty(index)).map_err(at(&new))?;
        fs::rename(&new, &place).map_err(at(&place))
    }

    fn swap(&self, folder: &str) -> Result<(), StoreError> {
        let place = self.root.join(folder);
        let new = self.root.join(format!("{NEW}{folder}"));
        let old = self.root.join(format!("{OLD}{folder}"));
        if place.exists() {
            fs::rename(&place, &old).map_err(at(&place))?;
        }
        fs::rename(&new, &place).map_err(at(&place))?;
        if old.exists() {
            fs::remove_dir_all(&old).map_err(at(&old))?;
        }
        Ok(())
    }

    /// Finishes or undoes the swaps of a run that was killed.
    fn recover(&self) -> Result<(), StoreError> {
        let mut names = BTreeSet::new();
        for entry in fs::read_dir(&self.root).map_err(at(&self.root))? {
            let name = entry.map_err(at(&self.root))?.file_name();
            names.insert(name.to_string_lossy().into_owned());
        }
        let hidden = |name: &str, start: &str| {
            let inner = name.strip_prefix(start)?;
            Some(inner.to_owned())
        };
        // an old folder moved aside means that the new one was whole
        for folder in names.iter().filter_map(|name| hidden(name, OLD)) {
            let place = self.root.join(&folder);
            let new = self.root.join(format!("{NEW}{folder}"));
            let old = self.root.join(format!("{OLD}{folder}"));
            if place.exists() {
                fs::remove_dir_all(&old).map_err(at(&old))?;
            } else if new.exists() {
                fs::rename(&new, &place).map_err(at(&place))?;
                fs::remove_dir_all(&old).map_err(at(&old))?;
            } else {
                fs::rename(&old, &place).map_err(at(&place))?;
            }
        }
        for folder in names.iter().filter_map(|name| hidden(name, NEW)) {
            let new = self.root.join(format!("{NEW}{folder}"));
            if new.is_dir() {
                fs::remove_dir_all(&new).map_err(at(&new))?;
            } else if new.exists() {
                fs::remove_file(&new).map_err(at(&new))?;
            }
        }
        Ok(())
    }
}

pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    let path = path.display().to_string();
    move |source| StoreError { path, source }
}

fn pretty(value: &impl serde::Serialize) -> String {
    // the manifest's types have no map with keys that JSON cannot write
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

fn write_folder(
    folder: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    manifest: &[u8],
) -> Result<(), StoreError> {
    fs::create_dir_all(folder).map_err(at(folder))?;
    let manifest = (MANIFEST, manifest);
    let files = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    for (name, bytes) in files.chain([manifest]) {
        let path = folder.join(name);
        fs::write(&path, bytes).map_err(at(&path))?;
    }
    Ok(())
}

/// Copies folders that the program did not make.
fn carry_folders(from: &Path, to: &Path, names: &[String]) -> Result<(), StoreError> {
    for name in names {
        copy_folder(&from.join(name), &to.join(name))?;
    }
    Ok(())
}

fn copy_folder(from: &Path, to: &Path) -> Result<(), StoreError> {
    fs::create_dir_all(to).map_err(at(to))?;
    for entry in fs::read_dir(from).map_err(at(from))? {
        let path = entry.map_err(at(from))?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        if path.is_dir() {
            copy_folder(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name)).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// What stands in a folder before it is replaced.
#[derive(Default)]
struct OldFolder {
    files: BTreeMap<String, Vec<u8>>,
    folders: Vec<String>,
    manifest: Option<Manifest>,
}

/// What the new folder will hold, without its manifest file.
struct Plan {
    files: BTreeMap<String, Vec<u8>>,
    manifest: Manifest,
}

impl OldFolder {
    fn read(place: &Path) -> Result<Self, StoreError> {
        let mut old = Self::default();
        if !place.is_dir() {
            return Ok(old);
        }
        for entry in fs::read_dir(place).map_err(at(place))? {
            let path = entry.map_err(at(place))?.path();
            let name = path.file_name().unwrap_or_default();
            let name = name.to_string_lossy().into_owned();
            if path.is_dir() {
                old.folders.push(name);
            } else {
                old.files.insert(name, fs::read(&path).map_err(at(&path))?);
            }
        }
        let text = old.files.get(MANIFEST);
        old.manifest = text.and_then(|text| serde_json::from_slice(text).ok());
        Ok(old)
    }

    fn plan(
        &self,
        folder: &str,
        papers: CellPapers,
        options: &BuildOptions,
        report: &mut Report,
    ) -> Plan {
        let mut plan = Plan {
            files: papers.files.into_iter().collect(),
            manifest: papers.manifest,
        };
        let known = self
            .manifest
            .as_ref()
            .map(|manifest| manifest.papers.as_slice());
        let known = known.unwrap_or_default();
        let mut kept = BTreeSet::new();
        for (name, bytes) in self.files.iter().filter(|(name, _)| *name != MANIFEST) {
            let entry = known.iter().find(|entry| entry.file == *name);
            match entry {
                Some(entry) if !is_named(entry, options) => {
                    plan.files.insert(name.clone(), bytes.clone());
                    plan.manifest.papers.push(entry.clone());
                    kept.insert(stem(name).to_owned());
                }
                Some(entry) if entry.sha256 == sha256(bytes) => {}
                None if !plan.files.contains_key(name) => {
                    plan.files.insert(name.clone(), bytes.clone());
                }
                Some(_) | None if plan.files.get(name) == Some(bytes) => {}
                Some(_) | None => {
                    let kept_as = edited_name(name, bytes);
                    let path = format!("{folder}/{kept_as}");
                    let problem = Problem::EditedKept { kept_as: path };
                    report.add(Place::file(format!("{folder}/{name}")), problem);
                    plan.files.insert(kept_as, bytes.clone());
                }
            }
        }
        if let Some(old) = &self.manifest {
            keep_entries(&mut plan.manifest, old, &kept);
        }
        plan.manifest.sort();
        plan
    }
}

/// Whether the options name a paper of an earlier run.
fn is_named(entry: &PaperEntry, options: &BuildOptions) -> bool {
    if entry.kind == dossier::KIND && options.merge {
        return true;
    }
    let is_kind = options.only.is_empty()
        || PaperKind::from_slug(&entry.kind)
            .is_some_and(|kind| options.only.contains(&kind));
    let formats = &options.formats;
    let is_format = Format::ALL
        .into_iter()
        .filter(|format| formats.contains(format))
        .any(|format| extension(&entry.file) == format.extension());
    is_kind && is_format
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

fn extension(file: &str) -> &str {
    file.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// `<name>.sua-<8 hexadecimal digits of its hash>.<ext>`
fn edited_name(file: &str, bytes: &[u8]) -> String {
    let hash: String = sha256(bytes).chars().take(8).collect();
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.sua-{hash}.{extension}"),
        None => format!("{file}.sua-{hash}"),
    }
}

/// Keeps forms and figures of papers that stay as they are.
fn keep_entries(manifest: &mut Manifest, old: &Manifest, kept: &BTreeSet<String>) {
    for (file, profile) in &old.profiles {
        if kept.contains(stem(file)) {
            let profile = profile.clone();
            manifest.profiles.entry(file.clone()).or_insert(profile);
        }
    }
    let rebuilt: BTreeSet<&str> = manifest
        .figures
        .iter()
        .flat_map(|figure| figure.at.iter().map(|at| at.paper.as_str()))
        .collect();
    let rebuilt: BTreeSet<String> = rebuilt.into_iter().map(str::to_owned).collect();
    for figure in &old.figures {
        let places = figure
            .at
            .iter()
            .filter(|at| kept.contains(&at.paper) && !rebuilt.contains(&at.paper));
        let places: Vec<_> = places.cloned().collect();
        if places.is_empty() {
            continue;
        }
        let same = manifest.figures.iter_mut().find(|other| {
            other.text == figure.text
                && other.cells == figure.cells
                && other.rule == figure.rule
        });
        if let Some(same) = same {
            same.at.extend(places);
        } else {
            let mut figure = figure.clone();
            figure.at = places;
            manifest.figures.push(figure);
        }
    }
}
