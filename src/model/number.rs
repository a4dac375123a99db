//! Whole numbers that do not mix: votes, seats, people.

use std::fmt::{self, Display, Formatter};

/// Votes, or ballots ("phiếu").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Votes(pub u32);

/// Seats to fill ("số lượng bầu").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seats(pub u32);

/// People ("người", "đảng viên").
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Headcount(pub u32);

impl Headcount {
    /// How many there are of something.
    ///
    /// A list longer than 4 billion is cut to that; the importer refuses far shorter
    /// ones.
    pub fn of(count: usize) -> Self {
        Self(u32::try_from(count).unwrap_or(u32::MAX))
    }
}

impl Display for Votes {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Display for Seats {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Display for Headcount {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Votes> for u32 {
    fn from(Votes(votes): Votes) -> Self {
        votes
    }
}

impl From<Seats> for u32 {
    fn from(Seats(seats): Seats) -> Self {
        seats
    }
}

impl From<Headcount> for u32 {
    fn from(Headcount(people): Headcount) -> Self {
        people
    }
}
