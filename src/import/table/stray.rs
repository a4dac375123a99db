//! What stands in the rows of a table beside its columns: half of a name, or cells that
//! nobody reads.

use super::Table;
use super::header::Header;
use crate::diagnostic::{CellRange, CellRef, Problem, Report};
use crate::import::cell::Cell;
use crate::import::text::Name;
use crate::import::workbook::{RawSheet, RawValue};
use std::collections::{BTreeMap, BTreeSet};

/// The column beside the names that holds the rest of them: "Họ và tên" typed over two
/// columns without merging. It has no header, and texts in most rows.
pub(super) fn rest_of_names(
    sheet: &RawSheet,
    header: &Header<'_>,
    rows: &[u32],
    key: &Name,
) -> Option<u32> {
    let [names] = header.named.get(key.canonical)?.as_slice() else {
        return None;
    };
    let beside = names.checked_add(1)?;
    let has_header = header.heads.iter().any(|head| head.column == beside);
    if has_header || !key.is_spelt("Họ và tên") {
        return None;
    }
    let is_name = |row: u32| {
        matches!(sheet.value(row, beside), Some(RawValue::Text(text))
            if text.chars().all(|it| it.is_alphabetic() || it.is_whitespace()))
            && !Cell::at(sheet, row, beside).is_ballot_mark()
    };
    let filled = rows.iter().filter(|row| is_name(**row)).count();
    (filled > rows.len() / 2).then_some(beside)
}

/// Says which cells in the rows of a table stand under no header, a finding for each
/// column of them.
pub(super) fn report(table: &Table<'_>, report: &mut Report) {
    let heads = table.header.heads.iter().map(|head| head.column);
    let named = table.header.named.values().flatten().copied();
    let taken = table.taken.iter().copied();
    let known: BTreeSet<u32> = heads.chain(named).chain(taken).collect();
    let known: Vec<u32> = known.into_iter().collect();
    let mut strays: BTreeMap<u32, (u32, u32)> = BTreeMap::new();
    for row in &table.rows {
        // both from the left, so that no column is looked for among all
        let mut left = known.as_slice();
        for column in table.sheet.columns(*row) {
            while let [first, rest @ ..] = left
                && *first < column
            {
                left = rest;
            }
            if left.first() != Some(&column) {
                let rows = strays.entry(column).or_insert((*row, *row));
                rows.1 = *row;
            }
        }
    }
    for (column, (first, last)) in strays {
        let cell = Cell::at(table.sheet, first, column);
        let mut place = cell.place().clone();
        place.cells = Some(CellRange {
            first: CellRef { row: first, column },
            last: CellRef { row: last, column },
        });
        report.add(place, Problem::NoHeader { seen: cell.seen() });
    }
}
