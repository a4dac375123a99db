//! What a sheet holds, where its tab does not say: "Sheet1", "Trang tính1".
//!
//! Only the sheets without which nothing is written are looked for, and only where the
//! book has none of that name; a sheet is taken only if it is clearly the best.

use super::cell::Cell;
use super::labels::Labels;
use super::sheet::{ballot, info, members};
use super::sheet_name::{SheetKind, parse_round};
use super::table::Table;
use super::text::fold;
use super::workbook::RawSheet;
use crate::model::{BallotId, Office};
use std::collections::BTreeMap;

/// Names of columns or labels from which a sheet is recognised.
const LEAST: usize = 4;
/// Rows of titles in which a ballot's office is looked for.
const TITLE_ROWS: usize = 15;

/// What the sheets of a book are by what they hold, by their position; of two that are
/// equally like one kind neither is.
pub(super) fn recognise(
    sheets: &[RawSheet],
    is_known: impl Fn(SheetKind) -> bool,
) -> BTreeMap<usize, SheetKind> {
    let mut best: BTreeMap<SheetKind, (usize, Option<usize>)> = BTreeMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        let Some((kind, score)) = likeness(sheet) else {
            continue;
        };
        if is_known(kind) {
            continue;
        }
        let (most, first) = best.entry(kind).or_default();
        if score > *most {
            (*most, *first) = (score, Some(index));
        } else if score == *most {
            *first = None;
        }
    }
    let clear = best.into_iter();
    clear
        .filter_map(|(kind, (_, index))| Some((index?, kind)))
        .collect()
}

/// The kind that a sheet is like, and by how many names.
fn likeness(sheet: &RawSheet) -> Option<(SheetKind, usize)> {
    let labels = Labels::likeness(sheet, info::names());
    if labels.len() >= LEAST && labels.contains("Chi bộ") {
        return Some((SheetKind::Info, labels.len()));
    }
    let columns = Table::likeness(sheet, ballot::columns());
    let figures = Labels::likeness(sheet, ballot::names());
    let has_votes = ["Số phiếu", "Đồng ý"].iter().any(|it| columns.contains(it));
    if has_votes && columns.len() + figures.len() >= LEAST {
        let id = title_ballot(sheet)?;
        return Some((SheetKind::Ballot(id), columns.len() + figures.len()));
    }
    let columns = Table::likeness(sheet, members::columns());
    let has_birth = columns.contains("Ngày sinh")
        || (columns.contains("Nam") && columns.contains("Nữ"));
    let is_list = columns.len() >= LEAST && has_birth;
    is_list.then_some((SheetKind::Members, columns.len()))
}

/// The ballot that a tab or a title above the table names: "BẦU CHI ỦY", "Bầu Bí thư
/// (lần 2)"; none if it names several.
fn title_ballot(sheet: &RawSheet) -> Option<BallotId> {
    let rows = sheet.row_numbers(0..u32::MAX).take(TITLE_ROWS);
    let cells = rows.flat_map(|row| sheet.columns(row).map(move |column| (row, column)));
    let titles = cells.map(|(row, column)| fold(&Cell::at(sheet, row, column).shown()));
    let mut found = [fold(&sheet.name)]
        .into_iter()
        .chain(titles)
        .filter_map(|title| {
            let offices = [
                ("phobithu", Office::Deputy),
                ("bithu", Office::Secretary),
                ("chiui", Office::Committee),
                ("daibieu", Office::Delegates),
            ];
            let starts = ["bau", "baucu", "bauban", "baudoan", "kiemphieu"];
            let mut named = offices.iter().filter_map(|(word, office)| {
                let rest = starts
                    .iter()
                    .find_map(|start| title.split_once(&format!("{start}{word}")))?;
                Some((*office, rest.1))
            });
            let (office, rest) = named.next()?;
            let round = rest.find("lan").and_then(|at| rest.get(at..));
            let round = round.or_else(|| rest.contains("baulai").then_some("baulai"));
            let (round, is_revote) = round.and_then(parse_round).unwrap_or((1, false));
            named.next().is_none().then_some(BallotId {
                office,
                round,
                is_revote,
            })
        });
    let first = found.next()?;
    found
        .all(|other| other.office == first.office)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::import::testing::{NONE, read};

    const INFO: (&str, &str) = (
        "Sheet1",
        "Chi bộ|Văn phòng\nĐảng bộ|Cục\nNhiệm kỳ|2022-2025\nĐịa danh|Hà Nội",
    );
    const MEMBERS: (&str, &str) = (
        "Sheet2",
        "TT|Họ và tên|Ngày sinh|Quê quán\n1|Lê Văn An|1984|Huế",
    );

    #[test]
    fn sheets_without_a_name_are_read_as_what_they_hold() {
        let votes =
            "BẦU CHI ỦY\nSố lượng bầu|1\nPhát ra|\nTT|Họ và tên|Số phiếu\n1|Lê Văn An|";
        let (book, findings) = read(&[INFO, MEMBERS, ("Trang tính3", votes)]);
        let expected = ["Sheet1 S29", "Sheet2 S29", "Trang tính3 S29"];
        assert_eq!(findings, expected);
        assert!(book.is_some());
    }

    #[test]
    fn a_sheet_is_not_recognised_where_the_book_has_one_of_that_name() {
        let named = ("Đảng viên", MEMBERS.1);
        let (_, findings) = read(&[("Thông tin", INFO.1), named, MEMBERS]);
        assert_eq!(findings, ["Sheet2 S12"]);
    }

    #[test]
    fn two_equal_sheets_are_not_guessed_between() {
        let (_, findings) =
            read(&[("Thông tin", INFO.1), MEMBERS, ("Sheet3", MEMBERS.1)]);
        assert_eq!(findings, ["a.xlsx S03", "Sheet2 S12", "Sheet3 S12"]);
    }

    #[test]
    fn a_sheet_of_something_else_stays_unknown() {
        let (_, findings) = read(&[
            ("Thông tin", INFO.1),
            ("Đảng viên", MEMBERS.1),
            ("Sheet3", "nháp|1\n2|3"),
        ]);
        assert_eq!(findings, ["Sheet3 S12"]);
        assert_eq!(
            read(&[("Đảng bộ", "Đảng bộ|Cục"), MEMBERS]).1,
            ["Sheet2 S12"]
        );
        assert_eq!(
            read(&[("Thông tin", INFO.1), ("Đảng viên", MEMBERS.1)]).1,
            NONE
        );
    }
}
