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
    /// The texts of the cells; cells that share a text may share it here as well.
    pub(super) texts: Vec<UncleanText>,
}

/// A cell as the reader gave it.
#[derive(Debug)]
pub(super) struct UncleanCell {
    pub(super) at: CellRef,
    pub(super) value: UncleanValue,
}

/// What a cell holds, as the reader gave it.
#[derive(Debug)]
pub(super) enum UncleanValue {
    /// One of the sheet's texts.
    Text(TextId),
    /// Anything else, which needs no cleaning.
    Other(RawValue),
}

/// Which of a sheet's texts.
pub(super) type TextId = usize;

/// A text as the reader gave it.
#[derive(Debug)]
pub(super) struct UncleanText {
    pub(super) text: Arc<str>,
    /// Its font, where the file says it.
    pub(super) font: Option<Arc<str>>,
    /// How many cells hold it.
    pub(super) cells: usize,
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
    counted: Counted,
}

/// What was taken so far.
#[derive(Debug, Default)]
struct Counted {
    cells: u64,
    text_bytes: u64,
}

impl Counted {
    /// Counts a cell with a text of so many bytes.
    fn add(&mut self, at: CellRef, length: usize) -> Result<(), Refusal> {
        let length = u64::try_from(length).unwrap_or(u64::MAX / 2);
        self.cells += 1;
        self.text_bytes += length;
        let (row, column) = (u64::from(at.row), u64::from(at.column));
        let (rows, columns) = (u64::from(ROWS), u64::from(COLUMNS));
        let (limit, what) = if row >= rows {
            (rows, Bulk::Rows)
        } else if column >= columns {
            (columns, Bulk::Columns)
        } else if self.cells > CELLS {
            (CELLS, Bulk::Cells)
        } else if self.text_bytes > TEXT_BYTES {
            (TEXT_BYTES, Bulk::TextBytes)
        } else if length > CELL_TEXT_BYTES {
            (CELL_TEXT_BYTES, Bulk::CellTextBytes)
        } else {
            return Ok(());
        };
        Err(Refusal::TooLarge { limit, what })
    }
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
            texts: Vec::new(),
        });
    }

    /// Makes room for the cells of the current sheet, of which the file says how many
    /// they are; a lie makes no more room than a packed file of this length deserves.
    pub(super) fn expect(&mut self, cells: u64, packed_bytes: usize) {
        let left = CELLS.saturating_sub(self.counted.cells);
        let cells = usize::try_from(cells.min(left)).unwrap_or_default();
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.reserve_exact(cells.min(packed_bytes));
        }
    }

    /// Gives back the room that the current sheet did not need.
    pub(super) fn trim(&mut self) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.cells.shrink_to_fit();
        }
    }

    /// Takes a cell of the current sheet; empty ones count for nothing, as sheets are
    /// often formatted to their last row.
    ///
    /// Returns which text it holds, for cells that share it.
    pub(super) fn take(
        &mut self,
        (row, column): (u32, u32),
        value: Option<RawValue>,
        font: Option<&Arc<str>>,
    ) -> Result<Option<TextId>, Refusal> {
        let (Some(value), Some(sheet)) = (value, self.sheets.last_mut()) else {
            return Ok(None);
        };
        let at = CellRef { row, column };
        let RawValue::Text(text) = value else {
            let length = match &value {
                RawValue::Number(number) => {
                    number.shown.as_ref().map_or(0, |it| it.len())
                }
                RawValue::Text(_)
                | RawValue::Moment(_)
                | RawValue::Truth(_)
                | RawValue::Error(_) => 0,
            };
            self.counted.add(at, length)?;
            let value = UncleanValue::Other(value);
            sheet.cells.push(UncleanCell { at, value });
            return Ok(None);
        };
        self.counted.add(at, text.len())?;
        let id = sheet.texts.len();
        sheet.texts.push(UncleanText {
            text,
            font: font.cloned(),
            cells: 1,
        });
        let value = UncleanValue::Text(id);
        sheet.cells.push(UncleanCell { at, value });
        Ok(Some(id))
    }

    /// Takes a cell that shares a text with one before it on the current sheet.
    pub(super) fn take_again(
        &mut self,
        (row, column): (u32, u32),
        id: TextId,
    ) -> Result<(), Refusal> {
        let sheet = self.sheets.last_mut();
        let known =
            sheet.and_then(|sheet| Some((sheet.texts.get_mut(id)?, &mut sheet.cells)));
        if let Some((text, cells)) = known {
            let at = CellRef { row, column };
            self.counted.add(at, text.text.len())?;
            text.cells += 1;
            let value = UncleanValue::Text(id);
            cells.push(UncleanCell { at, value });
        }
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
