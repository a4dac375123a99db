//! Words on the ballots of an office.

use crate::diagnostic::wording::Wording;
use crate::diagnostic::{Decide, OfficeFault, RoundFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &OfficeFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        OfficeFault::OfficeTooEarly { office, before } => Wording::new(format!(
            "bầu {office} đã có số phiếu khi chưa bầu xong {before}"
        ))
        .expected("lần lượt bầu chi ủy, bí thư rồi phó bí thư")
        .hint(format!("nhập số phiếu, quyết định của cuộc bầu {before}")),
        OfficeFault::CommitteeInSmallCell { official, least } => Wording::new(format!(
            "chi bộ có {official} đảng viên chính thức mà bầu chi ủy"
        ))
        .found(format!("{official} đảng viên chính thức"))
        .expected(format!("từ {least} đảng viên chính thức mới bầu chi ủy"))
        .hint("bỏ trang bầu chi ủy, hoặc sửa Ngày chính thức trong danh sách"),
        OfficeFault::OfficeTooLarge {
            office,
            seats,
            most,
        } => Wording::new(format!("{office}: số lượng bầu quá quy định"))
            .found(format!("{seats} người"))
            .expected(format!("nhiều nhất {most} người"))
            .hint("sửa Số lượng bầu"),
        OfficeFault::ElectedOverSeats {
            office,
            elected,
            seats,
        } => Wording::new(format!("{office}: trúng cử nhiều hơn số lượng bầu"))
            .found(format!("{elected} trúng cử"))
            .expected(format!("nhiều nhất {seats} (Số lượng bầu)"))
            .hint("sửa Số lượng bầu của các lần bầu"),
        OfficeFault::DecisionNeeded {
            office,
            decide,
            still_to_elect,
            of_alternates,
            tied,
        } => {
            let choices = match decide {
                Decide::NextRound => "bầu tiếp, hoặc không bầu nữa",
                Decide::Revote => {
                    "bầu lại giữa những người bằng phiếu, hoặc không bầu nữa"
                }
                Decide::AskHigherCommittee => "đề nghị chỉ định",
            };
            let who = if *of_alternates {
                "dự khuyết"
            } else {
                "người"
            };
            let state = match (tied.as_slice(), of_alternates) {
                ([], _) => format!("còn thiếu {still_to_elect} {who}"),
                (tied, false) => format!("bằng phiếu: {}", tied.join(", ")),
                (tied, true) => format!("dự khuyết bằng phiếu: {}", tied.join(", ")),
            };
            Wording::new(format!("{office}: đại hội cần quyết định"))
                .found(state)
                .expected(format!("Quyết định của đại hội: {choices}"))
                .hint("ghi quyết định vào trang bầu cử; các văn bản kết quả còn chờ")
        }
        OfficeFault::OfficeWithoutSheet { office, official } => Wording::new(format!(
            "chi bộ có {official} đảng viên chính thức, chưa có trang bầu {office}"
        ))
        .expected(format!("trang tính “Bầu {office}”")),
        OfficeFault::RoundContradicts { office, fault: it } => {
            Wording::new(format!("{office}: lần bầu này trái với lần bầu trước"))
                .found(round(*it))
                .expected("bầu tiếp thì có trang (lần 2); bầu lại thì có trang (bầu lại)")
                .hint("ghi Quyết định của đại hội ở lần trước, hoặc sửa tên trang tính")
        }
        OfficeFault::RoundMissing { office, decided } => {
            let (decision, tab) = match decided {
                Decide::NextRound => ("bầu tiếp", "(lần …)"),
                Decide::Revote => ("bầu lại", "(bầu lại)"),
                Decide::AskHigherCommittee => ("đề nghị chỉ định", ""),
            };
            Wording::new(format!("{office}: chưa có trang của lần bầu đã quyết định"))
                .found(format!("{decision} (đã ghi)"))
                .expected(format!("một trang tính “Bầu {office} {tab}”"))
                .hint("thêm trang của lần bầu sau, hoặc ghi không bầu nữa")
        }
        OfficeFault::RevoteList { tied } if tied.is_empty() => {
            say("bầu lại mà lần bầu trước không có ai bằng phiếu")
                .expected("bầu tiếp thì có trang (lần 2)")
        }
        OfficeFault::RevoteList { tied } => {
            say("danh sách bầu lại không đúng những người bằng phiếu")
                .expected(tied.join(", "))
                .hint("chỉ ghi những người bằng phiếu ở lần bầu trước")
        }
        OfficeFault::SeatsNotOpen { typed, open } => {
            say("số lượng bầu không bằng số còn thiếu của lần bầu trước")
                .found(format!("{typed} (đã nhập)"))
                .expected(format!("{open} (còn thiếu)"))
        }
        OfficeFault::NoSeats => say("số lượng bầu là 0")
            .found("0")
            .expected("số lượng bầu ít nhất là 1"),
    }
}

fn round(fault: RoundFault) -> &'static str {
    match fault {
        RoundFault::NotFirst => "chưa có trang của lần bầu đầu",
        RoundFault::Gap => "thiếu trang của lần bầu ngay trước",
        RoundFault::BeforeNotCounted => "lần bầu trước chưa có số phiếu",
        RoundFault::AfterComplete => "lần bầu trước đã bầu đủ số lượng",
        RoundFault::TieUndecided => "lần bầu trước bằng phiếu, chưa ghi quyết định",
        RoundFault::Stopped => "đại hội đã quyết định không bầu nữa",
        RoundFault::OtherDecision => "đại hội đã quyết định bầu cách khác",
    }
}
