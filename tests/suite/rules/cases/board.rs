//! Who counts the ballots. The list of the committee has 1 to 4; B7 is the head of its
//! board, B8 and B9 are the others.

use super::super::builder::{absent, name, typed};
use super::Case;
use super::members::thirteenth;
use bienban::model::{Attendance, Congress, Status};

pub(in crate::rules) const BOARD: &[Case] = &[
    ("who is not on the list", |it| board(it, [5, 6, 7]), &[]),
    (
        "a head who stands",
        |it| board(it, [4, 6, 7]),
        &["V16 error Bầu chi ủy!B7"],
    ),
    (
        "another who stands",
        |it| board(it, [5, 1, 7]),
        &["V16 error Bầu chi ủy!B8"],
    ),
    // the secretary's list has 1 alone
    (
        "a head of another board who stands for the committee",
        |it| {
            let head = typed(name(4), "Bầu bí thư", "B7");
            it.ballots[1].board_head = Some(head);
        },
        &[],
    ),
    (
        "one whom nobody knows",
        |it| board(it, [5, 6, 20]),
        &["V16 error Bầu chi ủy!B9"],
    ),
    (
        "a probationary member",
        |it| board(it, [12, 6, 7]),
        &["V16 error Bầu chi ủy!B7"],
    ),
    (
        "a guest",
        |it| {
            thirteenth(it, Status::Guest, Attendance::Present);
            board(it, [5, 6, 13]);
        },
        &["V16 error Bầu chi ủy!B9"],
    ),
    (
        "one there for a part",
        |it| {
            thirteenth(it, Status::Active, Attendance::Partly);
            board(it, [5, 6, 13]);
        },
        &[],
    ),
    (
        "one who was absent",
        |it| {
            thirteenth(it, Status::Active, Attendance::Present);
            absent(it, 13, true);
            board(it, [5, 6, 13]);
        },
        &["V16 error Bầu chi ủy!B9"],
    ),
    (
        "one who is suspended",
        |it| {
            thirteenth(it, Status::Suspended, Attendance::Present);
            board(it, [5, 6, 13]);
        },
        &["M11 warning Đảng viên!F14", "V16 error Bầu chi ủy!B9"],
    ),
    (
        "the namesake of one who stands",
        |it| {
            it.members[4].name.value = name(4);
            board(it, [4, 6, 7]);
        },
        &["M07 warning Đảng viên!B5"],
    ),
];

fn board(congress: &mut Congress, [head, second, third]: [usize; 3]) {
    let of = |number, cell| typed(name(number), "Bầu chi ủy", cell);
    let ballot = &mut congress.ballots[0];
    ballot.board_head = Some(of(head, "B7"));
    ballot.board_members = vec![of(second, "B8"), of(third, "B9")];
}
