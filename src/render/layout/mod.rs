//! Where every letter of a paper stands: lines, pages, tables, and the tag tree.
//!
//! Knows the flow, its profile and the widths of the compiled-in fonts, and nothing of
//! PDF. The rules are Word's, as LibreOffice draws them: exact pitch, first fit, two
//! lines at least on either side of a page break, rows whole, heads repeated.

mod ballot;
mod border;
mod cursor;
mod fit;
mod grid;
mod line;
mod page;
mod placed;
mod span;
mod stream;
mod tag;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub(crate) use placed::{
    Distance, Fragment, Item, Numbering, OutlineEntry, Owner, Page, Placed,
    PlacedPicture, Rule, Scope, SetGlyph, Span, Stroke, TagId, TagKind, TagNode, TagTree,
};

use crate::document::Length;
use crate::document::profile::{FormatProfile, PageForm};
use crate::render::flow::{Flow, PageNumbering, Piece};
use crate::render::font::Fonts;
use page::Numbers;
use stream::Stream;
use tag::Tagger;

/// What every line is set with.
#[derive(Debug, Clone, Copy)]
struct Setting<'a> {
    profile: &'static FormatProfile,
    fonts: &'a Fonts,
    /// Whether letters are placed; if not, lines only take their room.
    is_drawn: bool,
}

/// Lays a document out on pages.
pub(crate) fn lay_out(flow: &Flow<'_>, fonts: &Fonts) -> Placed {
    laid_out(flow, fonts, true)
}

/// How many pages a document takes, for a format that is not drawn here.
pub(crate) fn count_pages(flow: &Flow<'_>, fonts: &Fonts) -> usize {
    laid_out(flow, fonts, false).pages.len()
}

fn laid_out(flow: &Flow<'_>, fonts: &Fonts, is_drawn: bool) -> Placed {
    let setting = Setting {
        profile: flow.profile,
        fonts,
        is_drawn,
    };
    let mut tagger = Tagger::new();
    let mut placed = Placed {
        pages: Vec::new(),
        tags: TagTree::new(),
        outline: Vec::new(),
    };
    let mut last_number = 0;
    for section in &flow.sections {
        if section.numbering == PageNumbering::FromOne {
            last_number = 0;
        }
        let numbers = Numbers {
            before: last_number,
            is_shown: section.numbering != PageNumbering::Absent,
        };
        let mut stream = Stream::new(setting, section.form, numbers, &mut tagger);
        stream.pieces(&section.pieces);
        let (pages, outline) = stream.finish().finish();
        let first = placed.pages.len();
        last_number += pages.len();
        placed.pages.extend(pages);
        placed
            .outline
            .extend(outline.into_iter().map(|entry| OutlineEntry {
                page: first + entry.page,
                ..entry
            }));
    }
    placed.tags = tagger.into_tree();
    placed
}

/// Pieces in a column of their own, without pages.
struct Inside {
    /// Positions count from the upper left corner of the column.
    items: Vec<Item>,
    height: Distance,
    outline: Vec<OutlineEntry>,
}

/// Higher than whatever stands in a column of its own: fifty pages.
const NO_END: Length = Length::twips(1_000_000);

/// Sets pieces in a column.
fn set_inside(
    pieces: &[Piece],
    width: Length,
    tagger: &mut Tagger,
    setting: Setting<'_>,
) -> Inside {
    let form = PageForm {
        width,
        height: NO_END,
        top: Length::ZERO,
        bottom: Length::ZERO,
        left: Length::ZERO,
        right: Length::ZERO,
        header: Length::ZERO,
    };
    let numbers = Numbers {
        before: 0,
        is_shown: false,
    };
    let mut stream = Stream::new(setting, form, numbers, tagger);
    stream.pieces(pieces);
    stream.finish().finish_inside()
}

/// How high pieces stand in a column of a width.
pub(crate) fn height_of(
    pieces: &[Piece],
    width: Length,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> Length {
    let setting = Setting {
        profile,
        fonts,
        is_drawn: false,
    };
    let inside = set_inside(pieces, width, &mut Tagger::new(), setting);
    inside.height.to_length_rounded_up()
}
