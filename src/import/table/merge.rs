//! Merged regions: of which region a cell is part, whose value stands in the first cell.

use crate::diagnostic::CellRange;
use crate::import::workbook::RawSheet;
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Cells under regions that are looked at: more than an honest list merges.
const MOST_ENTRIES: usize = 1_000_000;
/// Columns of one region that are looked at: as many as a sheet may have.
const MOST_COLUMNS: u32 = 256;

/// The merged regions in some rows of a sheet, by column, then by first row.
#[derive(Debug, Default)]
pub(super) struct Merges(BTreeMap<u32, BTreeMap<u32, CellRange>>);

impl Merges {
    /// The regions that begin in some rows.
    pub(super) fn of(sheet: &RawSheet, rows: &RangeInclusive<u32>) -> Self {
        let mut columns: BTreeMap<u32, BTreeMap<u32, CellRange>> = BTreeMap::new();
        let regions = sheet.merged.iter();
        regions
            .filter(|region| rows.contains(&region.first.row))
            .flat_map(|region| {
                let end = region.first.column.saturating_add(MOST_COLUMNS);
                let columns = region.first.column..=region.last.column.min(end);
                columns.map(move |column| (column, *region))
            })
            .take(MOST_ENTRIES)
            .for_each(|(column, region)| {
                let column = columns.entry(column).or_default();
                column.insert(region.first.row, region);
            });
        Self(columns)
    }

    /// The region that a cell is part of.
    pub(super) fn region(&self, row: u32, column: u32) -> Option<CellRange> {
        let (_, region) = self.0.get(&column)?.range(..=row).next_back()?;
        (row <= region.last.row).then_some(*region)
    }

    /// The columns under any region.
    pub(super) fn columns(&self) -> impl Iterator<Item = u32> {
        self.0.keys().copied()
    }

    /// The first and the last of them.
    pub(super) fn span(&self) -> Option<(u32, u32)> {
        let (first, _) = self.0.first_key_value()?;
        let (last, _) = self.0.last_key_value()?;
        Some((*first, *last))
    }
}
