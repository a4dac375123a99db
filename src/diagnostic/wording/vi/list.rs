//! Words on the list of a ballot.

use crate::diagnostic::wording::Wording;
use crate::diagnostic::{ListFault, SurplusBound};

pub(super) fn of(fault: &ListFault) -> Wording {
    match fault {
        ListFault::TooShort { names, seats } => {
            Wording::new("danh sách bầu ít người hơn số lượng bầu")
                .found(format!("{names} người trong danh sách"))
                .expected(format!("ít nhất {seats} (số lượng bầu)"))
                .hint("thêm người còn thiếu vào danh sách, hoặc sửa Số lượng bầu")
        }
        ListFault::NoSurplus { names } => {
            Wording::new("danh sách bầu chi ủy không có số dư")
                .found(format!("{names} người, bầu {names}"))
                .expected("nhiều người hơn số lượng bầu")
                .hint("nếu đại hội bầu đúng như vậy thì để nguyên và báo cáo cấp ủy")
        }
        ListFault::SurplusTooLarge {
            names,
            seats,
            most,
            bound,
        } => Wording::new("số dư quá quy định")
            .found(format!(
                "{names} − {seats} = {} số dư",
                names.saturating_sub(*seats)
            ))
            .expected(match bound {
                SurplusBound::One { from, to } => {
                    format!("nhiều nhất {most} (bầu {from}–{to} người: số dư 1 người)")
                }
                SurplusBound::Share { percent } => {
                    format!("nhiều nhất {most} ({percent}% của {seats})")
                }
            })
            .hint("xem lại danh sách bầu và Số lượng bầu"),
        ListFault::BoxesWithSurplus { names, seats } => {
            Wording::new("danh sách có số dư mà bảng ghi Đồng ý, Không đồng ý")
                .found(format!("{names} người, bầu {seats}"))
                .expected("một cột Số phiếu")
                .hint(
                    "xem lại Số lượng bầu; phiếu có số dư chỉ gạch tên, không có ô chọn",
                )
        }
        ListFault::AlternatesOfOffice { office, typed } => {
            Wording::new(format!("bầu {office} không có dự khuyết"))
                .found(format!("{typed} (Số dự khuyết)"))
                .expected("để trống; chỉ bầu đại biểu mới có dự khuyết")
                .hint("xóa số đã ghi; kết quả tính không có dự khuyết")
        }
        ListFault::OutOfOrder {
            pair: (first, second),
            names,
        } => Wording::new("danh sách bầu không xếp theo vần A, B, C của tên")
            .found(format!("“{first}” đứng trước “{second}”"))
            .expected(names.join(", "))
            .hint(
                "phiếu bầu, biên bản kiểm phiếu được in đúng thứ tự; nên sửa bảng tính",
            ),
    }
}
