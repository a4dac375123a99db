//! What `build` says of the papers that the surroundings kept from being written: each
//! reason once, however many places it is met at.

use super::super::say::{self, Say, Task};
use super::super::{CLEAN, FAILED};
use bienban::pipeline::{BuildError, CellError, StoreError};

/// So many reasons are told in full, and so many places of each; the rest is counted.
const SHOWN: usize = 10;

/// Says what failed; the exit code.
pub(super) fn say_errors(errors: &[CellError], say: &Say) -> u8 {
    let mut reasons: Vec<Vec<&CellError>> = Vec::new();
    for error in errors {
        let is_known = |it: &&mut Vec<&CellError>| {
            it.first().is_some_and(|first| is_alike(first, error))
        };
        match reasons.iter_mut().find(is_known) {
            Some(alike) => alike.push(error),
            None => reasons.push(vec![error]),
        }
    }
    for alike in reasons.iter().take(SHOWN) {
        say_alike(alike, say);
    }
    if let Some(rest @ 1..) = reasons.len().checked_sub(SHOWN) {
        let text = say.lang().pick("và còn", "and");
        let unit = say.lang().pick("lý do khác", "more reasons");
        say::error_line(&format!("{text} {rest} {unit}"));
    }
    if errors.is_empty() { CLEAN } else { FAILED }
}

/// Says what failed; the exit code.
pub(super) fn say_error(error: &CellError, say: &Say) -> u8 {
    say_alike(&[error], say);
    FAILED
}

/// Says what the disk refused where an option wants something written; the exit code.
pub(super) fn say_refused(error: &StoreError, option: &'static str, say: &Say) -> u8 {
    say::refusal(error, &[], Task::Write(Some(option)), say.lang());
    FAILED
}

/// Whether two failures have one reason, wherever they were met.
fn is_alike(one: &CellError, other: &CellError) -> bool {
    use BuildError::{Render, Template};
    match (one, other) {
        (CellError::Store(one), CellError::Store(other)) => one.is_like(other),
        (CellError::Build(Template(one)), CellError::Build(Template(other))) => {
            one == other
        }
        (CellError::Build(Render(one)), CellError::Build(Render(other))) => {
            one.to_string() == other.to_string()
        }
        (CellError::Store(_) | CellError::Build(_), _) => false,
    }
}

/// Says what failed at some places for one reason.
fn say_alike(alike: &[&CellError], say: &Say) {
    let lang = say.lang();
    let Some((first, others)) = alike.split_first() else {
        return;
    };
    match first {
        CellError::Build(BuildError::Template(findings)) => {
            say.findings_aside(findings.iter());
        }
        CellError::Build(error @ BuildError::Render(_)) => {
            let what = lang.pick("không lập được văn bản", "cannot write the paper");
            say::failure(what, error, Task::Write(None), lang);
        }
        CellError::Store(error) => {
            let places = others.iter().filter_map(|other| match other {
                CellError::Store(error) => Some(error.path.as_str()),
                CellError::Build(_) => None,
            });
            let places: Vec<&str> = places.collect();
            say::refusal(error, &places, Task::Write(Some("-o")), lang);
        }
    }
}
