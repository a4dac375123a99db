//! Which rows below a header are rows of the table.
//!
//! A row is known by its shape: its number, its key, what else is filled. Words decide
//! only where the shape is not that of a row: totals, heads of sections, what stands
//! below the table. Whatever is passed over is noted, and is a finding where it has the
//! shape of a row. [`further`] tells where another list begins.

mod further;

use super::header::Header;
use super::merge::Merges;
use super::place_of_row;
use super::shape::{Role, Roles, Shape, Usual, roles, shape, usual};
use super::words::{
    is_foot, is_section, is_section_number, is_signer, is_total, small_number,
};
use crate::diagnostic::{PassedOver, Place, Problem, Report, Understood};
use crate::import::cell::Cell;
use crate::import::text::{Name, Names};
use crate::import::workbook::{RawSheet, RawValue};
use std::collections::BTreeSet;

/// A table whose rows are sorted out.
pub(super) struct Sorter<'t, 'a> {
    sheet: &'a RawSheet,
    header: &'t Header<'a>,
    merges: &'t Merges,
    names: &'t Names,
    key: &'static Name,
    roles: Roles,
    /// Whether rows are people, who may also sign below.
    lists_people: bool,
    usual: Usual,
    /// The last row that is surely one of the table.
    last_sure: u32,
}

/// What a row turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Row,
    Blank,
    Header,
    OtherHeader,
    Passed(PassedOver),
}

/// What the rows so far make of the next.
#[derive(Debug, Default)]
struct State {
    rows: Vec<Shape>,
    foot: Vec<u32>,
    totals: Vec<u32>,
    /// The columns under those who sign.
    signers: BTreeSet<u32>,
    is_after_header: bool,
    is_in_other: bool,
    /// The title of a list of its own, which a header may follow.
    title: Option<u32>,
    /// Members who left, while their rows last.
    left: Option<Left>,
    /// Two signers side by side ended the table.
    is_signed: bool,
    /// Further headers and titles so far.
    others: u32,
}

/// The rows of members who left the cell, which are not read.
#[derive(Debug)]
struct Left {
    title: String,
    first: u32,
    last: u32,
}

/// The rows of a table and those of its totals, each from the top.
pub(super) struct Sorted {
    pub(super) rows: Vec<u32>,
    pub(super) totals: Vec<u32>,
}

/// Sorts out the rows of a table.
pub(super) fn sort<'a>(
    sheet: &'a RawSheet,
    header: &Header<'a>,
    merges: &Merges,
    names: &Names,
    key: &'static Name,
    report: &mut Report,
) -> Sorted {
    let roles = roles(header, key);
    let shapes: Vec<Shape> = sheet
        .row_numbers(header.last.saturating_add(1)..u32::MAX)
        .map(|row| shape(sheet, row, &roles))
        .collect();
    let mut sorter = Sorter {
        sheet,
        header,
        merges,
        names,
        key,
        roles,
        lists_people: key.is_spelt("Họ và tên"),
        usual: usual(&shapes),
        last_sure: 0,
    };
    let is_row = |shape: &&Shape| {
        !sorter.is_total(shape, true)
            && !sorter.is_foot_by_words(shape)
            && !sorter.is_signers(shape)
    };
    // a short list may have more lines below it than rows
    let above_foot: Vec<Shape> = shapes.iter().take_while(is_row).copied().collect();
    if above_foot.iter().any(|shape| shape.has_key) {
        sorter.usual = usual(&above_foot);
    }
    let mut from_below = shapes.iter().rev();
    let sure = from_below.find(|shape| sorter.is_sure(shape));
    sorter.last_sure = sure.map_or(0, |shape| shape.row);
    let mut state = State {
        is_after_header: true,
        ..State::default()
    };
    for shape in &shapes {
        if sorter.is_of_left(shape, &mut state, report) {
            continue;
        }
        if sorter.is_over(shape, &mut state, report) {
            break;
        }
        let kind = sorter.kind(shape, &state);
        sorter.take(shape, kind, &mut state, report);
    }
    sorter.end_left(&mut state, false, report);
    if let (Some(&first), Some(&last)) = (state.foot.first(), state.foot.last()) {
        let text = sorter.first_text(first);
        let place = sorter.place(first, last);
        let why = PassedOver::Foot;
        report.note(place, Understood::Rows { why, text });
    }
    Sorted {
        rows: state.rows.iter().map(|shape| shape.row).collect(),
        totals: state.totals,
    }
}

impl Sorter<'_, '_> {
    /// Whether a row is one of the table by its shape, wherever it stands.
    fn is_sure(&self, shape: &Shape) -> bool {
        let is_filled = shape.has_more_than_key() || self.usual.is_bare;
        if !shape.has_key || !is_filled {
            return false;
        }
        if shape.is_numbered {
            return true;
        }
        let is_like_others = if self.usual.has_figures {
            shape.has_figure
        } else {
            !self.usual.is_numbered && shape.has_more_than_key()
        };
        is_like_others
            && !self.is_total(shape, true)
            && !self.is_foot_by_words(shape)
            && !self.is_header(shape)
    }

    fn kind(&self, shape: &Shape, state: &State) -> Kind {
        if self.is_repeated(shape, state) {
            return Kind::Header;
        }
        if state.is_after_header && self.is_numbering(shape) {
            return Kind::Passed(PassedOver::Numbers);
        }
        if shape.has_key && shape.is_numbered && shape.named > 0 {
            return if state.is_in_other {
                Kind::Blank
            } else {
                Kind::Row
            };
        }
        if self.is_header(shape) {
            return if self.agrees(shape) {
                Kind::Header
            } else {
                Kind::OtherHeader
            };
        }
        if state.is_in_other {
            return Kind::Blank;
        }
        self.kind_by_words(shape, state)
    }

    fn kind_by_words(&self, shape: &Shape, state: &State) -> Kind {
        let is_below = shape.row > self.last_sure || state.is_signed;
        if self.is_total(shape, is_below) {
            return Kind::Passed(PassedOver::Total);
        }
        if self.is_foot_by_words(shape)
            || ((is_below || shape.filled > 1) && self.is_signers(shape))
        {
            return Kind::Passed(PassedOver::Foot);
        }
        if is_below && !state.foot.is_empty() {
            return Kind::Passed(PassedOver::Foot);
        }
        if self.is_section(shape) {
            return Kind::Passed(PassedOver::Section);
        }
        if shape.has_key || shape.named > 0 {
            return Kind::Row;
        }
        if shape.is_numbered || shape.filled == 0 {
            return Kind::Blank;
        }
        let why = if is_below {
            PassedOver::Foot
        } else {
            PassedOver::Section
        };
        Kind::Passed(why)
    }

    fn take(&self, shape: &Shape, kind: Kind, state: &mut State, report: &mut Report) {
        match kind {
            Kind::Row => {
                if shape.filled > 1 {
                    state.title = None;
                }
                state.rows.push(*shape);
            }
            Kind::Blank => {}
            Kind::Header | Kind::OtherHeader => {
                let is_other = kind == Kind::OtherHeader;
                self.take_header(shape.row, is_other, state, report);
            }
            Kind::Passed(PassedOver::Foot) => self.take_foot(shape, state, report),
            Kind::Passed(why) => {
                if why == PassedOver::Total {
                    state.totals.push(shape.row);
                }
                self.note(shape.row, why, report);
            }
        }
        let keeps = kind == Kind::Blank && state.is_after_header;
        state.is_after_header = kind == Kind::Header || keeps;
    }

    fn take_foot(&self, shape: &Shape, state: &mut State, report: &mut Report) {
        let is_by_words = self.is_foot_by_words(shape) || self.is_signers(shape);
        let columns: Vec<u32> = self.sheet.columns(shape.row).collect();
        let is_signature = columns.iter().all(|it| state.signers.contains(it));
        if is_by_words {
            for column in &columns {
                let region = self.merges.region(shape.row, *column);
                let (first, last) = region
                    .map_or((*column, *column), |it| (it.first.column, it.last.column));
                let beside = first.saturating_sub(1)..=last.saturating_add(1);
                state.signers.extend(beside.take(64));
            }
        } else if shape.has_key && shape.named > 0 && !is_signature {
            let place = self.place(shape.row, shape.row);
            report.add(place, Problem::TableNotRead { is_needed: false });
        }
        state.is_signed |= shape.filled > 1 && self.is_signers(shape);
        state.foot.push(shape.row);
    }

    /// "Tổng cộng" in the first cell or the key.
    fn is_total(&self, shape: &Shape, is_below: bool) -> bool {
        let is_meant = |column: &u32| match self.roles.of(*column) {
            Some(Role::Named) => shape.filled == 1 && is_below,
            Some(Role::Key | Role::Number | Role::Unnamed) | None => true,
        };
        self.telling_columns(shape)
            .filter(is_meant)
            .any(|column| self.text(shape.row, column).is_some_and(is_total))
    }

    /// The columns that may say that a row is none: the first and the key.
    fn telling_columns(&self, shape: &Shape) -> impl Iterator<Item = u32> {
        let first = self.sheet.columns(shape.row).next();
        let mut columns = self.sheet.columns(shape.row);
        let key = columns.find(|column| self.roles.of(*column) == Some(Role::Key));
        first.into_iter().chain(key)
    }

    fn is_foot_by_words(&self, shape: &Shape) -> bool {
        if shape.is_numbered {
            return false;
        }
        let says = |column: u32| self.text(shape.row, column).is_some_and(is_foot);
        if shape.has_word_for_number && shape.named == 0 && self.is_starred(shape.row) {
            return true;
        }
        if shape.has_key {
            self.telling_columns(shape).any(says)
        } else {
            self.sheet.columns(shape.row).any(says)
        }
    }

    /// A note behind an asterisk, which stands where rows have their number.
    fn is_starred(&self, row: u32) -> bool {
        let first = self.sheet.columns(row).next();
        let star = first.and_then(|column| self.text(row, column));
        star.is_some_and(|star| star.chars().all(|it| matches!(it, '*' | '(' | ')')))
    }

    /// "BÍ THƯ", perhaps beside "NGƯỜI LẬP BIỂU", and nothing else.
    fn is_signers(&self, shape: &Shape) -> bool {
        let may_sign = !shape.is_numbered && (self.lists_people || !shape.has_key);
        may_sign
            && self.sheet.columns(shape.row).all(|column| {
                let text = self.text(shape.row, column);
                text.is_some_and(|text| is_signer(text) || is_foot(text))
            })
    }

    fn is_section(&self, shape: &Shape) -> bool {
        if shape.is_numbered {
            return false;
        }
        if shape.named > 0 {
            // elsewhere a sentence may reach across, below a part typed once
            let is_alone = shape.filled == 1 && self.lists_people;
            return is_alone && self.is_across(shape.row);
        }
        if !shape.has_key {
            return shape.has_word_for_number;
        }
        let first = self.telling_columns(shape).next();
        let first = first.and_then(|column| self.text(shape.row, column));
        let is_numbered_as_section = shape.has_word_for_number
            && shape.filled == 2
            && first.is_some_and(is_section_number);
        let is_alone = shape.filled == 1;
        let is_titled = self.lists_people && first.is_some_and(is_section);
        is_numbered_as_section || (is_alone && (is_titled || self.is_across(shape.row)))
    }

    /// Whether the first cell of a row is merged over columns of different meaning.
    fn is_across(&self, row: u32) -> bool {
        let mut columns = self.sheet.columns(row);
        let region = columns.next().and_then(|it| self.merges.region(row, it));
        let Some(region) = region else {
            return false;
        };
        let under = self.roles.between(region.first.column, region.last.column);
        let (keys, others): (Vec<_>, Vec<_>) = under.partition(|it| *it == Role::Key);
        others.len() + usize::from(!keys.is_empty()) > 1
    }

    /// Whether a row repeats a row of the header, as on every page of a printed list.
    fn is_repeated(&self, shape: &Shape, state: &State) -> bool {
        if shape.filled < 2 && !state.is_after_header {
            return false;
        }
        let is_same = |header: u32| {
            let mut columns = self.sheet.columns(shape.row);
            columns.all(|column| {
                let typed = self.sheet.value(shape.row, column);
                matches!(typed, Some(RawValue::Text(_)))
                    && typed == self.sheet.value(header, column)
            })
        };
        (self.header.first..=self.header.last).any(is_same)
    }

    /// A row of column numbers: small numbers that grow, perhaps with holes, or letters.
    fn is_numbering(&self, shape: &Shape) -> bool {
        let mut before = None;
        let is_growing = self.sheet.columns(shape.row).all(|column| {
            let cell = Cell::at(self.sheet, shape.row, column).shown();
            let Some(number) = small_number(&cell) else {
                return before.is_none() && is_section_number(&cell);
            };
            let is_more = before.is_none_or(|before| number > before);
            before = Some(number);
            is_more
        });
        shape.has_key && shape.filled > 1 && before.is_some() && is_growing
    }

    fn text(&self, row: u32, column: u32) -> Option<&str> {
        match self.sheet.value(row, column)? {
            RawValue::Text(text) => Some(text),
            RawValue::Number(_)
            | RawValue::Moment(_)
            | RawValue::Truth(_)
            | RawValue::Error(_) => None,
        }
    }

    fn first_text(&self, row: u32) -> String {
        let first = self.sheet.columns(row).next();
        first.map_or_else(String::new, |it| Cell::at(self.sheet, row, it).shown())
    }

    fn place(&self, first: u32, last: u32) -> Place {
        place_of_row(self.sheet, first, last)
    }

    fn note(&self, row: u32, why: PassedOver, report: &mut Report) {
        let text = self.first_text(row);
        report.note(self.place(row, row), Understood::Rows { why, text });
    }
}
