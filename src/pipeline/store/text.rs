//! The text of a folder's manifest: written and hashed while it is made, since that of a
//! committee is some 12 kB for each of its cells.

use super::super::hash::Hashing;
use super::super::manifest::{Figures, Manifest};
use super::super::refused::StoreError;
use super::disk;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// Pieces of this size are hashed and written.
const PIECE: usize = 64 * 1024;

/// Writes a manifest; its hash.
pub(super) fn write(
    path: &Path,
    manifest: &Manifest<Figures>,
) -> Result<String, StoreError> {
    disk::write_with(path, |file| hashed(manifest, file))
}

/// The hash of a manifest.
pub(super) fn hash(manifest: &Manifest<Figures>) -> Option<String> {
    // what is written nowhere cannot fail
    hashed(manifest, io::sink()).ok()
}

/// As `explain` and `verify` read it: with spaces it would be two thirds longer, some
/// 100 kB for each cell.
fn hashed(manifest: &Manifest<Figures>, to: impl Write) -> io::Result<String> {
    let mut text = BufWriter::with_capacity(PIECE, Hashing::new(to));
    // its types have no map with keys that JSON cannot write
    serde_json::to_writer(&mut text, manifest)?;
    text.write_all(b"\n")?;
    let hashing = text.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(hashing.finish())
}

#[cfg(test)]
mod tests {
    use super::super::super::hash::sha256;
    use super::super::super::manifest::bare_manifest;
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("manifest.json");
        let manifest: Manifest<Figures> =
            bare_manifest("244-QĐ/TW", &[], std::iter::empty());
        let written = write(&path, &manifest).unwrap();
        let text = std::fs::read(&path).unwrap();
        assert_eq!(written, sha256(&text));
        assert_eq!(hash(&manifest), Some(written));
        assert_eq!(text.last(), Some(&b'\n'));
        let read: Manifest = serde_json::from_slice(&text).unwrap();
        assert_eq!(read.rules, manifest.rules);
    }
}
