//! Who may not stand, count the ballots or be elected again.

use crate::diagnostic::Code;

/// Somebody who may not stand on a list, count its ballots or be elected again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonFault {
    /// A candidate is not on the member list.
    CandidateUnknown {
        /// The name.
        name: String,
        /// A member of a similar name.
        nearest: Option<String>,
    },
    /// A candidate is on the list, but may not stand.
    CandidateNotOfficial {
        /// The name.
        name: String,
    },
    /// A candidate is suspended or charged, and so not summoned.
    CandidateExcluded {
        /// The name.
        name: String,
    },
    /// A candidate for secretary or deputy is not of the committee just elected.
    NotOfCommittee {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// The secretary just elected stands for deputy.
    SecretaryForDeputy {
        /// The name.
        name: String,
    },
    /// Somebody counts the ballots of a list that has the name.
    BoardOnList {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board is not on the member list.
    BoardUnknown {
        /// The name.
        name: String,
        /// A member of a similar name.
        nearest: Option<String>,
    },
    /// Somebody of the counting board is no official member of the cell.
    BoardNotOfficial {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board is suspended or charged, and so not summoned.
    BoardExcluded {
        /// The name.
        name: String,
    },
    /// Somebody of the counting board was absent.
    BoardAbsent {
        /// The name.
        name: String,
    },
    /// The ballots of an office elect one person twice.
    ElectedTwice {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// One who was elected stands again in a later ballot for the office.
    ElectedStandsAgain {
        /// The name.
        name: String,
        /// The office, as the workbook names it.
        office: String,
    },
    /// A name stands twice on one list.
    CandidateTwice {
        /// The name.
        name: String,
    },
}

impl PersonFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::CandidateUnknown { .. }
            | Self::CandidateNotOfficial { .. }
            | Self::CandidateExcluded { .. } => Code::V14,
            Self::NotOfCommittee { .. } | Self::SecretaryForDeputy { .. } => Code::V15,
            Self::BoardOnList { .. }
            | Self::BoardUnknown { .. }
            | Self::BoardNotOfficial { .. }
            | Self::BoardExcluded { .. }
            | Self::BoardAbsent { .. } => Code::V16,
            Self::ElectedTwice { .. } | Self::ElectedStandsAgain { .. } => Code::V19,
            Self::CandidateTwice { .. } => Code::V27,
        }
    }
}
