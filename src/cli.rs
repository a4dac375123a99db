//! The command line: reads arguments, calls the pipeline, prints.

mod args;
mod build;
mod check;
mod generate;
mod init;
mod papers;
mod say;
mod template;

use args::{Arguments, Command, Inputs, ResultFormat};
use bienban::diagnostic::{Lang, Severity};
use bienban::pipeline::{
    Batch, BatchFiles, PaperKind, read_input, results_json, results_text,
    silence_reader_panics,
};
use clap::Parser;
use say::Say;
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
    let arguments = Arguments::parse();
    let lang = arguments.lang.map_or_else(system_lang, Lang::from);
    arguments.color.write_global();
    let say = Say::new(lang, arguments.quiet);
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
            say::out_bytes(&generate::completions(shell));
            CLEAN
        }
        Command::Man => {
            say::out_bytes(&generate::manual());
            CLEAN
        }
    };
    ExitCode::from(if say::has_failed() { FAILED } else { code })
}

/// Vietnamese unless the system speaks another language.
fn system_lang() -> Lang {
    let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
    let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
    match language {
        "" | "vi" | "c" | "posix" => Lang::Vi,
        _ => Lang::En,
    }
}

/// Reads and judges every input that can be read; the code is [`FAILED`] when one cannot.
fn read_batches(inputs: &Inputs, say: &Say) -> (Vec<Batch>, u8) {
    let (files, code) = read_files(inputs, say);
    (files.iter().map(Batch::read).collect(), code)
}

/// Takes in every input that can be read; the code is [`FAILED`] when one cannot.
fn read_files(inputs: &Inputs, say: &Say) -> (Vec<BatchFiles>, u8) {
    let mut files = Vec::new();
    let mut code = CLEAN;
    for path in &inputs.paths {
        match read_input(path) {
            Ok(batch) => files.push(batch),
            Err(error) => {
                let what = say.lang().pick("không đọc được", "cannot read");
                say::failure(what, &error, say.lang());
                code = FAILED;
            }
        }
    }
    (files, code)
}

/// [`FAULTY`] when a batch has an error finding.
fn code_of(batches: &[Batch]) -> u8 {
    let is_error = |severity| severity == Severity::Error;
    let mut findings = batches.iter().flat_map(Batch::findings);
    if findings.any(|finding| is_error(finding.severity())) {
        FAULTY
    } else {
        CLEAN
    }
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
    if code_of(&batches) == FAULTY {
        say::error_line(say.lang().pick(
            "Có lỗi trong bảng tính (xem ở trên): kết quả có thể chưa đúng, hãy sửa rồi chạy lại.",
            "The workbooks have errors (see above): results may be wrong; mend them and run again.",
        ));
    }
    failed.max(code_of(&batches))
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
