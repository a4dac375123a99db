//! "Giới tính", or "Nữ" = x, or the birth date under "Nam" or "Nữ".

use crate::diagnostic::{Problem, Report};
use crate::import::cell::Cell;
use crate::import::table::{Row, Table};
use crate::import::text::Name;
use crate::model::{PartialDate, Sex, Traced};

/// "Giới tính"
pub(super) static SEX: Name = Name::new("Giới tính", &["Nam, nữ", "Phái"]);
/// "Nam": a mark, or the birth date of a man.
pub(super) static MEN: Name = Name::new("Nam", &[]);
/// "Nữ": a mark, or the birth date of a woman.
pub(super) static WOMEN: Name = Name::new("Nữ", &[]);

static SEXES: [(Name, Sex); 2] = [
    (Name::new("Nam", &["Nam giới"]), Sex::Male),
    (Name::new("Nữ", &["Nữ giới"]), Sex::Female),
];

type SexAndBirth = (Option<Traced<Sex>>, Option<Traced<PartialDate>>);

/// Whether birth dates may stand under "Nam" and "Nữ".
pub(super) fn gives_birth_dates(table: &Table<'_>) -> bool {
    table.has(&MEN) && table.has(&WOMEN)
}

/// The sex, and the birth date if it stands under the sex.
pub(super) fn read(
    table: &Table<'_>,
    row: &Row<'_, '_>,
    report: &mut Report,
) -> SexAndBirth {
    let typed = row.cell(&SEX).choice(&SEXES, report);
    let (men, women) = (row.cell(&MEN), row.cell(&WOMEN));
    let (sex, born) = match (men.is_empty(), women.is_empty()) {
        (false, false) => {
            report.add(women.place().clone(), both(&women));
            (None, None)
        }
        (false, true) => read_under(&men, Sex::Male, report),
        (true, false) => read_under(&women, Sex::Female, report),
        (true, true) if table.has(&WOMEN) && !table.has(&MEN) => {
            let man = Traced::typed(Sex::Male, women.place().clone());
            (Some(man), None)
        }
        (true, true) => (None, None),
    };
    (typed.or(sex), born)
}

/// What stands under "Nam" or "Nữ": a mark, the word itself, or a date.
fn read_under(cell: &Cell<'_>, sex: Sex, report: &mut Report) -> SexAndBirth {
    let holds = |sex| Some(Traced::typed(sex, cell.place().clone()));
    match cell.as_mark() {
        Some(true) => (holds(sex), None),
        Some(false) => (holds(other(sex)), None),
        None if is_word(cell, sex) => (holds(sex), None),
        None => (holds(sex), cell.partial_date(report)),
    }
}

/// "Nữ" typed under "Nữ", "Nam" under "Nam", or the `+` that some offices use.
fn is_word(cell: &Cell<'_>, sex: Sex) -> bool {
    let typed = cell.shown();
    typed == "+"
        || SEXES
            .iter()
            .any(|(name, meant)| *meant == sex && name.is_spelt(&typed))
}

fn other(sex: Sex) -> Sex {
    match sex {
        Sex::Male => Sex::Female,
        Sex::Female => Sex::Male,
    }
}

fn both(women: &Cell<'_>) -> Problem {
    Problem::NotAChoice {
        seen: women.seen(),
        choices: vec!["Nam".to_owned(), "Nữ".to_owned()],
        nearest: None,
    }
}

/// Says that a member has no birth date where it should stand under "Nam" or "Nữ".
pub(super) fn report_no_date(row: &Row<'_, '_>, report: &mut Report) {
    let cells = [row.cell(&MEN), row.cell(&WOMEN)];
    let mut filled = cells.iter().filter(|cell| !cell.is_empty());
    if filled.all(|cell| cell.as_mark().is_some()) {
        let what = "Ngày sinh".to_owned();
        let place = row.cell(&MEN).place().clone();
        report.add(place, Problem::CellEmpty { what });
    }
}
