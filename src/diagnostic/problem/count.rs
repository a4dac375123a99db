//! What can be wrong with the figures of a ballot.

use super::{Chosen, Severity};
use crate::diagnostic::Code;

/// A fault of the figures of a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CountFault {
    /// A typed figure differs from the count of single ballots.
    MatrixDiffers {
        /// The label, or the name of a candidate.
        label: String,
        /// As typed.
        typed: u32,
        /// As counted ballot by ballot.
        counted: u32,
    },
    /// More ballots issued than members present.
    IssuedOverPresent {
        /// Ballots issued.
        issued: u32,
        /// At most so many were present.
        present: u32,
    },
    /// Fewer ballots issued than members present.
    IssuedUnderPresent {
        /// Ballots issued.
        issued: u32,
        /// At least so many were present.
        present: u32,
    },
    /// More ballots returned than issued.
    ReturnedOverIssued {
        /// Ballots returned.
        returned: u32,
        /// Ballots issued.
        issued: u32,
    },
    /// Fewer ballots returned than issued.
    ReturnedUnderIssued {
        /// Ballots returned.
        returned: u32,
        /// Ballots issued.
        issued: u32,
    },
    /// Valid and invalid ballots do not make the returned ones.
    BallotsDoNotAdd {
        /// "Hợp lệ".
        valid: u32,
        /// "Không hợp lệ".
        invalid: u32,
        /// "Thu về".
        returned: u32,
    },
    /// A candidate has more votes than there are valid ballots.
    VotesOverValid {
        /// The name.
        name: String,
        /// The votes.
        votes: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// All votes together are more than the valid ballots allow.
    VotesOverAllowed {
        /// The votes, in the order of the list.
        votes: Vec<u32>,
        /// Valid ballots.
        valid: u32,
        /// Seats to fill.
        seats: u32,
        /// Alternates wanted besides.
        alternates: u32,
    },
    /// All votes together are fewer than the valid ballots.
    VotesUnderValid {
        /// The votes, in the order of the list.
        votes: Vec<u32>,
        /// Valid ballots.
        valid: u32,
    },
    /// Votes for and against one of several names are more than the valid ballots.
    ForAndAgainstOverValid {
        /// The name.
        name: String,
        /// Votes for.
        agreed: u32,
        /// Votes against.
        against: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// Votes for and against the only name are not the valid ballots.
    ForAndAgainstNotValid {
        /// The name.
        name: String,
        /// Votes for.
        agreed: u32,
        /// Votes against.
        against: u32,
        /// Valid ballots.
        valid: u32,
    },
    /// The declared result differs from the computed one.
    DeclaredDiffers {
        /// The name.
        name: String,
        /// What the sheet declares.
        declared: Chosen,
        /// What the count gives.
        computed: Chosen,
        /// The person's votes.
        votes: u32,
        /// Votes needed, or `None` where the higher count wins.
        threshold: Option<u32>,
    },
    /// The number present at the vote is not possible.
    PresentAtVote {
        /// As typed.
        typed: u32,
        /// At least so many.
        least: u32,
        /// At most so many.
        most: u32,
    },
    /// The typed number of those summoned to a ballot differs from the list.
    SummonedDiffers {
        /// As typed.
        typed: u32,
        /// As counted in the list.
        counted: u32,
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
    /// The total typed below a list is not the sum of its votes.
    TotalDiffers {
        /// As typed.
        typed: u32,
        /// The votes, in the order of the list.
        votes: Vec<u32>,
    },
    /// The number of names typed below a list is not that of its rows.
    NamesDiffer {
        /// As typed.
        typed: u32,
        /// Names on the list.
        names: u32,
    },
    /// Several typed percentages are right of another base than the workbook's.
    PercentsOfOtherBase {
        /// As typed.
        typed: Vec<String>,
        /// As computed, without sign.
        computed: Vec<String>,
        /// The base of the workbook, as it names it.
        base: &'static str,
        /// The base of which they are right.
        fits: &'static str,
        /// Whether each is at most one of its last digit away.
        is_near: bool,
    },
}

impl CountFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::IssuedOverPresent { .. } | Self::IssuedUnderPresent { .. } => Code::V01,
            Self::ReturnedOverIssued { .. } | Self::ReturnedUnderIssued { .. } => {
                Code::V02
            }
            Self::BallotsDoNotAdd { .. } => Code::V03,
            Self::VotesOverValid { .. } => Code::V04,
            Self::VotesOverAllowed { .. } => Code::V05,
            Self::VotesUnderValid { .. } => Code::V06,
            Self::ForAndAgainstOverValid { .. } => Code::V07,
            Self::ForAndAgainstNotValid { .. } => Code::V08,
            Self::DeclaredDiffers { .. } => Code::V12,
            Self::PercentDiffers { .. } | Self::PercentsOfOtherBase { .. } => Code::V13,
            Self::PresentAtVote { .. } => Code::V25,
            Self::SummonedDiffers { .. } => Code::V32,
            Self::MatrixDiffers { .. } => Code::V33,
            Self::TotalDiffers { .. } | Self::NamesDiffer { .. } => Code::V36,
            Self::VotesOverBase { .. } => Code::V40,
            Self::ReasonWithoutInvalid { .. } => Code::V41,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        let is_warning = matches!(
            self,
            Self::IssuedUnderPresent { .. }
                | Self::ReturnedUnderIssued { .. }
                | Self::PercentDiffers { is_near: true, .. }
                | Self::PercentsOfOtherBase { is_near: true, .. }
                | Self::NamesDiffer { .. }
                | Self::VotesOverBase { .. }
                | Self::ReasonWithoutInvalid { .. }
        );
        Severity::warning_if(is_warning)
    }
}
