//! What stays of a cell in memory once its own papers are written: of thousands of cells
//! only what the papers of their committee print.

use super::batch::Cell;
use crate::model::{
    Boards, Congress, EventKind, Member, MotionKind, NameKey, ResolutionPart, TypedTotals,
};
use crate::rules::{BallotResult, Results};
use std::collections::BTreeSet;

impl Cell {
    /// Lets go of what only its own papers draw on, once they are written. What remains
    /// is its findings, and what the papers of the committee draw on where there is one.
    pub(super) fn let_go(&mut self) {
        self.report = std::mem::take(&mut self.report).without_notes();
        let is_reported = self.parent.is_some();
        if !is_reported {
            self.results = None;
        }
        self.congress.members = match &self.results {
            Some(results) => elected(&mut self.congress, results),
            None => Vec::new(),
        };
        reduce_congress(&mut self.congress, is_reported);
        if let Some(results) = &mut self.results {
            for result in &mut results.ballots {
                reduce_result(result);
            }
            results.ballots.shrink_to_fit();
        }
    }

    /// Lets go of what the papers of the committee drew on, once they are drafted.
    pub(super) fn let_go_of_facts(&mut self) {
        self.results = None;
        self.congress.members = Vec::new();
        reduce_congress(&mut self.congress, false);
    }
}

/// Takes those elected, and everybody who has the name of one, out of the list.
fn elected(congress: &mut Congress, results: &Results) -> Vec<Member> {
    let candidates = results.ballots.iter().flat_map(|it| &it.candidates);
    let elected = candidates.filter(|one| one.is_elected);
    let elected: BTreeSet<NameKey> =
        elected.map(|one| NameKey::of(&one.name.value)).collect();
    let mut members = std::mem::take(&mut congress.members);
    members.retain(|one| elected.contains(&NameKey::of(&one.name.value)));
    for one in &mut members {
        // what only lists of a cell's own members print
        let texts = [
            &mut one.absence_reason,
            &mut one.schooling,
            &mut one.state_management,
            &mut one.foreign_language,
            &mut one.computing,
            &mut one.badge,
            &mut one.honours,
            &mut one.grade,
            &mut one.note,
        ];
        for text in texts {
            *text = None;
        }
        one.card = None;
    }
    members.shrink_to_fit();
    members
}

/// Keeps of a congress its names and day, its guests, and what it was asked and
/// resolved; nothing but its names if nobody reports on it.
fn reduce_congress(congress: &mut Congress, is_reported: bool) {
    congress.pinned = Vec::new();
    congress.assessments = Vec::new();
    // rooms and what congresses rest on differ from cell to cell
    congress.identity.basis = Vec::new();
    congress.identity.venue = None;
    congress.identity.totals = TypedTotals::default();
    // what came of the ballots is in the results
    congress.ballots = Vec::new();
    let boards = std::mem::take(&mut congress.boards);
    if !is_reported {
        congress.motions = Vec::new();
        congress.resolution = Vec::new();
        congress.events = Vec::new();
        return;
    }
    congress.boards = Boards {
        guests: boards.guests,
        outgoing_committee: boards.outgoing_committee,
        ..Boards::default()
    };
    let is_target = |kind| kind == MotionKind::Target;
    congress.motions.retain(|it| is_target(it.kind.value));
    congress.motions.shrink_to_fit();
    let mut halves = BTreeSet::new();
    congress.resolution.retain(|item| {
        // the news item only asks whether anything looks back, and anything ahead
        let half = match item.part.value {
            ResolutionPart::Results
            | ResolutionPart::Shortcomings
            | ResolutionPart::Causes => 0,
            ResolutionPart::Direction
            | ResolutionPart::Goals
            | ResolutionPart::Tasks
            | ResolutionPart::Measures => 1,
            ResolutionPart::Execution => return false,
        };
        halves.insert(half)
    });
    for item in &mut congress.resolution {
        item.text = None;
        item.target = None;
    }
    congress.resolution.shrink_to_fit();
    let kinds = [EventKind::Paper, EventKind::Discussion, EventKind::Guidance];
    congress.events.retain(|it| kinds.contains(&it.kind.value));
    for event in &mut congress.events {
        event.post = None;
        event.text = None;
    }
    congress.events.shrink_to_fit();
}

/// Keeps of a counted ballot who was elected, with the votes and what they are of.
fn reduce_result(result: &mut BallotResult) {
    result.candidates.retain(|one| one.is_elected);
    result.candidates.shrink_to_fit();
    result.base.steps = Vec::new();
    result.invalid_reasons = Vec::new();
    result.tied = Vec::new();
    result.alternates_tied = Vec::new();
    let counts = [
        &mut result.issued,
        &mut result.returned,
        &mut result.valid,
        &mut result.invalid,
    ];
    for count in counts {
        *count = None;
    }
}
