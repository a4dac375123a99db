//! Dates whose day and month changed places: Excel reads `05/04/1984` as 4 May where it
//! is set to American dates, and leaves `13/05/1984` as text.
//!
//! Only a warning: the other reading is named and the date stays as it is.

use super::List;
use super::columns::DATES;
use crate::diagnostic::{CellRef, Diagnostic, Place, Problem, Report};
use crate::import::cell::Cell;
use crate::import::table::{Column, Row, Table};
use crate::model::{FullDate, Member, PartialDate, Traced};
use std::collections::BTreeMap;

/// From so many texts on they tell how a column was typed.
const ENOUGH: usize = 3;

/// A date with its cell.
#[derive(Clone)]
struct Dated<'t> {
    date: FullDate,
    cell: Cell<'t>,
}

/// Says which dates seem to have day and month in each other's place, by the other dates
/// of the person and of the column.
pub(super) fn report_swapped(
    table: &Table<'_>,
    rows: &[Row<'_, '_>],
    list: &List<'_, '_>,
    congress: Option<FullDate>,
    report: &mut Report,
) {
    let mut findings = BTreeMap::new();
    let columns = DATES.map(|name| table.find_column(name));
    let read = list.rows.iter().zip(&list.members);
    for (row, member) in read.filter(|(_, member)| !is_right(member, congress)) {
        let found = |date: &Option<Traced<PartialDate>>| {
            let date = date.as_ref()?;
            let mut cells = columns.iter().map(|column| row.cell_in(*column));
            let cell = cells.find(|cell| cell.is_origin_of(date))?;
            Some(Dated {
                date: date.value.full()?,
                cell,
            })
        };
        let (admitted, official) =
            (found(&member.admitted), found(&member.official_since));
        if let Some((wrong, also)) = of_person(admitted, official, congress) {
            note(&mut findings, &wrong, also);
        }
    }
    for column in columns.iter().filter(|column| column.is_there()) {
        for wrong in of_column(rows, *column) {
            note(&mut findings, &wrong, Vec::new());
        }
    }
    for finding in findings.into_values() {
        report.push(finding);
    }
}

/// Whether two dates lie a year apart and the first before the congress.
fn fits(admitted: FullDate, official: FullDate, congress: Option<FullDate>) -> bool {
    admitted.a_year_later() == Some(official) && is_before(admitted, congress)
}

fn is_before(date: FullDate, congress: Option<FullDate>) -> bool {
    congress.is_none_or(|congress| date <= congress)
}

/// Whether both dates of a person are right as they are, as those of most are.
fn is_right(member: &Member, congress: Option<FullDate>) -> bool {
    let day = |date: &Option<Traced<PartialDate>>| date.as_ref()?.value.full();
    let both = day(&member.admitted).zip(day(&member.official_since));
    both.is_some_and(|(admitted, official)| fits(admitted, official, congress))
}

/// Keeps one finding a cell.
fn note(
    findings: &mut BTreeMap<CellRef, Diagnostic>,
    wrong: &Dated<'_>,
    also: Vec<Place>,
) {
    let (Some(other), Some(cells)) = (wrong.date.exchanged(), wrong.cell.cells()) else {
        return;
    };
    let problem = Problem::DaySwapped {
        seen: wrong.cell.seen(),
        other: format!("{:02}/{:02}/{}", other.day(), other.month(), other.year()),
    };
    let place = wrong.cell.place();
    findings
        .entry(cells.first)
        .or_insert_with(|| Diagnostic::between(place, also, problem));
}

/// Which of two dates makes them a year apart when it is exchanged, and before the
/// congress; none if they are right as they are.
fn of_person<'t>(
    admitted: Option<Dated<'t>>,
    official: Option<Dated<'t>>,
    congress: Option<FullDate>,
) -> Option<(Dated<'t>, Vec<Place>)> {
    let is_before = |date: FullDate| is_before(date, congress);
    let Some(official) = official else {
        let admitted = admitted?;
        let other = admitted.date.exchanged()?;
        let is_wrong = !is_before(admitted.date) && is_before(other);
        return is_wrong.then(|| (admitted, Vec::new()));
    };
    let admitted = admitted?;
    // both in one cell: typed by hand, below each other
    if admitted.cell.cells() == official.cell.cells() {
        return None;
    }
    let fits = |admitted, official| fits(admitted, official, congress);
    if fits(admitted.date, official.date) {
        return None;
    }
    let by_official = official.date.exchanged();
    let by_official = by_official.is_some_and(|other| fits(admitted.date, other));
    let by_admitted = admitted.date.exchanged();
    let by_admitted = by_admitted.is_some_and(|other| fits(other, official.date));
    // what Excel made of a date is less sure than what somebody typed as text
    let is_admitted = by_admitted
        && (!by_official || (admitted.cell.is_moment() && !official.cell.is_moment()));
    match (is_admitted, by_official) {
        (true, _) => Some((admitted, vec![official.cell.place()])),
        (false, true) => Some((official, vec![admitted.cell.place()])),
        (false, false) => None,
    }
}

/// The dates that Excel made in a column where it left every other as text, since their
/// days are no months.
fn of_column<'t>(rows: &[Row<'t, '_>], column: Column<'_>) -> Vec<Dated<'t>> {
    let cells = || rows.iter().map(|row| row.cell_in(column));
    let dated = |cell: Cell<'t>| {
        let date = cell.full_day()?;
        Some(Dated { date, cell })
    };
    // most columns have no date that Excel made, or too few texts
    if !cells().any(|cell| cell.is_moment()) {
        return Vec::new();
    }
    let left = cells().filter(|cell| !cell.is_empty() && !cell.is_moment());
    let left = left.filter_map(|cell| cell.full_day());
    let days: Vec<u8> = left.map(FullDate::day).collect();
    if days.len() < ENOUGH || days.iter().any(|day| *day <= 12) {
        return Vec::new();
    }
    let made: Vec<Dated<'t>> =
        cells().filter(Cell::is_moment).filter_map(dated).collect();
    let is_sign = made.iter().all(|one| one.date.day() <= 12);
    if is_sign { made } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Problem, Report};
    use crate::import::testing::{NONE, congress, file, findings, read_book};

    const HEAD: &str = "Họ tên|Năm sinh|Ngày vào Đảng|Ngày chính thức";

    fn found(rows: &str) -> Vec<String> {
        let info = "Chi bộ|Một\nNgày đại hội|29/8/2022";
        let rows = format!("{HEAD}\n{rows}");
        congress(&[("Thông tin", info), ("Đảng viên", &rows)]).1
    }

    #[test]
    fn nothing_is_said_while_nothing_contradicts() {
        assert_eq!(found("An|1984|5/9/2009|5/9/2010"), NONE);
        assert_eq!(found("An|1984|5/9/2009|"), NONE);
        assert_eq!(found("An|1984|2009|5/9/2010"), NONE);
        assert_eq!(
            found("An|1984|5/9/2009|15/11/2010"),
            NONE,
            "later than a year"
        );
        assert_eq!(found("An|1984|29/2/2008|1/3/2009"), NONE);
        assert_eq!(found("An|1984|9/9/2009|8/10/2010"), NONE);
        assert_eq!(found("An|1984|'5/9/2009; 9/5/2010|"), NONE, "in one cell");
    }

    #[test]
    fn the_other_date_of_the_person_tells_which_is_wrong() {
        assert_eq!(found("An|1984|9/5/2009|'05/9/2010"), ["Đảng viên!C2 S30"]);
        assert_eq!(found("An|1984|'05/9/2009|9/5/2010"), ["Đảng viên!D2 S30"]);
        assert_eq!(found("An|1984|5/9/2009|9/5/2010"), ["Đảng viên!D2 S30"]);
        assert_eq!(found("An|1984|1/12/2022|"), ["Đảng viên!C2 S30"], "not yet");
    }

    #[test]
    fn the_finding_names_the_other_reading_and_the_date_stays() {
        let rows = format!("{HEAD}\nAn|1984|9/5/2009|'05/9/2010");
        let info = "Chi bộ|Một";
        let book = file("a.xlsx", &[("Thông tin", info), ("Đảng viên", &rows)]);
        let mut report = Report::default();
        read_book(&[book], &mut report);
        let Problem::DaySwapped { seen, other } = &report.findings()[0].problem else {
            panic!("one finding: {:?}", findings(report));
        };
        assert_eq!((&*seen.text, &**other), ("09/05/2009", "05/09/2009"));
        assert_eq!(report.findings()[0].also.len(), 1);
    }

    #[test]
    fn a_column_that_an_american_excel_has_read_is_seen_by_its_texts() {
        let born = |cells: &[&str]| {
            let lines: Vec<String> = (1..)
                .zip(cells)
                .map(|(n, it)| format!("A{n}|{it}||"))
                .collect();
            found(&lines.join("\n"))
        };
        let mixed = [
            "'13/05/1984",
            "4/5/1984",
            "'25/12/1980",
            "'30/1/1977",
            "5/5/1970",
        ];
        assert_eq!(born(&mixed), ["Đảng viên!B3 S30"]);
        let honest = ["'13/05/1984", "14/5/1984", "'25/12/1980", "'30/1/1977"];
        assert_eq!(born(&honest), NONE);
        let few = ["'13/05/1984", "4/5/1984", "'25/12/1980"];
        assert_eq!(born(&few), NONE);
        let typed = [
            "'13/05/1984",
            "4/5/1984",
            "'25/12/1980",
            "'30/1/1977",
            "'04/5/1977",
        ];
        assert_eq!(born(&typed), NONE);
    }
}
