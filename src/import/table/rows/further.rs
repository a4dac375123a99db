//! Where another list begins below a table: a header of its own, a title, or a section
//! of members who left.

use super::{Left, Sorter, State};
use crate::diagnostic::{PassedOver, Problem, Report, Understood};
use crate::import::table::shape::Shape;
use crate::import::table::words::{
    is_section, is_section_number, is_title, is_total, says_left,
};
use crate::import::text::{Name, fold};
use crate::import::workbook::RawValue;
use std::collections::BTreeSet;

/// Bytes of a text that is no header, since it is a sentence.
const LONG: usize = 200;
/// Columns whose rows are missed where a table that has them is not read.
static NEEDED: [&str; 3] = ["Ngày sinh", "Số phiếu", "Đồng ý"];

/// Filled rows below a header or a title in which names are looked for, and further
/// headers and titles that are looked at so: a sheet of nothing else must not take long.
const ROWS_BELOW: usize = 200;
const MOST_OTHERS: u32 = 50;

impl Sorter<'_, '_> {
    /// Whether another list begins below its own title.
    pub(super) fn is_over(
        &self,
        shape: &Shape,
        state: &mut State,
        report: &mut Report,
    ) -> bool {
        let is_alone = shape.filled == 1 && !self.usual.is_bare;
        if state.others > MOST_OTHERS {
            return false;
        }
        let may_be_title = is_alone || state.title.is_some();
        if !may_be_title {
            return false;
        }
        let text = self.first_text(shape.row);
        let place = self.place(shape.row, shape.row);
        if is_alone && is_title(&text) && !is_total(&text) {
            state.title = Some(shape.row);
            return false;
        }
        if state.title.is_none() || !self.is_header(shape) {
            return false;
        }
        state.others = state.others.saturating_add(1);
        // the same names again, such as those elected; other names are read on
        if !self.agrees(shape) || self.has_new_names(shape.row, state) {
            return false;
        }
        self.take_titles(state, report);
        report.add(place, Problem::TableNotRead { is_needed: false });
        true
    }

    /// Whether a row is one of members who left, or the title above them; a later section
    /// of the list ends them.
    pub(super) fn is_of_left(
        &self,
        shape: &Shape,
        state: &mut State,
        report: &mut Report,
    ) -> bool {
        if let Some(left) = &mut state.left {
            if self.is_section_after(shape, &left.title) {
                self.end_left(state, true, report);
                return false;
            }
            left.last = shape.row;
            return true;
        }
        let is_looked_at = self.lists_people && state.others <= MOST_OTHERS;
        let Some(title) = self.title(shape).filter(|_| is_looked_at) else {
            return false;
        };
        if !says_left(&title) {
            return false;
        }
        state.others = state.others.saturating_add(1);
        self.take_titles(state, report);
        if !self.has_names_below(shape.row) {
            return false;
        }
        state.left = Some(Left {
            title,
            first: shape.row,
            last: shape.row,
        });
        true
    }

    /// Says which rows of members who left are not read.
    pub(super) fn end_left(
        &self,
        state: &mut State,
        is_resumed: bool,
        report: &mut Report,
    ) {
        let Some(left) = state.left.take() else {
            return;
        };
        let last = is_resumed.then(|| left.last.saturating_add(1));
        let title = left.title;
        let place = self.place(left.first, left.first);
        report.add(place, Problem::MembersWhoLeft { title, last });
    }

    /// Whether a row is a section that is numbered like the title of those who left, or
    /// numbered at all where that title is not, and has rows of its own.
    fn is_section_after(&self, shape: &Shape, title: &str) -> bool {
        let Some(text) = self.title(shape) else {
            return false;
        };
        let is_same_kind = !is_section(title) || is_roman(&text) == is_roman(title);
        is_section(&text)
            && is_same_kind
            && !says_left(&text)
            && self.has_names_below(shape.row)
    }

    fn has_names_below(&self, row: u32) -> bool {
        self.names_below(row, self.key_column()).next().is_some()
    }

    /// A text alone in its row, perhaps with the number of a section before it.
    fn title(&self, shape: &Shape) -> Option<String> {
        // most rows have more, and their first cell is not shown
        let may_be_title = matches!(shape.filled, 1 | 2);
        let first = may_be_title.then(|| self.first_text(shape.row))?;
        match shape.filled {
            1 if !self.usual.is_bare => Some(first),
            2 if is_section_number(&first) => {
                let second = self.sheet.columns(shape.row).nth(1)?;
                let text = self.text(shape.row, second)?;
                Some(format!(
                    "{}. {text}",
                    first.trim_end_matches(['.', ')', ' '])
                ))
            }
            _ => None,
        }
    }

    /// Takes a header below the first: the same again, or that of a table not read.
    pub(super) fn take_header(
        &self,
        row: u32,
        is_other: bool,
        state: &mut State,
        report: &mut Report,
    ) {
        self.take_titles(state, report);
        let place = self.place(row, row);
        if is_other {
            state.others = state.others.saturating_add(1);
            let is_needed = state.others > MOST_OTHERS || self.is_needed(row, state);
            report.add(place, Problem::TableNotRead { is_needed });
        } else {
            report.note(place, Understood::Header);
        }
        state.is_in_other = is_other;
    }

    /// Whether the rows below another header are missed: it names a needed column, and
    /// one of its names is not among the rows so far.
    fn is_needed(&self, header: u32, state: &State) -> bool {
        let mut named = self.names_in(header);
        named.any(|(_, name)| NEEDED.contains(&name.canonical))
            && self.has_new_names(header, state)
    }

    /// Whether a name below another header is not among the rows so far.
    fn has_new_names(&self, header: u32, state: &State) -> bool {
        let Some(key) = self
            .names_in(header)
            .find(|(_, name)| *name == self.key)
            .map(|(column, _)| column)
        else {
            return false;
        };
        let rows = state.rows.iter();
        let known: BTreeSet<String> = rows
            .filter_map(|row| self.text(row.row, self.key_column()).map(fold))
            .collect();
        self.names_below(header, key)
            .any(|name| !known.contains(&fold(name)))
    }

    /// The names in rows below, which have a number or a date beside them.
    fn names_below(&self, above: u32, key: u32) -> impl Iterator<Item = &str> {
        let rows = self.sheet.row_numbers(above.saturating_add(1)..u32::MAX);
        rows.take(ROWS_BELOW)
            .filter(|row| {
                let mut columns = self.sheet.columns(*row);
                columns.any(|column| match self.sheet.value(*row, column) {
                    Some(RawValue::Number(_) | RawValue::Moment(_)) => true,
                    Some(RawValue::Text(text)) => {
                        text.starts_with(|it: char| it.is_ascii_digit())
                    }
                    Some(RawValue::Truth(_) | RawValue::Error(_)) | None => false,
                })
            })
            .filter_map(move |row| self.text(row, key))
    }

    /// The first column of the key.
    fn key_column(&self) -> u32 {
        let columns = self.header.named.get(self.key.canonical);
        let first = columns.and_then(|columns| columns.first());
        first.copied().unwrap_or_default()
    }

    /// Takes the title above a further header out of the rows: texts in the key column
    /// alone, where other rows have more.
    fn take_titles(&self, state: &mut State, report: &mut Report) {
        let is_title = |shape: &Shape| shape.filled == 1 && !self.usual.is_bare;
        while let Some(last) = state.rows.pop_if(|shape| is_title(shape)) {
            self.note(last.row, PassedOver::Title, report);
        }
    }

    /// Whether a row names the key and another column.
    pub(super) fn is_header(&self, shape: &Shape) -> bool {
        if shape.filled < 2 || shape.is_numbered || shape.has_figure {
            return false;
        }
        let mut has_key = false;
        let mut names = BTreeSet::new();
        for (_, name) in self.names_in(shape.row) {
            has_key |= name == self.key;
            names.insert(name.canonical);
        }
        has_key && names.len() > 1
    }

    fn names_in(&self, row: u32) -> impl Iterator<Item = (u32, &'static Name)> {
        self.sheet.columns(row).filter_map(move |column| {
            let text = self.text(row, column).filter(|text| text.len() <= LONG)?;
            Some((column, self.names.find(text)?))
        })
    }

    /// Whether a further header names the same columns.
    pub(super) fn agrees(&self, shape: &Shape) -> bool {
        self.names_in(shape.row).all(|(column, name)| {
            let columns = self.header.named.get(name.canonical);
            columns.is_some_and(|columns| columns.contains(&column))
        })
    }
}

/// "II. Tổ 2", not "B. Tổ 2".
fn is_roman(section: &str) -> bool {
    section.starts_with(['I', 'V', 'X'])
}
