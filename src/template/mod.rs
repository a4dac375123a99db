//! From facts to documents: contexts, templates, markup.
//!
//! The two halves of the program meet here and nowhere else: what stands before knows
//! no paper, what follows knows no election.

mod compile;
mod context;
mod engine;
mod facts;
mod fields;
mod form;
mod keys;
mod markup;
mod paper;
mod slot;
mod words;

pub use crate::model::PaperKind;
pub use engine::{Templates, built_in_sources};
pub use facts::{BatchFacts, Facts, PaperId};
pub use fields::{Field, FieldKind, MarkupElement, fields, markup_elements};
pub(crate) use paper::{Draft, draft_batch_paper};
pub use paper::{Paper, write_batch_paper, write_paper};
pub use slot::{Slot, Traces};
pub use words::why_invalid;
