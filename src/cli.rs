//! The command line: reads arguments, calls the pipeline, prints.

mod args;
mod build;
mod check;
mod generate;
mod init;
mod papers;
mod say;
mod template;
mod usage;
mod vietnamese;

use args::{Command, Inputs, ResultFormat};
use bienban::diagnostic::{Lang, Severity, name_invisible};
use bienban::pipeline::{
    Batch, BatchFiles, BatchPaths, InputError, PaperKind, list_input, results_json,
    results_text, silence_reader_panics,
};
use say::{Say, Task};
use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Papers or findings without any error.
const CLEAN: u8 = 0;
/// At least one error finding.
const FAULTY: u8 = 1;
/// The surroundings failed.
const FAILED: u8 = 2;

/// Runs the program; the exit code says how it went.
pub(crate) fn run() -> ExitCode {
    silence_reader_panics();
    let words: Vec<_> = env::args_os().collect();
    let lang = usage::lang(&words);
    let arguments = match usage::read(words, lang) {
        Ok(arguments) => arguments,
        Err(code) => return ended(code, lang),
    };
    arguments.color.write_global();
    let say = Say::new(lang, arguments.quiet);
    let jobs = if let Command::Build(options) = &arguments.command {
        options.jobs
    } else {
        None
    };
    work_side_by_side(jobs);
    let code = match arguments.command {
        Command::Build(options) => build::run(&options, &say),
        Command::Check(options) => check::run(&options, &say),
        Command::Results { inputs, format } => results(&inputs, format, &say),
        Command::Explain(options) => papers::explain(&options, &say),
        Command::Verify { folder } => papers::verify(&folder, &say),
        Command::Kinds => {
            kinds();
            CLEAN
        }
        Command::Fields(options) => {
            template::tell(&options, &say);
            CLEAN
        }
        Command::Templates { command } => template::run(&command, &say),
        Command::Init { folder } => init::run(&folder, &say),
        Command::Completions { shell } => {
            say::out_bytes(&generate::completions(shell, lang));
            CLEAN
        }
        Command::Man => {
            say::out_bytes(&generate::manual(lang));
            CLEAN
        }
        Command::Help { command } => usage::help(command, lang),
    };
    ended(code, lang)
}

/// How the run ended: badly also if something could not be said.
fn ended(code: u8, lang: Lang) -> ExitCode {
    if !say::has_failed() {
        return ExitCode::from(code);
    }
    say::error_line(lang.pick(
        "không in ra hết được: nơi nhận đầu ra đã đầy hoặc không ghi được",
        "not everything could be printed: where the output goes is full or cannot be written",
    ));
    ExitCode::from(FAILED)
}

/// Prepares threads: so many, or as many as there are cores.
fn work_side_by_side(jobs: Option<u16>) {
    // as much as the first thread of a program has
    const STACK: usize = 8 << 20;
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(jobs.map_or(0, usize::from))
        .stack_size(STACK);
    // it is the first time, and without threads of its own the program is slow, not wrong
    let _ = threads.build_global();
}

/// Reads and judges every input that can be read; the code is [`FAILED`] when one cannot.
fn read_batches(inputs: &Inputs, say: &Say) -> (Vec<Batch>, u8) {
    let (files, code) = read_files(inputs, say);
    (files.iter().map(Batch::read).collect(), code)
}

/// Takes in every workbook that can be read; the code is [`FAILED`] when one cannot.
fn read_files(inputs: &Inputs, say: &Say) -> (Vec<BatchFiles>, u8) {
    let (listed, mut code) = list_inputs(inputs, say);
    let mut files = Vec::new();
    for paths in listed {
        let (batch, failures) = paths.read();
        code = code.max(say_unread(&failures, say));
        files.push(batch);
    }
    (files, code)
}

/// Lists every input that is there; the code is [`FAILED`] when one is not.
fn list_inputs(inputs: &Inputs, say: &Say) -> (Vec<BatchPaths>, u8) {
    let listed = inputs.paths.iter().map(|path| list_input(path));
    let (listed, failures): (Vec<_>, Vec<_>) = listed.partition(Result::is_ok);
    let failures: Vec<_> = failures.into_iter().filter_map(Result::err).collect();
    let code = say_unread(&failures, say);
    say_apart(&inputs.paths, say);
    (listed.into_iter().filter_map(Result::ok).collect(), code)
}

/// Says how workbooks of one folder are read together where each is given by itself, as
/// a shell does with `*.xlsx`.
fn say_apart(paths: &[PathBuf], say: &Say) {
    let mut folders: BTreeMap<&Path, usize> = BTreeMap::new();
    for path in paths.iter().filter(|path| path.is_file()) {
        let around = path.parent().filter(|it| !it.as_os_str().is_empty());
        *folders.entry(around.unwrap_or(Path::new("."))).or_default() += 1;
    }
    folders.retain(|_, workbooks| *workbooks > 1);
    for folder in folders.keys().filter(|_| !say.is_quiet()) {
        let folder = folder.display();
        say::error_line(&name_invisible(&match say.lang() {
            Lang::Vi => format!(
                "mỗi bảng tính trong {folder} được đọc riêng thành một đợt, không dùng chung tệp của đảng ủy; muốn đọc chung, hãy nêu thư mục: {folder}"
            ),
            Lang::En => format!(
                "each workbook in {folder} is read as a batch of its own, without the committee's; to read them together, give the folder: {folder}"
            ),
        }));
    }
}

/// Says what could not be read; the exit code.
fn say_unread(failures: &[InputError], say: &Say) -> u8 {
    for failure in failures {
        let what = say.lang().pick("không đọc được", "cannot read");
        say::failure(what, failure, Task::Read, say.lang());
    }
    if failures.is_empty() { CLEAN } else { FAILED }
}

/// [`FAULTY`] when a batch has an error finding.
fn code_of(batch: &Batch) -> u8 {
    let mut findings = batch.findings();
    if findings.any(|finding| finding.severity() == Severity::Error) {
        FAULTY
    } else {
        CLEAN
    }
}

/// [`FAULTY`] when any batch has an error finding.
fn code_of_all(batches: &[Batch]) -> u8 {
    batches.iter().map(code_of).max().unwrap_or(CLEAN)
}

fn results(inputs: &Inputs, format: ResultFormat, say: &Say) -> u8 {
    let (batches, failed) = read_batches(inputs, say);
    for batch in &batches {
        for cell in &batch.cells {
            let Some(results) = &cell.results else {
                continue;
            };
            let lines = match format {
                ResultFormat::Text => results_text(&cell.name, results, say.lang()),
                ResultFormat::Json => results_json(&cell.name, results),
            };
            for line in lines {
                say::out(&line);
            }
        }
        say.findings_aside(batch.findings());
    }
    if code_of_all(&batches) == FAULTY {
        say::error_line(say.lang().pick(
            "Có lỗi trong bảng tính (xem ở trên): kết quả có thể chưa đúng, hãy sửa rồi chạy lại.",
            "The workbooks have errors (see above): results may be wrong; mend them and run again.",
        ));
    }
    failed.max(code_of_all(&batches))
}

fn kinds() {
    for kind in PaperKind::ALL {
        say::out(&format!(
            "{:02}  {:<22}{}",
            kind.number(),
            kind.slug(),
            kind.title()
        ));
    }
}
