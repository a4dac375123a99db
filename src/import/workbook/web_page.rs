//! The tables of a web page, each as a sheet: what old programs export as "Excel".

use super::taken::{COLUMNS, Taken};
use super::{RawValue, Refusal};
use calamine::Dimensions;
use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

/// Rows that one cell covers at most, as in a browser.
const ROW_SPAN: u32 = 65_534;

/// Reads the tables of a page; those within a cell are text of that cell.
pub(super) fn read(page: &str, name: &str) -> Result<Taken, Refusal> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut tables = Tables {
        name: name.to_owned(),
        ..Tables::default()
    };
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => tables.start(&tag)?,
            Token::EndTag(tag) => tables.end(&tag.name)?,
            Token::String(text) if !tables.is_hidden => tables.write(&text),
            Token::String(_)
            | Token::Comment(_)
            | Token::Doctype(_)
            | Token::Error(_) => {}
        }
    }
    tables.end_table()?;
    Ok(tables.taken)
}

/// The tables so far.
#[derive(Debug, Default)]
struct Tables {
    taken: Taken,
    name: String,
    /// Tables begun, and how many of them are open.
    count: u32,
    depth: u32,
    /// Rows of this table so far.
    rows: u32,
    column: usize,
    /// How many rows each column is still covered by a cell above.
    covered: Vec<u32>,
    /// Cells over several rows or columns.
    regions: Vec<Dimensions>,
    cell: Option<String>,
    /// Inside a script or a style sheet.
    is_hidden: bool,
}

impl Tables {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Refusal> {
        match tag.name.as_slice() {
            b"script" | b"style" => self.is_hidden = true,
            b"table" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.begin_table();
                }
            }
            b"tr" if self.depth == 1 => {
                self.end_cell()?;
                self.rows = self.rows.saturating_add(1);
                self.column = 0;
                for rows in &mut self.covered {
                    *rows = rows.saturating_sub(1);
                }
            }
            b"td" | b"th" if self.depth == 1 => {
                self.end_cell()?;
                self.begin_cell(tag);
            }
            b"br" | b"p" | b"div" | b"li" | b"tr" => self.break_line(),
            b"td" | b"th" => self.write(b" "),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &[u8]) -> Result<(), Refusal> {
        match name {
            b"script" | b"style" => self.is_hidden = false,
            b"table" => {
                if self.depth == 1 {
                    self.end_table()?;
                }
                self.depth = self.depth.saturating_sub(1);
            }
            b"td" | b"th" | b"tr" if self.depth == 1 => self.end_cell()?,
            _ => {}
        }
        Ok(())
    }

    fn begin_table(&mut self) {
        self.count = self.count.saturating_add(1);
        let name = if self.count == 1 {
            self.name.clone()
        } else {
            format!("{} {}", self.name, self.count)
        };
        self.taken.begin_named(self.count - 1, &name);
        (self.rows, self.column) = (0, 0);
        self.covered.clear();
    }

    fn end_table(&mut self) -> Result<(), Refusal> {
        self.end_cell()?;
        self.taken.merge(&std::mem::take(&mut self.regions))
    }

    /// Finds the place of a cell beside those that reach down from above.
    fn begin_cell(&mut self, tag: &StartTag<()>) {
        // a row that nobody began
        self.rows = self.rows.max(1);
        let span = |name: &[u8]| {
            let name = HtmlString::from(name.to_vec());
            let value = tag.attributes.get(&name)?;
            std::str::from_utf8(value).ok()?.trim().parse::<u32>().ok()
        };
        while self.covered.get(self.column).is_some_and(|rows| *rows > 0) {
            self.column += 1;
        }
        let columns = span(b"colspan").unwrap_or(1).clamp(1, COLUMNS);
        let rows = span(b"rowspan").unwrap_or(1).clamp(1, ROW_SPAN);
        let end = self
            .column
            .saturating_add(usize::try_from(columns).unwrap_or(1));
        // beyond the last column nothing is kept, so nothing needs a place
        if end <= 2 * usize::try_from(COLUMNS).unwrap_or(0) {
            if self.covered.len() < end {
                self.covered.resize(end, 0);
            }
            for column in self.covered.iter_mut().take(end).skip(self.column) {
                *column = rows;
            }
        }
        if let Ok(left) = u32::try_from(self.column)
            && columns.max(rows) > 1
        {
            let top = self.rows.saturating_sub(1);
            let (rows, columns) = (rows - 1, columns - 1);
            let last = (top.saturating_add(rows), left.saturating_add(columns));
            self.regions.push(Dimensions::new((top, left), last));
        }
        self.cell = Some(String::new());
    }

    /// Puts a cell's text where the cell begins.
    fn end_cell(&mut self) -> Result<(), Refusal> {
        let Some(text) = self.cell.take() else {
            return Ok(());
        };
        let column = u32::try_from(self.column).unwrap_or(u32::MAX);
        let row = self.rows.saturating_sub(1);
        let text = text.trim();
        if !text.is_empty() {
            self.taken
                .take((row, column), Some(RawValue::Text(text.into())), None)?;
        }
        self.column += 1;
        Ok(())
    }

    /// Adds text to the open cell; space and line breaks of the source are one space.
    fn write(&mut self, text: &[u8]) {
        let Some(cell) = &mut self.cell else {
            return;
        };
        for c in String::from_utf8_lossy(text).chars() {
            let is_space = matches!(c, ' ' | '\t' | '\n' | '\r');
            if !is_space {
                cell.push(c);
            } else if !cell.ends_with([' ', '\n']) {
                cell.push(' ');
            }
        }
    }

    fn break_line(&mut self) {
        if let Some(cell) = &mut self.cell {
            if cell.ends_with(' ') {
                cell.pop();
            }
            if !cell.is_empty() {
                cell.push('\n');
            }
        }
    }
}
