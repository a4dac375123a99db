//! Label and value side by side, as on "Thông tin" and above a ballot's table.
//!
//! Labels stand in one column, values in the next. A label may repeat, and a row with an
//! empty label continues the one above; both make a list.

use super::cell::Cell;
use super::text::{Name, Names};
use super::workbook::RawSheet;
use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::model::Traced;
use std::collections::BTreeMap;
use std::ops::Range;

/// The values of a sheet's labels.
#[derive(Debug)]
pub(super) struct Labels<'a> {
    sheet: &'a RawSheet,
    values: BTreeMap<&'static str, Vec<Cell<'a>>>,
}

impl<'a> Labels<'a> {
    /// Reads the labels in some rows of a sheet; an unknown one is a finding if it has a
    /// value.
    ///
    /// What stands above the first known label is the sheet's title.
    pub(super) fn read(
        sheet: &'a RawSheet,
        rows: Range<u32>,
        known: &Names,
        report: &mut Report,
    ) -> Self {
        let column = label_column(sheet, rows.clone(), known);
        let mut labels = Self {
            sheet,
            values: BTreeMap::new(),
        };
        let mut above = Above::Title;
        for row in sheet.row_numbers(rows) {
            let label = Cell::at(sheet, row, column);
            let value = Cell::at(sheet, row, column.saturating_add(1));
            if !label.is_empty() {
                above = above.next(&label, &value, known, report);
            }
            if let Above::Label(name) = above {
                let values = labels.values.entry(name.canonical).or_default();
                if !label.is_empty() || !value.is_empty() {
                    values.push(value);
                }
            }
        }
        labels
    }

    /// The sheet they stand on.
    pub(super) fn sheet(&self) -> &'a RawSheet {
        self.sheet
    }

    /// All cells beside a label.
    fn cells(&self, name: &Name) -> &[Cell<'a>] {
        self.values.get(name.canonical).map_or(&[], Vec::as_slice)
    }

    /// The value of a label that takes one; a second, different one is a finding.
    pub(super) fn one(&self, name: &Name, report: &mut Report) -> Option<&Cell<'a>> {
        let mut filled = self.cells(name).iter().filter(|cell| !cell.is_empty());
        let first = filled.next()?;
        for other in filled.filter(|other| !other.says_same(first)) {
            let label = name.canonical.to_owned();
            report.push(Diagnostic::between(
                other.place().clone(),
                vec![first.place().clone()],
                Problem::LabelTwice { label },
            ));
        }
        Some(first)
    }

    /// The text of a label that takes one value.
    pub(super) fn text(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        self.one(name, report)?.text(report)
    }

    /// The texts of a label that takes several values.
    pub(super) fn texts(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        self.cells(name)
            .iter()
            .flat_map(|cell| cell.texts(report))
            .collect()
    }

    /// The name of a person beside a label that takes one.
    pub(super) fn name(
        &self,
        name: &Name,
        report: &mut Report,
    ) -> Option<Traced<String>> {
        self.one(name, report)?.name(report)
    }

    /// The names of people beside a label that takes several.
    pub(super) fn names(&self, name: &Name, report: &mut Report) -> Vec<Traced<String>> {
        self.cells(name)
            .iter()
            .flat_map(|cell| cell.names(report))
            .collect()
    }

    /// The whole number of a label.
    pub(super) fn count(&self, name: &Name, report: &mut Report) -> Option<Traced<u32>> {
        self.one(name, report)?.count(report)
    }

    /// Whether a label is marked.
    pub(super) fn mark(&self, name: &Name, report: &mut Report) -> Option<Traced<bool>> {
        self.one(name, report).and_then(|cell| cell.mark(report))
    }

    /// All filled cells of a label that takes several values.
    pub(super) fn filled(&self, name: &Name) -> impl Iterator<Item = &Cell<'a>> {
        self.cells(name).iter().filter(|cell| !cell.is_empty())
    }

    /// Says that a label must have a value, if it has none: at its empty cell, or at the
    /// sheet if the label is not there.
    pub(super) fn require(&self, name: &Name, report: &mut Report) {
        let cells = self.cells(name);
        if cells.iter().all(Cell::is_empty) {
            let place = cells
                .first()
                .map_or(&self.sheet.place, |cell| cell.place())
                .clone();
            let label = name.canonical.to_owned();
            report.add(place, Problem::LabelMissing { label });
        }
    }
}

/// What the rows so far ended in, which an empty label continues.
#[derive(Debug, Clone, Copy)]
enum Above {
    Title,
    Label(&'static Name),
    Unknown,
}

impl Above {
    /// What a label makes of it.
    fn next(
        self,
        label: &Cell<'_>,
        value: &Cell<'_>,
        known: &Names,
        report: &mut Report,
    ) -> Self {
        let typed = label.shown();
        if let Some(name) = known.find(&typed) {
            return Self::Label(name);
        }
        let nearest = known.nearest(&typed);
        let is_title = matches!(self, Self::Title) && nearest.is_none();
        if is_title {
            return Self::Title;
        }
        if !value.is_empty() {
            let problem = Problem::LabelUnknown {
                label: typed,
                nearest,
            };
            report.add(label.place().clone(), problem);
        }
        Self::Unknown
    }
}

/// The column in which most known labels stand; the leftmost of several.
fn label_column(sheet: &RawSheet, rows: Range<u32>, known: &Names) -> u32 {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for row in sheet.row_numbers(rows) {
        for column in sheet.columns(row) {
            if known.find(&Cell::at(sheet, row, column).shown()).is_some() {
                *counts.entry(column).or_default() += 1;
            }
        }
    }
    let most = counts.values().max().copied();
    let best = counts.iter().find(|(_, count)| Some(**count) == most);
    best.map_or(0, |(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, at, findings, sheet};

    static CELL: Name = Name::new("Chi bộ", &[]);
    static BASIS: Name = Name::new("Căn cứ", &[]);
    static CHAIRS: Name = Name::new("Chủ tịch đại hội", &[]);

    /// The texts and cells of "Căn cứ" or another label, and the findings.
    fn texts(rows: &str, name: &Name) -> (Vec<String>, Vec<String>) {
        let sheet = sheet(rows);
        let mut report = Report::default();
        let known = Names::new([&CELL, &BASIS, &CHAIRS]);
        let labels = Labels::read(&sheet, 0..u32::MAX, &known, &mut report);
        let texts = labels
            .texts(name, &mut report)
            .iter()
            .map(|text| format!("{} {}", at(text.place().unwrap()), text.value))
            .collect();
        labels.one(&CELL, &mut report);
        (texts, findings(report))
    }

    #[test]
    fn a_label_repeats_or_is_continued_or_has_several_values_in_one_cell() {
        let rows = "Căn cứ|một\nCăn cứ|hai\n|ba\n\n|bốn; năm;";
        let expected = [
            "Trang!B1 một",
            "Trang!B2 hai",
            "Trang!B3 ba",
            "Trang!B5 bốn",
            "Trang!B5 năm",
        ];
        let (texts, findings) = texts(rows, &BASIS);
        assert_eq!(texts, expected);
        assert_eq!(findings, NONE);
    }

    #[test]
    fn labels_may_stand_in_any_column_below_any_title() {
        let rows =
            "ĐẢNG BỘ CỤC|ĐẢNG CỘNG SẢN\n\n||CHỦ TỊCH ĐẠI HỘI:|Lê Văn An\n|||Vũ Thị Bình";
        let (texts, findings) = texts(rows, &CHAIRS);
        assert_eq!(texts, ["Trang!D3 Lê Văn An", "Trang!D4 Vũ Thị Bình"]);
        assert_eq!(findings, NONE);
    }

    #[test]
    fn an_unknown_label_is_a_finding_if_it_has_a_value() {
        let rows = "Chi bộ|Văn phòng\nCăn cứu|một\n|hai\nMàu|\nGhi chú|xanh";
        let (texts, findings) = texts(rows, &BASIS);
        assert_eq!(texts, NONE);
        assert_eq!(findings, ["Trang!A2 S13", "Trang!A5 S13"]);
    }

    #[test]
    fn a_misspelt_first_label_is_not_taken_for_a_title() {
        let (_, findings) = texts("Chii bộ|Văn phòng\nCăn cứ|một", &BASIS);
        assert_eq!(findings, ["Trang!A1 S13"]);
    }

    #[test]
    fn two_values_of_a_label_that_takes_one_are_a_finding_unless_they_agree() {
        let (_, findings) = texts("Chi bộ|1\nChi bộ|'1", &BASIS);
        assert_eq!(findings, NONE);
        let (_, findings) = texts("Chi bộ|Một\n|Hai", &BASIS);
        assert_eq!(findings, ["Trang!B2 S16"]);
    }
}
