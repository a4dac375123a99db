//! Tables of data: columns by their shares, cells by their role.

use super::balance::Setter;
use super::hold::held_end;
use super::{FlowParagraph, Grid, GridCell, GridPurpose, GridRow};
use crate::document::profile::StyleKey;
use crate::document::{Inline, Length, Run, Table, TableCell, TableRole};

/// The grid of a table; a name at the end of a cell is held together where it fits.
pub(super) fn grid(table: &Table, setter: Setter<'_>, whole: Length) -> Grid {
    let columns = split(whole, &table.shares);
    let padding = setter.profile.table.side_padding;
    let rows = table.rows.iter().map(|row| {
        let spans = row.cells.iter().map(|cell| cell.column_span);
        // a row below a cell that covers several does not tell where its own stand
        let is_whole = spans.sum::<usize>() == columns.len();
        let mut edges = columns.iter().copied();
        let cells = row.cells.iter().map(|cell| {
            let width = edges
                .by_ref()
                .take(cell.column_span)
                .fold(Length::ZERO, Length::plus);
            let room = width.less(padding).less(padding);
            let mut set = data_cell(cell, table.role);
            for paragraph in set.paragraphs.iter_mut().filter(|_| is_whole) {
                let style = paragraph.style;
                let fits = |pair: &[Inline]| setter.width(style, pair) < room;
                let content = std::mem::take(&mut paragraph.content);
                paragraph.long_word = long_word(&content, fits);
                paragraph.content = held_end(content, fits);
            }
            set
        });
        GridRow {
            cells: cells.collect(),
        }
    });
    let rows = rows.collect();
    Grid {
        purpose: GridPurpose::Data,
        columns,
        head_rows: table.head_rows,
        rows,
    }
}

/// How many characters the shortest word has that has hyphens and is wider than its cell,
/// as addresses of the web are. In the middle of it a line must end, and at a hyphen it
/// does so best.
fn long_word(content: &[Inline], fits: impl Fn(&[Inline]) -> bool) -> Option<usize> {
    let runs = content.iter().filter_map(|inline| match inline {
        Inline::Run(run) => Some(run).filter(|it| it.text.contains('-')),
        Inline::Blank(_) | Inline::Break => None,
    });
    let words = runs.flat_map(|run| run.text.split(' ').map(move |word| (run, word)));
    let words = words.filter(|(_, word)| word.contains('-'));
    let long = words.filter(|(run, word)| {
        !fits(&[Inline::Run(Run {
            text: (*word).to_owned(),
            ..(*run).clone()
        })])
    });
    long.map(|(_, word)| word.chars().count()).min()
}

/// A row of at least so many lines is a high one.
const HIGH: i32 = 9;

/// Whether a row is surely high: some cell's text, were every line of it full, would be
/// three quarters as many lines.
pub(super) fn is_high(row: &GridRow, columns: &[Length], setter: Setter<'_>) -> bool {
    let padding = setter.profile.table.side_padding;
    let mut edges = columns.iter().copied();
    row.cells.iter().any(|cell| {
        let column = edges.by_ref().take(cell.column_span);
        let width = column.fold(Length::ZERO, Length::plus);
        let room = width.less(padding).less(padding).to_twips();
        let text = cell
            .paragraphs
            .iter()
            .map(|it| setter.width(it.style, &it.content))
            .fold(Length::ZERO, Length::plus);
        text.to_twips() * 4 >= room * HIGH * 3
    })
}

fn data_cell(cell: &TableCell, role: TableRole) -> GridCell {
    let style = match (role, cell.is_head) {
        (TableRole::Normal, true) => StyleKey::TableHead,
        (TableRole::Normal, false) => StyleKey::TableCell,
        (TableRole::Compact, true) => StyleKey::CompactHead,
        (TableRole::Compact, false) => StyleKey::CompactCell,
    };
    let mut content = cell.content.clone();
    if cell.is_total {
        for inline in &mut content {
            if let Inline::Run(run) = inline {
                run.style.bold = true;
            }
        }
    }
    GridCell {
        is_head: cell.is_head,
        column_span: cell.column_span,
        row_span: cell.row_span,
        paragraphs: vec![FlowParagraph {
            align: Some(cell.align),
            ..FlowParagraph::new(style, content)
        }],
    }
}

/// Splits a width by shares; the parts add up to the whole exactly.
fn split(whole: Length, shares: &[u32]) -> Vec<Length> {
    let width = i64::from(whole.to_twips());
    let total: i64 = shares.iter().map(|share| i64::from(*share)).sum();
    let mut done = 0_i64;
    let mut parts = Vec::with_capacity(shares.len());
    let mut edge = 0_i64;
    for share in shares {
        done += i64::from(*share);
        let next = kept(width * done / total.max(1), width).max(edge);
        parts.push(Length::twips(i32::try_from(next - edge).unwrap_or(0)));
        edge = next;
    }
    parts
}

/// The nearest place where an edge of a column stays as it is; five twips away at most
/// on the pages of the form.
///
/// LibreOffice takes edges to ten-thousandths of the table, to the nearest, and from
/// there to whole twips, down: an edge elsewhere would move by a twip, and its cells
/// would break their lines at other words. Checked on 975 cells.
fn kept(edge: i64, whole: i64) -> i64 {
    const PARTS: i64 = 10_000;
    let moved = |it: i64| (it * PARTS * 2 + whole) / (whole * 2).max(1) * whole / PARTS;
    let around = (0..=edge).flat_map(|away| [edge - away, edge + away]);
    let mut kept = around.filter(|it| moved(*it) == *it);
    kept.next().unwrap_or(edge)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::RunStyle;
    use crate::document::profile::ProfileId;
    use crate::render::font::Fonts;

    #[test]
    fn column_widths_add_up_to_the_whole() {
        let parts = split(Length::twips(9355), &[1, 4, 2, 2]);
        let twips: Vec<i32> = parts.iter().map(|part| part.to_twips()).collect();
        // 9355 / 9 = 1039.44: edges at 1039, 5197, 7276, 9355. Of ten thousand parts,
        // 1039 is 1110.6, and 1111 are 1039.3; 5197 is 5555.3, but 5555 are 5196.7, and
        // the nearest that stays is 5200: 5558.5, and 5559 are 5200.4
        assert_eq!(twips, [1039, 4161, 2076, 2079]);
    }

    #[test]
    fn the_shortest_word_with_hyphens_that_does_not_fit_is_long() {
        let run = |text: &str| {
            vec![Inline::Run(Run {
                text: text.to_owned(),
                style: RunStyle::default(),
                trace: None,
            })]
        };
        let fits = |word: &[Inline]| word.iter().all(|it| it.text().unwrap().len() < 9);
        let long = |text: &str| long_word(&run(text), fits);
        assert_eq!(long("xem www.a.vn/b-c, tại www.a.vn/b-c/d-e"), Some(13));
        assert_eq!(long("so 12-NQ/DU"), None);
        // without hyphens it breaks where the line is full
        assert_eq!(long("www.chibo.vn 1-2"), None);
    }

    #[test]
    fn a_row_is_high_from_nine_lines_on() {
        let fonts = Fonts::load().unwrap();
        let profile = ProfileId::Party2018.profile();
        let setter = Setter {
            profile,
            fonts: &fonts,
        };
        let row = |letters: usize| GridRow {
            cells: vec![GridCell {
                is_head: false,
                column_span: 1,
                row_span: 1,
                paragraphs: vec![FlowParagraph::new(
                    StyleKey::CompactCell,
                    vec![super::super::text(&"n".repeat(letters))],
                )],
            }],
        };
        // n of 11 points is 110 twips wide; ten to a line beside paddings of 80, and
        // three quarters of nine lines are 67.5
        let columns = [Length::twips(1100 + 2 * 80)];
        assert!(!is_high(&row(67), &columns, setter));
        assert!(is_high(&row(68), &columns, setter));
    }

    #[test]
    fn no_edge_is_moved_by_more_than_a_quarter_of_a_point() {
        for whole in [9355, 14_570] {
            for edge in 0..=whole {
                let away = (kept(edge, whole) - edge).abs();
                assert!(away <= 5, "{edge} of {whole}");
            }
        }
    }
}
