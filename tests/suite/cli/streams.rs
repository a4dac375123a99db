//! What is said on which stream, in which language and colour, and what is written where.

use super::{BATCH, Folder, SITUATIONS, run, tree};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program without options of its own, in a folder, with this locale.
fn bare(folder: &Path, locale: &str, arguments: &[&str]) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_bienban"))
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", locale)
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr))
}

/// A fixture, wherever the program is run.
fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name);
    path.into_os_string().into_string().unwrap()
}

#[test]
fn each_command_writes_only_where_its_option_says() {
    let (place, out) = (Folder::new(), Folder::new());
    let batch = fixture(BATCH);
    let papers = out.join("ra");
    let papers = papers.to_str().unwrap();
    bare(&out.path(), "C", &["build", &batch, "-o", papers]);
    let before = tree(&out.path());
    for arguments in [
        &["check", &batch][..],
        &["check", &batch, "-v"],
        &["results", &batch, "--format", "json"],
        &["explain", papers, "25"],
        &["verify", papers],
        &["kinds"],
        &["fields", "nghi-quyet"],
        &["fields", "--markup"],
        &["completions", "bash"],
        &["man"],
        &["help", "build"],
        &["--version"],
    ] {
        let (said, wrong) = bare(&place.path(), "C", arguments);
        assert!(!said.is_empty(), "{arguments:?}");
        assert_eq!(wrong, "", "{arguments:?}");
        assert_eq!(tree(&place.path()).len(), 0, "{arguments:?}");
    }
    assert!(tree(&out.path()) == before);
    bare(
        &place.path(),
        "C",
        &["build", &batch, "--only", "nghi-quyet"],
    );
    let names: Vec<_> = fs::read_dir(place.path()).unwrap().collect();
    assert_eq!(names.len(), 1);
    assert!(place.join("out/trung-tam-1/06-nghi-quyet.pdf").is_file());
}

#[test]
fn the_language_is_the_systems_unless_another_is_asked_for() {
    let place = Folder::new();
    let rest = fixture(&format!("{SITUATIONS}/cong-khong-khop.xlsx"));
    for (locale, begins) in [
        ("C", "lỗi[V03]"),
        ("vi_VN.UTF-8", "lỗi[V03]"),
        ("en_US.UTF-8", "error[V03]"),
        ("fr_FR.UTF-8", "error[V03]"),
    ] {
        let (_, wrong) = bare(&place.path(), locale, &["check", &rest]);
        assert!(wrong.starts_with(begins), "{locale}: {wrong}");
    }
    let (_, wrong) = bare(
        &place.path(),
        "en_US.UTF-8",
        &["check", &rest, "--lang", "vi"],
    );
    assert!(wrong.starts_with("lỗi[V03]"), "{wrong}");
}

#[test]
fn quiet_leaves_findings_only_and_colour_is_for_terminals_unless_asked_for() {
    let path = format!("{SITUATIONS}/cong-khong-khop.xlsx");
    let loud = run(&["check", &path]);
    let quiet = run(&["check", &path, "-q"]);
    assert!(loud.out.contains("1 lỗi"), "{}", loud.out);
    assert_eq!((quiet.code, quiet.out.as_str()), (1, ""));
    assert_eq!(quiet.err, loud.err);
    let clean = run(&["check", BATCH, "--quiet"]);
    assert_eq!(
        (clean.code, clean.out.as_str(), clean.err.as_str()),
        (0, "", "")
    );
    let here = Path::new(".");
    let (_, plain) = bare(here, "C", &["check", &path]);
    assert_eq!(plain, loud.err);
    let (_, coloured) = bare(here, "C", &["check", &path, "--color", "always"]);
    assert!(
        coloured.starts_with("\u{1b}[1m\u{1b}[31mlỗi[V03]"),
        "{coloured:?}"
    );
}

#[test]
fn papers_that_wait_are_no_error_and_those_without_a_quorum_are() {
    let out = Folder::new();
    let root = out.join("ra");
    let root = root.to_str().unwrap();
    for situation in ["hoa-phieu-cuoi", "dung-mot-nua", "chua-dai-hoi"] {
        let path = format!("{SITUATIONS}/{situation}.xlsx");
        let waiting = run(&["build", &path, "-o", root]);
        assert_eq!(waiting.code, 0, "{situation}");
        assert!(waiting.err.starts_with("cảnh báo["), "{}", waiting.err);
        let why = "các văn bản khác còn chờ kết quả hoặc quyết định";
        assert!(waiting.out.contains(why), "{}", waiting.out);
    }
    let path = format!("{SITUATIONS}/khong-du-hai-phan-ba.xlsx");
    let none = run(&["build", &path, "-o", root]);
    assert_eq!(none.code, 1);
    assert!(none.err.contains("lỗi[M06]"), "{}", none.err);
    let why = "không lập văn bản, vì có lỗi nêu trên\nĐã lập 0 văn bản (0 tệp) cho 0/1";
    assert!(none.out.contains(why), "{}", none.out);
}

/// The keys of an object in the order of its text.
fn keys(object: &Value) -> Vec<&str> {
    object
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_manifest_has_the_keys_of_the_contract() {
    let out = Folder::new();
    let root = out.join("ra");
    run(&["build", BATCH, "-o", root.to_str().unwrap()]);
    let read = |name: &str| -> Value {
        serde_json::from_slice(&fs::read(root.join(name)).unwrap()).unwrap()
    };
    let sorted = |mut keys: Vec<&'static str>| {
        keys.sort_unstable();
        keys
    };
    let manifest = read("trung-tam-1/manifest.json");
    let expected = vec![
        "program", "rules", "profiles", "sources", "papers", "ballots", "offices",
        "findings", "figures",
    ];
    assert_eq!(keys(&manifest), sorted(expected));
    assert_eq!(keys(&manifest["sources"][0]), ["bytes", "file", "sha256"]);
    let of_paper = vec![
        "file",
        "kind",
        "sha256",
        "bytes",
        "pages",
        "inputs",
        "templates",
        "options",
    ];
    assert_eq!(keys(&manifest["papers"][0]), sorted(of_paper));
    assert_eq!(manifest["ballots"][0]["kind"], "ballot");
    assert_eq!(manifest["offices"][0]["kind"], "office");
    let mut figures = manifest["figures"].as_array().unwrap().iter();
    // a number of the program's own counting has no cell
    let figure = figures.find(|it| it["cells"][0].is_object()).unwrap();
    assert_eq!(keys(figure), ["at", "cells", "rule", "text"]);
    assert_eq!(keys(&figure["at"][0]), ["order", "paper", "place"]);
    assert_eq!(keys(&figure["cells"][0]), ["cell", "file", "sheet"]);
    let index = read("manifest.json");
    assert_eq!(keys(&index), ["batches", "program"]);
    let batch = &index["batches"][0];
    assert_eq!(batch["cells"].as_array().unwrap().len(), 6);
    assert_eq!(batch["cells"][0]["state"], "written");
    assert_eq!(batch["parent"]["folder"], "dang-bo");
    assert_eq!(batch["cells"][0]["manifest"].as_str().unwrap().len(), 64);
    let place = out.path();
    for text in [manifest.to_string(), index.to_string()] {
        assert!(!text.contains(place.to_str().unwrap()), "no absolute path");
        assert!(
            !text.contains(env!("CARGO_MANIFEST_DIR")),
            "no absolute path"
        );
    }
}
