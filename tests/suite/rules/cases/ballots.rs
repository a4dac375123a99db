//! Counts and candidates of one ballot.

use super::super::builder::{Change, typed};
use super::members::{same_name, thirteenth};
use super::{Case, delegates, with};
use bienban::model::{Attendance, Ballot, Decision, DeclaredResult, Headcount, Status};

pub(in crate::rules) const COUNTS: &[Case] = &[
    (
        "a reason and no invalid ballot",
        |it| {
            let reason = typed("Bầu quá số".to_owned(), "Bầu chi ủy", "B14");
            it.ballots[0].invalid_reasons.push(reason);
        },
        &["V41 warning Bầu chi ủy!B14"],
    ),
    (
        "12 issued, 11 present",
        |it| {
            with(it, vec![delegates(1, &[(1, 11)]).counted(12, 12, 12, 0)]);
        },
        &["V01 error Bầu đại biểu!B3"],
    ),
    (
        "10 issued, 11 present",
        |it| {
            with(it, vec![delegates(1, &[(1, 10)]).counted(10, 10, 10, 0)]);
        },
        &["V01 warning Bầu đại biểu!B3"],
    ),
    (
        "12 returned of 11",
        |it| {
            with(it, vec![delegates(1, &[(1, 11)]).counted(11, 12, 12, 0)]);
        },
        &["V02 error Bầu đại biểu!B4"],
    ),
    (
        "10 returned of 11",
        |it| {
            with(it, vec![delegates(1, &[(1, 10)]).counted(11, 10, 10, 0)]);
        },
        &["V02 warning Bầu đại biểu!B4"],
    ),
    // 9 + 1 = 10, and 11 came back
    (
        "valid and invalid are not those returned",
        |it| {
            with(it, vec![delegates(1, &[(1, 9)]).counted(11, 11, 9, 1)]);
        },
        &["V03 error Bầu đại biểu!B4"],
    ),
    (
        "12 votes on 11 valid ballots",
        |it| {
            with(it, vec![delegates(1, &[(1, 12)])]);
        },
        &["V04 error Bầu đại biểu!C11"],
    ),
    // 11 + 0, 10 + 0 (one blank) and 9 + 3 = 12 of 11
    (
        "for and against one of several",
        |it| {
            let list = delegates(3, &[(1, 11), (2, 10), (3, 9)]);
            with(it, vec![list.against(&[0, 0, 3])]);
        },
        &["V07 error Bầu đại biểu!C13"],
    ),
    (
        "for alone is too many: said once",
        |it| {
            with(it, vec![delegates(2, &[(1, 12), (2, 11)]).against(&[1, 0])]);
        },
        &["V04 error Bầu đại biểu!C11"],
    ),
    // on a list of one a ballot counts for or against: 10 + 0 is not 11
    (
        "for and against the only name, too few",
        |it| {
            with(it, vec![delegates(1, &[(1, 10)]).against(&[0])]);
        },
        &["V08 error Bầu đại biểu!C11"],
    ),
    (
        "for and against the only name, too many",
        |it| {
            with(it, vec![delegates(1, &[(1, 10)]).against(&[2])]);
        },
        &["V08 error Bầu đại biểu!C11"],
    ),
    (
        "12 present at the vote, 11 attended",
        |it| {
            it.ballots[0].present = Some(typed(Headcount(12), "Bầu chi ủy", "B8"));
        },
        &["V01 warning Bầu chi ủy!B3", "V25 error Bầu chi ủy!B8"],
    ),
    (
        "a ballot for no seat",
        |it| {
            with(it, vec![delegates(0, &[(1, 5)])]);
        },
        &["V28 error Bầu đại biểu!B2"],
    ),
    (
        "more seats than names",
        |it| {
            with(it, vec![delegates(2, &[(1, 11)]).decided(Decision::Stop)]);
        },
        &[],
    ),
    (
        "10 summoned, 11 counted",
        |it| {
            it.ballots[0].summoned = Some(typed(Headcount(10), "Bầu chi ủy", "B7"));
        },
        &["V32 error Bầu chi ủy!B7"],
    ),
];

pub(in crate::rules) const MATRIX: &[Case] = &[
    (
        "typed as the single ballots give it",
        |it| with(it, vec![eleven(&[11, 10, 9, 1])]),
        &[],
    ),
    (
        "10 votes on the ballots, 9 typed",
        |it| with(it, vec![eleven(&[11, 9, 9, 1])]),
        &["V33 error Bầu đại biểu!C12"],
    ),
    // the fifth ballot, which votes for 1, 2 and 3, is refused: 10 valid, and each of
    // the three has one vote less than typed
    (
        "a ballot refused, typed as if it were not",
        |it| {
            let list = eleven(&[11, 10, 9, 1]);
            with(it, vec![list.refused(5, Some("ký tên"))]);
        },
        &[
            "V33 error Bầu đại biểu!B5",
            "V33 error Bầu đại biểu!B6",
            "V33 error Bầu đại biểu!C11",
            "V33 error Bầu đại biểu!C12",
            "V33 error Bầu đại biểu!C13",
        ],
    ),
    // what was counted is judged further: 11 came back, and 10 were issued
    (
        "more ballots in the matrix than issued",
        |it| {
            let mut list = eleven(&[11, 10, 9, 1]).counted(10, 10, 11, 0);
            list.returned = None;
            with(it, vec![list]);
        },
        &["V01 warning Bầu đại biểu!B3", "V02 error Bầu đại biểu!M10"],
    ),
    // 11 for, the only name; one against is typed and was not marked
    (
        "against, typed and not marked",
        |it| {
            let list = delegates(1, &[(1, 11)]).against(&[1]);
            with(it, vec![list.matrix(&["ĐĐĐĐĐĐĐĐĐĐĐ"])]);
        },
        &["V33 error Bầu đại biểu!D11"],
    ),
];

/// Eleven ballots for three seats: 11, 10, 9 and 1 votes, and what was typed of them.
fn eleven(typed: &[u32; 4]) -> Ballot {
    let [a, b, c, d] = *typed;
    let list = delegates(3, &[(1, a), (2, b), (3, c), (4, d)]);
    list.counted(11, 11, 11, 0).matrix(&[
        "xxxxxxxxxxx",
        "xxxxxxxxxx.",
        "xxxxxxxxx..",
        "..........x",
    ])
}

pub(in crate::rules) const CANDIDATES: &[Case] = &[
    (
        "declared as counted",
        |it| {
            let list = it.ballots[0].clone().declared(0, DeclaredResult::Elected);
            it.ballots[0] = list.declared(3, DeclaredResult::NotElected);
        },
        &[],
    ),
    (
        "declared elected with 1 of 11",
        |it| {
            let list = it.ballots[0].clone();
            it.ballots[0] = list.declared(3, DeclaredResult::Elected);
        },
        &["V12 error Bầu chi ủy!F14"],
    ),
    (
        "declared an alternate, where there are none",
        |it| {
            let list = it.ballots[0].clone();
            it.ballots[0] = list.declared(3, DeclaredResult::Alternate);
        },
        &["V12 error Bầu chi ủy!F14"],
    ),
    (
        "a probationary candidate",
        |it| {
            with(it, vec![delegates(1, &[(1, 11), (12, 0)])]);
        },
        &["V14 error Bầu đại biểu!B12"],
    ),
    (
        "a suspended candidate",
        |it| {
            thirteenth(it, Status::Suspended, Attendance::Absent);
            with(it, vec![delegates(1, &[(1, 11), (13, 0)])]);
        },
        &["V14 error Bầu đại biểu!B12"],
    ),
    (
        "a charged candidate",
        |it| {
            thirteenth(it, Status::Charged, Attendance::Absent);
            with(it, vec![delegates(1, &[(1, 11), (13, 0)])]);
        },
        &["V14 error Bầu đại biểu!B12"],
    ),
    (
        "a candidate whom nobody knows",
        |it| {
            with(it, vec![delegates(1, &[(1, 11), (20, 0)])]);
        },
        &["V14 error Bầu đại biểu!B12"],
    ),
    (
        "a name twice on one list",
        |it| {
            with(it, vec![delegates(1, &[(1, 11), (2, 0), (2, 0)])]);
        },
        &["V27 error Bầu đại biểu!B12"],
    ),
    (
        "two members of one name on one list",
        |it| {
            same_name(it);
            with(it, vec![delegates(1, &[(1, 11), (11, 0), (11, 0)])]);
        },
        &["M07 warning Đảng viên!B11"],
    ),
];
