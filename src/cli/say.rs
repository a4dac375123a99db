//! Printing: results to standard output, everything else beside it.

mod refusal;

use super::args::FindingFormat;
use anstream::{stderr, stdout};
use anstyle::{AnsiColor, Style as Colour};
use bienban::diagnostic::{
    Diagnostic, Lang, Severity, Style, json_line, name_invisible, short_line, text_block,
    understood_lines,
};
use bienban::pipeline::{Batch, Operation, StoreError};
pub(crate) use refusal::Task;
use std::error::Error;
use std::io::{self, ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// So many findings are shown in full; the rest is counted.
const SHOWN: usize = 50;
/// So many places are named where something was refused; the rest is counted.
const PLACES: usize = 10;

/// Whether something could not be said: the disk behind a stream is full.
static FAILED: AtomicBool = AtomicBool::new(false);

/// Whether a stream refused what was to be said.
pub(crate) fn has_failed() -> bool {
    FAILED.load(Ordering::Relaxed)
}

/// A reader that has had enough is no failure.
fn note_failure(result: io::Result<()>) {
    let is_failure = result.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
    if is_failure {
        FAILED.store(true, Ordering::Relaxed);
    }
}

/// Where and how things are said.
#[derive(Debug)]
pub(crate) struct Say {
    lang: Lang,
    is_quiet: bool,
}

impl Say {
    pub(crate) fn new(lang: Lang, is_quiet: bool) -> Self {
        Self { lang, is_quiet }
    }

    pub(crate) fn lang(&self) -> Lang {
        self.lang
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// A line about what is going on.
    pub(crate) fn note(&self, line: &str) {
        if !self.is_quiet {
            // names of folders and files are part of it
            out(&name_invisible(line));
        }
    }

    /// What was read of a batch: its cells, their members and ballots.
    pub(crate) fn batch_read(
        &self,
        name: &str,
        (cells, members, ballots): (usize, usize, usize),
        has_parent: bool,
    ) {
        let parent = match (has_parent, self.lang) {
            (true, Lang::Vi) => ", tệp của đảng ủy",
            (true, Lang::En) => ", the committee's workbook",
            (false, _) => "",
        };
        self.note(&match self.lang {
            Lang::Vi => format!(
                "Đã đọc {name}: {cells} chi bộ, {members} đảng viên, {ballots} cuộc bầu{parent}."
            ),
            Lang::En => format!(
                "Read {name}: cells {cells}, members {members}, ballots {ballots}{parent}."
            ),
        });
    }

    /// How each sheet of a batch was understood.
    pub(crate) fn understood(&self, batch: &Batch) {
        for line in understood_lines(batch.notes(), self.lang) {
            out(&line);
        }
    }

    /// Findings in the form asked for; JSON is a result.
    pub(crate) fn findings<'a>(
        &self,
        findings: impl Iterator<Item = &'a Diagnostic>,
        format: FindingFormat,
    ) {
        match format {
            FindingFormat::Text => self.findings_aside(findings),
            FindingFormat::Short => {
                findings.for_each(|it| error_line(&short_line(it, self.lang)));
            }
            FindingFormat::Json => {
                findings.for_each(|it| out(&json_line(it, self.lang)));
            }
        }
    }

    /// Findings for people, in colour on a terminal.
    pub(crate) fn findings_aside<'a>(
        &self,
        findings: impl Iterator<Item = &'a Diagnostic>,
    ) {
        let mut rest = 0_usize;
        for (index, finding) in findings.enumerate() {
            if index >= SHOWN {
                rest += 1;
                continue;
            }
            for (style, text) in text_block(finding, self.lang) {
                let colour = colour(style);
                note_failure(write!(stderr(), "{colour}{text}{colour:#}"));
            }
            error_line("");
        }
        if rest > 0 {
            let text = self.lang.pick("và còn", "and");
            let unit = self.lang.pick("phát hiện khác", "more findings");
            error_line(&format!("{text} {rest} {unit}\n"));
        }
    }

    /// How many findings there were.
    pub(crate) fn count(&self, batches: &[Batch]) {
        let of = |severity| {
            let findings = batches.iter().flat_map(Batch::findings);
            findings.filter(|it| it.severity() == severity).count()
        };
        let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
        self.note(&match self.lang {
            Lang::Vi => format!("{errors} lỗi, {warnings} cảnh báo."),
            Lang::En => format!("errors: {errors}, warnings: {warnings}."),
        });
    }
}

/// A line of results.
pub(crate) fn out(line: &str) {
    note_failure(writeln!(stdout(), "{line}"));
}

/// A whole file as the result.
pub(crate) fn out_bytes(bytes: &[u8]) {
    note_failure(stdout().write_all(bytes));
}

/// A line beside the results.
pub(crate) fn error_line(line: &str) {
    note_failure(writeln!(stderr(), "{line}"));
}

/// The disk refused something at a place, and for the same reason at others.
pub(crate) fn refusal(error: &StoreError, others: &[&str], task: Task, lang: Lang) {
    let (what, task) = match error.operation {
        Operation::Read => (lang.pick("không đọc được", "cannot read"), Task::Read),
        Operation::Write => (lang.pick("không ghi được", "cannot write"), task),
    };
    failure(what, error, task, lang);
    if others.is_empty() {
        return;
    }
    let label = lang.pick("cũng vì lý do ấy", "for the same reason");
    let named = others.iter().take(PLACES).copied();
    let mut named: Vec<String> = named.map(name_invisible).collect();
    if let Some(rest @ 1..) = others.len().checked_sub(PLACES) {
        named.push(match lang {
            Lang::Vi => format!("và {rest} nơi khác"),
            Lang::En => format!("and {rest} more places"),
        });
    }
    error_line(&format!("  {label}: {}", named.join(", ")));
}

/// The surroundings failed: where, why, and what to do.
pub(crate) fn failure(what: &str, error: &dyn Error, task: Task, lang: Lang) {
    let mut text = format!("{what}: {error}");
    let mut hint = None;
    let mut cause = error.source();
    while let Some(inner) = cause {
        let system: Option<&io::Error> = inner.downcast_ref();
        let said = system.and_then(|error| refusal::meaning(error, task, lang));
        let said = said.map_or_else(|| inner.to_string(), str::to_owned);
        text = format!("{text}: {said}");
        hint = system.and_then(|error| refusal::remedy(error, task, lang));
        cause = inner.source();
    }
    error_line(&name_invisible(&text));
    if let Some(hint) = hint {
        let label = lang.pick("cách sửa", "hint");
        error_line(&format!("  {label}: {hint}"));
    }
}

fn colour(style: Style) -> Colour {
    match style {
        Style::Error => Colour::new().bold().fg_color(Some(AnsiColor::Red.into())),
        Style::Warning => Colour::new()
            .bold()
            .fg_color(Some(AnsiColor::Yellow.into())),
        Style::Message => Colour::new().bold(),
        Style::Label => Colour::new().fg_color(Some(AnsiColor::Cyan.into())),
        Style::Plain => Colour::new(),
    }
}
