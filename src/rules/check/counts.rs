//! Identities of one ballot's figures: V01–V04, V25.

use super::place_of;
use crate::diagnostic::{Diagnostic, Problem, Report, Tally};
use crate::model::{Ballot, Traced};
use crate::rules::Turnout;

/// Checks the figures of a counted ballot.
pub(super) fn check_counts(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    check_presence(ballot, turnout, report);
    check_issued(ballot, turnout, report);
    check_returned(ballot, report);
    check_sum(ballot, report);
    check_votes(ballot, report);
}

/// V25, and the typed number of those summoned.
fn check_presence(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    let least = turnout.official_throughout.value.0;
    let most = turnout.official_present.value.0;
    if let Some(typed) = &ballot.present
        && !(least..=most).contains(&typed.value.0)
    {
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            turnout.official_present.cells.clone(),
            Problem::PresentAtVote {
                typed: typed.value.0,
                least,
                most,
            },
        ));
    }
    let summoned = &turnout.official_summoned;
    if let Some(typed) = &ballot.summoned
        && typed.value != summoned.value
    {
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            summoned.cells.clone(),
            Problem::TotalDiffers {
                label: "Được triệu tập".to_owned(),
                typed: typed.value.0,
                counted: summoned.value.0,
            },
        ));
    }
}

/// V01: no more ballots issued than official members present at the vote.
fn check_issued(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    let Some(issued) = &ballot.issued else {
        return;
    };
    // untyped, the bounds are those there throughout and all who attended
    let typed = ballot.present.as_ref();
    let most = typed.unwrap_or(&turnout.official_present);
    let least = typed.unwrap_or(&turnout.official_throughout);
    let (count, present) = (issued.value.0, most.value.0);
    let push = |also: &Traced<_>, problem, report: &mut Report| {
        let place = place_of(issued, &ballot.place);
        report.push(Diagnostic::between(place, also.cells.clone(), problem));
    };
    if count > present {
        let problem = Problem::IssuedOverPresent {
            issued: count,
            present,
        };
        push(most, problem, report);
    } else if count < least.value.0 {
        let problem = Problem::IssuedUnderPresent {
            issued: count,
            present: least.value.0,
        };
        push(least, problem, report);
    }
}

/// V02: no more ballots returned than issued.
fn check_returned(ballot: &Ballot, report: &mut Report) {
    let (Some(issued), Some(returned)) = (&ballot.issued, &ballot.returned) else {
        return;
    };
    let (given, back) = (issued.value.0, returned.value.0);
    let problem = match back.cmp(&given) {
        std::cmp::Ordering::Equal => return,
        std::cmp::Ordering::Greater => Problem::ReturnedOverIssued {
            returned: back,
            issued: given,
        },
        std::cmp::Ordering::Less => Problem::ReturnedUnderIssued {
            returned: back,
            issued: given,
        },
    };
    report.push(Diagnostic::between(
        place_of(returned, &ballot.place),
        issued.cells.clone(),
        problem,
    ));
}

/// V03: returned = valid + invalid.
fn check_sum(ballot: &Ballot, report: &mut Report) {
    let (Some(returned), Some(valid), Some(invalid)) =
        (&ballot.returned, &ballot.valid, &ballot.invalid)
    else {
        return;
    };
    let sum = u64::from(valid.value.0) + u64::from(invalid.value.0);
    if sum != u64::from(returned.value.0) {
        report.push(Diagnostic::between(
            place_of(returned, &ballot.place),
            [valid, invalid]
                .iter()
                .flat_map(|it| it.cells.clone())
                .collect(),
            Problem::BallotsDoNotAdd(Tally {
                terms: vec![
                    ("hợp lệ".to_owned(), valid.value.0),
                    ("không hợp lệ".to_owned(), invalid.value.0),
                ],
                total: ("thu về".to_owned(), returned.value.0),
            }),
        ));
    }
}

/// V04: nobody has more votes than there are valid ballots, for or against.
fn check_votes(ballot: &Ballot, report: &mut Report) {
    let Some(valid) = &ballot.valid else {
        return;
    };
    for one in &ballot.candidates {
        let counts = [&one.votes, &one.against].into_iter().flatten();
        for votes in counts.filter(|votes| votes.value > valid.value) {
            report.push(Diagnostic::between(
                place_of(votes, &ballot.place),
                valid.cells.clone(),
                Problem::VotesOverValid {
                    name: one.name.value.clone(),
                    votes: votes.value.0,
                    valid: valid.value.0,
                },
            ));
        }
    }
}
