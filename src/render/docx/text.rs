//! Text of a paragraph as runs.
//!
//! Word and LibreOffice break a line after a hyphen, the form does not: `12-NQ/ĐH` and
//! `2025-2030` stay whole. Such a hyphen is written as an element of its own, which
//! both show and copy as a hyphen.

use crate::document::profile::ParagraphStyle;
use crate::document::{Inline, RunStyle};
use crate::render::flow::FlowParagraph;
use docx_rs::{BreakType, Run};

/// What stands in a run, one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Atom {
    Char(char),
    /// A hyphen that ends no line.
    Hyphen,
    Break,
}

/// How a piece of text departs from its paragraph's style.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Marks {
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

/// The runs of a paragraph; neighbours of the same marks become one.
pub(super) fn runs(paragraph: &FlowParagraph, look: &ParagraphStyle) -> Vec<Run> {
    let atoms = atoms(paragraph, look);
    let mut runs = Vec::new();
    for same in atoms.chunk_by(|(_, one), (_, other)| one == other) {
        let marks = same.first().map(|(_, marks)| *marks).unwrap_or_default();
        runs.push(run(same, marks));
    }
    runs
}

/// Text with every decision about it made.
fn atoms(paragraph: &FlowParagraph, look: &ParagraphStyle) -> Vec<(Atom, Marks)> {
    let mut atoms = Vec::new();
    for inline in paragraph.inlines() {
        match inline {
            Inline::Run(run) => {
                let marks = Marks::beyond(run.style, look);
                let characters = run.text.chars().filter_map(printable);
                atoms.extend(characters.map(|character| {
                    let atom = if run.style.keep {
                        kept(character)
                    } else {
                        plain(character)
                    };
                    (atom, marks)
                }));
            }
            Inline::Blank(width) => {
                let room = (Atom::Char('\u{a0}'), Marks::default());
                atoms.extend((0..width).map(|_| room));
            }
            Inline::Break => atoms.push((Atom::Break, Marks::default())),
        }
    }
    hold_hyphens(&mut atoms);
    atoms
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

/// A character; the fonts lack the no-break hyphen, so it is written as Word's own.
fn plain(character: char) -> Atom {
    match character {
        '\u{2011}' => Atom::Hyphen,
        other => Atom::Char(other),
    }
}

/// A character where a line is not broken.
fn kept(character: char) -> Atom {
    match character {
        ' ' => Atom::Char('\u{a0}'),
        '-' => Atom::Hyphen,
        other => plain(other),
    }
}

/// Turns a hyphen inside a word into one that ends no line. Hyphens in a row are a
/// drawn mark and stay as they are.
fn hold_hyphens(atoms: &mut [(Atom, Marks)]) {
    let mut before = None;
    let mut rest = atoms;
    while let Some(((atom, _), after)) = rest.split_first_mut() {
        let next = after.first().map(|(next, _)| *next);
        if *atom == Atom::Char('-') && is_inside_a_word(before, next) {
            *atom = Atom::Hyphen;
        }
        before = Some(*atom);
        rest = after;
    }
}

fn is_inside_a_word(before: Option<Atom>, after: Option<Atom>) -> bool {
    let is_mark = |atom| matches!(atom, Some(Atom::Char(c)) if !c.is_whitespace());
    let is_hyphen = |atom| matches!(atom, Some(Atom::Char('-') | Atom::Hyphen));
    let holds = |atom| is_mark(atom) || is_hyphen(atom);
    holds(before) && holds(after) && !(is_hyphen(before) && is_hyphen(after))
}

fn run(atoms: &[(Atom, Marks)], marks: Marks) -> Run {
    let mut run = Run::new();
    if marks.bold {
        run = run.bold();
    }
    if marks.italic {
        run = run.italic();
    }
    if marks.underline {
        run = run.underline("single");
    }
    let mut text = String::new();
    for (atom, _) in atoms {
        if let Atom::Char(character) = atom {
            text.push(*character);
            continue;
        }
        run = flush(run, &mut text);
        run = if *atom == Atom::Break {
            run.add_break(BreakType::TextWrapping)
        } else {
            // stands for the no-break hyphen, see `normalise.rs`
            run.add_carriage_return()
        };
    }
    flush(run, &mut text)
}

fn flush(run: Run, text: &mut String) -> Run {
    if text.is_empty() {
        return run;
    }
    run.add_text(std::mem::take(text))
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
