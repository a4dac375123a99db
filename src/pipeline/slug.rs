//! Names of folders and files: ASCII, safe on every system, never out of the folder.

use std::collections::BTreeSet;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folder names stay short enough for any path on Windows.
const LONGEST: usize = 60;

/// Names that Windows keeps for devices.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9",
];

/// A name as lower-case ASCII letters and digits with hyphens between.
///
/// # Examples
///
/// ```
/// use bienban::pipeline::slug;
///
/// assert_eq!(slug("Kế hoạch – tổng hợp"), "ke-hoach-tong-hop");
/// assert_eq!(slug("../../Đảng viên"), "dang-vien");
/// assert_eq!(slug("CON"), "con-chi-bo");
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)) {
        let plain = match letter {
            'đ' | 'Đ' => 'd',
            other => other.to_ascii_lowercase(),
        };
        if plain.is_ascii_alphanumeric() {
            slug.push(plain);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('-');
    match slug {
        "" => "chi-bo".to_owned(),
        device if RESERVED.contains(&device) => format!("{device}-chi-bo"),
        _ => slug.to_owned(),
    }
}

/// Slugs of names in order; one that is taken gets `-2`, `-3` and so on.
pub(super) fn distinct_slugs<'a>(
    names: impl IntoIterator<Item = &'a str>,
    taken: &[&str],
) -> Vec<String> {
    let mut used: BTreeSet<String> = taken.iter().map(|&name| name.to_owned()).collect();
    names
        .into_iter()
        .map(|name| {
            let first = slug(name);
            let mut chosen = first.clone();
            let mut number = 2;
            while !used.insert(chosen.clone()) {
                chosen = format!("{first}-{number}");
                number += 1;
            }
            chosen
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_name_twice_gets_a_number() {
        let slugs = distinct_slugs(["Văn phòng", "VĂN PHÒNG", "Đảng bộ"], &["dang-bo"]);
        assert_eq!(slugs, ["van-phong", "van-phong-2", "dang-bo-2"]);
    }
}
