//! The templates of a run: which there are, checked, and filled with the facts of papers.

use super::compile::{compile, included};
use super::markup::{Build, build, check_source};
use super::{PaperKind, keys};
use crate::diagnostic::{Diagnostic, Place, Problem, nearest};
use crate::document::Document;
use handlebars::{Context, Handlebars, RenderError, Template, TemplateError};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A template longer than this, or nested deeper, is no paper's and could exhaust the
/// parser's stack.
const LONGEST: usize = 256 * 1024;
const DEEPEST: usize = 40;

/// The folder of templates that others include.
const PARTIALS: &str = "partials/";

/// The templates of all papers, each compiled when it is first asked for.
#[derive(Debug)]
pub struct Templates {
    /// Text of each template and partial, by its file name.
    sources: BTreeMap<String, String>,
    /// Each of them, once it is compiled.
    compiled: BTreeMap<String, OnceLock<Compiled>>,
    /// What fills the papers of each kind, once one was asked for.
    engines: BTreeMap<PaperKind, OnceLock<Engine>>,
}

type Compiled = Result<Template, Box<Diagnostic>>;
type Engine = Result<Handlebars<'static>, Box<Diagnostic>>;

/// The compiled-in templates: file name below `templates/`, and text.
pub(super) const BUILT_IN: &[(&str, &str)] = &[
    (
        "bao-cao-dang-vien.hbs",
        include_str!("../../templates/bao-cao-dang-vien.hbs"),
    ),
    (
        "danh-sach-dang-vien.hbs",
        include_str!("../../templates/danh-sach-dang-vien.hbs"),
    ),
    (
        "phieu-bau.hbs",
        include_str!("../../templates/phieu-bau.hbs"),
    ),
    (
        "bien-ban-kiem-phieu.hbs",
        include_str!("../../templates/bien-ban-kiem-phieu.hbs"),
    ),
    (
        "bien-ban-dai-hoi.hbs",
        include_str!("../../templates/bien-ban-dai-hoi.hbs"),
    ),
    (
        "nghi-quyet.hbs",
        include_str!("../../templates/nghi-quyet.hbs"),
    ),
    (
        "trich-ngang.hbs",
        include_str!("../../templates/trich-ngang.hbs"),
    ),
    (
        "bao-cao-ket-qua.hbs",
        include_str!("../../templates/bao-cao-ket-qua.hbs"),
    ),
    (
        "to-trinh-chuan-y.hbs",
        include_str!("../../templates/to-trinh-chuan-y.hbs"),
    ),
    (
        "quyet-dinh-chuan-y.hbs",
        include_str!("../../templates/quyet-dinh-chuan-y.hbs"),
    ),
    (
        "bao-cao-tong-hop.hbs",
        include_str!("../../templates/bao-cao-tong-hop.hbs"),
    ),
    (
        "tin-tong-hop.hbs",
        include_str!("../../templates/tin-tong-hop.hbs"),
    ),
    (
        "partials/bieu-quyet.hbs",
        include_str!("../../templates/partials/bieu-quyet.hbs"),
    ),
    (
        "partials/ket-qua-phieu.hbs",
        include_str!("../../templates/partials/ket-qua-phieu.hbs"),
    ),
    (
        "partials/dien-bien.hbs",
        include_str!("../../templates/partials/dien-bien.hbs"),
    ),
    (
        "partials/nguoi.hbs",
        include_str!("../../templates/partials/nguoi.hbs"),
    ),
    (
        "partials/chuc-danh.hbs",
        include_str!("../../templates/partials/chuc-danh.hbs"),
    ),
    (
        "partials/con-thieu.hbs",
        include_str!("../../templates/partials/con-thieu.hbs"),
    ),
    (
        "partials/dang-vien-du.hbs",
        include_str!("../../templates/partials/dang-vien-du.hbs"),
    ),
    (
        "partials/tong-so.hbs",
        include_str!("../../templates/partials/tong-so.hbs"),
    ),
    (
        "partials/to-trinh.hbs",
        include_str!("../../templates/partials/to-trinh.hbs"),
    ),
    (
        "partials/nhom.hbs",
        include_str!("../../templates/partials/nhom.hbs"),
    ),
    (
        "partials/mot-phan.hbs",
        include_str!("../../templates/partials/mot-phan.hbs"),
    ),
    (
        "partials/nguoi-trung-cu.hbs",
        include_str!("../../templates/partials/nguoi-trung-cu.hbs"),
    ),
    (
        "partials/ty-le-phieu.hbs",
        include_str!("../../templates/partials/ty-le-phieu.hbs"),
    ),
    (
        "partials/ky-ten.hbs",
        include_str!("../../templates/partials/ky-ten.hbs"),
    ),
    (
        "partials/ket-luan.hbs",
        include_str!("../../templates/partials/ket-luan.hbs"),
    ),
];

/// The built-in templates as they are compiled in: file name and text.
pub fn built_in_sources() -> impl Iterator<Item = (&'static str, &'static str)> {
    BUILT_IN.iter().copied()
}

impl Templates {
    /// The built-in templates.
    ///
    /// Each is compiled when its first paper is filled; a test keeps them sound.
    ///
    /// # Errors
    ///
    /// None today: what is compiled in is not checked once more.
    pub fn built_in() -> Result<Self, Vec<Diagnostic>> {
        let sources = BUILT_IN.iter();
        Ok(Self::of(
            sources.map(|(name, text)| ((*name).into(), *text)),
        ))
    }

    /// The built-in templates with some of them replaced, each named by its path below
    /// the templates folder. Checked is every paper that a replaced one has a part in.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them; a name that no built-in template has is.
    pub fn replaced(
        replacements: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let known = || BUILT_IN.iter().map(|(name, _)| *name);
        let mut sources: BTreeMap<String, String> = BUILT_IN
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        let mut changed = BTreeSet::new();
        let mut unknown = Vec::new();
        for (name, text) in replacements {
            if let Some(source) = sources.get_mut(&name) {
                if *source != text {
                    changed.insert(name);
                }
                *source = text;
            } else {
                let nearest = nearest(&name, known()).map(str::to_owned);
                let problem = Problem::TemplateUnknown { nearest };
                unknown.push(Diagnostic::new(Place::file(name), problem));
            }
        }
        if !unknown.is_empty() {
            return Err(unknown);
        }
        Self::of(sources).checked(&changed)
    }

    /// Compiles templates, each named by its path below the templates folder, and
    /// checks keys and markup of all of them before any is filled.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them, with file, line and column.
    pub fn compile(
        sources: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let templates = Self::of(sources);
        let all = templates.sources.keys().cloned().collect();
        templates.checked(&all)
    }

    /// Templates that nothing was asked of yet.
    fn of<T: AsRef<str>>(sources: impl IntoIterator<Item = (String, T)>) -> Self {
        let sources = sources.into_iter().map(|(file, text)| {
            let text = text.as_ref();
            // editors on Windows begin a file with a mark that is no text
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            // a partial used inside a sentence must not end with a line break
            (file, composed(text.trim_end()))
        });
        let sources: BTreeMap<String, String> = sources.collect();
        let compiled = sources.keys().map(|file| (file.clone(), OnceLock::new()));
        Self {
            compiled: compiled.collect(),
            engines: PaperKind::ALL.map(|kind| (kind, OnceLock::new())).into(),
            sources,
        }
    }

    /// Checks some files, and all papers that they have a part in.
    fn checked(self, files: &BTreeSet<String>) -> Result<Self, Vec<Diagnostic>> {
        let compiled = files.iter().filter_map(|file| self.template(file));
        let faults = compiled.filter_map(|it| it.as_ref().err().cloned());
        let mut faults: Vec<Diagnostic> = faults.map(|fault| *fault).collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        // any paper may include a partial
        let is_any = files.iter().any(|file| file.starts_with(PARTIALS));
        let mut visits = 0;
        for kind in PaperKind::ALL {
            if is_any || files.contains(&file_name(kind)) {
                match self.engine(kind) {
                    Ok(engine) => {
                        let found = keys::check(kind, engine, &self.sources, &mut visits);
                        faults.extend(found);
                    }
                    Err(fault) => faults.push(*fault),
                }
            }
        }
        faults.dedup();
        if faults.is_empty() {
            Ok(self)
        } else {
            Err(faults)
        }
    }

    /// A template, compiled; none of an unknown file.
    fn template(&self, file: &str) -> Option<&Compiled> {
        let text = self.sources.get(file)?;
        let compiled = || {
            check_size(file, text)?;
            check_source(file, text)?;
            compile(&registered_name(file), text)
                .map_err(|error| Box::new(syntax(file, text, &error)))
        };
        Some(self.compiled.get(file)?.get_or_init(compiled))
    }

    /// What fills the papers of a kind: its template with all that it includes.
    fn engine(&self, kind: PaperKind) -> Result<&Handlebars<'static>, Box<Diagnostic>> {
        let Some(engine) = self.engines.get(&kind) else {
            let (file, reason) = (file_name(kind), "không có mẫu".to_owned());
            return Err(Box::new(fault(&file, "", None, reason)));
        };
        let made = engine.get_or_init(|| self.assembled(kind));
        made.as_ref().map_err(Clone::clone)
    }

    fn assembled(&self, kind: PaperKind) -> Result<Handlebars<'static>, Box<Diagnostic>> {
        let mut engine = Handlebars::new();
        engine.set_strict_mode(true);
        let mut wanted = vec![file_name(kind)];
        while let Some(file) = wanted.pop() {
            let name = registered_name(&file);
            if engine.has_template(&name) {
                continue;
            }
            // one that is included and not there is told by the check of keys
            let Some(template) = self.template(&file) else {
                continue;
            };
            let template = template.as_ref().map_err(Clone::clone)?;
            let files = included(template).into_iter();
            wanted.extend(files.filter_map(|it| file_of(it, self.sources.keys())));
            engine.register_template(&name, template.clone());
        }
        Ok(engine)
    }

    /// Fills the template of a paper.
    ///
    /// # Errors
    ///
    /// A fault of the template that only this paper's facts bring out.
    pub(super) fn fill<C: Serialize>(
        &self,
        kind: PaperKind,
        context: C,
        with: &Build<'_>,
    ) -> Result<Document, Box<Diagnostic>> {
        let file = file_name(kind);
        let engine = self.engine(kind)?;
        // facts, their tree and the text are some 15 kB for each cell of a committee
        let tree = Context::wraps(&context);
        drop(context);
        let text = tree
            .and_then(|tree| engine.render_with_context(&registered_name(&file), &tree))
            .map_err(|error| Box::new(self.render_fault(&file, &error)))?;
        build(&text, with).map_err(|fault| Box::new(fault.finding(&file, &text)))
    }

    /// The text of every template, by file name.
    pub fn sources(&self) -> impl Iterator<Item = (&str, &str)> {
        self.sources
            .iter()
            .map(|(name, text)| (name.as_str(), text.as_str()))
    }

    fn render_fault(&self, file: &str, error: &RenderError) -> Diagnostic {
        let file = error
            .template_name
            .as_ref()
            .and_then(|name| file_of(name, self.sources.keys()))
            .unwrap_or_else(|| file.to_owned());
        let text = self.sources.get(&file).map_or("", String::as_str);
        let position = error.line_no.zip(error.column_no);
        let reason = error.reason().to_string();
        fault(&file, text, position, reason)
    }
}

/// The file of a paper's template.
pub(super) fn file_name(kind: PaperKind) -> String {
    format!("{}.hbs", kind.slug())
}

/// `partials/bieu-quyet.hbs` is used as `{{> bieu-quyet}}`.
pub(super) fn registered_name(file: &str) -> String {
    let name = file.strip_prefix(PARTIALS).unwrap_or(file);
    name.strip_suffix(".hbs").unwrap_or(name).to_owned()
}

/// The file of a registered template.
pub(super) fn file_of<'a>(
    name: &str,
    mut files: impl Iterator<Item = &'a String>,
) -> Option<String> {
    files.find(|file| registered_name(file) == name).cloned()
}

fn syntax(file: &str, text: &str, error: &TemplateError) -> Diagnostic {
    fault(file, text, error.pos(), error.reason().to_string())
}

fn fault(
    file: &str,
    text: &str,
    position: Option<(usize, usize)>,
    reason: String,
) -> Diagnostic {
    let (line, column) = position.unwrap_or((1, 1));
    let shown = text.lines().nth(line.saturating_sub(1)).unwrap_or_default();
    let problem = Problem::TemplateSyntax {
        reason,
        line: shown.trim().to_owned(),
    };
    Diagnostic::new(place(file, line, column), problem)
}

/// A text in composed letters, as most are already.
fn composed(text: &str) -> String {
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return text.to_owned();
    }
    text.nfc().collect()
}

/// A line and column of a template.
pub(super) fn place(file: &str, line: usize, column: usize) -> Place {
    let number = |value| u32::try_from(value).unwrap_or(u32::MAX);
    Place::line(file, number(line), number(column))
}

/// Refuses what could exhaust the stack of the template parser.
fn check_size(file: &str, text: &str) -> Result<(), Box<Diagnostic>> {
    let too_long = text.len() > LONGEST;
    let mut depth = 0_usize;
    for (number, line) in text.lines().enumerate() {
        depth += line.matches("{{#").count() + line.matches('(').count();
        if too_long || depth > DEEPEST {
            let reason = "mẫu quá dài hoặc lồng nhau quá sâu".to_owned();
            let fault = fault(file, text, Some((number + 1, 1)), reason);
            return Err(Box::new(fault));
        }
        let closed = line.matches("{{/").count() + line.matches(')').count();
        depth = depth.saturating_sub(closed);
    }
    Ok(())
}
