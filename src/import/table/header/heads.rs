//! What stands over each column of some rows: its own header, and the groups above it.

use crate::import::cell::Cell;
use crate::import::table::merge::Merges;
use crate::import::table::words::is_column_number;
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use std::collections::BTreeSet;

/// What stands over one column, from the top.
#[derive(Debug)]
pub(in crate::import::table) struct Head<'a> {
    pub(in crate::import::table) column: u32,
    pub(in crate::import::table) cells: Vec<Cell<'a>>,
    pub(in crate::import::table) name: Option<&'static Name>,
}

impl<'a> Head<'a> {
    /// The lowest header.
    pub(in crate::import::table) fn leaf(&self) -> Option<&Cell<'a>> {
        self.cells.last()
    }

    /// All its headers, as typed.
    pub(in crate::import::table) fn text(&self) -> String {
        let texts: Vec<String> = self.cells.iter().map(Cell::shown).collect();
        texts.join(" ")
    }

    pub(super) fn is_under(&self, cell: &Cell<'_>) -> bool {
        self.cells.iter().any(|own| own.cells() == cell.cells())
    }
}

/// The headers over each column of some rows; numbers of columns are none.
pub(super) fn read_heads<'a>(
    sheet: &'a RawSheet,
    first: u32,
    last: u32,
    merges: &Merges,
) -> Vec<Head<'a>> {
    let columns = columns_of(sheet, first, last, merges);
    let mut heads: Vec<Head<'a>> = Vec::new();
    let mut left: Option<(u32, Vec<Option<Cell<'a>>>)> = None;
    for column in columns {
        let mut cells: Vec<Option<Cell<'a>>> = (first..=last)
            .map(|row| head_cell(sheet, row, column, first, merges))
            .collect();
        if let Some((before, beside)) = &left
            && before.checked_add(1) == Some(column)
        {
            continue_group(&mut cells, beside);
        }
        let mut over: Vec<Cell<'a>> = cells.iter().flatten().cloned().collect();
        over.dedup_by(|a, b| a.cells() == b.cells());
        left = Some((column, cells));
        if !over.is_empty() {
            heads.push(Head {
                column,
                cells: over,
                name: None,
            });
        }
    }
    heads
}

/// The columns that some rows fill, and all under merged regions.
pub(super) fn columns_of(
    sheet: &RawSheet,
    first: u32,
    last: u32,
    merges: &Merges,
) -> BTreeSet<u32> {
    let own = (first..=last).flat_map(|row| sheet.columns(row));
    own.chain(merges.columns()).collect()
}

/// How many columns [`columns_of`] gives at most, by the first and the last.
pub(super) fn most_columns(
    sheet: &RawSheet,
    first: u32,
    last: u32,
    merges: &Merges,
) -> usize {
    let own = (first..=last).filter_map(|row| sheet.row(row).span());
    let spans = || own.clone().chain(merges.span());
    let left = spans().map(|(left, _)| left).min();
    let right = spans().map(|(_, right)| right).max();
    let Some((left, right)) = left.zip(right) else {
        return 0;
    };
    usize::try_from(right - left).map_or(usize::MAX, |it| it.saturating_add(1))
}

/// What stands in a header cell, perhaps as part of a merged one.
fn head_cell<'a>(
    sheet: &'a RawSheet,
    row: u32,
    column: u32,
    first_row: u32,
    merges: &Merges,
) -> Option<Cell<'a>> {
    let own = Cell::at(sheet, row, column);
    let cell = if own.is_empty() {
        let region = merges.region(row, column)?;
        let is_inside = region.first.row >= first_row;
        is_inside.then(|| Cell::at(sheet, region.first.row, region.first.column))?
    } else {
        own
    };
    let is_header = !cell.is_empty() && !is_column_number(&cell.look());
    is_header.then_some(cell)
}

/// A group typed over its first column only, unmerged, reaches to the right as long as
/// there are headers below it.
fn continue_group<'a>(cells: &mut [Option<Cell<'a>>], beside: &[Option<Cell<'a>>]) {
    let has_below = |cells: &[Option<Cell<'a>>], index: usize| {
        cells
            .iter()
            .skip(index.saturating_add(1))
            .any(Option::is_some)
    };
    for (index, group) in beside.iter().enumerate() {
        let is_open = cells.get(index).is_some_and(Option::is_none);
        if is_open
            && has_below(cells, index)
            && has_below(beside, index)
            && let Some(cell) = cells.get_mut(index)
        {
            cell.clone_from(group);
        }
    }
}
