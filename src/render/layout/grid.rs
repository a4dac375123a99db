//! Grids: tables of data with borders, and columns that only stand beside each other.
//!
//! A row is as high as its highest cell and the border above it; a cell that covers
//! several rows makes the last of them grow if they are too low. Text stands one padding
//! away from the grid's lines, and borders lie on them with half their thickness to
//! either side. Measured against LibreOffice: every row within 0.05 points.

use super::Setting;
use super::line::{Owners, SetLine, set_paragraph};
use super::placed::{Distance, Item, Owner, Point, Scope, TagKind};
use super::span::{Heights, Spot, spots};
use super::tag::Tagger;
use crate::render::flow::{Grid, GridPurpose, GridRow, Tag};

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

/// Sets a grid for pages of a height.
pub(super) fn set_grid(
    grid: &Grid,
    page: Distance,
    tagger: &mut Tagger,
    setting: &Setting<'_>,
) -> (Frame, Vec<SetRow>) {
    let form = setting.profile;
    let (border, padding) = match grid.purpose {
        GridPurpose::Data => (
            Distance::eighths(form.rule.table_eighths),
            Distance::of(form.table.side_padding),
        ),
        GridPurpose::Layout => (Distance::ZERO, Distance::ZERO),
    };
    let mut frame = Frame {
        edges: edges(grid),
        border,
        head: Vec::new(),
    };
    let spots = spots(grid, frame.edges.len().saturating_sub(1).max(1));
    let mut cells = set_cells(grid, &spots, &frame.edges, padding, tagger, setting);
    let high: Vec<Distance> = cells.iter().map(SetCell::height).collect();
    let heights = Heights::of(grid, &spots, &high, border, page.half());
    if grid.purpose == GridPurpose::Data {
        for (spot, cell) in spots.iter().zip(&mut cells) {
            cell.centre(heights.area(spot, border));
        }
    }
    let rows = rows(grid, &spots, cells, &heights);
    let head = rows.iter().take_while(|row| !row.is_body);
    let head_height: Distance = head.clone().map(|row| border + row.height).sum();
    let mut room = page - border - border;
    // a head of more than half a page would leave no room for the table
    if head_height <= page.half() {
        frame.head = head.cloned().collect();
        room = room - head_height;
    }
    let rows = rows.into_iter().flat_map(|row| row.split(room)).collect();
    (frame, rows)
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

fn set_cells(
    grid: &Grid,
    spots: &[Spot<'_>],
    edges: &[Distance],
    padding: Distance,
    tagger: &mut Tagger,
    setting: &Setting<'_>,
) -> Vec<SetCell> {
    let mut cells = Vec::with_capacity(spots.len());
    let table = match grid.purpose {
        GridPurpose::Data => Some(tagger.table()),
        GridPurpose::Layout => None,
    };
    let mut row = None;
    for spot in spots {
        let edge = |column: usize| edges.get(column).copied().unwrap_or_default();
        let (from, to) = (edge(spot.column), edge(spot.columns().end));
        let cell_tag = table.map(|table| {
            let row_tag = match row {
                Some((number, tag)) if number == spot.row => tag,
                Some(_) | None => tagger.add(TagKind::Row, table),
            };
            row = Some((spot.row, row_tag));
            tagger.add(cell_kind(spot, grid.head_rows), row_tag)
        });
        let mut lines = Vec::new();
        for paragraph in &spot.cell.paragraphs {
            let owners = match cell_tag {
                Some(_) if paragraph.tag == Tag::Room => Owners::both(Owner::Artifact),
                Some(cell) => {
                    // text that is alone in its cell is the cell's own
                    let is_alone = spot.cell.paragraphs.len() == 1;
                    let mut own = || tagger.add(TagKind::Paragraph, cell);
                    Owners::both(Owner::Tag(if is_alone { cell } else { own() }))
                }
                None => tagger.owners(paragraph),
            };
            let width = to - from - padding - padding;
            lines.extend(set_paragraph(paragraph, owners, width, setting));
        }
        cells.push(SetCell {
            x: from + padding,
            lines: stack(lines),
        });
    }
    cells
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

fn rows(
    grid: &Grid,
    spots: &[Spot<'_>],
    cells: Vec<SetCell>,
    heights: &Heights,
) -> Vec<SetRow> {
    let columns = grid.columns.len().max(1);
    let above = |row: usize| grid.rows.get(row.checked_sub(1)?);
    let keeps_next_above = |row| above(row).is_some_and(GridRow::keeps_next);
    let mut rows: Vec<SetRow> = heights
        .rows
        .iter()
        .zip(&heights.stays)
        .enumerate()
        .map(|(row, (height, stays))| SetRow {
            height: *height,
            columns: vec![None; columns],
            // the rows of a head, and the first one below it
            stays: *stays || (row > 0 && row <= grid.head_rows) || keeps_next_above(row),
            is_body: row >= grid.head_rows,
            cells: Vec::new(),
        })
        .collect();
    for (number, (spot, cell)) in spots.iter().zip(cells).enumerate() {
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
