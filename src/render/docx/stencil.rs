//! Markup that docx-rs writes once for all elements of a form; each gets its own content.
//!
//! A paper has hundreds of paragraphs and cells of some thirty forms. To have each built
//! and put into the order of the schema by itself cost three quarters of a Word document.

use super::normalise::{MarkupError, normalise};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// What tells the elements of a form from all others of their kind.
pub(super) trait Form: Ord {
    /// What ends each of them.
    const END: &'static str;
    /// What ends one without content.
    const EMPTY_END: &'static str = Self::END;

    /// One without content, as docx-rs writes it.
    fn built(&self) -> Vec<u8>;
}

/// How elements of a kind begin, by their form: the tag, and all properties.
#[derive(Debug)]
pub(super) struct Stencils<F>(BTreeMap<F, Vec<u8>>);

impl<F> Default for Stencils<F> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<F: Form> Stencils<F> {
    /// Begins an element; its content and [`Form::END`] follow.
    ///
    /// # Errors
    ///
    /// When docx-rs writes broken markup.
    pub(super) fn begin(
        &mut self,
        form: F,
        out: &mut Vec<u8>,
    ) -> Result<(), MarkupError> {
        let begin = match self.0.entry(form) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => {
                let mut begin = normalise(&new.key().built())?;
                begin.truncate(begin.len().saturating_sub(F::EMPTY_END.len()));
                new.insert(begin)
            }
        };
        out.extend_from_slice(begin);
        Ok(())
    }
}
