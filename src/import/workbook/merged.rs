//! Regions of merged cells, made fit to be walked.

use super::Refusal;
use super::taken::{COLUMNS, ROWS};
use crate::diagnostic::{Bulk, CellRange, CellRef};
use calamine::Dimensions;
use std::collections::BTreeMap;

/// Merged regions of a sheet that are read.
const REGIONS: u64 = 100_000;

/// The regions within the cells that are read, by their first cells.
///
/// Of regions that overlap, which Excel does not write, the first stays: so all of them
/// together cover no cell twice.
pub(super) fn within_limits(regions: &[Dimensions]) -> Result<Vec<CellRange>, Refusal> {
    if u64::try_from(regions.len()).unwrap_or(u64::MAX) > REGIONS {
        let (limit, what) = (REGIONS, Bulk::MergedRegions);
        return Err(Refusal::TooLarge { limit, what });
    }
    let mut all: Vec<CellRange> = regions.iter().filter_map(clipped).collect();
    all.sort();
    let mut open = Open::default();
    all.retain(|region| open.takes(*region));
    Ok(all)
}

/// A region cut at the last cells that are read; none if it lies beyond them, is turned
/// around or a single cell.
fn clipped(region: &Dimensions) -> Option<CellRange> {
    let cell = |(row, column)| CellRef { row, column };
    let (first, last) = (cell(region.start), cell(region.end));
    let last = CellRef {
        row: last.row.min(ROWS - 1),
        column: last.column.min(COLUMNS - 1),
    };
    let is_region = first.row <= last.row && first.column <= last.column && first != last;
    is_region.then_some(CellRange { first, last })
}

/// The regions that reach down to the row that is looked at: first column to last column
/// and last row. They lie side by side.
#[derive(Debug, Default)]
struct Open(BTreeMap<u32, (u32, u32)>);

impl Open {
    /// Adds a region unless it overlaps; they come by their first rows.
    fn takes(&mut self, region: CellRange) -> bool {
        let (first, last) = (region.first, region.last);
        let mut past = Vec::new();
        for (start, (end, row)) in self.0.range(..=last.column).rev() {
            if *row < first.row {
                past.push(*start);
            } else if *end >= first.column {
                return false;
            } else {
                break;
            }
        }
        for start in past {
            self.0.remove(&start);
        }
        self.0.insert(first.column, (last.column, last.row));
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Corner = (u32, u32);

    fn regions(typed: &[(Corner, Corner)]) -> Vec<String> {
        let all: Vec<Dimensions> = typed
            .iter()
            .map(|(start, end)| Dimensions::new(*start, *end))
            .collect();
        let kept = within_limits(&all).unwrap();
        kept.iter().map(CellRange::to_string).collect()
    }

    #[test]
    fn regions_come_by_their_first_cells() {
        let typed = [((4, 0), (6, 0)), ((0, 2), (0, 4)), ((0, 0), (1, 0))];
        assert_eq!(regions(&typed), ["A1:A2", "C1:E1", "A5:A7"]);
    }

    #[test]
    fn a_region_of_the_whole_sheet_ends_where_reading_ends() {
        let whole = ((0, 0), (1_048_575, 16_383));
        assert_eq!(regions(&[whole]), ["A1:IV200000"]);
        assert!(regions(&[((200_000, 0), (200_001, 1))]).is_empty());
        assert!(regions(&[((3, 3), (3, 3)), ((5, 5), (4, 6))]).is_empty());
    }

    #[test]
    fn of_regions_that_overlap_the_first_stays() {
        let typed = [((0, 0), (5, 5)), ((5, 5), (9, 9)), ((6, 0), (7, 0))];
        assert_eq!(regions(&typed), ["A1:F6", "A7:A8"]);
    }

    #[test]
    fn a_million_regions_are_refused() {
        let all = vec![Dimensions::new((0, 0), (0, 1)); 100_001];
        assert!(matches!(within_limits(&all), Err(Refusal::TooLarge { .. })));
    }

    proptest! {
        #[test]
        fn no_cell_is_in_two_regions(
            typed in prop::collection::vec(((0u32..9, 0u32..9), (0u32..4, 0u32..4)), 0..20)
        ) {
            let all: Vec<Dimensions> = typed
                .iter()
                .map(|((row, column), (down, right))| {
                    Dimensions::new((*row, *column), (row + down, column + right))
                })
                .collect();
            let kept = within_limits(&all).unwrap();
            for row in 0..13 {
                for column in 0..13 {
                    let covering = kept.iter().filter(|it| {
                        (it.first.row..=it.last.row).contains(&row)
                            && (it.first.column..=it.last.column).contains(&column)
                    });
                    prop_assert!(covering.count() <= 1);
                }
            }
        }
    }
}
