//! `init`: what it writes is read back without a finding once it is filled in.

use super::{run, run_in};
use crate::support::{Folder, tree};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

/// The filled sample, below the folder.
const SAMPLE: &str = "mau-da-dien/dai-hoi-mau";
const FILES: [&str; 4] = [
    "chi-bo.xlsx",
    "dang-bo.xlsx",
    "mau-da-dien/dai-hoi-mau/chi-bo.xlsx",
    "mau-da-dien/dai-hoi-mau/dang-bo.xlsx",
];

/// A starter folder in a folder of its own.
fn started() -> (Folder, String) {
    let folder = Folder::new();
    let path = folder.join("bat-dau").to_str().unwrap().to_owned();
    let run = run(&["init", &path]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    (folder, path)
}

#[test]
fn init_writes_two_empty_workbooks_and_a_sample_the_same_every_time() {
    let (first, second) = (started(), started());
    let files = tree(Path::new(&first.1));
    assert_eq!(files.keys().collect::<Vec<_>>(), FILES);
    assert!(files == tree(Path::new(&second.1)));
}

#[test]
fn init_writes_nothing_over_and_names_what_is_there() {
    let folder = Folder::new();
    let path = folder.path();
    fs::write(path.join("chi-bo.xlsx"), "của tôi").unwrap();
    for (lang, said) in [("vi", "đã có"), ("en", "is there already")] {
        let run = run_in(lang, &["init", path.to_str().unwrap()]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(
            run.err.contains("chi-bo.xlsx") && run.err.contains(said),
            "{}",
            run.err
        );
    }
    let files = tree(&path);
    assert_eq!(files.len(), 1, "not even the others");
    assert_eq!(files["chi-bo.xlsx"], "của tôi".as_bytes());
}

#[test]
fn the_filled_sample_has_no_finding_and_gives_papers() {
    let (folder, path) = started();
    let sample = format!("{path}/{SAMPLE}");
    let check = run(&["check", &sample]);
    assert_eq!((check.code, check.err.as_str()), (0, ""));
    let out = folder.join("ra");
    let build = run(&[
        "build",
        &sample,
        "-o",
        out.to_str().unwrap(),
        "--format",
        "docx",
    ]);
    assert_eq!((build.code, build.err.as_str()), (0, ""));
    assert!(
        build.out.contains("cho 1/1 chi bộ và đảng ủy"),
        "{}",
        build.out
    );
}

/// Not yet filled in, the workbooks say what is missing first; unused sheets say nothing.
#[test]
fn check_of_the_empty_workbooks_says_what_to_fill_in() {
    let (_folder, path) = started();
    let check = run(&["check", &path, "--format", "short"]);
    assert_eq!(check.code, 1);
    let lines: Vec<&str> = check.err.lines().collect();
    let [name, members] = lines.as_slice() else {
        panic!("{}", check.err);
    };
    assert!(
        name.contains("chi-bo.xlsx:Thông tin!B1") && name.contains("S04"),
        "{name}"
    );
    assert!(members.contains("chi-bo.xlsx:Đảng viên") && members.contains("S24"));
}

/// As a clerk does: the cells of the empty workbook are given the sample's content.
#[test]
fn the_empty_workbooks_filled_in_have_no_finding() {
    let (_folder, path) = started();
    for name in ["chi-bo.xlsx", "dang-bo.xlsx"] {
        let empty = Path::new(&path).join(name);
        let sample = fs::read(Path::new(&path).join(SAMPLE).join(name)).unwrap();
        let filled = filled(&fs::read(&empty).unwrap(), &sample);
        fs::write(&empty, filled).unwrap();
    }
    let check = run(&["check", &path]);
    assert_eq!((check.code, check.err.as_str()), (0, ""));
    let built = run(&["results", &path]);
    assert!(built.out.contains("Lương Đình Thắng"), "{}", built.out);
}

#[test]
fn heads_have_notes_and_cells_have_lists_to_choose_from() {
    let (_folder, path) = started();
    let parts = parts(&fs::read(format!("{path}/chi-bo.xlsx")).unwrap());
    // the second sheet is the list of members
    let members = &parts["xl/worksheets/sheet2.xml"];
    for words in ["Nam,Nữ", "Có mặt,Vắng,Vắng một phần", "Miễn sinh hoạt,"]
    {
        assert!(members.contains(words), "{words}");
    }
    assert!(members.contains("state=\"frozen\""));
    assert!(!members.contains("sheetProtection"));
    let notes = &parts["xl/comments2.xml"];
    assert!(notes.contains("12/4/1974 hoặc 4/1974 hoặc 1974"), "{notes}");
    let heads = members.matches("<c r=\"").count();
    assert_eq!(heads, 25, "nothing below the heads");
    assert_eq!(notes.matches("<comment ").count(), heads);
}

/// The parts of a workbook that are text.
fn parts(zip: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
    let part = |name: String| {
        let mut text = String::new();
        archive
            .by_name(&name)
            .unwrap()
            .read_to_string(&mut text)
            .ok()?;
        Some((name, text))
    };
    names.into_iter().filter_map(part).collect()
}

/// The empty workbook with the cells of a filled one: formats, widths, lists and notes
/// stay its own.
fn filled(empty: &[u8], sample: &[u8]) -> Vec<u8> {
    let (mut own, sample) = (parts(empty), parts(sample));
    for (name, text) in &mut own {
        if name.starts_with("xl/worksheets/sheet") {
            let cells = cells_of(&sample[name]);
            *text = text.replace(cells_of(text), cells);
        } else if name == "xl/sharedStrings.xml" {
            text.clone_from(&sample[name]);
        }
    }
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in own {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn cells_of(sheet: &str) -> &str {
    let start = sheet.find("<sheetData").unwrap();
    let end = sheet.find("</sheetData>").unwrap();
    &sheet[start..end]
}
