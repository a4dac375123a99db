//! Text of a paragraph as runs.
//!
//! Word and LibreOffice break a line after a hyphen, the form does not: `12-NQ/ĐH` and
//! `2025-2030` stay whole. Such a hyphen is written as an element of its own, which
//! both show and copy as a hyphen.

use super::normalise::MarkupError;
use super::stencil::{Form, Stencils};
use crate::document::profile::ParagraphStyle;
use crate::document::{self, Inline, RunStyle};
use crate::render::flow::{FlowParagraph, is_held_hyphen};
use docx_rs::{BuildXML, Run};
use std::borrow::Cow;

/// How a piece of text departs from its paragraph's style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Marks {
    bold: bool,
    italic: bool,
    underline: bool,
}

impl Marks {
    /// The marks that the style of the paragraph does not have already.
    fn beyond(style: RunStyle, look: &ParagraphStyle) -> Self {
        Self {
            bold: style.bold && !look.bold,
            italic: style.italic && !look.italic,
            underline: style.underline && !look.underline,
        }
    }
}

impl Form for Marks {
    const END: &'static str = "</w:r>";

    fn built(&self) -> Vec<u8> {
        let mut run = Run::new();
        if self.bold {
            run = run.bold();
        }
        if self.italic {
            run = run.italic();
        }
        if self.underline {
            run = run.underline("single");
        }
        run.build()
    }
}

const TEXT: &str = r#"<w:t xml:space="preserve">"#;
const TEXT_END: &str = "</w:t>";
const BREAK: &str = r#"<w:br w:type="textWrapping" />"#;
/// The fonts lack the no-break hyphen, so it is written as Word's own.
const HYPHEN: &str = "<w:noBreakHyphen/>";

/// Writes the runs of a paragraph; neighbours of the same marks become one.
///
/// # Errors
///
/// When docx-rs writes broken markup.
pub(super) fn write(
    paragraph: &FlowParagraph,
    look: &ParagraphStyle,
    runs: &mut Stencils<Marks>,
    out: &mut Vec<u8>,
) -> Result<(), MarkupError> {
    let mut writer = Writer {
        runs,
        out,
        open: None,
        is_in_text: false,
        before: None,
    };
    let inlines: Vec<Cow<'_, Inline>> = paragraph.inlines().collect();
    let mut rest = inlines.as_slice();
    while let Some((inline, following)) = rest.split_first() {
        match &**inline {
            Inline::Run(run) => {
                let marks = Marks::beyond(run.style, look);
                writer.run((run, paragraph), marks, following)?;
            }
            Inline::Blank(width) => {
                for _ in 0..*width {
                    writer.text("\u{a0}", Marks::default())?;
                }
            }
            Inline::Break => {
                writer.element(BREAK, Marks::default())?;
                writer.before = None;
            }
        }
        rest = following;
    }
    writer.end();
    Ok(())
}

struct Writer<'a> {
    runs: &'a mut Stencils<Marks>,
    out: &'a mut Vec<u8>,
    /// The run at hand.
    open: Option<Marks>,
    is_in_text: bool,
    /// The last character, if nothing else came behind it.
    before: Option<char>,
}

impl Writer<'_> {
    fn run(
        &mut self,
        (run, paragraph): (&document::Run, &FlowParagraph),
        marks: Marks,
        following: &[Cow<'_, Inline>],
    ) -> Result<(), MarkupError> {
        let keep = run.style.keep;
        let breaks =
            |left: usize| paragraph.breaks_at(&run.text, run.text.len() - left - 1);
        let is_special = |it: char| is_special(it) || keep && it == ' ';
        let mut rest = run.text.as_str();
        loop {
            let end = rest.find(is_special).unwrap_or(rest.len());
            let (plain, special) = rest.split_at_checked(end).unwrap_or((rest, ""));
            if !plain.is_empty() {
                self.text(plain, marks)?;
            }
            let mut characters = special.chars();
            let Some(special) = characters.next() else {
                return Ok(());
            };
            rest = characters.as_str();
            let Some(character) = printable(special) else {
                continue;
            };
            let after = || printable_first(rest).or_else(|| first(following));
            match character {
                '-' if keep
                    || !breaks(rest.len()) && is_held_hyphen(self.before, after()) =>
                {
                    self.hyphen(marks)?;
                }
                '\u{2011}' => self.hyphen(marks)?,
                ' ' if keep => self.text("\u{a0}", marks)?,
                _ => self.escaped(character, marks)?,
            }
        }
    }

    /// Text in which nothing is to be escaped.
    fn text(&mut self, text: &str, marks: Marks) -> Result<(), MarkupError> {
        self.begin_text(marks)?;
        self.put(text);
        self.before = text.chars().next_back();
        Ok(())
    }

    fn escaped(&mut self, character: char, marks: Marks) -> Result<(), MarkupError> {
        self.begin_text(marks)?;
        let mut buffer = [0; 4];
        self.put(match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&apos;",
            other => other.encode_utf8(&mut buffer),
        });
        self.before = Some(character);
        Ok(())
    }

    fn hyphen(&mut self, marks: Marks) -> Result<(), MarkupError> {
        self.element(HYPHEN, marks)?;
        self.before = Some('-');
        Ok(())
    }

    fn begin_text(&mut self, marks: Marks) -> Result<(), MarkupError> {
        self.begin(marks)?;
        if !self.is_in_text {
            self.put(TEXT);
            self.is_in_text = true;
        }
        Ok(())
    }

    fn element(&mut self, markup: &str, marks: Marks) -> Result<(), MarkupError> {
        self.begin(marks)?;
        self.end_text();
        self.put(markup);
        Ok(())
    }

    fn begin(&mut self, marks: Marks) -> Result<(), MarkupError> {
        if self.open != Some(marks) {
            self.end();
            self.runs.begin(marks, self.out)?;
            self.open = Some(marks);
        }
        Ok(())
    }

    fn end_text(&mut self) {
        if std::mem::take(&mut self.is_in_text) {
            self.put(TEXT_END);
        }
    }

    fn end(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.put(Marks::END);
        }
    }

    fn put(&mut self, markup: &str) {
        self.out.extend_from_slice(markup.as_bytes());
    }
}

/// Whether a character is written otherwise than it is.
fn is_special(character: char) -> bool {
    matches!(character, '&' | '<' | '>' | '"' | '\'' | '-' | '\u{2011}')
        || printable(character) != Some(character)
}

/// What a character becomes in XML, which has no place for control characters.
///
/// White space of any kind is a space; the rest of what XML refuses is dropped.
pub(super) fn printable(character: char) -> Option<char> {
    match character {
        '\n' | '\r' | '\t' => Some(' '),
        '\u{fffe}' | '\u{ffff}' => None,
        other if other.is_control() => None,
        other => Some(other),
    }
}

fn printable_first(text: &str) -> Option<char> {
    text.chars().find_map(printable)
}

/// The first character of text, if nothing else comes before it.
fn first(inlines: &[Cow<'_, Inline>]) -> Option<char> {
    for inline in inlines {
        match &**inline {
            Inline::Run(run) => {
                if let Some(first) = printable_first(&run.text) {
                    return Some(first);
                }
            }
            Inline::Blank(0) => {}
            Inline::Blank(_) | Inline::Break => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::package::paragraphs;
    use super::super::sample::{bold, keep, markup_of, run, text};
    use crate::document::profile::StyleKey;
    use crate::document::{Inline, RunStyle};
    use crate::render::flow::{FlowParagraph, Piece};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    /// `document.xml` of one paragraph of the body.
    fn markup_of_text(content: Vec<Inline>) -> String {
        let body = FlowParagraph::new(StyleKey::Body, content);
        markup_of(vec![Piece::Paragraph(body)])
    }

    /// The runs of one paragraph of the body.
    fn body_markup(content: Vec<Inline>) -> String {
        let xml = markup_of_text(content);
        let runs = xml.split("</w:pPr>").nth(1).unwrap();
        runs.split("</w:p>").next().unwrap().to_owned()
    }

    /// The text that a reader of the DOCX copies from one paragraph of the body.
    fn copied(content: Vec<Inline>) -> String {
        let mut texts = paragraphs(&markup_of_text(content)).into_iter();
        texts.next().unwrap().1
    }

    #[test]
    fn special_characters_of_xml_come_out_exactly() {
        let line = r#"A & B <C> "D" 'E' &amp; &#65; ]]>"#;
        assert_eq!(copied(text(line)), line);
    }

    #[test]
    fn control_characters_never_reach_the_markup() {
        let line = "A\u{0}B\u{1b}C\u{7f}D\u{85}E\u{fffe}F\u{ffff}G";
        assert_eq!(copied(text(line)), "ABCDEFG");
        assert_eq!(copied(text("Một\nHai\tBa\rBốn")), "Một Hai Ba Bốn");
    }

    #[test]
    fn a_hyphen_inside_a_word_ends_no_line() {
        let word = body_markup(text("số 12-NQ/ĐH"));
        assert!(word.contains("số 12</w:t><w:noBreakHyphen/><w:t"));
        assert_eq!(copied(text("số 12-NQ/ĐH")), "số 12-NQ/ĐH");
        // also where runs meet
        let style = RunStyle::default();
        let runs = vec![run("12", bold()), run("-", style), run("NQ", bold())];
        assert!(body_markup(runs).contains("<w:noBreakHyphen/>"));
    }

    #[test]
    fn a_line_may_end_at_the_hyphens_of_a_long_word() {
        let paragraph = FlowParagraph {
            long_word: Some(11),
            ..FlowParagraph::new(StyleKey::TableCell, text("12-NQ/ĐH a.vn/ba-bon-c"))
        };
        let markup = markup_of(vec![Piece::Paragraph(paragraph)]);
        assert!(markup.contains("12</w:t><w:noBreakHyphen/><w:t"));
        assert!(markup.contains("NQ/ĐH a.vn/ba-bon-c</w:t>"));
    }

    #[test]
    fn a_hyphen_beside_a_space_is_a_dash_and_stays() {
        for line in ["Độc lập - Tự do", "I- KHAI MẠC", "- Lưu", "-----", "a -"]
        {
            assert!(!body_markup(text(line)).contains("noBreakHyphen"), "{line}");
            assert_eq!(copied(text(line)), line);
        }
        let broken = [text("a-"), vec![Inline::Break], text("b")].concat();
        assert!(!body_markup(broken).contains("noBreakHyphen"));
    }

    #[test]
    fn kept_text_has_no_place_to_break() {
        let kept = vec![run("Số 5 - BB", keep())];
        let markup = body_markup(kept.clone());
        assert!(markup.contains("Số\u{a0}5\u{a0}</w:t><w:noBreakHyphen/>"));
        assert_eq!(copied(kept), "Số\u{a0}5\u{a0}-\u{a0}BB");
    }

    #[test]
    fn room_for_the_hand_is_no_break_spaces() {
        let content = [text("ngày"), vec![Inline::Blank(4)], text("tháng")].concat();
        assert_eq!(copied(content), "ngày\u{a0}\u{a0}\u{a0}\u{a0}tháng");
    }

    #[test]
    fn a_break_is_a_line_of_the_same_paragraph() {
        let content = [text("một"), vec![Inline::Break], text("hai")].concat();
        assert!(
            body_markup(content).contains(r#"một</w:t><w:br w:type="textWrapping" />"#)
        );
    }

    #[test]
    fn marks_stand_on_their_run_alone() {
        let content = [text("có "), vec![run("27", bold())], text(" phiếu")].concat();
        assert_eq!(
            body_markup(content),
            concat!(
                r#"<w:r><w:t xml:space="preserve">có </w:t></w:r>"#,
                r#"<w:r><w:rPr><w:b /><w:bCs /></w:rPr><w:t xml:space="preserve">27</w:t></w:r>"#,
                r#"<w:r><w:t xml:space="preserve"> phiếu</w:t></w:r>"#,
            )
        );
    }

    /// Runs of any text that may stand in a document: NFC, without control characters.
    fn any_runs() -> impl Strategy<Value = Vec<(String, RunStyle)>> {
        let style = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
        let style = style.prop_map(|(bold, italic, underline, keep)| RunStyle {
            bold,
            italic,
            underline,
            keep,
        });
        let letters =
            prop_oneof![any::<String>(), "[-–/ &<>\"'a1ế\u{2011}\u{301}]{0,12}"];
        let text = letters.prop_map(|text| -> String {
            text.nfc().filter(|c| !c.is_control()).collect()
        });
        prop::collection::vec((text, style), 0..5)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]

        #[test]
        fn text_is_written_as_docx_rs_writes_it(words in "[^\\-\u{2011}\\p{Cc}\u{fffe}\u{ffff}]{1,20}") {
            let line = [text(&words), vec![Inline::Break], text(&words)].concat();
            let run = docx_rs::Run::new()
                .add_text(&words)
                .add_break(docx_rs::BreakType::TextWrapping)
                .add_text(&words);
            let expected = String::from_utf8(docx_rs::BuildXML::build(&run)).unwrap();
            prop_assert_eq!(body_markup(line), expected.replace("<w:rPr />", ""));
        }

        #[test]
        fn any_text_survives(runs in any_runs()) {
            let content = runs.iter().map(|(text, style)| run(text, *style)).collect();
            let expected = runs.iter().flat_map(|(text, style)| {
                text.chars().filter_map(|character| match character {
                    '\u{fffe}' | '\u{ffff}' => None,
                    '\u{2011}' => Some('-'),
                    ' ' if style.keep => Some('\u{a0}'),
                    other => Some(other),
                })
            });
            prop_assert_eq!(copied(content), expected.collect::<String>());
        }
    }
}
