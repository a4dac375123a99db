//! Tables of the markup.

use super::Fault;
use super::inline::inlines;
use super::node::Element;
use crate::document::{Align, Table, TableCell, TableRole, TableRow};

/// A table; every row has as many columns as the table.
pub(super) fn table(element: &Element) -> Result<Table, Fault> {
    let shares: Vec<u32> = element
        .attribute("widths")
        .unwrap_or_default()
        .split_whitespace()
        .filter_map(|share| share.parse().ok())
        .collect();
    let mut head_rows = 0;
    let mut rows = Vec::new();
    // cells that spans from above still cover, by column
    let mut covered = vec![0_usize; shares.len()];
    for part in element.elements() {
        for row in part.elements() {
            head_rows += usize::from(part.name == "thead");
            let cells: Vec<TableCell> =
                row.elements().map(|cell| table_cell(cell, row)).collect();
            let own: usize = cells.iter().map(|cell| cell.column_span).sum();
            let from_above = covered.iter().filter(|rows| **rows > 0).count();
            if own + from_above != shares.len() {
                let reason = format!(
                    "dòng có {} cột, bảng có {} cột",
                    own + from_above,
                    shares.len()
                );
                return Err(Fault::malformed(row.at, reason));
            }
            cover(&mut covered, &cells);
            rows.push(TableRow { cells });
        }
    }
    Ok(Table {
        shares,
        role: match element.attribute("role") {
            Some("compact") => TableRole::Compact,
            _ => TableRole::Normal,
        },
        head_rows,
        rows,
    })
}

/// Marks the columns that the spans of a row cover in the rows below.
fn cover(covered: &mut [usize], cells: &[TableCell]) {
    let mut cells = cells.iter();
    let mut current: Option<(usize, usize)> = None;
    for rows in covered {
        if *rows > 0 {
            *rows -= 1;
            continue;
        }
        let (left, down) = current
            .take()
            .or_else(|| cells.next().map(|cell| (cell.column_span, cell.row_span)))
            .unwrap_or((1, 1));
        *rows = down - 1;
        if left > 1 {
            current = Some((left - 1, down));
        }
    }
}

fn table_cell(cell: &Element, row: &Element) -> TableCell {
    let is_head = cell.name == "th";
    let span = |name: &str| {
        let number = cell.attribute(name).and_then(|span| span.parse().ok());
        number.unwrap_or(1_usize).max(1)
    };
    let has_role = |element: &Element| element.attribute("role") == Some("total");
    TableCell {
        is_head,
        is_total: has_role(cell) || has_role(row),
        align: match cell.attribute("align") {
            Some("center") => Align::Center,
            Some("right") => Align::Right,
            None if is_head => Align::Center,
            Some(_) | None => Align::Left,
        },
        column_span: span("colspan"),
        row_span: span("rowspan"),
        content: inlines(&cell.children),
    }
}
