//! What `build` says of the papers: what was written and what was not, and why.

use bienban::diagnostic::{Lang, name_invisible, nearest};
use bienban::pipeline::{CellOutcome, CellState, PaperCount};
use std::path::Path;

/// So many names of cells are told.
const SHOWN: usize = 30;

/// What became of the papers of the committee.
pub(super) fn committee_line(outcome: &CellOutcome, lang: Lang) -> String {
    let name = &outcome.entry.cell;
    match (outcome.state, lang) {
        (CellState::Waiting, Lang::Vi) => {
            format!("  {name}: chưa lập văn bản, vì còn chờ các chi bộ nêu trên")
        }
        (CellState::Waiting, Lang::En) => {
            format!("  {name}: no papers yet, they wait for the cells named above")
        }
        (CellState::Written | CellState::Unchanged | CellState::Faulty, _) => {
            line(outcome, lang)
        }
    }
}

pub(super) fn line(outcome: &CellOutcome, lang: Lang) -> String {
    let PaperCount { papers, files } = outcome.standing;
    let (name, folder) = (&outcome.entry.cell, &outcome.entry.folder);
    match (outcome.state, lang) {
        (CellState::Written, Lang::Vi) => {
            let new = new_files(outcome, lang);
            format!("  {name}: {papers} văn bản, {files} tệp{new} → {folder}")
        }
        (CellState::Written, Lang::En) => {
            let new = new_files(outcome, lang);
            format!("  {name}: {papers} papers, {files} files{new} → {folder}")
        }
        (CellState::Unchanged, Lang::Vi) => {
            format!("  {name}: {papers} văn bản, không có gì thay đổi → {folder}")
        }
        (CellState::Unchanged, Lang::En) => {
            format!("  {name}: {papers} papers, nothing changed → {folder}")
        }
        (CellState::Waiting, Lang::Vi) => format!(
            "  {name}: {papers} văn bản; các văn bản khác còn chờ kết quả hoặc quyết định"
        ),
        (CellState::Waiting, Lang::En) => {
            format!("  {name}: {papers} papers; the others wait for results or decisions")
        }
        (CellState::Faulty, Lang::Vi) => {
            format!("  {name}: không lập văn bản, vì có lỗi nêu trên")
        }
        (CellState::Faulty, Lang::En) => {
            format!("  {name}: no papers, because of the errors above")
        }
    }
}

/// How many files are new, where others stood there already.
fn new_files(outcome: &CellOutcome, lang: Lang) -> String {
    let new = outcome.made.files;
    match lang {
        _ if new == outcome.standing.files => String::new(),
        Lang::Vi if new == 0 => " (không lập lại tệp nào)".to_owned(),
        Lang::Vi => format!(" (lập lại {new} tệp)"),
        Lang::En if new == 0 => " (none of them new)".to_owned(),
        Lang::En => format!(" ({new} of them new)"),
    }
}

/// Whether new papers were written.
fn is_written(outcome: &CellOutcome) -> bool {
    outcome.state != CellState::Unchanged && outcome.made.files > 0
}

pub(super) fn count_written(outcomes: &[CellOutcome]) -> usize {
    outcomes.iter().filter(|it| is_written(it)).count()
}

/// What was written, and for how many of the cells.
pub(super) fn total(
    outcomes: &[&CellOutcome],
    (with, cells): (usize, usize),
    root: &Path,
    lang: Lang,
) -> String {
    let written = || outcomes.iter().filter(|it| is_written(it));
    let papers: usize = written().map(|it| it.made.papers).sum();
    let files: usize = written().map(|it| it.made.files).sum();
    let and_committee = match (written().count() > with, lang) {
        (true, Lang::Vi) => " và đảng ủy",
        (true, Lang::En) => " and the committee",
        (false, _) => "",
    };
    let root = root.display();
    match lang {
        Lang::Vi => format!(
            "Đã lập {papers} văn bản ({files} tệp) cho {with}/{cells} chi bộ{and_committee} trong {root}."
        ),
        Lang::En => format!(
            "papers: {papers} (files: {files}), cells: {with}/{cells}{and_committee}, in {root}."
        ),
    }
}

/// That no cell has the name that is asked for, and which names there are.
pub(super) fn no_such_cell(name: &str, others: &[String], lang: Lang) -> Vec<String> {
    let none = lang.pick("không có chi bộ nào tên", "there is no cell named");
    let mut lines = vec![format!("{none} “{name}”")];
    let names = || others.iter().map(String::as_str);
    if let Some(near) = nearest(name, names()) {
        let meant = lang.pick("có phải", "did you mean");
        lines.push(format!("  {meant} “{near}”?"));
    } else if !others.is_empty() {
        let there = lang.pick("các chi bộ đang có:", "the cells are:");
        let mut names: Vec<&str> = names().take(SHOWN).collect();
        if others.len() > SHOWN {
            names.push("…");
        }
        lines.push(format!("  {there} {}", names.join("; ")));
    }
    lines
}

/// How far a run came that was stopped.
pub(super) fn stopped(done: usize, cells: usize, lang: Lang) -> String {
    match lang {
        Lang::Vi => format!(
            "Đã dừng: {done}/{cells} chi bộ đã xong và còn nguyên vẹn; chạy lại lệnh này để làm tiếp."
        ),
        Lang::En => format!(
            "Stopped: {done} of {cells} cells are done and whole; run the command again to go on."
        ),
    }
}

/// That the output held the papers of other batches, and what became of them.
pub(super) fn displaced(batches: &[&str], output: &Path, lang: Lang) -> [String; 2] {
    let output = output.display();
    let mut names = batches.iter().take(SHOWN);
    let more = if batches.len() > SHOWN { ", …" } else { "" };
    let first = names.next().copied().unwrap_or_default();
    let batch = names.fold(first.to_owned(), |all, name| format!("{all}”, “{name}"));
    match lang {
        Lang::Vi => [
            format!("{output} trước đây chứa văn bản của “{batch}”{more}, không thuộc lần chạy này"),
            "  thư mục cùng tên đã được thay, các thư mục khác còn nguyên nhưng không còn trong manifest.json; nên dùng -o riêng cho mỗi đợt".to_owned(),
        ],
        Lang::En => [
            format!("{output} held the papers of “{batch}”{more}: not part of this run"),
            "  folders of the same name were replaced, the others stand there but are no longer in manifest.json; use an own -o for each batch".to_owned(),
        ],
    }
}

/// That a run was stopped before it knew all cells of a batch.
pub(super) fn stopped_reading(batch: &str, lang: Lang) -> String {
    name_invisible(&match lang {
        Lang::Vi => format!(
            "Đã dừng khi đang đọc {batch}: chưa ghi gì; chạy lại lệnh này để làm tiếp."
        ),
        Lang::En => format!(
            "Stopped while {batch} was read: nothing is written; run the command again to go on."
        ),
    })
}

/// That a run was stopped before its zip file was whole.
pub(super) fn stopped_zipping(file: &Path, lang: Lang) -> String {
    let file = file.display();
    name_invisible(&match lang {
        Lang::Vi => format!("Đã dừng: chưa ghi {file}; chạy lại lệnh này để ghi."),
        Lang::En => format!(
            "Stopped before {file} was written; run the command again to write it."
        ),
    })
}
