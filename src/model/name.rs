//! Names of people: which are the same, and which comes first.

use super::latin::LatinTable;
use std::cmp::Ordering;
use std::str::Chars;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What two spellings of one name have in common: case, spaces and the place of the
/// tone mark in a syllable ("Hòa", "Hoà") do not matter.
///
/// # Examples
///
/// ```
/// use bienban::model::NameKey;
///
/// assert_eq!(NameKey::of("Trần Thị Hòa"), NameKey::of("TRẦN  THỊ HOÀ"));
/// assert_ne!(NameKey::of("Trần Thị Hòa"), NameKey::of("Trần Thị Hoa"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(
    /// Syllable by syllable the places of its letters, then its tone, which is less than
    /// any letter: so keys are in the order of their syllables, letters before tones.
    Vec<u32>,
);

impl NameKey {
    /// The key of a name.
    pub fn of(name: &str) -> Self {
        let mut signs = Vec::with_capacity(name.len());
        for sign in PlainSigns::of(name) {
            let Some(sign) = sign else {
                signs.clear();
                name.split_whitespace()
                    .for_each(|it| push_syllable(&mut signs, it));
                break;
            };
            signs.push(sign);
        }
        Self(signs)
    }

    /// Whether it is the key of a name. Sooner known than that key is made: most names
    /// are told apart by their first letters.
    ///
    /// # Examples
    ///
    /// ```
    /// use bienban::model::NameKey;
    ///
    /// assert!(NameKey::of("Trần Thị Hòa").is_of("TRẦN  THỊ HOÀ"));
    /// assert!(!NameKey::of("Trần Thị Hòa").is_of("Trần Thị Hoa"));
    /// ```
    pub fn is_of(&self, name: &str) -> bool {
        let mut own = self.0.iter().copied();
        for sign in PlainSigns::of(name) {
            if sign.is_none() {
                return *self == Self::of(name);
            }
            if sign != own.next() {
                return false;
            }
        }
        own.next().is_none()
    }
}

/// Whether two spellings are of one name.
pub fn is_same_name(one: &str, other: &str) -> bool {
    one == other || NameKey::of(one).is_of(other)
}

/// What is less than this is a tone, all else a letter.
const LETTERS: u32 = 6;

/// A letter that needs not be taken apart: its place in the alphabet and its tone.
#[derive(Debug, Clone, Copy)]
struct PlainLetter {
    place: u32,
    tone: u32,
}

static PLAIN: LazyLock<LatinTable<PlainLetter>> = LazyLock::new(|| {
    LatinTable::new(|letter| {
        let mut signs = Vec::new();
        push_syllable(&mut signs, letter.encode_utf8(&mut [0; 4]));
        match *signs.as_slice() {
            [place, tone] => Some(PlainLetter { place, tone }),
            _ => None,
        }
    })
});

/// The signs of a name of plain letters; none in the place of a letter that is not plain,
/// or is changed by the mark behind it.
struct PlainSigns<'a> {
    plain: &'static LatinTable<PlainLetter>,
    letters: Chars<'a>,
    /// The next letter, with what is known of it.
    ahead: Option<(char, Option<PlainLetter>)>,
    /// The tone of the syllable so far; none between syllables.
    tone: Option<u32>,
}

impl<'a> PlainSigns<'a> {
    fn of(name: &'a str) -> Self {
        let mut signs = Self {
            plain: &PLAIN,
            letters: name.chars(),
            ahead: None,
            tone: None,
        };
        signs.step();
        signs
    }

    /// Goes on to the next letter and gives the one before it.
    fn step(&mut self) -> Option<(char, Option<PlainLetter>)> {
        let ahead = self.letters.next();
        let ahead = ahead.map(|letter| (letter, self.plain.get(letter)));
        std::mem::replace(&mut self.ahead, ahead)
    }

    /// Whether what is ahead changes no letter before it.
    fn is_plain_ahead(&self) -> bool {
        self.ahead.is_none_or(|(letter, plain)| {
            plain.is_some() || letter.is_ascii() || letter.is_whitespace()
        })
    }
}

impl Iterator for PlainSigns<'_> {
    type Item = Option<u32>;

    fn next(&mut self) -> Option<Option<u32>> {
        let plain = loop {
            match self.step() {
                Some((letter, plain)) if !letter.is_whitespace() => break plain,
                // between syllables
                Some(_) if self.tone.is_none() => {}
                // a syllable or the name is over
                Some(_) | None => return self.tone.take().map(Some),
            }
        };
        let Some(plain) = plain.filter(|_| self.is_plain_ahead()) else {
            return Some(None);
        };
        let has_tone = plain.tone != 0;
        let before = self.tone.filter(|_| !has_tone);
        self.tone = Some(before.unwrap_or(plain.tone));
        Some(Some(plain.place))
    }
}

/// The Vietnamese alphabet with the four letters that foreign names use.
#[rustfmt::skip]
const ALPHABET: [char; 33] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
    'n', 'o', 'ô', 'ơ', 'p', 'q', 'r', 's', 't', 'u', 'ư', 'v', 'w', 'x', 'y', 'z',
];

/// Takes a syllable apart, whatever it is written in.
fn push_syllable(signs: &mut Vec<u32>, text: &str) {
    let mut tone = 0;
    for letter in text.to_lowercase().nfc() {
        let mut base = String::new();
        for part in std::iter::once(letter).nfd() {
            match tone_of(part) {
                Some(found) => tone = found,
                None => base.push(part),
            }
        }
        signs.extend(base.nfc().filter(|c| !is_combining_mark(*c)).map(place_of));
    }
    signs.push(tone);
}

/// Tones in the order of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
fn tone_of(mark: char) -> Option<u32> {
    match mark {
        '\u{300}' => Some(1),
        '\u{309}' => Some(2),
        '\u{303}' => Some(3),
        '\u{301}' => Some(4),
        '\u{323}' => Some(5),
        _ => None,
    }
}

/// The place of a letter: in the alphabet, or behind it.
fn place_of(letter: char) -> u32 {
    // H’Hen is H'Hen
    let letter = if matches!(letter, '’' | '‘' | 'ʼ') {
        '\''
    } else {
        letter
    };
    let known = (LETTERS..).zip(ALPHABET).find(|(_, it)| *it == letter);
    known.map_or(0x100 + u32::from(letter), |(place, _)| place)
}

/// Which of two names comes first on a ballot: by given name ("vần A, B, C"), then by
/// family name, then by what stands between; letters before tones.
///
/// Source: no text of the Party fixes the keys after the given name; the order is that
/// of the state's elections (Thông tư 01/2021/TT-BNV).
///
/// # Examples
///
/// ```
/// use bienban::model::compare_by_given_name;
///
/// let mut names = ["Trần Văn Ổn", "Nguyễn Thị Đào", "Lê Văn Ơn", "Vũ Đan"];
/// names.sort_by(|a, b| compare_by_given_name(a, b));
/// assert_eq!(names, ["Vũ Đan", "Nguyễn Thị Đào", "Trần Văn Ổn", "Lê Văn Ơn"]);
/// ```
pub fn compare_by_given_name(a: &str, b: &str) -> Ordering {
    let (NameKey(a), NameKey(b)) = (NameKey::of(a), NameKey::of(b));
    given_name_first(&a).cmp(&given_name_first(&b))
}

/// The last syllable of a key, the first of several, and those between.
fn given_name_first(key: &[u32]) -> (&[u32], &[u32], &[u32]) {
    let is_tone = |sign: &u32| *sign < LETTERS;
    let mut syllables = key.split_inclusive(is_tone);
    let given = syllables.next_back().unwrap_or_default();
    let family = syllables.next().unwrap_or_default();
    let ends = family.len()..key.len().saturating_sub(given.len());
    (given, family, key.get(ends).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stand_in_the_order_of_a_vietnamese_dictionary() {
        let ordered = [
            "An", "Anh", "Ánh", "Ân", "Bích", "Dung", "Dũng", "Đạt", "Hà", "Hạ", "Hải",
            "Hoa", "Hòa", "Oanh", "Ổn", "Ơn", "Ý",
        ];
        let mut shuffled = ordered;
        shuffled.reverse();
        shuffled.sort_by(|a, b| compare_by_given_name(a, b));
        assert_eq!(shuffled, ordered);
        assert_eq!(compare_by_given_name("Hòa", "Hoà"), Ordering::Equal);
        let tones = ["Ma", "Mà", "Mả", "Mã", "Má", "Mạ", "Man"];
        assert!(tones.is_sorted_by(|a, b| compare_by_given_name(a, b).is_lt()));
    }

    #[test]
    fn the_given_name_goes_before_the_family_name() {
        let mut names = [
            "Nguyễn Văn Bình",
            "Trần Thị An",
            "Lê Văn Bình",
            "Lê Thị Bình",
        ];
        names.sort_by(|a, b| compare_by_given_name(a, b));
        assert_eq!(
            names,
            [
                "Trần Thị An",
                "Lê Thị Bình",
                "Lê Văn Bình",
                "Nguyễn Văn Bình"
            ]
        );
    }

    #[test]
    fn an_apostrophe_is_one_however_it_is_typed() {
        assert_eq!(NameKey::of("H’Hen Niê"), NameKey::of("H'Hen Niê"));
    }

    /// The key of a name, taken apart letter by letter.
    fn apart(name: &str) -> NameKey {
        let mut signs = Vec::new();
        for syllable in name.split_whitespace() {
            push_syllable(&mut signs, syllable);
        }
        NameKey(signs)
    }

    proptest! {
        #[test]
        fn a_key_looked_up_is_that_of_the_name_taken_apart(
            name in "([ \u{a0}aăÂbEếÉđyỳÐİµßǅz'’-]|[\u{300}-\u{309}]|\\PC){0,9}",
            other in "[ aÂEếÉ\u{301}\u{302}]{0,3}",
        ) {
            prop_assert_eq!(NameKey::of(&name), apart(&name));
            for other in [&other, &name, &name.to_uppercase(), &format!("{name} {other}")] {
                let is_same = apart(other) == apart(&name);
                prop_assert_eq!(NameKey::of(&name).is_of(other), is_same, "{:?}", other);
            }
        }
    }

    #[test]
    fn a_mark_behind_a_letter_is_part_of_it() {
        let key = NameKey::of("Vũ Ê");
        assert!(key.is_of("Vu\u{303} E\u{302}"));
        assert!(!key.is_of("Vu\u{303} E"));
        assert!(!NameKey::of("Vu E").is_of("Vu E\u{302}"));
    }

    #[test]
    fn half_composed_names_are_the_same_name() {
        let decomposed: String = "Nguyễn Thị Ổn".nfd().collect();
        assert_eq!(NameKey::of(&decomposed), NameKey::of("Nguyễn Thị Ổn"));
    }
}
