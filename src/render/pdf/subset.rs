//! Each face cut to the glyphs that a paper uses.

use super::PdfError;
use crate::render::font::{Face, UNITS_PER_EM};
use crate::render::layout::{Item, Placed, SetGlyph};
use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use std::collections::BTreeMap;
use subsetter::GlyphRemapper;

/// A face with the glyphs in use.
#[derive(Debug)]
pub(super) struct Subset {
    pub(super) face: Face,
    /// By their index in the whole font.
    glyphs: BTreeMap<u16, UsedGlyph>,
    remapper: GlyphRemapper,
}

#[derive(Debug, Clone, Copy)]
struct UsedGlyph {
    /// In font units.
    advance: u16,
    /// What copying and searching find; one for each glyph, because a font says it once.
    text: char,
}

/// Exact widths of a subset's glyphs 1, 2, 3, …, in thousandths of an em.
#[derive(Debug)]
pub(super) struct Widths {
    pub(super) base_font: String,
    pub(super) widths: Vec<f32>,
}

/// Collects the glyphs of a paper, face by face.
pub(super) fn subsets(placed: &Placed) -> Vec<Subset> {
    let mut used: BTreeMap<Face, BTreeMap<u16, UsedGlyph>> = BTreeMap::new();
    for item in placed.pages.iter().flat_map(|page| &page.items) {
        let Item::Text(fragment) = item else { continue };
        let glyphs = used.entry(fragment.face).or_default();
        for set in fragment.words.iter().flat_map(|word| &word.glyphs) {
            let text = extracted(set.source);
            glyphs
                .entry(set.glyph.id)
                .and_modify(|known| known.text = known.text.min(text))
                .or_insert(UsedGlyph {
                    advance: set.glyph.advance,
                    text,
                });
        }
    }
    let subset = |(face, glyphs): (Face, BTreeMap<u16, UsedGlyph>)| {
        let ids: Vec<u16> = glyphs.keys().copied().collect();
        Subset {
            face,
            glyphs,
            remapper: GlyphRemapper::new_from_glyphs_sorted(&ids),
        }
    };
    used.into_iter().map(subset).collect()
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

impl Subset {
    /// A glyph's index in the subset.
    pub(super) fn glyph(&self, set: SetGlyph) -> Option<u16> {
        self.remapper.get(set.glyph.id)
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
        let mut parsed = ParsedFont::from_bytes(&bytes, 0, &mut Vec::new())
            .ok_or_else(|| refused("the result is not a font".to_owned()))?;
        parsed.font_name = Some(self.base_font());
        Ok((font_id(self.face), PdfFont::new(parsed)))
    }

    /// The tag that ISO 32000-1, 9.6.4 wants before the name of a subset, six capital
    /// letters, drawn from the glyphs themselves.
    fn base_font(&self) -> String {
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

    /// The widths that printpdf rounds down to whole thousandths.
    pub(super) fn widths(&self) -> Widths {
        let per_mille = |glyph: &UsedGlyph| {
            let width = f64::from(glyph.advance) * 1000.0 / units_per_em();
            super::paint::rounded(width)
        };
        Widths {
            base_font: self.base_font(),
            widths: self.glyphs.values().map(per_mille).collect(),
        }
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
