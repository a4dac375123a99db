//! A row of a table, whose cells are found by the names of their columns.

use super::Table;
use crate::diagnostic::{CellRange, CellRef, Problem, Report};
use crate::import::cell::Cell;
use crate::import::text::Name;
use crate::import::workbook::RawRow;
use crate::model::Traced;

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Row<'t, 'a> {
    table: &'t Table<'a>,
    number: u32,
    cells: RawRow<'a>,
}

impl<'t, 'a> Row<'t, 'a> {
    /// The row of a table with this number, counted from zero.
    pub(super) fn of(table: &'t Table<'a>, number: u32) -> Self {
        let cells = table.sheet.row(number);
        Self {
            table,
            number,
            cells,
        }
    }

    /// The cell of a column; if the table lacks it, an empty cell at the key's address.
    ///
    /// The cells of a column that its header spans are one: both texts together, or the
    /// filled one.
    pub(in crate::import) fn cell(&self, name: &Name) -> Cell<'t> {
        match self.table.columns_of(name) {
            [column] => self.at(*column),
            [first, .., last] => self.spread(name, *first, *last),
            [] => {
                let key = self.table.columns_of(self.table.key).first();
                let column = key.copied().unwrap_or_default();
                Cell::absent(self.table.sheet, self.number, column)
            }
        }
    }

    fn at(&self, column: u32) -> Cell<'t> {
        let cell = Cell::in_row(self.table.sheet, self.cells, self.number, column);
        self.table.meant(cell, self.number, column)
    }

    fn spread(&self, name: &Name, first: u32, last: u32) -> Cell<'t> {
        let table = self.table;
        let columns = table.columns_of(name);
        let joined = table.joined.get(&(self.number, first));
        if let Some(text) = joined {
            let corner = |column| CellRef {
                row: self.number,
                column,
            };
            let cells = CellRange {
                first: corner(first.min(last)),
                last: corner(first.max(last)),
            };
            return Cell::of(&table.sheet.place, Some(cells), text);
        }
        let cells = columns.iter().map(|column| self.at(*column));
        let mut cells = cells.filter(|cell| !cell.is_empty());
        cells
            .next()
            .unwrap_or_else(|| Cell::at(table.sheet, self.number, first))
    }

    /// Its number, counted from zero.
    pub(in crate::import) fn number(&self) -> u32 {
        self.number
    }

    /// The text of a column.
    pub(in crate::import) fn text(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        // a member has two dozen columns, of which most lists have ten
        if !self.table.has(name) {
            return None;
        }
        self.cell(name).text(report)
    }

    /// The cell of a column that must be filled; none and a finding if it is empty.
    ///
    /// A column that the table lacks is a finding of its own, once.
    pub(in crate::import) fn required(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Cell<'t>> {
        let cell = self.cell(name);
        if !cell.is_empty() {
            return Some(cell);
        }
        if self.table.has(name) {
            let what = name.canonical.to_owned();
            report.add(cell.place(), Problem::CellEmpty { what });
        }
        None
    }
}
