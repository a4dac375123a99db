//! Workbooks as they look, for those who copy them: sheets, and what each cell shows.

use super::SourceFile;
use super::cell::show;
use super::workbook::{self, RawSheet, RawValue};
use crate::diagnostic::{CellRef, Report};
use std::sync::Arc;

/// The tab of a marked copy that lists its findings, in Vietnamese and English. Clerks
/// mend the copy and hand it in, so a sheet of this name is no sheet of theirs.
pub const FINDINGS_TABS: [&str; 2] = ["Kết quả kiểm tra", "Findings (bienban)"];

/// Whether a tab is one of [`FINDINGS_TABS`], or a further one with a number.
pub(super) fn is_findings_tab(tab: &str) -> bool {
    FINDINGS_TABS.iter().any(|name| {
        tab.strip_prefix(name)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    })
}

/// A sheet with what its cells show.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownSheet {
    /// Position of the tab, counted from zero.
    pub index: u32,
    /// The name on the tab.
    pub name: Arc<str>,
    /// Whether its tab is hidden.
    pub is_hidden: bool,
    /// Its filled cells, in reading order.
    pub cells: Vec<(CellRef, ShownValue)>,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
pub enum ShownValue {
    /// Text; also dates, errors and numbers in a form of their own.
    Text(String),
    /// A plain number.
    Number(f64),
}

/// The sheets of a workbook that hold anything; none if it cannot be read.
pub fn read_values(file: &SourceFile) -> Option<Vec<ShownSheet>> {
    // what is wrong with the file was said when it was read
    let mut unheard = Report::default();
    let sheets = workbook::read_sheets(file, &mut unheard)?;
    Some(sheets.iter().map(shown).collect())
}

fn shown(sheet: &RawSheet) -> ShownSheet {
    let mut cells = Vec::new();
    for row in sheet.row_numbers(0..u32::MAX) {
        for column in sheet.columns(row) {
            let value = match sheet.value(row, column) {
                Some(RawValue::Number(number)) if number.shown.is_none() => {
                    ShownValue::Number(number.value)
                }
                Some(value) => ShownValue::Text(show(value)),
                None => continue,
            };
            cells.push((CellRef { row, column }, value));
        }
    }
    let index = sheet.place.sheet.as_ref().map_or(0, |sheet| sheet.index);
    ShownSheet {
        index,
        name: Arc::clone(&sheet.name),
        is_hidden: sheet.is_hidden,
        cells,
    }
}
