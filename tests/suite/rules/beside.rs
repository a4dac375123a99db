//! What is said once: beside what the reader has said of a cell, the rules do not say
//! what only follows from it. And S19, what is left out.

use super::builder::{Change, absent, at, ballot, judged, last, lines, typed};
use super::cases::{again, clean, delegates, second, short, tied, with};
use bienban::diagnostic::{Place, Problem, Report, Seen, SeenKind};
use bienban::model::{Ballot, Congress, FullDate, Headcount, Office, PartialDate};
use bienban::rules::{DecisionNeeded, absent_facts, judge};

fn day(year: u16, month: u8, day: u8) -> PartialDate {
    FullDate::new(year, month, day)
        .map(PartialDate::Full)
        .unwrap()
}

/// What the rules say when the reader suspects a date of day and month exchanged.
fn suspecting(congress: &Congress, place: Place) -> Vec<String> {
    let text = "09/05/2010".to_owned();
    let kind = SeenKind::Date;
    let seen = Seen { text, kind };
    let other = "05/9/2010".to_owned();
    let mut report = Report::default();
    report.add(place, Problem::DaySwapped { seen, other });
    judge(congress, &mut report).unwrap();
    lines(&report.sorted())
}

/// Admitted on 5 September 2009, and official on 9 May 2010, after eight months, or on
/// 5 September, after twelve: of one slip S30 speaks, and M08 does not.
#[test]
fn of_a_date_that_may_be_exchanged_the_order_is_not_told_too() {
    let mut congress = clean();
    let member = &mut congress.members[3];
    member.admitted = Some(typed(day(2009, 9, 5), "Đảng viên", "J5"));
    member.official_since = Some(typed(day(2010, 5, 9), "Đảng viên", "D5"));
    let too_soon = ["M08 warning Đảng viên!D5"];
    assert_eq!(lines(&judged(&congress)), too_soon);
    let found = |cell| suspecting(&congress, at("Đảng viên", cell));
    assert_eq!(found("D5"), Vec::<String>::new());
    assert_eq!(found("J5"), Vec::<String>::new(), "the other of the two");
    assert_eq!(found("D6"), too_soon, "another member's");
}

/// What is found of a ballot whose decision the reader could not read, and of those that
/// follow it.
fn unread(ballots: Vec<Ballot>) -> Congress {
    let mut congress = clean();
    with(&mut congress, ballots);
    congress.ballots[3].is_decision_unread = true;
    congress
}

/// Two of three elected, and two tied for the third seat: the decision is there, and S09
/// or S11 asks for it in words that can be read.
#[test]
fn of_a_decision_that_cannot_be_read_nothing_more_is_asked() {
    for (ballot, needed) in [
        (short(), DecisionNeeded::NextRound),
        (tied(), DecisionNeeded::Revote),
    ] {
        let congress = unread(vec![ballot]);
        assert_eq!(lines(&judged(&congress)), Vec::<String>::new());
        // the office stays open all the same
        assert_eq!(last(&congress).decision_needed, Some(needed));
    }
    // what follows may be what was decided: another round, or a re-vote that 7 win
    let congress = unread(vec![tied(), second(1, &[(3, 8)])]);
    assert_eq!(lines(&judged(&congress)), Vec::<String>::new());
    let congress = unread(vec![tied(), again(1, &[(3, 7), (4, 4)])]);
    assert_eq!(lines(&judged(&congress)), Vec::<String>::new());
    // but after a complete ballot nothing was to be decided
    let congress = unread(vec![delegates(1, &[(1, 11)]), second(1, &[(3, 8)])]);
    assert_eq!(
        lines(&judged(&congress)),
        [
            "V19 error Bầu đại biểu!B2",
            "V24 error Bầu đại biểu (lần 2)"
        ]
    );
}

/// 5 of 11 three times; the third time it may be the committee above that designates.
#[test]
fn a_deputy_may_follow_a_decision_on_the_secretary_that_cannot_be_read() {
    let mut congress = clean();
    let failed = |round| {
        let list = ballot(Office::Secretary, round, false, 1, &[(1, 5)]);
        list.counted(11, 11, 11, 0).against(&[6])
    };
    congress.ballots.splice(1..2, (1..=3).map(failed));
    let expected = ["V22 warning Bầu bí thư (lần 3)", "V15 error Bầu phó bí thư"];
    assert_eq!(lines(&judged(&congress)), expected);
    congress.ballots[3].is_decision_unread = true;
    assert_eq!(lines(&judged(&congress)), Vec::<String>::new());
}

/// What S19 names, each with the sheet or the cell that it is said of.
fn left_out(congress: &Congress) -> Vec<String> {
    let report = judged(congress);
    let findings = report.findings().iter();
    let of = findings.filter_map(|it| match &it.problem {
        Problem::LeftOut { what } => {
            let cells = it.place.cells.map(|cells| cells.to_string());
            let sheet = it.place.sheet.as_ref().map(|sheet| sheet.name.to_string());
            let place: Vec<String> = sheet.into_iter().chain(cells).collect();
            Some(format!("{}: {}", place.join("!"), what.join("; ")))
        }
        _ => None,
    });
    of.collect()
}

/// Three invalid ballots of eleven, eight valid. A16: the board records why.
#[test]
fn invalid_ballots_without_a_reason_are_told_at_their_number() {
    let said = "Bầu đại biểu!B6: Lý do không hợp lệ";
    let ballot = || delegates(1, &[(1, 8)]).counted(11, 11, 8, 3);
    let has_said = |ballot: Ballot| {
        let mut congress = clean();
        with(&mut congress, vec![ballot]);
        left_out(&congress).contains(&said.to_owned())
    };
    assert!(has_said(ballot()));
    let mut told = ballot();
    let reason = typed("Bầu quá số".to_owned(), "Bầu đại biểu", "B14");
    told.invalid_reasons.push(reason);
    assert!(!has_said(told));
    assert!(!has_said(delegates(1, &[(1, 8)])), "none is invalid");
}

/// Everything that the papers would tell and this workbook does not hold, in one finding
/// of the file; with each fact typed it is one less.
#[test]
fn what_the_papers_leave_out_is_named_fact_by_fact() {
    let mut congress = clean();
    congress.ballots.truncate(1);
    absent(&mut congress, 11, true);
    let sheet = "Bầu chi ủy";
    let all = [
        "Nhiệm kỳ trước",
        "Trưởng ban kiểm phiếu (Bầu chi ủy)",
        "Kiểm phiếu xong (Bầu chi ủy)",
        "Lý do vắng (Người 11)",
    ];
    assert_eq!(absent_facts(&congress), all);
    assert_eq!(left_out(&congress), [format!(": {}", all.join("; "))]);
    congress.identity.previous_term =
        Some(typed("2020-2022".to_owned(), "Thông tin", "B4"));
    assert_eq!(absent_facts(&congress), all[1..]);
    let head = typed("Người 09".to_owned(), sheet, "B7");
    congress.ballots[0].board_head = Some(head);
    assert_eq!(absent_facts(&congress), all[2..]);
    congress.ballots[0].finished =
        bienban::model::TimeOfDay::new(10, 5).map(|time| typed(time, sheet, "B10"));
    assert_eq!(absent_facts(&congress), all[3..]);
    let reason = typed("Đi công tác".into(), "Đảng viên", "G12");
    congress.members[10].absence_reason = Some(Box::new(reason));
    assert_eq!(left_out(&congress), Vec::<String>::new());
    // of a ballot that was not counted nothing is told, and nothing is lacking
    congress.ballots.push(second(1, &[]));
    assert_eq!(absent_facts(&congress), Vec::<String>::new());
    congress.ballots[0].present = Some(typed(Headcount(10), sheet, "B8"));
    assert_eq!(absent_facts(&congress), Vec::<String>::new());
}
