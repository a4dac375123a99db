use super::*;
use crate::diagnostic::Understood;
use crate::import::testing::{NONE, at, findings, merged_sheet, sheet};
use proptest::prelude::*;

static NAME: Name = Name::new("Họ và tên", &["Họ tên"]);
static BORN: Name = Name::new("Ngày sinh", &["Năm sinh"]);
static POST: Name = Name::new("Chức vụ", &["Đơn vị"]);

/// Names of the rows with their cells, and the findings.
fn names(rows: &str) -> (Vec<String>, Vec<String>) {
    let sheet = sheet(rows);
    let mut report = Report::default();
    let mut names = Vec::new();
    if let Some(mut table) = Table::find(
        &sheet,
        &ColumnNames::of(&[&NAME, &BORN, &POST]),
        &mut report,
    ) {
        table.require(&BORN, &mut report);
        table.report_unknown(&mut report);
        for row in table.rows() {
            if let Some(cell) = row.required(&NAME, &mut report) {
                names.push(format!("{} {}", at(&cell.place()), cell.shown()));
            }
        }
    }
    (names, findings(report))
}

#[test]
fn titles_are_skipped_and_addresses_are_absolute() {
    let rows = "\n\n|DANH SÁCH\n|TT|HỌ VÀ\u{a0}TÊN|Năm sinh\n|1|Lê Văn An|1984";
    let (names, findings) = names(rows);
    assert_eq!(names, ["Trang!C5 Lê Văn An"]);
    assert_eq!(findings, NONE);
}

#[test]
fn the_header_names_the_key_and_one_column_more() {
    let rows = "Họ và tên\nHọ và tên|Ngày sinh\nLê Văn An|1984";
    assert_eq!(names(rows).0, ["Trang!A3 Lê Văn An"]);
}

#[test]
fn blank_rows_and_rows_with_only_a_number_say_nothing() {
    let rows = "TT|Họ tên|Ngày sinh\n1|An|1984\n\n2||\n3|Bình|1985\n|||ghi thêm";
    let (names, findings) = names(rows);
    assert_eq!(names, ["Trang!B2 An", "Trang!B5 Bình"]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_row_without_its_key_is_a_finding() {
    let (_, findings) = names("Họ tên|Ngày sinh\n|1984");
    assert_eq!(findings, ["Trang!A2 S06"]);
}

#[test]
fn a_missing_column_names_the_header_that_looks_like_it_once() {
    let sheet = sheet("Họ tên|Ngày sih|Màu\nAn|1984|xanh");
    let mut report = Report::default();
    let mut table =
        Table::find(&sheet, &ColumnNames::of(&[&NAME, &BORN]), &mut report).unwrap();
    table.require(&BORN, &mut report);
    table.report_unknown(&mut report);
    let first = report.findings()[0].problem.clone();
    let expected = Problem::ColumnMissing {
        column: "Ngày sinh".into(),
        nearest: Some("Ngày sih".into()),
    };
    assert_eq!(first, expected);
    assert_eq!(findings(report), ["Trang S05", "Trang!C1 S13"]);
}

#[test]
fn a_table_without_header_names_what_looks_like_one() {
    let sheet = sheet("Họ vàa tên|Năm\nAn|1984");
    let mut report = Report::default();
    assert!(
        Table::find(&sheet, &ColumnNames::of(&[&NAME, &BORN]), &mut report).is_none()
    );
    let expected = Problem::ColumnMissing {
        column: "Họ và tên".into(),
        nearest: Some("Họ vàa tên".into()),
    };
    assert_eq!(report.findings()[0].problem, expected);
}

#[test]
fn of_two_columns_of_one_name_the_second_is_a_finding() {
    let (_, twice) = names("Họ tên|Ngày sinh|NGÀY SINH\nAn|1984|1985");
    assert_eq!(twice, ["Trang!C1 S16"]);
    let (_, synonyms) = names("Họ tên|Ngày sinh|Chức vụ|Đơn vị\nAn|1984|a|b");
    assert_eq!(synonyms, ["Trang!D1 S13"]);
}

static MEN: Name = Name::new("Nam", &[]);
static WOMEN: Name = Name::new("Nữ", &[]);
static SCHOOLING: Name = Name::new("Học vấn", &["Văn hóa"]);
static THEORY: Name = Name::new("Lý luận chính trị", &["LLCT"]);
static CELL: Name = Name::new("Chi bộ", &[]);
static VOTES: Name = Name::new("Số phiếu", &[]);
static AGREED: Name = Name::new("Đồng ý", &["Số phiếu đồng ý"]);
static AGAINST: Name = Name::new("Không đồng ý", &["Số phiếu không đồng ý"]);
static PERCENT: Name = Name::new("Tỷ lệ", &["%"]);

static ALL: [&Name; 12] = [
    &NAME, &BORN, &POST, &MEN, &WOMEN, &SCHOOLING, &THEORY, &CELL, &VOTES, &AGREED,
    &AGAINST, &PERCENT,
];

/// The rows of a sheet, each as `An; 1984` with the columns asked for, and the findings.
fn rows_of(sheet: &RawSheet, asked: &[&Name]) -> (Vec<String>, Vec<String>) {
    let mut report = Report::default();
    let mut rows = Vec::new();
    if let Some(table) = Table::find(sheet, &ColumnNames::of(&ALL), &mut report) {
        table.report_unknown(&mut report);
        for row in table.rows() {
            let cells = asked.iter().map(|name| row.cell(name).shown());
            rows.push(cells.collect::<Vec<_>>().join("; "));
        }
    }
    (rows, findings(report))
}

fn plain(rows: &str, asked: &[&Name]) -> (Vec<String>, Vec<String>) {
    rows_of(&sheet(rows), asked)
}

fn merged(rows: &str, regions: &[&str], asked: &[&Name]) -> (Vec<String>, Vec<String>) {
    rows_of(&merged_sheet(rows, regions), asked)
}

/// What was noted of a sheet's rows, as `Trang!A3 Section I. Tổ 1`.
fn notes(rows: &str, regions: &[&str]) -> Vec<String> {
    let sheet = merged_sheet(rows, regions);
    let mut report = Report::default();
    Table::find(&sheet, &ColumnNames::of(&ALL), &mut report).unwrap();
    let notes = report.notes().iter().filter_map(|note| match &note.what {
        Understood::Rows { why, text } => {
            Some(format!("{} {why:?} {text}", at(&note.place)))
        }
        Understood::Header => Some(format!("{} Header", at(&note.place))),
        Understood::Sheet { .. }
        | Understood::Column { .. }
        | Understood::Label { .. } => None,
    });
    notes.collect()
}

#[test]
fn a_wards_form_is_read_below_its_letterhead_and_two_header_rows() {
    let rows = "ĐẢNG ỦY PHƯỜNG|||||ĐẢNG CỘNG SẢN VIỆT NAM\n*\n\
        DANH SÁCH ĐẢNG VIÊN ĐANG QUẢN LÝ\nChi bộ:||Tuổi Đảng:\n\
        STT|HỌ TÊN|NGÀY, THÁNG, NĂM SINH||TRÌNH ĐỘ||CHỨC VỤ\n\
        ||NAM|NỮ|Học vấn|Lý luận chính trị\n1|2|3|4|5|7|8\n\
        1|Lê Văn An|5/9/1984||12/12|Sơ cấp|Bí thư\n2|Vũ Bình||1985|12/12|Trung cấp|";
    let regions = ["A5:A6", "B5:B6", "C5:D5", "E5:F5", "G5:G6", "A3:G3"];
    let asked = [&NAME, &MEN, &WOMEN, &SCHOOLING, &THEORY, &POST];
    let expected = [
        "Lê Văn An; 05/09/1984; ; 12/12; Sơ cấp; Bí thư",
        "Vũ Bình; ; 1985; 12/12; Trung cấp; ",
    ];
    let (read, findings) = merged(rows, &regions, &asked);
    assert_eq!(read, expected);
    assert_eq!(findings, NONE);
    let (unmerged, findings) = plain(rows, &asked);
    assert_eq!(
        unmerged, expected,
        "where the file does not say what is merged"
    );
    assert_eq!(findings, NONE);
    let expected = [
        "Trang!A1 Title ĐẢNG ỦY PHƯỜNG / ĐẢNG CỘNG SẢN VIỆT NAM",
        "Trang!A2 Title *",
        "Trang!A3 Title DANH SÁCH ĐẢNG VIÊN ĐANG QUẢN LÝ",
        "Trang!A4 Title Chi bộ: / Tuổi Đảng:",
        "Trang!A5:G6 Header",
        "Trang!A7:G7 Numbers 1",
    ];
    assert_eq!(notes(rows, &regions), expected);
}

#[test]
fn a_group_and_its_parts_make_one_name_where_there_is_one() {
    let rows = "TT|Họ tên|Đồng ý||Không đồng ý|\n||Số phiếu|%|Số phiếu|%\n1|An|14|93|1|7";
    let regions = ["A1:A2", "B1:B2", "C1:D1", "E1:F1"];
    let (read, findings) = merged(rows, &regions, &[&NAME, &AGREED, &AGAINST, &PERCENT]);
    assert_eq!(read, ["An; 14; 1; 93"]);
    assert_eq!(findings, ["Trang!F2 S13"], "a second share");
}

#[test]
fn three_header_rows_are_one_header() {
    let rows = "TT|Họ tên|Lý lịch|||\n||Ngày sinh||Trình độ|\n||Nam|Nữ|Học vấn|LLCT\n\
        1|An|1984||12|Sơ cấp";
    let regions = ["A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2"];
    let (read, findings) = merged(rows, &regions, &[&NAME, &MEN, &SCHOOLING, &THEORY]);
    assert_eq!(read, ["An; 1984; 12; Sơ cấp"]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_group_over_unknown_parts_names_the_first() {
    let rows = "Họ tên|Năm sinh|Chức vụ|\n||Đảng|Chính quyền\nAn|1984|Bí thư|Phó";
    let regions = ["A1:A2", "B1:B2", "C1:D1"];
    let (read, findings) = merged(rows, &regions, &[&NAME, &POST]);
    assert_eq!(read, ["An; Bí thư"]);
    assert_eq!(findings, ["Trang!D2 S13"]);
}

#[test]
fn a_name_may_stand_in_two_columns_under_one_header_or_two() {
    let one = "TT|Họ và tên||Năm sinh\n1|Lê Văn|An|1984\n2|Vũ Thị Bình||1985";
    let sheet = merged_sheet(one, &["B1:C1", "B3:C3"]);
    let mut report = Report::default();
    let table = Table::find(&sheet, &ColumnNames::of(&ALL), &mut report).unwrap();
    let rows = table.rows();
    let names: Vec<String> = rows
        .iter()
        .map(|row| row.cell(&NAME))
        .map(|cell| format!("{} {}", at(&cell.place()), cell.shown()))
        .collect();
    assert_eq!(names, ["Trang!B2:C2 Lê Văn An", "Trang!B3 Vũ Thị Bình"]);
    assert_eq!(findings(report), NONE);
    let two = "TT|Họ và tên đệm|Tên|Năm sinh\n1|Lê Văn|An|1984";
    assert_eq!(plain(two, &[&NAME, &BORN]).0, ["Lê Văn An; 1984"]);
    let three = "TT|Họ và tên||Năm sinh\n||Họ đệm|Tên|\n1|Lê Văn|An|1984";
    let three = three.replace("||Họ đệm", "|Họ đệm");
    let read = merged(&three, &["A1:A2", "B1:C1", "D1:D2"], &[&NAME, &BORN]);
    assert_eq!(read, (vec!["Lê Văn An; 1984".to_owned()], vec![]));
}

#[test]
fn the_header_with_most_names_wins_and_the_other_table_is_a_finding() {
    let rows =
        "Họ tên|Chức vụ\nLê An|Chủ tọa\n\nTT|Họ tên|Ngày sinh|Chức vụ\n1|Vũ Bình|1985|";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["Vũ Bình"]);
    assert_eq!(findings, ["Trang!A1:B1 S34"]);
}

#[test]
fn a_filter_above_the_table_names_no_column() {
    let rows = "Chi bộ:||\n|Họ tên|Ngày sinh\n|An|1984";
    let (read, findings) = plain(rows, &[&NAME, &CELL]);
    assert_eq!(read, ["An; "]);
    assert_eq!(findings, NONE);
    let bare = rows.replace("Chi bộ:|", "Chi bộ|Văn phòng");
    assert_eq!(plain(&bare, &[&NAME, &CELL]).0, ["An; "]);
}

#[test]
fn a_header_repeated_on_every_page_is_passed_over() {
    let rows = "TT|Họ tên|Ngày sinh\n1|2|3\n1|An|1984\nTT|Họ tên|Ngày sinh\n1|2|3\n2|Bình|1985\n\
        STT|HỌ TÊN|Ngày sinh\n3|Chi|1986";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["An", "Bình", "Chi"]);
    assert_eq!(findings, NONE);
}

#[test]
fn a_second_list_of_the_same_columns_is_read_on_and_another_table_is_a_finding() {
    let rows = "TT|Họ tên|Ngày sinh\n1|An|1984\n\n|DANH SÁCH DỰ BỊ\nTT|Họ tên|Ngày sinh\n\
        1|Bình|1985\n\nTT|Ngày sinh|Họ tên\n1|1986|Chi";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["An", "Bình"]);
    assert_eq!(findings, ["Trang!A8:C8 S34"]);
}

#[test]
fn sections_inside_a_table_are_no_rows() {
    let rows = "TT|Họ tên|Ngày sinh|Chức vụ\nI. Tổ 1\n1|An|1984|\n\
        II. TIỂU ĐOÀN BỘ: 58 đồng chí (…)\n2|Bình|1985|\n|III. Tổ 3\n3|Chi|1986|\n\
        IV|Tổ 4\n4|Dũng|1987|\n|Tổ năm\n5|Hà|1988|\n||TỔ SÁU|\n6|Én|1989";
    let (read, findings) = merged(rows, &["B10:D10", "C12:D12"], &[&NAME]);
    assert_eq!(read, ["An", "Bình", "Chi", "Dũng", "Hà", "Én"]);
    assert_eq!(findings, NONE);
    let noted = notes(rows, &["B10:D10", "C12:D12"]);
    assert_eq!(noted[1], "Trang!A2 Section I. Tổ 1");
    assert_eq!(noted[4], "Trang!A8:B8 Section IV");
}

#[test]
fn totals_notes_dates_and_signatures_are_no_rows() {
    let rows = "TT|Họ tên|Ngày sinh|Chức vụ\n1|An|1984|\n2|Bình|1985|\n\
        |Tổng cộng|25\nDanh sách này có 25 đồng chí./.\nGhi chú:\n|ĐSH: đang sinh hoạt\n\
        |||Hà Nội, ngày 5 tháng 9 năm 2022\n|NGƯỜI LẬP BIỂU||T/M ĐẢNG ỦY\n|||BÍ THƯ\n\
        |(Ký, ghi rõ họ tên)||(Ký tên)\n\n\n|Lê Văn Lâm||Vũ Văn Minh";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["An", "Bình"]);
    assert_eq!(findings, NONE);
    let expected = [
        "Trang!A1:D1 Header",
        "Trang!B4:C4 Total Tổng cộng",
        "Trang!A5 Total Danh sách này có 25 đồng chí./.",
        "Trang!A6:D14 Foot Ghi chú:",
    ];
    assert_eq!(notes(rows, &[]), expected);
}

#[test]
fn a_member_below_a_gap_or_a_total_is_not_lost() {
    let rows = "TT|Họ tên|Ngày sinh|Chức vụ\n1|An|1984|\n2|Bình|1985|\n\n\n\
        Tổng cộng: 2\n\n3|Chi|1986|\n|Dũng|1987|\n|Hà||";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["An", "Bình", "Chi", "Dũng", "Hà"]);
    assert_eq!(findings, NONE);
}

#[test]
fn what_might_be_a_row_below_the_foot_is_a_finding() {
    let rows = "TT|Họ tên|Ngày sinh|Chức vụ\n1|An|1984|\nGhi chú:\n|Chi||Phó bí thư";
    let (read, findings) = plain(rows, &[&NAME]);
    assert_eq!(read, ["An"]);
    assert_eq!(findings, ["Trang!B4:D4 S34"]);
}

#[test]
fn names_alone_are_rows() {
    let rows =
        "TT|Họ tên|Số phiếu\n1|An|\n2|Bình|\n\n|T/M BAN KIỂM PHIẾU\n|TRƯỞNG BAN\n|Chi";
    assert_eq!(plain(rows, &[&NAME]).0, ["An", "Bình"]);
    assert_eq!(
        plain("Họ tên|Số phiếu\nAn\nBình", &[&NAME]).0,
        ["An", "Bình"]
    );
}

#[test]
fn merged_cells_speak_for_all_their_rows_but_not_for_another_person() {
    let rows = "TT|Họ tên|Ngày sinh|Chức vụ|Học vấn\n1|An|1984|Ủy viên|12\n2|Bình|1985||\n\
        3||1986||\n4|Dũng|1987||";
    let (read, findings) = merged(
        rows,
        &["D2:D4", "B3:B4", "E2:E3"],
        &[&NAME, &POST, &SCHOOLING],
    );
    let expected = [
        "An; Ủy viên; 12",
        "Bình; Ủy viên; 12",
        "; Ủy viên; ",
        "Dũng; ; ",
    ];
    assert_eq!(read, expected);
    assert_eq!(findings, NONE);
    let across = merged(
        "Họ tên|Chức vụ|Học vấn\nAn|không|",
        &["B2:C2"],
        &[&POST, &SCHOOLING],
    );
    assert_eq!(across.0, ["không; không"]);
}

#[test]
fn a_merged_part_or_kind_speaks_for_all_its_rows() {
    static PART: Name = Name::new("Phần", &[]);
    static TEXT: Name = Name::new("Nội dung", &[]);
    let sheet = merged_sheet("Phần|Nội dung\nHạn chế|một\n|hai", &["A2:A3"]);
    let table = Table::find(
        &sheet,
        &ColumnNames::of(&[&PART, &TEXT]),
        &mut Report::default(),
    )
    .unwrap();
    let parts: Vec<String> = table
        .rows()
        .iter()
        .map(|row| at(&row.cell(&PART).place()))
        .collect();
    assert_eq!(parts, ["Trang!A2", "Trang!A2"]);
}

#[test]
fn dittos_repeat_the_cell_above_and_keep_its_address() {
    let rows = "Họ tên|Ngày sinh|Chức vụ\nAn|1984|Ủy viên\nBình|1985|//\n\nI. Tổ 1||\n\
        Chi|\"|nt\n//|1986|như trên";
    let sheet = sheet(rows);
    let mut report = Report::default();
    let table = Table::find(&sheet, &ColumnNames::of(&ALL), &mut report).unwrap();
    let posts: Vec<String> = table
        .rows()
        .iter()
        .map(|row| row.cell(&POST))
        .map(|cell| format!("{} {}", at(&cell.place()), cell.shown()))
        .collect();
    assert_eq!(posts, ["Trang!C2 Ủy viên"; 4]);
    assert_eq!(table.rows()[2].cell(&BORN).shown(), "1985");
    assert_eq!(
        table.rows()[3].cell(&NAME).shown(),
        "//",
        "nobody is a ditto"
    );
    assert_eq!(findings(report), NONE);
}

#[test]
fn a_ditto_with_nothing_above_is_a_finding() {
    let rows =
        "Họ tên|Ngày sinh|Chức vụ\nAn|1984|//\nBình|1985|//\nChi|1986|\nHà|1987|nt";
    let (read, findings) = plain(rows, &[&POST]);
    assert_eq!(read, ["", "", "", ""]);
    assert_eq!(findings, ["Trang!C2:C3 S33", "Trang!C5 S33"]);
}

#[test]
fn a_sentence_without_its_part_is_a_row_and_no_total_or_section() {
    static PART: Name = Name::new("Phần", &[]);
    static TEXT: Name = Name::new("Nội dung", &[]);
    static LEVEL: Name = Name::new("Mức", &[]);
    let rows = "Phần|Nội dung\nHạn chế|một\n|Tổng số đảng viên là 25\n|I. Về chính trị\n\
        |Hoàn thành trước ngày 5 tháng 9 năm 2022\nMục tiêu|hai";
    let sheet = sheet(rows);
    let table = Table::find(
        &sheet,
        &ColumnNames::of(&[&PART, &TEXT]),
        &mut Report::default(),
    )
    .unwrap();
    assert_eq!(table.rows().len(), 5);
    let rows = "Phần|Nội dung|Mức\nHạn chế|một|\n|II. Một câu dài|\nMục tiêu|hai|3";
    let sheet = merged_sheet(rows, &["A2:A3", "B3:C3"]);
    let columns = [&PART, &TEXT, &LEVEL];
    let table =
        Table::find(&sheet, &ColumnNames::of(&columns), &mut Report::default()).unwrap();
    assert_eq!(table.rows().len(), 3);
}

/// A table of members with a letterhead and a foot, its columns in some order, with blank
/// rows after some rows and blank columns before.
fn typed(order: &[usize], blank_after: &[bool], titles: usize, left: usize) -> String {
    let table = [
        ["TT", "Họ tên", "Ngày sinh", "Chức vụ"],
        ["1", "Lê Văn An", "5/9/1984", "Bí thư"],
        ["2", "Vũ Bình", "1985", ""],
        ["3", "Đỗ Chi", "9/1986", "Ủy viên"],
    ];
    let mut lines: Vec<String> = (0..titles).map(|_| "DANH SÁCH".to_owned()).collect();
    for (row, is_blank) in table.iter().zip(blank_after) {
        let cells: Vec<&str> = order.iter().map(|column| row[*column]).collect();
        lines.push(format!("{}{}", "|".repeat(left), cells.join("|")));
        lines.extend(is_blank.then(String::new));
    }
    lines.push("Tổng cộng: 3 đồng chí".to_owned());
    lines.join("\n")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn order_of_columns_blank_rows_and_titles_do_not_matter(
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        blank_after in prop::collection::vec(any::<bool>(), 4),
        titles in 0..4_usize,
        left in 0..4_usize,
    ) {
        let rows = typed(&order, &blank_after, titles, left);
        let (read, findings) = plain(&rows, &[&NAME, &BORN, &POST]);
        let expected = [
            "Lê Văn An; 05/09/1984; Bí thư",
            "Vũ Bình; 1985; ",
            "Đỗ Chi; 9/1986; Ủy viên",
        ];
        prop_assert_eq!(read, expected);
        prop_assert_eq!(findings, NONE);
    }

    #[test]
    fn any_sheet_with_any_regions_is_read_without_panic(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "|", "|", "\n", "TT", "Họ tên", "Ngày sinh", "Nam", "Nữ", "Họ đệm", "Tên",
                "//", "7", "I. Tổ 1", "Tổng cộng", "BÍ THƯ", "Ghi chú:", "An", "5/9/1984",
            ]),
            0..60,
        ),
        regions in prop::collection::vec((0..9_u32, 0..6_u32, 0..4_u32, 0..4_u32), 0..6),
    ) {
        let mut sheet = sheet(&format!("x|{}", words.concat()));
        let corner = |row, column| CellRef { row, column };
        let region = |(row, column, down, right)| CellRange {
            first: corner(row, column),
            last: corner(row + down, column + right),
        };
        sheet.merged = regions.into_iter().map(region).collect();
        rows_of(&sheet, &ALL);
    }
}

/// Linear in the rows: a quadratic step would take minutes here.
#[test]
fn a_long_list_is_read_in_time() {
    let line = |number| format!("{number}|Lê Văn An|1984|//");
    let lines: Vec<String> = (1..=20_000).map(line).collect();
    let rows = format!("TT|Họ tên|Ngày sinh|Chức vụ\n{}", lines.join("\n"));
    let (read, findings) = plain(&rows.replacen("//", "Ủy viên", 1), &[&POST]);
    assert_eq!(read.len(), 20_000);
    assert!(read.iter().all(|post| post == "Ủy viên"));
    assert_eq!(findings, NONE);
}

#[test]
fn a_list_of_those_who_left_is_not_read() {
    let head = "TT|Họ và tên|Ngày sinh\n1|Lê An|1984\n2|Vũ Bình|1985\n";
    for (rest, found) in [
        (
            "\nDANH SÁCH ĐẢNG VIÊN ĐÃ CHUYỂN SINH HOẠT\nTT|Họ và tên|Ngày sinh\n1|Lý Đi|1980",
            "Trang!A5 S34",
        ),
        ("\nĐảng viên từ trần:\n3|Lý Mất|1930", "Trang!A5 S34"),
        (
            "\nDANH SÁCH TRÚNG CỬ\nTT|Họ và tên|Ngày sinh\n1|Lê An|1984",
            "Trang!A6:C6 S34",
        ),
    ] {
        let (names, findings) = names(&format!("{head}{rest}"));
        assert_eq!(names, ["Trang!B2 Lê An", "Trang!B3 Vũ Bình"], "{rest}");
        assert_eq!(findings, [found], "{rest}");
    }
}

#[test]
fn the_list_goes_on_with_the_section_after_those_who_left() {
    use crate::diagnostic::Lang;
    let rows = "TT|Họ và tên|Ngày sinh\nI. Tổ 1\n1|Lê An|1984\nII. Từ trần\n2|Lý Mất|1930\n\
        III. Chuyển đi\n3|Lý Đi|1950\nIV. Tổ 2\n4|Vũ Bình|1985";
    let (read, findings) = names(rows);
    assert_eq!(read, ["Trang!B3 Lê An", "Trang!B9 Vũ Bình"]);
    assert_eq!(findings, ["Trang!A4 S34"]);
    let sheet = sheet(rows);
    let mut report = Report::default();
    Table::find(&sheet, &ColumnNames::of(&[&NAME, &BORN]), &mut report);
    let said = report.findings()[0].wording(Lang::Vi).message;
    let expected = "từ dòng này đến dòng 7 là đảng viên không còn ở chi bộ, không đọc";
    assert_eq!(said, expected);
    // without a number of its own a section may as well be one of those who left
    let rows = "TT|Họ và tên|Ngày sinh\n1|Lê An|1984\n2|Vũ Bình|1985\nII. Từ trần\n\
        3|Lý Mất|1930\nTổ 2\n4|Đỗ Chi|1985";
    let (read, findings) = names(rows);
    assert_eq!(read.len(), 2);
    assert_eq!(findings, ["Trang!A4 S34"]);
}

#[test]
fn a_lone_signature_is_no_member() {
    let head = "TT|Họ và tên|Ngày sinh|Chức vụ\n1|Lê An|1984\n2|Vũ Bình|1985\n";
    for title in [
        "BÍ THƯ CHI BỘ",
        "Bí thư",
        "Người lập bảng",
        "TM. CHI ỦY",
        "CHỦ TỌA",
    ] {
        for rest in [
            format!("|{title}\n|Lê Văn An"),
            format!("\n|{title}\n(đã ký)\n\n|Lê Văn An"),
            format!("{title}\nLê Văn An"),
            format!("|||{title}\n|||Lê Văn An"),
        ] {
            let (names, findings) = names(&format!("{head}{rest}"));
            assert_eq!(names.len(), 2, "{rest}: {names:?}");
            assert_eq!(findings, NONE, "{rest}");
        }
    }
}

#[test]
fn a_further_table_is_an_error_where_its_rows_are_missed() {
    use crate::diagnostic::Severity;
    let head = "TT|Họ và tên|Ngày sinh|Chức vụ\n1|Lê An|1984\n2|Vũ Bình|1985\n\n";
    for (rest, severity) in [
        ("TT|Họ tên|Đơn vị|Năm sinh\n3|Lý Lan||1980", Severity::Error),
        (
            "TT|Họ tên|Đơn vị|Năm sinh\n1|Lê An||1984",
            Severity::Warning,
        ),
        ("TT|Họ tên|Đơn vị\n3|Lý Lan|Kho", Severity::Warning),
    ] {
        let sheet = sheet(&format!("{head}{rest}"));
        let mut report = Report::default();
        Table::find(
            &sheet,
            &ColumnNames::of(&[&NAME, &BORN, &POST]),
            &mut report,
        );
        let found: Vec<Severity> =
            report.findings().iter().map(Diagnostic::severity).collect();
        assert_eq!(found, [severity], "{rest}");
    }
}

#[test]
fn totals_of_pages_notes_and_signers_are_no_rows() {
    let head = "TT|Họ và tên|Ngày sinh|Chức vụ\n1|Lê An|1984\n";
    for rest in [
        "Cộng trang|5 đ/c\nMang sang|5 đ/c\n2|Vũ Bình|1985",
        "2|Vũ Bình|1985\n*|Đ/c Lý Lan mới chuyển đến",
        "2|Vũ Bình|1985\n|Người lập||Bí thư\n|Lý Lan|1/1/1980",
    ] {
        let (names, findings) = names(&format!("{head}{rest}"));
        assert_eq!(names.len(), 2, "{rest}: {names:?}");
        assert_eq!(findings, NONE, "{rest}");
    }
}
