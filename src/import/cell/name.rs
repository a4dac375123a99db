//! Names of people without what clerks put before and behind them.
//!
//! A correct name must never change: a title goes only where it can be no name. "Ông" is
//! a family name ("Ông Ích Khiêm"), and so is "Đồng".

use std::borrow::Cow;

/// Titles that no name begins with, whatever their case: they have a sign or no vowel.
const TITLES: [&str; 22] = [
    "đ/c", "đ/chí", "đ.c", "đ.chí", "đc", "ths", "th.s", "ts", "pgs", "gs", "bs", "ks",
    "ds", "ls", "cn", "ncs", "tskh", "bscki", "bsckii", "cki", "ckii", "ô.",
];

/// Titles of two words.
const PAIRS: [&str; 6] = [
    "đồng chí",
    "thạc sĩ",
    "tiến sĩ",
    "bác sĩ",
    "kỹ sư",
    "cử nhân",
];

/// Forms of address that may as well be part of a name.
const ADDRESSES: [&str; 4] = ["ông", "bà", "anh", "chị"];

/// Family names that are hardly ever part of a given name.
const FAMILY_NAMES: [&str; 12] = [
    "nguyễn", "trần", "phạm", "huỳnh", "đặng", "bùi", "đỗ", "ngô", "trịnh", "đinh",
    "phùng", "trương",
];

/// Family names that are also middle names: two words must follow.
const OTHER_FAMILY_NAMES: [&str; 6] = ["lê", "hoàng", "phan", "vũ", "võ", "đoàn"];

/// Signs between a title and a name.
const JOINTS: [char; 5] = ['.', ':', ',', '-', ' '];

/// A name without numbers, titles, degrees and signs around it, in capitals only where a
/// syllable begins; none if it is right as it is.
pub(super) fn tidy(name: &str) -> Option<String> {
    let mut rest = without_number(name);
    while let Some(shorter) = without_title(rest) {
        rest = shorter;
    }
    let rest = rest.trim_end_matches([',', ';', '.', ':', '/', ' ']);
    if !rest.contains(char::is_alphabetic) {
        return None;
    }
    let tidied = without_capitals(rest);
    (tidied != name).then(|| tidied.into_owned())
}

/// The name of a guest, "Họ tên – chức vụ", and the rest with its sign.
pub(super) fn split_guest(guest: &str) -> (&str, &str) {
    let end = [" – ", " - ", " — ", ", "]
        .iter()
        .find_map(|sign| guest.find(sign));
    guest.split_at(end.unwrap_or(guest.len()))
}

/// Takes off "1.", "1)" or a bullet.
fn without_number(name: &str) -> &str {
    let rest = name.trim_start_matches(|it: char| it.is_ascii_digit());
    let signs: &[char] = if rest.len() < name.len() {
        &['.', ')', '-', '/']
    } else {
        &['-', '–', '+', '•', '*']
    };
    match rest.strip_prefix(signs).map(str::trim_start) {
        Some(rest) if rest.starts_with(char::is_alphabetic) => rest,
        _ => name,
    }
}

/// Whether a title begins like the first word of a name: most names are none by it.
fn may_have_title(name: &str) -> bool {
    let letters = name.chars().take_while(|it| !JOINTS.contains(it));
    let mut word = letters.flat_map(char::to_lowercase);
    let Some(first) = word.next() else {
        return true;
    };
    let mut titles = TITLES.iter().chain(&PAIRS).chain(&ADDRESSES);
    titles.any(|title| {
        let mut letters = title.chars();
        letters.next() == Some(first)
            && word.clone().all(|typed| letters.next() == Some(typed))
    })
}

/// Takes off one title, if there is a name behind it.
fn without_title(name: &str) -> Option<&str> {
    if !may_have_title(name) {
        return None;
    }
    let titles = TITLES.iter().map(|title| (title, Kind::Title));
    let pairs = PAIRS.iter().map(|title| (title, Kind::Pair));
    let addresses = ADDRESSES.iter().map(|title| (title, Kind::Address));
    titles
        .chain(pairs)
        .chain(addresses)
        .find_map(|(title, kind)| {
            let (typed, behind) = split_words(name, title)?;
            let rest = behind.trim_start_matches(JOINTS);
            let is_whole = behind.starts_with(JOINTS) || title.ends_with('.');
            let is_followed = rest.starts_with(char::is_alphabetic);
            (is_whole && is_followed && kind.is_title(typed, rest)).then_some(rest)
        })
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    Title,
    Pair,
    Address,
}

impl Kind {
    /// Whether the words are a title, and not the beginning of the name.
    fn is_title(self, typed: &str, rest: &str) -> bool {
        let mut words = rest.split(' ');
        let family = words.next().unwrap_or_default().to_lowercase();
        let more = words.count();
        let is_small = !typed.starts_with(char::is_uppercase);
        let is_family = FAMILY_NAMES.contains(&&*family)
            || (OTHER_FAMILY_NAMES.contains(&&*family) && more > 1);
        match self {
            Self::Title => true,
            Self::Pair => {
                let mut words = typed.split(' ').skip(1);
                let is_second_small =
                    words.all(|word| !word.starts_with(char::is_uppercase));
                is_small || (is_second_small && more > 0) || (is_family && more > 1)
            }
            Self::Address => {
                // "Ông Ích Khiêm" is a name; before three words it is hardly one
                let is_elder = ["ông", "bà"].contains(&&*typed.to_lowercase());
                is_small || (is_family && more > 0) || (is_elder && more > 1)
            }
        }
    }
}

/// Parts a text behind some words, which stand there in any case.
fn split_words<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let mut letters = text.char_indices();
    for wanted in words.chars() {
        let (_, letter) = letters.next()?;
        if !letter.to_lowercase().eq(std::iter::once(wanted)) {
            return None;
        }
    }
    let end = letters.next().map_or(text.len(), |(at, _)| at);
    Some(text.split_at(end))
}

/// "NGUYỄN VĂN AN" as "Nguyễn Văn An"; what stands in parentheses stays as typed.
fn without_capitals(name: &str) -> Cow<'_, str> {
    let own = name.chars().take_while(|it| *it != '(');
    let mut letters = own.filter(|it| it.is_alphabetic());
    let is_shouted = letters.clone().all(char::is_uppercase) && letters.nth(1).is_some();
    if !is_shouted {
        return Cow::Borrowed(name);
    }
    let (own, aside) = name.split_at(name.find('(').unwrap_or(name.len()));
    let words = own.split(' ').map(|word| match word {
        // the second and third of a name, not syllables
        "II" | "III" | "IV" => word.to_owned(),
        word => syllables(word),
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" ") + aside)
}

/// A capital where letters begin and after each sign: "H'HEN" is "H'Hen".
fn syllables(word: &str) -> String {
    let mut is_inside = false;
    let mut written = String::new();
    for letter in word.chars() {
        if is_inside {
            written.extend(letter.to_lowercase());
        } else {
            written.push(letter);
        }
        is_inside = letter.is_alphabetic();
    }
    written
}

#[cfg(test)]
mod tests;
