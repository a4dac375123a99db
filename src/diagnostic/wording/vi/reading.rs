//! Words on results that rest on a reading.

use crate::diagnostic::Reading;
use crate::diagnostic::wording::Wording;

/// A result that rests on a reading.
#[expect(clippy::too_many_lines, reason = "a table of words, one row a reading")]
pub(super) fn of(reading: &Reading) -> Wording {
    let say = |message: &str| Wording::new(message);
    match reading {
        Reading::WonBelowHalf { names, base } => {
            say("bầu lại giữa những người bằng phiếu: lấy người nhiều phiếu hơn, dù không quá một nửa")
                .found(format!("{}; mẫu số {base}", names.join(", ")))
                .hint("đối chiếu quy chế bầu cử về trường hợp bằng phiếu trước khi công bố")
        }
        Reading::NeitherBox { ballots } => {
            say("danh sách một người, phiếu để trống cả hai ô được tính là không hợp lệ")
                .found(format!("{ballots} phiếu"))
                .hint("ban kiểm phiếu quyết định và ghi vào biên bản")
        }
        Reading::AgreesToNobody { ballots } => {
            say("danh sách không có số dư, phiếu không đồng ý ai được tính là hợp lệ")
                .found(format!("{ballots} phiếu"))
                .hint("ban kiểm phiếu coi là không hợp lệ thì ghi lý do ở dòng Không hợp lệ")
        }
        Reading::OverSeats {
            ballots,
            seats,
            alternates,
        } => say("phiếu bầu quá số đại biểu chính thức được tính là không hợp lệ")
            .found(format!(
                "{ballots} phiếu; {seats} chính thức, {alternates} dự khuyết"
            ))
            .hint("nếu đại hội cho bầu cả dự khuyết trên một phiếu thì nhập số phiếu đã đếm"),
        Reading::AlternatesOpen { names } => {
            say("bầu lại xong mới đủ đại biểu; dự khuyết trong danh sách đầu chưa được xác định")
                .found(names.join(", "))
                .expected("những người quá một nửa còn lại, theo số phiếu")
                .hint("ghi dự khuyết theo quyết định của đại hội")
        }
        Reading::ElectedWithoutElsewhere {
            names,
            base,
            with_them,
            thresholds: (without, with),
        } => say("có người quá một nửa hay không còn tùy cách tính người sinh hoạt tạm thời nơi khác mà có mặt")
            .found(format!("{}; không tính vào mẫu số: {base}, cần từ {without} phiếu", names.join(", ")))
            .expected(format!("nếu tính: mẫu số {with_them}, cần từ {with} phiếu"))
            .hint("xin ý kiến cấp ủy cấp trên trước khi công bố"),
        Reading::QuorumOfOfficial { present, summoned } => {
            say("đủ hai phần ba đảng viên chính thức, nhưng chưa đủ nếu tính cả dự bị")
                .found(format!("{present} có mặt / {summoned} được triệu tập"))
                .hint("xin ý kiến cấp ủy cấp trên về cách tính")
        }
        Reading::QuorumWithoutExempt {
            present,
            summoned,
            expected,
        } => say("có đủ hai phần ba hay không còn tùy cách tính đảng viên được miễn sinh hoạt không dự")
            .found(format!("tính cả những người ấy: {present}/{summoned} có mặt, chưa đủ"))
            .expected(format!("không tính những người ấy: {present}/{expected} có mặt, đủ"))
            .hint("xin ý kiến cấp ủy cấp trên; nếu phải tính cả thì đại hội không hợp lệ, không ai trúng cử"),
        Reading::BasisNotRead => {
            say("chưa rõ quy định thi hành Điều lệ Đảng có hiệu lực vào ngày này")
                .expected("một dòng căn cứ về thi hành Điều lệ Đảng đúng với ngày đại hội")
                .hint("xem lại phần căn cứ của từng văn bản trước khi ký")
        }
        Reading::NotRead => {
            say("quy định thi hành Điều lệ Đảng vào ngày này chưa được đối chiếu")
                .expected("24-QĐ/TW (mục 22) hoặc 294-QĐ/TW")
                .hint("đối chiếu quy định đang có hiệu lực")
        }
    }
}
