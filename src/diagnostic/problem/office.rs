//! What can be wrong with the ballots of an office, and how they follow each other.

use super::{Decide, RoundFault, Severity};
use crate::diagnostic::Code;

/// A fault of the ballots of an office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OfficeFault {
    /// A ballot was counted before the one of another office that it rests on.
    OfficeTooEarly {
        /// The office, as the workbook names it.
        office: String,
        /// The one to be elected before it.
        before: String,
    },
    /// A committee is elected in a cell too small for one.
    CommitteeInSmallCell {
        /// Official members of the cell.
        official: u32,
        /// So many elect a committee at least.
        least: u32,
    },
    /// More seats than the office may have.
    OfficeTooLarge {
        /// The office, as the workbook names it.
        office: String,
        /// Seats of its ballot.
        seats: u32,
        /// At most so many.
        most: u32,
    },
    /// More people are elected to an office than it has seats.
    ElectedOverSeats {
        /// The office, as the workbook names it.
        office: String,
        /// Elected over all its ballots.
        elected: u32,
        /// Seats of its first ballot.
        seats: u32,
    },
    /// The congress has to decide something before papers can be written.
    DecisionNeeded {
        /// The office, as the workbook names it.
        office: String,
        /// What it has to decide.
        decide: Decide,
        /// Seats still to fill.
        still_to_elect: u32,
        /// Whether those are places of alternates.
        of_alternates: bool,
        /// The tied, if any.
        tied: Vec<String>,
    },
    /// An office that a cell of this size should elect has no sheet.
    OfficeWithoutSheet {
        /// The office, as the workbook names it.
        office: String,
        /// Official members of the cell.
        official: u32,
    },
    /// A ballot that contradicts what came before it.
    RoundContradicts {
        /// The office, as the workbook names it.
        office: String,
        /// How.
        fault: RoundFault,
    },
    /// A decision to vote on, without the ballot.
    RoundMissing {
        /// The office, as the workbook names it.
        office: String,
        /// What was decided.
        decided: Decide,
    },
    /// The list of a re-vote is not that of the tied.
    RevoteList {
        /// The tied of the ballot before; empty when nobody was.
        tied: Vec<String>,
    },
    /// The seats of a later ballot are not those still to fill.
    SeatsNotOpen {
        /// As typed.
        typed: u32,
        /// Still to fill after the ballot before.
        open: u32,
    },
    /// A ballot for no seat.
    NoSeats,
}

impl OfficeFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::OfficeTooEarly { .. } => Code::V15,
            Self::CommitteeInSmallCell { .. } | Self::OfficeTooLarge { .. } => Code::V17,
            Self::ElectedOverSeats { .. } => Code::V19,
            Self::DecisionNeeded { .. } => Code::V22,
            Self::OfficeWithoutSheet { .. } => Code::V23,
            Self::RoundContradicts { .. } | Self::RoundMissing { .. } => Code::V24,
            Self::RevoteList { .. } | Self::SeatsNotOpen { .. } => Code::V26,
            Self::NoSeats => Code::V28,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        let is_warning = matches!(
            self,
            Self::DecisionNeeded { .. }
                | Self::OfficeWithoutSheet { .. }
                | Self::RoundMissing { .. }
        );
        Severity::warning_if(is_warning)
    }
}
