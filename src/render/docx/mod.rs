//! The flow as a Word document.
//!
//! docx-rs builds the body and the page headers; [`normalise`] puts what it writes into
//! the order of the schema and adds what it cannot say; [`styles`] and [`package`] make
//! the parts that it gets wrong or does not offer. Every paragraph has a named style,
//! so that a clerk restyles a paper in one place; direct formatting only says how a
//! paragraph departs from its style.

mod constant;
mod container;
mod grid;
mod normalise;
mod package;
mod picture;
mod section;
mod styles;
mod text;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use package::plain_text;

use crate::document::profile::{FormatProfile, ProfileId, RuleForm, StyleKey};
use crate::document::{Align, Length, Picture};
use crate::render::deflate::Deflaters;
use crate::render::flow::{
    BallotSheet, Flow, FlowParagraph, FlowPicture, FlowSection, Piece, Tag,
};
use docx_rs::{
    AlignmentType, BorderType, BuildXML, DocumentChild, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, SpecialIndentType, Table,
};
use package::Base;
use std::collections::BTreeMap;
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
    Package(#[from] std::io::Error),
}

/// Writes documents as DOCX; made once for a batch.
#[derive(Debug)]
pub(crate) struct Writer {
    headers: Vec<Vec<u8>>,
    /// What papers of each form share, by the name of the form.
    bases: BTreeMap<&'static str, Base>,
}

impl Writer {
    /// Packs what papers share.
    ///
    /// # Errors
    ///
    /// When docx-rs writes broken markup or the package cannot be made.
    pub(crate) fn new(deflaters: &Deflaters) -> Result<Self, DocxError> {
        let headers = section::headers()?;
        let mut bases = BTreeMap::new();
        for id in ProfileId::ALL {
            let profile = id.profile();
            let styles = styles::styles(profile);
            let pack = |deflater: &mut _| Base::pack(&styles, &headers, &[], deflater);
            let base = deflaters.lend(pack)?;
            bases.insert(profile.name, base);
        }
        Ok(Self { headers, bases })
    }

    /// Writes a document; the same flow always gives the same bytes.
    ///
    /// # Errors
    ///
    /// When docx-rs writes broken markup or the package cannot be made.
    pub(crate) fn write(
        &self,
        flow: &Flow<'_>,
        deflaters: &Deflaters,
    ) -> Result<Vec<u8>, DocxError> {
        let mut body = Body::new(flow.profile);
        let count = flow.sections.len();
        for (section, number) in flow.sections.iter().zip(1..) {
            body.section(section, number == count);
        }
        let mut document = docx_rs::Document::new();
        if let Some(last) = flow.sections.last() {
            section::close(&mut document.section_property, last);
        }
        document.children = body.children;
        let extras = normalise::Extras {
            head_rows: body.head_rows,
            drawings: body.drawings.iter().map(picture::Drawing::markup).collect(),
        };
        let document = normalise::normalise(&document.build(), &extras)?;
        let pictures = &body.pictures;
        deflaters.lend(|deflater| {
            let shared = self.bases.get(flow.profile.name);
            if let Some(base) = shared.filter(|_| pictures.is_empty()) {
                return Ok(base.complete(&document, flow.meta, deflater)?);
            }
            let styles = styles::styles(flow.profile);
            let own = Base::pack(&styles, &self.headers, pictures, deflater)?;
            Ok(own.complete(&document, flow.meta, deflater)?)
        })
    }
}

/// The body of the document, or of a ballot, as far as it is built.
struct Body {
    profile: &'static FormatProfile,
    /// Width of the text.
    width: Length,
    children: Vec<DocumentChild>,
    /// For each table, how many of its first rows repeat on each page; docx-rs has no
    /// word for it, so the normaliser puts it in.
    head_rows: Vec<usize>,
    /// Each picture where it is seen; put in by the normaliser too.
    drawings: Vec<picture::Drawing>,
    /// Each picture once.
    pictures: Vec<Picture>,
    /// The next piece begins a page.
    breaks_page: bool,
}

impl Body {
    fn new(profile: &'static FormatProfile) -> Self {
        Self {
            profile,
            width: profile.page.text_width(),
            children: Vec::new(),
            head_rows: Vec::new(),
            drawings: Vec::new(),
            pictures: Vec::new(),
            breaks_page: false,
        }
    }

    /// Adds a section; its pages are described at its end.
    fn section(&mut self, section: &FlowSection, is_last: bool) {
        self.width = section.form.text_width();
        for piece in &section.pieces {
            self.add(piece);
        }
        // a section begins a page by itself
        self.breaks_page = false;
        self.end_with_a_paragraph();
        if is_last {
            return;
        }
        if let Some(DocumentChild::Paragraph(last)) = self.children.last_mut() {
            let property = Some(section::property(section));
            last.property.section_property = property;
        }
    }

    fn add(&mut self, piece: &Piece) {
        match piece {
            Piece::Paragraph(paragraph) => self.add_paragraph(paragraph),
            Piece::Grid(grid) => {
                self.begin_table();
                self.head_rows.push(grid.head_rows);
                self.add_table(grid::table(grid, self.profile));
            }
            Piece::Picture(picture) => self.add_picture(picture),
            Piece::Ballots(sheet) => {
                self.begin_table();
                self.head_rows.push(0);
                let table = self.ballots(sheet);
                self.add_table(table);
            }
            Piece::PageBreak => self.breaks_page = true,
        }
    }

    /// Tables that touch would become one, and none can begin a page.
    fn begin_table(&mut self) {
        let touches = matches!(self.children.last(), Some(DocumentChild::Table(_)));
        if touches || self.breaks_page {
            self.add_paragraph(&FlowParagraph::room(StyleKey::Anchor));
        }
    }

    fn add_table(&mut self, table: Table) {
        self.children.push(DocumentChild::Table(Box::new(table)));
    }

    fn add_paragraph(&mut self, paragraph: &FlowParagraph) {
        let built = self::paragraph(paragraph, self.width, self.profile);
        self.push(built);
    }

    fn push(&mut self, mut paragraph: Paragraph) {
        if self.breaks_page {
            paragraph = paragraph.page_break_before(true);
            self.breaks_page = false;
        }
        self.children
            .push(DocumentChild::Paragraph(Box::new(paragraph)));
    }

    fn add_picture(&mut self, picture: &FlowPicture) {
        let known = self.pictures.iter().position(|it| *it == picture.picture);
        let place = known.unwrap_or_else(|| {
            self.pictures.push(picture.picture.clone());
            self.pictures.len() - 1
        });
        let number = self.drawings.len() + 1;
        self.drawings
            .push(picture::Drawing::new(picture, place, number));
        // stands for the picture, see `normalise.rs`
        let stand_in = Run::new().add_tab();
        let paragraph = Paragraph::new().style(styles::id(StyleKey::Figure));
        self.push(paragraph.add_run(stand_in));
    }

    /// Word repairs a document, or a cell, that ends with a table.
    fn end_with_a_paragraph(&mut self) {
        if !matches!(self.children.last(), Some(DocumentChild::Paragraph(_))) {
            self.add_paragraph(&FlowParagraph::room(StyleKey::Anchor));
        }
    }

    /// A sheet of ballots as a table whose inner borders are the marks where to cut.
    fn ballots(&mut self, sheet: &BallotSheet) -> Table {
        let width = sheet.columns.first().map_or(self.width, |it| it.inner());
        let mut left = sheet.filled;
        let mut rows = Vec::new();
        for row in &sheet.rows {
            let mut cells = Vec::new();
            for column in &sheet.columns {
                let content = if left > 0 { &sheet.content[..] } else { &[] };
                left = left.saturating_sub(1);
                let mut inside = Self {
                    width,
                    children: Vec::new(),
                    breaks_page: false,
                    head_rows: std::mem::take(&mut self.head_rows),
                    drawings: std::mem::take(&mut self.drawings),
                    pictures: std::mem::take(&mut self.pictures),
                    ..*self
                };
                for piece in content {
                    inside.add(piece);
                }
                inside.end_with_a_paragraph();
                self.head_rows = inside.head_rows;
                self.drawings = inside.drawings;
                self.pictures = inside.pictures;
                cells.push(grid::ballot(inside.children, *row, *column));
            }
            rows.push(grid::ballot_row(cells, *row));
        }
        grid::ballot_table(rows, &sheet.columns, self.profile)
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
