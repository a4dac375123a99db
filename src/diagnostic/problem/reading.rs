//! Where a result rests on what the sources leave open.

/// A reading of the regulation that its sources leave open, where a result rests on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// In a re-vote among the tied the higher count wins, also at half or less.
    WonBelowHalf {
        /// Who won so.
        names: Vec<String>,
        /// The base of the majority.
        base: u32,
    },
    /// A ballot of one name with neither box marked is invalid.
    NeitherBox {
        /// How many ballots.
        ballots: u32,
    },
    /// A ballot of several names without surplus that agrees to nobody is valid.
    AgreesToNobody {
        /// How many ballots.
        ballots: u32,
    },
    /// A ballot for delegates may not name alternates beside the seats.
    OverSeats {
        /// How many ballots.
        ballots: u32,
        /// Seats.
        seats: u32,
        /// Alternates wanted.
        alternates: u32,
    },
    /// A re-vote filled the seats, and the alternates of the first list are not named.
    AlternatesOpen {
        /// Who had more than half and took no part in the re-vote.
        names: Vec<String>,
    },
    /// Who has more than half of the base, and no more than half with those introduced to
    /// another cell who attend.
    ElectedWithoutElsewhere {
        /// Who.
        names: Vec<String>,
        /// The base without them.
        base: u32,
        /// The base with them.
        with_them: u32,
        /// Votes needed without and with them.
        thresholds: (u32, u32),
    },
    /// Two thirds of the official members are enough, though not of all.
    QuorumOfOfficial {
        /// All members present.
        present: u32,
        /// All members summoned.
        summoned: u32,
    },
    /// Two thirds are present only if those exempt and away are left out.
    QuorumWithoutExempt {
        /// Official members present.
        present: u32,
        /// Official members summoned.
        summoned: u32,
        /// Those without who is exempt and away.
        expected: u32,
    },
    /// The regulation on carrying out the Statutes on that day was not read.
    NotRead,
    /// The same, where papers cite what they rest on.
    BasisNotRead,
}
