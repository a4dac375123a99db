//! One worksheet: cells get another style, cells that are not there are added.

use super::marks::Look;
use super::styles::{Paint, Styles, style_of};
use super::xml::{
    Fault, Kind, Piece, Walk, attribute, escaped, number, odd, prefix, tag_with,
};
use crate::diagnostic::CellRef;
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// What follows the drawing of comments in a worksheet.
const AFTER_DRAWING: [&str; 10] = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "AlternateContent",
    "webPublishItems",
    "tableParts",
    "extLst",
    "worksheet",
];

/// Cells to be painted, by row, then column.
type Looks = BTreeMap<u32, BTreeMap<u32, Look>>;

/// The worksheet with its cells painted and, if it has none yet, the drawing of its
/// comments named.
pub(super) fn painted(
    xml: &str,
    looks: &Looks,
    styles: &mut Styles,
    drawing: Option<&str>,
) -> Result<String, Fault> {
    let mut painter = Painter {
        out: String::with_capacity(xml.len() + 1024),
        looks: looks.clone(),
        styles,
        columns: Vec::new(),
        prefix: String::new(),
        row: None,
        next_row: 0,
    };
    let mut drawing = drawing;
    let mut is_past_data = false;
    let mut walk = Walk::new(xml);
    while let Some(piece) = walk.next()? {
        if is_past_data
            && piece.depth <= 1
            && let Some(id) = drawing
            && AFTER_DRAWING
                .iter()
                .any(|it| piece.begins(it).is_some() || piece.closes(it))
        {
            painter.out.push_str(&drawing_tag(&painter.prefix, id));
            drawing = None;
        }
        is_past_data |= piece.closes("sheetData");
        is_past_data |= piece.begins("sheetData").is_some() && piece.is_empty();
        painter.take(&piece)?;
    }
    match drawing {
        None => Ok(painter.out),
        Some(_) => Err(odd("a sheet without cells")),
    }
}

/// The relationship of a sheet's drawing of comments, if it has one.
pub(super) fn drawing_id(xml: &str) -> Result<Option<String>, Fault> {
    let mut walk = Walk::new(xml);
    while let Some(piece) = walk.next()? {
        if let (1, Some(tag)) = (piece.depth, piece.begins("legacyDrawing")) {
            return Ok(attribute(tag, "id"));
        }
    }
    Ok(None)
}

fn drawing_tag(prefix: &str, id: &str) -> String {
    format!(
        "<{prefix}legacyDrawing xmlns:bienban=\"http://schemas.openxmlformats.org/\
         officeDocument/2006/relationships\" bienban:id=\"{}\"/>",
        escaped(id)
    )
}

/// The row that is being read.
struct Row {
    number: u32,
    next_column: u32,
    style: Option<u32>,
    looks: BTreeMap<u32, Look>,
}

struct Painter<'s> {
    out: String,
    /// What is still to be painted.
    looks: Looks,
    styles: &'s mut Styles,
    /// First and last column, counted from one, and their style.
    columns: Vec<(u32, u32, u32)>,
    prefix: String,
    row: Option<Row>,
    next_row: u32,
}

impl Painter<'_> {
    fn take(&mut self, piece: &Piece<'_>) -> Result<(), Fault> {
        if let Some(tag) = piece.begins("col") {
            let bounds = (number(tag, "min"), number(tag, "max"), number(tag, "style"));
            if let (Some(first), Some(last), Some(style)) = bounds {
                self.columns.push((first, last, style));
            }
        } else if let (1, Some(tag)) = (piece.depth, piece.begins("sheetData")) {
            self.prefix = prefix(tag);
            if piece.is_empty() {
                let start = tag_with(tag, &[], false);
                self.out.push_str(&start);
                self.rows_before(None);
                let end = format!("</{}sheetData>", self.prefix);
                self.out.push_str(&end);
                return Ok(());
            }
        } else if piece.depth == 1 && piece.closes("sheetData") {
            self.rows_before(None);
        } else if let (2, Some(tag)) = (piece.depth, piece.begins("row")) {
            return self.begin_row(piece, tag);
        } else if piece.depth == 2 && piece.closes("row") {
            self.end_row();
        } else if let (3, Some(tag)) = (piece.depth, piece.begins("c"))
            && self.row.is_some()
        {
            return self.cell(piece, tag);
        }
        self.out.push_str(piece.raw);
        Ok(())
    }

    fn begin_row(
        &mut self,
        piece: &Piece<'_>,
        tag: &BytesStart<'_>,
    ) -> Result<(), Fault> {
        let number = match attribute(tag, "r") {
            Some(typed) => typed.parse::<u32>()?.checked_sub(1),
            None => Some(self.next_row),
        };
        let number = number.ok_or_else(|| odd("a row without number"))?;
        self.rows_before(Some(number));
        self.next_row = number.saturating_add(1);
        let Some(looks) = self.looks.remove(&number) else {
            self.out.push_str(piece.raw);
            self.row = (!piece.is_empty()).then(|| Row {
                number,
                next_column: 0,
                style: None,
                looks: BTreeMap::new(),
            });
            return Ok(());
        };
        // the span is a hint that would no longer be true
        self.out.push_str(&tag_with(tag, &[("spans", None)], false));
        self.row = Some(Row {
            number,
            next_column: 0,
            style: style_of(tag),
            looks,
        });
        if piece.is_empty() {
            self.end_row();
            let end = format!("</{}row>", self.prefix);
            self.out.push_str(&end);
        }
        Ok(())
    }

    fn cell(&mut self, piece: &Piece<'_>, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let Some(mut row) = self.row.take() else {
            return Ok(());
        };
        let column = match attribute(tag, "r") {
            Some(address) => column_of(&address),
            None => Some(row.next_column),
        };
        let column = column.ok_or_else(|| odd("a cell without address"))?;
        while let Some(first) = row.looks.first_entry()
            && *first.key() < column
        {
            let (before, look) = first.remove_entry();
            self.new_cell(row.number, before, row.style, look);
        }
        row.next_column = column.saturating_add(1);
        match row.looks.remove(&column) {
            None => self.out.push_str(piece.raw),
            Some(look) => {
                let base = style_of(tag).unwrap_or_default();
                let style = self.styles.painted(base, Paint::Back(look)).to_string();
                let set = [("s", Some(style.as_str()))];
                let is_empty = matches!(piece.kind, Kind::Empty(_));
                self.out.push_str(&tag_with(tag, &set, is_empty));
            }
        }
        self.row = Some(row);
        Ok(())
    }

    /// Adds what is left of a row.
    fn end_row(&mut self) {
        if let Some(row) = self.row.take() {
            for (column, look) in row.looks {
                self.new_cell(row.number, column, row.style, look);
            }
        }
    }

    /// Adds the rows before one, or all that are left.
    fn rows_before(&mut self, number: Option<u32>) {
        while let Some(first) = self.looks.first_entry()
            && number.is_none_or(|number| *first.key() < number)
        {
            let (row, looks) = first.remove_entry();
            let start = format!("<{}row r=\"{}\">", self.prefix, u64::from(row) + 1);
            self.out.push_str(&start);
            for (column, look) in looks {
                self.new_cell(row, column, None, look);
            }
            let end = format!("</{}row>", self.prefix);
            self.out.push_str(&end);
        }
    }

    /// Adds an empty cell in the style of its row or column.
    fn new_cell(&mut self, row: u32, column: u32, style: Option<u32>, look: Look) {
        let number = column.saturating_add(1);
        let mut columns = self.columns.iter();
        let of_column =
            columns.find(|(first, last, _)| (*first..=*last).contains(&number));
        let base = style.or(of_column.map(|(_, _, style)| *style));
        let style = self
            .styles
            .painted(base.unwrap_or_default(), Paint::Back(look));
        let cell = CellRef { row, column };
        let tag = format!("<{}c r=\"{cell}\" s=\"{style}\"/>", self.prefix);
        self.out.push_str(&tag);
    }
}

/// The column of an address such as `AB12`, counted from zero.
pub(super) fn column_of(address: &str) -> Option<u32> {
    let mut column = 0_u32;
    for letter in address.chars().take_while(char::is_ascii_alphabetic) {
        let digit = letter.to_digit(36)?.checked_sub(9)?;
        column = column.checked_mul(26)?.checked_add(digit)?;
    }
    column.checked_sub(1)
}

/// A cell by its address, such as `AB12`.
pub(super) fn cell_of(address: &str) -> Option<CellRef> {
    let column = column_of(address)?;
    let digits = address.trim_start_matches(|it: char| it.is_ascii_alphabetic());
    let row = digits.parse::<u32>().ok()?.checked_sub(1)?;
    Some(CellRef { row, column })
}
