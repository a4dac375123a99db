//! Words of the form that belong to their neighbours: titles, labels, units, bodies and
//! conjunctions. Whoever lays out lines asks here.

/// What a body is; its name follows.
pub const BODIES: &[&str] = &[
    "đại hội chi bộ",
    "đại hội đảng bộ",
    "chi bộ",
    "đảng bộ",
    "đảng ủy",
    "đảng uỷ",
];

/// Before a name: "đồng chí Nguyễn Thị Ánh", "ông Ân".
const TITLES: &[&str] = &["chí", "ông", "bà"];

/// Before a number: "ngày 05", "Điều 3", "số 12-NQ/ĐH".
const LABELS: &[&str] = &[
    "ngày", "tháng", "năm", "quý", "khóa", "khoá", "số", "điều", "khoản", "mục",
    "chương", "thứ", "quận",
];

/// After a number: "01 đồng chí", "98,5 %", "60 kg".
const UNITS: &[&str] = &[
    "%", "‰", "đồng", "đ", "phiếu", "người", "đảng", "đại", "ủy", "uỷ", "chi", "lần",
    "bản", "giờ", "phút", "ngày", "tuần", "tháng", "năm", "tuổi", "triệu", "tỷ", "nghìn",
    "trang", "điểm", "cuộc", "lượt", "buổi", "hộ", "kg", "tấn", "tạ", "m", "m²", "m³",
    "km", "km²", "cm", "mm", "ha", "kW", "kWh", "MW",
];

/// Before a number, and what follows it in a date: "ngày 30 tháng 8 năm 2022".
const IN_DATES: &[(&str, &str)] = &[("ngày", "tháng"), ("tháng", "năm")];

/// Whether the last two of three words are not read apart: a title and a name, a number
/// and its unit, a word that counts and its number, the parts of a date, "đồng chí".
pub fn is_one_phrase(earlier: &str, last: &str, word: &str) -> bool {
    if is_number(last) {
        let unit = word.trim_end_matches([',', ';', '.', ':', ')']);
        if !UNITS.contains(&unit) {
            return false;
        }
        let label = earlier.to_lowercase();
        let label = label.trim_start_matches(['(', '“', '"']);
        return !LABELS.contains(&label) || IN_DATES.contains(&(label, unit));
    }
    let is_name = word.starts_with(char::is_uppercase);
    // most words need no further look
    if !is_name && !begins_with_number(word) && !word.starts_with("chí") {
        return false;
    }
    let title = last.to_lowercase();
    let title = title.trim_start_matches(['(', '“', '"']);
    if TITLES.contains(&title) {
        return is_name && (title != "chí" || earlier.to_lowercase().ends_with("đồng"));
    }
    if LABELS.contains(&title) {
        return begins_with_number(word);
    }
    title == "đồng" && word.trim_end_matches(|it: char| !it.is_alphabetic()) == "chí"
}

/// `05`, `12-NQ/ĐH`, `XIII`.
fn begins_with_number(word: &str) -> bool {
    let is_roman = |it: char| matches!(it, 'I' | 'V' | 'X' | 'L');
    let letters = word.trim_end_matches(|it: char| !it.is_alphanumeric());
    word.starts_with(|it: char| it.is_ascii_digit())
        || (!letters.is_empty() && letters.chars().all(is_roman))
}

/// `01`, `3.500`, `98,5`, `24/25`.
pub fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(['(', '“']);
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, '.' | ',' | '/');
    word.starts_with(|it: char| it.is_ascii_digit())
        && word.ends_with(|it: char| it.is_ascii_digit())
        && word.chars().all(is_part)
}

/// Whether a word joins what stands before it to what follows.
pub fn is_conjunction(word: &str) -> bool {
    matches!(&*word.to_lowercase(), "và" | "hoặc")
}
