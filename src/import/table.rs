//! Tables: a header row that names the columns, then one row for each thing.
//!
//! The header is the first row that names the key column and one column more; titles
//! above it are skipped. Several header rows, numbering rows and totals below the table
//! would be settled here as well, in [`Table::find`] and [`Table::rows`].

use super::cell::Cell;
use super::text::{Name, Names, fold, nearest};
use super::workbook::RawSheet;
use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::model::Traced;
use std::collections::BTreeMap;

/// "TT": the number of a row, which alone makes no row.
pub(super) static NUMBER: Name =
    Name::new("TT", &["STT", "Số TT", "Số thứ tự", "Thứ tự"]);

/// Rows among which a misspelt header is looked for.
const TOP_ROWS: usize = 50;

/// A table of a sheet.
#[derive(Debug)]
pub(super) struct Table<'a> {
    sheet: &'a RawSheet,
    key: &'static Name,
    header: u32,
    columns: BTreeMap<&'static str, u32>,
    /// Headers that name no column, by their place.
    unknown: Vec<Cell<'a>>,
    names: Names,
}

impl<'a> Table<'a> {
    /// Finds the table of a sheet by its columns' names, of which the first is the key:
    /// the column without which a row says nothing.
    ///
    /// A sheet without header row is a finding.
    pub(super) fn find(
        sheet: &'a RawSheet,
        columns: &[&'static Name],
        report: &mut Report,
    ) -> Option<Self> {
        let &key = columns.first()?;
        let names = Names::new(columns.iter().copied().chain([&NUMBER]));
        let Some(header) = header_row(sheet, key, &names) else {
            report.add(
                sheet.place.clone(),
                Problem::ColumnMissing {
                    column: key.canonical.to_owned(),
                    nearest: likely_header(sheet, key),
                },
            );
            return None;
        };
        let mut table = Self {
            sheet,
            key,
            header,
            columns: BTreeMap::new(),
            unknown: Vec::new(),
            names,
        };
        table.read_header(report);
        Some(table)
    }

    /// Names the columns; of two with one name the first is read.
    fn read_header(&mut self, report: &mut Report) {
        for cell in row_cells(self.sheet, self.header) {
            let Some(column) = cell.column() else {
                continue;
            };
            let Some(name) = self.names.find(&cell.shown()) else {
                self.unknown.push(cell);
                continue;
            };
            let Some(&first) = self.columns.get(name.canonical) else {
                self.columns.insert(name.canonical, column);
                continue;
            };
            let first = Cell::at(self.sheet, self.header, first);
            if fold(&first.shown()) == fold(&cell.shown()) {
                let label = name.canonical.to_owned();
                report.push(Diagnostic::between(
                    cell.place().clone(),
                    vec![first.place().clone()],
                    Problem::LabelTwice { label },
                ));
            } else {
                // "Chức vụ Đảng" beside "Chức vụ chính quyền": one of them is not read
                self.unknown.push(cell);
            }
        }
    }

    /// The sheet it stands on.
    pub(super) fn sheet(&self) -> &'a RawSheet {
        self.sheet
    }

    /// The header row, counted from zero.
    pub(super) fn header(&self) -> u32 {
        self.header
    }

    /// The cell that names a column, if the table has it.
    pub(super) fn column(&self, name: &Name) -> Option<Cell<'a>> {
        let column = self.columns.get(name.canonical)?;
        Some(Cell::at(self.sheet, self.header, *column))
    }

    /// Whether the table has a column.
    pub(super) fn has(&self, name: &Name) -> bool {
        self.columns.contains_key(name.canonical)
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

    /// Says which headers name no column.
    pub(super) fn report_unknown(&self, report: &mut Report) {
        for cell in &self.unknown {
            let label = cell.shown();
            let nearest = self.names.nearest(&label);
            let problem = Problem::LabelUnknown { label, nearest };
            report.add(cell.place().clone(), problem);
        }
    }

    /// The rows that say something: not blank, and more than a number.
    pub(super) fn rows(&self) -> Vec<Row<'_, 'a>> {
        self.sheet
            .row_numbers(self.header.saturating_add(1)..u32::MAX)
            .map(|row| Row { table: self, row })
            .filter(Row::says_something)
            .collect()
    }
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'t, 'a> {
    table: &'t Table<'a>,
    row: u32,
}

impl<'a> Row<'_, 'a> {
    fn says_something(&self) -> bool {
        self.table
            .columns
            .iter()
            .filter(|(name, _)| **name != NUMBER.canonical)
            .any(|(_, column)| !Cell::at(self.table.sheet, self.row, *column).is_empty())
    }

    /// The cell of a column; if the table lacks it, an empty cell at the key's address.
    pub(super) fn cell(&self, name: &Name) -> Cell<'a> {
        let column = |name: &Name| self.table.columns.get(name.canonical).copied();
        if let Some(column) = column(name) {
            return Cell::at(self.table.sheet, self.row, column);
        }
        let key = column(self.table.key).unwrap_or_default();
        Cell::absent(Cell::at(self.table.sheet, self.row, key).place().clone())
    }

    /// The text of a column.
    pub(super) fn text(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        self.cell(name).text(report)
    }

    /// The cell of a column that must be filled; none and a finding if it is empty.
    ///
    /// A column that the table lacks is a finding of its own, once.
    pub(super) fn required(&self, name: &Name, report: &mut Report) -> Option<Cell<'a>> {
        let cell = self.cell(name);
        if !cell.is_empty() {
            return Some(cell);
        }
        if self.table.has(name) {
            let what = name.canonical.to_owned();
            report.add(cell.place().clone(), Problem::CellEmpty { what });
        }
        None
    }
}

/// The first row that names the key and another column, or else the key alone.
fn header_row(sheet: &RawSheet, key: &Name, names: &Names) -> Option<u32> {
    let mut with_key_alone = None;
    for row in sheet.row_numbers(0..u32::MAX) {
        let known: Vec<&Name> = row_cells(sheet, row)
            .filter_map(|cell| names.find(&cell.shown()))
            .collect();
        if !known.contains(&key) {
            continue;
        }
        if known.iter().any(|name| *name != key) {
            return Some(row);
        }
        with_key_alone = with_key_alone.or(Some(row));
    }
    with_key_alone
}

/// A cell near the top that looks like the header of the key column.
fn likely_header(sheet: &RawSheet, key: &Name) -> Option<String> {
    let texts: Vec<String> = sheet
        .row_numbers(0..u32::MAX)
        .take(TOP_ROWS)
        .flat_map(|row| row_cells(sheet, row))
        .map(|cell| cell.shown())
        .collect();
    nearest(key.canonical, texts.iter().map(String::as_str)).map(str::to_owned)
}

/// The filled cells of a row, from the left.
fn row_cells(sheet: &RawSheet, row: u32) -> impl Iterator<Item = Cell<'_>> {
    let columns = sheet.columns(row);
    columns.map(move |column| Cell::at(sheet, row, column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, at, findings, sheet};

    static NAME: Name = Name::new("Họ và tên", &["Họ tên"]);
    static BORN: Name = Name::new("Ngày sinh", &["Năm sinh"]);
    static POST: Name = Name::new("Chức vụ", &["Đơn vị"]);

    /// Names of the rows with their cells, and the findings.
    fn names(rows: &str) -> (Vec<String>, Vec<String>) {
        let sheet = sheet(rows);
        let mut report = Report::default();
        let mut names = Vec::new();
        if let Some(mut table) = Table::find(&sheet, &[&NAME, &BORN, &POST], &mut report)
        {
            table.require(&BORN, &mut report);
            table.report_unknown(&mut report);
            for row in table.rows() {
                if let Some(cell) = row.required(&NAME, &mut report) {
                    names.push(format!("{} {}", at(cell.place()), cell.shown()));
                }
            }
        }
        (names, findings(report))
    }

    #[test]
    fn titles_are_skipped_and_addresses_are_absolute() {
        let rows = "\n\n|DANH SÁCH\n|TT|HỌ VÀ\u{a0}TÊN|Năm sinh\n|1|Lê Văn An|1984";
        let (names, findings) = names(rows);
        assert_eq!(names, ["Trang!C5 Lê Văn An"]);
        assert_eq!(findings, NONE);
    }

    #[test]
    fn the_header_names_the_key_and_one_column_more() {
        let rows = "Họ và tên\nHọ và tên|Ngày sinh\nLê Văn An|1984";
        assert_eq!(names(rows).0, ["Trang!A3 Lê Văn An"]);
    }

    #[test]
    fn blank_rows_and_rows_with_only_a_number_say_nothing() {
        let rows = "TT|Họ tên|Ngày sinh\n1|An|1984\n\n2||\n3|Bình|1985\n|||ghi thêm";
        let (names, findings) = names(rows);
        assert_eq!(names, ["Trang!B2 An", "Trang!B5 Bình"]);
        assert_eq!(findings, NONE);
    }

    #[test]
    fn a_row_without_its_key_is_a_finding() {
        let (_, findings) = names("Họ tên|Ngày sinh\n|1984");
        assert_eq!(findings, ["Trang!A2 S06"]);
    }

    #[test]
    fn a_missing_column_names_the_header_that_looks_like_it_once() {
        let sheet = sheet("Họ tên|Ngày sih|Màu\nAn|1984|xanh");
        let mut report = Report::default();
        let mut table = Table::find(&sheet, &[&NAME, &BORN], &mut report).unwrap();
        table.require(&BORN, &mut report);
        table.report_unknown(&mut report);
        let first = report.findings()[0].problem.clone();
        let expected = Problem::ColumnMissing {
            column: "Ngày sinh".into(),
            nearest: Some("Ngày sih".into()),
        };
        assert_eq!(first, expected);
        assert_eq!(findings(report), ["Trang S05", "Trang!C1 S13"]);
    }

    #[test]
    fn a_table_without_header_names_what_looks_like_one() {
        let sheet = sheet("Họ vàa tên|Năm\nAn|1984");
        let mut report = Report::default();
        assert!(Table::find(&sheet, &[&NAME, &BORN], &mut report).is_none());
        let expected = Problem::ColumnMissing {
            column: "Họ và tên".into(),
            nearest: Some("Họ vàa tên".into()),
        };
        assert_eq!(report.findings()[0].problem, expected);
    }

    #[test]
    fn of_two_columns_of_one_name_the_second_is_a_finding() {
        let (_, twice) = names("Họ tên|Ngày sinh|NGÀY SINH\nAn|1984|1985");
        assert_eq!(twice, ["Trang!C1 S16"]);
        let (_, synonyms) = names("Họ tên|Ngày sinh|Chức vụ|Đơn vị\nAn|1984|a|b");
        assert_eq!(synonyms, ["Trang!D1 S13"]);
    }
}
