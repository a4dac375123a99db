//! From the document to bytes: DOCX and PDF.
//!
//! [`flow`] decides the shape once; `docx`, and `layout` with `pdf`, write it. The
//! renderers decide nothing: what is not in the document or its profile is not on
//! paper.

mod deflate;
mod docx;
mod flow;
mod font;
mod layout;
mod pdf;
mod pool;

use crate::document::profile::FormatProfile;
use crate::document::{Document, Inline, Meta, TraceId, each_line};
use deflate::Deflaters;
use font::Fonts;
use thiserror::Error;

/// What a paper can be written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// WordprocessingML.
    Docx,
    /// PDF.
    Pdf,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Docx, Self::Pdf];

    /// The ending of its files, also its name on the command line.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
        }
    }
}

/// A paper could not be written although nothing is wrong with its facts: a fault of
/// the program.
#[derive(Debug, Error)]
pub enum RenderError {
    /// A compiled-in font.
    #[error(transparent)]
    Font(#[from] font::FontError),
    /// DOCX.
    #[error("DOCX: {0}")]
    Docx(#[from] docx::DocxError),
    /// PDF.
    #[error("PDF: {0}")]
    Pdf(#[from] pdf::PdfError),
}

/// A paper in the formats asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Each format with its bytes, in the order asked for.
    pub files: Vec<(Format, Vec<u8>)>,
    /// How many pages it has.
    pub pages: usize,
}

/// A paper among those that one PDF file joins.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its words and figures; its title is that of its bookmark.
    pub document: &'a Document,
    /// Its form.
    pub profile: &'static FormatProfile,
    /// What the labels of its pages begin with.
    pub label: &'a str,
}

/// A character that the fonts lack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character.
    pub character: char,
    /// The value it stands in, or the whole passage.
    pub text: String,
    /// The traced value, if it stands in one.
    pub trace: Option<TraceId>,
}

/// Writes documents; made once for a batch.
#[derive(Debug)]
pub struct Renderer {
    fonts: Fonts,
    docx: docx::Writer,
    pdf: pdf::Writer,
    deflaters: Deflaters,
}

impl Renderer {
    /// Loads the compiled-in fonts, and packs what Word documents share.
    ///
    /// # Errors
    ///
    /// When the program was built with a broken font.
    pub fn new() -> Result<Self, RenderError> {
        let fonts = Fonts::load()?;
        let deflaters = Deflaters::default();
        let docx = docx::Writer::new(&deflaters)?;
        let pdf = pdf::Writer::new(&fonts);
        Ok(Self {
            fonts,
            docx,
            pdf,
            deflaters,
        })
    }

    /// Characters that the fonts lack. A paper with such a character is not to be
    /// rendered.
    pub fn missing_glyphs(&self, document: &Document) -> Vec<MissingGlyph> {
        let is_lacking = |it: &char| !self.fonts.have(*it);
        let mut glyphs = Vec::new();
        each_line(document, &mut |line| {
            let texts = || line.content.iter().filter_map(Inline::text);
            let Some(character) = texts().flat_map(str::chars).find(is_lacking) else {
                return;
            };
            let value = line.traces().find(|(_, text)| text.contains(character));
            let (trace, text) = match value {
                Some((trace, text)) => (Some(trace), text.to_owned()),
                None => (None, line.passage().text),
            };
            glyphs.push(MissingGlyph {
                character,
                text,
                trace,
            });
        });
        glyphs
    }

    /// Writes a document.
    ///
    /// # Errors
    ///
    /// A fault of the program or of a crate it uses, never of the document.
    pub fn render(
        &self,
        document: &Document,
        profile: &'static FormatProfile,
        formats: &[Format],
    ) -> Result<Rendered, RenderError> {
        self.write(&flow::flow(document, profile, &self.fonts), formats)
    }

    /// Writes a document, of which nothing stays once it has its shape.
    ///
    /// # Errors
    ///
    /// A fault of the program or of a crate it uses, never of the document.
    pub fn render_last(
        &self,
        document: Document,
        profile: &'static FormatProfile,
        formats: &[Format],
    ) -> Result<Rendered, RenderError> {
        let Document { meta, blocks } = document;
        let flow = flow::flow_of((&meta, &blocks), profile, &self.fonts);
        drop(blocks);
        self.write(&flow, formats)
    }

    fn write(
        &self,
        flow: &flow::Flow<'_>,
        formats: &[Format],
    ) -> Result<Rendered, RenderError> {
        let mut files = Vec::with_capacity(formats.len());
        let mut pages = None;
        for format in formats {
            let bytes = match format {
                Format::Docx => self.docx.write(flow, &self.deflaters)?,
                Format::Pdf => {
                    let placed = layout::lay_out(flow, &self.fonts);
                    pages = Some(placed.pages.len());
                    self.pdf.write(placed, flow.meta, &self.deflaters)?
                }
            };
            files.push((*format, bytes));
        }
        let count = || layout::count_pages(flow, &self.fonts);
        Ok(Rendered {
            files,
            pages: pages.unwrap_or_else(count),
        })
    }

    /// Writes documents as one PDF file; its bytes, and how many pages it has.
    ///
    /// # Errors
    ///
    /// A fault of the program or of a crate it uses, never of the documents.
    pub fn merge(
        &self,
        parts: &[Part<'_>],
        meta: &Meta,
    ) -> Result<(Vec<u8>, usize), RenderError> {
        let mut pages = 0;
        let mut placed = Vec::with_capacity(parts.len());
        for part in parts {
            let flow = flow::flow(part.document, part.profile, &self.fonts);
            let on_pages = layout::lay_out(&flow, &self.fonts);
            pages += on_pages.pages.len();
            placed.push(pdf::Part {
                placed: on_pages,
                title: &part.document.meta.title,
                label: part.label,
            });
        }
        let bytes = self.pdf.write_merged(placed, meta, &self.deflaters)?;
        Ok((bytes, pages))
    }
}
