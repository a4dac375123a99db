//! What stands where, in numbers worked by hand. Times New Roman at 12 points: `n` is
//! 1024 of 2048 units wide, 6 points; a space 512 units, 3 points.

mod form;
mod lines;
mod pages;
mod properties;
mod sections;
mod tables;

use super::sample::{lines, placed_pieces, words};
use super::{Distance, Fragment, Item, Page, Placed, Rule, SetGlyph};
use crate::document::profile::StyleKey;
use crate::document::{Inline, Length};
use crate::render::flow::{FlowParagraph, Grid, GridCell, GridPurpose, GridRow, Piece};

fn twips(twips: i32) -> Distance {
    Distance::of(Length::twips(twips))
}

fn cell(paragraphs: Vec<FlowParagraph>) -> GridCell {
    GridCell {
        is_head: false,
        column_span: 1,
        row_span: 1,
        paragraphs,
    }
}

fn text_cell(text: &str) -> GridCell {
    cell(vec![FlowParagraph::new(StyleKey::TableCell, words(text))])
}

fn grid(
    purpose: GridPurpose,
    columns: &[i32],
    head_rows: usize,
    rows: Vec<Vec<GridCell>>,
) -> Piece {
    Piece::Grid(Grid {
        purpose,
        columns: columns.iter().copied().map(Length::twips).collect(),
        head_rows,
        rows: rows.into_iter().map(|cells| GridRow { cells }).collect(),
    })
}

fn body(text: &str) -> Piece {
    Piece::Paragraph(FlowParagraph::new(StyleKey::Body, words(text)))
}

/// A paragraph of 12 points, flush left, alone in a column of some twips.
fn in_column(width: i32, content: Vec<Inline>) -> Placed {
    let paragraph = FlowParagraph::new(StyleKey::Recipient, content);
    let row = vec![cell(vec![paragraph])];
    placed_pieces(vec![grid(GridPurpose::Layout, &[width], 0, vec![row])])
}

fn column_lines(width: i32, content: Vec<Inline>) -> Vec<String> {
    lines(&in_column(width, content).pages[0])
}

fn fragments(page: &Page) -> Vec<&Fragment> {
    let mut fragments = Vec::new();
    for item in &page.items {
        if let Item::Text(fragment) = item {
            fragments.push(fragment);
        }
    }
    fragments
}

fn rules(page: &Page) -> Vec<&Rule> {
    let mut rules = Vec::new();
    for item in &page.items {
        if let Item::Rule(rule) = item {
            rules.push(rule);
        }
    }
    rules
}

/// Where the last glyph that is not a space ends; none if there are only spaces.
fn inked_end(fragment: &Fragment) -> Option<Distance> {
    let is_ink = |set: &&SetGlyph| set.source != ' ';
    let words = fragment.words.iter();
    let word = words
        .rev()
        .find(|word| word.glyphs.iter().any(|set| is_ink(&set)))?;
    let inked = word.glyphs.iter().filter(is_ink);
    let width: Distance = inked.map(|set| set.width(fragment.size)).sum();
    Some(word.x + width)
}
