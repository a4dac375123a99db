//! Workbooks to facts: every value becomes a type of the model that carries its cell, or
//! a finding at that cell.
//!
//! [`workbook`] opens files and knows nothing of congresses; [`labels`] and [`table`]
//! find what stands where; [`cell`] turns one cell into a value; [`sheet`] has one file
//! for each kind of sheet. Reading never stops at the first fault.

mod cell;
mod content;
mod labels;
mod legacy;
mod sheet;
mod sheet_name;
mod sheets;
mod table;
#[cfg(test)]
mod testing;
mod text;
mod values;
mod workbook;

use crate::diagnostic::{Place, Problem, Report, Unread};
use crate::model::{Ballot, Congress, Parent, Traced};
use sheet::{
    assessment, events, info, members, motions, parent, photographs, pinned, resolution,
};
use sheet_name::SheetKind;
use sheets::Sheets;
use std::sync::Arc;
use workbook::RawSheet;

pub use values::{FINDINGS_TABS, ShownSheet, ShownValue, read_values};
pub use workbook::silence_reader_panics;

/// One workbook file as handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the input, with `/` between folders.
    pub name: Arc<str>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// What a workbook turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Book {
    /// One cell's congress.
    Cell(Box<Congress>),
    /// The parent committee's: it has a sheet "Đảng bộ" and no sheet "Đảng viên".
    Parent(Box<Parent>),
}

/// Reads one workbook, or the workbooks of one subfolder whose sheets are taken together.
///
/// Findings go to `report`. Facts that the parent's workbook may supply are not missed
/// here, and sheets that may be absent neither: who knows all books of a batch says so.
/// Returns `None` when nothing could be read.
pub fn read_book(files: &[SourceFile], report: &mut Report) -> Option<Book> {
    let read: Vec<Vec<RawSheet>> = files
        .iter()
        .filter_map(|file| workbook::read_sheets(file, report))
        .collect();
    if read.is_empty() {
        return None;
    }
    let sheets = Sheets::sort(read.into_iter().flatten().collect(), report);
    if sheets.is_parent() {
        let parent = read_parent(&sheets, report)?;
        Some(Book::Parent(Box::new(parent)))
    } else {
        let congress = read_cell(files, &sheets, report)?;
        Some(Book::Cell(Box::new(congress)))
    }
}

fn read_parent(sheets: &Sheets, report: &mut Report) -> Option<Parent> {
    sheets.report_unknown(report);
    let own = parent::read(sheets.get(SheetKind::Parent)?, report);
    let assessment = SheetKind::Assessment;
    Some(Parent {
        cells: sheets.list(SheetKind::Cells, report, parent::read_cells),
        assessments: sheets.list(assessment, report, assessment::read_parent),
        photographs: sheets.list(SheetKind::Photographs, report, photographs::read),
        pinned: sheets.list(SheetKind::Pinned, report, pinned::read),
        ..own
    })
}

/// Reads a cell's book; none, and a finding, if its sheets hold those of all cells.
fn read_cell(
    files: &[SourceFile],
    sheets: &Sheets,
    report: &mut Report,
) -> Option<Congress> {
    let names: Vec<Arc<str>> = files.iter().map(|file| Arc::clone(&file.name)).collect();
    let book = Place::file(Arc::clone(names.first()?));
    let members_sheet = sheets.required(SheetKind::Members, &book, report);
    let table = members_sheet.and_then(|sheet| members::find_table(sheet, report));
    if let Some(header) = table.as_ref().and_then(members::all_cells_column) {
        let what = Unread::AllInOne;
        report.add(header.place().clone(), Problem::NotReadYet { what });
        return None;
    }
    sheets.report_unknown(report);
    let info = sheets
        .required(SheetKind::Info, &book, report)
        .map(|sheet| info::read(sheet, report));
    let (cell, identity, boards) = match info {
        Some(info) => (info.cell, info.identity, info.boards),
        None => Default::default(),
    };
    let ballots = sheets.ballots(report);
    let is_counted = ballots.iter().any(Ballot::is_counted);
    let date = identity.date.as_ref().map(|date| date.value);
    let members = table.map(|table| members::read(table, is_counted, date, report));
    Some(Congress {
        cell: cell.unwrap_or_else(|| Traced::typed(file_stem(&book.file), book.clone())),
        identity,
        boards,
        members: members.unwrap_or_default(),
        members_place: members_sheet.map_or(book, |sheet| sheet.place.clone()),
        ballots,
        motions: sheets.list(SheetKind::Motions, report, motions::read),
        resolution: sheets.list(SheetKind::Resolution, report, resolution::read),
        events: sheets.list(SheetKind::Events, report, events::read),
        assessments: sheets.list(SheetKind::Assessment, report, assessment::read),
        pinned: sheets.list(SheetKind::Pinned, report, pinned::read),
        files: names,
    })
}

/// A file's name without folder and extension: what a nameless cell goes by.
fn file_stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .map_or(name, |(stem, _)| stem)
        .to_owned()
}

#[cfg(test)]
mod tests;
