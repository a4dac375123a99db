//! One raw cell becomes a value with its address, or a finding that shows the cell.
//!
//! Every reader has the same three ends: an empty cell is `None`; a cell that holds what
//! was asked for is the value; anything else is `None` and a finding. Whether an empty
//! cell matters is known to whoever asks.

mod clock;
mod count;
mod date;
mod list;
mod mark;
mod name;
mod percent;
mod show;

use super::text::{Name, Names, fold};
use super::workbook::{RawRow, RawSheet, RawValue, general};
use crate::diagnostic::{
    CellRange, CellRef, DateFault, Place, Problem, Report, Seen, SeenKind,
};
use crate::model::{FullDate, PartialDate, SharedText, TimeOfDay, Traced};
use clock::parse_time;
use count::parse_count;
use date::{Dates, parse_date, parse_dates};
use list::{split_names, split_people, split_texts, whole_names, without_order};
use mark::{is_dash, parse_mark};
use percent::percentage;
pub(super) use show::show;
use show::{look, share, show_figure};
use std::borrow::Cow;
use std::sync::Arc;

/// A cell, perhaps empty.
///
/// Its place is put together when somebody asks: most cells of a large sheet are looked
/// at several times, and few of these looks name the cell.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    sheet: &'a Place,
    /// The sheet once more, to be shared by values.
    origin: Option<&'a Arc<Place>>,
    cells: Option<CellRange>,
    raw: Option<&'a RawValue>,
}

/// "Ngày vào Đảng" and, if it stands in the same cell, "Ngày chính thức".
type OneOrTwoDates = (Option<Traced<PartialDate>>, Option<Traced<PartialDate>>);

/// The words a cell takes, with what they mean.
pub(super) type Choices<T> = [(Name, T)];

impl<'a> Cell<'a> {
    /// An empty cell, for a column that a table does not have; findings and derived
    /// values name this address instead.
    pub(super) fn absent(sheet: &'a RawSheet, row: u32, column: u32) -> Self {
        Self {
            sheet: &sheet.place,
            origin: Some(&sheet.origin),
            cells: Some(CellRef { row, column }.into()),
            raw: None,
        }
    }

    /// The cell of a sheet at an absolute row and column.
    pub(super) fn at(sheet: &'a RawSheet, row: u32, column: u32) -> Self {
        Self {
            raw: sheet.value(row, column),
            ..Self::absent(sheet, row, column)
        }
    }

    /// The same, where the row is at hand.
    pub(super) fn in_row(
        sheet: &'a RawSheet,
        cells: RawRow<'a>,
        row: u32,
        column: u32,
    ) -> Self {
        Self {
            raw: cells.value(column),
            ..Self::absent(sheet, row, column)
        }
    }

    /// Several cells of a sheet, or a part of one, whose contents make one.
    pub(super) fn of(
        sheet: &'a Place,
        cells: Option<CellRange>,
        raw: &'a RawValue,
    ) -> Self {
        Self {
            sheet,
            origin: None,
            cells,
            raw: Some(raw),
        }
    }

    /// Where it is.
    pub(super) fn place(&self) -> Place {
        Place {
            cells: self.cells,
            ..self.sheet.clone()
        }
    }

    /// Where it is on its sheet.
    pub(super) fn cells(&self) -> Option<CellRange> {
        self.cells
    }

    /// Its row, counted from zero.
    pub(super) fn row(&self) -> Option<u32> {
        self.cells.map(|cells| cells.first.row)
    }

    /// Its column, counted from zero.
    pub(super) fn column(&self) -> Option<u32> {
        self.cells.map(|cells| cells.first.column)
    }

    /// Whether a value was read here.
    pub(super) fn is_origin_of<T>(&self, value: &Traced<T>) -> bool {
        value.is_at(self.sheet, self.cells)
    }

    /// A value as it stands here.
    pub(super) fn traced<T>(&self, value: T) -> Traced<T> {
        match (self.origin, self.cells) {
            (Some(sheet), Some(cells)) if cells.first == cells.last => {
                Traced::in_cell(value, sheet, cells.first)
            }
            _ => Traced::typed(value, self.place()),
        }
    }

    /// Whether it holds nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.is_none()
    }

    /// Whether two cells say the same, be it as number or as text.
    pub(super) fn says_same(&self, other: &Self) -> bool {
        self.look() == other.look()
    }

    /// What stands in it, as evidence.
    pub(super) fn seen(&self) -> Seen {
        let kind = match self.raw {
            None => SeenKind::Empty,
            Some(RawValue::Text(_)) => SeenKind::Text,
            Some(RawValue::Number(_)) => SeenKind::Number,
            Some(RawValue::Moment(_)) => SeenKind::Date,
            Some(RawValue::Truth(_)) => SeenKind::Truth,
            Some(RawValue::Error(text)) if text.starts_with('=') => SeenKind::Formula,
            Some(RawValue::Error(_)) => SeenKind::Error,
        };
        let text = match self.raw {
            Some(RawValue::Number(number)) => match (&number.shown, number.value) {
                // 14.5 shown as 15: both are evidence
                (Some(shown), value) if ***shown != *general(value) => {
                    format!("{shown} ({})", general(value))
                }
                _ => self.shown(),
            },
            _ => self.shown(),
        };
        Seen { text, kind }
    }

    /// Whether Excel holds it as a date or a time.
    pub(super) fn is_moment(&self) -> bool {
        matches!(self.raw, Some(RawValue::Moment(_)))
    }

    /// Whether it is a number and shows this one, digit by digit.
    pub(super) fn is_number(&self, wanted: u32) -> bool {
        matches!(self.raw, Some(RawValue::Number(number))
            if number.shown.is_none() && number.value.total_cmp(&f64::from(wanted)).is_eq())
    }

    /// Whether it shows a word under any of its spellings: no number and no date does.
    pub(super) fn spells(&self, name: &Name) -> bool {
        matches!(self.raw, Some(raw @ (RawValue::Text(_) | RawValue::Error(_)))
            if name.is_spelt(&look(raw)))
    }

    /// What it shows, as text, borrowed where it can be.
    pub(super) fn look(&self) -> Cow<'a, str> {
        self.raw.map(look).unwrap_or_default()
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
            Ok(value) => Some(self.traced(value)),
            Err(problem) => {
                report.add(self.place(), problem);
                None
            }
        }
    }

    /// Any content, as text.
    pub(super) fn text(&self, report: &mut Report) -> Option<Traced<String>> {
        self.read(report, |raw| Ok(show(raw)))
    }

    /// Any content, as text; a number as a paper prints it.
    pub(super) fn figure(&self, report: &mut Report) -> Option<Traced<String>> {
        self.read(report, |raw| Ok(show_figure(raw)))
    }

    /// Any content, as a text that is shared with the cell where it can be.
    pub(super) fn shared_text(&self, report: &mut Report) -> Option<Traced<SharedText>> {
        self.read(report, |raw| Ok(share(raw)))
    }

    /// Several texts, parted by `;` or standing one a line.
    pub(super) fn texts(&self, report: &mut Report) -> Vec<Traced<String>> {
        self.list(report, split_texts)
    }

    fn list(
        &self,
        report: &mut Report,
        split: impl FnOnce(&str) -> Vec<String>,
    ) -> Vec<Traced<String>> {
        let all = self.read(report, |raw| {
            Ok(match raw {
                RawValue::Text(text) => split(text),
                RawValue::Number(_)
                | RawValue::Moment(_)
                | RawValue::Truth(_)
                | RawValue::Error(_) => split(&show(raw)),
            })
        });
        let values = all.into_iter().flat_map(|all| all.value);
        values.map(|one| self.traced(one)).collect()
    }

    /// The name of a person; a warning if something in the cell was not the name.
    pub(super) fn name(&self, report: &mut Report) -> Option<Traced<String>> {
        let typed = self.text(report)?;
        Some(typed.map(|name| self.tidy(name, report)))
    }

    /// The name of one person; several are a finding, and the first is read.
    pub(super) fn one_name(
        &self,
        label: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        let typed = self.text(report)?;
        let people = whole_names(&typed.value);
        let [first, _, ..] = people.as_slice() else {
            return Some(typed.map(|name| self.tidy(name, report)));
        };
        self.report_several(label, report);
        Some(Traced::typed(first.clone(), self.place()))
    }

    /// Says that it names a further person where a label asks for one.
    pub(super) fn report_several(&self, label: &Name, report: &mut Report) {
        let problem = Problem::SeveralPeople {
            label: label.canonical.to_owned(),
            seen: self.seen(),
        };
        report.add(self.place(), problem);
    }

    /// Whether it holds names of people, perhaps with their posts, and nothing else.
    pub(super) fn names_people(&self) -> bool {
        let Some(RawValue::Text(text)) = self.raw else {
            return false;
        };
        let guests = split_names(text);
        let is_person = |guest: &String| {
            let (name, _) = name::split_guest(guest);
            !whole_names(guest).is_empty() || !whole_names(name).is_empty()
        };
        !guests.is_empty() && guests.iter().all(is_person)
    }

    /// The names of several people, parted by `;`, comma or "và", or standing one a line.
    pub(super) fn names(&self, report: &mut Report) -> Vec<Traced<String>> {
        let typed = self.list(report, split_people);
        let names = typed.into_iter();
        names
            .map(|one| one.map(|name| self.tidy(name, report)))
            .collect()
    }

    /// People with their posts, as `Họ tên – chức vụ`.
    pub(super) fn guests(&self, report: &mut Report) -> Vec<Traced<String>> {
        let typed = self.list(report, split_names);
        let guests = typed.into_iter();
        guests
            .map(|one| {
                one.map(|guest| {
                    let (name, post) = name::split_guest(&guest);
                    self.tidy(name.to_owned(), report) + post
                })
            })
            .collect()
    }

    /// A name without what is none; says so if there was anything.
    fn tidy(&self, name: String, report: &mut Report) -> String {
        let Some(kept) = name::tidy(&name) else {
            return name;
        };
        let problem = Problem::NameTidied {
            seen: name,
            kept: kept.clone(),
        };
        report.add(self.place(), problem);
        kept
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
            parse_date(raw).map_err(|fault| self.not_a_date(fault))
        })
    }

    /// Says that no such day is likely: a number or a slip that became a date.
    pub(super) fn report_unlikely(&self, report: &mut Report) {
        let problem = self.not_a_date(DateFault::Unreadable);
        report.add(self.place(), problem);
    }

    /// One date or two, "vào Đảng" and "chính thức", where a dash says that there is
    /// none.
    pub(super) fn one_or_two_dates(&self, report: &mut Report) -> OneOrTwoDates {
        if self.is_dash() {
            return (None, None);
        }
        let dates = self.read(report, |raw| {
            let dates = parse_dates(raw).map_err(|fault| self.not_a_date(fault))?;
            match dates {
                Dates::Two(first, second) if second.year() < first.year() => {
                    Err(self.not_a_date(DateFault::Several))
                }
                Dates::One(_) | Dates::Two(..) => Ok(dates),
            }
        });
        let typed = |date| Some(self.traced(date));
        match dates.map(|dates| dates.value) {
            None => (None, None),
            Some(Dates::One(date)) => (typed(date), None),
            Some(Dates::Two(first, second)) => (typed(first), typed(second)),
        }
    }

    /// The day it holds, if it is one, without a finding if it is not.
    pub(super) fn full_day(&self) -> Option<FullDate> {
        self.raw.and_then(|raw| parse_date(raw).ok()?.full())
    }

    /// How many dates it holds: two at most.
    pub(super) fn date_count(&self) -> usize {
        match self.raw.map(parse_dates) {
            Some(Ok(Dates::One(_))) => 1,
            Some(Ok(Dates::Two(..))) => 2,
            Some(Err(_)) | None => 0,
        }
    }

    fn not_a_date(&self, fault: DateFault) -> Problem {
        Problem::NotADate {
            seen: self.seen(),
            fault,
        }
    }

    /// A date with day, month and year.
    pub(super) fn full_date(&self, report: &mut Report) -> Option<Traced<FullDate>> {
        self.read(report, |raw| {
            let date = parse_date(raw).map_err(|fault| self.not_a_date(fault))?;
            date.full()
                .ok_or_else(|| Problem::DateNotFull { seen: self.seen() })
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

    /// Whether it holds what a ballot's box may hold: `x`, a dash, or "Đ", "K", "ĐK".
    pub(super) fn is_ballot_mark(&self) -> bool {
        let is_word = |it: &String| ["d", "k", "dk", "kd"].contains(&it.as_str());
        self.as_mark().is_some() || self.is_dash() || is_word(&fold(&self.shown()))
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
            let typed = look(raw);
            let names = || Names::new(choices.iter().map(|(name, _)| name));
            if cfg!(debug_assertions) {
                // whether each spelling means one thing
                names();
            }
            let mut listed = choices.iter();
            if let Some((_, value)) = listed.find(|(name, _)| name.is_listed(&typed)) {
                return Ok(*value);
            }
            let names = names();
            let found = names
                .find(&typed)
                .or_else(|| names.find(without_order(&typed)));
            let found = found.and_then(|found| {
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
            nearest: names
                .nearest(&self.shown())
                .or_else(|| names.within(&self.shown())),
        }
    }

    /// A percentage in the form `92,31%`; another text stays as typed.
    pub(super) fn percentage(&self, report: &mut Report) -> Option<Traced<String>> {
        self.read(report, |raw| Ok(percentage(raw)))
    }
}
