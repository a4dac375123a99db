//! The figures of a count that stand below its list or beside it instead of above.

use super::{INVALID, INVALID_REASON};
use crate::import::cell::Cell;
use crate::import::text::Names;
use crate::import::workbook::RawSheet;
use std::collections::BTreeMap;

/// A ballot's sheet in two.
#[derive(Debug)]
pub(super) struct Parts {
    /// The list with what stands above it.
    pub(super) list: RawSheet,
    /// The figures.
    pub(super) figures: RawSheet,
}

/// Parts a sheet whose figures do not stand above its list; none if they do.
pub(super) fn split(sheet: &RawSheet, header: u32) -> Option<Parts> {
    let names = super::names();
    let beside = first_beside(sheet, header, names);
    if let Some(column) = beside {
        return Some(Parts {
            list: sheet.with_columns(&(0..column)),
            figures: sheet.with_columns(&(column..u32::MAX)),
        });
    }
    let first = first_below(sheet, header, names)?;
    let rows = |range| sheet.part(&sheet.row_numbers(range).collect(), None);
    Some(Parts {
        list: rows(0..first),
        figures: rows(first..u32::MAX),
    })
}

/// The first row of figures below the list: its first words are a label.
///
/// The row "Không hợp lệ" of a matrix gives the reasons of single ballots and belongs to
/// the list, so that the figures do not begin with it.
fn first_below(sheet: &RawSheet, header: u32, names: &Names) -> Option<u32> {
    let is_figure = |row: u32| {
        let mut cells = sheet.columns(row).map(|it| Cell::at(sheet, row, it));
        let label = cells.find(|cell| !is_number(&cell.look()));
        label.is_some_and(|cell| is_label(&cell, names))
    };
    let below = header.saturating_add(1)..u32::MAX;
    sheet.row_numbers(below).find(|row| is_figure(*row))
}

/// The column right of the list in which at least three labels stand, below each other or
/// with others between.
fn first_beside(sheet: &RawSheet, header: u32, names: &Names) -> Option<u32> {
    let mut labels: BTreeMap<u32, u32> = BTreeMap::new();
    for row in sheet.row_numbers(header..u32::MAX) {
        // the first two columns are the list's own
        for column in sheet.columns(row).filter(|column| *column > 1) {
            if is_label(&Cell::at(sheet, row, column), names) {
                *labels.entry(column).or_default() += 1;
            }
        }
    }
    let mut columns = labels.into_iter();
    columns
        .find(|(_, count)| *count > 2)
        .map(|(column, _)| column)
}

fn is_label(cell: &Cell<'_>, names: &Names) -> bool {
    let text = cell.look();
    let found = names.find(text.trim_end_matches([':', ' ']));
    found.is_some_and(|name| *name != INVALID && *name != INVALID_REASON)
}

/// Whether a cell numbers its row: "1", "1.".
fn is_number(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_digit() || it == '.')
}
