//! `build`: the main job.

use super::args::BuildArguments;
use super::say::{self, Say};
use super::{CLEAN, FAILED, code_of, read_batches};
use bienban::diagnostic::Lang;
use bienban::pipeline::{
    Batch, BuildError, BuildOptions, Builder, CellError, CellOutcome, CellState, Index,
    IndexBatch, Store, Templates, build_cell, distinct_folders, slug,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;

/// Builds every batch; the exit code.
pub(super) fn run(arguments: &BuildArguments, say: &Say) -> u8 {
    let builder = match prepare(arguments) {
        Ok(builder) => builder,
        Err(error) => return say_cell_error(&error.into(), say),
    };
    let (mut batches, mut code) = read_batches(&arguments.inputs, say);
    if let Some(name) = &arguments.cell {
        let wanted = slug(name);
        for batch in &mut batches {
            batch.cells.retain(|cell| slug(&cell.name) == wanted);
        }
        if batches.iter().all(|batch| batch.cells.is_empty()) {
            let lang = say.lang();
            say.note(lang.pick("Không có chi bộ nào tên như vậy.", "No such cell."));
            return FAILED;
        }
    }
    let mut index = Vec::new();
    let is_single = batches.len() == 1;
    let folders = distinct_folders(&batches);
    for (batch, folder) in batches.iter_mut().zip(folders) {
        let within = (!is_single).then_some(folder.as_str());
        let root =
            within.map_or(arguments.output.clone(), |it| arguments.output.join(it));
        match build_batch(batch, &builder, &root, within, say) {
            Ok(entry) => index.push(entry),
            Err(error) => code = code.max(say_cell_error(&error, say)),
        }
    }
    if code != FAILED && arguments.cell.is_none() {
        code = code.max(write_index(&arguments.output, index, say));
    }
    code.max(code_of(&batches))
}

fn prepare(arguments: &BuildArguments) -> Result<Builder, BuildError> {
    let templates = Templates::built_in().map_err(BuildError::Template)?;
    let mut formats: Vec<_> = arguments.format.iter().map(|it| (*it).into()).collect();
    formats.sort();
    formats.dedup();
    let options = BuildOptions {
        formats,
        only: arguments.only.iter().map(|kind| kind.0).collect(),
        profile: arguments.profile.chosen(),
    };
    Builder::new(templates, options)
}

fn build_batch(
    batch: &mut Batch,
    builder: &Builder,
    root: &Path,
    within: Option<&str>,
    say: &Say,
) -> Result<IndexBatch, CellError> {
    say.batch_read(batch);
    let store = Store::open(root)?;
    let bar = progress(batch.cells.len(), say);
    let mut outcomes = Vec::new();
    for cell in &mut batch.cells {
        let outcome = build_cell(builder, &store, cell, within)?;
        bar.inc(1);
        outcomes.push(outcome);
    }
    bar.finish_and_clear();
    say.findings_aside(batch.findings());
    for (cell, outcome) in batch.cells.iter().zip(&outcomes) {
        let has_errors = cell.report.has_errors();
        say.note(&line(&cell.name, outcome, has_errors, say.lang()));
    }
    say.note(&total(&outcomes, root, say.lang()));
    Ok(IndexBatch {
        batch: batch.name.clone(),
        cells: outcomes.into_iter().map(|outcome| outcome.entry).collect(),
    })
}

fn write_index(output: &Path, batches: Vec<IndexBatch>, say: &Say) -> u8 {
    let index = Index {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        batches,
    };
    let stored = Store::open(output).and_then(|store| store.put_index(&index));
    match stored {
        Ok(()) => CLEAN,
        Err(error) => say_cell_error(&error.into(), say),
    }
}

fn say_cell_error(error: &CellError, say: &Say) -> u8 {
    let lang = say.lang();
    match error {
        CellError::Build(BuildError::Template(findings)) => {
            say.findings_aside(findings.iter());
        }
        CellError::Build(error @ BuildError::Render(_)) => {
            let what = lang.pick("không lập được văn bản", "cannot write the paper");
            say::failure(what, error);
        }
        CellError::Store(error) => {
            let what = lang.pick(
                "không ghi được (xem quyền ghi, chỗ trống, tệp đang mở)",
                "cannot write (see permissions, free space, open files)",
            );
            say::failure(what, error);
        }
    }
    FAILED
}

fn progress(cells: usize, say: &Say) -> ProgressBar {
    if say.is_quiet() {
        return ProgressBar::hidden();
    }
    // drawn on standard error, and only where that is a terminal
    let bar = ProgressBar::new(u64::try_from(cells).unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}");
    bar.with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn line(name: &str, outcome: &CellOutcome, has_errors: bool, lang: Lang) -> String {
    let (papers, files) = (outcome.papers, outcome.files);
    let folder = &outcome.entry.folder;
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
        (CellState::Faulty, Lang::Vi) if has_errors => {
            format!("  {name}: không lập văn bản, vì có lỗi nêu trên")
        }
        (CellState::Faulty, Lang::En) if has_errors => {
            format!("  {name}: no papers, because of the errors above")
        }
        (CellState::Faulty, Lang::Vi) => format!("  {name}: không lập văn bản"),
        (CellState::Faulty, Lang::En) => format!("  {name}: no papers"),
    }
}

fn total(outcomes: &[CellOutcome], root: &Path, lang: Lang) -> String {
    let papers: usize = outcomes.iter().map(|it| it.papers).sum();
    let files: usize = outcomes.iter().map(|it| it.files).sum();
    let with = outcomes.iter().filter(|it| it.files > 0).count();
    let cells = outcomes.len();
    let root = root.display();
    match lang {
        Lang::Vi => format!(
            "Đã lập {papers} văn bản ({files} tệp) cho {with}/{cells} chi bộ trong {root}."
        ),
        Lang::En => {
            format!("{papers} papers ({files} files) for {with}/{cells} cells in {root}.")
        }
    }
}
