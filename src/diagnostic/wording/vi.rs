//! Vietnamese.

mod count;
mod designation;
mod hands;
mod list;
mod member;
mod office;
mod paper;
mod person;
mod reading;

use super::Wording;
use crate::diagnostic::{
    Awaited, Bulk, DateFault, Disguise, Found, PictureFault, Problem, Seen, SeenKind,
    Unread,
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
        Problem::NotAMark {
            seen: it,
            has_surplus,
            names,
            seats,
        } => {
            let list = match seats {
                Some(seats) => format!("bầu {seats} trong danh sách {names} người"),
                None => format!("danh sách {names} người"),
            };
            let (expected, hint) = if *has_surplus {
                ("x (bầu), hoặc để trống", format!("{list}, có số dư: mỗi phiếu ghi x ở người được bầu"))
            } else {
                ("Đ (đồng ý), K (không đồng ý), ĐK (cả hai ô), hoặc để trống", format!("{list}, không có số dư: mỗi phiếu ghi Đ hoặc K ở từng người"))
            };
            say("dấu này không đúng cách ghi từng phiếu của danh sách")
                .found(seen(it))
                .expected(expected)
                .hint(hint)
        }
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
        Problem::CellsInFolder { folder } => {
            Wording::new(format!("thư mục con “{folder}” có bảng tính của nhiều chi bộ"))
                .expected("mỗi thư mục con là của một chi bộ")
                .hint(format!(
                    "nếu “{folder}” là cả một đợt thì chạy lại với chính thư mục ấy; \
                     nếu không thì chuyển các tệp của chi bộ khác ra ngoài"
                ))
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
        Problem::UncertainReading { reading } => reading::of(reading),
        Problem::BeforeRegulations { number } => {
            say("ngày đại hội sớm hơn mọi quy chế bầu cử mà chương trình biết")
                .expected(format!("kết quả tính theo {number}"))
                .hint("xem lại năm của Ngày đại hội")
        }
        Problem::Member(fault) => member::of(fault),
        Problem::Count(fault) => count::of(fault),
        Problem::List(fault) => list::of(fault),
        Problem::Person(fault) => person::of(fault),
        Problem::Office(fault) => office::of(fault),
        Problem::Hands(fault) => hands::of(fault),
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
