//! Workbook files as sheets of raw cells at their absolute addresses.
//!
//! The only file that names calamine. Text is cleaned here, limits are kept here, and
//! what the reader calls a date, a number or an error is settled here; what a cell means
//! is decided by those who know its label. Merged regions, fonts and number forms would
//! be read here too, once someone needs them.

mod guard;
mod moment;

use super::SourceFile;
use super::text::{clean, on_one_line};
use crate::diagnostic::{
    Bulk, CellRange, CellRef, Place, Problem, Report, SheetRef, Unread,
};
use crate::model::{FullDate, TimeOfDay};
use calamine::{
    Data, DataRef, Ods, OdsError, Reader, Sheet, SheetType, Xls, XlsError, Xlsb,
    XlsbError, Xlsx, XlsxError, XlsxFormulaMetadata,
};
use guard::Container;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::ops::Range;
use std::sync::Arc;

/// Rows of a sheet that are read; a hostile file of 5 KB can name the last of a million.
const ROWS: u32 = 200_000;
/// Columns of a sheet that are read.
const COLUMNS: u32 = 256;
/// Cells of a workbook that are read.
const CELLS: u64 = 2_000_000;
/// Bytes of text in all cells, since cells may share one long text.
const TEXT_BYTES: u64 = 200 << 20;

/// One sheet with its cells.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RawSheet {
    /// The sheet itself.
    pub(super) place: Place,
    /// The name on the tab.
    pub(super) name: Arc<str>,
    /// Whether its tab is hidden.
    pub(super) is_hidden: bool,
    /// Regions of merged cells, by their first cells; the value stands in the first.
    pub(super) merged: Vec<CellRange>,
    /// What its cells hold, by absolute row, then column; empty cells are absent.
    rows: BTreeMap<u32, BTreeMap<u32, RawValue>>,
}

impl RawSheet {
    /// What a cell holds; none if it is empty. Row and column are absolute.
    pub(super) fn value(&self, row: u32, column: u32) -> Option<&RawValue> {
        self.rows.get(&row)?.get(&column)
    }

    /// The rows in a range that hold anything, from the top.
    pub(super) fn row_numbers(&self, range: Range<u32>) -> impl Iterator<Item = u32> {
        self.rows.range(range).map(|(row, _)| *row)
    }

    /// The columns of a row that hold anything, from the left.
    pub(super) fn columns(&self, row: u32) -> impl Iterator<Item = u32> {
        let columns = self.rows.get(&row).into_iter().flat_map(BTreeMap::keys);
        columns.copied()
    }
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RawValue {
    /// Clean text; `\n` parts its lines.
    Text(String),
    /// A number without the form of a date.
    Number(Number),
    /// A date, a time, or both.
    Moment(Moment),
    /// True or false.
    Truth(bool),
    /// An error value, or a formula that was never calculated.
    Error(String),
}

/// A number.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    /// Its value.
    pub(super) value: f64,
    /// What the sheet shows where that is not the value itself, such as `92,31%` or
    /// `000123`, as Vietnam writes it; none where the file does not say.
    pub(super) shown: Option<Box<str>>,
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
#[expect(dead_code, reason = "told apart once the forms of cells are read")]
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
    Unreadable(String),
    TooLarge { limit: u64, what: Bulk },
}

impl Refusal {
    /// What a reader says, unless it asks for a password.
    fn of(error: &impl ToString, is_password: bool) -> Self {
        if is_password {
            Self::Password
        } else {
            Self::Unreadable(error.to_string())
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
    if file.name.to_lowercase().ends_with(".csv") {
        let what = Unread::Csv;
        report.add(place, Problem::NotReadYet { what });
        return None;
    }
    match guard::without_panic(|| read_bytes(&file.bytes)) {
        Ok(sheets) => {
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
            Refusal::Unreadable(reason) => Self::NotAWorkbook { reason },
            Refusal::TooLarge { limit, what } => Self::TooLarge { limit, what },
        }
    }
}

/// A sheet as the reader gave it.
#[derive(Debug)]
struct Unclean {
    index: u32,
    name: String,
    cells: BTreeMap<CellRef, RawValue>,
}

/// Cleans the texts of a sheet; what is empty afterwards is an empty cell.
fn clean_sheet(file: &Place, sheet: Unclean, report: &mut Report) -> RawSheet {
    let name: Arc<str> = on_one_line(&clean(&sheet.name).text).into();
    let place = Place {
        sheet: Some(SheetRef {
            index: sheet.index,
            name: Arc::clone(&name),
        }),
        ..file.clone()
    };
    let mut rows: BTreeMap<u32, BTreeMap<u32, RawValue>> = BTreeMap::new();
    for (cell, value) in sheet.cells {
        if let Some(value) = clean_value(value, &place.at(cell), report) {
            rows.entry(cell.row).or_default().insert(cell.column, value);
        }
    }
    RawSheet {
        place,
        name,
        is_hidden: false,
        merged: Vec::new(),
        rows,
    }
}

/// Cleans a value; says so when characters had to be left out.
fn clean_value(value: RawValue, place: &Place, report: &mut Report) -> Option<RawValue> {
    let RawValue::Text(text) = value else {
        return Some(value);
    };
    let cleaned = clean(&text);
    if let Some(seen) = cleaned.before {
        let kept = on_one_line(&cleaned.text);
        report.add(place.clone(), Problem::InvisibleCharacters { seen, kept });
    }
    match cleaned.text {
        text if text.is_empty() => None,
        text if is_error_text(&text) => Some(RawValue::Error(text)),
        text => Some(RawValue::Text(text)),
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
    ERRORS.contains(&text)
        || text
            .strip_prefix("Err:")
            .is_some_and(|code| code.parse::<u16>().is_ok())
}

/// Opens a file by what it holds; its extension may lie.
fn read_bytes(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    match guard::container(bytes)? {
        Container::Xlsx => read_xlsx(bytes),
        Container::Xlsb => read_xlsb(bytes),
        Container::Ods => read_ods(bytes),
        Container::Compound => read_xls(bytes),
    }
}

/// The worksheets among the tabs, with their positions.
fn worksheets(tabs: &[Sheet]) -> impl Iterator<Item = (u32, String)> {
    (0..)
        .zip(tabs)
        .filter(|(_, tab)| tab.typ == SheetType::WorkSheet)
        .map(|(index, tab)| (index, tab.name.clone()))
}

fn read_xlsx(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: XlsxError| Refusal::of(&error, matches!(error, XlsxError::Password));
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(refuse)?;
    let tabs = book.sheets_metadata().to_vec();
    let mut taken = Taken::default();
    for (index, name) in worksheets(&tabs) {
        taken.begin(index, &name);
        let mut cells = book.worksheet_cells_reader(&name).map_err(refuse)?;
        // one pass with formulas, since a formula without value is not an empty cell;
        // one whose value is the empty text is
        while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(refuse)? {
            let is_void = matches!(cell.value, DataRef::Empty);
            let value = match cell.formula {
                Some(formula) if is_void => Some(not_calculated(&formula)),
                _ => raw_ref(cell.value),
            };
            taken.take(cell.pos, value)?;
        }
    }
    Ok(taken.sheets)
}

fn read_xlsb(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: XlsbError| Refusal::of(&error, matches!(error, XlsbError::Password));
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(refuse)?;
    let tabs = book.sheets_metadata().to_vec();
    let mut taken = Taken::default();
    for (index, name) in worksheets(&tabs) {
        taken.begin(index, &name);
        let mut cells = book.worksheet_cells_reader(&name).map_err(refuse)?;
        while let Some(cell) = cells.next_cell().map_err(refuse)? {
            let position = cell.get_position();
            taken.take(position, raw_ref(cell.get_value().clone()))?;
        }
    }
    Ok(taken.sheets)
}

fn read_ods(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: OdsError| Refusal::of(&error, matches!(error, OdsError::Password));
    let mut book = Ods::new(Cursor::new(bytes)).map_err(refuse)?;
    read_ranges(&mut book, refuse)
}

fn read_xls(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    // an .xlsx with a password is a compound file as well, and only its reader says so
    if let Err(XlsxError::Password) = Xlsx::new(Cursor::new(bytes)) {
        return Err(Refusal::Password);
    }
    let refuse =
        |error: XlsError| Refusal::of(&error, matches!(error, XlsError::Password));
    let mut book = Xls::new(Cursor::new(bytes)).map_err(refuse)?;
    read_ranges(&mut book, refuse)
}

/// Reads sheets whose reader gives whole ranges; their cells count from the range's
/// corner.
fn read_ranges<'a, R, E>(
    book: &mut R,
    refuse: impl Fn(E) -> Refusal,
) -> Result<Vec<Unclean>, Refusal>
where
    R: Reader<Cursor<&'a [u8]>, Error = E>,
    E: std::fmt::Debug + From<std::io::Error>,
{
    let tabs = book.sheets_metadata().to_vec();
    let mut taken = Taken::default();
    for (index, name) in worksheets(&tabs) {
        taken.begin(index, &name);
        let range = book.worksheet_range(&name).map_err(&refuse)?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            let position = (top.saturating_add(row), left.saturating_add(column));
            taken.take(position, raw(value))?;
        }
    }
    Ok(taken.sheets)
}

/// Sheets read so far, within the limits.
#[derive(Debug, Default)]
struct Taken {
    sheets: Vec<Unclean>,
    cells: u64,
    text_bytes: u64,
}

impl Taken {
    /// Goes on to the next sheet.
    fn begin(&mut self, index: u32, name: &str) {
        self.sheets.push(Unclean {
            index,
            name: name.to_owned(),
            cells: BTreeMap::new(),
        });
    }

    /// Takes a cell of the current sheet; empty ones count for nothing, as sheets are
    /// often formatted to their last row.
    fn take(
        &mut self,
        (row, column): (u32, u32),
        value: Option<RawValue>,
    ) -> Result<(), Refusal> {
        let (Some(value), Some(sheet)) = (value, self.sheets.last_mut()) else {
            return Ok(());
        };
        self.cells += 1;
        if let RawValue::Text(text) = &value {
            self.text_bytes += u64::try_from(text.len()).unwrap_or(u64::MAX / 2);
        }
        let limits = [
            (u64::from(row) < ROWS.into(), ROWS.into(), Bulk::Rows),
            (
                u64::from(column) < COLUMNS.into(),
                COLUMNS.into(),
                Bulk::Columns,
            ),
            (self.cells <= CELLS, CELLS, Bulk::Cells),
            (self.text_bytes <= TEXT_BYTES, TEXT_BYTES, Bulk::TextBytes),
        ];
        for (is_kept, limit, what) in limits {
            if !is_kept {
                return Err(Refusal::TooLarge { limit, what });
            }
        }
        sheet.cells.insert(CellRef { row, column }, value);
        Ok(())
    }
}

/// A formula without value; its text is what there is to see.
fn not_calculated(formula: &XlsxFormulaMetadata) -> RawValue {
    let text = if let XlsxFormulaMetadata::Normal { formula }
    | XlsxFormulaMetadata::Shared { formula, .. } = formula
    {
        formula.as_str()
    } else {
        // written once for several cells, at another one
        "…"
    };
    RawValue::Error(format!("={text}"))
}

/// A value of a reader that streams.
fn raw_ref(value: DataRef<'_>) -> Option<RawValue> {
    raw(&Data::from(value))
}

/// A value of any reader; empty text is nothing.
fn raw(value: &Data) -> Option<RawValue> {
    Some(match value {
        Data::Empty => return None,
        Data::String(text) if text.is_empty() => return None,
        Data::String(text) => RawValue::Text(text.clone()),
        Data::Int(number) => RawValue::Number(moment::float(*number).into()),
        Data::Float(number) => RawValue::Number((*number).into()),
        Data::Bool(truth) => RawValue::Truth(*truth),
        Data::DateTime(date) => moment::of_serial(date.as_f64(), date.to_ymd_hms_milli()),
        Data::DateTimeIso(text) => moment::of_iso_date(text),
        Data::DurationIso(text) => moment::of_iso_duration(text),
        Data::Error(error) => RawValue::Error(error.to_string()),
    })
}

#[cfg(test)]
mod tests;
