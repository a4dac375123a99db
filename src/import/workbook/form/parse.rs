//! The code of a number form, piece by piece (ECMA-376, 18.8.31).

use std::iter::Peekable;
use std::str::Chars;

/// One of up to four forms, parted by `;`: for positive and negative numbers, zero and
/// text.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::import::workbook) struct Section {
    /// The numbers it is for, where it says so itself.
    pub(super) condition: Option<Condition>,
    pub(super) pieces: Vec<Piece>,
}

/// `[>=100]`
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Condition {
    sign: String,
    bound: f64,
}

/// What stands in a form.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Piece {
    /// Shown as it is.
    Words(String),
    /// The place of a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// Parts the thousands between digits, divides by a thousand after them.
    Comma,
    /// A hundred times the number, and its sign.
    Percent,
    /// The number as it is.
    General,
    /// `@`, the text.
    Text,
    /// Part of a date or a time.
    Letter(Letter),
}

/// Letters that stand for part of a date or a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Letter {
    /// In lower case: `y`, `m`, `d`, `h`, `s`, or `a` for AM/PM.
    pub(super) sign: char,
    pub(super) count: usize,
    pub(super) is_elapsed: bool,
}

impl Condition {
    /// Whether it is for this number.
    pub(super) fn holds(&self, value: f64) -> bool {
        match self.sign.as_str() {
            "<" => value < self.bound,
            ">" => value > self.bound,
            "<=" => value <= self.bound,
            ">=" => value >= self.bound,
            "=" => value.total_cmp(&self.bound).is_eq(),
            _ => value.total_cmp(&self.bound).is_ne(),
        }
    }
}

impl Section {
    /// The letters of a date or a time.
    pub(super) fn letters(&self) -> Vec<Letter> {
        let mut letters = Vec::new();
        for piece in &self.pieces {
            if let Piece::Letter(letter) = piece {
                letters.push(*letter);
            }
        }
        letters
    }

    /// Whether it shows numbers and texts as they are.
    pub(super) fn is_plain(&self) -> bool {
        matches!(self.pieces.as_slice(), [] | [Piece::General | Piece::Text])
    }

    fn has_digits(&self) -> bool {
        let mut pieces = self.pieces.iter();
        pieces.any(|it| matches!(it, Piece::Digit(_)))
    }

    fn words(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.pieces.push(Piece::Words(words));
        }
    }
}

/// The sections of a code; none if it holds what is not understood, such as fractions.
pub(super) fn sections(code: &str) -> Option<Vec<Section>> {
    let mut rest = code.chars().peekable();
    let mut sections = Vec::new();
    let mut section = Section::default();
    while let Some(sign) = rest.next() {
        match sign {
            ';' => sections.push(std::mem::take(&mut section)),
            '"' => section.words(
                rest.by_ref()
                    .take_while(|it| *it != '"')
                    .collect::<String>(),
            ),
            '\\' => section.words(rest.next().map(String::from).unwrap_or_default()),
            // as wide as the next sign
            '_' => section.words(rest.next().map(|_| " ").unwrap_or_default()),
            // fills the cell with the next sign
            '*' => drop(rest.next()),
            '[' => {
                let bracket: String = rest.by_ref().take_while(|it| *it != ']').collect();
                read_bracket(&bracket, &mut section)?;
            }
            '0' | '#' | '?' => section.pieces.push(Piece::Digit(sign)),
            '.' => section.pieces.push(Piece::Point),
            ',' => section.pieces.push(Piece::Comma),
            '%' => section.pieces.push(Piece::Percent),
            '@' => section.pieces.push(Piece::Text),
            '/' if section.has_digits() => return None,
            _ if sign.is_ascii_alphabetic() => {
                section.pieces.push(read_letters(sign, &mut rest)?);
            }
            _ => section.words(sign),
        }
    }
    sections.push(section);
    (sections.len() <= 4).then_some(sections)
}

/// What stands in brackets: a condition, a currency, hours beyond a day, or what does
/// not matter here.
fn read_bracket(bracket: &str, section: &mut Section) -> Option<()> {
    let lower = bracket.to_ascii_lowercase();
    if let Some(currency) = bracket.strip_prefix('$') {
        section.words(currency.split('-').next().unwrap_or_default());
    } else if bracket.starts_with(['<', '>', '=']) {
        let bound = bracket.trim_start_matches(['<', '>', '=']);
        section.condition = Some(Condition {
            sign: bracket.strip_suffix(bound)?.to_owned(),
            bound: bound.trim().parse().ok()?,
        });
    } else if let Some(letter) = lower.chars().next().filter(|it| "hms".contains(*it))
        && lower.chars().all(|it| it == letter)
    {
        section.pieces.push(Piece::Letter(Letter {
            sign: letter,
            count: lower.len(),
            is_elapsed: true,
        }));
    } else {
        const COLOURS: [&str; 8] = [
            "black", "blue", "cyan", "green", "magenta", "red", "white", "yellow",
        ];
        let is_colour = COLOURS.contains(&&*lower) || lower.starts_with("color");
        return is_colour.then_some(());
    }
    Some(())
}

/// Letters outside quotes: of a date, `AM/PM`, `General`, or not understood.
fn read_letters(first: char, rest: &mut Peekable<Chars<'_>>) -> Option<Piece> {
    let letter = first.to_ascii_lowercase();
    let mut takes = |word: &str| {
        let mut ahead = rest.clone();
        let is_there = word.chars().all(|it| {
            ahead
                .next()
                .is_some_and(|sign| it.eq_ignore_ascii_case(&sign))
        });
        if is_there {
            *rest = ahead;
        }
        is_there
    };
    let count = match letter {
        'y' | 'm' | 'd' | 'h' | 's' => {
            let mut count = 1;
            while takes(&letter.to_string()) {
                count += 1;
            }
            count
        }
        'a' if takes("m/pm") || takes("/p") => 1,
        'g' if takes("eneral") => return Some(Piece::General),
        _ => return None,
    };
    Some(Piece::Letter(Letter {
        sign: letter,
        count,
        is_elapsed: false,
    }))
}
