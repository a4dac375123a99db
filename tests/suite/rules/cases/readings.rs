//! Results that rest on what the sources leave open.

use super::super::builder::{Change, absent, ballot, member};
use super::{Case, again, delegates, short, tied, with};
use bienban::model::{Congress, Decision, FullDate, Office, Standing};

fn day(congress: &mut Congress, year: u16, month: u8, day: u8) {
    let date = congress.identity.date.as_mut();
    date.unwrap().value = FullDate::new(year, month, day).unwrap();
}

pub(in crate::rules) const READINGS: &[Case] = &[
    // 5 of 11 is less than half; 5 + 4 valid ballots, two invalid
    (
        "a re-vote that is won below half",
        |it| {
            let again = again(1, &[(3, 5), (4, 4)]).counted(11, 11, 9, 2);
            with(it, vec![tied().decided(Decision::Revote), again]);
        },
        &["V37 warning Bầu đại biểu (bầu lại)"],
    ),
    (
        "a ballot of one name without a mark",
        |it| {
            let list = delegates(1, &[(1, 10)]).against(&[0]);
            let list = list.matrix(&["ĐĐĐĐĐĐĐĐĐĐ."]);
            with(it, vec![list.counted(11, 11, 10, 1)]);
        },
        &["V37 warning Bầu đại biểu!W10"],
    ),
    (
        "a ballot of one name against it",
        |it| {
            let list = delegates(1, &[(1, 10)]).against(&[1]);
            with(it, vec![list.matrix(&["ĐĐĐĐĐĐĐĐĐĐK"])]);
        },
        &[],
    ),
    (
        "a ballot of two names for two seats, against both",
        |it| {
            let list = delegates(2, &[(1, 10), (2, 10)]).against(&[1, 1]);
            with(it, vec![list.matrix(&["ĐĐĐĐĐĐĐĐĐĐK", "ĐĐĐĐĐĐĐĐĐĐK"])]);
        },
        &["V37 warning Bầu đại biểu!W10"],
    ),
    (
        "the same, refused by the board",
        |it| {
            let list = delegates(2, &[(1, 10), (2, 10)]).against(&[0, 0]);
            let list = list.matrix(&["ĐĐĐĐĐĐĐĐĐĐK", "ĐĐĐĐĐĐĐĐĐĐK"]);
            let list = list.refused(11, Some("Không bầu ai"));
            with(it, vec![list.counted(11, 11, 10, 1)]);
        },
        &[],
    ),
    // the last ballot names two, for one delegate and one alternate
    (
        "a ballot that names the alternate too",
        |it| {
            let list = delegates(1, &[(1, 10), (2, 0), (3, 0)]).alternates(1);
            let list = list.matrix(&["xxxxxxxxxxx", "..........x", "..........."]);
            with(it, vec![list.counted(11, 11, 10, 1)]);
        },
        &["V22 warning Bầu đại biểu", "V37 warning Bầu đại biểu!W10"],
    ),
    // two tied with 7 for the second seat, one more over half with 6; three alternates
    (
        "a re-vote, and the alternates of the first list",
        |it| {
            let first = delegates(2, &[(1, 11), (2, 7), (3, 7), (4, 6)]).alternates(3);
            let again = again(1, &[(2, 6), (3, 5)]);
            with(it, vec![first.decided(Decision::Revote), again]);
        },
        &[
            "V22 warning Bầu đại biểu (bầu lại)",
            "V37 warning Bầu đại biểu (bầu lại)",
        ],
    ),
    // 8 of 11 official members: 24 is more than 22; 8 of 13 in all: 24 is less than 26
    (
        "two thirds of the official members and not of all",
        |it| {
            it.ballots.clear();
            it.members.push(member(13));
            it.members[12].standing.value = Standing::Probationary;
            for number in [9, 10, 11, 12, 13] {
                absent(it, number, true);
            }
        },
        &["V37 warning Đảng viên!F2:F14"],
    ),
    (
        "the higher committee is asked in 2026",
        |it| {
            day(it, 2026, 3, 2);
            let failed = |round| {
                let short = ballot(Office::Delegates, round, false, 1, &[(4, 5)]);
                short.against(&[6])
            };
            with(it, vec![failed(1).decided(Decision::AskHigherCommittee)]);
        },
        &[
            "V37 warning Thông tin!B2",
            "V37 warning Bầu đại biểu",
            "V39 warning Bầu đại biểu!B9",
        ],
    ),
    (
        "a congress of 2026 that asks nobody",
        |it| {
            day(it, 2026, 3, 2);
            with(it, vec![short().decided(Decision::Stop)]);
        },
        &["V37 warning Thông tin!B2"],
    ),
    // between 232-QĐ/TW, which was not read, and 294-QĐ/TW
    (
        "a congress of March 2025",
        |it| day(it, 2025, 3, 3),
        &["V37 warning Thông tin!B2"],
    ),
    ("a congress of July 2025", |it| day(it, 2025, 7, 1), &[]),
    (
        "a congress before every known regulation",
        |it| day(it, 2012, 3, 2),
        &["V38 warning Thông tin!B2"],
    ),
];
