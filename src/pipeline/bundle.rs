//! The papers of a run in one zip file: the same papers give the same bytes.

mod sink;

use super::build::BuildOptions;
use super::dossier;
use super::manifest::{IndexBatch, Manifest, PaperEntry};
use super::new_file::beside;
use super::refused::{Obstacle, StoreError, reading, writing};
use super::store::MANIFEST;
use crate::render::Format;
use crate::template::PaperKind;
use sink::Sink;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{DateTime, ZipWriter};

/// Writes every paper that a run was asked for and has, new or unchanged, into a zip
/// file that appears whole or not at all; how many files are in it. Asks before each
/// paper whether to go on; none when it is not.
///
/// `output` is the folder that the run wrote to. Names in the zip are those of folders
/// and files below it, in their order; no times, so that the day does not matter.
///
/// # Errors
///
/// When the disk refuses; a file of that name then is as it was before.
pub fn write_zip(
    file: &Path,
    output: &Path,
    batches: &[IndexBatch],
    options: &BuildOptions,
    goes_on: &dyn Fn() -> bool,
) -> Result<Option<usize>, StoreError> {
    let papers = papers_of_run(output, batches, options)?;
    let new = beside(file);
    let written = fill(&new, &papers, goes_on).and_then(|is_whole| {
        if is_whole {
            fs::rename(&new, file).map_err(writing(file))?;
        }
        Ok(is_whole.then_some(papers.len()))
    });
    if !matches!(written, Ok(Some(_))) {
        // what is left of it is overwritten by the next run
        let _ = fs::remove_file(&new);
    }
    written.map_err(|error| error.told_of(&new, file))
}

/// The files of a run, by their names in the zip.
fn papers_of_run(
    output: &Path,
    batches: &[IndexBatch],
    options: &BuildOptions,
) -> Result<BTreeMap<String, PathBuf>, StoreError> {
    let mut papers = BTreeMap::new();
    for cell in batches.iter().flat_map(IndexBatch::up_to_date) {
        let folder = output.join(&cell.folder);
        let path = folder.join(MANIFEST);
        let text = fs::read(&path).map_err(reading(&path))?;
        let manifest: Manifest = serde_json::from_slice(&text)
            .map_err(|_| reading(&path)(Obstacle::DamagedManifest.into()))?;
        for paper in manifest.papers.iter().filter(|it| is_asked(it, options)) {
            let name = format!("{}/{}", cell.folder, paper.file);
            papers.insert(name, folder.join(&paper.file));
        }
    }
    Ok(papers)
}

/// Whether a run was asked for a file; papers that it passes over stay as they are.
fn is_asked(paper: &PaperEntry, options: &BuildOptions) -> bool {
    if paper.kind == dossier::KIND {
        return options.merge;
    }
    let kind = PaperKind::from_slug(&paper.kind);
    let is_of = |format: &Format| {
        let ending = format.extension();
        paper.file.rsplit_once('.').is_some_and(|it| it.1 == ending)
    };
    kind.is_some_and(|kind| options.names(kind)) && options.formats.iter().any(is_of)
}

/// Whether all papers are in it.
fn fill(
    new: &Path,
    papers: &BTreeMap<String, PathBuf>,
    goes_on: &dyn Fn() -> bool,
) -> Result<bool, StoreError> {
    let refused = RefCell::new(None);
    let file = File::create(new).map_err(writing(new))?;
    let mut zip = ZipWriter::new(Sink::new(file, &refused));
    let packing = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (name, path) in papers {
        if !goes_on() || refused.borrow().is_some() {
            break;
        }
        let bytes = fs::read(path).map_err(reading(path))?;
        zip.start_file(name, packing)
            .map_err(io::Error::from)
            .map_err(writing(new))?;
        zip.write_all(&bytes).map_err(writing(new))?;
    }
    let sink = zip
        .finish()
        .map_err(io::Error::from)
        .map_err(writing(new))?;
    sink.settle();
    match refused.take() {
        Some(error) => Err(writing(new)(error)),
        None => Ok(goes_on()),
    }
}
