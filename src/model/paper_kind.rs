//! The twelve kinds of paper: the only list of them.

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

    /// Its number, name in file names and commands, and name in Vietnamese.
    fn row(self) -> (u8, &'static str, &'static str) {
        match self {
            Self::AttendanceReport => {
                (1, "bao-cao-dang-vien", "Báo cáo tình hình đảng viên")
            }
            Self::AttendanceList => (2, "danh-sach-dang-vien", "Danh sách đảng viên"),
            Self::BallotPapers => (3, "phieu-bau", "Phiếu bầu"),
            Self::BallotCount => (4, "bien-ban-kiem-phieu", "Biên bản kiểm phiếu"),
            Self::Minutes => (5, "bien-ban-dai-hoi", "Biên bản đại hội"),
            Self::Resolution => (6, "nghi-quyet", "Nghị quyết đại hội"),
            Self::ElectedList => (7, "trich-ngang", "Danh sách trích ngang"),
            Self::ResultReport => (8, "bao-cao-ket-qua", "Báo cáo kết quả đại hội"),
            Self::Submission => (9, "to-trinh-chuan-y", "Tờ trình đề nghị chuẩn y"),
            Self::Ratification => (10, "quyet-dinh-chuan-y", "Quyết định chuẩn y"),
            Self::Summary => (11, "bao-cao-tong-hop", "Báo cáo tổng hợp"),
            Self::NewsItem => (12, "tin-tong-hop", "Tin tổng hợp"),
        }
    }

    /// The number that its files begin with.
    pub fn number(self) -> u8 {
        self.row().0
    }

    /// The name in file names, on the command line and of its template.
    pub fn slug(self) -> &'static str {
        self.row().1
    }

    /// The name in Vietnamese.
    pub fn title(self) -> &'static str {
        self.row().2
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
