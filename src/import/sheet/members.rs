//! "Đảng viên": one row a member.

mod attendance;
mod columns;
mod dating;
mod foot;
mod numbering;
mod sex;
mod status;
mod swapped;

use crate::diagnostic::{Problem, Report};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::workbook::RawSheet;
use crate::model::{FullDate, Member};
use attendance::Marking;
use columns::{BORN, Columns, OFFICIAL_SINCE};
pub(in crate::import) use columns::{COLUMNS, layout};
use dating::Dating;
use std::sync::LazyLock;

/// The columns of the table.
pub(in crate::import) fn columns() -> &'static ColumnNames {
    static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));
    &TABLE
}

/// Finds the table of members.
pub(in crate::import) fn find_table<'a>(
    sheet: &'a RawSheet,
    report: &mut Report,
) -> Option<Table<'a>> {
    Table::find(sheet, columns(), report)
}

/// Reads the members.
///
/// Once a ballot was counted, it must be known who may vote and who was there. Who is
/// official only after the congress is "dự bị" at it.
pub(in crate::import) fn read(
    mut table: Table<'_>,
    is_counted: bool,
    congress: Option<FullDate>,
    report: &mut Report,
) -> Vec<Member> {
    require(&mut table, is_counted, report);
    table.report_unknown(report);
    let rows = table.rows();
    if rows.is_empty() {
        report.add(table.sheet().place.clone(), Problem::NoRows);
    }
    let columns = Columns::of(&table);
    let reader = Reader {
        marking: Marking::of(&rows, &columns, is_counted),
        dating: Dating::of(&table, &rows, congress),
        columns: &columns,
    };
    let list = reader.read_all(&rows, report);
    if is_counted && columns.attendance.is_there() {
        attendance::report_empty(&list, reader.marking, &columns, report);
    }
    swapped::report_swapped(&table, &rows, &list, congress, report);
    numbering::report_holes(&table, &rows, report);
    foot::report_foot(&table, &list, report);
    list.members
}

/// Says which columns are missing without which the list says too little.
fn require(table: &mut Table<'_>, is_counted: bool, report: &mut Report) {
    if !(table.has(&sex::MEN) && table.has(&sex::WOMEN)) {
        table.require(&BORN, report);
    }
    if !is_counted {
        return;
    }
    if dating::official_column(table) == &OFFICIAL_SINCE {
        table.require(&OFFICIAL_SINCE, report);
    }
    table.require(&attendance::ATTENDANCE, report);
}

/// The members of a list with their rows.
#[derive(Debug)]
struct List<'t, 'a> {
    members: Vec<Member>,
    /// The row of each member.
    rows: Vec<Row<'t, 'a>>,
    /// Rows that name nobody.
    nameless: Vec<Row<'t, 'a>>,
}

/// What all rows of a list are read by.
#[derive(Debug, Clone, Copy)]
struct Reader<'c> {
    columns: &'c Columns<'c>,
    marking: Marking,
    dating: Dating<'c>,
}

impl Reader<'_> {
    fn read_all<'t, 'a>(self, rows: &[Row<'t, 'a>], report: &mut Report) -> List<'t, 'a> {
        let mut list = List {
            members: Vec::with_capacity(rows.len()),
            rows: Vec::with_capacity(rows.len()),
            nameless: Vec::new(),
        };
        for row in rows {
            if let Some(member) = self.read(row, report) {
                list.members.push(member);
                list.rows.push(*row);
            } else {
                list.nameless.push(*row);
            }
        }
        list
    }

    /// Reads a row; every cell of it, also where it names nobody.
    fn read(self, row: &Row<'_, '_>, report: &mut Report) -> Option<Member> {
        let Self {
            columns,
            marking,
            dating,
        } = self;
        let name = row.required_in(columns.name, report);
        let name = name.and_then(|cell| cell.name(report));
        let (sex, born_by_sex) = sex::read(row, columns, report);
        let born = born_by_sex.or_else(|| dating::read_born(row, columns, report));
        let born = born.filter(|it| dating::is_likely(it, row, columns, dating, report));
        let (admitted, official_since) =
            dating::read_standing_dates(row, columns, dating, report);
        let status = status::read(&row.cell_in(columns.status), report);
        let attendance = attendance::read(row, columns, status.value, marking, report);
        let absence_accepted = row.cell_in(columns.absence_accepted).mark(report);
        let religion = Some(row.cell_in(columns.religion)).filter(|cell| !cell.is_dash());
        let religion = religion.and_then(|cell| cell.shared_text(report));
        let card = row.text_in(columns.card, report);
        let mut text = |column| row.shared_text_in(column, report);
        Some(Member {
            ethnic_group: text(columns.ethnic_group),
            religion,
            home: text(columns.home),
            post: text(columns.post),
            schooling: text(columns.schooling).map(Box::new),
            profession: text(columns.profession).map(Box::new),
            political_theory: text(columns.political_theory).map(Box::new),
            state_management: text(columns.state_management).map(Box::new),
            foreign_language: text(columns.foreign_language).map(Box::new),
            computing: text(columns.computing).map(Box::new),
            card,
            badge: text(columns.badge).map(Box::new),
            honours: text(columns.honours).map(Box::new),
            grade: text(columns.grade).map(Box::new),
            absence_reason: text(columns.absence_reason).map(Box::new),
            note: text(columns.note).map(Box::new),
            name: name?,
            born,
            sex,
            standing: dating::read_standing(
                row,
                columns,
                dating,
                official_since.as_ref(),
            ),
            status,
            attendance,
            absence_accepted,
            admitted,
            official_since,
        })
    }
}

#[cfg(test)]
mod tests;
