//! How much of a paragraph goes onto a line: widths as Word's kind of program adds them.
//!
//! First fit: a word goes onto the line if its width is not more than the column's.
//! LibreOffice, that stands in for Word, measures on a device of six dots a twip ("MSO1":
//! Word's, as far as its makers know it): each advance is rounded to whole dots, and
//! each piece of one look to whole twips, since the next begins on one. A space or a
//! hyphen at which no line ends is a piece of its own. Checked by experiment on 1,310
//! lines that fill their column to within two twips: every one broke so. An upright line
//! fills its column; in italics there must be room for what leans over, see [`lean`].

use super::line::{Hold, Slot};
use super::placed::Distance;
use crate::document::FontSize;
use crate::render::flow::is_held_hyphen;
use crate::render::font::{Face, Glyph, UNITS_PER_EM};

/// Dots of a twip.
const DOTS: i64 = 6;

/// Of the typeface in all its faces, above and below the baseline, in font units.
///
/// Source: table `hhea` of Liberation Serif.
const HEIGHT: i64 = 1825 + 443;

/// What a glyph is measured as, in dots.
pub(super) fn dots(glyph: Glyph, size: FontSize) -> i64 {
    // ten twips make a half-point
    let em = i64::from(size.to_half_points()) * 10 * DOTS;
    (i64::from(glyph.advance) * em + UNITS_PER_EM / 2) / UNITS_PER_EM
}

/// What a piece in italics leans over its end, in dots: a twelfth of the face's height,
/// to the next twip. None in upright letters.
///
/// The last piece of a line must have room for it, and a space or a hyphen at which no
/// line ends always takes it. Found by experiment, twip by twip, in 10, 11, 12, 13, 14
/// and 16 points: 19, 21, 23, 24, 26 and 30 twips.
pub(super) fn lean(face: Face, size: FontSize) -> i64 {
    if !matches!(face, Face::Italic | Face::BoldItalic) {
        return 0;
    }
    let height = i64::from(size.to_half_points()) * 10 * HEIGHT;
    let twelfth = UNITS_PER_EM * 12;
    (height + twelfth - 1) / twelfth * DOTS
}

/// How many glyphs the first line takes; at least one if there is any.
///
/// Spaces at its end hang over. A word wider than the line is broken where it is full, or
/// after a hyphen at which it may; but not if a slash follows on the line: there LibreOffice
/// goes back to the space. Found by experiment, words of official numbers in columns
/// twelve twips apart.
pub(super) fn first_line(slots: &[Slot], room: Distance) -> usize {
    let room = room.to_whole(DOTS);
    let mut measured = Measured::default();
    let (mut space, mut end) = (None, None);
    for (index, slot) in slots.iter().enumerate() {
        measured.add(slot);
        if slot.is_gap() {
            space = Some(index + 1);
            end = space;
        } else if measured.width() > room {
            return end.unwrap_or(index.max(1));
        } else if slot.hold == Hold::MayEnd {
            end = Some(index + 1);
        } else if is_after_slash(slots, index) {
            end = space;
        }
    }
    slots.len()
}

/// Whether a glyph follows a slash, and is no digit.
fn is_after_slash(slots: &[Slot], index: usize) -> bool {
    let source = |index: usize| slots.get(index).map(|slot| slot.set.source);
    let follows = |it: char| !it.is_ascii_digit() && it != '/';
    source(index).is_some_and(follows)
        && index.checked_sub(1).and_then(source) == Some('/')
}

/// A line as far as it has been measured, in dots.
#[derive(Default)]
struct Measured {
    /// Pieces that have ended; whole twips.
    before: i64,
    /// The piece that goes on.
    piece: i64,
    look: Option<Look>,
    /// What the piece leans over its end.
    lean: i64,
}

/// Glyphs of like look that follow each other are one piece, but for those set alone.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    face: Face,
    is_underlined: bool,
    is_alone: bool,
}

impl Measured {
    fn add(&mut self, slot: &Slot) {
        let look = Some(Look {
            face: slot.face,
            is_underlined: slot.is_underlined,
            is_alone: slot.hold == Hold::Alone,
        });
        if self.look != look || slot.hold == Hold::Alone {
            if self.look.is_some_and(|it| it.is_alone) {
                self.before += self.lean;
            }
            self.before += (self.piece + DOTS / 2) / DOTS * DOTS;
            self.piece = 0;
            self.lean = slot.lean;
            self.look = look;
        }
        self.piece += slot.dots;
    }

    fn width(&self) -> i64 {
        self.before + self.piece + self.lean
    }
}

/// Marks the hyphens inside words of a stretch: no line ends at them, but in a word that
/// may break.
pub(super) fn hold_hyphens(slots: &mut [Slot]) {
    let sources: Vec<char> = slots.iter().map(|slot| slot.set.source).collect();
    for (index, slot) in slots.iter_mut().enumerate() {
        if slot.set.source == '-' && slot.hold != Hold::Alone {
            let before = index.checked_sub(1).and_then(|before| sources.get(before));
            let after = sources.get(index + 1);
            let is_inside = is_held_hyphen(before.copied(), after.copied());
            if !is_inside {
                slot.hold = Hold::Letter;
            } else if slot.hold == Hold::Letter {
                slot.hold = Hold::Alone;
            }
        }
    }
}
