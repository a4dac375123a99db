//! Reading fixtures through the pipeline, and text out of written files.

use bienban::diagnostic::{Lang, short_line};
use bienban::document::profile::ProfileId;
use bienban::model::{Attendance, Status};
use bienban::pipeline::{
    Batch, BuildOptions, Builder, Cell, Format, PaperKind, Templates, read_input,
};
use bienban::template::{Paper, write_batch_paper, write_paper};
use quick_xml::Reader;
use quick_xml::events::Event;
use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The sample batch.
pub(crate) const BATCH: &str = "fixtures/dai-hoi-2022";
/// One situation a workbook.
pub(crate) const SITUATIONS: &str = "fixtures/tinh-huong";

/// Every "Tình trạng".
pub(crate) const STATUSES: [Status; 6] = [
    Status::Active,
    Status::Exempt,
    Status::Elsewhere,
    Status::Guest,
    Status::Suspended,
    Status::Charged,
];

/// Every "Dự đại hội".
pub(crate) const ATTENDANCES: [Attendance; 3] =
    [Attendance::Present, Attendance::Partly, Attendance::Absent];

pub(crate) fn read(path: &str) -> Batch {
    Batch::read(&read_input(Path::new(path)).unwrap())
}

pub(crate) fn situation(name: &str) -> Batch {
    read(&format!("{SITUATIONS}/{name}.xlsx"))
}

pub(crate) fn templates() -> Templates {
    Templates::built_in().unwrap()
}

pub(crate) fn options() -> BuildOptions {
    BuildOptions {
        formats: Format::ALL.to_vec(),
        only: Vec::new(),
        profile: None,
        merge: false,
    }
}

pub(crate) fn builder() -> Builder {
    Builder::new(templates(), options()).unwrap()
}

/// One that writes only these kinds.
pub(crate) fn builder_of(only: Vec<PaperKind>) -> Builder {
    let options = BuildOptions { only, ..options() };
    Builder::new(templates(), options).unwrap()
}

/// The papers of a batch's committee as documents.
pub(crate) fn committee_papers(batch: &Batch, profile: Option<ProfileId>) -> Vec<Paper> {
    let templates = templates();
    let facts = batch.facts().unwrap();
    let papers = facts.papers().into_iter();
    papers
        .filter_map(|id| write_batch_paper(&templates, &facts, id, profile).unwrap())
        .collect()
}

/// The papers of a cell as documents.
pub(crate) fn papers(cell: &Cell, profile: Option<ProfileId>) -> Vec<Paper> {
    let templates = templates();
    let facts = cell.facts().unwrap();
    let papers = facts.papers().into_iter();
    papers
        .filter_map(|id| write_paper(&templates, facts, id, profile).unwrap())
        .collect()
}

/// Every finding of a batch on a line.
pub(crate) fn findings(batch: &Batch) -> Vec<String> {
    batch
        .findings()
        .map(|it| short_line(it, Lang::Vi))
        .collect()
}

/// What the program said and how it ended.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// Runs the program in Vietnamese.
pub(crate) fn run(arguments: &[&str]) -> Run {
    run_in("vi", arguments)
}

pub(crate) fn run_in(lang: &str, arguments: &[&str]) -> Run {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_bienban"))
        .args(["--lang", lang, "--color", "never"])
        .args(arguments)
        .output()
        .unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A workbook whose sheets have these rows, cells parted by `|`.
pub(crate) fn workbook(path: &Path, sheets: &[(&str, &str)]) {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, line) in (0..).zip(rows.lines()) {
            for (column, word) in (0..).zip(line.split('|')) {
                sheet.write_string(row, column, word).unwrap();
            }
        }
    }
    book.save(path).unwrap();
}

/// A fresh folder that is gone with the value.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.0.path().to_owned()
    }

    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }
}

/// The files below a folder with their bytes, by path with `/`.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in std::fs::read_dir(&inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy();
                files.insert(name.replace('\\', "/"), std::fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// The words of a text, whatever stands between them.
pub(crate) fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// One part of a zip file.
pub(crate) fn part(zip: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut text = String::new();
    archive
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The text of a DOCX: a line for each paragraph.
pub(crate) fn docx_text(docx: &[u8]) -> String {
    let xml = part(docx, "word/document.xml");
    let mut reader = Reader::from_str(&xml);
    let mut text = String::new();
    let mut in_text = false;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => in_text = tag.name().as_ref() == b"w:t",
            Event::Empty(tag) => match tag.name().as_ref() {
                b"w:noBreakHyphen" => text.push('-'),
                b"w:br" => text.push(' '),
                _ => {}
            },
            Event::Text(piece) if in_text => text.push_str(&piece.decode().unwrap()),
            Event::GeneralRef(entity) if in_text => {
                let name = String::from_utf8(entity.to_vec()).unwrap();
                let entity = format!("&{name};");
                text.push_str(&quick_xml::escape::unescape(&entity).unwrap());
            }
            Event::End(tag) => {
                in_text = false;
                if tag.name().as_ref() == b"w:p" {
                    text.push('\n');
                }
            }
            Event::Eof => return text,
            _ => {}
        }
    }
}

/// The text of a PDF in the order of its content, without artifacts (page numbers,
/// repeated heads, drawn lines): a line for each piece of marked content.
pub(crate) fn pdf_text(pdf: &[u8]) -> String {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let mut text = String::new();
    for (_, page) in document.get_pages() {
        let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = document
            .get_page_fonts(page)
            .unwrap()
            .into_iter()
            .map(|(name, font)| (name, unicode_of(&document, font)))
            .collect();
        let content = document.get_and_decode_page_content(page).unwrap();
        let mut font = None;
        let mut marks: Vec<bool> = Vec::new();
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    let tag = operation.operands[0].as_name().unwrap();
                    marks.push(tag == b"Artifact");
                    text.push('\n');
                }
                "EMC" => {
                    marks.pop();
                }
                "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
                "Tj" | "TJ" if !marks.contains(&true) => {
                    show(&operation.operands, font.unwrap(), &mut text);
                }
                _ => {}
            }
        }
    }
    text
}

fn show(operands: &[lopdf::Object], font: &BTreeMap<u16, String>, text: &mut String) {
    for operand in operands {
        match operand {
            lopdf::Object::String(bytes, _) => {
                for code in bytes.chunks(2) {
                    let code = u16::from_be_bytes([code[0], code[1]]);
                    text.push_str(&font[&code]);
                }
            }
            lopdf::Object::Array(inner) => show(inner, font, text),
            _ => {}
        }
    }
}

/// What each code of a font means, from its `ToUnicode` map.
fn unicode_of(
    document: &lopdf::Document,
    font: &lopdf::Dictionary,
) -> BTreeMap<u16, String> {
    let map = font
        .get_deref(b"ToUnicode", document)
        .unwrap()
        .as_stream()
        .unwrap();
    let map = map
        .decompressed_content()
        .unwrap_or_else(|_| map.content.clone());
    let map = String::from_utf8(map).unwrap();
    let hex = |text: &str| {
        let text = text.trim_start_matches('<').trim_end_matches('>');
        let units: Vec<u16> = (0..text.len() / 4)
            .map(|at| u16::from_str_radix(&text[at * 4..at * 4 + 4], 16).unwrap())
            .collect();
        units
    };
    let mut meanings = BTreeMap::new();
    let mut within = "";
    for line in map.lines() {
        let parts: Vec<&str> = line.split_whitespace().collect();
        match parts.as_slice() {
            [_, word @ ("beginbfchar" | "beginbfrange")] => within = word,
            ["endbfchar" | "endbfrange"] => within = "",
            [code, meaning] if within == "beginbfchar" => {
                let meaning = String::from_utf16(&hex(meaning)).unwrap();
                meanings.insert(hex(code)[0], meaning);
            }
            [first, last, meaning] if within == "beginbfrange" => {
                let start = hex(meaning)[0];
                for (step, code) in (hex(first)[0]..=hex(last)[0]).enumerate() {
                    let unit = start + u16::try_from(step).unwrap();
                    meanings.insert(code, String::from_utf16(&[unit]).unwrap());
                }
            }
            _ => {}
        }
    }
    meanings
}
