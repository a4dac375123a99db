//! All cells in one workbook: every table has a column "Chi bộ", and "Thông tin" has a
//! row for each cell.
//!
//! Each cell's rows are taken together as sheets of its own, which keep their addresses,
//! and are read as those of a workbook of one cell.

mod directory;

use super::sheet::ballot::listed::{self, Rows};
use super::sheet::{assessment, events, info, members, motions, pinned, resolution};
use super::sheet_name::{BookKind, SheetKind};
use super::sheets::Sheets;
use super::table::{ColumnNames, Row, Table};
use super::text::Name;
use super::workbook::RawSheet;
use super::{Books, CellBook, Cover, read_cell, read_parent};
use crate::diagnostic::{Bulk, Diagnostic, Place, Problem, Report, Severity};
use crate::model::{Ballot, Parent};
use directory::Directory;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

/// The column that says whose a row is.
static CELL: Name = Name::new("Chi bộ", &[]);

/// Cells of one workbook; a party base has a few dozen.
const MOST_CELLS: usize = 1_000;

/// Wrong names of cells for which the likely one is looked for.
const MOST_OFFERED: usize = 100;

/// Errors of the workbook that every cell repeats.
const MOST_REPEATED: usize = 100;

/// Header rows that a cell's own sheet repeats.
const HEADER_ROWS: usize = 20;

/// Sheets whose rows are shared out among the cells.
const SHARED: [SheetKind; 6] = [
    SheetKind::Members,
    SheetKind::Motions,
    SheetKind::Resolution,
    SheetKind::Events,
    SheetKind::Assessment,
    SheetKind::Pinned,
];

/// Whether a book's sheets hold all cells: "Thông tin" is a table with a row for each;
/// or it is missing, and the member list says whose each member is.
///
/// A book with a sheet for each ballot is one cell's, however its "Thông tin" is laid
/// out, unless the member list says otherwise.
pub(super) fn is_whole(sheets: &Sheets) -> bool {
    if sheets.has_ballots() && !says_whose_members_are(sheets) {
        return false;
    }
    match sheets.get(SheetKind::Info) {
        Some(info) => find_cells(info, sheets, &mut Report::default()).is_some(),
        None => says_whose_members_are(sheets),
    }
}

/// Whether the member list has a column "Chi bộ".
fn says_whose_members_are(sheets: &Sheets) -> bool {
    // most lists have no such header, which is seen sooner than their columns
    static HEADER: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&[&CELL]));
    let members = sheets.get(SheetKind::Members);
    members.is_some_and(|sheet| {
        Table::may_have_key(sheet, &HEADER)
            && Table::likeness(sheet, members::columns()).contains(CELL.canonical)
    })
}

/// The table of cells on "Thông tin": two labels side by side, or more where the member
/// list does not say whose each member is.
fn find_cells<'a>(
    info: &'a RawSheet,
    sheets: &Sheets,
    report: &mut Report,
) -> Option<Table<'a>> {
    let least = if says_whose_members_are(sheets) { 2 } else { 3 };
    info::find_table(info, least, report)
}

/// Reads such a book.
///
/// What is wrong with a row that is no cell's, or with a sheet as a whole, is wrong with
/// every cell: it may be the one that the row belongs to.
pub(super) fn read(files: &[Arc<str>], sheets: &Sheets, report: &mut Report) -> Books {
    let mut books = Books::default();
    let Some(file) = files.first() else {
        return books;
    };
    sheets.report_unknown(BookKind::Whole, report);
    let whole_file = Place::file(Arc::clone(file));
    let info = sheets.required(SheetKind::Info, &whole_file, report);
    let Some(table) = info.and_then(|info| find_cells(info, sheets, report)) else {
        return books;
    };
    table.report_unknown(report);
    let rows = table.rows();
    if let Some(row) = rows.get(MOST_CELLS) {
        let limit = u64::try_from(MOST_CELLS).unwrap_or(u64::MAX);
        let what = Bulk::PartyCells;
        let place = info::cell_of(row).place();
        report.add(place, Problem::TooLarge { limit, what });
        return books;
    }
    let directory = Directory::of(rows.iter().map(|row| info::cell_of(row).shown()));
    let has_parent = sheets.get(SheetKind::Parent).is_some();
    let shares = Shares::of(sheets, &directory, has_parent, report);
    let mut table_of = |kind, columns| table_of(sheets, kind, columns, report);
    let counts = table_of(SheetKind::AllBallots, listed::count_columns());
    let lists = table_of(SheetKind::AllCandidates, listed::list_columns());
    let mut divided = |table| Divided::of(table, &directory, report);
    let counts = counts.as_ref().map(&mut divided);
    let lists = lists.as_ref().map(&mut divided);
    if has_parent {
        books.parent = read_parents_part(sheets, &shares, report).map(Box::new);
    }
    let of_all = OfAll {
        files,
        directory: &directory,
        shares,
        counts,
        lists,
        errors: errors_of(report),
    };
    books.cells = (0..)
        .zip(&rows)
        .map(|(index, row)| of_all.read_cell(index, &table, row))
        .collect();
    order_by_list(&mut books);
    books
}

/// The sheets of all cells, taken apart.
struct OfAll<'t, 'a> {
    files: &'a [Arc<str>],
    directory: &'t Directory,
    shares: Shares<'a>,
    counts: Option<Divided<'t, 'a>>,
    lists: Option<Divided<'t, 'a>>,
    /// What is wrong with the workbook, and so with every cell.
    errors: Vec<Diagnostic>,
}

impl OfAll<'_, '_> {
    /// Reads the cell of a row of "Thông tin".
    fn read_cell<'r>(
        &self,
        index: usize,
        table: &'r Table<'_>,
        row: &Row<'r, '_>,
    ) -> CellBook {
        let mut report = Report::default();
        let owner = self.directory.first_of(index);
        let info = info::read_row(table, row, &mut report);
        let ballots = self.counts.as_ref().map_or_else(Vec::new, |counts| {
            read_ballots(counts, self.lists.as_ref(), owner, &mut report)
        });
        let cover = Cover {
            files: self.files.to_vec(),
            place: info::cell_of(row).place(),
        };
        let sheets = self.shares.sheets_of(owner);
        let congress = read_cell(cover, &sheets, Some(info), ballots, &mut report);
        // how the sheets were understood is noted once, for all cells
        let mut report = report.without_notes();
        for error in &self.errors {
            report.push(error.clone());
        }
        CellBook { congress, report }
    }
}

/// Says which rows of one cell's own list name another cell.
pub(super) fn check_own(table: &Table<'_>, cell: &str, report: &mut Report) {
    if !table.has(&CELL) {
        return;
    }
    let directory = Directory::of([cell.to_owned()]);
    for row in table.rows() {
        let named = row.cell(&CELL);
        if !named.is_empty() && directory.find(&named.shown()).is_none() {
            let problem = directory.no_cell(named.shown(), true);
            report.add(named.place(), problem);
        }
    }
}

/// Cells in the order of the parent's list, if it has one; others after them.
fn order_by_list(books: &mut Books) {
    let Some(parent) = &books.parent else {
        return;
    };
    let listed = Directory::of(parent.cells.iter().map(|cell| cell.value.clone()));
    let place = |book: &CellBook| {
        let place = listed.find(&book.congress.cell.value);
        place.unwrap_or(usize::MAX)
    };
    books.cells.sort_by_key(place);
}

/// The errors of a report, without its warnings and notes; of a great many the first,
/// which is enough for a cell to get no papers.
fn errors_of(report: &mut Report) -> Vec<Diagnostic> {
    *report = std::mem::take(report).sorted();
    let findings = report.findings().iter();
    let errors = findings.filter(|finding| finding.severity() == Severity::Error);
    let size: usize = errors.clone().map(|error| 1 + error.more.len()).sum();
    let is_few = size <= MOST_REPEATED;
    let kept = if is_few { usize::MAX } else { 1 };
    let repeated = errors.take(kept).map(|error| {
        let more = if is_few {
            error.more.clone()
        } else {
            Vec::new()
        };
        Diagnostic {
            more,
            ..error.clone()
        }
    });
    repeated.collect()
}

fn read_parents_part(
    sheets: &Sheets,
    shares: &Shares<'_>,
    report: &mut Report,
) -> Option<Parent> {
    let own = [SheetKind::Parent, SheetKind::Cells, SheetKind::Photographs];
    let own = own.into_iter().filter_map(|kind| {
        let sheet = sheets.get(kind)?;
        Some((kind, sheet.clone()))
    });
    let mut parts = shares.parts_of(None);
    parts.extend(own);
    read_parent(&Sheets::of(parts), report)
}

fn read_ballots(
    counts: &Divided<'_, '_>,
    lists: Option<&Divided<'_, '_>>,
    owner: usize,
    report: &mut Report,
) -> Vec<Ballot> {
    let lists = lists.map(|lists| lists.rows_of(owner));
    listed::read(counts.rows_of(owner), lists, report)
}

/// Finds the table of a sheet that the book may lack.
fn table_of<'a>(
    sheets: &'a Sheets,
    kind: SheetKind,
    columns: Vec<&'static Name>,
    report: &mut Report,
) -> Option<Table<'a>> {
    let columns: Vec<&'static Name> = columns.into_iter().chain([&CELL]).collect();
    let mut table = Table::find(sheets.get(kind)?, &ColumnNames::of(&columns), report)?;
    table.require(&CELL, report);
    table.report_unknown(report);
    Some(table)
}

/// The columns of a sheet, but for that of the cells.
fn columns_of(kind: SheetKind) -> &'static [&'static Name] {
    match kind {
        SheetKind::Members => &members::COLUMNS,
        SheetKind::Motions => &motions::COLUMNS,
        SheetKind::Resolution => &resolution::COLUMNS,
        SheetKind::Events => &events::COLUMNS,
        SheetKind::Assessment => &assessment::COLUMNS,
        SheetKind::Pinned => &pinned::COLUMNS,
        SheetKind::Info
        | SheetKind::Ballot(_)
        | SheetKind::Parent
        | SheetKind::Cells
        | SheetKind::Photographs
        | SheetKind::AllBallots
        | SheetKind::AllCandidates => &[],
    }
}

/// A table with the rows of each cell.
struct Divided<'t, 'a> {
    table: &'t Table<'a>,
    owners: Owners<'t, 'a>,
}

impl<'t, 'a> Divided<'t, 'a> {
    fn of(table: &'t Table<'a>, directory: &Directory, report: &mut Report) -> Self {
        Self {
            table,
            owners: Owners::of(table, directory, false, report),
        }
    }

    fn rows_of(&self, owner: usize) -> Rows<'_, 'a> {
        let rows = self.owners.cells.get(&owner);
        Rows {
            table: self.table,
            rows: rows.map_or(&[], Vec::as_slice),
        }
    }
}

/// Whose the rows of a table are.
#[derive(Debug, Default)]
struct Owners<'t, 'a> {
    cells: BTreeMap<usize, Vec<Row<'t, 'a>>>,
    parent: Vec<Row<'t, 'a>>,
}

impl<'t, 'a> Owners<'t, 'a> {
    /// Finds out whose each row is; a row of no cell is a finding, and so is one that
    /// names none, unless such rows are the parent's.
    fn of(
        table: &'t Table<'a>,
        directory: &Directory,
        may_be_parents: bool,
        report: &mut Report,
    ) -> Self {
        let mut owners = Self::default();
        let mut wrong: BTreeMap<String, Problem> = BTreeMap::new();
        for row in table.rows() {
            let cell = row.cell(&CELL);
            let owner = if table.has(&CELL) {
                directory.find(&cell.shown())
            } else {
                directory.only()
            };
            if let Some(owner) = owner {
                owners.cells.entry(owner).or_default().push(row);
            } else if cell.is_empty() && may_be_parents {
                owners.parent.push(row);
            } else if table.has(&CELL) {
                let typed = cell.shown();
                let is_offered = wrong.len() < MOST_OFFERED;
                let problem = wrong.entry(typed).or_insert_with_key(|typed| {
                    directory.no_cell(typed.clone(), is_offered)
                });
                report.add(cell.place(), problem.clone());
            }
        }
        owners
    }
}

/// The shared sheets with the rows of each cell.
struct Shares<'a>(BTreeMap<SheetKind, Share<'a>>);

struct Share<'a> {
    sheet: &'a RawSheet,
    header: Vec<u32>,
    column: Option<u32>,
    cells: BTreeMap<usize, BTreeSet<u32>>,
    parent: BTreeSet<u32>,
}

impl<'a> Shares<'a> {
    fn of(
        sheets: &'a Sheets,
        directory: &Directory,
        has_parent: bool,
        report: &mut Report,
    ) -> Self {
        let mut shares = BTreeMap::new();
        for kind in SHARED {
            let Some(sheet) = sheets.get(kind) else {
                continue;
            };
            let own = columns_of(kind).iter().copied();
            let own = own.filter(|name| **name != CELL);
            let columns: Vec<&'static Name> = own.chain([&CELL]).collect();
            let Some(mut table) = Table::find(sheet, &ColumnNames::of(&columns), report)
            else {
                continue;
            };
            if directory.only().is_none() {
                table.require(&CELL, report);
            }
            let may_be_parents =
                has_parent && matches!(kind, SheetKind::Assessment | SheetKind::Pinned);
            let owners = Owners::of(&table, directory, may_be_parents, report);
            let rows = table.rows();
            let numbers = |rows: Vec<Row<'_, '_>>| rows.iter().map(Row::number).collect();
            let cells = owners.cells.into_iter();
            let first = rows.first().map_or(u32::MAX, Row::number);
            let header = sheet.row_numbers(table.header()..first);
            let share = Share {
                sheet,
                header: header.take(HEADER_ROWS).collect(),
                column: table.column(&CELL).and_then(|head| head.column()),
                cells: cells.map(|(owner, rows)| (owner, numbers(rows))).collect(),
                parent: numbers(owners.parent),
            };
            shares.insert(kind, share);
        }
        Self(shares)
    }

    /// A cell's own sheets, or the parent's; without those in which it has no row.
    fn parts_of(&self, owner: Option<usize>) -> BTreeMap<SheetKind, RawSheet> {
        let parts = self.0.iter().filter_map(|(kind, share)| {
            let rows = match owner {
                Some(owner) => share.cells.get(&owner)?,
                None => &share.parent,
            };
            let kept: BTreeSet<u32> = rows.iter().chain(&share.header).copied().collect();
            let part = || share.sheet.part(&kept, share.column);
            (!rows.is_empty()).then(|| (*kind, part()))
        });
        parts.collect()
    }

    fn sheets_of(&self, owner: usize) -> Sheets {
        Sheets::of(self.parts_of(Some(owner)))
    }
}

#[cfg(test)]
mod tests;
