//! The twelve papers by name; which of them are written is the template stage's matter.

/// One of the twelve papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperName {
    /// "Báo cáo tình hình đảng viên tham dự đại hội".
    AttendanceReport,
    /// "Danh sách đảng viên dự đại hội".
    AttendanceList,
    /// "Phiếu bầu cử".
    BallotPapers,
    /// "Biên bản kiểm phiếu".
    BallotCount,
    /// "Biên bản đại hội".
    Minutes,
    /// "Nghị quyết đại hội".
    Resolution,
    /// "Danh sách trích ngang".
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

impl PaperName {
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

    /// The name in file names and on the command line.
    pub fn slug(self) -> &'static str {
        self.row().1
    }

    /// The name in Vietnamese.
    pub fn title(self) -> &'static str {
        self.row().2
    }
}
