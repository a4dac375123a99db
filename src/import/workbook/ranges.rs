//! Files whose reader tells values by their kind and no forms: `.xlsb`, `.ods`, `.xls`.

use super::form::MomentForm;
use super::guard::{AREA, Metered};
use super::taken::{Taken, Unclean, worksheets};
use super::{RawValue, Refusal, merged, moment};
use crate::diagnostic::Bulk;
use calamine::{Data, DataRef, Ods, OdsError, Reader, Xls, XlsError, Xlsb, XlsbError};
use std::io::{Read, Seek};

/// Reads an `.xlsb`; calamine tells neither its forms nor its merged regions.
pub(super) fn read_xlsb(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: XlsbError| Refusal::of(&error, matches!(error, XlsbError::Password));
    let mut book = Xlsb::new(Metered::new(bytes)).map_err(refuse)?;
    let tabs = book.sheets_metadata().to_vec();
    let mut taken = Taken::default();
    for (index, tab) in worksheets(&tabs) {
        taken.begin(index, tab);
        let mut cells = book.worksheet_cells_reader(&tab.name).map_err(refuse)?;
        while let Some(cell) = cells.next_cell().map_err(refuse)? {
            taken.take(cell.get_position(), raw(cell.get_value()), None)?;
        }
    }
    Ok(taken.sheets)
}

/// Reads an `.ods`; calamine tells neither its forms nor its merged regions.
pub(super) fn read_ods(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: OdsError| Refusal::of(&error, matches!(error, OdsError::Password));
    let mut book = Ods::new(Metered::new(bytes)).map_err(refuse)?;
    Ok(read_ranges(&mut book, refuse)?.sheets)
}

/// Reads an `.xls` with its merged regions; calamine does not tell its forms.
pub(super) fn read_xls(bytes: &[u8]) -> Result<Vec<Unclean>, Refusal> {
    let refuse =
        |error: XlsError| Refusal::of(&error, matches!(error, XlsError::Password));
    let mut book = Xls::new(Metered::new(bytes)).map_err(refuse)?;
    let mut sheets = read_ranges(&mut book, refuse)?.sheets;
    for sheet in &mut sheets {
        let regions = book
            .merge_cells_by_sheet_name(&sheet.name)
            .map_err(refuse)?;
        sheet.merged = merged::within_limits(&regions)?;
    }
    Ok(sheets)
}

/// Reads sheets whose reader gives whole ranges; their cells count from the range's
/// corner.
fn read_ranges<S, R, E>(
    book: &mut R,
    refuse: impl Fn(E) -> Refusal,
) -> Result<Taken, Refusal>
where
    S: Read + Seek,
    R: Reader<S, Error = E>,
    E: std::fmt::Debug + From<std::io::Error>,
{
    let tabs = book.sheets_metadata().to_vec();
    let mut taken = Taken::default();
    let mut area = 0_u64;
    for (index, tab) in worksheets(&tabs) {
        taken.begin(index, tab);
        let range = book.worksheet_range(&tab.name).map_err(&refuse)?;
        // tabs of one name have one range, as often as there are tabs
        let (height, width) = range.get_size();
        area += u64::try_from(height.saturating_mul(width)).unwrap_or(u64::MAX / 2);
        if area > AREA {
            let (limit, what) = (AREA, Bulk::Area);
            return Err(Refusal::TooLarge { limit, what });
        }
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let row = u32::try_from(row).unwrap_or(u32::MAX);
            let column = u32::try_from(column).unwrap_or(u32::MAX);
            let position = (top.saturating_add(row), left.saturating_add(column));
            taken.take(position, raw(&borrowed(value)), None)?;
        }
    }
    Ok(taken)
}

/// A value of a range as that of a stream.
fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Empty => DataRef::Empty,
        Data::String(text) => DataRef::SharedString(text),
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::Bool(truth) => DataRef::Bool(*truth),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
    }
}

/// A value of any reader, by its kind; empty text is nothing.
pub(super) fn raw(value: &DataRef<'_>) -> Option<RawValue> {
    Some(match value {
        DataRef::Empty | DataRef::SharedString("") => return None,
        DataRef::String(text) if text.is_empty() => return None,
        DataRef::String(text) => RawValue::Text(text.as_str().into()),
        DataRef::SharedString(text) => RawValue::Text((*text).into()),
        DataRef::Int(number) => RawValue::Number(moment::float(*number).into()),
        DataRef::Float(number) => RawValue::Number((*number).into()),
        DataRef::Bool(truth) => RawValue::Truth(*truth),
        DataRef::DateTime(date) => {
            let parts = date.to_ymd_hms_milli();
            moment::of_serial(date.as_f64(), parts, MomentForm::WHOLE)
        }
        DataRef::DateTimeIso(text) => moment::of_iso_date(text),
        DataRef::DurationIso(text) => moment::of_iso_duration(text),
        DataRef::Error(error) => RawValue::Error(error.to_string().into()),
    })
}
