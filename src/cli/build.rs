//! `build`: the main job.

use super::args::BuildArguments;
use super::say::{self, Say};
use super::{CLEAN, FAILED, code_of, read_batches, template};
use bienban::diagnostic::Lang;
use bienban::pipeline::{
    Batch, BuildError, BuildOptions, Builder, CellError, CellOutcome, CellState, Index,
    IndexBatch, IndexCell, Store, Templates, build_cell, build_committee,
    distinct_folders, keep_unread, write_zip,
};
use indicatif::{ProgressBar, ProgressStyle};
use std::path::Path;

/// Builds every batch; the exit code.
pub(super) fn run(arguments: &BuildArguments, say: &Say) -> u8 {
    let templates = match template::chosen(arguments.templates.as_deref(), say) {
        Ok(templates) => templates,
        Err(code) => return code,
    };
    let builder = match prepare(templates, arguments) {
        Ok(builder) => builder,
        Err(error) => return say_error(&error.into(), say),
    };
    let (mut batches, mut code) = read_batches(&arguments.inputs, say);
    if let Some(name) = &arguments.cell {
        for batch in &mut batches {
            batch.keep_only(name);
        }
        if batches.iter().all(|batch| batch.cells.is_empty()) {
            let lang = say.lang();
            let what = lang.pick("không có chi bộ nào tên", "there is no cell named");
            say::error_line(&format!("{what} “{name}”"));
            return FAILED;
        }
    }
    let mut index = Vec::new();
    let is_single = arguments.inputs.paths.len() == 1;
    let folders = distinct_folders(&batches);
    let how = (arguments.cell.is_some(), say);
    for (batch, folder) in batches.iter_mut().zip(folders) {
        let within = (!is_single).then_some(folder.as_str());
        let root =
            within.map_or(arguments.output.clone(), |it| arguments.output.join(it));
        match Store::open(&root) {
            Ok(store) => {
                let (entry, failed) = build_batch(batch, &builder, &store, within, how);
                index.push(entry);
                code = code.max(failed);
            }
            Err(error) => code = code.max(say_error(&error.into(), say)),
        }
    }
    if let (Some(file), false) = (&arguments.zip, index.is_empty()) {
        code = code.max(zip(file, arguments, &index, (&builder, say)));
    }
    if !index.is_empty() {
        code = code.max(write_index(arguments, index, say));
    }
    code.max(code_of(&batches))
}

/// Puts the papers of the run into one zip file.
fn zip(
    file: &Path,
    arguments: &BuildArguments,
    batches: &[IndexBatch],
    (builder, say): (&Builder, &Say),
) -> u8 {
    match write_zip(file, &arguments.output, batches, builder.options()) {
        Ok(files) => {
            let (file, unit) = (file.display(), say.lang().pick("tệp", "files"));
            say.note(&format!("{files} {unit} → {file}"));
            CLEAN
        }
        Err(error) => say_error(&error.into(), say),
    }
}

/// Adds the findings that only the papers bring out.
pub(super) fn check_papers(batches: &mut [Batch], say: &Say) -> u8 {
    let options = BuildOptions {
        formats: Vec::new(),
        only: Vec::new(),
        profile: None,
        merge: false,
    };
    let templates = Templates::built_in().map_err(BuildError::Template);
    let checked = templates
        .and_then(|templates| Builder::new(templates, options))
        .and_then(|builder| {
            let mut cells = batches.iter_mut().flat_map(|batch| &mut batch.cells);
            cells.try_for_each(|cell| builder.check(cell))
        });
    match checked {
        Ok(()) => CLEAN,
        Err(error) => say_error(&error.into(), say),
    }
}

fn prepare(
    templates: Templates,
    arguments: &BuildArguments,
) -> Result<Builder, BuildError> {
    let mut formats: Vec<_> = arguments.format.iter().map(|it| (*it).into()).collect();
    formats.sort();
    formats.dedup();
    let options = BuildOptions {
        formats,
        only: arguments.only.iter().map(|kind| kind.0).collect(),
        profile: arguments.profile.chosen(),
        merge: arguments.merge,
    };
    Builder::new(templates, options)
}

/// Builds a batch; a cell that fails does not stop the others.
fn build_batch(
    batch: &mut Batch,
    builder: &Builder,
    store: &Store,
    within: Option<&str>,
    (is_one_cell, say): (bool, &Say),
) -> (IndexBatch, u8) {
    say.batch_read(batch);
    let mut code = CLEAN;
    let (mut outcomes, mut errors) = build_cells(batch, builder, store, within, say);
    let mut committee = None;
    if !is_one_cell && errors.is_empty() && builder.options().names_committee() {
        match build_committee(builder, store, batch, within) {
            Ok(outcome) => committee = outcome,
            Err(error) => errors.push(error),
        }
    }
    let unread = keep_unread(batch, store, within);
    say.findings_aside(batch.findings());
    for error in &errors {
        code = code.max(say_error(error, say));
    }
    let mut cells: Vec<IndexCell> = Vec::new();
    for outcome in &outcomes {
        say.note(&line(outcome, say.lang()));
        cells.push(outcome.entry.clone());
    }
    if let Some(committee) = &committee {
        say.note(&committee_line(committee, say.lang()));
    }
    match unread {
        Ok(entries) => cells.extend(entries),
        Err(error) => code = code.max(say_error(&error.into(), say)),
    }
    let parent = committee.as_ref().map(|outcome| outcome.entry.clone());
    let with = count_written(&outcomes);
    outcomes.extend(committee);
    let of = (with, batch.cells.len());
    say.note(&total(&outcomes, of, store.root(), say.lang()));
    let batch = batch.name.clone();
    let entry = IndexBatch {
        batch,
        cells,
        parent,
    };
    (entry, code)
}

/// Builds the papers of the cells; if none is asked for, only finds what is wrong.
fn build_cells(
    batch: &mut Batch,
    builder: &Builder,
    store: &Store,
    within: Option<&str>,
    say: &Say,
) -> (Vec<CellOutcome>, Vec<CellError>) {
    let is_asked = builder.options().names_cells();
    let bar = progress(batch.cells.len(), say);
    let (mut outcomes, mut errors) = (Vec::new(), Vec::new());
    for cell in &mut batch.cells {
        let outcome = if is_asked {
            build_cell(builder, store, cell, within).map(Some)
        } else {
            builder.check(cell).map(|()| None).map_err(CellError::from)
        };
        match outcome {
            Ok(outcome) => outcomes.extend(outcome),
            Err(error) => errors.push(error),
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    (outcomes, errors)
}

/// Writes the index; cells that this run did not touch keep their entries.
fn write_index(arguments: &BuildArguments, batches: Vec<IndexBatch>, say: &Say) -> u8 {
    let stored = Store::open(&arguments.output).and_then(|store| {
        let mut index = Index {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            batches,
        };
        if arguments.cell.is_some() || !arguments.only.is_empty() {
            index.keep(store.index());
        }
        store.put_index(&index)
    });
    match stored {
        Ok(()) => CLEAN,
        Err(error) => say_error(&error.into(), say),
    }
}

fn say_error(error: &CellError, say: &Say) -> u8 {
    let lang = say.lang();
    match error {
        CellError::Build(BuildError::Template(findings)) => {
            say.findings_aside(findings.iter());
        }
        CellError::Build(error @ BuildError::Render(_)) => {
            let what = lang.pick("không lập được văn bản", "cannot write the paper");
            say::failure(what, error, lang);
        }
        CellError::Store(error) => {
            let what = lang.pick(
                "không ghi được (xem quyền ghi, chỗ trống, tệp đang mở)",
                "cannot write (see permissions, free space, open files)",
            );
            say::failure(what, error, lang);
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

/// What became of the papers of the committee.
fn committee_line(outcome: &CellOutcome, lang: Lang) -> String {
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

fn line(outcome: &CellOutcome, lang: Lang) -> String {
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

fn count_written(outcomes: &[CellOutcome]) -> usize {
    outcomes.iter().filter(|it| is_written(it)).count()
}

/// What was written, and for how many of the cells.
fn total(
    outcomes: &[CellOutcome],
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
