//! The words by which levels of education and yearly grades are known; other words are
//! counted as they were typed.

use super::group::Said;
use crate::model::is_same_name;

/// A word of the statistics, with how clerks write it; the beginning of the text decides.
struct Known {
    name: &'static str,
    spellings: &'static [&'static str],
}

/// The words of one column, the highest first.
pub(super) struct Scale(&'static [Known]);

const fn known(name: &'static str, spellings: &'static [&'static str]) -> Known {
    Known { name, spellings }
}

/// "Học vấn": general schooling, of twelve or, before, of ten years.
pub(super) static SCHOOLING: Scale = Scale(&[
    known(
        "trung học phổ thông",
        &[
            "trung học phổ thông",
            "phổ thông trung học",
            "THPT",
            "PTTH",
            "cấp III",
            "cấp 3",
            "12/12",
            "10/10",
        ],
    ),
    known(
        "trung học cơ sở",
        &[
            "trung học cơ sở",
            "phổ thông cơ sở",
            "THCS",
            "PTCS",
            "cấp II",
            "cấp 2",
            "9/12",
            "7/10",
        ],
    ),
]);

/// "Chuyên môn".
pub(super) static PROFESSION: Scale = Scale(&[
    known(
        "tiến sĩ",
        &[
            "tiến sĩ",
            "tiến sỹ",
            "TS",
            "T S",
            "TSKH",
            "tiến sĩ khoa học",
        ],
    ),
    known(
        "thạc sĩ",
        &[
            "thạc sĩ",
            "thạc sỹ",
            "ThS",
            "Th S",
            "cao học",
            "th sĩ",
            "th sỹ",
        ],
    ),
    known(
        "đại học",
        &[
            "đại học",
            "ĐH",
            "cử nhân",
            "CN",
            "kỹ sư",
            "kĩ sư",
            "KS",
            "kiến trúc sư",
            "KTS",
        ],
    ),
    known("cao đẳng", &["cao đẳng", "CĐ"]),
    known(
        "trung cấp",
        &["trung cấp", "TC", "trung học chuyên nghiệp", "THCN"],
    ),
    known("sơ cấp", &["sơ cấp", "SC"]),
]);

/// "Lý luận chính trị".
pub(super) static POLITICAL_THEORY: Scale = Scale(&[
    known("cử nhân", &["cử nhân", "CN", "đại học", "ĐH"]),
    known("cao cấp", &["cao cấp", "CC"]),
    known("trung cấp", &["trung cấp", "TC"]),
    known("sơ cấp", &["sơ cấp", "SC"]),
    known("chưa qua đào tạo", &["chưa qua", "chưa học", "chưa"]),
]);

/// "Quản lý nhà nước".
pub(super) static STATE_MANAGEMENT: Scale = Scale(&[
    known("chuyên viên cao cấp", &["chuyên viên cao cấp", "CVCC"]),
    known("chuyên viên chính", &["chuyên viên chính", "CVC"]),
    known("chuyên viên", &["chuyên viên", "CV"]),
    known("cán sự", &["cán sự", "CS"]),
    known("chưa qua bồi dưỡng", &["chưa qua", "chưa học", "chưa"]),
]);

/// "Xếp loại" of the year before.
pub(super) static GRADES: Scale = Scale(&[
    known(
        "hoàn thành xuất sắc nhiệm vụ",
        &["hoàn thành xuất sắc", "HTXS", "HTXSNV", "xuất sắc"],
    ),
    known(
        "hoàn thành tốt nhiệm vụ",
        &["hoàn thành tốt", "HTT", "HTTNV", "tốt"],
    ),
    known("hoàn thành nhiệm vụ", &["hoàn thành", "HT", "HTNV"]),
    known(
        "không hoàn thành nhiệm vụ",
        &["không hoàn thành", "chưa hoàn thành", "KHT", "KHTNV"],
    ),
]);

/// Words before the one that counts.
const PASSED_OVER: [&str; 9] = [
    "GS", "PGS", "trình", "độ", "tốt", "nghiệp", "bằng", "ngạch", "lớp",
];

impl Scale {
    /// What a text says: of several things the highest.
    pub(super) fn reading(&self, text: &str) -> Said {
        if says_nothing(text) {
            return Said::Nothing;
        }
        let pieces = text.split([',', ';', '\n', '+', '(']);
        let ranks = pieces.filter_map(|piece| self.rank(piece));
        let best = ranks.min();
        let best = best.and_then(|rank| Some((rank, self.0.get(rank)?.name)));
        best.map_or(Said::Typed, |(rank, name)| Said::Known { rank, name })
    }

    /// The place of what a piece of text begins with; the longest spelling decides.
    fn rank(&self, piece: &str) -> Option<usize> {
        let words = piece.split([' ', '\t', '\u{a0}', '.', ':']);
        let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
        let passed = |word: &&&str| {
            let mut over = PASSED_OVER.iter();
            over.any(|it| is_same_name(it, word))
        };
        let skipped = words.iter().take_while(passed).count();
        // "tốt" alone is a grade, and no word before one
        let starts = [words.as_slice(), words.get(skipped..).unwrap_or_default()];
        starts
            .into_iter()
            .find_map(|words| self.longest(words))
            .map(|(_, rank)| rank)
    }

    /// The longest spelling that words begin with: its length and its place.
    fn longest(&self, words: &[&str]) -> Option<(usize, usize)> {
        let mut best: Option<(usize, usize)> = None;
        for (rank, known) in self.0.iter().enumerate() {
            for spelling in known.spellings {
                let length = spelling.split(' ').count();
                let begins = words
                    .get(..length)
                    .is_some_and(|start| is_same_name(spelling, &start.join(" ")));
                if begins && best.is_none_or(|(longest, _)| length > longest) {
                    best = Some((length, rank));
                }
            }
        }
        best
    }
}

/// Whether a text says that there is nothing: a dash, "không".
pub(super) fn says_nothing(text: &str) -> bool {
    let words = ["không", "không có", "K", "0", "chưa có"];
    let is_mark = |c: char| "-–—./_".contains(c) || c.is_whitespace();
    text.chars().all(is_mark) || words.iter().any(|word| is_same_name(word, text))
}

/// The badges, the highest first.
///
/// Source: 01-HD/TW (2021), point 18: from 30 years, without 35.
const BADGES: [(u32, &str); 12] = [
    (90, "90 năm"),
    (85, "85 năm"),
    (80, "80 năm"),
    (75, "75 năm"),
    (70, "70 năm"),
    (65, "65 năm"),
    (60, "60 năm"),
    (55, "55 năm"),
    (50, "50 năm"),
    (45, "45 năm"),
    (40, "40 năm"),
    (30, "30 năm"),
];

/// What a text says of a "Huy hiệu Đảng": of several the highest.
pub(super) fn badge_reading(text: &str) -> Said {
    if says_nothing(text) {
        return Said::Nothing;
    }
    let years = years_named(text);
    let mut badges = BADGES.iter().enumerate();
    let found = badges.find(|(_, (badge, _))| years.contains(badge));
    found.map_or(Said::Typed, |(rank, (_, name))| Said::Known { rank, name })
}

/// The numbers of a text that are years: those before "năm", or the only one. A date
/// beside a badge is none.
fn years_named(text: &str) -> Vec<u32> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let mut numbers = Vec::new();
    let mut before_year = Vec::new();
    while let Some(word) = words.next() {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        let Ok(number) = digits.parse::<u32>() else {
            continue;
        };
        let unit = word.strip_prefix(digits).unwrap_or_default();
        let unit = [unit, words.peek().copied().unwrap_or_default()];
        if unit.iter().any(|word| is_same_name(word, "năm")) {
            before_year.push(number);
        }
        numbers.push(number);
    }
    match numbers.as_slice() {
        [_] => numbers,
        _ => before_year,
    }
}

/// What a member was disciplined with, the hardest first.
///
/// Source: Party Statutes, article 35.
const DISCIPLINE: [&str; 4] = ["khai trừ", "cách chức", "cảnh cáo", "khiển trách"];

/// What a text of "Khen thưởng, kỷ luật" says of discipline: of several the hardest.
pub(super) fn discipline_reading(text: &str) -> Said {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let holds = |known: &str| {
        words
            .windows(2)
            .any(|pair| is_same_name(known, &pair.join(" ")))
    };
    let mut known = DISCIPLINE.iter().enumerate();
    let found = known.find(|(_, name)| holds(name));
    found.map_or(Said::Nothing, |(rank, name)| Said::Known { rank, name })
}

/// Text that is counted under its own words.
pub(super) fn as_typed(text: &str) -> Said {
    if says_nothing(text) {
        Said::Nothing
    } else {
        Said::Typed
    }
}
