//! "Đánh giá": what a cell, or the parent, says about the congresses.
//!
//! Both have the same table with other parts. A part is kept in its canonical words, so
//! that whoever prints it need not know its spellings.

use crate::diagnostic::Report;
use crate::import::cell::Choices;
use crate::import::layout::{Head, Holds};
use crate::import::sheet_name::BookKind;
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use crate::model::{Assessment, ParentAssessment, Traced};
use std::sync::LazyLock;

static PART: Name = Name::new("Phần", &[]);
static TEXT: Name = Name::new("Nội dung", &["Nội dung đánh giá"]);

pub(in crate::import) static COLUMNS: [&Name; 2] = [&PART, &TEXT];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

const STRENGTHS: Name = Name::new("Ưu điểm", &["Những ưu điểm", "Kết quả, ưu điểm"]);
const SHORTCOMINGS: Name = Name::new(
    "Hạn chế",
    &[
        "Hạn chế, khuyết điểm",
        "Khuyết điểm, hạn chế",
        "Tồn tại, hạn chế",
        "Hạn chế, tồn tại",
    ],
);
const PROPOSALS: Name = Name::new(
    "Kiến nghị",
    &[
        "Đề xuất, kiến nghị",
        "Kiến nghị, đề xuất",
        "Những kiến nghị",
    ],
);

static PARTS: [(Name, &str); 3] = [
    (STRENGTHS, STRENGTHS.canonical),
    (SHORTCOMINGS, SHORTCOMINGS.canonical),
    (PROPOSALS, PROPOSALS.canonical),
];

static PARENT_PARTS: [(Name, &str); 6] = [
    (Name::new("Chỉ đạo", &["Lãnh đạo, chỉ đạo"]), "Chỉ đạo"),
    (STRENGTHS, STRENGTHS.canonical),
    (SHORTCOMINGS, SHORTCOMINGS.canonical),
    (
        Name::new("Kinh nghiệm", &["Bài học kinh nghiệm"]),
        "Kinh nghiệm",
    ),
    (PROPOSALS, PROPOSALS.canonical),
    (Name::new("Ý nghĩa", &[]), "Ý nghĩa"),
];

/// The columns as `init` writes them, for a cell or the parent.
pub(in crate::import) fn layout(book: BookKind) -> Vec<Head> {
    let parts = match book {
        BookKind::Cell | BookKind::Whole => Head::choice(&PART, &PARTS),
        BookKind::Parent => Head::choice(&PART, &PARENT_PARTS),
    };
    vec![parts, Head::new(&TEXT, Holds::Sentence)]
}

/// Reads a cell's sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Vec<Assessment> {
    read_rows(sheet, &PARTS, report)
        .into_iter()
        .map(|(part, text)| Assessment { part, text })
        .collect()
}

/// Reads the parent's sheet.
pub(in crate::import) fn read_parent(
    sheet: &RawSheet,
    report: &mut Report,
) -> Vec<ParentAssessment> {
    read_rows(sheet, &PARENT_PARTS, report)
        .into_iter()
        .map(|(part, text)| ParentAssessment { part, text })
        .collect()
}

type PartAndText = (Traced<String>, Traced<String>);

fn read_rows(
    sheet: &RawSheet,
    parts: &'static Choices<&'static str>,
    report: &mut Report,
) -> Vec<PartAndText> {
    let Some(mut table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.require(&TEXT, report);
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_row(row, parts, report))
        .collect()
}

fn read_row(
    row: &Row<'_, '_>,
    parts: &'static Choices<&'static str>,
    report: &mut Report,
) -> Option<PartAndText> {
    let part = row
        .required(&PART, report)
        .and_then(|cell| cell.choice(parts, report));
    let text = row
        .required(&TEXT, report)
        .and_then(|cell| cell.text(report));
    Some((part?.map(str::to_owned), text?))
}

#[cfg(test)]
mod tests {
    use crate::import::testing::{NONE, congress, parent};

    const ROWS: &str = "Phần|Nội dung\nƯU ĐIỂM|gọn\nÝ nghĩa|lớn\nHạn chế|";

    #[test]
    fn a_part_is_kept_in_its_canonical_words() {
        let (congress, findings) = congress(&[("Đánh giá", ROWS)]);
        assert_eq!(congress.assessments[0].part.value, "Ưu điểm");
        assert_eq!(congress.assessments[0].text.value, "gọn");
        assert_eq!(findings, ["Đánh giá!A3 S09", "Đánh giá!B4 S06"]);
    }

    #[test]
    fn the_parent_has_parts_of_its_own() {
        let (parent, findings) =
            parent(&[("Đảng bộ", "Đảng bộ|Cục"), ("Đánh giá", ROWS)]);
        assert_eq!(parent.assessments[1].part.value, "Ý nghĩa");
        assert_eq!(findings, ["Đánh giá!B4 S06"]);
    }

    #[test]
    fn a_sheet_that_is_absent_is_not_missed_here() {
        assert_eq!(congress(&[]).1, NONE);
    }
}
