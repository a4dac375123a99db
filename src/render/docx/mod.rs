//! The flow as a Word document.
//!
//! docx-rs writes the markup of the body and of the page headers, [`normalise`] puts it
//! into the order of the schema, and [`stencil`] keeps what many elements share;
//! [`styles`] and [`package`] make the parts that docx-rs gets wrong or does not offer. Every paragraph has a named style,
//! so that a clerk restyles a paper in one place; direct formatting only says how a
//! paragraph departs from its style.

mod ballot;
mod body;
mod constant;
mod container;
mod grid;
mod normalise;
mod package;
mod paragraph;
mod picture;
mod section;
mod stencil;
mod styles;
mod table;
mod text;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

use crate::document::Length;
use crate::document::profile::ProfileId;
use crate::render::deflate::Deflaters;
use crate::render::flow::Flow;
use crate::render::pool::Pool;
use body::{Body, Forms};
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
    /// How the part of the text begins.
    head: Vec<u8>,
    headers: Vec<Vec<u8>>,
    /// What papers of each form share, by the name of the form.
    bases: BTreeMap<&'static str, Base>,
    forms: Pool<Forms>,
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
        Ok(Self {
            head: body::head()?,
            headers,
            bases,
            forms: Pool::default(),
        })
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
        let (document, pictures) = self.forms.lend(|forms| {
            let mut body = Body::new(flow.profile, forms, &self.head);
            for (section, number) in flow.sections.iter().zip(1..) {
                body.section(section, number == flow.sections.len())?;
            }
            Ok::<_, DocxError>(body.finish())
        })?;
        deflaters.lend(|deflater| {
            let shared = self.bases.get(flow.profile.name);
            if let Some(base) = shared.filter(|_| pictures.is_empty()) {
                return Ok(base.complete(&document, flow.meta, deflater)?);
            }
            let styles = styles::styles(flow.profile);
            let own = Base::pack(&styles, &self.headers, &pictures, deflater)?;
            Ok(own.complete(&document, flow.meta, deflater)?)
        })
    }
}

/// A length where the schema knows no negative one.
fn unsigned<Number: TryFrom<i32> + Default>(length: Length) -> Number {
    Number::try_from(length.to_twips()).unwrap_or_default()
}
