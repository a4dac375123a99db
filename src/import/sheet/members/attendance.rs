//! "Dự đại hội": in words, or an `x` for whoever was there.

use super::List;
use super::columns::Columns;
use crate::diagnostic::{Place, Problem, Report, join_cells};
use crate::import::cell::Cell;
use crate::import::layout::Head;
use crate::import::table::Row;
use crate::import::text::{Name, fold};
use crate::model::{Attendance, Status, Traced};

/// "Dự đại hội"
pub(super) static ATTENDANCE: Name = Name::new(
    "Dự đại hội",
    &[
        "Dự ĐH",
        "Tham dự đại hội",
        "Tham dự ĐH",
        "Tham dự",
        "Có dự đại hội",
        "Điểm danh",
        "Có mặt",
    ],
);

/// `v` is no mark here: it may as well stand for "vắng".
static WORDS: [(Name, Attendance); 3] = [
    (
        Name::new(
            "Có mặt",
            &[
                "x",
                "1",
                "có",
                "C",
                "+",
                "☑",
                "✓",
                "✔",
                "√",
                "Dự",
                "Tham dự",
                "Có dự",
                "Đủ",
            ],
        ),
        Attendance::Present,
    ),
    (
        Name::new(
            "Vắng",
            &[
                "Vắng mặt",
                "Vắng có lý do",
                "Vắng CLD",
                "Vắng có phép",
                "Vắng phép",
                "Có phép",
                "Vắng không lý do",
                "Vắng KLD",
                "Vắng không phép",
                "Không",
                "Không dự",
                "Không tham dự",
                "Không có mặt",
                "0",
                "-",
                "–",
                "☐",
            ],
        ),
        Attendance::Absent,
    ),
    (
        Name::new("Vắng một phần", &["Vắng 1 phần", "Có mặt một phần"]),
        Attendance::Partly,
    ),
];

/// The column as `init` writes it.
pub(super) fn layout() -> Head {
    Head::choice(&ATTENDANCE, &WORDS)
}

/// How the column is filled in, which decides what an empty cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marking {
    /// Before the congress: nothing.
    Open,
    /// Only marks: "vắng".
    Marks,
    /// Words, or nothing at all: it was forgotten.
    Words,
}

impl Marking {
    /// How the column of these rows is filled in.
    pub(super) fn of(
        rows: &[Row<'_, '_>],
        columns: &Columns<'_>,
        is_counted: bool,
    ) -> Self {
        if !is_counted {
            return Self::Open;
        }
        let mut filled = rows
            .iter()
            .map(|row| row.cell_in(columns.attendance))
            .filter(|cell| !cell.is_empty())
            .peekable();
        let has_marks = filled.peek().is_some();
        if has_marks && filled.all(|cell| cell.as_mark().is_some()) {
            Self::Marks
        } else {
            Self::Words
        }
    }
}

/// Whether the member was there.
///
/// Of a guest ("sinh hoạt tạm thời tại đây") an empty cell says nothing, as no total
/// counts the guest.
pub(super) fn read(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    status: Status,
    marking: Marking,
    report: &mut Report,
) -> Option<Traced<Attendance>> {
    if marking == Marking::Open && !columns.attendance.is_there() {
        return None;
    }
    let cell = row.cell_in(columns.attendance);
    if is_tick_or_absent(&cell) {
        report.add(cell.place(), not_sure(&cell));
        return None;
    }
    if !cell.is_empty() {
        return cell.choice(&WORDS, report);
    }
    let is_absent = marking == Marking::Marks && status != Status::Guest;
    is_absent.then(|| cell.traced(Attendance::Absent))
}

/// Whether a cell holds a `v`: a tick to some, "vắng" to others.
fn is_tick_or_absent(cell: &Cell<'_>) -> bool {
    !cell.is_empty() && fold(&cell.shown()) == "v"
}

fn not_sure(cell: &Cell<'_>) -> Problem {
    Problem::NotAChoice {
        seen: cell.seen(),
        choices: WORDS
            .iter()
            .map(|(name, _)| name.canonical.to_owned())
            .collect(),
        nearest: Some("Vắng".to_owned()),
    }
}

/// Says which cells of a column of words are empty, those below each other as one range.
pub(super) fn report_empty(
    list: &List<'_, '_>,
    marking: Marking,
    columns: &Columns<'_>,
    report: &mut Report,
) {
    if marking != Marking::Words {
        return;
    }
    let own = list.members.iter().zip(&list.rows);
    let own = own.filter(|(member, _)| member.belongs_here());
    let empty: Vec<Place> = own
        .map(|(_, row)| row)
        .chain(&list.nameless)
        .map(|row| row.cell_in(columns.attendance))
        .filter(Cell::is_empty)
        .map(|cell| cell.place())
        .collect();
    for place in join_cells(empty) {
        let what = ATTENDANCE.canonical.to_owned();
        report.add(place, Problem::CellEmpty { what });
    }
}
