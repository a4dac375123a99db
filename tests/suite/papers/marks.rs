//! What no paper may hold.

use super::Written;
use super::whole::is_renamed;
use bienban::document::Passage;

/// Marks and words that are the traces of something missing.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "null", "None", "{", "}", "  ", " ,", " .", " ;", " :", "( ", " )", "()", "“”", "\"\"",
    "''", ",,", "..", ";;", ",.", ";.", ":.", ".;", ".,", ",;", ";,", ": ;", ": ,", "::",
    "., ", "))", "((", "%%", "//", "chi bộ Chi bộ", "Đồng chí đồng chí",
    "đồng chí đồng chí", "đồng chí Đồng chí", "phiếu phiếu",
];

/// What follows a count in running text.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "đồng chí", "đảng viên", "phiếu", "bản", "biên bản", "tham luận", "ý kiến", "giờ",
    "phút", "tháng", "năm", "tuổi", "chi bộ", "Chi bộ", "lần", "người", "chính thức", "dự bị",
    "đến", "chi ủy viên", "Bí thư", "Phó Bí thư", "đại biểu",
];

/// What stands before a number that counts nothing.
#[rustfmt::skip]
const ORDINALS: &[&str] = &["Lần", "lần", "Điều", "Số", "số", "tháng",
    "năm",];

/// The slips of a paper, each with its place.
pub(super) fn slips(paper: &Written) -> Vec<String> {
    let mut slips = Vec::new();
    for passage in &paper.passages {
        let text = &*passage.text;
        let mut slip = |what: &str| {
            let stem = paper.id.file_stem();
            slips.push(format!("{stem} [{}] {what}: {text}", passage.place));
        };
        for mark in NEVER {
            if text.contains(mark) {
                slip(mark);
            }
        }
        // a cell to sign in holds a space, so that it has a line's height
        let is_cell_for_hand = may_be_empty(paper, passage) && text.trim().is_empty();
        if text.trim_matches(' ') != text && !is_cell_for_hand {
            slip("space at an end");
        }
        let is_odd = |it: char| {
            let is_private = matches!(it, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
            it == '\u{fffd}' || it.is_control() || is_private
        };
        if text.contains(is_odd) {
            slip("a character that no paper has");
        }
        if text.is_empty() && !may_be_empty(paper, passage) {
            slip("nothing");
        }
        if is_running(passage) && text.matches('(').count() != text.matches(')').count() {
            slip("a bracket");
        }
        if !is_renamed(text) {
            slip("a name that nobody has");
        }
        if is_running(passage) {
            if let Some(number) = number_without_unit(text) {
                slip(&format!("{number} without a unit"));
            }
            if text.ends_with([',', ':', ' ']) && !announces(text) {
                slip("no end");
            }
        }
    }
    slips
}

/// A cell of a table that the hand fills in, or a fact that the list lacks.
fn may_be_empty(paper: &Written, passage: &Passage) -> bool {
    let has_column = [2, 3, 7, 11].contains(&paper.id.kind.number());
    has_column && passage.place.starts_with("bảng")
}

/// Sentences and items, not heads, tables and signatures.
fn is_running(passage: &Passage) -> bool {
    passage.place.contains("đoạn")
}

/// Whether more follows in the next paragraph.
fn announces(text: &str) -> bool {
    text.ends_with(':') || text.ends_with(',') && text.starts_with("- ")
}

/// A count of the program that is followed by nothing that it counts.
fn number_without_unit(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split([' ', '\u{a0}']).collect();
    // the mark of a numbered item
    for (index, word) in words.iter().enumerate().skip(1) {
        let bare = word.trim_matches(['(', ')', ',', ';', '.', ':']);
        if bare.is_empty() || !bare.chars().all(|it| it.is_ascii_digit()) {
            continue;
        }
        let before = words[index - 1].trim_start_matches('(');
        // `(Dao: 01)` counts those named before the bracket
        if ORDINALS.contains(&before) || before.ends_with(':') {
            continue;
        }
        // `03 (ba) bản`: the words stand between
        let mut rest = &words[index + 1..];
        if rest.first().is_some_and(|it| it.starts_with('(')) {
            let end = rest.iter().position(|it| it.ends_with(')'));
            rest = &rest[end.map_or(0, |end| end + 1)..];
        }
        let rest = rest.join(" ");
        let is_last = word.trim_start_matches('(').len() > bare.len();
        if is_last || !UNITS.iter().any(|unit| rest.starts_with(unit)) {
            return Some(bare.to_owned());
        }
    }
    None
}
