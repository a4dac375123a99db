//! Words on who may not stand, count or be elected again.

use crate::diagnostic::PersonFault;
use crate::diagnostic::wording::Wording;

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &PersonFault) -> Wording {
    match fault {
        PersonFault::CandidateUnknown { name, nearest } => Wording::new(format!(
            "“{name}” không có trong danh sách đảng viên của chi bộ"
        ))
        .expected("một đảng viên chính thức trong danh sách")
        .hint(perhaps_or_lost(nearest.as_ref())),
        PersonFault::CandidateNotOfficial { name } => Wording::new(format!(
            "“{name}” không phải đảng viên chính thức của chi bộ"
        ))
        .expected("một đảng viên chính thức trong danh sách")
        .hint("sửa tên, hoặc Ngày chính thức trong danh sách đảng viên"),
        PersonFault::CandidateExcluded { name } => Wording::new(format!(
            "“{name}” bị đình chỉ hoặc khởi tố, không được triệu tập"
        ))
        .expected("một đảng viên chính thức được triệu tập")
        .hint("sửa tên, hoặc Tình trạng trong danh sách đảng viên"),
        PersonFault::NotOfCommittee { name, office } => Wording::new(format!(
            "“{name}” trong danh sách bầu {office}, chưa trúng cử chi ủy"
        ))
        .expected("một chi ủy viên đã trúng cử tại đại hội")
        .hint("sửa tên, hoặc số phiếu bầu chi ủy"),
        PersonFault::SecretaryForDeputy { name } => Wording::new(format!(
            "“{name}” đã trúng cử bí thư, lại có trong danh sách bầu phó bí thư"
        ))
        .expected("một người khác; nếu chi bộ có chi ủy thì là chi ủy viên")
        .hint("sửa tên ở một trong hai danh sách"),
        PersonFault::BoardOnList { name } => Wording::new(format!(
            "“{name}” kiểm phiếu cuộc bầu có tên mình trong danh sách"
        ))
        .expected("một đảng viên chính thức không có trong danh sách bầu")
        .hint("sửa tên trong ban kiểm phiếu, hoặc trong danh sách bầu"),
        PersonFault::BoardUnknown { name, nearest } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu không có trong danh sách đảng viên"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint(perhaps_or_lost(nearest.as_ref())),
        PersonFault::BoardNotOfficial { name } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu không phải đảng viên chính thức của chi bộ"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint("sửa tên, hoặc Ngày chính thức trong danh sách đảng viên"),
        PersonFault::BoardExcluded { name } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu bị đình chỉ hoặc khởi tố, không được triệu tập"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint("sửa tên, hoặc cột Tình trạng"),
        PersonFault::BoardAbsent { name } => {
            Wording::new(format!("“{name}” trong ban kiểm phiếu mà vắng đại hội"))
                .expected("một đảng viên chính thức có mặt tại đại hội")
                .hint("sửa tên, hoặc cột Dự đại hội")
        }
        PersonFault::ElectedTwice { name, office } => {
            Wording::new(format!("“{name}” trúng cử {office} hai lần"))
                .expected("người đã trúng cử không có trong danh sách lần sau")
        }
        PersonFault::ElectedStandsAgain { name, office } => Wording::new(format!(
            "“{name}” đã trúng cử {office}, lại có trong danh sách lần bầu sau"
        ))
        .expected("người đã trúng cử không có trong danh sách lần sau")
        .hint("sửa tên ở một trong hai danh sách"),
        PersonFault::CandidateTwice { name } => {
            Wording::new(format!("“{name}” có hai lần trong danh sách bầu"))
                .expected("mỗi người một lần trong danh sách")
                .hint("xóa dòng thừa")
        }
    }
}

/// "Did you mean", or what else is wrong when nobody of the list has a like name.
fn perhaps_or_lost(nearest: Option<&String>) -> String {
    let lost = "sửa tên; nếu tên đúng thì danh sách đảng viên thiếu người ấy (đã bị xóa hoặc gõ đè): ghi bổ sung vào danh sách";
    super::perhaps(nearest).unwrap_or_else(|| lost.to_owned())
}
