//! All cells in one workbook say what their own workbooks say.

use crate::fixtures::workbooks;
use crate::support::{BATCH, Folder, SITUATIONS, builder, findings, papers, read};
use bienban::document::passages;
use bienban::pipeline::{
    Batch, Cell, CellState, PaperKind, Store, Survey, build_cell, list_input,
    results_json,
};
use bienban::template::Paper;
use std::path::Path;

/// The text of a cell's papers, and its results for programs.
///
/// The committee's own paper is left out: beside the situations lies no workbook of the
/// committee, which gives its number, date and signer.
fn said(cell: &Cell) -> (Vec<String>, Vec<String>) {
    let mut text = Vec::new();
    let of_cell = |paper: &Paper| paper.id.kind != PaperKind::Ratification;
    for paper in papers(cell, None).into_iter().filter(of_cell) {
        text.push(paper.id.file_stem());
        let passages = passages(&paper.document).into_iter();
        text.extend(passages.map(|it| format!("[{}] {}", it.place, it.text)));
    }
    let results = cell.results.as_ref().unwrap();
    (text, results_json(&cell.name, results))
}

/// Every cell of one batch says the same in the other.
fn assert_same(one: &Batch, other: &Batch) {
    for cell in &one.cells {
        let same = other.cells.iter().find(|it| it.name == cell.name).unwrap();
        let ((text, results), (same_text, same_results)) = (said(cell), said(same));
        for (line, same) in text.iter().zip(&same_text) {
            assert_eq!(line, same, "{}", cell.name);
        }
        assert_eq!(text.len(), same_text.len(), "{}", cell.name);
        assert!(text.len() > 100, "{}: papers were written", cell.name);
        assert_eq!(results, same_results, "{}", cell.name);
    }
}

#[test]
fn the_sample_batch_as_one_workbook_gives_the_same_papers() {
    let folder = Folder::new();
    let book = folder.join("tat-ca.xlsx");
    std::fs::write(&book, workbooks::whole_batch().unwrap()).unwrap();
    for picture in ["hinh-1.jpg", "hinh-2.jpg", "hinh-3.png"] {
        std::fs::copy(format!("{BATCH}/{picture}"), folder.join(picture)).unwrap();
    }
    let whole = read(book.to_str().unwrap());
    assert_eq!(findings(&whole), Vec::<String>::new());
    let names: Vec<&str> = whole.cells.iter().map(|cell| &*cell.name).collect();
    let separate = read(BATCH);
    let expected: Vec<&str> = separate.cells.iter().map(|cell| &*cell.name).collect();
    assert_eq!(names, expected);
    assert_same(&separate, &whole);
    let (parent, same) = (separate.parent.unwrap(), whole.parent.unwrap());
    assert_eq!(parent.assessments.len(), same.assessments.len());
    assert_eq!(parent.photographs.len(), same.photographs.len());
    assert_eq!(parent.pinned.len(), same.pinned.len());
    assert_eq!(parent.holidays.len(), same.holidays.len());
}

#[test]
fn the_small_workbook_of_all_cells_gives_the_papers_of_its_situations() {
    let whole = read("fixtures/tat-ca-trong-mot");
    let situations = read(SITUATIONS);
    assert_eq!(findings(&whole), Vec::<String>::new());
    let names: Vec<&str> = whole.cells.iter().map(|cell| &*cell.name).collect();
    let expected = ["Hội nhập", "Xuất nhập khẩu", "Thị trường trong nước"];
    assert_eq!(names, expected, "as the parent lists them");
    assert_same(&whole, &situations);
}

#[test]
fn a_figure_names_the_one_workbook_and_a_second_run_changes_nothing() {
    let out = Folder::new();
    let builder = builder();
    for expected in [CellState::Written, CellState::Unchanged] {
        let mut whole = read("fixtures/tat-ca-trong-mot");
        let store = Store::open(&out.path()).unwrap();
        for cell in &mut whole.cells {
            assert_eq!(cell.sources.len(), 1, "{}: one file", cell.name);
            assert_eq!(&*cell.sources[0].file, "dai-hoi-so-mau.xlsx");
            let done = build_cell(&builder, &store, cell, None).unwrap();
            assert_eq!(done.state, expected, "{}", cell.name);
        }
    }
}

#[test]
fn one_cell_may_be_asked_for_and_one_may_not_stand_in_two_workbooks() {
    let input = Path::new("fixtures/tat-ca-trong-mot");
    let paths = list_input(input).unwrap();
    let mut whole = Survey::of_paths(&paths, &|| true);
    whole.keep_only("Hội nhập");
    assert_eq!(whole.size().0, 1);
    let worked = whole.work(|cell| cell.name.clone());
    assert_eq!(worked.done, ["Hội nhập"]);
    let folder = Folder::new();
    for (from, to) in [
        ("fixtures/tat-ca-trong-mot/dai-hoi-so-mau.xlsx", "a.xlsx"),
        ("fixtures/tinh-huong/bau-lan-2.xlsx", "b.xlsx"),
    ] {
        std::fs::copy(from, folder.join(to)).unwrap();
    }
    let both = read(folder.path().to_str().unwrap());
    assert_eq!(both.cells.len(), 4);
    let found = findings(&both);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("a.xlsx:Thông tin!"), "{found:?}");
    assert!(found[0].contains("S17"), "{found:?}");
    assert!(found[1].starts_with("b.xlsx:Thông tin!B"), "{found:?}");
}

/// Writes sheets: a tab's name and its rows, with `|` between cells.
fn write(path: &Path, sheets: &[(&str, &str)]) {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (tab, rows) in sheets {
        let page = book.add_worksheet();
        page.set_name(*tab).unwrap();
        for (row, line) in (0..).zip(rows.lines()) {
            for (column, word) in (0..).zip(line.split('|')) {
                page.write_string(row, column, word).unwrap();
            }
        }
    }
    book.save(path).unwrap();
}

#[test]
fn what_is_wrong_with_all_cells_is_said_once_and_none_gets_papers() {
    let folder = Folder::new();
    let book = folder.join("a.xlsx");
    let sheets = [
        (
            "Thông tin",
            "Chi bộ|Ngày đại hội\nVăn phòng|29/8/2022\nKế hoạch|29/8/2022",
        ),
        (
            "Đảng viên",
            "Chi bộ|Họ và tên|Ngày sinh|Tuổi\nVăn phònng|Lê Văn An|1984|38\n\
             Văn phòng|Vũ Bình|1985|37\nKế hoạch|Đỗ Chi|1986|36\n|Hà Dũng|1987|35",
        ),
    ];
    write(&book, &sheets);
    let batch = read(book.to_str().unwrap());
    let found = findings(&batch);
    let of = |code: &str| found.iter().filter(|line| line.contains(code)).count();
    assert_eq!(of("S32"), 2, "{found:#?}");
    assert_eq!(of("S13"), 1, "{found:#?}");
    for cell in &batch.cells {
        assert!(cell.report.has_errors(), "{}", cell.name);
    }
}

#[test]
fn the_workbooks_of_a_batch_are_compared_with_each_other() {
    let folder = Folder::new();
    let cell = |name: &str, file: &str, members: &str| {
        let info = format!(
            "Chi bộ|{name}\nNhiệm kỳ|2022-2025\nNgày đại hội|29/8/2022\nĐịa danh|Hà Nội"
        );
        let members = format!("TT|Họ và tên|Ngày sinh\n{members}");
        write(
            &folder.join(file),
            &[("Thông tin", &info), ("Đảng viên", &members)],
        );
    };
    cell("Một", "1.xlsx", "1|Lê Văn An|5/9/1984\n2|Vũ Bình|6/10/1985");
    cell(
        "Hai",
        "2.xlsx",
        "1|Đỗ Chi|7/11/1986\n2|Lê Văn An|05/09/1984",
    );
    let parent = "Đảng bộ|Sở Mẫu\nNhiệm kỳ|2022 – 2027\nNgày nghỉ|29/8/2022";
    write(&folder.join("dang-bo.xlsx"), &[("Đảng bộ", parent)]);
    let found = findings(&read(folder.path().to_str().unwrap()));
    let by_rules = found.iter().filter_map(|line| {
        let mut parts = line.splitn(3, ": ");
        let (place, kind) = (parts.next()?, parts.next()?);
        let code = kind.strip_prefix("warning ")?;
        (code.starts_with('M') || code.starts_with('V'))
            .then(|| format!("{place} {code}"))
    });
    assert_eq!(
        by_rules.collect::<Vec<_>>(),
        [
            "1.xlsx:Thông tin!B2 V21",
            "1.xlsx:Thông tin!B3 V34",
            "1.xlsx:Đảng viên!B2 M13",
            "2.xlsx:Thông tin!B2 V21",
            "2.xlsx:Thông tin!B3 V34",
            "2.xlsx:Đảng viên!B3 M13",
        ]
    );
}
