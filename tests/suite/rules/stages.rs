//! How far a congress has come, and what is absent.

use super::builder::{Change, absent, at, cell_of, committee, found, motion, results};
use bienban::diagnostic::{Problem, Report};
use bienban::model::{Congress, MotionKind, Office, Status};
use bienban::rules::{Stage, absent_facts, judge};

fn before(official: usize) -> Congress {
    let mut congress = cell_of(official);
    for member in &mut congress.members {
        member.attendance = None;
    }
    congress
}

#[test]
fn before_the_congress_there_are_results_even_without_its_day() {
    let mut congress = before(10);
    assert_eq!(results(&congress).rules.number, "244-QĐ/TW");
    congress.identity.date = None;
    let results = results(&congress);
    assert_eq!(results.stage, Stage::Before);
    assert_eq!(results.rules.number, "190-QĐ/TW", "the newest");
    assert!(results.ballots.is_empty());
    assert_eq!(results.turnout.official_summoned.value.0, 10);
}

#[test]
fn a_congress_that_has_begun_needs_its_day() {
    let mut congress = cell_of(10);
    congress.identity.date = None;
    let mut report = Report::default();
    assert_eq!(judge(&congress, &mut report), None);
    let is_asked_for = report.findings().iter().any(|it| {
        matches!(&it.problem, Problem::LabelMissing { label } if label == "Ngày đại hội")
    });
    assert!(is_asked_for);
}

#[test]
fn a_cell_of_nine_official_members_elects_a_committee() {
    // A7: dự bị do not count; eight elect a secretary only
    for (official, missing) in [(9, 2), (8, 1)] {
        let mut congress = cell_of(official);
        let office = if official == 9 {
            Office::Committee
        } else {
            Office::Delegates
        };
        let mut first = committee(1, &[(1, 8)]).counted(8, 8, 8, 0);
        first.id.office = office;
        congress.ballots = vec![first];
        let expected = vec!["V23 warning a.xlsx"; missing];
        let found: Vec<String> = found(&congress)
            .into_iter()
            .filter(|it| it.starts_with("V23"))
            .collect();
        assert_eq!(found, expected, "{official}");
    }
}

#[test]
fn nobody_is_asked_why_a_member_who_is_not_summoned_was_absent() {
    let mut congress = cell_of(10);
    absent(&mut congress, 1, false);
    absent(&mut congress, 2, false);
    congress.members[1].status.value = Status::Suspended;
    let facts = absent_facts(&congress);
    let reasons: Vec<&String> = facts
        .iter()
        .filter(|it| it.starts_with("Lý do vắng"))
        .collect();
    assert_eq!(reasons, ["Lý do vắng (Người 01)"]);
}

#[test]
fn a_show_of_hands_without_its_count_is_left_out_and_named() {
    let mut congress = cell_of(10);
    congress.motions = vec![motion(MotionKind::Programme, None)];
    let mut unnamed = motion(MotionKind::Programme, None);
    unnamed.text = None;
    congress.motions.push(unnamed);
    let mut report = Report::default();
    judge(&congress, &mut report);
    let left_out = report.findings().iter().filter_map(|it| match &it.problem {
        Problem::LeftOut { what } if it.place.sheet.is_some() => {
            Some((it.place.clone(), what.join(";")))
        }
        _ => None,
    });
    let expected = [
        (at("Biểu quyết", "D2"), "Tán thành (Điều gì đó)".to_owned()),
        (
            at("Biểu quyết", "A2"),
            "Tán thành (Chương trình)".to_owned(),
        ),
    ];
    assert_eq!(left_out.collect::<Vec<_>>(), expected);
}
