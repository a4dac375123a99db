//! Cells as the readers hand them over, counted against the limits.

use super::{RawValue, Refusal, merged};
use crate::diagnostic::{Bulk, CellRange, CellRef};
use calamine::{Dimensions, Sheet, SheetType, SheetVisible};
use std::sync::Arc;

/// Rows of a sheet that are read; a hostile file of 5 KB can name the last of a million.
pub(super) const ROWS: u32 = 200_000;
/// Columns of a sheet that are read.
pub(super) const COLUMNS: u32 = 256;
/// Cells of a workbook that are read.
pub(super) const CELLS: u64 = 2_000_000;
/// Bytes of text in all cells, since cells may share one long text.
const TEXT_BYTES: u64 = 200 << 20;
/// Bytes of text in one cell; Excel takes 32,767 letters.
pub(super) const CELL_TEXT_BYTES: u64 = 1 << 20;

/// A sheet as the reader gave it.
#[derive(Debug)]
pub(super) struct Unclean {
    pub(super) index: u32,
    pub(super) name: String,
    /// Hidden, or hidden so that Excel does not offer to show it.
    pub(super) is_hidden: bool,
    pub(super) merged: Vec<CellRange>,
    /// In the order of the file; an address may come twice.
    pub(super) cells: Vec<UncleanCell>,
}

/// A cell as the reader gave it.
#[derive(Debug)]
pub(super) struct UncleanCell {
    pub(super) at: CellRef,
    pub(super) value: RawValue,
    /// The font of a text, where the file says it.
    pub(super) font: Option<Arc<str>>,
}

/// The worksheets among the tabs, with their positions.
pub(super) fn worksheets(tabs: &[Sheet]) -> impl Iterator<Item = (u32, &Sheet)> {
    (0..)
        .zip(tabs)
        .filter(|(_, tab)| tab.typ == SheetType::WorkSheet)
}

/// Sheets read so far, within the limits.
#[derive(Debug, Default)]
pub(super) struct Taken {
    pub(super) sheets: Vec<Unclean>,
    cells: u64,
    text_bytes: u64,
}

impl Taken {
    /// Goes on to the next sheet.
    pub(super) fn begin(&mut self, index: u32, tab: &Sheet) {
        self.begin_named(index, &tab.name);
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.is_hidden = tab.visible != SheetVisible::Visible;
        }
    }

    /// Goes on to the next sheet of a file that has no tabs.
    pub(super) fn begin_named(&mut self, index: u32, name: &str) {
        self.sheets.push(Unclean {
            index,
            name: name.to_owned(),
            is_hidden: false,
            merged: Vec::new(),
            cells: Vec::new(),
        });
    }

    /// Takes a cell of the current sheet; empty ones count for nothing, as sheets are
    /// often formatted to their last row.
    pub(super) fn take(
        &mut self,
        (row, column): (u32, u32),
        value: Option<RawValue>,
        font: Option<&Arc<str>>,
    ) -> Result<(), Refusal> {
        let (Some(value), Some(sheet)) = (value, self.sheets.last_mut()) else {
            return Ok(());
        };
        self.cells += 1;
        let is_text = matches!(value, RawValue::Text(_));
        let length = match &value {
            RawValue::Text(text) => text.len(),
            RawValue::Number(number) => number.shown.as_ref().map_or(0, |it| it.len()),
            RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_) => 0,
        };
        let length = u64::try_from(length).unwrap_or(u64::MAX / 2);
        self.text_bytes += length;
        let limits = [
            (u64::from(row) < ROWS.into(), ROWS.into(), Bulk::Rows),
            (
                u64::from(column) < COLUMNS.into(),
                COLUMNS.into(),
                Bulk::Columns,
            ),
            (self.cells <= CELLS, CELLS, Bulk::Cells),
            (self.text_bytes <= TEXT_BYTES, TEXT_BYTES, Bulk::TextBytes),
            (
                length <= CELL_TEXT_BYTES,
                CELL_TEXT_BYTES,
                Bulk::CellTextBytes,
            ),
        ];
        for (is_kept, limit, what) in limits {
            if !is_kept {
                return Err(Refusal::TooLarge { limit, what });
            }
        }
        sheet.cells.push(UncleanCell {
            at: CellRef { row, column },
            value,
            font: font.filter(|_| is_text).cloned(),
        });
        Ok(())
    }

    /// Takes the merged regions of the current sheet.
    pub(super) fn merge(&mut self, regions: &[Dimensions]) -> Result<(), Refusal> {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.merged = merged::within_limits(regions)?;
        }
        Ok(())
    }
}
