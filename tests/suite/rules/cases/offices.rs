//! The offices of a cell, each with the others.

use super::super::builder::{Change, committee, name};
use super::Case;
use bienban::model::{Congress, Decision, Seats, Standing};

pub(in crate::rules) const LEADERS: &[Case] = &[
    // 1, 2 and 3 are the committee
    (
        "a secretary with one vote for the committee",
        |it| stand(it, 1, 4),
        &["V15 error Bầu bí thư!B11"],
    ),
    (
        "a deputy who did not stand for the committee",
        |it| stand(it, 2, 5),
        &["V15 error Bầu phó bí thư!B11"],
    ),
    (
        "the secretary for deputy",
        |it| stand(it, 2, 1),
        &["V15 error Bầu phó bí thư!B11"],
    ),
    (
        "the secretary's namesake for deputy",
        |it| {
            it.members[1].name.value = name(1);
            it.ballots[0].candidates[1].name.value = name(1);
            stand(it, 2, 1);
        },
        &["M07 warning Đảng viên!B2"],
    ),
    // 1 and 2 are elected and 3 is not, when the secretary's ballots are counted
    (
        "a secretary whom a short committee lacks",
        |it| {
            votes(it, 2, 5);
            stand(it, 1, 3);
        },
        &["V15 error Bầu bí thư!B11", "V22 warning Bầu chi ủy"],
    ),
    (
        "the same, before the secretary's ballots are counted",
        |it| {
            votes(it, 2, 5);
            stand(it, 1, 3);
            it.ballots.truncate(2);
            uncounted(it, 1);
        },
        &["V23 warning a.xlsx", "V22 warning Bầu chi ủy"],
    ),
    (
        "a secretary of those whom a short committee has",
        |it| votes(it, 2, 5),
        &["V22 warning Bầu chi ủy"],
    ),
    // 3 and 4 share the third seat with 6 votes each
    (
        "a secretary who is tied for the committee",
        |it| {
            votes(it, 2, 6);
            votes(it, 3, 6);
            stand(it, 1, 3);
        },
        &["V15 error Bầu bí thư!B11", "V22 warning Bầu chi ủy"],
    ),
    (
        "a secretary of a committee of nobody",
        |it| {
            for index in 0..4 {
                votes(it, index, 5);
            }
            it.ballots[0] = it.ballots[0].clone().decided(Decision::Stop);
            it.ballots.truncate(2);
        },
        &["V23 warning a.xlsx", "V15 error Bầu bí thư!B11"],
    ),
    (
        "a secretary counted before the committee",
        |it| {
            uncounted(it, 0);
            it.ballots.truncate(2);
        },
        &["V23 warning a.xlsx", "V15 error Bầu bí thư"],
    ),
    (
        "a deputy before the secretary is elected",
        |it| {
            let single = it.ballots[1].clone().against(&[6]);
            it.ballots[1] = single;
            votes_of(it, 1, 5);
        },
        &["V22 warning Bầu bí thư", "V15 error Bầu phó bí thư"],
    ),
    (
        "a secretary who was left out of the committee",
        |it| {
            votes(it, 2, 5);
            it.ballots[0] = it.ballots[0].clone().decided(Decision::Stop);
            stand(it, 1, 3);
        },
        &["V15 error Bầu bí thư!B11"],
    ),
];

pub(in crate::rules) const SIZES: &[Case] = &[
    // 11 official members less 3 are 8; who is dự bị takes no ballot
    (
        "a committee of eight official members",
        |it| {
            for member in &mut it.members[8..11] {
                member.standing.value = Standing::Probationary;
            }
            let list = committee(3, &[(1, 8), (2, 8), (3, 7), (4, 1)]);
            it.ballots.truncate(2);
            it.ballots[0] = list.counted(8, 8, 8, 0);
            let secretary = it.ballots[1].clone().counted(8, 8, 8, 0);
            it.ballots[1] = secretary;
            votes_of(it, 1, 8);
        },
        &["V17 error Bầu chi ủy"],
    ),
    (
        "a committee of nine official members",
        |it| {
            for member in &mut it.members[9..11] {
                member.standing.value = Standing::Probationary;
            }
            let list = committee(3, &[(1, 9), (2, 9), (3, 8), (4, 1)]);
            it.ballots[0] = list.counted(9, 9, 9, 0);
            for index in [1, 2] {
                let single = it.ballots[index].clone().counted(9, 9, 9, 0);
                it.ballots[index] = single;
                votes_of(it, index, 9);
            }
        },
        &[],
    ),
    ("seven seats", |it| seven_or_eight(it, 7), &[]),
    (
        "eight seats",
        |it| seven_or_eight(it, 8),
        &["V17 error Bầu chi ủy!B2"],
    ),
    (
        "two deputies",
        |it| {
            it.ballots[2].seats.as_mut().unwrap().value = Seats(2);
            it.ballots[2] = it.ballots[2].clone().decided(Decision::Stop);
        },
        &["V17 error Bầu phó bí thư!B2"],
    ),
    (
        "two secretaries",
        |it| {
            it.ballots[1].seats.as_mut().unwrap().value = Seats(2);
            it.ballots[1] = it.ballots[1].clone().decided(Decision::Stop);
        },
        &["V17 error Bầu bí thư!B2"],
    ),
];

/// One name more than the seats; everybody but the last has 9 votes of 11.
fn seven_or_eight(congress: &mut Congress, seats: u32) {
    let numbers = 1..=usize::try_from(seats).unwrap();
    let mut votes: Vec<(usize, u32)> = numbers.map(|number| (number, 9)).collect();
    votes.push((10, 1));
    congress.ballots[0] = committee(seats, &votes).counted(11, 11, 11, 0);
}

/// Votes for the only name of a list.
fn votes_of(congress: &mut Congress, index: usize, votes: u32) {
    let one = &mut congress.ballots[index].candidates[0];
    one.votes.as_mut().unwrap().value.0 = votes;
}

/// As a sheet stands before its ballots are counted.
fn uncounted(congress: &mut Congress, index: usize) {
    let ballot = &mut congress.ballots[index];
    (ballot.issued, ballot.returned) = (None, None);
    (ballot.valid, ballot.invalid) = (None, None);
    for one in &mut ballot.candidates {
        (one.votes, one.against) = (None, None);
    }
}

/// Puts another name on a list of one.
fn stand(congress: &mut Congress, index: usize, number: usize) {
    congress.ballots[index].candidates[0].name.value = name(number);
}

fn votes(congress: &mut Congress, index: usize, votes: u32) {
    let one = &mut congress.ballots[0].candidates[index];
    one.votes.as_mut().unwrap().value.0 = votes;
}
