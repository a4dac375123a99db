//! Text as clerks type it: cleaned at the door, and folded to a key for matching.
//!
//! Knows neither cells nor sheets. Legacy encodings are decoded just before
//! [`clean`], which would take their letters for invisible characters.

mod names;
mod plain;
mod starts;

use crate::diagnostic::{self, is_invisible, name_invisible};
pub(super) use names::{Name, Names};
use plain::{Kept, kept_of};
pub(super) use starts::Starts;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// A text fit to be printed, and what had to be left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cleaned {
    /// In NFC, without invisible characters; `\n` where the cell breaks its lines.
    pub(super) text: String,
    /// The text with its invisible characters named, such as `An‹U+200B›`; none if it
    /// had none.
    pub(super) before: Option<String>,
}

/// Cleans a text: NFC, one space for any run of white space, no invisible characters.
///
/// White space, also no-break spaces, gives way silently: nobody misses it. A run with a
/// line break in it stays as one `\n`, since lists are typed one a line. Other invisible
/// characters are named, since they may be what is left of a letter in an old font.
pub(super) fn clean(raw: &str) -> Cleaned {
    let visible: String = raw.chars().filter(|it| !is_invisible(*it)).collect();
    let before = (visible.len() < raw.len()).then(|| as_it_stands(raw));
    Cleaned {
        text: on_lines(&visible),
        before,
    }
}

/// Whether cleaning would change nothing, seen at a glance: printable ASCII and the
/// composed letters of Vietnamese, with single spaces between words. Other texts may be
/// clean as well.
pub(super) fn is_clean(text: &str) -> bool {
    let mut before = ' ';
    for character in text.chars() {
        let is_plain = matches!(character,
            ' '..='~' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
        if !is_plain || is_eth(character) || (character == ' ' && before == ' ') {
            return false;
        }
        before = character;
    }
    before != ' ' || text.is_empty()
}

/// NFC, with one space or line break for any run of white space and none at the ends.
fn on_lines(text: &str) -> String {
    let is_break = |it| {
        matches!(
            it,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
        )
    };
    if !text.contains(is_break) {
        return on_one_line(text);
    }
    let lines = text.split(is_break).map(on_one_line);
    let filled: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    filled.join("\n")
}

/// NFC, with one space for any run of white space and none at the ends.
pub(super) fn on_one_line(text: &str) -> String {
    if is_clean(text) {
        return text.to_owned();
    }
    let text = compose(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text to be shown as it stands, with its invisible characters named.
pub(super) fn as_it_stands(raw: &str) -> String {
    on_one_line(&name_invisible(raw))
}

/// Whether a capital letter only looks like Đ: some keyboards type the letters of
/// Icelandic and Ewe for it.
fn is_eth(character: char) -> bool {
    matches!(character, '\u{D0}' | '\u{189}')
}

/// NFC, and letters whose tone was typed before the hat: "e" with sắc, then mũ, is ế too,
/// though Unicode tells the two orders apart; what looks like Đ is Đ.
fn compose(text: &str) -> String {
    let like_d = |it| if is_eth(it) { 'Đ' } else { it };
    let text: String = text.nfc().map(like_d).collect();
    if !text.chars().any(is_combining_mark) {
        return text;
    }
    let mut composed = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(first) = letters.next() {
        let mut letter = String::from(first);
        while let Some(mark) = letters.next_if(|it| is_combining_mark(*it)) {
            letter.push(mark);
        }
        let mut parts: Vec<char> = letter.nfd().collect();
        if let [_, marks @ ..] = parts.as_mut_slice() {
            marks.sort_by_key(|it| !matches!(it, '\u{302}' | '\u{306}' | '\u{31B}'));
        }
        let whole: String = parts.into_iter().nfc().collect();
        let is_whole = whole.chars().count() == 1;
        composed.push_str(if is_whole { &whole } else { &letter });
    }
    composed
}

/// The key under which spellings of one word meet: no case, accents, spaces or
/// punctuation, đ as d, y as i ("tỷ lệ", "tỉ lệ"). A text of signs alone, such as `%`,
/// is its own key.
pub(super) fn fold(text: &str) -> String {
    fold_within(text, usize::MAX).unwrap_or_default()
}

/// The key of a text; none if it is longer than so many bytes, which is known before the
/// end of a long text.
fn fold_within(text: &str, most: usize) -> Option<String> {
    let mut key = String::with_capacity(text.len().min(most));
    for character in text.chars() {
        match kept_of(character) {
            Kept::Nothing => continue,
            Kept::Letter(letter) => key.push(letter),
            Kept::Unknown => key.extend(letters_of_key(character.to_lowercase())),
        }
        if key.len() > most {
            return None;
        }
    }
    if key.is_empty() {
        key.extend(text.split_whitespace());
    }
    Some(key)
}

/// What a key keeps of a character.
pub(super) fn letters(character: char) -> impl Iterator<Item = char> {
    let (plain, apart) = match kept_of(character) {
        Kept::Nothing => (None, None),
        Kept::Letter(letter) => (Some(letter), None),
        Kept::Unknown => (None, Some(letters_of_key(character.to_lowercase()))),
    };
    plain.into_iter().chain(apart.into_iter().flatten())
}

/// The letters of a key, from the letters of a text in small letters.
fn letters_of_key(small: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    small.flat_map(letters_of)
}

/// What a key keeps of a small letter. Marks are dropped wherever they stand, so letters
/// can be taken apart one by one, without the buffers that put marks in order.
fn letters_of(small: char) -> impl Iterator<Item = char> {
    // no letter has more than four parts
    let mut letters = [None; 4];
    let mut slots = letters.iter_mut();
    let mut keep = |part: char| {
        let is_letter = part.is_alphanumeric() && !is_combining_mark(part);
        if is_letter && let Some(slot) = slots.next() {
            *slot = Some(match part {
                'đ' => 'd',
                'y' => 'i',
                other => other,
            });
        }
    };
    if small.is_ascii() {
        keep(small);
    } else {
        decompose_canonical(small, keep);
    }
    letters.into_iter().flatten()
}

/// The candidate whose key is most like that of a text, for "did you mean"; none if all
/// are far off.
pub(super) fn nearest<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let keys: Vec<(String, &str)> = candidates
        .into_iter()
        .map(|candidate| (fold(candidate), candidate))
        .collect();
    let found = diagnostic::nearest(&fold(text), keys.iter().map(|(key, _)| &**key))?;
    let (_, candidate) = keys.iter().find(|(key, _)| key == found)?;
    Some(candidate)
}

/// Takes leading words such as "Chi bộ", "Nhiệm kỳ" or "Căn cứ" off a text; papers print
/// them themselves. A name of these words alone stays.
pub(super) fn without_leading(words: &str, name: &str) -> String {
    let wanted = fold(words);
    let count = words.split_whitespace().count();
    let mut rest = name.split_whitespace();
    let head: String = rest.by_ref().take(count).collect();
    let tail = rest.collect::<Vec<_>>().join(" ");
    if fold(&head) == wanted && !tail.is_empty() {
        tail
    } else {
        name.to_owned()
    }
}

/// A term ("nhiệm kỳ") with an unspaced hyphen: `2022 – 2025` is `2022-2025`.
pub(super) fn hyphenate_term(term: &str) -> String {
    term.split(['-', '–', '—', '‑', '−', '‐'])
        .map(str::trim)
        .collect::<Vec<_>>()
        .join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn decomposed_text_becomes_composed_and_loses_its_white_space() {
        let cleaned = clean(" Nguye\u{302}\u{303}n\u{a0} Thi\u{323}\tLan ");
        assert_eq!(cleaned.text, "Nguyễn Thị Lan");
        assert_eq!(cleaned.before, None, "nobody misses white space");
    }

    #[test]
    fn a_line_break_stays_as_one_sign() {
        assert_eq!(clean("Lê An \r\n\n\tVũ  Bình\n").text, "Lê An\nVũ Bình");
        assert_eq!(on_one_line("Lê An\nVũ Bình"), "Lê An Vũ Bình");
    }

    #[test]
    fn half_composed_text_becomes_composed_whatever_the_order_of_its_marks() {
        let typed =
            "Nguyê\u{303}n Hu\u{31b}\u{303}u Hie\u{323}\u{302}p e\u{301}\u{302}ch";
        assert_eq!(clean(typed).text, "Nguyễn Hữu Hiệp ếch");
        assert_eq!(clean("ve\u{300}\u{302}, va\u{301}\u{306}n").text, "về, vắn");
        assert_eq!(
            clean("\u{301}\u{302}x\u{301}\u{302}").text,
            "\u{301}\u{302}x\u{301}\u{302}"
        );
    }

    #[test]
    fn an_invisible_character_is_left_out_and_named() {
        let cleaned = clean("Lê\u{200b} Văn\u{ad} \u{f0001}An");
        assert_eq!(cleaned.text, "Lê Văn An");
        let before = "Lê‹U+200B› Văn‹U+00AD› ‹U+F0001›An";
        assert_eq!(cleaned.before.as_deref(), Some(before));
    }

    #[test]
    fn what_looks_like_a_capital_d_with_stroke_is_one() {
        assert_eq!(clean("\u{d0}ảng bộ \u{189}ồng").text, "Đảng bộ Đồng");
        assert!(!is_clean("\u{d0}oàn"));
    }

    #[test]
    fn a_letter_parted_from_its_mark_by_a_joiner_is_put_together() {
        assert_eq!(clean("e\u{200d}\u{302}").text, "ê");
    }

    #[test]
    fn spellings_of_one_word_have_one_key() {
        assert_eq!(fold("HỌ  VÀ\nTÊN"), "hovaten");
        assert_eq!(fold("Đảng bộ:"), fold("dang bo"));
        assert_eq!(fold("Tỷ lệ"), fold("Tỉ lệ (%)"));
        assert_eq!(fold("Chi u\u{309}y"), fold("Chi uỷ"));
        assert_eq!(fold("%"), "%");
    }

    #[test]
    fn only_a_word_that_is_close_is_offered() {
        let words = ["Ngày sinh", "Họ và tên"];
        assert_eq!(nearest("Ngày sih", words), Some("Ngày sinh"));
        assert_eq!(nearest("Họ vá tênn", words), Some("Họ và tên"));
        assert_eq!(nearest("Địa chỉ", words), None);
        assert_eq!(nearest("x", words), None);
    }

    #[test]
    fn the_words_that_papers_print_are_taken_off_a_name() {
        assert_eq!(without_leading("Chi bộ", "CHI BỘ  Văn phòng"), "Văn phòng");
        assert_eq!(without_leading("Chi bộ", "Văn phòng"), "Văn phòng");
        assert_eq!(without_leading("Chi bộ", "Chi bộ"), "Chi bộ");
        assert_eq!(without_leading("Đảng bộ", "Đảng bộ Bộ Công"), "Bộ Công");
    }

    #[test]
    fn a_term_is_printed_with_an_unspaced_hyphen() {
        assert_eq!(hyphenate_term("2022 – 2025"), "2022-2025");
        assert_eq!(hyphenate_term("2022-2025"), "2022-2025");
    }

    #[test]
    fn text_with_nothing_to_clean_is_seen_at_a_glance() {
        assert!(is_clean("Nguyễn Thị Ước, 05/9/1984"));
        for dirty in [
            " An",
            "An ",
            "Lê  An",
            "Lê\u{a0}An",
            "e\u{302}",
            "Lê\u{ad}An",
        ] {
            assert!(!is_clean(dirty), "{dirty:?}");
        }
        // all letters of these ranges stand alone in NFC
        for letter in ('\u{C0}'..='\u{24F}').chain('\u{1E00}'..='\u{1EFF}') {
            let letter = letter.to_string();
            assert_eq!(letter.nfc().collect::<String>(), letter);
        }
    }

    proptest! {
        /// By the definition: normal form D of the small letters, without marks.
        #[test]
        fn a_key_is_what_is_left_of_the_normal_form(text in "\\PC{0,12}|[ÀàẠạÂẦầđĐỹỳ가é]{0,8}") {
            let small: String = text.chars().flat_map(char::to_lowercase).collect();
            let letters = small.nfd().filter(|it| !is_combining_mark(*it));
            let letters: String = letters
                .filter(|it| it.is_alphanumeric())
                .map(|it| match it { 'đ' => 'd', 'y' => 'i', other => other })
                .collect();
            if !letters.is_empty() {
                prop_assert_eq!(fold(&text), letters);
            }
        }

        #[test]
        fn what_looks_clean_is_clean(text in "[ -~À-ỹ\u{300}-\u{304}\u{A0}]{0,12}") {
            if is_clean(&text) {
                prop_assert_eq!(clean(&text), Cleaned { text, before: None });
            }
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            let once = clean(&text).text;
            prop_assert_eq!(clean(&once), Cleaned { text: once.clone(), before: None });
        }

        #[test]
        fn marks_in_any_order_are_cleaned_once(
            text in "[aeoudx \u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31b}\u{323}]{0,8}"
        ) {
            let once = clean(&text).text;
            prop_assert_eq!(&clean(&once).text, &once);
        }

        #[test]
        fn a_key_is_its_own_key(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
        }

        #[test]
        fn case_and_composition_do_not_change_a_key(
            text in "[ aàảãáạăằâấbdđeêgiklmnoôơprstuưvxyỳỷ0-9]{0,20}"
        ) {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(fold(&text.to_uppercase()), fold(&text));
            prop_assert_eq!(fold(&decomposed), fold(&text));
        }
    }
}
