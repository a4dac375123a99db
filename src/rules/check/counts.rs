//! Identities of one ballot's figures: V01–V04, V07, V08, V25, V28, V32, V41, S19.

use super::{label, place_of};
use crate::diagnostic::{CountFault, Diagnostic, OfficeFault, Problem, Report};
use crate::model::{Ballot, Candidate, Traced, Votes};
use crate::rules::{Turnout, matrix};

/// Checks the figures of a counted ballot.
pub(super) fn check_counts(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    check_presence(ballot, turnout, report);
    check_issued(ballot, turnout, report);
    check_returned(ballot, report);
    check_sum(ballot, report);
    check_votes(ballot, report);
    check_reasons(ballot, report);
}

/// V25, V32: the typed numbers of those present and summoned.
fn check_presence(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    let least = turnout.official_throughout.value.0;
    let most = turnout.official_present.value.0;
    if let Some(typed) = &ballot.present
        && turnout.is_known
        && !(least..=most).contains(&typed.value.0)
    {
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            turnout.official_present.cells(),
            Problem::Count(CountFault::PresentAtVote {
                typed: typed.value.0,
                least,
                most,
            }),
        ));
    }
    let summoned = &turnout.official_summoned;
    if let Some(typed) = &ballot.summoned
        && typed.value != summoned.value
    {
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            summoned.cells(),
            Problem::Count(CountFault::SummonedDiffers {
                typed: typed.value.0,
                counted: summoned.value.0,
            }),
        ));
    }
}

/// V01: no more ballots issued than official members present at the vote.
fn check_issued(ballot: &Ballot, turnout: &Turnout, report: &mut Report) {
    let Some(issued) = &ballot.issued else {
        return;
    };
    if ballot.present.is_none() && !turnout.is_known {
        return;
    }
    // untyped, the bounds are those there throughout and all who attended
    let typed = ballot.present.as_ref();
    let most = typed.unwrap_or(&turnout.official_present);
    let least = typed.unwrap_or(&turnout.official_throughout);
    let (count, present) = (issued.value.0, most.value.0);
    let push = |also: &Traced<_>, problem, report: &mut Report| {
        let place = place_of(issued, &ballot.place);
        report.push(Diagnostic::between(place, also.cells(), problem));
    };
    if count > present {
        let problem = Problem::Count(CountFault::IssuedOverPresent {
            issued: count,
            present,
        });
        push(most, problem, report);
    } else if count < least.value.0 {
        let problem = Problem::Count(CountFault::IssuedUnderPresent {
            issued: count,
            present: least.value.0,
        });
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
        std::cmp::Ordering::Greater => Problem::Count(CountFault::ReturnedOverIssued {
            returned: back,
            issued: given,
        }),
        std::cmp::Ordering::Less => Problem::Count(CountFault::ReturnedUnderIssued {
            returned: back,
            issued: given,
        }),
    };
    report.push(Diagnostic::between(
        place_of(returned, &ballot.place),
        issued.cells(),
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
            [valid, invalid].iter().flat_map(|it| it.cells()).collect(),
            Problem::Count(CountFault::BallotsDoNotAdd {
                valid: valid.value.0,
                invalid: invalid.value.0,
                returned: returned.value.0,
            }),
        ));
    }
}

/// S19: why ballots are invalid, which the board records. V41: none is, and a reason is
/// given.
///
/// Source: 244-QĐ/TW, article 17, clause 2; 190-QĐ/TW, article 15.
fn check_reasons(ballot: &Ballot, report: &mut Report) {
    let Some(invalid) = &ballot.invalid else {
        return;
    };
    let place = place_of(invalid, &ballot.place);
    if invalid.value.0 > 0 && matrix::invalid_reasons(ballot).is_empty() {
        let what = vec![label::INVALID_REASON.to_owned()];
        report.add(place, Problem::LeftOut { what });
    } else if let (0, Some(reason)) = (invalid.value.0, ballot.invalid_reasons.first()) {
        report.push(Diagnostic::between(
            place_of(reason, &ballot.place),
            invalid.cells(),
            Problem::Count(CountFault::ReasonWithoutInvalid {
                reason: reason.value.clone(),
            }),
        ));
    }
}

/// V28: there is a seat to fill.
pub(super) fn check_seats(ballot: &Ballot, report: &mut Report) {
    if let Some(seats) = &ballot.seats
        && seats.value.0 == 0
    {
        report.add(
            place_of(seats, &ballot.place),
            Problem::Office(OfficeFault::NoSeats),
        );
    }
}

/// V04, V07, V08: what each name got, against the valid ballots.
fn check_votes(ballot: &Ballot, report: &mut Report) {
    let Some(valid) = &ballot.valid else {
        return;
    };
    for one in &ballot.candidates {
        let is_over = check_each(one, valid, ballot, report);
        if ballot.asks_against && !is_over {
            check_both(one, valid, ballot, report);
        }
    }
}

/// V04: nobody has more votes than there are valid ballots, for or against; says
/// whether somebody has.
fn check_each(
    one: &Candidate,
    valid: &Traced<Votes>,
    ballot: &Ballot,
    report: &mut Report,
) -> bool {
    let counts = [&one.votes, &one.against].into_iter().flatten();
    let over: Vec<&Traced<Votes>> =
        counts.filter(|votes| votes.value > valid.value).collect();
    for votes in &over {
        report.push(Diagnostic::between(
            place_of(votes, &ballot.place),
            valid.cells(),
            Problem::Count(CountFault::VotesOverValid {
                name: one.name.value.clone(),
                votes: votes.value.0,
                valid: valid.value.0,
            }),
        ));
    }
    !over.is_empty()
}

/// V07, V08: votes for and against. Of several names a valid ballot may count neither
/// way; of one name it counts one way.
///
/// Source: 244-QĐ/TW, article 17, clause 2 and article 32, clause 1; 190-QĐ/TW,
/// articles 15 and 30.
fn check_both(
    one: &Candidate,
    valid: &Traced<Votes>,
    ballot: &Ballot,
    report: &mut Report,
) {
    let (Some(votes), Some(against)) = (&one.votes, &one.against) else {
        return;
    };
    let sum = u64::from(votes.value.0) + u64::from(against.value.0);
    let limit = u64::from(valid.value.0);
    let (name, agreed) = (one.name.value.clone(), votes.value.0);
    let (against_count, valid_count) = (against.value.0, valid.value.0);
    let problem = if ballot.candidates.len() == 1 {
        Problem::Count(CountFault::ForAndAgainstNotValid {
            name,
            agreed,
            against: against_count,
            valid: valid_count,
        })
    } else {
        Problem::Count(CountFault::ForAndAgainstOverValid {
            name,
            agreed,
            against: against_count,
            valid: valid_count,
        })
    };
    let is_only = ballot.candidates.len() == 1;
    if sum > limit || (is_only && sum != limit) {
        report.push(Diagnostic::between(
            place_of(votes, &ballot.place),
            [against.cells(), valid.cells()].concat(),
            problem,
        ));
    }
}
