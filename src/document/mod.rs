//! The paper with every word and figure in it, and no format.
//!
//! Both renderers read this and nothing else of the congress. A paragraph has a
//! [`Role`], never a size; what a role looks like stands in the [`profile`]. The
//! module knows no other stage.

mod block;
mod length;
mod phrase;
mod picture;
mod plain;
pub mod profile;
mod section;
mod table;
mod term;

pub use block::{
    Addressees, Article, Block, Document, Heading, Inline, Letterhead, Line, List,
    ListItem, Meta, PaperDate, Paragraph, Recipients, Role, Run, RunStyle, Side,
    Signature, Signatures, TraceId,
};
pub use length::{FontSize, Length};
pub use phrase::{BODIES, is_conjunction, is_number, is_one_phrase};
pub use picture::{Image, Picture, PictureError, PictureFormat};
pub(crate) use plain::each_line;
pub use plain::{Passage, passages};
pub use section::{Ballots, Section};
pub use table::{Align, Table, TableCell, TableRole, TableRow};
pub use term::goes_on_a_term;

#[cfg(test)]
pub(crate) use picture::tests::{drawing, photograph};
