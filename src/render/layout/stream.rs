//! The pieces of a section as one stream of lines and rows.

use super::grid::SetGrid;
use super::line::set_paragraph;
use super::page::{Atom, Content, Numbers, Pager};
use super::placed::{Distance, Item, Owner, PlacedPicture, Point};
use super::tag::Tagger;
use super::{Setting, ballot};
use crate::document::profile::{PageForm, StyleKey};
use crate::render::flow::{FlowParagraph, FlowPicture, Grid, Piece, Tag};

/// Takes in piece after piece, and hands over to the pager what is set, so that only
/// pages stay of a long table.
pub(super) struct Stream<'a> {
    setting: Setting<'a>,
    form: PageForm,
    tagger: &'a mut Tagger,
    pager: Pager<'a>,
    /// Room that nothing has followed yet.
    room: Vec<Atom>,
    /// Whether what comes next stays with what came last.
    keeps_next: bool,
    /// Whether what comes next begins a page.
    breaks_page: bool,
}

impl<'a> Stream<'a> {
    pub(super) fn new(
        setting: Setting<'a>,
        form: PageForm,
        numbers: Numbers,
        tagger: &'a mut Tagger,
    ) -> Self {
        Self {
            setting,
            form,
            tagger,
            pager: Pager::new(setting, form, numbers),
            room: Vec::new(),
            keeps_next: false,
            breaks_page: false,
        }
    }

    pub(super) fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => self.paragraph(paragraph),
                Piece::Grid(grid) => self.grid(grid),
                Piece::Picture(picture) => self.picture(picture),
                Piece::Ballots(sheet) => {
                    let content = ballot::set_sheet(sheet, self.tagger, self.setting);
                    self.push(false, content);
                }
                Piece::PageBreak => {
                    self.breaks_page = true;
                    self.keeps_next = false;
                }
            }
        }
    }

    /// The pages, of which the last is still open.
    pub(super) fn finish(self) -> Pager<'a> {
        // room that nothing follows is not worth a page, if it may be parted from the text
        self.pager
    }

    fn paragraph(&mut self, paragraph: &FlowParagraph) {
        let owners = self.tagger.owners(paragraph);
        let column = Distance::of(self.form.text_width());
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
        let page = Distance::of(self.form.text_height());
        let mut set = SetGrid::new(grid, page, self.tagger, self.setting);
        let mut number = None;
        while let Some(rows) = set.next_rows(self.tagger) {
            let grid = *number.get_or_insert_with(|| self.pager.add_frame(set.frame()));
            for row in rows {
                let content = Content::Row { grid, row };
                self.push(content.stays_with_the_row_above(), content);
            }
        }
        self.keeps_next = grid.keeps_next();
    }

    /// A picture in the middle of its line.
    fn picture(&mut self, picture: &FlowPicture) {
        let tag = self.tagger.figure(&picture.alt);
        let look = (self.setting.profile.style)(StyleKey::Figure);
        let free = self.form.text_width().less(picture.width);
        let item = Item::Picture(Box::new(PlacedPicture {
            picture: picture.picture.clone(),
            at: Point {
                x: Distance::of(free).half(),
                y: Distance::ZERO,
            },
            width: Distance::of(picture.width),
            height: Distance::of(picture.height),
            owner: Owner::Tag(tag),
        }));
        let content = Content::Fixed {
            items: vec![item],
            before: Distance::of(look.before),
            // LibreOffice adds nothing below the baseline it stands on
            height: Distance::of(picture.height),
            bookmark: None,
        };
        self.push(false, content);
        self.keeps_next = look.keep_next;
    }

    fn push(&mut self, is_within: bool, content: Content) {
        let begins_page = std::mem::take(&mut self.breaks_page);
        let keeps_next = std::mem::take(&mut self.keeps_next);
        let atom = Atom {
            stays: !begins_page && (is_within || keeps_next),
            begins_page,
            content,
        };
        if atom.is_room() && !atom.stays {
            self.room.push(atom);
            return;
        }
        for room in std::mem::take(&mut self.room) {
            self.pager.add(room);
        }
        self.pager.add(atom);
    }
}
