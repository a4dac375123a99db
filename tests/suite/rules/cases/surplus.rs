//! Lists that are longer than the seats.

use super::super::builder::{Change, committee};
use super::{Case, again, delegates, second, short, tied, with};
use bienban::model::{Congress, Decision};

pub(in crate::rules) const VOTES: &[Case] = &[
    // 11 × 2 = 22 = 11 + 8 + 3
    (
        "every ballot for two",
        |it| with(it, vec![delegates(2, &[(1, 11), (2, 8), (3, 3)])]),
        &[],
    ),
    // 11 + 8 + 4 = 23
    (
        "one vote more than two a ballot",
        |it| with(it, vec![delegates(2, &[(1, 11), (2, 8), (3, 4)])]),
        &["V05 error Bầu đại biểu!C11:C13"],
    ),
    // 7 + 4 + 0 = 11
    (
        "every ballot for one, with two seats",
        |it| {
            let list = delegates(2, &[(1, 7), (2, 4), (3, 0)]);
            with(it, vec![list.decided(Decision::Stop)]);
        },
        &[],
    ),
    // 7 + 3 + 0 = 10
    (
        "fewer votes than valid ballots",
        |it| {
            let list = delegates(2, &[(1, 7), (2, 3), (3, 0)]);
            with(it, vec![list.decided(Decision::Stop)]);
        },
        &["V06 error Bầu đại biểu!C11:C13"],
    ),
    // 7 valid ballots for two: 14 at most, and 7 + 7 + 1 = 15
    (
        "invalid ballots vote for nobody",
        |it| {
            let list = delegates(2, &[(1, 7), (2, 7), (3, 1)]).counted(11, 11, 7, 4);
            with(it, vec![list]);
        },
        &["V05 error Bầu đại biểu!C11:C13"],
    ),
    // no surplus: all may be agreed to, or nobody
    (
        "a list as long as the seats",
        |it| {
            let list = delegates(2, &[(1, 4), (2, 4)]).against(&[7, 7]);
            with(it, vec![list.decided(Decision::Stop)]);
        },
        &[],
    ),
    // 9 + 8 = 17 for one seat, of 11 ballots each for one
    (
        "a list with surplus and boxes",
        |it| {
            let list = delegates(1, &[(1, 9), (2, 8)]).against(&[2, 3]);
            with(it, vec![list]);
        },
        &[
            "V35 warning Bầu đại biểu!B2",
            "V05 error Bầu đại biểu!C11:C12",
        ],
    ),
    // 6 + 5 = 11
    (
        "boxes on a list with surplus, and votes that may be",
        |it| {
            let list = delegates(1, &[(1, 6), (2, 5)]).against(&[5, 6]);
            with(it, vec![list]);
        },
        &["V35 warning Bầu đại biểu!B2"],
    ),
    // 11 + 10 + 9 + 6 = 36, and 11 × 3 = 33
    (
        "alternates of a committee permit no vote more",
        |it| {
            let list = committee(3, &[(1, 11), (2, 10), (3, 9), (4, 6)]);
            it.ballots[0] = list.counted(11, 11, 11, 0).alternates(1);
        },
        &["V35 warning Bầu chi ủy!B7", "V05 error Bầu chi ủy!C11:C14"],
    ),
    // one delegate and one alternate: 11 + 11 = 22 is 11 × 2
    (
        "a ballot that names the alternate beside the delegate",
        |it| {
            let list = delegates(1, &[(1, 11), (2, 10), (3, 1)]).alternates(1);
            with(it, vec![list]);
        },
        &[],
    ),
    // 11 + 11 + 1 = 23
    (
        "one vote more than delegates and alternates together",
        |it| {
            let list = delegates(1, &[(1, 11), (2, 10), (3, 2)]).alternates(1);
            with(it, vec![list]);
        },
        &["V05 error Bầu đại biểu!C11:C13"],
    ),
    // 11 + 9 + 5 + 5 = 30; then 1 seat and 1 alternate: 8 + 7 = 15, 22 at most
    (
        "a second round for delegates with the alternates of the first",
        |it| {
            let first = short().alternates(1).decided(Decision::NextRound);
            with(it, vec![first, second(1, &[(3, 8), (4, 7)])]);
        },
        &[],
    ),
    // 7 + 5 = 12, and each of 11 ballots is for one
    (
        "a re-vote with a vote too many",
        |it| {
            let first = tied().decided(Decision::Revote);
            with(it, vec![first, again(1, &[(3, 7), (4, 5)])]);
        },
        &["V05 error Bầu đại biểu (bầu lại)!C11:C12"],
    ),
];

pub(in crate::rules) const LENGTHS: &[Case] = &[
    // 30% of 3 is 0,9: one is allowed, as the clean list has it
    (
        "three seats and five names",
        |it| list(it, 3, 5),
        &["V09 warning Bầu chi ủy!B2"],
    ),
    // 30% of 5 is 1,5
    ("five seats and six names", |it| list(it, 5, 6), &[]),
    (
        "five seats and seven names",
        |it| list(it, 5, 7),
        &["V09 warning Bầu chi ủy!B2"],
    ),
    // 30% of 6 is 1,8 and of 7 is 2,1
    ("six seats and seven names", |it| list(it, 6, 7), &[]),
    (
        "six seats and eight names",
        |it| list(it, 6, 8),
        &["V09 warning Bầu chi ủy!B2"],
    ),
    ("seven seats and nine names", |it| list(it, 7, 9), &[]),
    (
        "seven seats and ten names",
        |it| list(it, 7, 10),
        &["V09 warning Bầu chi ủy!B2"],
    ),
    (
        "three seats and three names",
        |it| list(it, 3, 3),
        &["V09 warning Bầu chi ủy!B2"],
    ),
    (
        "three seats and two names",
        |it| {
            list(it, 3, 2);
            it.ballots[0] = it.ballots[0].clone().decided(Decision::Stop);
        },
        &["V09 warning Bầu chi ủy!B2"],
    ),
    (
        "delegates: three seats and seven names",
        |it| {
            let votes = [(1, 9), (2, 9), (3, 9), (4, 1), (5, 1), (6, 1), (7, 1)];
            with(it, vec![delegates(3, &votes)]);
        },
        &[],
    ),
];

/// A list for the committee: as many as there are seats have 9 votes of 11, others 1.
fn list(congress: &mut Congress, seats: u32, names: usize) {
    let elected = usize::try_from(seats).unwrap();
    let votes = |number| if number <= elected { 9 } else { 1 };
    let votes: Vec<(usize, u32)> =
        (1..=names).map(|number| (number, votes(number))).collect();
    congress.ballots[0] = committee(seats, &votes).counted(11, 11, 11, 0);
}

pub(in crate::rules) const ORDER: &[Case] = &[
    (
        "a list that is not in order: said once",
        |it| with(it, vec![delegates(2, &[(3, 1), (2, 10), (1, 11)])]),
        &["V18 warning Bầu đại biểu!B11:B13"],
    ),
    (
        "a re-vote that is not in order",
        |it| {
            let first = tied().decided(Decision::Revote);
            with(it, vec![first, again(1, &[(4, 4), (3, 7)])]);
        },
        &["V18 warning Bầu đại biểu (bầu lại)!B11:B12"],
    ),
    // the given name decides, then the family name
    (
        "given names in order, family names not",
        |it| {
            with(it, vec![delegates(2, &[(5, 11), (6, 10), (7, 1)])]);
            let names = ["Vũ Văn An", "Lê Thị Bình", "Trần Văn Bình"];
            for (index, name) in names.into_iter().enumerate() {
                name.clone_into(&mut it.members[index + 4].name.value);
                let one = &mut it.ballots[3].candidates[index];
                name.clone_into(&mut one.name.value);
            }
        },
        &[],
    ),
];
