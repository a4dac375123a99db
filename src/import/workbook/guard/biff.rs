//! The records of an old workbook, checked one by one and written anew.
//!
//! What the reader does with a record depends on numbers that anyone can write. So it
//! gets only the records that hold values, with true lengths and known codes: formulas
//! become their results, and everything else is left out.

use super::texts::SharedTexts;
use super::xml::SHEETS;
use super::{AREA, TEXTS, alien, damaged, too_large};
use crate::diagnostic::{Bulk, Found};
use crate::import::workbook::Refusal;
use crate::import::workbook::taken::{CELLS, COLUMNS};

/// Bytes of all sheets, since several tabs may point at one.
const WALKED: usize = 400 << 20;
/// Merged regions of a workbook.
const REGIONS: u64 = 200_000;

const BEGIN: u16 = 0x0809;
const END: u16 = 0x000A;
const FORMULA: u16 = 0x0006;
const FORMAT: u16 = 0x041E;
const STYLE: u16 = 0x00E0;
const CODE_PAGE: u16 = 0x0042;
const DATES_FROM_1904: u16 = 0x0022;
const PASSWORD: u16 = 0x002F;
const TAB: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const CONTINUED: u16 = 0x003C;
const NUMBER: u16 = 0x0203;
const LABEL: u16 = 0x0204;
const RICH_LABEL: u16 = 0x00D6;
const TRUTH_OR_ERROR: u16 = 0x0205;
const FORMULA_TEXT: u16 = 0x0207;
const SMALL_NUMBER: u16 = 0x027E;
const SHARED_LABEL: u16 = 0x00FD;
const SMALL_NUMBERS: u16 = 0x00BD;
const REGIONS_MERGED: u16 = 0x00E5;

/// `#N/A`, for errors that nobody knows.
const NOT_AVAILABLE: u8 = 0x2A;

/// How workbooks of Excel 4 and before begin.
pub(super) fn is_ancient(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04, 4..=8, 0, ..])
}

/// A workbook of records without a compound file around it.
pub(super) fn is_bare(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x08, 4..=16, 0, ..])
}

/// Writes a workbook anew from what it may hold.
pub(super) fn clean(stream: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut book = Book::default();
    let tabs = book.globals(stream)?;
    let empty = book.out.len();
    let begin = book.begin.clone();
    book.put(BEGIN, &[&begin])?;
    book.put(END, &[])?;
    for tab in tabs {
        let place = if tab.is_sheet {
            let place = book.out.len();
            let sheet = stream
                .get(tab.start..)
                .ok_or_else(|| damaged("a sheet of it is cut off"))?;
            book.put(BEGIN, &[&begin])?;
            book.sheet(sheet)?;
            book.put(END, &[])?;
            place
        } else {
            empty
        };
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        if let Some(field) = book.out.get_mut(tab.field..tab.field + 4) {
            field.copy_from_slice(&place.to_le_bytes());
        }
    }
    Ok(book.out)
}

/// A tab of the workbook.
#[derive(Debug)]
struct Tab {
    /// Where its records start in the stream as it was.
    start: usize,
    /// Where the number of its first byte stands in the new one.
    field: usize,
    is_sheet: bool,
}

/// The new workbook.
#[derive(Debug, Default)]
struct Book {
    out: Vec<u8>,
    begin: Vec<u8>,
    is_unicode: bool,
    texts: SharedTexts,
    walked: usize,
    cells: u64,
    area: u64,
    text_bytes: u64,
    regions: u64,
    /// The corners of the sheet so far: first and last row, first and last column.
    corners: Option<[u16; 4]>,
    /// The head of a formula whose text follows.
    waiting: Option<[u8; 6]>,
}

impl Book {
    /// The records before the first sheet.
    fn globals(&mut self, stream: &[u8]) -> Result<Vec<Tab>, Refusal> {
        let mut records = Records(stream);
        let begin = match records.next() {
            Some((BEGIN, data)) => data.to_vec(),
            Some((0x0009 | 0x0209 | 0x0409, _)) => return Err(alien(Found::OldExcel)),
            _ => return Err(damaged("it does not begin as a workbook")),
        };
        self.is_unicode = match begin.as_slice() {
            [_, 2..=5, ..] | [7, 0, ..] | [0, 0, 0, 0x10, ..] => false,
            [_, _, ..] => true,
            _ => return Err(damaged("it does not begin as a workbook")),
        };
        self.put(BEGIN, &[&begin])?;
        self.begin = begin;
        let mut tabs = Vec::new();
        loop {
            let next = records.next();
            let (kind, data) = next.ok_or_else(|| damaged("it is cut short"))?;
            match (kind, data) {
                (END, _) => break,
                (PASSWORD, _) => return Err(Refusal::Password),
                (CODE_PAGE | DATES_FROM_1904, [_, _, ..])
                | (STYLE | FORMAT, [_, _, _, _, ..]) => self.put(kind, &[data])?,
                (TAB, _) => tabs.extend(self.tab(data)?),
                (SHARED_TEXTS, _) if self.is_unicode => {
                    let mut parts = vec![data];
                    while let Some(more) = records.next_continued() {
                        parts.extend((!more.is_empty()).then_some(more));
                    }
                    self.texts = SharedTexts::read(&parts)?;
                    for (index, part) in parts.into_iter().enumerate() {
                        let kind = if index == 0 { kind } else { CONTINUED };
                        self.put(kind, &[part])?;
                    }
                }
                _ => {}
            }
            if u64::try_from(tabs.len()).is_ok_and(|tabs| tabs > SHEETS) {
                return Err(too_large(SHEETS, Bulk::Sheets));
            }
        }
        self.put(END, &[])?;
        Ok(tabs)
    }

    /// A tab's name and kind; its place is filled in later.
    fn tab(&mut self, data: &[u8]) -> Result<Option<Tab>, Refusal> {
        let [a, b, c, d, hidden, kind, name @ ..] = data else {
            return Ok(None);
        };
        let hidden = Some(hidden & 0x3F).filter(|it| *it <= 2).unwrap_or(0);
        let kind = if matches!(kind, 0..=2) { *kind } else { 6 };
        let start = u32::from_le_bytes([*a, *b, *c, *d]);
        let field = self.out.len() + 4;
        self.put(TAB, &[&[0; 4], &[hidden, kind], name])?;
        Ok(Some(Tab {
            start: usize::try_from(start).unwrap_or(usize::MAX),
            field,
            is_sheet: kind == 0,
        }))
    }

    /// The records of a sheet, without those of the charts within it.
    fn sheet(&mut self, stream: &[u8]) -> Result<(), Refusal> {
        let (mut depth, mut is_begun) = (0_u32, false);
        (self.corners, self.waiting) = (None, None);
        let mut records = Records(stream);
        for (kind, data) in records.by_ref() {
            self.walked += data.len() + 4;
            if self.walked > WALKED {
                return Err(too_large(WALKED as u64, Bulk::UnpackedBytes));
            }
            match kind {
                BEGIN if is_begun => depth += 1,
                BEGIN => is_begun = true,
                END if depth == 0 => return Ok(()),
                END => depth -= 1,
                _ if depth == 0 => self.record(kind, data)?,
                _ => {}
            }
        }
        records.check_end()
    }

    fn record(&mut self, kind: u16, data: &[u8]) -> Result<(), Refusal> {
        match kind {
            NUMBER => self.fixed(kind, data, 14),
            SMALL_NUMBER => self.fixed(kind, data, 10),
            SHARED_LABEL => {
                let index = data.get(6..10).and_then(|it| it.try_into().ok());
                let size = index.and_then(|it| self.texts.size(u32::from_le_bytes(it)));
                self.count_text(size.unwrap_or(0))?;
                self.fixed(kind, data, 10)
            }
            TRUTH_OR_ERROR => match data.first_chunk::<8>() {
                Some([.., value, is_error]) => self.code(data, *value, *is_error != 0),
                None => Ok(()),
            },
            LABEL | RICH_LABEL => match data.split_first_chunk::<6>() {
                Some((head, text)) => self.text(*head, text),
                None => Ok(()),
            },
            FORMULA_TEXT => match self.waiting.take() {
                Some(head) => self.text(head, data),
                None => Ok(()),
            },
            FORMULA => self.formula(data),
            SMALL_NUMBERS => self.small_numbers(data),
            REGIONS_MERGED => self.merged(data),
            _ => Ok(()),
        }
    }

    /// A cell of a certain length.
    fn fixed(&mut self, kind: u16, data: &[u8], length: usize) -> Result<(), Refusal> {
        let Some(data) = data.get(..length) else {
            return Err(damaged("a cell of it is cut short"));
        };
        self.cell(data)?;
        self.put(kind, &[data])
    }

    /// True, false or an error; of errors the reader takes known ones only.
    fn code(&mut self, data: &[u8], value: u8, is_error: bool) -> Result<(), Refusal> {
        const KNOWN: [u8; 8] = [0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, NOT_AVAILABLE, 0x2B];
        let Some(head) = data.get(..6) else {
            return Ok(());
        };
        self.cell(head)?;
        let value = if is_error && !KNOWN.contains(&value) {
            NOT_AVAILABLE
        } else {
            value
        };
        self.put(TRUTH_OR_ERROR, &[head, &[value, u8::from(is_error)]])
    }

    /// A formula as its result.
    fn formula(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let Some((head, rest)) = data.split_first_chunk::<6>() else {
            return Ok(());
        };
        self.waiting = None;
        match rest.first_chunk::<8>() {
            Some([0, .., 0xFF, 0xFF]) => {
                self.waiting = Some(*head);
                Ok(())
            }
            // an empty text
            Some([3, .., 0xFF, 0xFF]) | None => Ok(()),
            Some([1, _, value, .., 0xFF, 0xFF]) => self.code(data, *value, false),
            Some([2, _, value, .., 0xFF, 0xFF]) => self.code(data, *value, true),
            Some([.., 0xFF, 0xFF]) => self.code(data, NOT_AVAILABLE, true),
            Some(value) => {
                self.cell(head)?;
                self.put(NUMBER, &[head, value])
            }
        }
    }

    /// A text that stands in its own cell, with its true length.
    fn text(&mut self, head: [u8; 6], text: &[u8]) -> Result<(), Refusal> {
        let Some(([a, b], rest)) = text.split_first_chunk::<2>() else {
            return Ok(());
        };
        let (flags, letters) = match rest.split_first() {
            Some((flags, letters)) if self.is_unicode => (Some(*flags & 1), letters),
            None if self.is_unicode => return Ok(()),
            _ => (None, rest),
        };
        let width = if flags == Some(1) { 2 } else { 1 };
        let declared = usize::from(u16::from_le_bytes([*a, *b]));
        let count = declared.min(letters.len() / width);
        let letters = letters.get(..count * width).unwrap_or_default();
        self.cell(&head)?;
        self.count_text(u64::try_from(letters.len()).unwrap_or(u64::MAX))?;
        let count = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
        self.put(LABEL, &[&head, &count, flags.as_slice(), letters])
    }

    /// Numbers of neighbouring cells.
    fn small_numbers(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let cut = || damaged("a row of numbers is cut short");
        let (head, numbers) = data.split_first_chunk::<4>().ok_or_else(cut)?;
        let (numbers, last) = numbers.split_last_chunk::<2>().ok_or_else(cut)?;
        let [row, row_high, first, first_high] = *head;
        let (first, last) = (
            u16::from_le_bytes([first, first_high]),
            u16::from_le_bytes(*last),
        );
        let count = usize::from(last.checked_sub(first).ok_or_else(cut)?) + 1;
        if numbers.len() != count * 6 {
            return Err(cut());
        }
        for column in first..=last {
            let [low, high] = column.to_le_bytes();
            self.cell(&[row, row_high, low, high])?;
        }
        self.put(SMALL_NUMBERS, &[data])
    }

    /// Merged regions, as many as there are.
    fn merged(&mut self, data: &[u8]) -> Result<(), Refusal> {
        let Some((declared, regions)) = data.split_first_chunk::<2>() else {
            return Ok(());
        };
        let declared = usize::from(u16::from_le_bytes(*declared));
        let count = declared.min(regions.len() / 8);
        let regions = regions.get(..count * 8).unwrap_or_default();
        self.regions += u64::try_from(count).unwrap_or(u64::MAX / 2);
        if self.regions > REGIONS {
            return Err(too_large(REGIONS, Bulk::Cells));
        }
        let count = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
        self.put(REGIONS_MERGED, &[&count, regions])
    }

    /// Counts a cell by its position; the reader keeps each sheet from corner to corner.
    fn cell(&mut self, head: &[u8]) -> Result<(), Refusal> {
        let [a, b, c, d, ..] = *head else {
            return Ok(());
        };
        let (row, column) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
        let [top, bottom, left, right] =
            self.corners.unwrap_or([row, row, column, column]);
        let area = |[top, bottom, left, right]: [u16; 4]| {
            (u64::from(bottom - top) + 1) * (u64::from(right - left) + 1)
        };
        let before = self.corners.map_or(0, area);
        let corners = [
            top.min(row),
            bottom.max(row),
            left.min(column),
            right.max(column),
        ];
        self.corners = Some(corners);
        self.area += area(corners) - before;
        self.cells += 1;
        let columns = u64::from(COLUMNS);
        for (size, limit, what) in [
            (u64::from(column) + 1, columns, Bulk::Columns),
            (self.cells, CELLS, Bulk::Cells),
            (self.area, AREA, Bulk::Area),
        ] {
            if size > limit {
                return Err(too_large(limit, what));
            }
        }
        Ok(())
    }

    fn count_text(&mut self, bytes: u64) -> Result<(), Refusal> {
        self.text_bytes = self.text_bytes.saturating_add(bytes);
        if self.text_bytes > TEXTS {
            return Err(too_large(TEXTS, Bulk::TextBytes));
        }
        Ok(())
    }

    /// Writes a record.
    fn put(&mut self, kind: u16, parts: &[&[u8]]) -> Result<(), Refusal> {
        let length: usize = parts.iter().map(|part| part.len()).sum();
        let length = u16::try_from(length).map_err(damaged)?;
        self.out.extend(kind.to_le_bytes());
        self.out.extend(length.to_le_bytes());
        for part in parts {
            self.out.extend_from_slice(part);
        }
        Ok(())
    }
}

/// The records of a stream, kind and content, as long as they are whole.
#[derive(Debug)]
struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    /// What the next record adds to the one before it.
    fn next_continued(&mut self) -> Option<&'a [u8]> {
        let mut ahead = Self(self.0);
        let (kind, data) = ahead.next()?;
        (kind == CONTINUED).then(|| {
            *self = ahead;
            data
        })
    }

    /// Whether the last record was whole.
    fn check_end(&self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(damaged("it is cut short"))
        }
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (head, rest) = self.0.split_first_chunk::<4>()?;
        let [kind, kind_high, length, length_high] = *head;
        let length = usize::from(u16::from_le_bytes([length, length_high]));
        let (data, rest) = rest.split_at_checked(length)?;
        self.0 = rest;
        Some((u16::from_le_bytes([kind, kind_high]), data))
    }
}
