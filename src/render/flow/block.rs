//! Blocks of a document as pieces of a column.

use super::balance::Setter;
use super::hold::{held, held_end};
use super::{
    FlowParagraph, FlowPicture, Grid, GridCell, GridPurpose, GridRow, Piece, Tag,
    letterhead, text,
};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{
    Addressees, Block, Heading, Image, Inline, Length, Line, List, Paragraph, Recipients,
    Role, RunStyle, Side, Signature, Signatures, Table, TableCell, TableRole,
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
        for block in blocks {
            self.block(block);
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
                let mut grid = self.data_grid(table);
                grid.keep_row_pairs();
                self.pieces.push(Piece::Grid(grid));
                self.paragraph(FlowParagraph::room(StyleKey::Spacer));
            }
            Block::Image(image) => self.image(image),
            Block::Signatures(signatures) => {
                self.keep_end_of_text();
                let grid = self.signature_grid(signatures);
                self.pieces.push(Piece::Grid(grid));
                // WordprocessingML wants a paragraph after a last table
                self.paragraph(FlowParagraph::room(StyleKey::Anchor));
            }
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

    /// Signatures never stand alone on a page: two lines of text go with them, or a
    /// line and the last row of a table, or the block of signatures before.
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

    fn data_grid(&self, table: &Table) -> Grid {
        let columns = split(self.width, &table.shares);
        let padding = self.setter.profile.table.side_padding;
        let rows = table.rows.iter().map(|row| {
            let spans = row.cells.iter().map(|cell| cell.column_span);
            // a row below a cell that covers several does not tell where its own stand
            let is_whole = spans.sum::<usize>() == columns.len();
            let mut edges = columns.iter().copied();
            let cells = row.cells.iter().map(|cell| {
                let width = edges
                    .by_ref()
                    .take(cell.column_span)
                    .fold(Length::ZERO, Length::plus);
                let room = width.less(padding).less(padding);
                let mut set = data_cell(cell, table.role);
                for paragraph in set.paragraphs.iter_mut().filter(|_| is_whole) {
                    let style = paragraph.style;
                    let fits = |pair: &[Inline]| self.setter.width(style, pair) < room;
                    let content = std::mem::take(&mut paragraph.content);
                    paragraph.content = held_end(content, fits);
                }
                set
            });
            GridRow {
                cells: cells.collect(),
            }
        });
        let rows = rows.collect();
        Grid {
            purpose: GridPurpose::Data,
            columns,
            head_rows: table.head_rows,
            rows,
        }
    }

    fn signature_grid(&self, signatures: &Signatures) -> Grid {
        let profile = self.setter.profile;
        let left = in_proportion(profile.signatures.left, profile, self.width);
        // where one side has a post, both leave a line for it: the names stand level
        let sides = [&signatures.left, &signatures.right];
        let has_post = sides.into_iter().flatten().any(|side| match side {
            Side::Signature(signature) => signature.post.is_some(),
            Side::Recipients(_) => false,
        });
        let halves = sides.map(|side| match side {
            Some(Side::Signature(signature)) => signature_paragraphs(signature, has_post),
            Some(Side::Recipients(recipients)) => recipient_paragraphs(recipients),
            None => vec![FlowParagraph::room(StyleKey::Anchor)],
        });
        Grid {
            purpose: GridPurpose::Layout,
            columns: vec![left, self.width.less(left)],
            head_rows: 0,
            rows: vec![row(halves)],
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

fn data_cell(cell: &TableCell, role: TableRole) -> GridCell {
    let style = match (role, cell.is_head) {
        (TableRole::Normal, true) => StyleKey::TableHead,
        (TableRole::Normal, false) => StyleKey::TableCell,
        (TableRole::Compact, true) => StyleKey::CompactHead,
        (TableRole::Compact, false) => StyleKey::CompactCell,
    };
    let mut content = cell.content.clone();
    if cell.is_total {
        for inline in &mut content {
            if let Inline::Run(run) = inline {
                run.style.bold = true;
            }
        }
    }
    GridCell {
        is_head: cell.is_head,
        column_span: cell.column_span,
        row_span: cell.row_span,
        paragraphs: vec![FlowParagraph {
            align: Some(cell.align),
            ..FlowParagraph::new(style, content)
        }],
    }
}

/// Splits a width by shares; the parts add up to the whole exactly.
fn split(whole: Length, shares: &[u32]) -> Vec<Length> {
    let total: i64 = shares.iter().map(|share| i64::from(*share)).sum();
    let mut done = 0_i64;
    let mut parts = Vec::with_capacity(shares.len());
    let mut edge = 0_i64;
    for share in shares {
        done += i64::from(*share);
        let next = i64::from(whole.to_twips()) * done / total.max(1);
        parts.push(Length::twips(i32::try_from(next - edge).unwrap_or(0)));
        edge = next;
    }
    parts
}

fn signature_paragraphs(signature: &Signature, leaves_post: bool) -> Vec<FlowParagraph> {
    let line = |style, line: &Line| FlowParagraph::new(style, line.clone());
    let mut paragraphs = vec![line(StyleKey::Authority, &signature.authority)];
    match &signature.post {
        Some(post) => paragraphs.push(line(StyleKey::Post, post)),
        None if leaves_post => paragraphs.push(FlowParagraph::room(StyleKey::Post)),
        None => {}
    }
    paragraphs.push(FlowParagraph::room(StyleKey::SignatureGap));
    paragraphs.extend(
        signature
            .name
            .iter()
            .map(|name| line(StyleKey::SignerName, name)),
    );
    paragraphs
}

fn recipient_paragraphs(recipients: &Recipients) -> Vec<FlowParagraph> {
    let label = FlowParagraph::new(StyleKey::RecipientsLabel, recipients.label.clone());
    let items = recipients
        .items
        .iter()
        .map(|item| FlowParagraph::new(StyleKey::Recipient, item.clone()));
    [label].into_iter().chain(items).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_widths_add_up_to_the_whole() {
        let parts = split(Length::twips(9355), &[1, 4, 2, 2]);
        let twips: Vec<i32> = parts.iter().map(|part| part.to_twips()).collect();
        // 9355 / 9 = 1039.44: edges at 1039, 5197, 7276, 9355
        assert_eq!(twips, [1039, 4158, 2079, 2079]);
    }

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
