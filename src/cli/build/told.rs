//! What `build` says of the papers: what was written and what was not, and why.

use bienban::diagnostic::Lang;
use bienban::pipeline::{CellOutcome, CellState};
use std::path::Path;

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
    let (papers, files) = (outcome.papers, outcome.files);
    let (name, folder) = (&outcome.entry.cell, &outcome.entry.folder);
    match (outcome.state, lang) {
        (CellState::Written, Lang::Vi) => {
            format!("  {name}: {papers} văn bản, {files} tệp → {folder}")
        }
        (CellState::Written, Lang::En) => {
            format!("  {name}: {papers} papers, {files} files → {folder}")
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

/// Whether new papers were written.
fn is_written(outcome: &CellOutcome) -> bool {
    outcome.state != CellState::Unchanged && outcome.files > 0
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
    let papers: usize = written().map(|it| it.papers).sum();
    let files: usize = written().map(|it| it.files).sum();
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
