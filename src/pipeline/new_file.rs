//! A file that is not there yet: written whole, or not there.

use super::refused::{StoreError, writing};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Writes a file and the folders it is in. What is there is not written over, and of a
/// file that the disk has no room for nothing stays.
///
/// # Errors
///
/// When something of that name is there, or the disk refuses.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(writing(folder))?;
    }
    let mut file = File::create_new(path).map_err(writing(path))?;
    let written = file.write_all(bytes);
    if written.is_err() {
        // a part of it would be taken for somebody's own file
        let _ = fs::remove_file(path);
    }
    written.map_err(writing(path))
}
