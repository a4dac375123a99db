//! Any parts inside a sound container: without it, a fuzzer never gets beyond a checksum.
//!
//! The first byte says what to build; the rest is split at lines of `----` into parts.

#![no_main]

mod read;

use libfuzzer_sys::fuzz_target;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const BETWEEN: &[u8] = b"\n----\n";

const XLSX: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
];
const XLSB: [&str; 6] = [
    "xl/worksheets/sheet1.bin",
    "xl/sharedStrings.bin",
    "xl/styles.bin",
    "xl/workbook.bin",
    "xl/_rels/workbook.bin.rels",
    "_rels/.rels",
];
const ODS: [&str; 2] = ["content.xml", "META-INF/manifest.xml"];

fuzz_target!(|bytes: &[u8]| {
    let Some((kind, rest)) = bytes.split_first() else {
        return;
    };
    let parts = split(rest);
    match kind % 6 {
        0 => read::read("a.xlsx", zip_of(&XLSX, &DEFAULTS_XLSX, &parts)),
        1 => read::read("a.xlsb", zip_of(&XLSB, &DEFAULTS_XLSB, &parts)),
        2 => read::read("a.ods", ods(&parts)),
        3 => read::read("a.xls", compound("Workbook", rest)),
        4 => read::read("a.xls", compound("Book", rest)),
        _ => read::read("a.xls", [b"<html><table>", rest].concat()),
    }
});

fn split(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(BETWEEN.len()).position(|it| it == BETWEEN) {
        parts.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    parts.push(rest);
    parts
}

/// What stands in a part that the input lacks.
const DEFAULTS_XLSX: [&[u8]; 6] = [
    b"<worksheet><sheetData/></worksheet>",
    b"<sst><si><t>x</t></si></sst>",
    b"<styleSheet/>",
    br#"<workbook><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>"#,
    br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
];
const DEFAULTS_XLSB: [&[u8]; 6] = [
    b"",
    b"",
    b"",
    b"\x9c\x01\x1e\0\0\0\0\x01\0\0\0\x04\0\0\0r\0I\0d\x001\0\x01\0\0\0A\0\x90\x01\0\x9d\x01\0",
    br#"<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>"#,
    b"<Relationships/>",
];

fn zip_of(names: &[&str], defaults: &[&[u8]], parts: &[&[u8]]) -> Vec<u8> {
    let stored =
        SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (index, name) in names.iter().enumerate() {
        zip.start_file(*name, stored).unwrap();
        let part = parts.get(index).or(defaults.get(index));
        zip.write_all(part.copied().unwrap_or_default()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(parts: &[&[u8]]) -> Vec<u8> {
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet";
    let names = ["mimetype", ODS[0], ODS[1]];
    let content = parts.first().copied().unwrap_or_default();
    let manifest = parts.get(1).copied().unwrap_or(b"<manifest:manifest/>");
    zip_of(&names, &[], &[mimetype.as_bytes(), content, manifest])
}

fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(name).unwrap().write_all(stream).unwrap();
    file.flush().unwrap();
    file.into_inner().into_inner()
}
