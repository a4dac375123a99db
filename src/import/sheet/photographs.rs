//! "Hình ảnh": files beside the parent's workbook.

use crate::diagnostic::Report;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use crate::model::Photograph;
use std::sync::LazyLock;

static FILE: Name = Name::new(
    "Tệp",
    &["Tên tệp", "File", "Tên file", "Tập tin", "Tên ảnh"],
);
static CAPTION: Name =
    Name::new("Chú thích", &["Nội dung", "Chú thích ảnh", "Ghi chú ảnh"]);

static COLUMNS: [&Name; 2] = [&FILE, &CAPTION];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    vec![Head::words(&FILE), Head::new(&CAPTION, Holds::Sentence)]
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Vec<Photograph> {
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_photograph(row, report))
        .collect()
}

fn read_photograph(row: &Row<'_, '_>, report: &mut Report) -> Option<Photograph> {
    let file = row
        .required(&FILE, report)
        .and_then(|cell| cell.text(report));
    let caption = row.text(&CAPTION, report);
    Some(Photograph {
        file: file?,
        caption,
    })
}
