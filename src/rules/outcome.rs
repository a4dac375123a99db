//! The outcome of each ballot: results, not errors.

mod result;

use crate::model::{
    Ballot, BallotId, Candidate, Congress, Headcount, Office, PercentBase, Traced, Votes,
};
use crate::rules::{
    Base, Limits, Percent, RuleSet, Turnout, is_over_half, matrix, threshold,
};
pub use result::{BallotResult, CandidateResult, DecisionNeeded, OpenSeats, Outcome};

/// Decides every counted ballot of a congress, in order.
pub(super) fn decide_ballots(
    congress: &Congress,
    rules: &'static RuleSet,
    turnout: &Turnout,
) -> Vec<BallotResult> {
    let base = Base::of(congress);
    let followed = |ballot: &Ballot| {
        let mut others = congress.ballots.iter().map(|other| other.id);
        others.any(|other| other.office == ballot.id.office && other > ballot.id)
    };
    let mut results: Vec<BallotResult> = Vec::new();
    for ballot in congress.ballots.iter().filter(|it| it.is_decidable()) {
        let mut result = tabulate(ballot, congress, rules, turnout, &base);
        let before = results.last().filter(|it| it.id.office == ballot.id.office);
        result.elects_alternates = before.is_some_and(|it| it.alternates_open() > 0);
        if !result.elects_alternates {
            result.alternates_wanted = alternates_wanted(ballot, before);
        }
        elect(ballot, turnout, before, &mut result);
        let needed = decision_needed(ballot.id, &rules.limits, result.open().outcome);
        // a ballot that follows tells what was decided; but not against the rule that
        // the committee above designates
        let is_open =
            needed == Some(DecisionNeeded::AskHigherCommittee) || !followed(ballot);
        if ballot.decision.is_none() && is_open {
            result.decision_needed = needed;
        }
        results.push(result);
    }
    results
}

/// Source: 24-QĐ/TW, point 22, on the secretary.
fn decision_needed(
    id: BallotId,
    limits: &Limits,
    outcome: Outcome,
) -> Option<DecisionNeeded> {
    match outcome {
        Outcome::Complete | Outcome::NotQuorate | Outcome::Void => None,
        Outcome::Short
            if id.office == Office::Secretary
                && id.round >= limits.ballots_for_secretary =>
        {
            Some(DecisionNeeded::AskHigherCommittee)
        }
        Outcome::Short => Some(DecisionNeeded::NextRound),
        Outcome::Tied | Outcome::TiedAgain => Some(DecisionNeeded::Revote),
    }
}

/// Everything of a result that counting alone gives.
fn tabulate(
    ballot: &Ballot,
    congress: &Congress,
    rules: &'static RuleSet,
    turnout: &Turnout,
    base: &Base,
) -> BallotResult {
    let present = ballot.present.clone().unwrap_or_else(|| {
        let present = turnout.official_throughout.clone();
        present.by_rule("official members present at the vote, untyped")
    });
    let kind = congress.identity.percent_base.as_ref();
    let kind = kind.map(|kind| kind.value).unwrap_or_default();
    let whole = match kind {
        PercentBase::Official => Some(base.count.clone()),
        PercentBase::Valid => {
            let valid = ballot.valid.clone();
            valid.map(|valid| valid.map(|valid| Headcount(valid.0)))
        }
        PercentBase::Present => Some(present.clone()),
        PercentBase::Summoned => Some(turnout.official_summoned.clone()),
    };
    let candidates = ballot
        .candidates
        .iter()
        .map(|one| candidate(one, ballot, whole.as_ref()))
        .collect();
    BallotResult {
        id: ballot.id,
        place: ballot.place.clone(),
        rules,
        seats: ballot.seats.clone(),
        base: base.clone(),
        threshold: (!ballot.id.is_revote).then(|| threshold(base.count.value.0)),
        summoned: turnout.official_summoned.clone(),
        present,
        issued: ballot.issued.clone(),
        returned: ballot.returned.clone(),
        valid: ballot.valid.clone(),
        invalid: ballot.invalid.clone(),
        invalid_reasons: matrix::invalid_reasons(ballot),
        percent_base: whole.map(|whole| (kind, whole)),
        candidates,
        outcome: Outcome::Short,
        still_to_elect: 0,
        tied: Vec::new(),
        alternates_wanted: 0,
        alternates_tied: Vec::new(),
        elects_alternates: false,
        decision_needed: None,
        decision: ballot.decision.as_ref().map(|decision| decision.value),
    }
}

/// "Số dự khuyết", which only delegates have: that of the sheet, or else of the ballot
/// before it, since the congress fixed it before its first ballot.
fn alternates_wanted(ballot: &Ballot, before: Option<&BallotResult>) -> u32 {
    match &ballot.alternates {
        _ if ballot.id.office != Office::Delegates => 0,
        Some(wanted) => wanted.value.0,
        None => before.map_or(0, |it| it.alternates_wanted),
    }
}

fn candidate(
    one: &Candidate,
    ballot: &Ballot,
    whole: Option<&Traced<Headcount>>,
) -> CandidateResult {
    let votes_of =
        |votes: &Option<Traced<Votes>>| votes.as_ref().map_or(0, |votes| votes.value.0);
    let uncounted = match (&ballot.valid, ballot.asks_against) {
        (Some(valid), true) => {
            let counted = votes_of(&one.votes).saturating_add(votes_of(&one.against));
            Some(valid.value.0.saturating_sub(counted))
        }
        _ => None,
    };
    let percent = one.votes.as_ref().zip(whole).and_then(|(votes, whole)| {
        let share = Percent::of(votes.value.0, whole.value.0)?;
        let origins = [votes.origin(), whole.origin()];
        let rule = "votes in percent of the base";
        Some(Traced::made_of(share, origins, rule))
    });
    CandidateResult {
        name: one.name.clone(),
        votes: one.votes.clone(),
        against: one.against.clone(),
        uncounted,
        percent,
        is_elected: false,
        is_alternate: false,
    }
}

/// Who is elected: from the most votes down, each with more than half of the base,
/// until the seats are filled; nobody when a tie at the last seat would have to be
/// broken.
///
/// Source: 244-QĐ/TW, article 32; 190-QĐ/TW, article 30. Uncertain: the words on ties
/// and on short results are recalled, not read; both only ask the congress.
fn elect(
    ballot: &Ballot,
    turnout: &Turnout,
    before: Option<&BallotResult>,
    result: &mut BallotResult,
) {
    let seats = ballot.seats.as_ref().map_or(0, |seats| seats.value.0);
    result.still_to_elect = seats;
    if !turnout.has_quorum() {
        result.outcome = Outcome::NotQuorate;
        return;
    }
    if ballot.id.is_revote && !before.is_some_and(|it| it.is_tie_of(ballot)) {
        result.outcome = Outcome::Void;
        return;
    }
    let base = result.base.count.value.0;
    let mut ranking: Vec<(u32, usize)> = result
        .candidates
        .iter()
        .enumerate()
        .filter_map(|(index, one)| Some((one.votes.as_ref()?.value.0, index)))
        .filter(|(votes, _)| ballot.id.is_revote || is_over_half(*votes, base))
        .collect();
    ranking.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let taken = take(&ranking, seats);
    for index in &taken.sure {
        if let Some(one) = result.candidates.get_mut(*index) {
            one.is_elected = !result.elects_alternates;
            one.is_alternate = result.elects_alternates;
        }
    }
    let sure = Headcount::of(taken.sure.len()).0;
    result.still_to_elect = seats.saturating_sub(sure);
    result.outcome = match (taken.tied.is_empty(), result.still_to_elect) {
        (false, _) if ballot.id.is_revote => Outcome::TiedAgain,
        (false, _) => Outcome::Tied,
        (true, 0) => Outcome::Complete,
        (true, _) => Outcome::Short,
    };
    if result.outcome == Outcome::Complete && !result.elects_alternates {
        let rest: Vec<(u32, usize)> = ranking
            .into_iter()
            .filter(|(_, index)| !taken.sure.contains(index))
            .collect();
        elect_alternates(&rest, result);
    }
    result.tied = names_of(&taken.tied, result);
}

/// Delegates only: others with more than half become alternates in the order of votes,
/// as many as the congress decided. A tie among them leaves the delegates elected.
///
/// Source: 244-QĐ/TW, article 20; 190-QĐ/TW, article 18.
fn elect_alternates(rest: &[(u32, usize)], result: &mut BallotResult) {
    let taken = take(rest, result.alternates_wanted);
    for index in &taken.sure {
        if let Some(one) = result.candidates.get_mut(*index) {
            one.is_alternate = true;
        }
    }
    result.alternates_tied = names_of(&taken.tied, result);
}

fn names_of(indices: &[usize], result: &BallotResult) -> Vec<String> {
    let named = indices
        .iter()
        .filter_map(|index| result.candidates.get(*index));
    named.map(|one| one.name.value.clone()).collect()
}

/// Who takes the seats for sure, and who is tied for the rest.
struct Taken {
    sure: Vec<usize>,
    tied: Vec<usize>,
}

/// Takes from the top of a ranking as many as there are seats; those at the count of
/// the last seat only if all of them fit.
fn take(ranking: &[(u32, usize)], seats: u32) -> Taken {
    let seats = usize::try_from(seats).unwrap_or(usize::MAX);
    let first_out = ranking.get(seats).map(|(votes, _)| *votes);
    let is_sure = |votes: u32| first_out.is_none_or(|out| votes > out);
    let within = ranking.iter().take(seats);
    let last_in = within.clone().next_back().map(|(votes, _)| *votes);
    let tied = match (first_out, last_in) {
        (Some(out), Some(last)) if out == last => ranking
            .iter()
            .filter(|(votes, _)| *votes == out)
            .map(|(_, index)| *index)
            .collect(),
        _ => Vec::new(),
    };
    let sure = within
        .filter(|(votes, _)| is_sure(*votes))
        .map(|(_, index)| *index)
        .collect();
    Taken { sure, tied }
}
