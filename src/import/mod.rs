//! Workbooks to facts: every value becomes a type of the model that carries its cell, or
//! a finding at that cell.
//!
//! [`workbook`] opens files and knows nothing of congresses; [`labels`] and [`table`]
//! find what stands where; [`cell`] turns one cell into a value; [`sheet`] has one file
//! for each kind of sheet. Reading never stops at the first fault.

mod cell;
mod content;
mod labels;
mod layout;
mod legacy;
mod sheet;
mod sheet_name;
mod sheets;
mod table;
#[cfg(test)]
mod testing;
mod text;
mod values;
mod whole;
mod workbook;

use crate::diagnostic::{Place, Problem, Report};
use crate::model::{Ballot, Congress, Parent, Traced};
use sheet::info::Info;
use sheet::{
    assessment, events, info, members, motions, parent, photographs, pinned, resolution,
};
use sheet_name::{BookKind, SheetKind};
use sheets::Sheets;
use std::sync::Arc;
use workbook::RawSheet;

pub use layout::{Head, Holds, LayoutSheet, cell_layout, parent_layout};
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

/// What a workbook, or a subfolder, turned out to hold.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// Cells: one, or all of them in one workbook.
    pub cells: Vec<CellBook>,
    /// The parent committee: a sheet "Đảng bộ" and no sheet "Đảng viên", or the sheets
    /// of all cells beside it.
    pub parent: Option<Box<Parent>>,
    /// Findings that are no cell's own.
    pub report: Report,
}

/// One cell's congress with its own findings.
#[derive(Debug, PartialEq, Eq)]
pub struct CellBook {
    /// The facts.
    pub congress: Congress,
    /// What is wrong with them.
    pub report: Report,
}

/// Reads one workbook, or the workbooks of one subfolder whose sheets are taken together.
///
/// Facts that the parent's workbook may supply are not missed here, and sheets that may
/// be absent neither: who knows all books of a batch says so. Neither cells nor parent
/// come back when nothing could be read.
///
/// # Examples
///
/// ```
/// use bienban::import::{SourceFile, read_book};
///
/// let bytes = std::fs::read("fixtures/dai-hoi-2022/01-khuyen-cong.xlsx")?;
/// let name = "01-khuyen-cong.xlsx".into();
/// let books = read_book(&[SourceFile { name, bytes }]);
/// let congress = &books.cells[0].congress;
/// assert_eq!(congress.cell.value, "Quản lý khuyến công");
/// assert_eq!(congress.members.len(), 18);
/// let place = congress.members[0].name.place().map(|place| place.to_string());
/// assert_eq!(place.as_deref(), Some("01-khuyen-cong.xlsx › Đảng viên › B6"));
///
/// let none = SourceFile { name: "a.xlsx".into(), bytes: b"no workbook".to_vec() };
/// let books = read_book(&[none]);
/// assert!(books.cells.is_empty() && books.report.has_errors());
/// # Ok::<(), std::io::Error>(())
/// ```
pub fn read_book(files: &[SourceFile]) -> Books {
    let mut report = Report::default();
    let read: Vec<Vec<RawSheet>> = files
        .iter()
        .filter_map(|file| workbook::read_sheets(file, &mut report))
        .collect();
    let names: Vec<Arc<str>> = files.iter().map(|file| Arc::clone(&file.name)).collect();
    if read.is_empty() {
        return Books {
            report,
            ..Books::default()
        };
    }
    let sheets = Sheets::sort(read.into_iter().flatten().collect(), &mut report);
    let is_whole = whole::is_whole(&sheets);
    let mut books = read_sheets(names, &sheets, is_whole, &mut report);
    if let ([only], false) = (books.cells.as_mut_slice(), is_whole) {
        report.extend(std::mem::take(&mut only.report));
        only.report = std::mem::take(&mut report);
    }
    books.report = report;
    books
}

fn read_sheets(
    names: Vec<Arc<str>>,
    sheets: &Sheets,
    is_whole: bool,
    report: &mut Report,
) -> Books {
    if sheets.is_parent() {
        sheets.report_unknown(BookKind::Parent, report);
        return Books {
            parent: read_parent(sheets, report).map(Box::new),
            ..Books::default()
        };
    }
    if is_whole {
        return whole::read(&names, sheets, report);
    }
    let Some(first) = names.first() else {
        return Books::default();
    };
    let place = Place::file(Arc::clone(first));
    let mut own = Report::default();
    sheets.report_unknown(BookKind::Cell, &mut own);
    let info = sheets
        .required(SheetKind::Info, &place, &mut own)
        .map(|sheet| info::read(sheet, &mut own));
    let ballots = sheets.ballots(&mut own);
    let cover = Cover {
        files: names,
        place,
    };
    let congress = read_cell(cover, sheets, info, ballots, &mut own);
    Books {
        cells: vec![CellBook {
            congress,
            report: own,
        }],
        ..Books::default()
    }
}

fn read_parent(sheets: &Sheets, report: &mut Report) -> Option<Parent> {
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

/// Where a cell's sheets come from.
struct Cover {
    files: Vec<Arc<str>>,
    /// Where it is said that a sheet is missing.
    place: Place,
}

/// Reads a cell's sheets, but for those that the layouts have differently.
fn read_cell(
    cover: Cover,
    sheets: &Sheets,
    info: Option<Info>,
    ballots: Vec<Ballot>,
    report: &mut Report,
) -> Congress {
    let (cell, identity, boards) = match info {
        Some(info) => (info.cell, info.identity, info.boards),
        None => Default::default(),
    };
    let members_sheet = sheets.required(SheetKind::Members, &cover.place, report);
    let table = members_sheet.and_then(|sheet| members::find_table(sheet, report));
    let is_counted = ballots.iter().any(Ballot::is_counted);
    if is_counted {
        report_uncounted(&ballots, report);
    }
    let date = identity.date.as_ref().map(|date| date.value);
    if let (Some(table), Some(cell)) = (&table, &cell) {
        whole::check_own(table, &cell.value, report);
    }
    let members = table.map(|table| members::read(table, is_counted, date, report));
    let file = cover.place.file.clone();
    let nameless = || Traced::typed(file_stem(&file), cover.place.clone());
    Congress {
        cell: cell.unwrap_or_else(nameless),
        identity,
        boards,
        members: members.unwrap_or_default(),
        members_place: members_sheet
            .map_or_else(|| cover.place.clone(), |sheet| sheet.place.clone()),
        ballots,
        motions: sheets.list(SheetKind::Motions, report, motions::read),
        resolution: sheets.list(SheetKind::Resolution, report, resolution::read),
        events: sheets.list(SheetKind::Events, report, events::read),
        assessments: sheets.list(SheetKind::Assessment, report, assessment::read),
        pinned: sheets.list(SheetKind::Pinned, report, pinned::read),
        files: cover.files,
    }
}

/// Says which ballots were not counted, where a later one was. Those after the last count
/// are still to be held.
fn report_uncounted(ballots: &[Ballot], report: &mut Report) {
    let counted = ballots.iter().rposition(Ballot::is_counted);
    let before = ballots.iter().take(counted.unwrap_or_default());
    for ballot in before.filter(|ballot| !ballot.is_counted()) {
        let what = vec![SheetKind::Ballot(ballot.id).tab()];
        report.add(ballot.place.clone(), Problem::LeftOut { what });
    }
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
