//! Where a value comes from: its cells, and the rule that made it.

use crate::diagnostic::{CellRange, CellRef, Place, join_cells, join_cells_of};
use std::sync::Arc;

/// Where a value comes from; small and shared, as a list of members has millions of values
/// and the figures of a committee rest on all of them.
#[derive(Debug, Clone)]
pub struct Origin(Kind);

#[derive(Debug, Clone)]
enum Kind {
    /// One cell of a sheet holds the value as it is. The sheet is shared by all its values.
    Cell(Arc<Place>, CellRef),
    /// Anything else.
    Made(Arc<Made>),
}

/// Several cells, or a rule.
#[derive(Debug)]
struct Made {
    cells: Cells,
    rule: &'static str,
}

#[derive(Debug)]
enum Cells {
    /// Ranges where cells follow each other down a column.
    Listed(Box<[Place]>),
    /// Those of other values, to be joined when they are asked for.
    OfAll(Box<[Origin]>),
}

/// The rule of a value that a sheet holds as it is.
const TYPED: &str = "as typed";

impl Origin {
    /// A cell of a sheet.
    pub(super) fn cell(sheet: &Arc<Place>, cell: CellRef) -> Self {
        Self(Kind::Cell(Arc::clone(sheet), cell))
    }

    /// Several cells, as typed.
    pub(super) fn typed(cells: Vec<Place>) -> Self {
        Self::listed(cells, TYPED)
    }

    /// Cells by a rule.
    pub(super) fn listed(cells: Vec<Place>, rule: &'static str) -> Self {
        // without the room that a growing list holds
        Self::made(Cells::Listed(cells.into_boxed_slice()), rule)
    }

    /// The cells of other values by a rule.
    pub(super) fn of_all(
        origins: impl IntoIterator<Item = Self>,
        rule: &'static str,
    ) -> Self {
        let origins = origins.into_iter().collect();
        Self::made(Cells::OfAll(origins), rule)
    }

    fn made(cells: Cells, rule: &'static str) -> Self {
        Self(Kind::Made(Arc::new(Made { cells, rule })))
    }

    /// The cells; ranges where they follow each other down a column.
    pub fn cells(&self) -> Vec<Place> {
        match &self.0 {
            Kind::Cell(sheet, cell) => vec![sheet.at(*cell)],
            Kind::Made(made) => match &made.cells {
                Cells::Listed(cells) => cells.to_vec(),
                Cells::OfAll(origins) => Self::joined(origins.iter()),
            },
        }
    }

    /// The cells of several values together: in reading order, ranges where they follow
    /// each other down a column.
    ///
    /// Those of a list have one sheet, and its cells need no place each to be joined.
    pub(crate) fn joined<'o>(
        origins: impl Iterator<Item = &'o Self> + Clone,
    ) -> Vec<Place> {
        let mut sheet: Option<&Arc<Place>> = None;
        let mut cells = Vec::new();
        for origin in origins.clone() {
            match &origin.0 {
                Kind::Cell(its, cell)
                    if sheet.is_none_or(|sheet| Arc::ptr_eq(sheet, its)) =>
                {
                    sheet = Some(its);
                    cells.push(*cell);
                }
                Kind::Cell(..) | Kind::Made(_) => {
                    let mut places = Vec::new();
                    origins.for_each(|origin| origin.add_to(&mut places));
                    return join_cells(places);
                }
            }
        }
        sheet.map_or_else(Vec::new, |sheet| join_cells_of(sheet, cells))
    }

    fn add_to(&self, cells: &mut Vec<Place>) {
        match &self.0 {
            Kind::Made(made) => match &made.cells {
                Cells::Listed(own) => cells.extend_from_slice(own),
                Cells::OfAll(_) => cells.extend(self.cells()),
            },
            Kind::Cell(sheet, cell) => cells.push(sheet.at(*cell)),
        }
    }

    /// How the value was made, in English, such as `official members present`.
    pub fn rule(&self) -> &'static str {
        match &self.0 {
            Kind::Cell(..) => TYPED,
            Kind::Made(made) => made.rule,
        }
    }

    /// The first of the cells.
    pub fn first(&self) -> Option<Place> {
        match &self.0 {
            Kind::Cell(sheet, cell) => Some(sheet.at(*cell)),
            Kind::Made(made) => match &made.cells {
                Cells::Listed(cells) => cells.first().cloned(),
                Cells::OfAll(_) => self.cells().into_iter().next(),
            },
        }
    }

    /// Whether the first of the cells is this one of a sheet.
    pub(super) fn is_at(&self, sheet: &Place, cells: Option<CellRange>) -> bool {
        let is_on = |its: &Place| its.sheet == sheet.sheet && its.file == sheet.file;
        if let Kind::Cell(its, cell) = &self.0 {
            return cells == Some((*cell).into()) && is_on(its);
        }
        self.first()
            .is_some_and(|its| its.cells == cells && is_on(&its))
    }
}

impl PartialEq for Origin {
    /// Whether cells and rule are the same, however they are kept.
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Kind::Cell(sheet, cell), Kind::Cell(other_sheet, other_cell)) => {
                cell == other_cell && sheet == other_sheet
            }
            (Kind::Made(made), Kind::Made(other)) if Arc::ptr_eq(made, other) => true,
            (Kind::Cell(..) | Kind::Made(_), Kind::Cell(..) | Kind::Made(_)) => {
                self.rule() == other.rule() && self.cells() == other.cells()
            }
        }
    }
}

impl Eq for Origin {}
