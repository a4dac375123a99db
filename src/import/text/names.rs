//! What things are called on sheets, and which of them a text spells.

use super::plain::{Kept, kept_of};
use super::{Starts, fold, fold_within};
use crate::diagnostic;
use std::collections::BTreeMap;

/// What a sheet, label, column or word is called, and what else clerks call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) struct Name {
    /// As `init` writes it.
    pub(in crate::import) canonical: &'static str,
    /// Other spellings, by more than case and accents.
    pub(in crate::import) synonyms: &'static [&'static str],
}

impl Name {
    /// A name with its synonyms.
    pub(in crate::import) const fn new(
        canonical: &'static str,
        synonyms: &'static [&'static str],
    ) -> Self {
        Self {
            canonical,
            synonyms,
        }
    }

    /// Whether a text spells it.
    pub(in crate::import) fn is_spelt(&self, text: &str) -> bool {
        if self.is_listed(text) {
            return true;
        }
        let key = fold(text);
        self.spellings().any(|spelling| has_key(spelling, &key))
    }

    /// Whether a text is one of its spellings, letter by letter.
    pub(in crate::import) fn is_listed(&self, text: &str) -> bool {
        self.spellings().any(|spelling| spelling == text)
    }

    /// As `init` writes it, then as others do.
    pub(in crate::import) fn spellings(&self) -> impl Iterator<Item = &'static str> {
        [self.canonical]
            .into_iter()
            .chain(self.synonyms.iter().copied())
    }
}

/// Names by all their spellings.
#[derive(Debug, Clone)]
pub(in crate::import) struct Names {
    /// By the keys of all spellings.
    keys: BTreeMap<String, &'static Name>,
    /// How they begin.
    starts: Starts,
    /// Bytes of the longest key.
    longest: usize,
}

impl Names {
    /// Collects the names of one list, in which every spelling must mean one thing.
    ///
    /// "Mức" and "Mục" have one key: such synonyms are found by any test of the list.
    pub(in crate::import) fn new(names: impl IntoIterator<Item = &'static Name>) -> Self {
        let mut keys: BTreeMap<String, &'static Name> = BTreeMap::new();
        for name in names {
            for spelling in name.spellings() {
                let taken = keys.insert(fold(spelling), name);
                debug_assert!(taken.is_none_or(|it| it == name), "{spelling} twice");
            }
        }
        let longest = keys.keys().map(String::len).max().unwrap_or_default();
        let starts = Starts::of(keys.keys().map(String::as_str));
        Self {
            keys,
            starts,
            longest,
        }
    }

    /// The name that a text spells.
    pub(in crate::import) fn find(&self, text: &str) -> Option<&'static Name> {
        if !self.starts.may_begin(text) {
            return None;
        }
        let key = fold_within(text, self.longest)?;
        self.keys.get(&key).copied()
    }

    /// The name that a misspelt text looks like.
    pub(in crate::import) fn nearest(&self, text: &str) -> Option<String> {
        let keys = self.keys.keys().map(String::as_str);
        let key = diagnostic::nearest(&fold(text), keys)?;
        self.keys.get(key).map(|name| name.canonical.to_owned())
    }

    /// The name that stands within a longer text ("Đại hội thống nhất bầu tiếp"): the
    /// longest, of several words; none where the text denies what the name does not.
    pub(in crate::import) fn within(&self, text: &str) -> Option<String> {
        let text = fold(text);
        let spelt = self.keys.iter().filter(|(key, _)| {
            let denies = |word| text.contains(word) && !key.contains(word);
            key.len() > 5 && text.contains(key.as_str()) && !denies("khong")
        });
        let (_, name) = spelt.max_by_key(|(key, _)| key.len())?;
        Some(name.canonical.to_owned())
    }
}

/// Whether a listed spelling has a key: most have not by their first letters, so its own
/// key is not put together.
fn has_key(spelling: &str, key: &str) -> bool {
    let mut rest = key.chars();
    let mut has_letter = false;
    for character in spelling.chars() {
        match kept_of(character) {
            Kept::Nothing => {}
            Kept::Letter(letter) if rest.next() == Some(letter) => has_letter = true,
            Kept::Letter(_) => return false,
            Kept::Unknown => return fold(spelling) == key,
        }
    }
    if has_letter {
        rest.next().is_none()
    } else {
        fold(spelling) == key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spelling_has_its_key_and_no_other() {
        for spelling in ["HỌ VÀ TÊN", "Tỷ lệ (%)", "x", "☑", "+", "Dự ĐH"] {
            assert!(has_key(spelling, &fold(spelling)), "{spelling}");
            assert!(!has_key(spelling, "hovate"), "{spelling}");
            assert!(!has_key(spelling, ""), "{spelling}");
        }
    }

    #[test]
    fn a_text_longer_than_every_spelling_spells_none() {
        static NAME: Name = Name::new("Ngày sinh", &["%"]);
        let names = Names::new([&NAME]);
        assert_eq!(names.find("NGÀY, SINH: (…)"), Some(&NAME));
        assert_eq!(names.find(" % "), Some(&NAME));
        for other in ["Ngày sinh nhật", "Ngày sin", "%%", ""] {
            assert_eq!(names.find(other), None, "{other}");
        }
    }
}
