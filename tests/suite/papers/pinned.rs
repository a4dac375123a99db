//! Rows of "Văn bản" by chance, and what the papers make of them.

use super::Written;
use super::text::{date_of, numbers};
use super::whole::Whole;
use crate::rules::builder::typed;
use crate::rules::oracle::chance::Chance;
use bienban::model::{BallotId, PaperKind, PinnedPaper, PinnedValue};

/// Room for the hand.
const ROOM: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";

/// Papers that a row may be of; each count is of one ballot.
const KINDS: [PaperKind; 9] = [
    PaperKind::AttendanceReport,
    PaperKind::AttendanceList,
    PaperKind::BallotCount,
    PaperKind::Minutes,
    PaperKind::Resolution,
    PaperKind::ElectedList,
    PaperKind::ResultReport,
    PaperKind::Submission,
    PaperKind::Ratification,
];

/// Rows for some papers: a number or room for it, room for the date, recipients.
pub(super) fn rows(whole: &Whole, chance: &mut Chance) -> Vec<PinnedPaper> {
    let mut free: Vec<u32> = (1..20).collect();
    chance.shuffle(&mut free);
    let ballots: Vec<BallotId> = whole.congress.ballots.iter().map(|it| it.id).collect();
    let mut rows = Vec::new();
    for kind in KINDS {
        let is_of_ballot = kind == PaperKind::BallotCount;
        if !chance.percent(20) || is_of_ballot && ballots.is_empty() {
            continue;
        }
        let ballot = is_of_ballot.then(|| chance.one_of(&ballots));
        let number = match chance.below(3) {
            0 => None,
            1 => Some(PinnedValue::Blank),
            _ => free.pop().map(|it| PinnedValue::Value(it.to_string())),
        };
        let recipients = ["Đảng ủy thử", "Lưu hồ sơ thử"]
            .map(|it| typed(it.to_owned(), "Văn bản", "H2"));
        rows.push(PinnedPaper {
            kind: typed(kind, "Văn bản", "A2"),
            office: ballot.map(|it| typed(it.office, "Văn bản", "B2")),
            round: ballot.map(|it| typed((it.round, it.is_revote), "Văn bản", "C2")),
            number: number.map(|it| typed(it, "Văn bản", "D2")),
            date: chance
                .percent(30)
                .then(|| typed(PinnedValue::Blank, "Văn bản", "E2")),
            signer: None,
            signer_post: None,
            recipients: if chance.percent(50) {
                recipients.to_vec()
            } else {
                Vec::new()
            },
        });
    }
    rows
}

/// Whatever the papers make of them that they should not.
pub(super) fn faults(whole: &Whole, papers: &[Written]) -> Vec<String> {
    let mut faults = Vec::new();
    let mut next = 1;
    for paper in papers {
        let (text, stem) = (paper.text(), paper.id.file_stem());
        let row = row_of(whole, paper);
        let mut says = |phrase: &str| {
            if !text.contains(phrase) {
                faults.push(format!("{stem} lacks {phrase:?}"));
            }
        };
        let pinned = row.and_then(|row| row.number.as_ref());
        if let Some(symbol) = symbol(paper.id.kind) {
            let is_of_congress = symbol.ends_with("/ĐH");
            match pinned.map(|it| &it.value) {
                Some(PinnedValue::Value(number)) => {
                    let number: u32 = number.parse().unwrap();
                    says(&format!("Số {number:02}{symbol}"));
                }
                None if is_of_congress => {
                    while taken(whole).contains(&next) {
                        next += 1;
                    }
                    says(&format!("Số {next:02}{symbol}"));
                    next += 1;
                }
                Some(PinnedValue::Blank) | None => says(&format!("Số {ROOM}{symbol}")),
            }
        }
        let is_dated = (1..=6).contains(&paper.id.kind.number());
        let has_date = is_dated && paper.id.kind != PaperKind::BallotPapers;
        let is_blank = row.is_some_and(|row| row.date.is_some());
        if has_date && !is_blank {
            says(&format!("Hà Nội, ngày {}", date_of(whole.date)));
        } else if has_date || paper.id.kind.number() >= 7 {
            says(&format!(
                "Hà Nội, ngày {ROOM} tháng {ROOM} năm {}",
                whole.date.year()
            ));
        }
        if row.is_some_and(|row| !row.recipients.is_empty()) {
            says("- Đảng ủy thử");
            says("- Lưu hồ sơ thử.");
        }
        // the submission is cited by its own number
        if [PaperKind::ElectedList, PaperKind::Ratification].contains(&paper.id.kind) {
            let mut rows = whole.congress.pinned.iter();
            let own = rows.find(|row| row.kind.value == PaperKind::Submission);
            let cited: Vec<usize> = numbers(&text, "Tờ trình số ");
            let own = own.and_then(|row| match &row.number.as_ref()?.value {
                PinnedValue::Value(number) => number.parse().ok(),
                PinnedValue::Blank => None,
            });
            let known: Vec<usize> = own.into_iter().collect();
            if cited != known {
                faults.push(format!("{stem} cites {cited:?}, should be {known:?}"));
            }
        }
    }
    faults
}

/// What follows a number, on papers that have one.
fn symbol(kind: PaperKind) -> Option<&'static str> {
    Some(match kind.number() {
        1 | 8 => "-BC/CB",
        4 | 5 => "-BB/ĐH",
        6 => "-NQ/ĐH",
        9 => "-TTr/CB",
        10 => "-QĐ/ĐU",
        _ => return None,
    })
}

fn row_of<'a>(whole: &'a Whole, paper: &Written) -> Option<&'a PinnedPaper> {
    whole.congress.pinned.iter().find(|row| {
        let of = paper.id.ballot.is_none_or(|ballot| {
            let is_office = row.office.as_ref().map(|it| it.value) == Some(ballot.office);
            let round = (ballot.round, ballot.is_revote);
            is_office && row.round.as_ref().map(|it| it.value) == Some(round)
        });
        row.kind.value == paper.id.kind && of
    })
}

/// Numbers of the congress's counter that rows give out.
fn taken(whole: &Whole) -> Vec<u32> {
    let rows = whole.congress.pinned.iter().filter(|row| {
        let of_congress = [
            PaperKind::BallotCount,
            PaperKind::Minutes,
            PaperKind::Resolution,
        ];
        of_congress.contains(&row.kind.value)
    });
    let numbers = rows.filter_map(|row| match &row.number.as_ref()?.value {
        PinnedValue::Value(number) => number.parse().ok(),
        PinnedValue::Blank => None,
    });
    numbers.collect()
}
