use super::guard::testing::{compound_of, old_workbook, patched, zipped};
use super::*;
use crate::import::testing::{self, NONE, findings, sheet};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook};

/// The sheets of a file, and the findings of opening it.
fn open(name: &str, bytes: Vec<u8>) -> (Option<Vec<RawSheet>>, Vec<String>) {
    let mut report = Report::default();
    let file = SourceFile {
        name: name.into(),
        bytes,
    };
    let sheets = read_sheets(&file, &mut report);
    (sheets, findings(report))
}

/// The value of a cell, row and column counted from zero.
fn value(sheet: &RawSheet, row: u32, column: u32) -> Option<&RawValue> {
    sheet.value(row, column)
}

#[test]
fn cells_keep_their_absolute_address() {
    let sheet = sheet("\n\n|Lê Văn An|15|29/8/2022|8:30");
    assert_eq!(sheet.row_numbers(0..u32::MAX).count(), 1);
    assert_eq!(value(&sheet, 2, 0), None);
    assert_eq!(
        value(&sheet, 2, 1),
        Some(&RawValue::Text("Lê Văn An".into()))
    );
    assert_eq!(value(&sheet, 2, 2), Some(&RawValue::Number((15.0).into())));
    let moment = |date, hour, minute| {
        RawValue::Moment(Moment {
            date,
            time: TimeOfDay::new(hour, minute).unwrap(),
            shows: DateParts::Full,
        })
    };
    let day = FullDate::new(2022, 8, 29);
    assert_eq!(value(&sheet, 2, 3), Some(&moment(day, 0, 0)));
    assert_eq!(value(&sheet, 2, 4), Some(&moment(None, 8, 30)));
}

#[test]
fn dates_count_from_1904_where_the_workbook_says_so() {
    let file = testing::file("a.xlsx", &[("Trang", "29/8/2022")]);
    let since_1904 = patched(
        &file.bytes,
        "xl/workbook.xml",
        "<workbookPr ",
        "<workbookPr date1904=\"1\" ",
    );
    let (sheets, _) = open("a.xlsx", since_1904);
    let RawValue::Moment(moment) = value(&sheets.unwrap()[0], 0, 0).unwrap().clone()
    else {
        panic!("a date");
    };
    // the same serial, four years and a day later
    assert_eq!(moment.date, FullDate::new(2026, 8, 30));
}

#[test]
fn text_is_composed_and_its_invisible_characters_are_told() {
    let decomposed = "Nguye\u{302}\u{303}n\u{a0} Va\u{306}n";
    let rows = format!("{decomposed}|Lê\u{200b} An|\u{feff}");
    let file = testing::file("a.xlsx", &[("Trang", &rows)]);
    let (sheets, findings) = open("a.xlsx", file.bytes);
    assert_eq!(findings, ["Trang!B1 S15", "Trang!C1 S15"]);
    let sheet = &sheets.unwrap()[0];
    assert_eq!(
        value(sheet, 0, 0),
        Some(&RawValue::Text("Nguyễn Văn".into()))
    );
    assert_eq!(value(sheet, 0, 1), Some(&RawValue::Text("Lê An".into())));
    assert_eq!(value(sheet, 0, 2), None, "nothing is left of it");
}

#[test]
fn text_of_old_fonts_is_converted_and_told_with_before_and_after() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.set_name("§¶ng viªn").unwrap();
    let cells = [
        (".VnTime", "D\u{ad}¬ng V¨n Léc"),
        (".VnTimeH", "chi bé"),
        ("VNI-Times", "Leâ Thò Hoà"),
        ("Times New Roman", "NguyÔn ThÞ Hµ"),
        (".VnTime", "Đỗ Thị Hoà"),
        ("Times New Roman", "Hoàng José Müller"),
        (".VnTimeH", "x"),
    ];
    for (row, (font, text)) in (0..).zip(cells) {
        let form = Format::new().set_font_name(font);
        page.write_string_with_format(row, 0, text, &form).unwrap();
    }
    let mut report = Report::default();
    let file = SourceFile {
        name: "a.xlsx".into(),
        bytes: book.save_to_buffer().unwrap(),
    };
    let sheet = read_sheets(&file, &mut report).unwrap().remove(0);
    assert_eq!(&*sheet.name, "Đảng viên");
    let read: Vec<_> = (0..7).filter_map(|row| value(&sheet, row, 0)).collect();
    let expected = [
        "Dương Văn Lộc",
        "CHI BỘ",
        "Lê Thị Hồ",
        "Nguyễn Thị Hà",
        "Đỗ Thị Hoà",
        "Hoàng José Müller",
        "x",
    ];
    assert_eq!(
        read,
        expected.map(|it| RawValue::Text(it.into())).each_ref()
    );
    let told = Problem::LegacyText {
        encoding: "TCVN3",
        before: "D‹U+00AD›¬ng V¨n Léc".into(),
        after: "Dương Văn Lộc".into(),
    };
    assert!(report.findings().iter().any(|it| it.problem == told));
    let cells = ["Đảng viên S26", "Đảng viên!A1 S26", "Đảng viên!A2 S26"];
    let more = ["Đảng viên!A3 S26", "Đảng viên!A4 S26"];
    assert_eq!(findings(report), [&cells[..], &more[..]].concat());
}

#[test]
fn error_values_are_errors_whether_cached_as_text_or_not() {
    let sheet = sheet("=#DIV/0!|#N/A|'Err:502|'#1");
    assert_eq!(
        value(&sheet, 0, 0),
        Some(&RawValue::Error("#DIV/0!".into()))
    );
    assert_eq!(value(&sheet, 0, 1), Some(&RawValue::Error("#N/A".into())));
    assert_eq!(
        value(&sheet, 0, 2),
        Some(&RawValue::Error("Err:502".into()))
    );
    assert_eq!(value(&sheet, 0, 3), Some(&RawValue::Text("#1".into())));
}

#[test]
fn a_formula_never_calculated_is_an_error_and_one_with_empty_text_is_empty() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let seven = Formula::new("=3+4").set_result("7");
    page.write_formula(0, 0, seven).unwrap();
    let nothing = Formula::new("=A9").set_result("text");
    page.write_formula(1, 0, nothing).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", "<v>text</v>", "<v></v>");
    let calculated = open("a.xlsx", bytes.clone()).0.unwrap().remove(0);
    assert_eq!(
        value(&calculated, 0, 0),
        Some(&RawValue::Number((7.0).into()))
    );
    assert_eq!(value(&calculated, 1, 0), None);
    let bytes = patched(&bytes, "xl/worksheets/sheet1.xml", "<v>7</v>", "");
    let never = open("a.xlsx", bytes).0.unwrap().remove(0);
    let formula = RawValue::Error("=3+4".into());
    assert_eq!(value(&never, 0, 0), Some(&formula));
}

#[test]
fn hidden_sheets_are_read_and_empty_ones_left_out() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Trống").unwrap();
    let hidden = book.add_worksheet();
    hidden.set_name("Ẩn").unwrap().set_hidden(true);
    hidden.write_string(0, 0, "x").unwrap();
    let (sheets, findings) = open("a.xlsx", book.save_to_buffer().unwrap());
    assert_eq!(findings, NONE);
    let sheets = sheets.unwrap();
    assert_eq!(sheets.len(), 1);
    let place = sheets[0].place.sheet.clone().unwrap();
    assert_eq!((&*place.name, place.index), ("Ẩn", 1));
}

#[test]
fn merged_regions_are_told_and_hidden_tabs_too() {
    let mut book = Workbook::new();
    let plain = Format::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "mergeCell <f>").unwrap();
    let page = book.add_worksheet();
    page.merge_range(3, 1, 4, 1, "Bí thư", &plain).unwrap();
    page.merge_range(0, 0, 0, 5, "DANH SÁCH", &plain).unwrap();
    page.set_hidden(true);
    let page = book.add_worksheet();
    page.write_string(0, 0, "x").unwrap();
    page.set_very_hidden(true);
    let (sheets, _) = open("a.xlsx", book.save_to_buffer().unwrap());
    let told: Vec<(bool, Vec<String>)> = sheets
        .unwrap()
        .iter()
        .map(|sheet| {
            let merged = sheet.merged.iter().map(CellRange::to_string);
            (sheet.is_hidden, merged.collect())
        })
        .collect();
    let regions = vec!["A1:F1".to_owned(), "B4:B5".to_owned()];
    let expected = [(false, vec![]), (true, regions), (true, vec![])];
    assert_eq!(told, expected);
}

#[test]
fn a_cell_far_outside_refuses_the_file_without_reserving_what_lies_between() {
    for (row, column) in [(1_048_575, 0), (0, 16_383), (200_000, 0), (0, 256)] {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        page.write_string(0, 0, "x").unwrap();
        page.write_string(row, column, "x").unwrap();
        let (sheets, findings) = open("a.xlsx", book.save_to_buffer().unwrap());
        assert_eq!(sheets, None);
        assert_eq!(findings, ["a.xlsx S25"]);
    }
}

#[test]
fn a_sheet_formatted_to_its_last_row_is_read() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    page.write_string(0, 0, "x").unwrap();
    let bold = Format::new().set_bold();
    page.write_blank(1_048_575, 16_383, &bold).unwrap();
    let (sheets, findings) = open("a.xlsx", book.save_to_buffer().unwrap());
    assert_eq!(findings, NONE);
    assert_eq!(sheets.unwrap()[0].row_numbers(0..u32::MAX).count(), 1);
}

#[test]
fn what_is_no_workbook_says_so() {
    assert_eq!(
        open("a.xlsx", Vec::new()),
        (None, vec!["a.xlsx S01".into()])
    );
    let text = b"not a workbook".to_vec();
    assert_eq!(open("a.xlsx", text), (None, vec!["a.xlsx S01".into()]));
    let zip = zipped(&[("readme.txt", "hello")]);
    assert_eq!(open("a.xlsx", zip), (None, vec!["a.xlsx S01".into()]));
    let mut cut = testing::file("a.xlsx", &[("Trang", "x")]).bytes;
    cut.truncate(cut.len() / 2);
    assert_eq!(open("a.xlsx", cut), (None, vec!["a.xlsx S01".into()]));
}

/// The only sheet of a file that opens with these findings; its cells as `B3 text`.
fn cells(name: &str, bytes: &[u8], expected: &[&str]) -> Vec<String> {
    let (sheets, findings) = open(name, bytes.to_vec());
    assert_eq!(findings, expected);
    let mut sheets = sheets.unwrap();
    assert_eq!(sheets.len(), 1, "{sheets:?}");
    let sheet = sheets.remove(0);
    let mut cells = vec![sheet.name.to_string()];
    for row in sheet.row_numbers(0..u32::MAX) {
        for column in sheet.columns(row) {
            let value = sheet.value(row, column).unwrap();
            let cell = CellRef { row, column };
            let shown = match value {
                RawValue::Text(text) => text.to_string(),
                RawValue::Number(number) => number.value.to_string(),
                RawValue::Truth(truth) => truth.to_string(),
                RawValue::Error(error) => error.to_string(),
                RawValue::Moment(moment) => format!("{:?}", moment.date.unwrap()),
            };
            cells.push(format!("{cell} {shown}"));
        }
    }
    cells
}

#[test]
fn a_csv_is_one_sheet_of_text_named_after_its_file() {
    let table = "Họ và tên;Số thẻ;Tỷ lệ\r\n\r\n\"Lê; Văn\nAn\";00123;92,31\r\n";
    let utf16 = |order: fn(u16) -> [u8; 2]| -> Vec<u8> {
        table.encode_utf16().flat_map(order).collect()
    };
    let tabs = table
        .replace("\"Lê; Văn\nAn\"", "Lê Văn An")
        .replace(';', "\t");
    let commas = table.replace("92,31", "\"92,31\"").replace(';', ",");
    let commas = commas.replace("Lê, Văn", "Lê; Văn");
    for bytes in [
        table.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", table.as_bytes()].concat(),
        [b"\xFF\xFE", &utf16(u16::to_le_bytes)[..]].concat(),
        [b"\xFE\xFF", &utf16(u16::to_be_bytes)[..]].concat(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        commas.into_bytes(),
        format!("sep=;\r\n{table}").into_bytes(),
    ] {
        assert_eq!(
            cells("Hòa Bình/Đảng viên.csv", &bytes, &NONE),
            [
                "Đảng viên",
                "A1 Họ và tên",
                "B1 Số thẻ",
                "C1 Tỷ lệ",
                "A3 Lê; Văn\nAn",
                "B3 00123",
                "C3 92,31",
            ]
        );
    }
    let found = cells("a/b.CSV", tabs.as_bytes(), &NONE);
    assert_eq!(found[4..], ["A3 Lê Văn An", "B3 00123", "C3 92,31"]);
}

#[test]
fn a_csv_that_is_not_in_unicode_says_so() {
    let old = b"H\xE4 v\xB5 t\xAAn;Ng\xB5y sinh\r\nL\xAA An;1984\r\n".to_vec();
    assert_eq!(open("a/b.csv", old.clone()).1, ["a/b.csv S28"]);
    assert_eq!(open("a.xls", old).1, ["a.xls S28"]);
}

#[test]
fn what_a_csv_may_hold_has_limits() {
    let wide = format!("a{}b\n", ",".repeat(1_000_000));
    assert_eq!(open("a/b.csv", wide.into_bytes()).1, ["a/b.csv S25"]);
    let long = format!("a,\"{}\"\n", "x".repeat(10 << 20));
    assert_eq!(open("a/b.csv", long.into_bytes()).1, ["a/b.csv S25"]);
    let many = "a,b\n".repeat(200_001);
    assert_eq!(open("a/b.csv", many.into_bytes()).1, ["a/b.csv S25"]);
    let empty = format!("a{}", ",".repeat(10_000_001));
    assert_eq!(open("a/b.csv", empty.into_bytes()).1, ["a/b.csv S25"]);
    let nul = b"a,b\nA\0n,c\n".to_vec();
    assert_eq!(open("a/b.csv", nul).1, ["b!A2 S15"]);
}

#[test]
fn text_under_the_ending_of_a_workbook_is_read_with_a_warning() {
    let bytes = "Họ và tên\tNgày sinh\nLê Văn An\t1984\n".as_bytes();
    assert_eq!(
        cells("Đảng viên.xls", bytes, &["Đảng viên.xls S27"]),
        [
            "Đảng viên",
            "A1 Họ và tên",
            "B1 Ngày sinh",
            "A2 Lê Văn An",
            "B2 1984"
        ]
    );
    let book = testing::file("a.xlsx", &[("Trang", "x")]);
    assert_eq!(
        cells("a/b.csv", &book.bytes, &["a/b.csv S27"]),
        ["Trang", "A1 x"]
    );
}

#[test]
fn a_web_page_under_the_ending_of_a_workbook_is_read_with_a_warning() {
    let page = "<html><head><meta charset=windows-1252><style>td { x: y }</style>
        <!--[if gte mso 9]><xml></xml><![endif]--></head><body><p>before</p>
        <table border=0>
        <tr><td rowspan=2>TT</td><td colspan=2>H&#7885; v&agrave;
          t&ecirc;n &amp; c</td><td>D</td></tr>
        <tr><th>B</th><td>C<table><tr><td>in</td><td>ner</td></tr></table></td></tr>
        <tr><td>1</td><td>L&ecirc;<br>An<td>x</tr>
        </table></body></html>";
    let expected = [
        "a",
        "A1 TT",
        "B1 Họ và tên & c",
        "D1 D",
        "B2 B",
        "C2 C\nin ner",
        "A3 1",
        "B3 Lê\nAn",
        "C3 x",
    ];
    let utf16: Vec<u8> = page.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [
        page.as_bytes().to_vec(),
        [b"\xEF\xBB\xBF", page.as_bytes()].concat(),
        [b"\xFF\xFE", &utf16[..]].concat(),
        page.replace("t&ecirc;n", "t\u{ea}n")
            .chars()
            .map(|c| c as u8)
            .collect(),
    ] {
        assert_eq!(cells("a.xls", &bytes, &["a.xls S27"]), expected);
    }
}

#[test]
fn a_web_page_without_end_stays_within_limits() {
    let deep = "<table><tr><td>".repeat(100_000);
    assert_eq!(open("a.xls", deep.into_bytes()).1, ["a.xls S27"]);
    let spans =
        "<table><tr><td colspan=999999999 rowspan=999999999>x</td><td>y</td></tr>";
    assert_eq!(open("a.xls", spans.into()).1, ["a.xls S25"]);
    let many = format!("<table>{}", "<tr><td>x".repeat(200_001));
    assert_eq!(open("a.xls", many.into_bytes()).1, ["a.xls S25"]);
}

/// Row, column and form of a cell, then more.
fn cell(row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
    let head = [row.to_le_bytes(), column.to_le_bytes(), [0, 0]].concat();
    [&head, rest].concat()
}

/// A text of Excel 97: its length, whether its letters are wide, its letters.
fn wide(text: &str) -> Vec<u8> {
    let letters: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = u16::try_from(letters.len()).unwrap().to_le_bytes().to_vec();
    bytes.push(1);
    bytes.extend(letters.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn a_workbook_of_excel_97_is_read() {
    let texts = [
        &[2, 0, 0, 0, 2, 0, 0, 0][..],
        &wide("Họ và tên"),
        &wide("Lê Văn"),
    ];
    let texts = texts.concat();
    // the second text runs on into the next record, with narrow letters there
    let texts = [&texts[..texts.len() - 6], &[0, b'V', b'a', b'n']].concat();
    let (first, more) = texts.split_at(texts.len() - 4);
    let result = |value: [u8; 8]| cell(3, 0, &[&value[..], &[0; 8]].concat());
    let formula_text = result([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]);
    let formula_error = cell(3, 1, &[2, 0, 0x17, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0, 0, 0]);
    let formula_number = cell(3, 2, &[&7.5_f64.to_le_bytes()[..], &[0; 8]].concat());
    let stream = old_workbook(
        true,
        &[(0x0042, &[0xB0, 4]), (0x00FC, first), (0x003C, more)],
        "Đảng viên",
        &[
            (
                0x0200,
                &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF, 0, 0],
            ),
            (0x00FD, &cell(1, 0, &[0, 0, 0, 0])),
            (0x00FD, &cell(2, 0, &[1, 0, 0, 0])),
            (0x0203, &cell(2, 1, &15.5_f64.to_le_bytes())),
            (0x027E, &cell(2, 2, &[0x0E, 0, 0, 0])),
            (
                0x00BD,
                &[5, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 10, 0, 0, 0, 1, 0],
            ),
            (0x0204, &cell(2, 3, &wide("An"))),
            (0x0205, &cell(2, 4, &[1, 0])),
            (0x0205, &cell(2, 5, &[0x63, 1])),
            (0x0006, &formula_text),
            (0x0207, &wide("được")),
            (0x0006, &formula_error),
            (0x0006, &formula_number),
        ],
    );
    let expected = [
        "Đảng viên",
        "A2 Họ và tên",
        "A3 Lê Van",
        "B3 15.5",
        "C3 3",
        "D3 An",
        "E3 true",
        "F3 #N/A",
        "A4 được",
        "B4 #REF!",
        "C4 7.5",
        "A6 1",
        "B6 2",
    ];
    let file = compound_of(&[("Workbook", &stream)]);
    assert_eq!(cells("a.xls", &file, &NONE), expected);
    assert_eq!(cells("a.xls", &stream, &NONE), expected, "without its file");
}

#[test]
fn a_workbook_of_excel_95_is_read() {
    let text = |text: &[u8]| [&[u8::try_from(text.len()).unwrap(), 0], text].concat();
    let stream = old_workbook(
        false,
        &[(0x0042, &[0xE4, 4])],
        "Dang vien",
        &[
            (0x0204, &cell(0, 0, &text(b"L\xEA V\xE3n"))),
            (
                0x00D6,
                &cell(0, 1, &[&text(b"rich")[..], &[1, 0, 0]].concat()),
            ),
            (0x0203, &cell(1, 0, &1984_f64.to_le_bytes())),
        ],
    );
    let file = compound_of(&[("Book", &stream)]);
    assert_eq!(
        cells("a.xls", &file, &NONE),
        ["Dang vien", "A1 Lê Vãn", "B1 rich", "A2 1984"]
    );
}

#[test]
fn numbers_of_an_old_workbook_that_lie_are_refused_or_corrected() {
    let one = |kind: u16, data: &[u8]| {
        let stream = old_workbook(true, &[], "A", &[(kind, data)]);
        open("a.xls", compound_of(&[("Workbook", &stream)])).1
    };
    // a text that declares more letters than it has
    let long = cell(0, 0, &[0xFF, 0xFF, 0, b'a', b'b']);
    assert_eq!(one(0x0204, &long), NONE);
    // a column beyond the last
    assert_eq!(one(0x0203, &cell(0, 256, &[0; 8])), ["a.xls S25"]);
    // numbers in fewer bytes than columns
    assert_eq!(
        one(0x00BD, &[0, 0, 9, 0, 0, 0, 6, 0, 0, 0, 3, 0]),
        ["a.xls S01"]
    );
    assert_eq!(one(0x00BD, &[0, 0, 0, 0, 0, 0]), ["a.xls S01"]);
    // more merged regions than there are
    assert_eq!(one(0x00E5, &[0xFF, 0xFF, 0, 0, 1, 0, 0, 0, 1, 0]), NONE);
    // a formula of formulas of formulas
    let deep = [&[0; 14][..], &[0, 0, 0, 0, 0xF0, 0xFF]].concat();
    let deep = [&deep, &[0x29, 0xF0, 0xFF].repeat(3000)[..]].concat();
    assert_eq!(one(0x0006, &deep), NONE);
}

#[test]
fn an_old_workbook_has_limits() {
    let corner = |row, column| cell(row, column, &[0, 0, 0, 0]);
    let sheet = |cells: &[(u16, &[u8])], texts: &[u8]| {
        let stream = old_workbook(true, &[(0x00FC, texts)], "A", cells);
        open("a.xls", compound_of(&[("Workbook", &stream)])).1
    };
    let (first, last) = (corner(0, 0), corner(65_535, 255));
    let far = [(0x027E, &first[..]), (0x027E, &last[..])];
    assert_eq!(sheet(&far, &[0; 8]), ["a.xls S25"]);
    // one long text in many cells
    let long = [&[0; 8][..], &[0xFF, 0x7F, 0], &vec![b'x'; 0x7FFF]].concat();
    let many: Vec<Vec<u8>> = (0..3000).map(|row| corner(row, 0)).collect();
    let many: Vec<(u16, &[u8])> = many.iter().map(|it| (0x00FD, &it[..])).collect();
    assert_eq!(sheet(&many, &long), ["a.xls S25"]);
}

#[test]
fn an_old_workbook_that_is_cut_short_is_refused() {
    let number = cell(0, 0, &[0, 0, 0, 0]);
    let stream = old_workbook(true, &[], "A", &[(0x027E, &number), (0x027E, &number)]);
    for cut in 1..stream.len() {
        let file = compound_of(&[("Workbook", &stream[..stream.len() - cut])]);
        let (sheets, _) = open("a.xls", file);
        let is_whole = matches!(cut, 4 | 18 | 32 | 52);
        assert_eq!(sheets.is_some(), is_whole, "{cut} bytes less");
    }
}

#[test]
fn an_old_workbook_whose_sheets_are_elsewhere_is_refused() {
    let mut stream = old_workbook(true, &[], "A", &[]);
    stream[24..28].copy_from_slice(&u32::MAX.to_le_bytes());
    let file = compound_of(&[("Workbook", &stream)]);
    assert_eq!(open("a.xls", file), (None, vec!["a.xls S01".into()]));
}

#[test]
fn a_compound_file_whose_chain_is_a_ring_is_refused() {
    let stream = old_workbook(true, &[], "A", &[(0xFFFF, &[0; 9000])]);
    let file = compound_of(&[("Workbook", &stream)]);
    let table = u32::from_le_bytes(file[76..80].try_into().unwrap());
    let table = 4096 * (usize::try_from(table).unwrap() + 1);
    for sector in 0..8 {
        let mut ring = file.clone();
        // each sector is followed by the first of its kind
        for from in 1..8_usize {
            let at = table + 4 * from;
            ring[at..at + 4].copy_from_slice(&u32::to_le_bytes(sector));
        }
        let (sheets, _) = open("a.xls", ring);
        assert_eq!(sheets, None);
    }
}

#[test]
fn a_password_is_told_from_a_broken_file() {
    let locked = compound_of(&[("EncryptedPackage", b"")]);
    assert_eq!(open("a.xlsx", locked), (None, vec!["a.xlsx S02".into()]));
    let other = compound_of(&[("WordDocument", b"")]);
    assert_eq!(open("a.xls", other), (None, vec!["a.xls S01".into()]));
}

#[test]
fn an_open_document_is_read_at_its_absolute_addresses() {
    let content = r#"<?xml version="1.0" encoding="UTF-8"?>
        <office:document-content
            xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
            xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
            xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:body><office:spreadsheet><table:table table:name="Đảng viên">
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell/>
        <table:table-cell office:value-type="string"><text:p>An</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="1984-09-05">
        <text:p>05/09/1984</text:p></table:table-cell>
        <table:table-cell office:value-type="time" office:time-value="PT08H30M00S">
        <text:p>08:30</text:p></table:table-cell>
        <table:table-cell office:value-type="float" office:value="15">
        <text:p>15</text:p></table:table-cell>
        </table:table-row></table:table></office:spreadsheet></office:body>
        </office:document-content>"#;
    let manifest = r#"<?xml version="1.0" encoding="UTF-8"?>
        <manifest:manifest
            xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    // the reader takes no line breaks between cells
    let content = content.replace("\n        <", "<");
    let bytes = zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", &content),
    ]);
    let (sheets, findings) = open("a.ods", bytes);
    assert_eq!(findings, NONE);
    let sheet = &sheets.unwrap()[0];
    assert_eq!(&*sheet.name, "Đảng viên");
    assert_eq!(value(sheet, 2, 1), Some(&RawValue::Text("An".into())));
    let date = value(sheet, 2, 2).cloned().unwrap();
    assert_eq!(date, moment::of_iso_date("1984-09-05"));
    let time = value(sheet, 2, 3).cloned().unwrap();
    assert_eq!(time, moment::of_iso_duration("PT08H30M00S"));
    assert_eq!(value(sheet, 2, 4), Some(&RawValue::Number((15.0).into())));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn random_bytes_are_refused_and_never_panic(
        start in prop::sample::select(vec![
            &b""[..],
            b"PK\x03\x04",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        ]),
        rest in prop::collection::vec(any::<u8>(), 0..2000),
    ) {
        let bytes = [start, &rest].concat();
        prop_assert_eq!(open("a.xls", bytes), (None, vec!["a.xls S01".to_owned()]));
    }

    #[test]
    fn a_workbook_with_a_flipped_byte_never_panics(at: prop::sample::Index, byte: u8) {
        let mut bytes = testing::file("a.xlsx", &[("Trang", "Lê Văn An|15|29/8/2022")]).bytes;
        let index = at.index(bytes.len());
        bytes[index] = byte;
        let _ = open("a.xlsx", bytes);
    }
}
