//! Code and severity of every problem.

use super::Problem;
use crate::diagnostic::Code;

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The cell gets no papers.
    Error,
    /// Papers are written; a person should look.
    Warning,
}

impl Severity {
    /// `error` or `warning`, for programs.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Problem {
    /// Its stable name.
    #[expect(clippy::too_many_lines, reason = "a table, one row a problem")]
    pub fn code(&self) -> Code {
        match self {
            Self::NotAWorkbook { .. } => Code::S01,
            Self::Password => Code::S02,
            Self::SheetMissing { .. } => Code::S03,
            Self::LabelMissing { .. } => Code::S04,
            Self::ColumnMissing { .. } => Code::S05,
            Self::CellEmpty { .. } => Code::S06,
            Self::NotACount { .. } => Code::S07,
            Self::NotADate { .. } | Self::DateNotFull { .. } => Code::S08,
            Self::NotAChoice { .. } => Code::S09,
            Self::NotATime { .. } => Code::S10,
            Self::ErrorCell { .. } => Code::S11,
            Self::SheetUnknown { .. } => Code::S12,
            Self::LabelUnknown { .. } | Self::NoHeader { .. } => Code::S13,
            Self::SheetTwice { .. } => Code::S14,
            Self::InvisibleCharacters { .. } => Code::S15,
            Self::LabelTwice { .. } | Self::SeveralPeople { .. } => Code::S16,
            Self::CellTwice { .. } => Code::S17,
            Self::ListedWithoutFile { .. } | Self::NotListed { .. } => Code::S18,
            Self::LeftOut { .. } => Code::S19,
            Self::BeforeCongress => Code::S20,
            Self::SecondParent => Code::S21,
            Self::NoWorkbook => Code::S22,
            Self::NotReadYet { .. } => Code::S23,
            Self::NoRows => Code::S24,
            Self::TooLarge { .. } => Code::S25,
            Self::LegacyText { .. } => Code::S26,
            Self::Disguised { .. } => Code::S27,
            Self::NotUnicode => Code::S28,
            Self::SheetByContent { .. } => Code::S29,
            Self::DaySwapped { .. } => Code::S30,
            Self::NameTidied { .. } => Code::S31,
            Self::RowOfNoCell { .. } => Code::S32,
            Self::DittoOfNothing { .. } => Code::S33,
            Self::TableNotRead { .. } | Self::MembersWhoLeft { .. } => Code::S34,
            Self::UnderBothSexes { .. } => Code::S35,
            Self::TotalDiffers { .. } | Self::TotalsDoNotAdd { .. } => Code::M01,
            Self::NotQuorate { .. } => Code::M06,
            Self::MemberTwice { .. } | Self::SameName { .. } | Self::CardTwice { .. } => {
                Code::M07
            }
            Self::OfficialLater { .. } => Code::M09,
            Self::ExcludedPresent { .. } => Code::M11,
            Self::ElsewherePresent { .. } => Code::M12,
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
            Self::CandidateUnknown { .. }
            | Self::CandidateNotOfficial { .. }
            | Self::CandidateExcluded { .. } => Code::V14,
            Self::NotOfCommittee { .. }
            | Self::OfficeTooEarly { .. }
            | Self::SecretaryForDeputy { .. } => Code::V15,
            Self::BoardOnList { .. }
            | Self::BoardUnknown { .. }
            | Self::BoardNotOfficial { .. }
            | Self::BoardExcluded { .. }
            | Self::BoardAbsent { .. } => Code::V16,
            Self::CommitteeInSmallCell { .. } | Self::OfficeTooLarge { .. } => Code::V17,
            Self::ElectedOverSeats { .. }
            | Self::ElectedTwice { .. }
            | Self::ElectedStandsAgain { .. } => Code::V19,
            Self::DecisionNeeded { .. } => Code::V22,
            Self::OfficeWithoutSheet { .. } => Code::V23,
            Self::RoundContradicts { .. } | Self::RoundMissing { .. } => Code::V24,
            Self::PresentAtVote { .. } => Code::V25,
            Self::RevoteList { .. } | Self::SeatsNotOpen { .. } => Code::V26,
            Self::CandidateTwice { .. } => Code::V27,
            Self::NoSeats => Code::V28,
            Self::HandsOverPresent { .. } | Self::HandsUnderPresent { .. } => Code::V29,
            Self::NotCarried { .. } => Code::V30,
            Self::MotionWithoutBallot => Code::V31,
            Self::SummonedDiffers { .. } => Code::V32,
            Self::MatrixDiffers { .. } => Code::V33,
            Self::UncertainReading { .. } => Code::V37,
            Self::BeforeRegulations { .. } => Code::V38,
            Self::Designation(_) => Code::V39,
            Self::Member(fault) => fault.code(),
            Self::List(fault) => fault.code(),
            Self::Paper(fault) => fault.code(),
            Self::TemplateSyntax { .. } => Code::T01,
            Self::TemplateKey { .. } => Code::T02,
            Self::Markup { .. } => Code::T03,
            Self::MarkupUnknown { .. } => Code::T04,
            Self::TemplateUnknown { .. } => Code::T05,
            Self::NoGlyph { .. } => Code::P01,
            Self::EditedKept { .. } => Code::P02,
            Self::OutOfDate { .. } => Code::P03,
            Self::PictureUnread { .. } => Code::P04,
            Self::CommitteeWaits { .. } => Code::P05,
        }
    }

    /// How much it matters: what contradicts or is required is an error, what only a
    /// person can judge a warning.
    pub fn severity(&self) -> Severity {
        if let Self::Member(fault) = self {
            return fault.severity();
        }
        if let Self::List(fault) = self {
            return fault.severity();
        }
        if let Self::Paper(fault) = self {
            return fault.severity();
        }
        let is_warning = matches!(
            self,
            Self::SheetMissing {
                is_required: false,
                ..
            } | Self::SheetUnknown { .. }
                | Self::LabelUnknown { .. }
                | Self::NoHeader { .. }
                | Self::InvisibleCharacters { .. }
                | Self::LegacyText { .. }
                | Self::Disguised { .. }
                | Self::SheetByContent { .. }
                | Self::DaySwapped { .. }
                | Self::NameTidied { .. }
                | Self::TableNotRead { is_needed: false }
                | Self::MembersWhoLeft { .. }
                | Self::ListedWithoutFile { .. }
                | Self::NotListed { .. }
                | Self::LeftOut { .. }
                | Self::BeforeCongress
                | Self::SameName { .. }
                | Self::ExcludedPresent { .. }
                | Self::ElsewherePresent { .. }
                | Self::OfficialLater { .. }
                | Self::IssuedUnderPresent { .. }
                | Self::ReturnedUnderIssued { .. }
                | Self::DecisionNeeded { .. }
                | Self::OfficeWithoutSheet { .. }
                | Self::RoundMissing { .. }
                | Self::NotCarried { .. }
                | Self::HandsUnderPresent { .. }
                | Self::Designation(_)
                | Self::MotionWithoutBallot
                | Self::UncertainReading { .. }
                | Self::BeforeRegulations { .. }
                | Self::EditedKept { .. }
                | Self::OutOfDate { .. }
                | Self::PictureUnread { .. }
                | Self::CommitteeWaits { .. }
        );
        if is_warning {
            Severity::Warning
        } else {
            Severity::Error
        }
    }

    /// Whether another problem differs in its evidence only.
    pub(in crate::diagnostic) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NotACount { .. }, Self::NotACount { .. })
            | (Self::DateNotFull { .. }, Self::DateNotFull { .. })
            | (Self::NotATime { .. }, Self::NotATime { .. })
            | (Self::UnderBothSexes { .. }, Self::UnderBothSexes { .. })
            | (Self::OfficialLater { .. }, Self::OfficialLater { .. })
            | (Self::HandsOverPresent { .. }, Self::HandsOverPresent { .. })
            | (Self::HandsUnderPresent { .. }, Self::HandsUnderPresent { .. })
            | (Self::DaySwapped { .. }, Self::DaySwapped { .. })
            | (Self::NameTidied { .. }, Self::NameTidied { .. })
            | (Self::DittoOfNothing { .. }, Self::DittoOfNothing { .. })
            | (Self::InvisibleCharacters { .. }, Self::InvisibleCharacters { .. }) => {
                true
            }
            (Self::ErrorCell { seen }, Self::ErrorCell { seen: other }) => {
                // a formula never calculated has words of its own
                seen.kind == other.kind
            }
            (Self::NotADate { fault, .. }, Self::NotADate { fault: other, .. }) => {
                // each kind of fault has a hint of its own
                std::mem::discriminant(fault) == std::mem::discriminant(other)
            }
            (
                Self::NotAChoice { choices, .. },
                Self::NotAChoice { choices: other, .. },
            ) => choices == other,
            (
                Self::LegacyText { encoding, .. },
                Self::LegacyText {
                    encoding: other, ..
                },
            ) => encoding == other,
            _ => false,
        }
    }
}
