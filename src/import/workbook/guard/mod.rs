//! What a file is and whether it is safe to open, before the reader sees it.
//!
//! A file is told by what it holds, not by its ending. The reader believes what a file
//! declares, follows its chains and repeats what it says to repeat, so it never sees the
//! file itself: it gets a fresh one with the checked parts.

mod biff;
mod compound;
mod fresh;
mod hints;
mod metered;
mod open_document;
mod package;
mod quiet;
mod records;
mod references;
mod text;
mod texts;
mod xml;

pub(super) use hints::Hints;
pub(super) use metered::Metered;
pub use quiet::silence_reader_panics;
pub(super) use quiet::without_panic;

use super::Refusal;
use crate::diagnostic::{Bulk, Found};

/// Tags of all parts in XML; each cell takes four or more.
const TAGS: u64 = 20_000_000;
/// Cells of sheets that the reader keeps from corner to corner, empty ones too.
pub(super) const AREA: u64 = 3_000_000;
/// Bytes of the texts that the reader copies into each cell.
const TEXTS: u64 = 64 << 20;

/// A file ready for its reader.
#[derive(Debug)]
pub(super) enum Opened {
    /// `.xlsx`, `.xlsm`
    Xlsx(Vec<u8>, Hints),
    /// `.xlsb`
    Xlsb(Vec<u8>),
    /// `.ods`
    Ods(Vec<u8>),
    /// `.xls`
    Xls(Vec<u8>),
    /// A web page with a table, whatever its ending.
    WebPage(String),
    /// Text with separators.
    Delimited(String),
}

/// Tells what a file is, checks it and makes it ready for its reader.
///
/// Text is taken for a table at once where the ending says so.
pub(super) fn open(bytes: &[u8], is_delimited: bool) -> Result<Opened, Refusal> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return package::open(bytes);
    }
    if bytes.starts_with(compound::MAGIC) {
        return compound::open(bytes).map(Opened::Xls);
    }
    if biff::is_bare(bytes) {
        return compound::wrap(&biff::clean(bytes)?).map(Opened::Xls);
    }
    if biff::is_ancient(bytes) {
        return Err(alien(Found::OldExcel));
    }
    if let Some(found) = by_signature(bytes) {
        return Err(alien(found));
    }
    text::open(bytes, is_delimited)
}

/// What other kinds of files begin with.
fn by_signature(bytes: &[u8]) -> Option<Found> {
    const SIGNATURES: [(&[u8], Found); 14] = [
        (b"%PDF", Found::Pdf),
        (b"{\\rtf", Found::Word),
        (b"\x89PNG", Found::Picture),
        (b"\xFF\xD8\xFF", Found::Picture),
        (b"GIF8", Found::Picture),
        (b"BM", Found::Picture),
        (b"II*\0", Found::Picture),
        (b"MM\0*", Found::Picture),
        (b"Rar!", Found::Archive),
        (b"7z\xBC\xAF", Found::Archive),
        (b"\x1F\x8B", Found::Archive),
        (b"MIME-Version:", Found::WebArchive),
        (b"\xD0\xCF\x11\xE0", Found::Damaged),
        (b"MZ", Found::Unknown),
    ];
    let text_may_begin_so = |mark: &[u8]| mark.len() == 2 && mark.is_ascii();
    let is_binary = bytes.iter().take(64).any(|byte| *byte == 0);
    let mut found = SIGNATURES.into_iter().filter(|(mark, _)| {
        bytes.starts_with(mark) && (is_binary || !text_may_begin_so(mark))
    });
    found.next().map(|(_, found)| found)
}

fn alien(found: Found) -> Refusal {
    Refusal::Alien {
        found,
        reason: None,
    }
}

fn too_large(limit: u64, what: Bulk) -> Refusal {
    Refusal::TooLarge { limit, what }
}

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err wants")]
fn damaged(error: impl ToString) -> Refusal {
    Refusal::of(&error, false)
}

#[cfg(test)]
pub(super) mod testing;
#[cfg(test)]
mod tests;
