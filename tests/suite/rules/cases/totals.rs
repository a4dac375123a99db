//! The total typed below a list: of the committee's 11, 10, 9 and 1 votes. B15 is the
//! label, C15 the votes, D15 those against.

use super::super::builder::{Change, typed};
use super::{Case, delegates, with};
use bienban::model::{Congress, Headcount, ListTotal, Votes};

pub(in crate::rules) const TOTALS: &[Case] = &[
    // 11 + 10 + 9 + 1
    ("the votes added up", |it| votes(it, 31), &[]),
    (
        "the votes added up, and one too many",
        |it| votes(it, 32),
        &["V36 error Bầu chi ủy!C15"],
    ),
    // as many as there are valid ballots
    ("the ballots instead of the votes", |it| votes(it, 11), &[]),
    ("the names", |it| names(it, 4), &[]),
    (
        "a name too many",
        |it| names(it, 5),
        &["V36 warning Bầu chi ủy!B15"],
    ),
    // 10 + 9 = 19 for, 1 + 2 = 3 against
    (
        "votes for and against",
        |it| {
            let mut list = delegates(2, &[(1, 10), (2, 9)]).against(&[1, 2]);
            list.total = ListTotal {
                names: None,
                votes: Some(typed(Votes(19), "Bầu đại biểu", "C13")),
                against: Some(typed(Votes(4), "Bầu đại biểu", "D13")),
            };
            with(it, vec![list]);
        },
        &["V36 error Bầu đại biểu!D13"],
    ),
    // what was counted ballot by ballot adds up as what was typed: 10 + 1
    (
        "the votes of single ballots",
        |it| {
            let list = delegates(1, &[(1, 10), (2, 1)]);
            let mut list = list.matrix(&["xxxxxxxxxx.", "..........x"]);
            list.total.votes = Some(typed(Votes(12), "Bầu đại biểu", "C13"));
            with(it, vec![list]);
        },
        &["V36 error Bầu đại biểu!C13"],
    ),
];

fn votes(congress: &mut Congress, count: u32) {
    congress.ballots[0].total.votes = Some(typed(Votes(count), "Bầu chi ủy", "C15"));
}

fn names(congress: &mut Congress, count: u32) {
    congress.ballots[0].total.names = Some(typed(Headcount(count), "Bầu chi ủy", "B15"));
}
