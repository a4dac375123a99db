//! How an explanation reads: places, cells and figures in words.

use super::rule;
use crate::diagnostic::Lang;
use crate::pipeline::manifest::{CellEntry, FigureEntry, PlaceEntry};
use unicode_normalization::UnicodeNormalization;

/// What two texts have in common when a reader would call them the same figure: spaces,
/// capitals, the percent sign, a decimal point for the comma, padding and whether a date
/// is written out do not matter.
pub(super) fn key(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    let plain = words.join(" ").to_lowercase();
    let plain = match plain.trim_end_matches('%').trim_end() {
        // the sign alone
        "" => &plain,
        number => number,
    };
    let is_count =
        |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let unpadded = |digits: &str| match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest => rest.to_owned(),
    };
    let plain = plain.replace(" tháng ", "/").replace(" năm ", "/");
    let parts: Vec<&str> = plain.split('/').collect();
    if parts.iter().all(|part| is_count(part)) {
        let parts: Vec<String> = parts.into_iter().map(unpadded).collect();
        return parts.join("/");
    }
    match plain.split_once([',', '.']) {
        Some((whole, part)) if is_count(whole) && is_count(part) => {
            format!("{},{part}", unpadded(whole))
        }
        _ => plain,
    }
}

/// A paper in its folder.
pub(super) fn path(folder: &str, stem: &str) -> String {
    if folder.is_empty() {
        stem.to_owned()
    } else {
        format!("{folder}/{stem}")
    }
}

/// `“26”: official members present`
pub(super) fn head(figure: &FigureEntry, lang: Lang) -> String {
    format!(
        "“{}”: {}",
        figure.text,
        rule::rule_words(&figure.rule, lang)
    )
}

/// Where a figure is printed, a line for each paper.
pub(super) fn places<'a>(
    folder: &str,
    places: impl Iterator<Item = &'a PlaceEntry>,
    lang: Lang,
) -> Vec<String> {
    let mut papers: Vec<(&str, Vec<String>)> = Vec::new();
    for at in places {
        let shown = place(&at.place, lang);
        match papers.last_mut() {
            Some((paper, shown_before)) if **paper == *at.paper => {
                shown_before.push(shown);
            }
            Some(_) | None => papers.push((&at.paper, vec![shown])),
        }
    }
    let word = lang.pick("in ở", "printed in");
    let line = |(paper, shown): (&str, Vec<String>)| {
        format!("  {word} {}: {}", path(folder, paper), shown.join("; "))
    };
    papers.into_iter().map(line).collect()
}

/// The cells that a figure came from.
pub(super) fn origin(figure: &FigureEntry, lang: Lang) -> String {
    let cells = cells(&figure.cells);
    if cells.is_empty() {
        let none = lang.pick(
            "không lấy từ ô nào của bảng tính",
            "from no cell of a workbook",
        );
        return format!("  {none}");
    }
    format!("  {} {cells}", lang.pick("lấy từ", "from"))
}

/// A figure of a paper with its rule and its cells.
pub(super) fn figure(figure: &FigureEntry, lang: Lang) -> String {
    let cells = cells(&figure.cells);
    let end = if cells.is_empty() {
        String::new()
    } else {
        format!(" ← {cells}")
    };
    format!("    {}{end}", head(figure, lang))
}

/// `a.xlsx › Đảng viên › U2:U29, U31; Bầu chi ủy › B4; b.xlsx › …`: the file and the sheet
/// are not said twice.
fn cells(cells: &[CellEntry]) -> String {
    let mut shown = String::new();
    let mut before: Option<&CellEntry> = None;
    for one in cells {
        let is_same_file = before.is_some_and(|it| it.file == one.file);
        let is_same_sheet =
            is_same_file && before.is_some_and(|it| it.sheet == one.sheet);
        let parts = [
            Some(&*one.file).filter(|_| !is_same_file),
            one.sheet.as_deref().filter(|_| !is_same_sheet),
            one.cell.as_deref(),
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().collect();
        if before.is_some() {
            shown.push_str(if is_same_sheet { ", " } else { "; " });
        }
        shown.push_str(&parts.join(" › "));
        before = Some(one);
    }
    shown
}

/// A place of a paper; manifests name it in Vietnamese.
pub(super) fn place(place: &str, lang: Lang) -> String {
    const WORDS: [(&str, &str); 9] = [
        ("chú thích ảnh", "caption"),
        ("tiêu đề", "letterhead"),
        ("kính gửi", "addressees"),
        ("nơi nhận", "recipients"),
        ("chữ ký", "signature"),
        ("đoạn", "paragraph"),
        ("bảng", "table"),
        ("hàng", "row"),
        ("cột", "column"),
    ];
    let mut place = place.to_owned();
    if lang == Lang::En {
        for (vi, en) in WORDS {
            place = place.replace(vi, en);
        }
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_however_it_is_typed() {
        for (typed, printed) in [
            ("5", "05"),
            ("0", "00"),
            ("96.15%", "96,15"),
            ("31/08/2022", "31 tháng 8 năm 2022"),
            ("5/9/1984", "05/9/1984"),
            ("chi  ủy", "Chi\u{a0}ủy"),
            ("Chi u\u{309}y", "Chi ủy"),
        ] {
            assert_eq!(key(typed), key(printed), "{typed}");
        }
        for (typed, other) in [("5", "50"), ("5", "0,5"), ("29/8", "2908")] {
            assert_ne!(key(typed), key(other), "{typed}");
        }
    }

    #[test]
    fn cells_of_one_sheet_name_it_once() {
        let cell = |file: &str, sheet: &str, cell: &str| CellEntry {
            file: file.into(),
            sheet: Some(sheet.into()),
            cell: Some(cell.to_owned()),
        };
        let all = [
            cell("a.xlsx", "Đảng viên", "U2:U9"),
            cell("a.xlsx", "Đảng viên", "U11"),
            cell("a.xlsx", "Bầu chi ủy", "B4"),
            cell("b.xlsx", "Đảng viên", "U2:U5"),
        ];
        assert_eq!(
            cells(&all),
            "a.xlsx › Đảng viên › U2:U9, U11; Bầu chi ủy › B4; b.xlsx › Đảng viên › U2:U5"
        );
    }
}
