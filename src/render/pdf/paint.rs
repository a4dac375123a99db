//! Placed items as the content of pages, with every piece marked by its owner.

use super::content::{Content, Number};
use super::file::compressed;
use super::subset::{Subset, resource};
use super::{PdfError, picture};
use crate::render::deflate::Deflater;
use crate::render::layout::{
    Distance, Fragment, Item, Owner, Page, Placed, PlacedPicture, Rule, Stroke, TagId,
    TagTree,
};
use lopdf::{Dictionary, Stream};

/// Lengths of a dash and of the gap after it, in points: as Word draws them.
const DASHES: [f64; 2] = [3.0, 3.0];

/// A page, and whose each piece of its marked content is.
#[derive(Debug)]
pub(super) struct Painted {
    /// Compressed.
    pub(super) content: Stream,
    /// The owner of marked content 0, 1, 2, ….
    pub(super) marks: Vec<TagId>,
}

/// Paints all pages; of what stands on them only pictures are left, since a table of
/// thousands of rows takes tens of times as much room as what is painted.
///
/// # Errors
///
/// When the content cannot be compressed.
pub(super) fn paint(
    placed: &mut Placed,
    subsets: &[Subset],
    deflater: &mut Deflater,
) -> Result<Vec<Painted>, PdfError> {
    let tags = &placed.tags;
    let paint = |page: &mut Page| {
        let mut painter = Painter {
            subsets,
            tags,
            height: Distance::of(page.height),
            content: Content::with_capacity(page.items.len() * 160),
            open: None,
            marks: Vec::new(),
        };
        painter.page(page);
        page.items.retain(|item| matches!(item, Item::Picture(_)));
        page.items.shrink_to_fit();
        let content = painter.content.into_bytes();
        Ok(Painted {
            content: compressed(Dictionary::new(), content, deflater)?,
            marks: painter.marks,
        })
    };
    placed.pages.iter_mut().map(paint).collect()
}

struct Painter<'a> {
    subsets: &'a [Subset],
    tags: &'a TagTree,
    height: Distance,
    content: Content,
    /// Whose the marked content is that is open.
    open: Option<Owner>,
    marks: Vec<TagId>,
}

impl Painter<'_> {
    /// Lines come last: so text of one owner stays one piece of content, whatever lines
    /// lie between.
    fn page(&mut self, page: &Page) {
        let mut rules: Vec<&Rule> = Vec::new();
        for item in &page.items {
            match item {
                Item::Text(fragment) => self.fragment(fragment),
                Item::Picture(picture) => self.picture(picture),
                Item::Rule(rule) => rules.push(rule),
            }
        }
        self.rules(&rules);
        if self.open.is_some() {
            self.content.end_marked();
        }
    }

    /// Neighbours of one owner share one piece of marked content.
    fn mark(&mut self, owner: Owner) {
        if self.open == Some(owner) {
            return;
        }
        if self.open.replace(owner).is_some() {
            self.content.end_marked();
        }
        match owner {
            Owner::Artifact => self.content.begin_artifact(),
            Owner::Tag(id) => {
                self.content
                    .begin_marked(self.tags.kind(id), self.marks.len());
                self.marks.push(id);
            }
        }
    }

    /// The words of a fragment, and between them how far the next one is from where the
    /// widths in the font have led.
    ///
    /// A gap is rounded to a thousandth of the size; the next one makes up for it, so
    /// that no word stands further than half of that from its place.
    fn fragment(&mut self, fragment: &Fragment) {
        let subset = self.subsets.iter().find(|one| one.face == fragment.face);
        let (Some(subset), Some(first)) = (subset, fragment.words.first()) else {
            return;
        };
        self.mark(fragment.owner);
        let size = fragment.size.to_points();
        let at = [number(first.x), number(self.height - fragment.baseline)];
        let font = resource(fragment.face);
        self.content.begin_text(font, Number::nearest(size), at);
        let mut reached = first.x.to_points();
        for word in &fragment.words {
            let back = per_mille(reached - word.x.to_points(), size);
            self.content.back(back.whole);
            reached -= back.exact;
            for set in &word.glyphs {
                if let Some(glyph) = subset.glyph(*set) {
                    self.content.glyph(glyph);
                }
            }
            reached += word.width(fragment.size).to_points();
        }
        self.content.end_text();
    }

    /// Lines of a kind are drawn as one path.
    fn rules(&mut self, rules: &[&Rule]) {
        if rules.is_empty() {
            return;
        }
        self.mark(Owner::Artifact);
        let height = self.height;
        let is_same = |one: &&Rule, other: &&Rule| {
            (one.thickness, one.stroke) == (other.thickness, other.stroke)
        };
        for same in rules.chunk_by(is_same) {
            let Some(kind) = same.first() else { continue };
            self.content.thickness(number(kind.thickness));
            if kind.stroke == Stroke::Dashed {
                self.content.dashes(&DASHES.map(Number::nearest));
            }
            for Rule { from, to, .. } in same {
                let [from, to] =
                    [from, to].map(|it| [number(it.x), number(height - it.y)]);
                self.content.line(from, to);
            }
            self.content.draw();
            if kind.stroke == Stroke::Dashed {
                self.content.dashes(&[]);
            }
        }
    }

    fn picture(&mut self, placed: &PlacedPicture) {
        self.mark(placed.owner);
        let bottom = self.height - placed.at.y - placed.height;
        let place = [placed.at.x, bottom, placed.width, placed.height].map(number);
        let resource = picture::resource(&placed.picture);
        self.content.picture(&resource.0, place);
    }
}

fn number(distance: Distance) -> Number {
    Number::nearest(distance.to_points())
}

/// A distance along a line.
struct Back {
    /// In thousandths of the size.
    whole: i64,
    /// What these are in points.
    exact: f64,
}

/// A distance in points as PDF moves along a line of a size.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "distances on a page fit seven digits"
)]
fn per_mille(points: f64, size: f64) -> Back {
    let whole = (points * 1000.0 / size).round() as i64;
    Back {
        whole,
        exact: whole as f64 * size / 1000.0,
    }
}

/// A number of three decimals as PDF objects have it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on a page fit seven digits"
)]
pub(super) fn rounded(number: f64) -> f32 {
    ((number * 1000.0).round() / 1000.0) as f32
}
