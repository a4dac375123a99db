//! What `check -v` tells of a workbook as clerks keep it.

use crate::support::run_in;
use crate::support::{Folder, SITUATIONS};
use rust_xlsxwriter::{Format, Workbook, Worksheet};
use std::path::PathBuf;

/// Writes texts into a row, numbered as Excel does; an empty one leaves its cell empty.
fn row(page: &mut Worksheet, number: u32, texts: &[&str]) {
    for (column, text) in (0_u16..).zip(texts).filter(|(_, text)| !text.is_empty()) {
        page.write_string(number - 1, column, *text).unwrap();
    }
}

/// A text over merged cells, such as a section or a header.
fn merged(page: &mut Worksheet, first: (u32, u16), last: (u32, u16), text: &str) {
    let plain = Format::new();
    page.merge_range(first.0 - 1, first.1, last.0 - 1, last.1, text, &plain)
        .unwrap();
}

/// Members under a letterhead and a header of two rows, in sections, with a total and
/// signatures.
fn write_members(page: &mut Worksheet) {
    let right = "Phú Lợi, ngày 12 tháng 2 năm 2022";
    row(page, 1, &["ĐẢNG BỘ XÃ PHÚ LỢI"]);
    merged(page, (1, 6), (1, 10), "ĐẢNG CỘNG SẢN VIỆT NAM");
    row(page, 2, &["CHI BỘ ẤP BÌNH AN", "", "", "", "", "", right]);
    merged(page, (3, 0), (3, 10), "DANH SÁCH ĐẢNG VIÊN");
    merged(page, (4, 0), (4, 10), "(Kèm theo báo cáo)");
    let tall = [
        (0, "S\nT\nT"),
        (1, "Họ đệm"),
        (2, "Tên"),
        (5, "Dân tộc"),
        (8, "Số CCCD"),
        (9, "Chức vụ"),
        (10, "Trạng thái Zalo"),
    ];
    for (column, text) in tall {
        merged(page, (6, column), (7, column), text);
    }
    merged(page, (6, 3), (6, 4), "NGÀY, THÁNG, NĂM SINH");
    merged(page, (6, 6), (6, 7), "Ngày vào Đảng");
    let halves = ["", "", "", "Nam", "Nữ", "", "Dự bị", "Chính thức"];
    row(page, 7, &halves);
    for column in 0..11_u16 {
        page.write_number(7, column, column + 1).unwrap();
    }
    let dates = ["Kinh", "03/02/2010", "03/02/2011"];
    let mut member = |at, names: [&str; 3], born: [&str; 2], last: [&str; 3]| {
        row(page, at, &[&names[..], &born, &dates, &last].concat());
    };
    let last = ["079184000001", "Bí thư", "có"];
    member(10, ["1", "Nguyễn Văn", "An"], ["12/5/1984", ""], last);
    let last = ["079190000002", "", "có"];
    member(11, ["2", "Trần Thị", "Bình"], ["", "20/10/1990"], last);
    member(13, ["3", "Lê Văn", "Cường"], ["1/1/1975", ""], last);
    member(14, ["4", "Phạm Thị", "Dung"], ["", "15/8/1988"], last);
    merged(page, (9, 0), (9, 10), "I. TỔ 1");
    merged(page, (12, 0), (12, 10), "II. TỔ 2");
    merged(page, (15, 0), (15, 10), "Tổng cộng: 4 đảng viên");
    for (number, text) in [(17, right), (18, "BÍ THƯ"), (23, "Nguyễn Văn An")] {
        row(page, number, &["", "", "", "", "", "", text]);
    }
}

fn messy_workbook(folder: &Folder) -> PathBuf {
    let mut book = Workbook::new();
    write_members(book.add_worksheet().set_name("Sheet1").unwrap());
    let page = book.add_worksheet().set_name("Thông tin").unwrap();
    row(page, 1, &["THÔNG TIN ĐẠI HỘI"]);
    let facts = [
        ["Tên chi bộ", "Chi bộ ấp Bình An"],
        ["Tên đảng bộ", "Đảng bộ xã Phú Lợi"],
        ["Nhiệm kỳ", "2022-2025"],
        ["Ngày tổ chức đại hội", "12/02/2022"],
        ["Thời gian khai mạc", "7 giờ 30"],
        ["Nơi tổ chức", "Nhà văn hóa ấp"],
        ["Hội trường", "tầng 2"],
        ["Chủ trì", "Nguyễn Văn An"],
    ];
    for (number, fact) in (3_u32..).zip(facts) {
        row(page, number, &fact);
    }
    let page = book.add_worksheet().set_name("Nháp").unwrap();
    page.set_hidden(true);
    row(page, 1, &["tính thử"]);
    let path = folder.join("lon-xon.xlsx");
    book.save(&path).unwrap();
    path
}

/// The lines from the name of the file on, without the last, which counts findings.
fn told(lang: &str, path: &str) -> String {
    let said = run_in(lang, &["check", "-v", path]).out;
    let lines = said.lines().skip(1);
    let lines: Vec<&str> = lines.filter(|line| !line.starts_with(['0', '1'])).collect();
    lines.join("\n")
}

#[test]
fn check_verbose_tells_how_a_messy_workbook_was_read() {
    let folder = Folder::new();
    let path = messy_workbook(&folder);
    let path = path.to_str().unwrap();
    insta::assert_snapshot!(told("vi", path), @r"
    lon-xon.xlsx
      “Sheet1” → Đảng viên (theo nội dung)
        bỏ qua dòng 1–4, phần trên bảng: “ĐẢNG BỘ XÃ PHÚ LỢI / ĐẢNG CỘNG SẢN VIỆT NAM / CHI BỘ ẤP BÌNH AN / Phú Lợi, ngày 12 tháng 2 năm 2022 / DANH SÁCH ĐẢNG VIÊN / (Kèm theo báo cáo)”
        tiêu đề: dòng 6–7
        A  → TT               (“S T T”)
        B  → Họ và tên        (“Họ đệm”)
        C  → Họ và tên        (“Tên”)
        D  → Nam              (“NGÀY, THÁNG, NĂM SINH Nam”)
        E  → Nữ               (“NGÀY, THÁNG, NĂM SINH Nữ”)
        F  → Dân tộc
        G  → Ngày vào Đảng    (“Ngày vào Đảng Dự bị”)
        H  → Ngày chính thức  (“Ngày vào Đảng Chính thức”)
        I  không đọc          (“Số CCCD”)
        J  → Chức vụ
        K  không đọc          (“Trạng thái Zalo”)
        bỏ qua dòng 8, số thứ tự cột: “1”
        bỏ qua dòng 9, tiêu đề nhóm: “I. TỔ 1”
        bỏ qua dòng 12, tiêu đề nhóm: “II. TỔ 2”
        bỏ qua dòng 15, dòng cộng: “Tổng cộng: 4 đảng viên”
        bỏ qua dòng 17–23, phần dưới bảng: “Phú Lợi, ngày 12 tháng 2 năm 2022”
      “Thông tin” → Thông tin (theo tên)
        bỏ qua dòng 1, phần trên bảng: “THÔNG TIN ĐẠI HỘI”
        A3   → Chi bộ            (“Tên chi bộ”)
        A4   → Đảng bộ           (“Tên đảng bộ”)
        A5   → Nhiệm kỳ
        A6   → Ngày đại hội      (“Ngày tổ chức đại hội”)
        A7   → Khai mạc          (“Thời gian khai mạc”)
        A8   → Địa điểm          (“Nơi tổ chức”)
        A9   không đọc           (“Hội trường”)
        A10  → Chủ tịch đại hội  (“Chủ trì”)
      “Nháp”: không đọc, trang ẩn
    ");
}

#[test]
fn check_verbose_tells_it_in_english_too() {
    let folder = Folder::new();
    let path = messy_workbook(&folder);
    let path = path.to_str().unwrap();
    let told = told("en", path);
    let expected = [
        "  “Sheet1” → Đảng viên (by what it holds)",
        "    header: rows 6–7",
        "    I  not read           (“Số CCCD”)",
        "    passed over, row 8, column numbers: “1”",
        "    passed over, row 9, head of a section: “I. TỔ 1”",
        "    passed over, row 15, a total: “Tổng cộng: 4 đảng viên”",
        "  “Nháp”: not read, a hidden sheet",
    ];
    for line in expected {
        assert!(told.lines().any(|it| it == line), "{line}\n{told}");
    }
}

#[test]
fn check_verbose_tells_of_the_ballots_of_a_matrix_together() {
    let path = format!("{SITUATIONS}/ma-tran-phieu.xlsx");
    let told = told("vi", &path);
    let ballots = "    C–L  → Phiếu                  (“P1 … P10”)";
    let count = told.lines().filter(|line| *line == ballots).count();
    assert_eq!(count, 3, "{told}");
    // the second of two names beside a label is no title
    assert!(!told.contains("Lê Thế Hào"), "{told}");
}
