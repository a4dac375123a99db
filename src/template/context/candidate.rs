//! The people of a ballot: candidates, the counting board, those not in the base.

use super::{Source, Vote};
use crate::model::{
    Ballot, BallotId, Event, EventKind, Headcount, MotionKind, Traced,
    compare_by_given_name,
};
use crate::rules::{BallotResult, CandidateResult, Step, StepKind};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Members that the base leaves out for one reason.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Excluded {
    /// How many.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người."))]
    count: Slot,
    /// Why, after "đồng chí".
    #[serde(rename = "ly_do")]
    #[schemars(extend("vi" = "Lý do, viết sau chữ “đồng chí”."))]
    reason: String,
}

/// A row of a table of people with votes.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Voted {
    /// Place in the table.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trong bảng."))]
    place: String,
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// Votes for, in a table.
    #[serde(rename = "so_phieu")]
    #[schemars(extend("vi" = "Số phiếu bầu, viết trong bảng."))]
    votes: Slot,
    /// Share of the votes in percent; none where more voted than the base counts.
    #[serde(rename = "ty_le")]
    #[schemars(extend(
        "vi" = "Tỷ lệ phiếu, tính bằng %; không có khi số người bầu nhiều hơn số làm căn \
            cứ."
    ))]
    percent: Option<Slot>,
}

/// A candidate with votes.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct CandidateContext {
    #[serde(flatten)]
    voted: Voted,
    /// Votes for, in running text: two digits at least.
    #[serde(rename = "phieu")]
    #[schemars(extend("vi" = "Số phiếu bầu, viết trong câu: ít nhất hai chữ số."))]
    votes_in_text: Slot,
    /// Votes against.
    #[serde(rename = "khong_dong_y")]
    #[schemars(extend("vi" = "Số phiếu không đồng ý."))]
    against: Option<Slot>,
}

impl<'a> Source<'a> {
    /// The sheet and the result of a ballot.
    pub(super) fn ballot(&self, id: BallotId) -> Option<(&'a Ballot, &'a BallotResult)> {
        let sheet = self.congress.ballots.iter().find(|sheet| sheet.id == id)?;
        let result = self.results.ballots.iter().find(|result| result.id == id)?;
        Some((sheet, result))
    }

    pub(super) fn ballot_vote(&mut self, kind: MotionKind, id: BallotId) -> Option<Vote> {
        let motion = self.congress.motions.iter().find(|motion| {
            let of_ballot = motion.ballot.as_ref().is_some_and(|it| it.value == id);
            motion.kind.value == kind && of_ballot
        })?;
        self.vote(motion)
    }

    pub(super) fn nominated(&mut self, kind: EventKind, id: BallotId) -> Vec<Slot> {
        let of_ballot = |event: &&Event| {
            event.kind.value == kind
                && event.ballot.as_ref().is_some_and(|it| it.value == id)
        };
        let events = self.congress.events.iter().filter(of_ballot);
        events
            .filter_map(|event| event.person.as_ref())
            .map(|person| self.person(person))
            .collect()
    }

    pub(super) fn board_size(&mut self, sheet: &Ballot) -> Option<Slot> {
        let people: Vec<&Traced<String>> = sheet
            .board_head
            .iter()
            .chain(&sheet.board_members)
            .collect();
        let size = Traced::computed(
            Headcount::of(people.len()),
            people.iter().flat_map(|one| one.cells()).collect(),
            "members of the counting board",
        );
        self.count_if_any(&size)
    }

    pub(super) fn excluded(&mut self, result: &BallotResult) -> Vec<Excluded> {
        // those suspended or charged are not among those summoned either
        let taken_away = |step: &&Step| {
            let kind = step.kind;
            !matches!(
                kind,
                StepKind::Official | StepKind::Suspended | StepKind::Charged
            )
        };
        let mut excluded = Vec::new();
        for step in result.base.steps.iter().filter(taken_away) {
            let count = Headcount::of(step.members.len());
            let count = Traced::computed(count, step.cells.clone(), step.kind.slug());
            excluded.push(Excluded {
                count: self.count(&count),
                reason: words::step(step.kind).to_owned(),
            });
        }
        excluded
    }

    pub(super) fn list(
        &mut self,
        candidates: &[&CandidateResult],
    ) -> Vec<CandidateContext> {
        (1..)
            .zip(candidates)
            .filter_map(|(place, one)| {
                Some(CandidateContext {
                    voted: self.voted(place, one)?,
                    votes_in_text: self.count(one.votes.as_ref()?),
                    against: one.against.as_ref().map(|it| self.traces.show(it)),
                })
            })
            .collect()
    }

    /// A row of a table; none before the votes are counted.
    pub(super) fn voted(&mut self, place: usize, one: &CandidateResult) -> Option<Voted> {
        Some(Voted {
            place: place.to_string(),
            name: self.person(&one.name),
            votes: self.traces.show(one.votes.as_ref()?),
            percent: one.percent.as_ref().map(|it| self.traces.show(it)),
        })
    }

    /// Names of a list by given name.
    pub(super) fn tied(&mut self, result: &BallotResult, names: &[String]) -> Vec<Slot> {
        let tied = by_given_name(result)
            .into_iter()
            .filter(|one| names.contains(&one.name.value));
        tied.map(|one| self.person(&one.name)).collect()
    }
}

/// Candidates in the order of a ballot, whatever the sheet's.
pub(super) fn by_given_name(result: &BallotResult) -> Vec<&CandidateResult> {
    let mut list: Vec<&CandidateResult> = result.candidates.iter().collect();
    list.sort_by(|a, b| compare_by_given_name(&a.name.value, &b.name.value));
    list
}
