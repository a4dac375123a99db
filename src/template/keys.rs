//! Every key a template uses, checked against the facts of its paper before any paper
//! is written: Handlebars itself lets `{{#if misspelt}}` pass.

use super::engine::{file_of, place, registered_name};
use super::{PaperKind, context};
use crate::diagnostic::{Diagnostic, Problem, nearest};
use handlebars::template::{HelperTemplate, Parameter, TemplateElement};
use handlebars::{Handlebars, Path, Template};
use schemars::Schema;
use serde_json::Value;
use std::collections::BTreeMap;

/// How often templates may include others, all papers together: enough for any paper,
/// and too few for partials that each include the next many times.
const MOST_VISITS: usize = 5_000;

/// Checks the template of a kind of paper with the partials that it uses, which `engine`
/// holds; `visits` counts on from one kind to the next.
pub(super) fn check(
    kind: PaperKind,
    engine: &Handlebars<'_>,
    sources: &BTreeMap<String, String>,
    visits: &mut usize,
) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let schema = context::schema(kind);
    let root = Scope::root(&schema);
    let mut checker = Checker {
        engine,
        sources,
        faults: &mut faults,
        file: super::engine::file_name(kind),
        open: Vec::new(),
        visits,
        asked: Vec::new(),
    };
    checker.template(kind.slug(), &[root]);
    faults
}

/// What a name can be looked up in: an object of the schema.
#[derive(Clone, Copy)]
struct Scope<'a>(&'a Value);

impl<'a> Scope<'a> {
    fn root(schema: &'a Schema) -> Self {
        Self(schema.as_value())
    }
}

struct Checker<'a> {
    engine: &'a Handlebars<'a>,
    sources: &'a BTreeMap<String, String>,
    faults: &'a mut Vec<Diagnostic>,
    /// The file whose template is being checked.
    file: String,
    /// Templates that are being included, outermost first.
    open: Vec<String>,
    /// How many templates have been included so far.
    visits: &'a mut usize,
    /// Keys that the conditions around ask for.
    asked: Vec<String>,
}

impl Checker<'_> {
    /// Checks a template by its registered name, in the scopes it is used in.
    fn template(&mut self, name: &str, scopes: &[Scope<'_>]) {
        let Some(template) = self.engine.get_template(name) else {
            self.syntax(1, 1, format!("không có mẫu “{name}”"));
            return;
        };
        if self.open.iter().any(|open| open == name) {
            self.syntax(1, 1, format!("mẫu “{name}” tự gọi lại chính nó"));
            return;
        }
        *self.visits += 1;
        if *self.visits > MOST_VISITS {
            if *self.visits == MOST_VISITS + 1 {
                self.syntax(1, 1, "các mẫu gọi lẫn nhau quá nhiều lần".to_owned());
            }
            return;
        }
        self.open.push(name.to_owned());
        let file = file_of(name, self.sources.keys()).unwrap_or_default();
        let outer = std::mem::replace(&mut self.file, file);
        self.elements(template, scopes);
        self.file = outer;
        self.open.pop();
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the enum is Handlebars' own and open"
    )]
    fn elements(&mut self, template: &Template, scopes: &[Scope<'_>]) {
        for (element, mapping) in template.elements.iter().zip(&template.mapping) {
            let at = (mapping.0, mapping.1);
            match element {
                TemplateElement::RawString(_) | TemplateElement::Comment(_) => {}
                TemplateElement::HtmlExpression(_) => {
                    self.syntax(at.0, at.1, "không dùng {{{ }}}".to_owned());
                }
                TemplateElement::Expression(value) => self.value(value, scopes, at),
                TemplateElement::HelperBlock(block) => self.block(block, scopes, at),
                TemplateElement::PartialExpression(partial) => {
                    let name = partial.name.as_name().map(str::to_owned);
                    let name = name.unwrap_or_default();
                    let inner = match partial.params.first() {
                        Some(parameter) => self.resolve(parameter, scopes, at),
                        None => scopes.last().copied(),
                    };
                    let Some(inner) = inner else { continue };
                    let nested: Vec<Scope<'_>> =
                        scopes.iter().copied().chain([inner]).collect();
                    if self.engine.has_template(&name) {
                        self.template(&name, &nested);
                    } else {
                        let known = self.sources.keys().map(|file| registered_name(file));
                        let known: Vec<String> = known.collect();
                        self.unknown(&name, known.iter().map(String::as_str), at);
                    }
                }
                _ => {
                    let reason = "chỉ dùng {{x}}, #if, #unless, #each, #with và {{> x}}";
                    self.syntax(at.0, at.1, reason.to_owned());
                }
            }
        }
    }

    fn value(
        &mut self,
        value: &HelperTemplate,
        scopes: &[Scope<'_>],
        at: (usize, usize),
    ) {
        if value.params.is_empty() && value.hash.is_empty() {
            self.resolve(&value.name, scopes, at);
        } else {
            let name = value.name.as_name().unwrap_or_default();
            self.syntax(at.0, at.1, format!("không có hàm “{name}”"));
        }
    }

    fn block(
        &mut self,
        block: &HelperTemplate,
        scopes: &[Scope<'_>],
        at: (usize, usize),
    ) {
        let name = block.name.as_name().unwrap_or_default();
        if !["if", "unless", "each", "with"].contains(&name) {
            self.syntax(at.0, at.1, format!("không có khối “{name}”"));
            return;
        }
        let Some(parameter) = block.params.first() else {
            self.syntax(at.0, at.1, format!("khối “{name}” thiếu khóa"));
            return;
        };
        let value = self.resolve(parameter, scopes, at);
        let inner = match (name, value) {
            ("each", Some(value)) => {
                let item = item_of(value);
                if item.is_none() {
                    let key = raw(parameter).unwrap_or_default().to_owned();
                    self.syntax(at.0, at.1, format!("“{key}” không phải danh sách"));
                }
                item
            }
            ("with", value) => value,
            ("if" | "unless", Some(_)) => None,
            (_, _) => return,
        };
        let key = raw(parameter).unwrap_or_default().to_owned();
        if name == "with"
            && value.is_some_and(|Scope(value)| is_optional(value))
            && !self.asked.contains(&key)
        {
            // strict Handlebars fails on a value that is absent
            let reason = format!("“{key}” có thể vắng: đặt trong {{{{#if {key}}}}}");
            self.syntax(at.0, at.1, reason);
        }
        let mut nested = scopes.to_vec();
        nested.extend(inner);
        // what is asked for holds inside the condition, and in no other scope
        let outer = self.asked.clone();
        match name {
            "if" => self.asked.push(key),
            "each" | "with" => self.asked.clear(),
            _ => {}
        }
        if let Some(template) = &block.template {
            self.elements(template, &nested);
        }
        self.asked = outer;
        if let Some(inverse) = &block.inverse {
            self.elements(inverse, scopes);
        }
    }

    /// The schema of a parameter; says so when there is none.
    fn resolve<'s>(
        &mut self,
        parameter: &Parameter,
        scopes: &[Scope<'s>],
        at: (usize, usize),
    ) -> Option<Scope<'s>> {
        let Some(path) = raw(parameter) else {
            self.syntax(at.0, at.1, "chỗ này cần một khóa".to_owned());
            return None;
        };
        if path.starts_with('@') {
            // @index, @first, @last
            return scopes.last().copied();
        }
        let outwards = path.matches("../").count();
        let depth = scopes.len().checked_sub(outwards + 1);
        let Some(mut found) = depth.and_then(|depth| scopes.get(depth)).copied() else {
            self.syntax(at.0, at.1, format!("“{path}” ra khỏi mẫu"));
            return None;
        };
        let steps = path.split(['/', '.']).filter(|step| !step.is_empty());
        for step in steps.filter(|step| *step != "this") {
            let Some(inner) = property(found, step) else {
                let known = property_names(found);
                self.unknown(path, known.iter().map(String::as_str), at);
                return None;
            };
            found = inner;
        }
        Some(found)
    }

    fn unknown<'k>(
        &mut self,
        key: &str,
        known: impl Iterator<Item = &'k str>,
        (line, column): (usize, usize),
    ) {
        let last = key.rsplit(['.', '/']).next().unwrap_or(key);
        let problem = Problem::TemplateKey {
            key: key.to_owned(),
            nearest: nearest(last, known).map(str::to_owned),
            line: self.line(line),
        };
        let place = place(&self.file, line, column);
        self.faults.push(Diagnostic::new(place, problem));
    }

    fn syntax(&mut self, line: usize, column: usize, reason: String) {
        let problem = Problem::TemplateSyntax {
            reason,
            line: self.line(line),
        };
        let place = place(&self.file, line, column);
        self.faults.push(Diagnostic::new(place, problem));
    }

    fn line(&self, number: usize) -> String {
        let text = self.sources.get(&self.file).map_or("", String::as_str);
        let line = text.lines().nth(number.saturating_sub(1));
        line.unwrap_or_default().trim().to_owned()
    }
}

/// A parameter as written, when it is a path.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the enum is Handlebars' own and open"
)]
fn raw(parameter: &Parameter) -> Option<&str> {
    match parameter {
        Parameter::Name(name) => Some(name),
        Parameter::Path(Path::Relative((_, raw)) | Path::Local((_, _, raw))) => Some(raw),
        _ => None,
    }
}

/// A schema without the wrapping of optional values; references are inlined.
pub(super) fn bare(value: &Value) -> &Value {
    let choices = value.get("anyOf").and_then(Value::as_array);
    let chosen = choices.and_then(|choices| {
        let is_null = |it: &Value| it.get("type").and_then(Value::as_str) == Some("null");
        choices.iter().find(|choice| !is_null(choice))
    });
    chosen.unwrap_or(value)
}

/// Whether a value may be absent.
pub(super) fn is_optional(value: &Value) -> bool {
    let is_null = |it: &Value| it.as_str() == Some("null");
    let types = value.get("type").and_then(Value::as_array);
    types.is_some_and(|types| types.iter().any(is_null)) || value.get("anyOf").is_some()
}

fn property<'s>(Scope(value): Scope<'s>, name: &str) -> Option<Scope<'s>> {
    bare(value).get("properties")?.get(name).map(Scope)
}

fn property_names(Scope(value): Scope<'_>) -> Vec<String> {
    let properties = bare(value).get("properties").and_then(Value::as_object);
    properties
        .map(|properties| properties.keys().cloned().collect())
        .unwrap_or_default()
}

fn item_of(Scope(value): Scope<'_>) -> Option<Scope<'_>> {
    bare(value).get("items").map(Scope)
}
