//! From a printed figure back to its cells and the rule that made it: what the manifests
//! of written papers say of it.

mod rule;
mod text;

use super::folders::{FoldersError, PaperFolder, paper_folders};
use super::manifest::{FigureEntry, PlaceEntry};
use crate::diagnostic::{Lang, nearest};
pub use rule::rule_words;
use std::collections::BTreeSet;
use std::path::Path;
use text::key;
use thiserror::Error;

/// So many texts that were perhaps meant are named.
const NEAREST: usize = 5;

/// What is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// A figure as printed.
    pub text: Option<&'a str>,
    /// A paper: a path that ends with its file's name, with or without its ending.
    pub paper: Option<&'a str>,
}

/// Why nothing can be explained.
#[derive(Debug, Error)]
pub enum ExplainError {
    /// There are no papers, or they cannot be read.
    #[error(transparent)]
    Folders(#[from] FoldersError),
    /// No paper has this name.
    #[error("{paper}")]
    NoSuchPaper {
        /// As given.
        paper: String,
        /// The papers that are there.
        papers: Vec<String>,
    },
    /// No paper, or not the one that was named, prints this as a value of its own.
    #[error("{text}")]
    NoSuchText {
        /// As given.
        text: String,
        /// What is printed and looks like it.
        near: Vec<String>,
    },
}

/// Explains a figure, or all figures of a paper, in lines of text.
///
/// # Errors
///
/// When there are no papers, or nothing of what was asked for.
pub fn explain(
    folder: &Path,
    question: Question<'_>,
    lang: Lang,
) -> Result<Vec<String>, ExplainError> {
    let folders = paper_folders(folder)?;
    let papers = papers(&folders);
    let asked: Vec<&PaperAt<'_>> = match question.paper {
        Some(paper) => papers.iter().filter(|it| it.is_meant(paper)).collect(),
        None => papers.iter().collect(),
    };
    if let (Some(paper), true) = (question.paper, asked.is_empty()) {
        return Err(ExplainError::NoSuchPaper {
            paper: paper.to_owned(),
            papers: papers.iter().map(PaperAt::shown).collect(),
        });
    }
    match question.text {
        Some(text) => explain_text(&folders, &asked, text, lang),
        None => Ok(asked.iter().flat_map(|it| it.lines(lang)).collect()),
    }
}

/// Every entry of this text, in the order of the folders.
fn explain_text(
    folders: &[PaperFolder],
    asked: &[&PaperAt<'_>],
    text: &str,
    lang: Lang,
) -> Result<Vec<String>, ExplainError> {
    let meant = key(text);
    let mut lines = Vec::new();
    let mut others = BTreeSet::new();
    for folder in folders {
        for figure in &folder.manifest.figures {
            let mut at = figure.at.iter().filter(|place| {
                let is_of = |paper: &&&PaperAt<'_>| paper.is_at(folder, place);
                asked.iter().any(|paper| is_of(&paper))
            });
            let Some(first) = at.next() else { continue };
            if key(&figure.text) == meant {
                lines.push(text::head(figure, lang));
                let places = std::iter::once(first).chain(at);
                lines.extend(text::places(&folder.name, places, lang));
                lines.push(text::origin(figure, lang));
            } else {
                others.insert(figure.text.as_str());
            }
        }
    }
    if lines.is_empty() {
        return Err(ExplainError::NoSuchText {
            text: text.to_owned(),
            near: near(&meant, &others),
        });
    }
    Ok(lines)
}

/// What is printed and holds the text, the shortest first, or else is spelled like it.
fn near(meant: &str, others: &BTreeSet<&str>) -> Vec<String> {
    let holding = others
        .iter()
        .filter(|other| key(other).contains(meant))
        .copied();
    let mut near: Vec<&str> = holding.collect();
    near.sort_by_key(|text| text.chars().count());
    near.truncate(NEAREST);
    if near.is_empty() {
        // letterheads print in capitals what others print as typed
        let is_capital = |text: &&&str| !text.chars().any(char::is_lowercase);
        let (capital, typed): (Vec<&str>, Vec<&str>) =
            others.iter().partition(|text| is_capital(text));
        near.extend(nearest(meant, typed.into_iter().chain(capital)));
    }
    near.into_iter().map(str::to_owned).collect()
}

/// A paper in its folder.
struct PaperAt<'a> {
    folder: &'a PaperFolder,
    /// The name of its files without ending.
    stem: &'a str,
}

/// Every paper of the folders, once whatever its formats.
fn papers(folders: &[PaperFolder]) -> Vec<PaperAt<'_>> {
    let mut papers = Vec::new();
    for folder in folders {
        let stems = folder.manifest.papers.iter().map(|it| stem(&it.file));
        // a file that joins other papers has no figures of its own
        let printing: BTreeSet<&str> = folder
            .manifest
            .figures
            .iter()
            .flat_map(|figure| figure.at.iter().map(|at| at.paper.as_str()))
            .collect();
        let stems: BTreeSet<&str> = stems.filter(|it| printing.contains(it)).collect();
        papers.extend(stems.into_iter().map(|stem| PaperAt { folder, stem }));
    }
    papers
}

fn stem(file: &str) -> &str {
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

impl PaperAt<'_> {
    /// Whether a path means this paper: its last part is the name of the file, and what
    /// stands before does not name another folder.
    fn is_meant(&self, path: &str) -> bool {
        let path = path.replace('\\', "/");
        let (before, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let is_file = file == self.stem
            || ["docx", "pdf"]
                .into_iter()
                .any(|ending| file.rsplit_once('.') == Some((self.stem, ending)));
        let before = before.trim_end_matches('/');
        let own = &self.folder.name;
        let is_folder = before.is_empty()
            || own.is_empty()
            || before == own
            || before.ends_with(&format!("/{own}"))
            || own.ends_with(&format!("/{before}"));
        is_file && is_folder
    }

    fn is_at(&self, folder: &PaperFolder, place: &PlaceEntry) -> bool {
        self.folder.name == folder.name && self.stem == place.paper
    }

    fn shown(&self) -> String {
        text::path(&self.folder.name, self.stem)
    }

    /// All its figures from top to bottom.
    fn lines(&self, lang: Lang) -> Vec<String> {
        let mut figures: Vec<(&PlaceEntry, &FigureEntry)> = Vec::new();
        for figure in &self.folder.manifest.figures {
            let own = figure.at.iter().filter(|at| at.paper == self.stem);
            figures.extend(own.map(|at| (at, figure)));
        }
        figures.sort_by_key(|(at, _)| at.order);
        let mut lines = vec![self.shown()];
        let mut place = "";
        for (at, figure) in figures {
            if at.place != place {
                place = &at.place;
                lines.push(format!("  {}", text::place(place, lang)));
            }
            lines.push(text::figure(figure, lang));
        }
        lines
    }
}
