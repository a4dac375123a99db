//! Blocks of a document as pieces of a column.

use super::balance::Setter;
use super::hold::held;
use super::{
    FlowParagraph, FlowPicture, Grid, GridCell, GridPurpose, GridRow, Piece, Tag,
    letterhead, text,
};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{
    Addressees, Block, Heading, Image, Inline, Length, List, Paragraph, Role, RunStyle,
    Signatures,
};
use crate::render::font::Fonts;

/// Sets blocks below each other in a column.
pub(super) struct Composer<'a> {
    pub(super) setter: Setter<'a>,
    /// Width of the column.
    pub(super) width: Length,
    pub(super) pieces: Vec<Piece>,
}

impl<'a> Composer<'a> {
    pub(super) fn new(
        profile: &'static FormatProfile,
        fonts: &'a Fonts,
        width: Length,
    ) -> Self {
        Self {
            setter: Setter { profile, fonts },
            width,
            pieces: Vec::new(),
        }
    }

    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        let is_signed = |block: &Block| matches!(block, Block::Signatures(_));
        for blocks in blocks.chunk_by(|one, next| is_signed(one) && is_signed(next)) {
            if let [Block::Signatures(first), rest @ ..] = blocks {
                let rest = rest.iter().filter_map(signatures_of);
                self.signatures([first].into_iter().chain(rest));
            } else {
                for block in blocks {
                    self.block(block);
                }
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Letterhead(head) => {
                // LibreOffice adds a line to a first page that begins with a table
                self.paragraph(FlowParagraph::room(StyleKey::Anchor));
                let grid = letterhead::grid(head, self.setter, self.width);
                self.pieces.push(Piece::Grid(grid));
            }
            Block::Paragraph(one) => {
                let paragraph = self.text_paragraph(one);
                self.paragraph(paragraph);
            }
            Block::Heading(one) => self.paragraph(heading(one)),
            Block::Article(article) => {
                let content = held(&article.content);
                self.paragraph(FlowParagraph::new(StyleKey::Article, content));
            }
            Block::Addressees(addressees) => self.addressees(addressees),
            Block::List(list) => {
                self.keep_last_text();
                self.pieces.extend(items(list).map(Piece::Paragraph));
            }
            Block::Table(table) => {
                self.keep_last_text();
                self.kept_spacer();
                let mut grid = super::table::grid(table, self.setter, self.width);
                let (columns, setter) = (grid.columns.clone(), self.setter);
                grid.keep_row_pairs(|row| super::table::is_high(row, &columns, setter));
                self.pieces.push(Piece::Grid(grid));
                self.paragraph(FlowParagraph::room(StyleKey::Spacer));
            }
            Block::Image(image) => self.image(image),
            Block::Signatures(signatures) => self.signatures([signatures].into_iter()),
            Block::PageBreak => self.pieces.push(Piece::PageBreak),
            // none stands inside another; were it so, nothing would be lost
            Block::Section(section) => self.blocks(&section.blocks),
            Block::Ballots(ballots) => self.blocks(&ballots.blocks),
        }
    }

    fn paragraph(&mut self, paragraph: FlowParagraph) {
        self.pieces.push(Piece::Paragraph(paragraph));
    }

    /// A paragraph of the document; type and subject are broken as a clerk would.
    fn text_paragraph(&self, one: &Paragraph) -> FlowParagraph {
        let style = style_of(one.role);
        let is_head = matches!(one.role, Role::Title | Role::Abstract | Role::AnnexTitle);
        let content = if is_head {
            self.setter.balanced(style, &one.content, self.width)
        } else {
            held(&one.content)
        };
        let tag = if matches!(one.role, Role::Title | Role::AnnexTitle) {
            Tag::Heading(1)
        } else {
            Tag::Text
        };
        FlowParagraph {
            tag,
            ..FlowParagraph::new(style, content)
        }
    }

    /// Room that stays with what follows.
    fn kept_spacer(&mut self) {
        self.paragraph(FlowParagraph {
            keep_next: Some(true),
            ..FlowParagraph::room(StyleKey::Spacer)
        });
    }

    /// Blocks of signatures below each other, and the end of the text with them.
    fn signatures<'b>(&mut self, blocks: impl Iterator<Item = &'b Signatures>) {
        self.keep_end_of_text();
        let grid = super::signatures::grid(blocks, self.setter.profile, self.width);
        self.pieces.push(Piece::Grid(grid));
        // WordprocessingML wants a paragraph after a last table
        self.paragraph(FlowParagraph::room(StyleKey::Anchor));
    }

    /// Signatures never stand alone on a page: two lines of text go with them, or a
    /// line and the last row of a table.
    fn keep_end_of_text(&mut self) {
        let (setter, width) = (self.setter, self.width);
        let mut lines = 0;
        for piece in self.pieces.iter_mut().rev() {
            match piece {
                Piece::Paragraph(paragraph) => {
                    paragraph.keep_next = Some(true);
                    lines += setter.lines(paragraph, width);
                }
                Piece::Grid(grid) => {
                    grid.keep_last_row();
                    break;
                }
                Piece::Picture(_) | Piece::Ballots(_) | Piece::PageBreak => break,
            }
            if lines >= 2 {
                break;
            }
        }
        self.kept_spacer();
    }

    /// The words that announce a list or a table stay with it.
    fn keep_last_text(&mut self) {
        let last_text = self.pieces.iter_mut().rev().find_map(|piece| match piece {
            Piece::Paragraph(paragraph) => Some(paragraph),
            Piece::Grid(_) | Piece::Picture(_) | Piece::Ballots(_) | Piece::PageBreak => {
                None
            }
        });
        if let Some(paragraph) = last_text {
            paragraph.keep_next = Some(true);
        }
    }

    /// One name on the line of its label, or several below each other right of it.
    fn addressees(&mut self, addressees: &Addressees) {
        let profile = self.setter.profile;
        if let [name] = addressees.items.as_slice() {
            let mut line = addressees.label.clone();
            for inline in &mut line {
                if let Inline::Run(run) = inline {
                    run.style = RunStyle {
                        italic: true,
                        keep: true,
                        ..run.style
                    };
                }
            }
            line.push(text(" "));
            line.extend(name.iter().cloned());
            let line = self.setter.balanced(StyleKey::Addressee, &line, self.width);
            self.paragraph(FlowParagraph::new(StyleKey::Addressee, line));
            return;
        }
        let label = addressees.label.clone();
        let label = FlowParagraph::new(StyleKey::AddresseeLabel, label);
        let names = addressees
            .items
            .iter()
            .map(|name| FlowParagraph::new(StyleKey::AddresseeItem, held(name)));
        let (left, gutter) = (profile.addressee.label, profile.addressee.gutter);
        let room = vec![FlowParagraph::room(StyleKey::Anchor)];
        let rest = self.width.less(left).less(gutter);
        self.pieces.push(Piece::Grid(Grid {
            purpose: GridPurpose::Layout,
            columns: vec![left, gutter, rest],
            head_rows: 0,
            rows: vec![row([vec![label], room, names.collect()])],
        }));
        self.paragraph(FlowParagraph::room(StyleKey::Spacer));
    }

    /// A picture as large as fits, and its caption.
    fn image(&mut self, image: &Image) {
        let form = self.setter.profile.image;
        let most = (form.width.min(self.width), form.height);
        let pixels = (image.picture.width, image.picture.height);
        let (width, height) = fitted(pixels, form.pixel, most);
        self.pieces.push(Piece::Picture(FlowPicture {
            picture: image.picture.clone(),
            alt: image.alt.clone(),
            width,
            height,
        }));
        if let Some(caption) = &image.caption {
            let style = StyleKey::FigureCaption;
            let caption = self.setter.balanced(style, caption, self.width);
            self.paragraph(FlowParagraph::new(style, caption));
        }
    }
}

/// Cells of a layout grid beside each other.
pub(super) fn row<const COLUMNS: usize>(cells: [Vec<FlowParagraph>; COLUMNS]) -> GridRow {
    let cell = |paragraphs| GridCell {
        is_head: false,
        column_span: 1,
        row_span: 1,
        paragraphs,
    };
    GridRow {
        cells: cells.map(cell).into(),
    }
}

/// A column of the portrait page in a column of another width.
pub(super) fn in_proportion(
    part: Length,
    profile: &FormatProfile,
    width: Length,
) -> Length {
    let whole = i64::from(profile.page.text_width().to_twips()).max(1);
    let scaled = i64::from(part.to_twips()) * i64::from(width.to_twips()) / whole;
    i32::try_from(scaled).map_or(part, Length::twips)
}

/// The size of a picture: its own, or the greatest in a box with sides in proportion.
fn fitted(
    (wide, high): (u32, u32),
    pixel: Length,
    (most_wide, most_high): (Length, Length),
) -> (Length, Length) {
    let twips = |length: Length| u64::try_from(length.to_twips()).unwrap_or(0);
    let (wide, high) = (u64::from(wide.max(1)), u64::from(high.max(1)));
    let of_width = twips(most_wide).min(wide * twips(pixel));
    // the side that reaches its bound first gives the size
    let (width, height) = if of_width * high <= twips(most_high) * wide {
        (of_width, of_width * high / wide)
    } else {
        (twips(most_high) * wide / high, twips(most_high))
    };
    let length = |twips: u64| Length::twips(i32::try_from(twips.max(1)).unwrap_or(1));
    (length(width), length(height))
}

fn signatures_of(block: &Block) -> Option<&Signatures> {
    if let Block::Signatures(signatures) = block {
        Some(signatures)
    } else {
        None
    }
}

fn style_of(role: Role) -> StyleKey {
    match role {
        Role::Title => StyleKey::Title,
        Role::Abstract => StyleKey::Abstract,
        Role::Separator => StyleKey::Separator,
        Role::Body => StyleKey::Body,
        Role::Basis => StyleKey::Basis,
        Role::Centered => StyleKey::Centered,
        Role::Note => StyleKey::Note,
        Role::Resolve => StyleKey::Resolve,
        Role::AnnexLabel => StyleKey::AnnexLabel,
        Role::AnnexTitle => StyleKey::AnnexTitle,
        Role::AnnexNote => StyleKey::AnnexNote,
    }
}

fn heading(heading: &Heading) -> FlowParagraph {
    let style = match heading.level {
        1 => StyleKey::Heading1,
        2 => StyleKey::Heading2,
        _ => StyleKey::Heading3,
    };
    FlowParagraph {
        tag: Tag::Heading(heading.level + 1),
        ..FlowParagraph::new(style, held(&heading.content))
    }
}

fn items(list: &List) -> impl Iterator<Item = FlowParagraph> {
    list.items.iter().map(|item| FlowParagraph {
        tag: Tag::ListItem,
        mark: Some(item.mark.clone()),
        ..FlowParagraph::new(StyleKey::ListItem, held(&item.content))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_fills_its_box_or_keeps_its_own_size() {
        let twips =
            |(width, height): (Length, Length)| (width.to_twips(), height.to_twips());
        let most = (Length::twips(6000), Length::twips(3000));
        let pixel = Length::twips(15);
        // 1600 × 900: 6000 wide would be 3375 high, so 3000 high and 5333 wide
        assert_eq!(twips(fitted((1600, 900), pixel, most)), (5333, 3000));
        // 3000 × 1000 fills the width
        assert_eq!(twips(fitted((3000, 1000), pixel, most)), (6000, 2000));
        // 100 × 50 pixels of 15 twips
        assert_eq!(twips(fitted((100, 50), pixel, most)), (1500, 750));
    }
}
