//! "Đảng bộ" and "Chi bộ" of the parent's workbook.

use super::info;
use crate::diagnostic::Report;
use crate::import::labels::Labels;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Table};
use crate::import::text::{Name, Names, without_leading};
use crate::import::workbook::RawSheet;
use crate::model::{Parent, Traced};
use std::sync::Arc;
use std::sync::LazyLock;

static SECRETARY: Name = Name::new("Bí thư đảng ủy", &["Bí thư", "Bí thư đảng bộ"]);
static DEPUTY: Name =
    Name::new("Phó Bí thư đảng ủy", &["Phó Bí thư", "Phó Bí thư đảng bộ"]);
static STANDING_COMMITTEE: Name = Name::new("Ban thường vụ", &[]);
static FIRST_NUMBER: Name = Name::new("Số quyết định đầu", &[]);
static DECISION_DATE: Name = Name::new("Ngày quyết định", &[]);
static HOLIDAYS: Name = Name::new("Ngày nghỉ", &["Ngày nghỉ lễ"]);

pub(in crate::import) static OWN: [&Name; 6] = [
    &SECRETARY,
    &DEPUTY,
    &STANDING_COMMITTEE,
    &FIRST_NUMBER,
    &DECISION_DATE,
    &HOLIDAYS,
];

static CELL: Name = Name::new("Chi bộ", &["Tên chi bộ"]);
/// Read by people only: the workbook says itself which cell it is of.
static FILE: Name = Name::new("Tệp", &["Tên tệp", "File", "Tập tin"]);
static NOTE: Name = Name::new("Ghi chú", &[]);

/// The labels as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let mut labels = info::shared_layout();
    labels.extend([
        Head::words(&SECRETARY),
        Head::words(&DEPUTY),
        Head::new(&STANDING_COMMITTEE, Holds::Mark),
        Head::new(&FIRST_NUMBER, Holds::Count),
        Head::new(&DECISION_DATE, Holds::Date),
        Head {
            is_list: true,
            ..Head::new(&HOLIDAYS, Holds::Date)
        },
    ]);
    labels
}

/// The columns of "Chi bộ" as `init` writes them.
pub(in crate::import) fn cells_layout() -> Vec<Head> {
    vec![Head::words(&CELL), Head::words(&FILE)]
}

/// Reads "Đảng bộ"; the other sheets are filled in by the caller.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Parent {
    static NAMES: LazyLock<Names> =
        LazyLock::new(|| Names::new(info::SHARED.into_iter().chain(OWN)));
    let labels = Labels::read(sheet, 0..u32::MAX, &NAMES, report);
    Parent {
        file: Arc::clone(&sheet.place.file),
        shared: info::read_identity(&labels, report),
        secretary: labels.name(&SECRETARY, report),
        deputy: labels.name(&DEPUTY, report),
        has_standing_committee: labels.mark(&STANDING_COMMITTEE, report),
        first_decision_number: labels.count(&FIRST_NUMBER, report),
        decision_date: labels
            .one(&DECISION_DATE, report)
            .and_then(|cell| cell.full_date(report)),
        holidays: labels
            .filled(&HOLIDAYS)
            .filter_map(|cell| cell.full_date(report))
            .collect(),
        cells: Vec::new(),
        assessments: Vec::new(),
        photographs: Vec::new(),
        pinned: Vec::new(),
    }
}

/// Reads "Chi bộ": the cells that should have held a congress, in order.
pub(in crate::import) fn read_cells(
    sheet: &RawSheet,
    report: &mut Report,
) -> Vec<Traced<String>> {
    static TABLE: LazyLock<ColumnNames> =
        LazyLock::new(|| ColumnNames::of(&[&CELL, &FILE, &NOTE]));
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| row.required(&CELL, report)?.text(report))
        .map(|cell| cell.map(|name| without_leading("Chi bộ", &name)))
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::import::testing::{NONE, at, parent};
    use crate::model::FullDate;

    #[test]
    fn the_parent_has_its_own_labels_and_a_list_of_cells() {
        let labels = "Đảng bộ|Đảng bộ Cục\nNhiệm kỳ|2022 – 2025\n\
            Bí thư đảng ủy|Ngô Quang\nPhó Bí thư đảng ủy|Nguyễn Ngọc\nBan thường vụ|x\n\
            Số quyết định đầu|101\nNgày quyết định|15/9/2022\n\
            Ngày nghỉ|1/9/2022\n|2/9/2022";
        let cells = "TT|Chi bộ|Tệp\n1|Chi bộ Văn phòng|04.xlsx\n2|Khuyến công|01.xlsx";
        let photographs = "Tệp|Chú thích\nhinh-1.jpg|Quang cảnh\nhinh-2.jpg|";
        let (parent, findings) = parent(&[
            ("Đảng bộ", labels),
            ("Chi bộ", cells),
            ("Hình ảnh", photographs),
        ]);
        assert_eq!(findings, NONE);
        assert_eq!(&*parent.file, "a.xlsx");
        assert_eq!(parent.shared.organisation.unwrap().value, "Cục");
        assert_eq!(parent.shared.term.unwrap().value, "2022-2025");
        assert_eq!(parent.secretary.unwrap().value, "Ngô Quang");
        assert_eq!(parent.deputy.unwrap().value, "Nguyễn Ngọc");
        assert!(parent.has_standing_committee.as_ref().unwrap().value);
        assert_eq!(parent.first_decision_number.unwrap().value, 101);
        let day = |day| FullDate::new(2022, 9, day).unwrap();
        assert_eq!(parent.decision_date.unwrap().value, day(15));
        let holidays: Vec<FullDate> = parent.holidays.iter().map(|it| it.value).collect();
        assert_eq!(holidays, [day(1), day(2)]);
        let cells: Vec<&str> = parent.cells.iter().map(|it| it.value.as_str()).collect();
        assert_eq!(cells, ["Văn phòng", "Khuyến công"]);
        assert_eq!(at(&parent.cells[0].place().unwrap()), "Chi bộ!B2");
        assert_eq!(parent.photographs[0].file.value, "hinh-1.jpg");
        assert_eq!(parent.photographs[1].caption, None);
    }

    #[test]
    fn a_cells_own_label_or_sheet_is_not_read_in_the_parents_workbook() {
        let (_, findings) = parent(&[
            ("Đảng bộ", "Đảng bộ|Cục\nChủ tịch đại hội|An"),
            ("Biểu quyết", "Loại|Nội dung\nKhác|a"),
        ]);
        assert_eq!(findings, ["Đảng bộ!A2 S13", "Biểu quyết S12"]);
    }
}
