//! The placed paper: what stands where on which page, and what it means.
//!
//! Positions are exact whole numbers; nothing is rounded before a format is written.
//! Everything on a page either belongs to a node of the tag tree or is an artifact, so
//! that tagged PDF (PDF/A-2a, PDF/UA-1) can be written from it as it stands.

use crate::document::{FontSize, Length, Picture};
use crate::render::font::{Face, Glyph};
use std::iter::Sum;
use std::ops::{Add, AddAssign, Sub};

/// A distance on paper in 1/20480 of a point.
///
/// The coarsest unit that holds every length of the form and every width of text: a
/// twip is 1024 of them, a font unit at one half-point is 5.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Distance(i64);

impl Distance {
    pub(crate) const ZERO: Self = Self(0);

    const PER_POINT: i64 = 20_480;
    const PER_TWIP: i64 = Self::PER_POINT / 20;
    /// A font unit is 1/2048 of an em, a half-point half a point.
    const PER_FONT_UNIT: i64 = Self::PER_POINT / (2048 * 2);

    /// Whole twips.
    pub(crate) fn of(length: Length) -> Self {
        Self(i64::from(length.to_twips()) * Self::PER_TWIP)
    }

    /// Font units at a size.
    pub(crate) fn font_units(units: i64, size: FontSize) -> Self {
        Self(units * i64::from(size.to_half_points()) * Self::PER_FONT_UNIT)
    }

    /// The next whole twip.
    pub(crate) fn to_length_rounded_up(self) -> Length {
        let twips = (self.0 + Self::PER_TWIP - 1) / Self::PER_TWIP;
        Length::twips(i32::try_from(twips).unwrap_or(i32::MAX))
    }

    /// How many parts, so many of which make a twip, fit in.
    pub(crate) fn to_whole(self, parts_of_twip: i64) -> i64 {
        (self.0 * parts_of_twip).div_euclid(Self::PER_TWIP)
    }

    /// Eighths of a point, the unit of drawn lines.
    pub(crate) fn eighths(eighths: u16) -> Self {
        Self(i64::from(eighths) * Self::PER_POINT / 8)
    }

    /// Whole points.
    pub(crate) fn points(points: u16) -> Self {
        Self(i64::from(points) * Self::PER_POINT)
    }

    /// This many parts out of so many; rounded down.
    pub(crate) fn share(self, parts: usize, of: usize) -> Self {
        let whole = |number| i64::try_from(number).unwrap_or(i64::MAX);
        Self(self.0.saturating_mul(whole(parts)) / whole(of).max(1))
    }

    pub(crate) fn half(self) -> Self {
        Self(self.0 / 2)
    }

    /// In points, for the edge to PDF.
    #[expect(
        clippy::cast_precision_loss,
        reason = "a page is far shorter than 2^53 units"
    )]
    pub(crate) fn to_points(self) -> f64 {
        self.0 as f64 / Self::PER_POINT as f64
    }
}

impl Add for Distance {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Distance {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl AddAssign for Distance {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sum for Distance {
    fn sum<I: Iterator<Item = Self>>(distances: I) -> Self {
        distances.fold(Self::ZERO, Self::add)
    }
}

/// A paper on its pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    /// At least one.
    pub(crate) pages: Vec<Page>,
    pub(crate) tags: TagTree,
    /// Headings, in the order of the paper.
    pub(crate) outline: Vec<OutlineEntry>,
}

impl Placed {
    /// Nothing yet: what papers are joined to.
    pub(crate) fn empty() -> Self {
        Self {
            pages: Vec::new(),
            tags: TagTree::new(),
            outline: Vec::new(),
        }
    }

    /// Adds the pages of a paper, and its tags as a part of this; bookmarks are up to
    /// the caller.
    pub(crate) fn append(&mut self, other: Self) {
        let before = self.tags.append(other.tags);
        let mut pages = other.pages;
        for item in pages.iter_mut().flat_map(|page| &mut page.items) {
            let owner = match item {
                Item::Text(fragment) => &mut fragment.owner,
                Item::Picture(picture) => &mut picture.owner,
                Item::Rule(_) => continue,
            };
            if let Owner::Tag(id) = owner {
                *id = id.after(before);
            }
        }
        self.pages.extend(pages);
    }
}

/// A page; positions count from its upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) width: Length,
    pub(crate) height: Length,
    /// In reading order; text of an artifact where it is seen.
    pub(crate) items: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Item {
    Text(Fragment),
    /// Always an artifact: no drawn line of these papers means anything to the ear.
    Rule(Rule),
    /// Beside the others it is large and rare.
    Picture(Box<PlacedPicture>),
}

impl Item {
    /// The item as far right and down as a point is from the origin.
    pub(crate) fn moved(mut self, by: Point) -> Self {
        let moved = |at: Point| Point {
            x: at.x + by.x,
            y: at.y + by.y,
        };
        match &mut self {
            Self::Text(fragment) => {
                fragment.baseline += by.y;
                for word in &mut fragment.words {
                    word.x += by.x;
                }
            }
            Self::Rule(rule) => {
                rule.from = moved(rule.from);
                rule.to = moved(rule.to);
            }
            Self::Picture(picture) => picture.at = moved(picture.at),
        }
        self
    }
}

/// A picture in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PlacedPicture {
    pub(crate) picture: Picture,
    /// Its upper left corner.
    pub(crate) at: Point,
    pub(crate) width: Distance,
    pub(crate) height: Distance,
    pub(crate) owner: Owner,
}

/// A piece of a line in one face, of one owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fragment {
    pub(crate) face: Face,
    pub(crate) size: FontSize,
    pub(crate) baseline: Distance,
    pub(crate) words: Vec<Word>,
    pub(crate) owner: Owner,
}

/// Glyphs that follow each other at their own widths; the space after a word is its
/// last glyph, also at the end of a line, so that copied text reads on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) x: Distance,
    pub(crate) glyphs: Box<[SetGlyph]>,
}

/// A glyph and the character it was set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct SetGlyph {
    pub(crate) glyph: Glyph,
    pub(crate) source: char,
}

impl Word {
    /// The width of all its glyphs.
    pub(crate) fn width(&self, size: FontSize) -> Distance {
        self.glyphs.iter().map(|set| set.width(size)).sum()
    }
}

impl SetGlyph {
    pub(crate) fn width(self, size: FontSize) -> Distance {
        Distance::font_units(i64::from(self.glyph.advance), size)
    }
}

/// A straight line; its points lie in the middle of its thickness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rule {
    pub(crate) from: Point,
    pub(crate) to: Point,
    pub(crate) thickness: Distance,
    pub(crate) stroke: Stroke,
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stroke {
    Solid,
    /// Where paper is cut.
    Dashed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point {
    pub(crate) x: Distance,
    pub(crate) y: Distance,
}

/// What a piece of text belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    Tag(TagId),
    /// Page numbers and repeated heads of tables: seen, not read out.
    Artifact,
}

/// A node of the tag tree, by its place in [`TagTree`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TagId(u32);

impl TagId {
    /// Four thousand million nodes are more than memory holds.
    fn new(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }

    /// With so many nodes before it.
    fn after(self, nodes: usize) -> Self {
        Self::new(self.index() + nodes)
    }
}

/// The paper as assistive technology reads it; the first node is the root, and every
/// other stands after its parent and in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TagTree {
    nodes: Vec<TagNode>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TagNode {
    pub(crate) kind: TagKind,
    /// None only for the root.
    pub(crate) parent: Option<TagId>,
    /// What is read out in place of what is seen.
    pub(crate) alternative: Option<Box<str>>,
}

impl TagTree {
    pub(crate) const ROOT: TagId = TagId(0);

    pub(crate) fn new() -> Self {
        let root = TagNode {
            kind: TagKind::Document,
            parent: None,
            alternative: None,
        };
        Self { nodes: vec![root] }
    }

    pub(crate) fn add(&mut self, kind: TagKind, parent: TagId) -> TagId {
        self.nodes.push(TagNode {
            kind,
            parent: Some(parent),
            alternative: None,
        });
        TagId::new(self.nodes.len() - 1)
    }

    /// Says what is read out in place of what is seen.
    pub(crate) fn describe(&mut self, id: TagId, alternative: &str) {
        if let Some(node) = self.nodes.get_mut(id.index()) {
            node.alternative = Some(alternative.into());
        }
    }

    /// Adds the nodes of a paper, its root as a part below this root; how many nodes
    /// stand before them.
    fn append(&mut self, other: Self) -> usize {
        let before = self.nodes.len();
        let nodes = other.nodes.into_iter().map(|node| match node.parent {
            None => TagNode {
                kind: TagKind::Part,
                parent: Some(Self::ROOT),
                ..node
            },
            Some(parent) => TagNode {
                parent: Some(parent.after(before)),
                ..node
            },
        });
        self.nodes.extend(nodes);
        before
    }

    pub(crate) fn nodes(&self) -> &[TagNode] {
        &self.nodes
    }

    pub(crate) fn kind(&self, id: TagId) -> TagKind {
        self.nodes
            .get(id.index())
            .map_or(TagKind::Paragraph, |node| node.kind)
    }
}

/// The structure types of PDF that these papers use.
///
/// Source: ISO 32000-1, 14.8.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TagKind {
    Document,
    /// A paper among others in one file.
    Part,
    /// A part of the paper that stands by itself.
    Division,
    Paragraph,
    Figure,
    /// Of a figure; it follows it.
    Caption,
    /// 1 to 6, without gaps on the way down.
    Heading(u8),
    List(Numbering),
    ListItem,
    Label,
    ListBody,
    Table,
    Row,
    HeadCell(Scope, Span),
    DataCell(Span),
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Numbering {
    /// A dash or another sign.
    Sign,
    /// `1.`
    Decimal,
    /// `a)`
    Letter,
}

/// What a head cell heads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// Columns and rows that a cell covers, each at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutlineEntry {
    /// 1 and below it, without gaps on the way down.
    pub(crate) level: u8,
    pub(crate) title: String,
    /// Place of the page in [`Placed::pages`].
    pub(crate) page: usize,
    /// Upper edge of the heading's first line.
    pub(crate) y: Distance,
}
