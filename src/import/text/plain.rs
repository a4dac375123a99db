//! The letters of keys by a table: most of what clerks type stands in two short ranges.

use super::letters_of_key;
use std::ops::Range;
use std::sync::LazyLock;

/// Latin letters, with and without marks.
const LATIN: Range<u32> = 0..0x250;
/// Further such letters: "Latin Extended Additional".
const ADDITIONAL: Range<u32> = 0x1E00..0x1F00;

/// What a key keeps of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Nothing,
    Letter(char),
    /// Several letters, or nobody knows: it must be taken apart.
    Unknown,
}

static LETTERS: LazyLock<[Vec<Kept>; 2]> =
    LazyLock::new(|| [LATIN, ADDITIONAL].map(|range| range.map(taken_apart).collect()));

fn taken_apart(character: u32) -> Kept {
    let Some(character) = char::from_u32(character) else {
        return Kept::Unknown;
    };
    let mut letters = letters_of_key(character.to_lowercase());
    match (letters.next(), letters.next()) {
        (None, _) => Kept::Nothing,
        (Some(letter), None) => Kept::Letter(letter),
        (Some(_), Some(_)) => Kept::Unknown,
    }
}

/// What a key keeps of a character, looked up.
pub(super) fn kept_of(character: char) -> Kept {
    let [latin, additional] = &*LETTERS;
    let character = u32::from(character);
    let (letters, index) = match character.checked_sub(ADDITIONAL.start) {
        None => (latin, character),
        Some(index) => (additional, index),
    };
    let found = usize::try_from(index).ok().and_then(|it| letters.get(it));
    found.copied().unwrap_or(Kept::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_keeps_of_each_character_what_taking_it_apart_does() {
        for character in '\0'..='\u{2FFF}' {
            let apart: Vec<char> = letters_of_key(character.to_lowercase()).collect();
            match kept_of(character) {
                Kept::Nothing => assert!(apart.is_empty(), "{character:?}"),
                Kept::Letter(letter) => assert_eq!(apart, [letter], "{character:?}"),
                Kept::Unknown => {}
            }
        }
    }

    #[test]
    fn vietnamese_letters_and_signs_stand_in_the_table() {
        assert_eq!(kept_of('Đ'), Kept::Letter('d'));
        assert_eq!(kept_of('ỹ'), Kept::Letter('i'));
        assert_eq!(kept_of('9'), Kept::Letter('9'));
        assert_eq!(kept_of('%'), Kept::Nothing);
        assert_eq!(kept_of('가'), Kept::Unknown, "two letters put together");
    }
}
