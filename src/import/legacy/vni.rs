//! VNI, the encoding of the fonts `VNI-Times`, `VNI-Helve` and their like: a plain letter
//! and a mark after it, each shown here as the Latin letter that Unicode has there.

/// Letters that take a mark, the marks, and what comes of them.
const PAIRS: [(char, &str, &str); 7] = [
    ('a', "ùøûõïâáàåãäêéèúüë", "áàảãạâấầẩẫậăắằẳẵặ"),
    ('e', "ùøûõïâáàåãä", "éèẻẽẹêếềểễệ"),
    ('o', "ùøûõïâáàåãä", "óòỏõọôốồổỗộ"),
    ('ô', "ùøûõï", "ớờởỡợ"),
    ('u', "ùøûõï", "úùủũụ"),
    ('ö', "ùøûõï", "ứừửữự"),
    ('y', "ùøûõ", "ýỳỷỹ"),
];

/// Letters that are one code.
const SINGLES: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// The letter of a base and a mark, in the case of the base.
pub(super) fn pair(base: char, mark: char) -> Option<char> {
    let (small, mark) = (lower(base), lower(mark));
    let (_, marks, letters) = PAIRS.into_iter().find(|(it, ..)| *it == small)?;
    let at = marks.chars().position(|it| it == mark)?;
    cased(letters.chars().nth(at)?, base)
}

/// The letter of a single code, in its case.
pub(super) fn single(code: char) -> Option<char> {
    let small = lower(code);
    let (_, letter) = SINGLES.into_iter().find(|(it, _)| *it == small)?;
    cased(letter, code)
}

/// Whether a word can hardly be of another language: marks after vowels that no other
/// language writes so.
pub(super) fn is_telling(word: &str) -> bool {
    let small = word.to_lowercase();
    small.chars().zip(small.chars().skip(1)).any(|pair| {
        let (base, mark) = pair;
        self::pair(base, mark).is_some()
            && match base {
                // "Naïm", "Saül", "Gaël", "Raúl", "Maé" are names
                'a' => !"ïüëúéè".contains(mark),
                // "Seán", "Jeûne", "Leïla"
                'e' => !"áûï".contains(mark),
                // "Loïc", "où", "août", "João", "Toàn", "Toán"
                'o' => !"ïùûãàá".contains(mark),
                _ => true,
            }
            || pair == ('ö', 'ô')
    })
}

fn lower(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// A letter in the case of another.
fn cased(letter: char, like: char) -> Option<char> {
    if like.is_uppercase() {
        letter.to_uppercase().next()
    } else {
        Some(letter)
    }
}
