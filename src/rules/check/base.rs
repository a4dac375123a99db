//! Where members introduced to another cell attend, whom the base leaves out: V37, V40.

use super::place_of;
use crate::diagnostic::{CountFault, Diagnostic, Problem, Reading, Report, join_cells};
use crate::model::{Ballot, Congress, Headcount, Member, Status, Traced};
use crate::rules::{BallotResult, CandidateResult, is_over_half, threshold};

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
    check_between(result, with_them, &back, report);
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

/// V37: who has more than half by one reading and not by the other.
fn check_between(
    result: &BallotResult,
    with_them: u32,
    back: &[&Member],
    report: &mut Report,
) {
    let base = result.base.count.value.0;
    let is_between = |one: &&CandidateResult| {
        let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
        is_over_half(votes, base) && !is_over_half(votes, with_them)
    };
    let between: Vec<&CandidateResult> =
        result.candidates.iter().filter(is_between).collect();
    let votes = between.iter().filter_map(|one| one.votes.as_ref());
    let mut cells = join_cells(votes.flat_map(Traced::cells).collect()).into_iter();
    let Some(place) = cells.next().filter(|_| !result.id.is_revote) else {
        return;
    };
    let status = back.iter().flat_map(|one| one.status.cells());
    let reading = Reading::ElectedWithoutElsewhere {
        names: between.iter().map(|one| one.name.value.clone()).collect(),
        base,
        with_them,
        thresholds: (threshold(base), threshold(with_them)),
    };
    report.push(Diagnostic::between(
        place,
        cells.chain(status).collect(),
        Problem::UncertainReading { reading },
    ));
}
