//! What can be wrong with numbers and dates of papers, and with the day of the congress.

use super::Severity;
use crate::diagnostic::Code;

/// A fault of what the workbook says of papers. Dates are as they are read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperFault {
    /// Two rows pin one paper.
    PaperTwice {
        /// The paper's name.
        paper: &'static str,
    },
    /// Two papers of one counter have one number.
    NumberTwice {
        /// The number.
        number: u32,
        /// The paper's name.
        paper: &'static str,
        /// The name of the other paper.
        other: &'static str,
    },
    /// A text of a vote by hand names another number than the sheet of the ballot.
    TextDiffers {
        /// As the text says.
        told: u32,
        /// As the sheet of the ballot has it.
        typed: u32,
        /// What it is of: a label, or words of ours.
        what: &'static str,
    },
    /// A term other than that of the congress.
    TermDiffers {
        /// As typed, with an unspaced hyphen.
        typed: String,
        /// That of the congress.
        expected: String,
    },
    /// A paper is dated before what it follows.
    TooEarly {
        /// The paper's name.
        paper: &'static str,
        /// Its date.
        date: String,
        /// What it follows: another paper's name; none for the congress.
        after: Option<&'static str>,
        /// The day of that.
        day: String,
    },
    /// A paper is dated after its last day.
    TooLate {
        /// The paper's name.
        paper: &'static str,
        /// Its date.
        date: String,
        /// Working days that it has.
        days: u32,
        /// The last of them.
        last: String,
    },
    /// The congress falls on a public holiday.
    OnHoliday {
        /// The day of the congress.
        date: String,
    },
}

impl PaperFault {
    pub(super) fn code(&self) -> Code {
        match self {
            Self::PaperTwice { .. }
            | Self::NumberTwice { .. }
            | Self::TextDiffers { .. } => Code::V20,
            Self::TermDiffers { .. } | Self::TooEarly { .. } | Self::TooLate { .. } => {
                Code::V21
            }
            Self::OnHoliday { .. } => Code::V34,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::PaperTwice { .. } | Self::NumberTwice { .. } => Severity::Error,
            Self::TextDiffers { .. }
            | Self::TermDiffers { .. }
            | Self::TooEarly { .. }
            | Self::TooLate { .. }
            | Self::OnHoliday { .. } => Severity::Warning,
        }
    }
}
