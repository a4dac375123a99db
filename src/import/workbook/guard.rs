//! What a file is and whether it is safe to open, before the reader sees it.

use super::Refusal;
use crate::diagnostic::Bulk;
use std::io::{self, Cursor, Read};
use std::panic::{UnwindSafe, catch_unwind};
use zip::ZipArchive;

/// Bytes of a workbook when unpacked.
const UNPACKED: u64 = 200 << 20;

/// The kinds of files, told apart by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    /// `.xlsx`, `.xlsm`
    Xlsx,
    /// `.xlsb`
    Xlsb,
    /// `.ods`
    Ods,
    /// `.xls`, or a workbook with a password
    Compound,
}

/// The kind of a file; unpacks zip files once to see how large they become.
pub(super) fn container(bytes: &[u8]) -> Result<Container, Refusal> {
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Ok(Container::Compound);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(unreadable)?;
    check_size(&mut archive, UNPACKED)?;
    let mut has = |part: &str| archive.by_name(part).is_ok();
    Ok(if has("xl/workbook.bin") {
        Container::Xlsb
    } else if has("content.xml") {
        Container::Ods
    } else {
        Container::Xlsx
    })
}

/// Refuses what unpacks beyond the limit, by the sizes declared, then by the real ones:
/// a hostile file declares what it likes.
fn check_size(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    limit: u64,
) -> Result<(), Refusal> {
    let too_large = Refusal::TooLarge {
        limit,
        what: Bulk::UnpackedBytes,
    };
    let mut declared = 0u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(unreadable)?;
        declared = declared.saturating_add(part.size());
    }
    if declared > limit {
        return Err(too_large);
    }
    let mut left = limit;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(unreadable)?;
        let unpacked =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(unreadable)?;
        match left.checked_sub(unpacked) {
            Some(rest) => left = rest,
            None => return Err(too_large),
        }
    }
    Ok(())
}

/// Runs the reader; a panic inside it on a broken file is one unreadable file, not the
/// end of the run.
pub(super) fn without_panic<T>(
    read: impl FnOnce() -> Result<T, Refusal> + UnwindSafe,
) -> Result<T, Refusal> {
    catch_unwind(read).unwrap_or_else(|_| {
        let reason = "the workbook reader gave up on this file";
        Err(Refusal::Unreadable(reason.to_owned()))
    })
}

#[expect(clippy::needless_pass_by_value, reason = "the form that map_err wants")]
fn unreadable(error: impl ToString) -> Refusal {
    Refusal::of(&error, false)
}

/// Zip files made in a test; only this file names their crate.
#[cfg(test)]
pub(super) mod testing {
    use std::io::{Cursor, Read, Write};
    use zip::write::SimpleFileOptions;
    use zip::{ZipArchive, ZipWriter};

    /// A zip file of these parts.
    pub(in crate::import::workbook) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(content.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    /// A workbook's bytes with a piece of one of its parts replaced.
    pub(in crate::import::workbook) fn patched(
        bytes: &[u8],
        part: &str,
        from: &str,
        to: &str,
    ) -> Vec<u8> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = Vec::new();
        for index in 0..archive.len() {
            let mut file = archive.by_index(index).unwrap();
            let mut content = String::new();
            file.read_to_string(&mut content).unwrap();
            if file.name() == part {
                assert!(content.contains(from), "{content}");
                content = content.replace(from, to);
            }
            parts.push((file.name().to_owned(), content));
        }
        let parts: Vec<(&str, &str)> = parts
            .iter()
            .map(|(name, content)| (name.as_str(), content.as_str()))
            .collect();
        zipped(&parts)
    }
}

#[cfg(test)]
mod tests {
    use super::testing::zipped;
    use super::*;

    fn zip_of_2000() -> Vec<u8> {
        zipped(&[("part", &" ".repeat(2000))])
    }

    fn is_too_large(bytes: &[u8], limit: u64) -> bool {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        matches!(
            check_size(&mut archive, limit),
            Err(Refusal::TooLarge { .. })
        )
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
