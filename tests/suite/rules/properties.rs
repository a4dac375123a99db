//! What holds of every congress: the laws between results, on congresses by chance.

use super::builder::{
    Change, at, ballot, cell_of, committee, found, last, name, people, results,
};
use crate::support::{ATTENDANCES, STATUSES};
use bienban::model::{
    Ballot, Congress, Decision, Headcount, Member, Office, Standing, Status, Traced,
};
use bienban::rules::{
    BallotResult, Base, CandidateResult, Outcome, Results, is_over_half, threshold,
};
use proptest::prelude::*;

/// Exactly half elects nobody and one more does, for every base that a cell can have
/// and far beyond. Half of an even base is a whole number; of an odd one it lies between
/// two, so the least that is more is (base + 1) / 2.
#[test]
fn nobody_is_elected_at_half_whatever_the_base() {
    for half in 0..=5_000 {
        let (even, odd) = (2 * half, 2 * half + 1);
        assert!(!is_over_half(half, even), "{half} of {even}");
        assert!(is_over_half(half + 1, even));
        assert_eq!(threshold(even), half + 1);
        assert!(!is_over_half(half, odd));
        assert!(is_over_half(half + 1, odd));
        assert_eq!(threshold(odd), half + 1);
    }
}

/// The same of whole congresses: with the votes at half nobody, with one more the one.
#[test]
fn nobody_of_a_congress_is_elected_at_half() {
    for size in 1..=60_u32 {
        let half = size / 2;
        for (votes, is_elected) in [(half, false), (half + 1, true)] {
            let mut congress = cell_of(size as usize);
            let list = committee(1, &[(1, votes)]).counted(size, size, size, 0);
            congress.ballots = vec![list];
            assert_eq!(
                last(&congress).candidates[0].is_elected,
                is_elected,
                "{size}"
            );
        }
    }
}

/// How a member stands: dự bị, status, attendance, consent.
type Row = (bool, usize, usize, bool);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        prop::bool::weighted(0.1),
        prop_oneof![3 => Just(0), 1 => 0..6_usize],
        prop_oneof![4 => Just(0), 1 => 0..3_usize],
        any::<bool>(),
    );
    prop::collection::vec(row, 3..14)
}

/// Votes of the candidates, and the seats.
fn lists() -> impl Strategy<Value = (Vec<u32>, u32)> {
    (prop::collection::vec(0..12_u32, 1..7), 1..5_u32)
}

fn members(rows: &[Row]) -> Congress {
    let mut congress = cell_of(rows.len());
    for (member, (is_probationary, status, attendance, consent)) in
        congress.members.iter_mut().zip(rows)
    {
        if *is_probationary {
            member.standing.value = Standing::Probationary;
        }
        member.status.value = STATUSES[*status];
        member.attendance.as_mut().unwrap().value = ATTENDANCES[*attendance];
        let place = member.name.place().unwrap();
        let consent = consent.then(|| Traced::typed(true, place));
        member.absence_accepted = consent;
    }
    congress
}

fn list(votes: &[u32], seats: u32) -> Ballot {
    let votes: Vec<(usize, u32)> = (1..).zip(votes.iter().copied()).collect();
    let list = ballot(Office::Delegates, 1, false, seats, &votes).alternates(1);
    list.counted(12, 12, 12, 0)
}

fn congress(rows: &[Row], votes: &[u32], seats: u32) -> Congress {
    let mut congress = members(rows);
    congress.ballots = vec![list(votes, seats)];
    congress
}

/// What a result says, without where it was read and in no order of rows.
fn said(results: &Results) -> impl PartialEq + std::fmt::Debug + use<> {
    let of_ballot = |ballot: &BallotResult| {
        let mut names: Vec<_> = ballot
            .candidates
            .iter()
            .map(|one| {
                let votes = one.votes.as_ref().map(|it| it.value);
                let share = one.percent.as_ref().map(|it| it.value);
                let is = (one.is_elected, one.is_alternate);
                (one.name.value.clone(), votes, share, is)
            })
            .collect();
        names.sort();
        let mut tied = ballot.open().tied.to_vec();
        tied.sort();
        let steps = ballot.base.steps.iter().map(|step| {
            let mut names = step.members.clone();
            names.sort();
            (step.kind, names)
        });
        let steps: Vec<_> = steps.collect();
        let open = ballot.open();
        let ending = (open.outcome, open.still_to_elect, ballot.decision_needed);
        (
            names,
            tied,
            steps,
            ballot.base.count.value,
            ballot.threshold,
            ending,
        )
    };
    let offices = results.offices.iter().map(|office| {
        let names = |all: &[Traced<String>]| {
            all.iter().map(|it| it.value.clone()).collect::<Vec<_>>()
        };
        (
            names(&office.elected),
            names(&office.alternates),
            office.is_settled,
        )
    });
    let offices: Vec<_> = offices.collect();
    let ballots: Vec<_> = results.ballots.iter().map(of_ballot).collect();
    (ballots, offices, people(&results.turnout.present))
}

fn elected(ballot: &BallotResult) -> Vec<&str> {
    let elected = ballot.candidates.iter().filter(|one| one.is_elected);
    elected.map(|one| one.name.value.as_str()).collect()
}

proptest! {
    #[test]
    fn the_order_of_rows_and_of_candidates_changes_nothing(
        rows in rows(),
        (votes, seats) in lists(),
        turns in (0..14_usize, 0..7_usize),
    ) {
        let congress = congress(&rows, &votes, seats);
        let mut turned = congress.clone();
        turned.members.reverse();
        let size = turned.members.len();
        turned.members.rotate_left(turns.0 % size);
        let stand = &mut turned.ballots[0].candidates;
        stand.reverse();
        stand.rotate_left(turns.1 % votes.len());
        prop_assert_eq!(said(&results(&congress)), said(&results(&turned)));
    }

    #[test]
    fn one_more_vote_never_unelects_its_candidate(
        rows in rows(),
        (votes, seats) in lists(),
        at in 0..7_usize,
    ) {
        let at = at % votes.len();
        let before = last(&congress(&rows, &votes, seats));
        let mut more = votes.clone();
        more[at] += 1;
        let after = last(&congress(&rows, &more, seats));
        let [before, after] = [&before, &after].map(|it| &it.candidates[at]);
        prop_assert!(!before.is_elected || after.is_elected);
    }

    /// Whoever is elected has more than half and no fewer votes than anybody who is not;
    /// the seats filled and those left are the seats.
    #[test]
    fn the_elected_have_more_than_half_and_more_than_the_others(
        rows in rows(),
        (votes, seats) in lists(),
    ) {
        let result = last(&congress(&rows, &votes, seats));
        let base = people(&result.base.count);
        let votes_of = |one: &CandidateResult| {
            one.votes.as_ref().unwrap().value.0
        };
        for one in result.candidates.iter().filter(|one| one.is_elected) {
            prop_assert!(2 * votes_of(one) > base);
            for other in result.candidates.iter().filter(|one| !one.is_elected) {
                prop_assert!(votes_of(one) > votes_of(other) || result.tied.is_empty());
                prop_assert!(votes_of(one) >= votes_of(other));
            }
        }
        let filled = u32::try_from(elected(&result).len()).unwrap();
        prop_assert_eq!(filled + result.still_to_elect, seats);
        let names = u32::try_from(result.tied.len()).unwrap();
        prop_assert!(result.tied.is_empty() || names > result.still_to_elect);
        let is_tied = result.outcome == Outcome::Tied;
        prop_assert_eq!(is_tied, !result.tied.is_empty());
    }

    /// The steps of the base add up to it, and nobody is taken away twice.
    #[test]
    fn the_steps_of_the_base_add_up(rows in rows()) {
        let congress = congress(&rows, &[1], 1);
        let results = results(&congress);
        let ballot = &results.ballots[0];
        let steps = &ballot.base.steps;
        let size = |it: &Vec<String>| u32::try_from(it.len()).unwrap();
        let added: u32 =
            steps.iter().filter(|it| it.kind.adds()).map(|it| size(&it.members)).sum();
        let taken: u32 =
            steps.iter().filter(|it| !it.kind.adds()).map(|it| size(&it.members)).sum();
        let base = people(&ballot.base.count);
        prop_assert_eq!(added - taken, base);
        let mut names: Vec<&String> =
            steps.iter().filter(|it| !it.kind.adds()).flat_map(|it| &it.members).collect();
        let all = names.len();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), all);
    }

    /// V40 speaks up to the reading with those introduced elsewhere who came back; who
    /// has more votes than that has more than there are people who may vote, and one of
    /// V01 to V04 is an error. Of a typed "Có mặt" that is too many V25 speaks.
    #[test]
    fn votes_beyond_every_base_meet_an_identity_of_the_count(
        rows in rows(),
        beyond in 1..4_u32,
        counts in prop::array::uniform4(0..20_u32),
        present in prop::option::of(0..20_u32),
    ) {
        let mut congress = members(&rows);
        let is_back = |it: &&Member| {
            it.is_official() && it.status.value == Status::Elsewhere && it.attended()
        };
        let back = congress.members.iter().filter(is_back).count();
        let base = people(&Base::of(&congress).count);
        let votes = base + u32::try_from(back).unwrap() + beyond;
        let [issued, returned, valid, invalid] = counts;
        let list = ballot(Office::Delegates, 1, false, 1, &[(1, votes)]);
        let mut list = list.counted(issued, returned, valid, invalid);
        let cell = || at("Bầu đại biểu", "B8");
        list.present = present.map(|count| Traced::typed(Headcount(count), cell()));
        congress.ballots = vec![list];
        let found = found(&congress);
        let is_said = |code: &str| {
            found.iter().any(|line| line.starts_with(&format!("{code} error")))
        };
        let is_count = ["V01", "V02", "V03", "V04"].into_iter().any(is_said);
        prop_assert!(is_count || (present.is_some() && is_said("V25")), "{:?}", found);
        prop_assert!(!found.iter().any(|line| line.starts_with("V40")));
    }

    /// The clauses, one by one: a member who is away and comes after all.
    #[test]
    fn a_member_who_comes_after_all_moves_the_base_as_his_clause_says(
        rows in rows(),
        at in 0..14_usize,
        consent in any::<bool>(),
    ) {
        let at = at % rows.len();
        for (index, status) in STATUSES.into_iter().enumerate() {
            let mut away = rows.clone();
            away[at] = (false, index, 2, consent);
            let mut there = away.clone();
            there[at].2 = 0;
            let [away, there] = [away, there]
                .map(|rows| i64::from(people(&last(&congress(&rows, &[1], 1)).base.count)));
            let moved = match status {
                // b: who is exempt counts when he comes
                Status::Exempt => 1,
                // e: away with consent he does not count, without it he does
                Status::Active => i64::from(consent),
                // a, c, d, and another cell's: he never counts
                Status::Elsewhere | Status::Suspended | Status::Charged | Status::Guest => 0,
            };
            prop_assert_eq!(there - away, moved, "{:?}", status);
        }
    }

    /// A re-vote elects whatever the base, and the sum over both ballots is the seats.
    #[test]
    fn a_re_vote_with_different_counts_fills_the_seat(
        size in 6..14_usize,
        votes in (0..4_u32, 0..4_u32),
    ) {
        let present = u32::try_from(size).unwrap();
        let tied = committee(1, &[(1, present), (2, present)]).decided(Decision::Revote);
        let list = [(1, votes.0), (2, votes.1)];
        let again = ballot(Office::Committee, 1, true, 1, &list);
        let mut congress = cell_of(size);
        congress.ballots = vec![
            tied.counted(present, present, present, 0),
            again.counted(present, present, present, 0),
        ];
        let result = last(&congress);
        match votes.0.cmp(&votes.1) {
            std::cmp::Ordering::Greater => prop_assert_eq!(elected(&result), [name(1)]),
            std::cmp::Ordering::Less => prop_assert_eq!(elected(&result), [name(2)]),
            std::cmp::Ordering::Equal => {
                prop_assert_eq!(result.outcome, Outcome::TiedAgain);
                prop_assert!(elected(&result).is_empty());
            }
        }
    }
}
