//! The document in the order and shape both formats write it: paragraphs and grids.
//!
//! A letterhead becomes a grid without borders, a signature block another; long names
//! are broken, drawn lines measured. All of this is decided here, once, so that DOCX
//! and PDF cannot differ in it.

mod balance;
mod ballot;
mod block;
mod hold;
mod letterhead;
mod seam;
mod signatures;
mod table;

pub(crate) use ballot::{BallotSheet, Strip};
pub(crate) use hold::is_held_hyphen;

use crate::document::profile::{FormatProfile, PageForm, ParagraphStyle, StyleKey};
use crate::document::{
    Align, Block, Document, Inline, Length, Meta, Picture, Run, RunStyle,
};
use crate::render::font::Fonts;
use block::Composer;
use std::borrow::Cow;

/// A document ready to be written in either format.
#[derive(Debug)]
pub(crate) struct Flow<'a> {
    pub(crate) meta: &'a Meta,
    pub(crate) profile: &'static FormatProfile,
    /// At least one.
    pub(crate) sections: Vec<FlowSection>,
}

/// Pages of one form; each section begins a page.
#[derive(Debug, Clone)]
pub(crate) struct FlowSection {
    pub(crate) form: PageForm,
    pub(crate) numbering: PageNumbering,
    pub(crate) pieces: Vec<Piece>,
}

/// How the pages of a section are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PageNumbering {
    /// From 1; the first page bears none.
    FromOne,
    /// On from the pages before.
    Continued,
    /// Not at all.
    Absent,
}

/// What follows each other down the page.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    Paragraph(FlowParagraph),
    Grid(Grid),
    Picture(FlowPicture),
    Ballots(BallotSheet),
    /// The next piece begins a page.
    PageBreak,
}

/// A paragraph with everything decided but its lines.
#[derive(Debug, Clone)]
pub(crate) struct FlowParagraph {
    pub(crate) style: StyleKey,
    /// What it is to a reader that does not see it.
    pub(crate) tag: Tag,
    /// The mark of a list item; its text begins with the mark and a space.
    pub(crate) mark: Option<String>,
    /// Text without the mark.
    pub(crate) content: Vec<Inline>,
    /// Overrides the style's alignment.
    pub(crate) align: Option<Align>,
    /// Overrides the style's "stays with the next".
    pub(crate) keep_next: Option<bool>,
    /// A line drawn below the text, centred, of this length.
    pub(crate) rule_below: Option<Length>,
    /// Words of so many characters may break at their hyphens; none may otherwise.
    pub(crate) long_word: Option<usize>,
}

/// What a paragraph is to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tag {
    Text,
    /// Level 1 is the paper's title; `I-` is 2, `1.` is 3, `a)` is 4.
    Heading(u8),
    /// An item of the list that the neighbouring items make.
    ListItem,
    /// Takes room only.
    Room,
}

/// A picture on a line of its own, centred.
#[derive(Debug, Clone)]
pub(crate) struct FlowPicture {
    pub(crate) picture: Picture,
    pub(crate) alt: String,
    /// Its size on paper.
    pub(crate) width: Length,
    pub(crate) height: Length,
}

/// A table of data, or columns that stand beside each other.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    pub(crate) purpose: GridPurpose,
    /// Width of each column.
    pub(crate) columns: Vec<Length>,
    /// How many of the first rows are repeated on each page.
    pub(crate) head_rows: usize,
    pub(crate) rows: Vec<GridRow>,
}

impl Grid {
    /// Keeps the last row with what follows.
    fn keep_last_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.keep_next();
        }
    }

    /// Keeps the first two and the last two rows together, as the first two and the last
    /// two lines of a paragraph, where a table has enough of them to be parted between.
    ///
    /// High rows may stand alone: two of them and what announces the table would leave
    /// most of a page empty, or be more than a page.
    fn keep_row_pairs(&mut self, is_high: impl Fn(&GridRow) -> bool) {
        let body = self.rows.get_mut(self.head_rows..).unwrap_or_default();
        if let [first, second, .., last_but_one, last] = body {
            if !is_high(first) && !is_high(second) {
                first.keep_next();
            }
            if !is_high(last_but_one) && !is_high(last) {
                last_but_one.keep_next();
            }
        }
    }

    /// Whether the last row stays with what follows.
    pub(crate) fn keeps_next(&self) -> bool {
        self.rows.last().is_some_and(GridRow::keeps_next)
    }
}

impl GridRow {
    /// Keeps the row with the next, as Word does: by the paragraphs in it.
    fn keep_next(&mut self) {
        for paragraph in self.cells.iter_mut().flat_map(|it| &mut it.paragraphs) {
            paragraph.keep_next = Some(true);
        }
    }

    /// Whether the row stays with the next.
    ///
    /// LibreOffice asks the first paragraph of a row, Word all of them.
    pub(crate) fn keeps_next(&self) -> bool {
        let mut paragraphs = self.cells.iter().flat_map(|it| &it.paragraphs);
        paragraphs
            .next()
            .is_some_and(|it| it.keep_next == Some(true))
    }
}

/// Why a grid is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GridPurpose {
    /// Rows and columns mean something; it has borders and cell padding.
    Data,
    /// Only places text side by side; no borders, no padding.
    Layout,
}

/// A row; never split over pages.
#[derive(Debug, Clone)]
pub(crate) struct GridRow {
    pub(crate) cells: Vec<GridCell>,
}

/// A cell; those covered by a span from above are left out of their row.
#[derive(Debug, Clone)]
pub(crate) struct GridCell {
    /// Whether it heads its column.
    pub(crate) is_head: bool,
    pub(crate) column_span: usize,
    pub(crate) row_span: usize,
    /// Data cells are centred between their borders, layout cells stand at the top.
    pub(crate) paragraphs: Vec<FlowParagraph>,
}

impl FlowParagraph {
    /// A plain paragraph.
    pub(crate) fn new(style: StyleKey, content: Vec<Inline>) -> Self {
        Self {
            style,
            tag: Tag::Text,
            mark: None,
            content,
            align: None,
            keep_next: None,
            rule_below: None,
            long_word: None,
        }
    }

    /// A paragraph that only takes room.
    pub(crate) fn room(style: StyleKey) -> Self {
        Self {
            tag: Tag::Room,
            ..Self::new(style, Vec::new())
        }
    }

    /// The mark and its space, then the content.
    pub(crate) fn inlines(&self) -> impl Iterator<Item = Cow<'_, Inline>> {
        let mark = self.mark.as_ref().map(|mark| text(&format!("{mark} ")));
        let content = self.content.iter().map(Cow::Borrowed);
        mark.map(Cow::Owned).into_iter().chain(content)
    }

    /// Whether the hyphen at a place of a run's text is in a word that may break.
    pub(crate) fn breaks_at(&self, text: &str, place: usize) -> bool {
        self.long_word.is_some_and(|least| {
            let (before, after) = text.split_at_checked(place).unwrap_or((text, ""));
            let start = before.rsplit(' ').next().unwrap_or_default();
            let end = after.split(' ').next().unwrap_or_default();
            start.chars().count() + end.chars().count() >= least
        })
    }

    /// The look of the paragraph with its overrides.
    pub(crate) fn look(&self, profile: &FormatProfile) -> ParagraphStyle {
        let style = (profile.style)(self.style);
        ParagraphStyle {
            align: self.align.unwrap_or(style.align),
            keep_next: self.keep_next.unwrap_or(style.keep_next),
            ..style
        }
    }
}

/// Text of the program's own, in the style of its paragraph.
fn text(text: &str) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace: None,
    })
}

/// Puts a document into the shape that both formats write.
pub(crate) fn flow<'a>(
    document: &'a Document,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> Flow<'a> {
    flow_of((&document.meta, &document.blocks), profile, fonts)
}

/// The same of its properties and its content, which is not needed any more.
pub(crate) fn flow_of<'a>(
    (meta, blocks): (&'a Meta, &[Block]),
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> Flow<'a> {
    let mut sections = Sections {
        profile,
        fonts,
        done: Vec::new(),
    };
    for blocks in blocks.chunk_by(|one, next| !is_apart(one) && !is_apart(next)) {
        match blocks {
            [Block::Section(section)] => {
                let form = if section.is_landscape {
                    profile.page.turned()
                } else {
                    profile.page
                };
                let numbering = if section.is_annex {
                    PageNumbering::FromOne
                } else {
                    PageNumbering::Continued
                };
                sections.add(form, numbering, &section.blocks);
            }
            [Block::Ballots(ballots)] => {
                sections.done.push(ballot::section(ballots, profile, fonts));
            }
            blocks => sections.add(profile.page, PageNumbering::Continued, blocks),
        }
    }
    if sections.done.is_empty() {
        sections.add(profile.page, PageNumbering::FromOne, &[]);
    }
    Flow {
        meta,
        profile,
        sections: sections.done,
    }
}

/// Whether a block has pages of its own.
fn is_apart(block: &Block) -> bool {
    matches!(block, Block::Section(_) | Block::Ballots(_))
}

struct Sections<'a> {
    profile: &'static FormatProfile,
    fonts: &'a Fonts,
    done: Vec<FlowSection>,
}

impl Sections<'_> {
    fn add(&mut self, form: PageForm, numbering: PageNumbering, blocks: &[Block]) {
        let mut composer = Composer::new(self.profile, self.fonts, form.text_width());
        composer.blocks(blocks);
        self.done.push(FlowSection {
            form,
            // the first page of a paper is the first of its count, whatever it is
            numbering: if self.done.is_empty() {
                PageNumbering::FromOne
            } else {
                numbering
            },
            pieces: composer.pieces,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::profile::ProfileId;
    use crate::document::{List, ListItem, Paragraph, Role};

    #[test]
    fn the_words_that_announce_a_list_stay_with_it() {
        let item = ListItem {
            mark: "-".to_owned(),
            content: vec![text("một")],
        };
        let document = Document {
            meta: Meta {
                title: String::new(),
                issuer: String::new(),
                language: "vi-VN".to_owned(),
                date: None,
            },
            blocks: vec![
                Block::Paragraph(Paragraph {
                    role: Role::Body,
                    content: vec![text("Đại hội đã bầu:")],
                }),
                Block::List(List { items: vec![item] }),
            ],
        };
        let profile = ProfileId::Party2018.profile();
        let flow = flow(&document, profile, &Fonts::load().unwrap());
        let Some(Piece::Paragraph(first)) = flow.sections[0].pieces.first() else {
            panic!("a paragraph comes first");
        };
        assert_eq!(first.keep_next, Some(true));
    }
}
