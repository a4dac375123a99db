//! What came of each office over all its ballots.

use crate::model::{
    Ballot, Congress, Decision, Headcount, Office, Seats, Traced, compare_by_given_name,
};
use crate::rules::{BallotResult, CandidateResult, Outcome};

/// The result for one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeResult {
    /// Which.
    pub office: Office,
    /// Seats to fill, from the first ballot.
    pub seats: Option<Traced<Seats>>,
    /// Names on the list of the first ballot; none if it has no sheet.
    pub listed: Option<Traced<Headcount>>,
    /// Elected, ballot by ballot, most votes first.
    pub elected: Vec<Traced<String>>,
    /// Alternates, most votes first.
    pub alternates: Vec<Traced<String>>,
    /// Whether nothing more is to be voted or decided.
    pub is_settled: bool,
}

impl OfficeResult {
    /// How many are elected.
    pub fn elected_count(&self) -> Traced<Headcount> {
        let names = self.elected.iter().map(Traced::origin);
        let count = Headcount::of(self.elected.len());
        Traced::made_of(count, names, "those elected")
    }

    /// Seats that nobody was elected to.
    pub fn open_seats(&self) -> Option<Traced<Headcount>> {
        let seats = self.seats.as_ref()?;
        let elected = self.elected_count();
        let open = Headcount(seats.value.0.saturating_sub(elected.value.0));
        let origins = [seats.origin(), elected.origin()];
        Some(Traced::made_of(open, origins, "seats less those elected"))
    }
}

/// Sums up the ballots of each office that has a sheet.
pub(super) fn settle(congress: &Congress, results: &[BallotResult]) -> Vec<OfficeResult> {
    Office::ALL
        .into_iter()
        .filter_map(|office| {
            let mut sheets = congress.ballots.iter().filter(|it| it.id.office == office);
            let first = sheets.next()?;
            let last = sheets.next_back().unwrap_or(first);
            let is_first = |ballot: &&Ballot| {
                let id = ballot.id;
                id.office == office && id.round == 1 && !id.is_revote
            };
            let of_office = || results.iter().filter(|it| it.id.office == office);
            let result = of_office().find(|result| result.id == last.id);
            Some(OfficeResult {
                office,
                seats: first.seats.clone(),
                listed: congress.ballots.iter().find(is_first).map(Ballot::listed),
                elected: of_office().flat_map(|it| names(it, false)).collect(),
                alternates: of_office().flat_map(|it| names(it, true)).collect(),
                is_settled: result.is_some_and(is_last_word)
                    && of_office().all(|it| it.decision_needed.is_none()),
            })
        })
        .collect()
}

/// Whether nothing follows a ballot: all seats are filled, or the congress decided to
/// leave it at that. A decision to vote on is settled by the sheet that follows.
fn is_last_word(result: &BallotResult) -> bool {
    match result.decision {
        Some(Decision::NextRound | Decision::Revote) => false,
        Some(Decision::Stop | Decision::AskHigherCommittee) => {
            !matches!(result.outcome, Outcome::NotQuorate | Outcome::Void)
        }
        None => result.open().outcome == Outcome::Complete,
    }
}

/// Those elected by a ballot, or its alternates: most votes first, then by given name.
pub fn ranked(result: &BallotResult, alternates: bool) -> Vec<&CandidateResult> {
    let is_chosen = |one: &&CandidateResult| {
        if alternates {
            one.is_alternate
        } else {
            one.is_elected
        }
    };
    let votes = |one: &CandidateResult| one.votes.as_ref().map(|votes| votes.value);
    let mut chosen: Vec<_> = result.candidates.iter().filter(is_chosen).collect();
    chosen.sort_by(|a, b| {
        let by_name = || compare_by_given_name(&a.name.value, &b.name.value);
        votes(b).cmp(&votes(a)).then_with(by_name)
    });
    chosen
}

fn names(result: &BallotResult, alternates: bool) -> Vec<Traced<String>> {
    let chosen = ranked(result, alternates).into_iter();
    chosen.map(|one| one.name.clone()).collect()
}
