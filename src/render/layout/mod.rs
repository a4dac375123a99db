//! Where every letter of a paper stands: lines, pages, tables, and the tag tree.
//!
//! Knows the flow, its profile and the widths of the compiled-in fonts, and nothing of
//! PDF. The rules are Word's, as LibreOffice draws them: exact pitch, first fit, two
//! lines at least on either side of a page break, rows whole, heads repeated.

mod border;
mod grid;
mod line;
mod page;
mod placed;
mod span;
mod tag;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

pub(crate) use placed::{
    Distance, Fragment, Item, Numbering, OutlineEntry, Owner, Page, Placed, Rule, Scope,
    SetGlyph, Span, TagId, TagKind, TagTree, Word,
};

use crate::document::profile::FormatProfile;
use crate::render::flow::{Flow, FlowParagraph, Grid, Piece, Tag};
use crate::render::font::Fonts;
use line::set_paragraph;
use page::{Atom, Content, Pager};
use tag::Tagger;

/// What every line is set with.
#[derive(Debug, Clone, Copy)]
struct Setting<'a> {
    profile: &'static FormatProfile,
    fonts: &'a Fonts,
}

/// Lays a document out on pages.
pub(crate) fn lay_out(flow: &Flow<'_>, fonts: &Fonts) -> Placed {
    let setting = Setting {
        profile: flow.profile,
        fonts,
    };
    let mut stream = Stream {
        setting,
        tagger: Tagger::new(),
        atoms: Vec::new(),
        frames: Vec::new(),
        keeps_next: false,
        breaks_page: false,
    };
    for piece in &flow.pieces {
        match piece {
            Piece::Paragraph(paragraph) => stream.paragraph(paragraph),
            Piece::Grid(grid) => stream.grid(grid),
            Piece::PageBreak => {
                stream.breaks_page = true;
                stream.keeps_next = false;
            }
        }
    }
    stream.drop_room_at_the_end();
    let (pages, outline) = Pager::new(setting, stream.frames).place(stream.atoms);
    Placed {
        pages,
        tags: stream.tagger.into_tree(),
        outline,
    }
}

/// The pieces as one stream of lines and rows.
struct Stream<'a> {
    setting: Setting<'a>,
    tagger: Tagger,
    atoms: Vec<Atom>,
    /// What the rows of each grid share.
    frames: Vec<grid::Frame>,
    /// Whether what comes next stays with what came last.
    keeps_next: bool,
    /// Whether what comes next begins a page.
    breaks_page: bool,
}

impl Stream<'_> {
    fn paragraph(&mut self, paragraph: &FlowParagraph) {
        let owners = self.tagger.owners(paragraph);
        let column = Distance::of(self.setting.profile.page.text_width());
        let lines = set_paragraph(paragraph, owners, column, &self.setting);
        let mut bookmark = self.tagger.bookmark(paragraph);
        let last = lines.len().saturating_sub(1);
        let keeps_next = paragraph.look(self.setting.profile).keep_next;
        for (index, line) in lines.into_iter().enumerate() {
            // neither the first nor the last line stands alone, and a paragraph that
            // stays with the next is not parted
            let is_within = index > 0 && (keeps_next || index == 1 || index == last);
            self.push(
                is_within,
                Content::Line {
                    line,
                    bookmark: bookmark.take(),
                    is_room: paragraph.tag == Tag::Room,
                },
            );
        }
        self.keeps_next = keeps_next;
    }

    fn grid(&mut self, grid: &Grid) {
        let form = self.setting.profile.page;
        let page = Distance::of(form.height.less(form.top).less(form.bottom));
        let (frame, rows) = grid::set_grid(grid, page, &mut self.tagger, &self.setting);
        let number = self.frames.len();
        self.frames.push(frame);
        for row in rows {
            let content = Content::Row { grid: number, row };
            self.push(content.stays_with_the_row_above(), content);
        }
        self.keeps_next = false;
    }

    fn push(&mut self, is_within: bool, content: Content) {
        let begins_page = std::mem::take(&mut self.breaks_page);
        let keeps_next = std::mem::take(&mut self.keeps_next);
        self.atoms.push(Atom {
            stays: !begins_page && (is_within || keeps_next),
            begins_page,
            content,
        });
    }

    /// Room that nothing follows is not worth a page.
    fn drop_room_at_the_end(&mut self) {
        while self.atoms.last().is_some_and(Atom::is_room) {
            self.atoms.pop();
        }
    }
}
