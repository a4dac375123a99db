//! What is noted of a table's header and of the titles above it.

use super::header::Header;
use super::row_cells;
use crate::diagnostic::{CellRef, PassedOver, Report, Understood};
use crate::import::cell::Cell;
use crate::import::text::Name;
use crate::import::workbook::RawSheet;

/// Notes the titles above a header: rows of one text, or of two far apart as in a
/// letterhead.
pub(super) fn note_titles(sheet: &RawSheet, header: u32, report: &mut Report) {
    for row in sheet.row_numbers(0..header) {
        let cells: Vec<Cell<'_>> = row_cells(sheet, row).take(3).collect();
        let is_title = match cells.as_slice() {
            [_] => true,
            [left, right] => are_apart(left, right),
            _ => false,
        };
        if is_title {
            note_title(sheet, row, report);
        }
    }
}

/// Notes a row as part of the title.
pub(in crate::import) fn note_title(sheet: &RawSheet, row: u32, report: &mut Report) {
    let cells: Vec<Cell<'_>> = row_cells(sheet, row).take(3).collect();
    if let Some(first) = cells.first() {
        let texts: Vec<String> = cells.iter().map(Cell::shown).collect();
        let (why, text) = (PassedOver::Title, texts.join(" / "));
        report.note(first.place(), Understood::Rows { why, text });
    }
}

fn are_apart(left: &Cell<'_>, right: &Cell<'_>) -> bool {
    let next = left.column().map(|it| it.saturating_add(1));
    next < right.column()
}

/// Notes where the header stands and what each column was taken for.
pub(super) fn note_header(sheet: &RawSheet, header: &Header<'_>, report: &mut Report) {
    report.note(sheet.place.at(header.cells()), Understood::Header);
    for head in &header.heads {
        let Some(leaf) = head.leaf() else {
            continue;
        };
        let what = Understood::Column {
            header: head.text(),
            read_as: head.name.map(|name| name.canonical.to_owned()),
        };
        report.note(leaf.place(), what);
    }
}

/// Notes the second column of the names, which has no header.
pub(super) fn note_rest(
    sheet: &RawSheet,
    (row, column): (u32, u32),
    key: &Name,
    report: &mut Report,
) {
    let what = Understood::Column {
        header: String::new(),
        read_as: Some(key.canonical.to_owned()),
    };
    report.note(sheet.place.at(CellRef { row, column }), what);
}
