//! Cells that hold several values.

use super::name::tidy;
use crate::import::text::on_one_line;

/// Texts parted by `;`, or one a line where the lines look like a list: most lines are
/// broken for want of room.
pub(super) fn split_texts(text: &str) -> Vec<String> {
    let by_sign = filled(text.split(';'));
    if by_sign.len() > 1 {
        return without_bullets(by_sign);
    }
    let lines = filled(text.split('\n'));
    if is_list(&lines) {
        // the last line may end in the sign that parts the others in other cells
        let lines = lines.iter().map(|it| it.trim_end_matches([';', ' ']));
        without_bullets(lines.map(str::to_owned).collect())
    } else {
        by_sign
    }
}

/// Names parted by `;` or standing one a line; a line of one word is a piece of a name.
pub(super) fn split_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for part in text.split(';') {
        let lines = filled(part.split('\n'));
        let are_names = lines.iter().all(|line| line.contains(' '));
        if are_names {
            names.extend(lines);
        } else {
            names.push(on_one_line(part));
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Names as [`split_names`] parts them, and also by commas and "và" where everything
/// between them is a whole name: "Bí thư" behind a comma is none.
pub(super) fn split_people(text: &str) -> Vec<String> {
    let names = split_names(text).into_iter();
    names
        .flat_map(|name| {
            let parts = name.split(',').flat_map(|part| part.split(" và "));
            let parts = filled(parts.flat_map(|part| part.split(" VÀ ")));
            let are_people = parts.len() > 1 && parts.iter().all(|it| is_whole_name(it));
            if are_people { parts } else { vec![name] }
        })
        .collect()
}

/// The whole names among those of a text.
pub(super) fn whole_names(text: &str) -> Vec<String> {
    let mut names = split_people(text);
    names.retain(|name| is_whole_name(name));
    names
}

/// Whether a text is two to five words with capitals, and no post or unit.
fn is_whole_name(text: &str) -> bool {
    const POSTS: [&str; 18] = [
        "bí thư",
        "phó ",
        "trưởng ",
        "chủ tịch",
        "ủy viên",
        "uỷ viên",
        "thư ký",
        "chi ủy",
        "đảng ủy",
        "giám đốc",
        "chuyên viên",
        "cán bộ",
        "chi bộ",
        "đảng bộ",
        "phòng ",
        "ban ",
        "công ty",
        "trung tâm",
    ];
    let tidied = tidy(text);
    let name = tidied.as_deref().unwrap_or(text);
    let lower = name.to_lowercase();
    let is_post = POSTS.iter().any(|post| lower.starts_with(post));
    let is_word = |word: &str| {
        word.starts_with(char::is_uppercase)
            && word
                .chars()
                .all(|it| it.is_alphabetic() || "'’-".contains(it))
    };
    let count = name.split(' ').count();
    !is_post && (2..=5).contains(&count) && name.split(' ').all(is_word)
}

/// What follows the number of a heading: "I. Kết quả", "2) Hạn chế", "a. Ưu điểm".
pub(super) fn without_order(text: &str) -> &str {
    let Some((order, rest)) = text.split_once(['.', ')', '/', '-']) else {
        return text;
    };
    let order = order.trim();
    let is_number = !order.is_empty()
        && order.len() <= 4
        && (order.chars().all(|it| it.is_ascii_digit())
            || order.chars().all(|it| "IVX".contains(it))
            || (order.len() == 1
                && order.starts_with(|it: char| it.is_ascii_lowercase())));
    let rest = rest.trim_start();
    if is_number && rest.starts_with(char::is_alphabetic) {
        rest
    } else {
        text
    }
}

fn filled<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let parts = parts.map(on_one_line);
    parts.filter(|part| !part.is_empty()).collect()
}

/// Whether all lines begin with a bullet, or all with the same word.
fn is_list(lines: &[String]) -> bool {
    let first = |line: &String| line.split(' ').next().map(str::to_lowercase);
    let head = lines.first().and_then(first);
    lines.len() > 1
        && (lines.iter().all(|line| bullet(line).is_some())
            || lines.iter().all(|line| first(line) == head))
}

/// Takes the bullets off a list in which everything has one.
fn without_bullets(items: Vec<String>) -> Vec<String> {
    let bare: Option<Vec<String>> = items
        .iter()
        .map(|item| bullet(item).map(str::to_owned))
        .collect();
    match bare {
        Some(bare) if items.len() > 1 => bare,
        _ => items,
    }
}

/// What follows a bullet.
fn bullet(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['-', '–', '—', '+', '•', '*', '·'])?;
    let rest = rest.trim_start();
    (!rest.is_empty()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_parted_by_semicolons() {
        assert_eq!(split_texts("một; hai;\nba ;"), ["một", "hai", "ba"]);
        assert_eq!(split_texts("- Đảng ủy;\n- Lưu CB."), ["Đảng ủy", "Lưu CB."]);
        assert_eq!(split_texts(" ; "), [""; 0]);
    }

    #[test]
    fn lines_are_values_only_where_they_look_like_a_list() {
        assert_eq!(split_texts("- Đảng ủy\n- Lưu"), ["Đảng ủy", "Lưu"]);
        let bases = split_texts("Căn cứ Kế hoạch 1;\ncăn cứ Công văn 2");
        assert_eq!(bases, ["Căn cứ Kế hoạch 1", "căn cứ Công văn 2"]);
        let bases = split_texts("Căn cứ Kế hoạch 1\nCăn cứ Công văn 2;");
        assert_eq!(bases, ["Căn cứ Kế hoạch 1", "Căn cứ Công văn 2"]);
        let broken = split_texts("Kế hoạch số 32\nngày 5/9/2022");
        assert_eq!(broken, ["Kế hoạch số 32 ngày 5/9/2022"]);
        assert_eq!(split_texts("- một"), ["- một"]);
    }

    #[test]
    fn people_are_parted_by_commas_only_where_each_part_is_a_name() {
        let two = ["Phan Huy Dương", "Lê Mạnh Hoàn"];
        assert_eq!(split_people("Phan Huy Dương, Lê Mạnh Hoàn"), two);
        assert_eq!(split_people("Phan Huy Dương và Lê Mạnh Hoàn"), two);
        let three = split_people("Đ/c Lê An, Đ/c Vũ Thị Bình và Đ/c Đỗ Chi");
        assert_eq!(three, ["Đ/c Lê An", "Đ/c Vũ Thị Bình", "Đ/c Đỗ Chi"]);
        for one in [
            "Lê Văn An, Bí thư",
            "Lê Văn An, Phó Bí Thư",
            "Lê Văn An, Ba",
        ] {
            assert_eq!(split_people(one), [one]);
        }
    }

    #[test]
    fn the_number_of_a_heading_is_none_of_its_words() {
        assert_eq!(without_order("I. Kết quả"), "Kết quả");
        assert_eq!(without_order("2) Hạn chế"), "Hạn chế");
        for text in ["Nam", "V", "IV.", "Kết quả. Một", "-", "12/12"] {
            assert_eq!(without_order(text), text);
        }
    }

    #[test]
    fn names_stand_one_a_line_unless_a_line_is_a_piece_of_one() {
        assert_eq!(
            split_names("Lê An\nVũ Bình;Đỗ Chi"),
            ["Lê An", "Vũ Bình", "Đỗ Chi"]
        );
        assert_eq!(
            split_names("Nguyễn Văn\nAn; Vũ Bình"),
            ["Nguyễn Văn An", "Vũ Bình"]
        );
        assert_eq!(split_names(";"), [""; 0]);
    }
}
