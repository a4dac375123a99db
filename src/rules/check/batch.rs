//! What several workbooks of a batch say of the same: M13, V20, V21.

use super::deadlines::{Dated, check_deadlines};
use super::members::card_number;
use super::papers::{Counter, Numbered, check_numbers, check_rows};
use super::told;
use crate::diagnostic::{Diagnostic, MemberFault, Problem, Report};
use crate::model::{
    Congress, FullDate, Member, NameKey, PaperKind, Parent, PinnedPaper, Status, Traced,
};
use std::collections::{BTreeMap, BTreeSet};

/// A cell of a batch with its findings.
pub type CellOfBatch<'a> = (&'a Congress, &'a mut Report);

/// What the checks across cells need of a congress; small, as a batch has thousands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellDigest {
    cell: Traced<String>,
    date: Option<Traced<FullDate>>,
    people: Vec<Person>,
    /// The row that numbers the decision on the cell, or leaves its number blank.
    decision: Option<PinnedPaper>,
}

/// A member by what tells people apart.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Person {
    name: Traced<String>,
    born: Option<FullDate>,
    card: Option<String>,
}

impl CellDigest {
    /// What the checks need of a congress. Its date may still be missing, if only the
    /// committee's workbook says it.
    pub fn of(congress: &Congress) -> Self {
        let own = congress.members.iter();
        let people = own.filter(|one| one.status.value != Status::Guest);
        Self {
            cell: congress.cell.clone(),
            date: congress.identity.date.clone(),
            people: people.map(Person::of).collect(),
            decision: numbering_row(congress).cloned(),
        }
    }

    /// The cell's name, where it is typed.
    pub fn cell(&self) -> &Traced<String> {
        &self.cell
    }
}

impl Person {
    fn of(member: &Member) -> Self {
        Self {
            name: member.name.clone(),
            born: member.born.as_ref().and_then(|born| born.value.full()),
            card: card_number(member).map(str::to_owned),
        }
    }
}

/// Checks the cells of a batch with the committee's workbook and with each other. To be
/// asked after the parent's labels were inherited; findings at the committee's own
/// sheets go to the report of the batch.
pub fn check_batch(
    parent: Option<&Parent>,
    cells: &mut [CellOfBatch<'_>],
    report: &mut Report,
) {
    for (congress, own) in &mut *cells {
        check_in_batch(congress, parent, own);
    }
    let digests: Vec<_> = cells.iter().map(|(it, _)| CellDigest::of(it)).collect();
    let found = check_together(parent, &digests, report);
    for ((_, own), found) in cells.iter_mut().zip(found) {
        own.extend(found);
    }
}

/// Checks one cell with the committee's workbook, after its labels were inherited.
pub fn check_in_batch(congress: &Congress, parent: Option<&Parent>, own: &mut Report) {
    check_rows(&congress.pinned, own);
    check_numbers(&congress.pinned, own);
    check_deadlines(congress, parent, own);
    told::check_figures(congress, own);
    told::check_terms(congress, parent, own);
}

/// Checks the committee's workbook and the cells with each other; what is found of each
/// cell, in their order. Findings at the committee's own sheets go to the report of the
/// batch.
pub fn check_together(
    parent: Option<&Parent>,
    cells: &[CellDigest],
    report: &mut Report,
) -> Vec<Report> {
    let mut found: Vec<Report> = cells.iter().map(|_| Report::default()).collect();
    if let Some(parent) = parent {
        check_rows(&parent.pinned, report);
        check_summary(parent, cells, report);
        check_decisions(parent, cells, &mut found);
    }
    check_people(cells, &mut found);
    found
}

/// V21: the committee's summary is not dated before the last congress.
fn check_summary(parent: &Parent, cells: &[CellDigest], report: &mut Report) {
    let shared = parent.shared.date.as_ref();
    let days = cells.iter().filter_map(|it| it.date.as_ref().or(shared));
    let Some(last) = days.max_by_key(|date| date.value) else {
        return;
    };
    let dated = parent.pinned.iter().filter_map(Dated::of);
    for summary in dated.filter(|it| it.paper == PaperKind::Summary) {
        if summary.date < last.value {
            summary.is_before(None, last.value, &last.cells(), report);
        }
    }
}

/// V20: the decisions of a committee share one counter; one without a number of its own
/// has the first number and the place of its cell in the list.
fn check_decisions(parent: &Parent, cells: &[CellDigest], found: &mut [Report]) {
    let listed = parent.cells.iter().map(|cell| NameKey::of(&cell.value));
    let places: BTreeMap<NameKey, usize> = listed.zip(0..).collect();
    let mut counter = Counter::default();
    let mut numbered = BTreeSet::new();
    // a pinned number is told to be wrong, and not one that was counted
    for is_pinned in [false, true] {
        for (digest, own) in cells.iter().zip(&mut *found) {
            let key = NameKey::of(&digest.cell.value);
            let place = places.get(&key).copied();
            let decision = match (&digest.decision, is_pinned) {
                (Some(row), true) => Numbered::of(row),
                (None, false) => counted_decision(parent, place),
                (Some(_), false) | (None, true) => None,
            };
            // of one cell in two workbooks S17 speaks
            if let Some(decision) = decision.filter(|_| numbered.insert(key)) {
                counter.check(decision, own);
            }
        }
    }
}

/// The row that numbers the decision on a cell, or leaves its number blank.
fn numbering_row(congress: &Congress) -> Option<&PinnedPaper> {
    let is_it = |kind: PaperKind| kind == PaperKind::Ratification;
    let mut rows = congress.pinned.iter();
    rows.find(|row| is_it(row.kind.value) && row.number.is_some())
}

/// The decision on a cell, numbered by its place in the committee's list.
fn counted_decision(parent: &Parent, place: Option<usize>) -> Option<Numbered> {
    let first = parent.first_decision_number.as_ref()?;
    let listed = parent.cells.get(place?)?;
    let place = u32::try_from(place?).ok()?;
    Some(Numbered {
        number: first.value.checked_add(place)?,
        paper: PaperKind::Ratification,
        cells: [first.cells(), listed.cells()].concat(),
    })
}

/// Members who have something in common, each with the cell.
type Alike<'a> = Vec<(usize, &'a Person)>;

/// M13: nobody is in the lists of two cells, by name and full birth date or by card; but
/// for who is in one of them for a time only.
fn check_people(cells: &[CellDigest], found: &mut [Report]) {
    let mut by_birth: BTreeMap<(NameKey, FullDate), Alike<'_>> = BTreeMap::new();
    let mut by_card: BTreeMap<&str, Alike<'_>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (index, digest) in cells.iter().enumerate() {
        // of one cell in two workbooks S17 speaks
        if !seen.insert(NameKey::of(&digest.cell.value)) {
            continue;
        }
        for person in &digest.people {
            if let Some(born) = person.born {
                let key = (NameKey::of(&person.name.value), born);
                by_birth.entry(key).or_default().push((index, person));
            }
            if let Some(card) = &person.card {
                by_card.entry(card).or_default().push((index, person));
            }
        }
    }
    let births = by_birth.into_values().map(|alike| (None, alike));
    let cards = by_card.into_iter().map(|(card, alike)| (Some(card), alike));
    let mut said = BTreeSet::new();
    for (card, alike) in births.chain(cards) {
        for (index, finding) in in_two_cells(card, &alike, cells) {
            let is_new = said.insert(finding.place.clone());
            if let (Some(own), true) = (found.get_mut(index), is_new) {
                own.push(finding);
            }
        }
    }
}

/// A finding for each of the members, if they are of several cells: it names the first
/// of another cell.
fn in_two_cells(
    card: Option<&str>,
    alike: &Alike<'_>,
    cells: &[CellDigest],
) -> Vec<(usize, Diagnostic)> {
    let Some(first) = alike.first() else {
        return Vec::new();
    };
    let Some(second) = alike.iter().find(|(index, _)| *index != first.0) else {
        return Vec::new();
    };
    let findings = alike.iter().filter_map(|(index, person)| {
        let (other, same) = if *index == first.0 { second } else { first };
        let problem = Problem::Member(MemberFault::InTwoCells {
            name: person.name.value.clone(),
            other: cells.get(*other)?.cell.value.clone(),
            card: card.map(str::to_owned),
        });
        let place = person.name.place()?.clone();
        let also = same.name.cells();
        Some((*index, Diagnostic::between(place, also, problem)))
    });
    findings.collect()
}
