//! Where a finding is: file, sheet, cells, or line and column of a template.

use std::cmp::Ordering;
use std::fmt::{self, Display, Formatter};
use std::sync::Arc;

/// The address of one cell of a sheet, absolute, as its row and column heads show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRef {
    /// Zero-based row: row `1` of the sheet is `0`.
    pub row: u32,
    /// Zero-based column: column `A` of the sheet is `0`.
    pub column: u32,
}

impl CellRef {
    /// The letters of the column head, `A` to `Z`, then `AA`.
    pub fn column_letters(self) -> String {
        let digit = |value: u32| {
            char::from_digit(value % 26 + 10, 36).map_or('A', |c| c.to_ascii_uppercase())
        };
        let mut letters = vec![digit(self.column)];
        let mut rest = self.column / 26;
        while let Some(value) = rest.checked_sub(1) {
            letters.insert(0, digit(value));
            rest = value / 26;
        }
        letters.into_iter().collect()
    }
}

impl Display for CellRef {
    /// A1 notation.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.column_letters(), u64::from(self.row) + 1)
    }
}

/// A rectangle of cells; most often one cell or a piece of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellRange {
    /// Top left cell.
    pub first: CellRef,
    /// Bottom right cell; the same as `first` for a single cell.
    pub last: CellRef,
}

impl CellRange {
    /// How many rows it spans.
    pub fn rows(&self) -> u32 {
        self.last
            .row
            .saturating_sub(self.first.row)
            .saturating_add(1)
    }

    /// Whether another range goes on below it, as wide as it is.
    fn is_continued_by(&self, below: Self) -> bool {
        self.last.column == below.first.column
            && self.first.column == below.last.column
            && self.last.row + 1 == below.first.row
    }
}

impl From<CellRef> for CellRange {
    fn from(cell: CellRef) -> Self {
        Self {
            first: cell,
            last: cell,
        }
    }
}

impl Display for CellRange {
    /// Writes `D17`, or `D18:D44` for more than one cell.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.last == self.first {
            Ok(())
        } else {
            write!(f, ":{}", self.last)
        }
    }
}

/// A sheet of a workbook. Ordered as the tabs are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetRef {
    /// Position of the tab, counted from zero.
    pub index: u32,
    /// The name on the tab.
    pub name: Arc<str>,
}

/// The place a finding is about, or a fact came from.
///
/// Its order is the reading order: file, sheet, row, column, line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// File, relative to the input it was found in, with `/` between folders.
    pub file: Arc<str>,
    /// The sheet, or `None` when the whole file is meant.
    pub sheet: Option<SheetRef>,
    /// The cells, or `None` when the whole sheet is meant.
    pub cells: Option<CellRange>,
    /// Line and column of a template, both counted from one.
    pub line_column: Option<(u32, u32)>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self {
            file: file.into(),
            sheet: None,
            cells: None,
            line_column: None,
        }
    }

    /// A line and column of a text file, both counted from one.
    pub fn line(file: impl Into<Arc<str>>, line: u32, column: u32) -> Self {
        Self {
            line_column: Some((line, column)),
            ..Self::file(file)
        }
    }

    /// The same sheet, at another cell.
    #[must_use]
    pub fn at(&self, cells: impl Into<CellRange>) -> Self {
        Self {
            cells: Some(cells.into()),
            ..self.clone()
        }
    }

    /// The same file, without sheet and cell.
    #[must_use]
    pub fn whole_file(&self) -> Self {
        Self::file(Arc::clone(&self.file))
    }

    /// The same sheet, without cell.
    #[must_use]
    pub fn whole_sheet(&self) -> Self {
        Self {
            cells: None,
            ..self.clone()
        }
    }

    /// The first row of the cells, counted from zero.
    pub fn row(&self) -> Option<u32> {
        self.cells.map(|cells| cells.first.row)
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(sheet) = &self.sheet {
            write!(f, " › {}", sheet.name)?;
        }
        if let Some(cells) = &self.cells {
            write!(f, " › {cells}")?;
        }
        if let Some((line, column)) = self.line_column {
            write!(f, ":{line}:{column}")?;
        }
        Ok(())
    }
}

/// Joins single cells of one column that follow each other into ranges.
///
/// The order of the result is the reading order; a cell named twice is named once.
pub fn join_cells(mut places: Vec<Place>) -> Vec<Place> {
    places.sort_by(by_column);
    places.dedup();
    let mut joined: Vec<Place> = Vec::new();
    for place in places {
        if let Some(last) = joined.last_mut()
            && (shares_sheet(last, &place)
                || (last.file == place.file && last.sheet == place.sheet))
            && let (Some(above), Some(below)) = (&mut last.cells, place.cells)
            && above.is_continued_by(below)
        {
            above.last = below.last;
            continue;
        }
        joined.push(place);
    }
    joined.sort();
    joined
}

/// The same of single cells of one sheet, without a place for each of them.
pub(crate) fn join_cells_of(sheet: &Place, mut cells: Vec<CellRef>) -> Vec<Place> {
    cells.sort_unstable_by_key(|cell| (cell.column, cell.row));
    cells.dedup();
    let mut joined: Vec<CellRange> = Vec::new();
    for cell in cells {
        match joined.last_mut() {
            Some(above) if above.is_continued_by(cell.into()) => above.last = cell,
            _ => joined.push(cell.into()),
        }
    }
    joined.sort_unstable();
    joined.into_iter().map(|range| sheet.at(range)).collect()
}

/// The reading order, but column by column.
fn by_column(a: &Place, b: &Place) -> Ordering {
    let cell = |place: &Place| {
        let cells = place.cells.as_ref();
        cells.map(|cells| (cells.first.column, cells.first.row))
    };
    let sheets = if shares_sheet(a, b) {
        Ordering::Equal
    } else {
        (&a.file, &a.sheet).cmp(&(&b.file, &b.sheet))
    };
    sheets.then_with(|| cell(a).cmp(&cell(b)))
}

/// Whether two places are of one sheet, seen without reading its name: cells of a list
/// mostly share that.
fn shares_sheet(a: &Place, b: &Place) -> bool {
    let (Some(sheet), Some(other)) = (&a.sheet, &b.sheet) else {
        return false;
    };
    Arc::ptr_eq(&a.file, &b.file)
        && Arc::ptr_eq(&sheet.name, &other.name)
        && sheet.index == other.index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_like_the_row_and_column_heads() {
        let shown = |row, column| CellRef { row, column }.to_string();
        assert_eq!(shown(4, 1), "B5");
        assert_eq!(shown(0, 25), "Z1");
        assert_eq!(shown(9, 26), "AA10");
        assert_eq!(shown(0, 701), "ZZ1");
        assert_eq!(
            shown(1_048_575, 16_383),
            "XFD1048576",
            "the last cell of a sheet"
        );
    }

    #[test]
    fn cells_below_each_other_become_one_range() {
        let sheet = Place {
            sheet: Some(SheetRef {
                index: 0,
                name: "Đảng viên".into(),
            }),
            ..Place::file("a.xlsx")
        };
        let cell = |row, column| sheet.at(CellRef { row, column });
        let joined = join_cells(vec![cell(3, 1), cell(2, 1), cell(6, 1), cell(2, 1)]);
        let shown: Vec<String> = joined
            .iter()
            .filter_map(|place| place.cells)
            .map(|cells| cells.to_string())
            .collect();
        assert_eq!(shown, ["B3:B4", "B7"]);
    }
}
