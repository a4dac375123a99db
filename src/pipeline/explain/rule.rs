//! The rules that make figures, in Vietnamese: manifests name them in English.

use crate::diagnostic::Lang;

/// Each rule and what it is called in Vietnamese.
const WORDS: &[(&str, &str)] = &[
    ("as typed", "đúng như trong ô"),
    (
        "the name as in the member list",
        "họ tên như trong danh sách đảng viên",
    ),
    (
        "the name as the committee's workbook spells it",
        "tên như trong bảng tính của đảng ủy",
    ),
    ("left to the hand", "để trống, ghi tay"),
    (
        "in force on the day",
        "văn bản có hiệu lực vào ngày đại hội",
    ),
    (
        "three copies by default",
        "ba bản khi bảng tính không ghi khác",
    ),
    (
        "counter of the congress's papers",
        "số thứ tự văn bản của đại hội, đếm từ 01",
    ),
    (
        "first number of the decisions and the cell's place in the list",
        "số quyết định đầu cộng thứ tự của chi bộ trong danh sách",
    ),
    (
        "the cell's place in the committee's list",
        "thứ tự của chi bộ trong danh sách của đảng ủy",
    ),
    // the member list
    ("members of the cell", "đảng viên của chi bộ"),
    (
        "official members of the cell",
        "đảng viên chính thức của chi bộ",
    ),
    (
        "probationary members of the cell",
        "đảng viên dự bị của chi bộ",
    ),
    ("members summoned", "đảng viên được triệu tập"),
    ("members not summoned", "đảng viên không được triệu tập"),
    (
        "official members summoned",
        "đảng viên chính thức được triệu tập",
    ),
    (
        "probationary members summoned",
        "đảng viên dự bị được triệu tập",
    ),
    (
        "official members summoned, and the spare",
        "đảng viên chính thức được triệu tập, cộng phiếu dự phòng",
    ),
    ("members present", "đảng viên có mặt"),
    ("guests from above", "đại biểu cấp trên"),
    ("official members present", "đảng viên chính thức có mặt"),
    (
        "official members present throughout",
        "đảng viên chính thức có mặt suốt đại hội",
    ),
    ("probationary members present", "đảng viên dự bị có mặt"),
    ("members there for a part", "đảng viên dự một phần"),
    (
        "absent with a reason",
        "được triệu tập mà vắng mặt có lý do",
    ),
    ("summoned and absent", "được triệu tập mà vắng mặt"),
    ("summoned and not present", "được triệu tập mà không có mặt"),
    ("members by status", "đảng viên theo tình trạng"),
    ("members by sex", "đảng viên theo giới tính"),
    ("members by ethnic group", "đảng viên theo dân tộc"),
    ("members by religion", "đảng viên theo tôn giáo"),
    ("members by discipline", "đảng viên bị kỷ luật"),
    ("members by badge", "đảng viên theo Huy hiệu Đảng"),
    ("schooling", "đảng viên theo trình độ giáo dục phổ thông"),
    ("profession", "đảng viên theo trình độ chuyên môn"),
    (
        "political theory",
        "đảng viên theo trình độ lý luận chính trị",
    ),
    (
        "state management",
        "đảng viên theo trình độ quản lý nhà nước",
    ),
    ("post", "đảng viên theo chức vụ"),
    (
        "yearly grade",
        "đảng viên theo xếp loại chất lượng hằng năm",
    ),
    (
        "ages on the day of the congress",
        "tuổi đời tính đến ngày đại hội",
    ),
    (
        "average age on the day of the congress",
        "tuổi đời bình quân tính đến ngày đại hội",
    ),
    (
        "years since admission on the day of the congress",
        "tuổi đảng tính đến ngày đại hội",
    ),
    // ballots
    ("base of the majority", "số làm căn cứ tính quá nửa"),
    ("official", "đảng viên chính thức của chi bộ"),
    (
        "elsewhere",
        "sinh hoạt tạm thời nơi khác, không tính vào căn cứ",
    ),
    (
        "exempt-absent",
        "được miễn sinh hoạt và vắng mặt, không tính vào căn cứ",
    ),
    ("suspended", "bị đình chỉ sinh hoạt, không tính vào căn cứ"),
    ("charged", "đang bị khởi tố, không tính vào căn cứ"),
    (
        "absent-accepted",
        "vắng mặt có lý do được đồng ý, không tính vào căn cứ",
    ),
    ("more than half", "quá nửa của số làm căn cứ"),
    ("names on the list", "số người trong danh sách bầu cử"),
    ("names on the sheet", "số người ghi trên trang tính"),
    (
        "members of the counting board",
        "số người của ban kiểm phiếu",
    ),
    (
        "official members present at the vote, untyped",
        "đảng viên chính thức có mặt, vì bảng tính không ghi số có mặt khi bầu",
    ),
    ("issued and not returned", "phiếu phát ra mà không thu về"),
    ("ballots of the matrix", "số phiếu của bảng phiếu"),
    (
        "valid ballots of the matrix",
        "số phiếu hợp lệ của bảng phiếu",
    ),
    (
        "invalid ballots of the matrix",
        "số phiếu không hợp lệ của bảng phiếu",
    ),
    (
        "invalid ballots of one reason",
        "số phiếu không hợp lệ vì cùng một lý do",
    ),
    (
        "marked for, valid ballots",
        "số phiếu hợp lệ đánh dấu đồng ý",
    ),
    (
        "marked against, valid ballots",
        "số phiếu hợp lệ đánh dấu không đồng ý",
    ),
    (
        "votes in percent of the base",
        "tỷ lệ phiếu so với số làm căn cứ",
    ),
    ("votes of the elected", "số phiếu của những người trúng cử"),
    ("share in percent", "tỷ lệ phần trăm của hai số"),
    (
        "round by the name of the sheet",
        "lần bầu theo tên trang tính",
    ),
    ("counted ballots", "số cuộc bầu đã kiểm phiếu"),
    ("those elected", "số người trúng cử"),
    ("seats less those elected", "số lượng bầu trừ số trúng cử"),
    ("alternates to elect", "số lượng dự khuyết cần bầu"),
    (
        "alternates less those elected",
        "số lượng dự khuyết trừ số trúng cử",
    ),
    ("events of one kind", "số việc cùng loại trong diễn biến"),
    (
        "events of this kind",
        "số việc loại này trong diễn biến của các chi bộ",
    ),
    // the committee
    ("sum over the cells", "cộng các chi bộ"),
    ("congresses", "số đại hội"),
    ("congresses spoken to", "số đại hội có phát biểu chỉ đạo"),
    (
        "congresses that elected all at the first ballot",
        "số đại hội bầu đủ ngay lần đầu",
    ),
    (
        "cells of the committee's list",
        "số chi bộ trong danh sách của đảng ủy",
    ),
    (
        "carried by every congress",
        "nội dung đại hội nào cũng thông qua",
    ),
    (
        "elected to lead the cells",
        "số người trúng cử chi ủy, bí thư, phó bí thư các chi bộ",
    ),
    ("elected for the first time", "số người trúng cử lần đầu"),
    ("re-elected", "số người tái cử"),
    (
        "women among the elected",
        "số nữ trong những người trúng cử",
    ),
    (
        "those below 40 among the elected",
        "số người dưới 40 tuổi trong những người trúng cử",
    ),
];

/// A rule in words; one that has none in Vietnamese stays in English.
pub fn rule_words(rule: &str, lang: Lang) -> &str {
    let known = WORDS.iter().find(|(english, _)| *english == rule);
    match (lang, known) {
        (Lang::Vi, Some((_, vietnamese))) => vietnamese,
        (Lang::Vi | Lang::En, _) => rule,
    }
}
