//! What can be wrong with the list of a ballot: how long it is, in which order.

use crate::diagnostic::Code;

/// A fault of the list of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ListFault {
    /// Fewer people stand for the committee than there are seats.
    TooShort {
        /// Names on the list.
        names: u32,
        /// Seats to fill.
        seats: u32,
    },
    /// A list for the committee has no surplus.
    NoSurplus {
        /// Names on the list, as many as there are seats.
        names: u32,
    },
    /// More people stand for the committee than the surplus allows.
    SurplusTooLarge {
        /// Names on the list.
        names: u32,
        /// Seats to fill.
        seats: u32,
        /// So many more than the seats at most.
        most: u32,
        /// Why no more.
        bound: SurplusBound,
    },
    /// The sheet has boxes to agree or not, and its list has a surplus.
    BoxesWithSurplus {
        /// Names on the list.
        names: u32,
        /// Seats to fill.
        seats: u32,
    },
    /// Alternates are wanted for an office that has none.
    AlternatesOfOffice {
        /// The office, as the workbook names it.
        office: String,
        /// As typed.
        typed: u32,
    },
    /// The names do not stand in the order of ballots.
    OutOfOrder {
        /// The first name that stands before one which it should follow, and that one.
        pair: (String, String),
        /// The list in the order of ballots.
        names: Vec<String>,
    },
}

/// What bounds the surplus of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SurplusBound {
    /// Of so many seats it is one person.
    One {
        /// The fewest seats of which this holds.
        from: u32,
        /// The most.
        to: u32,
    },
    /// A share of the seats.
    Share {
        /// In hundredths.
        percent: u32,
    },
}

impl ListFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::TooShort { .. }
            | Self::NoSurplus { .. }
            | Self::SurplusTooLarge { .. } => Code::V09,
            Self::OutOfOrder { .. } => Code::V18,
            Self::BoxesWithSurplus { .. } | Self::AlternatesOfOffice { .. } => Code::V35,
        }
    }
}
