//! The starter folder: empty workbooks in the canonical layout, and a filled sample.
//!
//! Here alone it is decided which files there are and that none is written over; what a
//! workbook looks like is for [`paint`].

mod notation;
mod paint;
#[cfg(test)]
mod tests;

use super::new_file::write_new;
use super::refused::StoreError;
use crate::import::{LayoutSheet, cell_layout, parent_layout};
use notation::Section;
use std::fs;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The parent's workbook.
const PARENT: &str = "dang-bo.xlsx";
/// A cell's workbook, to be copied for each cell.
const CELL: &str = "chi-bo.xlsx";
/// Where the sample is: two folders down, so that the starter folder is a batch without
/// it, and it is a batch of its own.
const SAMPLE: &str = "mau-da-dien/dai-hoi-mau";

const SAMPLE_PARENT: &str = include_str!("starter/sample-parent.txt");
const SAMPLE_CELL: &str = include_str!("starter/sample-cell.txt");

/// Why there is no starter folder.
#[derive(Debug, Error)]
pub enum StarterError {
    /// Something is there already: nothing is written.
    #[error("{}", .0.display())]
    Exists(PathBuf),
    /// The disk refuses.
    #[error(transparent)]
    Disk(#[from] StoreError),
    /// A workbook cannot be made: a defect of the program.
    #[error("{0}")]
    Workbook(String),
}

/// Writes the starter folder; the paths written, relative to it.
///
/// `dang-bo.xlsx` is the parent's workbook and `chi-bo.xlsx` a cell's, both empty: to be
/// filled in, the latter once for each cell. `mau-da-dien/dai-hoi-mau` holds the same two
/// filled in, with invented people.
///
/// # Errors
///
/// When one of the files is there already, or the disk refuses. What was there stays as it
/// was, and none of the files is written.
///
/// # Examples
///
/// ```
/// use bienban::pipeline::{Batch, read_input, write_starter};
///
/// let folder = tempfile::tempdir()?;
/// write_starter(folder.path())?;
/// let sample = read_input(&folder.path().join("mau-da-dien/dai-hoi-mau"))?;
/// assert_eq!(Batch::read(&sample).findings().count(), 0);
/// assert!(write_starter(folder.path()).is_err(), "nothing is written over");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_starter(folder: &Path) -> Result<Vec<String>, StarterError> {
    let files = starter_files()?;
    for (name, _) in &files {
        let path = folder.join(name);
        // also a link that leads nowhere is something
        if fs::symlink_metadata(&path).is_ok() {
            return Err(StarterError::Exists(path));
        }
    }
    for (place, (name, bytes)) in files.iter().enumerate() {
        let path = folder.join(name);
        if let Err(refused) = write_new(&path, bytes) {
            // the next run begins anew
            for (name, _) in files.iter().take(place) {
                let _ = fs::remove_file(folder.join(name));
            }
            return Err(refused.into());
        }
    }
    Ok(files.into_iter().map(|(name, _)| name).collect())
}

/// The files by their path below the folder. The same bytes every time.
fn starter_files() -> Result<Vec<(String, Vec<u8>)>, StarterError> {
    let (parent, cell) = (parent_layout(), cell_layout());
    let book = |layout: &[LayoutSheet], sample: &[Section]| {
        paint::render_workbook(layout, sample)
            .map_err(|error| StarterError::Workbook(error.to_string()))
    };
    Ok(vec![
        (PARENT.to_owned(), book(&parent, &[])?),
        (CELL.to_owned(), book(&cell, &[])?),
        (
            format!("{SAMPLE}/{PARENT}"),
            book(&parent, &notation::parse(SAMPLE_PARENT))?,
        ),
        (
            format!("{SAMPLE}/{CELL}"),
            book(&cell, &notation::parse(SAMPLE_CELL))?,
        ),
    ])
}
