//! Words of rows that are no rows of a table, and of ditto marks.

use crate::import::text::fold;

/// Letters of a text that is a title or a total and no sentence.
const SHORT: usize = 80;

/// Whether a header or a cell under it is the number of a column: `3`, `(3)`.
pub(super) fn is_column_number(text: &str) -> bool {
    let bare = text.trim_matches(['(', ')', '[', ']', ' ', '.']);
    !bare.is_empty() && bare.chars().all(|it| it.is_ascii_digit())
}

/// The small number of a column or row, `7`, `(7)`, `7.`.
pub(super) fn small_number(text: &str) -> Option<u32> {
    let bare = text.trim_matches(['(', ')', '[', ']', ' ', '.']);
    bare.parse().ok().filter(|number| *number < 1000)
}

/// "Tổng cộng: 25 đồng chí", "Cộng", "Danh sách này có 25 đồng chí./."
///
/// With accents, since "Tống Công" is a name; without any only as the whole text.
pub(super) fn is_total(text: &str) -> bool {
    // seen at a glance of most names, since every row is asked
    let mut letters = text.chars().flat_map(char::to_lowercase);
    let begins_so = matches!(
        (letters.next(), letters.next()),
        (Some('t'), Some('ổ')) | (Some('c'), Some('ộ' | 'h')) | (Some('d'), Some('a'))
    );
    if !begins_so && !text.is_ascii() {
        return false;
    }
    if text.chars().count() > SHORT {
        return false;
    }
    let lower = text.to_lowercase();
    let starts = [
        "tổng cộng",
        "tổng số",
        "cộng:",
        "tổng:",
        "danh sách này",
        "danh sách có",
    ];
    if starts.iter().any(|start| lower.starts_with(start)) {
        return true;
    }
    let bare = lower.trim_end_matches([':', '.', ' ']);
    let whole = [
        "cộng",
        "tổng",
        "cộng trang",
        "mang sang",
        "cộng mang sang",
        "chuyển trang sau",
    ];
    if whole.contains(&bare) {
        return true;
    }
    if !text.is_ascii() {
        return false;
    }
    let key = fold(text);
    let start = key.trim_end_matches("dongchi").trim_end_matches("dangvien");
    let start = start.trim_end_matches(|it: char| it.is_ascii_digit());
    ["tongcong", "tongso", "cong"].contains(&start)
}

/// Words that stand only below a table: notes, the date line, who signs.
pub(super) fn is_foot(text: &str) -> bool {
    // seen at a glance of most texts, since every row is asked; a date line has a comma
    let first = text.chars().flat_map(char::to_lowercase).next();
    if !first.is_some_and(|it| "gcvnlktx(*".contains(it)) && !text.contains(',') {
        return false;
    }
    let lower = text.to_lowercase();
    let starts = [
        "ghi chú:",
        "* ghi chú",
        "*ghi chú",
        "chú thích:",
        "viết tắt",
        "chữ viết tắt",
        "nơi nhận:",
        "lưu ý:",
        "(ký",
        "ký, ghi",
        "(ghi rõ",
        "t/m",
        "tm.",
        "t.m",
        "k/t",
        "kt.",
        "tl.",
        "t/l",
        "xác nhận của",
        "người lập biểu",
        "người lập danh sách",
    ];
    starts.iter().any(|start| lower.starts_with(start)) || is_date_line(&lower)
}

/// "Hà Nội, ngày … tháng … năm …"
fn is_date_line(lower: &str) -> bool {
    let Some((place, date)) = lower.split_once("ngày") else {
        return false;
    };
    let is_place =
        place.trim_end().ends_with(',') && place.split_whitespace().count() <= 6;
    let months = date.split_once("tháng");
    is_place
        && months.is_some_and(|(_, rest)| rest.contains("năm"))
        && lower.chars().count() <= SHORT
}

/// The post of somebody who signs, which may as well be said of a member.
///
/// "Bí thư chi bộ" is one as well, and whoever made the list.
pub(super) fn is_signer(text: &str) -> bool {
    is_post(&fold(text))
}

/// Whether a key is that of the post of somebody who signs.
fn is_post(key: &str) -> bool {
    let of = ["chibo", "dangui", "dangbo", "daihoi", "donvi"];
    let bare = of.iter().find_map(|whose| key.strip_suffix(whose));
    let post = bare.filter(|it| !it.is_empty()).unwrap_or(key);
    let makers = [
        "nguoilap",
        "nguoilapbang",
        "nguoilapbieu",
        "nguoilapdanhsach",
    ];
    if makers.contains(&post) {
        return true;
    }
    [
        "bithu",
        "phobithu",
        "chutich",
        "chutoa",
        "thuki",
        "doanchutich",
        "doanthuki",
        "truongban",
        "truongbankiemphieu",
        "bankiemphieu",
        "nguoibaocao",
        "chiui",
        "dangui",
        "thutruong",
        "nguoikiemtra",
        "tokiemphieu",
        "totruong",
    ]
    .contains(&post)
}

/// The title over a signature: the post of a signer, perhaps "của đại hội", or on whose
/// behalf he signs.
pub(in crate::import) fn signs(text: &str) -> bool {
    if text.chars().count() > SHORT || text.contains(':') {
        return false;
    }
    let key = fold(text);
    let post = key.strip_suffix("daihoi").unwrap_or(&key);
    let is_counter = ["uivienkiemphieu", "uivienbankiemphieu", "truongbanbaucu"];
    is_post(post) || is_counter.contains(&post) || is_foot(text)
}

/// A title of members who are members no more: "Đảng viên đã chuyển sinh hoạt".
pub(super) fn says_left(text: &str) -> bool {
    let lower = text.to_lowercase();
    if lower.chars().count() > SHORT {
        return false;
    }
    let has_left = ["từ trần", "ra khỏi đảng", "khai trừ", "xóa tên", "xoá tên"];
    let moves = ["chuyển đi", "chuyển sinh hoạt"];
    has_left.iter().any(|word| lower.contains(word))
        || (moves.iter().any(|word| lower.contains(word)) && !lower.contains(" đến"))
}

/// The title of a list: "DANH SÁCH TRÚNG CỬ".
pub(super) fn is_title(text: &str) -> bool {
    text.to_lowercase().starts_with("danh sách")
}

/// "I. Tổ 1", "A. CHI ỦY", "II. TIỂU ĐOÀN BỘ: 58 đồng chí".
pub(super) fn is_section(text: &str) -> bool {
    let Some((number, rest)) = text.split_once(['.', ')', '-', ':']) else {
        return false;
    };
    !rest.trim().is_empty() && is_section_number(number)
}

/// `I`, `XIV`, `A`: how sections are numbered, and not rows.
pub(super) fn is_section_number(text: &str) -> bool {
    let number = text.trim().trim_end_matches(['.', ')']);
    let is_roman = number.chars().all(|it| matches!(it, 'I' | 'V' | 'X' | 'L'));
    let is_letter = number.len() == 1 && number.chars().all(|it| it.is_ascii_uppercase());
    !number.is_empty() && (is_roman || is_letter)
}

/// "As above": `//`, `"`, `nt`, `-nt-`, "như trên".
pub(super) fn is_ditto(text: &str) -> bool {
    const MOST: usize = 24;
    // most cells begin with a letter, and all words below with "n"
    if text.starts_with(|it: char| it.is_ascii_alphabetic() && !matches!(it, 'n' | 'N')) {
        return false;
    }
    let is_other = |it: u8| it.is_ascii_alphanumeric() && !b"nhutreNHUTRE".contains(&it);
    if text.len() > MOST || text.bytes().any(is_other) {
        return false;
    }
    // each of the words has a "t": "Nữ" is none
    let mut letters = text.bytes().filter(u8::is_ascii_alphabetic).peekable();
    if letters.peek().is_some() && !letters.any(|it| matches!(it, b't' | b'T')) {
        return false;
    }
    let bare: String = text
        .chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '.' | '-' | '_' | '–' | '—'))
        .flat_map(char::to_lowercase)
        .collect();
    let is_double = |it| {
        matches!(
            it,
            '"' | '”' | '“' | '„' | '‟' | '″' | '〃' | '＂' | '«' | '»'
        )
    };
    let is_single = |it| matches!(it, '\'' | '’' | '‘' | ',' | '´' | '`' | '‚' | '′');
    let count = bare.chars().count();
    let word =
        bare.trim_matches(|it| is_double(it) || is_single(it) || it == '(' || it == ')');
    (count >= 1 && bare.chars().all(is_double))
        || (count == 2 && bare.chars().all(is_single))
        || (count >= 2 && bare.chars().all(|it| it == '/' || it == '\\'))
        || ["nt", "nhưtrên", "nhutren", "n/t", "ntr"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_taken_for_a_total() {
        for total in [
            "Tổng cộng: 25 đồng chí",
            "TỔNG SỐ",
            "Cộng",
            "Cộng:",
            "Danh sách này có 25 đồng chí./.",
            "Tong cong 25 dong chi",
        ] {
            assert!(is_total(total), "{total}");
        }
        for name in [
            "Tống Công Minh",
            "Tống Công",
            "Công",
            "Cống Thị Bình",
            "Danh Sách",
        ] {
            assert!(!is_total(name), "{name}");
        }
    }

    #[test]
    fn what_stands_below_a_list_is_known_by_its_words() {
        for foot in [
            "Hà Nội, ngày 29 tháng 8 năm 2022",
            "Phường 10, ngày ... tháng ... năm ...",
            "T/M ĐẢNG ỦY",
            "TM. CHI ỦY",
            "(Ký, ghi rõ họ tên)",
            "Ghi chú: BT là bí thư",
            "Viết tắt:",
        ] {
            assert!(is_foot(foot), "{foot}");
        }
        for no_foot in [
            "Hoàn thành trước ngày 5 tháng 9 năm 2022",
            "ngày 5 tháng 9 năm 1984",
            "Tâm",
            "Kỳ Ký",
        ] {
            assert!(!is_foot(no_foot), "{no_foot}");
        }
    }

    #[test]
    fn a_section_has_a_number_that_rows_do_not_have() {
        for section in [
            "I. Tổ 1",
            "II. TIỂU ĐOÀN BỘ: 58 đồng chí",
            "A- CHI ỦY",
            "B) Dự bị",
        ] {
            assert!(is_section(section), "{section}");
        }
        for row in ["1. Lê Văn An", "Đ/c An", "An", "I.", "Vi. An", "ii. x"] {
            assert!(!is_section(row), "{row}");
        }
    }

    #[test]
    fn dittos_are_whole_cells() {
        let dittos = [
            "//",
            "/ /",
            "\"",
            "”",
            "''",
            "nt",
            "NT",
            "-nt-",
            "như trên",
            "Như trên",
            "\"nt\"",
            "„",
            "-\"-",
            "n.t",
            "(nt)",
            "〃",
            "-//-",
        ];
        for ditto in dittos {
            assert!(is_ditto(ditto), "{ditto}");
        }
        for word in [
            "-", "–", "/", "'", "", ".", "Kinh", "nt Hà", "n", "NTT", "x",
        ] {
            assert!(!is_ditto(word), "{word}");
        }
    }
}
