//! Which columns and rows each cell of a grid covers, and how high that makes the rows.

use super::placed::{Distance, Span};
use crate::render::flow::{Grid, GridCell};
use std::ops::Range;

/// Where a cell stands.
pub(super) struct Spot<'a> {
    pub(super) cell: &'a GridCell,
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) span: Span,
}

impl Spot<'_> {
    pub(super) fn columns(&self) -> Range<usize> {
        self.column..self.column + self.span.columns
    }

    pub(super) fn rows(&self) -> Range<usize> {
        self.row..self.row + self.span.rows
    }
}

/// Finds each cell's column; cells covered from above are left out of their row.
pub(super) fn spots(grid: &Grid, columns: usize) -> Vec<Spot<'_>> {
    let mut spots = Vec::new();
    // how many more rows each column is covered
    let mut covered = vec![0_usize; columns];
    for (row, cells) in grid.rows.iter().enumerate() {
        let section_end = if row < grid.head_rows {
            grid.head_rows.min(grid.rows.len())
        } else {
            grid.rows.len()
        };
        let mut next = 0;
        let mut begun = vec![0_usize; columns];
        for cell in &cells.cells {
            let is_free = |column: &usize| covered.get(*column) == Some(&0);
            // a cell too many shares the last column rather than being lost
            let column = (next..columns).find(is_free).unwrap_or(columns - 1);
            let span = Span {
                columns: cell.column_span.clamp(1, columns - column),
                rows: cell.row_span.clamp(1, section_end - row),
            };
            let spot = Spot {
                cell,
                row,
                column,
                span,
            };
            next = spot.columns().end;
            for begun in begun.iter_mut().take(next).skip(column) {
                *begun = span.rows;
            }
            spots.push(spot);
        }
        for (covered, begun) in covered.iter_mut().zip(begun) {
            *covered = covered.saturating_sub(1).max(begun.saturating_sub(1));
        }
    }
    spots
}

/// Heights of rows without borders, and which of them stay together.
pub(super) struct Heights {
    pub(super) rows: Vec<Distance>,
    /// Whether a row stays with the one above for a cell that covers both.
    pub(super) stays: Vec<bool>,
}

impl Heights {
    /// So many rows, as high as their cells need; `high` has the height of each spot's text.
    ///
    /// Rows joined by a cell stay together as long as that is not more than `most`;
    /// else every cell makes room for its text in the row that it begins in.
    pub(super) fn of(
        count: usize,
        spots: &[Spot<'_>],
        high: &[Distance],
        border: Distance,
        most: Distance,
    ) -> Self {
        let mut rows = vec![Distance::ZERO; count];
        let (single, joining): (Vec<_>, Vec<_>) = spots
            .iter()
            .zip(high)
            .partition(|(spot, _)| spot.span.rows == 1);
        for (spot, high) in single {
            grow(&mut rows, spot.row, *high);
        }
        let alone = rows.clone();
        let mut stays = vec![false; rows.len()];
        for (spot, high) in &joining {
            let last = spot.rows().end - 1;
            let lacking = **high - covered(&rows, spot, border);
            let height = rows.get(last).copied().unwrap_or_default() + lacking;
            grow(&mut rows, last, height);
            for stays in stays.iter_mut().take(last + 1).skip(spot.row + 1) {
                *stays = true;
            }
        }
        if longest_together(&rows, &stays, border) <= most {
            return Self { rows, stays };
        }
        let mut rows = alone;
        for (spot, high) in &joining {
            grow(&mut rows, spot.row, **high);
        }
        let stays = vec![false; rows.len()];
        Self { rows, stays }
    }

    /// The height that a cell's text is centred in.
    pub(super) fn area(&self, spot: &Spot<'_>, border: Distance) -> Distance {
        let joined = self.stays.get(spot.row + 1..spot.rows().end);
        if joined.unwrap_or_default().contains(&false) {
            self.rows.get(spot.row).copied().unwrap_or_default()
        } else {
            covered(&self.rows, spot, border)
        }
    }
}

fn grow(rows: &mut [Distance], row: usize, height: Distance) {
    if let Some(row) = rows.get_mut(row) {
        *row = height.max(*row);
    }
}

/// Height of all rows of a cell with the borders between them.
fn covered(rows: &[Distance], spot: &Spot<'_>, border: Distance) -> Distance {
    let rows = rows.get(spot.rows()).unwrap_or_default();
    let borders = (1..rows.len()).map(|_| border);
    rows.iter().copied().chain(borders).sum()
}

fn longest_together(rows: &[Distance], stays: &[bool], border: Distance) -> Distance {
    let mut longest = Distance::ZERO;
    let mut together = Distance::ZERO;
    for (row, stays) in rows.iter().zip(stays) {
        let above = if *stays { together } else { Distance::ZERO };
        together = above + border + *row;
        longest = longest.max(together);
    }
    longest
}
