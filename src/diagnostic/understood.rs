//! How sheets were understood, in words and in columns that line up.

mod compact;

use super::visible::tellable;
use super::{CellRange, Lang, Note, PassedOver, Place, SheetRef, Understood};
use compact::compact;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// So many places that were passed over are told of a sheet; the rest is counted.
const PASSED_OVER: usize = 20;
/// So many letters are told of a header or label.
const LONGEST_NAME: usize = 60;
/// So many letters are told of rows that were passed over.
const LONGEST_ROWS: usize = 160;
/// So wide a canonical name may push what stands beside it.
const WIDEST: usize = 32;

/// Tells of each file how its sheets were read: what each sheet was taken for, where its
/// header is, what each column and label means, and which rows are no rows of a table.
///
/// The order is that of findings: file, sheet, row, column.
pub fn understood_lines<'a>(
    notes: impl IntoIterator<Item = &'a Note>,
    lang: Lang,
) -> Vec<String> {
    let mut files: BTreeMap<&str, BTreeMap<&SheetRef, Vec<&Note>>> = BTreeMap::new();
    for note in notes {
        if let Some(sheet) = &note.place.sheet {
            let sheets = files.entry(&*note.place.file).or_default();
            sheets.entry(sheet).or_default().push(note);
        }
    }
    let mut lines = Vec::new();
    for (file, sheets) in files {
        lines.push(tellable(file));
        for (sheet, mut notes) in sheets {
            let is_header = |note: &&&Note| note.what == Understood::Header;
            let headers = notes.iter().filter(is_header);
            let headers: Vec<CellRange> =
                headers.filter_map(|note| note.place.cells).collect();
            notes.sort_by_key(|note| reading_order(note, &headers));
            notes.dedup();
            lines.push(format!("  {}", sheet_line(sheet, &notes, lang)));
            let told = sheet_lines(&compact(&notes), lang);
            lines.extend(told.into_iter().map(|line| format!("    {line}")));
        }
    }
    lines
}

/// Top to bottom; the header before its columns, and those together, whatever row of the
/// header each stands in.
fn reading_order(note: &Note, headers: &[CellRange]) -> (Option<u32>, u8, Option<u32>) {
    let cells = note.place.cells;
    let header = cells.and_then(|cells| {
        let mut headers = headers.iter();
        headers
            .find(|it| it.first.row <= cells.first.row && cells.first.row <= it.last.row)
    });
    let (row, rank) = match note.what {
        Understood::Sheet { .. } => (None, 0),
        Understood::Header => (note.place.row(), 1),
        Understood::Column { .. } => {
            (header.map(|it| it.first.row).or(note.place.row()), 2)
        }
        Understood::Label { .. } => (note.place.row(), 3),
        Understood::Rows { .. } => (note.place.row(), 4),
    };
    (row, rank, cells.map(|cells| cells.first.column))
}

/// The sheet, what it is read as and why.
fn sheet_line(sheet: &SheetRef, notes: &[&Note], lang: Lang) -> String {
    let name = tellable(&sheet.name);
    for note in notes {
        let Understood::Sheet {
            read_as,
            is_by_content,
            is_hidden,
        } = &note.what
        else {
            continue;
        };
        let by = if *is_by_content {
            lang.pick("theo nội dung", "by what it holds")
        } else {
            lang.pick("theo tên", "by its name")
        };
        let hidden = if *is_hidden {
            lang.pick(", trang ẩn", ", a hidden sheet")
        } else {
            ""
        };
        let Some(read_as) = read_as else {
            let not_read = lang.pick("không đọc", "not read");
            return format!("“{name}”: {not_read}{hidden}");
        };
        return format!("“{name}” → {read_as} ({by}{hidden})");
    }
    format!("“{name}”")
}

/// What stands on a sheet, a line each.
fn sheet_lines(notes: &[Note], lang: Lang) -> Vec<String> {
    let meanings = notes.iter().filter_map(|note| meaning(&note.what, lang));
    let width = meanings.map(|it| it.1.width()).max().unwrap_or_default();
    let width = width.min(WIDEST);
    let head = notes.iter().map(|note| address(note).width()).max();
    let head = head.unwrap_or_default();
    let mut lines = Vec::new();
    let mut passed_over = 0_usize;
    for note in notes {
        match &note.what {
            Understood::Sheet { .. } => {}
            Understood::Header => {
                let rows = rows_of(&note.place, lang);
                lines.push(format!("{} {rows}", lang.pick("tiêu đề:", "header:")));
            }
            what @ (Understood::Column { .. } | Understood::Label { .. }) => {
                if let Some((typed, means)) = meaning(what, lang) {
                    let address = padded(&address(note), head);
                    let line = format!("{address}  {}", padded(&means, width));
                    lines.push(match typed {
                        Some(typed) => format!("{line}  (“{typed}”)"),
                        None => line.trim_end().to_owned(),
                    });
                }
            }
            Understood::Rows { why, text } => {
                passed_over += 1;
                if passed_over <= PASSED_OVER {
                    let rows = rows_of(&note.place, lang);
                    let skipped = lang.pick("bỏ qua", "passed over,");
                    let why = reason(*why, lang);
                    let text = shortened(text, LONGEST_ROWS);
                    lines.push(format!("{skipped} {rows}, {why}: “{text}”"));
                }
            }
        }
    }
    if let Some(rest) = passed_over
        .checked_sub(PASSED_OVER)
        .filter(|rest| *rest > 0)
    {
        lines.push(match lang {
            Lang::Vi => format!("bỏ qua {rest} chỗ khác"),
            Lang::En => format!("passed over, {rest} other places"),
        });
    }
    lines
}

/// The letters of a column; the address of a label.
fn address(note: &Note) -> String {
    let Some(cells) = note.place.cells else {
        return String::new();
    };
    match note.what {
        Understood::Column { .. } if cells.first.column < cells.last.column => {
            let (first, last) = (cells.first, cells.last);
            format!("{}–{}", first.column_letters(), last.column_letters())
        }
        Understood::Column { .. } => cells.first.column_letters(),
        Understood::Label { .. } => cells.first.to_string(),
        Understood::Sheet { .. } | Understood::Header | Understood::Rows { .. } => {
            String::new()
        }
    }
}

/// A header or label as typed, where it is not the canonical name itself, and what it
/// means.
fn meaning(what: &Understood, lang: Lang) -> Option<(Option<String>, String)> {
    let (typed, read_as) = match what {
        Understood::Column { header, read_as } => (header, read_as),
        Understood::Label { label, read_as } => (label, read_as),
        Understood::Sheet { .. } | Understood::Header | Understood::Rows { .. } => {
            return None;
        }
    };
    let is_itself = read_as.as_ref() == Some(typed) || typed.is_empty();
    let typed = (!is_itself).then(|| shortened(typed, LONGEST_NAME));
    let means = match read_as {
        Some(name) => format!("→ {name}"),
        None => lang.pick("không đọc", "not read").to_owned(),
    };
    Some((typed, means))
}

fn rows_of(place: &Place, lang: Lang) -> String {
    let Some(cells) = place.cells else {
        return String::new();
    };
    let (first, last) = (
        u64::from(cells.first.row) + 1,
        u64::from(cells.last.row) + 1,
    );
    if first == last {
        format!("{} {first}", lang.pick("dòng", "row"))
    } else {
        format!("{} {first}–{last}", lang.pick("dòng", "rows"))
    }
}

fn reason(why: PassedOver, lang: Lang) -> &'static str {
    let (vi, en) = match why {
        PassedOver::Title => ("phần trên bảng", "above the table"),
        PassedOver::Numbers => ("số thứ tự cột", "column numbers"),
        PassedOver::Section => ("tiêu đề nhóm", "head of a section"),
        PassedOver::Total => ("dòng cộng", "a total"),
        PassedOver::Foot => ("phần dưới bảng", "below the table"),
    };
    lang.pick(vi, en)
}

/// A text on one line, and not so long that a line breaks.
fn shortened(text: &str, longest: usize) -> String {
    let told = tellable(text);
    let mut letters = told.chars();
    let mut kept: String = letters.by_ref().take(longest).collect();
    if letters.next().is_some() {
        kept.push('…');
    }
    kept
}

/// A text with spaces after it, as wide as a terminal shows it.
fn padded(text: &str, width: usize) -> String {
    let missing = width.saturating_sub(text.width());
    format!("{text}{}", " ".repeat(missing))
}

#[cfg(test)]
mod tests;
