//! `check`: what is wrong, how each sheet was understood, and marked copies.

use super::args::{CheckArguments, FindingFormat};
use super::build::check_papers;
use super::say::{self, Say, Task};
use super::{CLEAN, FAILED, code_of_all, read_files};
use bienban::diagnostic::Lang;
use bienban::pipeline::{
    AnnotateError, Annotated, Batch, BatchFiles, CopyState, annotate, distinct_folders,
    refuse_among_inputs,
};
use std::path::Path;

/// Checks every batch; the exit code.
pub(super) fn run(arguments: &CheckArguments, say: &Say) -> u8 {
    let format = arguments.format;
    let (files, mut failed) = read_files(&arguments.inputs, say);
    let mut batches: Vec<Batch> = files.iter().map(Batch::read).collect();
    failed = failed.max(check_papers(&mut batches, say));
    for batch in &batches {
        if format == FindingFormat::Text {
            say.batch_read(&batch.name, batch.size(), batch.parent.is_some());
        }
        if arguments.verbose && format != FindingFormat::Json {
            say.understood(batch);
        }
        say.findings(batch.findings(), format);
    }
    if format == FindingFormat::Text && !batches.is_empty() {
        say.count(&batches);
    }
    if let Some(folder) = &arguments.annotate {
        failed = failed.max(copy_all(arguments, folder, &files, &batches, say));
    }
    failed.max(code_of_all(&batches))
}

/// Writes a marked copy of each workbook; the exit code.
fn copy_all(
    arguments: &CheckArguments,
    folder: &Path,
    files: &[BatchFiles],
    batches: &[Batch],
    say: &Say,
) -> u8 {
    let is_single = arguments.inputs.paths.len() == 1;
    let roots: Vec<_> = distinct_folders(batches.iter().map(|batch| batch.name.as_str()))
        .into_iter()
        .map(|name| {
            if is_single {
                folder.to_owned()
            } else {
                folder.join(name)
            }
        })
        .collect();
    let mut written = 0_usize;
    let mut code = CLEAN;
    for ((files, batch), root) in files.iter().zip(batches).zip(&roots) {
        let copies = refuse_among_inputs(&arguments.inputs.paths, root)
            .and_then(|()| annotate(files, batch, root, say.lang()));
        match copies {
            Ok(copies) => {
                written += copies
                    .iter()
                    .filter(|it| it.copy != CopyState::Skipped)
                    .count();
                for copy in &copies {
                    tell(copy, say);
                }
            }
            Err(error) => code = code.max(fail(&error, say.lang())),
        }
    }
    if arguments.format == FindingFormat::Text && code == CLEAN {
        let folder = folder.display();
        say.note(&match say.lang() {
            Lang::Vi => format!("Đã ghi {written} bảng tính có đánh dấu vào {folder}."),
            Lang::En => format!("marked workbooks: {written}, in {folder}."),
        });
    }
    code
}

/// Says of a copy what the clerk would not expect.
fn tell(copied: &Annotated, say: &Say) {
    let file = &copied.file;
    let line = match (&copied.copy, say.lang()) {
        (CopyState::Marked | CopyState::Clean, _) => return,
        (CopyState::Values(name), Lang::Vi) => {
            format!("{file}: chép trang tính và giá trị sang {name}, không giữ định dạng")
        }
        (CopyState::Values(name), Lang::En) => {
            format!("{file}: sheets and values copied to {name}, without formats")
        }
        (CopyState::Skipped, Lang::Vi) => {
            format!("{file}: không đọc được nên không có bản đánh dấu")
        }
        (CopyState::Skipped, Lang::En) => {
            format!("{file}: cannot be read, so there is no marked copy")
        }
    };
    say::error_line(&line);
}

fn fail(error: &AnnotateError, lang: Lang) -> u8 {
    let task = Task::Write(Some("--annotate"));
    match error {
        AnnotateError::AmongInputs(_) => {
            let what = lang.pick(
                "thư mục ghi bản đánh dấu không được nằm trong thư mục bảng tính, \
                 hãy chọn thư mục khác",
                "marked copies must not lie among the workbooks; choose another folder",
            );
            say::failure(what, error, task, lang);
        }
        AnnotateError::Disk(error) => say::refusal(error, &[], task, lang),
    }
    FAILED
}
