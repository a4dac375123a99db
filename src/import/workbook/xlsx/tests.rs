use super::{Hints, Unclean};
use crate::diagnostic::Report;
use crate::import::SourceFile;
use crate::import::testing::{NONE, findings};
use crate::import::workbook::guard::testing::patched;
use crate::import::workbook::{DateParts, Number, RawSheet, RawValue, read_sheets};
use crate::model::FullDate;
use DateParts::{Full, MonthYear, NoYear, Year};
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

const SHEET: &str = "xl/worksheets/sheet1.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// The first sheet of a file that gives no finding.
fn sheet(bytes: Vec<u8>) -> RawSheet {
    let mut report = Report::default();
    let name = "a.xlsx".into();
    let sheets = read_sheets(&SourceFile { name, bytes }, &mut report);
    assert_eq!(findings(report), NONE);
    sheets.unwrap().remove(0)
}

/// What the first column of a sheet holds.
fn column(bytes: Vec<u8>) -> Vec<RawValue> {
    let sheet = sheet(bytes);
    let rows = sheet.row_numbers(0..u32::MAX);
    rows.filter_map(|row| sheet.value(row, 0).cloned())
        .collect()
}

/// A file whose first column holds numbers in these forms.
fn formed(cells: &[(f64, &str)]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, (value, code)) in (0..).zip(cells) {
        let form = Format::new().set_num_format(*code);
        page.write_number_with_format(row, 0, *value, &form)
            .unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// A file whose first column holds texts.
fn texts(texts: &[&str]) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, text) in (0..).zip(texts) {
        page.write_string(row, 0, *text).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn text(text: &str) -> RawValue {
    RawValue::Text(text.into())
}

fn number(value: f64, shown: Option<&str>) -> RawValue {
    let shown = shown.map(|it| Box::new(it.into()));
    RawValue::Number(Number { value, shown })
}

#[test]
fn numbers_carry_what_their_cells_show() {
    let cells = [
        (0.9231, "0.00%"),
        (123.0, "000000"),
        (1234.0, "#,##0"),
        (25.0, "0\" phiếu\""),
        (25.0, "General"),
        (25.0, "0"),
        (25.0, ";;;"),
        (0.5, "# ?/?"),
    ];
    let expected = [
        number(0.9231, Some("92,31%")),
        number(123.0, Some("000123")),
        number(1234.0, Some("1.234")),
        number(25.0, Some("25 phiếu")),
        number(25.0, None),
        number(25.0, None),
        number(25.0, None),
        number(0.5, None),
    ];
    assert_eq!(column(formed(&cells)), expected);
}

#[test]
fn dates_show_only_what_was_typed() {
    // Excel's forms for 5/9/1984, 9/1984 and 5/9 as a clerk types them, and others
    let day = 30_930.0;
    let cells = [
        (day, "dd/mm/yyyy"),
        (day, "mmm-yy"),
        (day, "d-mmm"),
        (day, "yyyy"),
        (day, "[$-42A]mm/yyyy;@"),
        (day, "\"ngày\" dd \"tháng\" mm \"năm\" yyyy"),
    ];
    let shows: Vec<DateParts> = column(formed(&cells))
        .into_iter()
        .map(|cell| {
            let RawValue::Moment(moment) = cell else {
                panic!("{cell:?}");
            };
            assert_eq!(moment.date, FullDate::new(1984, 9, 5));
            moment.shows
        })
        .collect();
    assert_eq!(shows, [Full, MonthYear, NoYear, Year, MonthYear, Full]);
}

#[test]
fn forms_that_a_file_names_by_number_are_known() {
    let ids = [14, 15, 16, 17, 22];
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (row, id) in (0..).zip(ids) {
        let form = Format::new().set_num_format_index(id);
        page.write_number_with_format(row, 0, 30_930.5, &form)
            .unwrap();
    }
    let shown: Vec<(DateParts, u8)> = column(book.save_to_buffer().unwrap())
        .into_iter()
        .map(|cell| {
            let RawValue::Moment(moment) = cell else {
                panic!("{cell:?}");
            };
            (moment.shows, moment.time.hour())
        })
        .collect();
    let expected = [
        (Full, 0),
        (Full, 0),
        (NoYear, 0),
        (MonthYear, 0),
        (Full, 12),
    ];
    assert_eq!(shown, expected);
}

#[test]
fn a_time_has_no_day_and_what_is_no_day_is_shown() {
    let cells = [(30_930.5, "hh:mm"), (1.5, "[h]:mm"), (0.0, "dd/mm/yyyy")];
    let cells = column(formed(&cells));
    let RawValue::Moment(noon) = &cells[0] else {
        panic!("{cells:?}");
    };
    assert_eq!((noon.date, noon.time.hour()), (None, 12));
    assert_eq!(cells[1], number(1.5, Some("36:00")));
    assert_eq!(cells[2], number(0.0, Some("00/01/1900")));
}

#[test]
fn words_that_a_form_adds_to_a_text_are_read() {
    let mut book = Workbook::new();
    let form = Format::new().set_num_format("\"Đ/c \"@");
    let page = book.add_worksheet();
    page.write_string_with_format(0, 0, "Lê An", &form).unwrap();
    assert_eq!(column(book.save_to_buffer().unwrap()), [text("Đ/c Lê An")]);
}

fn unclean(book: &mut Workbook) -> Vec<Unclean> {
    let bytes = book.save_to_buffer().unwrap();
    super::read(&bytes, Hints::default()).unwrap()
}

#[test]
fn a_text_comes_with_the_font_of_its_cell() {
    let mut book = Workbook::new();
    let old = Format::new().set_font_name(".VnTime");
    let page = book.add_worksheet();
    page.write_string_with_format(0, 0, "NguyÔn", &old).unwrap();
    page.write_string(1, 0, "Nguyễn").unwrap();
    page.write_number_with_format(2, 0, 5, &old).unwrap();
    let sheets = unclean(&mut book);
    let fonts = sheets[0].texts.iter().map(|text| text.font.as_deref());
    let expected = [Some(".VnTime"), Some("Calibri")];
    assert_eq!(fonts.collect::<Vec<_>>(), expected);
}

#[test]
fn cells_of_one_shared_text_share_it_while_their_style_is_one() {
    let mut book = Workbook::new();
    let old = Format::new().set_font_name(".VnTime");
    let page = book.add_worksheet();
    for row in [0, 1, 3] {
        page.write_string(row, 0, "Kinh").unwrap();
    }
    page.write_string_with_format(2, 0, "Kinh", &old).unwrap();
    let sheets = unclean(&mut book);
    let texts = sheets[0].texts.iter();
    let texts: Vec<_> = texts
        .map(|it| (&*it.text, it.font.as_deref(), it.cells))
        .collect();
    let plain = ("Kinh", Some("Calibri"), 3);
    assert_eq!(texts, [plain, ("Kinh", Some(".VnTime"), 1)]);
    assert_eq!(sheets[0].cells.len(), 4);
}

#[test]
fn a_text_met_is_found_again_among_many() {
    let texts = "0123456789abcdef".repeat(3000);
    let parts = || (0..3000).map(|id| (id, texts.get(id * 16..id * 16 + 16).unwrap()));
    let mut met = super::Met::new();
    for (id, text) in parts() {
        assert_eq!(met.get(text, 7), None);
        met.keep(text, 7, id);
    }
    assert!(parts().all(|(id, text)| met.get(text, 7) == Some(id)));
    assert!(parts().all(|(_, text)| met.get(text, 8).is_none()));
}

#[test]
fn runs_of_a_rich_text_are_one_text() {
    let mut book = Workbook::new();
    let (bold, plain) = (Format::new().set_bold(), Format::new());
    let runs = [(&plain, "Lê "), (&bold, "Văn"), (&plain, " An")];
    let page = book.add_worksheet();
    page.write_rich_string(0, 0, &runs).unwrap();
    assert_eq!(column(book.save_to_buffer().unwrap()), [text("Lê Văn An")]);
}

#[test]
fn how_a_text_is_pronounced_is_no_part_of_it() {
    let spoken = "<t>Lê An</t><rPh sb=\"0\" eb=\"1\"><t>le</t></rPh>";
    let bytes = patched(&texts(&["Lê An"]), STRINGS, "<t>Lê An</t>", spoken);
    assert_eq!(column(bytes), [text("Lê An")]);
}

#[test]
fn line_breaks_are_breaks_however_the_file_writes_them() {
    let broken = texts(&["Lê An\nVũ Bình", "TWO"]);
    let bytes = patched(&broken, STRINGS, "TWO", "Lê An_x000D_\nVũ_x0020_Bình");
    let both = text("Lê An\nVũ Bình");
    assert_eq!(column(bytes), [both.clone(), both]);
}

#[test]
fn a_text_kept_in_its_cell_is_read() {
    let shared = "<c r=\"A1\" t=\"s\"><v>0</v></c>";
    let runs = "<r><t>Lê</t></r><r><t xml:space=\"preserve\"> An</t></r>";
    let own = &format!("<c r=\"A1\" t=\"inlineStr\"><is>{runs}</is></c>");
    let bytes = patched(&texts(&["x"]), SHEET, shared, own);
    assert_eq!(column(bytes), [text("Lê An")]);
}

#[test]
fn the_last_result_of_a_formula_is_its_value() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let percent = Format::new().set_num_format("0.00%");
    let results = ["0.5", "words", "truth", "fault"];
    for (row, result) in (0..).zip(results) {
        let formula = Formula::new("=B1").set_result(result);
        page.write_formula_with_format(row, 0, formula, &percent)
            .unwrap();
    }
    let mut bytes = book.save_to_buffer().unwrap();
    for (word, kind, value) in [("truth", "b", "1"), ("fault", "e", "#REF!")] {
        let row = if kind == "b" { 3 } else { 4 };
        let cell = |kind: &str, value: &str| {
            format!("<c r=\"A{row}\" s=\"1\" t=\"{kind}\"><f>B1</f><v>{value}</v></c>")
        };
        bytes = patched(&bytes, SHEET, &cell("str", word), &cell(kind, value));
    }
    let expected = [
        number(0.5, Some("50,00%")),
        text("words"),
        RawValue::Truth(true),
        RawValue::Error("#REF!".into()),
    ];
    assert_eq!(column(bytes), expected);
}

#[test]
fn a_formula_without_value_is_told_from_a_formatted_blank() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let bold = Format::new().set_bold();
    page.write_blank(0, 0, &bold).unwrap();
    let seven = Formula::new("=3+4").set_result("7");
    page.write_formula_with_format(1, 0, seven, &bold).unwrap();
    page.write_string(2, 0, "x").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let bytes = patched(&bytes, SHEET, "<v>7</v>", "");
    let formula = RawValue::Error("=3+4".into());
    assert_eq!(column(bytes), [formula, text("x")]);
}

#[test]
fn dates_of_a_book_that_counts_from_1904_are_four_years_later() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let form = Format::new().set_num_format("mm/yyyy");
    let day = ExcelDateTime::from_ymd(1984, 9, 5).unwrap();
    page.write_datetime_with_format(0, 0, &day, &form).unwrap();
    let bytes = patched(
        &book.save_to_buffer().unwrap(),
        "xl/workbook.xml",
        "<workbookPr ",
        "<workbookPr date1904=\"1\" ",
    );
    let cells = column(bytes);
    let RawValue::Moment(moment) = &cells[0] else {
        panic!("{cells:?}");
    };
    assert_eq!(moment.date, FullDate::new(1988, 9, 6));
    assert_eq!(moment.shows, MonthYear);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_form_of_a_file_makes_reading_panic(
        code in "[0#?.,%;_* /dmyhsG-]{1,12}",
        value in -1e6f64..1e6,
    ) {
        let _ = column(formed(&[(value, &code), (1.0, "0")]));
    }
}
