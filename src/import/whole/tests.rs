use super::super::testing::{NONE, TypedSheet, at, books};
use super::*;
use crate::model::{Office, Votes};

const INFO: TypedSheet<'_> = (
    "Thông tin",
    "TT|Chi bộ|Ngày đại hội|Chủ tịch đại hội|Tổng số đảng viên\n\
     1|Chi bộ Văn phòng|29/8/2022|Lê Văn An; Vũ Bình|2\n\
     2|Kế hoạch|30/8/2022|Đỗ Chi|1",
);
const MEMBERS: TypedSheet<'_> = (
    "Đảng viên",
    "Chi bộ|Họ và tên|Ngày sinh|Ngày chính thức|Dự đại hội\n\
     Văn phòng|Lê Văn An|1984|2010|x\nKế hoạch|Đỗ Chi|1985|2010|x\n\
     VAN PHONG|Vũ Bình|1986|2010|",
);

fn names(book: &CellBook) -> Vec<String> {
    let members = book.congress.members.iter();
    members
        .map(|one| format!("{} {}", at(&one.name.place().unwrap()), one.name.value))
        .collect()
}

#[test]
fn every_table_has_a_column_of_cells_and_rows_keep_their_addresses() {
    let motions = "Loại|Chi bộ|Nội dung|Tán thành\nKhác|Kế hoạch|a|1\n\
        Khác|Văn phòng|b|2\nQuy chế|Chi bộ Kế hoạch|c|3";
    let (books, findings) = books(&[INFO, MEMBERS, ("Biểu quyết", motions)]);
    assert_eq!(findings, NONE);
    let [office, planning] = books.cells.as_slice() else {
        panic!("two cells");
    };
    assert_eq!(office.congress.cell.value, "Văn phòng");
    assert_eq!(at(&office.congress.cell.place().unwrap()), "Thông tin!B2");
    let chairs = &office.congress.boards.chairs;
    assert_eq!(chairs[1].value, "Vũ Bình");
    assert_eq!(at(&chairs[1].place().unwrap()), "Thông tin!D2");
    let expected = ["Đảng viên!B2 Lê Văn An", "Đảng viên!B4 Vũ Bình"];
    assert_eq!(names(office), expected);
    assert_eq!(names(planning), ["Đảng viên!B3 Đỗ Chi"]);
    let motions = &planning.congress.motions;
    assert_eq!(motions.len(), 2);
    let agreed = motions[1].agreed.clone().unwrap();
    assert_eq!(agreed.value, Votes(3));
    assert_eq!(at(&agreed.place().unwrap()), "Biểu quyết!D4");
    assert_eq!(books.parent, None);
}

#[test]
fn ballots_are_two_tables() {
    let counts = "Chi bộ|Cuộc bầu|Lần|Số lượng bầu|Phát ra|Thu về|Hợp lệ|Không hợp lệ|\
        Lý do không hợp lệ\n\
        Văn phòng|Bí thư||1|2|2|2|0|\nVăn phòng|Chi ủy|2|1|2|2|1|1|ký tên; viết thêm\n\
        Kế hoạch|Bí thư||1|1|1|1|0|";
    let lists = "Chi bộ|Cuộc bầu|Lần|Họ và tên|Số phiếu|Đồng ý|Không đồng ý\n\
        Văn phòng|Bí thư||Lê Văn An||2|0\nKế hoạch|Bí thư||Đỗ Chi||1|0\n\
        Văn phòng|Chi ủy|2|Lê Văn An|1||\nVăn phòng|Chi ủy|2|Vũ Bình|0||";
    let (books, findings) =
        books(&[INFO, MEMBERS, ("Bầu cử", counts), ("Ứng cử viên", lists)]);
    assert_eq!(findings, NONE);
    let ballots = &books.cells[0].congress.ballots;
    let [committee, secretary] = ballots.as_slice() else {
        panic!("in the order of the congress: {ballots:?}");
    };
    assert_eq!(committee.id.office, Office::Committee);
    assert_eq!(committee.id.round, 2);
    assert!(!committee.asks_against);
    assert_eq!(committee.candidates.len(), 2);
    assert_eq!(committee.invalid_reasons[1].value, "viết thêm");
    let issued = committee.issued.clone().unwrap();
    assert_eq!(at(&issued.place().unwrap()), "Bầu cử!E3");
    assert!(secretary.asks_against);
    let against = secretary.candidates[0].against.clone().unwrap();
    assert_eq!(at(&against.place().unwrap()), "Ứng cử viên!G2");
    assert_eq!(books.cells[1].congress.ballots.len(), 1);
}

#[test]
fn what_is_wrong_with_a_ballot_is_found_at_its_cell() {
    let counts = "Chi bộ|Cuộc bầu|Số lượng bầu|Phát ra|Thu về|Hợp lệ|Không hợp lệ\n\
        Văn phòng|Bí thư|1|2|2||0\nVăn phòng|Bầu bí thư|1|2|2|2|0\nVăn phòng|||||\n\
        Kế hoạch||1|1|1|1|0\nKế hoạch|Chi ủy|3||||";
    let lists = "Chi bộ|Cuộc bầu|Họ và tên|Số phiếu|Đồng ý\n\
        Văn phòng|Bí thư|Lê Văn An|2|2\nKế hoạch|Bí thư|Đỗ Chi||1";
    let (_, findings) =
        books(&[INFO, MEMBERS, ("Bầu cử", counts), ("Ứng cử viên", lists)]);
    let expected = [
        "Bầu cử!F2 S04",
        "Bầu cử!B3 S14",
        "Bầu cử!B4:B5 S06",
        "Bầu cử!B6 S24",
        "Ứng cử viên!B3 S09",
        "Ứng cử viên!D2 S16",
    ];
    let mut expected = expected.map(str::to_owned);
    let mut found = findings;
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_row_of_no_cell_is_wrong_with_every_cell() {
    let members = "Chi bộ|Họ và tên|Ngày sinh\nVăn phònng|Lê Văn An|1984\n\
        |Vũ Bình|1985\nKế hoạch|Đỗ Chi|1986\nVăn phòng|Hà Dũng|1987";
    let (books, findings) = books(&[INFO, ("Đảng viên", members)]);
    assert_eq!(findings, ["Đảng viên!A2 S32", "Đảng viên!A3 S32"]);
    for cell in &books.cells {
        assert_eq!(cell.report.findings().len(), 2);
        assert!(cell.report.has_errors());
    }
    let problem = &books.report.findings()[0].problem;
    let expected = Problem::RowOfNoCell {
        cell: "Văn phònng".to_owned(),
        nearest: Some("Văn phòng".to_owned()),
    };
    assert_eq!(problem, &expected);
}

#[test]
fn accents_count_where_nothing_else_tells_cells_apart() {
    let info = (
        "Thông tin",
        "Chi bộ|Nhiệm kỳ\nHòa Bình|1\nHoa Binh|1\nHoàng|1",
    );
    let members = "Chi bộ|Họ và tên|Ngày sinh\nHoà Bình|Một|1984\nHoa Binh|Hai|1985\n\
        hoang|Ba|1986\nHoá Bình|Bốn|1987";
    let (books, findings) = books(&[info, ("Đảng viên", members)]);
    assert_eq!(findings, ["Đảng viên!A5 S32"]);
    assert_eq!(names(&books.cells[0]), ["Đảng viên!B2 Một"]);
    assert_eq!(names(&books.cells[1]), ["Đảng viên!B3 Hai"]);
    assert_eq!(names(&books.cells[2]), ["Đảng viên!B4 Ba"]);
}

#[test]
fn the_parent_has_its_labels_its_list_and_the_rows_without_a_cell() {
    let assessments = "Chi bộ|Phần|Nội dung\n|Ý nghĩa|lớn\nVăn phòng|Ưu điểm|gọn";
    let sheets = [
        INFO,
        MEMBERS,
        ("Đảng bộ", "Đảng bộ|Cục\nBí thư đảng ủy|Ngô Quang"),
        ("Chi bộ", "TT|Chi bộ|Tệp\n1|Kế hoạch|\n2|Văn phòng|"),
        ("Đánh giá", assessments),
        (
            "Văn bản",
            "Chi bộ|Loại|Số\n|Báo cáo tổng hợp|7\nKế hoạch|Nghị quyết|3",
        ),
    ];
    let (read, findings) = books(&sheets);
    assert_eq!(findings, NONE);
    let parent = read.parent.unwrap();
    assert_eq!(parent.secretary.unwrap().value, "Ngô Quang");
    assert_eq!(parent.assessments[0].part.value, "Ý nghĩa");
    assert_eq!(parent.pinned.len(), 1);
    let order = read
        .cells
        .iter()
        .map(|book| book.congress.cell.value.as_str());
    let order: Vec<&str> = order.collect();
    assert_eq!(order, ["Kế hoạch", "Văn phòng"], "as the parent lists them");
    assert_eq!(read.cells[0].congress.pinned.len(), 1);
    assert_eq!(read.cells[1].congress.assessments[0].text.value, "gọn");
    // without a parent nobody would read such a row
    let (_, findings) = books(&[INFO, MEMBERS, ("Đánh giá", assessments)]);
    assert_eq!(findings, ["Đánh giá!A2 S32"]);
}

#[test]
fn a_cell_without_members_lacks_the_sheet_and_a_sheet_may_lack_its_column() {
    let info = (
        "Thông tin",
        "Chi bộ|Nhiệm kỳ\nVăn phòng|1\nKế hoạch|1\nMột|1\nHai|1",
    );
    let (_, findings) = books(&[info, MEMBERS]);
    assert_eq!(findings, ["Thông tin!A4:A5 S03"]);
    let motions = ("Biểu quyết", "Chi bọo|Loại|Nội dung\nMột|Khác|a");
    let (books, findings) = books(&[INFO, MEMBERS, motions]);
    assert_eq!(findings, ["Biểu quyết S05"]);
    assert!(books.cells.iter().all(|cell| cell.report.has_errors()));
}

#[test]
fn a_single_row_needs_no_column_of_cells() {
    let info = (
        "Thông tin",
        "Chi bộ|Nhiệm kỳ|Địa danh\nVăn phòng|2022-2025|Hà Nội",
    );
    let members = ("Đảng viên", "Họ và tên|Ngày sinh\nLê Văn An|1984");
    let (books, findings) = books(&[info, members]);
    assert_eq!(findings, NONE);
    assert_eq!(books.cells[0].congress.members.len(), 1);
}

#[test]
fn sheets_of_other_layouts_are_not_read() {
    let ballot = (
        "Bầu bí thư",
        "Chi bộ|Họ và tên|Đồng ý\nVăn phòng|Lê Văn An|1",
    );
    let (_, findings) = books(&[INFO, MEMBERS, ballot]);
    assert_eq!(findings, ["Bầu bí thư S12"]);
    let single = ("Thông tin", "Chi bộ|Văn phòng\nNhiệm kỳ|2022-2025");
    let (_, findings) = books(&[single, ("Bầu cử", "Cuộc bầu|Lần\nBí thư|")]);
    assert!(findings.contains(&"Bầu cử S12".to_owned()), "{findings:?}");
}

#[test]
fn without_the_table_of_cells_nothing_is_read() {
    let (read, findings) = books(&[MEMBERS]);
    assert_eq!(findings, ["a.xlsx S03"]);
    assert_eq!(read.cells, []);
}

#[test]
fn a_thousand_cells_are_read_and_no_more() {
    let rows = |count: usize| {
        let rows = (1..=count).map(|it| format!("Tổ {it}|1|a"));
        format!(
            "Chi bộ|Nhiệm kỳ|Địa danh\n{}",
            rows.collect::<Vec<_>>().join("\n")
        )
    };
    let (read, findings) = books(&[("Thông tin", &rows(1_001))]);
    assert_eq!(findings, ["Thông tin!A1002 S25"]);
    assert_eq!(read.cells, []);
    let (read, _) = books(&[("Thông tin", &rows(1_000))]);
    assert_eq!(read.cells.len(), 1_000);
}
