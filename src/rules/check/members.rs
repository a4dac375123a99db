//! Identities of the member list: M01, M02, M06, M07, M09, M11, M12.

use super::{label, place_of};
use crate::diagnostic::{Diagnostic, MemberFault, Place, Problem, Report, join_cells};
use crate::model::{
    Congress, Headcount, Member, NameKey, Sex, Standing, Status, Traced, is_same_name,
};
use crate::rules::Turnout;
use std::collections::BTreeMap;

/// M01: typed totals agree with each other and with the list.
pub(super) fn check_totals(congress: &Congress, report: &mut Report) {
    let totals = &congress.identity.totals;
    let own = || congress.members.iter().filter(|one| one.belongs_here());
    let count =
        |of: &dyn Fn(&Member) -> bool| Headcount::of(own().filter(|one| of(one)).count());
    let is = |standing: Standing| move |one: &Member| one.standing.value == standing;
    let compared: [(Option<&Traced<Headcount>>, &str, Headcount); 3] = [
        (totals.all.as_ref(), label::ALL_MEMBERS, count(&|_| true)),
        (
            totals.official.as_ref(),
            label::OFFICIAL,
            count(&is(Standing::Official)),
        ),
        (
            totals.probationary.as_ref(),
            label::PROBATIONARY,
            count(&is(Standing::Probationary)),
        ),
    ];
    for (typed, label, counted) in compared {
        if let Some(typed) = typed.filter(|typed| typed.value != counted) {
            let names = join_cells(own().flat_map(|one| one.name.cells()).collect());
            report.push(Diagnostic::between(
                place_of(typed, &congress.members_place),
                names,
                Problem::Member(MemberFault::TotalDiffers {
                    label: label.to_owned(),
                    typed: typed.value.0,
                    counted: counted.0,
                }),
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
            [official.cells(), probationary.cells()].concat(),
            Problem::Member(MemberFault::TotalsDoNotAdd {
                official: official.value.0,
                probationary: probationary.value.0,
                all: all.value.0,
            }),
        ));
    }
}

/// M02: men and women together are all members, with the women as typed. Where the list
/// does not tell somebody's sex, that may make the difference; where it tells nobody's,
/// there is nothing to compare with.
pub(super) fn check_women(congress: &Congress, report: &mut Report) {
    let Some(typed) = &congress.identity.totals.women else {
        return;
    };
    let own = || congress.members.iter().filter(|one| one.belongs_here());
    let count = |sex: Option<Sex>| {
        let is_so = |one: &&Member| one.sex.as_ref().map(|it| it.value) == sex;
        Headcount::of(own().filter(is_so).count()).0
    };
    let (women, men) = (count(Some(Sex::Female)), count(Some(Sex::Male)));
    let untold = count(None);
    let may_be = women..=women.saturating_add(untold);
    if women.saturating_add(men) == 0 || may_be.contains(&typed.value.0) {
        return;
    }
    let cells = own().filter_map(|one| one.sex.as_ref());
    let cells = cells.flat_map(Traced::cells).collect();
    report.push(Diagnostic::between(
        place_of(typed, &congress.members_place),
        join_cells(cells),
        Problem::Member(MemberFault::WomenDiffer {
            typed: typed.value.0,
            women,
            men,
            untold,
        }),
    ));
}

/// M06: two thirds of the official members summoned are present. Of all members V37
/// speaks.
pub(super) fn check_quorum(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    if turnout.is_known && !turnout.has_quorum() {
        let mut cells = turnout.official_present.cells().into_iter();
        let place = cells.next();
        report.push(Diagnostic::between(
            place.unwrap_or_else(|| congress.members_place.clone()),
            cells.collect(),
            Problem::Member(MemberFault::NotQuorate {
                present: turnout.official_present.value.0,
                summoned: turnout.official_summoned.value.0,
            }),
        ));
    }
}

/// M07: each member once; two of one name are told apart by birth date and card.
pub(super) fn check_twice(congress: &Congress, report: &mut Report) {
    let mut by_name: BTreeMap<NameKey, Vec<&Member>> = BTreeMap::new();
    let mut by_card: BTreeMap<&str, Vec<&Member>> = BTreeMap::new();
    for member in &congress.members {
        let key = NameKey::of(&member.name.value);
        by_name.entry(key).or_default().push(member);
        if let Some(card) = card_number(member) {
            by_card.entry(card).or_default().push(member);
        }
    }
    for same in by_name.values() {
        let Some(first) = same.first() else { continue };
        let name = first.name.value.clone();
        if any_two(same, is_same_birth) {
            push_at_names(
                congress,
                same,
                Problem::Member(MemberFault::MemberTwice { name }),
                report,
            );
        } else if same.len() > 1 && !any_two(same, is_same_card) {
            push_at_names(
                congress,
                same,
                Problem::Member(MemberFault::SameName { name }),
                report,
            );
        }
    }
    for (card, same) in by_card {
        // the birth date has said it of the same rows
        if same.len() > 1 && !any_two(&same, is_same_person) {
            push_card(congress, card, &same, report);
        }
    }
}

/// The card's number; a word in its place, such as "chưa có", is none.
pub(super) fn card_number(member: &Member) -> Option<&str> {
    let card = member.card.as_ref()?.value.trim();
    card.contains(|c: char| c.is_ascii_digit()).then_some(card)
}

fn any_two(members: &[&Member], is_same: fn(&Member, &Member) -> bool) -> bool {
    members.iter().enumerate().any(|(index, one)| {
        let mut others = members.iter().skip(index + 1);
        others.any(|other| is_same(one, other))
    })
}

fn is_same_card(one: &Member, other: &Member) -> bool {
    let card = card_number(one);
    card.is_some() && card == card_number(other)
}

fn is_same_person(one: &Member, other: &Member) -> bool {
    is_same_name(&one.name.value, &other.name.value) && is_same_birth(one, other)
}

fn push_card(congress: &Congress, card: &str, same: &[&Member], report: &mut Report) {
    let cards = same.iter().filter_map(|one| one.card.as_ref());
    let mut places = cards.flat_map(Traced::cells);
    let first = places.next();
    let first = first.unwrap_or_else(|| congress.members_place.clone());
    let card = card.to_owned();
    let problem = Problem::Member(MemberFault::CardTwice { card });
    report.push(Diagnostic::between(first, places.collect(), problem));
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
    let mut places: Vec<Place> =
        members.iter().flat_map(|one| one.name.cells()).collect();
    places.sort();
    let mut places = places.into_iter();
    let first = places
        .next()
        .unwrap_or_else(|| congress.members_place.clone());
    report.push(Diagnostic::between(first, places.collect(), problem));
}

/// M09: a member who is official only after the congress counts as "dự bị", as the
/// importer decided.
pub(super) fn check_standing(congress: &Congress, report: &mut Report) {
    for member in &congress.members {
        if let (Standing::Probationary, Some(since)) =
            (member.standing.value, &member.official_since)
        {
            let date = congress.identity.date.as_ref();
            report.push(Diagnostic::between(
                place_of(since, &congress.members_place),
                date.map(Traced::cells).unwrap_or_default(),
                Problem::Member(MemberFault::OfficialLater {
                    name: member.name.value.clone(),
                }),
            ));
        }
    }
}

/// M11, M12: who is marked present and is not in the base: the suspended and charged,
/// who are not summoned, and official members introduced to another cell.
///
/// Source: 04-HD/TW (2024), point 9; 244-QĐ/TW, article 32, clause 2.
pub(super) fn check_status(congress: &Congress, report: &mut Report) {
    for member in congress.members.iter().filter(|one| one.attended()) {
        let name = member.name.value.clone();
        let problem = match member.status.value {
            Status::Suspended | Status::Charged => {
                Problem::Member(MemberFault::ExcludedPresent { name })
            }
            Status::Elsewhere if member.is_official() => {
                Problem::Member(MemberFault::ElsewherePresent { name })
            }
            Status::Elsewhere | Status::Active | Status::Exempt | Status::Guest => {
                continue;
            }
        };
        let attendance = member.attendance.as_ref();
        let place = attendance.and_then(Traced::place);
        report.push(Diagnostic::between(
            place.unwrap_or_else(|| congress.members_place.clone()),
            member.status.cells(),
            problem,
        ));
    }
}
