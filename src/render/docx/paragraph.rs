//! Paragraphs: the named style, and how each departs from it.

use super::stencil::Form;
use super::styles;
use crate::document::profile::{FormatProfile, RuleForm, StyleKey};
use crate::document::{Align, Length};
use crate::render::flow::{FlowParagraph, Tag};
use docx_rs::{
    AlignmentType, BorderType, BuildXML, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, SpecialIndentType,
};

/// The properties of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct ParagraphForm {
    style: StyleKey,
    /// What follows is only told where the style says otherwise.
    align: Option<Align>,
    keep_next: Option<bool>,
    /// Word's level of a heading, counted from zero.
    level: Option<u8>,
    begins_page: bool,
    rule_below: Option<RuleBelow>,
}

/// A line drawn below the text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct RuleBelow {
    /// What it leaves of its column on either side.
    side: Length,
    /// Its thickness, in eighths of a point.
    eighths: u16,
    /// From the text to it.
    space_points: u16,
}

/// Word's "body text", beside the levels of headings.
const NO_LEVEL: u8 = 9;

impl ParagraphForm {
    /// The form of a paragraph in a column.
    pub(super) fn of(
        paragraph: &FlowParagraph,
        column: Length,
        begins_page: bool,
        profile: &FormatProfile,
    ) -> Self {
        let style = (profile.style)(paragraph.style);
        let level = outline_level(paragraph.tag);
        let is_of_style = level == styles::outline_level(paragraph.style);
        let rule_below = |length| RuleBelow::of(length, column, profile.rule);
        Self {
            style: paragraph.style,
            align: paragraph.align.filter(|it| *it != style.align),
            keep_next: paragraph.keep_next.filter(|it| *it != style.keep_next),
            level: (!is_of_style).then_some(level.unwrap_or(NO_LEVEL)),
            begins_page,
            rule_below: paragraph.rule_below.map(rule_below),
        }
    }
}

impl Form for ParagraphForm {
    const END: &'static str = "</w:p>";

    fn built(&self) -> Vec<u8> {
        let mut built = Paragraph::new().style(styles::id(self.style));
        if let Some(align) = self.align {
            built = built.align(alignment(align));
        }
        built = match self.keep_next {
            Some(true) => built.keep_next(true).keep_lines(true),
            // stands for "does not stay with the next", see `normalise.rs`
            Some(false) => built.snap_to_grid(false),
            None => built,
        };
        if let Some(level) = self.level {
            built = built.outline_lvl(usize::from(level));
        }
        if self.begins_page {
            built = built.page_break_before(true);
        }
        if let Some(rule) = &self.rule_below {
            built = rule.below(built);
        }
        built.build()
    }
}

/// How far the line below a title may be longer than the title, on either side.
///
/// The indents that make the line also narrow the text, and a title that misses its
/// width by a rounding would be broken: one tenth of a point is not seen, a second
/// line is.
const RULE_SLACK: Length = Length::twips(2);

impl RuleBelow {
    /// A line of a length, centred in its column.
    fn of(length: Length, column: Length, rule: RuleForm) -> Self {
        let side = column.less(length).to_twips() / 2 - RULE_SLACK.to_twips();
        Self {
            side: Length::twips(side.max(0)),
            eighths: rule.title_eighths,
            space_points: rule.space_points,
        }
    }

    /// Draws it below a paragraph.
    ///
    /// The border of a paragraph is as wide as the paragraph, so it is indented on both
    /// sides by half of what remains.
    fn below(&self, paragraph: Paragraph) -> Paragraph {
        let side = Some(self.side.to_twips());
        let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom)
            .val(BorderType::Single)
            .size(usize::from(self.eighths))
            .space(usize::from(self.space_points))
            .color("000000");
        let no_first_line = Some(SpecialIndentType::FirstLine(0));
        let mut ruled = paragraph.indent(side, no_first_line, side, None);
        let borders = ParagraphBorders::with_empty().set(line);
        ruled.property = ruled.property.set_borders(borders);
        ruled
    }
}

/// Word's level of a heading, counted from zero; it knows nine.
fn outline_level(tag: Tag) -> Option<u8> {
    match tag {
        Tag::Heading(level) => Some(level.saturating_sub(1).min(8)),
        Tag::Text | Tag::ListItem | Tag::Room => None,
    }
}

fn alignment(align: Align) -> AlignmentType {
    match align {
        Align::Left => AlignmentType::Left,
        Align::Center => AlignmentType::Center,
        Align::Right => AlignmentType::Right,
        Align::Justify => AlignmentType::Both,
    }
}
