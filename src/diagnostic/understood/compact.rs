//! Fewer notes that tell as much: what was said twice, or piece by piece, said once.

use crate::diagnostic::{CellRange, CellRef, Note, PassedOver, Place, Understood};

/// So many columns of one meaning are told on one line.
const MANY: usize = 3;

/// The notes of a sheet, in reading order, with no more of them than a reader needs.
pub(super) fn compact(notes: &[&Note]) -> Vec<Note> {
    let told = notes.iter().filter(|note| {
        !is_value_of_a_label(note, notes) && !is_read_after_all(note, notes)
    });
    let mut kept: Vec<Note> = Vec::new();
    for note in told {
        // two readers of a sheet may have found the header, each its own columns
        if kept.last().is_some_and(|last| are_one_header(last, note)) {
            continue;
        }
        match kept.last_mut().and_then(|last| joined_title(last, note)) {
            Some(title) => {
                kept.pop();
                kept.push(title);
            }
            None => kept.push((*note).clone()),
        }
    }
    let runs = kept.chunk_by(is_next_column_of_one_meaning);
    runs.flat_map(|run| match joined_columns(run) {
        Some(joined) => vec![joined],
        None => run.to_vec(),
    })
    .collect()
}

/// Whether it is a value of a label, and so no title: in its row, or the second one,
/// below the first and to the right of the label.
fn is_value_of_a_label(note: &Note, notes: &[&Note]) -> bool {
    let title = PassedOver::Title;
    if !matches!(note.what, Understood::Rows { why, .. } if why == title) {
        return false;
    }
    let Some(at) = first(note) else {
        return false;
    };
    let is_label = |it: &&&Note| matches!(it.what, Understood::Label { .. });
    let labels = notes.iter().filter(is_label);
    let labels = labels.filter_map(|it| first(it));
    let above = labels.filter(|label| label.row <= at.row);
    above
        .max_by_key(|label| label.row)
        .is_some_and(|label| label.row == at.row || label.column < at.column)
}

/// Whether the column is said to be unknown here, and to be read elsewhere: in this cell,
/// or in one of the header below a group.
fn is_read_after_all(note: &Note, notes: &[&Note]) -> bool {
    let is_unread = |it: &Understood| {
        let Understood::Column { read_as, .. } = it else {
            return None;
        };
        Some(read_as.is_none())
    };
    is_unread(&note.what) == Some(true)
        && notes.iter().any(|other| {
            is_unread(&other.what) == Some(false) && is_at_or_below(other, note)
        })
}

/// Whether a column's header stands in the cells of another one or in the rows just below.
fn is_at_or_below(note: &Note, upper: &Note) -> bool {
    const ROWS: u32 = 2;
    let (Some(at), Some(over)) = (first(note), upper.place.cells) else {
        return note.place == upper.place;
    };
    let last = over.last.row.saturating_add(ROWS);
    note.place.sheet == upper.place.sheet
        && (over.first.row..=last).contains(&at.row)
        && (over.first.column..=over.last.column).contains(&at.column)
}

fn are_one_header(one: &Note, other: &Note) -> bool {
    let rows = |note: &Note| note.place.cells.map(|it| (it.first.row, it.last.row));
    one.what == Understood::Header
        && other.what == Understood::Header
        && rows(one) == rows(other)
}

/// Two rows of a title as one.
fn joined_title(above: &Note, below: &Note) -> Option<Note> {
    let (
        Understood::Rows { why, text },
        Understood::Rows {
            why: next,
            text: more,
        },
    ) = (&above.what, &below.what)
    else {
        return None;
    };
    let title = PassedOver::Title;
    if *why != title || *next != title {
        return None;
    }
    let text = format!("{text} / {more}");
    Some(Note {
        place: spanned(above, below)?,
        what: Understood::Rows { why: title, text },
    })
}

fn is_next_column_of_one_meaning(left: &Note, right: &Note) -> bool {
    let meaning = |note: &Note| {
        let Understood::Column { read_as, .. } = &note.what else {
            return None;
        };
        read_as.clone()
    };
    let column = |cell: Option<CellRef>| cell.map(|it| it.column);
    let next = left.place.cells.map(|it| it.last.column.saturating_add(1));
    meaning(left).is_some()
        && meaning(left) == meaning(right)
        && next == column(first(right))
}

fn joined_columns(run: &[Note]) -> Option<Note> {
    let (left, right) = (run.first()?, run.last()?);
    let (Understood::Column { header, read_as }, Understood::Column { header: end, .. }) =
        (&left.what, &right.what)
    else {
        return None;
    };
    (run.len() >= MANY).then_some(())?;
    let header = format!("{header} … {end}");
    let read_as = read_as.clone();
    Some(Note {
        place: spanned(left, right)?,
        what: Understood::Column { header, read_as },
    })
}

/// The cells from one note to another.
fn spanned(from: &Note, to: &Note) -> Option<Place> {
    let (from_cells, to_cells) = (from.place.cells?, to.place.cells?);
    Some(from.place.at(CellRange {
        first: from_cells.first,
        last: to_cells.last,
    }))
}

fn first(note: &Note) -> Option<CellRef> {
    note.place.cells.map(|cells| cells.first)
}
