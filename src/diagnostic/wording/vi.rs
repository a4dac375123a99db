//! Vietnamese.

mod designation;
mod list;
mod member;
mod paper;

use super::{Wording, added, label, sum};
use crate::diagnostic::{
    Awaited, Bulk, Chosen, DateFault, Decide, Disguise, Found, PictureFault, Problem,
    Reading, RoundFault, Seen, SeenKind, Unread,
};

fn seen(seen: &Seen) -> String {
    let kind = match seen.kind {
        SeenKind::Empty => return "ô trống".to_owned(),
        SeenKind::Text => "chữ",
        SeenKind::Number => "số",
        SeenKind::Date => "ngày giờ",
        SeenKind::Truth => "đúng/sai",
        SeenKind::Error => "lỗi",
        SeenKind::Formula => "công thức chưa tính",
    };
    format!("“{}” ({kind})", seen.text)
}

fn date_hint(fault: &DateFault) -> String {
    let hint = match fault {
        DateFault::Unreadable => {
            "xem lại hồ sơ, gõ lại; chưa rõ ngày thì chỉ gõ tháng/năm hoặc năm"
        }
        DateFault::ShortYear => "gõ năm đủ bốn chữ số",
        DateFault::NoYear => "gõ cả năm; chỉ gõ ngày và tháng thì Excel tự thêm năm",
        DateFault::Serial { day } => {
            return format!("có thể là ngày {day} mất định dạng; nếu đúng thì gõ lại");
        }
        DateFault::Several => "mỗi ô chỉ gõ một ngày",
    };
    hint.to_owned()
}

fn perhaps(nearest: Option<&String>) -> Option<String> {
    nearest.map(|name| format!("có phải “{name}” không?"))
}

fn chosen(result: Chosen) -> &'static str {
    match result {
        Chosen::Elected => "trúng cử",
        Chosen::NotElected => "không trúng cử",
        Chosen::Alternate => "dự khuyết",
        Chosen::Tied => "bằng phiếu, chưa trúng cử",
    }
}

fn fault(fault: RoundFault) -> &'static str {
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

/// A file that is no workbook.
fn kind_of_file(found: Found) -> &'static str {
    match found {
        Found::Empty => "tệp rỗng",
        Found::Damaged => "bảng tính bị hỏng hoặc thiếu",
        Found::Word => "văn bản (Word)",
        Found::Presentation => "bài trình chiếu (PowerPoint)",
        Found::Pdf => "tệp PDF",
        Found::Picture => "ảnh",
        Found::Archive => "tệp nén, không phải bảng tính",
        Found::OldExcel => "bảng tính của Excel 4 hoặc cũ hơn",
        Found::SpreadsheetXml => "bảng tính dạng XML",
        Found::WebPage => "trang web không có bảng",
        Found::WebArchive => "trang web lưu trong một tệp (.mht)",
        Found::Text => "tệp chữ, không phải bảng",
        Found::Unknown => "không rõ loại tệp",
    }
}

/// What there is too much of.
fn bulk(what: Bulk) -> &'static str {
    match what {
        Bulk::Rows => "số dòng",
        Bulk::Columns => "số cột",
        Bulk::Cells => "số ô",
        Bulk::TextBytes => "số byte chữ",
        Bulk::UnpackedBytes => "số byte khi giải nén",
        Bulk::PartyCells => "số chi bộ",
        Bulk::MergedRegions => "số vùng ô trộn",
        Bulk::Area => "số ô từ góc đến góc của các trang, cả ô trống",
        Bulk::Sheets => "số trang tính",
        Bulk::CellTextBytes => "số byte chữ trong một ô",
        Bulk::Parts => "số thành phần của tệp",
        Bulk::Tags => "số thẻ XML",
        Bulk::FileBytes => "số byte của tệp",
        Bulk::BatchBytes => "số byte của cả đợt",
    }
}

/// A result that rests on a reading.
fn reading(reading: &Reading) -> Wording {
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
        Reading::QuorumOfOfficial { present, summoned } => {
            say("đủ hai phần ba đảng viên chính thức, nhưng chưa đủ nếu tính cả dự bị")
                .found(format!("{present} có mặt / {summoned} được triệu tập"))
                .hint("xin ý kiến cấp ủy cấp trên về cách tính")
        }
        Reading::QuorumWithoutExempt {
            present,
            summoned,
            away,
        } => say("đủ hai phần ba nếu không tính đảng viên được miễn sinh hoạt mà không dự")
            .found(format!("{present}/{} có mặt", summoned.saturating_add(*away)))
            .expected(format!("{present}/{summoned}, nếu trừ {away} người được miễn"))
            .hint("xin ý kiến cấp ủy cấp trên: quy định về điểm này chưa được đối chiếu"),
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

#[expect(clippy::too_many_lines, reason = "a table of words, one row a problem")]
pub(super) fn of(problem: &Problem) -> Wording {
    let say = |message: &str| Wording::new(message);
    match problem {
        Problem::NotAWorkbook { found, reason } => {
            say("không mở được tệp như một bảng tính")
                .found(match reason {
                    Some(reason) => format!("{} ({reason})", kind_of_file(*found)),
                    None => kind_of_file(*found).to_owned(),
                })
                .expected("tệp .xlsx, .xlsm, .xlsb, .xls hoặc .ods")
                .hint("mở tệp bằng Excel rồi lưu lại thành .xlsx")
        }
        Problem::Password => say("bảng tính có mật khẩu")
            .expected("bảng tính không có mật khẩu")
            .hint(
                "bỏ mật khẩu trong Excel (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại",
            ),
        Problem::SheetMissing { sheet, .. } => {
            Wording::new(format!("thiếu trang tính “{sheet}”"))
                .expected(format!("một trang tính tên “{sheet}”"))
                .hint("thêm trang tính theo mẫu, hoặc đổi tên trang tính cho đúng")
        }
        Problem::LabelMissing { label } => Wording::new(format!("thiếu “{label}”"))
            .expected(format!("“{label}” ở cột A, giá trị ở cột B"))
            .hint("thêm nhãn ấy, hoặc điền giá trị vào bên phải nhãn đã có"),
        Problem::ColumnMissing { column, nearest } => {
            Wording::new(format!("thiếu cột “{column}”"))
                .expected(format!("một cột có tiêu đề “{column}”"))
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::CellEmpty { what } => Wording::new(format!("“{what}” để trống"))
            .found("ô trống")
            .expected(format!("một giá trị cho “{what}”"))
            .hint("điền vào ô"),
        Problem::NotACount { seen: it } => say("không phải một số nguyên không âm")
            .found(seen(it))
            .expected("một số nguyên, ví dụ 25")
            .hint("gõ lại bằng chữ số, không kèm chữ"),
        Problem::NotADate { seen: it, fault } => {
            say("không đọc được thành một ngày có trong lịch")
                .found(seen(it))
                .expected("ngày/tháng/năm, ví dụ 05/9/1984; hoặc 9/1984; hoặc 1984")
                .hint(date_hint(fault))
        }
        Problem::DateNotFull { seen: it } => say("ngày chưa đủ ngày, tháng, năm")
            .found(seen(it))
            .expected("ngày/tháng/năm, ví dụ 29/8/2022")
            .hint("gõ đủ ngày, tháng, năm"),
        Problem::NotAChoice {
            seen: it,
            choices,
            nearest,
        } => say("không đúng một trong các từ đã định")
            .found(seen(it))
            .expected(choices.join(", "))
            .hint_if(perhaps(nearest.as_ref())),
        Problem::NotATime { seen: it } => say("không đọc được thành giờ và phút")
            .found(seen(it))
            .expected("giờ và phút, ví dụ 14 giờ 00")
            .hint("gõ lại giờ, ví dụ 14 giờ 00 hoặc 14:00"),
        Problem::ErrorCell { seen: it } if it.kind == SeenKind::Formula => {
            say("công thức chưa được tính nên chưa có giá trị")
                .found(seen(it))
                .expected("một giá trị")
                .hint("mở tệp bằng Excel, bấm F9 rồi lưu lại; hoặc gõ thẳng giá trị")
        }
        Problem::ErrorCell { seen: it } => say("ô báo lỗi")
            .found(seen(it))
            .expected("một giá trị")
            .hint("sửa công thức, hoặc gõ thẳng giá trị"),
        Problem::SheetUnknown { nearest } => say("trang tính không rõ, không đọc")
            .expected("tên một trang tính của mẫu, ví dụ “Đảng viên”")
            .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
                "nếu cần đọc thì đổi tên; nếu là ghi chú thì giữ nguyên".to_owned()
            })),
        Problem::LabelUnknown { label, nearest } => {
            Wording::new(format!("“{label}” không rõ, không đọc"))
                .expected("một nhãn hoặc tiêu đề của mẫu")
                .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
                    "nếu cần đọc thì đổi tên; nếu là ghi chú thì giữ nguyên".to_owned()
                }))
        }
        Problem::NoHeader { seen: it } => say("ô không nằm dưới tiêu đề nào, không đọc")
            .found(seen(it))
            .hint("gõ tiêu đề cho cột ấy, hoặc chuyển ra ngoài các dòng của bảng"),
        Problem::SheetTwice { sheet } => {
            Wording::new(format!("trang tính “{sheet}” có hai lần"))
                .expected("một lần cho mỗi chi bộ")
                .hint("giữ lại trang tính đúng, xóa trang tính kia")
        }
        Problem::InvisibleCharacters { seen, kept } => say("có ký tự ẩn, đã bỏ khi in")
            .found(format!("“{seen}” (chữ)"))
            .expected(format!("“{kept}”"))
            .hint("xem chữ còn lại có đúng không; nếu mất chữ thì gõ lại ô"),
        Problem::LabelTwice { label } => {
            Wording::new(format!("“{label}” có hai giá trị"))
                .expected("một giá trị")
                .hint("xóa dòng thừa")
        }
        Problem::CellTwice { cell } => {
            Wording::new(format!("chi bộ “{cell}” có hai tệp trong cùng một đợt"))
                .expected("một tệp cho mỗi chi bộ")
                .hint("chuyển bản cũ ra khỏi thư mục")
        }
        Problem::ListedWithoutFile { cell } => {
            Wording::new(format!("chi bộ “{cell}” chưa có bảng tính"))
                .expected("một bảng tính có “Chi bộ” như vậy")
                .hint("thêm bảng tính của chi bộ, hoặc sửa tên trong danh sách")
        }
        Problem::NotListed { cell } => Wording::new(format!(
            "chi bộ “{cell}” không có trong danh sách của đảng ủy"
        ))
        .expected("một tên có trong trang “Chi bộ” của đảng ủy")
        .hint("kiểm tra lại tên chi bộ, hoặc thêm vào trang “Chi bộ”"),
        Problem::LeftOut { what } => {
            say("chưa có dữ kiện, câu hoặc mục tương ứng được bỏ")
                .found("để trống")
                .expected(what.join("; "))
                .hint("nếu có thì điền vào; nếu không thì để trống")
        }
        Problem::BeforeCongress => {
            say("chi bộ chưa đại hội: chưa có số người dự và số phiếu")
                .expected("sau đại hội: cột Dự đại hội và số phiếu của các cuộc bầu")
                .hint("các văn bản về kết quả đại hội còn chờ")
        }
        Problem::SecondParent => say("có hai bảng tính của đảng ủy trong cùng một đợt")
            .expected("nhiều nhất một bảng tính có trang “Đảng bộ”")
            .hint("chuyển bản cũ ra khỏi thư mục"),
        Problem::NoWorkbook => say("thư mục không có bảng tính nào")
            .expected("ít nhất một tệp .xlsx của chi bộ")
            .hint("kiểm tra lại đường dẫn thư mục"),
        Problem::NotReadYet { what: Unread::Csv } => say("tệp .csv chỉ được đọc trong thư mục con của một chi bộ")
                        .hint("đặt các tệp .csv của một chi bộ vào một thư mục con, mỗi tệp mang tên một trang tính"),
        Problem::NoRows => say("bảng không có dòng nào")
            .expected("dòng tiêu đề, rồi mỗi dòng một mục")
            .hint("điền các dòng dưới dòng tiêu đề"),
        Problem::TooLarge { limit, what } => {
            let what = bulk(*what);
            Wording::new(format!("bảng tính quá lớn: {what}"))
                .expected(format!("nhiều nhất {limit}"))
                .hint("xóa dòng, cột, trang tính thừa rồi lưu lại thành .xlsx")
        }
        Problem::LegacyText {
            encoding,
            before,
            after,
        } => Wording::new(format!("chữ theo bảng mã {encoding}, đã đổi sang Unicode"))
            .found(format!("“{before}”"))
            .expected(format!("“{after}”"))
            .hint("xem chữ sau khi đổi có đúng không; nên đổi hẳn trong Excel"),
        Problem::Disguised { what } => {
            say("đuôi tệp không đúng với nội dung; vẫn đọc được")
                .found(match what {
                    Disguise::Html => "một trang web (HTML)",
                    Disguise::DelimitedText => "tệp chữ có dấu ngăn cách (CSV)",
                    Disguise::Workbook => "một bảng tính Excel",
                })
                .hint("mở tệp bằng Excel rồi lưu lại thành .xlsx")
        }
        Problem::NotUnicode => say("tệp chữ không theo Unicode")
            .expected("UTF-8 hoặc UTF-16")
            .hint("lưu lại bằng Excel: CSV UTF-8, hoặc .xlsx"),
        Problem::SheetByContent { sheet } => Wording::new(format!(
            "trang tính có tên khác, đọc như “{sheet}” vì nội dung"
        ))
        .hint(format!("đổi tên trang tính thành “{sheet}”")),
        Problem::DaySwapped { seen: it, other } => {
            say("ngày và tháng có thể đã đổi chỗ cho nhau")
                .found(seen(it))
                .expected(format!("có lẽ là {other}"))
                .hint("so với hồ sơ; nếu sai thì gõ lại ngày")
        }
        Problem::NameTidied { seen, kept } => {
            say("họ tên kèm danh xưng hoặc viết hoa toàn bộ")
                .found(format!("“{seen}”"))
                .expected(format!("“{kept}”"))
                .hint("văn bản in họ tên đã sửa; nếu không đúng thì gõ lại")
        }
        Problem::RowOfNoCell { cell, nearest } => if cell.is_empty() {
            say("dòng này không ghi chi bộ nào")
        } else {
            Wording::new(format!("không có chi bộ “{cell}” trong bảng “Thông tin”"))
        }
        .expected("tên một chi bộ có trong bảng “Thông tin”")
        .hint(perhaps(nearest.as_ref()).unwrap_or_else(|| {
            "sửa tên chi bộ ở dòng này, hoặc thêm chi bộ vào “Thông tin”".to_owned()
        })),
        Problem::DittoOfNothing { seen: it } => {
            say("dấu “như trên” mà ở trên không có gì")
                .found(seen(it))
                .expected("một giá trị ở ô ngay trên")
                .hint("gõ giá trị vào ô")
        }
        Problem::TableNotRead { .. } => say("trang tính còn một bảng nữa, không đọc")
            .expected("một bảng trên mỗi trang tính")
            .hint("đưa bảng ấy sang một trang tính riêng"),
        Problem::MembersWhoLeft { title, last } => Wording::new(match last {
            Some(last) => format!(
                "từ dòng này đến dòng {last} là đảng viên không còn ở chi bộ, không đọc"
            ),
            None => "từ dòng này trở xuống là đảng viên không còn ở chi bộ, không đọc"
                .to_owned(),
        })
        .found(format!("“{title}”"))
        .expected("đảng viên đang ở chi bộ, ở trên dòng này")
        .hint("ai còn ở chi bộ thì đưa lên trên dòng này"),
        Problem::UnderBothSexes { men, women } => {
            say("cả hai cột “Nam” và “Nữ” đều ghi, không rõ là nam hay nữ")
                .found(format!("Nam {}, Nữ {}", seen(men), seen(women)))
                .expected("chỉ ghi ở một trong hai cột")
                .hint("xóa ô ghi nhầm")
        }
        Problem::SeveralPeople { label, seen: it } => {
            Wording::new(format!("“{label}” ghi nhiều người"))
                .found(seen(it))
                .expected("họ và tên một người")
                .hint("giữ lại một người, ghi người khác ở nhãn khác")
        }
        Problem::MatrixDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” không bằng số đếm từng phiếu"))
            .found(typed.to_string())
            .expected(format!("{counted} (đếm từng phiếu)"))
            .hint("xem lại các cột phiếu, hoặc xóa số đã gõ"),
        Problem::TotalDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” không khớp với danh sách đảng viên"))
            .found(format!("{typed} (đã nhập)"))
            .expected(format!("{counted} (đếm trong danh sách)"))
            .hint("sửa số đã nhập, hoặc sửa danh sách"),
        Problem::TotalsDoNotAdd {
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
        Problem::NotQuorate { present, summoned } => {
            say("không đủ hai phần ba đảng viên chính thức được triệu tập có mặt")
                .found(format!("{present}/{summoned} có mặt"))
                .expected(format!(
                    "ít nhất {} có mặt",
                    (u64::from(*summoned) * 2).div_ceil(3)
                ))
                .hint("xem lại cột Dự đại hội; nếu đúng thì đại hội không hợp lệ")
        }
        Problem::MemberTwice { name } => {
            Wording::new(format!("“{name}” có hai dòng trong danh sách"))
                .expected("mỗi đảng viên một dòng")
                .hint("xóa dòng thừa; nếu là hai người thì sửa ngày sinh, số thẻ")
        }
        Problem::SameName { name } => {
            Wording::new(format!("hai đảng viên cùng tên “{name}”"))
                .hint("là hai người thì giữ nguyên; là một thì xóa dòng thừa")
        }
        Problem::CardTwice { card } => {
            Wording::new(format!("số thẻ “{card}” có ở hai dòng"))
                .expected("mỗi đảng viên một số thẻ, một dòng")
                .hint("xóa dòng thừa; nếu là hai người thì sửa số thẻ")
        }
        Problem::OfficialLater { name } => say(
            "đảng viên có Ngày chính thức sau Ngày đại hội, tính là dự bị",
        )
        .found(format!("“{name}”"))
        .expected("Ngày chính thức không sau Ngày đại hội, hoặc để trống")
        .hint("nếu gõ nhầm thì sửa một trong hai ngày"),
        Problem::ElsewherePresent { name } => Wording::new(format!(
            "“{name}” sinh hoạt tạm thời nơi khác mà có mặt: không tính vào mẫu số"
        ))
        .hint("nếu đã trở về chi bộ thì sửa cột Tình trạng"),
        Problem::ExcludedPresent { name } => Wording::new(format!(
            "“{name}” bị đình chỉ hoặc khởi tố nhưng ghi là có mặt"
        ))
        .expected("không có mặt; không tính vào số được triệu tập"),
        Problem::IssuedOverPresent { issued, present } => {
            say("số phiếu phát ra nhiều hơn số đảng viên chính thức có mặt")
                .found(format!("{issued} phát ra"))
                .expected(format!("nhiều nhất {present} (có mặt lúc bầu cử)"))
                .hint("sửa số phát ra, hoặc cột Dự đại hội")
        }
        Problem::IssuedUnderPresent { issued, present } => {
            let missing = present.saturating_sub(*issued);
            Wording::new(format!("{missing} người có mặt không nhận phiếu"))
                .found(format!("{issued} phát ra"))
                .expected(format!("{present} (có mặt lúc bầu cử)"))
        }
        Problem::ReturnedOverIssued { returned, issued } => {
            say("số phiếu thu về nhiều hơn số phiếu phát ra")
                .found(format!("{returned} thu về"))
                .expected(format!("nhiều nhất {issued} (phát ra)"))
                .hint("đếm lại, sửa số sai")
        }
        Problem::ReturnedUnderIssued { returned, issued } => {
            let missing = issued.saturating_sub(*returned);
            Wording::new(format!("{missing} phiếu phát ra không thu về"))
                .found(format!("{returned} thu về"))
                .expected(format!("{issued} (phát ra)"))
        }
        Problem::BallotsDoNotAdd {
            valid,
            invalid,
            returned,
        } => say("số phiếu thu về không bằng hợp lệ cộng không hợp lệ")
            .found(sum(&[(*valid, label::VALID), (*invalid, label::INVALID)]))
            .expected(format!("{returned} ({})", label::RETURNED))
            .hint("đếm lại, sửa một trong ba số"),
        Problem::VotesOverValid { name, votes, valid } => {
            Wording::new(format!("“{name}” có nhiều phiếu hơn số phiếu hợp lệ"))
                .found(format!("{votes} phiếu"))
                .expected(format!("nhiều nhất {valid} (hợp lệ)"))
                .hint("đếm lại, sửa số sai")
        }
        Problem::VotesOverAllowed {
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
        Problem::VotesUnderValid { votes, valid } => {
            say("tổng số phiếu ít hơn số phiếu hợp lệ")
                .found(added(votes))
                .expected(format!("ít nhất {valid} (hợp lệ)"))
                .hint("đếm lại; phiếu không bầu cho ai là không hợp lệ")
        }
        Problem::ForAndAgainstOverValid {
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
        Problem::ForAndAgainstNotValid {
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
        Problem::DeclaredDiffers {
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
        Problem::CandidateUnknown { name, nearest } => Wording::new(format!(
            "“{name}” không có trong danh sách đảng viên của chi bộ"
        ))
        .expected("một đảng viên chính thức trong danh sách")
        .hint_if(perhaps(nearest.as_ref())),
        Problem::CandidateNotOfficial { name } => Wording::new(format!(
            "“{name}” không phải đảng viên chính thức của chi bộ"
        ))
        .expected("một đảng viên chính thức trong danh sách")
        .hint("sửa tên, hoặc Ngày chính thức trong danh sách đảng viên"),
        Problem::CandidateExcluded { name } => Wording::new(format!(
            "“{name}” bị đình chỉ hoặc khởi tố, không được triệu tập"
        ))
        .expected("một đảng viên chính thức được triệu tập")
        .hint("sửa tên, hoặc Tình trạng trong danh sách đảng viên"),
        Problem::NotOfCommittee { name, office } => Wording::new(format!(
            "“{name}” trong danh sách bầu {office}, chưa trúng cử chi ủy"
        ))
        .expected("một chi ủy viên đã trúng cử tại đại hội")
        .hint("sửa tên, hoặc số phiếu bầu chi ủy"),
        Problem::OfficeTooEarly { office, before } => Wording::new(format!(
            "bầu {office} đã có số phiếu khi chưa bầu xong {before}"
        ))
        .expected("lần lượt bầu chi ủy, bí thư rồi phó bí thư")
        .hint(format!("nhập số phiếu, quyết định của cuộc bầu {before}")),
        Problem::SecretaryForDeputy { name } => Wording::new(format!(
            "“{name}” đã trúng cử bí thư, lại có trong danh sách bầu phó bí thư"
        ))
        .expected("một người khác; nếu chi bộ có chi ủy thì là chi ủy viên")
        .hint("sửa tên ở một trong hai danh sách"),
        Problem::BoardOnList { name } => Wording::new(format!(
            "“{name}” kiểm phiếu cuộc bầu có tên mình trong danh sách"
        ))
        .expected("một đảng viên chính thức không có trong danh sách bầu")
        .hint("sửa tên trong ban kiểm phiếu, hoặc trong danh sách bầu"),
        Problem::BoardUnknown { name, nearest } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu không có trong danh sách đảng viên"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint_if(perhaps(nearest.as_ref())),
        Problem::BoardNotOfficial { name } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu không phải đảng viên chính thức của chi bộ"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint("sửa tên, hoặc Ngày chính thức trong danh sách đảng viên"),
        Problem::BoardExcluded { name } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu bị đình chỉ hoặc khởi tố, không được triệu tập"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint("sửa tên, hoặc cột Tình trạng"),
        Problem::BoardAbsent { name } => Wording::new(format!(
            "“{name}” trong ban kiểm phiếu mà vắng đại hội"
        ))
        .expected("một đảng viên chính thức có mặt tại đại hội")
        .hint("sửa tên, hoặc cột Dự đại hội"),
        Problem::CommitteeInSmallCell { official } => Wording::new(format!(
            "chi bộ có {official} đảng viên chính thức mà bầu chi ủy"
        ))
        .found(format!("{official} đảng viên chính thức"))
        .expected("từ 9 đảng viên chính thức mới bầu chi ủy")
        .hint("bỏ trang bầu chi ủy, hoặc sửa Ngày chính thức trong danh sách"),
        Problem::OfficeTooLarge {
            office,
            seats,
            most,
        } => Wording::new(format!("{office}: số lượng bầu quá quy định"))
            .found(format!("{seats} người"))
            .expected(format!("nhiều nhất {most} người"))
            .hint("sửa Số lượng bầu"),
        Problem::ElectedOverSeats {
            office,
            elected,
            seats,
        } => Wording::new(format!("{office}: trúng cử nhiều hơn số lượng bầu"))
            .found(format!("{elected} trúng cử"))
            .expected(format!("nhiều nhất {seats} (Số lượng bầu)"))
            .hint("sửa Số lượng bầu của các lần bầu"),
        Problem::ElectedTwice { name, office } => {
            Wording::new(format!("“{name}” trúng cử {office} hai lần"))
                .expected("người đã trúng cử không có trong danh sách lần sau")
        }
        Problem::ElectedStandsAgain { name, office } => Wording::new(format!(
            "“{name}” đã trúng cử {office}, lại có trong danh sách lần bầu sau"
        ))
        .expected("người đã trúng cử không có trong danh sách lần sau")
        .hint("sửa tên ở một trong hai danh sách"),
        Problem::DecisionNeeded {
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
            let who = if *of_alternates { "dự khuyết" } else { "người" };
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
        Problem::OfficeWithoutSheet { office, official } => Wording::new(format!(
            "chi bộ có {official} đảng viên chính thức, chưa có trang bầu {office}"
        ))
        .expected(format!("trang tính “Bầu {office}”")),
        Problem::RoundContradicts { office, fault: it } => {
            Wording::new(format!("{office}: lần bầu này trái với lần bầu trước"))
                .found(fault(*it))
                .expected("bầu tiếp thì có trang (lần 2); bầu lại thì có trang (bầu lại)")
                .hint("ghi Quyết định của đại hội ở lần trước, hoặc sửa tên trang tính")
        }
        Problem::RoundMissing { office, decided } => {
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
        Problem::PresentAtVote { typed, least, most } => {
            say("số có mặt lúc bầu không khớp với danh sách")
                .found(format!("{typed} (đã nhập)"))
                .expected(if least == most {
                    format!("{most} (cột Dự đại hội)")
                } else {
                    format!("từ {least} đến {most} (cột Dự đại hội)")
                })
                .hint("sửa số đã nhập, hoặc cột Dự đại hội")
        }
        Problem::RevoteList { tied } if tied.is_empty() => {
            say("bầu lại mà lần bầu trước không có ai bằng phiếu")
                .expected("bầu tiếp thì có trang (lần 2)")
        }
        Problem::RevoteList { tied } => {
            say("danh sách bầu lại không đúng những người bằng phiếu")
                .expected(tied.join(", "))
                .hint("chỉ ghi những người bằng phiếu ở lần bầu trước")
        }
        Problem::SeatsNotOpen { typed, open } => {
            say("số lượng bầu không bằng số còn thiếu của lần bầu trước")
                .found(format!("{typed} (đã nhập)"))
                .expected(format!("{open} (còn thiếu)"))
        }
        Problem::CandidateTwice { name } => {
            Wording::new(format!("“{name}” có hai lần trong danh sách bầu"))
                .expected("mỗi người một lần trong danh sách")
                .hint("xóa dòng thừa")
        }
        Problem::NoSeats => say("số lượng bầu là 0")
            .found("0")
            .expected("số lượng bầu ít nhất là 1"),
        Problem::HandsOverPresent { hands, present } => {
            say("số biểu quyết nhiều hơn số đảng viên chính thức có mặt")
                .found(format!("{hands} biểu quyết"))
                .expected(format!("nhiều nhất {present} (có mặt)"))
                .hint("đếm lại, sửa số sai")
        }
        Problem::HandsUnderPresent { hands, present } => Wording::new(format!(
            "{} người có mặt không biểu quyết",
            u64::from(*present).saturating_sub(*hands)
        ))
        .found(format!("{hands} biểu quyết"))
        .expected(format!("{present} (có mặt suốt đại hội)"))
        .hint("đếm lại: tán thành, không tán thành, không có ý kiến"),
        Problem::NotCarried { agreed, present } => {
            say("biểu quyết không được quá một nửa số đảng viên chính thức có mặt")
                .found(format!("{agreed} tán thành"))
                .expected(format!("từ {} tán thành", present / 2 + 1))
                .hint("nếu đúng như vậy thì nội dung này không được thông qua")
        }
        Problem::MotionWithoutBallot => say("dòng này không thuộc cuộc bầu nào")
            .expected("Cuộc bầu: chi ủy, bí thư, phó bí thư hoặc đại biểu")
            .hint("ghi Cuộc bầu, nếu không thì văn bản không có biểu quyết này"),
        Problem::SummonedDiffers { typed, counted } => {
            say("“Được triệu tập” không khớp với danh sách đảng viên")
                .found(format!("{typed} (đã nhập)"))
                .expected(format!("{counted} (đảng viên chính thức được triệu tập)"))
                .hint("sửa số đã nhập, hoặc cột Ngày chính thức, Tình trạng")
        }
        Problem::UncertainReading { reading: it } => reading(it),
        Problem::BeforeRegulations { number } => {
            say("ngày đại hội sớm hơn mọi quy chế bầu cử mà chương trình biết")
                .expected(format!("kết quả tính theo {number}"))
                .hint("xem lại năm của Ngày đại hội")
        }
        Problem::Member(fault) => member::of(fault),
        Problem::List(fault) => list::of(fault),
        Problem::Designation(fault) => designation::of(fault),
        Problem::Paper(fault) => paper::of(fault),
        Problem::TemplateSyntax { reason, line } => {
            Wording::new(format!("mẫu không đọc được: {reason}")).found(line.clone())
        }
        Problem::TemplateKey { key, nearest, line } => {
            Wording::new(format!("không có khóa “{key}”"))
                .found(line.clone())
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::Markup { reason, line } => {
            Wording::new(format!("thẻ viết sai: {reason}")).found(line.clone())
        }
        Problem::MarkupUnknown {
            name,
            nearest,
            line,
        } => Wording::new(format!("không có thẻ hoặc thuộc tính “{name}”"))
            .found(line.clone())
            .hint_if(perhaps(nearest.as_ref())),
        Problem::TemplateUnknown { nearest } => {
            Wording::new("không có mẫu nào tên như tệp này")
                .hint_if(perhaps(nearest.as_ref()))
        }
        Problem::PictureUnread { file, why } => {
            Wording::new(format!("không đọc được hình: {}", picture_fault(*why)))
                .found(file.clone())
                .expected("tệp JPEG hoặc PNG trong cùng thư mục với bảng tính")
                .hint("sửa tên tệp, hoặc lưu lại hình rồi chạy lại")
        }
        Problem::CommitteeWaits { cells } => {
            Wording::new("chưa lập văn bản của đảng ủy, vì còn chờ chi bộ")
                .found(awaited(cells))
                .expected("kết quả đại hội của tất cả các chi bộ trong danh sách")
        }
        Problem::NoGlyph {
            character,
            text,
            paper,
        } => Wording::new(format!("ký tự “{character}” không in được"))
            .found(format!("“{text}” trong {paper}"))
            .expected("chữ và dấu thông thường")
            .hint("thay ký tự ấy trong bảng tính"),
        Problem::EditedKept { kept_as } => {
            Wording::new("văn bản đã bị sửa từ lần lập trước; bản sửa được giữ lại")
                .found(kept_as.clone())
        }
        Problem::OutOfDate { folder } => Wording::new(
            "thư mục văn bản cũ được giữ nguyên, không còn đúng với bảng tính",
        )
        .found(folder.clone())
        .hint("sửa các lỗi đã nêu rồi chạy lại"),
    }
}

fn picture_fault(why: PictureFault) -> &'static str {
    match why {
        PictureFault::Missing => "không có tệp này",
        PictureFault::Outside => "tệp ở ngoài thư mục",
        PictureFault::Format => "không phải JPEG hoặc PNG",
        PictureFault::Broken => "tệp hỏng",
        PictureFault::TooLarge => "tệp quá lớn",
    }
}

fn awaited(cells: &[(String, Awaited)]) -> String {
    let named = cells.iter().map(|(name, why)| {
        let why = match why {
            Awaited::Missing => "chưa có bảng tính",
            Awaited::Faulty => "bảng tính có lỗi",
            Awaited::Unsettled => "chưa có kết quả hoặc quyết định",
        };
        format!("{name} ({why})")
    });
    named.collect::<Vec<_>>().join("; ")
}
