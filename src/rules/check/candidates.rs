//! Who stands and who is declared elected: V12, V14, V27.

use super::namesake::nearest_member;
use super::{bearers, place_of};
use crate::diagnostic::{
    Chosen, CountFault, Diagnostic, PersonFault, Place, Problem, Report,
};
use crate::model::{Ballot, Congress, DeclaredResult, Member, NameKey, Traced};
use crate::rules::{BallotResult, CandidateResult, Outcome, Turnout, is_summoned};
use std::collections::BTreeMap;

/// V14: every candidate is an official member of the cell, and summoned. Who is not is
/// told once, with all lists that have the name: what is wrong may be the member list.
///
/// Source: Party Statutes, article 3; 04-HD/TW (2024), point 9.
pub(super) fn check_lists(congress: &Congress, report: &mut Report) {
    let mut found: BTreeMap<NameKey, Diagnostic> = BTreeMap::new();
    for ballot in &congress.ballots {
        for name in ballot.candidates.iter().map(|one| &one.name) {
            let key = NameKey::of(&name.value);
            if let Some(before) = found.get_mut(&key) {
                before.also.extend(name.cells());
            } else if let Some((problem, also)) = may_not_stand(name, &key, congress) {
                let place = place_of(name, &ballot.place);
                found.insert(key, Diagnostic::between(place, also, problem));
            }
        }
    }
    for finding in found.into_values() {
        report.push(finding);
    }
}

/// Why nobody of a name may stand, and the cells that say so.
fn may_not_stand(
    name: &Traced<String>,
    key: &NameKey,
    congress: &Congress,
) -> Option<(Problem, Vec<Place>)> {
    let members = congress.members.iter();
    let same: Vec<&Member> = members
        .filter(|member| key.is_of(&member.name.value))
        .collect();
    let may_stand = |member: &&Member| member.is_official() && is_summoned(member);
    if same.iter().any(may_stand) {
        return None;
    }
    let cells = same.iter().flat_map(|member| {
        let standing = member.standing.cells().into_iter();
        standing.chain(member.status.cells())
    });
    let is_official = same.iter().any(|member| member.is_official());
    let name = name.value.clone();
    let problem = if same.is_empty() {
        let nearest = nearest_member(&name, congress);
        PersonFault::CandidateUnknown { name, nearest }
    } else if is_official {
        PersonFault::CandidateExcluded { name }
    } else {
        PersonFault::CandidateNotOfficial { name }
    };
    Some((Problem::Person(problem), cells.collect()))
}

/// V27: everybody stands once on a list.
pub(super) fn check_once(ballot: &Ballot, congress: &Congress, report: &mut Report) {
    let mut by_name: BTreeMap<NameKey, Vec<&Traced<String>>> = BTreeMap::new();
    for candidate in &ballot.candidates {
        let key = NameKey::of(&candidate.name.value);
        by_name.entry(key).or_default().push(&candidate.name);
    }
    for (key, names) in by_name {
        if names.len() == 1 || names.len() <= bearers(congress, &key) {
            continue;
        }
        if let [first, others @ ..] = names.as_slice() {
            let name = first.value.clone();
            report.push(Diagnostic::between(
                place_of(first, &ballot.place),
                others.iter().flat_map(|it| it.cells()).collect(),
                Problem::Person(PersonFault::CandidateTwice { name }),
            ));
        }
    }
}

/// V12: the declared result is the computed one. In which order the elected were
/// declared, no column of a sheet tells.
pub(super) fn check_declared(
    ballot: &Ballot,
    result: &BallotResult,
    turnout: &Turnout,
    report: &mut Report,
) {
    // without quorum nothing is elected, which M06 says once; nor in a re-vote of
    // others than the tied, which V26 says
    let is_void = matches!(result.outcome, Outcome::NotQuorate | Outcome::Void);
    // an absence that was accepted is not in the base: where attendance is not known,
    // neither is the base
    if is_void || !turnout.is_known {
        return;
    }
    for (one, computed) in ballot.candidates.iter().zip(&result.candidates) {
        let (Some(declared), Some(votes)) = (&one.declared, &one.votes) else {
            continue;
        };
        let (declared_as, agrees) = match declared.value {
            DeclaredResult::Elected => (Chosen::Elected, computed.is_elected),
            DeclaredResult::NotElected => (Chosen::NotElected, !computed.is_elected),
            DeclaredResult::Alternate => (Chosen::Alternate, computed.is_alternate),
        };
        if !agrees {
            report.push(Diagnostic::between(
                place_of(declared, &ballot.place),
                votes.cells(),
                Problem::Count(CountFault::DeclaredDiffers {
                    name: one.name.value.clone(),
                    declared: declared_as,
                    computed: chosen(computed, result),
                    votes: votes.value.0,
                    threshold: result.threshold,
                }),
            ));
        }
    }
}

fn chosen(one: &CandidateResult, result: &BallotResult) -> Chosen {
    if one.is_elected {
        Chosen::Elected
    } else if one.is_alternate {
        Chosen::Alternate
    } else if result.open().tied.contains(&one.name.value) {
        Chosen::Tied
    } else {
        Chosen::NotElected
    }
}
