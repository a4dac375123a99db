//! What can be wrong with a show of hands.

use super::Severity;
use crate::diagnostic::Code;

/// A fault of a show of hands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandsFault {
    /// A show of hands with more hands than official members present.
    HandsOverPresent {
        /// All hands.
        hands: u64,
        /// Official members present.
        present: u32,
    },
    /// A show of hands with fewer hands than official members present.
    HandsUnderPresent {
        /// All hands.
        hands: u64,
        /// At least so many were present.
        present: u32,
    },
    /// A show of hands without more than half.
    NotCarried {
        /// Hands for it.
        agreed: u32,
        /// Official members present.
        present: u32,
    },
    /// A vote on an election that names no election.
    MotionWithoutBallot,
}

impl HandsFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::HandsOverPresent { .. } | Self::HandsUnderPresent { .. } => Code::V29,
            Self::NotCarried { .. } => Code::V30,
            Self::MotionWithoutBallot => Code::V31,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        Severity::warning_if(!matches!(self, Self::HandsOverPresent { .. }))
    }

    /// Whether another fault differs in its evidence only.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        matches!(
            (self, other),
            (Self::HandsOverPresent { .. }, Self::HandsOverPresent { .. })
                | (
                    Self::HandsUnderPresent { .. },
                    Self::HandsUnderPresent { .. }
                )
        )
    }
}
