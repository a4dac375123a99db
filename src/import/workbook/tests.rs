use super::guard::testing::{patched, zipped};
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

#[test]
fn a_csv_is_named_as_not_read_yet() {
    let csv = b"Ho va ten,Ngay sinh".to_vec();
    assert_eq!(open("Đảng viên.CSV", csv).1, ["Đảng viên.CSV S23"]);
}

/// A compound file with one stream, as Excel writes a workbook with a password.
fn compound_file(stream: &str) -> Vec<u8> {
    const END: u32 = 0xFFFF_FFFE;
    const FREE: u32 = 0xFFFF_FFFF;
    let mut header = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    header.resize(24, 0);
    for short in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        header.extend(short.to_le_bytes());
    }
    // sectors of directory and table, first of directory, cutoff, small table, more
    for long in [0, 1, 1, 0, 4096, END, 0, END, 0, 0] {
        header.extend(u32::to_le_bytes(long));
    }
    header.resize(512, 0xFF);
    let mut table = vec![0xFF; 512];
    table[..4].copy_from_slice(&0xFFFF_FFFD_u32.to_le_bytes());
    table[4..8].copy_from_slice(&END.to_le_bytes());
    let mut directory = Vec::new();
    for (name, kind) in [("Root Entry", 5), (stream, 2)] {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        entry.extend([FREE, FREE, FREE].into_iter().flat_map(u32::to_le_bytes));
        entry.resize(116, 0);
        entry.extend(END.to_le_bytes());
        entry.resize(128, 0);
        directory.extend(entry);
    }
    directory.resize(512, 0);
    [header, table, directory].concat()
}

#[test]
fn a_password_is_told_from_a_broken_file() {
    let locked = compound_file("EncryptedPackage");
    assert_eq!(open("a.xlsx", locked), (None, vec!["a.xlsx S02".into()]));
    let other = compound_file("WordDocument");
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
