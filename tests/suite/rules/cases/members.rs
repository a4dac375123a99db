//! The member list and shows of hands.

use super::super::builder::{Change, absent, member, motion, name, typed};
use super::Case;
use bienban::model::{
    Attendance, BallotId, Congress, DeclaredResult, FullDate, Headcount, MotionKind,
    PartialDate, Sex, Status, Traced,
};

pub(in crate::rules) const MEMBERS: &[Case] = &[
    (
        "typed totals that agree",
        |it| {
            it.identity.totals.all = Some(total(12, "B9"));
            it.identity.totals.official = Some(total(11, "B10"));
            it.identity.totals.probationary = Some(total(1, "B11"));
        },
        &[],
    ),
    // 10 + 1 is not 12, and 11 are official
    (
        "typed totals that do not",
        |it| {
            it.identity.totals.all = Some(total(12, "B9"));
            it.identity.totals.official = Some(total(10, "B10"));
            it.identity.totals.probationary = Some(total(1, "B11"));
        },
        &["M01 error Thông tin!B9", "M01 error Thông tin!B10"],
    ),
    // 3 × 7 = 21 < 2 × 11
    (
        "seven of eleven present",
        |it| {
            it.ballots.clear();
            for number in 8..=11 {
                absent(it, number, true);
            }
        },
        &["M06 error Đảng viên!F2:F12"],
    ),
    // 7 of 11 is too few; without the four exempt 7 of 7 are there
    (
        "two thirds without those exempt",
        |it| {
            it.ballots.clear();
            for number in 8..=11 {
                absent(it, number, true);
                it.members[number - 1].status.value = Status::Exempt;
            }
        },
        &["V37 warning Đảng viên!E9:E12"],
    ),
    // 5 of 11 are too few, and so are 5 of the 9 without the two exempt: 15 is less
    // than 18
    (
        "no two thirds even without those exempt",
        |it| {
            it.ballots.clear();
            for number in 6..=11 {
                absent(it, number, true);
            }
            for index in [9, 10] {
                it.members[index].status.value = Status::Exempt;
            }
        },
        &["M06 error Đảng viên!F2:F12"],
    ),
    // whether four more came is not known: the importer says so of their cells
    (
        "attendance that cannot be read",
        |it| {
            for number in 8..=11 {
                it.members[number - 1].attendance = None;
            }
            it.ballots[0].present = Some(total(11, "B13"));
            it.ballots[0].candidates[0].percent =
                Some(typed("99%".to_owned(), "Bầu chi ủy", "E11"));
            // and whether one vote is enough depends on their consent
            it.ballots[0] = it.ballots[0].clone().declared(3, DeclaredResult::Elected);
            hands(it, MotionKind::Report, (9, 2, 0));
        },
        &[],
    ),
    ("women as in the list", |it| women(it, 5, 12, 5), &[]),
    // 6 women and 7 men are 13, and the list has 12
    (
        "a woman too many",
        |it| women(it, 5, 12, 6),
        &["M02 error Thông tin!B12"],
    ),
    // of two the list does not tell
    (
        "women whose sex may not be typed",
        |it| women(it, 5, 10, 7),
        &[],
    ),
    (
        "more women than may be",
        |it| women(it, 5, 10, 8),
        &["M02 error Thông tin!B12"],
    ),
    (
        "women where the list tells no sex",
        |it| women(it, 0, 0, 8),
        &[],
    ),
    (
        "same name, other birth date",
        |it| {
            same_name(it);
            born(it, 10, 1980);
            born(it, 11, 1981);
        },
        &["M07 warning Đảng viên!B11"],
    ),
    (
        "same name and birth date",
        |it| {
            same_name(it);
            born(it, 10, 1980);
            born(it, 11, 1980);
        },
        &["M07 error Đảng viên!B11"],
    ),
    (
        "same name and card, other birth date",
        |it| {
            same_name(it);
            born(it, 10, 1980);
            born(it, 11, 1981);
            card(it, 10, "51.000001");
            card(it, 11, "51.000001");
        },
        &["M07 error Đảng viên!I11"],
    ),
    (
        "same name, birth date and card: said once",
        |it| {
            same_name(it);
            born(it, 10, 1980);
            born(it, 11, 1980);
            card(it, 10, "51.000001");
            card(it, 11, "51.000001");
        },
        &["M07 error Đảng viên!B11"],
    ),
    (
        "same card, other names",
        |it| {
            card(it, 10, "51.000001");
            card(it, 11, "51.000001");
        },
        &["M07 error Đảng viên!I11"],
    ),
    (
        "no card yet, twice",
        |it| {
            card(it, 10, "chưa có");
            card(it, 11, "chưa có");
        },
        &[],
    ),
    (
        "official a day after the congress",
        |it| {
            let date = FullDate::new(2022, 8, 30).map(PartialDate::Full).unwrap();
            it.members[11].official_since = Some(typed(date, "Đảng viên", "D13"));
        },
        &["M09 warning Đảng viên!D13"],
    ),
    (
        "present throughout, and the absence accepted",
        |it| accepted(it, Attendance::Present),
        &["M14 warning Đảng viên!H5"],
    ),
    (
        "present partly, and the absence accepted",
        |it| accepted(it, Attendance::Partly),
        &["M14 warning Đảng viên!H5"],
    ),
    // a mark for everybody down the column
    (
        "the absence of everybody accepted, and all were there",
        |it| {
            for (member, row) in it.members.iter_mut().zip(2..) {
                let cell = format!("H{row}");
                member.absence_accepted = Some(typed(true, "Đảng viên", &cell));
            }
        },
        &["M14 warning Đảng viên!H2:H13"],
    ),
    (
        "suspended and present",
        |it| {
            thirteenth(it, Status::Suspended, Attendance::Present);
        },
        &["M11 warning Đảng viên!F14"],
    ),
    (
        "charged and present",
        |it| {
            thirteenth(it, Status::Charged, Attendance::Partly);
        },
        &["M11 warning Đảng viên!F14"],
    ),
    (
        "suspended and absent",
        |it| {
            thirteenth(it, Status::Suspended, Attendance::Absent);
        },
        &[],
    ),
    (
        "elsewhere and present",
        |it| {
            thirteenth(it, Status::Elsewhere, Attendance::Partly);
        },
        &["M12 warning Đảng viên!F14"],
    ),
    // 12 votes: the base is 11 without the thirteenth, more than half 6; with it 12 and 7
    (
        "elsewhere, present and voting",
        |it| {
            thirteenth(it, Status::Elsewhere, Attendance::Present);
            for ballot in &mut it.ballots {
                *ballot = ballot.clone().counted(12, 12, 12, 0);
                ballot.candidates[0].votes.as_mut().unwrap().value.0 = 12;
            }
        },
        &[
            "M12 warning Đảng viên!F14",
            "V40 warning Bầu bí thư!C11",
            "V40 warning Bầu chi ủy!C11",
            "V40 warning Bầu phó bí thư!C11",
        ],
    ),
    // six are more than half of the base of 11, and half of 12 with the thirteenth
    (
        "elsewhere, present, and six votes for the third seat",
        |it| {
            thirteenth(it, Status::Elsewhere, Attendance::Present);
            for ballot in &mut it.ballots {
                *ballot = ballot.clone().counted(12, 12, 12, 0);
            }
            for ballot in &mut it.ballots[1..] {
                *ballot = ballot.clone().against(&[1]);
            }
            it.ballots[0].candidates[2].votes.as_mut().unwrap().value.0 = 6;
        },
        &["M12 warning Đảng viên!F14", "V37 warning Bầu chi ủy!C13"],
    ),
    (
        "elsewhere and absent",
        |it| {
            thirteenth(it, Status::Elsewhere, Attendance::Absent);
        },
        &[],
    ),
];

pub(in crate::rules) const HANDS: &[Case] = &[
    (
        "all of eleven",
        |it| hands(it, MotionKind::Programme, (9, 1, 1)),
        &[],
    ),
    // dự bị raise no hand: 9 + 2 + 1 = 12 of 11
    (
        "twelve hands of eleven",
        |it| hands(it, MotionKind::Report, (9, 2, 1)),
        &["V29 error Biểu quyết!E2"],
    ),
    // six of eleven are more than half, five are not
    (
        "six of eleven",
        |it| hands(it, MotionKind::Resolution, (6, 5, 0)),
        &[],
    ),
    (
        "five of eleven",
        |it| hands(it, MotionKind::Resolution, (5, 6, 0)),
        &["V30 warning Biểu quyết!E2"],
    ),
    (
        "ten hands of eleven",
        |it| hands(it, MotionKind::Programme, (10, 0, 0)),
        &["V29 warning Biểu quyết!E2"],
    ),
    // two may have been away: five of the nine there throughout
    (
        "five of nine who were there throughout",
        |it| {
            for index in [9, 10] {
                let attendance = it.members[index].attendance.as_mut();
                attendance.unwrap().value = Attendance::Partly;
            }
            hands(it, MotionKind::Resolution, (5, 4, 0));
        },
        &[],
    ),
    // ten hands, so that ten were there, and five is half of them
    (
        "five of ten who raised a hand",
        |it| {
            for index in [9, 10] {
                let attendance = it.members[index].attendance.as_mut();
                attendance.unwrap().value = Attendance::Partly;
            }
            hands(it, MotionKind::Resolution, (5, 5, 0));
        },
        &["V30 warning Biểu quyết!E2"],
    ),
    (
        "a vote on seats of no election",
        |it| hands(it, MotionKind::Seats, (11, 0, 0)),
        &["V31 warning Biểu quyết!D2"],
    ),
    (
        "a list of no election",
        |it| hands(it, MotionKind::CandidateList, (11, 0, 0)),
        &["V31 warning Biểu quyết!D2"],
    ),
    (
        "a board of no election",
        |it| hands(it, MotionKind::CountingBoard, (11, 0, 0)),
        &["V31 warning Biểu quyết!D2"],
    ),
    (
        "a vote on seats of an election",
        |it| {
            hands(it, MotionKind::Seats, (11, 0, 0));
            let id: BallotId = it.ballots[0].id;
            it.motions[0].ballot = Some(typed(id, "Biểu quyết", "B2"));
        },
        &[],
    ),
];

/// One more official member, in row 14.
pub(super) fn thirteenth(
    congress: &mut Congress,
    status: Status,
    attendance: Attendance,
) {
    let mut extra = member(13);
    extra.status.value = status;
    extra.attendance.as_mut().unwrap().value = attendance;
    congress.members.push(extra);
}

/// Gives the first members their sex, women first, and types a number of women.
fn women(congress: &mut Congress, women: usize, told: usize, typed_women: u32) {
    for (index, member) in congress.members.iter_mut().enumerate().take(told) {
        let sex = if index < women {
            Sex::Female
        } else {
            Sex::Male
        };
        member.sex = Some(typed(sex, "Đảng viên", &format!("G{}", index + 2)));
    }
    congress.identity.totals.women = Some(total(typed_women, "B12"));
}

fn born(congress: &mut Congress, number: usize, year: u16) {
    let cell = format!("C{}", number + 1);
    let born = PartialDate::of_year(year).unwrap();
    congress.members[number - 1].born = Some(typed(born, "Đảng viên", &cell));
}

fn card(congress: &mut Congress, number: usize, card: &str) {
    let cell = format!("I{}", number + 1);
    congress.members[number - 1].card = Some(typed(card.to_owned(), "Đảng viên", &cell));
}

pub(super) fn same_name(congress: &mut Congress) {
    congress.members[9].name.value = name(11);
}

fn total(count: u32, cell: &str) -> Traced<Headcount> {
    typed(Headcount(count), "Thông tin", cell)
}

/// The fourth member, with consent to an absence.
fn accepted(it: &mut Congress, attendance: Attendance) {
    let member = &mut it.members[3];
    member.attendance.as_mut().unwrap().value = attendance;
    member.absence_accepted = Some(typed(true, "Đảng viên", "H5"));
}

fn hands(it: &mut Congress, kind: MotionKind, hands: (u32, u32, u32)) {
    it.motions.push(motion(kind, Some(hands)));
}
