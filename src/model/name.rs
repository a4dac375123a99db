//! Names of people: which are the same, and which comes first.

use std::cmp::Ordering;
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
pub struct NameKey(Vec<Syllable>);

impl NameKey {
    /// The key of a name.
    pub fn of(name: &str) -> Self {
        Self(name.split_whitespace().map(Syllable::of).collect())
    }
}

/// A syllable: its letters in the order of the alphabet, then its tone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Syllable {
    letters: Vec<u32>,
    tone: u8,
}

/// The Vietnamese alphabet with the four letters that foreign names use.
#[rustfmt::skip]
const ALPHABET: [char; 33] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
    'n', 'o', 'ô', 'ơ', 'p', 'q', 'r', 's', 't', 'u', 'ư', 'v', 'w', 'x', 'y', 'z',
];

impl Syllable {
    fn of(text: &str) -> Self {
        let mut tone = 0;
        let mut letters = Vec::new();
        for letter in text.to_lowercase().nfc() {
            // nothing to take apart, and most letters of most names
            if letter.is_ascii() {
                letters.push(rank(letter));
                continue;
            }
            let mut base = String::new();
            for part in std::iter::once(letter).nfd() {
                match tone_of(part) {
                    Some(found) => tone = found,
                    None => base.push(part),
                }
            }
            letters.extend(base.nfc().filter(|c| !is_combining_mark(*c)).map(rank));
        }
        Self { letters, tone }
    }
}

/// Tones in the order of dictionaries: ngang, huyền, hỏi, ngã, sắc, nặng.
fn tone_of(mark: char) -> Option<u8> {
    match mark {
        '\u{300}' => Some(1),
        '\u{309}' => Some(2),
        '\u{303}' => Some(3),
        '\u{301}' => Some(4),
        '\u{323}' => Some(5),
        _ => None,
    }
}

fn rank(letter: char) -> u32 {
    // H’Hen is H'Hen
    let letter = if matches!(letter, '’' | '‘' | 'ʼ') {
        '\''
    } else {
        letter
    };
    let place = ALPHABET.iter().position(|known| *known == letter);
    place
        .and_then(|place| u32::try_from(place).ok())
        .unwrap_or(0x100 + u32::from(letter))
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
    order_key(a).cmp(&order_key(b))
}

type OrderKey = (Option<Syllable>, Option<Syllable>, Vec<Syllable>);

fn order_key(name: &str) -> OrderKey {
    let NameKey(mut syllables) = NameKey::of(name);
    let given = syllables.pop();
    let family = (!syllables.is_empty()).then(|| syllables.remove(0));
    (given, family, syllables)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn half_composed_names_are_the_same_name() {
        let decomposed: String = "Nguyễn Thị Ổn".nfd().collect();
        assert_eq!(NameKey::of(&decomposed), NameKey::of("Nguyễn Thị Ổn"));
    }
}
