//! `--zip` and `--merge`: the papers of a run in one file, those of a cell in one file.

use crate::support::{
    BATCH, Folder, SITUATIONS, docx_text, options, pdf_text, run, run_in, tree, words,
};
use bienban::pipeline::{Index, Manifest, write_zip};
use lopdf::{Dictionary, Document, Object};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

fn build(out: &Folder, options: &[&str]) -> String {
    let root = out.join("ra");
    let arguments = [&["build", BATCH, "-o", root.to_str().unwrap()], options];
    let done = run(&arguments.concat());
    assert_eq!(done.code, 0, "{}", done.err);
    done.out
}

/// The files in a zip with their bytes, by name, in the order of the zip.
fn unzipped(zip: &Path) -> Vec<(String, Vec<u8>)> {
    let bytes = fs::read(zip).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let day = file.last_modified().unwrap();
        assert_eq!((day.year(), day.month(), day.day()), (1980, 1, 1));
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().to_owned(), bytes));
    }
    files
}

/// The papers below a folder, as a zip should hold them.
fn papers(root: &Path) -> Vec<(String, Vec<u8>)> {
    let files = tree(root).into_iter();
    files.filter(|(name, _)| !name.ends_with(".json")).collect()
}

#[test]
fn a_zip_holds_every_paper_of_the_run_and_the_same_bytes_each_time() {
    let (one, two) = (Folder::new(), Folder::new());
    let said = build(&one, &["--zip", one.join("a.zip").to_str().unwrap()]);
    assert!(said.contains("172 tệp → "), "{said}");
    assert_eq!(unzipped(&one.join("a.zip")), papers(&one.join("ra")));
    // again, when all is up to date, and elsewhere
    let first = fs::read(one.join("a.zip")).unwrap();
    build(&one, &["--zip", one.join("a.zip").to_str().unwrap()]);
    build(&two, &["--zip", two.join("b.ZIP").to_str().unwrap()]);
    assert!(first == fs::read(one.join("a.zip")).unwrap());
    assert!(first == fs::read(two.join("b.ZIP")).unwrap());
    let names: Vec<String> = tree(&one.path()).into_keys().collect();
    let beside = names.iter().filter(|it| !it.starts_with("ra/"));
    assert_eq!(beside.collect::<Vec<_>>(), ["a.zip"]);
}

#[test]
fn a_zip_holds_what_the_run_was_asked_for_and_nothing_that_is_out_of_date() {
    let out = Folder::new();
    let zip = out.join("a.zip");
    let options = ["--only", "nghi-quyet", "--format", "docx", "--zip"];
    build(&out, &[]);
    fs::write(out.join("ra/trung-tam-1/ghi-chu.txt"), "của văn thư").unwrap();
    build(&out, &[&options[..], &[zip.to_str().unwrap()]].concat());
    let names: Vec<String> = unzipped(&zip).into_iter().map(|it| it.0).collect();
    assert_eq!(names.len(), 6);
    assert!(
        names.iter().all(|it| it.ends_with("/06-nghi-quyet.docx")),
        "{names:?}"
    );
    // faulty cells have no papers in it, waiting ones those that they have
    let root = out.join("tinh-huong");
    let arguments = ["build", SITUATIONS, "-o", root.to_str().unwrap(), "--zip"];
    let done = run(&[&arguments[..], &[zip.to_str().unwrap()]].concat());
    assert_eq!(done.code, 1);
    assert_eq!(unzipped(&zip), papers(&root));
}

#[test]
fn a_zip_that_cannot_be_written_is_named_and_an_older_one_stays() {
    let out = Folder::new();
    let root = out.join("ra");
    let build = |zip: &Path| {
        let arguments = ["build", BATCH, "-o", root.to_str().unwrap(), "--zip"];
        run_in("en", &[&arguments[..], &[zip.to_str().unwrap()]].concat())
    };
    let nowhere = build(&out.join("khong-co/a.zip"));
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("no such folder"), "{}", nowhere.err);
    // the name of a workbook is never written over
    let workbook = build(&out.join("a.xlsx"));
    assert_eq!(workbook.code, 2);
    assert!(
        workbook.err.contains("must end in .zip"),
        "{}",
        workbook.err
    );
}

#[test]
fn a_zip_that_is_stopped_is_none_and_an_older_one_stays() {
    let out = Folder::new();
    let zip = out.join("a.zip");
    build(&out, &["--only", "nghi-quyet", "--format", "docx"]);
    let root = out.join("ra");
    let text = fs::read(root.join("manifest.json")).unwrap();
    let index: Index = serde_json::from_slice(&text).unwrap();
    fs::write(&zip, "an older one").unwrap();
    for papers in 0..6 {
        let left = Cell::new(papers);
        let goes_on = || left.replace(left.get() - 1) > 0;
        let written = write_zip(&zip, &root, &index.batches, &options(), &goes_on);
        assert_eq!(written.unwrap(), None, "stopped after {papers}");
        assert_eq!(fs::read(&zip).unwrap(), b"an older one");
        assert_eq!(fs::read_dir(out.path()).unwrap().count(), 2);
    }
}

#[test]
fn papers_joined_in_one_file_are_those_of_the_cell_in_order() {
    let out = Folder::new();
    let said = build(&out, &["--merge"]);
    // the joined file is one more file of each cell, and no paper
    assert!(
        said.contains("Đã lập 86 văn bản (178 tệp) cho 6/6 chi bộ"),
        "{said}"
    );
    let root = out.join("ra");
    let files = tree(&root);
    assert!(
        !files.contains_key("dang-bo/ho-so.pdf"),
        "one for each cell"
    );
    let verified = run(&["verify", root.to_str().unwrap()]);
    assert_eq!((verified.code, verified.err.as_str()), (0, ""));
    for folder in ["trung-tam-1", "van-phong", "ke-hoach-tong-hop"] {
        let text = fs::read(root.join(folder).join("manifest.json")).unwrap();
        let manifest: Manifest = serde_json::from_slice(&text).unwrap();
        let entry = manifest
            .papers
            .iter()
            .find(|it| it.file == "ho-so.pdf")
            .unwrap();
        assert_eq!(entry.kind, "ho-so");
        let joined = &files[&format!("{folder}/ho-so.pdf")];
        let singles = single_papers(&files, folder, joined);
        let pages: usize = singles.iter().map(|it| it.pages).sum();
        assert_eq!(entry.pages, pages);
        let text: Vec<&str> = singles.iter().map(|it| it.text.as_str()).collect();
        let text = text.join("\n");
        assert_eq!(words(&pdf_text(joined)), words(&text), "{folder}");
    }
}

/// A paper in a file of its own.
struct Single {
    title: String,
    pages: usize,
    text: String,
}

/// The papers of a cell in the order of the bookmarks of the file that joins them; each
/// bookmark has the title of one paper, and stands on its first page.
fn single_papers(
    files: &BTreeMap<String, Vec<u8>>,
    folder: &str,
    joined: &[u8],
) -> Vec<Single> {
    let inner = format!("{folder}/");
    let own = files.iter().filter(|(name, _)| {
        name.starts_with(&inner) && name.ends_with(".pdf") && !name.ends_with("ho-so.pdf")
    });
    let mut singles: Vec<Single> = own
        .map(|(_, bytes)| {
            let file = Document::load_mem(bytes).unwrap();
            let info = file.trailer.get_deref(b"Info", &file).unwrap();
            let title = info.as_dict().unwrap().get(b"Title").unwrap();
            Single {
                title: lopdf::decode_text_string(title).unwrap(),
                pages: file.get_pages().len(),
                text: pdf_text(bytes),
            }
        })
        .collect();
    let file = Document::load_mem(joined).unwrap();
    let pages: Vec<_> = file.page_iter().collect();
    let mut page = 0;
    let mut ordered = Vec::new();
    for (title, target) in bookmarks(&file) {
        assert_eq!(target, pages[page], "{folder}: {title}");
        let place = singles.iter().position(|it| it.title == title).unwrap();
        let single = singles.remove(place);
        page += single.pages;
        ordered.push(single);
    }
    assert!(singles.is_empty(), "{folder}: every paper has its bookmark");
    assert_eq!(page, pages.len());
    let labels = labels(&file);
    assert_eq!(labels.len(), ordered.len());
    assert_eq!(&labels[..4], ["01-", "02-", "03.1-", "03.2-"]);
    ordered
}

fn inner<'a>(file: &'a Document, of: &'a Dictionary, key: &str) -> &'a Dictionary {
    of.get_deref(key.as_bytes(), file)
        .unwrap()
        .as_dict()
        .unwrap()
}

/// The bookmarks of the first level: what they say, and their pages.
fn bookmarks(file: &Document) -> Vec<(String, lopdf::ObjectId)> {
    let outline = inner(file, file.catalog().unwrap(), "Outlines");
    let mut next = outline.get(b"First").ok();
    let mut all = Vec::new();
    while let Some(bookmark) = next {
        let bookmark = file.dereference(bookmark).unwrap().1.as_dict().unwrap();
        let title = lopdf::decode_text_string(bookmark.get(b"Title").unwrap()).unwrap();
        let target = bookmark.get(b"Dest").unwrap().as_array().unwrap();
        all.push((title, target[0].as_reference().unwrap()));
        next = bookmark.get(b"Next").ok();
    }
    all
}

/// What the labels of the pages of each paper begin with.
fn labels(file: &Document) -> Vec<String> {
    let labels = inner(file, file.catalog().unwrap(), "PageLabels");
    let numbers = labels.get(b"Nums").unwrap().as_array().unwrap().iter();
    let labels = numbers.filter_map(|it| it.as_dict().ok());
    let starts = labels.map(|it| lopdf::decode_text_string(it.get(b"P").unwrap()));
    starts.map(Result::unwrap).collect()
}

#[test]
fn the_joined_file_is_an_archive_with_one_tree_of_tags() {
    let out = Folder::new();
    build(
        &out,
        &["--merge", "--only", "nghi-quyet", "--format", "docx"],
    );
    // the run was asked for one paper, but all of them are joined
    let files = tree(&out.join("ra/trung-tam-1"));
    let names: Vec<&str> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["06-nghi-quyet.docx", "ho-so.pdf", "manifest.json"]);
    let file = Document::load_mem(&files["ho-so.pdf"]).unwrap();
    let catalog = file.catalog().unwrap();
    let tree = inner(&file, catalog, "StructTreeRoot");
    let roots = tree.get(b"K").unwrap().as_array().unwrap();
    assert_eq!(roots.len(), 1);
    let root = file.dereference(&roots[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(root.get(b"K").unwrap().as_array().unwrap().len(), 14);
    // every page has its way back into the tree, under its own number
    let back = inner(&file, tree, "ParentTree").get(b"Nums").unwrap();
    let keys = back.as_array().unwrap().iter().step_by(2);
    let keys: Vec<i64> = keys.flat_map(Object::as_i64).collect();
    let pages = i64::try_from(file.get_pages().len()).unwrap();
    assert_eq!(keys, (0..pages).collect::<Vec<_>>());
    let xmp = catalog
        .get_deref(b"Metadata", &file)
        .unwrap()
        .as_stream()
        .unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).unwrap();
    for said in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Hồ sơ Đại hội Chi bộ Trung tâm 1, nhiệm kỳ 2022-2025",
        "<rdf:li>Chi bộ Trung tâm 1</rdf:li>",
        "2022-08-31T00:00:00Z",
    ] {
        assert!(xmp.contains(said), "{said}");
    }
    let resolution = docx_text(&files["06-nghi-quyet.docx"]);
    let joined = pdf_text(&files["ho-so.pdf"]);
    let (joined, resolution) = (words(&joined).join(" "), words(&resolution).join(" "));
    assert!(joined.contains(&resolution));
}

#[test]
fn a_run_without_merge_takes_the_joined_file_away_and_a_selective_one_leaves_it() {
    let out = Folder::new();
    let joined = out.join("ra/trung-tam-1/ho-so.pdf");
    build(&out, &["--merge"]);
    let before = fs::read(&joined).unwrap();
    build(&out, &["--only", "nghi-quyet"]);
    assert!(before == fs::read(&joined).unwrap());
    build(&out, &["--only", "nghi-quyet", "--merge"]);
    assert!(before == fs::read(&joined).unwrap());
    build(&out, &["--format", "docx"]);
    assert!(before == fs::read(&joined).unwrap());
    build(&out, &[]);
    assert!(!joined.exists());
}
