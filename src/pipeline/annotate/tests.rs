//! Workbooks typed here, marked, and opened again.

use super::package::Package;
use super::*;
use crate::diagnostic::{
    CellRange, CellRef, Diagnostic, Place, Report, Seen, SeenKind, SheetRef,
};
use crate::import::{ShownSheet, ShownValue};
use rust_xlsxwriter::{Format, Formula, Note, Workbook};

const FILE: &str = "phu-loi.xlsx";

fn sheet(index: u32, name: &str) -> Place {
    Place {
        sheet: Some(SheetRef {
            index,
            name: name.into(),
        }),
        ..Place::file(FILE)
    }
}

/// Row and column as the sheet shows them, counted from one.
fn cell(row: u32, column: u32) -> CellRef {
    let (row, column) = (row - 1, column - 1);
    CellRef { row, column }
}

fn no_count(text: &str) -> Problem {
    Problem::NotACount {
        seen: Seen {
            text: text.into(),
            kind: SeenKind::Text,
        },
    }
}

/// Two sheets with widths, a style, a formula and somebody's comment.
fn workbook() -> SourceFile {
    let mut book = Workbook::new();
    let first = book.add_worksheet();
    first.set_name("Bầu chi ủy").unwrap();
    first.set_column_width(0, 33).unwrap();
    let percent = Format::new().set_num_format("0.0%").set_bold();
    first.write_string(1, 0, "Phát ra").unwrap();
    first.write_string(1, 1, "hai mươi").unwrap();
    first.write_number_with_format(2, 1, 0.5, &percent).unwrap();
    let sum = Formula::new("=1+2").set_result("3");
    first.write_formula(4, 1, sum).unwrap();
    first
        .merge_range(6, 0, 6, 3, "Ghi chú", &Format::new())
        .unwrap();
    let note = Note::new("Hỏi lại đồng chí An").set_author("An");
    first.insert_note(1, 1, &note).unwrap();
    let second = book.add_worksheet();
    second.set_name("Đảng viên").unwrap();
    second.write_string(0, 0, "Họ và tên").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    SourceFile {
        name: FILE.into(),
        bytes,
    }
}

fn marked(file: &SourceFile, findings: Vec<Diagnostic>) -> Made {
    let mut report = Report::default();
    for finding in findings {
        report.push(finding);
    }
    let report = report.sorted();
    let marks = marks_of(report.findings().iter(), Lang::Vi);
    copy(file, marks.get(FILE), Lang::Vi).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes).unwrap().text(name).unwrap()
}

fn read(bytes: &[u8]) -> Vec<ShownSheet> {
    let file = SourceFile {
        name: FILE.into(),
        bytes: bytes.to_owned(),
    };
    read_values(&file).unwrap()
}

fn at_count() -> Diagnostic {
    let place = sheet(0, "Bầu chi ủy").at(cell(2, 2));
    let also = vec![sheet(0, "Bầu chi ủy").at(cell(3, 2))];
    Diagnostic::between(place, also, no_count("hai mươi"))
}

#[test]
fn a_marked_copy_keeps_sheets_values_and_widths() {
    let source = workbook();
    let made = marked(&source, vec![at_count()]);
    assert_eq!(made.state, CopyState::Marked);
    let (before, after) = (read(&source.bytes), read(&made.bytes));
    assert_eq!(before.len() + 1, after.len());
    assert!(after.starts_with(&before), "the first sheets are the same");
    assert_eq!(&*after.last().unwrap().name, "Kết quả kiểm tra");
    let xml = part(&made.bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains(r#"customWidth="1""#), "{xml}");
    assert!(xml.contains("<f>1+2</f><v>3</v>"), "{xml}");
    assert!(xml.contains(r#"<mergeCell ref="A7:D7"/>"#), "{xml}");
}

#[test]
fn parts_without_a_mark_stay_byte_for_byte() {
    let source = workbook();
    let made = marked(&source, vec![at_count()]);
    for name in [
        "xl/worksheets/sheet2.xml",
        "xl/sharedStrings.xml",
        "docProps/core.xml",
    ] {
        assert_eq!(part(&source.bytes, name), part(&made.bytes, name), "{name}");
    }
}

#[test]
fn somebodys_comment_is_kept_above_ours() {
    let made = marked(&workbook(), vec![at_count()]);
    let xml = part(&made.bytes, "xl/comments1.xml");
    let theirs = xml.find("Hỏi lại đồng chí An").unwrap();
    let ours = xml
        .find("lỗi[S07]: không phải một số nguyên không âm")
        .unwrap();
    assert!(theirs < ours, "{xml}");
    assert_eq!(xml.matches("<comment ").count(), 2, "{xml}");
    assert!(xml.contains("thấy: “hai mươi” (chữ)\ncần: một số nguyên, ví dụ 25\nnên: "));
    assert!(xml.contains("xem lỗi[S07] ở Bầu chi ủy › B2: "), "{xml}");
    let drawing = part(&made.bytes, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(drawing.matches("<v:shape ").count(), 2, "one box a comment");
    let sheet = part(&made.bytes, "xl/worksheets/sheet1.xml");
    assert_eq!(sheet.matches("<legacyDrawing").count(), 1, "{sheet}");
}

#[test]
fn a_colour_keeps_the_number_format_and_the_font() {
    let made = marked(&workbook(), vec![at_count()]);
    let styles = part(&made.bytes, "xl/styles.xml");
    assert!(styles.contains("FFFFC7CE"), "{styles}");
    let formats = styles.split("<cellXfs").nth(1).unwrap();
    let formats = formats.split("</cellXfs>").next().unwrap();
    let bold_percent: Vec<&str> = formats
        .split("<xf ")
        .filter(|xf| xf.contains(r#"applyNumberFormat="1""#))
        .collect();
    let [plain, painted] = bold_percent.as_slice() else {
        panic!("one as it was and one in colour: {formats}");
    };
    let of = |xf: &str, name: &str| {
        let rest = xf.split(&format!("{name}=\"")).nth(1).unwrap();
        rest.split('"').next().unwrap().to_owned()
    };
    for kept in ["numFmtId", "fontId", "borderId"] {
        assert_eq!(of(plain, kept), of(painted, kept), "{kept}");
    }
    assert_ne!(of(plain, "fillId"), of(painted, "fillId"));
}

#[test]
fn empty_cells_of_a_range_are_coloured_and_its_first_has_the_comment() {
    let place = sheet(1, "Đảng viên").at(CellRange {
        first: cell(18, 4),
        last: cell(20, 4),
    });
    let problem = Problem::CellEmpty {
        what: "Ngày sinh".into(),
    };
    let made = marked(&workbook(), vec![Diagnostic::new(place, problem)]);
    let xml = part(&made.bytes, "xl/worksheets/sheet2.xml");
    for row in 18..=20 {
        assert!(
            xml.contains(&format!("<row r=\"{row}\"><c r=\"D{row}\" s=")),
            "{xml}"
        );
    }
    let comments = part(&made.bytes, "xl/comments2.xml");
    assert_eq!(comments.matches("<comment ref=\"D18\"").count(), 1);
    assert!(comments.contains("ở: D18:D20"), "{comments}");
}

#[test]
fn the_list_says_every_finding_and_leads_to_its_cell() {
    let whole = Problem::SheetMissing {
        sheet: "Nghị quyết".into(),
        is_required: false,
    };
    let findings = vec![at_count(), Diagnostic::new(Place::file(FILE), whole)];
    let made = marked(&workbook(), findings);
    let sheets = read(&made.bytes);
    let list = sheets.last().unwrap();
    let text = |row: u32, column: u32| {
        let found = list.cells.iter().find(|(at, _)| *at == cell(row, column));
        match found {
            Some((_, ShownValue::Text(text))) => text.clone(),
            _ => String::new(),
        }
    };
    assert_eq!(text(2, 1), "cảnh báo[S03]");
    assert_eq!(text(2, 4), "thiếu trang tính “Nghị quyết”");
    assert_eq!(
        (text(3, 1), text(3, 3)),
        ("lỗi[S07]".into(), "Bầu chi ủy › B2".into())
    );
    let xml = part(&made.bytes, "xl/worksheets/sheet3.xml");
    let link = r#"<hyperlink ref="C3" location="&apos;Bầu chi ủy&apos;!B2"/>"#;
    assert!(xml.contains(link), "{xml}");
}

#[test]
fn the_same_findings_give_the_same_bytes() {
    let source = workbook();
    let once = marked(&source, vec![at_count()]);
    let again = marked(&source, vec![at_count()]);
    assert!(once.bytes == again.bytes);
}

#[test]
fn a_copy_can_be_marked_again() {
    let once = marked(&workbook(), vec![at_count()]);
    let file = SourceFile {
        name: FILE.into(),
        bytes: once.bytes,
    };
    let again = marked(&file, vec![at_count()]);
    assert_eq!(again.state, CopyState::Marked);
    let names: Vec<String> = read(&again.bytes)
        .iter()
        .map(|sheet| sheet.name.to_string())
        .collect();
    assert_eq!(names.last().unwrap(), "Kết quả kiểm tra (2)");
}

#[test]
fn a_workbook_that_cannot_be_changed_in_place_is_copied_by_value() {
    let sheets = [ShownSheet {
        index: 0,
        name: "Bầu chi ủy".into(),
        is_hidden: false,
        cells: vec![
            (cell(2, 1), ShownValue::Text("Phát ra".into())),
            (cell(2, 2), ShownValue::Text("=HYPERLINK(\"x\")".into())),
            (cell(3, 2), ShownValue::Number(0.5)),
        ],
    }];
    let mut report = Report::default();
    report.push(at_count());
    let marks = marks_of(report.findings().iter(), Lang::Vi);
    let marks = marks.get(FILE).unwrap();
    let bytes = values::copied(&sheets, marks, Lang::Vi).unwrap();
    let after = read(&bytes);
    assert_eq!(after.first(), sheets.first());
    let comments = part(&bytes, "xl/comments1.xml");
    assert!(comments.contains("lỗi[S07]"), "{comments}");
    let again = values::copied(&sheets, marks, Lang::Vi).unwrap();
    assert!(bytes == again, "no clock in it");
}

#[test]
fn a_mark_on_a_sheet_that_is_not_there_falls_back_to_values() {
    let place = sheet(9, "Không có").at(cell(1, 1));
    let made = marked(&workbook(), vec![Diagnostic::new(place, no_count("x"))]);
    assert!(matches!(made.state, CopyState::Values(_)));
}

#[test]
fn copies_keep_their_names_and_two_of_one_stem_keep_apart() {
    let mut taken = BTreeSet::new();
    let mut name = |file, ending| free_name(file, ending, &mut taken);
    assert_eq!(name("a/phu-loi.xlsx", Some("xlsx")), "a/phu-loi.xlsx");
    assert_eq!(name("a/phu-loi.xls", Some("xlsx")), "a/phu-loi.xls.xlsx");
    assert_eq!(name("b/phu-loi.csv", Some("xlsx")), "b/phu-loi.xlsx");
    assert_eq!(name("c.ods", None), "c.ods");
    assert_eq!(name("d.xlsm", Some("xlsm")), "d.xlsm");
}

#[test]
fn sheets_written_by_other_programs_are_painted_too() {
    let marks = |cells: &[(u32, u32)]| {
        let mut looks = std::collections::BTreeMap::new();
        for (row, column) in cells {
            let row: &mut std::collections::BTreeMap<_, _> =
                looks.entry(row - 1).or_default();
            row.insert(column - 1, marks::Look::Error);
        }
        looks
    };
    let styles = "<styleSheet><fills count=\"1\"><fill/></fills>\
        <cellXfs count=\"2\"><xf fillId=\"0\"/><xf fillId=\"0\"><alignment/></xf></cellXfs>\
        </styleSheet>";
    let painted = |xml: &str, cells: &[(u32, u32)]| {
        let mut styles = styles::Styles::read(styles.to_owned()).unwrap();
        let drawing = Some("r7");
        let painted = sheet::painted(xml, &marks(cells), &mut styles, drawing).unwrap();
        let drawing = painted
            .find("<x:legacyDrawing")
            .or(painted.find("<legacyDrawing"));
        let end = painted.get(drawing.unwrap()..).unwrap();
        let close = end.find("/>").unwrap() + 2;
        let rest = end.get(close..).unwrap();
        format!("{}@{rest}", painted.get(..drawing.unwrap()).unwrap())
    };
    assert_eq!(
        painted("<worksheet><sheetData/></worksheet>", &[(3, 2)]),
        "<worksheet><sheetData><row r=\"3\"><c r=\"B3\" s=\"2\"/></row></sheetData>@</worksheet>"
    );
    // no addresses, a prefix, cells before, between and behind
    assert_eq!(
        painted(
            "<x:worksheet><x:sheetData><x:row><x:c s=\"1\"><x:v>5</x:v></x:c></x:row>\
             <x:row/></x:sheetData><x:pageMargins/><x:tableParts/></x:worksheet>",
            &[(1, 1), (1, 3), (2, 1), (4, 1)]
        ),
        "<x:worksheet><x:sheetData><x:row><x:c s=\"2\"><x:v>5</x:v></x:c>\
         <x:c r=\"C1\" s=\"3\"/></x:row><x:row><x:c r=\"A2\" s=\"3\"/></x:row>\
         <x:row r=\"4\"><x:c r=\"A4\" s=\"3\"/></x:row></x:sheetData><x:pageMargins/>@\
         <x:tableParts/></x:worksheet>"
    );
}
