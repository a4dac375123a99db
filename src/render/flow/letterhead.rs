//! The head of the form: two columns, long names broken where a clerk would.

use super::balance::Setter;
use super::block::{in_proportion, row};
use super::{FlowParagraph, Grid, GridPurpose, Tag};
use crate::document::profile::StyleKey;
use crate::document::{Length, Letterhead, Line};

/// Sets the head of a paper in a column; below each other where it is too narrow for
/// the Party's title beside the issuing body, as on a ballot.
pub(super) fn grid(head: &Letterhead, setter: Setter<'_>, whole: Length) -> Grid {
    let form = setter.profile.letterhead;
    // the columns never touch
    let gutter = form.gutter;
    let in_whole = |length| in_proportion(length, setter.profile, whole);
    let title = setter.width(StyleKey::PartyTitle, &head.heading);
    let (left, narrow) = (in_whole(form.left), in_whole(form.left_narrow));
    if title > whole.less(narrow).less(gutter) {
        return Grid {
            purpose: GridPurpose::Layout,
            columns: vec![whole],
            head_rows: 0,
            rows: vec![
                row([setter.issuing_body(head, whole)]),
                row([setter.party_title(head, whole)]),
            ],
        };
    }
    let wide = whole.less(left).less(gutter);
    let fits = |date: &Line| setter.width(StyleKey::PlaceDate, date) <= wide;
    let left = if title <= wide && head.place_date.as_ref().is_none_or(fits) {
        left
    } else {
        narrow
    };
    let right = whole.less(left);
    Grid {
        purpose: GridPurpose::Layout,
        columns: vec![left, right],
        head_rows: 0,
        rows: vec![row([
            setter.issuing_body(head, left.less(gutter)),
            setter.party_title(head, right.less(gutter)),
        ])],
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
