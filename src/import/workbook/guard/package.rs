//! Workbooks that are zip files, unpacked once and checked on the way.
//!
//! The reader gets a fresh zip file of what it needs, not packed: it never sees the
//! structure of the original, and nothing is unpacked twice. Each part is unpacked
//! straight into that file and looked at there.

use super::fresh::Fresh;
use super::hints::Hints;
use super::references::Letters;
use super::xml::Tags;
use super::{Opened, alien, damaged, open_document, records, too_large};
use crate::diagnostic::{Bulk, Found};
use crate::import::workbook::Refusal;
use memchr::memmem;
use std::io::{self, Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Bytes of a workbook when unpacked, without its pictures.
pub(super) const UNPACKED: u64 = 200 << 20;
/// Parts of a workbook.
const PARTS: u64 = 10_000;
/// Bytes of the shared texts of an `.xlsb`, which has no tags to count.
const BINARY_TEXTS: u64 = 64 << 20;

/// The kinds of zip files that are workbooks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Xlsx,
    Xlsb,
    Ods,
}

/// Unpacks and checks a zip file.
pub(super) fn open(bytes: &[u8]) -> Result<Opened, Refusal> {
    let heads = memmem::find_iter(bytes, b"PK\x01\x02").count();
    if u64::try_from(heads).unwrap_or(u64::MAX) > PARTS {
        return Err(too_large(PARTS, Bulk::Parts));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let kind = kind_of(&mut archive)?;
    let (clean, hints) = repacked(&mut archive, kind, UNPACKED)?;
    Ok(match kind {
        Kind::Xlsx => Opened::Xlsx(clean, hints),
        Kind::Xlsb => Opened::Xlsb(clean),
        Kind::Ods => Opened::Ods(clean),
    })
}

/// A part's name as the reader looks it up.
fn key_of(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// Tells the kinds apart by the names of their parts.
fn kind_of(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<Kind, Refusal> {
    let names: Vec<String> = archive.file_names().map(key_of).collect();
    let has = |name: &str| names.iter().any(|it| it == name);
    if has("mimetype") {
        return kind_of_open_document(archive);
    }
    if has("xl/workbook.bin") {
        return Ok(Kind::Xlsb);
    }
    if has("word/document.xml") {
        return Err(alien(Found::Word));
    }
    if has("ppt/presentation.xml") {
        return Err(alien(Found::Presentation));
    }
    if has("_rels/.rels") || has("xl/workbook.xml") {
        return Ok(Kind::Xlsx);
    }
    Err(alien(Found::Archive))
}

/// An open document says what it is; one with a password is packed with it.
fn kind_of_open_document(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
) -> Result<Kind, Refusal> {
    let mut mimetype = String::new();
    let part = archive.by_name("mimetype").map_err(unreadable)?;
    let _ = part.take(200).read_to_string(&mut mimetype);
    let Some(kind) = mimetype.strip_prefix("application/vnd.oasis.opendocument.") else {
        return Err(alien(Found::Archive));
    };
    let found = match kind.trim() {
        "spreadsheet" | "spreadsheet-template" => {
            let mut manifest = Vec::new();
            if let Ok(part) = archive.by_name("META-INF/manifest.xml") {
                let _ = part.take(1 << 20).read_to_end(&mut manifest);
            }
            if memmem::find(&manifest, b"encryption-data").is_some() {
                return Err(Refusal::Password);
            }
            return Ok(Kind::Ods);
        }
        "text" | "text-template" => Found::Word,
        "presentation" | "presentation-template" => Found::Presentation,
        "graphics" | "image" => Found::Picture,
        _ => Found::Unknown,
    };
    Err(alien(found))
}

/// Whether a part of an `.xlsx` holds the texts of cells.
fn holds_texts(key: &str) -> bool {
    key.contains("worksheets/") || key.ends_with("sharedstrings.xml")
}

/// Whether the reader may want a part; pictures, colours and the like stay packed, and
/// what other programs keep for themselves, in whatever encoding.
fn is_wanted(key: &str) -> bool {
    const LEFT: [&str; 14] = [
        "activex/",
        "charts/",
        "customxml/",
        "docprops/",
        "drawings/",
        "embeddings/",
        "externallinks/",
        "media/",
        "pivotcache/",
        "pivottables/",
        "printersettings/",
        "querytables/",
        "theme/",
        "[content_types].xml",
    ];
    let is_read = [".xml", ".rels", ".bin"]
        .iter()
        .any(|end| key.ends_with(end));
    (is_read || key == "mimetype")
        && !key
            .split_inclusive('/')
            .any(|name| LEFT.iter().any(|left| name.ends_with(left)))
        && !key.ends_with("vbaproject.bin")
}

/// A new zip file of the parts that are read, each checked, and what was seen in them.
fn repacked(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    kind: Kind,
    limit: u64,
) -> Result<(Vec<u8>, Hints), Refusal> {
    let mut wanted = Vec::new();
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(unreadable)?;
        if is_wanted(&key_of(part.name())) {
            declared = declared.saturating_add(part.size());
            wanted.push(index);
        }
    }
    // a hostile file declares what it likes, so the real sizes are counted as well
    if declared > limit {
        return Err(too_large(limit, Bulk::UnpackedBytes));
    }
    let room = usize::try_from(declared).unwrap_or_default() + 400 * wanted.len();
    let fresh = Fresh::with_capacity(room);
    let mut out = ZipWriter::new(fresh.clone());
    let stored =
        SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut left = limit;
    let mut tags = Tags::default();
    let mut letters = Letters::new();
    for index in wanted {
        let part = archive.by_index(index).map_err(unreadable)?;
        let name = part.name().to_owned();
        let key = key_of(&name);
        let mut part = part.take(left + 1);
        out.start_file(name, stored).map_err(damaged)?;
        let start = fresh.len();
        let is_changed = kind == Kind::Xlsb && key == "xl/workbook.bin";
        let length = if is_changed {
            let mut content = Vec::new();
            let length = part.read_to_end(&mut content).map_err(damaged)?;
            let content = records::without_formulas(&content)?;
            out.write_all(&content).map_err(damaged)?;
            u64::try_from(length).unwrap_or(u64::MAX)
        } else if kind == Kind::Xlsx && holds_texts(&key) {
            letters.copy(part, &mut out).map_err(damaged)?
        } else {
            io::copy(&mut part, &mut out).map_err(damaged)?
        };
        left = left
            .checked_sub(length)
            .ok_or_else(|| too_large(limit, Bulk::UnpackedBytes))?;
        fresh.look(start, |content| check(&key, content, kind, &mut tags))?;
    }
    out.finish().map_err(damaged)?;
    Ok((fresh.into_bytes(), tags.hints))
}

/// Checks a part that the reader will see.
fn check(key: &str, content: &[u8], kind: Kind, tags: &mut Tags) -> Result<(), Refusal> {
    let is_binary = std::path::Path::new(key)
        .extension()
        .is_some_and(|it| it == "bin");
    if kind == Kind::Xlsb && key == "xl/sharedstrings.bin" {
        let is_large = u64::try_from(content.len()).is_ok_and(|it| it > BINARY_TEXTS);
        return if is_large {
            Err(too_large(BINARY_TEXTS, Bulk::TextBytes))
        } else {
            Ok(())
        };
    }
    if is_binary || key == "mimetype" {
        return Ok(());
    }
    tags.check(key, content)?;
    if kind == Kind::Ods && key == "content.xml" {
        open_document::check(content)?;
    }
    Ok(())
}

/// A part that does not come out; some are locked each for itself.
fn unreadable(error: ZipError) -> Refusal {
    if let ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) = error {
        Refusal::Password
    } else {
        damaged(error)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::zipped;
    use super::*;

    fn is_too_large(bytes: &[u8], limit: u64) -> bool {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let result = repacked(&mut archive, Kind::Xlsx, limit);
        matches!(result, Err(Refusal::TooLarge { .. }))
    }

    fn zip_of_2000() -> Vec<u8> {
        zipped(&[("part.xml", &" ".repeat(2000)), ("xl/media/a.xml", "1234")])
    }

    #[test]
    fn a_file_is_refused_when_it_unpacks_beyond_the_limit() {
        let bytes = zip_of_2000();
        assert!(!is_too_large(&bytes, 2000));
        assert!(is_too_large(&bytes, 1999));
    }

    #[test]
    fn a_file_that_declares_less_than_it_holds_is_refused_too() {
        let (real, declared) = (2000_u32.to_le_bytes(), 3_u32.to_le_bytes());
        let mut bytes = zip_of_2000();
        while let Some(at) = bytes.windows(4).position(|window| window == real) {
            bytes[at..at + 4].copy_from_slice(&declared);
        }
        assert!(is_too_large(&bytes, 1999));
    }
}
