//! The compiled-in fonts: which glyph a character has, and how wide it is.
//!
//! Liberation Serif has the advance widths of Times New Roman, the font that the form
//! prescribes and DOCX names, so both formats break lines alike. Kerning and ligatures
//! are off, because Word has them off; precomposed Vietnamese letters need no shaping.

use crate::document::{FontSize, Length};
use std::ops::Range;
use thiserror::Error;

/// One of the four faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Face {
    Regular,
    Bold,
    Italic,
    BoldItalic,
}

impl Face {
    /// Every face, in the order of the variants.
    pub(crate) const ALL: [Self; 4] =
        [Self::Regular, Self::Bold, Self::Italic, Self::BoldItalic];

    /// The face of a run.
    pub(crate) fn of(bold: bool, italic: bool) -> Self {
        match (bold, italic) {
            (false, false) => Self::Regular,
            (true, false) => Self::Bold,
            (false, true) => Self::Italic,
            (true, true) => Self::BoldItalic,
        }
    }

    /// The whole font file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => {
                include_bytes!("../../templates/fonts/LiberationSerif-Regular.ttf")
            }
            Self::Bold => {
                include_bytes!("../../templates/fonts/LiberationSerif-Bold.ttf")
            }
            Self::Italic => {
                include_bytes!("../../templates/fonts/LiberationSerif-Italic.ttf")
            }
            Self::BoldItalic => {
                include_bytes!("../../templates/fonts/LiberationSerif-BoldItalic.ttf")
            }
        }
    }

    /// The PostScript name.
    pub(crate) fn postscript_name(self) -> &'static str {
        match self {
            Self::Regular => "LiberationSerif",
            Self::Bold => "LiberationSerif-Bold",
            Self::Italic => "LiberationSerif-Italic",
            Self::BoldItalic => "LiberationSerif-BoldItalic",
        }
    }
}

/// A font that the program carries cannot be read: a fault of the build.
#[derive(Debug, Error)]
#[error("the compiled-in font {0} cannot be read")]
pub struct FontError(&'static str);

/// Units of an em in all four faces.
pub(crate) const UNITS_PER_EM: i64 = 2048;

/// A glyph of a face.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Index in the whole font.
    pub(crate) id: u16,
    /// Advance in font units.
    pub(crate) advance: u16,
}

/// The width of set text, exact: font units times half-points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct TextWidth(i64);

impl TextWidth {
    /// The width of one glyph at a size.
    pub(crate) fn of(glyph: Glyph, size: FontSize) -> Self {
        Self(i64::from(glyph.advance) * i64::from(size.to_half_points()))
    }

    /// Both together.
    #[must_use]
    pub(crate) fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// The width to the nearest twip.
    pub(crate) fn to_length(self) -> Length {
        let twips = (self.0 * 10 + UNITS_PER_EM / 2) / UNITS_PER_EM;
        Length::twips(i32::try_from(twips).unwrap_or(i32::MAX))
    }
}

/// The four faces, ready to measure.
#[derive(Debug)]
pub(crate) struct Fonts {
    faces: [Metrics; 4],
    /// Of each character of the table, whether all faces have it.
    shared: Vec<bool>,
}

/// Glyphs of one face: a table for the characters of these papers, the font for others.
#[derive(Debug)]
struct Metrics {
    near: Vec<Option<Glyph>>,
    font: ttf_parser::Face<'static>,
}

/// Characters of the table: Latin up to the letters of Vietnamese, and those letters,
/// punctuation, currency and arrows. What lies between are other scripts.
const NEAR: [Range<u32>; 2] = [0..0x250, 0x1e00..0x2300];

/// The place of a character in the table.
fn place(character: char) -> Option<usize> {
    let code = u32::from(character);
    let [first, second] = NEAR;
    let place = if first.contains(&code) {
        code
    } else if second.contains(&code) {
        code - second.start + first.end
    } else {
        return None;
    };
    usize::try_from(place).ok()
}

impl Fonts {
    /// Reads the compiled-in fonts.
    ///
    /// # Errors
    ///
    /// When one of them is not a font.
    pub(crate) fn load() -> Result<Self, FontError> {
        let faces = [
            Metrics::load(Face::Regular)?,
            Metrics::load(Face::Bold)?,
            Metrics::load(Face::Italic)?,
            Metrics::load(Face::BoldItalic)?,
        ];
        let places = 0..faces.iter().map(|it| it.near.len()).min().unwrap_or(0);
        let has =
            |face: &Metrics, at: usize| face.near.get(at).is_some_and(Option::is_some);
        let is_shared = |at| faces.iter().all(|face| has(face, at));
        Ok(Self {
            shared: places.map(is_shared).collect(),
            faces,
        })
    }

    /// Whether all faces have a glyph for a character.
    pub(crate) fn have(&self, character: char) -> bool {
        let shared = place(character).and_then(|place| self.shared.get(place));
        let look = || self.faces.iter().all(|it| it.glyph(character).is_some());
        shared.copied().unwrap_or_else(look)
    }

    /// The glyph of a character, or `None` when the font lacks it.
    pub(crate) fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        let [regular, bold, italic, bold_italic] = &self.faces;
        let metrics = match face {
            Face::Regular => regular,
            Face::Bold => bold,
            Face::Italic => italic,
            Face::BoldItalic => bold_italic,
        };
        metrics.glyph(character)
    }

    /// The width of a text at a size; a character the font lacks takes no room.
    pub(crate) fn width(&self, face: Face, size: FontSize, text: &str) -> TextWidth {
        text.chars()
            .filter_map(|character| self.glyph(face, character))
            .map(|glyph| TextWidth::of(glyph, size))
            .fold(TextWidth::default(), TextWidth::plus)
    }
}

impl Metrics {
    fn load(face: Face) -> Result<Self, FontError> {
        let font = ttf_parser::Face::parse(face.bytes(), 0)
            .map_err(|_| FontError(face.postscript_name()))?;
        if i64::from(font.units_per_em()) != UNITS_PER_EM {
            return Err(FontError(face.postscript_name()));
        }
        let near = NEAR
            .into_iter()
            .flatten()
            .map(|code| char::from_u32(code).and_then(|c| look_up(&font, c)))
            .collect();
        Ok(Self { near, font })
    }

    fn glyph(&self, character: char) -> Option<Glyph> {
        let near = place(character).and_then(|place| self.near.get(place));
        match near {
            Some(glyph) => *glyph,
            None => look_up(&self.font, character),
        }
    }
}

/// The no-break hyphen is set as a hyphen: the font lacks a glyph of its own for it.
fn look_up(font: &ttf_parser::Face<'_>, character: char) -> Option<Glyph> {
    let shown = if character == '\u{2011}' {
        '-'
    } else {
        character
    };
    let id = font.glyph_index(shown).filter(|id| id.0 != 0)?;
    Some(Glyph {
        id: id.0,
        advance: font.glyph_hor_advance(id)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_party_title_is_as_wide_as_in_times_new_roman() {
        let fonts = Fonts::load().unwrap();
        let width =
            fonts.width(Face::Bold, FontSize::points(15), "ĐẢNG CỘNG SẢN VIỆT NAM");
        // measured with Times New Roman metrics: 206.7 pt, 4133 twips
        assert_eq!(width.to_length(), Length::twips(4133));
    }

    #[test]
    fn every_vietnamese_letter_has_a_glyph_in_every_face() {
        let fonts = Fonts::load().unwrap();
        let letters = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộ\
                       ơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ–—“”‘’…₫\u{a0}\u{2011}";
        for face in Face::ALL {
            for letter in letters.chars().chain(letters.to_uppercase().chars()) {
                assert!(fonts.glyph(face, letter).is_some(), "{face:?} {letter:?}");
            }
        }
    }

    #[test]
    fn the_table_says_what_the_font_says() {
        let fonts = Fonts::load().unwrap();
        let font = ttf_parser::Face::parse(Face::Italic.bytes(), 0).unwrap();
        for code in 0..0x2500 {
            if let Some(character) = char::from_u32(code) {
                let said = fonts.glyph(Face::Italic, character);
                assert_eq!(said, look_up(&font, character), "{code:#x}");
            }
        }
    }

    #[test]
    fn a_character_of_another_script_has_no_glyph() {
        let fonts = Fonts::load().unwrap();
        assert_eq!(fonts.glyph(Face::Regular, '漢'), None);
        assert_eq!(fonts.glyph(Face::Regular, '😀'), None);
    }
}
