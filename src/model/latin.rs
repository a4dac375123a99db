//! Something known of each Latin letter, looked up: most of what is typed in Vietnamese
//! stands in two short ranges.

use std::ops::Range;

/// Latin letters, with and without marks.
const LATIN: Range<u32> = 0..0x250;
/// Further such letters: "Latin Extended Additional".
const ADDITIONAL: Range<u32> = 0x1E00..0x1F00;

/// What is known of each letter of the two ranges.
#[derive(Debug)]
pub(crate) struct LatinTable<T>([Vec<Option<T>>; 2]);

impl<T: Copy> LatinTable<T> {
    /// Asks for each letter once.
    pub(crate) fn new(known: impl Fn(char) -> Option<T>) -> Self {
        let of = |letter: u32| char::from_u32(letter).and_then(&known);
        Self([LATIN, ADDITIONAL].map(|range| range.map(of).collect()))
    }

    /// What is known of a letter; nothing of letters of other scripts.
    pub(crate) fn get(&self, letter: char) -> Option<T> {
        let Self([latin, additional]) = self;
        let letter = u32::from(letter);
        let (letters, index) = match letter.checked_sub(ADDITIONAL.start) {
            None => (latin, letter),
            Some(index) => (additional, index),
        };
        letters.get(usize::try_from(index).ok()?).copied().flatten()
    }
}
