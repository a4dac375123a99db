//! When papers follow a congress: V21; and the day of the congress itself: V34.

use super::papers::push;
use crate::diagnostic::{PaperFault, Place, Report};
use crate::model::{Congress, FullDate, PaperKind, Parent, PinnedPaper, Traced};
use crate::rules::RuleSet;
use crate::rules::calendar::Calendar;

/// Checks the dates that "Văn bản" and the committee pin.
///
/// Source: 24-QĐ/TW, point 16.1.
pub(super) fn check_deadlines(
    congress: &Congress,
    parent: Option<&Parent>,
    report: &mut Report,
) {
    let Some(date) = &congress.identity.date else {
        return;
    };
    let calendar = Calendar::of(parent);
    check_day(date, calendar, report);
    for paper in congress.pinned.iter().filter_map(Dated::of) {
        if paper.follows_congress() && paper.date < date.value {
            paper.is_before(None, date.value, &date.cells(), report);
        } else if paper.asks() {
            let days = RuleSet::on(date.value).limits.days_to_report;
            paper.check_within(days, date.value, &date.cells(), calendar, report);
        }
    }
    if let Some(decision) = decision(congress, parent) {
        check_decision(&decision, congress, date, calendar, report);
    }
}

/// V34: the congress does not meet on a public holiday. Holidays by the moon are known
/// only where the committee typed them.
fn check_day(date: &Traced<FullDate>, calendar: Calendar<'_>, report: &mut Report) {
    if calendar.is_holiday(date.value) {
        let typed = calendar.typed(date.value);
        let also = typed.map_or_else(Vec::new, Traced::cells);
        let fault = PaperFault::OnHoliday {
            date: date.value.to_string(),
        };
        push(date.place(), also, fault, report);
    }
}

/// V21: the decision follows what asks for it, within fifteen working days.
fn check_decision(
    decision: &Dated,
    congress: &Congress,
    date: &Traced<FullDate>,
    calendar: Calendar<'_>,
    report: &mut Report,
) {
    let asked = |paper: PaperKind| {
        let mut dated = congress.pinned.iter().filter_map(Dated::of);
        dated.find(|dated| dated.paper == paper)
    };
    let asked = asked(PaperKind::Submission).or_else(|| asked(PaperKind::ResultReport));
    if decision.date < date.value {
        decision.is_before(None, date.value, &date.cells(), report);
    } else if let Some(asked) = asked {
        if decision.date < asked.date {
            let after = Some(asked.paper.title());
            decision.is_before(after, asked.date, &asked.cells, report);
        } else {
            let days = RuleSet::on(date.value).limits.days_to_ratify;
            decision.check_within(days, asked.date, &asked.cells, calendar, report);
        }
    }
}

/// The decision on a cell: dated by the cell, or else by the committee for all of them.
fn decision(congress: &Congress, parent: Option<&Parent>) -> Option<Dated> {
    let paper = PaperKind::Ratification;
    let mut rows = congress.pinned.iter();
    let row = rows.find(|row| row.kind.value == paper && row.date.is_some());
    if let Some(row) = row {
        return Dated::of(row);
    }
    let common = parent?.decision_date.as_ref()?;
    Some(Dated {
        paper,
        date: common.value,
        cells: common.cells(),
    })
}

/// A paper with its date.
#[derive(Debug)]
pub(super) struct Dated {
    pub(super) paper: PaperKind,
    pub(super) date: FullDate,
    cells: Vec<Place>,
}

impl Dated {
    /// The paper of a row with a date.
    pub(super) fn of(row: &PinnedPaper) -> Option<Self> {
        Some(Self {
            paper: row.kind.value,
            date: row.day()?,
            cells: row.date.as_ref()?.cells(),
        })
    }

    /// Whether it is made at the congress or after it; of the decision more is asked.
    fn follows_congress(&self) -> bool {
        matches!(
            self.paper,
            PaperKind::BallotCount
                | PaperKind::Minutes
                | PaperKind::Resolution
                | PaperKind::ElectedList
                | PaperKind::ResultReport
                | PaperKind::Submission
        )
    }

    /// Whether it asks for the decision.
    fn asks(&self) -> bool {
        matches!(self.paper, PaperKind::ResultReport | PaperKind::Submission)
    }

    /// Says that it is dated before what it follows, the congress or a paper.
    pub(super) fn is_before(
        &self,
        after: Option<&'static str>,
        day: FullDate,
        cells: &[Place],
        report: &mut Report,
    ) {
        let fault = PaperFault::TooEarly {
            paper: self.paper.title(),
            date: self.date.to_string(),
            after,
            day: day.to_string(),
        };
        push(self.cells.first().cloned(), cells.to_vec(), fault, report);
    }

    /// Says if it is dated later than so many working days after a day.
    fn check_within(
        &self,
        days: u32,
        day: FullDate,
        cells: &[Place],
        calendar: Calendar<'_>,
        report: &mut Report,
    ) {
        let last = calendar.working_days_after(day, days);
        if let Some(last) = last.filter(|last| self.date > *last) {
            let fault = PaperFault::TooLate {
                paper: self.paper.title(),
                date: self.date.to_string(),
                days,
                last: last.to_string(),
            };
            push(self.cells.first().cloned(), cells.to_vec(), fault, report);
        }
    }
}
