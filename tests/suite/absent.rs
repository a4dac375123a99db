//! A workbook that lacks something still gives its papers, and odd text is printed as
//! typed.

use crate::support::{Folder, builder, docx_text, papers, pdf_text, words};
use bienban::document::passages;
use bienban::pipeline::{Batch, Cell, CellPapers, read_input};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;

const BOOK: &str = "fixtures/tinh-huong/bau-lan-2.xlsx";

/// The workbook with its parts changed.
fn changed(change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let bytes = fs::read(BOOK).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        let mut text = String::new();
        let mut part = archive.by_name(&name).unwrap();
        part.read_to_string(&mut text).unwrap();
        writer
            .start_file(&name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(change(&name, text).as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The workbook with every occurrence of a text replaced in its strings.
fn with_text(old: &str, new: &str) -> Vec<u8> {
    changed(|name, text| {
        if name.ends_with("sharedStrings.xml") {
            assert!(text.contains(old), "{old} is in the workbook");
            text.replace(old, new)
        } else {
            text
        }
    })
}

/// Builds a workbook; findings by code, and the papers if there are any.
fn build(bytes: &[u8]) -> (Vec<String>, Option<CellPapers>) {
    let folder = Folder::new();
    fs::write(folder.join("a.xlsx"), bytes).unwrap();
    let mut batch = Batch::read(&read_input(Path::new(&folder.path())).unwrap());
    let papers = builder().make(&mut batch.cells[0]).unwrap();
    let codes = batch.findings().map(|it| it.code().to_string()).collect();
    (codes, papers)
}

fn texts(papers: &CellPapers) -> BTreeMap<&str, String> {
    let pdfs = papers
        .files
        .iter()
        .filter(|(name, _)| name.ends_with(".pdf"));
    pdfs.map(|(name, bytes)| (name.as_str(), pdf_text(bytes)))
        .collect()
}

#[test]
fn a_workbook_without_one_of_its_optional_sheets_still_gives_its_papers() {
    for sheet in ["Biểu quyết", "Nghị quyết", "Diễn biến"] {
        let book = changed(|name, text| {
            if name == "xl/workbook.xml" {
                let old = format!("name=\"{sheet}\"");
                assert!(text.contains(&old), "{sheet}");
                text.replace(&old, "name=\"Trang khác\"")
            } else {
                text
            }
        });
        let (codes, papers) = build(&book);
        assert!(codes.contains(&"S03".to_owned()), "{sheet}: {codes:?}");
        let papers = papers.unwrap();
        let texts = texts(&papers);
        assert!(texts.contains_key("05-bien-ban-dai-hoi.pdf"), "{sheet}");
        assert_eq!(
            texts.contains_key("06-nghi-quyet.pdf"),
            sheet != "Nghị quyết"
        );
    }
}

#[test]
fn each_kind_of_vote_may_be_absent() {
    for kind in [
        "Đoàn chủ tịch",
        "Thư ký",
        "Nghị quyết",
        "Báo cáo",
        "Số lượng",
    ] {
        let book = changed(|name, text| {
            if name.ends_with("sharedStrings.xml") {
                text.replace(&format!("<t>{kind}</t>"), "<t>Khác</t>")
            } else {
                text
            }
        });
        let (codes, papers) = build(&book);
        assert!(papers.is_some(), "{kind}: {codes:?}");
    }
}

#[test]
fn a_name_with_marks_of_markup_is_printed_as_typed() {
    for odd in ["H'Hen Niê", "R & D <b>", "a \"b\" =`c`", "{{x}} }}"] {
        let escaped = odd.replace('&', "&amp;").replace('<', "&lt;");
        let (codes, papers) = build(&with_text("Lê Quốc Tân", &escaped));
        let papers = papers.unwrap_or_else(|| panic!("{odd}: {codes:?}"));
        for (name, bytes) in &papers.files {
            let text = if name.ends_with(".pdf") {
                pdf_text(bytes)
            } else {
                docx_text(bytes)
            };
            if name.starts_with("05-") || name.starts_with("06-") {
                let text = words(&text).join(" ");
                assert!(text.contains(odd), "{odd} in {name}: {text}");
            }
        }
        let mut is_traced = false;
        papers.manifest.figures.each(&mut |figure| {
            is_traced |= figure.text == odd;
        });
        assert!(is_traced, "{odd} is traced");
    }
}

#[test]
fn a_character_that_the_font_lacks_is_an_error_at_its_cell_and_no_box() {
    let (codes, papers) = build(&with_text("Lê Quốc Tân", "Lê 😀 Tân"));
    assert!(papers.is_none());
    assert!(codes.iter().all(|code| code == "P01"), "{codes:?}");
}

#[test]
fn no_paper_has_an_empty_slot_or_a_stray_mark() {
    for folder in ["fixtures/dai-hoi-2022", "fixtures/tinh-huong"] {
        let batch = Batch::read(&read_input(Path::new(folder)).unwrap());
        let faultless =
            |cell: &&Cell| cell.results.is_some() && !cell.report.has_errors();
        for cell in batch.cells.iter().filter(faultless) {
            for paper in papers(cell, None) {
                let name = paper.id.file_stem();
                // room for the hand is of no-break spaces here, in PDF of spaces
                let text: Vec<_> = passages(&paper.document);
                let text: Vec<&str> = text.iter().map(|it| &*it.text).collect();
                let text = text.join("\n");
                for mark in [
                    "  ", "null", "{{", "}}", " ,", " ;", "..", ",,", "( ", " )", ":.",
                ] {
                    let at = format!("{} {name}: {mark:?}", cell.name);
                    assert!(!text.contains(mark), "{at} in {text}");
                }
            }
        }
    }
}
