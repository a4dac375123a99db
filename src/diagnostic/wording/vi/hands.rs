//! Words on a show of hands.

use crate::diagnostic::HandsFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &HandsFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        HandsFault::HandsOverPresent { hands, present } => {
            say("số biểu quyết nhiều hơn số đảng viên chính thức có mặt")
                .found(format!("{hands} biểu quyết"))
                .expected(format!("nhiều nhất {present} (có mặt)"))
                .hint("đếm lại, sửa số sai")
        }
        HandsFault::HandsUnderPresent { hands, present } => Wording::new(format!(
            "{} người có mặt không biểu quyết",
            u64::from(*present).saturating_sub(*hands)
        ))
        .found(format!("{hands} biểu quyết"))
        .expected(format!("{present} (có mặt suốt đại hội)"))
        .hint("đếm lại: tán thành, không tán thành, không có ý kiến"),
        HandsFault::NotCarried { agreed, present } => {
            say("biểu quyết không được quá một nửa số đảng viên chính thức có mặt")
                .found(format!("{agreed} tán thành"))
                .expected(format!("từ {} tán thành", present / 2 + 1))
                .hint("nếu đúng như vậy thì nội dung này không được thông qua")
        }
        HandsFault::MotionWithoutBallot => say("dòng này không thuộc cuộc bầu nào")
            .expected("Cuộc bầu: chi ủy, bí thư, phó bí thư hoặc đại biểu")
            .hint("ghi Cuộc bầu, nếu không thì văn bản không có biểu quyết này"),
    }
}
