//! The placed paper as PDF/A-2a and PDF/UA-1.
//!
//! printpdf describes fonts, pictures and pages; it neither subsets fonts without its
//! layout engine nor knows archives, so [`subset`] cuts the fonts before and [`archive`]
//! completes the document after, with the content of the pages from [`paint`]. The same paper gives the same bytes: no clock is read, and every
//! name that printpdf would draw at random is given or replaced.

mod archive;
mod content;
mod deflate;
mod merge;
mod metadata;
mod outline;
mod paint;
mod picture;
mod structure;
mod subset;
#[cfg(test)]
mod tests;

pub(crate) use merge::{Part, write_merged};

use crate::document::Meta;
use crate::render::layout::Placed;
use lopdf::Document;
use printpdf::{Mm, PdfDocument, PdfPage, PdfSaveOptions};
use subset::Subset;
use thiserror::Error;

/// A PDF cannot be put together: a fault of the build or of the machine, not of a paper.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum PdfError {
    /// A compiled-in font cannot be cut to the glyphs of the paper.
    #[error("the font {font} cannot be cut to the glyphs in use: {reason}")]
    Subset {
        /// Its PostScript name.
        font: &'static str,
        /// In the words of the crate that cuts it.
        reason: String,
    },
    /// What printpdf has made lacks a part that is always there.
    #[error("the PDF lacks a part: {reason}")]
    Incomplete {
        /// In the words of the crate that looked for it.
        reason: String,
    },
    /// The bytes cannot be compressed or collected.
    #[error("the PDF cannot be written")]
    Write(#[from] std::io::Error),
}

impl From<lopdf::Error> for PdfError {
    fn from(error: lopdf::Error) -> Self {
        Self::Incomplete {
            reason: error.to_string(),
        }
    }
}

/// Writes a placed paper as a PDF file.
///
/// # Errors
///
/// When a compiled-in font cannot be cut, or the bytes cannot be compressed.
pub(crate) fn write(placed: &Placed, meta: &Meta) -> Result<Vec<u8>, PdfError> {
    archive::bytes(assembled(placed, meta)?)
}

/// Puts the parts of a file together, before it is written.
fn assembled(placed: &Placed, meta: &Meta) -> Result<Document, PdfError> {
    let subsets = subset::subsets(placed);
    let mut pages = PdfDocument::new("");
    for subset in &subsets {
        let (id, font) = subset.embedded()?;
        pages.resources.fonts.map.insert(id, font);
    }
    let pictures = picture::pictures(placed);
    pages.resources.xobjects.map.extend(pictures);
    pages.with_pages(blank_pages(placed.pages.len(), &subsets));
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        image_optimization: None,
    };
    let mut document = pages.to_lopdf_document(&options, &mut Vec::new());
    let painted = paint::paint(placed, &subsets);
    let widths: Vec<_> = subsets.iter().map(Subset::widths).collect();
    archive::complete(&mut document, placed, meta, painted, &widths)?;
    Ok(document)
}

/// Pages without content, size and marks, which are set afterwards: printpdf rounds
/// millimetres. On the first one stands every glyph, so that the fonts are described.
fn blank_pages(count: usize, subsets: &[Subset]) -> Vec<PdfPage> {
    let page = |operations| PdfPage::new(Mm(0.0), Mm(0.0), operations);
    let specimen = subsets.iter().flat_map(Subset::specimen).collect();
    let mut pages = vec![page(specimen)];
    pages.resize_with(count.max(1), || page(Vec::new()));
    pages
}
