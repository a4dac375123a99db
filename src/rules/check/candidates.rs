//! Who stands and who is declared elected: V14, V12.

use super::place_of;
use crate::diagnostic::{Diagnostic, Problem, Report, nearest};
use crate::model::{Ballot, Congress, DeclaredResult, Member, NameKey};
use crate::rules::{BallotResult, Outcome};

/// V14: every candidate is an official member of the cell.
pub(super) fn check_list(ballot: &Ballot, congress: &Congress, report: &mut Report) {
    for candidate in &ballot.candidates {
        let key = NameKey::of(&candidate.name.value);
        let same: Vec<&Member> = congress
            .members
            .iter()
            .filter(|member| NameKey::of(&member.name.value) == key)
            .collect();
        if same.iter().any(|member| member.is_official()) {
            continue;
        }
        let name = candidate.name.value.clone();
        let place = place_of(&candidate.name, &ballot.place);
        let finding = if same.is_empty() {
            let names = congress.members.iter().map(|one| one.name.value.as_str());
            let nearest = nearest(&name, names).map(str::to_owned);
            Diagnostic::new(place, Problem::CandidateUnknown { name, nearest })
        } else {
            let cells = same.iter().flat_map(|member| {
                let standing = member.standing.cells.iter();
                standing.chain(&member.status.cells).cloned()
            });
            let problem = Problem::CandidateNotOfficial { name };
            Diagnostic::between(place, cells.collect(), problem)
        };
        report.push(finding);
    }
}

/// V12: the declared result is the computed one.
pub(super) fn check_declared(
    ballot: &Ballot,
    result: &BallotResult,
    report: &mut Report,
) {
    // without quorum nothing is elected, which M06 says once
    if result.outcome == Outcome::NotQuorate {
        return;
    }
    for (one, computed) in ballot.candidates.iter().zip(&result.candidates) {
        let (Some(declared), Some(votes)) = (&one.declared, &one.votes) else {
            continue;
        };
        let agrees = match declared.value {
            DeclaredResult::Elected => computed.is_elected,
            DeclaredResult::NotElected => !computed.is_elected,
            DeclaredResult::Alternate => computed.is_alternate,
        };
        if !agrees {
            report.push(Diagnostic::between(
                place_of(declared, &ballot.place),
                votes.cells.clone(),
                Problem::DeclaredDiffers {
                    name: one.name.value.clone(),
                    declared: declared.value == DeclaredResult::Elected,
                    votes: votes.value.0,
                    threshold: result.threshold,
                },
            ));
        }
    }
}
