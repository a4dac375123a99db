//! Offices over all their ballots: V19, V22, V23.

use super::{bearers, committee, place_of, readings, rounds};
use crate::diagnostic::{Decide, Diagnostic, OfficeFault, PersonFault, Problem, Report};
use crate::model::{Congress, Headcount, NameKey, Office, Traced};
use crate::rules::{
    BallotResult, CandidateResult, DecisionNeeded, Limits, OfficeResult, RuleSet, Turnout,
};

/// Says what the congress has to decide, and which ballots do not follow. Where the
/// decision is on the sheet and cannot be read, the importer has asked for it.
pub(in crate::rules) fn check_offices(
    congress: &Congress,
    rules: &RuleSet,
    turnout: &Turnout,
    results: &[BallotResult],
    offices: &[OfficeResult],
    report: &mut Report,
) {
    let is_unread = |result: &BallotResult| {
        let sheet = congress.ballots.iter().find(|it| it.id == result.id);
        sheet.is_some_and(|ballot| ballot.is_decision_unread)
    };
    for result in results.iter().filter(|result| !is_unread(result)) {
        if let Some(needed) = result.decision_needed {
            report.add(
                result.place.clone(),
                Problem::Office(OfficeFault::DecisionNeeded {
                    office: result.id.office.label().to_owned(),
                    decide: decide(needed),
                    still_to_elect: result.open().still_to_elect,
                    of_alternates: result.opens_alternates(),
                    tied: result.open().tied.to_vec(),
                }),
            );
        }
    }
    for office in offices {
        rounds::check_rounds(congress, office.office, results, report);
        check_seats(congress, office, report);
        check_once(congress, office.office, results, report);
        readings::check_alternates(results, office, report);
    }
    committee::check_size(congress, &rules.limits, turnout, report);
    committee::check_leaders(congress, turnout, offices, report);
    if !results.is_empty() {
        check_missing(congress, &rules.limits, turnout, report);
    }
}

fn decide(needed: DecisionNeeded) -> Decide {
    match needed {
        DecisionNeeded::NextRound => Decide::NextRound,
        DecisionNeeded::Revote => Decide::Revote,
        DecisionNeeded::AskHigherCommittee => Decide::AskHigherCommittee,
    }
}

/// V19: over all ballots no more are elected than there are seats.
fn check_seats(congress: &Congress, office: &OfficeResult, report: &mut Report) {
    let elected = Headcount::of(office.elected.len()).0;
    if let Some(seats) = &office.seats
        && elected > seats.value.0
    {
        let names = office.elected.iter().flat_map(Traced::cells);
        report.push(Diagnostic::between(
            place_of(seats, &congress.members_place),
            names.collect(),
            Problem::Office(OfficeFault::ElectedOverSeats {
                office: office.office.label().to_owned(),
                elected,
                seats: seats.value.0,
            }),
        ));
    }
}

/// V19: nobody is elected twice to one office, be it as an alternate, and who is elected
/// does not stand again in a later ballot.
fn check_once(
    congress: &Congress,
    office: Office,
    results: &[BallotResult],
    report: &mut Report,
) {
    let mut chosen: Vec<&Traced<String>> = Vec::new();
    for ballot in congress.ballots.iter().filter(|it| it.id.office == office) {
        let result = results.iter().find(|result| result.id == ballot.id);
        let own = result.map_or(&[][..], |result| result.candidates.as_slice());
        for (index, one) in ballot.candidates.iter().enumerate() {
            let key = NameKey::of(&one.name.value);
            let same = chosen.iter().filter(|it| key.is_of(&it.value));
            let same: Vec<&Traced<String>> = same.copied().collect();
            let Some(first) = same.first() else { continue };
            if same.len() < bearers(congress, &key) {
                continue;
            }
            let (name, office) = (first.value.clone(), office.label().to_owned());
            let problem = if own.get(index).is_some_and(is_chosen) {
                Problem::Person(PersonFault::ElectedTwice { name, office })
            } else {
                Problem::Person(PersonFault::ElectedStandsAgain { name, office })
            };
            let place = place_of(&one.name, &ballot.place);
            report.push(Diagnostic::between(place, first.cells(), problem));
        }
        chosen.extend(own.iter().filter(|it| is_chosen(it)).map(|it| &it.name));
    }
}

fn is_chosen(one: &CandidateResult) -> bool {
    one.is_elected || one.is_alternate
}

/// V23: an office that a cell of this size elects has a sheet.
///
/// A deputy is elected where there is a committee, and only "if needed" where there is
/// none.
fn check_missing(
    congress: &Congress,
    limits: &Limits,
    turnout: &Turnout,
    report: &mut Report,
) {
    let official = turnout.official.value.0;
    let expected: &[Office] = if official >= limits.least_for_committee {
        &[Office::Committee, Office::Secretary, Office::Deputy]
    } else {
        &[Office::Secretary]
    };
    for office in expected {
        let has_sheet = congress
            .ballots
            .iter()
            .any(|ballot| ballot.id.office == *office);
        if !has_sheet {
            report.add(
                congress.members_place.whole_file(),
                Problem::Office(OfficeFault::OfficeWithoutSheet {
                    office: office.label().to_owned(),
                    official,
                }),
            );
        }
    }
}
