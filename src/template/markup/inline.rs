//! Text with its inline elements as one line of runs.

use super::node::{Element, Node};
use crate::document::{Inline, Line, Run, RunStyle};
use crate::template::slot;

/// The text of an attribute.
pub(super) fn attribute_line(text: &str) -> Line {
    let mut collector = Collector::default();
    collector.text(text, RunStyle::default());
    collector.finish()
}

/// The text of an attribute without the marks of traced values.
pub(super) fn attribute_text(text: &str) -> String {
    let pieces = slot::split(text).into_iter();
    pieces.map(|(_, piece)| piece).collect()
}

/// Text and inline elements as one line; white space is one space, none at the ends.
pub(super) fn inlines(nodes: &[Node]) -> Line {
    let mut collector = Collector::default();
    collector.nodes(nodes, RunStyle::default());
    collector.finish()
}

#[derive(Default)]
struct Collector {
    line: Line,
    /// White space that is printed once more text follows.
    pending_space: bool,
}

impl Collector {
    fn nodes(&mut self, nodes: &[Node], style: RunStyle) {
        for node in nodes {
            match node {
                Node::Text(text) => self.text(text, style),
                Node::Element(element) => self.element(element, style),
            }
        }
    }

    fn element(&mut self, element: &Element, style: RunStyle) {
        let mut inner = style;
        match element.name.as_str() {
            "b" => inner.bold = true,
            "i" => inner.italic = true,
            "u" => inner.underline = true,
            "keep" => inner.keep = true,
            "br" => {
                self.pending_space = false;
                self.push(Inline::Break);
            }
            "blank" => {
                self.space(RunStyle::default());
                let width = element.attribute("width").and_then(|it| it.parse().ok());
                self.push(Inline::Blank(width.unwrap_or(6)));
            }
            _ => {}
        }
        self.nodes(&element.children, inner);
    }

    fn text(&mut self, text: &str, style: RunStyle) {
        for (trace, piece) in slot::split(text) {
            let is_blank = |c: char| c.is_ascii_whitespace();
            let mut words = piece.split_ascii_whitespace();
            self.pending_space |= piece.starts_with(is_blank);
            let Some(first) = words.next() else {
                continue;
            };
            self.space(style);
            let mut text = String::with_capacity(piece.len());
            text.push_str(first);
            for word in words {
                text.extend([" ", word]);
            }
            match self.line.last_mut() {
                Some(Inline::Run(last)) if last.style == style && last.trace == trace => {
                    last.text.push_str(&text);
                }
                _ => self.push(Inline::Run(Run { text, style, trace })),
            }
            self.pending_space = piece.ends_with(is_blank);
        }
    }

    /// Prints the space that is due, but never at the start of a line.
    fn space(&mut self, style: RunStyle) {
        let is_due = std::mem::take(&mut self.pending_space);
        let at_start = matches!(self.line.last(), None | Some(Inline::Break));
        if !is_due || at_start {
            return;
        }
        let before = match self.line.last() {
            Some(Inline::Run(last)) => last.style,
            _ => RunStyle::default(),
        };
        // between two styles the space has what both have: a kept word does not keep
        // the space before it
        let style = RunStyle {
            bold: before.bold && style.bold,
            italic: before.italic && style.italic,
            underline: before.underline && style.underline,
            keep: before.keep && style.keep,
        };
        match self.line.last_mut() {
            Some(Inline::Run(last)) if last.trace.is_none() && last.style == style => {
                last.text.push(' ');
            }
            _ => self.push(Inline::Run(Run {
                text: " ".to_owned(),
                style,
                trace: None,
            })),
        }
    }

    fn push(&mut self, inline: Inline) {
        if self.line.is_empty() {
            // most cells of a table hold one run, and a large table has many
            self.line.reserve_exact(1);
        }
        self.line.push(inline);
    }

    fn finish(self) -> Line {
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::super::node::parse;
    use super::*;

    fn line_of(text: &str) -> Vec<(String, bool)> {
        let nodes = parse(text).unwrap();
        let runs = inlines(&nodes).into_iter().map(|inline| match inline {
            Inline::Run(run) => (run.text, run.style.keep),
            Inline::Blank(_) | Inline::Break => ("|".to_owned(), false),
        });
        runs.collect()
    }

    #[test]
    fn a_kept_word_does_not_keep_the_space_before_it() {
        let runs = line_of("Số phiếu <keep>không đồng ý</keep> là");
        let expected = [("Số phiếu ", false), ("không đồng ý", true), (" là", false)];
        assert_eq!(runs, expected.map(|(text, keep)| (text.to_owned(), keep)));
    }

    #[test]
    fn white_space_is_one_space_and_none_at_the_ends() {
        let runs = line_of("\n  a\n  <b> b </b>  c &amp; d \n");
        let text: String = runs.into_iter().map(|(text, _)| text).collect();
        assert_eq!(text, "a b c & d");
    }
}
