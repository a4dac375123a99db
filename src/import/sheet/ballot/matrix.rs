//! A ballot matrix: one column for each ballot that came back, headed P1, P2, …

use super::{INVALID, NAME};
use crate::diagnostic::{
    CellRange, CellRef, Diagnostic, Place, Problem, Report, Understood, join_cells,
};
use crate::import::cell::Cell;
use crate::import::table::{NUMBER, Row, Table};
use crate::import::text::{Name, Names, fold};
use crate::import::workbook::RawSheet;
use crate::model::{Ballot, BallotPaper, Headcount, Mark, Matrix, Traced};
use std::collections::{BTreeMap, BTreeSet};

/// The row under the names that gives the reasons of invalid ballots.
static REFUSED: Name = Name::new(
    "Không hợp lệ",
    &["Phiếu không hợp lệ", "Lý do không hợp lệ", "Lý do"],
);

/// So many marks that cannot be read are told one by one.
const FEW: usize = 3;

/// The columns of the ballots, found in a table's header.
#[derive(Debug)]
pub(super) struct Columns<'a> {
    sheet: &'a RawSheet,
    /// Which ballot a column holds, in the order of the columns.
    places: BTreeMap<u32, usize>,
    heads: Vec<Cell<'a>>,
}

/// What the marks of a list mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// With surplus: `x` is a vote.
    Votes,
    /// Without: agreed, not agreed, or both.
    ForAndAgainst,
}

impl<'a> Columns<'a> {
    /// Takes the ballots' columns out of a table's unknown ones; none if it has none.
    pub(super) fn take(table: &mut Table<'a>, report: &mut Report) -> Option<Self> {
        let mut heads = table.take_unknown(|header| number_of(header).is_some());
        if heads.is_empty() {
            heads = take_numbered(table)?;
        }
        check_numbers(&heads, table, report);
        for head in &heads {
            let what = Understood::Column {
                header: head.shown(),
                read_as: Some("Phiếu".to_owned()),
            };
            report.note(head.place().clone(), what);
        }
        let columns = heads.iter().filter_map(Cell::column);
        Some(Self {
            sheet: table.sheet(),
            places: columns.zip(0..).collect(),
            heads,
        })
    }

    /// Whether the ballots ask "đồng ý" and "không đồng ý": no more names than seats, or
    /// by their marks where the seats are not known.
    pub(super) fn form(&self, names: &[Row<'_, 'a>], seats: Option<u32>) -> Form {
        let asks_against = match seats.and_then(|seats| usize::try_from(seats).ok()) {
            Some(seats) => names.len() <= seats,
            None => names.iter().any(|row| {
                let mut marks = self.filled(row_of(row));
                marks.any(|(_, cell)| parse(Form::Votes, &cell).is_none())
            }),
        };
        if asks_against {
            Form::ForAndAgainst
        } else {
            Form::Votes
        }
    }

    /// Whether any of some rows has a mark or a reason.
    pub(super) fn is_marked(&self, rows: impl IntoIterator<Item = u32>) -> bool {
        let mut rows = rows.into_iter();
        rows.any(|row| self.filled(row).next().is_some())
    }

    /// The row under the names that gives the reasons; none if there is none, or if
    /// other labels begin first.
    pub(super) fn refusals(
        &self,
        table: &Table<'a>,
        names: &[Row<'_, 'a>],
        labels: &Names,
    ) -> Option<u32> {
        let last = names.last().map_or(table.header(), row_of);
        for row in self.sheet.row_numbers(last.saturating_add(1)..u32::MAX) {
            let [name, number] = [&NAME, &NUMBER].map(|name| {
                let column = table.column(name).and_then(|head| head.column());
                column.map(|column| Cell::at(self.sheet, row, column).shown())
            });
            let word = name.filter(|it| !it.is_empty()).or(number);
            let Some(word) = word.filter(|word| !word.is_empty()) else {
                continue;
            };
            if is_refusal(&word) {
                return Some(row);
            }
            if labels.find(&word).is_some() {
                return None;
            }
        }
        None
    }

    /// What the ballots say of the name of a row; none if a mark cannot be read, which is
    /// put to the others of its list.
    pub(super) fn marks(
        &self,
        row: &Row<'_, 'a>,
        form: Form,
        unread: &mut Vec<Cell<'a>>,
    ) -> Option<Traced<Vec<Mark>>> {
        let mut marks = vec![Mark::Neither; self.heads.len()];
        let mut is_read = true;
        for (index, cell) in self.filled(row_of(row)) {
            if let (Some(mark), Some(place)) = (parse(form, &cell), marks.get_mut(index))
            {
                *place = mark;
            } else {
                is_read = false;
                unread.push(cell);
            }
        }
        let cells = self.cells_of(row);
        is_read.then(|| Traced::typed_in(marks, cells))
    }

    /// The ballots themselves, with the reasons of those refused.
    pub(super) fn matrix(
        &self,
        names: &[Row<'_, 'a>],
        refusals: Option<u32>,
        report: &mut Report,
    ) -> Matrix {
        let mut refused: BTreeMap<usize, Traced<Option<String>>> = BTreeMap::new();
        let cells = refusals.into_iter().flat_map(|row| self.filled(row));
        for (index, cell) in cells {
            let reason = match cell.as_mark() {
                Some(true) => Some(Traced::typed(None, cell.place())),
                Some(false) => None,
                None => cell.text(report).map(|reason| reason.map(Some)),
            };
            if let Some(reason) = reason {
                refused.insert(index, reason);
            }
        }
        let papers = (0..).zip(&self.heads).map(|(index, head)| BallotPaper {
            place: head.place(),
            refused: refused.remove(&index),
        });
        let last = names.last().map(row_of).max(refusals);
        Matrix {
            papers: papers.collect(),
            place: self.place(last),
        }
    }

    /// The cells of all ballots, from their heads to the last row.
    fn place(&self, last_row: Option<u32>) -> Place {
        let heads = self.heads.iter().filter_map(Cell::cells);
        let range = heads.reduce(|a, b| CellRange {
            first: CellRef {
                row: a.first.row.min(b.first.row),
                column: a.first.column.min(b.first.column),
            },
            last: CellRef {
                row: a.last.row.max(b.last.row),
                column: a.last.column.max(b.last.column),
            },
        });
        let Some(mut range) = range else {
            return self.sheet.place.clone();
        };
        range.last.row = range.last.row.max(last_row.unwrap_or(0));
        self.sheet.place.at(range)
    }

    /// The cells of a row that belong to ballots: ranges where they stand side by side.
    fn cells_of(&self, row: &Row<'_, 'a>) -> Vec<Place> {
        let row = row_of(row);
        let mut ranges: Vec<CellRange> = Vec::new();
        for column in self.places.keys().copied() {
            match ranges.last_mut() {
                Some(range) if range.last.column + 1 == column => {
                    range.last.column = column;
                }
                _ => ranges.push(CellRef { row, column }.into()),
            }
        }
        let places = ranges.into_iter().map(|range| self.sheet.place.at(range));
        places.collect()
    }

    /// The filled cells of a row that belong to ballots.
    fn filled(&self, row: u32) -> impl Iterator<Item = (usize, Cell<'a>)> {
        self.sheet.columns(row).filter_map(move |column| {
            let index = self.places.get(&column)?;
            Some((*index, Cell::at(self.sheet, row, column)))
        })
    }
}

/// The row of a name, counted from zero.
pub(super) fn row_of(row: &Row<'_, '_>) -> u32 {
    row.cell(&NAME).row().unwrap_or_default()
}

/// Whether a word heads the row of reasons.
pub(super) fn is_refusal(word: &str) -> bool {
    REFUSED.is_spelt(word) || INVALID.is_spelt(word)
}

/// The columns headed by numbers alone, from 1 on, if most of their cells hold marks.
fn take_numbered<'a>(table: &mut Table<'a>) -> Option<Vec<Cell<'a>>> {
    let heads = table.numbered_columns();
    let columns: BTreeSet<u32> = heads.iter().filter_map(Cell::column).collect();
    let sheet = table.sheet();
    let mut names = table.rows();
    names.retain(|row| !is_refusal(&row.cell(&NAME).shown()));
    let cells = names.iter().flat_map(|row| {
        let row = row_of(row);
        let columns = columns.iter();
        columns.map(move |column| Cell::at(sheet, row, *column))
    });
    let (marks, others): (Vec<_>, Vec<_>) = cells
        .filter(|cell| !cell.is_empty())
        .partition(Cell::is_ballot_mark);
    if columns.is_empty() || marks.len() < others.len() {
        return None;
    }
    table.take_columns(&columns);
    Some(heads)
}

/// The number of a ballot's column: `P1`, `p01`, `Phiếu 1`, `Phiếu số 1`.
fn number_of(header: &str) -> Option<u32> {
    let key = fold(header);
    let digits = ["phieuso", "phieu", "p"]
        .into_iter()
        .find_map(|word| key.strip_prefix(word))?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Each ballot has one column, from the first on: of two with one number the second is
/// a finding, and so is a number that is left out.
fn check_numbers(heads: &[Cell<'_>], table: &Table<'_>, report: &mut Report) {
    let mut by_number: BTreeMap<u32, &Cell<'_>> = BTreeMap::new();
    for head in heads {
        let typed = head.shown();
        let number = number_of(&typed).or_else(|| typed.trim().parse().ok());
        let Some(number) = number else {
            continue;
        };
        let Some(first) = by_number.get(&number) else {
            by_number.insert(number, head);
            continue;
        };
        report.push(Diagnostic::between(
            head.place(),
            vec![first.place()],
            Problem::LabelTwice {
                label: head.shown(),
            },
        ));
    }
    let mut next = 1;
    for number in by_number.into_keys() {
        if number > next {
            let last = number - 1;
            let column = if last == next {
                format!("P{next}")
            } else {
                format!("P{next}–P{last}")
            };
            let nearest = None;
            let problem = Problem::ColumnMissing { column, nearest };
            report.add(table.sheet().place.clone(), problem);
        }
        next = number.saturating_add(1);
    }
}

/// What a mark says; none if it is no mark of that form.
fn parse(form: Form, cell: &Cell<'_>) -> Option<Mark> {
    if cell.is_dash() {
        return Some(Mark::Neither);
    }
    match form {
        Form::Votes => cell
            .as_mark()
            .map(|is_vote| if is_vote { Mark::For } else { Mark::Neither }),
        Form::ForAndAgainst => match fold(&cell.shown()).as_str() {
            "d" | "dongi" => Some(Mark::For),
            "k" | "khong" | "khongdongi" => Some(Mark::Against),
            "dk" | "kd" => Some(Mark::Both),
            _ => None,
        },
    }
}

/// Says which marks cannot be read: a few one by one; of more, as when the marks are those
/// of the other kind of list, one finding.
pub(super) fn report_unread(
    unread: &[Cell<'_>],
    form: Form,
    ballot: &Ballot,
    report: &mut Report,
) {
    let problem = |cell: &Cell<'_>| Problem::NotAMark {
        seen: cell.seen(),
        has_surplus: form == Form::Votes,
        names: Headcount::of(ballot.candidates.len()).0,
        seats: ballot.seats.as_ref().map(|seats| seats.value.0),
    };
    match unread {
        [first, others @ ..] if others.len() >= FEW => {
            let also = others.iter().map(Cell::place).collect();
            let also = join_cells(also);
            report.push(Diagnostic::between(first.place(), also, problem(first)));
        }
        few => few
            .iter()
            .for_each(|cell| report.add(cell.place(), problem(cell))),
    }
}
