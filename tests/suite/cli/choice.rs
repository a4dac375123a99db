//! Which papers are written, of which cell, and in the form of which year.

use crate::support::{Folder, SITUATIONS, docx_text, run, tree, workbook};
use bienban::pipeline::PaperKind;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

const ONE: &str = "bau-lan-2";

/// A batch of one cell, in a folder of its own, and its committee.
fn batch(pinned_of_cell: &str, pinned_of_committee: &str) -> Folder {
    let folder = Folder::new();
    fs::create_dir(folder.join("mot")).unwrap();
    let source = format!("{SITUATIONS}/{ONE}.xlsx");
    fs::copy(source, folder.join("mot/chi-bo.xlsx")).unwrap();
    if !pinned_of_cell.is_empty() {
        fs::write(folder.join("mot/Văn bản.csv"), pinned_of_cell).unwrap();
    }
    let own = "Đảng bộ|Sở Mẫu\nĐảng bộ cấp trên|Khối Mẫu\nNhiệm kỳ|2022-2025\n\
        Địa danh|Hà Nội\nBí thư đảng ủy|Lê Thị Thư";
    let mut sheets = vec![("Đảng bộ", own), ("Chi bộ", "TT|Chi bộ\n1|Xuất nhập khẩu")];
    if !pinned_of_committee.is_empty() {
        sheets.push(("Văn bản", pinned_of_committee));
    }
    workbook(&folder.join("dang-bo.xlsx"), &sheets);
    folder
}

/// Builds with more arguments; every file that was written.
fn built(batch: &Folder, arguments: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let out = Folder::new();
    let (input, root) = (batch.path(), out.join("ra"));
    let mut all = vec![
        "build",
        input.to_str().unwrap(),
        "-o",
        root.to_str().unwrap(),
    ];
    all.extend(["--format", "docx"]);
    all.extend(arguments);
    let run = run(&all);
    assert_eq!(run.code, 0, "{}", run.err);
    tree(&root)
}

/// The form of each paper, as the manifests have it.
fn forms(files: &BTreeMap<String, Vec<u8>>) -> BTreeMap<String, String> {
    let mut forms = BTreeMap::new();
    for (name, bytes) in files {
        if name.ends_with("/manifest.json") {
            let manifest: serde_json::Value = serde_json::from_slice(bytes).unwrap();
            for (file, form) in manifest["profiles"].as_object().unwrap() {
                forms.insert(file.clone(), form.as_str().unwrap().to_owned());
            }
        }
    }
    forms
}

/// The numbers that files begin with: the kinds that were written.
fn kinds(files: &BTreeMap<String, Vec<u8>>) -> BTreeSet<u8> {
    let names = files.keys().filter_map(|name| name.rsplit('/').next());
    names
        .filter_map(|name| name.get(..2)?.parse().ok())
        .collect()
}

/// The text of a paper, with a space wherever words are held together.
fn text(files: &BTreeMap<String, Vec<u8>>, start: &str) -> String {
    let mut found = files.iter().filter(|(name, _)| name.contains(start));
    docx_text(found.next().unwrap().1).replace('\u{a0}', " ")
}

#[test]
fn every_kind_is_written_in_the_form_that_is_asked_for() {
    let batch = batch("", "");
    for (form, addressee, separator) in [
        ("party-2018", "Kính gửi:", ","),
        ("party-2026", "Kính trình:", ";"),
    ] {
        let files = built(&batch, &["--profile", form]);
        assert_eq!(kinds(&files), (1..=12).collect(), "{form}");
        let forms = forms(&files);
        assert!(forms.values().all(|it| it == form), "{forms:?}");
        assert!(text(&files, "09-to-trinh").contains(addressee), "{form}");
        for paper in ["01-bao-cao", "06-nghi-quyet", "08-bao-cao", "11-bao-cao"] {
            let text = text(&files, paper);
            let report = format!("(để báo cáo){separator}");
            assert!(text.contains(&report), "{paper} {form}: {text}");
        }
        let decision = text(&files, "10-quyet-dinh");
        assert!(
            decision.contains(&format!("Như Điều 3{separator}")),
            "{decision}"
        );
    }
}

#[test]
fn each_kind_can_be_asked_for_alone() {
    let batch = batch("", "");
    for kind in PaperKind::ALL {
        let files = built(&batch, &["--only", kind.slug()]);
        assert_eq!(kinds(&files), BTreeSet::from([kind.number()]), "{kind:?}");
        for name in files.keys().filter(|name| name.ends_with(".docx")) {
            assert!(name.contains(kind.slug()), "{name}");
        }
    }
}

#[test]
fn of_one_cell_only_its_papers_are_written() {
    let batch = batch("", "");
    let source = format!("{SITUATIONS}/duoi-chin-dang-vien.xlsx");
    fs::copy(source, batch.join("hai.xlsx")).unwrap();
    for name in ["xuất nhập khẩu", "xuat nhap khau", "xuat-nhap-khau"] {
        let files = built(&batch, &["--cell", name]);
        let folders = files.keys().filter_map(|name| name.split_once('/'));
        let folders: BTreeSet<&str> = folders.map(|(folder, _)| folder).collect();
        assert_eq!(folders, BTreeSet::from(["xuat-nhap-khau"]));
        assert_eq!(kinds(&files), (1..=10).collect());
    }
}

#[test]
fn a_cell_that_is_not_there_is_answered_with_those_that_are() {
    let batch = batch("", "");
    let (input, out) = (batch.path(), batch.join("ra"));
    let (input, out) = (input.to_str().unwrap(), out.to_str().unwrap());
    let answer = |name| {
        let run = run(&["build", input, "-o", out, "--cell", name]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        run.err
    };
    let near = "không có chi bộ nào tên “Xuất nhập kẩu”\n  có phải “Xuất nhập khẩu”?\n";
    assert_eq!(answer("Xuất nhập kẩu"), near);
    let far = "không có chi bộ nào tên “Kế toán”\n  các chi bộ đang có: Xuất nhập khẩu\n";
    assert_eq!(answer("Kế toán"), far);
    assert!(!batch.join("ra").exists());
}

/// The congress met on 05/9/2022; what a row of "Văn bản" dates from 27/5/2026 on follows
/// the form of 2026, and nothing else does.
#[test]
fn a_paper_that_a_row_dates_after_the_change_follows_the_newer_form() {
    let of_ballots = ["Chi ủy,", "Chi ủy,2", "Bí thư,", "Phó Bí thư,"];
    let mut rows = vec!["Loại,Cuộc bầu,Lần,Ngày".to_owned()];
    for kind in PaperKind::ALL
        .into_iter()
        .filter(|kind| !kind.is_of_batch())
    {
        if [PaperKind::BallotPapers, PaperKind::BallotCount].contains(&kind) {
            for ballot in of_ballots {
                rows.push(format!("{},{ballot},27/5/2026", kind.title()));
            }
        } else {
            rows.push(format!("{},,,27/5/2026", kind.title()));
        }
    }
    let cell = rows.join("\n");
    let committee = "Loại|Ngày\nBáo cáo tổng hợp|27/5/2026\nTin tổng hợp|27/5/2026";
    let forms_of =
        |cell: &str, committee: &str| forms(&built(&batch(cell, committee), &[]));
    let newer = forms_of(&cell, committee);
    assert!(newer.len() >= 12, "{newer:?}");
    assert!(newer.values().all(|it| it == "party-2026"), "{newer:?}");
    let older = forms_of(
        &cell.replace("27/5/2026", "26/5/2026"),
        &committee.replace("27/5/2026", "26/5/2026"),
    );
    assert!(older.values().all(|it| it == "party-2018"), "{older:?}");
    let mixed = forms_of("Loại,Ngày\nTờ trình,27/5/2026", "");
    for (file, form) in &mixed {
        let expected = if file.starts_with("09-") {
            "party-2026"
        } else {
            "party-2018"
        };
        assert_eq!(form, expected, "{file}");
    }
}
