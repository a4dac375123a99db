//! What the files are, whatever stands in them: how large, of which version, and the same
//! on every machine.

use crate::support::{BATCH, Folder, tree};
use lopdf::Document;
use std::collections::BTreeMap;
use std::process::Command;

/// The papers of two to six pages that a cell has, built in surroundings of one's own.
fn built(surroundings: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    let out = Folder::new();
    let kinds = [
        "danh-sach-dang-vien",
        "bien-ban-kiem-phieu",
        "bien-ban-dai-hoi",
    ];
    let only = kinds.iter().flat_map(|kind| ["--only", kind]);
    let done = Command::new(env!("CARGO_BIN_EXE_bienban"))
        .args(["build", BATCH, "-q", "-o", out.path().to_str().unwrap()])
        .args(only)
        .envs(surroundings.iter().copied())
        .output()
        .unwrap();
    assert!(done.status.success());
    tree(&out.path())
}

#[test]
fn neither_time_zone_nor_language_nor_process_changes_a_byte() {
    let here = built(&[("TZ", "UTC"), ("LANG", "C"), ("LC_ALL", "C")]);
    let there = built(&[
        ("TZ", "Asia/Ho_Chi_Minh"),
        ("LANG", "vi_VN.UTF-8"),
        ("LC_ALL", "vi_VN.UTF-8"),
        ("SOURCE_DATE_EPOCH", "1"),
    ]);
    assert_eq!(here.len(), there.len());
    for (name, bytes) in &here {
        assert!(there.get(name) == Some(bytes), "{name}");
    }
}

#[test]
fn a_paper_of_five_pages_is_no_larger_than_120_kilobytes() {
    let mut longest = 0;
    for (name, bytes) in built(&[]) {
        if name.ends_with(".pdf") {
            assert!(bytes.starts_with(b"%PDF-1.7\n"), "{name}");
            assert!(bytes.len() <= 120 * 1024, "{name}: {}", bytes.len());
            let pages = Document::load_mem(&bytes).unwrap().get_pages().len();
            longest = longest.max(pages);
        }
    }
    assert!(longest >= 5);
}
