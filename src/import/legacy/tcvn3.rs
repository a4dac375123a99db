//! TCVN3 (ABC), the encoding of the fonts `.VnTime`, `.VnArial` and their like: one code
//! for each letter, shown here as the Latin letter or sign that Unicode has there.

/// Codes, and the letters they stand for. Capitals with a tone have no codes: fonts whose
/// names end in `H` show capitals for the codes of small letters.
const LETTERS: [(&str, &str); 14] = [
    ("¡¢§£¤¥¦", "ĂÂĐÊÔƠƯ"),
    ("µ¸¶·¹", "àáảãạ"),
    ("¨»¾¼½Æ", "ăằắẳẵặ"),
    ("©ÇÊÈÉË", "âầấẩẫậ"),
    ("®", "đ"),
    ("ÌÐÎÏÑ", "èéẻẽẹ"),
    ("ªÒÕÓÔÖ", "êềếểễệ"),
    ("×ÝØÜÞ", "ìíỉĩị"),
    ("ßãáâä", "òóỏõọ"),
    ("«åèæçé", "ôồốổỗộ"),
    ("¬êíëìî", "ơờớởỡợ"),
    ("ïóñòô", "ùúủũụ"),
    ("\u{AD}õøö÷ù", "ưừứửữự"),
    ("úýûüþ", "ỳýỷỹỵ"),
];

/// The letter of a code.
pub(super) fn letter(code: char) -> Option<char> {
    // Excel's own functions may make a Greek letter of the micro sign
    let code = if code == 'μ' { 'µ' } else { code };
    LETTERS.into_iter().find_map(|(codes, letters)| {
        let at = codes.chars().position(|it| it == code)?;
        letters.chars().nth(at)
    })
}

/// Whether a word can hardly be of another language: signs inside it, or capitals after
/// small letters.
pub(super) fn is_telling(word: &str) -> bool {
    let follows = |first: char, second: char| {
        let has_capital = first.is_lowercase() && first.is_ascii() && !second.is_ascii();
        (has_capital && second.is_uppercase())
            || (second == 'ß' && !"aeiouyäöü".contains(first.to_ascii_lowercase()))
    };
    let is_sign = |it: char| "¡¢£¤¥¦§¨©ª«¬\u{AD}®µμ¶¸¹»¼½¾".contains(it);
    word.contains(is_sign)
        || word
            .chars()
            .zip(word.chars().skip(1))
            .any(|(first, second)| follows(first, second))
}
