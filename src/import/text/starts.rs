//! The first letters of keys, by which most texts are told from all of them at a glance.

use super::plain::{Kept, kept_of};

/// Pairs of first letters, each a bit; letters of one bit are taken for each other.
#[derive(Debug, Clone, Default)]
pub(in crate::import) struct Starts([u32; 32]);

impl Starts {
    /// The first two letters of each key; a shorter one has none.
    pub(in crate::import) fn of<'k>(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut starts = Self::default();
        for key in keys {
            let mut letters = key.chars();
            if let (Some(first), Some(second)) = (letters.next(), letters.next())
                && let Some(row) = starts.0.get_mut(bit(first))
            {
                *row |= 1 << bit(second);
            }
        }
        starts
    }

    /// Whether a text, or what stands before its bracket, may begin like one of the keys.
    ///
    /// It may where its first letters are not seen at a glance.
    pub(in crate::import) fn may_begin(&self, text: &str) -> bool {
        let Some((first, second)) = first_letters(text) else {
            return true;
        };
        let row = self.0.get(bit(first)).copied().unwrap_or_default();
        row & (1 << bit(second)) != 0
    }
}

/// The place of a letter among 32.
fn bit(letter: char) -> usize {
    usize::try_from(u32::from(letter) % 32).unwrap_or_default()
}

/// The first two letters of the key of a text; none if they are fewer, stand around a
/// bracket, or must be taken apart.
fn first_letters(text: &str) -> Option<(char, char)> {
    let mut first = None;
    for character in text.chars() {
        match (kept_of(character), first) {
            (Kept::Letter(letter), None) => first = Some(letter),
            (Kept::Letter(letter), Some(first)) => return Some((first, letter)),
            (Kept::Nothing, _) if character != '(' => {}
            (Kept::Nothing | Kept::Unknown, _) => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn other_texts_are_told_by_their_first_two_letters() {
        let starts = Starts::of(["hovaten", "tt", "%", "x"].into_iter());
        for other in ["Nguyễn", "Kinh", "Hà Nội", "03/02/2005"] {
            assert!(!starts.may_begin(other), "{other}");
        }
        for like in ["Hộ khẩu", "TT", "%", "x", "", "T (T)", "(TT)", "가"] {
            assert!(starts.may_begin(like), "{like}");
        }
    }

    proptest! {
        #[test]
        fn a_text_may_begin_like_its_own_key(text in "[ .(%]{0,2}[\\PC]{0,4}|[a-zà-ỹ(. ]{0,6}") {
            let key = fold(&text);
            prop_assert!(Starts::of([&*key].into_iter()).may_begin(&text));
        }
    }
}
