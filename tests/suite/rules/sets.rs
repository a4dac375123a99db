//! Rule sets are files: a folder with one more has one more regulation.

use bienban::model::FullDate;
use bienban::rules::{RuleSet, RuleSets};
use std::fs;
use std::path::Path;

/// Name and text of the files of a folder.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let read = entries.map(|entry| {
        let name = entry.file_name().into_string().unwrap();
        (name, fs::read_to_string(entry.path()).unwrap())
    });
    read.collect()
}

fn read(files: &[(String, String)]) -> Result<RuleSets, String> {
    let files = files.iter();
    let files = files.map(|(name, text)| (name.as_str(), text.as_str()));
    RuleSets::read(files).map_err(|error| error.to_string())
}

fn on(year: u16, month: u8, day: u8) -> FullDate {
    FullDate::new(year, month, day).unwrap()
}

const SETS: &str = "src/rules/sets";

/// A regulation of 2031 with a committee of at most five.
fn of_2031() -> String {
    let old = fs::read_to_string(Path::new(SETS).join("190-qd-tw.toml")).unwrap();
    old.replace("190-QD/TW", "1-QD/TW")
        .replace("number = \"190-QĐ/TW\"", "number = \"1-QĐ/TW\"")
        .replace(
            "\nfrom = 2024-10-10\nbase_clause",
            "\nfrom = 2031-02-03\nbase_clause",
        )
        .replace("largest_committee = 7", "largest_committee = 5")
}

#[test]
fn a_file_more_is_a_rule_set_more() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files(Path::new(SETS)) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let before = read(&files(folder.path())).unwrap();
    assert_eq!(before.on(on(2031, 2, 3)).number, "190-QĐ/TW");
    fs::write(folder.path().join("1-qd-tw.toml"), of_2031()).unwrap();
    let sets = read(&files(folder.path())).unwrap();
    for (day, number, largest) in [
        (on(2022, 8, 29), "244-QĐ/TW", 7),
        (on(2031, 2, 2), "190-QĐ/TW", 7),
        (on(2031, 2, 3), "1-QĐ/TW", 5),
    ] {
        let rules = sets.on(day);
        assert_eq!(rules.number, number, "{day}");
        assert_eq!(rules.limits.largest_committee, largest, "{day}");
    }
    assert_eq!(sets.newest().number, "1-QĐ/TW");
}

#[test]
fn the_built_in_sets_are_the_files_of_the_folder() {
    let sets = read(&files(Path::new(SETS))).unwrap();
    for day in [on(2010, 1, 1), on(2022, 8, 29), on(2026, 3, 2)] {
        assert_eq!(sets.on(day), RuleSet::on(day), "{day}");
    }
    assert_eq!(sets.newest(), RuleSet::newest());
}

#[test]
fn a_file_that_lacks_something_or_contradicts_another_is_refused() {
    let good = of_2031();
    let refused = |change: &dyn Fn(&str) -> String| {
        let file = ("1-qd-tw.toml".to_owned(), change(&good));
        read(&[file]).unwrap_err()
    };
    let lacks = refused(&|text| text.replace("base_clause = \"Điều 30\"", ""));
    assert!(lacks.contains("missing field `base_clause`"), "{lacks}");
    let unknown = refused(&|text| text.replace("days_to_ratify", "days_to_rest"));
    assert!(
        unknown.contains("unknown field `days_to_rest`"),
        "{unknown}"
    );
    let backwards =
        refused(&|text| text.replace("until = 2025-01-20", "until = 2021-01-20"));
    assert_eq!(backwards, "1-qd-tw.toml: it ends before it begins");
    let hour = refused(&|text| text.replace("from = 2031-02-03", "from = 10:30:00"));
    assert_eq!(hour, "1-qd-tw.toml: 10:30:00 is no day");
    let twice = [
        ("a.toml".to_owned(), good.clone()),
        ("b.toml".to_owned(), good),
    ];
    let twice = read(&twice).unwrap_err();
    assert_eq!(twice, "b.toml: another file has its day or its number");
    assert_eq!(read(&[]).unwrap_err(), "*.toml: no rule set");
}
