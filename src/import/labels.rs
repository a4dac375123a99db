//! Label and value side by side, as on "Thông tin" and above a ballot's table.
//!
//! Most labels stand in one column, their values in the next filled one; a second pair
//! may stand beside, or both in one cell ("Chi bộ: Văn phòng"). A label may repeat, and a
//! row with an empty label continues the one above; both make a list.

use super::cell::Cell;
use super::table::{Row, Table, signs};
use super::text::{Name, Names, fold};
use super::workbook::{RawSheet, RawValue};
use crate::diagnostic::{Diagnostic, Place, Problem, Report, Understood};
use crate::model::Traced;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Columns between a label and its value.
const REACH: u32 = 8;
/// Filled rows in which labels are looked for to tell what a sheet is.
const TOP_ROWS: usize = 60;
/// Bytes of a text that may be a label.
const LONG: usize = 200;
/// Unknown labels for which a known one is looked up: a sheet of other things has more.
const MOST_NEAREST: u32 = 300;

/// The values of a sheet's labels.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    sheet: &'a RawSheet,
    values: BTreeMap<&'static str, Vec<Value<'a>>>,
}

/// A value: a cell, or what follows the label in the label's own cell.
#[derive(Debug)]
enum Value<'a> {
    Cell(Cell<'a>),
    Rest(Place, RawValue),
}

impl Value<'_> {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Cell(cell) => cell.clone(),
            Self::Rest(place, rest) => Cell::of(place, place.cells, rest),
        }
    }
}

impl<'a> Labels<'a> {
    /// Reads the labels in some rows of a sheet; an unknown one is a finding if it has a
    /// value.
    ///
    /// What stands above the first known label is the sheet's title.
    pub(super) fn read(
        sheet: &'a RawSheet,
        rows: Range<u32>,
        known: &Names,
        report: &mut Report,
    ) -> Self {
        let columns = label_columns(sheet, rows.clone(), known);
        let mut reader = Reader {
            sheet,
            known,
            main: columns.main,
            columns: columns.all,
            slots: BTreeMap::new(),
            is_in_title: true,
            signers: BTreeSet::new(),
            looked_up: 0,
            values: BTreeMap::new(),
        };
        for row in sheet.row_numbers(rows) {
            reader.read_row(row, report);
        }
        Self {
            sheet,
            values: reader.values,
        }
    }

    /// Takes the labels of other rows as well.
    pub(super) fn add(&mut self, others: Self) {
        for (name, values) in others.values {
            self.values.entry(name).or_default().extend(values);
        }
    }

    /// The labels near the top of a sheet.
    pub(super) fn likeness(sheet: &RawSheet, known: &Names) -> BTreeSet<&'static str> {
        let rows = sheet.row_numbers(0..u32::MAX).take(TOP_ROWS);
        rows.flat_map(|row| sheet.columns(row).map(move |column| (row, column)))
            .filter_map(|(row, column)| find(known, &Cell::at(sheet, row, column)))
            .map(|found| found.name().canonical)
            .collect()
    }

    /// The labels that a table has as its headers, with the values of one row.
    pub(super) fn of_row(
        table: &'a Table<'_>,
        row: &Row<'a, '_>,
        known: impl IntoIterator<Item = &'static Name>,
    ) -> Self {
        let named = known.into_iter().filter(|name| table.has(name));
        Self {
            sheet: table.sheet(),
            values: named
                .map(|name| (name.canonical, vec![Value::Cell(row.cell(name))]))
                .collect(),
        }
    }

    /// The sheet they stand on.
    pub(super) fn sheet(&self) -> &'a RawSheet {
        self.sheet
    }

    /// All cells beside a label.
    fn cells(&self, name: &Name) -> impl Iterator<Item = Cell<'_>> {
        let values = self.values.get(name.canonical);
        values.into_iter().flatten().map(Value::cell)
    }

    /// The value of a label that takes one; a second, different one is a finding.
    pub(super) fn one(&self, name: &Name, report: &mut Report) -> Option<Cell<'_>> {
        let mut filled = self.filled(name);
        let first = filled.next()?;
        for other in filled.filter(|other| !other.says_same(&first)) {
            let label = name.canonical.to_owned();
            report.push(Diagnostic::between(
                other.place(),
                vec![first.place()],
                Problem::LabelTwice { label },
            ));
        }
        Some(first)
    }

    /// The text of a label that takes one value.
    pub(super) fn text(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        self.one(name, report)?.text(report)
    }

    /// The texts of a label that takes several values.
    pub(super) fn texts(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        self.cells(name)
            .flat_map(|cell| cell.texts(report))
            .collect()
    }

    /// The name of a person beside a label that takes one.
    pub(super) fn name(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        self.one(name, report)?.name(report)
    }

    /// The names of people beside a label that takes several.
    pub(super) fn names(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        self.cells(name)
            .flat_map(|cell| cell.names(report))
            .collect()
    }

    /// The whole number of a label.
    pub(super) fn count(&self, name: &Name, report: &mut Report) -> Option<Traced<u32>> {
        self.one(name, report)?.count(report)
    }

    /// Whether a label is marked.
    pub(super) fn mark(&self, name: &Name, report: &mut Report) -> Option<Traced<bool>> {
        self.one(name, report).and_then(|cell| cell.mark(report))
    }

    /// All filled cells of a label that takes several values.
    pub(super) fn filled(&self, name: &Name) -> impl Iterator<Item = Cell<'_>> {
        self.cells(name).filter(|cell| !cell.is_empty())
    }

    /// Says that a label must have a value, if it has none: at its empty cell, or at the
    /// sheet if the label is not there.
    pub(super) fn require(&self, name: &Name, report: &mut Report) {
        if self.filled(name).next().is_none() {
            let cell = self.cells(name).next();
            let place = cell.map_or(self.sheet.place.clone(), |cell| cell.place());
            let label = name.canonical.to_owned();
            report.add(place, Problem::LabelMissing { label });
        }
    }
}

/// A column of labels: what the rows so far ended in, which an empty label continues.
#[derive(Debug, Clone, Copy)]
struct Slot {
    /// The label; none if it is unknown.
    name: Option<&'static Name>,
    /// Where its value stood.
    value: u32,
}

/// Reads labels row by row.
struct Reader<'a, 'n> {
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

impl<'a> Reader<'a, '_> {
    fn read_row(&mut self, row: u32, report: &mut Report) {
        let filled: Vec<u32> = self.sheet.columns(row).collect();
        if self.is_in_title && self.is_letterhead(row, &filled) {
            return;
        }
        if self.is_signature(row, &filled) {
            return;
        }
        let mut labels: BTreeSet<u32> = BTreeSet::new();
        let mut rest = filled.as_slice();
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
        }
        self.read_continued(row, &labels);
    }

    /// Whether a row is part of a block of signatures: two titles side by side, such as
    /// "Trưởng ban kiểm phiếu" and "Chủ tịch đại hội", and the names below them.
    ///
    /// The title beside a title is not its value.
    fn is_signature(&mut self, row: u32, filled: &[u32]) -> bool {
        let is_title = |column: &u32| signs(&Cell::at(self.sheet, row, *column).shown());
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
        let text = cell.shown();
        find(self.known, &cell).is_some()
            && (self.columns.contains(&column) || text.trim_end().ends_with(':'))
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
                Found::With(_, rest) => Value::Rest(label.place(), RawValue::Text(rest)),
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
    fn read_continued(&mut self, row: u32, labels: &BTreeSet<u32>) {
        for (label, slot) in &self.slots {
            let Some(name) = slot.name else {
                continue;
            };
            let is_blank = self.sheet.value(row, *label).is_none();
            let value = Cell::at(self.sheet, row, slot.value);
            if is_blank && !value.is_empty() && !labels.contains(&slot.value) {
                let values = self.values.entry(name.canonical).or_default();
                values.push(Value::Cell(value));
            }
        }
    }

    /// The party's own name stands on letterheads only.
    fn is_letterhead(&self, row: u32, filled: &[u32]) -> bool {
        filled.iter().any(|column| {
            let text = Cell::at(self.sheet, row, *column).shown();
            text.len() <= LONG && fold(&text).starts_with("dangcongsanvietnam")
        })
    }
}

fn note(label: &Cell<'_>, name: Option<&Name>, report: &mut Report) {
    let what = Understood::Label {
        label: label.shown(),
        read_as: name.map(|name| name.canonical.to_owned()),
    };
    report.note(label.place(), what);
}

/// What a cell says as a label.
#[derive(Debug)]
enum Found {
    Whole(&'static Name),
    /// The label with its value.
    With(&'static Name, String),
}

impl Found {
    fn name(&self) -> &'static Name {
        match self {
            Self::Whole(name) | Self::With(name, _) => name,
        }
    }
}

/// The label that a cell spells, perhaps numbered, perhaps with its value behind a colon.
fn find(known: &Names, cell: &Cell<'_>) -> Option<Found> {
    let text = cell.shown();
    let whole = |text: &str| {
        let is_short = text.len() <= LONG;
        let found = is_short.then(|| known.find(text).or_else(|| known.find(bare(text))));
        found.flatten()
    };
    if let Some(name) = whole(&text) {
        return Some(Found::Whole(name));
    }
    let (before, rest) = text.split_once(':')?;
    let (name, rest) = (whole(before)?, rest.trim());
    if rest.is_empty() {
        return Some(Found::Whole(name));
    }
    Some(Found::With(name, rest.to_owned()))
}

/// A label without its number: `1. Chi bộ`, `a) Chi bộ`, `- Chi bộ`.
fn bare(label: &str) -> &str {
    const MOST: usize = 4;
    let label = label.trim_start_matches(|it: char| !it.is_alphanumeric());
    let Some((number, rest)) = label.split_once(['.', ')', '/']) else {
        return label;
    };
    let is_number = number.chars().all(|it| it.is_ascii_digit())
        || number.chars().all(|it| matches!(it, 'I' | 'V' | 'X'))
        || number.chars().count() == 1;
    if is_number && number.len() <= MOST && rest.chars().any(char::is_alphanumeric) {
        rest.trim_start()
    } else {
        label
    }
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

#[cfg(test)]
mod tests;
