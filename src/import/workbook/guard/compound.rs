//! Compound files: old workbooks, workbooks with a password, and other documents.
//!
//! The reader gets a fresh compound file with the workbook's stream and nothing else, and
//! so never follows chains that somebody else made.

use super::{alien, biff, damaged, too_large};
use crate::diagnostic::{Bulk, Found};
use crate::import::workbook::Refusal;
use cfb::{CompoundFile, Version};
use std::io::{Cursor, Read, Write};

/// How a compound file begins.
pub(super) const MAGIC: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// Bytes of a workbook's stream.
const STREAM: u64 = 100 << 20;

/// Streams below this length would lie in a stream of small pieces.
const SMALL: usize = 4096;

/// Opens a compound file and checks the workbook in it.
pub(super) fn open(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    check_tables(bytes).ok_or_else(|| damaged("its table of sectors is too long"))?;
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.exists("EncryptedPackage") {
        return Err(Refusal::Password);
    }
    let Some(name) = ["Workbook", "Book"]
        .into_iter()
        .find(|it| file.is_stream(it))
    else {
        return Err(alien(if file.exists("WordDocument") {
            Found::Word
        } else if file.exists("PowerPoint Document") {
            Found::Presentation
        } else {
            Found::Unknown
        }));
    };
    let stream = file.open_stream(name).map_err(damaged)?;
    if stream.len() > STREAM {
        return Err(too_large(STREAM, Bulk::UnpackedBytes));
    }
    let mut content = Vec::new();
    stream
        .take(STREAM)
        .read_to_end(&mut content)
        .map_err(damaged)?;
    drop(file);
    wrap(&biff::clean(&content)?)
}

/// A compound file of one workbook.
pub(super) fn wrap(workbook: &[u8]) -> Result<Vec<u8>, Refusal> {
    // the reader takes the later version only with a stream of small pieces
    let file = CompoundFile::create_with_version(Version::V3, Cursor::new(Vec::new()));
    let mut file = file.map_err(damaged)?;
    let mut stream = file.create_stream("Workbook").map_err(damaged)?;
    stream.write_all(workbook).map_err(damaged)?;
    let padding = vec![0; SMALL.saturating_sub(workbook.len())];
    stream.write_all(&padding).map_err(damaged)?;
    stream.flush().map_err(damaged)?;
    drop(stream);
    file.flush().map_err(damaged)?;
    Ok(file.into_inner().into_inner())
}

/// Follows the list of the file's tables, which may name the same table again and again;
/// none if it is longer than a file of this length needs.
fn check_tables(bytes: &[u8]) -> Option<()> {
    let number = |at: usize| {
        let four = bytes.get(at..at.checked_add(4)?)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    };
    let sector = if bytes.get(30) == Some(&12) {
        4096
    } else {
        512
    };
    let tables = bytes.len() / sector / (sector / 4) + 1;
    let lists = tables / (sector / 4 - 1) + 2;
    let mut next = number(68)?;
    for _ in 0..lists {
        // the last numbers are no sectors
        let Ok(at) = usize::try_from(next) else {
            return None;
        };
        if next >= 0xFFFF_FFFA || at >= bytes.len() / sector {
            return Some(());
        }
        next = number((at + 2) * sector - 4)?;
    }
    (next >= 0xFFFF_FFFA).then_some(())
}
