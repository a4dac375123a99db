//! `verify`: are the files still those that were written.

use crate::support::{BATCH, Folder, SITUATIONS, run, run_in};
use std::fs;

fn built() -> Folder {
    let out = Folder::new();
    let root = out.path();
    let options = ["-o", root.to_str().unwrap(), "--format", "docx"];
    let done = run(&[&["build", BATCH][..], &options].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    out
}

#[test]
fn what_was_just_written_is_intact() {
    let out = built();
    let all = run(&["verify", out.path().to_str().unwrap()]);
    assert_eq!((all.code, all.err.as_str()), (0, ""));
    // 86 papers, 7 manifests and the index
    assert_eq!(all.out, "94 tệp khớp, 0 không khớp, 0 ngoài bản kê.\n");
    let cell = out.join("trung-tam-1");
    let one = run_in("en", &["verify", cell.to_str().unwrap()]);
    assert_eq!((one.code, one.err.as_str()), (0, ""));
    // 14 papers and their manifest
    assert_eq!(one.out, "files intact: 15, not: 0, beside: 0.\n");
}

#[test]
fn each_changed_missing_and_extra_file_is_named() {
    let out = built();
    let file = |name: &str| out.join(name);
    fs::write(file("trung-tam-1/06-nghi-quyet.docx"), "sửa").unwrap();
    fs::remove_file(file("van-phong/05-bien-ban-dai-hoi.docx")).unwrap();
    fs::write(file("van-phong/ghi-chu.txt"), "của văn thư").unwrap();
    fs::write(file("ghi-chu.txt"), "của văn thư").unwrap();
    fs::create_dir(file(".bienban-moi-van-phong")).unwrap();
    fs::remove_dir_all(file("ke-hoach-tong-hop")).unwrap();
    let manifest = file("dang-bo/manifest.json");
    let text = fs::read_to_string(&manifest).unwrap();
    fs::write(&manifest, text.replacen("\"120\"", "\"121\"", 1)).unwrap();
    let said = run(&["verify", out.path().to_str().unwrap()]);
    assert_eq!(said.code, 1);
    let mut lines: Vec<&str> = said.err.lines().collect();
    lines.sort_unstable();
    assert_eq!(
        lines,
        [
            "cảnh báo: .bienban-moi-van-phong: còn lại của lần chạy bị ngắt; lần lập sau sẽ dọn",
            "cảnh báo: ghi-chu.txt: không có trong manifest.json (bienban không lập)",
            "cảnh báo: van-phong/ghi-chu.txt: không có trong manifest.json (bienban không lập)",
            "lỗi: dang-bo/manifest.json: không khớp với manifest.json chung: lần lập bị ngắt, hoặc tệp bị sửa; hãy lập lại",
            "lỗi: ke-hoach-tong-hop/manifest.json: không còn, nên không đối chiếu được thư mục này",
            "lỗi: trung-tam-1/06-nghi-quyet.docx: đã bị sửa sau khi lập",
            "lỗi: van-phong/05-bien-ban-dai-hoi.docx: không còn",
        ]
    );
    let english = run_in("en", &["verify", out.path().to_str().unwrap()]);
    assert!(
        english.err.contains(
            "error: trung-tam-1/06-nghi-quyet.docx: changed since it was written\n"
        ),
        "{}",
        english.err
    );
}

#[test]
fn what_somebody_put_beside_the_papers_is_no_fault() {
    let out = built();
    fs::write(out.join("trung-tam-1/ghi-chu.txt"), "của văn thư").unwrap();
    let said = run(&["verify", out.path().to_str().unwrap()]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("ghi-chu.txt"), "{}", said.err);
}

#[test]
fn an_edited_paper_that_was_kept_is_named_as_such() {
    let out = built();
    fs::write(out.join("trung-tam-1/06-nghi-quyet.docx"), "sửa").unwrap();
    let root = out.path();
    let options = ["-o", root.to_str().unwrap(), "--format", "docx"];
    run(&[&["build", BATCH][..], &options].concat());
    let said = run(&["verify", root.to_str().unwrap()]);
    assert_eq!(said.code, 0, "{}", said.err);
    let [kept] = said.err.lines().collect::<Vec<_>>()[..] else {
        panic!("{}", said.err);
    };
    assert!(
        kept.starts_with("cảnh báo: trung-tam-1/06-nghi-quyet.sua-"),
        "{kept}"
    );
    assert!(
        kept.ends_with(".docx: bản đã bị sửa, được giữ lại khi lập lại"),
        "{kept}"
    );
}

#[test]
fn a_folder_that_the_index_does_not_name_is_of_an_earlier_run() {
    let out = built();
    let root = out.path();
    let root = root.to_str().unwrap();
    let one = format!("{BATCH}/06-trung-tam-1.xlsx");
    let done = run(&["build", &one, "-o", root, "--format", "docx"]);
    assert_eq!(done.code, 0, "{}", done.err);
    let said = run_in("en", &["verify", root]);
    assert_eq!(said.code, 0, "{}", said.err);
    let of_earlier = said
        .err
        .lines()
        .filter(|it| it.contains("of an earlier run"));
    assert_eq!(of_earlier.count(), 6, "{}", said.err);
}

#[test]
fn a_folder_without_papers_is_none() {
    let empty = Folder::new();
    let said = run(&["verify", empty.path().to_str().unwrap()]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("không phải thư mục văn bản"),
        "{}",
        said.err
    );
}

#[test]
fn an_output_without_its_index_is_not_whole() {
    let out = built();
    let root = out.path();
    fs::remove_file(out.join("manifest.json")).unwrap();
    fs::remove_dir_all(out.join("van-phong")).unwrap();
    let said = run(&["verify", root.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.err,
        "lỗi: manifest.json: không còn, nên không biết có mất cả thư mục nào không\n"
    );
    // 86 papers and 7 manifests, less 14 papers and their manifest
    assert_eq!(said.out, "78 tệp khớp, 1 không khớp, 0 ngoài bản kê.\n");
    let english = run_in("en", &["verify", root.to_str().unwrap()]);
    let missing = "error: manifest.json: missing, so that nobody can tell whether whole folders are gone\n";
    assert_eq!(english.err, missing);
}

#[test]
fn a_batch_among_several_needs_no_index_of_its_own() {
    let out = Folder::new();
    let root = out.path();
    let one = "fixtures/tat-ca-trong-mot";
    let options = ["--only", "nghi-quyet", "--format", "docx"];
    let root = ["-o", root.to_str().unwrap()];
    let done = run(&[&["build", BATCH, one][..], &root, &options].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    let batch = out.join("dai-hoi-2022");
    let said = run(&["verify", batch.to_str().unwrap()]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    // without the index above, nobody knows
    fs::remove_file(out.join("manifest.json")).unwrap();
    assert_eq!(run(&["verify", batch.to_str().unwrap()]).code, 1);
}

#[test]
fn papers_older_than_their_faulty_workbook_are_named() {
    let place = Folder::new();
    let (input, out) = (place.join("dot"), place.join("ra"));
    fs::create_dir(&input).unwrap();
    let copy = |name: &str, to: &str| {
        let from = format!("{SITUATIONS}/{name}.xlsx");
        fs::copy(from, input.join(to)).unwrap();
    };
    copy("bau-lan-2", "a.xlsx");
    copy("dung-mot-nua", "b.xlsx");
    let (input, root) = (input.to_str().unwrap(), out.to_str().unwrap());
    assert_eq!(run(&["build", input, "-o", root]).code, 0);
    // one of the two waits for a decision, with papers of this run
    assert_eq!(run(&["verify", root]).err, "");
    fs::write(place.join("dot/a.xlsx"), "của văn thư").unwrap();
    assert_eq!(run(&["build", input, "-o", root]).code, 1);
    let said = run(&["verify", root]);
    let older = "cảnh báo: xuat-nhap-khau: văn bản cũ, không còn đúng với bảng tính: lần lập sau cùng gặp lỗi hoặc còn chờ\n";
    assert_eq!((said.code, said.err.as_str()), (0, older));
    assert!(said.out.ends_with(" 0 không khớp, 0 ngoài bản kê.\n"));
}
