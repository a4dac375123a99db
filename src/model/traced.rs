//! A value that knows where it comes from.

use crate::diagnostic::{Place, join_cells};

/// A value, the cells it was read or computed from, and the rule that made it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Traced<T> {
    /// The value.
    pub value: T,
    /// Its cells; ranges where they follow each other down a column.
    pub cells: Vec<Place>,
    /// How it was made, in English, such as `official members present`.
    pub rule: &'static str,
}

/// The rule of a value that a sheet holds as it is.
const TYPED: &str = "as typed";

impl<T> Traced<T> {
    /// A value as a cell holds it.
    pub fn typed(value: T, place: Place) -> Self {
        Self {
            value,
            cells: vec![place],
            rule: TYPED,
        }
    }

    /// A value made by a rule from cells.
    pub fn computed(value: T, cells: Vec<Place>, rule: &'static str) -> Self {
        Self {
            value,
            cells: join_cells(cells),
            rule,
        }
    }

    /// The place to name in a finding: the first cell.
    pub fn place(&self) -> Option<&Place> {
        self.cells.first()
    }

    /// Another value of the same origin.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Traced<U> {
        Traced {
            value: change(self.value),
            cells: self.cells,
            rule: self.rule,
        }
    }

    /// A borrowed value of the same origin.
    pub fn as_ref(&self) -> Traced<&T> {
        Traced {
            value: &self.value,
            cells: self.cells.clone(),
            rule: self.rule,
        }
    }
}
