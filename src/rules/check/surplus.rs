//! Lists with surplus ("có số dư"): V05, V06.

use crate::diagnostic::{Diagnostic, Place, Problem, Report, join_cells};
use crate::model::{Ballot, Seats, Traced, Votes};

/// V05, V06: a valid ballot votes for one person at least and for no more than there
/// are seats. That holds on the list of a re-vote too.
///
/// Uncertain: whether a ballot for delegates may name the alternates on its list beside
/// them, so there V05 says nothing.
///
/// On a list without surplus a voter may agree to nobody, and nobody is left over.
///
/// Source: 244-QĐ/TW, article 17, clause 2; 190-QĐ/TW, article 15.
pub(super) fn check_all_votes(ballot: &Ballot, report: &mut Report) {
    let (Some(seats), Some(valid)) = (&ballot.seats, &ballot.valid) else {
        return;
    };
    if !has_surplus(ballot, seats.value) || !ballot.is_decidable() {
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
    let most = least * u64::from(seats.value.0);
    let (valid_count, mut also) = (valid.value.0, valid.cells.clone());
    let problem = if sum > most && ballot.alternates.is_none() {
        also.extend(seats.cells.clone());
        Problem::VotesOverAllowed {
            votes,
            valid: valid_count,
            seats: seats.value.0,
        }
    } else if sum < least {
        let valid = valid_count;
        Problem::VotesUnderValid { votes, valid }
    } else {
        return;
    };
    let mut cells = join_cells(all.iter().flat_map(|it| it.cells.clone()).collect());
    let rest: Vec<Place> = cells.drain(1.min(cells.len())..).collect();
    let place = cells.pop().unwrap_or_else(|| ballot.place.clone());
    report.push(Diagnostic::between(place, [rest, also].concat(), problem));
}

/// Whether more people stand than there are seats, on a ballot without boxes.
fn has_surplus(ballot: &Ballot, seats: Seats) -> bool {
    let names = u32::try_from(ballot.candidates.len()).unwrap_or(u32::MAX);
    !ballot.asks_against && seats.0 > 0 && names > seats.0
}
