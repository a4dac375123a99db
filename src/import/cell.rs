//! One raw cell becomes a value with its address, or a finding that shows the cell.
//!
//! Every reader has the same three ends: an empty cell is `None`; a cell that holds what
//! was asked for is the value; anything else is `None` and a finding. Whether an empty
//! cell matters is known to whoever asks.

mod parse;
mod show;

use super::text::{Name, Names};
use super::workbook::{RawSheet, RawValue};
use crate::diagnostic::{CellRef, Place, Problem, Report, Seen, SeenKind};
use crate::model::{FullDate, PartialDate, TimeOfDay, Traced};
use parse::{is_dash, parse_count, parse_date, parse_mark, parse_time};
use show::{show, show_rounded};

/// A cell, perhaps empty.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    place: Place,
    raw: Option<&'a RawValue>,
}

/// The words a cell takes, with what they mean.
pub(super) type Choices<T> = [(Name, T)];

impl<'a> Cell<'a> {
    /// An empty cell, for a column that a table does not have; findings and derived
    /// values name `place` instead.
    pub(super) fn absent(place: Place) -> Self {
        Self { place, raw: None }
    }

    /// The cell of a sheet at an absolute row and column.
    pub(super) fn at(sheet: &'a RawSheet, row: u32, column: u32) -> Self {
        let place = sheet.place.at(CellRef { row, column });
        let raw = sheet.value(row, column);
        Self { place, raw }
    }

    /// Several cells whose contents make one.
    pub(super) fn of(place: Place, raw: &'a RawValue) -> Self {
        Self {
            place,
            raw: Some(raw),
        }
    }

    /// Where it is.
    pub(super) fn place(&self) -> &Place {
        &self.place
    }

    /// Its column, counted from zero.
    pub(super) fn column(&self) -> Option<u32> {
        self.place.cells.map(|cells| cells.first.column)
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.is_none()
    }

    /// Whether two cells say the same, be it as number or as text.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        self.shown() == other.shown()
    }

    /// What stands in it, as evidence.
    pub(super) fn seen(&self) -> Seen {
        let kind = match self.raw {
            None => SeenKind::Empty,
            Some(RawValue::Text(_)) => SeenKind::Text,
            Some(RawValue::Number(_)) => SeenKind::Number,
            Some(RawValue::Moment(_)) => SeenKind::Date,
            Some(RawValue::Truth(_)) => SeenKind::Truth,
            Some(RawValue::Error(_)) => SeenKind::Error,
        };
        Seen {
            text: self.shown(),
            kind,
        }
    }

    /// What it shows, as text.
    pub(super) fn shown(&self) -> String {
        self.raw.map(show).unwrap_or_default()
    }

    /// Its content under another way of reading.
    ///
    /// Error values are a finding for every reader; `read` sees only contents.
    fn read<T>(
        &self,
        report: &mut Report,
        read: impl FnOnce(&RawValue) -> Result<T, Problem>,
    ) -> Option<Traced<T>> {
        let raw = self.raw?;
        let result = match raw {
            RawValue::Error(_) => Err(Problem::ErrorCell { seen: self.seen() }),
            RawValue::Text(_)
            | RawValue::Number(_)
            | RawValue::Moment(_)
            | RawValue::Truth(_) => read(raw),
        };
        match result {
            Ok(value) => Some(Traced::typed(value, self.place.clone())),
            Err(problem) => {
                report.add(self.place.clone(), problem);
                None
            }
        }
    }

    /// Any content, as text.
    pub(super) fn text(&self, report: &mut Report) -> Option<Traced<String>> {
        self.read(report, |raw| Ok(show(raw)))
    }

    /// Several texts, parted by `;`.
    pub(super) fn texts(&self, report: &mut Report) -> Vec<Traced<String>> {
        let Some(all) = self.text(report) else {
            return Vec::new();
        };
        all.value
            .split(';')
            .map(str::trim)
            .filter(|one| !one.is_empty())
            .map(|one| all.as_ref().map(|_| one.to_owned()))
            .collect()
    }

    /// A whole number, zero or more.
    pub(super) fn count(&self, report: &mut Report) -> Option<Traced<u32>> {
        self.read(report, |raw| {
            parse_count(raw).ok_or_else(|| Problem::NotACount { seen: self.seen() })
        })
    }

    /// A date that may lack its day, or day and month.
    pub(super) fn partial_date(
        &self,
        report: &mut Report,
    ) -> Option<Traced<PartialDate>> {
        self.read(report, |raw| {
            parse_date(raw).ok_or_else(|| Problem::NotADate { seen: self.seen() })
        })
    }

    /// A date with day, month and year.
    pub(super) fn full_date(&self, report: &mut Report) -> Option<Traced<FullDate>> {
        self.read(report, |raw| {
            let seen = || self.seen();
            let date =
                parse_date(raw).ok_or_else(|| Problem::NotADate { seen: seen() })?;
            date.full()
                .ok_or_else(|| Problem::DateNotFull { seen: seen() })
        })
    }

    /// A time of day.
    pub(super) fn time(&self, report: &mut Report) -> Option<Traced<TimeOfDay>> {
        self.read(report, |raw| {
            parse_time(raw).ok_or_else(|| Problem::NotATime { seen: self.seen() })
        })
    }

    /// A mark: `x` for yes, a dash for no.
    pub(super) fn mark(&self, report: &mut Report) -> Option<Traced<bool>> {
        self.read(report, |raw| {
            parse_mark(raw).ok_or_else(|| Problem::NotAChoice {
                seen: self.seen(),
                choices: vec!["x".to_owned(), "-".to_owned()],
                nearest: None,
            })
        })
    }

    /// Whether it holds a mark, without a finding if it does not.
    pub(super) fn as_mark(&self) -> Option<bool> {
        self.raw.and_then(parse_mark)
    }

    /// Whether it holds a dash: left blank on purpose.
    pub(super) fn is_dash(&self) -> bool {
        matches!(self.raw, Some(RawValue::Text(text)) if is_dash(text))
    }

    /// One of a few words.
    pub(super) fn choice<T: Copy>(
        &self,
        choices: &'static Choices<T>,
        report: &mut Report,
    ) -> Option<Traced<T>> {
        self.read(report, |raw| {
            let names = Names::new(choices.iter().map(|(name, _)| name));
            let typed = show(raw);
            let found = names.find(&typed).and_then(|found| {
                let (_, value) = choices.iter().find(|(name, _)| name == found)?;
                Some(*value)
            });
            found.ok_or_else(|| self.not_a_choice(choices, &names))
        })
    }

    fn not_a_choice<T>(&self, choices: &Choices<T>, names: &Names) -> Problem {
        Problem::NotAChoice {
            seen: self.seen(),
            choices: choices
                .iter()
                .map(|(name, _)| name.canonical.to_owned())
                .collect(),
            nearest: names.nearest(&self.shown()),
        }
    }

    /// A percentage, as Excel shows it: the number 0.9231 is `92,31%`.
    ///
    /// Up to 1 a number is taken for a share, as cells in the form of a percentage hold
    /// it; above, for the percentage itself.
    pub(super) fn percentage(&self, report: &mut Report) -> Option<Traced<String>> {
        self.read(report, |raw| {
            Ok(match raw {
                RawValue::Number(number) if (0.0..=1.0).contains(&number.value) => {
                    format!("{}%", show_rounded(number.value * 100.0))
                }
                RawValue::Number(number) => format!("{}%", show_rounded(number.value)),
                RawValue::Text(_)
                | RawValue::Moment(_)
                | RawValue::Truth(_)
                | RawValue::Error(_) => show(raw),
            })
        })
    }
}
