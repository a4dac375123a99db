//! Grids: tables of data with borders, and columns that only stand beside each other.
//!
//! A row is as high as its highest cell and the border above it; a cell that covers
//! several rows makes the last of them grow if they are too low. Text stands one padding
//! away from the grid's lines, and borders lie on them with half their thickness to
//! either side. Measured against LibreOffice: every row within 0.05 points.

use super::Setting;
use super::line::{Owners, SetLine, set_paragraph};
use super::placed::{Distance, Item, Owner, Point, Scope, TagId, TagKind};
use super::span::{Heights, Spot, spots};
use super::tag::Tagger;
use crate::render::flow::{Grid, GridPurpose, GridRow, Tag};
use std::iter::Peekable;
use std::vec::IntoIter;

/// What the rows of a grid share.
#[derive(Debug, Clone)]
pub(super) struct Frame {
    /// The vertical lines of the grid, one more than columns, from its left edge.
    pub(super) edges: Vec<Distance>,
    /// Thickness of the borders; none of a layout grid.
    pub(super) border: Distance,
    /// The rows that each further page begins with.
    pub(super) head: Vec<SetRow>,
}

/// A row with its text set.
#[derive(Debug, Clone)]
pub(super) struct SetRow {
    /// Without borders.
    pub(super) height: Distance,
    /// Which cell fills each column, also one that began in a row above.
    pub(super) columns: Vec<Option<usize>>,
    /// Whether it stays on the page of the row above.
    pub(super) stays: bool,
    /// Whether it is below the head.
    pub(super) is_body: bool,
    cells: Vec<SetCell>,
}

#[derive(Debug, Clone)]
struct SetCell {
    x: Distance,
    /// Each with its upper edge below the row's upper border.
    lines: Vec<(Distance, SetLine)>,
}

impl SetCell {
    fn height(&self) -> Distance {
        let after = |line: &SetLine| line.height() + line.after;
        self.lines
            .last()
            .map_or(Distance::ZERO, |(top, line)| *top + after(line))
    }

    fn centre(&mut self, area: Distance) {
        let shift = (area - self.height()).max(Distance::ZERO).half();
        for (top, _) in &mut self.lines {
            *top += shift;
        }
    }
}

impl SetRow {
    pub(super) fn place(self, corner: Point, items: &mut Vec<Item>) {
        for cell in self.cells {
            for (top, line) in cell.lines {
                let at = Point {
                    x: corner.x + cell.x,
                    y: corner.y + top,
                };
                line.place(at, items);
            }
        }
    }

    pub(super) fn into_artifact(self) -> Self {
        let cells = self.cells.into_iter().map(|cell| SetCell {
            x: cell.x,
            lines: cell
                .lines
                .into_iter()
                .map(|(top, line)| (top, line.into_artifact()))
                .collect(),
        });
        Self {
            cells: cells.collect(),
            ..self
        }
    }
}

/// So many rows are set at a time: more than a paper of a cell has in a table.
const AT_A_TIME: usize = 100;

/// A grid that is set some rows at a time.
pub(super) struct SetGrid<'a> {
    setting: Setting<'a>,
    grid: &'a Grid,
    frame: Frame,
    padding: Distance,
    /// Height of a page.
    page: Distance,
    /// The tag of a table of data.
    table: Option<TagId>,
    /// Cells that are not set yet.
    spots: Peekable<IntoIter<Spot<'a>>>,
    /// How many rows are set, and how many cells.
    done: (usize, usize),
    /// What a page has for one row.
    room: Distance,
}

/// Some rows of a grid; cells count their rows from the first of them.
struct Part<'a> {
    rows: &'a [GridRow],
    spots: Vec<Spot<'a>>,
    /// The row above, and how many cells are above.
    above: (Option<&'a GridRow>, usize),
    head_rows: usize,
}

impl<'a> SetGrid<'a> {
    /// Begins a grid on pages of a height.
    pub(super) fn new(
        grid: &'a Grid,
        page: Distance,
        tagger: &mut Tagger,
        setting: Setting<'a>,
    ) -> Self {
        let form = setting.profile;
        let (border, padding, table) = match grid.purpose {
            GridPurpose::Data => (
                Distance::eighths(form.rule.table_eighths),
                Distance::of(form.table.side_padding),
                Some(tagger.table()),
            ),
            GridPurpose::Layout => (Distance::ZERO, Distance::ZERO, None),
        };
        let edges = edges(grid);
        let spots = spots(grid, edges.len().saturating_sub(1).max(1));
        Self {
            setting,
            grid,
            frame: Frame {
                edges,
                border,
                head: Vec::new(),
            },
            padding,
            page,
            table,
            spots: spots.into_iter().peekable(),
            done: (0, 0),
            room: page - border - border,
        }
    }

    /// What all rows share, once the first are set.
    pub(super) fn frame(&self) -> Frame {
        self.frame.clone()
    }

    /// The next rows, as long as there are any.
    pub(super) fn next_rows(&mut self, tagger: &mut Tagger) -> Option<Vec<SetRow>> {
        let is_first = self.done.0 == 0;
        let part = self.next_part()?;
        let border = self.frame.border;
        let mut cells = self.set_cells(&part, tagger);
        let high: Vec<Distance> = cells.iter().map(SetCell::height).collect();
        let spots = &part.spots;
        let heights =
            Heights::of(part.rows.len(), spots, &high, border, self.page.half());
        if self.grid.purpose == GridPurpose::Data {
            for (spot, cell) in spots.iter().zip(&mut cells) {
                cell.centre(heights.area(spot, border));
            }
        }
        let rows = part.set(self.grid.columns.len().max(1), cells, &heights);
        if is_first {
            let head = rows.iter().take_while(|row| !row.is_body);
            let height: Distance = head.clone().map(|row| border + row.height).sum();
            // a head of more than half a page would leave no room for the table
            if height <= self.page.half() {
                self.frame.head = head.cloned().collect();
                self.room = self.room - height;
            }
        }
        let rows = rows.into_iter().flat_map(|row| row.split(self.room));
        Some(rows.collect())
    }

    /// The head with some rows, or some further rows; no cell is parted.
    fn next_part(&mut self) -> Option<Part<'a>> {
        let (from, above) = self.done;
        let rows = self.grid.rows.get(from..).filter(|rows| !rows.is_empty())?;
        let head_rows = self.grid.head_rows.saturating_sub(from);
        let mut count = rows.len().min(AT_A_TIME.max(head_rows + 1));
        let mut spots = Vec::new();
        while let Some(spot) = self.spots.next_if(|spot| spot.row < from + count) {
            count = count.max(spot.rows().end - from);
            spots.push(Spot {
                row: spot.row - from,
                ..spot
            });
        }
        self.done = (from + count, above + spots.len());
        Some(Part {
            rows: rows.get(..count).unwrap_or(rows),
            spots,
            above: (
                from.checked_sub(1).and_then(|row| self.grid.rows.get(row)),
                above,
            ),
            head_rows,
        })
    }

    fn set_cells(&self, part: &Part<'_>, tagger: &mut Tagger) -> Vec<SetCell> {
        let (padding, table, spots) = (self.padding, self.table, &part.spots);
        let mut cells = Vec::with_capacity(spots.len());
        let mut row = None;
        for spot in spots {
            let edge =
                |column: usize| self.frame.edges.get(column).copied().unwrap_or_default();
            let (from, to) = (edge(spot.column), edge(spot.columns().end));
            let cell_tag = table.map(|table| {
                let row_tag = match row {
                    Some((number, tag)) if number == spot.row => tag,
                    Some(_) | None => tagger.add(TagKind::Row, table),
                };
                row = Some((spot.row, row_tag));
                tagger.add(cell_kind(spot, part.head_rows), row_tag)
            });
            let mut lines = Vec::new();
            for paragraph in &spot.cell.paragraphs {
                let owners = match cell_tag {
                    Some(_) if paragraph.tag == Tag::Room => {
                        Owners::both(Owner::Artifact)
                    }
                    Some(cell) => {
                        // text that is alone in its cell is the cell's own
                        let is_alone = spot.cell.paragraphs.len() == 1;
                        let mut own = || tagger.add(TagKind::Paragraph, cell);
                        Owners::both(Owner::Tag(if is_alone { cell } else { own() }))
                    }
                    None => tagger.owners(paragraph),
                };
                let width = to - from - padding - padding;
                lines.extend(set_paragraph(paragraph, owners, width, &self.setting));
            }
            cells.push(SetCell {
                x: from + padding,
                lines: stack(lines),
            });
        }
        cells
    }
}

/// The vertical lines of a grid; one column if it names none.
fn edges(grid: &Grid) -> Vec<Distance> {
    let mut edge = Distance::ZERO;
    let mut edges = vec![edge];
    for column in &grid.columns {
        edge += Distance::of(*column);
        edges.push(edge);
    }
    if grid.columns.is_empty() {
        edges.push(edge);
    }
    edges
}

fn cell_kind(spot: &Spot<'_>, head_rows: usize) -> TagKind {
    match (spot.cell.is_head, spot.row < head_rows) {
        (true, true) => TagKind::HeadCell(Scope::Column, spot.span),
        (true, false) => TagKind::HeadCell(Scope::Row, spot.span),
        (false, _) => TagKind::DataCell(spot.span),
    }
}

/// Puts the lines of a cell below each other; room before the first one counts.
fn stack(lines: Vec<SetLine>) -> Vec<(Distance, SetLine)> {
    let mut end = Distance::ZERO;
    let mut after = Distance::ZERO;
    let place = |line: SetLine| {
        let top = end + after.max(line.before);
        end = top + line.height();
        after = line.after;
        (top, line)
    };
    lines.into_iter().map(place).collect()
}

impl Part<'_> {
    fn set(self, columns: usize, cells: Vec<SetCell>, heights: &Heights) -> Vec<SetRow> {
        let (above, first) = self.above;
        let keeps_next_above = |row: usize| match row.checked_sub(1) {
            Some(row) => self.rows.get(row).is_some_and(GridRow::keeps_next),
            None => above.is_some_and(GridRow::keeps_next),
        };
        let mut rows: Vec<SetRow> = heights
            .rows
            .iter()
            .zip(&heights.stays)
            .enumerate()
            .map(|(row, (height, stays))| SetRow {
                height: *height,
                columns: vec![None; columns],
                // the rows of a head, and the first one below it
                stays: *stays
                    || (row > 0 && row <= self.head_rows)
                    || keeps_next_above(row),
                is_body: row >= self.head_rows,
                cells: Vec::new(),
            })
            .collect();
        for (number, (spot, cell)) in (first..).zip(self.spots.iter().zip(cells)) {
            for row in rows.get_mut(spot.rows()).unwrap_or_default() {
                for column in row.columns.get_mut(spot.columns()).unwrap_or_default() {
                    *column = Some(number);
                }
            }
            if let Some(row) = rows.get_mut(spot.row) {
                row.cells.push(cell);
            }
        }
        rows
    }
}

impl SetRow {
    /// Cuts a row that is higher than a page between its lines; other rows stay whole.
    fn split(self, room: Distance) -> Vec<Self> {
        if self.height <= room {
            return vec![self];
        }
        let mut parts = Vec::new();
        let mut rest = self.cells;
        while rest.iter().any(|cell| !cell.lines.is_empty()) {
            let part: Vec<SetCell> =
                rest.iter_mut().map(|cell| cell.take(room)).collect();
            let height = part.iter().map(SetCell::height).max();
            parts.push(Self {
                height: height.unwrap_or_default(),
                columns: self.columns.clone(),
                stays: self.stays && parts.is_empty(),
                is_body: self.is_body,
                cells: part,
            });
        }
        parts
    }
}

impl SetCell {
    /// Takes the lines that fit a height, at least one if there is any.
    fn take(&mut self, room: Distance) -> Self {
        let base = self.lines.first().map_or(Distance::ZERO, |(top, _)| *top);
        let fitting = self
            .lines
            .iter()
            .take_while(|(top, line)| *top - base + line.height() + line.after <= room)
            .count();
        let count = fitting.max(1).min(self.lines.len());
        let rest = self.lines.split_off(count);
        let taken = std::mem::replace(&mut self.lines, rest);
        Self {
            x: self.x,
            lines: taken
                .into_iter()
                .map(|(top, line)| (top - base, line))
                .collect(),
        }
    }
}
