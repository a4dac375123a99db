//! Everything that the rules find: a clean congress, and the changes that make it faulty.

mod ballots;
mod board;
mod dates;
mod members;
mod offices;
pub(in crate::rules) mod papers;
pub(in crate::rules) mod percents;
mod readings;
mod rounds;
mod surplus;
mod totals;

use super::builder::{Change, ballot, cell_of, committee};
use bienban::model::{Ballot, Congress, Office, Standing};

/// What it is, the change to the clean congress, and the findings that it brings.
pub(in crate::rules) type Case =
    (&'static str, fn(&mut Congress), &'static [&'static str]);

pub(in crate::rules) fn every_case() -> impl Iterator<Item = &'static Case> {
    [
        members::MEMBERS,
        members::HANDS,
        dates::DATES,
        ballots::COUNTS,
        ballots::MATRIX,
        ballots::CANDIDATES,
        board::BOARD,
        percents::PERCENTS,
        papers::PAPERS,
        papers::TEXTS,
        surplus::VOTES,
        surplus::LENGTHS,
        surplus::ORDER,
        totals::TOTALS,
        offices::LEADERS,
        offices::SIZES,
        readings::READINGS,
        rounds::ROUNDS,
    ]
    .into_iter()
    .flatten()
}

/// Eleven official members and a probationary one, all present; 11 is the base and 6 is
/// more than half. Committee 11, 10, 9 and 1 for three seats, secretary and deputy 11.
pub(in crate::rules) fn clean() -> Congress {
    let mut congress = cell_of(12);
    congress.members[11].standing.value = Standing::Probationary;
    let single = |office, number| {
        let one = ballot(office, 1, false, 1, &[(number, 11)]);
        one.counted(11, 11, 11, 0).against(&[0])
    };
    congress.ballots = vec![
        committee(3, &[(1, 11), (2, 10), (3, 9), (4, 1)]).counted(11, 11, 11, 0),
        single(Office::Secretary, 1),
        single(Office::Deputy, 2),
    ];
    congress
}

/// Adds ballots for delegates, on whom no other ballot rests.
pub(in crate::rules) fn with(congress: &mut Congress, ballots: Vec<Ballot>) {
    let counted = |it: Ballot| {
        if it.issued.is_some() {
            it
        } else {
            it.counted(11, 11, 11, 0)
        }
    };
    congress.ballots.extend(ballots.into_iter().map(counted));
}

/// The first ballot for delegates.
pub(in crate::rules) fn delegates(seats: u32, votes: &[(usize, u32)]) -> Ballot {
    ballot(Office::Delegates, 1, false, seats, votes)
}

pub(in crate::rules) fn second(seats: u32, votes: &[(usize, u32)]) -> Ballot {
    ballot(Office::Delegates, 2, false, seats, votes)
}

pub(in crate::rules) fn again(seats: u32, votes: &[(usize, u32)]) -> Ballot {
    ballot(Office::Delegates, 1, true, seats, votes)
}

/// Two of three elected.
pub(in crate::rules) fn short() -> Ballot {
    delegates(3, &[(1, 11), (2, 9), (3, 5), (4, 5)])
}

/// Two of three elected, two tied for the third seat.
pub(in crate::rules) fn tied() -> Ballot {
    delegates(3, &[(1, 11), (2, 10), (3, 6), (4, 6)])
}
