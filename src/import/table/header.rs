//! The header of a table: one to three rows that name its columns, found by score.
//!
//! Of all bands of rows near the top the one with most known names wins, then the lower
//! number of rows, then the upper one. A column is named by its lowest header, together
//! with the group above it ("Trình độ" over "Lý luận chính trị") where that makes a name.

mod heads;

use super::columns::ColumnNames;
use super::merge::Merges;
use crate::diagnostic::{CellRange, CellRef};
use crate::import::cell::Cell;
use crate::import::text::{Name, Names, nearest};
use crate::import::workbook::{RawSheet, RawValue};
pub(super) use heads::Head;
use heads::{columns_of, most_columns, read_heads};
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Filled rows among which a header is looked for: a letterhead, and the labels above a
/// ballot's list, take fewer.
const TOP_ROWS: usize = 100;
/// Rows of a header.
const MOST_ROWS: usize = 3;
/// Rows of a header below the last one among which it is looked for.
const MOST_LONGER: usize = 2;

/// The two columns that make a name together.
static FAMILY: Name = Name::new(
    "Họ đệm",
    &[
        "Họ và tên đệm",
        "Họ và chữ đệm",
        "Họ và đệm",
        "Họ",
        "Họ lót",
        "Họ tên đệm",
    ],
);
static GIVEN: Name = Name::new("Tên", &[]);
static PARTS: LazyLock<Names> = LazyLock::new(|| Names::new([&FAMILY, &GIVEN]));

/// A header with its columns.
#[derive(Debug)]
pub(in crate::import) struct Header<'a> {
    /// First row.
    pub(in crate::import) first: u32,
    /// Last row.
    pub(super) last: u32,
    /// All columns with a header, from the left.
    pub(super) heads: Vec<Head<'a>>,
    /// The columns of a name: more than one where a header is merged over them, or where
    /// a name is typed in two.
    pub(super) named: BTreeMap<&'static str, Vec<u32>>,
}

/// The names that texts spell.
type Known = RefCell<BTreeMap<String, Option<&'static Name>>>;

/// Names that texts spell, each text looked up once: a row is part of several bands.
struct Lookup<'n> {
    names: &'n Names,
    known: Known,
    /// The parts of a name that texts spell.
    parts: Known,
}

impl<'n> Lookup<'n> {
    fn of(names: &'n Names) -> Self {
        Self {
            names,
            known: RefCell::default(),
            parts: RefCell::default(),
        }
    }

    fn find(&self, text: &str) -> Option<&'static Name> {
        find_once(&self.known, self.names, text)
    }

    /// [`FAMILY`] or [`GIVEN`].
    fn find_part(&self, text: &str) -> Option<&'static Name> {
        find_once(&self.parts, &PARTS, text)
    }
}

fn find_once(known: &Known, names: &Names, text: &str) -> Option<&'static Name> {
    let mut known = known.borrow_mut();
    if let Some(found) = known.get(text) {
        return *found;
    }
    let found = names.find(text);
    known.insert(text.to_owned(), found);
    found
}

/// Finds the header with most known names, among them the key.
pub(super) fn find<'a>(sheet: &'a RawSheet, names: &ColumnNames) -> Option<Header<'a>> {
    let key = names.key()?;
    let rows = sheet.row_numbers(0..u32::MAX).take(TOP_ROWS);
    // the rows with whether they may be of the header that names the key, once asked
    let rows: Vec<(u32, OnceCell<bool>)> =
        rows.map(|row| (row, OnceCell::new())).collect();
    let may_name_key = |(row, known): &(u32, OnceCell<bool>)| {
        *known.get_or_init(|| may_name_key(sheet, *row, names))
    };
    let ((first, _), (last, _)) = (rows.first()?, rows.last()?);
    let merges = Merges::of(sheet, &(*first..=*last));
    let names = &Lookup::of(names.names());
    let mut best: Option<Header<'a>> = None;
    for end in 1..=rows.len() {
        let bands = (1..=MOST_ROWS).filter_map(|height| {
            let band = rows.get(end.checked_sub(height)?..end)?;
            let ((first, _), (last, _)) = (band.first()?, band.last()?);
            // no blank row inside a header
            let rows = usize::try_from(last - first).ok()?.checked_add(1)?;
            (rows == height).then_some((band, (*first, *last)))
        });
        for (band, (first, last)) in bands {
            let score = best.as_ref().map_or(0, |best| best.named.len());
            // no more names than columns: rows of the table itself mostly end here
            if most_columns(sheet, first, last, &merges) <= score
                || !band.iter().any(may_name_key)
                || columns_of(sheet, first, last, &merges).len() <= score
            {
                continue;
            }
            let header = Header::read(sheet, (first, last), key, names, &merges);
            if header.named.contains_key(key.canonical) && header.named.len() > score {
                best = Some(header);
            }
        }
    }
    let best = best?;
    let last = best.merged_down_to(&merges);
    if last == best.last {
        return Some(best);
    }
    let longer = Header::read(sheet, (best.first, last), key, names, &merges);
    let is_as_good = longer.named.contains_key(key.canonical)
        && longer.named.len() >= best.named.len();
    Some(if is_as_good { longer } else { best })
}

/// Whether a cell near the top may name the key.
pub(super) fn may_have_key(sheet: &RawSheet, names: &ColumnNames) -> bool {
    // a header may reach below the rows that it was found in
    let count = TOP_ROWS.saturating_add(MOST_LONGER);
    let mut rows = sheet.row_numbers(0..u32::MAX).take(count);
    rows.any(|row| may_name_key(sheet, row, names))
}

/// Whether a cell of a row may name the key, or be a part of its name. A number, a date
/// and a truth spell no name.
fn may_name_key(sheet: &RawSheet, row: u32, names: &ColumnNames) -> bool {
    let mut values = sheet.row(row).values();
    values.any(|(_, value)| match value {
        RawValue::Text(text) => names.may_name_key(text),
        RawValue::Error(text) => names.may_name_key(text),
        // a form may add words to it
        RawValue::Number(number) => {
            let shown = number.shown.as_ref();
            shown.is_some_and(|shown| names.may_name_key(shown))
        }
        RawValue::Moment(_) | RawValue::Truth(_) => false,
    })
}

impl<'a> Header<'a> {
    /// Reads some rows as if they were the header.
    fn read(
        sheet: &'a RawSheet,
        rows: (u32, u32),
        key: &'static Name,
        names: &Lookup<'_>,
        merges: &Merges,
    ) -> Self {
        let (first, last) = rows;
        let mut header = Self {
            first,
            last,
            heads: read_heads(sheet, first, last, merges),
            named: BTreeMap::new(),
        };
        header.name_single(names);
        header.name_grouped(names);
        header.name_without_brackets(names);
        header.name_by_group(key, names);
        header.name_from_two(key, names);
        header
    }

    /// Takes one more column for a name.
    pub(super) fn widen(&mut self, name: &'static Name, column: u32) {
        self.named.entry(name.canonical).or_default().push(column);
    }

    /// Where the names stand: all cells of the header.
    pub(super) fn cells(&self) -> CellRange {
        let columns = || self.heads.iter().map(|head| head.column);
        let corner = |row, column: Option<u32>| CellRef {
            row,
            column: column.unwrap_or_default(),
        };
        CellRange {
            first: corner(self.first, columns().min()),
            last: corner(self.last, columns().max()),
        }
    }

    /// The last row that a header cell is merged down to.
    fn merged_down_to(&self, merges: &Merges) -> u32 {
        let columns = self.heads.iter().map(|head| head.column);
        let regions = columns.filter_map(|column| merges.region(self.last, column));
        let below = u32::try_from(MOST_ROWS.saturating_sub(1)).unwrap_or_default();
        let most = self.first.saturating_add(below);
        let ends = regions.map(|region| region.last.row.min(most));
        ends.max().unwrap_or(self.last).max(self.last)
    }

    fn is_free(&self, name: &Name) -> bool {
        !self.named.contains_key(name.canonical)
    }

    fn assign(&mut self, index: usize, name: &'static Name) {
        if let Some(head) = self.heads.get_mut(index) {
            head.name = Some(name);
            self.named
                .entry(name.canonical)
                .or_default()
                .push(head.column);
        }
    }

    /// Columns with one header; a header merged over several columns names them all.
    fn name_single(&mut self, names: &Lookup<'_>) {
        let rows = self.rows_of_names(names);
        let mut last: Option<(Cell<'a>, &'static Name)> = None;
        for index in 0..self.heads.len() {
            let Some([cell]) = self.heads.get(index).map(|head| head.cells.as_slice())
            else {
                continue;
            };
            let cell = cell.clone();
            if let Some((before, name)) = &last
                && before.cells() == cell.cells()
            {
                let name = *name;
                self.assign(index, name);
                continue;
            }
            let text = cell.look();
            // "Chi bộ:" above the table asks for a value and names no column
            let row = cell.row().unwrap_or_default();
            let is_label =
                row != self.last && (text.ends_with(':') || !rows.contains(&row));
            let found = names.find(&text).filter(|name| self.is_free(name));
            last = found.filter(|_| !is_label).map(|name| (cell, name));
            if let Some((_, name)) = last {
                self.assign(index, name);
            }
        }
    }

    /// The rows that spell several names, as headers do and filters above them do not.
    fn rows_of_names(&self, names: &Lookup<'_>) -> BTreeSet<u32> {
        let cells = self.heads.iter().flat_map(|head| &head.cells);
        let mut known: BTreeMap<u32, BTreeSet<&str>> = BTreeMap::new();
        for cell in cells {
            if let (Some(row), Some(name)) = (cell.row(), names.find(&cell.look())) {
                known.entry(row).or_default().insert(name.canonical);
            }
        }
        let several = known.into_iter().filter(|(_, names)| names.len() > 1);
        several.map(|(row, _)| row).collect()
    }

    /// Columns with a group above: both together, or else the lowest alone, or the lowest
    /// with the proper name of the group.
    fn name_grouped(&mut self, names: &Lookup<'_>) {
        for index in 0..self.heads.len() {
            let Some(head) = self.heads.get(index) else {
                continue;
            };
            let (Some((leaf, groups)), true) =
                (head.cells.split_last(), head.cells.len() > 1)
            else {
                continue;
            };
            let leaf = leaf.shown();
            let nearest_first = groups.iter().rev().map(Cell::shown);
            let mut spellings = vec![head.text()];
            for group in nearest_first {
                spellings.push(format!("{group} {leaf}"));
                spellings.push(format!("{leaf} {group}"));
                if let Some(name) = names.find(&group) {
                    spellings.push(format!("{} {leaf}", name.canonical));
                }
            }
            spellings.push(leaf);
            let mut found = spellings.iter().filter_map(|it| names.find(it));
            if let Some(name) = found.find(|name| self.is_free(name)) {
                self.assign(index, name);
            }
        }
    }

    /// "Ngày sinh (dương lịch)", where nothing else is called "Ngày sinh".
    fn name_without_brackets(&mut self, names: &Lookup<'_>) {
        for index in 0..self.heads.len() {
            let unnamed = self.heads.get(index).filter(|head| head.name.is_none());
            let leaf = unnamed.and_then(Head::leaf).map(Cell::shown);
            let short = leaf.and_then(|leaf| {
                let (before, _) = leaf.split_once('(')?;
                names.find(before)
            });
            if let Some(name) = short.filter(|name| self.is_free(name)) {
                self.assign(index, name);
            }
        }
    }

    /// Columns that only their group names: the first of them, and all of the key, of
    /// which they are parts.
    fn name_by_group(&mut self, key: &'static Name, names: &Lookup<'_>) {
        for index in 0..self.heads.len() {
            let unnamed = self.heads.get(index).filter(|head| head.name.is_none());
            let Some(cells) = unnamed.map(|head| head.cells.clone()) else {
                continue;
            };
            let group = cells.into_iter().rev().skip(1).find_map(|cell| {
                let name = names.find(&cell.look())?;
                let is_group = self.under(&cell).count() > 1;
                (is_group && self.is_free(name)).then_some((cell, name))
            });
            let Some((cell, name)) = group else {
                continue;
            };
            let unnamed: Vec<usize> = self
                .under(&cell)
                .filter(|(_, head)| head.name.is_none())
                .map(|(index, _)| index)
                .take(if name == key { usize::MAX } else { 1 })
                .collect();
            for index in unnamed {
                self.assign(index, name);
            }
        }
    }

    /// "Họ đệm" and "Tên" are the key together where no column is the key.
    fn name_from_two(&mut self, key: &'static Name, names: &Lookup<'_>) {
        if !self.is_free(key) || !key.is_spelt("Họ và tên") {
            return;
        }
        let spelt = |name: &Name| {
            self.heads.iter().position(|head| {
                let leaf = head.leaf().map(Cell::shown);
                leaf.is_some_and(|leaf| names.find_part(&leaf) == Some(name))
            })
        };
        if let (Some(family), Some(given)) = (spelt(&FAMILY), spelt(&GIVEN)) {
            self.assign(family, key);
            self.assign(given, key);
        }
    }

    fn under(&self, cell: &Cell<'a>) -> impl Iterator<Item = (usize, &Head<'a>)> {
        let heads = self.heads.iter().enumerate();
        heads.filter(|(_, head)| head.is_under(cell))
    }
}

/// Rows above the header that name the key and another column: tables not read.
pub(super) fn others_above(
    sheet: &RawSheet,
    header: &Header<'_>,
    key: &Name,
    names: &Names,
) -> Vec<u32> {
    let rows = sheet.row_numbers(0..header.first);
    rows.filter(|row| {
        let cells = super::row_cells(sheet, *row);
        let found: BTreeSet<&str> = cells
            .filter_map(|cell| names.find(&cell.look()))
            .map(|name| name.canonical)
            .collect();
        found.contains(key.canonical) && found.len() > 1
    })
    .collect()
}

/// A cell near the top that looks like the header of the key column.
pub(super) fn likely(sheet: &RawSheet, key: &Name) -> Option<String> {
    let texts: Vec<String> = sheet
        .row_numbers(0..u32::MAX)
        .take(TOP_ROWS)
        .flat_map(|row| super::row_cells(sheet, row))
        .map(|cell| cell.shown())
        .collect();
    nearest(key.canonical, texts.iter().map(String::as_str)).map(str::to_owned)
}
