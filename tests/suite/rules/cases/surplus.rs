//! Lists that are longer than the seats.

use super::super::builder::Change;
use super::{Case, again, delegates, tied, with};
use bienban::model::Decision;

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
