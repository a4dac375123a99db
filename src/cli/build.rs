//! `build`: the main job.

mod failed;
mod progress;
mod stop;
mod told;

use super::args::BuildArguments;
use super::say::{self, Say};
use super::{CLEAN, FAILED, code_of, list_inputs, say_unread, template};
use bienban::diagnostic::name_invisible;
use bienban::pipeline::{
    Batch, BatchPaths, BuildError, BuildOptions, Builder, CellError, CellOutcome, Index,
    IndexBatch, IndexCell, Store, StoreError, Survey, Templates, Worked, build_cell,
    build_committee, distinct_folders, keep_unread, read_index, write_zip,
};
use failed::{say_error, say_errors, say_refused};
use progress::Progress;
use rayon::iter::{IntoParallelRefMutIterator, ParallelIterator};
use std::collections::BTreeSet;
use std::path::Path;
use stop::{STOPPED, is_stopped};
use told::{committee_line, count_written, line, total};

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
    // before anything is written: what a damaged one says of other cells would be lost
    let older = match read_index(&arguments.output) {
        Ok(older) => older,
        Err(error) => return say_error(&error.into(), say),
    };
    stop::listen();
    let (batches, mut code) = list_inputs(&arguments.inputs, say);
    let mut index = Vec::new();
    let is_single = arguments.inputs.paths.len() == 1;
    let names = batches.iter().map(|batch| batch.name.as_str());
    let folders = distinct_folders(names);
    let mut job = Job {
        arguments,
        builder: &builder,
        say,
        older,
        others: Vec::new(),
        is_refused: false,
    };
    for (batch, folder) in batches.iter().zip(folders) {
        let within = (!is_single).then_some(folder.as_str());
        let (entry, of_batch) = job.build(batch, within);
        code = code.max(of_batch);
        index.extend(entry);
    }
    if let (Some(name), true) = (&arguments.cell, index.is_empty() && code == CLEAN) {
        for line in told::no_such_cell(name, &job.others, say.lang()) {
            say::error_line(&name_invisible(&line));
        }
        return FAILED;
    }
    // a full disk stops the run as well, and was told
    let is_over = index.is_empty() || is_stopped() && code == FAILED;
    if let (Some(file), false) = (&arguments.zip, is_over) {
        code = code.max(job.zip(file, &index));
    }
    if !index.is_empty() {
        code = code.max(job.write_index(index));
    }
    code
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
            let cells = batches.iter_mut().flat_map(|batch| &mut batch.cells);
            let mut cells: Vec<_> = cells.collect();
            cells
                .par_iter_mut()
                .try_for_each(|cell| builder.check(cell))
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

/// What all batches of a run share.
struct Job<'a> {
    arguments: &'a BuildArguments,
    builder: &'a Builder,
    say: &'a Say,
    /// What an earlier run has left in the output.
    older: Option<Index>,
    /// The cells of batches that have not the one that is asked for.
    others: Vec<String>,
    /// The disk or a template refused a folder, which is then as it was.
    is_refused: bool,
}

impl Job<'_> {
    /// Builds a batch; none if it has not the cell that is asked for, or nowhere to go.
    fn build(
        &mut self,
        paths: &BatchPaths,
        within: Option<&str>,
    ) -> (Option<IndexBatch>, u8) {
        let mut survey = self.survey(paths);
        if paths.books.is_empty() {
            // the wrong folder, it seems: what an earlier run wrote stays as it is
            return (None, say_empty(survey, self.say));
        }
        if let Some(name) = &self.arguments.cell {
            survey.keep_only(name);
            if survey.size().0 == 0 {
                self.others.extend(survey.names().map(str::to_owned));
                return (None, say_unread(&survey.failures, self.say));
            }
        }
        if is_stopped() {
            say::error_line(&told::stopped_reading(&survey.name, self.say.lang()));
            return (None, STOPPED);
        }
        let output = &self.arguments.output;
        let root = within.map_or(output.clone(), |it| output.join(it));
        match self.open(&root, within) {
            Ok(store) => {
                let (entry, code) = self.build_in(survey, &store, within);
                (Some(entry), code)
            }
            Err(error) => (None, say_error(&error.into(), self.say)),
        }
    }

    /// Opens the folder of a batch.
    fn open(&self, root: &Path, within: Option<&str>) -> Result<Store, StoreError> {
        let mut store = Store::open(root)?.in_groups();
        if let Some(older) = &self.older {
            store = store.knowing(older, within);
        }
        Ok(if self.arguments.force {
            store.forced()
        } else {
            store
        })
    }

    /// Reads all workbooks once.
    fn survey<'a>(&self, paths: &'a BatchPaths) -> Survey<'a> {
        let bar = Progress::of_reading(paths.books.len(), self.say);
        let goes_on = || {
            bar.add(0);
            !is_stopped()
        };
        Survey::of_paths(paths, &goes_on)
    }

    /// Builds a batch in its folder; a cell that fails does not stop the others.
    fn build_in(
        &mut self,
        survey: Survey<'_>,
        store: &Store,
        within: Option<&str>,
    ) -> (IndexBatch, u8) {
        let (say, cells) = (self.say, survey.size().0);
        say.batch_read(&survey.name, survey.size(), survey.parent.is_some());
        let Worked {
            mut batch,
            done,
            failures,
        } = self.build_cells(survey, store, within);
        let finished = done.iter().flatten().count();
        let (mut outcomes, mut errors) = (Vec::new(), Vec::new());
        for outcome in done.into_iter().flatten() {
            match outcome {
                Ok(outcome) => outcomes.extend(outcome),
                Err(error) => errors.push(error),
            }
        }
        let refused = settle(store, &mut errors);
        outcomes.retain(|it| !refused.contains(own_folder(it)));
        let mut committee = None;
        if !is_stopped() && errors.is_empty() && self.asks_committee() {
            // a thread of the pool has room of its own from the cells
            let built = rayon::scope(|_| {
                build_committee(self.builder, store, &mut batch, within)
            });
            match built {
                Ok(outcome) => committee = outcome,
                Err(error) => errors.push(error),
            }
            let refused = settle(store, &mut errors);
            committee = committee.filter(|it| !refused.contains(own_folder(it)));
        }
        let mut unread = Vec::new();
        match keep_unread(&mut batch, store, within) {
            Ok(entries) => unread = entries,
            Err(error) => errors.push(error.into()),
        }
        say.findings_aside(batch.findings());
        let mut code = code_of(&batch).max(say_unread(&failures, say));
        code = code.max(say_errors(&errors, say));
        self.is_refused |= !errors.is_empty();
        let cells_told = (outcomes.as_slice(), committee.as_ref());
        tell(cells_told, cells, store.root(), say);
        if is_stopped() && code != FAILED {
            say::error_line(&told::stopped(finished, cells, say.lang()));
            code = STOPPED;
        }
        let mut cells: Vec<IndexCell> = outcomes.into_iter().map(|it| it.entry).collect();
        cells.extend(unread);
        let entry = IndexBatch {
            batch: batch.name,
            cells,
            parent: committee.map(|outcome| outcome.entry),
        };
        (entry, code)
    }

    fn asks_committee(&self) -> bool {
        self.arguments.cell.is_none() && self.builder.options().names_committee()
    }

    /// Builds the papers of the cells side by side; if none is asked for, only finds what
    /// is wrong. Nothing comes of a cell that was not begun.
    fn build_cells(
        &self,
        survey: Survey<'_>,
        store: &Store,
        within: Option<&str>,
    ) -> Worked<Option<Result<Option<CellOutcome>, CellError>>> {
        let is_asked = self.builder.options().names_cells();
        let bar = Progress::of_writing(survey.size().0, self.say);
        survey.work(|cell| {
            if is_stopped() {
                return None;
            }
            let outcome = if is_asked {
                build_cell(self.builder, store, cell, within).map(Some)
            } else {
                let checked = self.builder.check(cell);
                checked.map(|()| None).map_err(CellError::from)
            };
            if let Err(CellError::Store(error)) = &outcome
                && error.is_full()
            {
                // no other cell would find room
                stop::stop();
            }
            let papers = outcome.as_ref().ok().and_then(Option::as_ref);
            bar.add(papers.map_or(0, |it| it.made.papers));
            Some(outcome)
        })
    }

    /// Puts the papers of the run into one zip file; of a run that was stopped there is
    /// none, and an older one stays.
    fn zip(&self, file: &Path, batches: &[IndexBatch]) -> u8 {
        let (output, options) = (&self.arguments.output, self.builder.options());
        let (shown, lang) = (file.display(), self.say.lang());
        match write_zip(file, output, batches, options, &|| !is_stopped()) {
            Ok(Some(files)) => {
                let unit = lang.pick("tệp", "files");
                self.say.note(&format!("{files} {unit} → {shown}"));
                CLEAN
            }
            Ok(None) => {
                say::error_line(&told::stopped_zipping(file, lang));
                STOPPED
            }
            Err(error) => say_refused(&error, "--zip", self.say),
        }
    }

    /// Says which batches of an older index no longer are in the output.
    fn say_displaced(&self, older: &Index, index: &Index) {
        let names: Vec<&str> = index.batches.iter().map(|it| &*it.batch).collect();
        let mut displaced: Vec<&str> =
            older.batches.iter().map(|it| &*it.batch).collect();
        displaced.retain(|name| !names.contains(name));
        if displaced.is_empty() {
            return;
        }
        let output = &self.arguments.output;
        for line in told::displaced(&displaced, output, self.say.lang()) {
            say::error_line(&name_invisible(&line));
        }
    }

    /// Writes the index; cells that this run did not touch keep their entries, unless
    /// it touched all that there are.
    fn write_index(&self, batches: Vec<IndexBatch>) -> u8 {
        let arguments = self.arguments;
        let stored = Store::open(&arguments.output).and_then(|store| {
            let mut index = Index {
                program: env!("CARGO_PKG_VERSION").to_owned(),
                batches,
            };
            let is_part = arguments.cell.is_some() || !arguments.only.is_empty();
            let older = read_index(store.root())?;
            if is_part || self.is_refused || is_stopped() {
                index.keep(older);
            } else if let Some(older) = older {
                self.say_displaced(&older, &index);
            }
            store.put_index(&index)
        });
        match stored {
            Ok(()) => CLEAN,
            Err(error) => say_error(&error.into(), self.say),
        }
    }
}

/// Says what is wrong with an input that holds no workbook; the exit code.
fn say_empty(survey: Survey<'_>, say: &Say) -> u8 {
    let batch = survey.work(|_| ()).batch;
    say.findings_aside(batch.findings());
    code_of(&batch)
}

/// Puts the last folders into their places; the names of those that the disk refused.
fn settle(store: &Store, errors: &mut Vec<CellError>) -> BTreeSet<String> {
    let mut folders = BTreeSet::new();
    for refused in store.settle() {
        folders.extend(refused.folders);
        errors.push(refused.error.into());
    }
    folders
}

/// The name of a folder in that of its batch.
fn own_folder(outcome: &CellOutcome) -> &str {
    let shown = outcome.entry.folder.as_str();
    shown.rsplit_once('/').map_or(shown, |(_, own)| own)
}

/// Says what became of the cells and of the committee.
fn tell(
    (outcomes, committee): (&[CellOutcome], Option<&CellOutcome>),
    cells: usize,
    root: &Path,
    say: &Say,
) {
    for outcome in outcomes {
        say.note(&line(outcome, say.lang()));
    }
    if let Some(committee) = committee {
        say.note(&committee_line(committee, say.lang()));
    }
    let with = count_written(outcomes);
    let all: Vec<&CellOutcome> = outcomes.iter().chain(committee).collect();
    say.note(&total(&all, (with, cells), root, say.lang()));
}
