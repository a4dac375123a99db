//! Identities of the member list: M01, M06, M07, M11.

use super::place_of;
use crate::diagnostic::{Diagnostic, Place, Problem, Report, Tally, join_cells};
use crate::model::{Congress, Headcount, Member, NameKey, Sex, Standing, Status, Traced};
use crate::rules::Turnout;
use std::collections::BTreeMap;

/// M01: typed totals agree with each other and with the list.
pub(super) fn check_totals(congress: &Congress, report: &mut Report) {
    let totals = &congress.identity.totals;
    let own = || congress.members.iter().filter(|one| one.belongs_here());
    let count =
        |of: &dyn Fn(&Member) -> bool| Headcount::of(own().filter(|one| of(one)).count());
    let is = |standing: Standing| move |one: &Member| one.standing.value == standing;
    let is_woman =
        |one: &Member| one.sex.as_ref().is_some_and(|it| it.value == Sex::Female);
    let compared: [(&Option<Traced<Headcount>>, &str, Headcount); 4] = [
        (&totals.all, "Tổng số đảng viên", count(&|_| true)),
        (
            &totals.official,
            "Chính thức",
            count(&is(Standing::Official)),
        ),
        (
            &totals.probationary,
            "Dự bị",
            count(&is(Standing::Probationary)),
        ),
        (&totals.women, "Nữ", count(&is_woman)),
    ];
    for (typed, label, counted) in compared {
        if let Some(typed) = typed.as_ref().filter(|typed| typed.value != counted) {
            let names =
                join_cells(own().flat_map(|one| one.name.cells.clone()).collect());
            report.push(Diagnostic::between(
                place_of(typed, &congress.members_place),
                names,
                Problem::TotalDiffers {
                    label: label.to_owned(),
                    typed: typed.value.0,
                    counted: counted.0,
                },
            ));
        }
    }
    if let (Some(all), Some(official), Some(probationary)) =
        (&totals.all, &totals.official, &totals.probationary)
        && u64::from(official.value.0) + u64::from(probationary.value.0)
            != u64::from(all.value.0)
    {
        report.push(Diagnostic::between(
            place_of(all, &congress.members_place),
            [official, probationary]
                .iter()
                .flat_map(|it| it.cells.clone())
                .collect(),
            Problem::TotalsDoNotAdd(Tally {
                terms: vec![
                    ("chính thức".to_owned(), official.value.0),
                    ("dự bị".to_owned(), probationary.value.0),
                ],
                total: ("tổng số".to_owned(), all.value.0),
            }),
        ));
    }
}

/// M06: two thirds of the official members summoned are present.
pub(super) fn check_quorum(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    if !turnout.has_quorum() {
        let cells = turnout.official_present.cells.clone();
        let place = cells.first().unwrap_or(&congress.members_place).clone();
        report.add(
            place,
            Problem::NotQuorate {
                present: turnout.official_present.value.0,
                summoned: turnout.official_summoned.value.0,
            },
        );
    }
}

/// M07: each member once; two of one name are told apart by birth date and card.
pub(super) fn check_twice(congress: &Congress, report: &mut Report) {
    let mut by_name: BTreeMap<NameKey, Vec<&Member>> = BTreeMap::new();
    let mut by_card: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    for member in &congress.members {
        by_name
            .entry(NameKey::of(&member.name.value))
            .or_default()
            .push(member);
        if let Some(card) = &member.card {
            by_card.entry(&card.value).or_default().push(member);
        }
    }
    for same in by_name.values().filter(|same| same.len() > 1) {
        let is_same_person = same.iter().enumerate().any(|(index, one)| {
            same.iter()
                .skip(index + 1)
                .any(|other| is_same_birth(one, other))
        });
        let name = same
            .first()
            .map(|one| one.name.value.clone())
            .unwrap_or_default();
        let problem = if is_same_person {
            Problem::MemberTwice { name }
        } else {
            Problem::SameName { name }
        };
        push_at_names(congress, same, problem, report);
    }
    for same in by_card.values().filter(|same| same.len() > 1) {
        let mut names = same.iter().map(|one| NameKey::of(&one.name.value));
        let first = names.next();
        if names.all(|name| Some(&name) == first.as_ref()) {
            continue; // said above
        }
        let name = same
            .first()
            .map(|one| one.name.value.clone())
            .unwrap_or_default();
        push_at_names(congress, same, Problem::MemberTwice { name }, report);
    }
}

fn is_same_birth(one: &Member, other: &Member) -> bool {
    match (&one.born, &other.born) {
        (Some(one), Some(other)) => one.value == other.value,
        _ => false,
    }
}

fn push_at_names(
    congress: &Congress,
    members: &[&Member],
    problem: Problem,
    report: &mut Report,
) {
    let mut places: Vec<Place> = members
        .iter()
        .flat_map(|one| one.name.cells.clone())
        .collect();
    places.sort();
    let mut places = places.into_iter();
    let first = places
        .next()
        .unwrap_or_else(|| congress.members_place.clone());
    report.push(Diagnostic::between(first, places.collect(), problem));
}

/// M11: members suspended or charged are not summoned and so not present.
pub(super) fn check_excluded(congress: &Congress, report: &mut Report) {
    for member in &congress.members {
        let is_excluded =
            matches!(member.status.value, Status::Suspended | Status::Charged);
        if let (true, true, Some(attendance)) =
            (is_excluded, member.attended(), &member.attendance)
        {
            report.push(Diagnostic::between(
                place_of(attendance, &congress.members_place),
                member.status.cells.clone(),
                Problem::ExcludedPresent {
                    name: member.name.value.clone(),
                },
            ));
        }
    }
}
