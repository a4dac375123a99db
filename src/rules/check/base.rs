//! More votes than the base: V40.

use super::place_of;
use crate::diagnostic::{CountFault, Diagnostic, Problem, Report};
use crate::model::{Ballot, Congress, Headcount, Member, Status};
use crate::rules::{BallotResult, threshold};

/// V40: nobody has more votes than the base has people. Members introduced to another
/// cell who come and vote are not in it by the words of the clause; both readings are
/// named, each with the votes that it asks for.
///
/// Source: 244-QĐ/TW, article 32, clause 2; 190-QĐ/TW, article 30. Uncertain: whether
/// they count when they attend.
pub(super) fn check_base(
    ballot: &Ballot,
    result: &BallotResult,
    congress: &Congress,
    report: &mut Report,
) {
    let is_back = |one: &&Member| {
        one.is_official() && one.status.value == Status::Elsewhere && one.attended()
    };
    let back: Vec<&Member> = congress.members.iter().filter(is_back).collect();
    let base = result.base.count.value.0;
    let with_them = base.saturating_add(Headcount::of(back.len()).0);
    let votes = ballot
        .candidates
        .iter()
        .filter_map(|one| one.votes.as_ref());
    let Some(most) = votes.max_by_key(|votes| votes.value) else {
        return;
    };
    // beyond both, too many ballots were counted, of which V01 and V04 speak
    if most.value.0 <= base || most.value.0 > with_them {
        return;
    }
    let cells = back.iter().flat_map(|one| one.status.cells());
    report.push(Diagnostic::between(
        place_of(most, &ballot.place),
        cells.collect(),
        Problem::Count(CountFault::VotesOverBase {
            votes: most.value.0,
            base,
            with_them,
            thresholds: (threshold(base), threshold(with_them)),
        }),
    ));
}
