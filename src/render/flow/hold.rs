//! Spaces at which no line ends: after a title and before a name, between a number and
//! its unit, between a word that counts and its number, inside a date and "đồng chí".
//!
//! They become no-break spaces here, once, so that both formats hold at the same places.
//! In the cells of tables, where what is held may be wider than its column, only the last
//! two words hold: a number and the word before it ("Trung tâm 1"), or the halves of a
//! term ("Phó Bí thư"), and only if both fit. That makes no cell higher.

use crate::document::{Inline, Line, Run, goes_on_a_term, is_number, is_one_phrase};
use std::borrow::Cow;

/// Whether a hyphen between these two ends no line: inside a word, as in `12-NQ/ĐH` and
/// `2025-2030`. Hyphens in a row are a drawn mark, and one beside a space is a dash.
pub(crate) fn is_held_hyphen(before: Option<char>, after: Option<char>) -> bool {
    let is_mark = |it: Option<char>| it.is_some_and(|it| !it.is_whitespace());
    let is_hyphen = |it| matches!(it, Some('-' | '\u{2011}'));
    is_mark(before) && is_mark(after) && !(is_hyphen(before) && is_hyphen(after))
}

/// The line with no-break spaces where it holds.
pub(super) fn held(line: &[Inline]) -> Line {
    let mut spaces = held_spaces(line).into_iter().peekable();
    let mut before = 0;
    let held = |inline: &Inline| {
        let Inline::Run(run) = inline else {
            return inline.clone();
        };
        let end = before + run.text.len();
        let mut text = String::with_capacity(run.text.len() + 8);
        let mut rest = run.text.as_str();
        while let Some(space) = spaces.next_if(|space| *space < end) {
            let place = rest.len() - (end - space);
            let (start, after) = rest.split_at_checked(place).unwrap_or((rest, ""));
            text.push_str(start);
            text.push('\u{a0}');
            rest = after.strip_prefix(' ').unwrap_or(after);
        }
        text.push_str(rest);
        before = end;
        Inline::Run(Run { text, ..*run })
    };
    line.iter().map(held).collect()
}

/// The line of a cell with its last two words held together, if they belong together and
/// fit.
pub(super) fn held_end(mut line: Line, fits: impl FnOnce(&[Inline]) -> bool) -> Line {
    let Some(Inline::Run(run)) = line.last_mut() else {
        return line;
    };
    let mut words = run.text.rsplitn(3, ' ');
    let (Some(last), Some(word)) = (words.next(), words.next()) else {
        return line;
    };
    let is_counted = is_number(last) && !word.is_empty() && !word.ends_with([',', ';']);
    if is_counted || goes_on_a_term(&[word, last]).last() == Some(&true) {
        let held = format!("{word}\u{a0}{last}");
        let start = words.next().map(|start| format!("{start} "));
        let pair = Run {
            text: held.clone(),
            ..run.clone()
        };
        if fits(&[Inline::Run(pair)]) {
            run.text = start.unwrap_or_default() + &held;
        }
    }
    line
}

/// Places of spaces that hold, counted in bytes over all runs.
fn held_spaces(line: &[Inline]) -> Vec<usize> {
    let mut held = Vec::new();
    let mut before = 0;
    // what stands behind room for the hand is not next to what stands before it
    for runs in line.split(|it| !matches!(it, Inline::Run(_))) {
        let text = text_of(runs);
        let mut words = ["", ""];
        let mut place = before;
        let mut is_next = false;
        for word in text.split(' ') {
            if !word.is_empty() {
                let [earlier, last] = words;
                if is_next && is_one_phrase(earlier, last, word) {
                    held.push(place - 1);
                }
                words = [last, word];
            }
            // several spaces are a drawing of the clerk's, not a space between words
            is_next = !word.is_empty();
            place += word.len() + 1;
        }
        before += text.len();
    }
    held
}

/// The text of a line: a word may be of several runs.
pub(super) fn text_of(line: &[Inline]) -> Cow<'_, str> {
    match line {
        [Inline::Run(run)] => Cow::Borrowed(&run.text),
        several => several.iter().filter_map(Inline::text).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::RunStyle;

    fn run(text: &str) -> Inline {
        Inline::Run(Run {
            text: text.to_owned(),
            style: RunStyle::default(),
            trace: None,
        })
    }

    /// The line with `~` for each no-break space.
    fn seen(line: &[Inline]) -> String {
        let text = |inline: &Inline| match inline {
            Inline::Run(run) => run.text.replace('\u{a0}', "~"),
            Inline::Blank(_) => "_".to_owned(),
            Inline::Break => "|".to_owned(),
        };
        held(line).iter().map(text).collect()
    }

    fn text_held(text: &str) -> String {
        seen(&[run(text)])
    }

    #[test]
    fn a_title_stays_with_the_name_after_it() {
        assert_eq!(
            text_held("bầu đồng chí Lê Văn An"),
            "bầu đồng~chí~Lê Văn An"
        );
        assert_eq!(
            text_held("Đồng chí Ý (ông Ân, bà Yên)"),
            "Đồng~chí~Ý (ông~Ân, bà~Yên)"
        );
        for text in ["ý chí Việt Nam", "ông bà ta"] {
            assert_eq!(text_held(text), text);
        }
    }

    #[test]
    fn a_comrade_is_not_parted() {
        assert_eq!(text_held("các đồng chí được bầu"), "các đồng~chí được bầu");
        assert_eq!(text_held("gồm 02 đồng chí:"), "gồm 02~đồng~chí:");
        assert_eq!(text_held("500 đồng chi phí"), "500~đồng chi phí");
    }

    #[test]
    fn the_last_two_words_of_a_cell_hold_if_they_belong_together_and_fit() {
        let held = |text: &str, fits: bool| seen(&held_end(vec![run(text)], |_| fits));
        assert_eq!(held("Trung tâm 1", true), "Trung tâm~1");
        assert_eq!(held("Tổ 12", true), "Tổ~12");
        assert_eq!(held("Phó Bí thư", true), "Phó Bí~thư");
        assert_eq!(
            held("(so với đảng viên chính thức)", true),
            "(so với đảng viên chính~thức)"
        );
        assert_eq!(held("Quản lý", true), "Quản~lý");
        assert_eq!(held("Trung tâm 1", false), "Trung tâm 1");
        for text in ["1", "Lê Văn An", "Tổ 1, tổ 2a", "hạng, 1", "", " 1", "bầu "]
        {
            assert_eq!(held(text, true), text);
        }
        let seen_by_fits = std::cell::RefCell::new(String::new());
        held_end(vec![run("Trung tâm 1")], |pair| {
            *seen_by_fits.borrow_mut() = seen(pair);
            true
        });
        assert_eq!(seen_by_fits.into_inner(), "tâm~1");
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        assert_eq!(text_held("có 01 đồng chí"), "có 01~đồng~chí");
        assert_eq!(text_held("thu về: 13 phiếu;"), "thu về: 13~phiếu;");
        assert_eq!(
            text_held("đạt 98,5 %, 3.500 triệu"),
            "đạt 98,5~%, 3.500~triệu"
        );
        assert_eq!(text_held("(24/25 đảng viên)"), "(24/25~đảng viên)");
        assert_eq!(text_held("1. Đại hội"), "1. Đại hội");
        assert_eq!(text_held("12-NQ/ĐH đảng bộ"), "12-NQ/ĐH đảng bộ");
    }

    #[test]
    fn a_date_is_not_parted() {
        let date = "họp ngày 05 tháng 9 năm 2022 của";
        assert_eq!(text_held(date), "họp ngày~05~tháng~9~năm~2022 của");
        assert_eq!(text_held("từ tháng 9 năm 2022,"), "từ tháng~9~năm~2022,");
        // these are no dates
        for text in ["số~5 năm~2022", "mục~3 tháng~9", "ngày~5 năm~2022"] {
            assert_eq!(text_held(&text.replace('~', " ")), text);
        }
    }

    #[test]
    fn a_number_stays_with_the_word_that_counts() {
        assert_eq!(text_held("Điều 3, khóa XIII"), "Điều~3, khóa~XIII");
        assert_eq!(
            text_held("Nghị quyết số 12-NQ/ĐH"),
            "Nghị quyết số~12-NQ/ĐH"
        );
        assert_eq!(text_held("năm nay, số phiếu"), "năm nay, số phiếu");
    }

    #[test]
    fn a_year_is_no_count() {
        assert_eq!(text_held("năm 2022 đảng viên"), "năm~2022 đảng viên");
    }

    #[test]
    fn words_hold_over_the_ends_of_runs() {
        let line = [run("đồng chí "), run("Lê An"), run(" làm 0"), run("1 lần")];
        assert_eq!(seen(&line), "đồng~chí~Lê An làm 01~lần");
    }

    #[test]
    fn nothing_holds_over_room_for_the_hand_or_a_drawing_of_spaces() {
        let line = [run("ngày "), Inline::Blank(3), run(" 5 tháng")];
        assert_eq!(seen(&line), "ngày _ 5~tháng");
        let line = [run("đồng chí"), Inline::Break, run("Lê")];
        assert_eq!(seen(&line), "đồng~chí|Lê");
        assert_eq!(text_held("ngày  05"), "ngày  05");
    }
}
