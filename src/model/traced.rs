//! A value that knows where it comes from.

use crate::diagnostic::{CellRange, CellRef, Place, join_cells};
use std::sync::Arc;

/// A value, the cells it was read or computed from, and the rule that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced<T> {
    /// The value.
    pub value: T,
    origin: Origin,
}

/// Where a value comes from; small, as a list of members has millions of values.
#[derive(Debug, Clone)]
enum Origin {
    /// One cell of a sheet holds it as it is. The sheet is shared by all its values.
    Cell(Arc<Place>, CellRef),
    /// Anything else.
    Made(Box<Made>),
}

/// Several cells, or a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    /// Ranges where cells follow each other down a column.
    cells: Vec<Place>,
    rule: &'static str,
}

/// The rule of a value that a sheet holds as it is.
const TYPED: &str = "as typed";

impl Origin {
    fn cells(&self) -> Vec<Place> {
        match self {
            Self::Cell(sheet, cell) => vec![sheet.at(*cell)],
            Self::Made(made) => made.cells.clone(),
        }
    }

    fn rule(&self) -> &'static str {
        match self {
            Self::Cell(..) => TYPED,
            Self::Made(made) => made.rule,
        }
    }
}

impl PartialEq for Origin {
    /// Whether cells and rule are the same, however they are kept.
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Cell(sheet, cell), Self::Cell(other_sheet, other_cell)) => {
                cell == other_cell && sheet == other_sheet
            }
            (Self::Made(made), Self::Made(other)) => made == other,
            (Self::Cell(..), Self::Made(_)) | (Self::Made(_), Self::Cell(..)) => {
                self.rule() == other.rule() && self.cells() == other.cells()
            }
        }
    }
}

impl Eq for Origin {}

impl<T> Traced<T> {
    /// A value as a cell holds it.
    pub fn typed(value: T, place: Place) -> Self {
        Self::made(value, vec![place], TYPED)
    }

    /// A value as a cell of this sheet holds it.
    pub fn in_cell(value: T, sheet: &Arc<Place>, cell: CellRef) -> Self {
        let origin = Origin::Cell(Arc::clone(sheet), cell);
        Self { value, origin }
    }

    /// A value as several cells hold it together.
    pub fn typed_in(value: T, cells: Vec<Place>) -> Self {
        Self::made(value, cells, TYPED)
    }

    /// A value made by a rule from cells.
    pub fn computed(value: T, cells: Vec<Place>, rule: &'static str) -> Self {
        Self::made(value, join_cells(cells), rule)
    }

    fn made(value: T, cells: Vec<Place>, rule: &'static str) -> Self {
        let origin = Origin::Made(Box::new(Made { cells, rule }));
        Self { value, origin }
    }

    /// Its cells; ranges where they follow each other down a column.
    pub fn cells(&self) -> Vec<Place> {
        self.origin.cells()
    }

    /// How it was made, in English, such as `official members present`.
    pub fn rule(&self) -> &'static str {
        self.origin.rule()
    }

    /// The place to name in a finding: the first cell.
    pub fn place(&self) -> Option<Place> {
        match &self.origin {
            Origin::Cell(sheet, cell) => Some(sheet.at(*cell)),
            Origin::Made(made) => made.cells.first().cloned(),
        }
    }

    /// Whether the first of its cells is this one of a sheet.
    pub fn is_at(&self, sheet: &Place, cells: Option<CellRange>) -> bool {
        let is_on = |its: &Place| its.sheet == sheet.sheet && its.file == sheet.file;
        match &self.origin {
            Origin::Cell(its, cell) => cells == Some((*cell).into()) && is_on(its),
            Origin::Made(made) => {
                let first = made.cells.first();
                first.is_some_and(|its| its.cells == cells && is_on(its))
            }
        }
    }

    /// Another value of the same origin.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Traced<U> {
        Traced {
            value: change(self.value),
            origin: self.origin,
        }
    }

    /// A borrowed value of the same origin.
    pub fn as_ref(&self) -> Traced<&T> {
        Traced {
            value: &self.value,
            origin: self.origin.clone(),
        }
    }

    /// The same value of the same cells by another rule.
    #[must_use]
    pub fn by_rule(self, rule: &'static str) -> Self {
        let cells = self.cells();
        Self::made(self.value, cells, rule)
    }

    /// The same value, of these cells as well.
    #[must_use]
    pub fn with_cells(self, more: impl IntoIterator<Item = Place>) -> Self {
        let rule = self.rule();
        let mut cells = self.cells();
        cells.extend(more);
        Self::made(self.value, cells, rule)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::SheetRef;

    fn sheet() -> Arc<Place> {
        let sheet = SheetRef {
            index: 1,
            name: "Đảng viên".into(),
        };
        Arc::new(Place {
            sheet: Some(sheet),
            ..Place::file("a.xlsx")
        })
    }

    const CELL: CellRef = CellRef { row: 4, column: 1 };

    #[test]
    fn a_value_in_a_cell_is_that_typed_there() {
        let value = Traced::in_cell(7, &sheet(), CELL);
        let typed = Traced::typed(7, sheet().at(CELL));
        assert_eq!(value, typed);
        assert_eq!(typed, value);
        assert_eq!(value.cells(), typed.cells());
        assert_eq!(value.rule(), "as typed");
        assert_eq!(value.place(), Some(sheet().at(CELL)));
        for one in [&value, &typed] {
            assert!(one.is_at(&sheet(), Some(CELL.into())));
            assert!(!one.is_at(&Place::file("a.xlsx"), Some(CELL.into())));
            assert!(!one.is_at(&sheet(), None));
        }
    }

    #[test]
    fn other_cells_or_another_rule_make_another_origin() {
        let value = Traced::in_cell(7, &sheet(), CELL);
        let below = CellRef { row: 5, column: 1 };
        assert_ne!(value, Traced::in_cell(7, &sheet(), below));
        assert_ne!(value, value.clone().by_rule("official members"));
        let both = value.clone().with_cells([sheet().at(below)]);
        assert_ne!(value, both);
        assert_eq!(both.place(), value.place());
        assert_eq!(both.cells(), [sheet().at(CELL), sheet().at(below)]);
    }

    #[test]
    fn an_origin_takes_little_room() {
        assert_eq!(size_of::<Traced<u64>>(), 24);
    }
}
