//! "Cuộc bầu" and "Lần": which ballot a row of another sheet is about.

use crate::diagnostic::{Problem, Report};
use crate::import::cell::Cell;
use crate::import::layout::Head;
use crate::import::sheet_name::parse_round;
use crate::import::table::Row;
use crate::import::text::Name;
use crate::model::{BallotId, Office, Traced};

/// "Cuộc bầu"
pub(super) static OFFICE: Name = Name::new("Cuộc bầu", &["Bầu", "Chức danh bầu"]);
/// "Lần"
pub(super) static ROUND: Name = Name::new("Lần", &["Lần bầu", "Vòng"]);

static OFFICES: [(Name, Office); 4] = [
    (
        Name::new("Chi ủy", &["Bầu chi ủy", "CU"]),
        Office::Committee,
    ),
    (
        Name::new("Bí thư", &["Bầu bí thư", "BT"]),
        Office::Secretary,
    ),
    (
        Name::new("Phó bí thư", &["Bầu phó bí thư", "PBT"]),
        Office::Deputy,
    ),
    (Name::new("Đại biểu", &["Bầu đại biểu"]), Office::Delegates),
];

/// Both columns as `init` writes them.
pub(super) fn layout() -> [Head; 2] {
    [Head::choice(&OFFICE, &OFFICES), Head::words(&ROUND)]
}

/// The office of a row, if it is about one.
pub(super) fn read_office(
    row: &Row<'_, '_>,
    report: &mut Report,
) -> Option<Traced<Office>> {
    row.cell(&OFFICE).choice(&OFFICES, report)
}

/// The round of a row, if it names one; it is a round of some office's election.
pub(super) fn read_round(
    row: &Row<'_, '_>,
    report: &mut Report,
) -> Option<Traced<(u32, bool)>> {
    let cell = row.cell(&ROUND);
    let text = cell.text(report)?;
    let office = row.cell(&OFFICE);
    if office.is_empty() {
        let what = OFFICE.canonical.to_owned();
        report.add(office.place(), Problem::CellEmpty { what });
    }
    let Some(round) = parse_round(&text.value) else {
        report.add(cell.place(), not_a_round(&cell));
        return None;
    };
    Some(text.map(|_| round))
}

fn not_a_round(cell: &Cell<'_>) -> Problem {
    Problem::NotAChoice {
        seen: cell.seen(),
        choices: ["2", "bầu lại", "2, bầu lại"].map(str::to_owned).to_vec(),
        nearest: None,
    }
}

/// The ballot of a row; an empty round is the first, a round without office is a finding.
pub(super) fn read_ballot(
    row: &Row<'_, '_>,
    report: &mut Report,
) -> Option<Traced<BallotId>> {
    let has_round = !row.cell(&ROUND).is_empty();
    let round = read_round(row, report);
    let office = read_office(row, report)?;
    if round.is_none() && has_round {
        return None;
    }
    let (number, is_revote) = round.as_ref().map_or((1, false), |round| round.value);
    let ballot = office.map(|office| BallotId {
        office,
        round: number,
        is_revote,
    });
    let round_cells = round.iter().flat_map(Traced::cells);
    Some(ballot.with_cells(round_cells))
}
