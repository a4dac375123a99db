//! The base of the majority and who is counted where: A4, A19, A20, A31.

use super::builder::{Change, committee};
use super::builder::{absent, cell_of, last, member, names, people, results, shown};
use bienban::model::{Attendance, Congress, FullDate, Standing, Status};
use bienban::rules::{RuleSet, StepKind};

/// A case: what changes in a cell of twelve, all of them present but where it says so.
struct Case {
    says: &'static str,
    change: fn(&mut Congress),
    /// The member's step of the derivation, if any.
    step: Option<StepKind>,
    /// Official members summoned, those present, the base, votes that are enough.
    counts: [u32; 4],
}

fn status(congress: &mut Congress, status: Status) {
    congress.members[11].status.value = status;
}

/// The twelfth of twelve official members: 244-QĐ/TW, article 32, clause 2. More than
/// half of 12 is 7, of 11 it is 6.
const CASES: &[Case] = &[
    Case {
        says: "all are there",
        change: |_| {},
        step: None,
        counts: [12, 12, 12, 7],
    },
    Case {
        says: "a: introduced elsewhere, absent without a word",
        change: |it| {
            status(it, Status::Elsewhere);
            absent(it, 12, false);
        },
        step: Some(StepKind::Elsewhere),
        counts: [12, 11, 11, 6],
    },
    Case {
        says: "a: introduced elsewhere and present is taken away all the same",
        change: |it| status(it, Status::Elsewhere),
        step: Some(StepKind::Elsewhere),
        counts: [12, 12, 11, 6],
    },
    Case {
        says: "b: exempt and absent",
        change: |it| {
            status(it, Status::Exempt);
            absent(it, 12, false);
        },
        step: Some(StepKind::ExemptAbsent),
        counts: [12, 11, 11, 6],
    },
    Case {
        says: "b: exempt and present counts",
        change: |it| status(it, Status::Exempt),
        step: None,
        counts: [12, 12, 12, 7],
    },
    Case {
        says: "c: suspended, and not summoned",
        change: |it| {
            status(it, Status::Suspended);
            absent(it, 12, false);
        },
        step: Some(StepKind::Suspended),
        counts: [11, 11, 11, 6],
    },
    Case {
        says: "d: charged, and not summoned",
        change: |it| {
            status(it, Status::Charged);
            absent(it, 12, false);
        },
        step: Some(StepKind::Charged),
        counts: [11, 11, 11, 6],
    },
    Case {
        says: "e: absent throughout, accepted",
        change: |it| absent(it, 12, true),
        step: Some(StepKind::AbsentAccepted),
        counts: [12, 11, 11, 6],
    },
    Case {
        says: "A20: absent without acceptance stays in",
        change: |it| absent(it, 12, false),
        step: None,
        counts: [12, 11, 12, 7],
    },
    Case {
        says: "A20: there for a part only stays in, accepted or not",
        change: |it| {
            absent(it, 12, true);
            let attendance = it.members[11].attendance.as_mut();
            attendance.unwrap().value = Attendance::Partly;
        },
        step: None,
        counts: [12, 12, 12, 7],
    },
    Case {
        says: "elsewhere and accepted is taken away once",
        change: |it| {
            status(it, Status::Elsewhere);
            absent(it, 12, true);
        },
        step: Some(StepKind::Elsewhere),
        counts: [12, 11, 11, 6],
    },
];

#[test]
fn the_base_leaves_out_whom_the_clause_names_and_nobody_else() {
    for case in CASES {
        let mut congress = cell_of(12);
        congress.ballots = vec![committee(1, &[(1, 9)]).counted(11, 11, 11, 0)];
        (case.change)(&mut congress);
        let turnout = results(&congress).turnout;
        let ballot = last(&congress);
        let counts = [
            people(&turnout.official_summoned),
            people(&turnout.official_present),
            people(&ballot.base.count),
            ballot.threshold.unwrap(),
        ];
        assert_eq!(counts, case.counts, "{}", case.says);
        let steps = ballot.base.steps.iter();
        let steps: Vec<_> = steps.map(|it| (it.kind, it.members.clone())).collect();
        let all: Vec<usize> = (1..=12).collect();
        let mut expected = vec![(StepKind::Official, names(&all))];
        expected.extend(case.step.map(|kind| (kind, names(&[12]))));
        assert_eq!(steps, expected, "{}", case.says);
    }
}

#[test]
fn probationary_members_and_guests_are_in_no_official_count() {
    // A4, A5: 3 official, 1 probationary and 1 of another cell
    let mut congress = cell_of(5);
    congress.members[3].standing.value = Standing::Probationary;
    congress.members[4].status.value = Status::Guest;
    congress.ballots = vec![committee(1, &[(1, 3)]).counted(3, 3, 3, 0)];
    let turnout = results(&congress).turnout;
    assert_eq!(people(&turnout.official), 3);
    assert_eq!(people(&turnout.official_present), 3);
    assert_eq!(people(&turnout.probationary_summoned), 1);
    assert_eq!(people(&turnout.present), 4);
    assert_eq!(people(&last(&congress).base.count), 3);
}

#[test]
fn each_count_cites_the_cells_that_decide_it() {
    let mut congress = cell_of(3);
    congress.members.push(member(7));
    let turnout = results(&congress).turnout;
    let summoned = shown(&turnout.official_summoned.cells());
    assert_eq!(
        summoned,
        [
            "Đảng viên!D2:D4",
            "Đảng viên!E2:E4",
            "Đảng viên!D8",
            "Đảng viên!E8"
        ]
    );
    let present = shown(&turnout.official_present.cells());
    assert_eq!(present, ["Đảng viên!F2:F4", "Đảng viên!F8"]);
}

#[test]
fn a_step_of_the_base_cites_its_members() {
    let mut congress = cell_of(4);
    congress.ballots = vec![committee(1, &[(1, 3)]).counted(3, 3, 3, 0)];
    absent(&mut congress, 3, true);
    let ballot = last(&congress);
    let step = &ballot.base.steps[1];
    assert_eq!(
        shown(&step.cells),
        [
            "Đảng viên!D4",
            "Đảng viên!E4",
            "Đảng viên!F4",
            "Đảng viên!H4"
        ]
    );
    assert_eq!(ballot.rules.base_clause, "Điều 32, khoản 2");
    let later = RuleSet::on(FullDate::new(2025, 6, 1).unwrap());
    assert_eq!(later.base_clause, "Điều 30");
}
