//! Lines and rows onto pages.
//!
//! What may not be parted is placed as one group: the first two and the last two lines
//! of a paragraph, a heading and what follows it, the head of a table and its first row,
//! the end of the text and the signatures. A group that no page can hold is parted after
//! all, so that nothing is lost and the work ends.

use super::border::{Segment, SegmentRow, borders};
use super::grid::{Frame, SetRow};
use super::line::{Owners, SetLine, set_paragraph};
use super::placed::{Distance, Item, OutlineEntry, Owner, Page, Point};
use super::tag::Bookmark;
use super::{Inside, Setting};
use crate::document::profile::{PageForm, StyleKey};
use crate::document::{Inline, Run, RunStyle};
use crate::render::flow::FlowParagraph;

/// The smallest thing that is placed.
#[derive(Debug, Clone)]
pub(super) struct Atom {
    pub(super) content: Content,
    /// Whether it stays on the page of the atom before it.
    pub(super) stays: bool,
    pub(super) begins_page: bool,
}

#[derive(Debug, Clone)]
pub(super) enum Content {
    Line {
        line: SetLine,
        bookmark: Option<Bookmark>,
        is_room: bool,
    },
    Row {
        /// Place of its grid among the frames.
        grid: usize,
        row: SetRow,
    },
    /// What has its places already, counted from the left margin and its own top.
    Fixed {
        items: Vec<Item>,
        before: Distance,
        height: Distance,
        bookmark: Option<Bookmark>,
    },
}

impl Content {
    pub(super) fn stays_with_the_row_above(&self) -> bool {
        match self {
            Self::Line { .. } | Self::Fixed { .. } => false,
            Self::Row { row, .. } => row.stays,
        }
    }
}

impl Atom {
    pub(super) fn is_room(&self) -> bool {
        match self.content {
            Content::Line { is_room, .. } => is_room,
            Content::Row { .. } | Content::Fixed { .. } => false,
        }
    }

    fn extent(&self, frames: &[Frame]) -> Extent {
        match &self.content {
            Content::Line { line, .. } => Extent {
                before: line.before,
                height: line.height(),
                after: line.after,
                grid: None,
            },
            Content::Row { grid, row } => Extent::of_row(row, *grid, frames),
            Content::Fixed { before, height, .. } => Extent {
                before: *before,
                height: *height,
                after: Distance::ZERO,
                grid: None,
            },
        }
    }
}

/// The room that an atom takes.
#[derive(Debug, Clone, Copy)]
struct Extent {
    before: Distance,
    height: Distance,
    after: Distance,
    /// A row's grid, and the thickness of its borders.
    grid: Option<(usize, Distance)>,
}

impl Extent {
    /// A row takes its upper border; the last one on a page also its lower.
    fn of_row(row: &SetRow, number: usize, frames: &[Frame]) -> Self {
        let border = frames
            .get(number)
            .map_or(Distance::ZERO, |frame| frame.border);
        Self {
            before: Distance::ZERO,
            height: border + row.height,
            after: Distance::ZERO,
            grid: Some((number, border)),
        }
    }
}

/// How far down a page is filled.
#[derive(Debug, Clone, Copy)]
struct Cursor {
    y: Distance,
    after: Distance,
    /// The grid whose lower border is still to come, and its thickness.
    open: Option<(usize, Distance)>,
    /// Whether room before the next atom is left out.
    ///
    /// At the top of a page that the text has run over to. Word keeps it at the start of
    /// the paper and after a page break that somebody asked for.
    is_at_top: bool,
}

impl Cursor {
    /// Moves past an atom and tells where its upper edge is.
    ///
    /// Between two paragraphs the larger of the two distances counts, as Word has it.
    fn pass(&mut self, extent: Extent) -> Distance {
        if self.open != extent.grid {
            self.y = self.end();
        }
        let gap = if self.is_at_top {
            Distance::ZERO
        } else {
            self.after.max(extent.before)
        };
        let top = self.y + gap;
        *self = Self {
            y: top + extent.height,
            after: extent.after,
            open: extent.grid,
            is_at_top: false,
        };
        top
    }

    /// The lower edge of what has been placed.
    fn end(&self) -> Distance {
        self.y + self.open.map_or(Distance::ZERO, |(_, border)| border)
    }
}

/// The numbers of a section's pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numbers {
    /// The number of the page before; the page after none bears no number.
    pub(super) before: usize,
    pub(super) is_shown: bool,
}

/// Fills page after page.
pub(super) struct Pager<'a> {
    setting: Setting<'a>,
    form: PageForm,
    numbers: Numbers,
    frames: Vec<Frame>,
    pages: Vec<Page>,
    items: Vec<Item>,
    outline: Vec<OutlineEntry>,
    cursor: Cursor,
    /// Whether the page holds nothing but a repeated head.
    is_fresh: bool,
    segment: Option<Segment>,
}

impl<'a> Pager<'a> {
    pub(super) fn new(
        setting: Setting<'a>,
        form: PageForm,
        frames: Vec<Frame>,
        numbers: Numbers,
    ) -> Self {
        Self {
            setting,
            form,
            numbers,
            frames,
            pages: Vec::new(),
            items: Vec::new(),
            outline: Vec::new(),
            cursor: Cursor {
                y: Distance::of(form.top),
                after: Distance::ZERO,
                open: None,
                is_at_top: false,
            },
            is_fresh: true,
            segment: None,
        }
    }

    /// Places everything; at least one page.
    pub(super) fn place(mut self, atoms: Vec<Atom>) -> (Vec<Page>, Vec<OutlineEntry>) {
        self.groups(atoms);
        self.finish_page();
        (self.pages, self.outline)
    }

    /// Places everything in a column without end.
    pub(super) fn place_inside(mut self, atoms: Vec<Atom>) -> Inside {
        self.groups(atoms);
        self.close_grid();
        Inside {
            height: self.cursor.end() + self.cursor.after,
            items: self.items,
            outline: self.outline,
        }
    }

    fn groups(&mut self, atoms: Vec<Atom>) {
        let mut group = Vec::new();
        for atom in atoms {
            if !atom.stays {
                self.group(std::mem::take(&mut group));
            }
            group.push(atom);
        }
        self.group(group);
    }

    fn group(&mut self, group: Vec<Atom>) {
        let Some(first) = group.first() else { return };
        if first.begins_page && !self.is_fresh {
            self.finish_page();
        } else if !self.fits(&group) && !self.is_fresh {
            self.turn_over(&group);
        }
        let is_whole = self.fits(&group);
        for atom in group {
            if !is_whole && !self.is_fresh && !self.fits(std::slice::from_ref(&atom)) {
                self.turn_over(std::slice::from_ref(&atom));
            }
            self.atom(atom);
        }
    }

    fn fits(&self, group: &[Atom]) -> bool {
        let mut cursor = self.cursor;
        for atom in group {
            cursor.pass(atom.extent(&self.frames));
        }
        cursor.end() <= Distance::of(self.form.height.less(self.form.bottom))
    }

    fn atom(&mut self, atom: Atom) {
        let top = self.cursor.pass(atom.extent(&self.frames));
        self.is_fresh = false;
        match atom.content {
            Content::Line { line, bookmark, .. } => {
                self.close_grid();
                self.bookmark(bookmark, top);
                let x = Distance::of(self.form.left);
                line.place(Point { x, y: top }, &mut self.items);
            }
            Content::Row { grid, row } => self.row(grid, row, top),
            Content::Fixed {
                items, bookmark, ..
            } => {
                self.close_grid();
                self.bookmark(bookmark, top);
                let corner = Point {
                    x: Distance::of(self.form.left),
                    y: top,
                };
                let items = items.into_iter().map(|item| item.moved(corner));
                self.items.extend(items);
            }
        }
    }

    fn bookmark(&mut self, bookmark: Option<Bookmark>, top: Distance) {
        let page = self.pages.len();
        self.outline.extend(bookmark.map(|bookmark| OutlineEntry {
            level: bookmark.level,
            title: bookmark.title,
            page,
            y: top,
        }));
    }

    fn row(&mut self, grid: usize, row: SetRow, top: Distance) {
        if self.segment.as_ref().is_some_and(|open| open.grid != grid) {
            self.close_grid();
        }
        let border = self
            .frames
            .get(grid)
            .map_or(Distance::ZERO, |frame| frame.border);
        let segment = self.segment.get_or_insert_with(|| Segment {
            grid,
            rows: Vec::new(),
            end: top,
        });
        segment.end = top + border + row.height;
        segment.rows.push(SegmentRow {
            top,
            columns: row.columns.clone(),
        });
        let corner = Point {
            x: Distance::of(self.form.left),
            y: top + border,
        };
        row.place(corner, &mut self.items);
    }

    /// Draws the borders of the rows that this page holds.
    fn close_grid(&mut self) {
        let Some(segment) = self.segment.take() else {
            return;
        };
        let Some(frame) = self.frames.get(segment.grid) else {
            return;
        };
        let rules = borders(frame, &segment, Distance::of(self.form.left));
        self.items.extend(rules.into_iter().map(Item::Rule));
    }

    /// Runs over to the next page, and repeats the head of a table that goes on there.
    fn turn_over(&mut self, group: &[Atom]) {
        self.finish_page();
        self.cursor.is_at_top = true;
        let Some(Content::Row { grid, row }) = group.first().map(|atom| &atom.content)
        else {
            return;
        };
        let Some(frame) = self.frames.get(*grid).filter(|_| row.is_body) else {
            return;
        };
        for head in frame.head.clone() {
            let extent = Extent::of_row(&head, *grid, &self.frames);
            let top = self.cursor.pass(extent);
            self.row(*grid, head.into_artifact(), top);
        }
    }

    fn finish_page(&mut self) {
        self.close_grid();
        let number = self.numbers.before + self.pages.len() + 1;
        if self.numbers.is_shown && number > 1 {
            self.page_number(number);
        }
        self.pages.push(Page {
            width: self.form.width,
            height: self.form.height,
            items: std::mem::take(&mut self.items),
        });
        self.is_fresh = true;
        self.cursor = Cursor {
            y: Distance::of(self.form.top),
            after: Distance::ZERO,
            open: None,
            is_at_top: false,
        };
    }

    fn page_number(&mut self, number: usize) {
        let run = Inline::Run(Run {
            text: number.to_string(),
            style: RunStyle::default(),
            trace: None,
        });
        let paragraph = FlowParagraph::new(StyleKey::PageNumber, vec![run]);
        let column = Distance::of(self.form.text_width());
        let owners = Owners::both(Owner::Artifact);
        let at = Point {
            x: Distance::of(self.form.left),
            y: Distance::of(self.form.header),
        };
        for line in set_paragraph(&paragraph, owners, column, &self.setting) {
            line.place(at, &mut self.items);
        }
    }
}
