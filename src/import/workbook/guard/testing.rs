//! Zip and compound files made in a test; only this folder names their crates.

use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A zip file of these parts.
pub(in crate::import::workbook) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, content)| (*name, content.as_bytes()))
        .collect();
    zipped_bytes(&parts)
}

/// A zip file of these parts.
pub(in crate::import::workbook) fn zipped_bytes(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
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

/// A compound file of these streams.
pub(in crate::import::workbook) fn compound_of(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    for (name, content) in streams {
        let mut stream = file.create_stream(name).unwrap();
        stream.write_all(content).unwrap();
        stream.flush().unwrap();
    }
    file.flush().unwrap();
    file.into_inner().into_inner()
}

/// The records of an old workbook, kind and content.
pub(in crate::import::workbook) fn records(records: &[(u16, &[u8])]) -> Vec<u8> {
    let mut stream = Vec::new();
    for (kind, content) in records {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(content.len()).unwrap().to_le_bytes());
        stream.extend_from_slice(content);
    }
    stream
}

/// An old workbook, of Excel 97 or of Excel 95, with one sheet of these records.
pub(in crate::import::workbook) fn old_workbook(
    is_unicode: bool,
    globals: &[(u16, &[u8])],
    name: &str,
    cells: &[(u16, &[u8])],
) -> Vec<u8> {
    let version = if is_unicode { 6 } else { 5 };
    let begin = |kind| vec![0, version, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let (book, sheet) = (begin(5), begin(0x10));
    let mut tab = vec![
        0,
        0,
        0,
        0,
        0,
        0,
        u8::try_from(name.chars().count()).unwrap(),
    ];
    if is_unicode {
        tab.push(1);
        tab.extend(name.encode_utf16().flat_map(u16::to_le_bytes));
    } else {
        tab.extend(name.as_bytes());
    }
    let with_tab = |tab: &[u8]| {
        let mut all = vec![(0x0809, book.as_slice())];
        all.extend_from_slice(globals);
        all.extend([(0x0085, tab), (0x000A, &[][..])]);
        records(&all)
    };
    let start = u32::try_from(with_tab(&tab).len()).unwrap();
    tab[..4].copy_from_slice(&start.to_le_bytes());
    let mut all = vec![(0x0809, sheet.as_slice())];
    all.extend_from_slice(cells);
    all.push((0x000A, &[]));
    [with_tab(&tab), records(&all)].concat()
}
