//! Each face cut to the letters of Vietnamese, and to what a paper has beyond them.
//!
//! So nearly all papers have the same fonts, which are made once; without the
//! instructions for screens they are as small as if cut to the letters of one paper.

use super::PdfError;
use super::unhinted::without_instructions;
use crate::render::font::{Face, Fonts, Glyph, UNITS_PER_EM};
use crate::render::layout::{Item, Placed, SetGlyph};
use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// Vietnamese letters beyond those of ASCII, and marks of its print.
const LETTERS: &str =
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ";
const MARKS: &str = "\u{a0}–—“”‘’…²";

/// The glyphs of a face, by their index in the whole font.
type Glyphs = BTreeMap<u16, UsedGlyph>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct UsedGlyph {
    /// In font units.
    advance: u16,
    /// What copying and searching find; one for each glyph, because a font says it once.
    text: char,
}

impl UsedGlyph {
    /// Adds a glyph; of several texts the first in Unicode counts.
    fn add(glyphs: &mut Glyphs, glyph: Glyph, source: char) {
        let text = extracted(source);
        let advance = glyph.advance;
        let known = glyphs.entry(glyph.id).or_insert(Self { advance, text });
        known.text = known.text.min(text);
    }
}

/// The glyphs that the fonts of every paper have.
#[derive(Debug)]
pub(super) struct Common {
    faces: BTreeMap<Face, CommonGlyphs>,
}

#[derive(Debug, Default)]
struct CommonGlyphs {
    glyphs: Glyphs,
    /// Their texts by their index, for a fast look.
    texts: Vec<Option<char>>,
}

impl Common {
    pub(super) fn of(fonts: &Fonts) -> Self {
        let capitals = LETTERS.chars().flat_map(char::to_uppercase);
        let letters = (' '..='~').chain(LETTERS.chars()).chain(capitals);
        let letters: Vec<char> = letters.chain(MARKS.chars()).collect();
        let glyphs = |face: Face| {
            let mut glyphs = Glyphs::new();
            for letter in &letters {
                if let Some(glyph) = fonts.glyph(face, *letter) {
                    UsedGlyph::add(&mut glyphs, glyph, *letter);
                }
            }
            let mut texts = Vec::new();
            for (id, glyph) in &glyphs {
                texts.resize(usize::from(*id), None);
                texts.push(Some(glyph.text));
            }
            CommonGlyphs { glyphs, texts }
        };
        Self {
            faces: Face::ALL.map(|face| (face, glyphs(face))).into(),
        }
    }
}

impl CommonGlyphs {
    /// Whether a glyph is there, and copied as it should be.
    fn has(&self, set: SetGlyph) -> bool {
        let text = self.texts.get(usize::from(set.glyph.id));
        text.is_some_and(|text| text.is_some_and(|it| it <= extracted(set.source)))
    }
}

/// The faces of a paper, each with the glyphs that are not common.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Used(BTreeMap<Face, Glyphs>);

impl Used {
    /// Collects the glyphs of a paper, face by face.
    pub(super) fn in_paper(placed: &Placed, common: &Common) -> Self {
        let mut used: BTreeMap<Face, Glyphs> = BTreeMap::new();
        for item in placed.pages.iter().flat_map(|page| &page.items) {
            let Item::Text(fragment) = item else { continue };
            let beyond = used.entry(fragment.face).or_default();
            let common = common.faces.get(&fragment.face);
            for set in fragment.words.iter().flat_map(|word| &word.glyphs) {
                if !common.is_some_and(|common| common.has(*set)) {
                    UsedGlyph::add(beyond, set.glyph, set.source);
                }
            }
        }
        Self(used)
    }

    /// The fonts of the paper.
    pub(super) fn subsets(&self, common: &Common) -> Vec<Subset> {
        let subset = |(face, beyond): (&Face, &Glyphs)| {
            let common = common.faces.get(face);
            let mut glyphs = common.map(|it| it.glyphs.clone()).unwrap_or_default();
            for (id, glyph) in beyond {
                let known = glyphs.entry(*id).or_insert(*glyph);
                known.text = known.text.min(glyph.text);
            }
            Subset::new(*face, glyphs)
        };
        self.0.iter().map(subset).collect()
    }
}

/// What a character is to somebody who copies or searches.
///
/// The no-break space and the no-break hyphen only keep lines together; whoever looks
/// for `Điều 3` or `12-NQ/ĐH` types neither.
fn extracted(source: char) -> char {
    match source {
        '\u{a0}' => ' ',
        '\u{2011}' => '-',
        other => other,
    }
}

/// The name of a face among a page's resources.
pub(super) fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "R",
        Face::Bold => "B",
        Face::Italic => "I",
        Face::BoldItalic => "BI",
    }
}

fn font_id(face: Face) -> FontId {
    FontId(resource(face).to_owned())
}

/// A face with the glyphs in use.
#[derive(Debug)]
pub(super) struct Subset {
    pub(super) face: Face,
    glyphs: Glyphs,
    remapper: GlyphRemapper,
    /// The index in the subset by that in the whole font; nought where there is none.
    indexes: Vec<u16>,
}

impl Subset {
    fn new(face: Face, glyphs: Glyphs) -> Self {
        let ids: Vec<u16> = glyphs.keys().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&ids);
        let mut indexes = Vec::new();
        for id in ids {
            indexes.resize(usize::from(id), 0);
            indexes.push(remapper.get(id).unwrap_or(0));
        }
        Self {
            face,
            glyphs,
            remapper,
            indexes,
        }
    }

    /// A glyph's index in the subset.
    pub(super) fn glyph(&self, set: SetGlyph) -> Option<u16> {
        let index = self.indexes.get(usize::from(set.glyph.id));
        index.copied().filter(|index| *index != 0)
    }

    /// Every glyph once with its text: printpdf describes what it sees on a page.
    pub(super) fn specimen(&self) -> [Op; 4] {
        let glyphs = self.glyphs.iter().filter_map(|(id, used)| {
            // the field named after a character identifier is the text that is copied
            let text = used.text.to_string();
            Some(Codepoint::with_cid(self.remapper.get(*id)?, 0.0, text))
        });
        let font = PdfFontHandle::External(font_id(self.face));
        [
            Op::StartTextSection,
            Op::SetFont {
                font,
                size: Pt(1.0),
            },
            Op::ShowText {
                items: vec![TextItem::GlyphIds(glyphs.collect())],
            },
            Op::EndTextSection,
        ]
    }

    /// The subset as printpdf takes it.
    ///
    /// It is parsed without a warning to anybody that it has no `cmap`: glyphs are
    /// addressed by index.
    pub(super) fn embedded(&self) -> Result<(FontId, PdfFont), PdfError> {
        let font = self.face.postscript_name();
        let refused = |reason: String| PdfError::Subset { font, reason };
        let bytes = subsetter::subset(self.face.bytes(), 0, &self.remapper)
            .map_err(|error| refused(error.to_string()))?;
        let bytes = without_instructions(&bytes)
            .ok_or_else(|| refused("the result has no outlines".to_owned()))?;
        let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| refused("the result is not a font".to_owned()))?;
        parsed.font_name = Some(self.base_font());
        Ok((font_id(self.face), PdfFont::new(parsed)))
    }

    /// The tag that ISO 32000-1, 9.6.4 wants before the name of a subset, six capital
    /// letters, drawn from the glyphs themselves.
    pub(super) fn base_font(&self) -> String {
        let ids = self.glyphs.keys().flat_map(|id| id.to_be_bytes());
        let mut rest = fingerprint(ids);
        let mut tag = String::with_capacity(6);
        for _ in 0..6 {
            let letter = u8::try_from(rest % 26).unwrap_or_default();
            tag.push(char::from(b'A' + letter));
            rest /= 26;
        }
        format!("{tag}+{}", self.face.postscript_name())
    }

    /// The exact widths of glyphs 1, 2, 3, …, in thousandths of an em; printpdf rounds
    /// them down to whole ones.
    pub(super) fn widths(&self) -> Vec<f32> {
        let per_mille = |glyph: &UsedGlyph| {
            let width = f64::from(glyph.advance) * 1000.0 / units_per_em();
            super::paint::rounded(width)
        };
        self.glyphs.values().map(per_mille).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "2048")]
fn units_per_em() -> f64 {
    UNITS_PER_EM as f64
}

/// FNV-1a, 64 bits: names that depend on content and nothing else.
pub(super) fn fingerprint(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}
