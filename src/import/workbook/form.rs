//! Number forms of Excel, such as `0.00%`, `mmm-yy` or `#,##0" phiếu"`: what of a value
//! a cell shows.
//!
//! Own code, since the crates for it round the binary number, where Excel rounds its
//! fifteen decimal digits, and print what is hidden.

mod number;
mod parse;

use super::DateParts;
pub(in crate::import) use number::general;
use parse::{Letter, Piece, Section};

/// Characters of a form; Excel keeps 255.
const LENGTH: usize = 255;

/// How a cell shows its value.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Form {
    /// As it is, or in a way that is not understood.
    #[default]
    Plain,
    /// As a date or a time.
    Moment(MomentForm),
    /// A whole number as it is, others rounded.
    Whole(Vec<Section>),
    /// As digits, signs and words.
    Number(Vec<Section>),
}

/// What of a day and its time is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MomentForm {
    /// Of the day; none if only the time is shown.
    pub(super) date: Option<DateParts>,
    /// Whether the time is shown.
    pub(super) has_time: bool,
    /// Whether hours run on beyond a day.
    pub(super) is_elapsed: bool,
}

impl MomentForm {
    /// The form of a day with its time, for files that do not say.
    pub(super) const WHOLE: Self = Self {
        date: Some(DateParts::Full),
        has_time: true,
        is_elapsed: false,
    };

    /// Which letters of a form show what; `m` beside hours or seconds is minutes.
    fn of(letters: &[Letter]) -> Option<Self> {
        let (mut year, mut month, mut day, mut weekday) = (false, false, false, false);
        let mut form = Self {
            date: None,
            has_time: false,
            is_elapsed: false,
        };
        for (index, letter) in letters.iter().enumerate() {
            let before = index.checked_sub(1).and_then(|index| letters.get(index));
            let after = letters.get(index + 1);
            let is_minute = letter.count < 3
                && (before.is_some_and(|it| it.sign == 'h')
                    || after.is_some_and(|it| it.sign == 's'));
            form.is_elapsed |= letter.is_elapsed;
            match letter.sign {
                'y' => year = true,
                'm' if !is_minute && !letter.is_elapsed => month = true,
                'd' if letter.count < 3 => day = true,
                'd' => weekday = true,
                _ => form.has_time = true,
            }
        }
        form.date = match (day, month, year) {
            (false, false, false) if !weekday => None,
            (false, true, true) => Some(DateParts::MonthYear),
            (false, false, true) => Some(DateParts::Year),
            (_, _, false) => Some(DateParts::NoYear),
            (true, _, true) => Some(DateParts::Full),
        };
        (!letters.is_empty()).then_some(form)
    }
}

impl Form {
    /// Reads the code of a form.
    pub(super) fn new(code: &str) -> Self {
        if code.chars().count() > LENGTH {
            return Self::Plain;
        }
        let Some(sections) = parse::sections(code) else {
            return Self::Plain;
        };
        let letters = sections.first().map(Section::letters).unwrap_or_default();
        if let Some(form) = MomentForm::of(&letters) {
            return Self::Moment(form);
        }
        match sections.as_slice() {
            [only] if only.is_plain() => Self::Plain,
            [only] if only.pieces == [Piece::Digit('0')] => Self::Whole(sections),
            _ => Self::Number(sections),
        }
    }

    /// What is shown of a number, where that is not the number itself.
    ///
    /// What shows nothing at all, such as `;;;`, is read by its value: it is no empty
    /// cell, and nothing that stands in a sheet is passed over.
    pub(super) fn show(&self, value: f64) -> Option<Box<str>> {
        /// Up to here every whole number has its own fifteen digits.
        const DIGITS: f64 = 1e15;
        let sections = match self {
            Self::Plain | Self::Moment(_) => return None,
            Self::Whole(_) if value.fract() == 0.0 && value.abs() < DIGITS => {
                return None;
            }
            Self::Whole(sections) | Self::Number(sections) => sections,
        };
        let shown = number::show(sections, value)?;
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        (!shown.is_empty() && shown != general(value)).then(|| shown.into())
    }

    /// What is shown of a text, where the form adds words to it.
    pub(super) fn show_text(&self, text: &str) -> Option<String> {
        let (Self::Whole(sections) | Self::Number(sections)) = self else {
            return None;
        };
        let section = sections
            .iter()
            .find(|it| it.pieces.contains(&Piece::Text))?;
        let adds =
            |piece: &Piece| matches!(piece, Piece::Words(it) if !it.trim().is_empty());
        if !section.pieces.iter().any(adds) {
            return None;
        }
        let mut shown = String::new();
        for piece in &section.pieces {
            if let Piece::Words(words) = piece {
                shown.push_str(words);
            } else if *piece == Piece::Text {
                shown.push_str(text);
            }
        }
        Some(shown)
    }
}

#[cfg(test)]
mod tests;
