//! Ballots of one office after each other.

use super::super::builder::{Change, ballot};
use super::{Case, again, delegates, second, short, tied, with};
use bienban::model::{Congress, Decision, Office};

pub(in crate::rules) const ROUNDS: &[Case] = &[
    (
        "short, and nothing decided",
        |it| {
            with(it, vec![short()]);
        },
        &["V22 warning Bầu đại biểu"],
    ),
    (
        "short, bầu tiếp, and a ballot for the third seat",
        |it| {
            with(
                it,
                vec![short().decided(Decision::NextRound), second(1, &[(3, 8)])],
            );
        },
        &[],
    ),
    (
        "a re-vote of exactly the tied",
        |it| {
            with(
                it,
                vec![
                    tied().decided(Decision::Revote),
                    again(1, &[(3, 7), (4, 4)]),
                ],
            );
        },
        &[],
    ),
    (
        "a second re-vote, of those tied again",
        |it| {
            // ten valid ballots, five for each
            let still = again(1, &[(3, 5), (4, 5)]).counted(11, 11, 10, 1);
            let still = still.decided(Decision::Revote);
            let mut second = again(1, &[(3, 7), (4, 4)]);
            second.id.round = 2;
            with(it, vec![tied().decided(Decision::Revote), still, second]);
        },
        &[],
    ),
    (
        "bầu tiếp without its ballot",
        |it| {
            with(it, vec![short().decided(Decision::NextRound)]);
        },
        &["V24 warning Bầu đại biểu!B9"],
    ),
    (
        "bầu lại without its ballot",
        |it| {
            with(it, vec![tied().decided(Decision::Revote)]);
        },
        &["V24 warning Bầu đại biểu!B9"],
    ),
    (
        "round 2 and no round 1",
        |it| {
            with(it, vec![second(1, &[(3, 8)])]);
        },
        &["V24 error Bầu đại biểu (lần 2)"],
    ),
    (
        "round 2 after a complete ballot",
        |it| {
            let first = delegates(1, &[(1, 11)]);
            with(it, vec![first, second(1, &[(3, 8)])]);
        },
        &[
            "V19 error Bầu đại biểu!B2",
            "V24 error Bầu đại biểu (lần 2)",
        ],
    ),
    (
        "round 2 after a tie of which nothing was decided",
        |it| {
            with(it, vec![tied(), second(1, &[(3, 8)])]);
        },
        &["V24 error Bầu đại biểu (lần 2)"],
    ),
    (
        "round 2 after a tie and bầu tiếp",
        |it| {
            with(
                it,
                vec![tied().decided(Decision::NextRound), second(1, &[(3, 8)])],
            );
        },
        &[],
    ),
    (
        "round 2 after không bầu nữa",
        |it| {
            with(
                it,
                vec![short().decided(Decision::Stop), second(1, &[(3, 8)])],
            );
        },
        &["V24 error Bầu đại biểu (lần 2)"],
    ),
    (
        "round 2 after đề nghị chỉ định",
        |it| {
            let first = short().decided(Decision::AskHigherCommittee);
            with(it, vec![first, second(1, &[(3, 8)])]);
        },
        &[
            "V39 warning Bầu đại biểu!B9",
            "V24 error Bầu đại biểu (lần 2)",
        ],
    ),
    (
        "round 2 after bầu lại",
        |it| {
            with(
                it,
                vec![tied().decided(Decision::Revote), second(1, &[(3, 8)])],
            );
        },
        &["V24 error Bầu đại biểu (lần 2)"],
    ),
    (
        "a re-vote after bầu tiếp",
        |it| {
            with(
                it,
                vec![
                    tied().decided(Decision::NextRound),
                    again(1, &[(3, 7), (4, 4)]),
                ],
            );
        },
        &["V24 error Bầu đại biểu (bầu lại)"],
    ),
    (
        "round 2 counted, and round 1 not",
        |it| {
            with(it, vec![short(), second(1, &[(3, 8)])]);
            let first = &mut it.ballots[3];
            (first.issued, first.returned) = (None, None);
            (first.valid, first.invalid) = (None, None);
            for one in &mut first.candidates {
                one.votes = None;
            }
        },
        &["V24 error Bầu đại biểu (lần 2)"],
    ),
    // the higher count would elect one who has no more than half of 11
    (
        "a re-vote where nobody was tied",
        |it| {
            with(it, vec![short(), again(1, &[(3, 5), (4, 4), (6, 2)])]);
        },
        &["V26 error Bầu đại biểu (bầu lại)"],
    ),
    (
        "a re-vote with somebody else",
        |it| {
            with(it, vec![tied(), again(1, &[(3, 5), (5, 6)])]);
        },
        &["V26 error Bầu đại biểu (bầu lại)"],
    ),
    (
        "a re-vote with one more",
        |it| {
            with(it, vec![tied(), again(1, &[(3, 3), (4, 2), (5, 6)])]);
        },
        &["V26 error Bầu đại biểu (bầu lại)"],
    ),
    // two more seats than are open: four are elected for three
    (
        "a re-vote for two seats where one is open",
        |it| {
            with(it, vec![tied(), again(2, &[(3, 6), (4, 5)])]);
        },
        &[
            "V19 error Bầu đại biểu!B2",
            "V26 error Bầu đại biểu (bầu lại)!B2",
        ],
    ),
    (
        "round 2 for two seats where one is open",
        |it| {
            let first = short().decided(Decision::NextRound);
            with(it, vec![first, second(2, &[(3, 8), (4, 7)])]);
        },
        &[
            "V19 error Bầu đại biểu!B2",
            "V26 error Bầu đại biểu (lần 2)!B2",
        ],
    ),
    (
        "round 2 with one who is elected already",
        |it| {
            let first = short().decided(Decision::NextRound);
            with(it, vec![first, second(1, &[(1, 8)])]);
        },
        &["V19 error Bầu đại biểu (lần 2)!B11"],
    ),
    (
        "round 2 with one who is elected already and loses",
        |it| {
            let first = short().decided(Decision::NextRound);
            with(it, vec![first, second(1, &[(1, 3), (3, 8)])]);
        },
        &["V19 error Bầu đại biểu (lần 2)!B11"],
    ),
    // 5 of 11 is no majority, and nobody else stands
    (
        "an alternate wanted, and nobody to be one",
        |it| {
            with(it, vec![delegates(1, &[(1, 11), (2, 5)]).alternates(1)]);
        },
        &["V22 warning Bầu đại biểu"],
    ),
    (
        "an alternate wanted, and không bầu nữa",
        |it| {
            let list = delegates(1, &[(1, 11), (2, 5)]).alternates(1);
            with(it, vec![list.decided(Decision::Stop)]);
        },
        &[],
    ),
    (
        "a fourth ballot for secretary without a word",
        |it| secretaries(it, None),
        &[
            "V22 warning Bầu bí thư (lần 3)",
            "V39 warning Bầu bí thư (lần 4)",
            "V15 error Bầu phó bí thư",
        ],
    ),
    (
        "a fourth ballot for secretary by a decision",
        |it| secretaries(it, Some(Decision::NextRound)),
        &["V39 warning Bầu bí thư (lần 4)"],
    ),
    (
        "designation after three ballots for secretary",
        |it| {
            secretaries(it, Some(Decision::AskHigherCommittee));
            it.ballots.remove(4);
        },
        &[],
    ),
    (
        "designation after one ballot for secretary",
        |it| {
            let first = it.ballots[1].clone().against(&[6]);
            it.ballots[1] = first.decided(Decision::AskHigherCommittee);
            let votes = &mut it.ballots[1].candidates[0].votes;
            votes.as_mut().unwrap().value.0 = 5;
        },
        &["V39 warning Bầu bí thư!B9"],
    ),
    (
        "no ballot for the deputy",
        |it| {
            it.ballots.truncate(2);
        },
        &["V23 warning a.xlsx"],
    ),
];

/// Three ballots for secretary with 5 votes of 11, which elect nobody, what was decided
/// after the third, and a fourth that elects.
fn secretaries(it: &mut Congress, decided: Option<Decision>) {
    let round = |round, votes: u32| {
        let list = ballot(Office::Secretary, round, false, 1, &[(1, votes)]);
        list.counted(11, 11, 11, 0).against(&[11 - votes])
    };
    let mut ballots = vec![round(1, 5), round(2, 5), round(3, 5), round(4, 11)];
    if let Some(decided) = decided {
        ballots[2] = ballots[2].clone().decided(decided);
    }
    it.ballots.splice(1..2, ballots);
}
