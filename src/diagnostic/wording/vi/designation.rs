//! Words on who fills an office that no ballot filled.

use crate::diagnostic::DesignationFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &DesignationFault) -> Wording {
    match fault {
        DesignationFault::VotedOn { ballots } => Wording::new(format!(
            "đã bầu bí thư {ballots} lần không được mà vẫn bầu nữa"
        ))
        .expected("cấp ủy cấp trên trực tiếp chỉ định bí thư")
        .hint("xin ý kiến cấp ủy cấp trên; vẫn bầu thì ghi Quyết định của đại hội ở lần trước"),
        DesignationFault::Early { office, ballots } => Wording::new(format!(
            "bầu {office}: đề nghị chỉ định khi chưa bầu bí thư {ballots} lần"
        ))
        .expected(format!(
            "{ballots} lần bầu bí thư không được, hoặc thật cần thiết"
        ))
        .hint("nếu đúng như vậy thì ghi rõ lý do khi báo cáo cấp ủy cấp trên"),
    }
}
