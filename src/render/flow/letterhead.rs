//! The head of the form: two columns, long names broken where a clerk would.

use super::balance::Setter;
use super::{FlowParagraph, Grid, GridCell, GridPurpose, GridRow, Tag};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Length, Letterhead, Line};
use crate::render::font::Fonts;

/// Sets the head of a paper.
pub(super) fn grid(
    head: &Letterhead,
    profile: &'static FormatProfile,
    fonts: &Fonts,
) -> Grid {
    let setter = Setter { profile, fonts };
    let whole = profile.page.text_width();
    // the columns never touch
    let gutter = profile.letterhead.gutter;
    let wide = whole.less(profile.letterhead.left).less(gutter);
    let date_fits = head
        .place_date
        .as_ref()
        .is_none_or(|date| setter.width(StyleKey::PlaceDate, date) <= wide);
    let left = if date_fits {
        profile.letterhead.left
    } else {
        profile.letterhead.left_narrow
    };
    let right = whole.less(left);
    Grid {
        purpose: GridPurpose::Layout,
        columns: vec![left, right],
        head_rows: 0,
        rows: vec![GridRow {
            cells: vec![
                cell(setter.issuing_body(head, left.less(gutter))),
                cell(setter.party_title(head, right.less(gutter))),
            ],
        }],
    }
}

fn cell(paragraphs: Vec<FlowParagraph>) -> GridCell {
    GridCell {
        is_head: false,
        column_span: 1,
        row_span: 1,
        paragraphs,
    }
}

impl Setter<'_> {
    fn issuing_body(&self, head: &Letterhead, column: Length) -> Vec<FlowParagraph> {
        let line = |style: StyleKey, line: &Line| {
            FlowParagraph::new(style, self.balanced(style, line, column))
        };
        let mut paragraphs = Vec::new();
        for superior in &head.superior {
            paragraphs.push(line(StyleKey::Superior, superior));
        }
        for issuer in &head.issuer {
            paragraphs.push(line(StyleKey::Issuer, issuer));
        }
        paragraphs.push(line(StyleKey::LetterheadMark, &head.mark));
        paragraphs.extend(head.number.iter().map(|it| line(StyleKey::Number, it)));
        paragraphs
    }

    fn party_title(&self, head: &Letterhead, column: Length) -> Vec<FlowParagraph> {
        let title = FlowParagraph {
            rule_below: Some(self.width(StyleKey::PartyTitle, &head.heading)),
            tag: Tag::Text,
            ..FlowParagraph::new(StyleKey::PartyTitle, head.heading.clone())
        };
        let date = head.place_date.iter().map(|date| {
            let style = StyleKey::PlaceDate;
            FlowParagraph::new(style, self.balanced(style, date, column))
        });
        [title].into_iter().chain(date).collect()
    }
}
