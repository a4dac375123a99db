//! The text of a template made a template of Handlebars, piece by piece.
//!
//! The parser counts lines from the start of what it is given for every tag, so that a
//! text of twice the length costs four times as much; short pieces cost what they hold.

use handlebars::template::TemplateElement;
use handlebars::{Template, TemplateError};
use std::collections::BTreeSet;

/// A piece of so many bytes is long enough.
const PIECE: usize = 256;

/// Compiles the text of a template under the name that others include it by.
pub(super) fn compile(name: &str, text: &str) -> Result<Template, TemplateError> {
    let whole = || Template::compile_with_name(text, name.to_owned());
    let mut joined = Template::new();
    joined.name = Some(name.to_owned());
    for piece in pieces(text) {
        let Ok(mut template) = Template::compile(piece.text) else {
            // what is wrong is told as of the whole text
            return whole();
        };
        move_down(&mut template, piece.lines_before);
        joined.elements.append(&mut template.elements);
        joined.mapping.append(&mut template.mapping);
    }
    Ok(joined)
}

/// The names of all templates that a template includes.
pub(super) fn included(template: &Template) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    let mut open = vec![template];
    while let Some(template) = open.pop() {
        for element in &template.elements {
            // the check of keys refuses what else could hold an inclusion
            if let TemplateElement::PartialExpression(partial) = element {
                names.extend(partial.name.as_name());
            } else if let TemplateElement::HelperBlock(block) = element {
                open.extend(block.template.iter().chain(&block.inverse));
            }
        }
    }
    names
}

/// Some lines of a template.
struct Piece<'a> {
    text: &'a str,
    lines_before: usize,
}

/// Cuts a text after lines at which no block is open.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut start, mut end, mut lines_before, mut depth) = (0, 0, 0, 0_usize);
    for (number, line) in text.split_inclusive('\n').enumerate() {
        end += line.len();
        depth += line.matches("{{#").count();
        depth = depth.saturating_sub(line.matches("{{/").count());
        let own = line.trim();
        // of a tag that has its line for itself, Handlebars leaves out the line's end
        let is_end = own.starts_with("{{/") && own.matches("{{").count() == 1;
        let is_tag = own.starts_with("{{") && !is_end;
        if depth > 0 || is_tag || end - start < PIECE {
            continue;
        }
        let text = text.get(start..end).unwrap_or_default();
        let text = if is_end { text.trim_end() } else { text };
        pieces.push(Piece { text, lines_before });
        (start, lines_before) = (end, number + 1);
    }
    if let Some(text) = text.get(start..).filter(|rest| !rest.is_empty()) {
        pieces.push(Piece { text, lines_before });
    }
    pieces
}

/// Counts the lines of a template from further up.
fn move_down(template: &mut Template, lines: usize) {
    for mapping in &mut template.mapping {
        mapping.0 += lines;
    }
    for element in &mut template.elements {
        if let TemplateElement::HelperBlock(block) = element {
            let inner = block.template.iter_mut().chain(&mut block.inverse);
            inner.for_each(|template| move_down(template, lines));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::engine::BUILT_IN;
    use proptest::prelude::*;

    /// Elements and their places, with neighbouring texts as one.
    fn flat(template: &Template) -> Vec<(String, usize, usize)> {
        let mut flat: Vec<(String, usize, usize)> = Vec::new();
        let mut was_text = false;
        for (element, at) in template.elements.iter().zip(&template.mapping) {
            if let TemplateElement::RawString(text) = element {
                match flat.last_mut() {
                    Some(before) if was_text => before.0.push_str(text),
                    _ if text.is_empty() => continue,
                    // where a text stands nobody is told
                    _ => flat.push((text.clone(), 0, 0)),
                }
            } else if let TemplateElement::HelperBlock(block) = element {
                let inner = [&block.template, &block.inverse];
                let inner = inner.map(|it| it.as_ref().map(flat_text));
                let head = format!("{:?} {:?} {inner:?}", block.name, block.params);
                flat.push((head, at.0, at.1));
            } else {
                flat.push((format!("{element:?}"), at.0, at.1));
            }
            was_text = matches!(element, TemplateElement::RawString(_));
        }
        flat
    }

    fn flat_text(template: &Template) -> String {
        format!("{:?}", flat(template))
    }

    fn assert_same(text: &str) {
        let whole = Template::compile_with_name(text, "x".to_owned()).unwrap();
        let joined = compile("x", text).unwrap();
        assert_eq!(flat(&joined), flat(&whole), "{text}");
        assert_eq!(joined.name, whole.name);
    }

    #[test]
    fn pieces_joined_are_the_template_compiled_whole() {
        for (_, text) in BUILT_IN {
            assert_same(text.trim_end());
        }
        let pieces: usize = BUILT_IN.iter().map(|(_, it)| pieces(it).len()).sum();
        assert!(pieces > 3 * BUILT_IN.len());
    }

    #[test]
    fn a_fault_is_told_as_of_the_whole_text() {
        let text = format!("{}{{{{#if x}}}}\n<p>y</p>", "<p>một dòng</p>\n".repeat(60));
        let whole = Template::compile_with_name(&text, "x".to_owned()).unwrap_err();
        let error = compile("x", &text).unwrap_err();
        assert_eq!(error.to_string(), whole.to_string());
        assert_eq!(error.pos(), whole.pos());
    }

    #[test]
    fn every_inclusion_is_found_in_blocks_and_their_other_branches() {
        let text = "{{> a}}{{#if x}}{{> b}}{{else}}{{#each y}}{{> c}}{{/each}}{{/if}}";
        let template = compile("x", text).unwrap();
        assert_eq!(Vec::from_iter(included(&template)), ["a", "b", "c"]);
    }

    /// Lines of a template: of words, of tags within words, of tags alone.
    fn lines() -> impl Strategy<Value = String> {
        let line = prop_oneof![
            Just("<p>đại hội {{a}} của chi bộ</p>".to_owned()),
            Just("  {{a}}".to_owned()),
            Just("{{> b}}".to_owned()),
            Just("{{! lời ghi}}".to_owned()),
            Just("{{#if a}}một{{else}}hai{{/if}}".to_owned()),
            Just(String::new()),
            "[a-z ]{0,90}",
        ];
        let block = |inner: BoxedStrategy<String>| {
            prop_oneof![
                inner.clone().prop_map(|it| format!("{{{{#if a}}}}\n{it}\n{{{{/if}}}}")),
                (inner.clone(), inner.clone()).prop_map(|(one, other)| {
                    format!("  {{{{#each a}}}}\n{one}\n  {{{{else}}}}\n{other}\n  {{{{/each}}}}")
                }),
                prop::collection::vec(inner, 1..6).prop_map(|it| it.join("\n")),
            ]
        };
        line.boxed().prop_recursive(4, 64, 6, block)
    }

    proptest! {
        #[test]
        fn any_template_is_the_same_in_pieces(text in lines()) {
            let text = text.trim_end();
            prop_assume!(!text.is_empty());
            assert_same(text);
        }
    }
}
