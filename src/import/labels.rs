//! Label and value side by side, as on "Thông tin" and above a ballot's table.
//!
//! Most labels stand in one column, their values in the next filled one; a second pair
//! may stand beside, or both in one cell ("Chi bộ: Văn phòng"). A label may repeat, and a
//! row with an empty label continues the one above; both make a list.

mod reader;
mod spelling;

use super::cell::Cell;
use super::table::{Row, Table};
use super::text::{Name, Names};
use super::workbook::{RawSheet, RawValue};
use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::model::Traced;
use reader::Reader;
use spelling::find;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Filled rows in which labels are looked for to tell what a sheet is.
const TOP_ROWS: usize = 60;
/// Bytes of a text that may be a label.
const LONG: usize = 200;

/// The values of a sheet's labels.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    sheet: &'a RawSheet,
    values: BTreeMap<&'static str, Vec<Value<'a>>>,
}

/// A value: a cell, what follows the label in the label's own cell, or a further name to
/// the right of a value.
#[derive(Debug)]
enum Value<'a> {
    Cell(Cell<'a>),
    Rest(Place, RawValue),
    Beside(Cell<'a>),
}

impl Value<'_> {
    fn is_beside(&self) -> bool {
        matches!(self, Self::Beside(_))
    }

    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Cell(cell) | Self::Beside(cell) => cell.clone(),
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
        let mut reader = Reader::new(sheet, rows.clone(), known);
        for row in sheet.row_numbers(rows) {
            reader.read_row(row, report);
        }
        Self {
            sheet,
            values: reader.into_values(),
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

    fn values(&self, name: &Name) -> impl Iterator<Item = &Value<'a>> {
        self.values.get(name.canonical).into_iter().flatten()
    }

    /// All cells of a label's values, without further names beside them.
    fn cells(&self, name: &Name) -> impl Iterator<Item = Cell<'_>> {
        let values = self.values(name).filter(|value| !value.is_beside());
        values.map(Value::cell)
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

    /// The name of a person beside a label that takes one; further people are a finding.
    pub(super) fn name(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        let cell = self.one(name, report)?;
        for beside in self.values(name).filter(|value| value.is_beside()) {
            beside.cell().report_several(name, report);
        }
        cell.one_name(name, report)
    }

    /// The names of people beside a label that takes several.
    pub(super) fn names(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        let cells = self.values(name).map(Value::cell);
        cells.flat_map(|cell| cell.names(report)).collect()
    }

    /// People with their posts beside a label that takes several.
    pub(super) fn guests(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        let cells = self.values(name).map(Value::cell);
        cells.flat_map(|cell| cell.guests(report)).collect()
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

#[cfg(test)]
mod tests;
