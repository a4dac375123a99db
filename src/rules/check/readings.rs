//! Where a result rests on what the sources leave open: V37, V38.
//!
//! None of these is said of a result that is the same by every reading.

use super::place_of;
use crate::diagnostic::{Diagnostic, Place, Problem, Reading, Report, join_cells};
use crate::model::{Ballot, Congress, Decision, Headcount, Member, Status, Traced};
use crate::rules::{
    BallotResult, CandidateResult, DecisionNeeded, OfficeResult, Outcome, Quorum,
    RuleSet, Turnout, is_over_half, matrix,
};

/// V38: a regulation was in force on the day of the congress. V37: so was the one on
/// carrying out the Statutes, and it was read, as papers cite it.
pub(super) fn check_day(congress: &Congress, report: &mut Report) {
    let Some(date) = &congress.identity.date else {
        return;
    };
    let rules = RuleSet::on(date.value);
    if !rules.was_in_force(date.value) {
        let number = rules.number.as_str();
        let place = place_of(date, &congress.members_place);
        report.add(place, Problem::BeforeRegulations { number });
    }
    if !rules.knows_carrying_out_on(date.value) {
        let place = place_of(date, &congress.members_place);
        report.add(place, uncertain(Reading::BasisNotRead));
    }
}

/// V37: two thirds of whom? The Statutes speak of those convened; only the official
/// members decide here, and nothing is refused where a reading gives a quorum.
///
/// Source: Party Statutes, article 11, of which the clause was not read.
pub(super) fn check_quorum(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    if !turnout.is_known {
        return;
    }
    let (present, summoned) = (turnout.present.value.0, turnout.summoned.value.0);
    let is_enough = u64::from(present) * 3 >= u64::from(summoned) * 2;
    if turnout.quorum() == Quorum::Present && !is_enough {
        let mut cells = turnout.present.cells().into_iter();
        let place = cells.next();
        report.push(Diagnostic::between(
            place.unwrap_or_else(|| congress.members_place.clone()),
            cells.collect(),
            uncertain(Reading::QuorumOfOfficial { present, summoned }),
        ));
    }
    if turnout.quorum() == Quorum::WithoutExempt {
        push_exempt(congress, turnout, report);
    }
}

/// V37: whether those exempt from meetings who stay away are among those convened; with
/// them there are no two thirds.
fn push_exempt(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    let is_exempt = |one: &&Member| {
        one.is_official() && one.status.value == Status::Exempt && !one.attended()
    };
    let exempt = congress.members.iter().filter(is_exempt);
    let cells = exempt.flat_map(|one| one.status.cells());
    let mut cells = join_cells(cells.collect()).into_iter();
    let place = cells.next();
    let present = turnout.official_present.value.0;
    report.push(Diagnostic::between(
        place.unwrap_or_else(|| congress.members_place.clone()),
        cells.collect(),
        uncertain(Reading::QuorumWithoutExempt {
            present,
            summoned: turnout.official_summoned.value.0,
            expected: turnout.official_expected.value.0,
        }),
    ));
}

/// V37: what the regulation says of ties and of some ballots is recalled, not read.
pub(super) fn check_ballots(
    congress: &Congress,
    results: &[BallotResult],
    report: &mut Report,
) {
    let mut before: Option<&BallotResult> = None;
    for result in results {
        let same = before.filter(|it| it.id.office == result.id.office);
        if let Some(tied) = same.filter(|_| result.id.is_revote) {
            check_revote(tied, result, report);
        }
        before = Some(result);
        let sheet = congress.ballots.iter().find(|it| it.id == result.id);
        if let Some(ballot) = sheet {
            check_papers(ballot, result, report);
        }
    }
}

/// Who won a re-vote among the tied without more than half; of others who stand in one
/// V26 speaks.
///
/// Recalled, not read: of 244-QĐ/TW article 32, of 190-QĐ/TW article 30.
fn check_revote(before: &BallotResult, result: &BallotResult, report: &mut Report) {
    let base = result.base.count.value.0;
    let won = |one: &&CandidateResult| {
        let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
        // who loses it and becomes an alternate had more than half before
        let has_won = one.is_elected || (result.elects_alternates && one.is_alternate);
        let was_tied = before.open().tied.contains(&one.name.value);
        has_won && was_tied && !is_over_half(votes, base)
    };
    let winners: Vec<&CandidateResult> = result.candidates.iter().filter(won).collect();
    // of seats that are not open V26 speaks too
    let seats = result.seats.as_ref().map_or(0, |seats| seats.value.0);
    if winners.is_empty() || seats != before.open().still_to_elect {
        return;
    }
    let names = winners.iter().map(|one| one.name.value.clone()).collect();
    let cells = winners.iter().filter_map(|one| one.votes.as_ref());
    let cells: Vec<Place> = cells.flat_map(Traced::cells).collect();
    report.push(Diagnostic::between(
        result.place.clone(),
        cells,
        uncertain(Reading::WonBelowHalf { names, base }),
    ));
}

/// Single ballots whose validity is a matter of reading.
///
/// Source: 244-QĐ/TW, article 17, clause 2; 190-QĐ/TW, article 15.
fn check_papers(ballot: &Ballot, result: &BallotResult, report: &mut Report) {
    let doubtful = matrix::doubtful(ballot, result.alternates_wanted);
    let seats = result.seats.as_ref().map_or(0, |seats| seats.value.0);
    let alternates = result.alternates_wanted;
    for (papers, reading) in [
        (doubtful.neither_box, |ballots, _, _| Reading::NeitherBox {
            ballots,
        }),
        (doubtful.for_nobody, |ballots, _, _| {
            Reading::AgreesToNobody { ballots }
        }),
        (doubtful.with_alternates, |ballots, seats, alternates| {
            Reading::OverSeats {
                ballots,
                seats,
                alternates,
            }
        }),
    ] as [(Vec<Place>, fn(u32, u32, u32) -> Reading); 3]
    {
        let ballots = Headcount::of(papers.len()).0;
        let mut papers = papers.into_iter();
        if let Some(first) = papers.next() {
            let reading = reading(ballots, seats, alternates);
            let problem = uncertain(reading);
            report.push(Diagnostic::between(first, papers.collect(), problem));
        }
    }
}

/// V37: when a re-vote has filled the seats, the others of the first list who had more
/// than half are not named alternates; how they stand to those of the re-vote is not
/// said.
///
/// Source: 244-QĐ/TW, article 20; 190-QĐ/TW, article 18.
pub(super) fn check_alternates(
    results: &[BallotResult],
    office: &OfficeResult,
    report: &mut Report,
) {
    let own: Vec<&BallotResult> = results
        .iter()
        .filter(|result| result.id.office == office.office)
        .collect();
    for pair in own.windows(2) {
        let [first, again] = pair else { continue };
        let has_filled = again.id.is_revote && again.outcome == Outcome::Complete;
        let chosen = Headcount::of(office.alternates.len()).0;
        if first.outcome != Outcome::Tied
            || !has_filled
            || chosen >= first.alternates_wanted
        {
            continue;
        }
        let base = first.base.count.value.0;
        let is_left = |one: &&CandidateResult| {
            let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
            let is_chosen = one.is_elected
                || first.tied.contains(&one.name.value)
                || office
                    .alternates
                    .iter()
                    .any(|it| it.value == one.name.value);
            is_over_half(votes, base) && !is_chosen
        };
        let left: Vec<_> = first.candidates.iter().filter(is_left).collect();
        if !left.is_empty() {
            let names = left.iter().map(|one| one.name.value.clone()).collect();
            let cells = left.iter().flat_map(|one| one.name.cells());
            report.push(Diagnostic::between(
                again.place.clone(),
                cells.collect(),
                uncertain(Reading::AlternatesOpen { names }),
            ));
        }
    }
}

/// V37: that the higher committee is asked after three failed ballots rests on the
/// regulation on carrying out the Statutes.
///
/// Source: 24-QĐ/TW, point 22; 294-QĐ/TW. Those between and after were not read.
pub(super) fn check_asking(
    congress: &Congress,
    results: &[BallotResult],
    report: &mut Report,
) {
    let asks = |result: &&BallotResult| {
        result.decision_needed == Some(DecisionNeeded::AskHigherCommittee)
            || result.decision == Some(Decision::AskHigherCommittee)
    };
    let date = congress.identity.date.as_ref();
    let Some(date) =
        date.filter(|it| !RuleSet::on(it.value).knows_carrying_out_on(it.value))
    else {
        return;
    };
    for result in results.iter().filter(asks) {
        report.push(Diagnostic::between(
            result.place.clone(),
            date.cells(),
            uncertain(Reading::NotRead),
        ));
    }
}

fn uncertain(reading: Reading) -> Problem {
    Problem::UncertainReading { reading }
}
