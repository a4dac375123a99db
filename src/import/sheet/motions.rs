//! "Biểu quyết": shows of hands.

use super::which_ballot::{self, OFFICE, ROUND};
use crate::diagnostic::Report;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use crate::model::{Motion, MotionKind, Votes};
use std::sync::LazyLock;

static KIND: Name = Name::new("Loại", &["Loại biểu quyết"]);
static TEXT: Name = Name::new("Nội dung", &["Nội dung biểu quyết"]);
static AGREED: Name = Name::new("Tán thành", &["Đồng ý", "Số tán thành", "Số đồng ý"]);
static DISAGREED: Name = Name::new(
    "Không tán thành",
    &["Không đồng ý", "Không đ.ý", "Số không tán thành"],
);
static ABSTAINED: Name = Name::new("Ý kiến khác", &["Không có ý kiến"]);

pub(in crate::import) static COLUMNS: [&Name; 7] = [
    &KIND, &OFFICE, &ROUND, &TEXT, &AGREED, &DISAGREED, &ABSTAINED,
];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

static KINDS: [(Name, MotionKind); 11] = [
    (
        Name::new("Đoàn chủ tịch", &["Chủ tịch", "Chủ tịch đại hội"]),
        MotionKind::Presidium,
    ),
    (
        Name::new("Thư ký", &["Đoàn thư ký", "Thư ký đại hội"]),
        MotionKind::Secretaries,
    ),
    (
        Name::new("Chương trình", &["Chương trình làm việc"]),
        MotionKind::Programme,
    ),
    (
        Name::new("Quy chế", &["Quy chế làm việc"]),
        MotionKind::Rules,
    ),
    (Name::new("Báo cáo", &[]), MotionKind::Report),
    (Name::new("Số lượng", &["Số lượng bầu"]), MotionKind::Seats),
    (
        Name::new("Danh sách bầu cử", &["Danh sách"]),
        MotionKind::CandidateList,
    ),
    (Name::new("Ban kiểm phiếu", &[]), MotionKind::CountingBoard),
    (
        Name::new("Mục tiêu", &["Chỉ tiêu", "Mục tiêu, chỉ tiêu"]),
        MotionKind::Target,
    ),
    (Name::new("Nghị quyết", &[]), MotionKind::Resolution),
    (Name::new("Khác", &[]), MotionKind::Other),
];

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let mut columns = vec![Head::choice(&KIND, &KINDS)];
    columns.extend(which_ballot::layout());
    columns.push(Head::new(&TEXT, Holds::Sentence));
    let counts = [&AGREED, &DISAGREED, &ABSTAINED];
    columns.extend(counts.map(|name| Head::new(name, Holds::Count)));
    columns
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Vec<Motion> {
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_motion(row, report))
        .collect()
}

fn read_motion(row: &Row<'_, '_>, report: &mut Report) -> Option<Motion> {
    let kind = row
        .required(&KIND, report)
        .and_then(|cell| cell.choice(&KINDS, report));
    let ballot = which_ballot::read_ballot(row, report);
    let text = row.text(&TEXT, report);
    let mut votes = |name| {
        let count = row.cell(name).count(report)?;
        Some(count.map(Votes))
    };
    Some(Motion {
        agreed: votes(&AGREED),
        disagreed: votes(&DISAGREED),
        abstained: votes(&ABSTAINED),
        kind: kind?,
        ballot,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, at, congress};
    use crate::model::{BallotId, Office};

    #[test]
    fn a_motion_of_an_election_names_its_ballot() {
        let rows = "Loại|Cuộc bầu|Lần|Nội dung|Tán thành|Không tán thành|Ý kiến khác\n\
            Đoàn chủ tịch|||Bầu đồng chí An|15|0|1\n\
            Số lượng|Chi ủy|2, bầu lại|03 đồng chí|14|1|";
        let (congress, findings) = congress(&[("Biểu quyết", rows)]);
        assert_eq!(findings, NONE);
        let [first, second] = congress.motions.as_slice() else {
            panic!("two motions");
        };
        assert_eq!(first.kind.value, MotionKind::Presidium);
        assert_eq!(first.ballot, None);
        assert_eq!(first.abstained.clone().unwrap().value, Votes(1));
        let ballot = second.ballot.clone().unwrap();
        let expected = BallotId {
            office: Office::Committee,
            round: 2,
            is_revote: true,
        };
        assert_eq!(ballot.value, expected);
        let cells: Vec<String> = ballot.cells().iter().map(at).collect();
        assert_eq!(cells, ["Biểu quyết!B3", "Biểu quyết!C3"]);
        assert_eq!(second.agreed.clone().unwrap().value, Votes(14));
        assert_eq!(second.disagreed.clone().unwrap().value, Votes(1));
        assert_eq!(second.abstained, None);
    }

    #[test]
    fn every_bad_cell_of_a_motion_is_a_finding() {
        let rows = "Loại|Cuộc bầu|Lần|Nội dung|Tán thành\n\
            Chương trìn|Ủy ban|hai|a|nhiều\n|||b|15\nSố lượng||2|c|15";
        let (congress, findings) = congress(&[("Biểu quyết", rows)]);
        let expected = [
            "Biểu quyết!A2 S09",
            "Biểu quyết!B2 S09",
            "Biểu quyết!C2 S09",
            "Biểu quyết!E2 S07",
            "Biểu quyết!A3 S06",
            "Biểu quyết!B4 S06",
        ];
        assert_eq!(findings, expected);
        assert_eq!(congress.motions.len(), 1);
    }
}
