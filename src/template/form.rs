//! What the prescribed form says of each kind of paper.

use crate::model::PaperKind;

/// The body that issues a paper ("cơ quan ban hành"), as its letterhead names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Issuer {
    /// The congress of the cell.
    Congress,
    /// Its counting board.
    CountingBoard,
    /// The cell.
    Cell,
    /// The committee above the cell.
    Committee,
}

/// Where a paper's number comes from when no row of "Văn bản" gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// The one counter of the congress.
    Congress,
    /// Left blank for the hand.
    Blank,
    /// The paper has none.
    Absent,
    /// "Số quyết định đầu" and the position of the cell, else blank.
    Decision,
}

/// Where a paper's date comes from when no row of "Văn bản" gives one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dating {
    /// The day of the congress.
    Congress,
    /// Left blank for the hand.
    Blank,
    /// The paper has none.
    Absent,
    /// "Ngày quyết định", else blank.
    Decision,
}

/// What the form says of a kind of paper.
///
/// Source: 36-HD/VPTW on issuing bodies, symbols and counters; the numbers and dates of
/// each paper are the practice that the contract of the papers sets down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) issuer: Issuer,
    pub(super) numbering: Numbering,
    pub(super) dating: Dating,
    /// The type in the number: "BB", "NQ".
    pub(super) symbol: &'static str,
}

impl PaperKind {
    /// What the form says of it.
    pub(super) fn form(self) -> Form {
        let form = |issuer, numbering, dating, symbol| Form {
            issuer,
            numbering,
            dating,
            symbol,
        };
        match self {
            Self::AttendanceReport => {
                form(Issuer::Cell, Numbering::Blank, Dating::Congress, "BC")
            }
            Self::AttendanceList => {
                form(Issuer::Cell, Numbering::Absent, Dating::Congress, "DS")
            }
            Self::BallotPapers => {
                form(Issuer::Congress, Numbering::Absent, Dating::Absent, "PB")
            }
            Self::BallotCount => form(
                Issuer::CountingBoard,
                Numbering::Congress,
                Dating::Congress,
                "BB",
            ),
            Self::Minutes => form(
                Issuer::Congress,
                Numbering::Congress,
                Dating::Congress,
                "BB",
            ),
            Self::Resolution => form(
                Issuer::Congress,
                Numbering::Congress,
                Dating::Congress,
                "NQ",
            ),
            Self::ElectedList => {
                form(Issuer::Cell, Numbering::Absent, Dating::Blank, "DS")
            }
            Self::ResultReport => {
                form(Issuer::Cell, Numbering::Blank, Dating::Blank, "BC")
            }
            Self::Submission => {
                form(Issuer::Cell, Numbering::Blank, Dating::Blank, "TTr")
            }
            Self::Ratification => form(
                Issuer::Committee,
                Numbering::Decision,
                Dating::Decision,
                "QĐ",
            ),
            Self::Summary => {
                form(Issuer::Committee, Numbering::Blank, Dating::Blank, "BC")
            }
            // it has no head at all
            Self::NewsItem => {
                form(Issuer::Committee, Numbering::Absent, Dating::Absent, "")
            }
        }
    }
}
