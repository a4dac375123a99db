//! The sheets of a book, by what they are.

use super::content;
use super::sheet::ballot;
use super::sheet_name::{self, BookKind, SheetKind};
use super::values::is_findings_tab;
use super::workbook::RawSheet;
use crate::diagnostic::{Diagnostic, Place, Problem, Report, Understood};
use crate::model::Ballot;
use std::collections::{BTreeMap, BTreeSet};

/// The sheets of a book.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    known: BTreeMap<SheetKind, RawSheet>,
    unknown: Vec<RawSheet>,
}

/// Says which sheets stand twice: each with its kind, its place and that of the first.
///
/// Where further files have a cover sheet of their own, a folder of several cells was
/// taken for that of one, and this is said once instead of every sheet.
fn report_twice(twice: Vec<(SheetKind, Place, Place)>, report: &mut Report) {
    let is_cell = |(kind, place, first): &&(SheetKind, Place, Place)| {
        *kind == SheetKind::Info && place.file != first.file
    };
    let cells: Vec<_> = twice.iter().filter(is_cell).cloned().collect();
    if let Some((_, place, first)) = cells.first() {
        let also = cells.iter().skip(1).map(|(_, place, _)| place.clone());
        let also = std::iter::once(first.clone()).chain(also).collect();
        let folder = place.file.split('/').next().unwrap_or_default().to_owned();
        let problem = Problem::CellsInFolder { folder };
        report.push(Diagnostic::between(place.clone(), also, problem));
    }
    for (kind, place, first) in twice {
        let is_of_cell = cells.iter().any(|(_, cell, _)| cell.file == place.file);
        if !is_of_cell || place.file == first.file {
            let problem = Problem::SheetTwice { sheet: kind.tab() };
            report.push(Diagnostic::between(place, vec![first], problem));
        }
    }
}

impl Sheets {
    /// Sorts sheets by their names, or else by what they hold; of two of one kind the
    /// first is read, the first visible one if there is one.
    pub(super) fn sort(mut all: Vec<RawSheet>, report: &mut Report) -> Self {
        let mut sheets = Self::default();
        let mut twice = Vec::new();
        all.sort_by_key(|sheet| sheet.is_hidden);
        for sheet in all {
            if is_findings_tab(&sheet.name) {
                continue;
            }
            let Some(kind) = SheetKind::parse(&sheet.name) else {
                sheets.unknown.push(sheet);
                continue;
            };
            let Some(first) = sheets.known.get(&kind) else {
                sheets.known.insert(kind, sheet);
                continue;
            };
            if sheet.is_hidden {
                // an old copy, put out of sight
                report.add(sheet.place, Problem::TableNotRead { is_needed: false });
            } else {
                twice.push((kind, sheet.place, first.place.clone()));
            }
        }
        report_twice(twice, report);
        sheets.unknown.sort_by(|a, b| a.place.cmp(&b.place));
        let by_name: BTreeSet<SheetKind> = sheets.known.keys().copied().collect();
        if !sheets.is_parent() {
            sheets.recognise(report);
        }
        sheets.note(&by_name, report);
        sheets
    }

    /// Takes sheets of unknown names for what they hold.
    fn recognise(&mut self, report: &mut Report) {
        let found =
            content::recognise(&self.unknown, |kind| self.known.contains_key(&kind));
        let all = std::mem::take(&mut self.unknown);
        for (index, sheet) in all.into_iter().enumerate() {
            let Some(kind) = found.get(&index) else {
                self.unknown.push(sheet);
                continue;
            };
            let problem = Problem::SheetByContent { sheet: kind.tab() };
            report.add(sheet.place.clone(), problem);
            self.known.insert(*kind, sheet);
        }
    }

    fn note(&self, by_name: &BTreeSet<SheetKind>, report: &mut Report) {
        for (kind, sheet) in &self.known {
            let what = Understood::Sheet {
                read_as: Some(kind.tab()),
                is_by_content: !by_name.contains(kind),
                is_hidden: sheet.is_hidden,
            };
            report.note(sheet.place.clone(), what);
        }
        for sheet in &self.unknown {
            let what = Understood::Sheet {
                read_as: None,
                is_by_content: false,
                is_hidden: sheet.is_hidden,
            };
            report.note(sheet.place.clone(), what);
        }
    }

    /// Sheets of which it is known what they are.
    pub(super) fn of(known: BTreeMap<SheetKind, RawSheet>) -> Self {
        Self {
            known,
            unknown: Vec::new(),
        }
    }

    /// Says which sheets are not read: of no known kind, or of another kind of book.
    pub(super) fn report_unknown(&self, book: BookKind, report: &mut Report) {
        let strange = self
            .known
            .iter()
            .filter(|(kind, _)| !kind.is_of(book))
            .map(|(_, sheet)| sheet);
        for sheet in strange.chain(&self.unknown) {
            let nearest = sheet_name::nearest(&sheet.name, book);
            report.add(sheet.place.clone(), Problem::SheetUnknown { nearest });
        }
    }

    pub(super) fn is_parent(&self) -> bool {
        self.known.contains_key(&SheetKind::Parent)
            && !self.known.contains_key(&SheetKind::Members)
    }

    /// Whether a ballot has a sheet of its own.
    pub(super) fn has_ballots(&self) -> bool {
        let mut kinds = self.known.keys();
        kinds.any(|kind| matches!(kind, SheetKind::Ballot(_)))
    }

    /// A sheet of a kind.
    pub(super) fn get(&self, kind: SheetKind) -> Option<&RawSheet> {
        self.known.get(&kind)
    }

    /// Reads a sheet that gives a list; none if the book lacks it.
    pub(super) fn list<T>(
        &self,
        kind: SheetKind,
        report: &mut Report,
        read: impl FnOnce(&RawSheet, &mut Report) -> Vec<T>,
    ) -> Vec<T> {
        self.get(kind)
            .map(|sheet| read(sheet, report))
            .unwrap_or_default()
    }

    /// A sheet without which nothing can be written.
    pub(super) fn required(
        &self,
        kind: SheetKind,
        book: &Place,
        report: &mut Report,
    ) -> Option<&RawSheet> {
        let sheet = self.get(kind);
        if sheet.is_none() {
            let problem = Problem::SheetMissing {
                sheet: kind.tab(),
                is_required: true,
            };
            report.add(book.clone(), problem);
        }
        sheet
    }

    /// Every ballot, in the order of the congress.
    pub(super) fn ballots(&self, report: &mut Report) -> Vec<Ballot> {
        self.known
            .iter()
            .filter_map(|(kind, sheet)| match kind {
                SheetKind::Ballot(id) => ballot::read(sheet, *id, report),
                SheetKind::Info
                | SheetKind::Members
                | SheetKind::Motions
                | SheetKind::Resolution
                | SheetKind::Events
                | SheetKind::Assessment
                | SheetKind::Pinned
                | SheetKind::Parent
                | SheetKind::Cells
                | SheetKind::Photographs
                | SheetKind::AllBallots
                | SheetKind::AllCandidates => None,
            })
            .collect()
    }
}
