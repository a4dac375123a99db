//! Offices and their rounds: V22–V24.

use crate::diagnostic::{Decide, Diagnostic, Problem, Report};
use crate::model::{Ballot, Congress, Decision, Office};
use crate::rules::{BallotResult, DecisionNeeded, OfficeResult, Outcome, Turnout};

/// A cell of so many official members elects a committee.
///
/// Source: Party Statutes, article 24, clause 4.
const LEAST_FOR_COMMITTEE: u32 = 9;

/// Says what the congress has to decide, and which ballots do not follow.
pub(in crate::rules) fn check_offices(
    congress: &Congress,
    turnout: &Turnout,
    results: &[BallotResult],
    offices: &[OfficeResult],
    report: &mut Report,
) {
    for result in results {
        if let Some(needed) = result.decision_needed {
            report.add(
                result.place.clone(),
                Problem::DecisionNeeded {
                    office: result.id.office.label().to_owned(),
                    decide: decide(needed),
                    still_to_elect: result.still_to_elect,
                    tied: result.tied.clone(),
                },
            );
        }
    }
    for office in offices {
        check_rounds(congress, office.office, results, report);
    }
    if !results.is_empty() {
        check_missing(congress, turnout, report);
    }
}

fn decide(needed: DecisionNeeded) -> Decide {
    match needed {
        DecisionNeeded::NextRound => Decide::NextRound,
        DecisionNeeded::Revote => Decide::Revote,
        DecisionNeeded::AskHigherCommittee => Decide::AskHigherCommittee,
    }
}

/// V24: each later sheet follows from the one before it.
fn check_rounds(
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
    let mut push = |ballot: &Ballot| {
        let office = office.label().to_owned();
        let problem = Problem::RoundDoesNotFollow { office };
        report.push(Diagnostic::new(ballot.place.clone(), problem));
    };
    if let Some(first) = sheets.first()
        && (first.id.round != 1 || first.id.is_revote)
    {
        push(first);
    }
    for pair in sheets.windows(2) {
        let [before, after] = pair else { continue };
        let outcome = results
            .iter()
            .find(|result| result.id == before.id)
            .map(|result| result.outcome);
        if !follows(before, after, outcome) {
            push(after);
        }
    }
    if let Some(last) = sheets.last() {
        let asks_for_more = last.decision.as_ref().is_some_and(|decision| {
            matches!(decision.value, Decision::NextRound | Decision::Revote)
        });
        if asks_for_more {
            push(last);
        }
    }
}

/// Whether a ballot may follow another: a re-vote a tie of its round, the next round a
/// ballot that left seats open; and not against what the congress decided.
fn follows(before: &Ballot, after: &Ballot, outcome: Option<Outcome>) -> bool {
    let decided = before.decision.as_ref().map(|decision| decision.value);
    if after.id.is_revote {
        let is_tied = matches!(outcome, Some(Outcome::Tied | Outcome::TiedAgain) | None);
        after.id.round == before.id.round
            && is_tied
            && matches!(decided, None | Some(Decision::Revote))
    } else {
        after.id.round == before.id.round + 1
            && outcome != Some(Outcome::Complete)
            && matches!(decided, None | Some(Decision::NextRound))
    }
}

/// V23: an office that a cell of this size elects has a sheet.
///
/// A deputy is elected where there is a committee, and only "if needed" where there is
/// none.
fn check_missing(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    let official = turnout.official.value.0;
    let expected: &[Office] = if official >= LEAST_FOR_COMMITTEE {
        &[Office::Committee, Office::Secretary, Office::Deputy]
    } else {
        &[Office::Secretary]
    };
    for office in expected {
        let has_sheet = congress
            .ballots
            .iter()
            .any(|ballot| ballot.id.office == *office);
        if !has_sheet {
            report.add(
                congress.members_place.whole_file(),
                Problem::OfficeWithoutSheet {
                    office: office.label().to_owned(),
                    official,
                },
            );
        }
    }
}
