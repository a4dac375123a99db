//! Lines and rows onto pages.
//!
//! What may not be parted is placed as one group: the first two and the last two lines
//! of a paragraph, a heading and what follows it, the head of a table and its first row,
//! the end of the text and the signatures. A group that no page can hold is parted after
//! all, so that nothing is lost and the work ends: first below the rows of a table, so
//! that the text there still goes with the signatures.

use super::border::{Segment, SegmentRow, borders};
use super::cursor::{Cursor, Extent};
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
    /// What is to be placed together, as far as it has come.
    group: Vec<Atom>,
}

impl<'a> Pager<'a> {
    pub(super) fn new(setting: Setting<'a>, form: PageForm, numbers: Numbers) -> Self {
        Self {
            setting,
            form,
            numbers,
            frames: Vec::new(),
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
            group: Vec::new(),
        }
    }

    /// Takes in what the rows of a grid share; its place among the frames.
    pub(super) fn add_frame(&mut self, frame: Frame) -> usize {
        self.frames.push(frame);
        self.frames.len() - 1
    }

    /// Takes in what comes next.
    pub(super) fn add(&mut self, atom: Atom) {
        if !atom.stays {
            self.place_group();
        }
        self.group.push(atom);
    }

    /// All pages; at least one.
    pub(super) fn finish(mut self) -> (Vec<Page>, Vec<OutlineEntry>) {
        self.place_group();
        self.finish_page();
        (self.pages, self.outline)
    }

    /// Everything in a column without end.
    pub(super) fn finish_inside(mut self) -> Inside {
        self.place_group();
        self.close_grid();
        Inside {
            height: self.cursor.end() + self.cursor.after,
            items: self.items,
            outline: self.outline,
        }
    }

    fn place_group(&mut self) {
        let group = std::mem::take(&mut self.group);
        self.place(group);
    }

    fn place(&mut self, mut group: Vec<Atom>) {
        let Some(first) = group.first() else { return };
        if !self.fits(&group)
            && !self.fits_a_page(&group)
            && let Some(end) = self.end_of_rows(&group)
        {
            let text = group.split_off(end);
            self.place(group);
            self.place(text);
            return;
        }
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
        self.fits_below(self.cursor, group)
    }

    /// Whether a page of its own would hold it, below the head that is repeated there.
    fn fits_a_page(&self, group: &[Atom]) -> bool {
        let mut cursor = Cursor {
            is_at_top: true,
            ..self.top()
        };
        for (grid, head) in self.head_of(group) {
            cursor.pass(Extent::of_row(head, grid, &self.frames));
        }
        self.fits_below(cursor, group)
    }

    fn fits_below(&self, mut cursor: Cursor, group: &[Atom]) -> bool {
        for atom in group {
            cursor.pass(atom.extent(&self.frames));
        }
        cursor.end() <= Distance::of(self.form.height.less(self.form.bottom))
    }

    /// Where text begins below the rows of a group, if from there on a page holds it.
    fn end_of_rows(&self, group: &[Atom]) -> Option<usize> {
        let is_row = |atom: &Atom| matches!(atom.content, Content::Row { .. });
        let parts = |end: &usize| match group.get(end - 1..=*end) {
            Some([above, below]) => is_row(above) && !is_row(below),
            _ => false,
        };
        let mut ends = (1..group.len()).filter(parts);
        ends.find(|end| group.get(*end..).is_some_and(|it| self.fits_a_page(it)))
    }

    /// The head that is repeated above a group: rows, each with its grid.
    fn head_of(&self, group: &[Atom]) -> impl Iterator<Item = (usize, &SetRow)> {
        let grid = match group.first().map(|atom| &atom.content) {
            Some(Content::Row { grid, row }) if row.is_body => Some(*grid),
            _ => None,
        };
        grid.into_iter().flat_map(|grid| {
            let head = self.frames.get(grid).map(|frame| frame.head.as_slice());
            head.unwrap_or_default().iter().map(move |row| (grid, row))
        })
    }

    /// Where a page begins.
    fn top(&self) -> Cursor {
        Cursor {
            y: Distance::of(self.form.top),
            after: Distance::ZERO,
            open: None,
            is_at_top: false,
        }
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
        let head = self.head_of(group);
        let head: Vec<(usize, SetRow)> =
            head.map(|(grid, it)| (grid, it.clone())).collect();
        for (grid, head) in head {
            let extent = Extent::of_row(&head, grid, &self.frames);
            let top = self.cursor.pass(extent);
            self.row(grid, head.into_artifact(), top);
        }
    }

    fn finish_page(&mut self) {
        self.close_grid();
        let number = self.numbers.before + self.pages.len() + 1;
        if self.numbers.is_shown && number > 1 {
            self.page_number(number);
        }
        let mut items = std::mem::take(&mut self.items);
        items.shrink_to_fit(); // a long table has thousands of pages
        self.pages.push(Page {
            width: self.form.width,
            height: self.form.height,
            items,
        });
        self.is_fresh = true;
        self.cursor = self.top();
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
