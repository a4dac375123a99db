//! What is typed below the list of a ballot as its total: V36.

use super::place_of;
use crate::diagnostic::{CountFault, Diagnostic, Problem, Report, join_cells};
use crate::model::{Ballot, Candidate, Headcount, Traced, Votes};

/// The votes of a row that a column holds.
type VotesOf = fn(&Candidate) -> Option<&Traced<Votes>>;

/// V36: the total below a list counts its names and adds up its votes.
pub(super) fn check_total(ballot: &Ballot, report: &mut Report) {
    check_names(ballot, report);
    let columns: [(_, VotesOf); 2] = [
        (&ballot.total.votes, |one| one.votes.as_ref()),
        (&ballot.total.against, |one| one.against.as_ref()),
    ];
    for (typed, votes_of) in columns {
        if let Some(typed) = typed {
            check_votes(ballot, typed, votes_of, report);
        }
    }
}

fn check_names(ballot: &Ballot, report: &mut Report) {
    let names = Headcount::of(ballot.candidates.len());
    let typed = ballot.total.names.as_ref();
    if let Some(typed) = typed.filter(|typed| typed.value != names) {
        let cells = ballot.candidates.iter();
        let cells = cells.flat_map(|one| one.name.cells()).collect();
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            join_cells(cells),
            Problem::Count(CountFault::NamesDiffer {
                typed: typed.value.0,
                names: names.0,
            }),
        ));
    }
}

/// Some type the number of ballots there, of which V01 to V03 have spoken.
fn check_votes(
    ballot: &Ballot,
    typed: &Traced<Votes>,
    votes_of: VotesOf,
    report: &mut Report,
) {
    let ballots = [&ballot.valid, &ballot.returned, &ballot.issued];
    let mut ballots = ballots.into_iter().flatten();
    if ballots.any(|ballots| ballots.value == typed.value) {
        return;
    }
    // where a row lacks its votes the importer has said so
    let votes: Option<Vec<&Traced<Votes>>> =
        ballot.candidates.iter().map(votes_of).collect();
    let Some(votes) = votes.filter(|votes| !votes.is_empty()) else {
        return;
    };
    let each: Vec<u32> = votes.iter().map(|votes| votes.value.0).collect();
    let sum: u64 = each.iter().copied().map(u64::from).sum();
    if sum != u64::from(typed.value.0) {
        let cells = votes.iter().flat_map(|votes| votes.cells()).collect();
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            join_cells(cells),
            Problem::Count(CountFault::TotalDiffers {
                typed: typed.value.0,
                votes: each,
            }),
        ));
    }
}
