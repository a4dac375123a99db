//! Ballots of one office after each other.

use super::super::builder::{Change, committee};
use super::{Case, again, instead, second, short, tied};
use bienban::model::Decision;

pub(in crate::rules) const ROUNDS: &[Case] = &[
    (
        "short, and nothing decided",
        |it| {
            instead(it, vec![short()]);
        },
        &["V22 warning Bầu chi ủy"],
    ),
    (
        "short, bầu tiếp, and a ballot for the third seat",
        |it| {
            instead(
                it,
                vec![short().decided(Decision::NextRound), second(1, &[(3, 8)])],
            );
        },
        &[],
    ),
    (
        "a re-vote of exactly the tied",
        |it| {
            instead(
                it,
                vec![
                    tied().decided(Decision::Revote),
                    again(1, &[(4, 4), (3, 7)]),
                ],
            );
        },
        &[],
    ),
    (
        "bầu tiếp without its ballot",
        |it| {
            instead(it, vec![short().decided(Decision::NextRound)]);
        },
        &["V24 warning Bầu chi ủy!B9"],
    ),
    (
        "bầu lại without its ballot",
        |it| {
            instead(it, vec![tied().decided(Decision::Revote)]);
        },
        &["V24 warning Bầu chi ủy!B9"],
    ),
    (
        "round 2 and no round 1",
        |it| {
            instead(it, vec![second(1, &[(3, 8)])]);
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "round 2 after a complete ballot",
        |it| {
            let first = committee(1, &[(1, 11)]);
            instead(it, vec![first, second(1, &[(3, 8)])]);
        },
        &["V19 error Bầu chi ủy!B2", "V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "round 2 after a tie of which nothing was decided",
        |it| {
            instead(it, vec![tied(), second(1, &[(3, 8)])]);
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "round 2 after a tie and bầu tiếp",
        |it| {
            instead(
                it,
                vec![tied().decided(Decision::NextRound), second(1, &[(3, 8)])],
            );
        },
        &[],
    ),
    (
        "round 2 after không bầu nữa",
        |it| {
            instead(
                it,
                vec![short().decided(Decision::Stop), second(1, &[(3, 8)])],
            );
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "round 2 after đề nghị chỉ định",
        |it| {
            let first = short().decided(Decision::AskHigherCommittee);
            instead(it, vec![first, second(1, &[(3, 8)])]);
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "round 2 after bầu lại",
        |it| {
            instead(
                it,
                vec![tied().decided(Decision::Revote), second(1, &[(3, 8)])],
            );
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    (
        "a re-vote after bầu tiếp",
        |it| {
            instead(
                it,
                vec![
                    tied().decided(Decision::NextRound),
                    again(1, &[(3, 7), (4, 4)]),
                ],
            );
        },
        &["V24 error Bầu chi ủy (bầu lại)"],
    ),
    (
        "round 2 counted, and round 1 not",
        |it| {
            instead(it, vec![short(), second(1, &[(3, 8)])]);
            let first = &mut it.ballots[0];
            (first.issued, first.returned) = (None, None);
            (first.valid, first.invalid) = (None, None);
            for one in &mut first.candidates {
                one.votes = None;
            }
        },
        &["V24 error Bầu chi ủy (lần 2)"],
    ),
    // 3 and 2 votes of 11 would elect whoever is listed
    (
        "a re-vote where nobody was tied",
        |it| {
            instead(it, vec![short(), again(1, &[(3, 3), (4, 2)])]);
        },
        &["V26 error Bầu chi ủy (bầu lại)"],
    ),
    (
        "a re-vote with somebody else",
        |it| {
            instead(it, vec![tied(), again(1, &[(3, 3), (5, 4)])]);
        },
        &["V26 error Bầu chi ủy (bầu lại)"],
    ),
    (
        "a re-vote with one more",
        |it| {
            instead(it, vec![tied(), again(1, &[(3, 3), (4, 2), (5, 4)])]);
        },
        &["V26 error Bầu chi ủy (bầu lại)"],
    ),
    // two more seats than are open: four are elected for three
    (
        "a re-vote for two seats where one is open",
        |it| {
            instead(it, vec![tied(), again(2, &[(3, 6), (4, 5)])]);
        },
        &[
            "V19 error Bầu chi ủy!B2",
            "V26 error Bầu chi ủy (bầu lại)!B2",
        ],
    ),
    (
        "round 2 for two seats where one is open",
        |it| {
            let first = short().decided(Decision::NextRound);
            instead(it, vec![first, second(2, &[(3, 8), (4, 7)])]);
        },
        &["V19 error Bầu chi ủy!B2", "V26 error Bầu chi ủy (lần 2)!B2"],
    ),
    (
        "round 2 with one who is elected already",
        |it| {
            let first = short().decided(Decision::NextRound);
            instead(it, vec![first, second(1, &[(1, 8)])]);
        },
        &["V19 error Bầu chi ủy (lần 2)!B11"],
    ),
    (
        "no ballot for the deputy",
        |it| {
            it.ballots.truncate(2);
        },
        &["V23 warning a.xlsx"],
    ),
];
