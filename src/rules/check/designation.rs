//! When the committee above designates a secretary: V39.

use super::place_of;
use crate::diagnostic::{DesignationFault, Diagnostic, Problem, Report};
use crate::model::{Ballot, Congress, Decision, Office};
use crate::rules::Limits;

/// V39: after three failed ballots for secretary the committee above designates one, and
/// hardly before, or for another office.
///
/// A fourth ballot is counted as the sheet has it, and a warning, since the congress and
/// not the program answers for it. But papers are written only where the sheet of the
/// ballot before it records the decision to vote on; without one V22 asks for it. To
/// designate before that is possible "when truly necessary", so it is a warning too.
///
/// Source: 24-QĐ/TW, point 22.
pub(super) fn check_designation(
    congress: &Congress,
    limits: &Limits,
    report: &mut Report,
) {
    let last = limits.ballots_for_secretary;
    for ballot in &congress.ballots {
        check_fourth(ballot, congress, last, report);
        check_early(ballot, last, report);
    }
}

fn check_fourth(ballot: &Ballot, congress: &Congress, last: u32, report: &mut Report) {
    let id = ballot.id;
    if id.office != Office::Secretary || id.round <= last {
        return;
    }
    let mut before = congress.ballots.iter();
    let third =
        before.rfind(|it| it.id.office == Office::Secretary && it.id.round == last);
    report.push(Diagnostic::between(
        ballot.place.clone(),
        third.map(|third| third.place.clone()).into_iter().collect(),
        Problem::Designation(DesignationFault::VotedOn { ballots: last }),
    ));
}

fn check_early(ballot: &Ballot, last: u32, report: &mut Report) {
    let asks = Decision::AskHigherCommittee;
    let decision = ballot.decision.as_ref().filter(|it| it.value == asks);
    let has_failed = ballot.id.office == Office::Secretary && ballot.id.round >= last;
    if let Some(decision) = decision.filter(|_| !has_failed) {
        let office = ballot.id.office.label().to_owned();
        report.add(
            place_of(decision, &ballot.place),
            Problem::Designation(DesignationFault::Early {
                office,
                ballots: last,
            }),
        );
    }
}
