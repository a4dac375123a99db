//! Sums over the congresses of a batch, worked out by hand.

use super::builder::{Change, absent, ballot, cell_of, committee, name, results, typed};
use bienban::model::{
    Congress, Decision, FullDate, Headcount, Office, PartialDate, PercentBase, Sex,
    Standing, Traced,
};
use bienban::rules::{Portion, Results, Summary};
use proptest::prelude::*;

fn day(month: u8, day: u8) -> FullDate {
    FullDate::new(2022, month, day).unwrap()
}

fn born(year: u16, month: u8, day: u8) -> Traced<PartialDate> {
    let date = PartialDate::Full(FullDate::new(year, month, day).unwrap());
    typed(date, "Đảng viên", "C2")
}

fn single(office: Office, votes: &[(usize, u32)], all: u32) -> bienban::model::Ballot {
    ballot(office, 1, false, 1, votes).counted(all, all, all, 0)
}

/// Ten official members, one of them absent with acceptance: the base is nine. Three of
/// four are elected, then their secretary and deputy.
fn first() -> Congress {
    let mut congress = cell_of(10);
    absent(&mut congress, 10, true);
    let members = &mut congress.members;
    members[0].sex = Some(typed(Sex::Male, "Đảng viên", "J2"));
    members[1].sex = Some(typed(Sex::Female, "Đảng viên", "J3"));
    members[0].ethnic_group = Some(typed("Kinh".into(), "Đảng viên", "K2"));
    members[1].ethnic_group = Some(typed("Tày".into(), "Đảng viên", "K3"));
    // on 29/8/2022: 52; 39 by the year; 39, being 40 on the next day
    members[0].born = Some(born(1970, 1, 1));
    members[1].born = Some(typed(PartialDate::Year(1983), "Đảng viên", "C3"));
    members[2].born = Some(born(1982, 8, 30));
    let outgoing = [name(1), name(9)];
    congress.boards.outgoing_committee =
        outgoing.map(|name| typed(name, "Thông tin", "B3")).to_vec();
    congress.ballots = vec![
        committee(3, &[(1, 9), (2, 8), (3, 7), (4, 1)]).counted(9, 9, 9, 0),
        single(Office::Secretary, &[(1, 9)], 9),
        single(Office::Deputy, &[(2, 8)], 9),
    ];
    congress
}

/// Five official members and a probationary one, who stays away: no committee.
fn second() -> Congress {
    let mut congress = cell_of(6);
    congress.identity.date = Some(typed(day(9, 5), "Thông tin", "B2"));
    congress.members[5].standing = typed(Standing::Probationary, "Đảng viên", "D7");
    absent(&mut congress, 6, false);
    congress.members[0].sex = Some(typed(Sex::Female, "Đảng viên", "J2"));
    congress.ballots = vec![
        single(Office::Secretary, &[(1, 5)], 5),
        single(Office::Deputy, &[(2, 3)], 5),
    ];
    congress
}

/// Twelve official members, all there: a second ballot for the committee, no deputy.
fn third() -> Congress {
    let mut congress = cell_of(12);
    congress.identity.date = Some(typed(day(8, 31), "Thông tin", "B2"));
    congress.ballots = vec![
        committee(3, &[(1, 12), (2, 7), (3, 6), (4, 5)])
            .counted(12, 12, 12, 0)
            .decided(Decision::NextRound),
        ballot(Office::Committee, 2, false, 1, &[(3, 10)]).counted(12, 12, 12, 0),
        single(Office::Secretary, &[(1, 11)], 12),
        single(Office::Deputy, &[(2, 6)], 12).decided(Decision::Stop),
    ];
    congress
}

fn summary(congresses: &[Congress]) -> Summary {
    let results: Vec<Results> = congresses.iter().map(results).collect();
    let judged: Vec<_> = congresses.iter().zip(&results).collect();
    Summary::of(&judged)
}

fn number(count: &Traced<Headcount>) -> u32 {
    count.value.0
}

/// Elected, seats, open seats.
fn office(summary: &Summary, office: Office) -> (u32, u32, u32) {
    let sum = summary.office(office).unwrap();
    (number(&sum.elected), number(&sum.seats), number(&sum.open))
}

/// How many of how many.
fn portion(portion: Option<&Portion>) -> (u32, u32) {
    let portion = portion.unwrap();
    (number(&portion.count), number(&portion.known))
}

#[test]
fn members_and_attendance_are_the_sums_of_the_cells() {
    let all = summary(&[first(), second(), third()]);
    assert_eq!(number(&all.congresses), 3);
    assert_eq!(all.first_day.unwrap().value, day(8, 29));
    assert_eq!(all.last_day.unwrap().value, day(9, 5));
    // 10 + 6 + 12; only the second cell has a probationary member
    assert_eq!(number(&all.members), 28);
    assert_eq!((number(&all.official), number(&all.probationary)), (27, 1));
    // 9 of 10, 5 of 6, 12 of 12
    assert_eq!((number(&all.present), number(&all.summoned)), (26, 28));
}

#[test]
fn offices_say_who_was_elected_and_what_stayed_open() {
    let all = summary(&[first(), second(), third()]);
    // three at once; none; two and then one
    assert_eq!(office(&all, Office::Committee), (6, 6, 0));
    assert_eq!(office(&all, Office::Secretary), (3, 3, 0));
    // six of twelve are half: nobody is elected deputy of the third cell
    assert_eq!(office(&all, Office::Deputy), (2, 3, 1));
    assert!(all.office(Office::Delegates).is_none());
    assert_eq!(number(&all.filled_at_once), 2);
}

#[test]
fn each_of_those_who_lead_a_cell_counts_once() {
    let leaders = summary(&[first(), second(), third()]).leaders;
    // 3 of the first committee; secretary and deputy of the second cell; 3 of the third
    assert_eq!(number(&leaders.count), 8);
    // one of two in the first cell; the secretary of the second
    assert_eq!(portion(leaders.women.as_ref()), (2, 3));
    assert_eq!(portion(leaders.minorities.as_ref()), (1, 2));
    assert_eq!(portion(leaders.young.as_ref()), (2, 3));
    // only the first cell names its outgoing committee
    assert_eq!(portion(leaders.reelected.as_ref()), (1, 3));
    assert_eq!(portion(leaders.newcomers.as_ref()), (2, 3));
    // (52 + 39 + 39) / 3 = 43.33
    assert_eq!(leaders.average_age.unwrap().value.to_string(), "43,3");
    assert_eq!(leaders.profession, None);
}

#[test]
fn the_fewest_and_the_most_votes_are_found_by_their_share() {
    let all = summary(&[first(), second(), third()]);
    let votes = all.votes.unwrap();
    // 3 of 5 are fewer votes than 7 of 12 (58.33 %), but a larger share
    assert_eq!(votes.lowest.value.to_string(), "58,33");
    assert_eq!(votes.highest.value.to_string(), "100");
    assert_eq!(votes.base, PercentBase::Official);
    let cells: Vec<String> = votes.lowest.cells().iter().map(shown).collect();
    assert!(cells.contains(&"Bầu chi ủy!C12".to_owned()), "{cells:?}");
}

fn shown(place: &bienban::diagnostic::Place) -> String {
    super::builder::shown(std::slice::from_ref(place)).remove(0)
}

#[test]
fn cells_that_print_different_shares_are_compared_by_the_base_that_decides() {
    let mut other = second();
    other.identity.percent_base = Some(typed(PercentBase::Valid, "Thông tin", "B4"));
    // of the valid ballots these are 3 of 4; of the base of five, 3 of 5
    other.ballots = vec![single(Office::Secretary, &[(1, 3)], 4)];
    let votes = summary(&[first(), other]).votes.unwrap();
    assert_eq!(votes.base, PercentBase::Official);
    assert_eq!(votes.lowest.value.to_string(), "60");
}

#[test]
fn of_two_with_one_name_nothing_is_said() {
    let mut congress = first();
    congress.members[4].name.value = name(2);
    let leaders = summary(&[congress]).leaders;
    assert_eq!(number(&leaders.count), 3);
    assert_eq!(portion(leaders.women.as_ref()), (0, 1));
}

/// A congress by chance: its size, how many are away, votes for four names on a list for
/// three, and which of them are women.
fn congresses() -> impl Strategy<Value = Vec<Congress>> {
    let one = (9_usize..40).prop_flat_map(|size| {
        let most = u32::try_from(size).unwrap();
        let votes = prop::collection::vec(0..=most, 4);
        let women = prop::collection::vec(any::<Option<bool>>(), 4);
        (Just(size), 0..3_usize, votes, women, 1_u8..=28)
    });
    let one = one.prop_map(|(size, away, votes, women, on)| {
        let mut congress = cell_of(size);
        for number in 0..away {
            absent(&mut congress, size - number, false);
        }
        for (member, is_woman) in congress.members.iter_mut().zip(women) {
            let sex = is_woman.map(|is| if is { Sex::Female } else { Sex::Male });
            member.sex = sex.map(|sex| typed(sex, "Đảng viên", "J2"));
        }
        congress.identity.date = Some(typed(day(8, on), "Thông tin", "B2"));
        let list: Vec<(usize, u32)> = (1..).zip(votes).collect();
        let all = u32::try_from(size).unwrap();
        congress.ballots = vec![
            committee(3, &list)
                .counted(all, all, all, 0)
                .decided(Decision::Stop),
        ];
        congress
    });
    prop::collection::vec(one, 1..6)
}

/// Everything of a summary that adds up.
fn parts(summary: &Summary) -> Vec<u32> {
    let women = summary.leaders.women.as_ref();
    let women = women.map_or((0, 0), |women| portion(Some(women)));
    let committee = office(summary, Office::Committee);
    let counts = [
        &summary.congresses,
        &summary.members,
        &summary.official,
        &summary.probationary,
        &summary.summoned,
        &summary.present,
        &summary.leaders.count,
        &summary.filled_at_once,
    ];
    let mut parts: Vec<u32> = counts.map(number).to_vec();
    parts.extend([women.0, women.1, committee.0, committee.1, committee.2]);
    parts
}

proptest! {
    #[test]
    fn totals_are_the_sums_of_any_parts(all in congresses(), at in 0_usize..6) {
        let (left, right) = all.split_at(at.min(all.len()));
        let whole = summary(&all);
        let mut sums = vec![0; parts(&whole).len()];
        let mut lowest = None;
        let mut first_day = None;
        for part in [left, right] {
            if part.is_empty() {
                continue;
            }
            let part = summary(part);
            for (sum, count) in sums.iter_mut().zip(parts(&part)) {
                *sum += count;
            }
            lowest = lowest.into_iter().chain(part.votes.map(|it| it.lowest.value)).min();
            first_day = first_day.into_iter().chain(part.first_day.map(|it| it.value)).min();
        }
        prop_assert_eq!(parts(&whole), sums);
        prop_assert_eq!(whole.votes.map(|votes| votes.lowest.value), lowest);
        prop_assert_eq!(whole.first_day.map(|day| day.value), first_day);
    }
}
