//! Lists with surplus ("có số dư"): V05, V06, V09, V35.

use super::place_of;
use crate::diagnostic::{
    CountFault, Diagnostic, ListFault, Place, Problem, Report, SurplusBound, join_cells,
};
use crate::model::{Ballot, Headcount, Office, Seats, Traced, Votes};
use crate::rules::{BallotResult, Limits};

/// V05, V06: a valid ballot votes for one person at least and for no more than there
/// are seats. That holds on the list of a re-vote too.
///
/// Uncertain: whether a ballot for delegates may name the alternates on its list beside
/// them, so there V05 asks for no more than seats and alternates together.
///
/// On a list without surplus a voter may agree to nobody, and nobody is left over. Names
/// and seats tell which it is, not the columns of the sheet.
///
/// Source: 244-QĐ/TW, article 17, clause 2; 190-QĐ/TW, article 15.
pub(super) fn check_all_votes(
    ballot: &Ballot,
    result: &BallotResult,
    report: &mut Report,
) {
    let (Some(seats), Some(valid)) = (&ballot.seats, &ballot.valid) else {
        return;
    };
    if !has_surplus(ballot, seats.value) {
        return;
    }
    let all = ballot
        .candidates
        .iter()
        .filter_map(|one| one.votes.as_ref());
    let all: Vec<&Traced<Votes>> = all.collect();
    // of one name with too many V04 speaks
    if all.iter().any(|votes| votes.value > valid.value) {
        return;
    }
    let votes: Vec<u32> = all.iter().map(|votes| votes.value.0).collect();
    let sum: u64 = votes.iter().copied().map(u64::from).sum();
    let least = u64::from(valid.value.0);
    let alternates = result.alternates_wanted;
    let most = least * (u64::from(seats.value.0) + u64::from(alternates));
    let (valid_count, mut also) = (valid.value.0, valid.cells());
    let problem = if sum > most {
        also.extend(seats.cells());
        Problem::Count(CountFault::VotesOverAllowed {
            votes,
            valid: valid_count,
            seats: seats.value.0,
            alternates,
        })
    } else if sum < least {
        let valid = valid_count;
        Problem::Count(CountFault::VotesUnderValid { votes, valid })
    } else {
        return;
    };
    let mut cells = join_cells(all.iter().flat_map(|it| it.cells()).collect());
    let rest: Vec<Place> = cells.drain(1.min(cells.len())..).collect();
    let place = cells.pop().unwrap_or_else(|| ballot.place.clone());
    report.push(Diagnostic::between(place, [rest, also].concat(), problem));
}

/// Whether more people stand than there are seats.
fn has_surplus(ballot: &Ballot, seats: Seats) -> bool {
    let names = Headcount::of(ballot.candidates.len()).0;
    seats.0 > 0 && names > seats.0
}

/// V35: the columns and labels of the sheet fit its list. Boxes to agree or not are for
/// a list without surplus; alternates are for delegates.
///
/// Source: 244-QĐ/TW, article 17, clause 1 and article 20; 190-QĐ/TW, articles 15
/// and 18.
pub(super) fn check_columns(ballot: &Ballot, report: &mut Report) {
    if let Some(seats) = &ballot.seats
        && ballot.asks_against
        && has_surplus(ballot, seats.value)
    {
        let fault = ListFault::BoxesWithSurplus {
            names: Headcount::of(ballot.candidates.len()).0,
            seats: seats.value.0,
        };
        let cells = ballot.candidates.iter();
        let cells = cells.filter_map(|one| one.against.as_ref());
        let also = join_cells(cells.flat_map(Traced::cells).collect());
        let place = place_of(seats, &ballot.place);
        report.push(Diagnostic::between(place, also, Problem::List(fault)));
    }
    if let Some(alternates) = &ballot.alternates
        && ballot.id.office != Office::Delegates
        && alternates.value.0 > 0
    {
        let fault = ListFault::AlternatesOfOffice {
            office: ballot.id.office.label().to_owned(),
            typed: alternates.value.0,
        };
        report.add(place_of(alternates, &ballot.place), Problem::List(fault));
    }
}

/// V09: the first list for a committee has a name for each seat, and a surplus within
/// bounds.
///
/// A secretary and a deputy may stand alone; of delegates the list may have any length,
/// alternates among them. The list of a re-vote is that of the tied, and whoever stands
/// in a later round is for the congress to decide.
///
/// Source: 244-QĐ/TW, article 16; 190-QĐ/TW, article 14. Uncertain: that three to five
/// seats have a surplus of one is guidance of a province; of one or two seats 30% is
/// nobody, and no source says what then holds, so they may have any.
pub(super) fn check_length(ballot: &Ballot, limits: &Limits, report: &mut Report) {
    let is_first = ballot.id.round == 1 && !ballot.id.is_revote;
    let is_held = is_first && ballot.id.office == Office::Committee;
    let Some(seats) = ballot.seats.as_ref().filter(|_| is_held) else {
        return;
    };
    let (names, count) = (Headcount::of(ballot.candidates.len()).0, seats.value.0);
    // an empty list is said elsewhere, and of no seats V28 speaks
    if names == 0 || count == 0 {
        return;
    }
    let most = largest_surplus(count, limits);
    let fault = match names.checked_sub(count) {
        None => ListFault::TooShort {
            names,
            seats: count,
        },
        Some(0) => ListFault::NoSurplus { names },
        Some(surplus) => match most.filter(|(most, _)| surplus > *most) {
            Some((most, bound)) => ListFault::SurplusTooLarge {
                names,
                seats: count,
                most,
                bound,
            },
            None => return,
        },
    };
    let listed = ballot.candidates.iter();
    let listed = listed.flat_map(|one| one.name.cells()).collect();
    let place = place_of(seats, &ballot.place);
    let problem = Problem::List(fault);
    report.push(Diagnostic::between(place, join_cells(listed), problem));
}

/// How many more people than the seats may stand, and why: a share of the seats, and one
/// of a few; unknown of fewer.
fn largest_surplus(seats: u32, limits: &Limits) -> Option<(u32, SurplusBound)> {
    let (from, to) = (*limits.surplus_of_one.start(), *limits.surplus_of_one.end());
    if limits.surplus_of_one.contains(&seats) {
        return Some((1, SurplusBound::One { from, to }));
    }
    if seats < from {
        return None;
    }
    let percent = limits.surplus_percent;
    let most = u32::try_from(u64::from(seats) * u64::from(percent) / 100).ok()?;
    Some((most, SurplusBound::Share { percent }))
}
