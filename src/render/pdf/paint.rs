//! Placed items as the operations of pages, with every piece marked by its owner.

use super::picture;
use super::subset::{Subset, resource};
use crate::document::FontSize;
use crate::render::layout::{
    Distance, Fragment, Item, Owner, Page, Placed, PlacedPicture, Rule, Stroke, TagId,
    TagTree, Word,
};
use printpdf::{
    Codepoint, CurTransMat, DictItem, Line, LineDashPattern, LinePoint, Mm, Op,
    PdfFontHandle, PdfPage, Point, Pt, TextItem, TextMatrix, XObjectTransform,
};

/// Lengths of a dash and of the gap after it, in points: as Word draws them.
const DASHES: [f32; 2] = [3.0, 3.0];

/// Pages, and whose each piece of marked content is.
#[derive(Debug)]
pub(super) struct Painted {
    pub(super) pages: Vec<PdfPage>,
    /// For each page, the owner of marked content 0, 1, 2, ….
    pub(super) marks: Vec<Vec<TagId>>,
}

/// Paints all pages.
pub(super) fn paint(placed: &Placed, subsets: &[Subset]) -> Painted {
    let mut all = Painted {
        pages: Vec::with_capacity(placed.pages.len()),
        marks: Vec::with_capacity(placed.pages.len()),
    };
    for page in &placed.pages {
        let mut painter = Painter {
            subsets,
            tags: &placed.tags,
            height: Distance::of(page.height),
            operations: Vec::with_capacity(page.items.len() * 6),
            open: None,
            marks: Vec::new(),
        };
        painter.page(page);
        // the size of the paper is set afterwards: millimetres here are rounded
        let (width, height) = (Mm(0.0), Mm(0.0));
        let page = PdfPage::new(width, height, painter.operations);
        all.pages.push(page);
        all.marks.push(painter.marks);
    }
    all
}

struct Painter<'a> {
    subsets: &'a [Subset],
    tags: &'a TagTree,
    height: Distance,
    operations: Vec<Op>,
    /// Whose the marked content is that is open.
    open: Option<Owner>,
    marks: Vec<TagId>,
}

impl Painter<'_> {
    fn page(&mut self, page: &Page) {
        for item in &page.items {
            match item {
                Item::Text(fragment) => {
                    self.mark(fragment.owner);
                    self.fragment(fragment);
                }
                Item::Rule(rule) => {
                    self.mark(Owner::Artifact);
                    self.rule(rule);
                }
                Item::Picture(picture) => {
                    self.mark(picture.owner);
                    self.picture(picture);
                }
            }
        }
        if self.open.is_some() {
            self.operations.push(Op::EndMarkedContent);
        }
    }

    /// Neighbours of one owner share one piece of marked content.
    fn mark(&mut self, owner: Owner) {
        if self.open == Some(owner) {
            return;
        }
        if self.open.replace(owner).is_some() {
            self.operations.push(Op::EndMarkedContent);
        }
        self.operations.push(match owner {
            Owner::Artifact => Op::BeginMarkedContent {
                tag: "Artifact".to_owned(),
            },
            Owner::Tag(id) => {
                let number = i64::try_from(self.marks.len()).unwrap_or(i64::MAX);
                self.marks.push(id);
                let map = [("MCID".to_owned(), DictItem::Int(number))];
                Op::BeginMarkedContentWithProperties {
                    tag: super::structure::role(self.tags.kind(id)).to_owned(),
                    properties: DictItem::Dict { map: map.into() },
                }
            }
        });
    }

    fn fragment(&mut self, fragment: &Fragment) {
        let subset = self.subsets.iter().find(|one| one.face == fragment.face);
        let (Some(subset), Some(first)) = (subset, fragment.words.first()) else {
            return;
        };
        let font = PdfFontHandle::External(resource(fragment.face));
        let size = Pt(rounded(fragment.size.to_points()));
        let x = points(first.x);
        let y = points(self.height - fragment.baseline);
        self.operations.extend([
            Op::StartTextSection,
            Op::SetFont { font, size },
            Op::SetTextMatrix {
                matrix: TextMatrix::Translate(x, y),
            },
            Op::ShowText {
                items: shown(fragment, subset),
            },
            Op::EndTextSection,
        ]);
    }

    fn rule(&mut self, rule: &Rule) {
        let point = |x, y| LinePoint {
            p: Point {
                x: points(x),
                y: points(self.height - y),
            },
            bezier: false,
        };
        let ends = vec![point(rule.from.x, rule.from.y), point(rule.to.x, rule.to.y)];
        self.operations.extend([Op::SetOutlineThickness {
            pt: points(rule.thickness),
        }]);
        let line = Op::DrawLine {
            line: Line {
                points: ends,
                is_closed: false,
            },
        };
        let dashed = |pattern| Op::SetLineDashPattern {
            dash: LineDashPattern::new(0.0, pattern),
        };
        match rule.stroke {
            Stroke::Solid => self.operations.push(line),
            Stroke::Dashed => {
                self.operations.extend([dashed(&DASHES), line, dashed(&[])]);
            }
        }
    }

    /// The picture is a square of one unit, stretched to its place.
    fn picture(&mut self, placed: &PlacedPicture) {
        let number = |distance: Distance| rounded(distance.to_points());
        let bottom = self.height - placed.at.y - placed.height;
        let place = [
            number(placed.width),
            0.0,
            0.0,
            number(placed.height),
            number(placed.at.x),
            number(bottom),
        ];
        self.operations.extend([
            Op::SaveGraphicsState,
            Op::SetTransformationMatrix {
                matrix: CurTransMat::Raw(place),
            },
            Op::UseXobject {
                id: picture::resource(&placed.picture),
                transform: XObjectTransform {
                    no_auto_scale: true,
                    ..XObjectTransform::default()
                },
            },
            Op::RestoreGraphicsState,
        ]);
    }
}

/// The words of a fragment, and between them how far the next one is from where the
/// widths in the font have led.
fn shown(fragment: &Fragment, subset: &Subset) -> Vec<TextItem> {
    let mut items = Vec::with_capacity(fragment.words.len() * 2);
    let mut reached: Option<Distance> = None;
    for word in &fragment.words {
        let gap = reached.map_or(Distance::ZERO, |end| word.x - end);
        let adjustment = -per_mille(gap, fragment.size);
        if adjustment != 0.0 {
            items.push(TextItem::Offset(adjustment));
        }
        items.push(TextItem::GlyphIds(glyphs(word, subset)));
        reached = Some(word.x + word.width(fragment.size));
    }
    items
}

fn glyphs(word: &Word, subset: &Subset) -> Vec<Codepoint> {
    let known = word.glyphs.iter().filter_map(|set| subset.glyph(*set));
    // the field named after a character identifier is the text that is copied
    known
        .map(|(glyph, text)| Codepoint::with_cid(glyph, 0.0, text.to_string()))
        .collect()
}

fn points(distance: Distance) -> Pt {
    Pt(rounded(distance.to_points()))
}

/// A distance in thousandths of a size, as PDF moves along a line.
fn per_mille(distance: Distance, size: FontSize) -> f32 {
    rounded(distance.to_points() * 1000.0 / size.to_points())
}

/// A number with three decimals: what a page description needs and no more.
#[expect(
    clippy::cast_possible_truncation,
    reason = "lengths on a page fit seven digits"
)]
pub(super) fn rounded(number: f64) -> f32 {
    ((number * 1000.0).round() / 1000.0) as f32
}
