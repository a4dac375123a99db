//! Figures and terms that texts tell once more: V20, V21.

use super::papers::push;
use crate::diagnostic::{PaperFault, Report};
use crate::model::{
    Ballot, BallotId, Congress, EventKind, Headcount, Identity, MotionKind, Parent,
    Traced,
};
use std::collections::BTreeMap;

/// V20: the text of a vote by hand names as many people as the sheet of its ballot.
pub(super) fn check_figures(congress: &Congress, report: &mut Report) {
    let ballots = congress.ballots.iter();
    let sheets: BTreeMap<BallotId, Sheet> = ballots
        .map(|ballot| (ballot.id, Sheet::of(ballot)))
        .collect();
    for motion in &congress.motions {
        let (Some(text), Some(id)) = (&motion.text, &motion.ballot) else {
            continue;
        };
        let typed = sheets
            .get(&id.value)
            .and_then(|it| it.of_kind(motion.kind.value));
        let Some((typed, what)) = typed else {
            continue;
        };
        // the text may as well say how many agreed
        let agreed = motion.agreed.as_ref().map(|agreed| agreed.value.0);
        let told = told_people(&text.value).filter(|told| Some(*told) != agreed);
        if let Some(told) = told.filter(|told| *told != typed.value.0) {
            let fault = PaperFault::TextDiffers {
                told,
                typed: typed.value.0,
                what,
            };
            push(text.place(), typed.cells(), fault, report);
        }
    }
}

/// The people that a ballot's sheet counts, or has a row for.
struct Sheet {
    seats: Option<Traced<Headcount>>,
    list: Option<Traced<Headcount>>,
    board: Option<Traced<Headcount>>,
}

impl Sheet {
    fn of(ballot: &Ballot) -> Self {
        let count = |names: Vec<&Traced<String>>| {
            let cells = names.iter().flat_map(|name| name.cells());
            let count = Headcount::of(names.len());
            let count = Traced::computed(count, cells.collect(), "names on the sheet");
            Some(count).filter(|_| !names.is_empty())
        };
        let seats = ballot.seats.clone();
        let board = ballot.board_head.iter().chain(&ballot.board_members);
        Self {
            seats: seats.map(|seats| seats.map(|seats| Headcount(seats.0))),
            list: count(ballot.candidates.iter().map(|one| &one.name).collect()),
            // whoever else is of the board may not be typed
            board: count(board.collect()).filter(|_| ballot.board_head.is_some()),
        }
    }

    /// What a kind of vote is on, and what the workbook calls it.
    fn of_kind(&self, kind: MotionKind) -> Option<(&Traced<Headcount>, &'static str)> {
        let (count, what) = match kind {
            MotionKind::Seats => (&self.seats, "Số lượng bầu"),
            MotionKind::CandidateList => (&self.list, "danh sách bầu"),
            MotionKind::CountingBoard => (&self.board, "ban kiểm phiếu"),
            MotionKind::Presidium
            | MotionKind::Secretaries
            | MotionKind::Programme
            | MotionKind::Rules
            | MotionKind::Report
            | MotionKind::Target
            | MotionKind::Resolution
            | MotionKind::Other => return None,
        };
        Some((count.as_ref()?, what))
    }
}

/// The people that a text counts, if it counts once: `03 đồng chí`, `3 (ba) người`.
fn told_people(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let mut words = lower.split_whitespace().peekable();
    let mut told = None;
    while let Some(word) = words.next() {
        let Ok(number) = word.parse::<u32>() else {
            continue;
        };
        // the number in words
        while words
            .next_if(|word| word.starts_with('(') || word.ends_with(')'))
            .is_some()
        {}
        let is_people = words.peek().is_some_and(|word| {
            ["đồng", "đ/c", "đc", "người"]
                .iter()
                .any(|it| word.starts_with(it))
        });
        if is_people && told.replace(number).is_some() {
            return None;
        }
    }
    told
}

/// V21: one term everywhere: in the committee's workbook, and in what was reported and
/// voted on, as far as that is surely of this cell.
pub(super) fn check_terms(
    congress: &Congress,
    parent: Option<&Parent>,
    report: &mut Report,
) {
    let own = &congress.identity;
    if let Some(parent) = parent {
        let shared = &parent.shared;
        compare_terms(own.term.as_ref(), shared.term.as_ref(), report);
        let (previous, shared) = (&own.previous_term, &shared.previous_term);
        compare_terms(previous.as_ref(), shared.as_ref(), report);
    }
    let Some(term) = &own.term else { return };
    let votes = congress.motions.iter().filter_map(|it| it.text.as_ref());
    let events = congress.events.iter();
    let reports = events.filter(|it| it.kind.value == EventKind::Report);
    let reports = reports.filter_map(|it| it.text.as_ref());
    for text in votes.chain(reports) {
        let told = told_terms(&text.value).into_iter();
        let mut wrong = told.filter(|told| !is_own(told, own));
        if let Some(typed) = wrong.next() {
            let expected = term.value.clone();
            let fault = PaperFault::TermDiffers { typed, expected };
            push(text.place(), term.cells(), fault, report);
        }
    }
}

fn compare_terms(
    own: Option<&Traced<String>>,
    shared: Option<&Traced<String>>,
    report: &mut Report,
) {
    let (Some(own), Some(shared)) = (own, shared) else {
        return;
    };
    if own.value != shared.value {
        let fault = PaperFault::TermDiffers {
            typed: own.value.clone(),
            expected: shared.value.clone(),
        };
        push(own.place(), shared.cells(), fault, report);
    }
}

/// Whether a term is that of the congress, or the one before: as typed, or else any that
/// ends when this one begins.
fn is_own(told: &str, own: &Identity) -> bool {
    let is = |term: &Option<Traced<String>>| {
        term.as_ref().is_some_and(|term| term.value == told)
    };
    let start = own.term.as_ref().and_then(|term| term.value.get(..4));
    let leads_up = own.previous_term.is_none() && told.get(5..) == start;
    // what is no pair of years cannot be compared
    let is_comparable = own.term.as_ref().is_some_and(|it| is_term(&it.value));
    is(&own.term) || is(&own.previous_term) || leads_up || !is_comparable
}

/// `2022-2025`.
fn is_term(text: &str) -> bool {
    let is_year = |year: &str| year.len() == 4 && year.parse::<u16>().is_ok();
    let years = text.split_once('-');
    years.is_some_and(|(first, last)| is_year(first) && is_year(last))
}

/// The terms that a text of this cell names, with an unspaced hyphen; none if it may be
/// of somebody else's: a party base's term is another than its cells'.
fn told_terms(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let others = [
        "đảng bộ",
        "đảng ủy",
        "đảng uỷ",
        "đại hội đảng",
        "toàn quốc",
        "trung ương",
        "hội đồng",
        "công đoàn",
        "đoàn thanh niên",
    ];
    let is_of_cell = ["chi bộ", "chi ủy", "chi uỷ", "báo cáo", "nghị quyết"];
    if others.iter().any(|it| lower.contains(it))
        || !is_of_cell.iter().any(|it| lower.contains(it))
    {
        return Vec::new();
    }
    let after = lower.split("nhiệm kỳ").skip(1);
    after.filter_map(term_at_start).collect()
}

/// `2022 – 2025` at the start of a text.
fn term_at_start(text: &str) -> Option<String> {
    let (first, rest) = year_at_start(text)?;
    let is_dash = |it: char| matches!(it, '-' | '–' | '—' | '‑');
    let rest = rest.trim_start().strip_prefix(is_dash)?;
    let (last, _) = year_at_start(rest)?;
    Some(format!("{first}-{last}"))
}

fn year_at_start(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let rest = text.trim_start_matches(|it: char| it.is_ascii_digit());
    let year = text.strip_suffix(rest)?;
    (year.len() == 4).then_some((year, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_counted_by_what_follows_the_number() {
        assert_eq!(told_people("Số lượng bầu Chi ủy là 03 đồng chí"), Some(3));
        assert_eq!(told_people("gồm 3 (ba) đồng chí: An, Bình"), Some(3));
        assert_eq!(told_people("12 (mười hai) người"), Some(12));
        assert_eq!(told_people("05 đ/c"), Some(5));
        assert_eq!(told_people("nhiệm kỳ 2022 - 2025 là ba đồng chí"), None);
        assert_eq!(told_people("bầu 3 đồng chí trong 4 đồng chí"), None);
        assert_eq!(told_people(""), None);
    }

    #[test]
    fn a_term_is_read_with_any_dash() {
        let told = told_terms("Báo cáo nhiệm kỳ 2020–2022, Nhiệm kỳ 2022 - 2025");
        assert_eq!(told, ["2020-2022", "2022-2025"]);
        assert!(told_terms("Nghị quyết nhiệm kỳ mới").is_empty());
        assert!(told_terms("Nghị quyết nhiệm kỳ 20220-2025").is_empty());
    }

    #[test]
    fn the_term_of_a_party_base_is_its_own() {
        let text = "Nghị quyết Đại hội Đảng bộ Bộ nhiệm kỳ 2020-2025";
        assert!(told_terms(text).is_empty());
        assert!(
            told_terms("Chi bộ góp ý văn kiện Đại hội Đảng, nhiệm kỳ 2021-2026")
                .is_empty()
        );
    }
}
