//! Results for programs: one JSON object for each ballot, then for each office.

use crate::rules::{BallotResult, Results};
use serde::{Deserialize, Serialize};

/// A counted ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "the fields are documented by the contract of the JSON"
)]
pub struct BallotJson {
    pub kind: String,
    pub cell: String,
    pub office: String,
    pub round: u32,
    pub revote: bool,
    pub rules: String,
    pub seats: Option<u32>,
    pub base: u32,
    pub threshold: Option<u32>,
    pub base_derivation: Vec<StepJson>,
    pub summoned: u32,
    pub present: u32,
    pub issued: Option<u32>,
    pub returned: Option<u32>,
    pub valid: Option<u32>,
    pub invalid: Option<u32>,
    pub percent_base: Option<u32>,
    pub candidates: Vec<CandidateJson>,
    pub outcome: String,
    pub still_to_elect: u32,
    pub tied: Vec<String>,
    pub decision_needed: Option<String>,
    pub decision: Option<String>,
}

/// A step of the derivation of the base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "the fields are documented by the contract of the JSON"
)]
pub struct StepJson {
    pub step: String,
    pub count: i64,
    pub members: Vec<String>,
    pub clause: String,
}

/// A candidate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "the fields are documented by the contract of the JSON"
)]
pub struct CandidateJson {
    pub name: String,
    pub votes: Option<u32>,
    pub against: Option<u32>,
    pub uncounted: Option<u32>,
    pub percent: Option<String>,
    pub elected: bool,
    pub alternate: bool,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "the fields are documented by the contract of the JSON"
)]
pub struct OfficeJson {
    pub kind: String,
    pub cell: String,
    pub office: String,
    pub seats: Option<u32>,
    pub elected: Vec<String>,
    pub alternates: Vec<String>,
    pub settled: bool,
}

/// The ballots of a cell.
pub(super) fn ballot_lines(cell: &str, results: &Results) -> Vec<BallotJson> {
    results
        .ballots
        .iter()
        .map(|result| ballot(cell, result))
        .collect()
}

fn ballot(cell: &str, result: &BallotResult) -> BallotJson {
    let steps = result.base.steps.iter().map(|step| {
        let size = i64::try_from(step.members.len()).unwrap_or(i64::MAX);
        StepJson {
            step: step.kind.slug().to_owned(),
            count: if step.kind.adds() { size } else { -size },
            members: step.members.clone(),
            clause: result.rules.base_clause.clone(),
        }
    });
    let candidates = result.candidates.iter().map(|one| CandidateJson {
        name: one.name.value.clone(),
        votes: one.votes.as_ref().map(|votes| votes.value.0),
        against: one.against.as_ref().map(|votes| votes.value.0),
        uncounted: one.uncounted,
        percent: one.percent.as_ref().map(|share| share.value.to_string()),
        elected: one.is_elected,
        alternate: one.is_alternate,
    });
    let percent_base = result.percent_base.as_ref();
    let decision_needed = result
        .decision_needed
        .map(|needed| needed.slug().to_owned());
    BallotJson {
        kind: "ballot".to_owned(),
        cell: cell.to_owned(),
        office: result.id.office.slug().to_owned(),
        round: result.id.round,
        revote: result.id.is_revote,
        rules: result.rules.id.clone(),
        seats: result.seats.as_ref().map(|seats| seats.value.0),
        base: result.base.count.value.0,
        threshold: result.threshold,
        base_derivation: steps.collect(),
        summoned: result.summoned.value.0,
        present: result.present.value.0,
        issued: result.issued.as_ref().map(|it| it.value.0),
        returned: result.returned.as_ref().map(|it| it.value.0),
        valid: result.valid.as_ref().map(|it| it.value.0),
        invalid: result.invalid.as_ref().map(|it| it.value.0),
        percent_base: percent_base.map(|(_, whole)| whole.value.0),
        candidates: candidates.collect(),
        outcome: result.open().outcome.slug().to_owned(),
        still_to_elect: result.open().still_to_elect,
        tied: result.open().tied.to_vec(),
        decision_needed,
        decision: result.decision.map(|decision| decision.slug().to_owned()),
    }
}

/// The offices of a cell.
pub(super) fn office_lines(cell: &str, results: &Results) -> Vec<OfficeJson> {
    let name = |name: &crate::model::Traced<String>| name.value.clone();
    results
        .offices
        .iter()
        .map(|office| OfficeJson {
            kind: "office".to_owned(),
            cell: cell.to_owned(),
            office: office.office.slug().to_owned(),
            seats: office.seats.as_ref().map(|seats| seats.value.0),
            elected: office.elected.iter().map(name).collect(),
            alternates: office.alternates.iter().map(name).collect(),
            settled: office.is_settled,
        })
        .collect()
}

/// The results of a cell as JSON, one object a line.
///
/// # Examples
///
/// ```
/// use bienban::pipeline::{BallotJson, Batch, read_input, results_json};
/// use std::path::Path;
///
/// let files = read_input(Path::new("fixtures/dai-hoi-2022/01-khuyen-cong.xlsx"))?;
/// let batch = Batch::read(&files);
/// let cell = &batch.cells[0];
/// let results = cell.results.as_ref().ok_or("no date")?;
/// let lines = results_json(&cell.name, results);
/// let first: BallotJson = serde_json::from_str(&lines[0])?;
/// assert_eq!((first.office.as_str(), first.base), ("chi-uy", 15));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn results_json(cell: &str, results: &Results) -> Vec<String> {
    let ballots = ballot_lines(cell, results);
    let offices = office_lines(cell, results);
    let ballots = ballots.iter().map(serde_json::to_string);
    let offices = offices.iter().map(serde_json::to_string);
    ballots.chain(offices).filter_map(Result::ok).collect()
}
