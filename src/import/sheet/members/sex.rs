//! "Giới tính", or "Nữ" = x, or the birth date under "Nam" or "Nữ".

use super::columns::Columns;
use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::import::cell::Cell;
use crate::import::layout::Head;
use crate::import::table::Row;
use crate::import::text::Name;
use crate::model::{PartialDate, Sex, Traced};

/// "Giới tính"
pub(super) static SEX: Name = Name::new(
    "Giới tính",
    &["Nam, nữ", "Giới tính (nam, nữ)", "Giới", "Phái"],
);
/// "Nam": a mark, or the birth date of a man.
pub(super) static MEN: Name = Name::new("Nam", &[]);
/// "Nữ": a mark, or the birth date of a woman.
pub(super) static WOMEN: Name = Name::new("Nữ", &[]);

static SEXES: [(Name, Sex); 2] = [
    (Name::new("Nam", &["Nam giới", "Male"]), Sex::Male),
    (Name::new("Nữ", &["Nữ giới", "Female"]), Sex::Female),
];

/// The column as `init` writes it.
pub(super) fn layout() -> Head {
    Head::choice(&SEX, &SEXES)
}

type SexAndBirth = (Option<Traced<Sex>>, Option<Traced<PartialDate>>);

/// The sex, and the birth date if it stands under the sex.
pub(super) fn read(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    report: &mut Report,
) -> SexAndBirth {
    let typed = row.cell_in(columns.sex).choice(&SEXES, report);
    if !columns.men.is_there() && !columns.women.is_there() {
        return (typed, None);
    }
    let has_dates = columns.give_birth_dates();
    let (men, women) = (row.cell_in(columns.men), row.cell_in(columns.women));
    let (sex, born) = match (men.is_empty(), women.is_empty()) {
        (false, false) => {
            let problem = Problem::UnderBothSexes {
                men: men.seen(),
                women: women.seen(),
            };
            let also = vec![women.place()];
            report.push(Diagnostic::between(men.place(), also, problem));
            (None, None)
        }
        (false, true) => read_under(&men, Sex::Male, has_dates, report),
        (true, false) => read_under(&women, Sex::Female, has_dates, report),
        (true, true) if columns.women.is_there() && !columns.men.is_there() => {
            let man = women.traced(Sex::Male);
            (Some(man), None)
        }
        (true, true) => (None, None),
    };
    (typed.or(sex), born)
}

/// What stands under "Nam" or "Nữ": a mark, a word for the sex, or a date.
fn read_under(
    cell: &Cell<'_>,
    sex: Sex,
    has_dates: bool,
    report: &mut Report,
) -> SexAndBirth {
    let holds = |sex| Some(cell.traced(sex));
    match cell.as_mark() {
        Some(true) => return (holds(sex), None),
        Some(false) => return (holds(other(sex)), None),
        None => {}
    }
    if let Some(typed) = word(cell) {
        return (holds(typed), None);
    }
    if has_dates || cell.date_count() > 0 {
        return (holds(sex), cell.partial_date(report));
    }
    // neither a mark nor a date: nobody knows what was meant
    (cell.choice(&SEXES, report).map(|it| it.map(|_| sex)), None)
}

/// "Nữ" typed under "Nữ", or "Nam" in a column that asks for women.
fn word(cell: &Cell<'_>) -> Option<Sex> {
    let typed = cell.shown();
    let mut words = SEXES.iter().filter(|(name, _)| name.is_spelt(&typed));
    words.next().map(|(_, sex)| *sex)
}

fn other(sex: Sex) -> Sex {
    match sex {
        Sex::Male => Sex::Female,
        Sex::Female => Sex::Male,
    }
}

/// Says that a member has no birth date where it should stand under "Nam" or "Nữ".
pub(super) fn report_no_date(
    row: &Row<'_, '_>,
    columns: &Columns<'_>,
    report: &mut Report,
) {
    let cells = [columns.men, columns.women].map(|it| row.cell_in(it));
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    if filled.all(|cell| cell.as_mark().is_some()) {
        let what = "Ngày sinh".to_owned();
        let place = row.cell_in(columns.men).place();
        report.add(place, Problem::CellEmpty { what });
    }
}
