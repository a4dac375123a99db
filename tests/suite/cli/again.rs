//! A second run into a folder that holds papers already: what it says, and what its index
//! tells afterwards.

use super::{Folder, SITUATIONS, run};
use std::fs;
use std::path::{Path, PathBuf};

/// A folder within `within` with one workbook, whose papers can be written.
fn batch(place: &Folder, within: &str, name: &str) -> String {
    let folder = place.join(within).join(name);
    fs::create_dir_all(&folder).unwrap();
    let source = format!("{SITUATIONS}/bau-lan-2.xlsx");
    fs::copy(source, folder.join("a.xlsx")).unwrap();
    folder.to_str().unwrap().to_owned()
}

/// The folders that the index names.
fn indexed(out: &Path) -> Vec<String> {
    let text = fs::read_to_string(out.join("manifest.json")).unwrap();
    let index: serde_json::Value = serde_json::from_str(&text).unwrap();
    let batches = index["batches"].as_array().unwrap().iter();
    let cells = batches.flat_map(|it| it["cells"].as_array().unwrap());
    cells
        .map(|it| it["folder"].as_str().unwrap().to_owned())
        .collect()
}

/// The only folder in one.
fn only_folder(out: &Path) -> PathBuf {
    let entries = fs::read_dir(out).unwrap().map(|it| it.unwrap().path());
    let folders: Vec<PathBuf> = entries.filter(|it| it.is_dir()).collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders[0].clone()
}

#[test]
fn two_batches_of_one_name_stay_two_when_a_part_is_built() {
    let place = Folder::new();
    let (one, two) = (batch(&place, "a", "dot"), batch(&place, "b", "dot"));
    let out = place.join("ra");
    let to = out.to_str().unwrap();
    assert_eq!(run(&["build", &one, &two, "-o", to]).code, 0);
    let before = indexed(&out);
    assert_eq!(before.len(), 2);
    let part = ["--only", "nghi-quyet", "--profile", "party-2026", "--force"];
    let again = run(&[&["build", &one, &two, "-o", to][..], &part].concat());
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(indexed(&out), before);
    let verified = run(&["verify", to]);
    assert_eq!(verified.code, 0, "{}{}", verified.out, verified.err);
}

#[test]
fn a_folder_that_cannot_be_written_stays_in_the_index() {
    let place = Folder::new();
    let input = batch(&place, "vao", "dot");
    let out = place.join("ra");
    let to = out.to_str().unwrap();
    assert_eq!(run(&["build", &input, "-o", to]).code, 0);
    let before = indexed(&out);
    assert_eq!(before.len(), 1);
    let folder = only_folder(&out);
    fs::remove_dir_all(&folder).unwrap();
    fs::write(&folder, "a file of somebody else's").unwrap();
    assert_eq!(run(&["build", &input, "-o", to]).code, 2);
    assert_eq!(indexed(&out), before);
    assert_eq!(run(&["verify", to]).code, 1);
}

#[test]
fn another_batch_in_the_same_folder_is_told_whose_papers_it_displaces() {
    let place = Folder::new();
    let (one, two) = (batch(&place, "a", "dot-mot"), batch(&place, "b", "dot-hai"));
    let out = place.join("ra");
    let to = out.to_str().unwrap();
    let first = run(&["build", &one, "-o", to]);
    assert_eq!((first.code, &*first.err), (0, ""));
    let again = run(&["build", &one, "-o", to]);
    assert_eq!((again.code, &*again.err), (0, ""));
    let second = run(&["build", &two, "-o", to]);
    assert_eq!(second.code, 0);
    assert!(second.err.contains("“dot-mot”"), "{}", second.err);
    assert!(second.err.contains("-o riêng"), "{}", second.err);
}

#[test]
fn only_what_was_made_is_counted_as_written() {
    let place = Folder::new();
    let input = batch(&place, "vao", "dot");
    let out = place.join("ra");
    let to = out.to_str().unwrap();
    run(&["build", &input, "-o", to]);
    let lost = only_folder(&out).join("06-nghi-quyet.pdf");
    fs::remove_file(&lost).unwrap();
    let again = run(&["build", &input, "-o", to]);
    assert!(again.out.contains("(lập lại 1 tệp)"), "{}", again.out);
    let total = "Đã lập 1 văn bản (1 tệp) cho 1/1 chi bộ";
    assert!(again.out.contains(total), "{}", again.out);
    let none = run(&["build", &input, "-o", to]);
    let total = "Đã lập 0 văn bản (0 tệp) cho 0/1 chi bộ";
    assert!(none.out.contains(total), "{}", none.out);
    assert!(lost.is_file());
    // nothing is made, the joined file goes
    run(&["build", &input, "-o", to, "--merge"]);
    let without = run(&["build", &input, "-o", to]);
    let none = "32 tệp (không lập lại tệp nào) → xuat-nhap-khau";
    assert!(without.out.contains(none), "{}", without.out);
}

#[test]
fn a_manifest_that_somebody_edited_is_made_anew() {
    let place = Folder::new();
    let inputs = [batch(&place, "a", "mot"), batch(&place, "b", "hai")];
    for (inputs, within) in [(&inputs[..1], ""), (&inputs[..], "hai/")] {
        let out = place.join(if within.is_empty() { "ra" } else { "ra-hai" });
        let to = out.to_str().unwrap();
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        let build = [&["build", "-o", to][..], &inputs].concat();
        assert_eq!(run(&build).code, 0);
        let manifest = out.join(format!("{within}xuat-nhap-khau/manifest.json"));
        let text = fs::read_to_string(&manifest).unwrap();
        let edited = text.replace("official members present", "as typed");
        assert_ne!(edited, text);
        fs::write(&manifest, edited).unwrap();
        assert_eq!(run(&["verify", to]).code, 1);
        let told = run(&build);
        assert_eq!((told.code, told.err.as_str()), (0, ""));
        assert_eq!(fs::read_to_string(&manifest).unwrap(), text);
        assert_eq!(run(&["verify", to]).code, 0);
    }
}

/// As a shell writes out `dot/*.xlsx`.
#[test]
fn workbooks_given_one_by_one_are_told_how_they_are_read_together() {
    let place = Folder::new();
    let input = batch(&place, "a", "dot");
    fs::copy(format!("{input}/a.xlsx"), format!("{input}/b.xlsx")).unwrap();
    let books = [format!("{input}/a.xlsx"), format!("{input}/b.xlsx")];
    let out = place.join("ra");
    let to = out.to_str().unwrap();
    let apart = run(&["build", &books[0], &books[1], "-o", to]);
    let how = format!("muốn đọc chung, hãy nêu thư mục: {input}\n");
    assert_eq!(apart.code, 0);
    assert!(apart.err.ends_with(&how), "{}", apart.err);
    assert_eq!(run(&["check", "-q", &books[0], &books[1]]).err, "");
    fs::remove_file(&books[1]).unwrap();
    // what the other run wrote is named once, and known as papers
    let together = run(&["build", &input, "-o", to]);
    let named = "trước đây chứa văn bản của “a”, “b”, không thuộc lần chạy này\n";
    assert!(together.err.contains(named), "{}", together.err);
    assert_eq!(together.err.lines().count(), 2);
    let verified = run(&["verify", to]);
    let earlier = ["a", "b"].map(|it| {
        format!("cảnh báo: {it}: thư mục của lần lập trước, không có trong manifest.json chung\n")
    });
    assert_eq!((verified.code, verified.err), (0, earlier.concat()));
}
