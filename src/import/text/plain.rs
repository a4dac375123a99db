//! The letters of keys by a table, as most of what clerks type is Latin.

use super::letters_of_key;
use crate::model::LatinTable;
use std::sync::LazyLock;

/// What a key keeps of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    Nothing,
    Letter(char),
    /// Several letters, or nobody knows: it must be taken apart.
    Unknown,
}

static LETTERS: LazyLock<LatinTable<Kept>> =
    LazyLock::new(|| LatinTable::new(taken_apart));

fn taken_apart(character: char) -> Option<Kept> {
    let mut letters = letters_of_key(character.to_lowercase());
    match (letters.next(), letters.next()) {
        (None, _) => Some(Kept::Nothing),
        (Some(letter), None) => Some(Kept::Letter(letter)),
        (Some(_), Some(_)) => None,
    }
}

/// What a key keeps of a character, looked up.
pub(super) fn kept_of(character: char) -> Kept {
    LETTERS.get(character).unwrap_or(Kept::Unknown)
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
