//! "Bầu cử" and "Ứng cử viên": the ballots of all cells as two tables, one with the
//! count and one with the lists.

use super::{
    AGAINST, AGREED, COLUMNS, INVALID, ISSUED, LABELS, RETURNED, SEATS, VALID, VOTES,
    read_candidate, read_labels,
};
use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::import::labels::Labels;
use crate::import::sheet::which_ballot::{self, OFFICE, ROUND};
use crate::import::sheet_name::SheetKind;
use crate::import::table::{Row, Table};
use crate::import::text::Name;
use crate::model::{Ballot, BallotId};
use std::collections::BTreeMap;

/// The columns of "Bầu cử": which ballot, and the labels of its count.
pub(in crate::import) fn count_columns() -> Vec<&'static Name> {
    [&OFFICE, &ROUND].into_iter().chain(LABELS).collect()
}

/// The columns of "Ứng cử viên": which ballot, and those of a list.
pub(in crate::import) fn list_columns() -> Vec<&'static Name> {
    COLUMNS.into_iter().chain([&OFFICE, &ROUND]).collect()
}

/// Some rows of a table.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Rows<'t, 'a> {
    /// The table.
    pub(in crate::import) table: &'t Table<'a>,
    /// The rows of one cell.
    pub(in crate::import) rows: &'t [Row<'t, 'a>],
}

/// Reads the ballots of one cell, in the order of the congress.
pub(in crate::import) fn read(
    counts: Rows<'_, '_>,
    lists: Option<Rows<'_, '_>>,
    report: &mut Report,
) -> Vec<Ballot> {
    let mut rows: BTreeMap<BallotId, &Row<'_, '_>> = BTreeMap::new();
    for row in counts.rows {
        let Some(id) = required_ballot(row, report) else {
            continue;
        };
        let place = row.cell(&OFFICE).place();
        if let Some(first) = rows.get(&id) {
            let also = vec![first.cell(&OFFICE).place()];
            let sheet = SheetKind::Ballot(id).tab();
            let problem = Problem::SheetTwice { sheet };
            report.push(Diagnostic::between(place, also, problem));
        } else {
            rows.insert(id, row);
        }
    }
    let ids: Vec<BallotId> = rows.keys().copied().collect();
    let mut by_ballot =
        lists.map_or_else(BTreeMap::new, |lists| group(lists.rows, &ids, report));
    let read = rows.into_iter().map(|(id, row)| {
        let list = by_ballot.remove(&id).unwrap_or_default();
        let table = lists.map(|lists| lists.table);
        read_one(id, (counts.table, row), (table, &list), report)
    });
    read.collect()
}

/// The ballot of a row, which must say it.
fn required_ballot(row: &Row<'_, '_>, report: &mut Report) -> Option<BallotId> {
    row.required(&OFFICE, report)?;
    let ballot = which_ballot::read_ballot(row, report)?;
    Some(ballot.value)
}

/// The rows of each list; a row of a ballot that was not announced is a finding.
fn group<'r, 't, 'a>(
    rows: &'r [Row<'t, 'a>],
    known: &[BallotId],
    report: &mut Report,
) -> BTreeMap<BallotId, Vec<&'r Row<'t, 'a>>> {
    let mut lists: BTreeMap<BallotId, Vec<&Row<'t, 'a>>> = BTreeMap::new();
    for row in rows {
        let Some(id) = required_ballot(row, report) else {
            continue;
        };
        if known.contains(&id) {
            lists.entry(id).or_default().push(row);
            continue;
        }
        let cell = row.cell(&OFFICE);
        let choices = known.iter().map(|id| SheetKind::Ballot(*id).tab());
        let problem = Problem::NotAChoice {
            seen: cell.seen(),
            choices: choices.collect(),
            nearest: None,
        };
        report.add(cell.place(), problem);
    }
    lists
}

fn read_one<'t>(
    id: BallotId,
    (table, row): (&'t Table<'_>, &Row<'t, '_>),
    (list_table, list): (Option<&Table<'_>>, &[&Row<'_, '_>]),
    report: &mut Report,
) -> Ballot {
    let labels = Labels::of_row(table, row, LABELS);
    let mut ballot = read_labels(&labels, id, report);
    ballot.place = row.cell(&OFFICE).place();
    let is_filled = |name: &Name| list.iter().any(|row| !row.cell(name).is_empty());
    let seats = ballot.seats.as_ref().map(|seats| seats.value.0);
    let asks_against = is_filled(&AGREED) || is_filled(&AGAINST);
    ballot.asks_against = asks_against
        || (!is_filled(&VOTES)
            && usize::try_from(seats.unwrap_or(0)).is_ok_and(|it| list.len() <= it));
    let votes = if asks_against { &AGREED } else { &VOTES };
    if asks_against {
        report_both(list, report);
    }
    let is_counted = is_filled(votes)
        || [&ISSUED, &RETURNED, &VALID, &INVALID]
            .into_iter()
            .any(|name| labels.filled(name).next().is_some());
    if is_counted {
        for name in [&SEATS, &ISSUED, &RETURNED, &VALID, &INVALID] {
            labels.require(name, report);
        }
        if let Some(table) = list_table.filter(|table| !table.has(votes)) {
            let column = votes.canonical.to_owned();
            let nearest = None;
            let place = table.sheet().place.clone();
            report.add(place, Problem::ColumnMissing { column, nearest });
        }
    }
    if list.is_empty() {
        report.add(ballot.place.clone(), Problem::NoRows);
    }
    let read = list
        .iter()
        .filter_map(|row| read_candidate(row, votes, is_counted, report));
    ballot.candidates = read.collect();
    ballot
}

/// A list gives votes, or votes for and against: not both.
fn report_both(list: &[&Row<'_, '_>], report: &mut Report) {
    for row in list {
        let (votes, agreed) = (row.cell(&VOTES), row.cell(&AGREED));
        if !votes.is_empty() {
            report.push(Diagnostic::between(
                votes.place(),
                vec![agreed.place()],
                Problem::LabelTwice {
                    label: VOTES.canonical.to_owned(),
                },
            ));
        }
    }
}
