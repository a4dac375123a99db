//! The dates of a member: M08.

use crate::diagnostic::{DateOrder, Diagnostic, MemberFault, Place, Problem, Report};
use crate::model::{Congress, FullDate, Member, PartialDate, Traced};
use std::collections::BTreeSet;

/// A member is admitted at this age or older.
const OF_AGE: u16 = 18;

/// Since this year everybody is on probation for twelve months; before, some were for
/// less.
const FIRST_YEAR_OF_PROBATION: u16 = 1992;

/// M08: birth, admission and official standing follow in order, each as far from the
/// other as it must be, and admission before the congress. Dates known in part are
/// compared only where they surely contradict.
///
/// Of a date that the importer suspects of day and month exchanged, that is said; and of
/// one that is official only after the congress M09 speaks.
///
/// Source: Party Statutes, articles 1 and 5; 24-QĐ/TW, point 1 (age by the month).
pub(super) fn check_dates(congress: &Congress, report: &mut Report) {
    let exchanged: BTreeSet<Place> = report
        .findings()
        .iter()
        .filter(|it| matches!(it.problem, Problem::DaySwapped { .. }))
        .map(|it| it.place.clone())
        .collect();
    for member in &congress.members {
        for fault in faults(member, congress.identity.date.as_ref()) {
            let mut cells = fault.at.iter().chain(&fault.also);
            if cells.any(|cell| exchanged.contains(cell)) {
                continue;
            }
            let place = fault.at.first().unwrap_or(&congress.members_place);
            report.push(Diagnostic::between(
                place.clone(),
                fault.also,
                Problem::Member(MemberFault::Dates {
                    name: member.name.value.clone(),
                    order: fault.order,
                    first: fault.first,
                    second: fault.second,
                }),
            ));
        }
    }
}

/// Two dates in the wrong order.
struct Fault {
    order: DateOrder,
    /// What should come first, as it is read, and what after it.
    first: String,
    second: String,
    /// The cell of the date that is told to be wrong, and that of the other.
    at: Vec<Place>,
    also: Vec<Place>,
}

impl Fault {
    /// Of two dates, the second is told to be wrong.
    fn of(
        order: DateOrder,
        first: &Traced<PartialDate>,
        second: &Traced<PartialDate>,
    ) -> Self {
        Self {
            order,
            first: first.value.to_string(),
            second: second.value.to_string(),
            at: second.cells(),
            also: first.cells(),
        }
    }
}

/// What is surely wrong with the dates of a member, one thing for each pair.
fn faults(member: &Member, congress: Option<&Traced<FullDate>>) -> Vec<Fault> {
    let admitted = member.admitted.as_ref();
    let by_birth = member
        .born
        .as_ref()
        .zip(admitted)
        .and_then(|(born, admitted)| {
            let order = if is_not_after(admitted.value, born.value) {
                DateOrder::BornAdmitted
            } else if is_minor(born.value, admitted.value) {
                DateOrder::OfAge
            } else {
                return None;
            };
            Some(Fault::of(order, born, admitted))
        });
    let by_congress = admitted.zip(congress).and_then(|(admitted, congress)| {
        let is_after = admitted.value.first_day() > Some(congress.value);
        is_after.then(|| Fault {
            order: DateOrder::AdmittedCongress,
            first: admitted.value.to_string(),
            second: congress.value.to_string(),
            at: admitted.cells(),
            also: congress.cells(),
        })
    });
    let official = member.official_since.as_ref();
    let by_probation = admitted.zip(official).and_then(|(admitted, official)| {
        let order = if is_not_after(official.value, admitted.value) {
            DateOrder::AdmittedOfficial
        } else if is_too_soon(admitted.value, official.value) {
            DateOrder::Probation
        } else {
            return None;
        };
        Some(Fault::of(order, admitted, official))
    });
    let all = [by_birth, by_congress, by_probation];
    all.into_iter().flatten().collect()
}

/// Whether a date surely is not after another.
fn is_not_after(date: PartialDate, other: PartialDate) -> bool {
    match (date.last_day(), other.first_day()) {
        (Some(last), Some(first)) => last <= first,
        _ => false,
    }
}

/// Whether somebody surely was not of age in the month of admission.
fn is_minor(born: PartialDate, admitted: PartialDate) -> bool {
    let month = |date: FullDate| (date.year(), date.month());
    match (born.first_day().map(month), admitted.last_day().map(month)) {
        (Some((year, month)), Some(admitted)) => {
            (year.saturating_add(OF_AGE), month) > admitted
        }
        _ => false,
    }
}

/// Whether the twelve months surely were not over.
fn is_too_soon(admitted: PartialDate, official: PartialDate) -> bool {
    let (Some(admitted), Some(official)) = (admitted.first_day(), official.last_day())
    else {
        return false;
    };
    // of 29 February the year is over on the last of February
    let over = admitted.a_year_later();
    let over = over.or_else(|| FullDate::new(admitted.year() + 1, 2, 28));
    admitted.year() >= FIRST_YEAR_OF_PROBATION && Some(official) < over
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full(year: u16, month: u8, day: u8) -> PartialDate {
        PartialDate::Full(FullDate::new(year, month, day).unwrap())
    }

    fn month(year: u16, month: u8) -> PartialDate {
        PartialDate::of_month(year, month).unwrap()
    }

    fn year(year: u16) -> PartialDate {
        PartialDate::of_year(year).unwrap()
    }

    #[test]
    fn twelve_months_end_on_the_same_day_a_year_later() {
        assert!(!is_too_soon(full(2009, 9, 5), full(2010, 9, 5)));
        assert!(is_too_soon(full(2009, 9, 5), full(2010, 9, 4)));
        // 29/2/2008: the year is over on 28/2/2009
        assert!(!is_too_soon(full(2008, 2, 29), full(2009, 2, 28)));
        assert!(is_too_soon(full(2008, 2, 29), full(2009, 2, 27)));
        // before 1992 some were on probation for less
        assert!(!is_too_soon(full(1991, 12, 31), full(1992, 6, 30)));
        assert!(is_too_soon(full(1992, 1, 1), full(1992, 7, 1)));
    }

    #[test]
    fn a_date_in_part_contradicts_only_where_it_surely_does() {
        assert!(!is_too_soon(month(2009, 9), full(2010, 9, 1)));
        assert!(is_too_soon(month(2009, 9), full(2010, 8, 31)));
        assert!(!is_too_soon(year(2009), year(2010)));
        assert!(!is_too_soon(full(2009, 9, 5), month(2010, 9)));
        assert!(
            !is_not_after(year(2009), year(2009)),
            "some day of the year"
        );
        assert!(is_not_after(year(2008), year(2009)));
        assert!(is_not_after(full(2009, 9, 5), full(2009, 9, 5)));
    }

    #[test]
    fn age_is_counted_by_the_month() {
        assert!(!is_minor(full(1984, 9, 20), full(2002, 9, 2)));
        assert!(is_minor(full(1984, 9, 1), full(2002, 8, 31)));
        assert!(!is_minor(year(1984), year(2002)));
        assert!(is_minor(year(1985), year(2002)));
        assert!(!is_minor(year(1984), full(2002, 1, 1)), "born in January");
        assert!(is_minor(month(1984, 2), full(2002, 1, 31)));
    }
}
