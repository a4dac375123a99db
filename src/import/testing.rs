//! Workbooks typed in a test, so that a bad cell is seen next to its finding.

use super::workbook::{RawSheet, read_sheets};
use super::{Books, SourceFile};
use crate::diagnostic::{CellRange, CellRef, Place, Report};
use crate::model::{Congress, Parent};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

/// A tab's name and its rows: a line for each row, `|` between cells.
///
/// Words become what Excel makes of them: `15` a number, `29/8/2022` a date, `8:30` a
/// time, `=#REF!` a formula with that result; after `'` everything is text.
pub(super) type TypedSheet<'a> = (&'a str, &'a str);

/// An `.xlsx` file of these sheets.
pub(super) fn file(name: &str, sheets: &[TypedSheet<'_>]) -> SourceFile {
    let mut book = Workbook::new();
    for (tab, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(*tab).unwrap();
        for (row, line) in (0..).zip(rows.lines()) {
            for (column, word) in (0..).zip(line.split('|')) {
                enter(page, row, column, word.trim());
            }
        }
    }
    SourceFile {
        name: name.into(),
        bytes: book.save_to_buffer().unwrap(),
    }
}

fn enter(page: &mut Worksheet, row: u32, column: u16, word: &str) {
    let form = |form: &str| Format::new().set_num_format(form);
    if let Some(text) = word.strip_prefix('\'') {
        page.write_string(row, column, text).unwrap();
    } else if let Some(result) = word.strip_prefix('=') {
        let formula = Formula::new("=A1").set_result(result);
        page.write_formula(row, column, formula).unwrap();
    } else if let Ok(number) = word.parse::<f64>() {
        page.write_number(row, column, number).unwrap();
    } else if let Some(date) = excel_date(word) {
        let form = form("dd/mm/yyyy");
        page.write_datetime_with_format(row, column, &date, &form)
            .unwrap();
    } else if let Some(time) = excel_time(word) {
        let form = form("hh:mm");
        page.write_datetime_with_format(row, column, &time, &form)
            .unwrap();
    } else if !word.is_empty() {
        page.write_string(row, column, word).unwrap();
    }
}

fn excel_date(word: &str) -> Option<ExcelDateTime> {
    let parts: Vec<u16> = word.split('/').map_while(|it| it.parse().ok()).collect();
    match parts.as_slice() {
        [day, month, year] => {
            let (month, day) = (u8::try_from(*month).ok()?, u8::try_from(*day).ok()?);
            ExcelDateTime::from_ymd(*year, month, day).ok()
        }
        _ => None,
    }
}

fn excel_time(word: &str) -> Option<ExcelDateTime> {
    let (hour, minute) = word.split_once(':')?;
    ExcelDateTime::from_hms(hour.parse().ok()?, minute.parse::<u8>().ok()?, 0).ok()
}

/// The only sheet of a workbook of one sheet, with the findings of opening it.
pub(super) fn sheet(rows: &str) -> RawSheet {
    let file = file("a.xlsx", &[("Trang", rows)]);
    let mut report = Report::default();
    let mut sheets = read_sheets(&file, &mut report).unwrap();
    assert_eq!(findings(report), Vec::<String>::new());
    sheets.remove(0)
}

/// The same with merged regions, such as `B1:C1`.
pub(super) fn merged_sheet(rows: &str, regions: &[&str]) -> RawSheet {
    let corner = |address: &str| {
        let (letter, row) = address.split_at(1);
        let column = u32::from(letter.as_bytes()[0] - b'A');
        let row = row.parse::<u32>().unwrap() - 1;
        CellRef { row, column }
    };
    let mut sheet = sheet(rows);
    sheet.merged = regions
        .iter()
        .map(|region| {
            let (first, last) = region.split_once(':').unwrap();
            CellRange {
                first: corner(first),
                last: corner(last),
            }
        })
        .collect();
    sheet
}

/// What a workbook of one cell or of the parent turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Book {
    Cell(Box<Congress>),
    Parent(Box<Parent>),
}

/// Reads the only book of some files.
pub(super) fn read_book(files: &[SourceFile], report: &mut Report) -> Option<Book> {
    let mut books = super::read_book(files);
    report.extend(books.report);
    if let Some(parent) = books.parent {
        assert_eq!(books.cells, []);
        return Some(Book::Parent(parent));
    }
    let cell = books.cells.pop()?;
    assert_eq!(books.cells, []);
    report.extend(cell.report);
    Some(Book::Cell(Box::new(cell.congress)))
}

/// The cells and the parent of one workbook, and the findings of all, each once.
pub(super) fn books(sheets: &[TypedSheet<'_>]) -> (Books, Vec<String>) {
    let books = super::read_book(&[file("a.xlsx", sheets)]);
    let mut report = books.report.clone();
    for cell in &books.cells {
        report.extend(cell.report.clone());
    }
    (books, findings(report))
}

/// What a workbook holds, and its findings.
pub(super) fn read(sheets: &[TypedSheet<'_>]) -> (Option<Book>, Vec<String>) {
    let mut report = Report::default();
    let book = read_book(&[file("a.xlsx", sheets)], &mut report);
    (book, findings(report))
}

/// What is found in a list of members with a number and a status each.
pub(super) fn found_in_members(rows: &str) -> Vec<String> {
    let rows = format!("TT|Họ và tên|Ngày sinh|Tình trạng\n{rows}");
    congress(&[("Thông tin", "Chi bộ|Một"), ("Đảng viên", &rows)]).1
}

/// A cell's congress and its findings; required sheets that the test does not type are
/// clean.
pub(super) fn congress(sheets: &[TypedSheet<'_>]) -> (Congress, Vec<String>) {
    let defaults = [
        ("Thông tin", "Chi bộ|Văn phòng"),
        ("Đảng viên", "Họ và tên|Ngày sinh\nLê Văn An|1984"),
    ];
    let missing = defaults
        .into_iter()
        .filter(|(tab, _)| sheets.iter().all(|(typed, _)| typed != tab));
    let all: Vec<TypedSheet<'_>> = sheets.iter().copied().chain(missing).collect();
    match read(&all) {
        (Some(Book::Cell(congress)), findings) => (*congress, findings),
        (other, _) => panic!("not a cell's workbook: {other:?}"),
    }
}

/// A parent's facts and its findings.
pub(super) fn parent(sheets: &[TypedSheet<'_>]) -> (Parent, Vec<String>) {
    match read(sheets) {
        (Some(Book::Parent(parent)), findings) => (*parent, findings),
        (other, _) => panic!("not the parent's workbook: {other:?}"),
    }
}

/// Findings in order, as `Đảng viên!C13 S08`.
pub(super) fn findings(report: Report) -> Vec<String> {
    report
        .sorted()
        .findings()
        .iter()
        .map(|finding| format!("{} {}", at(&finding.place), finding.code()))
        .collect()
}

/// Sheet and cells of a place, as `Đảng viên!C13`; the file if the place has no sheet.
pub(super) fn at(place: &Place) -> String {
    let Some(sheet) = &place.sheet else {
        return place.file.to_string();
    };
    match place.cells {
        Some(cells) => format!("{}!{cells}", sheet.name),
        None => sheet.name.to_string(),
    }
}

/// No findings.
pub(super) const NONE: [&str; 0] = [];
