//! Files of other kinds than `.xlsx`.

use super::book::Book;
use super::{changed_facts, findings, read};

const NONE: [&str; 0] = [];

/// The clean cell as a subfolder, its list of members as these bytes.
fn with_members(bytes: Vec<u8>) -> Vec<(&'static str, Vec<u8>)> {
    let mut book = Book::clean();
    book.remove("Đảng viên");
    vec![
        ("vi-du/a.xlsx", book.xlsx()),
        ("vi-du/Đảng viên.csv", bytes),
    ]
}

fn members(separator: &str) -> String {
    Book::clean().members().delimited(separator)
}

fn assert_same(says: &str, files: &[(&str, Vec<u8>)]) {
    let batch = read(files);
    assert_eq!(findings(&batch), NONE, "{says}");
    assert_eq!(changed_facts(&batch), NONE, "{says}");
}

#[test]
fn a_list_of_members_is_read_from_csv_in_any_unicode_with_any_separator() {
    for separator in [",", ";", "\t"] {
        let text = members(separator);
        let bom = format!("\u{feff}{text}");
        let little = bom.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big = bom.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_same("UTF-8", &with_members(text.into_bytes()));
        assert_same("UTF-8 with mark", &with_members(bom.into_bytes()));
        assert_same("UTF-16, little end first", &with_members(little));
        assert_same("UTF-16, big end first", &with_members(big));
    }
}

#[test]
fn quotes_and_line_breaks_of_csv_are_read() {
    let text = members(";").replace("Phó Trưởng phòng", "\"Phó Trưởng\nphòng\"");
    assert_same("quoted", &with_members(text.into_bytes()));
}

#[test]
fn csv_that_is_not_unicode_is_named_as_such() {
    let mut bytes = b"TT;H\xf4 v\xe0 t\xean;Ng\xe0y sinh\r\n".to_vec();
    bytes.extend(b"1;Tr\xe2n;28/02/1971\r\n");
    let batch = read(&with_members(bytes));
    let found = findings(&batch);
    assert!(found.contains(&"S28".to_owned()), "{found:?}");
}

#[test]
fn csv_that_belongs_to_no_cell_is_a_finding() {
    let batch = read(&[
        ("a.xlsx", Book::clean().xlsx()),
        ("b.csv", members(",").into_bytes()),
    ]);
    assert_eq!(findings(&batch), ["S23"]);
    assert_eq!(changed_facts(&batch), NONE);
}

#[test]
fn a_web_page_that_calls_itself_xls_is_read() {
    let rows = members("|");
    let rows = rows.lines().map(|row| {
        let cells = row.split('|').map(|cell| format!("<td>{cell}</td>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    });
    let page = format!(
        "<html><head><meta charset=\"utf-8\"></head><body><table>{}</table></body></html>",
        rows.collect::<String>()
    );
    let mut book = Book::clean();
    book.remove("Đảng viên");
    let batch = read(&[
        ("vi-du/a.xlsx", book.xlsx()),
        ("vi-du/Đảng viên.xls", page.into_bytes()),
    ]);
    assert_eq!(findings(&batch), ["S27"]);
    assert_eq!(changed_facts(&batch), NONE);
}

#[test]
fn text_with_separators_that_calls_itself_xls_is_read() {
    let mut book = Book::clean();
    book.remove("Đảng viên");
    let batch = read(&[
        ("vi-du/a.xlsx", book.xlsx()),
        ("vi-du/Đảng viên.xls", members("\t").into_bytes()),
    ]);
    assert_eq!(findings(&batch), ["S27"]);
    assert_eq!(changed_facts(&batch), NONE);
}

#[test]
fn lock_files_and_hidden_files_are_passed_over() {
    assert_same(
        "lock files",
        &[
            ("a.xlsx", Book::clean().xlsx()),
            ("~$a.xlsx", vec![0; 165]),
            (".~lock.a.xlsx#", b",nobody,,;".to_vec()),
            (".b.xlsx", b"x".to_vec()),
            ("ghi chú.txt", b"x".to_vec()),
        ],
    );
}

#[test]
fn a_file_that_is_no_workbook_is_named_and_the_others_are_read() {
    let clean = Book::clean().xlsx();
    let broken: [(&str, Vec<u8>); 6] = [
        ("nothing in it", Vec::new()),
        ("cut off", clean[..clean.len() / 2].to_vec()),
        ("a PDF", b"%PDF-1.7\n1 0 obj\n".to_vec()),
        ("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec()),
        ("zeros", vec![0; 5000]),
        (
            "an empty zip",
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
        ),
    ];
    for (says, bytes) in broken {
        let batch = read(&[("a.xlsx", clean.clone()), ("b.xlsx", bytes)]);
        assert_eq!(findings(&batch), ["S01"], "{says}");
        assert_eq!(changed_facts(&batch), NONE, "{says}");
    }
}

#[test]
fn the_sheets_of_a_subfolder_are_taken_together() {
    let mut book = Book::clean();
    let mut other = Book::empty();
    let ballot = book.remove("Bầu bí thư");
    *other.add("Bầu bí thư", "") = ballot;
    assert_same(
        "two files",
        &[
            ("vi-du/a.xlsx", book.xlsx()),
            ("vi-du/b.xlsx", other.xlsx()),
        ],
    );
}
