//! The papers on the members: the report on those attending, the list to sign, the list
//! of those elected.

use crate::support::{BATCH, Folder, builder, papers, read, situation};
use bienban::diagnostic::Place;
use bienban::document::passages;
use bienban::model::{Attendance, Member, Status, Traced};
use bienban::pipeline::{Batch, Cell, Manifest, PaperKind, ProfileId, Store, build_cell};
use std::fs;
use std::sync::OnceLock;

/// The passages of the one paper of a kind; none if it is not due.
fn text(cell: &Cell, kind: PaperKind) -> Vec<String> {
    let papers = papers(cell, None);
    let of_kind = papers.iter().filter(|paper| paper.id.kind == kind);
    let texts = of_kind.flat_map(|paper| passages(&paper.document));
    texts.map(|passage| passage.text).collect()
}

/// A cell of the sample, which is read once for all tests.
fn cell(folder: &str) -> Cell {
    static SAMPLE: OnceLock<Batch> = OnceLock::new();
    let mut cells = SAMPLE.get_or_init(|| read(BATCH)).cells.iter();
    cells.find(|cell| cell.folder == folder).unwrap().clone()
}

fn member<'a>(cell: &'a mut Cell, name: &str) -> &'a mut Member {
    let mut members = cell.congress.members.iter_mut();
    members.find(|one| one.name.value == name).unwrap()
}

/// The cell read anew by the rules after a change.
fn judged(mut cell: Cell) -> Cell {
    let mut report = bienban::diagnostic::Report::default();
    cell.results = bienban::rules::judge(&cell.congress, &mut report);
    cell
}

/// Ages of the eleven on 31/8/2022: 52, 41, 47, 46, 30, 27, 29, 29, 29, 36, 25: six of 30
/// or less, one of 36, three from 41 to 50, one of 52; together 391, 391 / 11 = 35.545.
/// Years since admission of the ten who are official: 27, 17, 20, 18, 6, 5, 2, 7, 3, 7:
/// two below 5, four below 10, two below 20, two below 30; together 112, 112 / 10 = 11.2.
/// Shares: 6/11 = 54.545 %, 5/11 = 45.4545 %, 1/11 = 9.0909 %, 3/11 = 27.2727 %.
#[test]
fn the_report_on_those_attending_says_what_the_list_holds() {
    let text = text(&cell("trung-tam-1"), PaperKind::AttendanceReport);
    for line in [
        "Chi bộ có 11 đảng viên, trong đó đảng viên chính thức 10 đồng chí, đảng viên dự \
         bị 01 đồng chí.",
        "Giới tính: nam 06 đồng chí (54,55%); nữ 05 đồng chí (45,45%).",
        "Dân tộc thiểu số: 01 đồng chí, chiếm 9,09% (Mường: 01).",
        "Cơ cấu tuổi đời: từ 30 tuổi trở xuống 06 đồng chí (54,55%); từ 31 đến 40 tuổi 01 \
         đồng chí (9,09%); từ 41 đến 50 tuổi 03 đồng chí (27,27%); từ 51 đến 60 tuổi 01 \
         đồng chí (9,09%).",
        "Cao nhất 52 tuổi (đồng chí Chu Thanh Hằng, sinh năm 1969); thấp nhất 25 tuổi \
         (đồng chí Kiều Bá Khoa, sinh năm 1997); bình quân 35,5 tuổi.",
        "Cơ cấu tuổi đảng: dưới 5 năm 02 đồng chí (20%); từ 5 đến dưới 10 năm 04 đồng chí \
         (40%); từ 10 đến dưới 20 năm 02 đồng chí (20%); từ 20 đến dưới 30 năm 02 đồng \
         chí (20%).",
        "Cao nhất 27 năm (đồng chí Chu Thanh Hằng, vào Đảng năm 1995); thấp nhất 02 năm \
         (đồng chí Quách Thị Mai Ánh, vào Đảng năm 2020); bình quân 11,2 năm.",
        "Chuyên môn: thạc sĩ 07 đồng chí (63,64%); đại học 04 đồng chí (36,36%).",
        "Có 11/11 đảng viên có mặt đủ tư cách tham dự Đại hội.",
    ] {
        assert!(text.iter().any(|it| it == line), "{line}\nin {text:#?}");
    }
}

#[test]
fn a_figure_of_the_report_names_the_cells_that_it_counts() {
    let out = Folder::new();
    let store = Store::open(&out.path()).unwrap();
    let mut cell = cell("trung-tam-1");
    build_cell(&builder(), &store, &mut cell, None).unwrap();
    let manifest = fs::read_to_string(out.join("trung-tam-1/manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_str(&manifest).unwrap();
    let figures = manifest.figures.iter();
    let mut women = figures.filter(|it| it.rule == "members by sex" && it.text == "05");
    // the five women: TT 1, 2, 3, 7, 8
    let cells = women.next().unwrap().cells.iter();
    let cells: Vec<&str> = cells.filter_map(|it| it.cell.as_deref()).collect();
    assert_eq!(cells.len(), 2, "two stretches of a column: {cells:?}");
}

/// A fact that nobody has is left out with its line; what the others have still closes.
#[test]
fn a_column_without_facts_leaves_its_lines_out() {
    let mut cell = cell("trung-tam-1");
    for member in &mut cell.congress.members {
        (member.sex, member.ethnic_group, member.religion) = (None, None, None);
        (member.born, member.admitted) = (None, None);
        (member.schooling, member.profession) = (None, None);
        (member.political_theory, member.state_management) = (None, None);
        (member.post, member.grade, member.honours) = (None, None, None);
    }
    let text = text(&judged(cell), PaperKind::AttendanceReport).join("\n");
    assert!(text.contains("II- KẾT LUẬN"), "{text}");
    for word in [
        "CƠ CẤU",
        "Giới tính",
        "Tuổi",
        "Trình độ",
        "Chức vụ",
        "Xếp loại",
        "kỷ luật",
    ] {
        assert!(!text.contains(word), "{word} in {text}");
    }
}

/// Of several the hardest counts; honours are none. 2/11 = 18.1818 %.
#[test]
fn those_disciplined_are_counted_and_those_honoured_are_not() {
    let mut cell = cell("trung-tam-1");
    let honours = [
        ("Kiều Bá Khoa", "Khiển trách năm 2019; Cảnh cáo (2021)"),
        (
            "Từ Gia Lộc",
            "Bằng khen của Bộ 2020, kỷ luật khiển trách 2021",
        ),
        ("Tống Mạnh Tùng", "Chiến sĩ thi đua cơ sở"),
    ];
    for (name, text) in honours {
        let honours = Traced::typed(text.into(), Place::file("a.xlsx"));
        member(&mut cell, name).honours = Some(Box::new(honours));
    }
    let text = text(&cell, PaperKind::AttendanceReport).join("\n");
    let said = "Đảng viên bị kỷ luật: 02 đồng chí, chiếm 18,18% (cảnh cáo: 01; khiển \
                trách: 01).";
    assert!(text.contains(said), "{text}");
}

/// Two are absent; of one the reason is known.
#[test]
fn the_absent_with_a_reason_are_counted_apart() {
    let mut cell = cell("trung-tam-1");
    let typed = |text: &str| Traced::typed(text.into(), Place::file("a.xlsx"));
    for (name, reason) in [("Kiều Bá Khoa", Some("Đi công tác")), ("Từ Gia Lộc", None)]
    {
        let one = member(&mut cell, name);
        one.attendance.as_mut().unwrap().value = Attendance::Absent;
        (one.absence_reason, one.absence_accepted) =
            (reason.map(typed).map(Box::new), None);
    }
    let said = text(&judged(cell), PaperKind::AttendanceReport).join("\n");
    let expected = "Vắng mặt 02 đồng chí, trong đó có lý do 01 đồng chí:";
    assert!(said.contains(expected), "{said}");
}

/// Five of the ten official members are exempt and stay away: 5 of 10 are half, and
/// without those five 5 of 5 are there.
#[test]
fn a_quorum_by_one_reading_is_told_with_both_numbers() {
    let mut cell = cell("trung-tam-1");
    let official = cell.congress.members.iter_mut();
    for one in official.filter(|one| one.is_official()).take(5) {
        one.status.value = Status::Exempt;
        one.attendance.as_mut().unwrap().value = Attendance::Absent;
        one.absence_accepted = None;
    }
    let text = text(&judged(cell), PaperKind::AttendanceReport);
    let said = "Số đảng viên chính thức có mặt là 05/10 đồng chí được triệu tập, đạt tỷ lệ \
                50%; không tính các đồng chí được miễn công tác và sinh hoạt đảng không dự \
                là 05/05 đồng chí, bảo đảm ít nhất hai phần ba theo Điều 11 Điều lệ Đảng \
                Cộng sản Việt Nam. Đại hội đủ điều kiện tiến hành.";
    assert!(text.iter().any(|it| it == said), "{text:#?}");
}

#[test]
fn a_remark_of_the_member_list_is_on_the_list_to_sign() {
    let mut cell = cell("trung-tam-1");
    let note = Traced::typed("Ăn chay.".into(), Place::file("a.xlsx"));
    member(&mut cell, "Từ Gia Lộc").note = Some(Box::new(note));
    let list = text(&cell, PaperKind::AttendanceList);
    let at = list.iter().position(|it| it == "Từ Gia Lộc").unwrap();
    // year of birth, for men and women; official; post; room to sign; remark
    assert_eq!(list[at + 6], "Ăn chay", "{:#?}", &list[at..at + 8]);
}

#[test]
fn who_is_not_summoned_is_named_and_not_counted_as_absent() {
    let mut cell = cell("trung-tam-1");
    let tung = member(&mut cell, "Tống Mạnh Tùng");
    tung.status.value = Status::Suspended;
    tung.attendance = None;
    let khoa = member(&mut cell, "Kiều Bá Khoa");
    khoa.attendance.as_mut().unwrap().value = Attendance::Partly;
    let text = text(&judged(cell), PaperKind::AttendanceReport).join("\n");
    let excluded = "Không thuộc diện triệu tập: 01 đồng chí:\n- Đồng chí Tống Mạnh Tùng, bị \
                    đình chỉ sinh hoạt.";
    assert!(text.contains(excluded), "{text}");
    assert!(text.contains("Được triệu tập: 10 đồng chí"), "{text}");
    assert!(text.contains("Có mặt: 10/10 đồng chí"), "{text}");
    assert!(text.contains("01 đồng chí dự một phần Đại hội"), "{text}");
    assert!(text.contains("Không có đảng viên vắng mặt."), "{text}");
}

/// The names of the list in order; the column of names follows that of places.
fn names(text: &[String]) -> Vec<&str> {
    let places = (1..).map(|place: u32| place.to_string());
    let mut at = 0;
    let names = places.map_while(|place| {
        at += text[at..].iter().position(|it| *it == place)? + 1;
        Some(text[at].as_str())
    });
    names.collect()
}

/// Ánh, Hằng, Khoa, Lộc, Sơn, Tâm, Thảo, Thắng, Thúy, Tùng, Vinh.
#[test]
fn the_list_to_sign_goes_by_given_name() {
    let text = text(&cell("trung-tam-1"), PaperKind::AttendanceList);
    let expected = [
        "Quách Thị Mai Ánh",
        "Chu Thanh Hằng",
        "Kiều Bá Khoa",
        "Từ Gia Lộc",
        "Dương Ngọc Sơn",
        "Nguyễn Thị Tâm",
        "Hà Thị Thảo",
        "Vương Minh Thắng",
        "Vũ Thị Lan Thúy",
        "Tống Mạnh Tùng",
        "Nghiêm Quốc Vinh",
    ];
    assert_eq!(names(&text), expected);
    let total = "Danh sách này có 11 đảng viên: 10 chính thức, 01 dự bị.";
    assert_eq!(text.last().unwrap(), total);
}

/// 33 rows: one is of another cell; one more is made suspended.
#[test]
fn the_list_to_sign_is_of_those_summoned() {
    let mut cell = cell("van-phong");
    member(&mut cell, "Lê Thị Chi").status.value = Status::Suspended;
    let text = text(&judged(cell), PaperKind::AttendanceList);
    let names = names(&text);
    assert_eq!(names.len(), 31);
    assert!(!names.contains(&"Lê Thị Chi") && !names.contains(&"Cầm Gia Huy"));
}

#[test]
fn without_the_sex_of_everybody_birth_years_stand_in_one_column() {
    let mut cell = cell("trung-tam-1");
    member(&mut cell, "Từ Gia Lộc").sex = None;
    let text = text(&cell, PaperKind::AttendanceList);
    assert!(text.iter().any(|it| it == "Năm sinh"));
    assert!(!text.iter().any(|it| it == "Nam" || it == "Nữ"));
}

#[test]
fn before_the_congress_there_is_the_list_to_sign_and_no_result() {
    let cell = situation("chua-dai-hoi").cells.remove(0);
    assert!(text(&cell, PaperKind::AttendanceReport).is_empty());
    assert!(text(&cell, PaperKind::ElectedList).is_empty());
    let text = text(&cell, PaperKind::AttendanceList);
    let total = "Danh sách này có 11 đảng viên: 10 chính thức, 01 dự bị.";
    assert_eq!(text.last().unwrap(), total);
}

#[test]
fn before_its_day_is_known_a_congress_has_room_for_it_in_the_newest_form() {
    let mut cell = situation("chua-dai-hoi").cells.remove(0);
    cell.congress.identity.date = None;
    let cell = judged(cell);
    let papers = papers(&cell, None);
    let mut papers = papers.iter();
    let list = papers.find(|paper| paper.id.kind == PaperKind::AttendanceList);
    assert_eq!(list.unwrap().profile, ProfileId::Party2026);
    let text = text(&cell, PaperKind::AttendanceList);
    let room = "\u{a0}".repeat(6);
    let date = format!("Hà Nội, ngày {room} tháng {room} năm {room}");
    assert!(text.contains(&date), "{text:#?}");
    let subject = "đảng viên dự Đại hội Chi bộ Thương mại điện tử, nhiệm kỳ 2022-2025";
    assert!(text.iter().any(|it| it == subject), "{text:#?}");
}

/// What a test does to every member of the list.
type Clearing = fn(&mut Member);

/// Columns that are left out when nobody elected has the fact, with their heads.
const CLEARINGS: [(&str, Clearing); 11] = [
    ("Giới tính", |one| one.sex = None),
    ("Dân tộc, tôn giáo", |one| {
        (one.ethnic_group, one.religion) = (None, None);
    }),
    ("Quê quán", |one| one.home = None),
    ("Chức vụ, đơn vị", |one| one.post = None),
    ("Học vấn", |one| one.schooling = None),
    ("Chuyên môn", |one| one.profession = None),
    ("Lý luận chính trị", |one| one.political_theory = None),
    ("Quản lý nhà nước", |one| one.state_management = None),
    ("Ngoại ngữ, tin học", |one| {
        (one.foreign_language, one.computing) = (None, None);
    }),
    ("Ngày vào Đảng, chính thức", |one| {
        (one.admitted, one.official_since) = (None, None);
    }),
    ("Khen thưởng, kỷ luật; xếp loại", |one| {
        (one.honours, one.grade) = (None, None);
    }),
];

#[test]
fn the_list_of_those_elected_leaves_out_columns_that_nobody_fills() {
    let whole = text(&cell("trung-tam-1"), PaperKind::ElectedList);
    for (head, clear) in CLEARINGS {
        let mut cell = cell("trung-tam-1");
        cell.congress.members.iter_mut().for_each(clear);
        let text = text(&cell, PaperKind::ElectedList);
        assert!(whole.iter().any(|it| it == head), "{head}");
        assert!(!text.iter().any(|it| it == head), "{head}");
    }
    let mut bare = cell("trung-tam-1");
    bare.congress.boards.outgoing_committee.clear();
    for (_, clear) in CLEARINGS {
        bare.congress.members.iter_mut().for_each(clear);
    }
    let text = text(&bare, PaperKind::ElectedList);
    let heads = ["TT", "Họ và tên", "Ngày sinh", "Chức danh"];
    let at = text.iter().position(|it| it == "TT").unwrap();
    assert_eq!(text[at..at + 4], heads);
}

/// Secretary and deputy are of the committee, too; each stands once, with the higher post.
#[test]
fn the_list_of_those_elected_names_each_once_with_the_highest_post() {
    let cell = cell("trung-tam-1");
    let text = text(&cell, PaperKind::ElectedList);
    let mut of_list = names(&text);
    let count = of_list.len();
    of_list.sort_unstable();
    of_list.dedup();
    assert_eq!((of_list.len(), count), (3, 3));
    let posts = ["Bí thư", "Phó Bí thư", "Chi ủy viên"];
    let of_table = text.iter().filter(|it| posts.contains(&it.as_str()));
    assert!(of_table.eq(posts.iter()), "in this order: {text:#?}");
    assert!(text.iter().any(|it| it == "Danh sách này có 03 đồng chí."));
}

#[test]
fn of_two_members_of_one_name_neither_gets_the_facts_of_the_other() {
    let mut cell = cell("trung-tam-1");
    let whole = text(&cell, PaperKind::ElectedList);
    // born 23/02/1976 the one, 16/01/1986 the other
    assert!(whole.iter().any(|it| it == "23/02/1976"));
    member(&mut cell, "Tống Mạnh Tùng").name.value = "Từ Gia Lộc".to_owned();
    let text = text(&judged(cell), PaperKind::ElectedList);
    assert!(text.iter().any(|it| it == "Từ Gia Lộc"));
    let dates = ["23/02/1976", "16/01/1986"];
    assert!(!text.iter().any(|it| dates.contains(&it.as_str())));
}
