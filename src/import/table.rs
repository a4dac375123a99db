//! Tables: a header that names the columns, then one row for each thing.
//!
//! [`header`] finds the rows that name the columns, [`rows`] sorts the rows below them,
//! [`merge`] knows merged regions. What is passed over is noted in the report.

mod columns;
mod header;
mod merge;
mod notes;
mod row;
mod rows;
mod shape;
mod stray;
mod total;
mod words;

use super::cell::Cell;
use super::text::{Name, fold, nearest};
use super::workbook::{RawSheet, RawValue};
use crate::diagnostic::{CellRange, CellRef, Diagnostic, Place, Problem, Report};
pub(super) use columns::ColumnNames;
pub(super) use header::Header;
use merge::Merges;
pub(super) use notes::note_title;
use notes::{note_header, note_rest, note_titles};
pub(super) use row::{Column, Row};
use std::collections::{BTreeMap, BTreeSet};
pub(super) use total::Total;
use words::is_ditto;
pub(super) use words::signs;

/// "TT": the number of a row, which alone makes no row.
pub(super) static NUMBER: Name =
    Name::new("TT", &["STT", "Số TT", "Số thứ tự", "Thứ tự"]);

/// Columns that sort the rows into groups, so that one merged cell speaks for several
/// rows even where it is the key.
static GROUPS: [&str; 3] = ["Phần", "Loại", "Việc"];

/// A table of a sheet.
#[derive(Debug)]
pub(super) struct Table<'a> {
    sheet: &'a RawSheet,
    key: &'static Name,
    header: Header<'a>,
    /// The columns of each name: a list of a few, since each cell of each row is looked
    /// up in it.
    columns: Vec<(&'static str, Vec<u32>)>,
    /// The first column of the key.
    key_column: u32,
    /// Headers that name no column, by their place.
    unknown: Vec<Cell<'a>>,
    /// Columns without a header's name that the caller reads all the same.
    taken: BTreeSet<u32>,
    names: ColumnNames,
    merges: Merges,
    /// Rows of the table, from the top.
    rows: Vec<u32>,
    /// Rows of totals.
    totals: Vec<u32>,
    /// Cells with a ditto mark and the cell that they repeat.
    dittos: BTreeMap<CellRef, Option<CellRef>>,
    /// What two cells under one header say together, by row and first column.
    joined: BTreeMap<(u32, u32), RawValue>,
}

impl<'a> Table<'a> {
    /// Finds the table of a sheet by its columns' names.
    ///
    /// A sheet without header is a finding.
    pub(super) fn find(
        sheet: &'a RawSheet,
        names: &ColumnNames,
        report: &mut Report,
    ) -> Option<Self> {
        Self::below(sheet, Self::find_header(sheet, names), names, report)
    }

    /// The header that [`Table::find`] finds.
    pub(super) fn find_header(
        sheet: &'a RawSheet,
        names: &ColumnNames,
    ) -> Option<Header<'a>> {
        header::find(sheet, names)
    }

    /// The same as [`Table::find`], where the header of the sheet was looked for before.
    pub(super) fn below(
        sheet: &'a RawSheet,
        header: Option<Header<'a>>,
        names: &ColumnNames,
        report: &mut Report,
    ) -> Option<Self> {
        let key = names.key()?;
        let Some(mut header) = header else {
            report.add(
                sheet.place.clone(),
                Problem::ColumnMissing {
                    column: key.canonical.to_owned(),
                    nearest: header::likely(sheet, key),
                },
            );
            return None;
        };
        let below = header.last.saturating_add(1)..=u32::MAX;
        let merges = Merges::of(sheet, &below);
        note_titles(sheet, header.first, report);
        for row in header::others_above(sheet, &header, key, names.names()) {
            let place = place_of_row(sheet, row, row);
            report.add(place, Problem::TableNotRead { is_needed: false });
        }
        note_header(sheet, &header, report);
        let sorted = rows::sort(sheet, &header, &merges, names.names(), key, report);
        let rows = sorted.rows;
        if let Some(column) = stray::rest_of_names(sheet, &header, &rows, key) {
            header.widen(key, column);
            note_rest(sheet, (header.last, column), key, report);
        }
        let columns = header.named.iter();
        let columns = columns.map(|(name, columns)| (*name, columns.clone()));
        let keys = header.named.get(key.canonical);
        let key_column = keys.and_then(|it| it.first()).copied();
        let mut table = Self {
            sheet,
            key,
            columns: columns.collect(),
            key_column: key_column.unwrap_or_default(),
            header,
            unknown: Vec::new(),
            taken: BTreeSet::new(),
            names: names.clone(),
            merges,
            rows,
            totals: sorted.totals,
            dittos: BTreeMap::new(),
            joined: BTreeMap::new(),
        };
        table.read_unnamed(report);
        table.read_dittos(report);
        table.join_parts();
        Some(table)
    }

    /// Whether a cell near the top may name the key; else no table has it.
    pub(super) fn may_have_key(sheet: &RawSheet, names: &ColumnNames) -> bool {
        header::may_have_key(sheet, names)
    }

    /// The columns that a sheet's table would have.
    pub(super) fn likeness(
        sheet: &RawSheet,
        names: &ColumnNames,
    ) -> BTreeSet<&'static str> {
        let header = header::find(sheet, names);
        header.map_or_else(BTreeSet::new, |it| it.named.into_keys().collect())
    }

    /// Looks at the headers that name no column: of two with one name the first is read.
    fn read_unnamed(&mut self, report: &mut Report) {
        let mut seen: Vec<Place> = Vec::new();
        for head in &self.header.heads {
            let (None, Some(leaf)) = (head.name, head.leaf()) else {
                continue;
            };
            if seen.contains(&leaf.place()) {
                continue;
            }
            seen.push(leaf.place());
            let text = head.text();
            let namesake =
                self.header.heads.iter().find(|other| {
                    other.name.is_some() && fold(&other.text()) == fold(&text)
                });
            let Some((first, name)) =
                namesake.and_then(|it| Some((it.leaf()?, it.name?)))
            else {
                // "Chức vụ Đảng" beside "Chức vụ chính quyền": one of them is not read
                self.unknown.push(leaf.clone());
                continue;
            };
            let label = name.canonical.to_owned();
            report.push(Diagnostic::between(
                leaf.place(),
                vec![first.place()],
                Problem::LabelTwice { label },
            ));
        }
    }

    /// The column of a name, for whoever asks each row for it.
    pub(super) fn find_column(&self, name: &Name) -> Column<'_> {
        Column::new(name.canonical, self.columns_of(name))
    }

    /// The columns of a name; none if the table lacks it.
    fn columns_of(&self, name: &Name) -> &[u32] {
        let mut columns = self.columns.iter();
        let found = columns.find(|(its_name, _)| *its_name == name.canonical);
        found.map_or(&[], |(_, columns)| columns.as_slice())
    }

    /// Finds the cells that repeat the one above them; a ditto with nothing above is a
    /// finding.
    fn read_dittos(&mut self, report: &mut Report) {
        let own = [self.key.canonical, NUMBER.canonical];
        let columns: BTreeSet<u32> = (self.header.named.iter())
            .filter(|(name, _)| !own.contains(name))
            .flat_map(|(_, columns)| columns.iter().copied())
            .collect();
        let mut above: Option<u32> = None;
        for row in self.rows.clone() {
            for (column, value) in self.sheet.row(row).values() {
                let is_meant = matches!(value, RawValue::Text(text) if is_ditto(text))
                    && columns.contains(&column);
                if !is_meant {
                    continue;
                }
                let source = above.map(|above| self.at(above, column));
                let source = source.filter(|cell| !cell.is_empty());
                if source.is_none() {
                    let cell = Cell::at(self.sheet, row, column);
                    let seen = cell.seen();
                    report.add(cell.place(), Problem::DittoOfNothing { seen });
                }
                let source = source.and_then(|it| it.cells());
                let source = source.map(|cells| cells.first);
                self.dittos.insert(CellRef { row, column }, source);
            }
            above = Some(row);
        }
    }

    /// Puts the texts of two cells under one header together.
    fn join_parts(&mut self) {
        for columns in self.header.named.values() {
            let [first, _, ..] = columns.as_slice() else {
                continue;
            };
            for row in &self.rows {
                let parts: Vec<String> = columns
                    .iter()
                    .map(|column| Cell::at(self.sheet, *row, *column))
                    .filter(|cell| !cell.is_empty())
                    .map(|cell| cell.shown())
                    .collect();
                if parts.len() > 1 {
                    let text = RawValue::Text(parts.join(" ").into());
                    self.joined.insert((*row, *first), text);
                }
            }
        }
    }

    /// The sheet it stands on.
    pub(super) fn sheet(&self) -> &'a RawSheet {
        self.sheet
    }

    /// The first row of the header, counted from zero.
    pub(super) fn header(&self) -> u32 {
        self.header.first
    }

    /// Whether a row stands just below the header.
    pub(super) fn is_first(&self, row: &Row<'_, '_>) -> bool {
        self.header.last.checked_add(1) == Some(row.number())
    }

    /// The only total, below all rows. With several nobody knows which is of all rows.
    pub(super) fn total(&self) -> Option<Total<'_, 'a>> {
        let [row] = self.totals.as_slice() else {
            return None;
        };
        let is_below = self.rows.last().is_some_and(|last| last < row);
        is_below.then_some(Total {
            table: self,
            row: *row,
        })
    }

    /// The cell that names a column, if the table has it.
    pub(super) fn column(&self, name: &Name) -> Option<Cell<'a>> {
        let column = self.columns_of(name).first()?;
        let mut heads = self.header.heads.iter();
        let head = heads.find(|head| head.column == *column)?;
        head.leaf().cloned()
    }

    /// Whether the table has a column.
    pub(super) fn has(&self, name: &Name) -> bool {
        !self.columns_of(name).is_empty()
    }

    /// Takes headers out of the unknown ones: a later form of the table that the caller
    /// knows of.
    pub(super) fn take_unknown(
        &mut self,
        is_meant: impl Fn(&str) -> bool,
    ) -> Vec<Cell<'a>> {
        let (taken, left) = self
            .unknown
            .drain(..)
            .partition(|cell: &Cell<'_>| is_meant(&cell.shown()));
        self.unknown = left;
        taken
    }

    /// The cells of a header that number columns of no name: `1`, `2`, `3` and so on from
    /// one; none if there are fewer than three, or others.
    pub(super) fn numbered_columns(&self) -> Vec<Cell<'a>> {
        const LEAST: usize = 3;
        let rows = self.header.first..=self.header.last.saturating_add(1);
        let named: BTreeSet<u32> =
            self.header.named.values().flatten().copied().collect();
        let numbered = |row: u32| {
            let cells = row_cells(self.sheet, row);
            let cells = cells.filter(|cell| {
                let is_free = cell.column().is_some_and(|it| !named.contains(&it));
                is_free && words::is_column_number(&cell.shown())
            });
            let cells: Vec<Cell<'a>> = cells.collect();
            let mut pairs = (1..).zip(&cells);
            let is_series = pairs
                .all(|(number, cell)| words::small_number(&cell.shown()) == Some(number));
            let is_row = self.rows.binary_search(&row).is_ok();
            (is_series && cells.len() >= LEAST && !is_row).then_some(cells)
        };
        rows.into_iter().find_map(numbered).unwrap_or_default()
    }

    /// Takes columns that the caller knows of, whatever stands over them.
    pub(super) fn take_columns(&mut self, columns: &BTreeSet<u32>) {
        self.taken.extend(columns);
        let heads = &self.header.heads;
        self.unknown.retain(|cell| {
            let under = heads
                .iter()
                .filter(|head| head.leaf().map(Cell::cells) == Some(cell.cells()));
            !under
                .map(|head| head.column)
                .all(|it| columns.contains(&it))
        });
    }

    /// Says that a column must be there, if it is not; a header that looks like it is
    /// named there and not once more as unknown.
    pub(super) fn require(&mut self, name: &Name, report: &mut Report) {
        if self.has(name) {
            return;
        }
        let typed: Vec<String> = self.unknown.iter().map(Cell::shown).collect();
        let near = nearest(name.canonical, typed.iter().map(String::as_str));
        self.unknown.retain(|cell| Some(&*cell.shown()) != near);
        report.add(
            self.sheet.place.clone(),
            Problem::ColumnMissing {
                column: name.canonical.to_owned(),
                nearest: near.map(str::to_owned),
            },
        );
    }

    /// Says which headers name no column, and which cells stand under none.
    pub(super) fn report_unknown(&self, report: &mut Report) {
        stray::report(self, report);
        for cell in &self.unknown {
            let label = cell.shown();
            let nearest = self.names.names().nearest(&label);
            let problem = Problem::LabelUnknown { label, nearest };
            report.add(cell.place(), problem);
        }
    }

    /// The rows that say something: neither blank nor passed over.
    pub(super) fn rows(&self) -> Vec<Row<'_, 'a>> {
        let rows = self.rows.iter();
        rows.map(|row| Row::of(self, *row)).collect()
    }

    /// What a cell of a row says: itself, the cell that its ditto mark repeats, or the
    /// first of its merged region.
    fn at(&self, row: u32, column: u32) -> Cell<'a> {
        self.meant(Cell::at(self.sheet, row, column), row, column)
    }

    /// What is meant where this cell stands.
    fn meant(&self, cell: Cell<'a>, row: u32, column: u32) -> Cell<'a> {
        if cell.is_empty() {
            return self.lent(row, column).unwrap_or(cell);
        }
        match self.dittos.get(&CellRef { row, column }) {
            None => cell,
            Some(Some(source)) => Cell::at(self.sheet, source.row, source.column),
            Some(None) => Cell::absent(self.sheet, row, column),
        }
    }

    /// The first cell of the merged region over an empty cell, if it lends its value: in
    /// a row of the table, in a column of another name, and not who the row is about.
    fn lent(&self, row: u32, column: u32) -> Option<Cell<'a>> {
        let CellRef {
            row: first,
            column: left,
        } = self.merges.region(row, column)?.first;
        let name = |column: u32| {
            let mut named = self.header.named.iter();
            let (name, _) = named.find(|(_, columns)| columns.contains(&column))?;
            Some(*name)
        };
        let (own, lender) = (name(column)?, name(left)?);
        let is_own = |name: &str| {
            name == NUMBER.canonical
                || (name == self.key.canonical && !GROUPS.contains(&name))
        };
        let is_beside = left != column;
        if is_own(own) || is_own(lender) || (is_beside && own == lender) {
            return None;
        }
        let is_in_row = self.rows.binary_search(&first).is_ok();
        let cell = self.at_first(first, left);
        (is_in_row && !cell.is_empty()).then_some(cell)
    }

    /// The first cell of a region, through its ditto mark.
    fn at_first(&self, row: u32, column: u32) -> Cell<'a> {
        match self.dittos.get(&CellRef { row, column }) {
            Some(Some(source)) => Cell::at(self.sheet, source.row, source.column),
            Some(None) | None => Cell::at(self.sheet, row, column),
        }
    }
}

/// The place of some rows, from their first filled cell to the last.
fn place_of_row(sheet: &RawSheet, first: u32, last: u32) -> Place {
    let cells = || row_cells(sheet, first).chain(row_cells(sheet, last));
    let columns = || cells().filter_map(|cell| cell.column());
    let corner = |row, column: Option<u32>| CellRef {
        row,
        column: column.unwrap_or_default(),
    };
    sheet.place.at(CellRange {
        first: corner(first, columns().min()),
        last: corner(last, columns().max()),
    })
}

/// The filled cells of a row, from the left.
fn row_cells(sheet: &RawSheet, row: u32) -> impl Iterator<Item = Cell<'_>> {
    let columns = sheet.columns(row);
    columns.map(move |column| Cell::at(sheet, row, column))
}

#[cfg(test)]
mod tests;
