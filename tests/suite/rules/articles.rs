//! The election rules article by article, as the reference numbers them: one test for
//! each that has something to compute. Numbers are worked by hand.
//!
//! Those on which no outcome rests are in `procedure.rs`: A2, A3, A14, A27, A30 and A33 on
//! the papers, A10 to A12 and A29. Nothing to compute, since no fact of them is typed:
//! - A1 scope, A13 nominations, A28 storage of ballots.
//! - A21 the base of a congress of delegates is not built.
//! - A18: what is not counted on valid ballots is no vote (`matrix.rs`).

use super::builder::{
    Change, absent, ballot, cell_of, committee, found, last, motion, name, names, people,
    results, typed,
};
use bienban::model::{
    Attendance, Congress, Decision, FullDate, MotionKind, Office, Standing, Status,
    Traced, Votes,
};
use bienban::rules::{DecisionNeeded, Outcome, RuleSet, WhyInvalid, ranked};

/// The findings of a code.
fn of_code(congress: &Congress, code: &str) -> Vec<String> {
    let all = found(congress).into_iter();
    all.filter(|line| line.starts_with(code)).collect()
}

fn elected(congress: &Congress) -> Vec<String> {
    let result = last(congress);
    let chosen = ranked(&result, false).into_iter();
    chosen.map(|one| one.name.value.clone()).collect()
}

/// A4. Ten official members and two probationary ones: the base is 10, and a
/// probationary member may not stand.
#[test]
fn a04_only_official_members_vote_and_stand() {
    let mut congress = cell_of(12);
    for index in [10, 11] {
        congress.members[index].standing.value = Standing::Probationary;
    }
    congress.ballots = vec![committee(1, &[(12, 9)]).counted(10, 10, 10, 0)];
    assert_eq!(people(&last(&congress).base.count), 10);
    assert_eq!(of_code(&congress, "V14"), ["V14 error Bầu chi ủy!B11"]);
    // an eleventh ballot is one too many: ten may vote
    congress.ballots = vec![committee(1, &[(1, 9)]).counted(11, 11, 11, 0)];
    assert_eq!(of_code(&congress, "V01"), ["V01 error Bầu chi ủy!B3"]);
}

/// A5. Of eleven one is here for a time only: the base is 10 and he may not stand.
#[test]
fn a05_a_guest_of_another_cell_has_no_vote_here() {
    let mut congress = cell_of(11);
    congress.members[10].status.value = Status::Guest;
    congress.ballots = vec![committee(1, &[(11, 9)]).counted(10, 10, 10, 0)];
    let result = last(&congress);
    assert_eq!(
        (people(&result.base.count), people(&result.summoned)),
        (10, 10)
    );
    assert_eq!(of_code(&congress, "V14"), ["V14 error Bầu chi ủy!B11"]);
}

/// A6. Of 12 summoned 8 are two thirds (3 × 8 = 2 × 12), and 7 are not.
#[test]
fn a06_exactly_two_thirds_are_a_quorum() {
    for (present, outcome) in [(8, Outcome::Complete), (7, Outcome::NotQuorate)] {
        let mut congress = cell_of(12);
        for number in present + 1..=12 {
            absent(&mut congress, number, true);
        }
        congress.ballots = vec![committee(1, &[(1, 7)]).counted(7, 7, 7, 0)];
        assert_eq!(last(&congress).outcome, outcome, "{present}");
    }
}

/// A7. Nine official members elect a committee, eight and a probationary one do not; a
/// committee has seven members at most, the deputy is one.
#[test]
fn a07_nine_official_members_elect_a_committee_of_seven_at_most() {
    for (probationary, finding) in [(0, None), (1, Some("V17 error Bầu chi ủy"))] {
        let mut congress = cell_of(9);
        if probationary == 1 {
            congress.members[8].standing.value = Standing::Probationary;
        }
        congress.ballots = vec![committee(1, &[(1, 8)]).counted(8, 8, 8, 0)];
        let finding: Vec<&str> = finding.into_iter().collect();
        assert_eq!(of_code(&congress, "V17"), finding);
    }
    let mut congress = cell_of(9);
    let all: Vec<(usize, u32)> = (1..=8).map(|number| (number, 9)).collect();
    for (seats, finding) in [(7, None), (8, Some("V17 error Bầu chi ủy!B2"))] {
        congress.ballots = vec![committee(seats, &all).counted(9, 9, 9, 0)];
        let finding: Vec<&str> = finding.into_iter().collect();
        assert_eq!(of_code(&congress, "V17"), finding, "{seats}");
    }
    let deputies = ballot(Office::Deputy, 1, false, 2, &[(1, 9), (2, 9)]);
    congress.ballots = vec![deputies.counted(9, 9, 9, 0)];
    assert_eq!(of_code(&congress, "V17"), ["V17 error Bầu phó bí thư!B2"]);
}

/// A8. The most votes for the committee make nobody secretary: that is a ballot of its
/// own, and without it nobody is.
#[test]
fn a08_the_most_votes_for_the_committee_elect_no_secretary() {
    let mut congress = cell_of(9);
    let list = committee(2, &[(1, 9), (2, 8)]).counted(9, 9, 9, 0);
    let prepared = ballot(Office::Secretary, 1, false, 1, &[]);
    congress.ballots = vec![list, prepared];
    let offices = results(&congress).offices;
    let held: Vec<Office> = offices.iter().map(|it| it.office).collect();
    assert_eq!(held, [Office::Committee, Office::Secretary]);
    assert!(offices[1].elected.is_empty() && !offices[1].is_settled);
}

/// A9. Three ballots for secretary, 4 of 9 each time; more than half is 5. After the
/// second the congress decides on another, after the third it asks.
#[test]
fn a09_after_the_third_failed_ballot_for_secretary_the_higher_committee_is_asked() {
    let mut congress = cell_of(9);
    for round in 1..=3 {
        let failed = ballot(Office::Secretary, round, false, 1, &[(1, 4)]);
        let failed = failed.against(&[5]).counted(9, 9, 9, 0);
        congress.ballots.push(failed.decided(Decision::NextRound));
        let undecided = congress.ballots.last_mut().unwrap();
        undecided.decision = None;
        let expected = if round < 3 {
            DecisionNeeded::NextRound
        } else {
            DecisionNeeded::AskHigherCommittee
        };
        assert_eq!(last(&congress).decision_needed, Some(expected), "{round}");
    }
    // no other office is filled from above
    congress.ballots.truncate(0);
    for round in 1..=3 {
        let failed = ballot(Office::Deputy, round, false, 1, &[(1, 4)]);
        congress.ballots.push(failed.counted(9, 9, 9, 0));
    }
    let needed = last(&congress).decision_needed;
    assert_eq!(needed, Some(DecisionNeeded::NextRound));
}

/// A15, A16, A18. Three names for two seats, six ballots: two names, one name, three
/// names, none, two names with writing beside, two names. Valid are the first, the
/// second and the sixth; 3, 1 and 1 votes. More than half of 11 is 6, valid or not.
#[test]
fn a15_a16_a_ballot_with_surplus_names_one_at_least_and_no_more_than_the_seats() {
    let mut list = committee(2, &[(1, 0), (2, 0), (3, 0)])
        .matrix(&["xxx.xx", "x.x.x.", "..x..x"])
        .refused(5, Some("Có viết thêm"));
    for one in &mut list.candidates {
        one.votes = None;
    }
    let mut congress = cell_of(11);
    congress.ballots = vec![list];
    let result = last(&congress);
    let number = |it: &Option<Traced<Votes>>| it.as_ref().unwrap().value.0;
    assert_eq!(
        [&result.returned, &result.valid, &result.invalid].map(number),
        [6, 3, 3]
    );
    let votes: Vec<u32> = result
        .candidates
        .iter()
        .map(|one| number(&one.votes))
        .collect();
    assert_eq!(votes, [3, 1, 1]);
    let whys = result.invalid_reasons.iter().map(|it| it.value.why.clone());
    let expected = [
        WhyInvalid::OverSeats,
        WhyInvalid::Nobody,
        WhyInvalid::Stated("Có viết thêm".to_owned()),
    ];
    assert_eq!(whys.collect::<Vec<_>>(), expected);
    assert_eq!(
        (result.threshold, result.outcome),
        (Some(6), Outcome::Short)
    );
}

/// A17. Two names for two seats, four ballots, all of them valid; the first name has
/// both boxes marked once and neither once: 1 for, 1 against, 2 neither way.
#[test]
fn a17_a_name_with_both_boxes_or_neither_counts_neither_way() {
    let mut list = committee(2, &[(1, 0), (2, 0)]).against(&[0, 0]);
    list = list.matrix(&["ĐK2.", "ĐĐĐK"]);
    for one in &mut list.candidates {
        (one.votes, one.against) = (None, None);
    }
    let mut congress = cell_of(4);
    congress.ballots = vec![list];
    let result = last(&congress);
    let first = &result.candidates[0];
    let count = |it: &Option<Traced<Votes>>| it.as_ref().unwrap().value.0;
    assert_eq!((count(&first.votes), count(&first.against)), (1, 1));
    assert_eq!(first.uncounted, Some(2));
    assert_eq!(count(&result.valid), 4);
}

/// A19. Twenty official members: one elsewhere, one exempt and away, one suspended, one
/// charged, one away with consent. 20 − 5 = 15, more than half is 8.
#[test]
fn a19_the_base_leaves_out_the_five_whom_the_clause_names() {
    let mut congress = cell_of(20);
    let statuses = [
        Status::Elsewhere,
        Status::Exempt,
        Status::Suspended,
        Status::Charged,
    ];
    for (number, status) in (1..).zip(statuses) {
        absent(&mut congress, number, false);
        congress.members[number - 1].status.value = status;
    }
    absent(&mut congress, 5, true);
    congress.ballots = vec![committee(1, &[(9, 8), (10, 7)]).counted(15, 15, 15, 0)];
    let result = last(&congress);
    let steps = result.base.steps.iter();
    let steps: Vec<(&str, Vec<String>)> = steps
        .skip(1)
        .map(|it| (it.kind.slug(), it.members.clone()))
        .collect();
    let expected = [
        ("suspended", names(&[3])),
        ("charged", names(&[4])),
        ("elsewhere", names(&[1])),
        ("exempt-absent", names(&[2])),
        ("absent-accepted", names(&[5])),
    ];
    assert_eq!(steps, expected);
    assert_eq!(
        (people(&result.base.count), result.threshold),
        (15, Some(8))
    );
    assert_eq!(elected(&congress), [name(9)]);
}

/// A20. Ten official members: one away without consent, one gone before the vote, two
/// ballots invalid. The base is 10 all the same, and 5 is half.
#[test]
fn a20_whoever_is_missing_without_consent_stays_in_the_base() {
    let mut congress = cell_of(10);
    absent(&mut congress, 9, false);
    congress.members[9].attendance.as_mut().unwrap().value = Attendance::Partly;
    congress.ballots = vec![committee(1, &[(1, 5)]).counted(8, 8, 6, 2)];
    let result = last(&congress);
    assert_eq!(
        (people(&result.base.count), result.threshold),
        (10, Some(6))
    );
    assert!(elected(&congress).is_empty());
}

/// A22. Five have more than half of 11; the three with the most votes are elected, in
/// that order, whatever the order of the sheet.
#[test]
fn a22_the_most_votes_are_elected_first() {
    let mut congress = cell_of(11);
    let list = [(1, 7), (2, 10), (3, 6), (4, 11), (5, 9)];
    congress.ballots = vec![committee(3, &list).counted(11, 11, 11, 0)];
    assert_eq!(elected(&congress), names(&[4, 2, 5]));
}

/// A23. Two of 11 have 6 votes each for the last seat; the re-vote gives 5 to 4 with two
/// invalid ballots. Five is less than half, and wins; nobody's age is asked.
#[test]
fn a23_a_tie_at_the_last_seat_is_voted_on_again_and_the_higher_count_wins() {
    let mut congress = cell_of(11);
    let tied = committee(2, &[(1, 11), (2, 6), (3, 6)]).counted(11, 11, 11, 0);
    congress.ballots = vec![tied.clone()];
    let result = last(&congress);
    assert_eq!((result.outcome, result.still_to_elect), (Outcome::Tied, 1));
    assert_eq!(result.tied, names(&[2, 3]));
    assert_eq!(result.decision_needed, Some(DecisionNeeded::Revote));
    let again = ballot(Office::Committee, 1, true, 1, &[(2, 4), (3, 5)]);
    let again = again.counted(11, 11, 9, 2);
    congress.ballots = vec![tied.decided(Decision::Revote), again];
    assert_eq!(elected(&congress), names(&[3]));
    let office = &results(&congress).offices[0];
    assert_eq!((office.elected.len(), office.is_settled), (2, true));
}

/// A24. Two of three seats are filled: the congress decides. It may leave it at that, or
/// vote on, with a name that was not on the first list.
#[test]
fn a24_whether_a_short_result_is_voted_on_is_for_the_congress() {
    let mut congress = cell_of(11);
    let short = committee(3, &[(1, 11), (2, 9), (3, 5)]).counted(11, 11, 11, 0);
    congress.ballots = vec![short.clone()];
    let needed = last(&congress).decision_needed;
    assert_eq!(needed, Some(DecisionNeeded::NextRound));
    congress.ballots = vec![short.clone().decided(Decision::Stop)];
    assert!(results(&congress).offices[0].is_settled);
    let second = ballot(Office::Committee, 2, false, 1, &[(3, 4), (4, 7)]);
    let second = second.counted(11, 11, 11, 0);
    congress.ballots = vec![short.decided(Decision::NextRound), second];
    let office = &results(&congress).offices[0];
    let elected: Vec<&str> = office.elected.iter().map(|it| it.value.as_str()).collect();
    assert_eq!(elected, ["Người 01", "Người 02", "Người 04"]);
    assert!(office.is_settled);
}

/// A25. Two delegates and one alternate from one list of 11 votes: 10 and 9 are elected,
/// of 8 and 7 the 8 is the alternate, 5 is not over half.
#[test]
fn a25_alternates_come_from_the_same_list_in_the_order_of_votes() {
    let mut congress = cell_of(11);
    let votes = [(1, 10), (2, 7), (3, 8), (4, 9), (5, 5)];
    let list = ballot(Office::Delegates, 1, false, 2, &votes).alternates(1);
    congress.ballots = vec![list.counted(11, 11, 11, 0)];
    let result = last(&congress);
    let alternates = ranked(&result, true).into_iter();
    let alternates: Vec<String> = alternates.map(|it| it.name.value.clone()).collect();
    assert_eq!(elected(&congress), names(&[1, 4]));
    assert_eq!(alternates, names(&[3]));
}

/// A26. Of the board the first stands on the list, the second is probationary, the third
/// was not there.
#[test]
fn a26_the_counting_board_is_of_official_members_present_who_do_not_stand() {
    let mut congress = cell_of(11);
    congress.members[8].standing.value = Standing::Probationary;
    absent(&mut congress, 10, true);
    let mut list = committee(1, &[(1, 9)]).counted(9, 9, 9, 0);
    let board = |number, cell| typed(name(number), "Bầu chi ủy", cell);
    list.board_head = Some(board(1, "D2"));
    list.board_members = vec![board(9, "D3"), board(10, "D4"), board(11, "D5")];
    congress.ballots = vec![list];
    let expected = ["D2", "D3", "D4"].map(|cell| format!("V16 error Bầu chi ủy!{cell}"));
    assert_eq!(of_code(&congress, "V16"), expected);
}

/// A31. Of twelve official members one is suspended and one charged: ten are summoned,
/// and who of the two is marked present is asked about.
#[test]
fn a31_the_suspended_and_the_charged_are_not_summoned() {
    let mut congress = cell_of(12);
    congress.members[10].status.value = Status::Suspended;
    congress.members[11].status.value = Status::Charged;
    absent(&mut congress, 12, false);
    congress.ballots = vec![committee(1, &[(1, 9)]).counted(10, 10, 10, 0)];
    let turnout = results(&congress).turnout;
    assert_eq!(people(&turnout.official), 12);
    assert_eq!(people(&turnout.official_summoned), 10);
    assert_eq!(people(&turnout.official_present), 10);
    assert_eq!(of_code(&congress, "M11"), ["M11 warning Đảng viên!F12"]);
}

/// A32. Of ten official members present 5 hands are half, and 6 are more.
#[test]
fn a32_a_show_of_hands_needs_more_than_half_of_those_present() {
    for (agreed, expected) in [(6, vec![]), (5, vec!["V30 warning Biểu quyết!E2"])] {
        let mut congress = cell_of(11);
        absent(&mut congress, 11, true);
        congress.motions = vec![motion(
            MotionKind::Programme,
            Some((agreed, 10 - agreed, 0)),
        )];
        assert_eq!(of_code(&congress, "V30"), expected, "{agreed}");
    }
}

/// The offices stand in the order of their ballots, whatever the order of the sheets.
#[test]
fn ballots_stand_in_the_order_of_the_congress() {
    let mut congress = cell_of(9);
    let of = |office| ballot(office, 1, false, 1, &[(1, 9)]).counted(9, 9, 9, 0);
    congress.ballots = vec![
        of(Office::Deputy),
        of(Office::Committee),
        of(Office::Secretary),
    ];
    let offices = results(&congress).offices;
    let held: Vec<Office> = offices.iter().map(|it| it.office).collect();
    assert_eq!(held, [Office::Committee, Office::Secretary, Office::Deputy]);
}

fn on(year: u16, month: u8, day: u8) -> FullDate {
    FullDate::new(year, month, day).unwrap()
}

/// Section 0: the day of the congress chooses the regulation, its guidance and what is
/// cited. On each border the day before and the day itself.
#[test]
fn each_day_has_its_regulation_and_its_guidance() {
    let of = |date| {
        let rules = RuleSet::on(date);
        (
            rules.number.as_str(),
            rules.guidance_on(date).unwrap_or("–"),
        )
    };
    let first = "Hướng dẫn số 04-HD/TW, ngày 06/10/2014";
    let second = "Hướng dẫn số 03-HD/TW, ngày 20/3/2020";
    let third = "Hướng dẫn số 04-HD/TW, ngày 31/12/2024";
    let expected = [
        // before the regulation of 2014 it serves, and V38 says so
        (on(2014, 6, 8), ("244-QĐ/TW", "–")),
        (on(2014, 6, 9), ("244-QĐ/TW", "–")),
        (on(2014, 10, 6), ("244-QĐ/TW", first)),
        (on(2020, 3, 19), ("244-QĐ/TW", first)),
        (on(2020, 3, 20), ("244-QĐ/TW", second)),
        (on(2024, 10, 9), ("244-QĐ/TW", second)),
        // the guidance of 2020 is on the regulation of 2014
        (on(2024, 10, 10), ("190-QĐ/TW", "–")),
        (on(2024, 12, 30), ("190-QĐ/TW", "–")),
        (on(2024, 12, 31), ("190-QĐ/TW", third)),
        (on(2026, 3, 2), ("190-QĐ/TW", third)),
    ];
    for (date, expected) in expected {
        assert_eq!(of(date), expected, "{date:?}");
    }
}

/// Section 0: on carrying out the Statutes, 29 until 30/7/2021, 24 until January 2025,
/// 294 from 01/7/2025; what stands between was not read and is not cited.
#[test]
fn each_day_cites_the_regulation_on_carrying_out_the_statutes() {
    let cited = |date: FullDate| {
        let rules = RuleSet::on(date);
        let all = ["29-QĐ/TW", "24-QĐ/TW", "294-QĐ/TW"];
        let lines: Vec<&str> = rules.basis_on(date).collect();
        let is_cited = |number: &&str| {
            let number = format!("Quy định số {number},");
            lines.iter().any(|line| line.contains(&number))
        };
        all.into_iter()
            .filter(is_cited)
            .collect::<Vec<_>>()
            .join(" ")
    };
    let expected = [
        (on(2016, 7, 24), ""),
        (on(2016, 7, 25), "29-QĐ/TW"),
        (on(2021, 7, 29), "29-QĐ/TW"),
        (on(2021, 7, 30), "24-QĐ/TW"),
        (on(2025, 1, 19), "24-QĐ/TW"),
        (on(2025, 1, 20), ""),
        (on(2025, 6, 30), ""),
        (on(2025, 7, 1), "294-QĐ/TW"),
    ];
    for (date, expected) in expected {
        assert_eq!(cited(date), expected, "{date:?}");
    }
    let known = [
        (on(2022, 8, 29), true),
        (on(2025, 1, 20), false),
        (on(2025, 7, 1), true),
        (on(2025, 12, 31), true),
        (on(2026, 1, 1), false),
    ];
    for (date, is_known) in known {
        let rules = RuleSet::on(date);
        assert_eq!(rules.knows_carrying_out_on(date), is_known, "{date:?}");
    }
}

/// Sections 0 and E.8: 01-HD/TW of 28/9/2021 belongs to 24-QĐ/TW, and is cited no longer
/// than that.
#[test]
fn a_decision_of_ratification_cites_the_guidance_on_the_statutes() {
    let cites = |date: FullDate| {
        let lines: Vec<&str> = RuleSet::on(date).ratification_on(date).collect();
        lines
            == [
                "Hướng dẫn số 01-HD/TW, ngày 28/9/2021 của Ban Bí thư về một số vấn đề \
                   cụ thể thi hành Điều lệ Đảng",
            ]
    };
    let expected = [
        (on(2021, 9, 27), false),
        (on(2021, 9, 28), true),
        (on(2024, 10, 9), true),
        (on(2025, 1, 19), true),
        (on(2025, 1, 20), false),
        (on(2025, 7, 1), false),
    ];
    for (date, is_cited) in expected {
        assert_eq!(cites(date), is_cited, "{date:?}");
    }
}
