//! Who is elected, and what stays open: A6, A20, A22–A25, A9.

use super::builder::{
    Change, absent, ballot, cell_of, committee, found, last, motion, name, names, results,
};
use bienban::model::{
    Attendance, Ballot, Congress, Decision, MotionKind, Office, Traced,
};
use bienban::rules::{BallotResult, DecisionNeeded, Outcome, is_carried, ranked};

fn with(official: usize, ballots: Vec<Ballot>) -> Congress {
    let mut congress = cell_of(official);
    let present = u32::try_from(official).unwrap();
    let counted = |it: Ballot| it.counted(present, present, present, 0);
    congress.ballots = ballots.into_iter().map(counted).collect();
    congress
}

fn chosen(result: &BallotResult, alternates: bool) -> Vec<String> {
    let chosen = ranked(result, alternates).into_iter();
    chosen.map(|one| one.name.value.clone()).collect()
}

/// The base, the seats, the votes of the first, second …; who is elected, who is tied,
/// seats left, how it ended. Worked by hand in the reference (B.4).
type Vector = (
    usize,
    u32,
    &'static [u32],
    &'static [usize],
    &'static [usize],
    u32,
    Outcome,
);

const VECTORS: &[Vector] = &[
    (25, 3, &[25, 25, 25], &[1, 2, 3], &[], 0, Outcome::Complete),
    (
        25,
        3,
        &[25, 22, 18, 10],
        &[1, 2, 3],
        &[],
        0,
        Outcome::Complete,
    ),
    // half of ten is five, and not more than half
    (10, 1, &[5], &[], &[], 1, Outcome::Short),
    (11, 1, &[6], &[1], &[], 0, Outcome::Complete),
    // half of 24 is twelve
    (24, 3, &[20, 14, 12, 11], &[1, 2], &[], 1, Outcome::Short),
    (25, 3, &[24, 20, 14, 14], &[1, 2], &[3, 4], 1, Outcome::Tied),
    (25, 3, &[22, 15, 15, 15], &[1], &[2, 3, 4], 2, Outcome::Tied),
    // 13 of 25 is more than half, and one too many
    (
        25,
        3,
        &[20, 20, 20, 13],
        &[1, 2, 3],
        &[],
        0,
        Outcome::Complete,
    ),
    (25, 3, &[24, 14, 14], &[1, 2, 3], &[], 0, Outcome::Complete),
    (24, 3, &[22, 20, 12, 12], &[1, 2], &[], 1, Outcome::Short),
];

#[test]
fn the_most_votes_over_half_fill_the_seats_and_nobody_breaks_a_tie() {
    for (base, seats, votes, elected, tied, open, outcome) in VECTORS {
        let votes: Vec<(usize, u32)> = (1..).zip(votes.iter().copied()).collect();
        let result = last(&with(*base, vec![committee(*seats, &votes)]));
        assert_eq!(chosen(&result, false), names(elected), "{votes:?}");
        assert_eq!(result.tied, names(tied), "{votes:?}");
        assert_eq!(result.still_to_elect, *open, "{votes:?}");
        assert_eq!(result.outcome, *outcome, "{votes:?}");
    }
}

#[test]
fn winners_stand_by_votes_and_then_by_given_name() {
    let mut congress = with(11, vec![committee(3, &[(1, 9), (2, 11), (3, 9)])]);
    congress.ballots[0].candidates[0].name.value = "Lê Văn Bình".to_owned();
    congress.ballots[0].candidates[2].name.value = "Trần Thị An".to_owned();
    let expected = [&name(2), "Trần Thị An", "Lê Văn Bình"];
    assert_eq!(chosen(&last(&congress), false), expected);
    let offices = results(&congress).offices;
    let elected = offices[0].elected.iter().map(|it| it.value.as_str());
    assert_eq!(elected.collect::<Vec<_>>(), expected);
}

#[test]
fn two_thirds_of_those_summoned_must_be_there() {
    // 2/3 of 11 is 7.33: eight are enough, seven are not
    for (present, is_enough) in [(8, true), (7, false)] {
        let mut congress = cell_of(11);
        for number in present + 1..=11 {
            absent(&mut congress, number, true);
        }
        congress.ballots = vec![committee(1, &[(1, 6)]).counted(7, 7, 7, 0)];
        let outcome = last(&congress).outcome;
        assert_eq!(outcome == Outcome::NotQuorate, !is_enough);
        let m06 = "M06 error Đảng viên!F2:F12".to_owned();
        assert_eq!(found(&congress).contains(&m06), !is_enough);
    }
}

#[test]
fn a_re_vote_among_the_tied_goes_to_the_higher_count_without_a_majority() {
    // 11 present; 4 to 3 with four invalid ballots, half of 11 is 5.5
    let first = committee(1, &[(1, 6), (2, 6)]).decided(Decision::Revote);
    let again = |a, b| ballot(Office::Committee, 1, true, 1, &[(1, a), (2, b)]);
    let congress = with(11, vec![first.clone(), again(3, 4)]);
    let result = last(&congress);
    assert_eq!(chosen(&result, false), names(&[2]));
    assert_eq!(result.threshold, None);
    assert!(!result.is_anyone_over_half());
    assert!(results(&congress).offices[0].is_settled);
    let congress = with(11, vec![first, again(4, 4)]);
    let result = last(&congress);
    assert_eq!(result.outcome, Outcome::TiedAgain);
    assert_eq!(result.decision_needed, Some(DecisionNeeded::Revote));
    assert!(!results(&congress).offices[0].is_settled);
}

#[test]
fn an_office_is_settled_by_what_follows_the_decision() {
    let short = || committee(2, &[(1, 11), (2, 5)]);
    let settled = |ballots| results(&with(11, ballots)).offices[0].is_settled;
    assert!(!settled(vec![short()]));
    assert!(settled(vec![short().decided(Decision::Stop)]));
    assert!(settled(vec![short().decided(Decision::AskHigherCommittee)]));
    assert!(!settled(vec![short().decided(Decision::NextRound)]));
    assert!(!settled(vec![short().decided(Decision::Revote)]));
    let second = ballot(Office::Committee, 2, false, 1, &[(2, 6)]);
    let ballots = vec![short().decided(Decision::NextRound), second];
    assert!(settled(ballots));
    // complete, and yet "bầu tiếp": something is wrong
    let complete = committee(1, &[(1, 11)]).decided(Decision::NextRound);
    assert!(!settled(vec![complete]));
}

#[test]
fn after_three_failed_ballots_for_secretary_the_higher_committee_is_asked() {
    let fail = |round| ballot(Office::Secretary, round, false, 1, &[(1, 5)]);
    let needed = |rounds: Vec<Ballot>| last(&with(11, rounds)).decision_needed;
    assert_eq!(
        needed(vec![fail(1), fail(2)]),
        Some(DecisionNeeded::NextRound)
    );
    assert_eq!(
        needed(vec![fail(1), fail(2), fail(3)]),
        Some(DecisionNeeded::AskHigherCommittee)
    );
}

#[test]
fn whether_anybody_is_over_half_is_told_apart_from_being_elected() {
    // six of eleven each, one seat: tied, nobody elected, both over half
    let tied = last(&with(11, vec![committee(1, &[(1, 6), (2, 6)])]));
    assert!(tied.is_anyone_over_half() && chosen(&tied, false).is_empty());
    let short = last(&with(11, vec![committee(1, &[(1, 5), (2, 5)])]));
    assert!(!short.is_anyone_over_half());
}

fn delegates(seats: u32, votes: &[(usize, u32)]) -> Ballot {
    ballot(Office::Delegates, 1, false, seats, votes)
}

#[test]
fn others_over_half_become_alternates_in_the_order_of_votes() {
    // A25: two delegates, two alternates; 5 of 11 is not over half
    let votes = [(1, 11), (2, 10), (3, 8), (4, 9), (5, 5)];
    let result = last(&with(11, vec![delegates(2, &votes).alternates(2)]));
    assert_eq!(chosen(&result, false), names(&[1, 2]));
    assert_eq!(chosen(&result, true), names(&[4, 3]));
    assert_eq!(result.outcome, Outcome::Complete);
}

#[test]
fn a_tie_of_alternates_leaves_the_delegates_elected() {
    // 11 + 10 + 9 + 7 + 7 = 44, and each of 11 may name two and two
    let votes = [(1, 11), (2, 10), (3, 9), (4, 7), (5, 7)];
    let first = delegates(2, &votes).alternates(2);
    let congress = with(11, vec![first.clone()]);
    let result = last(&congress);
    assert_eq!(result.outcome, Outcome::Complete);
    assert_eq!((result.still_to_elect, result.tied.len()), (0, 0));
    assert_eq!(result.alternates_wanted, 2);
    assert_eq!(result.alternates_tied, names(&[4, 5]));
    let open = result.open();
    assert_eq!((open.outcome, open.still_to_elect), (Outcome::Tied, 1));
    assert_eq!(open.tied, names(&[4, 5]));
    assert_eq!(result.decision_needed, Some(DecisionNeeded::Revote));
    assert!(!results(&congress).offices[0].is_settled);

    // the re-vote elects an alternate, and no third delegate
    let again = ballot(Office::Delegates, 1, true, 1, &[(4, 6), (5, 5)]);
    let congress = with(11, vec![first.decided(Decision::Revote), again]);
    let findings: Vec<String> = found(&congress);
    assert!(
        findings.iter().all(|it| it.starts_with("V23")),
        "{findings:?}"
    );
    let office = &results(&congress).offices[0];
    assert_eq!((office.elected.len(), office.alternates.len()), (2, 2));
    assert_eq!(office.alternates[1].value, name(4));
    assert!(office.is_settled);
}

#[test]
fn alternates_still_missing_may_have_a_ballot_of_their_own() {
    // A25: one of two alternates is over half; a further ballot among the others
    let votes = [(1, 11), (2, 10), (3, 9), (4, 5), (5, 4)];
    let first = delegates(2, &votes).alternates(2);
    let alone = last(&with(11, vec![first.clone()]));
    let open = alone.open();
    assert_eq!((open.outcome, open.still_to_elect), (Outcome::Short, 1));
    assert_eq!(alone.decision_needed, Some(DecisionNeeded::NextRound));
    let second = ballot(Office::Delegates, 2, false, 1, &[(4, 7), (5, 4)]);
    let congress = with(11, vec![first, second]);
    let findings: Vec<String> = found(&congress);
    assert!(
        findings.iter().all(|it| it.starts_with("V23")),
        "{findings:?}"
    );
    let office = &results(&congress).offices[0];
    assert_eq!((office.elected.len(), office.alternates.len()), (2, 2));
}

/// Two delegates and one alternate of 11, more than half is 6. First 11, 5 and 5: one
/// seat is open. Then 8 and 7: the 8 is elected, and the 7 is the alternate that the
/// congress wanted.
#[test]
fn a_second_round_that_fills_the_seats_leaves_the_others_as_alternates() {
    let first = delegates(2, &[(1, 11), (2, 5), (3, 5)]).alternates(1);
    let second = ballot(Office::Delegates, 2, false, 1, &[(2, 8), (3, 7)]);
    let ballots = vec![first.decided(Decision::NextRound), second];
    let office = &results(&with(11, ballots)).offices[0];
    let of = |names: &[Traced<String>]| -> Vec<String> {
        names.iter().map(|it| it.value.clone()).collect()
    };
    assert_eq!(of(&office.elected), names(&[1, 2]));
    assert_eq!(of(&office.alternates), names(&[3]));
    assert!(office.is_settled);
}

/// Two delegates and one alternate of 11: three have 7 each, more than half. The re-vote
/// gives 9, 7 and 4: the seats are full, and the third had more than half before.
#[test]
fn who_loses_a_re_vote_for_the_last_seat_becomes_the_alternate() {
    let tied = delegates(2, &[(1, 7), (2, 7), (3, 7)]).alternates(1);
    let again = ballot(Office::Delegates, 1, true, 2, &[(1, 9), (2, 7), (3, 4)]);
    let congress = with(11, vec![tied.decided(Decision::Revote), again]);
    let result = last(&congress);
    assert_eq!(chosen(&result, false), names(&[1, 2]));
    assert_eq!(chosen(&result, true), names(&[3]));
    assert!(results(&congress).offices[0].is_settled);
}

#[test]
fn a_show_of_hands_needs_more_than_half() {
    let hands = |agreed, disagreed| {
        let motion = motion(MotionKind::Report, Some((agreed, disagreed, 0)));
        is_carried(&motion, &results(&cell_of(11)).turnout)
    };
    assert_eq!(hands(6, 5), Some(true), "six of eleven");
    assert_eq!(hands(5, 6), Some(false));
    // of eleven, three were there for a part only: five of eight, or of ten who raised
    // a hand
    let mut congress = cell_of(11);
    for index in [8, 9, 10] {
        let attendance = congress.members[index].attendance.as_mut();
        attendance.unwrap().value = Attendance::Partly;
    }
    let turnout = results(&congress).turnout;
    let of = |hands| is_carried(&motion(MotionKind::Report, hands), &turnout);
    assert_eq!(of(Some((5, 3, 0))), Some(true));
    assert_eq!(of(Some((5, 5, 0))), Some(false));
    assert_eq!(of(None), None, "nobody counted");
}
