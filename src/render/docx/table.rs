//! Properties of tables, rows and cells.

use super::stencil::Form;
use super::unsigned;
use crate::document::Length;
use docx_rs::{
    BorderType, BuildXML, CellMargins, HeightRule, Table, TableBorder,
    TableBorderPosition, TableBorders, TableCell, TableCellMargins, TableLayoutType,
    TableRow, VAlignType, VMergeType, WidthType,
};

/// The properties of a table; it is as wide as its columns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct TableForm {
    pub(super) columns: Vec<Length>,
    pub(super) borders: Borders,
    /// Room at the sides of each cell, inside its column.
    pub(super) padding: Length,
}

/// Which borders a table has; their thickness in eighths of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Borders {
    None,
    All(u16),
    /// Between the cells only, where to cut.
    Cuts(u16),
}

impl Form for TableForm {
    const END: &'static str = "</w:tbl>";

    /// Indent nought puts its left edge on the margin, in Word since 2013 and in
    /// LibreOffice alike.
    fn built(&self) -> Vec<u8> {
        let columns = self.columns.iter().copied();
        let whole = columns.clone().fold(Length::ZERO, Length::plus);
        let padding = unsigned(self.padding);
        Table::new(Vec::new())
            .layout(TableLayoutType::Fixed)
            .width(unsigned(whole), WidthType::Dxa)
            .indent(0)
            .set_grid(columns.map(unsigned).collect())
            .margins(TableCellMargins::new().margin(0, padding, 0, padding))
            .set_borders(self.borders.built())
            .build()
    }
}

impl Borders {
    fn built(self) -> TableBorders {
        use TableBorderPosition::{Bottom, InsideH, InsideV, Left, Right, Top};
        let (positions, kind, eighths): (&[_], _, _) = match self {
            Self::None => (&[], BorderType::None, 0),
            Self::All(eighths) => (
                &[Top, Left, Bottom, Right, InsideH, InsideV],
                BorderType::Single,
                eighths,
            ),
            Self::Cuts(eighths) => (&[InsideH, InsideV], BorderType::Dashed, eighths),
        };
        let border = |position: &TableBorderPosition| {
            TableBorder::new(position.clone())
                .border_type(kind)
                .size(usize::from(eighths))
                .color("000000")
        };
        let none = TableBorders::with_empty();
        positions.iter().map(border).fold(none, TableBorders::set)
    }
}

/// The properties of a row; none is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowForm {
    /// Whether it repeats on each page.
    pub(super) is_head: bool,
    /// Its height whatever stands in it, or none for what its cells need.
    pub(super) height: Option<Length>,
}

impl Form for RowForm {
    const END: &'static str = "</w:tr>";

    fn built(&self) -> Vec<u8> {
        let mut row = TableRow::new(Vec::new()).cant_split();
        if let Some(height) = self.height {
            let height: u16 = unsigned(height);
            row = row
                .row_height(f32::from(height))
                .height_rule(HeightRule::Exact);
        }
        let mut built = row.build();
        if self.is_head {
            // docx-rs has no word for it
            let properties = built.len().saturating_sub("</w:trPr></w:tr>".len());
            built.splice(properties..properties, *b"<w:tblHeader/>");
        }
        built
    }
}

/// The properties of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CellForm {
    pub(super) width: Length,
    /// How many columns it covers.
    pub(super) columns: usize,
    pub(super) merge: Option<Merge>,
    /// Whether it stands in the middle between its borders, not at the top.
    pub(super) is_centered: bool,
    /// Margins of its own: above, below, left, right.
    pub(super) margins: Option<[Length; 4]>,
}

/// The part of a cell in one that covers several rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Merge {
    First,
    Further,
}

impl CellForm {
    pub(super) fn new(width: Length) -> Self {
        Self {
            width,
            columns: 1,
            merge: None,
            is_centered: false,
            margins: None,
        }
    }
}

impl Form for CellForm {
    /// docx-rs gives a cell without content the paragraph that the schema wants.
    const EMPTY_END: &'static str = "<w:p></w:p></w:tc>";
    const END: &'static str = "</w:tc>";

    fn built(&self) -> Vec<u8> {
        let mut cell = TableCell::new().width(unsigned(self.width), WidthType::Dxa);
        if self.columns > 1 {
            cell = cell.grid_span(self.columns);
        }
        cell = match self.merge {
            Some(Merge::First) => cell.vertical_merge(VMergeType::Restart),
            Some(Merge::Further) => cell.vertical_merge(VMergeType::Continue),
            None => cell,
        };
        if self.is_centered {
            cell = cell.vertical_align(VAlignType::Center);
        }
        if let Some([top, bottom, left, right]) = self.margins.map(|it| it.map(unsigned))
        {
            let margins = CellMargins::new()
                .margin_top(top, WidthType::Dxa)
                .margin_left(left, WidthType::Dxa)
                .margin_bottom(bottom, WidthType::Dxa)
                .margin_right(right, WidthType::Dxa);
            cell.property = cell.property.margins(margins);
        }
        cell.build()
    }
}
