//! A single file: written whole, or left as it was.

use super::refused::{StoreError, writing};
use super::store::NEW;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

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

/// Writes a file and the folders it is in; an older one is replaced, once the new one is
/// whole.
///
/// # Errors
///
/// When the disk refuses; what was there then still is.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).map_err(writing(folder))?;
    let new = beside(path);
    let written = fs::write(&new, bytes).map_err(writing(&new));
    let moved = written.and_then(|()| fs::rename(&new, path).map_err(writing(path)));
    moved.map_err(|error| {
        // what is left of it is of no use
        let _ = fs::remove_file(&new);
        error.told_of(&new, path)
    })
}

/// The name under which a file is written until it is whole.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{NEW}{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_is_replaced_whole_or_stays() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ban/a.xlsx");
        for text in ["cũ", "mới"] {
            replace(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        // nothing can be written under the temporary name
        fs::create_dir(beside(&path)).unwrap();
        let refused = replace(&path, b"x").unwrap_err();
        assert_eq!(refused.path, path.display().to_string());
        assert_eq!(fs::read_to_string(&path).unwrap(), "mới");
    }
}
