//! A value that knows where it comes from.

use super::Origin;
use crate::diagnostic::{CellRange, CellRef, Place, join_cells};
use std::sync::Arc;

/// A value, the cells it was read or computed from, and the rule that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced<T> {
    /// The value.
    pub value: T,
    origin: Origin,
}

impl<T> Traced<T> {
    /// A value as a cell holds it.
    pub fn typed(value: T, place: Place) -> Self {
        Self::typed_in(value, vec![place])
    }

    /// A value as a cell of this sheet holds it.
    pub fn in_cell(value: T, sheet: &Arc<Place>, cell: CellRef) -> Self {
        let origin = Origin::cell(sheet, cell);
        Self { value, origin }
    }

    /// A value as several cells hold it together.
    pub fn typed_in(value: T, cells: Vec<Place>) -> Self {
        let origin = Origin::typed(cells);
        Self { value, origin }
    }

    /// A value made by a rule from cells.
    pub fn computed(value: T, cells: Vec<Place>, rule: &'static str) -> Self {
        Self::listed(value, join_cells(cells), rule)
    }

    /// A value made by a rule from other values: of the cells of all of them.
    pub fn made_of(
        value: T,
        origins: impl IntoIterator<Item = Origin>,
        rule: &'static str,
    ) -> Self {
        let origin = Origin::of_all(origins, rule);
        Self { value, origin }
    }

    /// The same, joined at once, so that they are not shared.
    pub(crate) fn counted<'o>(
        value: T,
        origins: impl Iterator<Item = &'o Origin> + Clone,
        rule: &'static str,
    ) -> Self {
        Self::listed(value, Origin::joined(origins), rule)
    }

    fn listed(value: T, cells: Vec<Place>, rule: &'static str) -> Self {
        let origin = Origin::listed(cells, rule);
        Self { value, origin }
    }

    /// Where it comes from.
    pub fn origin(&self) -> Origin {
        self.origin.clone()
    }

    /// The same, not shared.
    pub(crate) fn as_origin(&self) -> &Origin {
        &self.origin
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
        self.origin.first()
    }

    /// Whether the first of its cells is this one of a sheet.
    pub fn is_at(&self, sheet: &Place, cells: Option<CellRange>) -> bool {
        self.origin.is_at(sheet, cells)
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
        Self::listed(self.value, cells, rule)
    }

    /// The same value, of these cells as well.
    #[must_use]
    pub fn with_cells(self, more: impl IntoIterator<Item = Place>) -> Self {
        let rule = self.rule();
        let mut cells = self.cells();
        cells.extend(more);
        Self::listed(self.value, cells, rule)
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
    fn cells_of_several_values_are_joined_whatever_their_origins() {
        let cell = |row, column| CellRef { row, column };
        let at = |row, column| Traced::in_cell((), &sheet(), cell(row, column));
        let shared = sheet();
        let same = |row, column| Traced::in_cell((), &shared, cell(row, column));
        let made = Traced::typed((), sheet().at(cell(5, 1)));
        let shown = |values: &[Traced<()>]| {
            let joined = Origin::joined(values.iter().map(Traced::as_origin));
            let cells = joined.iter().filter_map(|place| place.cells);
            assert!(joined.iter().all(|place| place.sheet == sheet().sheet));
            cells.map(|it| it.to_string()).collect::<Vec<_>>()
        };
        let order = [(4, 1), (3, 1), (3, 2), (7, 0), (4, 1), (4, 2)];
        let of_one_sheet = order.map(|(row, column)| same(row, column));
        let expected = ["B4:B5", "C4:C5", "A8"];
        assert_eq!(shown(&of_one_sheet), expected);
        assert_eq!(shown(&order.map(|(row, column)| at(row, column))), expected);
        let [first, second, ..] = of_one_sheet;
        assert_eq!(shown(&[first, made, second]), ["B4:B6"]);
        assert!(shown(&[]).is_empty());
    }

    #[test]
    fn an_origin_takes_little_room() {
        assert_eq!(size_of::<Traced<u64>>(), 24);
    }
}
