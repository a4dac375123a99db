//! The part of the text: what follows each other down the pages.

use super::normalise::{MarkupError, normalise};
use super::paragraph::ParagraphForm;
use super::picture::Drawing;
use super::section::SectionForm;
use super::stencil::{Form, Stencils};
use super::table::{CellForm, RowForm, TableForm};
use super::text::{self, Marks};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Length, Picture};
use crate::render::flow::{FlowParagraph, FlowPicture, FlowSection, Piece};

/// The forms that papers have used.
#[derive(Debug, Default)]
pub(super) struct Forms {
    pub(super) paragraphs: Stencils<ParagraphForm>,
    pub(super) runs: Stencils<Marks>,
    pub(super) tables: Stencils<TableForm>,
    pub(super) rows: Stencils<RowForm>,
    pub(super) cells: Stencils<CellForm>,
    pub(super) sections: Stencils<SectionForm>,
}

/// The part as far as it is written.
pub(super) struct Body<'a> {
    pub(super) profile: &'static FormatProfile,
    pub(super) forms: &'a mut Forms,
    pub(super) out: Vec<u8>,
    /// Width of the column.
    pub(super) width: Length,
    /// What came last in the column.
    pub(super) last: Last,
    /// The next piece begins a page.
    pub(super) breaks_page: bool,
    /// How many pictures are seen.
    drawings: usize,
    /// Each picture once.
    pictures: Vec<Picture>,
}

/// What stands at the end of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    Nothing,
    Paragraph {
        /// Where the part has the end of its properties.
        properties: usize,
    },
    Table,
}

/// The ends of a paragraph's properties, and of the part.
const PROPERTIES_END: &str = "</w:pPr>";
const END: &str = "</w:body></w:document>";

/// How the part begins, up to its first paragraph.
///
/// # Errors
///
/// When docx-rs writes broken markup.
pub(super) fn head() -> Result<Vec<u8>, MarkupError> {
    let mut part = normalise(&docx_rs::BuildXML::build(&docx_rs::Document::new()))?;
    let section = part.windows(9).position(|it| it == b"<w:sectPr");
    part.truncate(section.unwrap_or_default());
    Ok(part)
}

impl<'a> Body<'a> {
    pub(super) fn new(
        profile: &'static FormatProfile,
        forms: &'a mut Forms,
        head: &[u8],
    ) -> Self {
        Self {
            profile,
            forms,
            out: head.to_vec(),
            width: profile.page.text_width(),
            last: Last::Nothing,
            breaks_page: false,
            drawings: 0,
            pictures: Vec::new(),
        }
    }

    /// Adds a section; its pages are described at its end.
    ///
    /// # Errors
    ///
    /// As all of these: when docx-rs writes broken markup.
    pub(super) fn section(
        &mut self,
        section: &FlowSection,
        is_last: bool,
    ) -> Result<(), MarkupError> {
        self.width = section.form.text_width();
        self.pieces(&section.pieces)?;
        // a section begins a page by itself
        self.breaks_page = false;
        self.end_with_a_paragraph()?;
        let form = SectionForm {
            page: section.form,
            numbering: section.numbering,
        };
        match self.last {
            Last::Paragraph { properties } if !is_last => {
                let rest = self.out.split_off(properties);
                self.forms.sections.begin(form, &mut self.out)?;
                self.out.extend(rest);
                Ok(())
            }
            Last::Paragraph { .. } | Last::Nothing | Last::Table => {
                self.forms.sections.begin(form, &mut self.out)
            }
        }
    }

    /// The whole part, and the pictures that it shows.
    pub(super) fn finish(mut self) -> (Vec<u8>, Vec<Picture>) {
        self.put(END);
        (self.out, self.pictures)
    }

    pub(super) fn pieces(&mut self, pieces: &[Piece]) -> Result<(), MarkupError> {
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => self.paragraph(paragraph, self.width)?,
                Piece::Grid(grid) => {
                    self.begin_table()?;
                    self.grid(grid)?;
                    self.last = Last::Table;
                }
                Piece::Picture(picture) => self.picture(picture)?,
                Piece::Ballots(sheet) => {
                    self.begin_table()?;
                    self.ballots(sheet)?;
                    self.last = Last::Table;
                }
                Piece::PageBreak => self.breaks_page = true,
            }
        }
        Ok(())
    }

    /// Tables that touch would become one, and none can begin a page.
    fn begin_table(&mut self) -> Result<(), MarkupError> {
        if self.last == Last::Table || self.breaks_page {
            self.anchor(self.width)?;
        }
        Ok(())
    }

    /// Word repairs a document, or a cell, that ends with a table.
    pub(super) fn end_with_a_paragraph(&mut self) -> Result<(), MarkupError> {
        if !matches!(self.last, Last::Paragraph { .. }) {
            self.anchor(self.width)?;
        }
        Ok(())
    }

    /// A paragraph where the schema wants one.
    pub(super) fn anchor(&mut self, width: Length) -> Result<(), MarkupError> {
        self.paragraph(&FlowParagraph::room(StyleKey::Anchor), width)
    }

    /// A paragraph of a column.
    pub(super) fn paragraph(
        &mut self,
        paragraph: &FlowParagraph,
        column: Length,
    ) -> Result<(), MarkupError> {
        self.begin_paragraph(paragraph, column)?;
        let look = paragraph.look(self.profile);
        text::write(paragraph, &look, &mut self.forms.runs, &mut self.out)?;
        self.put(ParagraphForm::END);
        Ok(())
    }

    fn begin_paragraph(
        &mut self,
        paragraph: &FlowParagraph,
        column: Length,
    ) -> Result<(), MarkupError> {
        let begins_page = std::mem::take(&mut self.breaks_page);
        let form = ParagraphForm::of(paragraph, column, begins_page, self.profile);
        self.forms.paragraphs.begin(form, &mut self.out)?;
        let properties = self.out.len() - PROPERTIES_END.len();
        self.last = Last::Paragraph { properties };
        Ok(())
    }

    fn picture(&mut self, picture: &FlowPicture) -> Result<(), MarkupError> {
        let known = self.pictures.iter().position(|it| *it == picture.picture);
        let place = known.unwrap_or_else(|| {
            self.pictures.push(picture.picture.clone());
            self.pictures.len() - 1
        });
        self.drawings += 1;
        let line = FlowParagraph::room(StyleKey::Figure);
        self.begin_paragraph(&line, self.width)?;
        self.forms.runs.begin(Marks::default(), &mut self.out)?;
        self.put(&Drawing::new(picture, place, self.drawings).markup());
        self.put(Marks::END);
        self.put(ParagraphForm::END);
        Ok(())
    }

    pub(super) fn put(&mut self, markup: &str) {
        self.out.extend_from_slice(markup.as_bytes());
    }
}
