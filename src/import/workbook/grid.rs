//! The cells of a sheet in rows, found by their absolute addresses.

use super::RawValue;
use crate::diagnostic::CellRef;
use std::ops::Range;
use std::slice;

/// Cells in reading order; two flat lists, since a sheet may have a million of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Grid {
    /// The rows that hold anything, with where each ends among the cells.
    rows: Vec<(u32, usize)>,
    /// Address and value of each cell.
    cells: Vec<(CellRef, RawValue)>,
}

impl Grid {
    /// Puts cells in order, as most files have them; of two at one address the later
    /// stays.
    pub(super) fn new(mut cells: Vec<(CellRef, RawValue)>) -> Self {
        if let Some(rows) = rows_in_order(&cells) {
            return Self { rows, cells };
        }
        cells.sort_by_key(|(at, _)| *at);
        cells.dedup_by(|later, earlier| {
            let is_same = later.0 == earlier.0;
            if is_same {
                std::mem::swap(later, earlier);
            }
            is_same
        });
        let rows = rows_in_order(&cells).unwrap_or_default();
        Self { rows, cells }
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: u32) -> RawRow<'_> {
        let Some(index) = index_of(&self.rows, row, |row| row) else {
            return RawRow(&[]);
        };
        let before = index.checked_sub(1).and_then(|index| self.rows.get(index));
        let start = before.map_or(0, |(_, end)| *end);
        let end = self.rows.get(index).map_or(start, |(_, end)| *end);
        RawRow(self.cells.get(start..end).unwrap_or_default())
    }

    /// What a cell holds.
    pub(super) fn value(&self, row: u32, column: u32) -> Option<&RawValue> {
        self.row(row).value(column)
    }

    /// The rows in a range that hold anything, from the top.
    pub(super) fn row_numbers(&self, range: Range<u32>) -> impl Iterator<Item = u32> {
        let start = self.rows.partition_point(|(row, _)| *row < range.start);
        let rows = self.rows.get(start..).unwrap_or_default();
        let numbers = rows.iter().map(|(row, _)| *row);
        numbers.take_while(move |row| *row < range.end)
    }

    /// The columns of a row that hold anything, from the left.
    pub(super) fn columns(&self, row: u32) -> impl Iterator<Item = u32> {
        self.row(row).columns()
    }
}

/// The rows of cells with where each ends; none if the cells are not in order.
fn rows_in_order(cells: &[(CellRef, RawValue)]) -> Option<Vec<(u32, usize)>> {
    let mut rows: Vec<(u32, usize)> = Vec::new();
    let mut before: Option<CellRef> = None;
    for (end, (at, _)) in (1..).zip(cells) {
        if before.is_some_and(|before| before >= *at) {
            return None;
        }
        before = Some(*at);
        match rows.last_mut() {
            Some(last) if last.0 == at.row => last.1 = end,
            _ => rows.push((at.row, end)),
        }
    }
    Some(rows)
}

/// The cells of a row, from the left.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct RawRow<'a>(&'a [(CellRef, RawValue)]);

impl<'a> RawRow<'a> {
    /// What the cell of a column holds.
    pub(in crate::import) fn value(self, column: u32) -> Option<&'a RawValue> {
        let index = index_of(self.0, column, |at| at.column)?;
        self.0.get(index).map(|(_, value)| value)
    }

    /// The columns that hold anything.
    pub(in crate::import) fn columns(self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|(at, _)| at.column)
    }

    /// The first and the last of them.
    pub(in crate::import) fn span(self) -> Option<(u32, u32)> {
        let ((first, _), (last, _)) = (self.0.first()?, self.0.last()?);
        Some((first.column, last.column))
    }

    /// Columns with what they hold.
    pub(in crate::import) fn values(self) -> impl Iterator<Item = (u32, &'a RawValue)> {
        self.0.iter().map(|(at, value)| (at.column, value))
    }

    /// The cells with their addresses.
    pub(super) fn cells(self) -> slice::Iter<'a, (CellRef, RawValue)> {
        self.0.iter()
    }
}

/// Where a number stands among growing ones; in a list without holes it is as far from
/// the first as the number is.
fn index_of<K: Copy, T>(
    numbered: &[(K, T)],
    number: u32,
    of: impl Fn(K) -> u32,
) -> Option<usize> {
    let (first, _) = numbered.first()?;
    let guess = usize::try_from(number.checked_sub(of(*first))?).ok()?;
    match numbered.get(guess) {
        Some((found, _)) if of(*found) == number => Some(guess),
        _ => numbered
            .binary_search_by_key(&number, |(found, _)| of(*found))
            .ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn truth(row: u32, column: u32, truth: bool) -> (CellRef, RawValue) {
        (CellRef { row, column }, RawValue::Truth(truth))
    }

    #[test]
    fn of_two_cells_at_one_address_the_later_stays() {
        let grid = Grid::new(vec![
            truth(5, 1, true),
            truth(2, 3, true),
            truth(5, 1, false),
        ]);
        assert_eq!(grid.value(5, 1), Some(&RawValue::Truth(false)));
        assert_eq!(grid.row_numbers(0..u32::MAX).collect::<Vec<_>>(), [2, 5]);
        assert_eq!(grid.columns(5).collect::<Vec<_>>(), [1]);
    }

    proptest! {
        #[test]
        fn any_cell_is_found_and_no_other(
            cells in prop::collection::vec((0u32..12, 0u32..12, any::<bool>()), 0..60),
            from in 0u32..12,
            to in 0u32..14,
        ) {
            let mut rows: BTreeMap<u32, BTreeMap<u32, RawValue>> = BTreeMap::new();
            for (row, column, value) in &cells {
                let value = RawValue::Truth(*value);
                rows.entry(*row).or_default().insert(*column, value);
            }
            let grid = Grid::new(cells.iter().map(|it| truth(it.0, it.1, it.2)).collect());
            for row in 0..12 {
                for column in 0..12 {
                    let expected = rows.get(&row).and_then(|cells| cells.get(&column));
                    prop_assert_eq!(grid.value(row, column), expected);
                }
                let columns: Vec<u32> = grid.columns(row).collect();
                let expected = rows.get(&row).into_iter().flat_map(BTreeMap::keys);
                prop_assert_eq!(columns, expected.copied().collect::<Vec<_>>());
            }
            let numbers: Vec<u32> = grid.row_numbers(from..to).collect();
            let expected = rows.keys().copied().filter(|row| (from..to).contains(row));
            prop_assert_eq!(numbers, expected.collect::<Vec<_>>());
        }
    }
}
