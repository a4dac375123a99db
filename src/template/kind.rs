//! The papers that are written: the only list of them, and what the form says of each.

use crate::model::PaperName;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// "Báo cáo tình hình đảng viên tham dự đại hội".
    AttendanceReport,
    /// "Danh sách đảng viên dự đại hội".
    AttendanceList,
    /// "Phiếu bầu cử": the ballots of each sheet.
    BallotPapers,
    /// "Biên bản kiểm phiếu": one for each ballot.
    BallotCount,
    /// "Biên bản đại hội".
    Minutes,
    /// "Nghị quyết đại hội".
    Resolution,
    /// "Danh sách trích ngang" of those elected.
    ElectedList,
    /// "Báo cáo kết quả đại hội".
    ResultReport,
    /// "Tờ trình đề nghị chuẩn y".
    Submission,
    /// "Quyết định chuẩn y".
    Ratification,
    /// "Báo cáo tổng hợp kết quả đại hội các chi bộ".
    Summary,
    /// "Tin tổng hợp".
    NewsItem,
}

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
    /// Every kind, in the order of the file.
    pub const ALL: [Self; 12] = [
        Self::AttendanceReport,
        Self::AttendanceList,
        Self::BallotPapers,
        Self::BallotCount,
        Self::Minutes,
        Self::Resolution,
        Self::ElectedList,
        Self::ResultReport,
        Self::Submission,
        Self::Ratification,
        Self::Summary,
        Self::NewsItem,
    ];

    /// Which of the twelve papers it is.
    pub fn name(self) -> PaperName {
        match self {
            Self::AttendanceReport => PaperName::AttendanceReport,
            Self::AttendanceList => PaperName::AttendanceList,
            Self::BallotPapers => PaperName::BallotPapers,
            Self::BallotCount => PaperName::BallotCount,
            Self::Minutes => PaperName::Minutes,
            Self::Resolution => PaperName::Resolution,
            Self::ElectedList => PaperName::ElectedList,
            Self::ResultReport => PaperName::ResultReport,
            Self::Submission => PaperName::Submission,
            Self::Ratification => PaperName::Ratification,
            Self::Summary => PaperName::Summary,
            Self::NewsItem => PaperName::NewsItem,
        }
    }

    /// The number that its files begin with.
    pub fn number(self) -> u8 {
        self.name().number()
    }

    /// The name in file names, on the command line and of its template.
    pub fn slug(self) -> &'static str {
        self.name().slug()
    }

    /// The name in Vietnamese.
    pub fn title(self) -> &'static str {
        self.name().title()
    }

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

    /// Whether it is of a whole batch, and not of a cell.
    pub fn is_of_batch(self) -> bool {
        matches!(self, Self::Summary | Self::NewsItem)
    }

    /// The kind of this name on the command line.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }
}
