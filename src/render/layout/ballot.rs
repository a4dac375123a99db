//! Sheets of ballots: the same text at every place, and lines where to cut.

use super::page::Content;
use super::placed::{Distance, Item, Point, Rule, Stroke, TagKind};
use super::tag::{Bookmark, Tagger};
use super::{Setting, set_inside};
use crate::document::Length;
use crate::render::flow::{BallotSheet, Strip};

/// Sets a sheet; every ballot is a part of its own to those who do not see it.
pub(super) fn set_sheet(
    sheet: &BallotSheet,
    tagger: &mut Tagger,
    setting: Setting<'_>,
) -> Content {
    let columns = corners(&sheet.columns);
    let rows = corners(&sheet.rows);
    let width = sheet
        .columns
        .first()
        .map_or(Length::ZERO, |strip| strip.inner());
    let mut items = Vec::new();
    let mut bookmark = None;
    let places = rows
        .iter()
        .flat_map(|y| columns.iter().map(move |x| (*x, *y)));
    for (x, y) in places.take(sheet.filled) {
        let outer = tagger.enter(TagKind::Division);
        let inside = set_inside(&sheet.content, width, tagger, setting);
        tagger.leave(outer);
        let first = inside.outline.into_iter().next();
        bookmark = bookmark.or(first.map(|entry| Bookmark {
            level: entry.level,
            title: entry.title,
        }));
        let corner = Point { x, y };
        items.extend(inside.items.into_iter().map(|item| item.moved(corner)));
    }
    items.extend(cut_marks(sheet, setting));
    Content::Fixed {
        items,
        before: Distance::ZERO,
        height: ends(&sheet.rows).last().copied().unwrap_or_default(),
        bookmark,
    }
}

/// Where each strip ends.
fn ends(strips: &[Strip]) -> Vec<Distance> {
    let end = |end: &mut Distance, strip: &Strip| {
        *end += Distance::of(strip.size);
        Some(*end)
    };
    strips.iter().scan(Distance::ZERO, end).collect()
}

/// Where the text of each strip begins.
fn corners(strips: &[Strip]) -> Vec<Distance> {
    let starts = [Distance::ZERO].into_iter().chain(ends(strips));
    starts
        .zip(strips)
        .map(|(start, strip)| start + Distance::of(strip.before))
        .collect()
}

/// A line between every two columns and every two rows.
fn cut_marks(sheet: &BallotSheet, setting: Setting<'_>) -> Vec<Item> {
    let (columns, rows) = (ends(&sheet.columns), ends(&sheet.rows));
    let (Some((right, columns)), Some((bottom, rows))) =
        (columns.split_last(), rows.split_last())
    else {
        return Vec::new();
    };
    let mark = |from, to| {
        Item::Rule(Rule {
            from,
            to,
            thickness: Distance::eighths(setting.profile.ballot.cut_eighths),
            stroke: Stroke::Dashed,
        })
    };
    let point = |x, y| Point { x, y };
    let upright = columns
        .iter()
        .map(|x| mark(point(*x, Distance::ZERO), point(*x, *bottom)));
    let level = rows
        .iter()
        .map(|y| mark(point(Distance::ZERO, *y), point(*right, *y)));
    level.chain(upright).collect()
}
