//! The election rules: pure functions from the checked facts to findings and outcomes.
//!
//! Nothing here reads a file, knows a paper or breaks a tie. What the congress must
//! decide comes out as a state with a name.

#![deny(
    clippy::float_arithmetic,
    clippy::lossy_float_literal,
    reason = "votes are whole numbers"
)]

mod base;
mod calendar;
mod check;
mod hands;
mod majority;
mod matrix;
mod office;
mod outcome;
mod percent;
mod ruleset;
mod statistics;
mod summary;
mod turnout;

pub use base::{Base, Step, StepKind};
pub use check::{
    CellDigest, CellOfBatch, absent_facts, check_batch, check_congress, check_in_batch,
    check_together,
};
pub use hands::is_carried;
pub use majority::{is_over_half, threshold};
pub use matrix::{Invalidity, WhyInvalid};
pub use office::{OfficeResult, ranked};
pub use outcome::{BallotResult, CandidateResult, DecisionNeeded, OpenSeats, Outcome};
pub use percent::Percent;
pub use ruleset::{Limits, RuleSet, RuleSetError, RuleSets};
pub use statistics::{Ages, Average, Band, Breakdown, Extreme, Group, Share, Statistics};
pub use summary::{Leaders, OfficeSum, Portion, Summary, VoteRange};
pub use turnout::{Quorum, Turnout, is_summoned};

use crate::diagnostic::Report;
use crate::model::{Ballot, Congress};

/// What the rules say about one congress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Results {
    /// The regulation in force on its day.
    pub rules: &'static RuleSet,
    /// The guidance on it in force on that day, with number and date.
    pub guidance: Option<&'static str>,
    /// Who was summoned and who came.
    pub turnout: Turnout,
    /// Every counted ballot, in the order of the congress.
    pub ballots: Vec<BallotResult>,
    /// Every office that has a ballot sheet.
    pub offices: Vec<OfficeResult>,
    /// How far the congress has come.
    pub stage: Stage,
}

/// How far a congress has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// No attendance and no counts yet.
    Before,
    /// Some office is not settled, or no ballot is counted yet.
    Waiting,
    /// Every office that has a sheet is settled.
    Settled,
}

/// Checks a congress and works out its elections.
///
/// Findings go to the report; `None` when the congress has begun and its day is unknown,
/// because then no regulation can be chosen. Before that, the newest serves.
///
/// # Examples
///
/// ```
/// use bienban::import::{SourceFile, read_book};
/// use bienban::rules::{Outcome, judge};
///
/// let bytes = std::fs::read("fixtures/dai-hoi-2022/01-khuyen-cong.xlsx")?;
/// let mut books = read_book(&[SourceFile { name: "01.xlsx".into(), bytes }]);
/// let cell = &mut books.cells[0];
/// let results = judge(&cell.congress, &mut cell.report).ok_or("no date")?;
/// // 16 official members, one of them absent with consent
/// let committee = &results.ballots[0];
/// assert_eq!(committee.base.count.value.0, 15);
/// assert_eq!(committee.threshold, Some(8), "more than half of 15");
/// assert_eq!(committee.outcome, Outcome::Complete);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge(congress: &Congress, report: &mut Report) -> Option<Results> {
    let counted = matrix::count_ballots(congress, report);
    let congress = counted.as_ref();
    check_congress(congress, report);
    let rules = match &congress.identity.date {
        Some(date) => RuleSet::on(date.value),
        None if !has_begun(congress) => RuleSet::newest(),
        None => return None,
    };
    let date = congress.identity.date.as_ref();
    let guidance = date.and_then(|date| rules.guidance_on(date.value));
    let turnout = Turnout::of(congress);
    let ballots = outcome::decide_ballots(congress, rules, &turnout);
    check::check_results(congress, rules, &turnout, &ballots, report);
    let offices = office::settle(congress, &ballots);
    check::check_offices(congress, rules, &turnout, &ballots, &offices, report);
    let stage = if !has_begun(congress) {
        Stage::Before
    } else if !ballots.is_empty() && offices.iter().all(|office| office.is_settled) {
        Stage::Settled
    } else {
        Stage::Waiting
    };
    Some(Results {
        rules,
        guidance,
        turnout,
        ballots,
        offices,
        stage,
    })
}

/// Whether anything of the congress itself was typed: attendance or a count.
pub fn has_begun(congress: &Congress) -> bool {
    congress.members.iter().any(|one| one.attendance.is_some())
        || congress.ballots.iter().any(Ballot::is_counted)
}
