use super::*;
use crate::diagnostic::CellRef;

fn sheet(index: u32, name: &str) -> Place {
    Place {
        sheet: Some(SheetRef {
            index,
            name: name.into(),
        }),
        ..Place::file("phu-loi.xlsx")
    }
}

/// Rows and columns counted from one.
fn cells(sheet: &Place, first: (u32, u32), last: (u32, u32)) -> Place {
    let cell = |(row, column)| CellRef {
        row: row - 1,
        column: column - 1,
    };
    sheet.at(CellRange {
        first: cell(first),
        last: cell(last),
    })
}

fn note(place: Place, what: Understood) -> Note {
    Note { place, what }
}

fn column(header: &str, read_as: Option<&str>) -> Understood {
    Understood::Column {
        header: header.into(),
        read_as: read_as.map(str::to_owned),
    }
}

fn passed_over(why: PassedOver, text: &str) -> Understood {
    let text = text.into();
    Understood::Rows { why, text }
}

#[test]
fn a_sheet_is_told_from_top_to_bottom_column_by_column() {
    let sheet = sheet(1, "DS ĐV 2022");
    let read_as = Understood::Sheet {
        read_as: Some("Đảng viên".into()),
        is_by_content: true,
        is_hidden: true,
    };
    let foot = passed_over(PassedOver::Foot, "Ngày 20 tháng 8 năm 2022");
    let title = passed_over(PassedOver::Title, "ĐẢNG BỘ\nXÃ PHÚ LỢI");
    let birth = column("NGÀY, THÁNG, NĂM SINH", Some("Ngày sinh"));
    let notes = [
        note(sheet.clone(), read_as),
        note(cells(&sheet, (4, 1), (5, 4)), Understood::Header),
        note(cells(&sheet, (4, 1), (4, 1)), column("TT", None)),
        note(cells(&sheet, (5, 4), (5, 4)), birth),
        note(
            cells(&sheet, (4, 2), (5, 2)),
            column("Họ và tên", Some("Họ và tên")),
        ),
        note(cells(&sheet, (30, 1), (33, 4)), foot),
        note(cells(&sheet, (1, 1), (3, 4)), title),
    ];
    let lines = understood_lines(&notes, Lang::Vi);
    let expected = [
        "phu-loi.xlsx",
        "  “DS ĐV 2022” → Đảng viên (theo nội dung, trang ẩn)",
        "    bỏ qua dòng 1–3, phần trên bảng: “ĐẢNG BỘ XÃ PHÚ LỢI”",
        "    tiêu đề: dòng 4–5",
        "    A  không đọc    (“TT”)",
        "    B  → Họ và tên",
        "    D  → Ngày sinh  (“NGÀY, THÁNG, NĂM SINH”)",
        "    bỏ qua dòng 30–33, phần dưới bảng: “Ngày 20 tháng 8 năm 2022”",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn labels_are_told_with_their_cells_and_in_english_too() {
    let sheet = sheet(0, "Thông tin");
    let label = |label: &str, read_as: Option<&str>| Understood::Label {
        label: label.into(),
        read_as: read_as.map(str::to_owned),
    };
    let notes = [
        note(
            cells(&sheet, (3, 1), (3, 1)),
            label("Tên chi bộ", Some("Chi bộ")),
        ),
        note(cells(&sheet, (12, 1), (12, 1)), label("Hội trường", None)),
    ];
    let lines = understood_lines(&notes, Lang::En);
    let expected = [
        "phu-loi.xlsx",
        "  “Thông tin”",
        "    A3   → Chi bộ  (“Tên chi bộ”)",
        "    A12  not read  (“Hội trường”)",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn of_very_many_rows_passed_over_the_rest_is_counted() {
    let sheet = sheet(0, "Đảng viên");
    let notes: Vec<Note> = (1..=50)
        .map(|row| {
            let section = passed_over(PassedOver::Section, "Tổ 1");
            note(cells(&sheet, (row, 1), (row, 1)), section)
        })
        .collect();
    let lines = understood_lines(&notes, Lang::Vi);
    assert_eq!(lines.len(), 23);
    assert_eq!(lines.last().unwrap(), "    bỏ qua 30 chỗ khác");
}

#[test]
fn rows_of_a_title_are_told_on_one_line() {
    let sheet = sheet(0, "Đảng viên");
    let title = |text| passed_over(PassedOver::Title, text);
    let notes = [
        note(cells(&sheet, (1, 1), (1, 1)), title("ĐẢNG BỘ XÃ")),
        note(cells(&sheet, (2, 4), (2, 4)), title("CHI BỘ ẤP 1")),
        note(cells(&sheet, (4, 1), (4, 1)), title("DANH SÁCH")),
        note(cells(&sheet, (6, 1), (6, 4)), Understood::Header),
    ];
    let expected = [
        "phu-loi.xlsx",
        "  “Đảng viên”",
        "    bỏ qua dòng 1–4, phần trên bảng: “ĐẢNG BỘ XÃ / CHI BỘ ẤP 1 / DANH SÁCH”",
        "    tiêu đề: dòng 6",
    ];
    assert_eq!(understood_lines(&notes, Lang::Vi), expected);
}

#[test]
fn a_value_below_a_label_was_not_passed_over() {
    let sheet = sheet(0, "Bầu chi ủy");
    let label = Understood::Label {
        label: "Ủy viên".into(),
        read_as: Some("Ủy viên kiểm phiếu".into()),
    };
    let below = passed_over(PassedOver::Title, "Đoàn Văn Quý");
    let notes = [
        note(cells(&sheet, (9, 1), (9, 1)), label),
        note(cells(&sheet, (10, 2), (10, 2)), below),
    ];
    let expected = [
        "phu-loi.xlsx",
        "  “Bầu chi ủy”",
        "    A9  → Ủy viên kiểm phiếu  (“Ủy viên”)",
    ];
    assert_eq!(understood_lines(&notes, Lang::Vi), expected);
}

#[test]
fn many_columns_of_one_meaning_are_told_together() {
    let sheet = sheet(0, "Bầu chi ủy");
    let columns = (3..=12_u32).flat_map(|at| {
        let header = format!("P{}", at - 2);
        let place = cells(&sheet, (15, at), (15, at));
        // first nobody knows it, then it is taken for a ballot
        [None, Some("Phiếu")].map(|it| note(place.clone(), column(&header, it)))
    });
    let names = note(cells(&sheet, (15, 2), (15, 2)), column("Tên", None));
    let notes: Vec<Note> = [names].into_iter().chain(columns).collect();
    let expected = [
        "phu-loi.xlsx",
        "  “Bầu chi ủy”",
        "    B    không đọc  (“Tên”)",
        "    C–L  → Phiếu    (“P1 … P10”)",
    ];
    assert_eq!(understood_lines(&notes, Lang::Vi), expected);
}

#[test]
fn a_header_found_twice_is_told_once() {
    let sheet = sheet(0, "Đánh giá");
    let header = |columns| note(cells(&sheet, (5, columns), (5, 3)), Understood::Header);
    let lines = understood_lines(&[header(1), header(2)], Lang::Vi);
    let expected = ["phu-loi.xlsx", "  “Đánh giá”", "    tiêu đề: dòng 5"];
    assert_eq!(lines, expected);
}
