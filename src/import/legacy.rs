//! Text of old fonts: TCVN3 and VNI, which look like Latin letters and signs.
//!
//! The name of the font tells them best. Where it is unknown, or is that of a font for
//! Unicode, the letters must tell, and a name that may be right is never changed: text is
//! decoded only if it cannot be Vietnamese as it stands and becomes Vietnamese throughout.
//! Must come before any cleaning: TCVN3 writes "ư" as a soft hyphen.

mod syllable;
mod tcvn3;
mod vni;

use std::collections::BTreeSet;
use syllable::is_syllable;
use unicode_normalization::char::is_combining_mark;

/// Text that was in an old encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Decoded {
    /// Name of the encoding.
    pub(super) encoding: &'static str,
    /// The text in Unicode.
    pub(super) text: String,
}

/// An old encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Tcvn3,
    Vni,
}

/// What the texts of a sheet say together about each one: how far a font's name is to be
/// believed, and whether a text that may be either is of an old encoding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Surroundings {
    /// Old fonts in which somebody typed Unicode.
    fonts_of_unicode: BTreeSet<String>,
    /// The encoding of several texts, none being in Unicode.
    encoding: Option<Encoding>,
}

impl Surroundings {
    /// So many texts that can be nothing else make a habit.
    pub(super) const HABIT: usize = 3;

    /// Looks at the texts of a sheet, each with the name of its font if that is known.
    pub(super) fn of<'a>(
        texts: impl IntoIterator<Item = (&'a str, Option<&'a str>)>,
    ) -> Self {
        const HABIT: usize = Surroundings::HABIT;
        let mut seen = Self::default();
        let (mut tcvn3, mut vni, mut unicode) = (0, 0, 0);
        for (text, font) in texts.into_iter().filter(|(text, _)| !text.is_ascii()) {
            if !is_of_codes(text) {
                unicode += 1;
                if let Some(font) = font.filter(|font| of_font(font).is_some()) {
                    seen.fonts_of_unicode.insert(font.to_owned());
                }
            } else if let Some(decoded) = seen.by_letters(text) {
                match decoded.encoding {
                    "VNI" => vni += 1,
                    _ => tcvn3 += 1,
                }
            }
        }
        seen.encoding = match (tcvn3, vni, unicode) {
            (HABIT.., 0, 0) => Some(Encoding::Tcvn3),
            (0, HABIT.., 0) => Some(Encoding::Vni),
            _ => None,
        };
        seen
    }

    /// Decodes the text of a cell; none if it is in Unicode, or may be.
    pub(super) fn decode(&self, text: &str, font: Option<&str>) -> Option<Decoded> {
        let of_font = font.and_then(|font| Some((font, of_font(font)?)));
        match of_font {
            Some((font, encoding)) => self.by_font(text, font, encoding),
            None if text.is_ascii() || !is_of_codes(text) => None,
            None => self.by_letters(text),
        }
    }

    fn by_font(&self, text: &str, font: &str, encoding: Encoding) -> Option<Decoded> {
        let is_capital = encoding == Encoding::Tcvn3 && font.ends_with('H');
        let text = if is_of_codes(text) {
            let read = Reading::of(encoding, text);
            let is_typed_in_unicode = self.fonts_of_unicode.contains(font);
            read.by_font(is_typed_in_unicode, is_capital)?
        } else {
            let codes = codes_of_1258(text)?;
            Reading::of(encoding, &codes).if_vietnamese(text)?
        };
        let text = if is_capital {
            text.to_uppercase()
        } else {
            text
        };
        Some(encoding.decoded(text))
    }

    fn by_letters(&self, text: &str) -> Option<Decoded> {
        if self.encoding.is_none() && !has_strange_letters(text) {
            return None;
        }
        let tcvn3 = Reading::of(Encoding::Tcvn3, text);
        let vni = Reading::of(Encoding::Vni, text);
        let is_habit = |read: &Reading| self.encoding == Some(read.encoding);
        // what may be of either encoding is left alone
        let chosen = [(&tcvn3, &vni), (&vni, &tcvn3)]
            .into_iter()
            .find(|(read, other)| is_habit(read) || !other.is_possible())?;
        let text = chosen.0.by_letters(is_habit(chosen.0))?;
        Some(chosen.0.encoding.decoded(text))
    }
}

impl Encoding {
    fn decoded(self, text: String) -> Decoded {
        let encoding = match self {
            Self::Tcvn3 => "TCVN3",
            Self::Vni => "VNI",
        };
        Decoded { encoding, text }
    }
}

/// The encoding for which a font was made.
fn of_font(font: &str) -> Option<Encoding> {
    let start = font.trim_start().get(..3)?;
    if start.eq_ignore_ascii_case(".vn") {
        Some(Encoding::Tcvn3)
    } else if start.eq_ignore_ascii_case("vni") {
        Some(Encoding::Vni)
    } else {
        None
    }
}

/// Whether a text has no letter beyond those that old encodings use for their codes.
fn is_of_codes(text: &str) -> bool {
    let is_beyond = |it: char| it >= '\u{100}' && it != 'μ';
    // letters all of them, and those of Vietnamese: known without a look at tables
    let is_latin = |it| matches!(it, '\u{100}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    let mut beyond = text.chars().filter(|it| is_beyond(*it));
    !beyond.any(|it| is_latin(it) || it.is_alphanumeric() || is_combining_mark(it))
}

/// Whether a text is worth looking at closely: most texts in Unicode are not.
fn has_strange_letters(text: &str) -> bool {
    // these are letters of Vietnamese as well
    let is_common = |it: char| {
        matches!(it,
            'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
            | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý')
    };
    let mut before = ' ';
    for letter in text.chars() {
        let is_beyond = !letter.is_ascii() && letter != '\u{A0}' && letter < '\u{100}';
        let is_strange = is_beyond
            && (!is_common(letter)
                || (before.is_ascii_lowercase() && letter.is_uppercase())
                || (vni::pair(before, letter).is_some()
                    && !matches!((before, letter), ('o', 'à' | 'á' | 'ã'))));
        if is_strange || letter == 'μ' {
            return true;
        }
        before = letter;
    }
    false
}

/// The codes behind a text that Windows took for its Vietnamese code page, which has
/// letters and marks of its own for some of them.
fn codes_of_1258(text: &str) -> Option<String> {
    const OWN: [(char, char); 13] = [
        ('Ă', 'Ã'),
        ('\u{300}', 'Ì'),
        ('Đ', 'Ð'),
        ('\u{309}', 'Ò'),
        ('Ơ', 'Õ'),
        ('Ư', 'Ý'),
        ('\u{303}', 'Þ'),
        ('ă', 'ã'),
        ('\u{301}', 'ì'),
        ('\u{323}', 'ò'),
        ('ơ', 'õ'),
        ('ư', 'ý'),
        ('₫', 'þ'),
    ];
    let code = |it: char| OWN.into_iter().find(|(own, _)| *own == it);
    let codes: String = text
        .chars()
        .map(|it| code(it).map_or(it, |(_, code)| code))
        .collect();
    is_of_codes(&codes).then_some(codes)
}

/// A text read in an encoding: its words, and what is between them.
struct Reading {
    encoding: Encoding,
    pieces: Vec<Piece>,
}

/// A run of letters and codes, or of anything else.
#[derive(Default)]
struct Piece {
    typed: String,
    decoded: String,
    is_word: bool,
    /// Whether it has a letter that is no code.
    has_stray: bool,
}

impl Reading {
    fn of(encoding: Encoding, text: &str) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for letter in text.chars() {
            let is_word = letter.is_ascii_alphabetic()
                || ('\u{A1}'..='\u{FF}').contains(&letter)
                || letter == 'μ';
            match pieces.last_mut() {
                Some(last) if last.is_word == is_word => last.typed.push(letter),
                _ => pieces.push(Piece {
                    typed: letter.into(),
                    is_word,
                    ..Piece::default()
                }),
            }
        }
        for piece in &mut pieces {
            piece.decode(encoding);
        }
        Self { encoding, pieces }
    }

    /// The text, if the font says what it is: unless it is right as it stands and the
    /// font is used for Unicode as well, or its letters say otherwise.
    fn by_font(&self, is_typed_in_unicode: bool, is_capital: bool) -> Option<String> {
        let may_stay = self.words().all(Piece::may_stay);
        let is_better = self
            .words()
            .all(|it| !it.has_stray && it.becomes_vietnamese());
        let is_right = may_stay && (is_typed_in_unicode || !is_better);
        let is_changed = self.words().any(Piece::is_changed);
        let letters = self.words().map(|it| it.typed.len()).sum::<usize>();
        // a lone "x" is a mark in any case
        let is_shown_otherwise = is_capital && letters > 1;
        ((is_changed && !is_right) || (!is_changed && is_shown_otherwise))
            .then(|| self.text(|_| true))
    }

    /// The text, if it is Vietnamese this way and not as it stands.
    fn if_vietnamese(&self, typed: &str) -> Option<String> {
        let words = || typed.split(|it: char| !it.is_alphabetic());
        let is_right = words().filter(|it| !it.is_ascii()).all(is_syllable);
        let is_vietnamese = self
            .words()
            .all(|it| !it.has_stray && it.becomes_vietnamese());
        (is_vietnamese && !is_right).then(|| self.text(|_| true))
    }

    /// The text, if it cannot be right as it stands and every word becomes Vietnamese.
    fn by_letters(&self, is_habit: bool) -> Option<String> {
        let is_whole =
            |it: &Piece| !it.has_stray && (it.is_sign() || it.becomes_vietnamese());
        if !self.words().all(is_whole) {
            return None;
        }
        // a sign stays as it is, so it tells nothing of the words
        let is_wrong = |it: &&Piece| it.is_changed() && !it.may_stay() && !it.is_sign();
        let wrong = || self.words().filter(is_wrong);
        let telling = || wrong().filter(|it| self.is_telling(&it.typed));
        let is_certain = telling().any(|it| it.typed.chars().count() > 2)
            || (wrong().count() > 1 && telling().next().is_some())
            || (self.is_all_vietnamese() && (wrong().count() > 2 || self.has_surname()))
            || (is_habit && self.words().any(Piece::is_changed));
        is_certain.then(|| self.text(|it| !it.is_sign()))
    }

    /// Whether every word becomes Vietnamese, and one at all.
    fn is_possible(&self) -> bool {
        let is_whole =
            |it: &Piece| !it.has_stray && (it.is_sign() || it.becomes_vietnamese());
        self.words().all(is_whole) && self.words().any(Piece::is_changed)
    }

    fn is_telling(&self, word: &str) -> bool {
        match self.encoding {
            Encoding::Tcvn3 => tcvn3::is_telling(word),
            Encoding::Vni => vni::is_telling(word),
        }
    }

    fn is_all_vietnamese(&self) -> bool {
        self.words().all(|it| is_syllable(&it.decoded))
    }

    /// Whether its first word cannot be right and becomes a surname before other names.
    fn has_surname(&self) -> bool {
        const SURNAMES: [&str; 33] = [
            "Bạch", "Bế", "Bùi", "Châu", "Đàm", "Đặng", "Đào", "Đinh", "Đỗ", "Đoàn",
            "Đồng", "Giàng", "Hồ", "Hoàng", "Huỳnh", "Khổng", "Kiều", "Lê", "Lò", "Lục",
            "Lường", "Lưu", "Ngô", "Nguyễn", "Phạm", "Phùng", "Quách", "Tạ", "Trần",
            "Triệu", "Trịnh", "Trương", "Võ",
        ];
        let is_name = |it: &Piece| it.decoded.starts_with(char::is_uppercase);
        let first = self.words().next();
        self.words().count() > 1
            && self.words().all(is_name)
            && first.is_some_and(|it| {
                !it.may_stay() && SURNAMES.contains(&it.decoded.as_str())
            })
    }

    fn words(&self) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(|it| it.is_word)
    }

    fn text(&self, is_decoded: impl Fn(&Piece) -> bool) -> String {
        let pieces = self.pieces.iter();
        pieces
            .map(|it| {
                if is_decoded(it) {
                    &*it.decoded
                } else {
                    &*it.typed
                }
            })
            .collect()
    }
}

impl Piece {
    fn decode(&mut self, encoding: Encoding) {
        let mut letters = self.typed.chars().peekable();
        while let Some(letter) = letters.next() {
            let found = match encoding {
                Encoding::Tcvn3 => tcvn3::letter(letter),
                Encoding::Vni => {
                    let mark = letters.peek().and_then(|it| vni::pair(letter, *it));
                    if mark.is_some() {
                        letters.next();
                    }
                    mark.or_else(|| vni::single(letter))
                }
            };
            let is_stray = !letter.is_ascii() && letter.is_alphabetic();
            self.has_stray |= found.is_none() && is_stray;
            self.decoded.push(found.unwrap_or(letter));
        }
        // TCVN3 has small letters only; "NGUYÔN" is all capitals
        let mut plain = self.typed.chars().filter(char::is_ascii_alphabetic);
        let capitals = plain.clone().count();
        if capitals > 1 && plain.all(|it| it.is_ascii_uppercase()) {
            self.decoded = self.decoded.to_uppercase();
        }
    }

    fn is_changed(&self) -> bool {
        self.typed != self.decoded
    }

    /// Whether it may be right as it stands.
    fn may_stay(&self) -> bool {
        self.typed.is_ascii() || is_syllable(&self.typed)
    }

    /// Whether it is a sign of its own, such as a bullet.
    fn is_sign(&self) -> bool {
        let mut letters = self.typed.chars();
        letters
            .next()
            .is_some_and(|it| !it.is_alphabetic() && it != '§')
            && letters.next().is_none()
    }

    /// Whether it stays, or becomes a syllable or an abbreviation such as "BCĐ".
    fn becomes_vietnamese(&self) -> bool {
        let is_capital = |it: char| it == 'Đ' || it.is_ascii_uppercase();
        !self.is_changed()
            || is_syllable(&self.decoded)
            || (self.decoded.contains('Đ') && self.decoded.chars().all(is_capital))
    }
}

#[cfg(test)]
mod tests;
