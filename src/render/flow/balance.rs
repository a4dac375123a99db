//! Lines of a head or a subject broken as a clerk would: balanced, by words.

use super::FlowParagraph;
use super::hold::{held, text_of};
use super::seam::{Seam, seams};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Inline, Length, Line, Run};
use crate::render::font::{Face, Fonts};
use std::borrow::Cow;

/// Measures and breaks lines of a form.
#[derive(Clone, Copy)]
pub(super) struct Setter<'a> {
    pub(super) profile: &'static FormatProfile,
    pub(super) fonts: &'a Fonts,
}

impl Setter<'_> {
    /// The width of a line set in a style.
    pub(super) fn width(&self, style: StyleKey, line: &[Inline]) -> Length {
        let look = (self.profile.style)(style);
        let width_of = |text: &str, bold: bool, italic: bool| {
            let face = Face::of(bold || look.bold, italic || look.italic);
            self.fonts.width(face, look.size, text).to_length()
        };
        line.iter()
            .map(|inline| match inline {
                Inline::Run(run) => width_of(&run.text, run.style.bold, run.style.italic),
                Inline::Blank(spaces) => {
                    width_of(&" ".repeat(usize::from(*spaces)), false, false)
                }
                Inline::Break => Length::ZERO,
            })
            .fold(Length::ZERO, Length::plus)
    }

    /// How many lines a paragraph surely takes in a column: none, one, or two for more.
    pub(super) fn lines(&self, paragraph: &FlowParagraph, column: Length) -> usize {
        let line: Line = paragraph.inlines().map(Cow::into_owned).collect();
        if line.is_empty() {
            return 0;
        }
        let look = paragraph.look(self.profile);
        let indent = look.left.plus(look.first_line);
        let is_long = line.contains(&Inline::Break)
            || self.width(paragraph.style, &line) >= column.less(indent);
        1 + usize::from(is_long)
    }

    /// Breaks a line that is too long for its column into the fewest lines that fit:
    /// lines of like length, and seams that an office would choose. A word of several
    /// syllables is parted only where it does not fit on a line of its own.
    pub(super) fn balanced(&self, style: StyleKey, line: &Line, column: Length) -> Line {
        // a line that fills its column to the twip does not fit
        if self.width(style, line) < column {
            return line.clone();
        }
        let line = held(line);
        let words = words(&line);
        let texts: Vec<String> =
            words.iter().map(|it| text_of(it).into_owned()).collect();
        let seams = seams(&texts);
        let Some(costs) = self.costs(style, &words, column) else {
            return line;
        };
        let fewest = |keep_terms| fewest_lines(&costs, &seams, keep_terms);
        match fewest(true).or_else(|| fewest(false)) {
            Some(ends) => cut(&words, &ends).join(&Inline::Break),
            None => line,
        }
    }

    /// For each word what lines cost that begin with it: the first has one word, each
    /// next one more, as many as fit. `None` when a word is wider than the column: no
    /// break helps then.
    fn costs(
        &self,
        style: StyleKey,
        words: &[Line],
        column: Length,
    ) -> Option<Vec<Vec<i64>>> {
        let of_start = |start| {
            let lines = (start + 1..=words.len()).map_while(|end| words.get(start..end));
            let widths = lines.map(|line| self.width(style, &join(line)));
            let costs = widths.take_while(|width| *width < column);
            let costs: Vec<i64> = costs.map(|width| cost(width, column)).collect();
            (!costs.is_empty()).then_some(costs)
        };
        (0..words.len()).map(of_start).collect()
    }
}

/// So many lines a head or a subject may have; longer ones are left to the page, as it
/// breaks any other text.
const MOST_LINES: usize = 24;

/// Where the lines of the best split into the fewest lines end, each as the number of
/// words up to there; `None` when no split fits.
fn fewest_lines(
    costs: &[Vec<i64>],
    seams: &[Seam],
    keep_terms: bool,
) -> Option<Vec<usize>> {
    // `best[end]`: the first `end` words, in the lines of this round
    let mut best: Vec<Option<Split>> = vec![None; costs.len() + 1];
    *best.first_mut()? = Some(Split::default());
    for _ in 0..MOST_LINES {
        let mut next: Vec<Option<Split>> = vec![None; costs.len() + 1];
        for (start, ((before, seam), line)) in
            best.iter().zip(seams).zip(costs).enumerate()
        {
            let is_free = start == 0 || !keep_terms || *seam != Seam::Inside;
            let Some(before) = before.as_ref().filter(|_| is_free) else {
                continue;
            };
            for (end, cost) in (start + 1..).zip(line) {
                let cost = before.cost + cost + seam.cost();
                let place = next.get_mut(end)?;
                if place.as_ref().is_none_or(|other| cost < other.cost) {
                    let ends = before.ends.iter().copied().chain([end]).collect();
                    *place = Some(Split { cost, ends });
                }
            }
        }
        if let Some(whole) = next.last_mut().and_then(Option::take) {
            return Some(whole.ends);
        }
        best = next;
    }
    None
}

/// A way to split the first words into lines.
#[derive(Debug, Clone, Default)]
struct Split {
    cost: i64,
    /// Where each line ends: the number of words up to there.
    ends: Vec<usize>,
}

/// The share of its column that a line fills, in thousandths, squared: the sum over
/// lines is least where they are of like length.
fn cost(width: Length, column: Length) -> i64 {
    let [width, column] = [width, column].map(|it| i64::from(it.to_twips()));
    let share = width * 1000 / column.max(1);
    share * share
}

/// Splits a line at its spaces; a word may be of several runs.
fn words(line: &[Inline]) -> Vec<Line> {
    let mut words: Vec<Line> = vec![Line::new()];
    for inline in line {
        let Inline::Run(run) = inline else {
            if let Some(word) = words.last_mut() {
                word.push(inline.clone());
            }
            continue;
        };
        for (index, piece) in run.text.split(' ').enumerate() {
            if index > 0 {
                words.push(Line::new());
            }
            if let (Some(word), false) = (words.last_mut(), piece.is_empty()) {
                word.push(Inline::Run(Run {
                    text: piece.to_owned(),
                    ..run.clone()
                }));
            }
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn join(words: &[Line]) -> Line {
    words.join(&super::text(" "))
}

/// Joins words into lines; each line ends after so many words.
fn cut(words: &[Line], ends: &[usize]) -> Vec<Line> {
    let starts = [0].into_iter().chain(ends.iter().copied());
    starts
        .zip(ends)
        .filter_map(|(start, end)| words.get(start..*end).map(join))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::profile::ProfileId;

    /// The lines of a name in a column of the letterhead, or of a subject.
    fn lines(style: StyleKey, millimetres: i32, text: &str) -> String {
        let fonts = Fonts::load().unwrap();
        let profile = ProfileId::Party2018.profile();
        let setter = Setter {
            profile,
            fonts: &fonts,
        };
        let column = Length::twips(millimetres * 567 / 10);
        let line = vec![super::super::text(text)];
        let content = setter.balanced(style, &line, column);
        let seen = content.iter().map(|inline| {
            if *inline == Inline::Break {
                return " / ".to_owned();
            }
            text_of(std::slice::from_ref(inline)).replace('\u{a0}', " ")
        });
        seen.collect()
    }

    fn issuer(text: &str) -> String {
        lines(StyleKey::Issuer, 73, text)
    }

    fn subject(text: &str) -> String {
        lines(StyleKey::Abstract, 165, text)
    }

    #[test]
    fn a_name_is_broken_after_the_words_that_say_what_it_is() {
        for name in [
            "THỊ TRƯỜNG TRONG NƯỚC",
            "TIẾT KIỆM NĂNG LƯỢNG",
            "KẾ HOẠCH – TỔNG HỢP",
        ] {
            assert_eq!(
                issuer(&format!("ĐẠI HỘI CHI BỘ {name}")),
                format!("ĐẠI HỘI CHI BỘ / {name}")
            );
        }
    }

    #[test]
    fn a_name_too_long_for_a_line_is_broken_between_its_terms() {
        assert_eq!(
            issuer("ĐẠI HỘI CHI BỘ PHÁT TRIỂN TIỂU THỦ CÔNG NGHIỆP"),
            "ĐẠI HỘI CHI BỘ PHÁT TRIỂN / TIỂU THỦ CÔNG NGHIỆP"
        );
        assert_eq!(
            issuer("ĐẢNG ỦY CỤC CÔNG THƯƠNG ĐỊA PHƯƠNG"),
            "ĐẢNG ỦY CỤC / CÔNG THƯƠNG ĐỊA PHƯƠNG"
        );
        assert_eq!(
            issuer("CHI BỘ SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH"),
            "CHI BỘ SỞ VĂN HÓA, / THỂ THAO VÀ DU LỊCH"
        );
    }

    #[test]
    fn a_number_and_a_dash_begin_no_line() {
        assert_eq!(
            issuer("ĐẠI HỘI CHI BỘ TRUNG TÂM 1"),
            "ĐẠI HỘI CHI BỘ / TRUNG TÂM 1"
        );
        assert_eq!(
            issuer("ĐẠI HỘI CHI BỘ PHÒNG KẾ HOẠCH – TÀI CHÍNH TỔNG HỢP SỐ 3"),
            "ĐẠI HỘI CHI BỘ PHÒNG / KẾ HOẠCH – TÀI CHÍNH / TỔNG HỢP SỐ 3"
        );
    }

    #[test]
    fn a_subject_is_broken_before_a_name_or_after_a_comma() {
        assert_eq!(
            subject(
                "chuẩn y kết quả bầu cử Chi ủy, Bí thư, Phó Bí thư Chi bộ Phát triển \
                 tiểu thủ công nghiệp, nhiệm kỳ 2022-2025"
            ),
            "chuẩn y kết quả bầu cử Chi ủy, Bí thư, Phó Bí thư / \
             Chi bộ Phát triển tiểu thủ công nghiệp, nhiệm kỳ 2022-2025"
        );
        assert_eq!(
            subject(
                "kết quả đại hội các chi bộ trực thuộc Đảng bộ Cục Công Thương địa \
                 phương, nhiệm kỳ 2022-2025"
            ),
            "kết quả đại hội các chi bộ trực thuộc / \
             Đảng bộ Cục Công Thương địa phương, nhiệm kỳ 2022-2025"
        );
    }

    #[test]
    fn a_term_wider_than_its_column_is_parted_after_all() {
        assert_eq!(
            lines(StyleKey::Issuer, 25, "CHI BỘ CÔNG NGHIỆP"),
            "CHI BỘ / CÔNG / NGHIỆP"
        );
    }

    #[test]
    fn a_head_with_a_word_wider_than_its_column_is_left_to_the_page() {
        // one split after another was tried here once, for minutes
        let head = format!("{}{}", "AB ".repeat(400), "X".repeat(200));
        assert_eq!(issuer(&head), head);
    }

    #[test]
    fn a_head_of_very_many_lines_is_left_to_the_page() {
        let head = "ĐẠI HỘI ".repeat(1_000);
        assert_eq!(issuer(head.trim()), head.trim());
    }
}
