//! The total below a table: how many people it says, and what it adds up.

use super::{Table, row_cells};
use crate::diagnostic::Report;
use crate::import::cell::Cell;
use crate::import::text::{Name, fold};
use crate::model::Traced;

/// The row of a total.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Total<'t, 'a> {
    pub(super) table: &'t Table<'a>,
    pub(super) row: u32,
}

impl<'a> Total<'_, 'a> {
    /// Its filled cells.
    pub(in crate::import) fn cells(&self) -> impl Iterator<Item = Cell<'a>> {
        row_cells(self.table.sheet, self.row)
    }

    /// The number in a column, if one stands there; a cell of words is none.
    pub(in crate::import) fn count(&self, name: &Name) -> Option<Traced<u32>> {
        let column = *self.table.columns_of(name).first()?;
        let cell = Cell::at(self.table.sheet, self.row, column);
        cell.count(&mut Report::default())
    }

    /// How many rows it says that there are.
    pub(in crate::import) fn people(&self) -> Option<Traced<u32>> {
        let first = self.cells().next()?;
        let text = first.shown();
        if let Some(typed) = total_in(&text) {
            return Some(first.traced(typed));
        }
        let key = *self.table.columns_of(self.table.key).first()?;
        let key = Cell::at(self.table.sheet, self.row, key);
        let (typed, rest) =
            leading_number(&key.shown()).map(|(typed, rest)| (typed, rest.to_owned()))?;
        (is_bare(&text) && is_people(&rest)).then(|| key.traced(typed))
    }
}

/// The words before the number of all rows.
fn is_bare(text: &str) -> bool {
    let words = [
        "tổng cộng",
        "tổng cộng có",
        "tổng số",
        "tổng số có",
        "tổng số đảng viên",
        "tổng",
        "cộng",
        "danh sách này có",
        "danh sách này gồm",
        "danh sách này gồm có",
        "danh sách có",
    ];
    let key = fold(text);
    words.iter().any(|words| fold(words) == key)
}

/// "Tổng cộng: 25 đồng chí", "Danh sách này có 25 đồng chí./."
fn total_in(text: &str) -> Option<u32> {
    let digits = text.find(|it: char| it.is_ascii_digit())?;
    let (words, rest) = text.split_at_checked(digits)?;
    let (number, rest) = leading_number(rest)?;
    (is_bare(words) && is_people(rest)).then_some(number)
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let number = text.strip_suffix(rest)?.parse().ok()?;
    Some((number, rest))
}

/// What follows the number of people: nothing, the number in words, or the word for them.
fn is_people(rest: &str) -> bool {
    let rest = rest.trim_start().to_lowercase();
    let words = ["(", "đồng chí", "đ/c", "đảng viên", "người", "./.", ";"];
    rest.is_empty() || words.iter().any(|word| rest.starts_with(word))
}
