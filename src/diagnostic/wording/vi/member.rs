//! Words on the member list.

use crate::diagnostic::wording::{Wording, label, sum};
use crate::diagnostic::{DateOrder, FootOf, MemberFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &MemberFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        MemberFault::TotalDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” không khớp với danh sách đảng viên"))
            .found(format!("{typed} (đã nhập)"))
            .expected(format!("{counted} (đếm trong danh sách)"))
            .hint("sửa số đã nhập, hoặc sửa danh sách"),
        MemberFault::TotalsDoNotAdd {
            official,
            probationary,
            all,
        } => say("tổng số không bằng các phần cộng lại")
            .found(sum(&[
                (*official, label::OFFICIAL),
                (*probationary, label::PROBATIONARY),
            ]))
            .expected(format!("{all} ({})", label::ALL))
            .hint("đếm lại, sửa số sai"),
        MemberFault::NotQuorate { present, summoned } => {
            say("không đủ hai phần ba đảng viên chính thức được triệu tập có mặt")
                .found(format!("{present}/{summoned} có mặt"))
                .expected(format!(
                    "ít nhất {} có mặt",
                    (u64::from(*summoned) * 2).div_ceil(3)
                ))
                .hint("xem lại cột Dự đại hội; nếu đúng thì đại hội không hợp lệ")
        }
        MemberFault::MemberTwice { name } => {
            Wording::new(format!("“{name}” có hai dòng trong danh sách"))
                .expected("mỗi đảng viên một dòng")
                .hint("xóa dòng thừa; nếu là hai người thì sửa ngày sinh, số thẻ")
        }
        MemberFault::SameName { name } => {
            Wording::new(format!("hai đảng viên cùng tên “{name}”"))
                .hint("là hai người thì giữ nguyên; là một thì xóa dòng thừa")
        }
        MemberFault::CardTwice { card } => {
            Wording::new(format!("số thẻ “{card}” có ở hai dòng"))
                .expected("mỗi đảng viên một số thẻ, một dòng")
                .hint("xóa dòng thừa; nếu là hai người thì sửa số thẻ")
        }
        MemberFault::OfficialLater { name } => {
            say("đảng viên có Ngày chính thức sau Ngày đại hội, tính là dự bị")
                .found(format!("“{name}”"))
                .expected("Ngày chính thức không sau Ngày đại hội, hoặc để trống")
                .hint("nếu gõ nhầm thì sửa một trong hai ngày")
        }
        MemberFault::ElsewherePresent { name } => Wording::new(format!(
            "“{name}” sinh hoạt tạm thời nơi khác mà có mặt: không tính vào mẫu số"
        ))
        .hint("nếu đã trở về chi bộ thì sửa cột Tình trạng"),
        MemberFault::ExcludedPresent { name } => Wording::new(format!(
            "“{name}” bị đình chỉ hoặc khởi tố nhưng ghi là có mặt"
        ))
        .expected("không có mặt; không tính vào số được triệu tập"),
        MemberFault::WomenDiffer {
            typed,
            women,
            men,
            untold,
        } => {
            let mut list = vec![(*women, "nữ"), (*men, "nam")];
            if *untold > 0 {
                list.push((*untold, "chưa ghi giới tính"));
            }
            Wording::new("“Nữ” không khớp với danh sách đảng viên")
                .found(format!("{typed} nữ (đã nhập)"))
                .expected(format!("{} (danh sách)", sum(&list)))
                .hint("sửa số đã nhập, hoặc cột Giới tính")
        }
        MemberFault::Dates {
            name,
            order,
            first,
            second,
        } => {
            let (says, found, expected) = dates(*order, first, second);
            Wording::new(format!("“{name}”: {says}"))
                .found(found)
                .expected(expected)
                .hint("xem lại hồ sơ, sửa ngày sai; ngày và tháng có thể bị đổi chỗ")
        }
        MemberFault::NumberSkips { number, above } => {
            Wording::new("số thứ tự không liên tục")
                .found(format!("{number} (dòng trên: {above})"))
                .expected(above.saturating_add(1).to_string())
                .hint("xem có thiếu dòng, dòng bị ẩn hoặc dòng thừa không")
        }
        MemberFault::FootDiffers {
            what,
            typed,
            counted,
        } => {
            let (says, of) = match what {
                FootOf::Rows => ("số ghi dưới danh sách không bằng số dòng", "số dòng"),
                FootOf::Women => ("số nữ ghi dưới danh sách không đúng", "nữ"),
                FootOf::Men => ("số nam ghi dưới danh sách không đúng", "nam"),
                FootOf::Official => (
                    "số chính thức ghi dưới danh sách không đúng",
                    label::OFFICIAL,
                ),
                FootOf::Probationary => (
                    "số dự bị ghi dưới danh sách không đúng",
                    label::PROBATIONARY,
                ),
            };
            Wording::new(says)
                .found(format!("{typed} (đã ghi)"))
                .expected(format!("{counted} ({of})"))
                .hint("sửa số đã ghi, hoặc xem có thiếu dòng, ghi nhầm dòng nào không")
        }
        MemberFault::AcceptedThoughThere { name } => {
            Wording::new("ghi Được đồng ý cho vắng với người có dự đại hội: không tính")
                .found(format!("“{name}”"))
                .expected("để trống; chỉ ghi với người vắng suốt đại hội")
                .hint("sửa cột Dự đại hội, hoặc xóa ô này")
        }
        MemberFault::InTwoCells { name, other, card } => Wording::new(format!(
            "“{name}” cũng có trong danh sách của Chi bộ {other}"
        ))
        .found(match card {
            Some(card) => format!("cùng số thẻ {card}"),
            None => "cùng họ tên và ngày sinh".to_owned(),
        })
        .expected("mỗi đảng viên thuộc một chi bộ")
        .hint("nếu sinh hoạt tạm thời tại một chi bộ thì ghi ở cột Tình trạng"),
    }
}

/// What is wrong, what is found and what is expected.
fn dates(
    order: DateOrder,
    first: &str,
    second: &str,
) -> (&'static str, String, &'static str) {
    match order {
        DateOrder::BornAdmitted => (
            "ngày vào Đảng không sau ngày sinh",
            format!("sinh {first}, vào Đảng {second}"),
            "ngày sinh trước ngày vào Đảng",
        ),
        DateOrder::OfAge => (
            "chưa đủ 18 tuổi khi vào Đảng",
            format!("sinh {first}, vào Đảng {second}"),
            "đủ 18 tuổi, tính theo tháng",
        ),
        DateOrder::AdmittedCongress => (
            "ngày vào Đảng sau ngày đại hội",
            format!("vào Đảng {first}, đại hội {second}"),
            "ngày vào Đảng không sau ngày đại hội",
        ),
        DateOrder::AdmittedOfficial => (
            "ngày chính thức không sau ngày vào Đảng",
            format!("vào Đảng {first}, chính thức {second}"),
            "ngày vào Đảng trước ngày chính thức",
        ),
        DateOrder::Probation => (
            "chính thức khi chưa đủ 12 tháng dự bị",
            format!("vào Đảng {first}, chính thức {second}"),
            "ngày chính thức sau ngày vào Đảng 12 tháng",
        ),
    }
}
