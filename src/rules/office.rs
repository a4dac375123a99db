//! What came of each office over all its ballots.

use crate::model::{Congress, Decision, Office, Seats, Traced};
use crate::rules::{BallotResult, Outcome};

/// The result for one office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeResult {
    /// Which.
    pub office: Office,
    /// Seats to fill, from the first ballot.
    pub seats: Option<Traced<Seats>>,
    /// Elected, ballot by ballot, most votes first.
    pub elected: Vec<Traced<String>>,
    /// Alternates, most votes first.
    pub alternates: Vec<Traced<String>>,
    /// Whether nothing more is to be voted or decided.
    pub is_settled: bool,
}

/// Sums up the ballots of each office that has a sheet.
pub(super) fn settle(congress: &Congress, results: &[BallotResult]) -> Vec<OfficeResult> {
    Office::ALL
        .into_iter()
        .filter_map(|office| {
            let mut sheets = congress.ballots.iter().filter(|it| it.id.office == office);
            let first = sheets.next()?;
            let last = sheets.next_back().unwrap_or(first);
            let of_office = || results.iter().filter(|it| it.id.office == office);
            let result = of_office().find(|result| result.id == last.id);
            Some(OfficeResult {
                office,
                seats: first.seats.clone(),
                elected: of_office().flat_map(|it| ranked(it, false)).collect(),
                alternates: of_office().flat_map(|it| ranked(it, true)).collect(),
                is_settled: result.is_some_and(is_last_word),
            })
        })
        .collect()
}

/// Whether nothing follows a ballot: all seats are filled, or the congress decided to
/// leave it at that.
fn is_last_word(result: &BallotResult) -> bool {
    match result.outcome {
        Outcome::Complete => true,
        Outcome::Short | Outcome::Tied | Outcome::TiedAgain => matches!(
            result.decision,
            Some(Decision::Stop | Decision::AskHigherCommittee)
        ),
        Outcome::NotQuorate => false,
    }
}

fn ranked(result: &BallotResult, alternates: bool) -> Vec<Traced<String>> {
    let mut chosen: Vec<_> = result
        .candidates
        .iter()
        .filter(|one| {
            if alternates {
                one.is_alternate
            } else {
                one.is_elected
            }
        })
        .collect();
    chosen.sort_by_key(|one| {
        let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
        std::cmp::Reverse(votes)
    });
    chosen.into_iter().map(|one| one.name.clone()).collect()
}
