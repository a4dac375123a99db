//! The markup that templates write: a small HTML, parsed strictly into a document.

mod build;
mod inline;
mod node;
mod table;
#[cfg(test)]
mod tests;
mod vocabulary;

pub(super) use build::{Build, build};

use crate::diagnostic::{Diagnostic, Place, Problem, nearest};
use node::{Element, Node};
use vocabulary::{Content, element_rule};

pub(super) use vocabulary::{ElementRule, ValueRule};

/// Every element.
pub(super) fn elements() -> &'static [ElementRule] {
    vocabulary::ALL
}

/// Stands for what Handlebars will put in when a template's source is checked.
const PLACEHOLDER: char = '\u{f0003}';

/// What is wrong with markup, and at which byte of its text.
#[derive(Debug)]
pub(super) struct Fault {
    at: usize,
    problem: FaultKind,
}

#[derive(Debug)]
enum FaultKind {
    Malformed(String),
    Unknown {
        name: String,
        nearest: Option<String>,
    },
}

impl Fault {
    fn malformed(at: usize, reason: impl Into<String>) -> Self {
        let problem = FaultKind::Malformed(reason.into());
        Self { at, problem }
    }

    fn unknown<'a>(
        at: usize,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let nearest = nearest(name, known).map(str::to_owned);
        let name = name.to_owned();
        Self {
            at,
            problem: FaultKind::Unknown { name, nearest },
        }
    }

    /// The finding, at its line and column of the text.
    pub(super) fn finding(self, template: &str, text: &str) -> Diagnostic {
        let before = text.get(..self.at).unwrap_or(text);
        let number = before.matches('\n').count();
        let column = before.chars().rev().take_while(|c| *c != '\n').count();
        let line = text
            .lines()
            .nth(number)
            .unwrap_or_default()
            .trim()
            .to_owned();
        let problem = match self.problem {
            FaultKind::Malformed(reason) => Problem::Markup { reason, line },
            FaultKind::Unknown { name, nearest } => Problem::MarkupUnknown {
                name,
                nearest,
                line,
            },
        };
        let count = |value: usize| u32::try_from(value + 1).unwrap_or(u32::MAX);
        let place = Place::line(template, count(number), count(column));
        Diagnostic::new(place, problem)
    }
}

/// Checks the markup in a template's source, before any fact is put in, so that a
/// fault is found at its line and column even where no congress would reach it.
pub(super) fn check_source(template: &str, source: &str) -> Result<(), Box<Diagnostic>> {
    let masked = mask(source);
    let nodes = node::parse(&masked);
    let checked = nodes.and_then(|nodes| {
        let mut elements = nodes.iter().filter_map(Node::as_element);
        elements.try_for_each(|element| check(element, None))
    });
    checked.map_err(|mut fault| {
        // the mask keeps characters, not bytes
        let before = masked.get(..fault.at).unwrap_or(&masked).chars().count();
        fault.at = source.chars().take(before).map(char::len_utf8).sum();
        Box::new(fault.finding(template, source))
    })
}

/// Puts placeholders where Handlebars stands, character by character.
fn mask(source: &str) -> String {
    let mut masked = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find("{{") {
        let (before, tag) = rest.split_at(start);
        masked.push_str(before);
        let end = if tag.starts_with("{{!--") {
            "--}}"
        } else {
            "}}"
        };
        let length = tag.find(end).map_or(tag.len(), |at| at + end.len());
        let (tag, after) = tag.split_at(length);
        masked.extend(tag.chars().map(|c| if c == '\n' { c } else { PLACEHOLDER }));
        rest = after;
    }
    masked.push_str(rest);
    masked
}

/// Checks an element, its attributes and what it holds.
fn check(element: &Element, parent: Option<&ElementRule>) -> Result<(), Fault> {
    let known = vocabulary::ALL.iter().map(|rule| rule.name);
    let rule = element_rule(&element.name)
        .ok_or_else(|| Fault::unknown(element.at, &element.name, known))?;
    if let Some(parent) = parent {
        let is_allowed = match parent.content {
            Content::Empty => false,
            Content::Inline => rule.is_inline,
            Content::Elements(names) => names.contains(&rule.name),
        };
        if !is_allowed {
            let reason = format!("<{}> không đặt trong <{}>", rule.name, parent.name);
            return Err(Fault::malformed(element.at, reason));
        }
    }
    for (name, value) in &element.attributes {
        let known = rule.attributes.iter().map(|attribute| attribute.name);
        let attribute = rule
            .attributes
            .iter()
            .find(|attribute| attribute.name == name)
            .ok_or_else(|| Fault::unknown(element.at, name, known))?;
        let is_dynamic = value.contains(PLACEHOLDER);
        let value = inline::attribute_text(value);
        if !is_dynamic && !attribute.accepts(&value) {
            return Err(Fault::unknown(
                element.at,
                &value,
                attribute.choices().iter().copied(),
            ));
        }
    }
    let has = |name| element.attribute(name).is_some();
    let mut wanted = rule.attributes.iter().filter(|it| it.is_required);
    if let Some(lacking) = wanted.find(|attribute| !has(attribute.name)) {
        let reason = format!("<{}> thiếu {}", rule.name, lacking.name);
        return Err(Fault::malformed(element.at, reason));
    }
    for child in &element.children {
        match child {
            Node::Element(child) => check(child, Some(rule))?,
            Node::Text(text) => {
                let is_room = |c: char| c.is_ascii_whitespace() || c == PLACEHOLDER;
                let takes_text = matches!(rule.content, Content::Inline);
                if !takes_text && !text.chars().all(is_room) {
                    let reason = format!("chữ không đặt thẳng trong <{}>", rule.name);
                    return Err(Fault::malformed(element.at, reason));
                }
            }
        }
    }
    Ok(())
}
