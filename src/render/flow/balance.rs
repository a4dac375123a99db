//! Lines of a head or a subject broken as a clerk would: balanced, by words.

use super::FlowParagraph;
use super::hold::held;
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Inline, Length, Line, Run, is_word_pair};
use crate::render::font::{Face, Fonts};

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
        let line: Line = paragraph.inlines().collect();
        if line.is_empty() {
            return 0;
        }
        let look = paragraph.look(self.profile);
        let indent = look.left.plus(look.first_line);
        let is_long = line.contains(&Inline::Break)
            || self.width(paragraph.style, &line) >= column.less(indent);
        1 + usize::from(is_long)
    }

    /// Breaks a line that is too long for its column into the fewest lines that fit,
    /// the longest of them as short as can be, never inside a word of two syllables
    /// unless nothing else fits.
    pub(super) fn balanced(&self, style: StyleKey, line: &Line, column: Length) -> Line {
        // a line that fills its column to the twip does not fit
        if self.width(style, line) < column {
            return line.clone();
        }
        let line = held(line);
        let words = words(&line);
        let fewest = (2..=words.len()).find_map(|lines| {
            self.best_split(style, &words, lines, column, true)
                .or_else(|| self.best_split(style, &words, lines, column, false))
        });
        match fewest {
            Some(parts) => parts.join(&Inline::Break),
            None => line,
        }
    }

    /// The split into just so many lines whose longest line is shortest, or `None`
    /// when some line does not fit.
    fn best_split(
        &self,
        style: StyleKey,
        words: &[Line],
        lines: usize,
        column: Length,
        keep_pairs: bool,
    ) -> Option<Vec<Line>> {
        // `best[end]`: the first `end` words in `line` lines: widest line, cuts before
        let mut best: Vec<Option<Split>> = vec![None; words.len() + 1];
        *best.first_mut()? = Some(Split::default());
        for line in 1..=lines {
            let mut next: Vec<Option<Split>> = vec![None; words.len() + 1];
            for (start, before) in best.iter().enumerate() {
                let is_free = start == 0 || !keep_pairs || !parts_a_word(words, start);
                let Some(before) = before.as_ref().filter(|_| is_free) else {
                    continue;
                };
                for end in start + 1..=words.len() {
                    let width = self.width(style, &join(words.get(start..end)?));
                    if width >= column {
                        break;
                    }
                    let widest = before.widest.max(width);
                    let place = next.get_mut(end)?;
                    if place.as_ref().is_none_or(|other| widest < other.widest) {
                        let cuts = before.cuts.iter().copied().chain([end]).collect();
                        *place = Some(Split { widest, cuts });
                    }
                }
            }
            if line == lines {
                let split = next.pop().flatten()?;
                return Some(cut(words, &split.cuts));
            }
            best = next;
        }
        None
    }
}

/// A way to split the first words into lines.
#[derive(Debug, Clone, Default)]
struct Split {
    widest: Length,
    /// Where each line ends: the number of words up to there.
    cuts: Vec<usize>,
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

fn parts_a_word(words: &[Line], at: usize) -> bool {
    let plain = |index: Option<usize>| {
        index
            .and_then(|index| words.get(index))
            .map(|word| plain_text(word))
            .unwrap_or_default()
    };
    let after = plain(Some(at));
    // a dash does not begin a line
    matches!(after.as_str(), "–" | "-") || is_word_pair(&plain(at.checked_sub(1)), &after)
}

fn plain_text(word: &[Inline]) -> String {
    word.iter()
        .map(|inline| match inline {
            Inline::Run(run) => run.text.as_str(),
            Inline::Blank(_) | Inline::Break => "",
        })
        .collect()
}
