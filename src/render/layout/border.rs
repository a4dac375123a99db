//! The borders of a table, each drawn once.

use super::grid::Frame;
use super::placed::{Distance, Point, Rule, Stroke};
use std::ops::Range;

/// The rows of a grid that stand together on a page.
#[derive(Debug, Clone)]
pub(super) struct Segment {
    /// Which grid they are of.
    pub(super) grid: usize,
    pub(super) rows: Vec<SegmentRow>,
    /// Upper edge of the lower border.
    pub(super) end: Distance,
}

#[derive(Debug, Clone)]
pub(super) struct SegmentRow {
    /// Upper edge of its upper border.
    pub(super) top: Distance,
    /// Which cell fills each column.
    pub(super) columns: Vec<Option<usize>>,
}

/// The borders around a segment and wherever two different cells meet.
///
/// A border lies in the middle of the grid's line and reaches half its thickness beyond
/// its ends, so that corners are square.
pub(super) fn borders(frame: &Frame, segment: &Segment, left: Distance) -> Vec<Rule> {
    if frame.border == Distance::ZERO {
        return Vec::new();
    }
    let half = frame.border.half();
    let tops = segment.rows.iter().map(|row| row.top);
    let levels: Vec<Distance> = tops.chain([segment.end]).map(|y| y + half).collect();
    let edges: Vec<Distance> = frame.edges.iter().map(|edge| left + *edge).collect();
    let point = |x, y| Point { x, y };
    let rule = |from, to| Rule {
        from,
        to,
        thickness: frame.border,
        stroke: Stroke::Solid,
    };
    let cell = |row: Option<usize>, column: Option<usize>| {
        let columns = &segment.rows.get(row?)?.columns;
        columns.get(column?).copied().flatten()
    };
    let (rows, columns) = (segment.rows.len(), edges.len().saturating_sub(1));
    let mut rules = Vec::new();
    for (level, y) in levels.iter().enumerate() {
        let is_outer = level == 0 || level == rows;
        let parts = |column: &usize| {
            let [above, below] = [level.checked_sub(1), Some(level)];
            is_outer || cell(above, Some(*column)) != cell(below, Some(*column))
        };
        for (from, to) in ends(runs(columns, parts), &edges) {
            rules.push(rule(point(from - half, *y), point(to + half, *y)));
        }
    }
    for (edge, x) in edges.iter().enumerate() {
        let is_outer = edge == 0 || edge == columns;
        let parts = |row: &usize| {
            let [before, after] = [edge.checked_sub(1), Some(edge)];
            is_outer || cell(Some(*row), before) != cell(Some(*row), after)
        };
        for (from, to) in ends(runs(rows, parts), &levels) {
            rules.push(rule(point(*x, from - half), point(*x, to + half)));
        }
    }
    rules
}

/// The stretches of neighbouring numbers below `count` for which something holds.
fn runs(count: usize, holds: impl Fn(&usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for number in (0..count).filter(holds) {
        match runs.last_mut().filter(|run| run.end == number) {
            Some(run) => run.end = number + 1,
            None => runs.push(number..number + 1),
        }
    }
    runs
}

/// Where runs begin and end on paper.
fn ends(
    runs: Vec<Range<usize>>,
    places: &[Distance],
) -> impl Iterator<Item = (Distance, Distance)> {
    runs.into_iter().filter_map(|run| {
        let from = places.get(run.start)?;
        let to = places.get(run.end)?;
        Some((*from, *to))
    })
}
