//! "Nghị quyết": the substance of the resolution.

use crate::diagnostic::{Problem, Report};
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::{Name, fold};
use crate::import::workbook::RawSheet;
use crate::model::{ResolutionItem, ResolutionPart, Target};
use std::sync::LazyLock;

static PART: Name = Name::new("Phần", &[]);
static TEXT: Name = Name::new("Nội dung", &["Nội dung nghị quyết"]);
static TARGET: Name = Name::new("Chỉ tiêu", &["Tên chỉ tiêu"]);
static UNIT: Name = Name::new("Đơn vị", &["Đơn vị tính", "ĐVT"]);
static LEVEL: Name = Name::new("Mức", &["Mức phấn đấu", "Mức chỉ tiêu", "Mức cần đạt"]);

pub(in crate::import) static COLUMNS: [&Name; 5] = [&PART, &TEXT, &TARGET, &UNIT, &LEVEL];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

static PARTS: [(Name, ResolutionPart); 8] = [
    (
        Name::new(
            "Kết quả nhiệm kỳ",
            &["Kết quả", "Kết quả thực hiện", "Kết quả đạt được"],
        ),
        ResolutionPart::Results,
    ),
    (
        Name::new(
            "Hạn chế",
            &[
                "Hạn chế, khuyết điểm",
                "Tồn tại, hạn chế",
                "Hạn chế, tồn tại",
            ],
        ),
        ResolutionPart::Shortcomings,
    ),
    (
        Name::new("Nguyên nhân", &["Nguyên nhân hạn chế"]),
        ResolutionPart::Causes,
    ),
    (Name::new("Phương hướng", &[]), ResolutionPart::Direction),
    (
        Name::new("Mục tiêu", &["Mục tiêu chung", "Mục tiêu tổng quát"]),
        ResolutionPart::Goals,
    ),
    (
        Name::new("Nhiệm vụ", &["Nhiệm vụ trọng tâm", "Nhiệm vụ chủ yếu"]),
        ResolutionPart::Tasks,
    ),
    (
        Name::new("Giải pháp", &["Giải pháp chủ yếu", "Giải pháp thực hiện"]),
        ResolutionPart::Measures,
    ),
    (
        Name::new("Tổ chức thực hiện", &[]),
        ResolutionPart::Execution,
    ),
];

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    vec![
        Head::choice(&PART, &PARTS),
        Head::new(&TEXT, Holds::Sentence),
        Head::words(&TARGET),
        Head::words(&UNIT),
        Head::words(&LEVEL),
    ]
}

/// Reads the sheet.
pub(in crate::import) fn read(
    sheet: &RawSheet,
    report: &mut Report,
) -> Vec<ResolutionItem> {
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_item(row, report))
        .collect()
}

fn read_item(row: &Row<'_, '_>, report: &mut Report) -> Option<ResolutionItem> {
    let part = row
        .required(&PART, report)
        .and_then(|cell| cell.choice(&PARTS, report));
    let text = row.text(&TEXT, report);
    let target = read_target(row, report);
    Some(ResolutionItem {
        part: part?,
        text,
        target,
    })
}

/// A row of the table of targets, if the row is one; unit or level without a name is a
/// finding.
fn read_target(row: &Row<'_, '_>, report: &mut Report) -> Option<Target> {
    let unit = row.text(&UNIT, report);
    // "hoàn thành năm 2025" is no figure
    let is_year = unit.as_ref().is_some_and(|it| fold(&it.value) == "nam");
    let level = if is_year {
        row.text(&LEVEL, report)
    } else {
        row.cell(&LEVEL).figure(report)
    };
    let cell = row.cell(&TARGET);
    if cell.is_empty() && (unit.is_some() || level.is_some()) {
        let what = TARGET.canonical.to_owned();
        report.add(cell.place(), Problem::CellEmpty { what });
    }
    Some(Target {
        name: cell.text(report)?,
        unit,
        level,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, congress};

    #[test]
    fn a_row_may_be_a_sentence_or_a_target() {
        let rows = "Phần|Nội dung|Chỉ tiêu|Đơn vị|Mức\n\
            Hạn chế|Sinh hoạt còn ít|||\n\
            Mục tiêu||Kết nạp|đồng chí|2\nMục tiêu||Tỷ lệ|%|98.6";
        let (congress, findings) = congress(&[("Nghị quyết", rows)]);
        assert_eq!(findings, NONE);
        let first = &congress.resolution[0];
        assert_eq!(first.part.value, ResolutionPart::Shortcomings);
        assert_eq!(first.text.clone().unwrap().value, "Sinh hoạt còn ít");
        assert_eq!(first.target, None);
        let target = congress.resolution[1].target.clone().unwrap();
        assert_eq!(target.name.value, "Kết nạp");
        assert_eq!(target.unit.unwrap().value, "đồng chí");
        assert_eq!(target.level.unwrap().value, "2");
        let target = congress.resolution[2].target.clone().unwrap();
        assert_eq!(target.level.unwrap().value, "98,6");
    }

    #[test]
    fn a_level_typed_as_a_number_is_printed_with_its_thousands_parted() {
        let rows = "Phần|Nội dung|Chỉ tiêu|Đơn vị|Mức\n\
            Mục tiêu||Đào tạo|lượt người|3000\nMục tiêu||Đào tạo|người|trên 3000\n\
            Mục tiêu||Xong kho lưu trữ|năm|2025";
        let (congress, _) = congress(&[("Nghị quyết", rows)]);
        let levels: Vec<String> = congress
            .resolution
            .iter()
            .map(|item| item.target.clone().unwrap().level.unwrap().value)
            .collect();
        assert_eq!(levels, ["3.000", "trên 3000", "2025"]);
    }

    #[test]
    fn a_target_has_a_name() {
        let rows = "Phần|Nội dung|Chỉ tiêu|Đơn vị|Mức\nMục tiêu|||đồng chí|2";
        let (_, findings) = congress(&[("Nghị quyết", rows)]);
        assert_eq!(findings, ["Nghị quyết!C2 S06"]);
    }
}
