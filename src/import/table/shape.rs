//! The shape of a row: which of its columns are filled, and with what kind of thing.

use super::NUMBER;
use super::header::Header;
use crate::import::text::Name;
use crate::import::workbook::{RawSheet, RawValue};
use std::collections::BTreeMap;

/// What a column is to the shape of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Key,
    Number,
    Named,
    Unnamed,
}

/// What of a row is filled.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks of one row"
)]
pub(super) struct Shape {
    pub(super) row: u32,
    pub(super) has_key: bool,
    /// Numbered as rows are, by a whole number.
    pub(super) is_numbered: bool,
    /// Something else in the column of numbers.
    pub(super) has_word_for_number: bool,
    /// A number, a date or a text that begins with a digit, beside the row's number.
    pub(super) has_figure: bool,
    pub(super) named: u32,
    pub(super) unnamed: u32,
    pub(super) filled: u32,
}

impl Shape {
    pub(super) fn has_more_than_key(&self) -> bool {
        self.named > 0 || self.unnamed > 0
    }
}

/// What most rows of a table look like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Usual {
    pub(super) is_numbered: bool,
    pub(super) has_figures: bool,
    /// Nothing but the key is filled.
    pub(super) is_bare: bool,
}

/// What each column is.
#[derive(Debug, Default)]
pub(super) struct Roles(Vec<Option<Role>>);

impl Roles {
    /// What a column is; none if no header stands over it.
    pub(super) fn of(&self, column: u32) -> Option<Role> {
        *self.0.get(usize::try_from(column).ok()?)?
    }

    /// What the columns are from one to another.
    pub(super) fn between(&self, first: u32, last: u32) -> impl Iterator<Item = Role> {
        let columns = (0..=last).zip(&self.0);
        let columns = columns.filter(move |(column, _)| *column >= first);
        columns.filter_map(|(_, role)| *role)
    }
}

pub(super) fn roles(header: &Header<'_>, key: &Name) -> Roles {
    let mut roles: BTreeMap<u32, Role> = BTreeMap::new();
    for head in &header.heads {
        let role = match head.name {
            Some(name) if name == key => Role::Key,
            Some(name) if *name == NUMBER => Role::Number,
            Some(_) => Role::Named,
            None => Role::Unnamed,
        };
        roles.insert(head.column, role);
    }
    let keys = header.named.get(key.canonical).into_iter().flatten();
    roles.extend(keys.map(|column| (*column, Role::Key)));
    let last = roles.keys().next_back().copied().unwrap_or_default();
    Roles(
        (0..=last)
            .map(|column| roles.get(&column).copied())
            .collect(),
    )
}

pub(super) fn shape(sheet: &RawSheet, row: u32, roles: &Roles) -> Shape {
    let mut shape = Shape {
        row,
        ..Shape::default()
    };
    for (column, value) in sheet.row(row).values() {
        shape.filled += 1;
        match roles.of(column) {
            Some(Role::Key) => shape.has_key = true,
            Some(Role::Number) if is_row_number(value) => shape.is_numbered = true,
            Some(Role::Number) => shape.has_word_for_number = true,
            Some(Role::Named) => {
                shape.named += 1;
                shape.has_figure |= is_figure(value);
            }
            Some(Role::Unnamed) => {
                shape.unnamed += 1;
                shape.has_figure |= is_figure(value);
            }
            None => {}
        }
    }
    shape
}

/// `7`, `7.`, `07`: what numbers a row.
fn is_row_number(value: &RawValue) -> bool {
    match value {
        RawValue::Number(_) => true,
        RawValue::Text(text) => text
            .trim_end_matches(['.', ')', ' '])
            .chars()
            .all(|it| it.is_ascii_digit()),
        RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_) => false,
    }
}

fn is_figure(value: &RawValue) -> bool {
    match value {
        RawValue::Number(_) | RawValue::Moment(_) => true,
        RawValue::Text(text) => text.starts_with(|it: char| it.is_ascii_digit()),
        RawValue::Truth(_) | RawValue::Error(_) => false,
    }
}

/// What more than half of the rows with a key have.
pub(super) fn usual(shapes: &[Shape]) -> Usual {
    let keyed = || shapes.iter().filter(|shape| shape.has_key);
    let most = |counts: &dyn Fn(&Shape) -> bool| {
        keyed().filter(|shape| counts(shape)).count() * 2 > keyed().count()
    };
    Usual {
        is_numbered: most(&|shape| shape.is_numbered),
        has_figures: most(&|shape| shape.has_figure),
        is_bare: most(&|shape| !shape.has_more_than_key()),
    }
}
