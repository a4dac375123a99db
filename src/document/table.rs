//! Tables of data.

use crate::document::Inline;

/// A table; its head rows are repeated on each page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Widths of the columns in shares of the whole; each at least 1.
    pub shares: Vec<u32>,
    /// Ordinary or compact type.
    pub role: TableRole,
    /// How many of the first rows are the head.
    pub head_rows: usize,
    /// Head rows and body rows, top to bottom.
    pub rows: Vec<TableRow>,
}

/// The face of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableRole {
    /// The form's ordinary table.
    Normal,
    /// Smaller type, for wide tables.
    Compact,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its cells, left to right; cells covered by a span from above are left out.
    pub cells: Vec<TableCell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableCell {
    /// Whether it heads a column or a row.
    pub is_head: bool,
    /// Whether it belongs to a row of totals.
    pub is_total: bool,
    /// Alignment of its text.
    pub align: Align,
    /// Columns it covers, at least 1.
    pub column_span: usize,
    /// Rows it covers, at least 1.
    pub row_span: usize,
    /// Its text.
    pub content: Vec<Inline>,
}

/// Alignment of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centred.
    Center,
    /// Flush right.
    Right,
    /// Both edges, by widening the spaces.
    Justify,
}
