//! The placed paper as PDF/A-2a and PDF/UA-1.
//!
//! printpdf describes fonts, pictures and pages; it neither subsets fonts without its
//! layout engine nor knows archives, so [`subset`] cuts the fonts before, and [`archive`]
//! completes what [`skeleton`] has of printpdf with the structure of a paper and the
//! content of its pages from [`paint`]. The same paper gives the same bytes: no clock is
//! read, and every name that printpdf would draw at random is given or replaced.

mod archive;
mod content;
mod file;
mod merge;
mod metadata;
mod outline;
mod paint;
mod picture;
mod skeleton;
mod structure;
mod subset;
#[cfg(test)]
mod tests;
mod unhinted;

pub(crate) use merge::Part;

use crate::document::Meta;
use crate::render::deflate::{Deflater, Deflaters};
use crate::render::font::Fonts;
use crate::render::layout::Placed;
use lopdf::Dictionary;
use skeleton::Skeleton;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use subset::{Common, Used};
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

/// How many sets of fonts are kept: nearly all papers have one of a few, as they have
/// bold letters or not, and a batch of very strange ones must not fill the memory.
const KEPT: usize = 32;

/// Writes placed papers; made once for a batch.
#[derive(Debug)]
pub(crate) struct Writer {
    common: Common,
    /// What was made for earlier papers, by their fonts.
    skeletons: Mutex<BTreeMap<Used, Arc<Skeleton>>>,
}

impl Writer {
    pub(crate) fn new(fonts: &Fonts) -> Self {
        Self {
            common: Common::of(fonts),
            skeletons: Mutex::default(),
        }
    }

    /// Writes a placed paper as a PDF file; the same bytes whatever came before.
    ///
    /// # Errors
    ///
    /// When a compiled-in font cannot be cut, or the bytes cannot be compressed.
    pub(crate) fn write(
        &self,
        placed: Placed,
        meta: &Meta,
        deflaters: &Deflaters,
    ) -> Result<Vec<u8>, PdfError> {
        self.file(placed, meta, None, deflaters)
    }

    /// Writes papers as one PDF file.
    ///
    /// # Errors
    ///
    /// When a compiled-in font cannot be cut, or the bytes cannot be compressed.
    pub(crate) fn write_merged(
        &self,
        parts: Vec<Part<'_>>,
        meta: &Meta,
        deflaters: &Deflaters,
    ) -> Result<Vec<u8>, PdfError> {
        let (placed, labels) = merge::joined(parts);
        self.file(placed, meta, Some(labels), deflaters)
    }

    fn file(
        &self,
        placed: Placed,
        meta: &Meta,
        labels: Option<Dictionary>,
        deflaters: &Deflaters,
    ) -> Result<Vec<u8>, PdfError> {
        deflaters.lend(|deflater| {
            let skeleton = self.skeleton(&placed, deflater)?;
            archive::file(&skeleton, placed, meta, labels, deflater)
        })
    }

    /// Finds or makes what a paper shares with others; pictures are its own.
    fn skeleton(
        &self,
        placed: &Placed,
        deflater: &mut Deflater,
    ) -> Result<Arc<Skeleton>, PdfError> {
        let used = Used::in_paper(placed, &self.common);
        let kept = || {
            let lock = self.skeletons.lock();
            lock.unwrap_or_else(PoisonError::into_inner)
        };
        let mut pictures = picture::pictures(placed).peekable();
        let is_shared = pictures.peek().is_none();
        if is_shared && let Some(known) = kept().get(&used) {
            return Ok(Arc::clone(known));
        }
        let subsets = used.subsets(&self.common);
        let made = Arc::new(Skeleton::new(subsets, pictures, deflater)?);
        let mut kept = kept();
        if is_shared && kept.len() < KEPT {
            kept.insert(used, Arc::clone(&made));
        }
        Ok(made)
    }
}
