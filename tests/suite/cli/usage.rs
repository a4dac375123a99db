//! Help, and what is said of wrong usage, in the language of the user.

use super::{BATCH, Folder, run, run_in};

/// Every command.
const COMMANDS: [&[&str]; 13] = [
    &[],
    &["build"],
    &["check"],
    &["results"],
    &["explain"],
    &["verify"],
    &["kinds"],
    &["fields"],
    &["templates"],
    &["templates", "export"],
    &["init"],
    &["completions"],
    &["man"],
];

/// Words of clap, and of our own help in English.
const ENGLISH: [&str; 12] = [
    "Usage",
    "OPTIONS",
    "Options",
    "Arguments",
    "Commands",
    "COMMAND",
    "possible",
    "default",
    "Print",
    "Write",
    "error",
    "The ",
];

fn has_english(text: &str) -> Option<&'static str> {
    ENGLISH.into_iter().find(|word| text.contains(word))
}

#[test]
fn help_is_in_the_language_of_the_user() {
    for command in COMMANDS {
        let help = run(&[command, &["--help"]].concat());
        assert_eq!((help.code, help.err.as_str()), (0, ""), "{command:?}");
        assert!(help.out.contains("\n\nCách dùng: bienban"), "{}", help.out);
        assert_eq!(has_english(&help.out), None, "{}", help.out);
        let asked = run(&[&["help"], command].concat());
        assert_eq!((asked.code, asked.out), (0, help.out));
        let english = run_in("en", &[command, &["-h"]].concat());
        assert!(
            english.out.contains("\n\nUsage: bienban"),
            "{}",
            english.out
        );
    }
    let version = run(&["--version"]);
    assert_eq!((version.code, version.err.as_str()), (0, ""));
    assert_eq!(
        version.out,
        format!("bienban {}\n", env!("CARGO_PKG_VERSION"))
    );
}

/// What was typed after the name of the program, and the first line of the answer.
const WRONG: [(&[&str], &str); 20] = [
    (&[], "thiếu lệnh"),
    (&["lap"], "không có lệnh “lap”"),
    (&["chek", "a"], "không có lệnh “chek”"),
    (&["help", "lap"], "không có lệnh “lap”"),
    (&["build"], "thiếu <INPUT>..."),
    (
        &["build", "a", "--cel", "b"],
        "không có tùy chọn hoặc đối số “--cel”",
    ),
    (
        &["build", "a", "--only", "05"],
        "“05” không dùng được cho --only <KIND>",
    ),
    (
        &["build", "a", "--only", ""],
        "--only <KIND> cần một giá trị",
    ),
    (
        &["build", "a", "--format", "doc"],
        "“doc” không dùng được cho --format <FORMAT>",
    ),
    (
        &["build", "a", "--format"],
        "--format <FORMAT> cần một giá trị",
    ),
    (
        &["build", "a", "--jobs", "0"],
        "“0” không dùng được cho --jobs <N>",
    ),
    (
        &["build", "a", "--jobs", "hai"],
        "“hai” không dùng được cho --jobs <N>",
    ),
    (
        &["build", "a", "--profile", "2018"],
        "“2018” không dùng được cho --profile <PROFILE>",
    ),
    (
        &["build", "a", "--zip", "b"],
        "“b” không dùng được cho --zip <FILE>",
    ),
    (
        &["build", "a", "--merge=b"],
        "--merge không nhận giá trị “b”",
    ),
    (
        &["build", "a", "-o", "b", "-o", "c"],
        "--output <DIR> chỉ dùng được một lần",
    ),
    (&["check", ""], "<INPUT>... cần một giá trị"),
    (&["explain", "out"], "thiếu <TEXT|--paper <FILE>>"),
    (
        &["fields", "nghi-quyet", "--markup"],
        "[KIND] không dùng cùng với --markup",
    ),
    (
        &["kinds", "--lang", "fr"],
        "“fr” không dùng được cho --lang <LANG>",
    ),
];

#[test]
fn wrong_usage_is_told_in_the_language_of_the_user_and_is_a_failure_of_the_surroundings()
{
    for (words, expected) in WRONG {
        let told = run(words);
        assert_eq!((told.code, told.out.as_str()), (2, ""), "{words:?}");
        let first = told.err.lines().next().unwrap();
        assert_eq!(first, format!("lỗi: {expected}"), "{words:?}");
        assert_eq!(has_english(&told.err), None, "{}", told.err);
        assert!(!told.err.contains("invalid"), "{}", told.err);
        let english = run_in("en", words);
        assert_eq!((english.code, english.out.as_str()), (2, ""), "{words:?}");
        assert!(english.err.starts_with("error: "), "{}", english.err);
    }
}

#[test]
fn wrong_usage_is_told_with_what_would_be_right() {
    let said = |words: &[&str]| run(words).err;
    assert!(said(&["chek"]).contains("\n  có phải check?\n"));
    assert!(said(&["build", "a", "--cel", "b"]).contains("\n  có phải --cell?\n"));
    let kind = said(&["build", "a", "--only", "bien-ban"]);
    assert!(
        kind.contains("\n  một trong: bao-cao-dang-vien, "),
        "{kind}"
    );
    assert!(kind.contains("\n  có phải bien-ban-dai-hoi?\n"), "{kind}");
    let zip = said(&["build", "a", "--zip", "b"]);
    assert!(zip.contains("tên tệp phải kết thúc bằng .zip"), "{zip}");
    let jobs = said(&["build", "a", "--jobs", "hai"]);
    assert!(jobs.contains("từ 1 đến 1024"), "{jobs}");
    // a folder dropped onto the program
    let dropped = said(&[BATCH]);
    let meant = format!("muốn lập văn bản từ đó: bienban build \"{BATCH}\"");
    assert!(dropped.contains(&meant), "{dropped}");
}

#[test]
fn words_to_choose_from_may_be_in_capitals() {
    let out = Folder::new();
    let root = out.join("ra");
    let root = root.to_str().unwrap();
    let built = run(&[
        "build",
        BATCH,
        "-o",
        root,
        "--format",
        "DOCX",
        "--only",
        "Nghi-Quyet",
        "--profile",
        "Party-2026",
    ]);
    assert_eq!(built.code, 0, "{}", built.err);
    assert!(
        built.out.contains("Đã lập 6 văn bản (6 tệp)"),
        "{}",
        built.out
    );
}

#[test]
fn the_usage_of_explain_begins_with_its_folder() {
    let usage = "bienban explain <DIR> [TEXT] [--paper FILE] [";
    for (lang, word) in [("vi", "Cách dùng: "), ("en", "Usage: ")] {
        let expected = format!("\n{word}{usage}");
        let help = run_in(lang, &["explain", "--help"]).out;
        assert!(help.contains(&expected), "{help}");
        for wrong in [
            &["explain", "out"][..],
            &["explain"],
            &["explain", "o", "--x"],
        ] {
            let told = run_in(lang, wrong).err;
            assert!(told.contains(&expected), "{told}");
        }
        let manual = run_in(lang, &["man"]).out;
        let synopsis =
            "\n.SS SYNOPSIS\nbienban explain <DIR> [TEXT] [\\-\\-paper FILE]\n";
        assert!(manual.contains(synopsis), "{manual}");
    }
}
