//! "Văn bản": facts of one paper that win over the defaults.

use super::which_ballot::{self, OFFICE, ROUND};
use crate::diagnostic::{Problem, Report};
use crate::import::cell::Cell;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use crate::model::{PaperKind, PinnedPaper, PinnedValue, Traced};
use std::sync::LazyLock;

static KIND: Name = Name::new("Loại", &["Loại văn bản", "Văn bản", "Tên văn bản"]);
static NUMBER: Name = Name::new("Số", &["Số văn bản", "Số hiệu"]);
static DATE: Name = Name::new("Ngày", &["Ngày văn bản", "Ngày ban hành", "Ngày ký"]);
static SIGNER: Name = Name::new("Người ký", &[]);
static SIGNER_POST: Name = Name::new("Chức danh ký", &["Chức vụ ký", "Chức danh"]);
static RECIPIENTS: Name = Name::new("Nơi nhận", &[]);

pub(in crate::import) static COLUMNS: [&Name; 8] = [
    &KIND,
    &OFFICE,
    &ROUND,
    &NUMBER,
    &DATE,
    &SIGNER,
    &SIGNER_POST,
    &RECIPIENTS,
];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

/// "Loại": the names of the papers; their slugs differ by hyphens only.
static KINDS: [(Name, PaperKind); 12] = [
    (
        Name::new("Báo cáo tình hình đảng viên", &["bao-cao-dang-vien"]),
        PaperKind::AttendanceReport,
    ),
    (
        Name::new("Danh sách đảng viên", &["Danh sách đảng viên dự đại hội"]),
        PaperKind::AttendanceList,
    ),
    (
        Name::new("Phiếu bầu", &["Phiếu bầu cử"]),
        PaperKind::BallotPapers,
    ),
    (
        Name::new("Biên bản kiểm phiếu", &[]),
        PaperKind::BallotCount,
    ),
    (Name::new("Biên bản đại hội", &[]), PaperKind::Minutes),
    (
        Name::new("Nghị quyết", &["Nghị quyết đại hội"]),
        PaperKind::Resolution,
    ),
    (
        Name::new("Trích ngang", &["Danh sách trích ngang"]),
        PaperKind::ElectedList,
    ),
    (
        Name::new("Báo cáo kết quả", &["Báo cáo kết quả đại hội"]),
        PaperKind::ResultReport,
    ),
    (
        Name::new(
            "Tờ trình chuẩn y",
            &["Tờ trình", "Tờ trình đề nghị chuẩn y"],
        ),
        PaperKind::Submission,
    ),
    (
        Name::new("Quyết định chuẩn y", &["Quyết định"]),
        PaperKind::Ratification,
    ),
    (
        Name::new(
            "Báo cáo tổng hợp",
            &["Báo cáo tổng hợp kết quả đại hội các chi bộ"],
        ),
        PaperKind::Summary,
    ),
    (Name::new("Tin tổng hợp", &["Tin"]), PaperKind::NewsItem),
];

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let mut columns = vec![Head::choice(&KIND, &KINDS)];
    columns.extend(which_ballot::layout());
    columns.extend([
        Head::words(&NUMBER),
        Head::new(&DATE, Holds::Date),
        Head::words(&SIGNER),
        Head::words(&SIGNER_POST),
        Head::new(&RECIPIENTS, Holds::Sentence),
    ]);
    columns
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Vec<PinnedPaper> {
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_paper(row, report))
        .collect()
}

fn read_paper(row: &Row<'_, '_>, report: &mut Report) -> Option<PinnedPaper> {
    let kind = row
        .required(&KIND, report)
        .and_then(|cell| cell.choice(&KINDS, report));
    let office = which_ballot::read_office(row, report);
    if let (Some(kind), None) = (&kind, &office)
        && kind.value == PaperKind::BallotCount
        && row.cell(&OFFICE).is_empty()
    {
        // each ballot has a count of its own: the row must say which
        let what = OFFICE.canonical.to_owned();
        let place = row.cell(&OFFICE).place();
        report.add(place, Problem::CellEmpty { what });
    }
    let round = which_ballot::read_round(row, report);
    let number = pinned(&row.cell(&NUMBER), |cell| cell.text(report));
    let date = pinned(&row.cell(&DATE), |cell| cell.full_date(report));
    let signer = row.cell(&SIGNER).name(report);
    let signer_post = row.text(&SIGNER_POST, report);
    let recipients = row.cell(&RECIPIENTS).texts(report);
    Some(PinnedPaper {
        kind: kind?,
        office,
        round,
        number,
        date,
        signer,
        signer_post,
        recipients,
    })
}

/// A dash leaves the place blank for the hand.
fn pinned<T>(
    cell: &Cell<'_>,
    read: impl FnOnce(&Cell<'_>) -> Option<Traced<T>>,
) -> Option<Traced<PinnedValue<T>>> {
    if cell.is_dash() {
        Some(Traced::typed(PinnedValue::Blank, cell.place()))
    } else {
        read(cell).map(|value| value.map(PinnedValue::Value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, congress};
    use crate::model::{FullDate, Office};

    #[test]
    fn a_dash_leaves_number_or_date_blank() {
        let rows = "Loại|Cuộc bầu|Lần|Số|Ngày|Người ký|Chức danh ký|Nơi nhận\n\
            Biên bản kiểm phiếu|Chi ủy|2|–|-|||\n\
            nghi-quyet|||12|7/9/2022|Lê Văn An|Bí thư|Đảng ủy; Lưu";
        let (congress, findings) = congress(&[("Văn bản", rows)]);
        assert_eq!(findings, NONE);
        let [first, second] = congress.pinned.as_slice() else {
            panic!("two papers");
        };
        assert_eq!(first.kind.value, PaperKind::BallotCount);
        assert_eq!(second.kind.value, PaperKind::Resolution);
        assert_eq!(first.office.clone().unwrap().value, Office::Committee);
        assert_eq!(first.round.clone().unwrap().value, (2, false));
        assert_eq!(first.number.clone().unwrap().value, PinnedValue::Blank);
        assert_eq!(first.date.clone().unwrap().value, PinnedValue::Blank);
        assert!(first.recipients.is_empty());
        let number = second.number.clone().unwrap().value;
        assert_eq!(number, PinnedValue::Value("12".to_owned()));
        let day = FullDate::new(2022, 9, 7).unwrap();
        assert_eq!(second.date.clone().unwrap().value, PinnedValue::Value(day));
        assert_eq!(second.signer.clone().unwrap().value, "Lê Văn An");
        assert_eq!(second.signer_post.clone().unwrap().value, "Bí thư");
        let recipients: Vec<&str> = second
            .recipients
            .iter()
            .map(|it| it.value.as_str())
            .collect();
        assert_eq!(recipients, ["Đảng ủy", "Lưu"]);
    }

    #[test]
    fn an_unknown_paper_is_a_finding() {
        let rows = "Loại|Số\nBiên bản đại hộii|3";
        assert_eq!(congress(&[("Văn bản", rows)]).1, ["Văn bản!A2 S09"]);
    }

    #[test]
    fn a_count_must_say_of_which_ballot() {
        let rows = "Loại|Cuộc bầu|Số\nBiên bản kiểm phiếu||3";
        assert_eq!(congress(&[("Văn bản", rows)]).1, ["Văn bản!B2 S06"]);
    }

    #[test]
    fn every_paper_goes_by_its_slug_and_by_its_title() {
        for (_, kind) in &KINDS {
            for name in [kind.slug(), kind.title()] {
                let rows = format!("Loại|Cuộc bầu\n{name}|Chi ủy");
                let (congress, findings) = congress(&[("Văn bản", &rows)]);
                assert_eq!(findings, NONE, "{name}");
                assert_eq!(congress.pinned[0].kind.value, *kind, "{name}");
            }
        }
    }

    #[test]
    fn a_date_without_its_day_is_a_finding() {
        let rows = "Loại|Ngày\nNghị quyết|9/2022";
        assert_eq!(congress(&[("Văn bản", rows)]).1, ["Văn bản!B2 S08"]);
    }
}
