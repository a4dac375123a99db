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
    /// A warning, or else an error.
    pub(super) fn warning_if(is_warning: bool) -> Self {
        if is_warning {
            Self::Warning
        } else {
            Self::Error
        }
    }

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
            Self::NotAChoice { .. } | Self::NotAMark { .. } => Code::S09,
            Self::NotATime { .. } => Code::S10,
            Self::ErrorCell { .. } => Code::S11,
            Self::SheetUnknown { .. } => Code::S12,
            Self::LabelUnknown { .. } | Self::NoHeader { .. } => Code::S13,
            Self::SheetTwice { .. } | Self::CellsInFolder { .. } => Code::S14,
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
            Self::UncertainReading { .. } => Code::V37,
            Self::BeforeRegulations { .. } => Code::V38,
            Self::Designation(_) => Code::V39,
            Self::Member(fault) => fault.code(),
            Self::Count(fault) => fault.code(),
            Self::Person(fault) => fault.code(),
            Self::Office(fault) => fault.code(),
            Self::Hands(fault) => fault.code(),
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
            fault.severity()
        } else if let Self::Count(fault) = self {
            fault.severity()
        } else if let Self::Office(fault) = self {
            fault.severity()
        } else if let Self::Hands(fault) = self {
            fault.severity()
        } else if let Self::Paper(fault) = self {
            fault.severity()
        } else {
            Severity::warning_if(self.is_warning())
        }
    }

    /// Of reading, templates and files, whether papers are written all the same.
    fn is_warning(&self) -> bool {
        matches!(
            self,
            Self::List(_)
                | Self::Designation(_)
                | Self::SheetMissing {
                    is_required: false,
                    ..
                }
                | Self::SheetUnknown { .. }
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
                | Self::UncertainReading { .. }
                | Self::BeforeRegulations { .. }
                | Self::EditedKept { .. }
                | Self::OutOfDate { .. }
                | Self::PictureUnread { .. }
                | Self::CommitteeWaits { .. }
        )
    }

    /// Whether another problem differs in its evidence only.
    pub(in crate::diagnostic) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::NotACount { .. }, Self::NotACount { .. })
            | (Self::DateNotFull { .. }, Self::DateNotFull { .. })
            | (Self::NotATime { .. }, Self::NotATime { .. })
            | (Self::NotAMark { .. }, Self::NotAMark { .. })
            | (Self::UnderBothSexes { .. }, Self::UnderBothSexes { .. })
            | (Self::DaySwapped { .. }, Self::DaySwapped { .. })
            | (Self::NameTidied { .. }, Self::NameTidied { .. })
            | (Self::DittoOfNothing { .. }, Self::DittoOfNothing { .. })
            | (Self::InvisibleCharacters { .. }, Self::InvisibleCharacters { .. }) => {
                true
            }
            (Self::Member(fault), Self::Member(other)) => fault.is_like(other),
            (Self::Hands(fault), Self::Hands(other)) => fault.is_like(other),
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
