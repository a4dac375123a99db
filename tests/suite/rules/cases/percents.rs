//! Percentages as typed: of the committee's 11, 10, 9 and 1 votes, with 11 as the base.

use super::super::builder::typed;
use super::Case;
use bienban::model::{Congress, PercentBase, Votes};

pub(in crate::rules) const PERCENTS: &[Case] = &[
    // 10/11 = 90,9090…, 9/11 = 81,8181…, 1/11 = 9,0909…
    (
        "rounded, to any digit",
        |it| percents(it, ["100%", "90,91%", "81,8%", "9%"]),
        &[],
    ),
    // cut off to 90 and 81,81; 9 rounded up to 10
    (
        "cut off, or rounded up",
        |it| percents(it, ["100%", "90%", "81,81%", "10%"]),
        &[
            "V13 warning Bầu chi ủy!E12",
            "V13 warning Bầu chi ủy!E13",
            "V13 warning Bầu chi ủy!E14",
        ],
    ),
    (
        "two units away",
        |it| percents(it, ["100%", "90,93%", "80%", "9%"]),
        &["V13 error Bầu chi ủy!E12", "V13 error Bầu chi ủy!E13"],
    ),
    (
        "words in its place",
        |it| percents(it, ["cao", "90,91%", "81,8%", "9%"]),
        &[],
    ),
    // one ballot invalid: of 10 valid ones 10, 10, 9 and 1 are 100, 100, 90 and 10
    (
        "of the valid ballots, as the workbook says",
        |it| {
            of_ten(it);
            it.identity.percent_base = Some(typed(PercentBase::Valid, "Thông tin", "B8"));
        },
        &[],
    ),
    // 10 of 11 is 90,9 and 9 of 11 is 81,8; 1 of 11 is 9,09, to which 10 is near
    (
        "of the valid ballots, and the workbook does not say so",
        of_ten,
        &["V13 error Bầu chi ủy!E11:E14"],
    ),
    // 90,9 is right of 11, and 90 and 10 are of ten
    (
        "two of the valid ballots, and others wrong by themselves",
        |it| {
            of_ten(it);
            let typed = ["90,91%", "80%", "90%", "10%"];
            for (one, typed) in it.ballots[0].candidates.iter_mut().zip(typed) {
                typed.clone_into(&mut one.percent.as_mut().unwrap().value);
            }
        },
        &["V13 error Bầu chi ủy!E12", "V13 error Bầu chi ủy!E13:E14"],
    ),
];

fn percents(congress: &mut Congress, percents: [&str; 4]) {
    let list = &mut congress.ballots[0].candidates;
    for ((one, percent), row) in list.iter_mut().zip(percents).zip(11..) {
        let cell = format!("E{row}");
        one.percent = Some(typed(percent.to_owned(), "Bầu chi ủy", &cell));
    }
}

/// One ballot is invalid, and percentages are of the ten valid ones.
pub(in crate::rules) fn of_ten(congress: &mut Congress) {
    percents(congress, ["100%", "100%", "90%", "10%"]);
    let list = &mut congress.ballots[0];
    list.valid.as_mut().unwrap().value = Votes(10);
    list.invalid.as_mut().unwrap().value = Votes(1);
    list.candidates[0].votes.as_mut().unwrap().value = Votes(10);
}
