//! A row of a table, whose cells are found by the names of their columns.

use super::Table;
use crate::diagnostic::{CellRange, CellRef, Problem, Report};
use crate::import::cell::Cell;
use crate::import::text::Name;
use crate::import::workbook::RawRow;
use crate::model::{SharedText, Traced};

/// A column of a table, found once for all its rows.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Column<'t> {
    name: &'static str,
    /// Where it stands: several places under one header, none if the table lacks it.
    places: &'t [u32],
}

impl<'t> Column<'t> {
    pub(super) fn new(name: &'static str, places: &'t [u32]) -> Self {
        Self { name, places }
    }

    /// Whether the table has it.
    pub(in crate::import) fn is_there(&self) -> bool {
        !self.places.is_empty()
    }
}

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
        self.cell_in(self.table.find_column(name))
    }

    /// The same, where the column is at hand.
    pub(in crate::import) fn cell_in(&self, column: Column<'_>) -> Cell<'t> {
        match column.places {
            [place] => self.at(*place),
            [first, .., last] => self.spread(column, *first, *last),
            [] => Cell::absent(self.table.sheet, self.number, self.table.key_column),
        }
    }

    fn at(&self, column: u32) -> Cell<'t> {
        let cell = Cell::in_row(self.table.sheet, self.cells, self.number, column);
        self.table.meant(cell, self.number, column)
    }

    fn spread(&self, column: Column<'_>, first: u32, last: u32) -> Cell<'t> {
        let table = self.table;
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
        let cells = column.places.iter().map(|column| self.at(*column));
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
        self.text_in(self.table.find_column(name), report)
    }

    /// The same, where the column is at hand.
    pub(in crate::import) fn text_in(
        &self,
        column: Column<'_>,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        // a member has two dozen columns, of which most lists have ten
        if !column.is_there() {
            return None;
        }
        self.cell_in(column).text(report)
    }

    /// The same, where many rows say it.
    pub(in crate::import) fn shared_text_in(
        &self,
        column: Column<'_>,
        report: &mut Report,
    ) -> Option<Traced<SharedText>> {
        if !column.is_there() {
            return None;
        }
        self.cell_in(column).shared_text(report)
    }

    /// The cell of a column that must be filled; none and a finding if it is empty.
    ///
    /// A column that the table lacks is a finding of its own, once.
    pub(in crate::import) fn required(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Cell<'t>> {
        self.required_in(self.table.find_column(name), report)
    }

    /// The same, where the column is at hand.
    pub(in crate::import) fn required_in(
        &self,
        column: Column<'_>,
        report: &mut Report,
    ) -> Option<Cell<'t>> {
        let cell = self.cell_in(column);
        if !cell.is_empty() {
            return Some(cell);
        }
        if column.is_there() {
            let what = column.name.to_owned();
            report.add(cell.place(), Problem::CellEmpty { what });
        }
        None
    }
}
