//! Labels of the workbook that findings name; they are the same in every language.

use crate::model::MotionKind;

/// "Đảng bộ"
pub(super) const ORGANISATION: &str = "Đảng bộ";
/// "Nhiệm kỳ"
pub(super) const TERM: &str = "Nhiệm kỳ";
/// "Nhiệm kỳ trước"
pub(super) const PREVIOUS_TERM: &str = "Nhiệm kỳ trước";
/// "Địa danh"
pub(super) const PLACE_NAME: &str = "Địa danh";
/// "Ngày đại hội"
pub(super) const DATE: &str = "Ngày đại hội";
/// "Khai mạc"
pub(super) const OPENED: &str = "Khai mạc";
/// "Bế mạc"
pub(super) const CLOSED: &str = "Bế mạc";
/// "Lý do không hợp lệ"
pub(super) const INVALID_REASON: &str = "Lý do không hợp lệ";

/// "Địa điểm"
pub(super) const VENUE: &str = "Địa điểm";
/// "Chủ tịch đại hội"
pub(super) const CHAIR: &str = "Chủ tịch đại hội";
/// "Thư ký đại hội"
pub(super) const SECRETARY: &str = "Thư ký đại hội";
/// "Tổng số đảng viên"
pub(super) const ALL_MEMBERS: &str = "Tổng số đảng viên";
/// "Chính thức"
pub(super) const OFFICIAL: &str = "Chính thức";
/// "Dự bị"
pub(super) const PROBATIONARY: &str = "Dự bị";
/// "Lý do vắng"
pub(super) const ABSENCE_REASON: &str = "Lý do vắng";
/// "Trưởng ban kiểm phiếu"
pub(super) const BOARD_HEAD: &str = "Trưởng ban kiểm phiếu";
/// "Thu về"
pub(in crate::rules) const RETURNED: &str = "Thu về";
/// "Hợp lệ"
pub(in crate::rules) const VALID: &str = "Hợp lệ";
/// "Không hợp lệ"
pub(in crate::rules) const INVALID: &str = "Không hợp lệ";
/// "Kiểm phiếu xong"
pub(super) const FINISHED: &str = "Kiểm phiếu xong";
/// "Tán thành"
pub(super) const AGREED: &str = "Tán thành";

/// Sheets that a congress may do without.
pub(super) mod sheet {
    /// "Biểu quyết"
    pub(in crate::rules::check) const MOTIONS: &str = "Biểu quyết";
    /// "Nghị quyết"
    pub(in crate::rules::check) const RESOLUTION: &str = "Nghị quyết";
    /// "Diễn biến"
    pub(in crate::rules::check) const EVENTS: &str = "Diễn biến";
}

/// "Loại" of a show of hands.
pub(super) fn motion(kind: MotionKind) -> &'static str {
    match kind {
        MotionKind::Presidium => "Đoàn chủ tịch",
        MotionKind::Secretaries => "Thư ký",
        MotionKind::Programme => "Chương trình",
        MotionKind::Rules => "Quy chế",
        MotionKind::Report => "Báo cáo",
        MotionKind::Seats => "Số lượng",
        MotionKind::CandidateList => "Danh sách bầu cử",
        MotionKind::CountingBoard => "Ban kiểm phiếu",
        MotionKind::Target => "Mục tiêu",
        MotionKind::Resolution => "Nghị quyết",
        MotionKind::Other => "Khác",
    }
}
