//! Words on numbers and dates of papers.

use crate::diagnostic::PaperFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &PaperFault) -> Wording {
    match fault {
        PaperFault::PaperTwice { paper } => {
            Wording::new(format!("“{paper}” có hai dòng trong trang Văn bản"))
                .expected("mỗi văn bản một dòng")
                .hint("gộp lại thành một dòng")
        }
        PaperFault::NumberTwice {
            number,
            paper,
            other,
        } => Wording::new("một số được ghi cho hai văn bản của cùng một sổ")
            .found(format!("số {number}: {paper}; {other}"))
            .expected("mỗi văn bản một số")
            .hint("sửa một trong hai số, hoặc để trống để chương trình đánh số"),
        PaperFault::TextDiffers { told, typed, what } => {
            Wording::new("số ghi trong nội dung biểu quyết khác với trang bầu cử")
                .found(format!("{told} (nội dung)"))
                .expected(format!("{typed} ({what})"))
                .hint("sửa nội dung biểu quyết, hoặc trang bầu cử")
        }
        PaperFault::TermDiffers { typed, expected } => {
            Wording::new("nhiệm kỳ ghi khác với nhiệm kỳ của đại hội")
                .found(typed.clone())
                .expected(expected.clone())
                .hint("sửa cho thống nhất ở mọi nơi")
        }
        PaperFault::TooEarly {
            paper,
            date,
            after,
            day,
        } => {
            let after = after.unwrap_or("Đại hội");
            Wording::new(format!("“{paper}” ghi ngày trước {}", lower(after)))
                .found(date.clone())
                .expected(format!("từ {day} ({})", lower(after)))
                .hint("sửa một trong hai ngày")
        }
        PaperFault::TooLate {
            paper,
            date,
            days,
            last,
        } => Wording::new(format!("“{paper}” quá hạn {days} ngày làm việc"))
            .found(date.clone())
            .expected(format!("chậm nhất {last}"))
            .hint(
                "không tính thứ Bảy, Chủ nhật và Ngày nghỉ ghi trong tệp của đảng ủy; \
                 nếu thiếu ngày nghỉ (Tết, nghỉ bù) thì ghi thêm",
            ),
        PaperFault::OnHoliday { date } => Wording::new("đại hội vào ngày nghỉ lễ")
            .found(date.clone())
            .expected("một ngày không phải ngày nghỉ lễ")
            .hint("xem lại Ngày đại hội; nghỉ lễ theo âm lịch không được xét"),
    }
}

/// The name of a paper, or the congress, inside a sentence.
fn lower(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}
