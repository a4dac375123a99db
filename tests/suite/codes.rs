//! Every finding code is explained to users.

use bienban::diagnostic::{Code, Lang};

#[test]
fn every_code_is_in_the_readme_with_its_reason() {
    let readme = include_str!("../../README.md");
    for code in Code::ALL {
        let row = format!("| {code} | {} |", code.why(Lang::En));
        assert!(readme.contains(&row), "README lacks: {row}");
    }
}

#[test]
fn codes_stand_in_order_and_once() {
    let mut sorted = Code::ALL.to_vec();
    sorted.sort();
    sorted.dedup();
    assert_eq!(sorted, Code::ALL);
}
