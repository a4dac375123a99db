//! How the ballots of one office follow each other: V24, V26.

use super::place_of;
use crate::diagnostic::{Decide, Diagnostic, OfficeFault, Problem, Report, RoundFault};
use crate::model::{Ballot, Congress, Decision, Office};
use crate::rules::{BallotResult, Outcome};

/// V24: each later sheet follows from the one before it, and each decision to vote on
/// has its sheet. V26: who stands in a later ballot, and for how many seats.
pub(super) fn check_rounds(
    congress: &Congress,
    office: Office,
    results: &[BallotResult],
    report: &mut Report,
) {
    let sheets: Vec<&Ballot> = congress
        .ballots
        .iter()
        .filter(|ballot| ballot.id.office == office)
        .collect();
    if let Some(first) = sheets.first()
        && (first.id.round != 1 || first.id.is_revote)
    {
        push(first, None, RoundFault::NotFirst, report);
    }
    for pair in sheets.windows(2) {
        let [before, after] = pair else { continue };
        let result = results.iter().find(|result| result.id == before.id);
        if let Some(fault) = fault(before, after, result) {
            push(after, Some(before), fault, report);
        } else if let Some(result) = result
            && !matches!(result.outcome, Outcome::NotQuorate | Outcome::Void)
        {
            check_open(after, result, report);
        }
    }
    if let Some(last) = sheets.last() {
        check_decision(last, report);
    }
}

fn push(
    ballot: &Ballot,
    before: Option<&Ballot>,
    fault: RoundFault,
    report: &mut Report,
) {
    let also = before.map(|before| match &before.decision {
        Some(decision) => place_of(decision, &before.place),
        None => before.place.clone(),
    });
    let office = ballot.id.office.label().to_owned();
    report.push(Diagnostic::between(
        ballot.place.clone(),
        also.into_iter().collect(),
        Problem::Office(OfficeFault::RoundContradicts { office, fault }),
    ));
}

/// Why a ballot cannot follow another, if so: it does not number on, or it is against
/// how the other ended or what the congress then decided.
///
/// Source: 244-QĐ/TW, article 32; 190-QĐ/TW, article 30. Uncertain: the words on ties
/// and on short results are recalled, not read; both leave it to the congress.
fn fault(
    before: &Ballot,
    after: &Ballot,
    result: Option<&BallotResult>,
) -> Option<RoundFault> {
    let has_next_number = before.id.round.checked_add(1) == Some(after.id.round);
    let is_next = if after.id.is_revote {
        // when a re-vote ends in a tie again, a second one is a round of its own
        after.id.round == before.id.round || (before.id.is_revote && has_next_number)
    } else {
        has_next_number
    };
    if !is_next {
        return Some(RoundFault::Gap);
    }
    if !before.is_counted() && after.is_counted() {
        return Some(RoundFault::BeforeNotCounted);
    }
    let outcome = result.map(|result| result.open().outcome);
    let is_tied = matches!(outcome, Some(Outcome::Tied | Outcome::TiedAgain));
    match before.decision.as_ref().map(|decision| decision.value) {
        Some(Decision::Stop | Decision::AskHigherCommittee) => Some(RoundFault::Stopped),
        // whether anybody is tied, the list of the re-vote tells (V26)
        None | Some(Decision::Revote) if after.id.is_revote => None,
        Some(Decision::NextRound) if after.id.is_revote => {
            Some(RoundFault::OtherDecision)
        }
        Some(Decision::Revote) => Some(RoundFault::OtherDecision),
        None if is_tied && !before.is_decision_unread => Some(RoundFault::TieUndecided),
        None | Some(Decision::NextRound) => {
            (outcome == Some(Outcome::Complete)).then_some(RoundFault::AfterComplete)
        }
    }
}

/// V26: a re-vote is among the tied, for the seats that they are tied for; a later round
/// is for the seats still to fill.
///
/// A re-vote of others elects nobody, since nobody needs more than half there.
fn check_open(after: &Ballot, before: &BallotResult, report: &mut Report) {
    let open = before.open();
    if after.id.is_revote && !after.candidates.is_empty() && !before.is_tie_of(after) {
        report.push(Diagnostic::between(
            after.place.clone(),
            vec![before.place.clone()],
            Problem::Office(OfficeFault::RevoteList {
                tied: open.tied.to_vec(),
            }),
        ));
    }
    let still_open = open.still_to_elect;
    if let Some(seats) = &after.seats
        && seats.value.0 != still_open
        // of no seats V28 speaks, of a re-vote without a tie its list
        && seats.value.0 != 0
        && !(after.id.is_revote && open.tied.is_empty())
    {
        report.push(Diagnostic::between(
            place_of(seats, &after.place),
            vec![before.place.clone()],
            Problem::Office(OfficeFault::SeatsNotOpen {
                typed: seats.value.0,
                open: still_open,
            }),
        ));
    }
}

/// V24: a decision to vote on has its sheet.
fn check_decision(last: &Ballot, report: &mut Report) {
    let Some(decision) = &last.decision else {
        return;
    };
    let decided = match decision.value {
        Decision::NextRound => Decide::NextRound,
        Decision::Revote => Decide::Revote,
        Decision::Stop | Decision::AskHigherCommittee => return,
    };
    let office = last.id.office.label().to_owned();
    report.add(
        place_of(decision, &last.place),
        Problem::Office(OfficeFault::RoundMissing { office, decided }),
    );
}
