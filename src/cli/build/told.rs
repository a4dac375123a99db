//! What `build` says of the papers: what was written and what was not, and why.

use bienban::diagnostic::Lang;
use bienban::pipeline::{CellOutcome, CellState, StoreError};
use std::io::ErrorKind;
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

/// What to do where the disk refuses; none if the system's words say it all.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is open; for other faults nobody knows a remedy"
)]
pub(super) fn remedy(error: &StoreError, lang: Lang) -> Option<&'static str> {
    if error.is_full() {
        return Some(lang.pick(
            "giải phóng chỗ trống hoặc chọn ổ đĩa khác bằng -o, rồi chạy lại; thư mục cũ còn nguyên",
            "make room or choose another disk with -o, and run again; the old folder is untouched",
        ));
    }
    if error.is_in_use() {
        return Some(lang.pick(
            "đóng tệp đang mở trong Word hoặc chương trình xem PDF, rồi chạy lại; thư mục cũ còn nguyên",
            "close the file that is open in Word or a PDF viewer, and run again; the old folder is untouched",
        ));
    }
    Some(match error.source.kind() {
        ErrorKind::PermissionDenied => lang.pick(
            "xin quyền ghi vào thư mục này hoặc chọn thư mục khác bằng -o; trên Windows, đóng cả tệp đang mở trong Word",
            "ask for the right to write there or choose another folder with -o; on Windows, also close files open in Word",
        ),
        ErrorKind::ReadOnlyFilesystem => lang.pick(
            "chọn thư mục khác bằng -o",
            "choose another folder with -o",
        ),
        ErrorKind::WouldBlock => lang.pick(
            "đợi lần chạy kia xong rồi chạy lại",
            "wait until that run ends, and run again",
        ),
        _ => return None,
    })
}
