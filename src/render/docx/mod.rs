//! The flow as a Word document.
//!
//! docx-rs builds the body and the page headers; [`normalise`] puts what it writes into
//! the order of the schema and adds what it cannot say; [`styles`] and [`package`] make
//! the parts that it gets wrong or does not offer. Every paragraph has a named style,
//! so that a clerk restyles a paper in one place; direct formatting only says how a
//! paragraph departs from its style.

mod constant;
mod grid;
mod normalise;
mod package;
mod styles;
mod text;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use package::plain_text;

use crate::document::profile::{FormatProfile, PageForm, RuleForm, StyleKey};
use crate::document::{Align, Length};
use crate::render::flow::{Flow, FlowParagraph, Piece, Tag};
use docx_rs::{
    AlignmentType, BorderType, DocumentChild, Docx, Header, PageMargin, PageNum,
    Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders,
    SpecialIndentType,
};
use thiserror::Error;

/// A document could not be written as DOCX.
///
/// Both are faults of the program: no text of a user leads here.
#[derive(Debug, Error)]
pub enum DocxError {
    /// What docx-rs wrote is not XML.
    #[error("the markup of the Word document cannot be read back")]
    Markup(#[from] normalise::MarkupError),
    /// The parts could not be packed.
    #[error("the Word document cannot be packed")]
    Package(#[from] package::PackageError),
}

/// Writes a document as DOCX; the same flow always gives the same bytes.
///
/// # Errors
///
/// When docx-rs writes broken markup or the package cannot be made.
pub(crate) fn write(flow: &Flow<'_>) -> Result<Vec<u8>, DocxError> {
    let mut body = Body::new(flow.profile);
    for piece in &flow.pieces {
        body.add(piece);
    }
    let head_rows = body.head_rows.clone();
    let built = body.into_docx().build();
    let headers = built
        .headers
        .iter()
        .map(|header| normalise::normalise(header, &[]))
        .collect::<Result<Vec<_>, _>>()?;
    let parts = package::Parts {
        document: normalise::normalise(&built.document, &head_rows)?,
        headers,
        styles: styles::styles(flow.profile),
    };
    Ok(package::pack(&parts, flow.meta)?)
}

/// The body of the document as far as it is built.
struct Body {
    profile: &'static FormatProfile,
    children: Vec<DocumentChild>,
    /// For each table, how many of its first rows repeat on each page; docx-rs has no
    /// word for it, so the normaliser puts it in.
    head_rows: Vec<usize>,
    /// The next piece begins a page.
    breaks_page: bool,
}

impl Body {
    fn new(profile: &'static FormatProfile) -> Self {
        Self {
            profile,
            children: Vec::new(),
            head_rows: Vec::new(),
            breaks_page: false,
        }
    }

    fn add(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(paragraph) => self.add_paragraph(paragraph),
            Piece::Grid(grid) => {
                // tables that touch would become one, and none can begin a page
                let touches =
                    matches!(self.children.last(), Some(DocumentChild::Table(_)));
                if touches || self.breaks_page {
                    self.add_paragraph(&FlowParagraph::room(StyleKey::Anchor));
                }
                let table = grid::table(grid, self.profile);
                self.children.push(DocumentChild::Table(Box::new(table)));
                self.head_rows.push(grid.head_rows);
            }
            Piece::PageBreak => self.breaks_page = true,
        }
    }

    fn add_paragraph(&mut self, paragraph: &FlowParagraph) {
        let column = self.profile.page.text_width();
        let mut built = self::paragraph(paragraph, column, self.profile);
        if self.breaks_page {
            built = built.page_break_before(true);
            self.breaks_page = false;
        }
        self.children
            .push(DocumentChild::Paragraph(Box::new(built)));
    }

    /// Adds the page and its headers; the first page has a header without number.
    fn into_docx(mut self) -> Docx {
        if !matches!(self.children.last(), Some(DocumentChild::Paragraph(_))) {
            // Word repairs a document that ends with a table
            self.add_paragraph(&FlowParagraph::room(StyleKey::Anchor));
        }
        let page = &self.profile.page;
        let number = || Paragraph::new().style(styles::id(StyleKey::PageNumber));
        let mut docx = Docx::new();
        docx.document.children = self.children;
        docx.page_size(unsigned(page.width), unsigned(page.height))
            .page_margin(margins(page))
            .header(Header::new().add_paragraph(number().add_page_num(PageNum::new())))
            .first_header(Header::new().add_paragraph(number()))
    }
}

/// The form gives no place for a footer; Word wants one, and it stays empty.
fn margins(page: &PageForm) -> PageMargin {
    PageMargin {
        top: page.top.to_twips(),
        bottom: page.bottom.to_twips(),
        left: page.left.to_twips(),
        right: page.right.to_twips(),
        header: page.header.to_twips(),
        footer: page.header.to_twips(),
        gutter: 0,
    }
}

/// A paragraph of a column: its style, its text, and how it departs from its style.
fn paragraph(
    paragraph: &FlowParagraph,
    column: Length,
    profile: &FormatProfile,
) -> Paragraph {
    let style = (profile.style)(paragraph.style);
    let look = paragraph.look(profile);
    let mut built = Paragraph::new().style(styles::id(paragraph.style));
    if look.align != style.align {
        built = built.align(alignment(look.align));
    }
    if look.keep_next != style.keep_next {
        built = if look.keep_next {
            built.keep_next(true).keep_lines(true)
        } else {
            // stands for "does not stay with the next", see `normalise.rs`
            built.snap_to_grid(false)
        };
    }
    let level = outline_level(paragraph.tag);
    if level != styles::outline_level(paragraph.style) {
        // nine is Word's "body text"
        built = built.outline_lvl(level.map_or(9, usize::from));
    }
    if let Some(length) = paragraph.rule_below {
        built = rule_below(built, length, column, profile.rule);
    }
    for run in text::runs(paragraph, &look) {
        built = built.add_run(run);
    }
    built
}

/// How far the line below a title may be longer than the title, on either side.
///
/// The indents that make the line also narrow the text, and a title that misses its
/// width by a rounding would be broken: one tenth of a point is not seen, a second
/// line is.
const RULE_SLACK: Length = Length::twips(2);

/// Draws a line of a length below a paragraph, centred in its column.
///
/// The border of a paragraph is as wide as the paragraph, so it is indented on both
/// sides by half of what remains.
fn rule_below(
    paragraph: Paragraph,
    length: Length,
    column: Length,
    rule: RuleForm,
) -> Paragraph {
    let side = (column.less(length).to_twips() / 2 - RULE_SLACK.to_twips()).max(0);
    let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom)
        .val(BorderType::Single)
        .size(usize::from(rule.title_eighths))
        .space(usize::from(rule.space_points))
        .color("000000");
    let no_first_line = Some(SpecialIndentType::FirstLine(0));
    let mut ruled = paragraph.indent(Some(side), no_first_line, Some(side), None);
    let borders = ParagraphBorders::with_empty().set(line);
    ruled.property = ruled.property.set_borders(borders);
    ruled
}

/// Word's level of a heading, counted from zero; it knows nine.
fn outline_level(tag: Tag) -> Option<u8> {
    match tag {
        Tag::Heading(level) => Some(level.saturating_sub(1).min(8)),
        Tag::Text | Tag::ListItem | Tag::Room => None,
    }
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justify => AlignmentType::Both,
    }
}

/// A length where the schema knows no negative one.
fn unsigned<Number: TryFrom<i32> + Default>(length: Length) -> Number {
    Number::try_from(length.to_twips()).unwrap_or_default()
}
