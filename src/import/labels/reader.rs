//! Reads labels row by row.

use super::spelling::{Found, bare, find};
use super::{LONG, Value};
use crate::diagnostic::{Problem, Report, Understood};
use crate::import::cell::Cell;
use crate::import::table::{note_title, signs};
use crate::import::text::{Name, Names, fold};
use crate::import::workbook::{RawSheet, RawValue};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Columns between a label and its value.
const REACH: u32 = 8;
/// Unknown labels for which a known one is looked up: a sheet of other things has more.
const MOST_NEAREST: u32 = 300;

/// A column of labels: what the rows so far ended in, which an empty label continues.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The label; none if it is unknown.
    name: Option<&'static Name>,
    /// Where its value stood.
    value: u32,
}

/// Reads labels row by row.
pub(super) struct Reader<'a, 'n> {
    sheet: &'a RawSheet,
    known: &'n Names,
    /// The column of most labels.
    main: u32,
    /// All columns of labels.
    columns: BTreeSet<u32>,
    slots: BTreeMap<u32, Slot>,
    is_in_title: bool,
    /// The columns of a block of signatures, while it lasts.
    signers: BTreeSet<u32>,
    looked_up: u32,
    values: BTreeMap<&'static str, Vec<Value<'a>>>,
}

impl<'a, 'n> Reader<'a, 'n> {
    pub(super) fn new(sheet: &'a RawSheet, rows: Range<u32>, known: &'n Names) -> Self {
        let columns = label_columns(sheet, rows, known);
        Self {
            sheet,
            known,
            main: columns.main,
            columns: columns.all,
            slots: BTreeMap::new(),
            is_in_title: true,
            signers: BTreeSet::new(),
            looked_up: 0,
            values: BTreeMap::new(),
        }
    }

    /// The values of the labels read.
    pub(super) fn into_values(self) -> BTreeMap<&'static str, Vec<Value<'a>>> {
        self.values
    }

    /// Reads a row; above the first label it is part of the title.
    pub(super) fn read_row(&mut self, row: u32, report: &mut Report) {
        let filled: Vec<u32> = self.sheet.columns(row).collect();
        if !(self.is_in_title && self.is_letterhead(row, &filled)) {
            self.read_labels(row, &filled, report);
        }
        if self.is_in_title {
            note_title(self.sheet, row, report);
        }
    }

    fn read_labels(&mut self, row: u32, filled: &[u32], report: &mut Report) {
        if self.is_signature(row, filled) {
            return;
        }
        let mut labels: BTreeSet<u32> = BTreeSet::new();
        let mut rest = filled;
        while let Some((column, right)) = rest.split_first() {
            rest = right;
            let cell = Cell::at(self.sheet, row, *column);
            let is_label = *column == self.main || find(self.known, &cell).is_some();
            let is_column = self.columns.contains(column);
            if !(is_label || is_column) || self.continues(*column, &labels) {
                continue;
            }
            labels.insert(*column);
            let value = right.first().copied().filter(|value| {
                value.saturating_sub(*column) <= REACH && !self.is_next_label(row, *value)
            });
            if value.is_some() {
                rest = right.get(1..).unwrap_or_default();
            }
            self.read_label(&cell, *column, value, report);
            if value.is_some() {
                self.read_beside(row, *column, rest, report);
            }
        }
        self.read_continued(row, &labels, report);
    }

    /// Reads further names to the right of a value, up to the next label.
    fn read_beside(&mut self, row: u32, label: u32, right: &[u32], report: &mut Report) {
        let Some(name) = self.slots.get(&label).and_then(|slot| slot.name) else {
            return;
        };
        for column in right {
            let cell = Cell::at(self.sheet, row, *column);
            let is_label =
                self.columns.contains(column) || find(self.known, &cell).is_some();
            let is_taken = self.slots.values().any(|slot| slot.value == *column);
            if is_label || is_taken {
                return;
            }
            if cell.names_people() {
                note_value(&cell, name, report);
                let values = self.values.entry(name.canonical).or_default();
                values.push(Value::Beside(cell));
            }
        }
    }

    /// Whether a row is part of a block of signatures: two titles side by side, such as
    /// "Trưởng ban kiểm phiếu" and "Chủ tịch đại hội", and the names below them.
    ///
    /// The title beside a title is not its value.
    fn is_signature(&mut self, row: u32, filled: &[u32]) -> bool {
        let is_title = |column: &u32| signs(&Cell::at(self.sheet, row, *column).look());
        if filled.len() > 1 && filled.iter().all(is_title) {
            self.slots.clear();
            self.signers = filled
                .iter()
                .flat_map(|column| column.saturating_sub(1)..=column.saturating_add(1))
                .collect();
            return true;
        }
        let is_known = |column: &u32| {
            find(self.known, &Cell::at(self.sheet, row, *column)).is_some()
        };
        let is_below = filled.iter().all(|it| self.signers.contains(it))
            && !filled.iter().any(is_known);
        if !is_below {
            self.signers.clear();
        }
        is_below
    }

    /// Whether a cell stands where the value of a label above stood.
    fn continues(&self, column: u32, labels: &BTreeSet<u32>) -> bool {
        column != self.main
            && !self.columns.contains(&column)
            && self
                .slots
                .iter()
                .any(|(label, slot)| slot.value == column && !labels.contains(label))
    }

    /// Whether the next filled cell is a label of its own, and no value.
    fn is_next_label(&self, row: u32, column: u32) -> bool {
        let cell = Cell::at(self.sheet, row, column);
        find(self.known, &cell).is_some()
            && (self.columns.contains(&column) || cell.look().trim_end().ends_with(':'))
    }

    fn read_label(
        &mut self,
        label: &Cell<'a>,
        column: u32,
        value: Option<u32>,
        report: &mut Report,
    ) {
        let Some(row) = label.row() else {
            return;
        };
        let found = find(self.known, label);
        let cell = value.map(|value| Cell::at(self.sheet, row, value));
        let is_known = match (&found, &cell) {
            (Some(Found::Whole(_)), _) | (Some(Found::With(..)), None) => true,
            (Some(Found::With(..)), Some(_)) | (None, _) => false,
        };
        let usual = self.slots.get(&column).map(|slot| slot.value);
        let empty = usual.unwrap_or(column.saturating_add(1)).max(column + 1);
        let mut slot = Slot {
            name: None,
            value: value.unwrap_or(empty),
        };
        if let Some(found) = found.filter(|_| is_known) {
            self.is_in_title = false;
            let name = found.name();
            slot.name = Some(name);
            note(label, Some(name), report);
            let value = match found {
                Found::With(_, rest) => {
                    Value::Rest(label.place(), RawValue::Text(rest.into()))
                }
                Found::Whole(_) => Value::Cell(
                    cell.unwrap_or_else(|| Cell::at(self.sheet, row, slot.value)),
                ),
            };
            self.values.entry(name.canonical).or_default().push(value);
        } else if !self.read_unknown(label, cell.is_some(), report) {
            return;
        }
        self.slots.insert(column, slot);
    }

    /// An unknown label: part of the title as long as no label is known, unless it looks
    /// like one. Whether it is a label.
    fn read_unknown(
        &mut self,
        label: &Cell<'a>,
        has_value: bool,
        report: &mut Report,
    ) -> bool {
        let text = label.shown();
        let (before, rest) = text.split_once(':').unwrap_or((&text, ""));
        let has_value = has_value || !rest.trim().is_empty();
        let is_in_title = self.is_in_title;
        if !has_value && !is_in_title {
            return true;
        }
        let nearest = self.nearest(bare(before));
        if is_in_title && nearest.is_none() {
            return false;
        }
        self.is_in_title = false;
        if has_value {
            note(label, None, report);
            let label_text = if rest.trim().is_empty() {
                &text
            } else {
                before
            };
            let label_text = label_text.to_owned();
            let problem = Problem::LabelUnknown {
                label: label_text,
                nearest,
            };
            report.add(label.place(), problem);
        }
        true
    }

    fn nearest(&mut self, text: &str) -> Option<String> {
        self.looked_up = self.looked_up.saturating_add(1);
        let may_be = self.looked_up <= MOST_NEAREST && text.len() <= LONG;
        may_be.then(|| self.known.nearest(text)).flatten()
    }

    /// Values below those of a label, where the label is left empty.
    fn read_continued(&mut self, row: u32, labels: &BTreeSet<u32>, report: &mut Report) {
        for (label, slot) in self.slots.clone() {
            let Some(name) = slot.name else {
                continue;
            };
            let is_blank = self.sheet.value(row, label).is_none();
            let value = Cell::at(self.sheet, row, slot.value);
            if is_blank && !value.is_empty() && !labels.contains(&slot.value) {
                note_value(&value, name, report);
                let values = self.values.entry(name.canonical).or_default();
                values.push(Value::Cell(value));
                let right = self.sheet.columns(row).filter(|it| *it > slot.value);
                let right: Vec<u32> = right.collect();
                self.read_beside(row, label, &right, report);
            }
        }
    }

    /// The party's own name stands on letterheads only.
    fn is_letterhead(&self, row: u32, filled: &[u32]) -> bool {
        filled.iter().any(|column| {
            let text = Cell::at(self.sheet, row, *column).look();
            text.len() <= LONG && fold(&text).starts_with("dangcongsanvietnam")
        })
    }
}

/// Notes a value that has no label beside it.
fn note_value(value: &Cell<'_>, name: &Name, report: &mut Report) {
    let what = Understood::Label {
        label: String::new(),
        read_as: Some(name.canonical.to_owned()),
    };
    report.note(value.place(), what);
}

fn note(label: &Cell<'_>, name: Option<&Name>, report: &mut Report) {
    let what = Understood::Label {
        label: label.shown(),
        read_as: name.map(|name| name.canonical.to_owned()),
    };
    report.note(label.place(), what);
}

struct Columns {
    main: u32,
    all: BTreeSet<u32>,
}

/// The column in which most known labels stand, the leftmost of several, and others in
/// which several stand: not as the value of the label beside.
fn label_columns(sheet: &RawSheet, rows: Range<u32>, known: &Names) -> Columns {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    let mut apart: BTreeMap<u32, u32> = BTreeMap::new();
    for row in sheet.row_numbers(rows) {
        let mut beside: Option<u32> = None;
        for column in sheet.columns(row) {
            if find(known, &Cell::at(sheet, row, column)).is_none() {
                continue;
            }
            *counts.entry(column).or_default() += 1;
            if beside.is_none_or(|beside| beside.saturating_add(1) < column) {
                *apart.entry(column).or_default() += 1;
            }
            beside = Some(column);
        }
    }
    let most = counts.values().max().copied();
    let best = counts.iter().find(|(_, count)| Some(**count) == most);
    let main = best.map_or(0, |(column, _)| *column);
    let others = apart.iter().filter(|(_, count)| **count > 1);
    let all = others.map(|(column, _)| *column).chain([main]).collect();
    Columns { main, all }
}
