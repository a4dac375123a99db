//! The committee and those elected from it: V15, V17.

use super::{bearers, place_of};
use crate::diagnostic::{Diagnostic, OfficeFault, PersonFault, Place, Problem, Report};
use crate::model::{Ballot, Candidate, Congress, NameKey, Office, Traced};
use crate::rules::{Limits, OfficeResult, Turnout};

/// V17: a small cell elects no committee, and no office has more seats than it may.
///
/// Source: Party Statutes, article 24, clause 4; 24-QĐ/TW, point 22.
pub(super) fn check_size(
    congress: &Congress,
    limits: &Limits,
    turnout: &Turnout,
    report: &mut Report,
) {
    let official = &turnout.official;
    let mut sheets = congress.ballots.iter();
    let sheet = sheets.find(|it| it.id.office == Office::Committee);
    // without any list V14 speaks of everybody who stands
    let is_small =
        !congress.members.is_empty() && official.value.0 < limits.least_for_committee;
    if let Some(ballot) = sheet.filter(|_| is_small) {
        report.push(Diagnostic::between(
            ballot.place.clone(),
            official.cells(),
            Problem::Office(OfficeFault::CommitteeInSmallCell {
                official: official.value.0,
                least: limits.least_for_committee,
            }),
        ));
    }
    let first = |it: &&Ballot| it.id.round == 1 && !it.id.is_revote;
    for ballot in congress.ballots.iter().filter(first) {
        let most = match ballot.id.office {
            Office::Committee => limits.largest_committee,
            Office::Secretary | Office::Deputy => 1,
            // so many as the higher committee allots
            Office::Delegates => continue,
        };
        if let Some(seats) = ballot.seats.as_ref().filter(|it| it.value.0 > most) {
            report.add(
                place_of(seats, &ballot.place),
                Problem::Office(OfficeFault::OfficeTooLarge {
                    office: ballot.id.office.label().to_owned(),
                    seats: seats.value.0,
                    most,
                }),
            );
        }
    }
}

/// V15: committee, secretary and deputy are elected in this order, each from those
/// elected before; the secretary does not stand for deputy.
///
/// Who is not of the committee may still be elected to it while it is open and the
/// secretary's ballots are not counted. A cell without a committee elects both from its
/// members.
///
/// Source: Party Statutes, article 24, clause 4; 24-QĐ/TW, point 22.
pub(super) fn check_leaders(
    congress: &Congress,
    turnout: &Turnout,
    offices: &[OfficeResult],
    report: &mut Report,
) {
    // without quorum nobody is elected, which M06 says once
    if !turnout.has_quorum() {
        return;
    }
    let result = |office| offices.iter().find(|it| it.office == office);
    let committee = result(Office::Committee);
    let has_votes = |office| has_votes(congress, office);
    let committee_is_read = is_read(congress, Office::Committee);
    // what cannot be read may be that the committee above designates one
    let may_be_designated = congress
        .ballots
        .iter()
        .any(|it| it.id.office == Office::Secretary && it.is_decision_unread);
    let secretary_is_open = is_read(congress, Office::Secretary)
        && !may_be_designated
        && result(Office::Secretary).is_some_and(|office| !office.is_settled);
    let secretary = result(Office::Secretary).and_then(|it| it.elected.first());
    let leaders =
        |it: &&Ballot| matches!(it.id.office, Office::Secretary | Office::Deputy);
    for ballot in congress.ballots.iter().filter(leaders) {
        let is_counted = ballot.is_counted();
        let is_deputy = ballot.id.office == Office::Deputy;
        if is_counted && committee.is_some() && !has_votes(Office::Committee) {
            push_early(congress, ballot, Office::Committee, report);
            continue;
        }
        if is_counted && is_deputy && secretary_is_open {
            push_early(congress, ballot, Office::Secretary, report);
        }
        let committee =
            committee.filter(|it| it.is_settled || (is_counted && committee_is_read));
        for one in &ballot.candidates {
            if let Some(committee) = committee {
                check_of_committee(one, ballot, committee, congress, report);
            }
            if let Some(secretary) = secretary
                && is_deputy
            {
                check_other(one, ballot, secretary, congress, report);
            }
        }
    }
}

fn has_votes(congress: &Congress, office: Office) -> bool {
    let mut sheets = congress.ballots.iter();
    sheets.any(|it| it.id.office == office && it.is_counted())
}

/// Whether no counted sheet lacks a figure, of which the importer has spoken.
fn is_read(congress: &Congress, office: Office) -> bool {
    let mut sheets = congress.ballots.iter();
    sheets.all(|it| it.id.office != office || !it.is_counted() || it.is_decidable())
}

/// A ballot was counted before the office that it rests on was settled.
fn push_early(congress: &Congress, ballot: &Ballot, before: Office, report: &mut Report) {
    let sheets = congress.ballots.iter();
    let sheets = sheets.filter(|it| it.id.office == before);
    report.push(Diagnostic::between(
        ballot.place.clone(),
        sheets.map(|it| it.place.clone()).collect(),
        Problem::Office(OfficeFault::OfficeTooEarly {
            office: ballot.id.office.label().to_owned(),
            before: before.label().to_owned(),
        }),
    ));
}

fn check_of_committee(
    one: &Candidate,
    ballot: &Ballot,
    committee: &OfficeResult,
    congress: &Congress,
    report: &mut Report,
) {
    let key = NameKey::of(&one.name.value);
    let is_same = |name: &Traced<String>| key.is_of(&name.value);
    // of a name that no member has V14 speaks
    let is_known = congress.members.iter().any(|member| is_same(&member.name));
    if is_known && !committee.elected.iter().any(is_same) {
        report.push(Diagnostic::between(
            place_of(&one.name, &ballot.place),
            stood_at(congress, &key),
            Problem::Person(PersonFault::NotOfCommittee {
                name: one.name.value.clone(),
                office: ballot.id.office.label().to_owned(),
            }),
        ));
    }
}

/// Where a name stood for the committee: its last row, or else the first sheet.
fn stood_at(congress: &Congress, key: &NameKey) -> Vec<Place> {
    let sheets = congress.ballots.iter();
    let sheets = sheets.filter(|it| it.id.office == Office::Committee);
    let rows = sheets.clone().flat_map(|it| &it.candidates);
    let mut rows = rows.filter(|one| key.is_of(&one.name.value));
    match rows.next_back() {
        Some(row) => row.name.cells(),
        None => sheets.take(1).map(|it| it.place.clone()).collect(),
    }
}

fn check_other(
    one: &Candidate,
    ballot: &Ballot,
    secretary: &Traced<String>,
    congress: &Congress,
    report: &mut Report,
) {
    let key = NameKey::of(&one.name.value);
    if key.is_of(&secretary.value) && bearers(congress, &key) == 1 {
        let name = one.name.value.clone();
        report.push(Diagnostic::between(
            place_of(&one.name, &ballot.place),
            secretary.cells(),
            Problem::Person(PersonFault::SecretaryForDeputy { name }),
        ));
    }
}
