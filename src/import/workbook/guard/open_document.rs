//! What the cells of an open document come to once they are repeated.

use super::xml::SHEETS;
use super::{AREA, TEXTS, damaged, too_large};
use crate::diagnostic::Bulk;
use crate::import::workbook::Refusal;
use crate::import::workbook::taken::{CELL_TEXT_BYTES, ROWS};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Columns beyond which the reader repeats nothing.
const LAST_COLUMN: u64 = 16_384;
/// Styles of tables.
const TABLE_STYLES: u64 = 10_000;

/// Checks the sheets: a few bytes can repeat a cell to a million rows and thousands of
/// columns, and the reader makes each of them; where the end of a sheet is missing, it
/// looks for it forever.
pub(super) fn check(content: &[u8]) -> Result<(), Refusal> {
    let mut reader = Reader::from_reader(content);
    let config = reader.config_mut();
    config.check_end_names = true;
    config.expand_empty_elements = true;
    let mut sizes = Sizes::default();
    loop {
        match reader.read_event().map_err(damaged)? {
            Event::Start(start) => sizes.start(&start)?,
            Event::End(end) => sizes.end(end.local_name().as_ref())?,
            Event::Text(text) => sizes.text(&text),
            Event::CData(text) => sizes.text(&text),
            Event::Eof => return sizes.finish(),
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::GeneralRef(_) => {}
        }
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX / 2)
}

/// What the reader will hold.
#[derive(Debug, Default)]
struct Sizes {
    /// Elements that are open, and how many of them are tables.
    open: u64,
    open_tables: u64,
    tables: u64,
    table_styles: u64,
    /// Cells of all rows, written once each.
    cells: u64,
    /// Cells of all tables, from corner to corner.
    area: u64,
    texts: u64,
    /// Rows of this table, and those up to the last one that holds anything.
    rows: u64,
    filled_rows: u64,
    width: u64,
    /// This row: how often it stands, its cells, those that count once more follow.
    repeats: u64,
    row_cells: u64,
    row_waiting: u64,
    row_text: u64,
    is_filled: bool,
    /// How often this cell stands.
    columns: u64,
}

impl Sizes {
    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        self.open += 1;
        match tag.local_name().as_ref() {
            b"table" => {
                self.open_tables += 1;
                self.tables += 1;
                if self.tables > SHEETS {
                    return Err(too_large(SHEETS, Bulk::Sheets));
                }
            }
            b"table-properties" => {
                self.table_styles += 1;
                if self.table_styles > TABLE_STYLES {
                    return Err(too_large(TABLE_STYLES, Bulk::Tags));
                }
            }
            b"table-row" => {
                self.repeats = repeats(tag, b"number-rows-repeated")?;
                (self.row_cells, self.row_waiting, self.row_text) = (0, 0, 0);
                self.is_filled = false;
            }
            b"table-cell" | b"covered-table-cell" => self.cell(tag)?,
            b"s" => {
                let spaces = repeats(tag, b"c")?;
                if spaces > CELL_TEXT_BYTES {
                    return Err(too_large(CELL_TEXT_BYTES, Bulk::CellTextBytes));
                }
                let all = spaces.saturating_mul(self.columns);
                self.row_text = self.row_text.saturating_add(all);
            }
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<(), Refusal> {
        let repeats = repeats(tag, b"number-columns-repeated")?.min(LAST_COLUMN);
        self.columns = repeats;
        let mut is_filled = false;
        for attribute in tag.attributes().with_checks(false) {
            let attribute = attribute.map_err(damaged)?;
            let name = attribute.key.local_name();
            if name.as_ref() == b"formula" || name.as_ref().ends_with(b"value") {
                is_filled = true;
                self.text(&attribute.value);
            }
            is_filled |= name.as_ref() == b"value-type";
        }
        self.row_cells += std::mem::take(&mut self.row_waiting);
        if is_filled {
            self.row_cells += repeats;
            self.is_filled = true;
        } else {
            self.row_waiting = repeats;
        }
        self.row_cells = self.row_cells.min(LAST_COLUMN);
        Ok(())
    }

    /// Counts a text of this cell, as often as it will stand in its row.
    fn text(&mut self, text: &[u8]) {
        let all = length(text).saturating_mul(self.columns);
        self.row_text = self.row_text.saturating_add(all);
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Refusal> {
        self.open = self.open.saturating_sub(1);
        if name == b"table" {
            self.open_tables = self.open_tables.saturating_sub(1);
            // the rows of a table within a table count as those around it
            if self.open_tables == 0 {
                self.end_table()?;
            }
        }
        if name != b"table-row" {
            return Ok(());
        }
        self.rows = self.rows.saturating_add(self.repeats);
        self.cells += self.row_cells;
        if self.is_filled {
            self.filled_rows = self.rows;
            self.width = self.width.max(self.row_cells);
            let text = self.row_text.saturating_mul(self.repeats);
            self.texts = self.texts.saturating_add(text);
        }
        let rows = u64::from(ROWS);
        for (size, limit, what) in [
            (self.filled_rows, rows, Bulk::Rows),
            (self.cells, AREA, Bulk::Area),
            (self.texts, TEXTS, Bulk::TextBytes),
        ] {
            if size > limit {
                return Err(too_large(limit, what));
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), Refusal> {
        self.end_table()?;
        if self.open > 0 {
            return Err(damaged("it is cut short"));
        }
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), Refusal> {
        self.area += self.filled_rows.saturating_mul(self.width);
        (self.rows, self.filled_rows, self.width) = (0, 0, 0);
        if self.area > AREA {
            return Err(too_large(AREA, Bulk::Area));
        }
        Ok(())
    }
}

/// How often a row or a cell stands.
fn repeats(tag: &BytesStart<'_>, name: &[u8]) -> Result<u64, Refusal> {
    let mut most = 1;
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(damaged)?;
        if attribute.key.local_name().as_ref() == name {
            let digits = std::str::from_utf8(&attribute.value).ok();
            let number = digits.and_then(|digits| digits.trim().parse().ok());
            let number: u64 = number.ok_or_else(|| damaged("a repeat is no number"))?;
            most = most.max(number);
        }
    }
    Ok(most)
}
