//! Templates seen, taken out, changed and put back.

use crate::support::{Folder, tree};
use crate::support::{run, run_in};
use std::fs;
use std::path::PathBuf;

const ONE: &str = "fixtures/tinh-huong/duoi-chin-dang-vien.xlsx";

/// A folder with changed templates.
fn changed(files: &[(&str, &str)]) -> (Folder, PathBuf) {
    let folder = Folder::new();
    let templates = folder.join("mau");
    for (name, text) in files {
        let path = templates.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    (folder, templates)
}

/// Builds with changed templates that must be refused; what was said.
fn refused(files: &[(&str, &str)]) -> String {
    let (folder, templates) = changed(files);
    let out = folder.join("ra");
    let run = run(&[
        "build",
        ONE,
        "-o",
        out.to_str().unwrap(),
        "--templates",
        templates.to_str().unwrap(),
    ]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert!(!out.exists(), "nothing is written");
    run.err
}

#[test]
fn exported_templates_passed_back_change_nothing() {
    let folder = Folder::new();
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (mau, ra, lai) = (path("mau"), path("ra"), path("lai"));
    assert_eq!(run(&["templates", "export", &mau]).code, 0);
    assert_eq!(run(&["build", ONE, "-o", &ra]).code, 0);
    let again = run(&["build", ONE, "-o", &lai, "--templates", &mau]);
    assert_eq!((again.code, again.err.as_str()), (0, ""));
    assert_eq!(tree(&folder.join("ra")), tree(&folder.join("lai")));
}

#[test]
fn an_export_leaves_a_changed_template_as_it_is() {
    let (_folder, templates) = changed(&[("nghi-quyet.hbs", "của tôi")]);
    let run = run(&["templates", "export", templates.to_str().unwrap()]);
    assert_eq!(run.code, 0);
    assert!(
        run.out.contains("nghi-quyet.hbs: đã có, giữ nguyên"),
        "{}",
        run.out
    );
    let text = fs::read_to_string(templates.join("nghi-quyet.hbs")).unwrap();
    assert_eq!(text, "của tôi");
    assert!(templates.join("partials/bieu-quyet.hbs").is_file());
}

#[test]
fn an_export_onto_what_cannot_be_read_says_so() {
    let (_folder, templates) = changed(&[]);
    fs::create_dir_all(templates.join("nghi-quyet.hbs")).unwrap();
    let run = run(&["templates", "export", templates.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    let why = "nghi-quyet.hbs: đây là một thư mục, không phải tệp\n";
    assert!(run.err.starts_with("không đọc được: "), "{}", run.err);
    assert!(run.err.ends_with(why), "{}", run.err);
}

#[test]
fn one_changed_template_replaces_its_own_and_no_other() {
    let text = "\u{feff}<title>Nghị quyết</title>\r\n<p>Đã sửa: {{chi_bo}}</p>\r\n";
    let (folder, templates) = changed(&[("nghi-quyet.hbs", text), (".ẩn", "x")]);
    let out = folder.join("ra");
    let (out, templates) = (out.to_str().unwrap(), templates.to_str().unwrap());
    let run = run(&["build", ONE, "-o", out, "--templates", templates]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn a_file_of_no_template_is_refused_with_a_suggestion() {
    let said = refused(&[("nghi-quyt.hbs", "<p>x</p>")]);
    assert!(
        said.contains("lỗi[T05]") && said.contains("nghi-quyt.hbs"),
        "{said}"
    );
    assert!(said.contains("có phải “nghi-quyet.hbs” không?"), "{said}");
}

#[test]
fn a_wrong_key_is_told_with_its_line_and_a_suggestion() {
    let said = refused(&[("nghi-quyet.hbs", "<p>x</p>\n<p>{{chi_boo}}</p>")]);
    assert!(said.contains("lỗi[T02]"), "{said}");
    assert!(said.contains("nghi-quyet.hbs:2:"), "{said}");
    assert!(
        said.contains("<p>{{chi_boo}}</p>"),
        "the line itself: {said}"
    );
    assert!(said.contains("có phải “chi_bo” không?"), "{said}");
}

#[test]
fn an_unclosed_tag_and_an_unknown_element_are_told() {
    let said = refused(&[("nghi-quyet.hbs", "<p>x</p>\n<section annex><p>y</p>")]);
    assert!(
        said.contains("lỗi[T03]") && said.contains("nghi-quyet.hbs:2:1"),
        "{said}"
    );
    let said = refused(&[("nghi-quyet.hbs", "<p>x</p>\n<balots/>")]);
    assert!(said.contains("có phải “ballots” không?"), "{said}");
}

#[test]
fn text_that_is_not_unicode_is_refused() {
    let (folder, templates) = changed(&[("nghi-quyet.hbs", "")]);
    fs::write(templates.join("nghi-quyet.hbs"), [0xc4, 0x90, 0xff]).unwrap();
    let out = folder.join("ra");
    let (out, templates) = (out.to_str().unwrap(), templates.to_str().unwrap());
    let run = run(&["build", ONE, "-o", out, "--templates", templates]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("lỗi[T01]"), "{}", run.err);
}

#[test]
fn a_folder_that_is_not_there_is_the_surroundings_fault() {
    let folder = Folder::new();
    let none = folder.join("không-có");
    let run = run(&["build", ONE, "--templates", none.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("không đọc được"), "{}", run.err);
}

#[test]
fn fields_tell_keys_and_markup_in_both_languages() {
    for (lang, meaning) in [("vi", "Bảng chỉ tiêu."), ("en", "The table of targets.")]
    {
        let keys = run_in(lang, &["fields", "nghi-quyet"]).out;
        assert!(keys.contains(meaning), "{lang}: {keys}");
    }
    let keys = run(&["fields", "nghi-quyet"]);
    assert_eq!(keys.code, 0);
    let line = keys.out.lines().find(|line| line.starts_with("chi_bo "));
    assert!(line.unwrap().contains("chữ"), "{}", keys.out);
    for (lang, word) in [("vi", "phiếu bầu"), ("en", "ballots")] {
        let markup = run_in(lang, &["fields", "--markup"]).out;
        let line = markup.lines().find(|line| line.starts_with("<ballots>"));
        assert!(line.unwrap().contains(word), "{markup}");
    }
    assert_eq!(run(&["fields"]).code, 2);
    assert_eq!(run(&["fields", "nghi-quyet", "--markup"]).code, 2);
}
