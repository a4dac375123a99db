//! The papers of the committee: when they are written, from what, and what they wait for.

use crate::support::{
    BATCH, Folder, SITUATIONS, builder, builder_of, committee_papers, findings, read,
    tree, workbook,
};
use bienban::diagnostic::{Code, Diagnostic, Lang};
use bienban::document::passages;
use bienban::pipeline::{
    Batch, Builder, CellOutcome, CellState, Index, IndexBatch, IndexCell, Manifest,
    PaperKind, ProfileId, Store, build_committee,
};
use std::fs;
use std::path::Path;

/// Checks the papers of the cells and then builds the committee's.
fn build(batch: &mut Batch, builder: &Builder, root: &Path) -> Option<CellOutcome> {
    let store = Store::open(root).unwrap();
    for cell in &mut batch.cells {
        builder.check(cell).unwrap();
    }
    build_committee(builder, &store, batch, None).unwrap()
}

/// A batch of some situations under a committee that lists these cells.
fn batch_of(folder: &Folder, situations: &[&str], listed: &str) -> Batch {
    for name in situations {
        let file = format!("{name}.xlsx");
        fs::copy(format!("{SITUATIONS}/{file}"), folder.join(&file)).unwrap();
    }
    let own = "Đảng bộ|Đảng bộ Sở Mẫu\nĐảng bộ cấp trên|Đảng bộ Khối Mẫu\n\
        Nhiệm kỳ|2022-2025\nĐịa danh|Hà Nội\nPhó Bí thư đảng ủy|Lê Thị Phó";
    let list = format!("TT|Chi bộ\n{listed}");
    workbook(
        &folder.join("dang-bo.xlsx"),
        &[("Đảng bộ", own), ("Chi bộ", &list)],
    );
    read(folder.path().to_str().unwrap())
}

/// The text of the committee's papers, passage by passage.
fn text_of(batch: &Batch, profile: ProfileId) -> String {
    let papers = committee_papers(batch, Some(profile));
    let lines = papers.iter().flat_map(|paper| {
        let passages = passages(&paper.document).into_iter();
        let lines = passages.map(|it| format!("[{}] {}\n", it.place, it.text));
        std::iter::once(format!("═══ {}\n", paper.id.file_stem())).chain(lines)
    });
    lines.collect()
}

#[test]
fn the_committees_papers_of_the_sample_batch_say_what_was_read() {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("committee-batch", text_of(&read(BATCH), ProfileId::Party2018));
    });
}

/// Read beside those of 2018: `;` after recipients differs, and nothing else.
#[test]
fn the_committees_papers_say_what_was_read_in_the_form_of_2026() {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("committee-2026", text_of(&read(BATCH), ProfileId::Party2026));
    });
}

/// A second ballot, a seat left open, a cell without committee, invalid ballots; no
/// assessment, no photograph, no number, no date, no secretary of the committee.
#[test]
fn the_committees_papers_of_mixed_cells_say_what_was_read() {
    let folder = Folder::new();
    let situations = [
        "bau-lan-2",
        "bau-thieu",
        "duoi-chin-dang-vien",
        "phieu-khong-hop-le",
    ];
    let batch = batch_of(&folder, &situations, "");
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!("committee-mixed", text_of(&batch, ProfileId::Party2018));
    });
}

#[test]
fn the_committee_gets_its_folder_once_all_cells_have_theirs() {
    let out = Folder::new();
    let mut batch = read(BATCH);
    let outcome = build(&mut batch, &builder(), &out.path()).unwrap();
    assert_eq!(outcome.state, CellState::Written);
    assert_eq!((outcome.standing.papers, outcome.made.files), (2, 4));
    let files: Vec<String> = tree(&out.join("dang-bo")).into_keys().collect();
    assert_eq!(
        files,
        [
            "11-bao-cao-tong-hop.docx",
            "11-bao-cao-tong-hop.pdf",
            "12-tin-tong-hop.docx",
            "12-tin-tong-hop.pdf",
            "manifest.json",
        ]
    );
    assert_eq!(findings(&batch), Vec::<String>::new());
    let before = tree(&out.path());
    let again = build(&mut read(BATCH), &builder(), &out.path()).unwrap();
    assert_eq!(again.state, CellState::Unchanged);
    assert!(tree(&out.path()) == before);
}

#[test]
fn its_manifest_names_every_source_and_traces_a_sum_to_all_cells() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path()).unwrap();
    let text = fs::read_to_string(out.join("dang-bo/manifest.json")).unwrap();
    let manifest: Manifest = serde_json::from_str(&text).unwrap();
    let sources: Vec<&str> = manifest.sources.iter().map(|it| &*it.file).collect();
    assert_eq!(
        sources,
        [
            "dang-bo.xlsx",
            "01-khuyen-cong.xlsx",
            "02-tieu-thu-cong-nghiep.xlsx",
            "03-ke-hoach-tong-hop.xlsx",
            "04-van-phong.xlsx",
            "05-cum-cong-nghiep.xlsx",
            "06-trung-tam-1.xlsx",
            "hinh-1.jpg",
            "hinh-2.jpg",
            "hinh-3.png",
        ]
    );
    // 18 + 14 + 21 + 32 + 24 + 11, as the batch's README counts them
    let members = manifest.figures.iter().find(|it| it.text == "120").unwrap();
    let mut files: Vec<&str> = members.cells.iter().map(|it| &*it.file).collect();
    files.dedup();
    assert_eq!(files, sources[1..7]);
    assert_eq!(members.rule, "sum over the cells");
}

#[test]
fn a_cell_that_is_missing_faulty_or_undecided_keeps_them_waiting() {
    let folder = Folder::new();
    // Xuất nhập khẩu is settled, Hòa Bình (of the file hoa-phieu-cuoi) must vote again
    let situations = ["bau-lan-2", "hoa-phieu-cuoi", "cong-khong-khop"];
    let mut batch = batch_of(&folder, &situations, "");
    let names: Vec<String> = batch.cells.iter().map(|it| it.name.clone()).collect();
    let listed: Vec<String> = names.iter().map(|name| format!("|{name}")).collect();
    let listed = format!("{}\n|Không có tệp", listed.join("\n"));
    batch = batch_of(&folder, &situations, &listed);
    let out = Folder::new();
    let outcome = build(&mut batch, &builder(), &out.path()).unwrap();
    assert_eq!(outcome.state, CellState::Waiting);
    assert_eq!(outcome.entry.state, "waiting");
    assert_eq!(
        (outcome.standing.files, &outcome.entry.manifest),
        (0, &None)
    );
    assert!(!out.join("dang-bo").exists());
    let waits: Vec<_> = batch
        .findings()
        .filter(|finding| finding.code() == Code::P05)
        .collect();
    assert_eq!(waits.len(), 1);
    let line = waits[0].wording(Lang::En).found.unwrap();
    assert!(
        line.contains("Không có tệp (no workbook)")
            && line.contains("(errors in its workbook)")
            && line.contains("(results or decisions are missing)"),
        "{line}"
    );
    assert!(!line.contains("Xuất nhập khẩu"), "{line}");
}

#[test]
fn papers_that_have_become_out_of_date_are_left_and_told_of() {
    let out = Folder::new();
    build(&mut read(BATCH), &builder(), &out.path()).unwrap();
    let before = tree(&out.join("dang-bo"));
    let mut batch = read(BATCH);
    let faulty = read(&format!("{SITUATIONS}/cong-khong-khop.xlsx"));
    let errors = faulty.cells.into_iter().next().unwrap().report;
    batch.cells[3].report = errors;
    let outcome = build(&mut batch, &builder(), &out.path()).unwrap();
    assert_eq!(outcome.state, CellState::Waiting);
    assert!(outcome.entry.manifest.is_some());
    assert!(tree(&out.join("dang-bo")) == before);
    let is_told = |finding: &&Diagnostic| {
        finding.code() == Code::P03 && &*finding.place.file == "dang-bo.xlsx"
    };
    assert_eq!(batch.findings().filter(is_told).count(), 1);
}

#[test]
fn an_error_in_the_committees_own_workbook_makes_its_papers_faulty() {
    let folder = Folder::new();
    let mut batch = batch_of(&folder, &["bau-lan-2"], "");
    let own = "Đảng bộ|Đảng bộ Sở Mẫu\nNgày quyết định|31/9/2022";
    workbook(&folder.join("dang-bo.xlsx"), &[("Đảng bộ", own)]);
    batch = read(folder.path().to_str().unwrap_or(&batch.name));
    let out = Folder::new();
    let outcome = build(&mut batch, &builder(), &out.path()).unwrap();
    assert_eq!(outcome.state, CellState::Faulty);
    assert!(!out.join("dang-bo").exists());
}

#[test]
fn a_batch_without_a_committee_waits_for_nothing() {
    let out = Folder::new();
    let mut batch = read(&format!("{SITUATIONS}/bau-lan-2.xlsx"));
    assert_eq!(build(&mut batch, &builder(), &out.path()), None);
}

#[test]
fn a_photograph_that_is_missing_is_left_out_with_a_warning() {
    let folder = Folder::new();
    for (name, bytes) in tree(Path::new(BATCH)) {
        if name != "hinh-2.jpg" {
            fs::write(folder.join(&name), bytes).unwrap();
        }
    }
    let batch = read(folder.path().to_str().unwrap());
    let lines = findings(&batch);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("P04"), "{lines:?}");
    let news = text_of(&batch, ProfileId::Party2018);
    assert!(news.contains("Quang cảnh Đại hội Chi bộ Quản lý khuyến công"));
    assert!(!news.contains("bỏ phiếu bầu Chi ủy tại Đại hội Chi bộ Văn phòng"));
}

#[test]
fn only_the_papers_asked_for_are_written_and_the_others_stay() {
    let out = Folder::new();
    let only = builder_of(vec![PaperKind::Summary]);
    let outcome = {
        let store = Store::open(&out.path()).unwrap();
        let mut batch = read(BATCH);
        assert!(!only.options().names_cells());
        build_committee(&only, &store, &mut batch, None).unwrap()
    };
    assert_eq!(outcome.unwrap().made.papers, 1);
    let files: Vec<String> = tree(&out.path()).into_keys().collect();
    assert_eq!(
        files,
        [
            "dang-bo/11-bao-cao-tong-hop.docx",
            "dang-bo/11-bao-cao-tong-hop.pdf",
            "dang-bo/manifest.json",
        ]
    );
    // the other paper joins it; the first one stays as it is
    let first = tree(&out.path());
    let news = builder_of(vec![PaperKind::NewsItem]);
    let store = Store::open(&out.path()).unwrap();
    build_committee(&news, &store, &mut read(BATCH), None).unwrap();
    let both = tree(&out.path());
    assert_eq!(both.len(), 5);
    for name in &files[..2] {
        assert!(both[name] == first[name], "{name}");
    }
}

#[test]
fn the_index_keeps_a_committee_that_a_run_did_not_touch() {
    let entry = |state: &str| IndexCell {
        cell: "Đảng ủy Mẫu".to_owned(),
        folder: "dang-bo".to_owned(),
        state: state.to_owned(),
        manifest: None,
    };
    let index = |parent| Index {
        program: "0".to_owned(),
        batches: vec![IndexBatch {
            batch: "đợt".to_owned(),
            cells: Vec::new(),
            parent,
        }],
    };
    let mut newer = index(None);
    newer.keep(Some(index(Some(entry("written")))));
    assert_eq!(newer, index(Some(entry("written"))));
    let mut newer = index(Some(entry("waiting")));
    newer.keep(Some(index(Some(entry("written")))));
    assert_eq!(newer, index(Some(entry("waiting"))));
}
