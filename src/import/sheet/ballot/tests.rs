use super::*;
use crate::diagnostic::{Code, Lang};
use crate::import::testing::{NONE, at, congress, file, read_book};
use crate::model::{Mark, Office, TimeOfDay};

const MEMBERS: (&str, &str) = (
    "Đảng viên",
    "Họ và tên|Ngày sinh|Ngày chính thức|Dự đại hội\nLê Văn An|1984|2010|x",
);

const COUNTS: &str = "Số lượng bầu|1\nPhát ra|15\nThu về|15\nHợp lệ|14\nKhông hợp lệ|1\n";

/// The ballot of the committee, and the findings.
fn committee(rows: &str) -> (Ballot, Vec<String>) {
    let (mut congress, findings) = congress(&[MEMBERS, ("Bầu chi ủy", rows)]);
    (congress.ballots.remove(0), findings)
}

#[test]
fn the_count_stands_above_the_list() {
    let rows = "KẾT QUẢ KIỂM PHIẾU\n\n\
        Số lượng bầu|3\nĐược triệu tập|16\nCó mặt|15\nPhát ra|15\nThu vào|'15\n\
        Hợp lệ|14\nKhông hợp lệ|1\nLý do không hợp lệ|quá số lượng\n\
        Trưởng ban kiểm phiếu|Trần Tuyên\nỦy viên kiểm phiếu|Nghiêm Tâm\n|Đoàn Quý\n\
        Kiểm phiếu xong|10 giờ 05\nSố dự khuyết|1\nQuyết định của đại hội|Bầu tiếp\n\n\
        TT|Họ và tên|Số phiếu|Tỷ lệ|Kết quả\n\
        1|Lê Văn An|14|1|Trúng cử\n2|Vũ Bình|0|0%|x\n3|Đỗ Chi|6|0.4286|dự khuyết\n\
        4|Hà Dũng|5|35,71%|không trúng cử";
    let (it, findings) = committee(rows);
    assert_eq!(findings, NONE);
    assert_eq!(it.id.office, Office::Committee);
    assert_eq!(at(&it.place), "Bầu chi ủy");
    assert_eq!(it.seats.unwrap().value, Seats(3));
    assert_eq!(it.summoned.unwrap().value, Headcount(16));
    assert_eq!(it.present.unwrap().value, Headcount(15));
    assert_eq!(it.issued.unwrap().value, Votes(15));
    let returned = it.returned.unwrap();
    assert_eq!(returned.value, Votes(15));
    assert_eq!(at(&returned.place().unwrap()), "Bầu chi ủy!B7");
    assert_eq!(it.valid.unwrap().value, Votes(14));
    assert_eq!(it.invalid.unwrap().value, Votes(1));
    assert_eq!(it.invalid_reasons[0].value, "quá số lượng");
    assert_eq!(it.board_head.unwrap().value, "Trần Tuyên");
    assert_eq!(it.board_members[1].value, "Đoàn Quý");
    assert_eq!(it.finished.unwrap().value, TimeOfDay::new(10, 5).unwrap());
    assert_eq!(it.alternates.unwrap().value, Seats(1));
    assert_eq!(it.decision.unwrap().value, Decision::NextRound);
    assert!(!it.asks_against);
    let list: Vec<(&str, u32, &str, DeclaredResult)> = it
        .candidates
        .iter()
        .map(|one| {
            let percent = one.percent.as_ref().unwrap().value.as_str();
            let declared = one.declared.as_ref().unwrap().value;
            (
                one.name.value.as_str(),
                one.votes.as_ref().unwrap().value.0,
                percent,
                declared,
            )
        })
        .collect();
    let expected = [
        ("Lê Văn An", 14, "100%", DeclaredResult::Elected),
        ("Vũ Bình", 0, "0%", DeclaredResult::Elected),
        ("Đỗ Chi", 6, "42,86%", DeclaredResult::Alternate),
        ("Hà Dũng", 5, "35,71%", DeclaredResult::NotElected),
    ];
    assert_eq!(list, expected);
}

#[test]
fn a_list_without_surplus_asks_for_and_against() {
    let rows = format!("{COUNTS}Họ và tên|Đồng ý|Không đồng ý\nLê Văn An|13|1");
    let (it, findings) = committee(&rows);
    assert_eq!(findings, NONE);
    assert!(it.asks_against);
    assert_eq!(it.candidates[0].votes.clone().unwrap().value, Votes(13));
    assert_eq!(it.candidates[0].against.clone().unwrap().value, Votes(1));
}

#[test]
fn a_ballot_that_is_only_prepared_needs_no_counts() {
    let rows = "Số lượng bầu|1\nPhát ra|\nThu về|\nHọ và tên|Số phiếu\nLê Văn An|";
    let (it, findings) = committee(rows);
    assert_eq!(findings, NONE);
    assert!(!it.is_counted());
}

#[test]
fn a_counted_ballot_needs_every_count() {
    let rows = "Phát ra|15\nHợp lệ|\nHọ và tên|Số phiếu\nAn|\nBình|hai mươi\n|3";
    let (it, findings) = committee(rows);
    let expected = [
        "Bầu chi ủy S04",
        "Bầu chi ủy S04",
        "Bầu chi ủy S04",
        "Bầu chi ủy!B2 S04",
        "Bầu chi ủy!B4 S06",
        "Bầu chi ủy!B5 S07",
        "Bầu chi ủy!A6 S06",
    ];
    assert_eq!(findings, expected);
    assert_eq!(it.candidates.len(), 2);
}

#[test]
fn a_sheet_on_which_nothing_is_typed_is_no_ballot() {
    let rows = "Số lượng bầu|\nPhát ra|\nTrưởng ban kiểm phiếu|\n\nTT|Họ và tên|Số phiếu";
    let (congress, findings) = congress(&[MEMBERS, ("Bầu chi ủy", rows)]);
    assert_eq!(findings, NONE);
    assert_eq!(congress.ballots, []);
}

#[test]
fn a_list_without_votes_or_names_or_header_is_a_finding() {
    let no_votes = format!("{COUNTS}Họ và tên|Ghi chú\nLê Văn An|");
    assert_eq!(committee(&no_votes).1, ["Bầu chi ủy S05"]);
    let no_names = format!("{COUNTS}Họ và tên|Số phiếu");
    assert_eq!(committee(&no_names).1, ["Bầu chi ủy S24"]);
    let (it, no_header) = committee(COUNTS);
    assert_eq!(no_header, ["Bầu chi ủy S05"]);
    assert_eq!(
        it.issued.unwrap().value,
        Votes(15),
        "the counts are read even so"
    );
}

#[test]
fn a_list_that_counts_votes_twice_is_a_finding() {
    let rows = format!("{COUNTS}Họ và tên|Số phiếu|Đồng ý\nLê Văn An|14|13");
    assert_eq!(committee(&rows).1, ["Bầu chi ủy!B6 S16"]);
}

/// Marks of a matrix, a line for each name: `x` for, `k` against, `2` both, `.` neither.
fn marks(ballot: &Ballot) -> Vec<String> {
    let sign = |mark: &Mark| match mark {
        Mark::Neither => '.',
        Mark::For => 'x',
        Mark::Against => 'k',
        Mark::Both => '2',
    };
    let all = ballot.candidates.iter();
    all.map(|one| one.marks.as_ref().unwrap().value.iter().map(sign).collect())
        .collect()
}

#[test]
fn a_matrix_has_a_column_for_each_ballot_and_needs_no_other_figure() {
    let rows = "Số lượng bầu|1\nPhát ra|3\nTT|Họ và tên|P2|Phiếu 1|p03\n\
        1|Lê Văn An|x|V|-\n2|Vũ Bình||1|\n|Không hợp lệ|||viết thêm";
    let (it, findings) = committee(rows);
    assert_eq!(findings, NONE);
    assert!(!it.asks_against, "two names for one seat");
    assert_eq!(marks(&it), ["xx.", ".x."]);
    let matrix = it.matrix.clone().unwrap();
    assert_eq!(at(&matrix.place), "Bầu chi ủy!C3:E6");
    let heads: Vec<String> = matrix.papers.iter().map(|it| at(&it.place)).collect();
    assert_eq!(heads, ["Bầu chi ủy!C3", "Bầu chi ủy!D3", "Bầu chi ủy!E3"]);
    let cells = &it.candidates[0].marks.as_ref().unwrap().cells();
    assert_eq!(at(&cells[0]), "Bầu chi ủy!C4:E4");
    let refused = matrix.papers[2].refused.clone().unwrap();
    assert_eq!(refused.value.as_deref(), Some("viết thêm"));
    assert_eq!(at(&refused.place().unwrap()), "Bầu chi ủy!E6");
    assert!(it.is_counted());
}

#[test]
fn a_list_without_surplus_is_agreed_to_or_not_name_by_name() {
    let rows = "Số lượng bầu|1\nPhát ra|5\nHọ và tên|P1|P2|P3|P4|P5\n\
        Lê Văn An|Đ|k|ĐK|đồng ý|\nPhiếu không hợp lệ||||x";
    let (it, findings) = committee(rows);
    assert_eq!(findings, NONE);
    assert!(it.asks_against);
    assert_eq!(marks(&it), ["xk2x."]);
    let papers = it.matrix.unwrap().papers;
    assert_eq!(papers[3].refused.clone().unwrap().value, None, "no reason");
}

#[test]
fn a_mark_that_does_not_belong_is_a_finding_at_its_cell() {
    let with_surplus = "Số lượng bầu|1\nPhát ra|3\nHọ và tên|P1|P2|P3\n\
        Lê Văn An|x|Đ|?\nVũ Bình||x|";
    let (it, findings) = committee(with_surplus);
    assert_eq!(findings, ["Bầu chi ủy!C4 S09", "Bầu chi ủy!D4 S09"]);
    assert_eq!(it.candidates[0].marks, None);
    let without = "Số lượng bầu|1\nPhát ra|2\nHọ và tên|P1|P2\nLê Văn An|x|Đ";
    assert_eq!(committee(without).1, ["Bầu chi ủy!B4 S09"]);
}

/// Three names for three seats, and `x` instead of Đ and K: told once.
#[test]
fn marks_of_the_other_kind_of_list_are_one_finding() {
    let rows = "Số lượng bầu|3\nPhát ra|3\nHọ và tên|P1|P2|P3\n\
        Lê Văn An|x|x|x\nVũ Bình|x||x\nTrần Chi||x|";
    assert_eq!(committee(rows).1, ["Bầu chi ủy!B4 S09"]);
}

#[test]
fn the_total_below_the_list_is_read() {
    let head = "Số lượng bầu|1\nPhát ra|9\nThu về|9\nHợp lệ|9\nKhông hợp lệ|0\n";
    let rows = format!(
        "{head}TT|Họ và tên|Số phiếu|Tỷ lệ\n1|Lê Văn An|7|77%\n2|Vũ Bình|2|23%\n\
         |Tổng cộng|9|100%"
    );
    let (it, findings) = committee(&rows);
    assert_eq!(findings, NONE);
    assert_eq!(it.candidates.len(), 2);
    assert_eq!(it.total.votes.unwrap().value, Votes(9));
    assert_eq!(it.total.names, None);
    let rows = format!(
        "{head}TT|Họ và tên|Đồng ý|Không đồng ý\n1|Lê Văn An|7|2\n\
         |Tổng cộng: 01 đồng chí|7|2 phiếu"
    );
    let (it, findings) = committee(&rows);
    assert_eq!(findings, NONE);
    assert_eq!(it.total.names.unwrap().value, Headcount(1));
    assert_eq!(it.total.votes.unwrap().value, Votes(7));
}

#[test]
fn a_decision_in_words_of_its_own_is_asked_about() {
    let asked = |decision: &str| {
        let rows = format!(
            "Số lượng bầu|1\nQuyết định của đại hội|{decision}\nHọ và tên|Số phiếu\nLê Văn An|"
        );
        let sheets = [("Thông tin", "Chi bộ|Một"), ("Bầu chi ủy", rows.as_str())];
        let mut report = Report::default();
        read_book(&[file("a.xlsx", &sheets)], &mut report);
        let finding = report.findings().iter().find(|it| it.code() == Code::S09);
        finding.unwrap().wording(Lang::Vi).hint
    };
    let next = Some("có phải “Bầu tiếp” không?".to_owned());
    assert_eq!(asked("Đại hội thống nhất bầu tiếp"), next);
    let stop = Some("có phải “Không bầu nữa” không?".to_owned());
    assert_eq!(asked("Đại hội biểu quyết không bầu nữa"), stop);
    assert_eq!(asked("Đại hội thống nhất không tiến hành bầu tiếp"), None);
    assert_eq!(asked("Đại hội còn bàn"), None);
}

#[test]
fn a_decision_that_cannot_be_read_is_known_to_be_there() {
    let is_unread = |decision: &str| {
        let rows = format!(
            "Số lượng bầu|1\nQuyết định của đại hội|{decision}\nHọ và tên|Số phiếu\nLê Văn An|"
        );
        committee(&rows).0.is_decision_unread
    };
    assert!(is_unread("Đại hội còn bàn"));
    assert!(is_unread("=#REF!"));
    assert!(!is_unread("Bầu tiếp"));
    assert!(!is_unread(""));
}

#[test]
fn a_ballot_twice_or_left_out_is_a_finding() {
    let rows = "Số lượng bầu|1\nPhát ra|4\nHọ và tên|P2|P3|P03|P7\n\
        Lê Văn An|x|x||\nVũ Bình|||x|x";
    let (_, findings) = committee(rows);
    let expected = ["Bầu chi ủy S05", "Bầu chi ủy S05", "Bầu chi ủy!D3 S16"];
    assert_eq!(
        findings, expected,
        "P1 and P4–P6 are left out, P3 stands twice"
    );
}

#[test]
fn a_matrix_needs_the_seats_and_what_was_issued_once_it_is_marked() {
    let (it, findings) = committee("Thu về|\nHọ và tên|P1|P2\nLê Văn An||");
    assert_eq!(findings, NONE);
    assert!(!it.is_counted());
    let (it, findings) = committee("Thu về|\nHọ và tên|P1|P2\nLê Văn An|Đ|K");
    assert_eq!(findings, ["Bầu chi ủy S04", "Bầu chi ủy S04"]);
    assert!(it.asks_against, "by its marks");
    assert!(it.is_counted());
}

#[test]
fn typed_figures_may_stand_beside_a_matrix() {
    let rows = format!(
        "{COUNTS}TT|Họ và tên|P1|P2|Số phiếu|Kết quả\n\
        1|Lê Văn An|x|x|2|x\n2|Vũ Bình|||0|\nKhông hợp lệ|||thừa"
    );
    let (it, findings) = committee(&rows);
    assert_eq!(findings, NONE);
    assert_eq!(it.candidates.len(), 2);
    assert_eq!(it.candidates[0].votes.clone().unwrap().value, Votes(2));
    assert_eq!(it.returned.clone().unwrap().value, Votes(15));
    assert!(it.matrix.unwrap().papers[1].refused.is_some());
}

#[test]
fn ballots_come_in_the_order_of_the_congress() {
    let rows = "Số lượng bầu|1\nHọ và tên|Số phiếu\nLê Văn An|";
    let tabs = [
        "Bầu bí thư",
        "Bầu chi ủy (lần 2)",
        "Bầu chi ủy (bầu lại)",
        "Bầu chi ủy",
    ];
    let (congress, findings) = congress(&tabs.map(|tab| (tab, rows)));
    assert_eq!(findings, NONE);
    let order: Vec<String> = congress.ballots.iter().map(|it| at(&it.place)).collect();
    let expected = [
        "Bầu chi ủy",
        "Bầu chi ủy (bầu lại)",
        "Bầu chi ủy (lần 2)",
        "Bầu bí thư",
    ];
    assert_eq!(order, expected);
}
