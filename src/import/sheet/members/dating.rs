//! The dates of a member: when born, admitted and made official, and what follows from
//! the last for "chính thức" or "dự bị".

use super::columns::{ADMITTED, Columns, OFFICIAL_SINCE};
use super::sex;
use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::import::cell::Cell;
use crate::import::table::{Column, Row, Table};
use crate::import::text::{Name, fold};
use crate::model::{FullDate, PartialDate, Standing, Traced};

/// What a list and its congress say of the dates of all its members.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dating<'t> {
    /// The column that says since when members are official.
    official: Option<Column<'t>>,
    /// Whether "Ngày chính thức" holds "Ngày vào Đảng" as well.
    holds_both: bool,
    congress: Option<FullDate>,
}

impl<'t> Dating<'t> {
    /// What the rows of a table say, and the day of the congress.
    pub(super) fn of(
        table: &'t Table<'_>,
        rows: &[Row<'_, '_>],
        congress: Option<FullDate>,
    ) -> Self {
        let official = table.find_column(official_column(table));
        Self {
            official: Some(official).filter(Column::is_there),
            holds_both: holds_both(table, rows),
            congress,
        }
    }
}

/// Whether "Ngày vào Đảng, chính thức" means both dates, one below the other: it is spelt
/// like "Ngày vào Đảng chính thức", and only the cells tell the two apart.
fn holds_both(table: &Table<'_>, rows: &[Row<'_, '_>]) -> bool {
    if table.has(&ADMITTED) {
        return false;
    }
    let counts = rows
        .iter()
        .map(|row| row.cell(&OFFICIAL_SINCE).date_count());
    let (mut ones, mut twos) = (0_usize, 0_usize);
    for count in counts {
        ones += usize::from(count == 1);
        twos += usize::from(count == 2);
    }
    let head = table
        .column(&OFFICIAL_SINCE)
        .map(|head| fold(&head.shown()));
    let says_both = head.is_some_and(|head| head.contains("vaodang"));
    twos > 0 && (says_both || twos >= ones)
}

/// Whether a cell of "Ngày chính thức" says that there is no such day yet.
fn is_unsaid(cell: &Cell<'_>) -> bool {
    static NOT_YET: Name = Name::new(
        "Dự bị",
        &[
            "Chưa",
            "Chưa chính thức",
            "Chưa có",
            "Đảng viên dự bị",
            "ĐV dự bị",
            "ĐVDB",
        ],
    );
    cell.is_empty() || cell.is_dash() || cell.spells(&NOT_YET)
}

/// "Ngày vào Đảng" and "Ngày chính thức"; one column may hold both.
pub(super) fn read_standing_dates(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    dating: Dating<'_>,
    report: &mut Report,
) -> (Option<Traced<PartialDate>>, Option<Traced<PartialDate>>) {
    let cell = row.cell_in(columns.official_since);
    if !columns.admitted.is_there() {
        if is_unsaid(&cell) {
            return (None, None);
        }
        return match cell.one_or_two_dates(report) {
            (official, None) if !dating.holds_both => (None, official),
            both => both,
        };
    }
    let (admitted, below) = row.cell_in(columns.admitted).one_or_two_dates(report);
    let official = if is_unsaid(&cell) {
        None
    } else {
        cell.partial_date(report)
    };
    if let (Some(own), Some(below)) = (&official, &below)
        && own.value != below.value
    {
        let label = OFFICIAL_SINCE.canonical.to_owned();
        report.push(Diagnostic::between(
            cell.place(),
            below.cells(),
            Problem::LabelTwice { label },
        ));
    }
    let below = below.filter(|_| is_unsaid(&cell));
    (admitted, official.or(below))
}

/// The column that says since when members are official: "Ngày vào Đảng" if that holds
/// both dates and no other column does.
pub(super) fn official_column(table: &Table<'_>) -> &'static Name {
    let has_both = !table.has(&OFFICIAL_SINCE)
        && table
            .rows()
            .iter()
            .any(|row| row.cell(&ADMITTED).date_count() == 2);
    if has_both { &ADMITTED } else { &OFFICIAL_SINCE }
}

pub(super) fn read_born(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    report: &mut Report,
) -> Option<Traced<PartialDate>> {
    if columns.give_birth_dates() && !columns.born.is_there() {
        sex::report_no_date(row, columns, report);
        return None;
    }
    row.required_in(columns.born, report)?.partial_date(report)
}

/// Whether somebody may have been born then: neither when Excel begins to count days nor
/// after the congress.
pub(super) fn is_likely(
    born: &Traced<PartialDate>,
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    dating: Dating<'_>,
    report: &mut Report,
) -> bool {
    const FIRST_YEAR: u16 = 1905;
    let is_later = dating.congress.is_some_and(|day| is_after(born.value, day));
    if !is_later && born.value.year() >= FIRST_YEAR {
        return true;
    }
    let cells = [columns.born, columns.men, columns.women].map(|it| row.cell_in(it));
    let own = cells.iter().find(|cell| cell.is_origin_of(born));
    if let Some(cell) = own {
        cell.report_unlikely(report);
    }
    false
}

/// An empty "Ngày chính thức" means "dự bị", and so does one after the congress; without
/// a column that says it nobody is said to be.
pub(super) fn read_standing(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    dating: Dating<'_>,
    since: Option<&Traced<PartialDate>>,
) -> Traced<Standing> {
    let own = row.cell_in(dating.official.unwrap_or(columns.official_since));
    let is_later = since
        .zip(dating.congress)
        .is_some_and(|(since, date)| is_after(since.value, date));
    let is_unsaid = || is_unsaid(&own) || own.date_count() == 1;
    let is_empty = dating.official.is_some() && since.is_none() && is_unsaid();
    let standing = if is_empty || is_later {
        Standing::Probationary
    } else {
        Standing::Official
    };
    match since {
        Some(since) => since.as_ref().map(|_| standing),
        None => own.traced(standing),
    }
}

/// Whether a date is surely after a day: in its month or year it may be before.
fn is_after(date: PartialDate, day: FullDate) -> bool {
    match date {
        PartialDate::Year(year) => year > day.year(),
        PartialDate::Month { year, month } => (year, month) > (day.year(), day.month()),
        PartialDate::Full(date) => date > day,
    }
}
