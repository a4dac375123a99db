//! What clerks really keep: one mess a workbook, with the exact findings and what was
//! read in spite of it.

mod boards;
pub(crate) mod book;
mod dates;
mod facts;
mod formats;
mod layouts;
mod numbers;
mod people;
mod tables;
mod texts;

use crate::support::Folder;
use bienban::diagnostic::{Diagnostic, Lang};
use bienban::pipeline::{Batch, read_input};
use book::Book;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

/// One mess.
struct Mess {
    /// What the clerk did.
    says: &'static str,
    /// Does it to a clean workbook.
    make: fn(&mut Book),
    /// Every finding: sheet, cell and code.
    finds: &'static [&'static str],
    /// Facts that differ from those of the clean workbook; empty when none does.
    reads: &'static [&'static str],
}

/// Files of a batch, read.
fn read(files: &[(&str, Vec<u8>)]) -> Batch {
    let folder = Folder::new();
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    Batch::read(&read_input(Path::new(&folder.path())).unwrap())
}

/// Every finding of a batch: sheet, cell and code.
fn findings(batch: &Batch) -> Vec<String> {
    batch.findings().map(shown).collect()
}

fn shown(finding: &Diagnostic) -> String {
    let place = &finding.place;
    let sheet = place.sheet.as_ref().map(|it| format!("{} ", it.name));
    let cells = place.cells.map(|it| format!("{it} "));
    format!(
        "{}{}{}",
        sheet.unwrap_or_default(),
        cells.unwrap_or_default(),
        finding.code()
    )
}

/// The facts of a batch's only cell that differ from the clean workbook's.
fn changed_facts(batch: &Batch) -> Vec<String> {
    static CLEAN: OnceLock<Vec<String>> = OnceLock::new();
    let clean = CLEAN.get_or_init(|| {
        let clean = read(&[("a.xlsx", Book::clean().xlsx())]);
        facts::lines(&clean.cells[0].congress)
    });
    let [cell] = batch.cells.as_slice() else {
        return vec![format!("{} cells", batch.cells.len())];
    };
    facts::lines(&cell.congress)
        .into_iter()
        .filter(|line| !clean.contains(line))
        .collect()
}

/// Says where a list of messes is not read as it should be.
fn assert_read(messes: &[Mess]) {
    let mut faults = Vec::new();
    for mess in messes {
        let mut book = Book::clean();
        (mess.make)(&mut book);
        let batch = read(&[("a.xlsx", book.xlsx())]);
        let (finds, reads) = (findings(&batch), changed_facts(&batch));
        if finds != mess.finds || reads != mess.reads {
            faults.push(format!("{}\n  {finds:#?}\n  {reads:#?}", mess.says));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_clean_workbook_has_no_findings() {
    let batch = read(&[("a.xlsx", Book::clean().xlsx())]);
    assert_eq!(findings(&batch), Vec::<String>::new());
    let lines = facts::lines(&batch.cells[0].congress);
    assert_eq!(
        lines[0],
        "chi bộ Ví dụ, 5/9/2022, 14:00 Lê Văn Ánh, Trần Thị Bình"
    );
    assert_eq!(
        lines[1],
        "Lê Văn Ánh, nam, 27/12/1966, 24/7/1991, 24/7/1992, có mặt, Trưởng phòng, 51.260986"
    );
    assert_eq!(lines.len(), 1 + 6 + 1 + 6 + 5 + 4);
}

#[test]
fn dates_are_read_as_typed_or_are_findings() {
    assert_read(&dates::MESSES);
}

#[test]
fn people_are_read_by_whatever_marks_they_have() {
    assert_read(&people::MESSES);
}

#[test]
fn boards_are_read_from_their_labels_and_signatures_are_not() {
    assert_read(&boards::MESSES);
}

#[test]
fn a_candidate_with_a_nickname_a_post_or_a_rank_is_still_known() {
    for typed in [
        "Lê Văn Ánh (Hai Lúa)",
        "Lê Văn Ánh (Bí thư)",
        "Lê Văn Ánh, Trưởng phòng",
        "Lê Văn Ánh - Bí thư",
        "Đại tá Lê Văn Ánh",
        "Luật sư Lê Văn Ánh",
    ] {
        let mut book = Book::clean();
        book.ballot().set("B10", typed);
        let behind = typed.replace("Lê Văn Ánh", "Kiều Khánh Xuân");
        book.ballot().set("B7", &behind);
        let batch = read(&[("a.xlsx", book.xlsx())]);
        let hints = batch.findings().map(|it| {
            let hint = it.wording(Lang::Vi).hint.unwrap_or_default();
            format!("{} {hint}", it.code())
        });
        let expected = [
            "V16 có phải “Kiều Khánh Xuân” không?",
            "V14 có phải “Lê Văn Ánh” không?",
        ];
        assert_eq!(hints.collect::<Vec<_>>(), expected, "{typed}");
    }
}

#[test]
fn the_same_wrong_number_of_hands_down_a_column_is_told_once() {
    let mut book = Book::clean();
    for row in 2..=7 {
        book.tab("Biểu quyết")
            .set(&format!("D{row}"), &format!("{}", 5 + row));
    }
    let batch = read(&[("a.xlsx", book.xlsx())]);
    assert_eq!(findings(&batch), ["Biểu quyết D2:D7 V29"]);
}

#[test]
fn numbers_are_read_as_the_sheet_shows_them() {
    assert_read(&numbers::MESSES);
}

#[test]
fn tables_are_found_wherever_they_stand() {
    assert_read(&tables::MESSES);
}

#[test]
fn sheets_and_labels_are_found_in_other_layouts() {
    assert_read(&layouts::MESSES);
}

#[test]
fn text_is_read_in_any_encoding_and_font() {
    assert_read(&texts::MESSES);
}
