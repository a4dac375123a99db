//! The pieces of a section as one stream of lines and rows.

use super::line::set_paragraph;
use super::page::{Atom, Content};
use super::placed::{Distance, Item, Owner, PlacedPicture, Point};
use super::tag::Tagger;
use super::{Setting, ballot, grid};
use crate::document::profile::{PageForm, StyleKey};
use crate::render::flow::{FlowParagraph, FlowPicture, Grid, Piece, Tag};

/// Takes in piece after piece.
pub(super) struct Stream<'a> {
    setting: Setting<'a>,
    form: PageForm,
    tagger: &'a mut Tagger,
    atoms: Vec<Atom>,
    /// What the rows of each grid share.
    frames: Vec<grid::Frame>,
    /// Whether what comes next stays with what came last.
    keeps_next: bool,
    /// Whether what comes next begins a page.
    breaks_page: bool,
}

impl<'a> Stream<'a> {
    pub(super) fn new(
        setting: Setting<'a>,
        form: PageForm,
        tagger: &'a mut Tagger,
    ) -> Self {
        Self {
            setting,
            form,
            tagger,
            atoms: Vec::new(),
            frames: Vec::new(),
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

    /// The stream, and what the rows of each of its grids share.
    pub(super) fn finish(mut self) -> (Vec<Atom>, Vec<grid::Frame>) {
        // room that nothing follows is not worth a page, if it may be parted from the text
        while self
            .atoms
            .last()
            .is_some_and(|it| it.is_room() && !it.stays)
        {
            self.atoms.pop();
        }
        (self.atoms, self.frames)
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
        let (frame, rows) = grid::set_grid(grid, page, self.tagger, &self.setting);
        let number = self.frames.len();
        self.frames.push(frame);
        for row in rows {
            let content = Content::Row { grid: number, row };
            self.push(content.stays_with_the_row_above(), content);
        }
        self.keeps_next = grid.keeps_next();
    }

    /// A picture in the middle of its line.
    fn picture(&mut self, picture: &FlowPicture) {
        let tag = self.tagger.figure(&picture.alt);
        let look = (self.setting.profile.style)(StyleKey::Figure);
        let free = self.form.text_width().less(picture.width);
        let item = Item::Picture(PlacedPicture {
            picture: picture.picture.clone(),
            at: Point {
                x: Distance::of(free).half(),
                y: Distance::ZERO,
            },
            width: Distance::of(picture.width),
            height: Distance::of(picture.height),
            owner: Owner::Tag(tag),
        });
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
        self.atoms.push(Atom {
            stays: !begins_page && (is_within || keeps_next),
            begins_page,
            content,
        });
    }
}
