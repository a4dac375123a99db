//! What cells of one batch say of the same, and their committee.

use super::builder::{at, cell_of, judged_under, lines, member, typed};
use super::cases::{clean, papers::pin};
use bienban::diagnostic::{Code, Lang, Place, Report, SheetRef};
use bienban::model::{
    Congress, FullDate, Identity, PaperKind, Parent, PartialDate, Status, Traced,
};
use bienban::rules::check_batch;

fn of_parent<T>(value: T, cell: &str) -> Traced<T> {
    let sheet = SheetRef {
        index: 0,
        name: "Đảng bộ".into(),
    };
    let cells = at("Thông tin", cell).cells;
    let place = Place {
        sheet: Some(sheet),
        cells,
        ..Place::file("dang-bo.xlsx")
    };
    Traced::typed(value, place)
}

/// A committee whose list names the cells `Một` and `Hai`.
fn parent() -> Parent {
    Parent {
        file: "dang-bo.xlsx".into(),
        shared: Identity::default(),
        secretary: None,
        deputy: None,
        has_standing_committee: None,
        first_decision_number: Some(of_parent(101, "B5")),
        decision_date: None,
        holidays: Vec::new(),
        cells: vec![
            of_parent("Một".to_owned(), "B7"),
            of_parent("Hai".to_owned(), "B8"),
        ],
        assessments: Vec::new(),
        photographs: Vec::new(),
        pinned: Vec::new(),
    }
}

fn day(month: u8, day: u8) -> FullDate {
    FullDate::new(2022, month, day).unwrap()
}

/// The cell `Hai` of one member.
fn second() -> Congress {
    let mut congress = cell_of(0);
    "Hai".clone_into(&mut congress.cell.value);
    congress.members.push(member(50));
    congress
}

/// What is found in each of two cells, and beside them.
fn found(
    first: &Congress,
    other: &Congress,
    parent: Option<&Parent>,
) -> [Vec<String>; 3] {
    let mut reports = [Report::default(), Report::default(), Report::default()];
    let [own, others, common] = &mut reports;
    check_batch(parent, &mut [(first, own), (other, others)], common);
    reports.map(|report| lines(&report.sorted()))
}

const NONE: [Vec<String>; 3] = [Vec::new(), Vec::new(), Vec::new()];

fn born(congress: &mut Congress, index: usize, born: PartialDate) {
    congress.members[index].born = Some(typed(born, "Đảng viên", "C2"));
}

#[test]
fn two_cells_of_different_people_have_nothing_in_common() {
    assert_eq!(found(&clean(), &second(), Some(&parent())), NONE);
}

#[test]
fn a_person_in_two_cells_is_said_in_both() {
    let (mut one, mut two) = (clean(), second());
    let date = PartialDate::Full(FullDate::new(1984, 9, 5).unwrap());
    two.members[0].name.value = "NGƯỜI 03".to_owned();
    born(&mut one, 2, date);
    born(&mut two, 0, date);
    let [first, other, common] = found(&one, &two, None);
    assert_eq!(first, ["M13 warning Đảng viên!B4"]);
    assert_eq!(other, ["M13 warning Đảng viên!B51"]);
    assert_eq!(common, Vec::<String>::new());
    // the year alone is not enough: two people may have one name
    born(&mut one, 2, PartialDate::of_year(1984).unwrap());
    born(&mut two, 0, PartialDate::of_year(1984).unwrap());
    assert_eq!(found(&one, &two, None), NONE);
}

#[test]
fn a_card_in_two_cells_is_said_in_both() {
    let (mut one, mut two) = (clean(), second());
    let card = || Some(typed("51.000001".to_owned(), "Đảng viên", "I2"));
    one.members[2].card = card();
    two.members[0].card = card();
    let [first, other, _] = found(&one, &two, None);
    assert_eq!(first, ["M13 warning Đảng viên!B4"]);
    assert_eq!(other, ["M13 warning Đảng viên!B51"]);
    // who is there for a time is on both lists, and belongs to one cell
    two.members[0].status.value = Status::Guest;
    assert_eq!(found(&one, &two, None), NONE);
}

#[test]
fn a_term_other_than_the_committees_is_said() {
    let (mut one, mut above) = (clean(), parent());
    one.identity.term = Some(typed("2022-2025".to_owned(), "Thông tin", "B3"));
    above.shared.term = Some(of_parent("2022-2025".to_owned(), "B2"));
    assert_eq!(
        lines(&judged_under(&one, Some(&above))),
        Vec::<String>::new()
    );
    above.shared.term = Some(of_parent("2022-2027".to_owned(), "B2"));
    let found = lines(&judged_under(&one, Some(&above)));
    assert_eq!(found, ["V21 warning Thông tin!B3"]);
}

#[test]
fn a_holiday_of_the_committee_moves_the_deadline_and_may_be_the_day() {
    let (mut one, mut above) = (clean(), parent());
    // the seventh working day after 29/8/2022 is 8/9, and 9/9 where 1/9 is off
    pin(&mut one, PaperKind::Submission, "", "9/9/2022");
    let found = lines(&judged_under(&one, Some(&above)));
    assert_eq!(found, ["V21 warning Văn bản!E2"]);
    above.holidays = vec![of_parent(day(9, 1), "B9")];
    assert_eq!(
        lines(&judged_under(&one, Some(&above))),
        Vec::<String>::new()
    );
    above.holidays = vec![of_parent(day(8, 29), "B9"), of_parent(day(9, 1), "B10")];
    let report = judged_under(&one, Some(&above));
    assert_eq!(lines(&report), ["V34 warning Thông tin!B2"]);
    let mut of_day = report.findings().iter();
    let of_day = of_day.find(|it| it.code() == Code::V34).unwrap();
    assert_eq!(of_day.also, above.holidays[0].cells());
}

#[test]
fn the_committees_decision_follows_every_congress_and_submission() {
    let (mut one, mut above) = (clean(), parent());
    above.decision_date = Some(of_parent(day(8, 28), "B6"));
    let found = |one: &Congress, above: &Parent| lines(&judged_under(one, Some(above)));
    assert_eq!(found(&one, &above), ["V21 warning Đảng bộ!B6"]);
    above.decision_date = Some(of_parent(day(9, 5), "B6"));
    assert_eq!(found(&one, &above), Vec::<String>::new());
    pin(&mut one, PaperKind::Submission, "", "6/9/2022");
    assert_eq!(found(&one, &above), ["V21 warning Đảng bộ!B6"]);
    // the fifteenth working day after 6/9 is 27/9
    above.decision_date = Some(of_parent(day(9, 27), "B6"));
    assert_eq!(found(&one, &above), Vec::<String>::new());
    above.decision_date = Some(of_parent(day(9, 28), "B6"));
    assert_eq!(found(&one, &above), ["V21 warning Đảng bộ!B6"]);
    // the cell's own date wins
    pin(&mut one, PaperKind::Ratification, "", "7/9/2022");
    assert_eq!(found(&one, &above), Vec::<String>::new());
}

#[test]
fn one_cell_in_two_workbooks_is_not_compared_with_itself() {
    let (one, mut two) = (clean(), clean());
    let mut same = clean();
    let card = || Some(typed("51.000001".to_owned(), "Đảng viên", "I2"));
    same.members[2].card = card();
    two.members[2].card = card();
    assert_eq!(found(&same, &two, Some(&parent())), NONE);
    assert_eq!(found(&one, &two, Some(&parent())), NONE);
}

#[test]
fn decisions_on_two_cells_have_two_numbers() {
    let (one, mut two) = (clean(), second());
    // the cell `Một` is the first of the list: its decision is number 101
    pin(&mut two, PaperKind::Ratification, "101-QĐ/ĐU", "");
    let [first, other, _] = found(&one, &two, Some(&parent()));
    assert_eq!(first, Vec::<String>::new());
    assert_eq!(other, ["V20 error Văn bản!D2"]);
}

#[test]
fn the_summary_is_dated_after_the_last_congress() {
    let mut above = parent();
    let mut rows = clean();
    pin(&mut rows, PaperKind::Summary, "45", "28/8/2022");
    above.pinned = rows.pinned;
    let [_, _, common] = found(&clean(), &second(), Some(&above));
    assert_eq!(common, ["V21 warning Văn bản!E2"]);
}

#[test]
fn the_words_name_the_other_cell() {
    let (mut one, mut two) = (clean(), second());
    let card = || Some(typed("51.000001".to_owned(), "Đảng viên", "I2"));
    one.members[2].card = card();
    two.members[0].card = card();
    let mut own = Report::default();
    let mut others = Report::default();
    let cells = &mut [(&one, &mut own), (&two, &mut others)];
    check_batch(None, cells, &mut Report::default());
    let wording = own.findings()[0].wording(Lang::Vi);
    let says = "“Người 03” cũng có trong danh sách của Chi bộ Hai";
    assert_eq!(wording.message, says);
    assert_eq!(wording.found.as_deref(), Some("cùng số thẻ 51.000001"));
}
