//! `explain` and `verify`: what earlier runs have written.

use super::args::ExplainArguments;
use super::say::{self, Say, Task};
use super::{CLEAN, FAILED, FAULTY};
use bienban::diagnostic::{Lang, name_invisible};
use bienban::pipeline::{
    ExplainError, FoldersError, Mismatch, MismatchKind, Question, Verified,
};
use bienban::pipeline::{explain as explained, verify as verified};
use std::path::Path;

/// So many papers are named.
const SHOWN: usize = 100;

/// Says where figures come from; the exit code.
pub(super) fn explain(arguments: &ExplainArguments, say: &Say) -> u8 {
    let lang = say.lang();
    let question = Question {
        text: arguments.text.as_deref(),
        paper: arguments.paper.as_deref(),
    };
    match explained(&arguments.folder, question, lang) {
        Ok(lines) => {
            for line in lines {
                say::out(&name_invisible(&line));
            }
            CLEAN
        }
        Err(ExplainError::Folders(error)) => {
            let code = say_folders(&error, lang);
            say_how_asked(&arguments.folder, question.text, lang);
            code
        }
        Err(ExplainError::NoSuchPaper { paper, papers }) => {
            let what = lang.pick("không có văn bản nào tên", "there is no paper named");
            let known = lang.pick("Các văn bản đang có:", "The papers are:");
            say_line(&format!("{what} “{paper}”"));
            say_line(known);
            say_papers(&papers);
            FAILED
        }
        Err(ExplainError::Joined { paper, papers }) => {
            let what = lang.pick(
                "ghép các văn bản khác; hãy hỏi từng văn bản:",
                "joins other papers; ask for one of them:",
            );
            say_line(&format!("“{paper}” {what}"));
            say_papers(&papers);
            FAILED
        }
        Err(ExplainError::NoSuchText { text, near }) => {
            let what = lang.pick(
                "không có số liệu, tên hoặc ngày nào được in là",
                "no figure, name or date is printed as",
            );
            say_line(&format!("{what} “{text}”"));
            if !near.is_empty() {
                let near: Vec<String> = near.iter().map(|it| format!("“{it}”")).collect();
                let what = lang.pick("Gần giống:", "Like it:");
                say_line(&format!("{what} {}", near.join(", ")));
            }
            FAILED
        }
    }
}

/// Says how it is asked when the figure, or a paper, is given in the folder's place.
fn say_how_asked(folder: &Path, text: Option<&str>, lang: Lang) {
    let Some(text) = text else { return };
    let first = folder.display();
    let (what, how) = if !folder.exists() && Path::new(text).is_dir() {
        let what = lang.pick(
            "thư mục đặt trước, số liệu đặt sau:",
            "the folder comes first, then the figure:",
        );
        (what, format!("\"{text}\" \"{first}\""))
    } else if let (true, Some(paper)) = (folder.is_file(), folder.file_name()) {
        let what = lang.pick(
            "thư mục của văn bản đặt trước, tên văn bản đặt sau --paper:",
            "the folder of the paper comes first, its name after --paper:",
        );
        let around = folder.parent().filter(|it| !it.as_os_str().is_empty());
        let around = around.unwrap_or(Path::new(".")).display();
        let paper = paper.display();
        (what, format!("\"{around}\" \"{text}\" --paper \"{paper}\""))
    } else {
        return;
    };
    say_line(&format!("  {what} bienban explain {how}"));
}

fn say_papers(papers: &[String]) {
    for name in papers.iter().take(SHOWN) {
        say_line(&format!("  {name}"));
    }
    if papers.len() > SHOWN {
        say_line("  …");
    }
}

/// Says whether files match their manifests; the exit code.
pub(super) fn verify(folder: &Path, say: &Say) -> u8 {
    let lang = say.lang();
    let found = match verified(folder) {
        Ok(found) => found,
        Err(error) => return say_folders(&error, lang),
    };
    for mismatch in &found.findings {
        say_line(&line(mismatch, lang));
    }
    say.note(&total(&found, lang));
    if found.is_sound() { CLEAN } else { FAULTY }
}

fn say_folders(error: &FoldersError, lang: Lang) -> u8 {
    match error {
        FoldersError::Read(error) => {
            say::refusal(error, &[], Task::Read, lang);
        }
        FoldersError::NoPapers { path } => {
            let what = lang.pick(
                "không phải thư mục văn bản do bienban lập (không có manifest.json)",
                "no folder of papers that bienban wrote (there is no manifest.json)",
            );
            say_line(&format!("{path}: {what}"));
        }
        FoldersError::Manifest { .. } => {
            let what = lang.pick("tệp bị hỏng", "damaged file");
            say::failure(what, error, Task::Read, lang);
        }
    }
    FAILED
}

/// `error: trung-tam-1/06-nghi-quyet.pdf: changed since it was written`
fn line(mismatch: &Mismatch, lang: Lang) -> String {
    let severity = if mismatch.what.is_fault() {
        lang.pick("lỗi", "error")
    } else {
        lang.pick("cảnh báo", "warning")
    };
    let (vi, en) = match mismatch.what {
        MismatchKind::Changed => {
            ("đã bị sửa sau khi lập", "changed since it was written")
        }
        MismatchKind::Missing => ("không còn", "missing"),
        MismatchKind::IndexMissing => (
            "không còn, nên không biết có mất cả thư mục nào không",
            "missing, so that nobody can tell whether whole folders are gone",
        ),
        MismatchKind::ManifestMissing => (
            "không còn, nên không đối chiếu được thư mục này",
            "missing, so that its folder cannot be verified",
        ),
        MismatchKind::ManifestChanged => (
            "không khớp với manifest.json chung: lần lập bị ngắt, hoặc tệp bị sửa; hãy lập lại",
            "not the one that the manifest.json over all folders names: a run was killed, or the file edited; build again",
        ),
        MismatchKind::ManifestUnreadable => ("bị hỏng", "damaged"),
        MismatchKind::Kept => (
            "bản đã bị sửa, được giữ lại khi lập lại",
            "an edited paper, kept when it was written anew",
        ),
        MismatchKind::Extra => (
            "không có trong manifest.json (bienban không lập)",
            "not in manifest.json (bienban did not write it)",
        ),
        MismatchKind::ExtraFolder => (
            "thư mục của lần lập trước, không có trong manifest.json chung",
            "a folder of an earlier run, not in the manifest.json over all folders",
        ),
        MismatchKind::Leftover => (
            "còn lại của lần chạy bị ngắt; lần lập sau sẽ dọn",
            "left by an interrupted run; the next build removes it",
        ),
        MismatchKind::OutOfDate => (
            "văn bản cũ, không còn đúng với bảng tính: lần lập sau cùng gặp lỗi hoặc còn chờ",
            "older papers, no longer true to the workbook: the last build found errors, or waits",
        ),
    };
    format!("{severity}: {}: {}", mismatch.path, lang.pick(vi, en))
}

/// How many files are as they were, and how many are not.
fn total(found: &Verified, lang: Lang) -> String {
    let intact = found.intact;
    let faults = found.findings.iter().filter(|it| it.what.is_fault());
    let faults = faults.count();
    let others = found.findings.iter().filter(|it| it.what.is_beside());
    let others = others.count();
    match lang {
        Lang::Vi => {
            format!("{intact} tệp khớp, {faults} không khớp, {others} ngoài bản kê.")
        }
        Lang::En => format!("files intact: {intact}, not: {faults}, beside: {others}."),
    }
}

/// A line beside the results; names of files are part of it.
fn say_line(line: &str) {
    say::error_line(&name_invisible(line));
}
