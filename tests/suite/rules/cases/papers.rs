//! "Văn bản" (A kind, D number, E date, a row each) and what texts tell once more. The
//! congress is on Monday 29/8/2022; 2/9 is the National Day.

use super::super::builder::{motion, typed};
use super::Case;
use bienban::model::{
    BallotId, Congress, FullDate, MotionKind, PaperKind, PinnedPaper, PinnedValue,
};

pub(in crate::rules) const PAPERS: &[Case] = &[
    // working days: 30/8, 31/8, 1/9, then 5, 6, 7 and 8/9; of the decision from 6/9 on to
    // Monday 26/9
    (
        "everything in time",
        |it| {
            pin(it, PaperKind::Minutes, "5", "29/8/2022");
            pin(it, PaperKind::Resolution, "6", "29/8/2022");
            pin(it, PaperKind::ResultReport, "7", "8/9/2022");
            pin(it, PaperKind::Submission, "7", "5/9/2022");
            pin(it, PaperKind::Ratification, "101", "26/9/2022");
        },
        &[],
    ),
    (
        "a submission on the eighth working day",
        |it| pin(it, PaperKind::Submission, "", "9/9/2022"),
        &["V21 warning Văn bản!E2"],
    ),
    (
        "a report on the eighth working day",
        |it| pin(it, PaperKind::ResultReport, "", "9/9/2022"),
        &["V21 warning Văn bản!E2"],
    ),
    (
        "a resolution before the congress",
        |it| pin(it, PaperKind::Resolution, "", "28/8/2022"),
        &["V21 warning Văn bản!E2"],
    ),
    (
        "a list of members before the congress",
        |it| pin(it, PaperKind::AttendanceList, "", "20/8/2022"),
        &[],
    ),
    (
        "a decision before the submission",
        |it| {
            pin(it, PaperKind::Submission, "", "6/9/2022");
            pin(it, PaperKind::Ratification, "", "5/9/2022");
        },
        &["V21 warning Văn bản!E3"],
    ),
    // the fifteenth working day after Tuesday 6/9 is Tuesday 27/9
    (
        "a decision on the fifteenth working day",
        |it| {
            pin(it, PaperKind::Submission, "", "6/9/2022");
            pin(it, PaperKind::Ratification, "", "27/9/2022");
        },
        &[],
    ),
    (
        "a decision on the sixteenth working day",
        |it| {
            pin(it, PaperKind::ResultReport, "", "6/9/2022");
            pin(it, PaperKind::Ratification, "", "28/9/2022");
        },
        &["V21 warning Văn bản!E3"],
    ),
    (
        "a paper in two rows",
        |it| {
            pin(it, PaperKind::Minutes, "5", "");
            pin(it, PaperKind::Minutes, "", "29/8/2022");
        },
        &["V20 error Văn bản!A3"],
    ),
    (
        "one number for two papers of the congress",
        |it| {
            pin(it, PaperKind::Minutes, "05-BB/ĐH", "");
            pin(it, PaperKind::Resolution, "5", "");
        },
        &["V20 error Văn bản!D3"],
    ),
    (
        "a congress on the National Day",
        |it| {
            let date = &mut it.identity.date.as_mut().unwrap().value;
            *date = FullDate::new(2022, 9, 2).unwrap();
        },
        &["V34 warning Thông tin!B2"],
    ),
];

pub(in crate::rules) const TEXTS: &[Case] = &[
    (
        "a vote on three seats",
        |it| tell(it, MotionKind::Seats, "Số lượng bầu Chi ủy là 03 đồng chí"),
        &[],
    ),
    (
        "a vote on four seats, and three on the sheet",
        |it| tell(it, MotionKind::Seats, "Số lượng bầu Chi ủy là 04 đồng chí"),
        &["V20 warning Biểu quyết!D2"],
    ),
    (
        "a vote on a list of five, and four on the sheet",
        |it| {
            tell(
                it,
                MotionKind::CandidateList,
                "Danh sách gồm 05 (năm) đồng chí",
            );
        },
        &["V20 warning Biểu quyết!D2"],
    ),
    (
        "a vote that eleven agreed to",
        |it| tell(it, MotionKind::Seats, "11 đồng chí tán thành"),
        &[],
    ),
    (
        "the terms of this congress and the one before",
        |it| {
            terms(it);
            tell(
                it,
                MotionKind::Report,
                "Báo cáo tổng kết nhiệm kỳ 2020 – 2022, phương hướng nhiệm kỳ 2022-2025",
            );
        },
        &[],
    ),
    (
        "the term of another congress",
        |it| {
            terms(it);
            tell(
                it,
                MotionKind::Resolution,
                "Nghị quyết Đại hội nhiệm kỳ 2023-2025",
            );
        },
        &["V21 warning Biểu quyết!D2"],
    ),
];

fn terms(congress: &mut Congress) {
    let own = &mut congress.identity;
    own.term = Some(typed("2022-2025".to_owned(), "Thông tin", "B3"));
    own.previous_term = Some(typed("2020-2022".to_owned(), "Thông tin", "B4"));
}

/// A vote by hand, eleven for it, on the ballot for the committee.
fn tell(congress: &mut Congress, kind: MotionKind, text: &str) {
    let mut one = motion(kind, Some((11, 0, 0)));
    one.text = Some(typed(text.to_owned(), "Biểu quyết", "D2"));
    let id: BallotId = congress.ballots[0].id;
    one.ballot = Some(typed(id, "Biểu quyết", "B2"));
    congress.motions.push(one);
}

/// One more row of "Văn bản", from row 2 on; an empty number or date is not typed.
pub(in crate::rules) fn pin(
    congress: &mut Congress,
    kind: PaperKind,
    number: &str,
    date: &str,
) {
    let row = congress.pinned.len() + 2;
    let cell = |column: char| format!("{column}{row}");
    let date: Vec<u16> = date.split('/').filter_map(|it| it.parse().ok()).collect();
    let date = match date.as_slice() {
        [day, month, year] => {
            let [day, month] = [day, month].map(|it| u8::try_from(*it).unwrap());
            FullDate::new(*year, month, day)
        }
        _ => None,
    };
    let number = (!number.is_empty()).then(|| number.to_owned());
    congress.pinned.push(PinnedPaper {
        kind: typed(kind, "Văn bản", &cell('A')),
        office: None,
        round: None,
        number: number.map(|it| typed(PinnedValue::Value(it), "Văn bản", &cell('D'))),
        date: date.map(|it| typed(PinnedValue::Value(it), "Văn bản", &cell('E'))),
        signer: None,
        signer_post: None,
        recipients: Vec::new(),
    });
}
