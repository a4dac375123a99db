//! What can be wrong with the list of a ballot, beside its counts.

use super::Severity;
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
    },
    /// Somebody has more votes than the base, since members introduced to another cell
    /// came and voted.
    VotesOverBase {
        /// The most votes.
        votes: u32,
        /// The base without them.
        base: u32,
        /// The base with them.
        with_them: u32,
        /// Votes needed without and with them.
        thresholds: (u32, u32),
    },
    /// No ballot is invalid, and a reason for it is given.
    ReasonWithoutInvalid {
        /// The first reason.
        reason: String,
    },
    /// A typed percentage is not that of the votes.
    PercentDiffers {
        /// The name.
        name: String,
        /// As typed.
        typed: String,
        /// The person's votes.
        votes: u32,
        /// What the percentage is of.
        whole: u32,
        /// As computed, two decimals at most, without sign.
        computed: String,
        /// Whether it is less than one of its last digit away, or just that: cut off
        /// instead of rounded, perhaps.
        is_near: bool,
        /// The base of which it would be the percentage, as the workbook names it.
        fits: Option<&'static str>,
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

impl ListFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::TooShort { .. }
            | Self::NoSurplus { .. }
            | Self::SurplusTooLarge { .. } => Code::V09,
            Self::PercentDiffers { .. } => Code::V13,
            Self::OutOfOrder { .. } => Code::V18,
            Self::BoxesWithSurplus { .. } | Self::AlternatesOfOffice { .. } => Code::V35,
            Self::VotesOverBase { .. } => Code::V40,
            Self::ReasonWithoutInvalid { .. } => Code::V41,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::PercentDiffers { is_near: false, .. } => Severity::Error,
            Self::PercentDiffers { is_near: true, .. }
            | Self::TooShort { .. }
            | Self::NoSurplus { .. }
            | Self::SurplusTooLarge { .. }
            | Self::BoxesWithSurplus { .. }
            | Self::AlternatesOfOffice { .. }
            | Self::VotesOverBase { .. }
            | Self::ReasonWithoutInvalid { .. }
            | Self::OutOfOrder { .. } => Severity::Warning,
        }
    }
}
