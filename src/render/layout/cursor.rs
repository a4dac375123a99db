//! How far down a page is filled, and what each thing takes of it.

use super::grid::{Frame, SetRow};
use super::placed::Distance;

/// The room that an atom takes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) before: Distance,
    pub(super) height: Distance,
    pub(super) after: Distance,
    /// A row's grid, and the thickness of its borders.
    pub(super) grid: Option<(usize, Distance)>,
}

impl Extent {
    /// A row takes its upper border; the last one on a page also its lower.
    pub(super) fn of_row(row: &SetRow, number: usize, frames: &[Frame]) -> Self {
        let border = frames
            .get(number)
            .map_or(Distance::ZERO, |frame| frame.border);
        Self {
            before: Distance::ZERO,
            height: border + row.height,
            after: Distance::ZERO,
            grid: Some((number, border)),
        }
    }
}

/// How far down a page is filled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor {
    pub(super) y: Distance,
    pub(super) after: Distance,
    /// The grid whose lower border is still to come, and its thickness.
    pub(super) open: Option<(usize, Distance)>,
    /// Whether room before the next atom is left out.
    ///
    /// At the top of a page that the text has run over to. Word keeps it at the start of
    /// the paper and after a page break that somebody asked for.
    pub(super) is_at_top: bool,
}

impl Cursor {
    /// Moves past an atom and tells where its upper edge is.
    ///
    /// Between two paragraphs the larger of the two distances counts, as Word has it.
    pub(super) fn pass(&mut self, extent: Extent) -> Distance {
        if self.open != extent.grid {
            self.y = self.end();
        }
        let gap = if self.is_at_top {
            Distance::ZERO
        } else {
            self.after.max(extent.before)
        };
        let top = self.y + gap;
        *self = Self {
            y: top + extent.height,
            after: extent.after,
            open: extent.grid,
            is_at_top: false,
        };
        top
    }

    /// The lower edge of what has been placed.
    pub(super) fn end(&self) -> Distance {
        self.y + self.open.map_or(Distance::ZERO, |(_, border)| border)
    }
}
