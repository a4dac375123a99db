//! What a hurried clerk does with folders and files: each ends with a clear answer and the
//! right code, and what was there stays as it was.

use super::{Folder, SITUATIONS, batch, run};
use std::fs;
use std::path::Path;

/// The codes of what was found, each with its file.
fn codes(input: &str) -> (i32, Vec<String>) {
    let run = run(&["check", input, "--format", "json"]);
    let lines = run.out.lines().map(|line| {
        let finding: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| finding[key].as_str().unwrap().to_owned();
        format!("{} {}", text("code"), text("file"))
    });
    (run.code, lines.collect())
}

#[test]
fn a_file_of_another_kind_is_told_with_what_it_is() {
    let place = Folder::new();
    for (name, bytes, seen) in [
        (
            "a.docx",
            &b"PK\x03\x04 no package"[..],
            "bảng tính bị hỏng hoặc thiếu",
        ),
        ("a.xlsx", b"", "tệp rỗng"),
        ("a.pdf", b"%PDF-1.7\n", "PDF"),
        ("a.xls", b"one line of text", "tệp chữ, không phải bảng"),
        ("~$a.xlsx", b"\x05Clerk", "tệp chữ"),
    ] {
        let path = place.join(name);
        fs::write(&path, bytes).unwrap();
        let told = run(&["check", path.to_str().unwrap()]);
        assert_eq!(told.code, 1, "{name}");
        assert!(told.err.starts_with("lỗi[S01]"), "{name}: {}", told.err);
        assert!(told.err.contains(seen), "{name}: {}", told.err);
    }
    let picture = run(&["check", "fixtures/trang-mau.png"]);
    assert_eq!(picture.code, 1);
    assert!(picture.err.contains("ảnh"), "{}", picture.err);
}

#[test]
fn what_stands_beside_the_workbooks_is_passed_over() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let folder = Path::new(&input);
    for name in [
        "a.doc",
        "a.pdf",
        "~$a.xlsx",
        ".~lock.a.xlsx#",
        "a.xlsx.tmp",
        "Thumbs.db",
    ] {
        fs::write(folder.join(name), "x").unwrap();
    }
    fs::create_dir(folder.join("cũ")).unwrap();
    assert_eq!(codes(&input), (0, vec![]));
    // what a cloud has not fetched yet has the name but no content
    fs::write(folder.join("b.xlsx"), "").unwrap();
    assert_eq!(codes(&input), (1, vec!["S01 b.xlsx".to_owned()]));
    let out = place.join("ra");
    let built = run(&["build", &input, "-o", out.to_str().unwrap()]);
    assert_eq!(built.code, 1);
    assert!(out.join("xuat-nhap-khau/06-nghi-quyet.pdf").is_file());
}

#[test]
fn a_copy_of_a_workbook_is_a_second_file_of_its_cell() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let folder = Path::new(&input);
    fs::copy(folder.join("a.xlsx"), folder.join("a - Copy.xlsx")).unwrap();
    let twice = ["S17 a - Copy.xlsx", "S17 a.xlsx"].map(str::to_owned);
    assert_eq!(codes(&input), (1, twice.to_vec()));
}

#[test]
fn the_folder_above_the_batch_is_told_once() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let second = format!("{SITUATIONS}/duoi-chin-dang-vien.xlsx");
    fs::copy(second, Path::new(&input).join("b.xlsx")).unwrap();
    let above = place.path();
    let (code, found) = codes(above.to_str().unwrap());
    assert_eq!((code, found), (1, vec!["S14 dot/b.xlsx".to_owned()]));
    let told = run(&["check", above.to_str().unwrap()]);
    let hint = "nếu “dot” là cả một đợt thì chạy lại với chính thư mục ấy";
    assert!(told.err.contains(hint), "{}", told.err);
}

#[test]
fn papers_may_go_among_the_workbooks_and_no_workbook_is_touched() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let workbook = fs::read(Path::new(&input).join("a.xlsx")).unwrap();
    for output in [format!("{input}/ra"), input.clone()] {
        for again in [false, true] {
            let built = run(&["build", &input, "-o", &output]);
            assert_eq!((built.code, built.err.as_str()), (0, ""), "{again}");
            assert_eq!(built.out.contains("không có gì thay đổi"), again);
        }
        assert!(fs::read(Path::new(&input).join("a.xlsx")).unwrap() == workbook);
    }
}

#[test]
fn a_name_in_parts_and_with_spaces_is_one_name() {
    let place = Folder::new();
    // the accents as signs of their own, as some systems store names
    let input = batch(
        &place,
        "Chi bo\u{323}\u{302}  xua\u{302}\u{301}t nha\u{323}\u{302}p",
    );
    let out = place.join("ra dây");
    let built = run(&["build", &input, "-o", out.to_str().unwrap()]);
    assert_eq!((built.code, built.err.as_str()), (0, ""));
    assert!(out.join("xuat-nhap-khau/manifest.json").is_file());
}

#[test]
fn a_figure_or_paper_in_the_folders_place_is_told_how_it_is_asked() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let told = run(&["explain", "26", &input]);
    assert_eq!(told.code, 2);
    let how = format!(
        "\n  thư mục đặt trước, số liệu đặt sau: bienban explain \"{input}\" \"26\"\n"
    );
    assert!(told.err.ends_with(&how), "{}", told.err);
    // a paper in the place of its folder
    let paper = format!("{input}/a.pdf");
    fs::write(&paper, "").unwrap();
    let told = run(&["explain", &paper, "26"]);
    assert_eq!(told.code, 2);
    let how = format!("--paper: bienban explain \"{input}\" \"26\" --paper \"a.pdf\"\n");
    assert!(told.err.ends_with(&how), "{}", told.err);
    // neither is a folder: only that is told
    let told = run(&["explain", "26", "25"]);
    assert_eq!(told.code, 2);
    assert!(!told.err.contains("bienban explain"), "{}", told.err);
}
