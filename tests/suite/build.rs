//! Folders of papers: whole or not at all, and what was in them before.

use crate::support::{BATCH, Folder, builder, read, situation, templates, tree};
use bienban::diagnostic::Code;
use bienban::pipeline::{
    Batch, BuildOptions, Builder, CellState, Format, Manifest, PaperKind, Store,
    build_cell,
};
use std::fs;
use std::path::Path;

fn build(batch: &mut Batch, builder: &Builder, root: &Path) -> Vec<CellState> {
    let store = Store::open(root).unwrap();
    batch
        .cells
        .iter_mut()
        .map(|cell| build_cell(builder, &store, cell, None).unwrap().state)
        .collect()
}

fn manifest(root: &Path, folder: &str) -> Manifest {
    let text = fs::read_to_string(root.join(folder).join("manifest.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

#[test]
fn every_cell_gets_its_folder_with_all_papers_in_both_formats() {
    let out = Folder::new();
    let states = build(&mut read(BATCH), &builder(), &out.path());
    assert_eq!(states, [CellState::Written; 6]);
    let files = tree(&out.path());
    let of_cell: Vec<&str> = files
        .keys()
        .filter_map(|name| name.strip_prefix("trung-tam-1/"))
        .collect();
    assert_eq!(
        of_cell,
        [
            "01-bao-cao-dang-vien.docx",
            "01-bao-cao-dang-vien.pdf",
            "02-danh-sach-dang-vien.docx",
            "02-danh-sach-dang-vien.pdf",
            "03-phieu-bau-bi-thu.docx",
            "03-phieu-bau-bi-thu.pdf",
            "03-phieu-bau-chi-uy.docx",
            "03-phieu-bau-chi-uy.pdf",
            "03-phieu-bau-pho-bi-thu.docx",
            "03-phieu-bau-pho-bi-thu.pdf",
            "04-bien-ban-kiem-phieu-bi-thu.docx",
            "04-bien-ban-kiem-phieu-bi-thu.pdf",
            "04-bien-ban-kiem-phieu-chi-uy.docx",
            "04-bien-ban-kiem-phieu-chi-uy.pdf",
            "04-bien-ban-kiem-phieu-pho-bi-thu.docx",
            "04-bien-ban-kiem-phieu-pho-bi-thu.pdf",
            "05-bien-ban-dai-hoi.docx",
            "05-bien-ban-dai-hoi.pdf",
            "06-nghi-quyet.docx",
            "06-nghi-quyet.pdf",
            "07-trich-ngang.docx",
            "07-trich-ngang.pdf",
            "08-bao-cao-ket-qua.docx",
            "08-bao-cao-ket-qua.pdf",
            "09-to-trinh-chuan-y.docx",
            "09-to-trinh-chuan-y.pdf",
            "10-quyet-dinh-chuan-y.docx",
            "10-quyet-dinh-chuan-y.pdf",
            "manifest.json",
        ]
    );
    assert_eq!(files.len(), 6 * 29);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (one, two) = (Folder::new(), Folder::new());
    build(&mut read(BATCH), &builder(), &one.path());
    build(&mut read(BATCH), &builder(), &two.path());
    assert!(tree(&one.path()) == tree(&two.path()));
}

#[test]
fn a_second_run_changes_nothing() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path());
    let before = tree(&out.path());
    let states = build(&mut read(BATCH), &builder(), &out.path());
    assert_eq!(states, [CellState::Unchanged; 6]);
    assert!(tree(&out.path()) == before);
}

#[test]
fn figures_of_the_papers_name_their_cells() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path());
    let manifest = manifest(&out.path(), "trung-tam-1");
    let present = manifest
        .figures
        .iter()
        .find(|figure| figure.rule == "official members present")
        .unwrap();
    // ten official members, all of them present
    assert_eq!(present.text, "10");
    assert!(
        present
            .cells
            .iter()
            .all(|it| it.sheet.as_deref() == Some("Đảng viên"))
    );
    let papers: Vec<&str> = present.at.iter().map(|at| &*at.paper).collect();
    assert!(papers.contains(&"05-bien-ban-dai-hoi"), "{papers:?}");
    let votes = manifest.figures.iter().find(|figure| {
        let sheet = figure.cells.first().and_then(|it| it.sheet.as_deref());
        figure.text == "10" && sheet == Some("Bầu bí thư")
    });
    assert!(votes.is_some(), "votes name the sheet of their ballot");
}

#[test]
fn a_paper_that_somebody_edited_is_kept_beside_the_new_one() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path());
    let folder = out.join("van-phong");
    fs::write(folder.join("06-nghi-quyet.docx"), b"edited").unwrap();
    fs::write(folder.join("ghi-chu.txt"), b"mine").unwrap();
    let mut batch = read(BATCH);
    build(&mut batch, &builder(), &out.path());
    let files = tree(&folder);
    let kept = files.keys().find(|name| name.contains(".sua-")).unwrap();
    assert!(
        kept.starts_with("06-nghi-quyet.sua-") && kept.ends_with(".docx"),
        "{kept}"
    );
    assert_eq!(files[kept], b"edited");
    assert_ne!(files["06-nghi-quyet.docx"], b"edited");
    assert_eq!(
        files["ghi-chu.txt"], b"mine",
        "files of others are carried over"
    );
    let office = batch
        .cells
        .iter()
        .find(|cell| cell.folder == "van-phong")
        .unwrap();
    let mut findings = office.report.findings().iter();
    assert!(findings.any(|finding| finding.code() == Code::P02));
}

#[test]
fn a_selective_build_replaces_only_what_it_names() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path());
    let before = tree(&out.path());
    let options = BuildOptions {
        formats: vec![Format::Pdf],
        only: vec![PaperKind::Resolution],
        profile: None,
        merge: false,
    };
    let selective = Builder::new(templates(), options).unwrap();
    build(&mut read(BATCH), &selective, &out.path());
    assert!(
        tree(&out.path()) == before,
        "nothing changed, so nothing is replaced"
    );
}

#[test]
fn a_cell_that_became_faulty_keeps_its_old_folder() {
    let out = Folder::new();
    build(
        &mut situation("phieu-khong-hop-le"),
        &builder(),
        &out.path(),
    );
    let before = tree(&out.path());
    let mut batch = situation("phieu-khong-hop-le");
    let mut faulty = situation("cong-khong-khop");
    batch.cells[0].report = std::mem::take(&mut faulty.cells[0].report);
    let states = build(&mut batch, &builder(), &out.path());
    assert_eq!(states, [CellState::Faulty]);
    assert!(tree(&out.path()) == before);
    let mut findings = batch.cells[0].report.findings().iter();
    assert!(findings.any(|finding| finding.code() == Code::P03));
}

#[test]
fn a_run_that_was_killed_is_finished_or_undone() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path());
    let whole = tree(&out.path());
    let at = |name: &str| out.join(name);
    // killed while writing
    fs::create_dir(at(".bienban-moi-van-phong")).unwrap();
    fs::write(
        at(".bienban-moi-van-phong/05-bien-ban-dai-hoi.pdf"),
        b"half",
    )
    .unwrap();
    // killed between the two renames
    fs::rename(at("trung-tam-1"), at(".bienban-moi-trung-tam-1")).unwrap();
    fs::create_dir(at(".bienban-cu-trung-tam-1")).unwrap();
    // killed before the old folder was removed
    fs::create_dir(at(".bienban-cu-khuyen-cong")).unwrap();
    fs::create_dir(at("khuyen-cong")).unwrap();
    Store::open(&out.path()).unwrap();
    fs::remove_dir(at("khuyen-cong")).unwrap();
    assert!(tree(&out.path()) == whole);
    let hidden = fs::read_dir(out.path()).unwrap().filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_string_lossy().starts_with('.')
    });
    assert_eq!(hidden.count(), 0, "no traces are left");
}

#[test]
fn a_tie_leaves_the_papers_of_the_result_waiting() {
    let out = Folder::new();
    let states = build(&mut situation("hoa-phieu-cuoi"), &builder(), &out.path());
    assert_eq!(states, [CellState::Waiting]);
    let names: Vec<String> = tree(&out.path()).into_keys().collect();
    assert!(
        names
            .iter()
            .any(|name| name.contains("04-bien-ban-kiem-phieu-chi-uy"))
    );
    assert!(
        !names
            .iter()
            .any(|name| name.contains("05-") || name.contains("06-"))
    );
}
