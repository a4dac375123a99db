//! What stands where something is to be written, or read again: it is told by the place
//! that the user knows, with what to do, and stays as it was.

use super::{BATCH, Folder, batch, run, tree};
use std::fs;

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
    // and one that leads to a folder, which would go on with the older papers
    fs::create_dir(place.join("cung-mat")).unwrap();
    let told = run(&["build", &input, "-o", output]);
    assert_eq!(told.code, 2);
    let why = "xuat-nhap-khau: đây là liên kết tới một thư mục khác";
    assert!(told.err.contains(why), "{}", told.err);
    assert!(link.join("xuat-nhap-khau").is_symlink());
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
fn an_index_that_is_none_is_told_before_anything_is_written() {
    let place = Folder::new();
    let input = batch(&place, "dot");
    let out = place.join("ra");
    let build = ["build", &input, "-o", out.to_str().unwrap()];
    assert_eq!(run(&build).code, 0);
    let index = out.join("manifest.json");
    let damaged = "tệp bị hỏng hoặc không do bienban ghi, nên chưa ghi gì";
    for text in ["", "{", "{}", "{\"name\":\"của trang web\"}"] {
        fs::write(&index, text).unwrap();
        let before = tree(&out);
        for more in [&[][..], &["--only", "nghi-quyet", "--force"], &["--force"]] {
            let told = run(&[&build[..], more].concat());
            assert_eq!(told.code, 2, "{text}");
            let what = format!("không đọc được: {}: {damaged}", index.display());
            assert!(told.err.starts_with(&what), "{text}: {}", told.err);
            assert!(tree(&out) == before, "{text}");
        }
    }
    // the folder of a cell is not the one around it
    let cell = out.join("xuat-nhap-khau");
    let before = tree(&out);
    let told = run(&["build", &input, "-o", cell.to_str().unwrap()]);
    assert_eq!(told.code, 2);
    let what = "manifest.json: đây là thư mục văn bản của một chi bộ, nên chưa ghi gì";
    assert!(told.err.contains(what), "{}", told.err);
    assert!(tree(&out) == before);
    // as it was told: deleted, it is written anew
    fs::remove_file(&index).unwrap();
    let told = run(&build);
    assert_eq!((told.code, told.err.as_str()), (0, ""));
    assert_eq!(run(&["verify", out.to_str().unwrap()]).code, 0);
}

#[test]
#[cfg(unix)]
fn a_read_only_folder_stays_and_the_rights_of_others_are_kept() {
    use std::fs::Permissions;
    use std::os::unix::fs::PermissionsExt;
    let place = Folder::new();
    let input = batch(&place, "dot");
    let out = place.join("ra");
    let build = ["build", &input, "-o", out.to_str().unwrap()];
    let newer = [&build[..], &["--profile", "party-2026"]].concat();
    assert_eq!(run(&build).code, 0);
    let folder = out.join("xuat-nhap-khau");
    let own = folder.join("anh");
    fs::create_dir(&own).unwrap();
    fs::write(own.join("1.jpg"), "của văn thư").unwrap();
    let allow = |path: &std::path::Path, mode| {
        fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    };
    let mode = |path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    allow(&own, 0o500);
    allow(&folder, 0o500);
    let before = tree(&folder);
    let told = run(&newer);
    assert_eq!(told.code, 2);
    let why = format!("không ghi được: {}: không có quyền\n", folder.display());
    assert!(told.err.starts_with(&why), "{}", told.err);
    assert!(told.err.contains("cách sửa: xin quyền ghi"), "{}", told.err);
    assert!(tree(&folder) == before);
    // what would not change needs no right
    assert_eq!(run(&build).code, 0);
    allow(&folder, 0o700);
    assert_eq!((run(&newer).code, run(&newer).code), (0, 0));
    assert!(tree(&folder) != before);
    assert_eq!((mode(&folder), mode(&own)), (0o700, 0o500));
    // neither is anything left beside it
    let verified = run(&["verify", out.to_str().unwrap()]);
    assert_eq!(verified.code, 0);
    assert!(!verified.err.contains(".bienban"), "{}", verified.err);
    allow(&own, 0o700);
}
