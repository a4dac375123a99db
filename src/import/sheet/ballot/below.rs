//! The figures of a count that stand below its list instead of above it.

use super::{INVALID, INVALID_REASON, LABELS};
use crate::import::cell::Cell;
use crate::import::text::Names;
use crate::import::workbook::RawSheet;

/// A ballot's sheet in two: the list with what stands above it, and the figures below.
#[derive(Debug)]
pub(super) struct Halves {
    /// Down to the last row of the list.
    pub(super) list: RawSheet,
    /// The first row below it.
    pub(super) first_below: u32,
}

/// Parts a sheet whose figures stand below the list; none if they stand above it.
///
/// The row "Không hợp lệ" of a matrix gives the reasons of single ballots and belongs to
/// the list, so that the figures do not begin with it.
pub(super) fn split(sheet: &RawSheet, header: u32) -> Option<Halves> {
    let names = Names::new(LABELS);
    let is_figure = |row: u32| {
        let mut cells = sheet.columns(row).map(|it| Cell::at(sheet, row, it));
        let label = cells.find(|cell| !is_number(&cell.shown()));
        label
            .and_then(|cell| names.find(cell.shown().trim_end_matches([':', ' '])))
            .is_some_and(|name| *name != INVALID && *name != INVALID_REASON)
    };
    let below = header.saturating_add(1)..u32::MAX;
    let first_below = sheet.row_numbers(below).find(|row| is_figure(*row))?;
    let kept = sheet.row_numbers(0..first_below).collect();
    let list = sheet.part(&kept, None);
    Some(Halves { list, first_below })
}

/// Whether a cell numbers its row: "1", "1.".
fn is_number(text: &str) -> bool {
    text.chars().all(|it| it.is_ascii_digit() || it == '.')
}
