use super::testing::{Book, NONE, TypedSheet, congress, file, findings, read, read_book};
use super::*;
use crate::diagnostic::Problem;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

const INFO: TypedSheet<'_> = ("Thông tin", "Chi bộ|Văn phòng");
const MEMBERS: TypedSheet<'_> = ("Đảng viên", "Họ và tên|Ngày sinh\nLê Văn An|1984");

#[test]
fn a_book_is_the_parents_when_it_has_an_organisation_and_no_members() {
    assert!(matches!(
        read(&[("Đảng bộ", "Đảng bộ|Cục")]).0,
        Some(Book::Parent(_))
    ));
    let (book, findings) = read(&[("Đảng bộ", "Đảng bộ|Cục"), INFO, MEMBERS]);
    assert!(matches!(book, Some(Book::Cell(_))));
    assert_eq!(findings, ["Đảng bộ S12"], "a cell's book has no such sheet");
}

#[test]
fn the_two_required_sheets_are_missed_and_no_other() {
    assert_eq!(read(&[INFO]).1, ["a.xlsx S03"]);
    let (book, findings) = read(&[MEMBERS]);
    assert_eq!(findings, ["a.xlsx S03"]);
    let Some(Book::Cell(congress)) = book else {
        panic!("a cell's workbook");
    };
    assert_eq!(congress.cell.value, "a");
    assert_eq!(congress.members.len(), 1);
    assert_eq!(read(&[("Sheet1", "")]).1, ["a.xlsx S03", "a.xlsx S03"]);
    assert_eq!(congress_findings(&[]), NONE);
}

fn congress_findings(sheets: &[TypedSheet<'_>]) -> Vec<String> {
    congress(sheets).1
}

#[test]
fn an_unknown_sheet_is_a_warning_unless_it_is_empty() {
    let sheets = [INFO, MEMBERS, ("Diễn biếnn", "x"), ("Sheet3", "")];
    let mut report = Report::default();
    read_book(&[file("a.xlsx", &sheets)], &mut report);
    let problem = &report.findings()[0].problem;
    let nearest = Some("Diễn biến".to_owned());
    assert_eq!(problem, &Problem::SheetUnknown { nearest });
    assert_eq!(report.findings().len(), 1);
}

#[test]
fn the_files_of_a_subfolder_are_one_book() {
    let files = [
        file("van-phong/a.xlsx", &[INFO]),
        file("van-phong/b.xlsx", &[MEMBERS]),
    ];
    let mut report = Report::default();
    let Some(Book::Cell(congress)) = read_book(&files, &mut report) else {
        panic!("a cell's workbook");
    };
    assert_eq!(findings(report), NONE);
    assert_eq!(&*congress.members_place.file, "van-phong/b.xlsx");
    let names: Vec<&str> = congress.files.iter().map(|name| &**name).collect();
    assert_eq!(names, ["van-phong/a.xlsx", "van-phong/b.xlsx"]);
}

#[test]
fn a_sheet_may_stand_once_in_a_book_however_it_is_written() {
    let again = ("DANG VIEN", "Họ và tên|Ngày sinh\nVũ Bình|1985");
    let (congress, findings) = congress(&[MEMBERS, again]);
    assert_eq!(findings, ["DANG VIEN S14"]);
    assert_eq!(
        congress.members[0].name.value, "Lê Văn An",
        "the first is read"
    );
    let ballot = "Số lượng bầu|1\nHọ và tên|Số phiếu\nLê Văn An|";
    let twice = [("Bầu bí thư (lần 2)", ballot), ("Bầu bí thư lần 2", ballot)];
    assert_eq!(congress_findings(&twice), ["Bầu bí thư lần 2 S14"]);
}

#[test]
fn a_folder_of_several_cells_is_told_once_and_not_sheet_by_sheet() {
    let files = ["dot/a.xlsx", "dot/b.xlsx", "dot/c.xlsx"];
    let files = files.map(|name| file(name, &[INFO, MEMBERS]));
    let mut report = Report::default();
    read_book(&files, &mut report);
    let [finding] = report.findings() else {
        panic!("one finding: {:?}", report.findings());
    };
    let folder = "dot".to_owned();
    assert_eq!(finding.problem, Problem::CellsInFolder { folder });
    assert_eq!(&*finding.place.file, "dot/b.xlsx");
    let also: Vec<&str> = finding.also.iter().map(|place| &*place.file).collect();
    assert_eq!(also, ["dot/a.xlsx", "dot/c.xlsx"]);
    // a sheet of another file that is no other cell's still stands twice
    let both = [
        file("van-phong/a.xlsx", &[INFO, MEMBERS]),
        file("van-phong/b.xlsx", &[MEMBERS]),
    ];
    let mut report = Report::default();
    read_book(&both, &mut report);
    assert_eq!(findings(report), ["Đảng viên S14"]);
}

#[test]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let broken = SourceFile {
        name: "b.xlsx".into(),
        bytes: b"PK".to_vec(),
    };
    let mut report = Report::default();
    let files = [file("a.xlsx", &[INFO, MEMBERS]), broken.clone()];
    assert!(read_book(&files, &mut report).is_some());
    assert_eq!(findings(report), ["b.xlsx S01"]);
    assert_eq!(read_book(&[broken], &mut Report::default()), None);
    assert_eq!(read_book(&[], &mut Report::default()), None);
}

#[test]
fn a_column_of_cells_may_stand_in_the_list_of_one_and_must_not_name_another() {
    let members = "Chi bộ|Họ và tên|Ngày sinh\nChi bộ VĂN PHÒNG|Lê Văn An|1984\n\
        |Vũ Bình|1985\nKế hoạch|Đỗ Chi|1986";
    let (book, findings) = read(&[INFO, ("Đảng viên", members)]);
    assert_eq!(findings, ["Đảng viên!A4 S32"]);
    assert!(matches!(book, Some(Book::Cell(it)) if it.members.len() == 3));
}

#[test]
fn names_in_decomposed_letters_are_read_like_others() {
    let tab = "Đa\u{309}ng vie\u{302}n";
    let rows =
        "Ho\u{323} va\u{300} te\u{302}n|Nga\u{300}y sinh\nLe\u{302} Va\u{306}n An|1984";
    let (book, findings) = read(&[INFO, (tab, rows)]);
    assert_eq!(findings, NONE);
    let Some(Book::Cell(congress)) = book else {
        panic!("a cell's workbook");
    };
    assert_eq!(congress.members[0].name.value, "Lê Văn An");
}

/// A word of the contract, or anything.
fn content() -> impl Strategy<Value = String> {
    let words = [
        "Chi bộ",
        "Họ và tên",
        "Ngày sinh",
        "Nam",
        "Nữ",
        "Dự đại hội",
        "Số phiếu",
        "Đồng ý",
        "P1",
        "Loại",
        "Phần",
        "Cuộc bầu",
        "Lần",
        "x",
        "–",
        "15",
        "1/1/2000",
        "Hợp lệ",
        "Phát ra",
        "Tệp",
        "Việc",
        "Nội dung",
        "2, bầu lại",
        "#REF!",
        "8:30",
    ];
    let word = prop::sample::select(words.to_vec()).prop_map(str::to_owned);
    prop_oneof![3 => word, 1 => any::<String>(), 1 => Just(String::new())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_content_of_any_cell_makes_reading_panic(
        tab in prop::sample::select(vec![
            "Thông tin", "Đảng viên", "Bầu chi ủy", "Biểu quyết", "Nghị quyết",
            "Diễn biến", "Đánh giá", "Văn bản", "Đảng bộ", "Chi bộ", "Hình ảnh",
            "Bầu cử", "Ứng cử viên",
        ]),
        rows in prop::collection::vec(prop::collection::vec(content(), 0..6), 0..8),
        number: f64,
    ) {
        let mut book = Workbook::new();
        let page = book.add_worksheet();
        page.set_name(tab).unwrap();
        for (row, cells) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells) {
                page.write_string(row, column, cell).unwrap();
            }
            if number.is_finite() {
                page.write_number(row, 6, number).unwrap();
            }
        }
        let source = SourceFile {
            name: "a.xlsx".into(),
            bytes: book.save_to_buffer().unwrap(),
        };
        let files = [source, file("b.xlsx", &[MEMBERS])];
        let _ = super::read_book(&files);
    }
}

#[test]
fn a_ballot_that_was_not_counted_before_one_that_was_is_said() {
    let list = "Họ và tên|Đồng ý\nLê Văn An|";
    let counted = "Phát ra|1\nHọ và tên|Đồng ý\nLê Văn An|1";
    let sheets = |secretary, deputy| {
        let book = file(
            "a.xlsx",
            &[("Bầu bí thư", secretary), ("Bầu phó bí thư", deputy)],
        );
        let mut report = Report::default();
        read_book(&[book], &mut report);
        let reports = findings(report).into_iter();
        reports.filter(|it| it.ends_with("S19")).collect::<Vec<_>>()
    };
    assert_eq!(sheets(list, counted), ["Bầu bí thư S19"]);
    assert_eq!(sheets(counted, list), NONE);
}
