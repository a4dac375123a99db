//! The program as users and other programs meet it: streams, codes, files.

mod again;
mod choice;
mod generate;
mod mistakes;
mod refused;
mod starter;
mod streams;
mod templates;
mod usage;
mod verbose;

use crate::support::{BATCH, Folder, SITUATIONS, run, run_in, tree};
use std::fs;
use std::path::Path;

/// A folder with one workbook, `a.xlsx`, whose papers can be written.
fn batch(folder: &Folder, name: &str) -> String {
    let place = folder.join(name);
    fs::create_dir(&place).unwrap();
    let source = format!("{SITUATIONS}/bau-lan-2.xlsx");
    fs::copy(source, place.join("a.xlsx")).unwrap();
    place.to_str().unwrap().to_owned()
}

#[test]
fn build_writes_the_sample_batch_and_says_so() {
    let out = Folder::new();
    let root = out.join("ra");
    let run = run(&["build", BATCH, "-o", root.to_str().unwrap()]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(
        run.out
            .contains("Đã lập 86 văn bản (172 tệp) cho 6/6 chi bộ và đảng ủy"),
        "{}",
        run.out
    );
    assert!(root.join("manifest.json").is_file());
}

#[test]
fn faulty_cells_get_no_papers_and_the_others_get_theirs() {
    let out = Folder::new();
    let run = run(&["build", SITUATIONS, "-o", out.path().to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("lỗi[V03]"), "{}", run.err);
    let index = fs::read_to_string(out.join("manifest.json")).unwrap();
    for state in ["written", "waiting", "faulty"] {
        assert!(
            index.contains(&format!("\"state\": \"{state}\"")),
            "{state}"
        );
    }
    assert!(
        !index.contains(out.path().to_str().unwrap()),
        "no absolute path"
    );
}

#[test]
fn a_missing_folder_is_a_failure_of_the_surroundings_and_others_are_built() {
    let out = Folder::new();
    let missing = out.join("khong-co");
    let root = out.join("ra");
    let run = run(&[
        "build",
        missing.to_str().unwrap(),
        BATCH,
        "-o",
        root.to_str().unwrap(),
    ]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("khong-co"), "{}", run.err);
    assert!(
        run.err.contains("không có thư mục hoặc tệp này"),
        "{}",
        run.err
    );
    assert!(
        tree(&root)
            .keys()
            .any(|name| name.ends_with("05-bien-ban-dai-hoi.pdf"))
    );
}

#[test]
fn a_folder_without_workbooks_and_a_file_that_is_none_are_findings() {
    let folder = Folder::new();
    let path = folder.path();
    let empty = run(&["check", path.to_str().unwrap()]);
    assert_eq!(empty.code, 1);
    assert!(empty.err.contains("lỗi[S22]"), "{}", empty.err);
    fs::write(folder.join("a.xlsx"), b"this is no workbook").unwrap();
    fs::write(folder.join("~$a.xlsx"), b"lock").unwrap();
    let none = run(&["check", path.to_str().unwrap(), "--format", "json"]);
    assert_eq!(none.code, 1);
    assert_eq!(none.out.lines().count(), 1, "lock files are passed over");
    let finding: serde_json::Value = serde_json::from_str(&none.out).unwrap();
    assert_eq!(finding["code"], "S01");
    assert_eq!(finding["file"], "a.xlsx");
    assert_eq!(finding["cell"], serde_json::Value::Null);
}

#[test]
fn an_input_without_workbooks_changes_nothing_of_what_was_written() {
    let folder = Folder::new();
    let (input, out) = (folder.join("nham"), folder.join("ra"));
    fs::create_dir(&input).unwrap();
    fs::write(input.join("a.docx"), "a paper").unwrap();
    let root = out.to_str().unwrap();
    let only = ["--only", "nghi-quyet", "--format", "docx", "-o", root];
    run(&[&["build", BATCH][..], &only].concat());
    let before = tree(&out);
    let wrong = run(&["build", input.to_str().unwrap(), "-o", root]);
    assert_eq!((wrong.code, wrong.out.as_str()), (1, ""));
    assert!(wrong.err.contains("lỗi[S22]"), "{}", wrong.err);
    assert!(tree(&out) == before);
}

#[cfg(unix)]
#[test]
fn a_workbook_that_cannot_be_read_is_a_failure_and_the_others_are_read() {
    let folder = Folder::new();
    let (input, out) = (folder.join("dot-1"), folder.join("ra"));
    fs::create_dir(&input).unwrap();
    let source = format!("{SITUATIONS}/bau-lan-2.xlsx");
    fs::copy(source, input.join("a.xlsx")).unwrap();
    std::os::unix::fs::symlink("khong-co", input.join("b.xlsx")).unwrap();
    let input = input.to_str().unwrap();
    for command in [
        &["check", input][..],
        &["results", input],
        &["build", input, "-o", out.to_str().unwrap()],
    ] {
        let run = run(command);
        assert_eq!(run.code, 2, "{command:?}");
        let said = "dot-1/b.xlsx: không có thư mục hoặc tệp này";
        assert!(run.err.contains(said), "{}", run.err);
        assert!(!run.out.is_empty());
    }
    assert!(out.join("xuat-nhap-khau/05-bien-ban-dai-hoi.pdf").is_file());
}

#[test]
fn a_finding_in_json_has_the_keys_of_the_contract() {
    let path = format!("{SITUATIONS}/cong-khong-khop.xlsx");
    let run = run(&["check", &path, "--format", "json"]);
    assert_eq!(run.code, 1);
    let line = run
        .out
        .lines()
        .find(|line| line.contains("\"V03\""))
        .unwrap();
    let finding: serde_json::Value = serde_json::from_str(line).unwrap();
    let keys: Vec<&str> = line
        .split('"')
        .filter(|part| finding.get(part).is_some())
        .collect();
    let expected = [
        "severity", "code", "file", "sheet", "cell", "also", "line", "column", "message",
        "found", "expected", "hint",
    ];
    let mut order = keys;
    order.dedup();
    order.retain(|key| expected.contains(key));
    assert!(expected.iter().all(|key| order.contains(key)), "{line}");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["sheet"], "Bầu chi ủy");
    assert_eq!(finding["also"].as_array().unwrap().len(), 2);
}

#[test]
fn results_of_a_faulty_workbook_are_told_with_a_warning_beside_them() {
    let path = format!("{SITUATIONS}/cong-khong-khop.xlsx");
    let run = run(&["results", &path]);
    assert_eq!(run.code, 1);
    let last = run.err.lines().last().unwrap();
    assert!(last.starts_with("Có lỗi trong bảng tính"), "{last}");
    assert!(!run.out.is_empty());
    let clean = run_in("en", &["results", BATCH]);
    assert_eq!((clean.code, clean.err.as_str()), (0, ""));
}

#[test]
fn results_are_json_a_line_each_ballot_then_each_office() {
    let path = format!("{BATCH}/01-khuyen-cong.xlsx");
    let run = run(&["results", &path, "--format", "json"]);
    let lines: Vec<serde_json::Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let kinds: Vec<&str> = lines
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(
        kinds,
        ["ballot", "ballot", "ballot", "office", "office", "office"]
    );
    assert_eq!(lines[0]["rules"], "244-QD/TW");
    assert_eq!(lines[0]["base"], 15);
    assert_eq!(lines[0]["threshold"], 8);
    assert_eq!(lines[0]["outcome"], "complete");
    assert_eq!(lines[0]["candidates"][0]["percent"], "100");
    assert_eq!(lines[3]["settled"], true);
}

#[test]
fn check_annotate_copies_each_workbook_with_its_findings() {
    let out = Folder::new();
    let copies = out.join("danh-dau");
    let arguments = ["check", SITUATIONS, "--annotate", copies.to_str().unwrap()];
    let first = run(&arguments);
    assert_eq!(first.code, 1);
    assert!(
        first.out.contains("Đã ghi 17 bảng tính có đánh dấu"),
        "{}",
        first.out
    );
    let written = tree(&copies);
    let name = "cong-khong-khop.xlsx";
    let source = fs::read(format!("{SITUATIONS}/{name}")).unwrap();
    assert_ne!(written[name], source, "marked");
    let clean = fs::read(format!("{SITUATIONS}/bau-lan-2.xlsx")).unwrap();
    assert_eq!(
        written["bau-lan-2.xlsx"], clean,
        "nothing found, nothing changed"
    );
    run(&arguments);
    assert!(tree(&copies) == written, "the same bytes every time");
}

#[test]
fn a_marked_copy_has_the_findings_of_its_source() {
    let out = Folder::new();
    let copies = out.join("danh-dau");
    let path = copies.to_str().unwrap();
    let before = run(&["check", SITUATIONS, "--annotate", path, "--format", "json"]);
    let after = run(&["check", path, "--format", "json"]);
    assert_eq!(before.out, after.out);
}

#[test]
fn marked_copies_never_lie_among_the_workbooks() {
    let folder = Folder::new();
    let name = "cong-khong-khop.xlsx";
    let source = fs::read(format!("{SITUATIONS}/{name}")).unwrap();
    let input = folder.join("dot-1");
    fs::create_dir(&input).unwrap();
    let file = input.join(name);
    fs::write(&file, &source).unwrap();
    let (file, input) = (file.to_str().unwrap(), input.to_str().unwrap());
    let inside = format!("{input}/moi/../danh-dau");
    let parent = folder.path();
    let parent = parent.to_str().unwrap();
    let missing = folder.join("khong-co");
    let missing = missing.to_str().unwrap();
    let refused = [
        vec!["check", input, "--annotate", input],
        vec!["check", input, "--annotate", &inside],
        vec!["check", file, "--annotate", input],
        // of two inputs each has a folder of its name, which is the input itself
        vec!["check", input, missing, "--annotate", parent],
    ];
    for arguments in refused {
        let run = run(&arguments);
        assert_eq!(run.code, 2, "{arguments:?}");
        let said = run.err.contains("không được nằm trong thư mục bảng tính");
        assert!(said, "{}", run.err);
    }
    assert_eq!(tree(Path::new(input)).len(), 1, "nothing new");
    assert!(fs::read(file).unwrap() == source, "nothing changed");
}

#[test]
fn of_a_file_that_cannot_be_read_there_is_no_copy_and_check_says_so() {
    let folder = Folder::new();
    let (input, copies) = (folder.join("dot-1"), folder.join("danh-dau"));
    fs::create_dir(&input).unwrap();
    fs::write(input.join("a.xlsx"), b"this is no workbook").unwrap();
    let (input, path) = (input.to_str().unwrap(), copies.to_str().unwrap());
    let run = run(&["check", input, "--annotate", path]);
    assert_eq!(run.code, 1);
    let said = "a.xlsx: không đọc được nên không có bản đánh dấu";
    assert!(run.err.contains(said), "{}", run.err);
    assert!(!copies.exists());
}

#[test]
fn check_verbose_adds_nothing_to_json() {
    let path = format!("{SITUATIONS}/cong-khong-khop.xlsx");
    let plain = run(&["check", &path, "--format", "json"]);
    let verbose = run(&["check", &path, "-v", "--format", "json"]);
    assert_eq!(plain.out, verbose.out);
}

#[test]
fn kinds_lists_the_papers() {
    let run = run(&["kinds"]);
    assert_eq!(run.code, 0);
    insta::assert_snapshot!(run.out, @r"
    01  bao-cao-dang-vien     Báo cáo tình hình đảng viên
    02  danh-sach-dang-vien   Danh sách đảng viên
    03  phieu-bau             Phiếu bầu
    04  bien-ban-kiem-phieu   Biên bản kiểm phiếu
    05  bien-ban-dai-hoi      Biên bản đại hội
    06  nghi-quyet            Nghị quyết đại hội
    07  trich-ngang           Danh sách trích ngang
    08  bao-cao-ket-qua       Báo cáo kết quả đại hội
    09  to-trinh-chuan-y      Tờ trình đề nghị chuẩn y
    10  quyet-dinh-chuan-y    Quyết định chuẩn y
    11  bao-cao-tong-hop      Báo cáo tổng hợp
    12  tin-tong-hop          Tin tổng hợp
    ");
}

#[test]
fn the_readme_shows_the_commands_that_are_tested() {
    let readme = fs::read_to_string(Path::new("README.md")).unwrap();
    assert!(readme.contains("cargo run --release -- build fixtures/dai-hoi-2022"));
    assert!(readme.contains("cargo test"));
}
