//! The document in the order and shape both formats write it: paragraphs and grids.
//!
//! A letterhead becomes a grid without borders, a signature block another; long names
//! are broken, drawn lines measured. All of this is decided here, once, so that DOCX
//! and PDF cannot differ in it.

mod balance;
mod letterhead;

use crate::document::profile::{FormatProfile, ParagraphStyle, StyleKey};
use crate::document::{
    Align, Block, Document, Heading, Inline, Length, Line, List, Meta, Paragraph,
    Recipients, Role, Run, RunStyle, Side, Signature, Signatures, Table, TableCell,
    TableRole,
};
use crate::render::font::Fonts;

/// A document ready to be written in either format.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    pub(crate) meta: &'a Meta,
    pub(crate) profile: &'static FormatProfile,
    pub(crate) pieces: Vec<Piece>,
}

/// What follows each other down the page.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Paragraph(FlowParagraph),
    Grid(Grid),
    /// The next piece begins a page.
    PageBreak,
}

/// A paragraph with everything decided but its lines.
#[derive(Debug, Clone)]
pub(crate) struct FlowParagraph {
    pub(crate) style: StyleKey,
    /// What it is to a reader that does not see it.
    pub(crate) tag: Tag,
    /// The mark of a list item; its text begins with the mark and a space.
    pub(crate) mark: Option<String>,
    /// Text without the mark.
    pub(crate) content: Vec<Inline>,
    /// Overrides the style's alignment.
    pub(crate) align: Option<Align>,
    /// Overrides the style's "stays with the next".
    pub(crate) keep_next: Option<bool>,
    /// A line drawn below the text, centred, of this length.
    pub(crate) rule_below: Option<Length>,
}

/// What a paragraph is to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Text,
    /// Level 1 is the paper's title; `I-` is 2, `1.` is 3, `a)` is 4.
    Heading(u8),
    /// An item of the list that the neighbouring items make.
    ListItem,
    /// Takes room only.
    Room,
}

/// A table of data, or columns that stand beside each other.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) purpose: GridPurpose,
    /// Width of each column.
    pub(crate) columns: Vec<Length>,
    /// How many of the first rows are repeated on each page.
    pub(crate) head_rows: usize,
    pub(crate) rows: Vec<GridRow>,
}

/// Why a grid is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GridPurpose {
    /// Rows and columns mean something; it has borders and cell padding.
    Data,
    /// Only places text side by side; no borders, no padding.
    Layout,
}

/// A row; never split over pages.
#[derive(Debug, Clone)]
pub(crate) struct GridRow {
    pub(crate) cells: Vec<GridCell>,
}

/// A cell; those covered by a span from above are left out of their row.
#[derive(Debug, Clone)]
pub(crate) struct GridCell {
    /// Whether it heads its column.
    pub(crate) is_head: bool,
    pub(crate) column_span: usize,
    pub(crate) row_span: usize,
    /// Data cells are centred between their borders, layout cells stand at the top.
    pub(crate) paragraphs: Vec<FlowParagraph>,
}

impl FlowParagraph {
    /// A plain paragraph.
    pub(crate) fn new(style: StyleKey, content: Vec<Inline>) -> Self {
        Self {
            style,
            tag: Tag::Text,
            mark: None,
            content,
            align: None,
            keep_next: None,
            rule_below: None,
        }
    }

    /// A paragraph that only takes room.
    pub(crate) fn room(style: StyleKey) -> Self {
        Self {
            tag: Tag::Room,
            ..Self::new(style, Vec::new())
        }
    }

    /// The mark and its space, then the content.
    pub(crate) fn inlines(&self) -> impl Iterator<Item = Inline> {
        let mark = self.mark.as_ref().map(|mark| text(&format!("{mark} ")));
        mark.into_iter().chain(self.content.iter().cloned())
    }

    /// The look of the paragraph with its overrides.
    pub(crate) fn look(&self, profile: &FormatProfile) -> ParagraphStyle {
        let style = (profile.style)(self.style);
        ParagraphStyle {
            align: self.align.unwrap_or(style.align),
            keep_next: self.keep_next.unwrap_or(style.keep_next),
            ..style
        }
    }
}

/// Text of the program's own, in the style of its paragraph.
fn text(text: &str) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace: None,
    })
}

/// Puts a document into the shape that both formats write.
pub(crate) fn flow<'a>(
    document: &'a Document,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> Flow<'a> {
    let setter = balance::Setter { profile, fonts };
    let mut pieces = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Letterhead(head) => {
                // LibreOffice adds a line to a first page that begins with a table
                pieces.push(paragraph(FlowParagraph::room(StyleKey::Anchor)));
                pieces.push(Piece::Grid(letterhead::grid(head, profile, fonts)));
            }
            Block::Paragraph(one) => {
                pieces.push(paragraph(text_paragraph(one, setter)));
            }
            Block::Heading(one) => pieces.push(paragraph(heading(one))),
            Block::List(list) => {
                keep_last_text(&mut pieces);
                pieces.extend(items(list).map(Piece::Paragraph));
            }
            Block::Table(table) => {
                keep_with_what_follows(&mut pieces);
                pieces.push(Piece::Grid(data_grid(table, profile)));
                pieces.push(paragraph(FlowParagraph::room(StyleKey::Spacer)));
            }
            Block::Signatures(signatures) => {
                keep_with_what_follows(&mut pieces);
                pieces.push(Piece::Grid(signature_grid(signatures, profile)));
                // WordprocessingML wants a paragraph after a last table
                pieces.push(paragraph(FlowParagraph::room(StyleKey::Anchor)));
            }
            Block::PageBreak => pieces.push(Piece::PageBreak),
        }
    }
    Flow {
        meta: &document.meta,
        profile,
        pieces,
    }
}

fn paragraph(paragraph: FlowParagraph) -> Piece {
    Piece::Paragraph(paragraph)
}

/// A paragraph of the document; type and subject are broken as a clerk would.
fn text_paragraph(one: &Paragraph, setter: balance::Setter<'_>) -> FlowParagraph {
    let style = style_of(one.role);
    let is_head = matches!(one.role, Role::Title | Role::Abstract);
    let content = if is_head {
        let whole = setter.profile.page.text_width();
        setter.balanced(style, &one.content, whole)
    } else {
        one.content.clone()
    };
    let tag = if one.role == Role::Title {
        Tag::Heading(1)
    } else {
        Tag::Text
    };
    FlowParagraph {
        tag,
        ..FlowParagraph::new(style, content)
    }
}

/// The paragraph before a table or a signature stays with it, some room between.
fn keep_with_what_follows(pieces: &mut Vec<Piece>) {
    keep_last_text(pieces);
    pieces.push(paragraph(FlowParagraph {
        keep_next: Some(true),
        ..FlowParagraph::room(StyleKey::Spacer)
    }));
}

/// The words that announce a list, a table or a signature stay with it.
fn keep_last_text(pieces: &mut [Piece]) {
    let last_text = pieces.iter_mut().rev().find_map(|piece| match piece {
        Piece::Paragraph(paragraph) => Some(paragraph),
        Piece::Grid(_) | Piece::PageBreak => None,
    });
    if let Some(paragraph) = last_text {
        paragraph.keep_next = Some(true);
    }
}

fn style_of(role: Role) -> StyleKey {
    match role {
        Role::Title => StyleKey::Title,
        Role::Abstract => StyleKey::Abstract,
        Role::Separator => StyleKey::Separator,
        Role::Body => StyleKey::Body,
        Role::Basis => StyleKey::Basis,
        Role::Centered => StyleKey::Centered,
        Role::Note => StyleKey::Note,
        Role::Resolve => StyleKey::Resolve,
    }
}

fn heading(heading: &Heading) -> FlowParagraph {
    let style = match heading.level {
        1 => StyleKey::Heading1,
        2 => StyleKey::Heading2,
        _ => StyleKey::Heading3,
    };
    FlowParagraph {
        tag: Tag::Heading(heading.level + 1),
        ..FlowParagraph::new(style, heading.content.clone())
    }
}

fn items(list: &List) -> impl Iterator<Item = FlowParagraph> {
    list.items.iter().map(|item| FlowParagraph {
        tag: Tag::ListItem,
        mark: Some(item.mark.clone()),
        ..FlowParagraph::new(StyleKey::ListItem, item.content.clone())
    })
}

fn data_grid(table: &Table, profile: &FormatProfile) -> Grid {
    let rows = table.rows.iter().map(|row| GridRow {
        cells: row
            .cells
            .iter()
            .map(|cell| data_cell(cell, table.role))
            .collect(),
    });
    Grid {
        purpose: GridPurpose::Data,
        columns: split(profile.page.text_width(), &table.shares),
        head_rows: table.head_rows,
        rows: rows.collect(),
    }
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
    let total: i64 = shares.iter().map(|share| i64::from(*share)).sum();
    let mut done = 0_i64;
    let mut parts = Vec::with_capacity(shares.len());
    let mut edge = 0_i64;
    for share in shares {
        done += i64::from(*share);
        let next = i64::from(whole.to_twips()) * done / total.max(1);
        parts.push(Length::twips(i32::try_from(next - edge).unwrap_or(0)));
        edge = next;
    }
    parts
}

fn signature_grid(signatures: &Signatures, profile: &FormatProfile) -> Grid {
    let left = profile.signatures.left;
    // where one side has a post, both leave a line for it: the names stand level
    let sides = [&signatures.left, &signatures.right];
    let has_post = sides.into_iter().flatten().any(|side| match side {
        Side::Signature(signature) => signature.post.is_some(),
        Side::Recipients(_) => false,
    });
    let halves = [&signatures.left, &signatures.right].map(|side| GridCell {
        is_head: false,
        column_span: 1,
        row_span: 1,
        paragraphs: match side {
            Some(Side::Signature(signature)) => signature_paragraphs(signature, has_post),
            Some(Side::Recipients(recipients)) => recipient_paragraphs(recipients),
            None => vec![FlowParagraph::room(StyleKey::Anchor)],
        },
    });
    Grid {
        purpose: GridPurpose::Layout,
        columns: vec![left, profile.page.text_width().less(left)],
        head_rows: 0,
        rows: vec![GridRow {
            cells: halves.into(),
        }],
    }
}

fn signature_paragraphs(signature: &Signature, leaves_post: bool) -> Vec<FlowParagraph> {
    let line = |style, line: &Line| FlowParagraph::new(style, line.clone());
    let mut paragraphs = vec![line(StyleKey::Authority, &signature.authority)];
    match &signature.post {
        Some(post) => paragraphs.push(line(StyleKey::Post, post)),
        None if leaves_post => paragraphs.push(FlowParagraph::room(StyleKey::Post)),
        None => {}
    }
    paragraphs.push(FlowParagraph::room(StyleKey::SignatureGap));
    paragraphs.extend(
        signature
            .name
            .iter()
            .map(|name| line(StyleKey::SignerName, name)),
    );
    paragraphs
}

fn recipient_paragraphs(recipients: &Recipients) -> Vec<FlowParagraph> {
    let label = FlowParagraph::new(StyleKey::RecipientsLabel, recipients.label.clone());
    let items = recipients
        .items
        .iter()
        .map(|item| FlowParagraph::new(StyleKey::Recipient, item.clone()));
    [label].into_iter().chain(items).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::ListItem;
    use crate::document::profile::ProfileId;

    #[test]
    fn the_words_that_announce_a_list_stay_with_it() {
        let item = ListItem {
            mark: "-".to_owned(),
            content: vec![text("một")],
        };
        let document = Document {
            meta: Meta {
                title: String::new(),
                issuer: String::new(),
                language: "vi-VN".to_owned(),
                date: None,
            },
            blocks: vec![
                Block::Paragraph(Paragraph {
                    role: Role::Body,
                    content: vec![text("Đại hội đã bầu:")],
                }),
                Block::List(List { items: vec![item] }),
            ],
        };
        let profile = ProfileId::Party2018.profile();
        let flow = flow(&document, profile, &Fonts::load().unwrap());
        let Some(Piece::Paragraph(first)) = flow.pieces.first() else {
            panic!("a paragraph comes first");
        };
        assert_eq!(first.keep_next, Some(true));
    }

    #[test]
    fn column_widths_add_up_to_the_whole() {
        let parts = split(Length::twips(9355), &[1, 4, 2, 2]);
        let twips: Vec<i32> = parts.iter().map(|part| part.to_twips()).collect();
        // 9355 / 9 = 1039.44: edges at 1039, 5197, 7276, 9355
        assert_eq!(twips, [1039, 4158, 2079, 2079]);
    }
}
