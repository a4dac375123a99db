//! What is up to date is not made again, and everything else is.

use crate::mess::book::Book;
use crate::support::{Folder, options, templates, tree};
use bienban::pipeline::{
    Batch, BuildOptions, Builder, CellState, Format, Manifest, PaperKind, Store,
    Templates, build_cell, read_input,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::time::SystemTime;

const FOLDER: &str = "vi-du";

/// A batch of one cell, and where its papers go.
struct Case {
    place: Folder,
    book: Book,
}

impl Case {
    fn new() -> Self {
        let case = Self {
            place: Folder::new(),
            book: Book::clean(),
        };
        fs::create_dir(case.place.join("vao")).unwrap();
        case.save();
        case
    }

    /// Writes the workbook; a file that is written anew has other bytes, as it says when.
    fn save(&self) {
        fs::write(self.place.join("vao/a.xlsx"), self.book.xlsx()).unwrap();
    }

    fn out(&self) -> std::path::PathBuf {
        self.place.join("ra")
    }

    fn folder(&self) -> std::path::PathBuf {
        self.out().join(FOLDER)
    }

    fn build(&self) -> CellState {
        self.build_with(&Builder::new(templates(), options()).unwrap(), false)
    }

    fn build_with(&self, builder: &Builder, is_forced: bool) -> CellState {
        self.build_in(&self.out(), builder, is_forced)
    }

    fn build_in(&self, out: &Path, builder: &Builder, is_forced: bool) -> CellState {
        let input = self.place.join("vao");
        let mut batch = Batch::read(&read_input(&input).unwrap());
        let store = Store::open(out).unwrap();
        let store = if is_forced { store.forced() } else { store };
        let cell = &mut batch.cells[0];
        let state = build_cell(builder, &store, cell, None).unwrap().state;
        assert!(!cell.report.has_errors(), "{:?}", cell.report);
        state
    }

    /// What a build into an empty folder gives.
    fn fresh(&self) -> BTreeMap<String, Vec<u8>> {
        let out = Folder::new();
        let builder = Builder::new(templates(), options()).unwrap();
        self.build_in(&out.path(), &builder, false);
        tree(&out.join(FOLDER))
    }

    /// The moments at which the files were written.
    fn written(&self) -> BTreeMap<String, SystemTime> {
        let names = tree(&self.folder()).into_keys();
        let time = |name: &String| {
            let what = fs::metadata(self.folder().join(name)).unwrap();
            what.modified().unwrap()
        };
        names.map(|name| (name.clone(), time(&name))).collect()
    }

    fn manifest(&self) -> Manifest {
        let text = fs::read_to_string(self.folder().join("manifest.json")).unwrap();
        serde_json::from_str(&text).unwrap()
    }
}

/// The names whose values differ or are in one map only.
fn changed<T: PartialEq>(
    before: &BTreeMap<String, T>,
    after: &BTreeMap<String, T>,
) -> BTreeSet<String> {
    let names = before.keys().chain(after.keys());
    let differs = |name: &&String| before.get(*name) != after.get(*name);
    names.filter(differs).cloned().collect()
}

#[test]
fn a_changed_goal_rewrites_the_papers_that_print_it_and_no_others() {
    let mut case = Case::new();
    assert_eq!(case.build(), CellState::Written);
    let (files, times) = (tree(&case.folder()), case.written());
    // long enough for any clock of a file system
    std::thread::sleep(std::time::Duration::from_millis(20));
    case.book
        .tab("Nghị quyết")
        .set("B3", "Xây dựng Chi bộ vững mạnh.");
    case.save();
    assert_eq!(case.build(), CellState::Written);
    let rewritten = changed(&times, &case.written());
    assert_eq!(rewritten, changed(&files, &tree(&case.folder())));
    let expected = ["06-nghi-quyet.docx", "06-nghi-quyet.pdf", "manifest.json"];
    assert!(
        expected.iter().all(|it| rewritten.contains(*it)),
        "{rewritten:?}"
    );
    let counts = |name: &&String| name.starts_with("04-") || name.starts_with("03-");
    assert_eq!(rewritten.iter().filter(counts).count(), 0, "{rewritten:?}");
    assert!(tree(&case.folder()) == case.fresh());
}

#[test]
fn only_what_is_missing_or_edited_is_made_again() {
    let case = Case::new();
    case.build();
    let (files, times) = (tree(&case.folder()), case.written());
    fs::remove_file(case.folder().join("05-bien-ban-dai-hoi.pdf")).unwrap();
    fs::write(case.folder().join("06-nghi-quyet.docx"), b"edited").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert_eq!(case.build(), CellState::Written);
    let rewritten = changed(&times, &case.written());
    let kept: Vec<&String> = rewritten.iter().filter(|it| it.contains(".sua-")).collect();
    assert_eq!(kept.len(), 1);
    let after = tree(&case.folder());
    assert_eq!(after[kept[0]], b"edited");
    let made = [
        "05-bien-ban-dai-hoi.pdf",
        "06-nghi-quyet.docx",
        "manifest.json",
    ];
    let expected: BTreeSet<String> = made.into_iter().map(str::to_owned).collect();
    let mut papers = rewritten.clone();
    papers.remove(kept[0]);
    assert_eq!(papers, expected);
    assert_eq!(
        changed(&files, &after).into_iter().collect::<Vec<_>>(),
        [kept[0].clone()]
    );
}

#[test]
fn a_paper_whose_hashes_agree_is_not_made_again_unless_forced() {
    let case = Case::new();
    case.build();
    // what the manifest calls the paper stands there: it is not looked into
    let mut manifest = case.manifest();
    let entry = manifest.papers.iter_mut();
    let entry = entry
        .into_iter()
        .find(|it| it.file == "06-nghi-quyet.pdf")
        .unwrap();
    let other = fs::read(case.folder().join("05-bien-ban-dai-hoi.pdf")).unwrap();
    let whole = fs::read(case.folder().join("06-nghi-quyet.pdf")).unwrap();
    fs::write(case.folder().join("06-nghi-quyet.pdf"), &other).unwrap();
    entry.bytes = other.len() as u64;
    let minutes = case.manifest().papers.into_iter();
    let mut minutes = minutes.filter(|it| it.file == "05-bien-ban-dai-hoi.pdf");
    entry.sha256 = minutes.next().unwrap().sha256;
    let mut text = serde_json::to_string(&manifest).unwrap();
    text.push('\n');
    fs::write(case.folder().join("manifest.json"), text).unwrap();
    assert_eq!(case.build(), CellState::Unchanged);
    assert!(fs::read(case.folder().join("06-nghi-quyet.pdf")).unwrap() == other);
    let builder = Builder::new(templates(), options()).unwrap();
    assert_eq!(case.build_with(&builder, true), CellState::Written);
    assert!(fs::read(case.folder().join("06-nghi-quyet.pdf")).unwrap() == whole);
    assert_eq!(case.build_with(&builder, true), CellState::Unchanged);
}

#[test]
fn builds_of_parts_add_up_to_a_whole_build() {
    let case = Case::new();
    let part = |formats: &[Format], only: &[PaperKind]| {
        let options = BuildOptions {
            formats: formats.to_vec(),
            only: only.to_vec(),
            ..options()
        };
        case.build_with(&Builder::new(templates(), options).unwrap(), false)
    };
    part(&[Format::Docx], &[PaperKind::Minutes]);
    part(&[Format::Pdf], &[]);
    part(
        &Format::ALL,
        &[PaperKind::Resolution, PaperKind::BallotCount],
    );
    part(&[Format::Docx], &[]);
    assert!(tree(&case.folder()) == case.fresh());
    assert_eq!(case.build(), CellState::Unchanged);
}

#[test]
fn another_template_or_form_makes_its_papers_out_of_date() {
    let case = Case::new();
    case.build();
    let before = case.manifest();
    let name = "nghi-quyet.hbs";
    let (_, own) = bienban::template::built_in_sources()
        .find(|it| it.0 == name)
        .unwrap();
    let other = own.replacen("Đại hội", "Đại  hội", 1);
    assert_ne!(own, other);
    let templates = Templates::replaced(vec![(name.to_owned(), other)]).unwrap();
    case.build_with(&Builder::new(templates, options()).unwrap(), false);
    let after = case.manifest();
    let hashes = |manifest: &Manifest| -> BTreeMap<String, String> {
        let papers = manifest.papers.iter();
        papers
            .map(|it| (it.file.clone(), it.templates.clone()))
            .collect()
    };
    let other = changed(&hashes(&before), &hashes(&after));
    assert_eq!(other.len(), 2, "{other:?}");
    assert!(other.iter().all(|file| file.starts_with("06-nghi-quyet")));
}

#[test]
fn papers_that_no_longer_belong_are_removed_and_edited_ones_kept() {
    let mut case = Case::new();
    case.build();
    let count = "04-bien-ban-kiem-phieu-bi-thu";
    let edited = case.folder().join(format!("{count}.docx"));
    assert!(edited.is_file());
    fs::write(&edited, b"edited").unwrap();
    // before the congress nothing is counted
    let ballot = case.book.ballot();
    for row in 2..=5 {
        ballot.set(&format!("B{row}"), "");
    }
    for column in ["C", "D", "E", "F"] {
        ballot.set(&format!("{column}10"), "");
    }
    case.save();
    assert_eq!(case.build(), CellState::Waiting);
    let names: Vec<String> = tree(&case.folder()).into_keys().collect();
    let counts: Vec<&String> = names.iter().filter(|it| it.starts_with(count)).collect();
    assert_eq!(counts.len(), 1, "{names:?}");
    assert!(counts[0].contains(".sua-"), "{names:?}");
}

#[test]
fn a_workbook_with_another_name_is_another_source() {
    let case = Case::new();
    case.build();
    fs::rename(case.place.join("vao/a.xlsx"), case.place.join("vao/b.xlsx")).unwrap();
    assert_eq!(case.build(), CellState::Written);
    assert!(tree(&case.folder()) == case.fresh());
    let text = fs::read_to_string(case.folder().join("manifest.json")).unwrap();
    assert!(text.contains("b.xlsx") && !text.contains("a.xlsx"));
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_whose_name_is_no_text_is_carried_over() {
    use std::os::unix::ffi::OsStrExt;
    let mut case = Case::new();
    case.build();
    let name = std::ffi::OsStr::from_bytes(b"gh\x93i.txt");
    fs::write(case.folder().join(name), "x").unwrap();
    assert_eq!(case.build(), CellState::Unchanged);
    let tab = case.book.tab("Nghị quyết");
    tab.set("B3", "Xây dựng Chi bộ vững mạnh.");
    case.save();
    assert_eq!(case.build(), CellState::Written);
    assert_eq!(fs::read(case.folder().join(name)).unwrap(), b"x");
}
