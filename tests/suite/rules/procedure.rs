//! Articles that decide no result: lists, offices after each other, days, and what the
//! papers say of the procedure.

use super::builder::{Change, ballot, committee, judged, lines};
use super::cases::papers::pin;
use super::cases::{clean, delegates, with};
use crate::support::{BATCH, papers, read};
use bienban::document::passages;
use bienban::model::{Congress, Office, PaperKind};

fn found(congress: &Congress) -> Vec<String> {
    lines(&judged(congress))
}

/// A10. Of four for three seats the fourth has 1 vote of 11 and is not of the committee:
/// before anybody has voted on the secretary, the list for it cannot have him.
#[test]
fn a10_who_fails_to_get_into_the_committee_does_not_stand_for_secretary() {
    let mut congress = clean();
    let mut prepared = ballot(Office::Secretary, 1, false, 1, &[(4, 0)]);
    prepared.candidates[0].votes = None;
    congress.ballots.splice(1.., [prepared]);
    let expected = ["V23 warning a.xlsx", "V15 error Bầu bí thư!B11"];
    assert_eq!(found(&congress), expected);
}

/// A11. Seats and the largest surplus: of three to five one; 30 % of 6 is 1.8, of 7 it
/// is 2.1. Without a surplus, and with one name more than that, V09 warns.
#[test]
fn a11_a_list_for_the_committee_has_a_surplus_of_three_in_ten_at_most() {
    for (seats, most) in [(3, 1), (4, 1), (5, 1), (6, 1), (7, 2)] {
        for surplus in 0..=most + 1 {
            let mut congress = clean();
            // everybody over half, but for those left over
            let votes = |number| if number <= seats { 9 } else { 1 };
            let list: Vec<(usize, u32)> =
                (1..=seats + surplus).map(|it| (it, votes(it))).collect();
            let list = committee(u32::try_from(seats).unwrap(), &list);
            congress.ballots[0] = list.counted(11, 11, 11, 0);
            let is_within = (1..=most).contains(&surplus);
            let expected: &[&str] = if is_within {
                &[]
            } else {
                &["V09 warning Bầu chi ủy!B2"]
            };
            assert_eq!(found(&congress), expected, "{seats} + {surplus}");
        }
    }
}

/// A12. One name each for secretary and deputy, and two delegates of two names.
#[test]
fn a12_other_offices_need_no_surplus() {
    let mut congress = clean();
    let list = delegates(2, &[(1, 11), (2, 10)]).against(&[0, 1]);
    with(&mut congress, vec![list]);
    assert_eq!(found(&congress), Vec::<String>::new());
}

/// A29. The congress is on Monday 29/8/2022, 2/9 is a holiday: the seventh working day is
/// 8/9 (30/8, 31/8, 1/9, 5/9, 6/9, 7/9, 8/9). Submitted on 8/9, the fifteenth is 29/9
/// (9/9, 12–16/9, 19–23/9, 26–29/9: 1 + 5 + 5 + 4).
#[test]
fn a29_seven_working_days_to_report_and_fifteen_to_decide() {
    for (submitted, decided, expected) in [
        ("8/9/2022", "29/9/2022", vec![]),
        ("9/9/2022", "29/9/2022", vec!["V21 warning Văn bản!E2"]),
        ("8/9/2022", "30/9/2022", vec!["V21 warning Văn bản!E3"]),
    ] {
        let mut congress = clean();
        pin(&mut congress, PaperKind::Submission, "", submitted);
        pin(&mut congress, PaperKind::Ratification, "", decided);
        assert_eq!(found(&congress), expected, "{submitted} {decided}");
    }
}

/// A2, A3, A14, A26, A27, A30, A33 on the papers of a cell of the sample, whose clerk typed
/// four names for three seats, one name for secretary and one for deputy, ten ballots
/// handed out and ten come back each time.
#[test]
fn the_papers_say_how_the_regulation_wants_it_done() {
    let batch = read(BATCH);
    let cell = batch.cells.iter().find(|it| it.folder == "trung-tam-1");
    let papers = papers(cell.unwrap(), None);
    let of = |kind: PaperKind| -> Vec<String> {
        let of_kind = papers.iter().filter(|paper| paper.id.kind == kind);
        let texts = of_kind.flat_map(|paper| passages(&paper.document));
        texts.map(|passage| passage.text).collect()
    };
    let count = |texts: &[String], said: &str| {
        texts.iter().filter(|it| it.contains(said)).count()
    };
    // A14: names are struck out where there is a surplus, else one of two boxes is marked
    let sheets = of(PaperKind::BallotPapers);
    let strike =
        "Gạch ngang cả họ và tên người mình không bầu; để lại không quá 03 người";
    assert_eq!(count(&sheets, strike), 1);
    assert_eq!(count(&sheets, "Đánh dấu X vào một trong hai ô"), 2);
    let heads = sheets.iter().filter(|it| *it == "Không đồng ý");
    assert_eq!(heads.count(), 2);
    // A3, A26: the board is agreed to by hand; A27: it tells the two numbers
    let counts = of(PaperKind::BallotCount);
    let by_hand = "Ban kiểm phiếu được Đại hội biểu quyết thông qua gồm 03 đồng chí";
    assert_eq!(count(&counts, by_hand), 3);
    assert_eq!(count(&counts, "Số phiếu phát ra: 10 phiếu"), 3);
    assert_eq!(count(&counts, "Số phiếu thu về: 10 phiếu"), 3);
    // A33: three copies where the workbook asks for no other number
    assert_eq!(count(&counts, "lập thành 03 (ba) bản"), 3);
    // A2: what was elected is submitted to the committee above
    let submission = of(PaperKind::Submission);
    assert!(count(&submission, "xem xét, chuẩn y kết quả bầu cử") == 1);
    // A30: the cell reports on those attending, and has no board of credentials
    let report = of(PaperKind::AttendanceReport);
    let head = "tình hình đảng viên tham dự Đại hội Chi bộ Trung tâm 1";
    assert_eq!(count(&report, head), 1);
    for paper in &papers {
        let texts = passages(&paper.document).into_iter();
        let texts: Vec<String> = texts.map(|it| it.text.to_lowercase()).collect();
        assert_eq!(count(&texts, "thẩm tra"), 0, "{:?}", paper.id.kind);
    }
}
