//! From a printed figure back to its cells and the rule that made it: what the manifests
//! of written papers say of it.

mod asked;
mod rule;
mod text;

use super::dossier;
use super::folders::{FoldersError, PaperFolder, paper_folder, paper_folders};
use super::manifest::{PlaceEntry, stem};
use crate::diagnostic::{Lang, nearest};
use asked::{Asked, Within};
pub use rule::rule_words;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use text::key;
use thiserror::Error;

/// So many texts that were perhaps meant are named.
const NEAREST: usize = 5;

/// What is to be explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question<'a> {
    /// A figure as printed.
    pub text: Option<&'a str>,
    /// A paper: the name of its file, with or without its ending, or a path to it.
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
    /// The file joins other papers and prints nothing of its own.
    #[error("{paper}")]
    Joined {
        /// As given.
        paper: String,
        /// The papers that it joins.
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
///
/// # Examples
///
/// ```
/// use bienban::diagnostic::Lang;
/// use bienban::pipeline::{
///     Batch, BuildOptions, Builder, Format, PaperKind, Question, Store, Templates,
///     build_cell, explain, read_input, verify,
/// };
/// use std::path::Path;
///
/// let files = read_input(Path::new("fixtures/dai-hoi-2022/06-trung-tam-1.xlsx"))?;
/// let mut batch = Batch::read(&files);
/// let options = BuildOptions {
///     formats: vec![Format::Docx],
///     only: vec![PaperKind::Minutes],
///     profile: None,
///     merge: false,
/// };
/// let templates = Templates::built_in().map_err(|_| "a built-in template is wrong")?;
/// let builder = Builder::new(templates, options)?;
/// let out = tempfile::tempdir()?;
/// build_cell(&builder, &Store::open(out.path())?, &mut batch.cells[0], None)?;
///
/// let folder = out.path().join("trung-tam-1");
/// assert!(verify(&folder)?.is_sound());
/// let question = Question {
///     text: Some("31 tháng 8 năm 2022"),
///     paper: None,
/// };
/// let lines = explain(&folder, question, Lang::En)?;
/// assert_eq!(lines[0], "“31 tháng 8 năm 2022”: as typed");
/// assert_eq!(lines[2], "  from 06-trung-tam-1.xlsx › Thông tin › B11");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn explain(
    folder: &Path,
    question: Question<'_>,
    lang: Lang,
) -> Result<Vec<String>, ExplainError> {
    let mut found = Found::default();
    let asked = question.paper.map(|paper| Asked::new(folder, paper));
    let names = paper_folders(folder)?;
    for name in &names {
        // one at a time: a province has thousands
        let Some(papers) = paper_folder(folder, name)? else {
            continue;
        };
        let within = asked.as_ref().map(|asked| asked.within(name));
        found.add(&papers, (within, question.text), lang)?;
    }
    if let (Some(paper), false) = (question.paper, found.has_paper) {
        let paper = paper.to_owned();
        return Err(if found.joined.is_empty() {
            let papers = found.papers;
            ExplainError::NoSuchPaper { paper, papers }
        } else {
            let papers = found.joined;
            ExplainError::Joined { paper, papers }
        });
    }
    if let (Some(text), true) = (question.text, found.lines.is_empty()) {
        return Err(ExplainError::NoSuchText {
            text: text.to_owned(),
            near: near(&key(text), &found.others),
        });
    }
    Ok(found.lines)
}

/// What the folders hold of an answer.
#[derive(Default)]
struct Found {
    lines: Vec<String>,
    /// Whether there is a paper of the name that was given, if one was.
    has_paper: bool,
    /// Every paper, until there is one of that name.
    papers: Vec<String>,
    /// The papers joined in the file that was named, if it is such a file.
    joined: Vec<String>,
    /// What else is printed, until there is an answer.
    others: BTreeSet<String>,
}

impl Found {
    fn add(
        &mut self,
        folder: &PaperFolder,
        (within, text): (Option<Within<'_>>, Option<&str>),
        lang: Lang,
    ) -> Result<(), FoldersError> {
        let papers = papers(folder);
        let is_asked =
            |it: &&PaperAt<'_>| within.as_ref().is_none_or(|one| one.means(it.stem));
        let asked: Vec<&PaperAt<'_>> = papers.iter().filter(is_asked).collect();
        self.has_paper |= !asked.is_empty();
        if !self.has_paper {
            let shown = || papers.iter().map(PaperAt::shown);
            let is_joined = |file: &str| within.as_ref().is_some_and(|it| it.means(file));
            if has_dossier(folder) && is_joined(stem(dossier::FILE)) {
                self.joined.extend(shown());
            }
            self.papers.extend(shown());
        }
        match text {
            Some(text) => self.add_text(folder, &asked, text, lang)?,
            None => {
                for paper in asked {
                    self.lines.extend(paper.lines(lang)?);
                }
            }
        }
        Ok(())
    }

    /// Every entry of this text in a folder.
    fn add_text(
        &mut self,
        folder: &PaperFolder,
        asked: &[&PaperAt<'_>],
        text: &str,
        lang: Lang,
    ) -> Result<(), FoldersError> {
        let meant = key(text);
        folder.papers.each_figure(&mut |figure| {
            let is_asked =
                |at: &&PlaceEntry| asked.iter().any(|paper| *paper.stem == *at.paper);
            let mut at = figure.at.iter().filter(is_asked).peekable();
            if at.peek().is_none() {
                return;
            }
            if key(&figure.text) == meant {
                self.lines.push(text::head(&figure, lang));
                self.lines.extend(text::places(&folder.name, at, lang));
                self.lines.push(text::origin(&figure, lang));
            } else if self.lines.is_empty() {
                self.others.insert(figure.text);
            }
        })
    }
}

/// What is printed and holds the text, the shortest first, or else is spelled like it.
fn near(meant: &str, others: &BTreeSet<String>) -> Vec<String> {
    if meant.is_empty() {
        return Vec::new();
    }
    let others = || others.iter().map(String::as_str);
    let mut near: Vec<&str> = others().filter(|it| key(it).contains(meant)).collect();
    near.sort_by_key(|text| text.chars().count());
    near.truncate(NEAREST);
    if near.is_empty() {
        // letterheads print in capitals what others print as typed
        let is_capital = |text: &&str| !text.chars().any(char::is_lowercase);
        let (capital, typed): (Vec<&str>, Vec<&str>) = others().partition(is_capital);
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

/// Every paper of a folder, once whatever its formats; not the file that joins them.
fn papers(folder: &PaperFolder) -> Vec<PaperAt<'_>> {
    let papers = folder.papers.head.papers.iter();
    let single = papers.filter(|it| it.kind != dossier::KIND);
    let stems: BTreeSet<&str> = single.map(|it| stem(&it.file)).collect();
    let paper = |stem| PaperAt { folder, stem };
    stems.into_iter().map(paper).collect()
}

/// Whether the papers of a folder are also joined in one file.
fn has_dossier(folder: &PaperFolder) -> bool {
    let mut papers = folder.papers.head.papers.iter();
    papers.any(|it| it.kind == dossier::KIND)
}

impl PaperAt<'_> {
    fn shown(&self) -> String {
        text::path(&self.folder.name, self.stem)
    }

    /// All its figures from top to bottom.
    fn lines(&self, lang: Lang) -> Result<Vec<String>, FoldersError> {
        // of a committee's table there are too many to keep them whole
        let mut figures: Vec<(PlaceEntry, String)> = Vec::new();
        self.folder.papers.each_figure(&mut |mut figure| {
            let places = std::mem::take(&mut figure.at).into_iter();
            let own = places.filter(|at| *at.paper == *self.stem);
            figures.extend(own.map(|at| (at, text::figure(&figure, lang))));
        })?;
        figures.sort_by_key(|(at, _)| at.order);
        let mut lines = vec![self.shown()];
        let mut place: Arc<str> = "".into();
        for (at, figure) in figures {
            if at.place != place {
                place = at.place;
                lines.push(format!("  {}", text::place(&place, lang)));
            }
            lines.push(figure);
        }
        Ok(lines)
    }
}
