//! What a table's columns may be called, and which texts may name its key.

use super::NUMBER;
use crate::import::text::{Name, Names, Starts, fold, letters};
use std::sync::Arc;

/// The names of a table's columns, put together once for all sheets of a kind.
#[derive(Debug, Clone)]
pub(in crate::import) struct ColumnNames(Arc<Known>);

#[derive(Debug)]
struct Known {
    key: Option<&'static Name>,
    key_parts: Parts,
    /// All names, and [`NUMBER`].
    names: Names,
}

impl ColumnNames {
    /// Names of which the first is that of the key: the column without which a row says
    /// nothing.
    pub(in crate::import) fn of(columns: &[&'static Name]) -> Self {
        let key = columns.first().copied();
        Self(Arc::new(Known {
            key,
            key_parts: Parts::of(key.into_iter().flat_map(Name::spellings)),
            names: Names::new(columns.iter().copied().chain([&NUMBER])),
        }))
    }

    pub(super) fn key(&self) -> Option<&'static Name> {
        self.0.key
    }

    pub(super) fn names(&self) -> &Names {
        &self.0.names
    }

    /// Whether a text may spell the key: alone, before a bracket, or together with other
    /// texts above or below it, as "Họ đệm" and "Tên" do.
    pub(super) fn may_name_key(&self, text: &str) -> bool {
        self.0.key_parts.may_have(text)
    }
}

/// What the spellings of a name can be put together from.
#[derive(Debug)]
struct Parts {
    /// Their keys from each letter on, in order.
    keys: Vec<String>,
    starts: Starts,
}

impl Parts {
    fn of(spellings: impl Iterator<Item = &'static str>) -> Self {
        let mut keys: Vec<String> = spellings
            .map(fold)
            .flat_map(|key| {
                let places = key.char_indices().map(|(place, _)| place);
                let parts = places.filter_map(|place| key.get(place..));
                parts.map(str::to_owned).collect::<Vec<_>>()
            })
            .collect();
        keys.sort_unstable();
        keys.dedup();
        let starts = Starts::of(keys.iter().map(String::as_str));
        Self { keys, starts }
    }

    /// Whether the letters of a text, or those before its bracket, stand within a
    /// spelling. Most texts are told from it by their first letters.
    fn may_have(&self, text: &str) -> bool {
        if !self.starts.may_begin(text) {
            return false;
        }
        let mut within = self.keys.as_slice();
        let mut at = 0;
        for character in text.chars() {
            if character == '(' && at > 0 {
                break;
            }
            for letter in letters(character) {
                within = with_letter(within, at, letter);
                at += letter.len_utf8();
            }
            if within.is_empty() {
                return false;
            }
        }
        at > 0 || self.keys.contains(&fold(text))
    }
}

/// Those of ordered texts that have a letter at a place, of which the letters before are
/// the same in all.
fn with_letter(texts: &[String], at: usize, letter: char) -> &[String] {
    let of = |text: &String| text.get(at..).and_then(|rest| rest.chars().next());
    let start = texts.partition_point(|text| of(text) < Some(letter));
    let texts = texts.get(start..).unwrap_or_default();
    let end = texts.partition_point(|text| of(text) == Some(letter));
    texts.get(..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    static NAME: Name = Name::new("Họ và tên", &["Người ứng cử", "%"]);

    #[test]
    fn what_may_be_a_part_of_the_key_is_told_from_other_texts() {
        let names = ColumnNames::of(&[&NAME]);
        for part in [
            "HỌ VÀ TÊN:",
            "Tên",
            "Người",
            "cử",
            "Họ (1)",
            "(cử)",
            "%",
            "a",
        ] {
            assert!(names.may_name_key(part), "{part}");
        }
        for other in [
            "Họ tên",
            "Nguyễn",
            "Ngày sinh",
            "ứng cử viên",
            "(",
            "–",
            "7",
        ] {
            assert!(!names.may_name_key(other), "{other}");
        }
    }

    proptest! {
        #[test]
        fn two_texts_that_spell_the_key_together_are_parts_of_it(
            at in 0_usize..10,
            sign in "[ .:%(]{0,2}",
        ) {
            let names = ColumnNames::of(&[&NAME]);
            let letters = || "Họ và tên".chars();
            let first: String = letters().take(at).collect();
            let second: String = letters().skip(at).collect();
            for part in [first, second].map(|it| format!("{sign}{it}")) {
                let says_something = part.contains(char::is_alphabetic);
                prop_assert!(!says_something || names.may_name_key(&part), "{}", part);
            }
        }
    }
}
