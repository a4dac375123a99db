//! Workbook files as sheets of raw cells at their absolute addresses.
//!
//! The only door to calamine. Text is cleaned here, limits are kept here, and what the
//! reader calls a date, a number or an error is settled here, as the sheet shows it;
//! what a cell means is decided by those who know its label.

mod delimited;
mod form;
mod grid;
mod guard;
mod merged;
mod moment;
mod ranges;
mod taken;
mod web_page;
mod xlsx;

pub use guard::silence_reader_panics;

use super::SourceFile;
use super::legacy::{Decoded, Surroundings};
use super::text::{as_it_stands, clean, is_clean, on_one_line};
use crate::diagnostic::{
    Bulk, CellRange, CellRef, Disguise, Found, Place, Problem, Report, SheetRef,
};
use crate::model::{FullDate, TimeOfDay};
pub(super) use form::general;
use grid::Grid;
pub(super) use grid::RawRow;
use guard::Opened;
use std::collections::BTreeSet;
use std::iter::repeat_n;
use std::ops::Range;
use std::sync::Arc;
use taken::{Unclean, UncleanText, UncleanValue};

/// One sheet with its cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawSheet {
    /// The sheet itself.
    pub(super) place: Place,
    /// The same, for the values in its cells to share.
    pub(super) origin: Arc<Place>,
    /// The name on the tab.
    pub(super) name: Arc<str>,
    /// Whether its tab is hidden.
    pub(super) is_hidden: bool,
    /// Regions of merged cells, by their first cells; the value stands in the first.
    /// They lie apart from each other. Empty where the reader does not tell them, as of
    /// `.xlsb` and `.ods`.
    pub(super) merged: Vec<CellRange>,
    /// What its cells hold; empty cells are absent.
    grid: Grid,
}

impl RawSheet {
    /// What a cell holds; none if it is empty. Row and column are absolute.
    pub(super) fn value(&self, row: u32, column: u32) -> Option<&RawValue> {
        self.grid.value(row, column)
    }

    /// The rows in a range that hold anything, from the top.
    pub(super) fn row_numbers(&self, range: Range<u32>) -> impl Iterator<Item = u32> {
        self.grid.row_numbers(range)
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: u32) -> RawRow<'_> {
        self.grid.row(row)
    }

    /// The columns of a row that hold anything, from the left.
    pub(super) fn columns(&self, row: u32) -> impl Iterator<Item = u32> {
        self.grid.columns(row)
    }

    /// The same sheet with only some columns; merged regions that reach beyond them are
    /// left out.
    pub(super) fn with_columns(&self, columns: &Range<u32>) -> Self {
        let mut cells = Vec::new();
        for row in self.row_numbers(0..u32::MAX) {
            let kept = self.grid.row(row).cells();
            cells.extend(kept.filter(|(at, _)| columns.contains(&at.column)).cloned());
        }
        let is_inside = |region: &&CellRange| {
            columns.contains(&region.first.column)
                && columns.contains(&region.last.column)
        };
        Self {
            place: self.place.clone(),
            origin: Arc::clone(&self.origin),
            name: Arc::clone(&self.name),
            is_hidden: self.is_hidden,
            merged: self.merged.iter().filter(is_inside).copied().collect(),
            grid: Grid::new(cells),
        }
    }

    /// The same sheet with only these rows and without a column; all else keeps its
    /// address.
    ///
    /// What a merged cell says to several rows stays with those that are kept, even if
    /// the first of them is not.
    pub(super) fn part(&self, rows: &BTreeSet<u32>, without: Option<u32>) -> Self {
        let mut cells = Vec::new();
        for row in rows {
            let kept = self.grid.row(*row).cells();
            cells.extend(kept.filter(|(at, _)| Some(at.column) != without).cloned());
        }
        let mut merged = Vec::new();
        for region in &self.merged {
            let (first, last) = (region.first, region.last);
            let mut kept = rows.range(first.row..=last.row);
            let Some(&top) = kept.next() else {
                continue;
            };
            if top == first.row {
                merged.push(*region);
                continue;
            }
            let column = first.column;
            let value = self.grid.value(first.row, column);
            if let Some(value) = value.filter(|_| Some(column) != without) {
                cells.push((CellRef { row: top, column }, value.clone()));
                let first = CellRef { row: top, column };
                let region = CellRange { first, last };
                merged.push(region);
            }
        }
        Self {
            place: self.place.clone(),
            origin: Arc::clone(&self.origin),
            name: Arc::clone(&self.name),
            is_hidden: self.is_hidden,
            merged,
            grid: Grid::new(cells),
        }
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawValue {
    /// Clean text; `\n` parts its lines. Cells of one text mostly share it.
    Text(Arc<str>),
    /// A number without the form of a date.
    Number(Number),
    /// A date, a time, or both.
    Moment(Moment),
    /// True or false.
    Truth(bool),
    /// An error value, or a formula that was never calculated.
    Error(Box<str>),
}

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: f64,
    /// What the sheet shows where that is not the value itself, such as `92,31%` or
    /// `000123`, as Vietnam writes it; none where the file does not say.
    /// Boxed twice, as few cells have it and each pays for its room.
    pub(super) shown: Option<Box<Box<str>>>,
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self { value, shown: None }
    }
}

/// A number in the form of a date or a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// The day, unless it is a mere time or beyond the calendar of the model.
    pub(super) date: Option<FullDate>,
    /// The time of day; 00:00 of a mere date.
    pub(super) time: TimeOfDay,
    /// What of the date the sheet shows.
    pub(super) shows: DateParts,
}

/// What of a date a cell's form shows: Excel keeps a whole date where somebody typed
/// `9/1984` or `5/9`, with a day or a year that nobody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum DateParts {
    /// Day, month and year; also where the file does not say.
    #[default]
    Full,
    /// Month and year.
    MonthYear,
    /// The year alone.
    Year,
    /// No year, so no date.
    NoYear,
}

/// Why a file was not read.
#[derive(Debug)]
enum Refusal {
    Password,
    NotUnicode,
    Alien {
        found: Found,
        reason: Option<String>,
    },
    TooLarge {
        limit: u64,
        what: Bulk,
    },
}

impl Refusal {
    /// What a reader says, unless it asks for a password.
    fn of(error: &impl ToString, is_password: bool) -> Self {
        if is_password {
            Self::Password
        } else {
            Self::Alien {
                found: Found::Damaged,
                reason: Some(error.to_string()),
            }
        }
    }
}

/// Reads a workbook's sheets, hidden ones too; empty sheets are left out.
///
/// Returns `None`, and says why, when the file cannot be read.
pub(super) fn read_sheets(
    file: &SourceFile,
    report: &mut Report,
) -> Option<Vec<RawSheet>> {
    let place = Place::file(Arc::clone(&file.name));
    match guard::without_panic(|| read_bytes(file)) {
        Ok((sheets, disguise)) => {
            if let Some(what) = disguise {
                report.add(place.clone(), Problem::Disguised { what });
            }
            let filled = sheets.into_iter().filter(|sheet| !sheet.cells.is_empty());
            Some(
                filled
                    .map(|sheet| clean_sheet(&place, sheet, report))
                    .collect(),
            )
        }
        Err(refusal) => {
            report.add(place, refusal.into());
            None
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Password => Self::Password,
            Refusal::NotUnicode => Self::NotUnicode,
            Refusal::Alien { found, reason } => Self::NotAWorkbook { found, reason },
            Refusal::TooLarge { limit, what } => Self::TooLarge { limit, what },
        }
    }
}

/// Cleans the texts of a sheet; what is empty afterwards is an empty cell.
fn clean_sheet(file: &Place, sheet: Unclean, report: &mut Report) -> RawSheet {
    let texts = sheet.texts.iter();
    let seen = Surroundings::of(texts.flat_map(|it| {
        // as often as cells hold it, though more often than a habit tells no more
        let text = (&*it.text, it.font.as_deref());
        repeat_n(text, it.cells.min(Surroundings::HABIT))
    }));
    let tab = seen.decode(&sheet.name, None);
    let name = tab.as_ref().map_or(&sheet.name, |it| &it.text);
    let name: Arc<str> = on_one_line(&clean(name).text).into();
    let place = Place {
        sheet: Some(SheetRef {
            index: sheet.index,
            name: Arc::clone(&name),
        }),
        ..file.clone()
    };
    if let Some(tab) = tab {
        report.add(place.clone(), legacy_text(&sheet.name, &tab));
    }
    let texts = sheet.texts.into_iter();
    let texts: Vec<Clean> = texts.map(|text| Clean::of(text, &seen)).collect();
    let cells = sheet.cells.into_iter().filter_map(|cell| {
        let value = match cell.value {
            UncleanValue::Other(value) => Some(value),
            UncleanValue::Text(id) => {
                let text = texts.get(id)?;
                for problem in &text.problems {
                    report.add(place.at(cell.at), problem.clone());
                }
                text.value.clone()
            }
        };
        Some((cell.at, value?))
    });
    let grid = Grid::new(cells.collect());
    RawSheet {
        origin: Arc::new(place.clone()),
        place,
        name,
        is_hidden: sheet.is_hidden,
        merged: sheet.merged,
        grid,
    }
}

/// A text in Unicode and cleaned.
#[derive(Debug)]
struct Clean {
    /// None if nothing is left of it.
    value: Option<RawValue>,
    /// What is said at each of its cells: that it was in an old font, or that characters
    /// had to be left out.
    problems: Vec<Problem>,
}

impl Clean {
    /// Decodes a text of an old font and cleans it.
    ///
    /// The font is that of the cell, where the file says it: it tells letters of old
    /// fonts from those that they look like.
    fn of(typed: UncleanText, seen: &Surroundings) -> Self {
        let mut problems = Vec::new();
        let mut text = typed.text;
        if let Some(decoded) = seen.decode(&text, typed.font.as_deref()) {
            // that a font shows capitals is nothing to tell
            if !text.is_ascii() {
                problems.push(legacy_text(&text, &decoded));
            }
            text = decoded.text.into();
        }
        if !is_clean(&text) {
            let cleaned = clean(&text);
            if let Some(seen) = cleaned.before {
                let kept = on_one_line(&cleaned.text);
                problems.push(Problem::InvisibleCharacters { seen, kept });
            }
            text = cleaned.text.into();
        }
        let value = if text.is_empty() {
            None
        } else if is_error_text(&text) {
            Some(RawValue::Error((*text).into()))
        } else {
            Some(RawValue::Text(text))
        };
        Self { value, problems }
    }
}

fn legacy_text(before: &str, decoded: &Decoded) -> Problem {
    Problem::LegacyText {
        encoding: decoded.encoding,
        before: as_it_stands(before),
        after: as_it_stands(&decoded.text),
    }
}

/// Whether a text is what a formula shows instead of a result.
///
/// Formulas keep their last result as text, errors too; LibreOffice writes `Err:502`.
fn is_error_text(text: &str) -> bool {
    const ERRORS: [&str; 14] = [
        "#BLOCKED!",
        "#BUSY!",
        "#CALC!",
        "#CONNECT!",
        "#DIV/0!",
        "#FIELD!",
        "#GETTING_DATA",
        "#N/A",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#REF!",
        "#SPILL!",
        "#VALUE!",
    ];
    // most texts are neither
    text.starts_with(['#', 'E']) && ERRORS.contains(&text)
        || text
            .strip_prefix("Err:")
            .is_some_and(|code| code.parse::<u16>().is_ok())
}

/// Opens a file by what it holds; its ending may lie, and then the second value says so.
fn read_bytes(file: &SourceFile) -> Result<(Vec<Unclean>, Option<Disguise>), Refusal> {
    let name = super::file_stem(&file.name);
    let is_delimited = file.name.to_lowercase().ends_with(".csv");
    let of_workbook = is_delimited.then_some(Disguise::Workbook);
    Ok(match guard::open(&file.bytes, is_delimited)? {
        Opened::Xlsx(bytes, hints) => (xlsx::read(&bytes, hints)?, of_workbook),
        Opened::Xlsb(bytes) => (ranges::read_xlsb(&bytes)?, of_workbook),
        Opened::Ods(bytes) => (ranges::read_ods(&bytes)?, of_workbook),
        Opened::Xls(bytes) => (ranges::read_xls(&bytes)?, of_workbook),
        Opened::WebPage(page) => {
            let sheets = web_page::read(&page, &name)?.sheets;
            (sheets, Some(Disguise::Html))
        }
        Opened::Delimited(text) => {
            let disguise = (!is_delimited).then_some(Disguise::DelimitedText);
            (delimited::read(&text, &name)?.sheets, disguise)
        }
    })
}

#[cfg(test)]
mod tests;
