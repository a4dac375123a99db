//! What a hurried clerk does with folders and files: each ends with a clear answer and the
//! right code, and what was there stays as it was.

use super::{BATCH, Folder, SITUATIONS, run, tree};
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
fn a_file_in_the_place_of_a_folder_is_told_and_stays() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let file = place.join("tep");
    fs::write(&file, "của văn thư").unwrap();
    fs::create_dir(place.join("thu-muc.zip")).unwrap();
    let before = tree(&place.path());
    let workbook = format!("{input}/a.xlsx");
    let (file, zip) = (file.to_str().unwrap(), place.join("thu-muc.zip"));
    let in_the_way = "đã có một tệp trùng tên với thư mục cần tạo";
    let no_folder = "đây là một tệp, không phải thư mục";
    for (arguments, why) in [
        (&["build", &input, "-o", file][..], in_the_way),
        (&["build", &input, "-o", &workbook], in_the_way),
        (&["check", &input, "--annotate", file], in_the_way),
        (&["init", file], in_the_way),
        (&["templates", "export", file], in_the_way),
        (&["build", &input, "--templates", file], no_folder),
        (&["verify", file], no_folder),
        (&["explain", file, "25"], no_folder),
    ] {
        let told = run(arguments);
        assert_eq!(told.code, 2, "{arguments:?}");
        assert!(told.err.contains(why), "{arguments:?}: {}", told.err);
        assert!(tree(&place.path()) == before, "{arguments:?}");
    }
    let (root, zip) = (place.join("ra"), zip.to_str().unwrap());
    let told = run(&["build", &input, "-o", root.to_str().unwrap(), "--zip", zip]);
    assert_eq!(told.code, 2);
    let why = "thu-muc.zip: đây là một thư mục, không phải tệp\n  cách sửa: chọn nơi khác bằng --zip\n";
    assert!(told.err.ends_with(why), "{}", told.err);
    assert_eq!(fs::read_dir(zip).unwrap().count(), 0);
}

#[test]
fn a_name_that_is_too_long_is_told() {
    let long = "x".repeat(300);
    let told = run(&["build", BATCH, "-o", &long]);
    assert_eq!((told.code, told.out.as_str()), (2, ""));
    let why =
        "tên quá dài hoặc có ký tự không dùng được\n  cách sửa: chọn nơi khác bằng -o\n";
    assert!(told.err.ends_with(why), "{}", told.err);
}

#[test]
#[cfg(unix)]
fn a_link_that_leads_nowhere_is_told_as_one() {
    use std::os::unix::fs::symlink;
    let place = Folder::new();
    let input = batch(&place, "dot");
    let link = place.join("ra");
    symlink(place.join("mat"), &link).unwrap();
    let output = link.to_str().unwrap();
    let told = run(&["build", &input, "-o", output]);
    assert_eq!(told.code, 2);
    let why = "ra: trong đường dẫn này có liên kết không dẫn tới đâu; kết nối ổ đĩa mà liên kết chỉ tới, hoặc xóa liên kết ấy\n";
    assert!(told.err.ends_with(why), "{}", told.err);
    let below = link.join("trong");
    for arguments in [
        &["build", &input, "-o", below.to_str().unwrap()][..],
        &["check", &input, "--annotate", output],
        &["init", output],
        &["templates", "export", output],
    ] {
        let told = run(arguments);
        assert_eq!(told.code, 2, "{arguments:?}");
        let why = ": trong đường dẫn này có liên kết không dẫn tới đâu";
        assert!(told.err.contains(why), "{arguments:?}: {}", told.err);
    }
    // the same among the folders of the cells
    fs::create_dir(place.join("mat")).unwrap();
    symlink(place.join("cung-mat"), link.join("xuat-nhap-khau")).unwrap();
    let told = run(&["build", &input, "-o", output]);
    assert_eq!(told.code, 2);
    let why = "xuat-nhap-khau: trong đường dẫn này có liên kết không dẫn tới đâu";
    assert!(told.err.contains(why), "{}", told.err);
}

#[test]
fn what_is_refused_at_many_places_for_one_reason_is_told_once() {
    let place = Folder::new();
    let out = place.join("ra");
    fs::create_dir(&out).unwrap();
    let cells = ["quan-ly-khuyen-cong", "van-phong", "trung-tam-1"];
    for cell in cells {
        fs::write(out.join(cell), "của văn thư").unwrap();
    }
    let root = out.to_str().unwrap();
    let only = ["--only", "nghi-quyet", "--format", "docx"];
    let told = run(&[&["build", BATCH, "-o", root][..], &only].concat());
    assert_eq!(told.code, 2);
    let [first, others] = told.err.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", told.err);
    };
    let why = "đã có một tệp trùng tên với thư mục cần tạo; đổi tên tệp ấy";
    let [one, two, three] = cells.map(|cell| out.join(cell).display().to_string());
    assert_eq!(first, format!("không ghi được: {one}: {why}"));
    let also = format!("  cũng vì lý do ấy: {two}, {three}");
    assert_eq!(others, also);
    assert!(
        out.join("quan-ly-cum-cong-nghiep/06-nghi-quyet.docx")
            .is_file()
    );
}

/// A file that the system lets nobody read to its end, whoever asks.
#[test]
#[cfg(target_os = "linux")]
fn a_paper_that_cannot_be_read_is_told_so_and_its_folder_stays() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let out = place.join("ra");
    let build = ["build", &input, "-o", out.to_str().unwrap()];
    assert_eq!(run(&build).code, 0);
    let paper = out.join("xuat-nhap-khau/06-nghi-quyet.pdf");
    fs::remove_file(&paper).unwrap();
    std::os::unix::fs::symlink("/proc/self/mem", &paper).unwrap();
    let told = run(&build);
    assert_eq!(told.code, 2);
    let what = format!("không đọc được: {}: ", paper.display());
    assert!(told.err.starts_with(&what), "{}", told.err);
    assert!(fs::symlink_metadata(&paper).unwrap().is_symlink());
}

#[test]
fn a_folder_whose_manifest_is_damaged_stays_until_it_is_deleted() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let out = place.join("ra");
    let build = ["build", &input, "-o", out.to_str().unwrap()];
    assert_eq!(run(&build).code, 0);
    let folder = out.join("xuat-nhap-khau");
    let manifest = folder.join("manifest.json");
    fs::write(folder.join("06-nghi-quyet.pdf"), "của văn thư").unwrap();
    for text in ["", "{", "{}"] {
        fs::write(&manifest, text).unwrap();
        let before = tree(&folder);
        for arguments in [&build[..], &[&build[..], &["--force"]].concat()] {
            let told = run(arguments);
            assert_eq!(told.code, 2, "{text}");
            let what = format!("không đọc được: {}: tệp bị hỏng", manifest.display());
            assert!(told.err.starts_with(&what), "{text}: {}", told.err);
            assert!(tree(&folder) == before, "{text}");
        }
    }
    // a folder of that name is not the program's either
    fs::remove_file(&manifest).unwrap();
    fs::create_dir(&manifest).unwrap();
    let told = run(&build);
    assert_eq!(told.code, 2);
    let what = format!("không đọc được: {}: ", manifest.display());
    assert!(told.err.starts_with(&what), "{}", told.err);
    // as it was told: deleted, it is written anew, and what differs is kept
    fs::remove_dir(&manifest).unwrap();
    let told = run(&build);
    assert_eq!(told.code, 0);
    assert!(told.err.contains("06-nghi-quyet.sua-"), "{}", told.err);
    let names = fs::read_dir(&folder).unwrap();
    let names = names.map(|it| it.unwrap().file_name().into_string().unwrap());
    let edited = names.filter(|name| name.contains(".sua-"));
    let edited: Vec<_> = edited.map(|name| fs::read(folder.join(name))).collect();
    assert_eq!(edited.len(), 1, "the others are as they were");
    assert!(matches!(&edited[0], Ok(bytes) if bytes == "của văn thư".as_bytes()));
    assert!(manifest.is_file());
}

#[test]
fn a_folder_after_its_figure_is_told_how_it_is_asked() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let told = run(&["explain", "26", &input]);
    assert_eq!(told.code, 2);
    let how = format!(
        "\n  thư mục đặt trước, số liệu đặt sau: bienban explain \"{input}\" \"26\"\n"
    );
    assert!(told.err.ends_with(&how), "{}", told.err);
    // neither is a folder: only that is told
    let told = run(&["explain", "26", "25"]);
    assert_eq!(told.code, 2);
    assert!(!told.err.contains("bienban explain"), "{}", told.err);
}
