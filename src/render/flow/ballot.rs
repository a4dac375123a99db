//! Ballots on sheets: so many beside and below each other, with marks where to cut.
//!
//! The sheet is parted evenly and its outer strips end where printers cannot reach, so
//! that every ballot, once cut, has the same size and the same margins: nothing tells
//! one from another. How many stand below each other is decided here, for both formats.

use super::block::Composer;
use super::{FlowParagraph, FlowSection, PageNumbering, Piece};
use crate::document::profile::{FormatProfile, PageForm, StyleKey};
use crate::document::{Ballots, Length};
use crate::render::font::Fonts;
use crate::render::layout::height_of;

/// A sheet of ballots; it fills its page.
#[derive(Debug, Clone)]
pub(crate) struct BallotSheet {
    pub(crate) columns: Vec<Strip>,
    pub(crate) rows: Vec<Strip>,
    /// How many of its places are filled, row by row.
    pub(crate) filled: usize,
    /// What stands on each ballot.
    pub(crate) content: Vec<Piece>,
}

/// A column or a row of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Strip {
    pub(crate) size: Length,
    /// Room before and after the text of its ballots.
    pub(crate) before: Length,
    pub(crate) after: Length,
}

impl Strip {
    /// Width or height of the text.
    pub(crate) fn inner(self) -> Length {
        self.size.less(self.before).less(self.after)
    }
}

/// What a format needs below the last row: a line of its own and borders.
const SLACK: Length = Length::twips(60);

/// Ballots as pages without numbers.
pub(super) fn section(
    ballots: &Ballots,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> FlowSection {
    let page = profile.page;
    let padding = profile.ballot.padding;
    let part = |whole: Length, parts: usize| {
        let parts = i32::try_from(parts).unwrap_or(1).max(1);
        Length::twips(whole.to_twips() / parts)
    };
    let both = padding.plus(padding);
    let width = part(page.width, ballots.across).less(both);
    let mut composer = Composer::new(profile, fonts, width);
    composer.blocks(&ballots.blocks);
    let content = composer.pieces;
    let high = height_of(&content, width, profile, fonts);
    let fits = |down: &usize| high <= part(page.height, *down).less(both);
    let Some(down) = (1..=ballots.down).rev().find(fits) else {
        return whole_pages(ballots, profile, fonts);
    };
    // the line that a format begins its pages with
    let anchor = (profile.style)(StyleKey::Anchor).pitch;
    let form = sheet_form(profile);
    let columns = strips(
        page.width,
        ballots.across,
        profile,
        Length::ZERO,
        Length::ZERO,
    );
    let rows = strips(page.height, down, profile, anchor, SLACK);
    let each = ballots.across * down;
    let mut pieces = Vec::new();
    let mut left = ballots.count;
    while left > 0 {
        if !pieces.is_empty() {
            pieces.push(Piece::PageBreak);
        }
        pieces.push(Piece::Paragraph(FlowParagraph::room(StyleKey::Anchor)));
        pieces.push(Piece::Ballots(BallotSheet {
            columns: columns.clone(),
            rows: rows.clone(),
            filled: left.min(each),
            content: content.clone(),
        }));
        left = left.saturating_sub(each);
    }
    FlowSection {
        form,
        numbering: PageNumbering::Absent,
        pieces,
    }
}

/// Paper up to the edge that printers cannot reach.
fn sheet_form(profile: &FormatProfile) -> PageForm {
    let edge = profile.ballot.edge;
    PageForm {
        top: edge,
        bottom: edge,
        left: edge,
        right: edge,
        header: Length::ZERO,
        ..profile.page
    }
}

/// Parts a side of the paper evenly; what the outer strips lose to the edge, and to
/// lines above and below, they lose of their padding.
fn strips(
    whole: Length,
    parts: usize,
    profile: &FormatProfile,
    above: Length,
    below: Length,
) -> Vec<Strip> {
    let (edge, padding) = (profile.ballot.edge, profile.ballot.padding);
    let parts = i32::try_from(parts).unwrap_or(1).max(1);
    let cut = |number: i32| Length::twips(whole.to_twips() * number / parts);
    (0..parts)
        .map(|number| {
            let size = cut(number + 1).less(cut(number));
            let first = if number == 0 {
                edge.plus(above)
            } else {
                Length::ZERO
            };
            let last = if number + 1 == parts {
                edge.plus(below)
            } else {
                Length::ZERO
            };
            Strip {
                size: size.less(first).less(last),
                before: padding.less(first),
                after: padding.less(last),
            }
        })
        .collect()
}

/// A ballot that no sheet can hold: each begins a page.
fn whole_pages(
    ballots: &Ballots,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> FlowSection {
    let form = profile.page;
    let mut composer = Composer::new(profile, fonts, form.text_width());
    for number in 0..ballots.count {
        if number > 0 {
            composer.pieces.push(Piece::PageBreak);
        }
        composer.blocks(&ballots.blocks);
    }
    FlowSection {
        form,
        numbering: PageNumbering::Absent,
        pieces: composer.pieces,
    }
}
