//! Names of folders and files: ASCII, safe on every system, never out of the folder.

use std::collections::{BTreeMap, BTreeSet};
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
    // where to go on with a slug that is taken again and again
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    names
        .into_iter()
        .map(|name| {
            let first = slug(name);
            let mut chosen = first.clone();
            while !used.insert(chosen.clone()) {
                let number = next.entry(first.clone()).or_insert(2);
                chosen = format!("{first}-{number}");
                *number += 1;
            }
            chosen
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whether Windows takes a name for a folder, whatever stands around it.
    fn is_safe(name: &str) -> bool {
        let is_plain = |it: char| matches!(it, 'a'..='z' | '0'..='9' | '-');
        let stem = name.split('.').next().unwrap_or_default();
        let devices = ["con", "prn", "aux", "nul"];
        let is_port = (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.len() == 4
            && stem.ends_with(|it: char| it.is_ascii_digit() && it != '0');
        (1..=80).contains(&name.len())
            && name.chars().all(is_plain)
            && !devices.contains(&stem)
            && !is_port
            && !name.starts_with('-')
            && !name.ends_with('-')
    }

    /// Names that clerks and other people type, and some that nobody should.
    fn names() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            any::<String>(),
            "[A-Za-zĐđĂăÂâÊêÔôƠơƯưÁáẰằỄễ]{1,12}",
            "[ ./\\\\:*?\"<>|-]{1,6}",
            proptest::sample::select(vec![
                "CON",
                "con.txt",
                "Nul",
                "COM1",
                "lpt9 ",
                "AUX.",
                "..",
                "~$",
                "a b",
                "A  B",
                "đảng bộ",
                "2",
                "-2",
                "\u{202E}",
                "ﬀ",
                "ß",
                "İ",
                "①",
            ])
            .prop_map(str::to_owned),
        ];
        prop_oneof![
            proptest::collection::vec(word, 0..4).prop_map(|words| words.join(" ")),
            "[a-zâ]{300}",
        ]
    }

    proptest! {
        #[test]
        fn every_name_becomes_one_that_windows_takes(name in names()) {
            prop_assert!(is_safe(&slug(&name)), "{:?}", slug(&name));
        }

        #[test]
        fn no_two_folders_are_one_whatever_the_case(
            names in proptest::collection::vec(names(), 0..12)
        ) {
            let slugs = distinct_slugs(names.iter().map(String::as_str), &["dang-bo"]);
            prop_assert_eq!(slugs.len(), names.len());
            prop_assert!(slugs.iter().all(|slug| is_safe(slug)));
            let folded: BTreeSet<String> =
                slugs.iter().map(|slug| slug.to_ascii_uppercase()).collect();
            prop_assert_eq!(folded.len(), slugs.len());
            prop_assert!(!folded.contains("DANG-BO"));
        }
    }

    #[test]
    fn a_name_that_comes_again_and_again_gets_the_next_number() {
        let slugs = distinct_slugs(["A", "A 2", "A", "A", "A 2"], &[]);
        assert_eq!(slugs, ["a", "a-2", "a-3", "a-4", "a-2-2"]);
    }

    #[test]
    fn the_same_name_twice_gets_a_number() {
        let slugs = distinct_slugs(["Văn phòng", "VĂN PHÒNG", "Đảng bộ"], &["dang-bo"]);
        assert_eq!(slugs, ["van-phong", "van-phong-2", "dang-bo-2"]);
    }
}
