//! Every finding code, with the reason it exists.

use crate::diagnostic::Lang;
use std::fmt::{self, Display, Formatter};

/// A finding's stable name. Never renumbered, never reused.
///
/// `S..` reading the sheet, `M..` member list, `V..` votes, `T..` templates,
/// `P..` papers and their files. The numbers of `M..` and `V..` are those of the
/// project's list of identities; [`Code::why`] documents each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "`why` documents each code, for users and developers")]
#[rustfmt::skip]
pub enum Code {
    S01, S02, S03, S04, S05, S06, S07, S08, S09, S10, S11, S12, S13, S14, S15, S16, S17,
    S18, S19, S20, S21, S22, S23, S24, S25, S26, S27, S28, S29, S30, S31, S32, S33, S34,
    S35,
    M01, M02, M06, M07, M08, M09, M10, M11, M12, M13, M14,
    V01, V02, V03, V04, V05, V06, V07, V08, V09, V12, V13, V14, V15, V16, V17, V18, V19,
    V20, V21, V22, V23, V24, V25, V26, V27, V28, V29, V30, V31, V32, V33, V34,
    V35, V36, V37, V38, V39, V40, V41,
    T01, T02, T03, T04, T05,
    P01, P02, P03, P04, P05,
}

impl Code {
    /// Every code, in order.
    #[rustfmt::skip]
    pub const ALL: [Self; 95] = [
        Self::S01, Self::S02, Self::S03, Self::S04, Self::S05, Self::S06, Self::S07,
        Self::S08, Self::S09, Self::S10, Self::S11, Self::S12, Self::S13, Self::S14,
        Self::S15, Self::S16, Self::S17, Self::S18, Self::S19, Self::S20, Self::S21,
        Self::S22, Self::S23, Self::S24, Self::S25, Self::S26, Self::S27, Self::S28,
        Self::S29, Self::S30, Self::S31, Self::S32, Self::S33, Self::S34, Self::S35,
        Self::M01, Self::M02, Self::M06, Self::M07, Self::M08, Self::M09, Self::M10,
        Self::M11, Self::M12, Self::M13, Self::M14,
        Self::V01, Self::V02, Self::V03, Self::V04, Self::V05, Self::V06, Self::V07,
        Self::V08, Self::V09, Self::V12, Self::V13, Self::V14, Self::V15, Self::V16,
        Self::V17, Self::V18, Self::V19, Self::V20, Self::V21, Self::V22, Self::V23,
        Self::V24, Self::V25, Self::V26, Self::V27, Self::V28, Self::V29, Self::V30,
        Self::V31, Self::V32, Self::V33, Self::V34, Self::V35, Self::V36, Self::V37, Self::V38,
        Self::V39, Self::V40, Self::V41,
        Self::T01, Self::T02, Self::T03, Self::T04, Self::T05,
        Self::P01, Self::P02, Self::P03, Self::P04, Self::P05,
    ];

    /// Why the finding matters, in one sentence without a full stop.
    pub fn why(self, lang: Lang) -> &'static str {
        let (vi, en) = self.reasons();
        lang.pick(vi, en)
    }

    #[rustfmt::skip]
    #[expect(clippy::too_many_lines, reason = "a table, one row a code")]
    fn reasons(self) -> (&'static str, &'static str) {
        match self {
            Self::S01 => ("tệp phải là một bảng tính thì mới đọc được", "only a workbook can be read"),
            Self::S02 => ("tệp có mật khẩu thì không đọc được", "a workbook with a password cannot be read"),
            Self::S03 => ("trang tính này chứa dữ kiện mà văn bản cần", "the sheet holds facts that the papers need"),
            Self::S04 => ("thiếu nhãn bắt buộc thì không lập được văn bản", "without a required label no paper can be written"),
            Self::S05 => ("thiếu cột bắt buộc thì không đọc được bảng", "without a required column the table cannot be read"),
            Self::S06 => ("ô bắt buộc đang để trống", "a required cell is empty"),
            Self::S07 => ("số phiếu, số người là số nguyên không âm", "votes and people are whole numbers, zero or more"),
            Self::S08 => ("ngày phải có trong lịch", "a date must be one that the calendar has"),
            Self::S09 => ("ô này chỉ nhận một số từ đã định", "the cell takes one of a few set words"),
            Self::S10 => ("giờ phải đọc được thành giờ và phút", "a time must read as hours and minutes"),
            Self::S11 => ("ô báo lỗi hoặc công thức chưa tính thì không có giá trị", "an error cell or a formula never calculated has no value"),
            Self::S12 => ("trang tính không rõ tên thì không được đọc", "a sheet of an unknown name is not read"),
            Self::S13 => ("nhãn hoặc cột không rõ tên thì không được đọc", "a label or column of an unknown name is not read"),
            Self::S14 => ("một trang tính chỉ được có một lần cho mỗi chi bộ", "each sheet may stand once for a cell"),
            Self::S15 => ("ký tự ẩn không được in ra", "invisible characters are not printed"),
            Self::S16 => ("nhãn này chỉ nhận một giá trị", "the label takes one value"),
            Self::S17 => ("mỗi chi bộ chỉ có một tệp trong một đợt", "a batch holds one file for each cell"),
            Self::S18 => ("danh sách chi bộ của đảng ủy phải khớp với các tệp", "the committee's list of cells must match the files"),
            Self::S19 => ("dữ kiện không có thì câu hoặc mục ấy được bỏ", "a sentence whose facts are absent is left out"),
            Self::S20 => ("chưa có số người dự và số phiếu thì chưa có kết quả", "without attendance and counts there is no result yet"),
            Self::S21 => ("một đợt chỉ có một tệp của đảng ủy", "a batch holds one workbook of the committee"),
            Self::S22 => ("thư mục phải có ít nhất một bảng tính", "a folder must hold at least one workbook"),
            Self::S23 => ("phiên bản này chưa đọc được cách trình bày ấy", "this version does not read that layout yet"),
            Self::S24 => ("bảng không có dòng nào thì không có dữ kiện", "a table without rows holds no facts"),
            Self::S25 => ("bảng tính quá lớn thì không đọc, để máy không bị treo", "a workbook beyond the limits is refused, to protect the machine"),
            Self::S26 => ("chữ theo bảng mã cũ (TCVN3, VNI) được đổi sang Unicode", "text of old fonts (TCVN3, VNI) is converted to Unicode"),
            Self::S27 => ("tệp không phải loại mà đuôi tệp nói", "the file is not what its ending says"),
            Self::S28 => ("tệp chữ phải theo Unicode thì mới đọc đúng dấu", "a text file must be in Unicode"),
            Self::S29 => ("trang tính có tên khác được đọc theo nội dung", "a sheet of another name is read by what it holds"),
            Self::S30 => ("ngày và tháng có thể đã bị đổi chỗ cho nhau", "day and month may have changed places"),
            Self::S31 => ("tên được in không kèm danh xưng, không viết hoa toàn bộ", "a name is printed without titles and not all in capitals"),
            Self::S32 => ("mỗi dòng phải thuộc một chi bộ có trong bảng “Thông tin”", "each row belongs to a cell that “Thông tin” names"),
            Self::S33 => ("dấu “như trên” phải có một ô ở trên để lặp lại", "a ditto mark needs a cell above to repeat"),
            Self::S34 => ("mỗi trang tính chỉ đọc một bảng", "one table is read on each sheet"),
            Self::S35 => ("mỗi người chỉ ghi ở một trong hai cột Nam, Nữ", "a person stands under one of Nam and Nữ only"),
            Self::M01 => ("tổng số đảng viên = chính thức + dự bị, và bằng số dòng trong danh sách", "members = official + probationary, and equal to the list"),
            Self::M02 => ("số nữ đã nhập phải đúng với danh sách: nam + nữ = tổng số", "the women typed must be those of the list: men + women = members"),
            Self::M06 => ("đại hội chỉ hợp lệ khi có mặt ít nhất hai phần ba (Điều lệ Đảng, Điều 11)", "a congress needs two thirds present (Party Statutes, article 11)"),
            Self::M07 => ("mỗi đảng viên chỉ có một dòng", "each member has one row"),
            Self::M08 => ("sinh, vào Đảng (đủ 18 tuổi), chính thức (sau 12 tháng dự bị), đại hội phải theo thứ tự ấy", "birth, admission (at 18 or older), official standing (12 months later) and congress follow in that order"),
            Self::M09 => ("đảng viên chưa đến ngày chính thức khi đại hội thì còn là dự bị", "a member not yet official on the day of the congress is probationary"),
            Self::M10 => ("số thứ tự liên tục, số ghi dưới danh sách bằng số dòng", "the rows are numbered without a hole, and the total below them is their number"),
            Self::M11 => ("người bị đình chỉ sinh hoạt, khởi tố không được triệu tập", "a suspended or charged member is not summoned"),
            Self::M12 => ("người được giới thiệu sinh hoạt tạm thời nơi khác không tính vào mẫu số, dù có mặt (244-QĐ/TW, Điều 32, khoản 2; 190-QĐ/TW, Điều 30)", "a member introduced to another cell does not count in the base, present or not (244-QĐ/TW, article 32, clause 2; 190-QĐ/TW, article 30)"),
            Self::M13 => ("mỗi đảng viên thuộc một chi bộ trong đợt", "each member belongs to one cell of a batch"),
            Self::M14 => ("cấp ủy đồng ý cho vắng chỉ tính với người vắng suốt đại hội", "consent to an absence counts only of one absent throughout"),
            Self::V01 => ("phát ra không quá số đảng viên chính thức có mặt lúc bầu cử", "no more ballots than official members present at the vote"),
            Self::V02 => ("thu về không quá phát ra", "no more ballots returned than issued"),
            Self::V03 => ("thu về = hợp lệ + không hợp lệ", "returned = valid + invalid"),
            Self::V04 => ("số phiếu của một người không quá số phiếu hợp lệ", "nobody has more votes than there are valid ballots"),
            Self::V05 => ("danh sách có số dư: tổng số phiếu không quá số phiếu hợp lệ nhân với số lượng bầu", "a list with surplus: all votes together are no more than valid ballots times seats"),
            Self::V06 => ("danh sách có số dư: mỗi phiếu hợp lệ bầu ít nhất một người", "a list with surplus: a valid ballot votes for one person at least"),
            Self::V07 => ("số đồng ý và không đồng ý của một người không quá số phiếu hợp lệ", "nobody has more votes for and against than there are valid ballots"),
            Self::V08 => ("danh sách một người: đồng ý + không đồng ý = hợp lệ", "a list of one name: for + against = valid"),
            Self::V09 => ("danh sách bầu chi ủy phải có số dư, không quá 30% số lượng bầu (bầu 3–5 người: 1 người) (244-QĐ/TW, Điều 16; 190-QĐ/TW, Điều 14)", "a list for the committee has a surplus, of 30% of the seats at most (of 3 to 5 seats: one) (244-QĐ/TW, article 16; 190-QĐ/TW, article 14)"),
            Self::V12 => ("kết quả ghi trên bảng phải đúng với kết quả tính theo quy chế", "the declared result must be the one the regulation gives"),
            Self::V13 => ("tỷ lệ ghi trên bảng phải đúng với số phiếu và cơ sở tính tỷ lệ", "a typed percentage must be that of the votes in its base"),
            Self::V14 => ("chỉ đảng viên chính thức của chi bộ được ứng cử, đề cử (Điều lệ Đảng, Điều 3)", "only official members of the cell may stand (Party Statutes, article 3)"),
            Self::V15 => ("bí thư, phó bí thư là hai chi ủy viên vừa trúng cử (Điều lệ Đảng, Điều 24)", "secretary and deputy are two of the committee just elected (Party Statutes, article 24)"),
            Self::V16 => ("ban kiểm phiếu gồm đảng viên chính thức có mặt, không có tên trong danh sách bầu (244-QĐ/TW, Điều 7; 190-QĐ/TW, Điều 8)", "the counting board is of official members present who do not stand (244-QĐ/TW, article 7; 190-QĐ/TW, article 8)"),
            Self::V17 => ("dưới 9 đảng viên chính thức không bầu chi ủy; chi ủy nhiều nhất 7 người; một bí thư, nhiều nhất một phó bí thư (Điều lệ Đảng, Điều 24)", "fewer than nine official members elect no committee; a committee has seven at most, a cell one secretary and one deputy at most (Party Statutes, article 24)"),
            Self::V18 => ("danh sách bầu xếp theo vần A, B, C của tên", "the names of a list stand in the order of given names"),
            Self::V19 => ("người đã trúng cử không bầu lần nữa, và số trúng cử không quá số lượng bầu", "nobody is elected twice or stands again, and no more are elected than there are seats"),
            Self::V20 => ("các văn bản phải ghi cùng một con số, mỗi văn bản một số riêng (36-HD/VPTW)", "papers tell the same figures, and each has a number of its own (36-HD/VPTW)"),
            Self::V21 => ("báo cáo trong 7 ngày làm việc, chuẩn y trong 15 ngày làm việc (24-QĐ/TW, điểm 16.1), cùng một nhiệm kỳ ở mọi nơi", "the report within 7 working days, the decision within 15 (24-QĐ/TW, point 16.1), and one term everywhere"),
            Self::V22 => ("đại hội quyết định bầu tiếp hay không; chương trình không quyết định thay", "the congress decides whether to vote on; the program never does"),
            Self::V23 => ("chi bộ có từ 9 đảng viên chính thức bầu chi ủy, rồi bí thư, phó bí thư (Điều lệ Đảng, Điều 24)", "a cell of nine official members or more elects a committee, then its secretaries (Party Statutes, article 24)"),
            Self::V24 => ("vòng bầu sau phải theo quyết định của đại hội ở vòng trước", "a later ballot must follow what the congress decided"),
            Self::V25 => ("số có mặt lúc bầu nằm giữa số có mặt và số có mặt cộng số vắng một phần", "those present at the vote lie between those present throughout and all who attended"),
            Self::V26 => ("bầu lại chỉ giữa những người bằng phiếu; các lần bầu sau chỉ bầu số còn thiếu", "a re-vote is among the tied only, and a later ballot only for the seats still open"),
            Self::V27 => ("mỗi người một lần trong danh sách", "everybody stands once on a list"),
            Self::V28 => ("số lượng bầu ít nhất là 1", "a ballot is for one seat at least"),
            Self::V29 => ("đảng viên chính thức có mặt, và chỉ họ, được biểu quyết", "the official members present, and only they, raise their hands"),
            Self::V30 => ("biểu quyết phải được quá một nửa (Điều lệ Đảng, Điều 9)", "a show of hands needs more than half (Party Statutes, article 9)"),
            Self::V31 => ("biểu quyết về số lượng, danh sách, ban kiểm phiếu thuộc một cuộc bầu", "a vote on seats, list or counting board belongs to an election"),
            Self::V32 => ("số được triệu tập ghi ở cuộc bầu phải bằng số đếm trong danh sách", "those summoned, as a ballot's sheet says, are those of the list"),
            Self::V33 => ("số ghi trên bảng phải bằng số đếm từng phiếu", "a typed figure must be what the single ballots give"),
            Self::V34 => ("đại hội thường không họp vào ngày nghỉ lễ", "a congress hardly meets on a public holiday"),
            Self::V35 => ("có số dư thì chỉ ghi Số phiếu, không có số dư thì ghi Đồng ý, Không đồng ý; chỉ bầu đại biểu mới có dự khuyết (244-QĐ/TW, Điều 17, Điều 20; 190-QĐ/TW, Điều 15, Điều 18)", "a list with surplus has votes only, one without has votes for and against; only delegates have alternates (244-QĐ/TW, articles 17 and 20; 190-QĐ/TW, articles 15 and 18)"),
            Self::V36 => ("số tổng ghi dưới danh sách bầu phải bằng các dòng cộng lại", "the total typed below a list is the sum of its rows"),
            Self::V37 => ("chỗ quy chế nói chưa rõ, hoặc chưa đọc được nguyên văn, thì đại hội và cấp ủy cấp trên phải xem lại", "where a result rests on words that are unclear or were not read, a person looks again"),
            Self::V38 => ("quy chế cũ nhất mà chương trình biết là 244-QĐ/TW, từ 09/6/2014", "the oldest regulation that the program knows is 244-QĐ/TW, of 9 June 2014"),
            Self::V39 => ("ba lần bầu không được bí thư thì cấp ủy cấp trên chỉ định; chỉ định sớm hơn khi thật cần thiết (24-QĐ/TW, điểm 22)", "after three failed ballots for secretary the committee above designates one, before that only when truly necessary (24-QĐ/TW, point 22)"),
            Self::V40 => ("số phiếu của một người không quá mẫu số", "nobody has more votes than the base of the majority"),
            Self::V41 => ("phiếu không hợp lệ phải có lý do, và chỉ phiếu ấy mới có", "an invalid ballot has a reason, and only such a one has"),
            Self::T01 => ("mẫu phải đúng cú pháp Handlebars", "a template must be valid Handlebars"),
            Self::T02 => ("mẫu chỉ dùng được các khóa có thật", "a template may use only keys that exist"),
            Self::T03 => ("mẫu phải viết ra các thẻ khép kín đúng", "a template must write well-formed markup"),
            Self::T04 => ("mẫu chỉ dùng được các thẻ và thuộc tính đã định", "a template may use only the elements and attributes of the markup"),
            Self::T05 => ("tệp mẫu phải có tên của một mẫu có sẵn", "a template file must have the name of a built-in one"),
            Self::P01 => ("ký tự không có trong phông chữ thì không in được", "a character that the font lacks cannot be printed"),
            Self::P02 => ("văn bản đã bị sửa tay được giữ lại bên cạnh bản mới", "a paper edited by hand is kept beside the new one"),
            Self::P03 => ("văn bản cũ không còn đúng với bảng tính", "the papers on disk no longer match the workbook"),
            Self::P04 => ("hình phải là tệp JPEG hoặc PNG đặt cạnh bảng tính", "a picture must be a JPEG or PNG file beside the workbook"),
            Self::P05 => ("báo cáo, tin tổng hợp cần đủ kết quả của các chi bộ", "the committee's papers need the results of all its cells"),
        }
    }
}

impl Display for Code {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}
