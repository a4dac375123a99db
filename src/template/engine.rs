//! Templates compiled and filled; one of the two files that name Handlebars.

use super::markup::{Build, build, check_source};
use super::{PaperKind, keys};
use crate::diagnostic::{Diagnostic, Place, Problem, nearest};
use crate::document::Document;
use handlebars::{Handlebars, RenderError, TemplateError};
use serde::Serialize;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// A template longer than this, or nested deeper, is no paper's and could exhaust the
/// parser's stack.
const LONGEST: usize = 256 * 1024;
const DEEPEST: usize = 40;

/// The templates of all papers, compiled and checked.
#[derive(Debug)]
pub struct Templates {
    engine: Handlebars<'static>,
    /// Text of each template and partial, by its file name.
    sources: BTreeMap<String, String>,
}

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
    /// Compiles the built-in templates.
    ///
    /// # Errors
    ///
    /// What is wrong with them; a test keeps the built-in ones free of it.
    pub fn built_in() -> Result<Self, Vec<Diagnostic>> {
        Self::compile(
            BUILT_IN
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned())),
        )
    }

    /// Compiles the built-in templates with some of them replaced, each named by its path
    /// below the templates folder.
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
        let mut unknown = Vec::new();
        for (name, text) in replacements {
            if let Some(source) = sources.get_mut(&name) {
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
        Self::compile(sources)
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
        let mut engine = Handlebars::new();
        engine.set_strict_mode(true);
        let mut texts = BTreeMap::new();
        let mut faults = Vec::new();
        for (file, text) in sources {
            // editors on Windows begin a file with a mark that is no text
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
            // a partial used inside a sentence must not end with a line break
            let text: String = text.trim_end().nfc().collect();
            let checked = check_size(&file, &text)
                .and_then(|()| check_source(&file, &text))
                .and_then(|()| {
                    engine
                        .register_template_string(&registered_name(&file), &text)
                        .map_err(|error| Box::new(syntax(&file, &text, &error)))
                });
            faults.extend(checked.err().map(|fault| *fault));
            texts.insert(file, text);
        }
        if faults.is_empty() {
            faults.extend(keys::check(&engine, &texts));
        }
        if faults.is_empty() {
            Ok(Self {
                engine,
                sources: texts,
            })
        } else {
            Err(faults)
        }
    }

    /// Fills the template of a paper.
    ///
    /// # Errors
    ///
    /// A fault of the template that only this paper's facts bring out.
    pub(super) fn fill<C: Serialize>(
        &self,
        kind: PaperKind,
        context: &C,
        with: &Build<'_>,
    ) -> Result<Document, Box<Diagnostic>> {
        let file = file_name(kind);
        let text = self
            .engine
            .render(&registered_name(&file), context)
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
    let name = file.strip_prefix("partials/").unwrap_or(file);
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
