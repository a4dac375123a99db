//! How much of a paragraph goes onto a line: widths as Word's kind of program adds them.
//!
//! First fit: a word goes onto the line if its width is not more than the column's.
//! LibreOffice, that stands in for Word, measures on a device of six dots a twip ("MSO1":
//! Word's, as far as its makers know it): each advance is rounded to whole dots, and
//! each piece of one look to whole twips, since the next begins on one. A space or a
//! hyphen at which no line ends is a piece of its own. Checked by experiment on 1,310
//! lines that fill their column to within two twips: every one broke so.

use super::line::Slot;
use super::placed::Distance;
use crate::document::FontSize;
use crate::render::flow::is_held_hyphen;
use crate::render::font::{Face, Glyph, UNITS_PER_EM};

/// Dots of a twip.
const DOTS: i64 = 6;

/// What a glyph is measured as, in dots.
pub(super) fn dots(glyph: Glyph, size: FontSize) -> i64 {
    // ten twips make a half-point
    let em = i64::from(size.to_half_points()) * 10 * DOTS;
    (i64::from(glyph.advance) * em + UNITS_PER_EM / 2) / UNITS_PER_EM
}

/// How many glyphs the first line takes; at least one if there is any.
///
/// Spaces at its end hang over. A word wider than the line is broken where it is full.
pub(super) fn first_line(slots: &[Slot], room: Distance) -> usize {
    let room = room.to_whole(DOTS);
    let mut measured = Measured::default();
    let mut after_gap = None;
    for (index, slot) in slots.iter().enumerate() {
        measured.add(slot);
        if slot.is_gap {
            after_gap = Some(index + 1);
        } else if measured.width() > room {
            return after_gap.unwrap_or(index.max(1));
        }
    }
    slots.len()
}

/// A line as far as it has been measured, in dots.
#[derive(Default)]
struct Measured {
    /// Pieces that have ended; whole twips.
    before: i64,
    /// The piece that goes on.
    piece: i64,
    look: Option<Look>,
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
            is_alone: slot.is_alone,
        });
        if self.look != look || slot.is_alone {
            self.before += (self.piece + DOTS / 2) / DOTS * DOTS;
            self.piece = 0;
            self.look = look;
        }
        self.piece += slot.dots;
    }

    fn width(&self) -> i64 {
        self.before + self.piece
    }
}

/// Marks the hyphens inside words of a stretch: no line ends at them.
pub(super) fn hold_hyphens(slots: &mut [Slot]) {
    let sources: Vec<char> = slots.iter().map(|slot| slot.set.source).collect();
    for (index, slot) in slots.iter_mut().enumerate() {
        if slot.set.source == '-' && !slot.is_alone {
            let before = index.checked_sub(1).and_then(|before| sources.get(before));
            let after = sources.get(index + 1);
            slot.is_alone = is_held_hyphen(before.copied(), after.copied());
        }
    }
}
