//! Words on the figures of a ballot.

use crate::diagnostic::wording::{Wording, added, label, sum};
use crate::diagnostic::{Chosen, CountFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &CountFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        CountFault::MatrixDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” không bằng số đếm từng phiếu"))
            .found(typed.to_string())
            .expected(format!("{counted} (đếm từng phiếu)"))
            .hint("xem lại các cột phiếu, hoặc xóa số đã gõ"),
        CountFault::IssuedOverPresent { issued, present } => {
            say("số phiếu phát ra nhiều hơn số đảng viên chính thức có mặt")
                .found(format!("{issued} phát ra"))
                .expected(format!("nhiều nhất {present} (có mặt lúc bầu cử)"))
                .hint("sửa số phát ra, hoặc cột Dự đại hội")
        }
        CountFault::IssuedUnderPresent { issued, present } => {
            let missing = present.saturating_sub(*issued);
            Wording::new(format!("{missing} người có mặt không nhận phiếu"))
                .found(format!("{issued} phát ra"))
                .expected(format!("{present} (có mặt lúc bầu cử)"))
        }
        CountFault::ReturnedOverIssued { returned, issued } => {
            say("số phiếu thu về nhiều hơn số phiếu phát ra")
                .found(format!("{returned} thu về"))
                .expected(format!("nhiều nhất {issued} (phát ra)"))
                .hint("đếm lại, sửa số sai")
        }
        CountFault::ReturnedUnderIssued { returned, issued } => {
            let missing = issued.saturating_sub(*returned);
            Wording::new(format!("{missing} phiếu phát ra không thu về"))
                .found(format!("{returned} thu về"))
                .expected(format!("{issued} (phát ra)"))
        }
        CountFault::BallotsDoNotAdd {
            valid,
            invalid,
            returned,
        } => say("số phiếu thu về không bằng hợp lệ cộng không hợp lệ")
            .found(sum(&[(*valid, label::VALID), (*invalid, label::INVALID)]))
            .expected(format!("{returned} ({})", label::RETURNED))
            .hint("đếm lại, sửa một trong ba số"),
        CountFault::VotesOverValid { name, votes, valid } => {
            Wording::new(format!("“{name}” có nhiều phiếu hơn số phiếu hợp lệ"))
                .found(format!("{votes} phiếu"))
                .expected(format!("nhiều nhất {valid} (hợp lệ)"))
                .hint("đếm lại, sửa số sai")
        }
        CountFault::VotesOverAllowed {
            votes,
            valid,
            seats,
            alternates,
        } => say("tổng số phiếu nhiều hơn các phiếu hợp lệ có thể bầu")
            .found(added(votes))
            .expected(match alternates {
                0 => format!(
                    "nhiều nhất {valid} × {seats} = {} (hợp lệ × số lượng bầu)",
                    u64::from(*valid) * u64::from(*seats)
                ),
                _ => format!(
                    "nhiều nhất {valid} × ({seats} + {alternates}) = {} (hợp lệ × số lượng bầu và dự khuyết)",
                    u64::from(*valid) * (u64::from(*seats) + u64::from(*alternates))
                ),
            })
            .hint("đếm lại; phiếu bầu quá số lượng là không hợp lệ"),
        CountFault::VotesUnderValid { votes, valid } => {
            say("tổng số phiếu ít hơn số phiếu hợp lệ")
                .found(added(votes))
                .expected(format!("ít nhất {valid} (hợp lệ)"))
                .hint("đếm lại; phiếu không bầu cho ai là không hợp lệ")
        }
        CountFault::ForAndAgainstOverValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "“{name}”: đồng ý và không đồng ý nhiều hơn số phiếu hợp lệ"
        ))
        .found(format!("{agreed} đồng ý, {against} không đồng ý"))
        .expected(format!("cộng lại nhiều nhất {valid} (hợp lệ)"))
        .hint("đếm lại, sửa số sai"),
        CountFault::ForAndAgainstNotValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "“{name}”: đồng ý cộng không đồng ý không bằng số phiếu hợp lệ"
        ))
        .found(format!("{agreed} đồng ý, {against} không đồng ý"))
        .expected(format!("cộng lại bằng {valid} (hợp lệ)"))
        .hint("danh sách một người: phiếu bỏ trống hoặc chọn cả hai là không hợp lệ"),
        CountFault::DeclaredDiffers {
            name,
            declared,
            computed,
            votes,
            threshold,
        } => {
            let reason = threshold.map_or_else(
                || "người nhiều phiếu hơn trúng cử".to_owned(),
                |least| format!("cần từ {least} phiếu"),
            );
            Wording::new(format!("kết quả ghi của “{name}” không đúng quy chế"))
                .found(format!("{} (đã ghi)", chosen(*declared)))
                .expected(format!("{}: {votes} phiếu, {reason}", chosen(*computed)))
                .hint("sửa cột Kết quả, hoặc số phiếu")
        }
        CountFault::PresentAtVote { typed, least, most } => {
            say("số có mặt lúc bầu không khớp với danh sách")
                .found(format!("{typed} (đã nhập)"))
                .expected(if least == most {
                    format!("{most} (cột Dự đại hội)")
                } else {
                    format!("từ {least} đến {most} (cột Dự đại hội)")
                })
                .hint("sửa số đã nhập, hoặc cột Dự đại hội")
        }
        CountFault::SummonedDiffers { typed, counted } => {
            say("“Được triệu tập” không khớp với danh sách đảng viên")
                .found(format!("{typed} (đã nhập)"))
                .expected(format!("{counted} (đảng viên chính thức được triệu tập)"))
                .hint("sửa số đã nhập, hoặc cột Ngày chính thức, Tình trạng")
        }
        CountFault::VotesOverBase {
            votes,
            base,
            with_them,
            thresholds: (without, with),
        } => Wording::new(
            "số phiếu nhiều hơn mẫu số, vì đảng viên sinh hoạt tạm thời nơi khác cũng bầu",
        )
        .found(format!("{votes} phiếu"))
        .expected(format!(
            "không tính họ: mẫu số {base}, trúng cử từ {without} phiếu; \
             có tính: mẫu số {with_them}, từ {with} phiếu"
        ))
        .hint("xin ý kiến cấp ủy cấp trên; văn bản không ghi tỷ lệ quá 100%"),
        CountFault::ReasonWithoutInvalid { reason } => {
            Wording::new("có lý do không hợp lệ mà không có phiếu không hợp lệ nào")
                .found(format!("“{reason}”"))
                .expected("số phiếu không hợp lệ lớn hơn 0")
                .hint("sửa số phiếu Hợp lệ, Không hợp lệ, hoặc xóa lý do")
        }
        CountFault::PercentDiffers {
            name,
            typed,
            votes,
            whole,
            computed,
            is_near,
            fits,
        } => {
            let says = if *is_near {
                "được làm tròn khác"
            } else {
                "không đúng với số phiếu"
            };
            let hint = match fits {
                Some(base) => format!(
                    "đúng nếu tính trên {base}: ghi Cơ sở tính tỷ lệ, hoặc sửa tỷ lệ"
                ),
                None => "sửa hoặc xóa tỷ lệ đã ghi".to_owned(),
            };
            Wording::new(format!("tỷ lệ ghi của “{name}” {says}"))
                .found(format!("{typed} (đã ghi)"))
                .expected(format!("{votes}/{whole} = {computed}%"))
                .hint(hint)
        }
        CountFault::TotalDiffers { typed, votes } => {
            say("tổng số phiếu ghi dưới danh sách không bằng các dòng cộng lại")
                .found(format!("{typed} (đã ghi)"))
                .expected(added(votes))
                .hint("đếm lại, sửa số phiếu của từng người hoặc số tổng")
        }
        CountFault::NamesDiffer { typed, names } => {
            say("số người ghi dưới danh sách bầu không bằng số dòng")
                .found(format!("{typed} (đã ghi)"))
                .expected(format!("{names} (số dòng)"))
                .hint("sửa số đã ghi, hoặc xem có thiếu dòng không")
        }
        CountFault::PercentsOfOtherBase {
            typed,
            computed,
            base,
            fits,
            ..
        } => {
            let computed: Vec<String> =
                computed.iter().map(|share| format!("{share}%")).collect();
            Wording::new(format!("các tỷ lệ này tính trên {fits}, không phải trên {base}"))
                .found(format!("{} (đã ghi)", typed.join(", ")))
                .expected(format!("{} (trên {base})", computed.join(", ")))
                .hint(format!("ghi Cơ sở tính tỷ lệ là {fits}, hoặc sửa các tỷ lệ"))
        }
    }
}

fn chosen(result: Chosen) -> &'static str {
    match result {
        Chosen::Elected => "trúng cử",
        Chosen::NotElected => "không trúng cử",
        Chosen::Alternate => "dự khuyết",
        Chosen::Tied => "bằng phiếu, chưa trúng cử",
    }
}
