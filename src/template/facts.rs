//! What papers draw on, which of them are due, and what the form needs of each beside
//! its template's words.

mod batch;
mod head;
mod number;

pub use batch::BatchFacts;
pub(super) use head::PaperFacts;
pub(super) use number::symbol;

use super::form::Dating;
use super::{PaperKind, Traces};
use crate::document::profile::ProfileId;
use crate::model::{
    BallotId, Congress, FullDate, NameKey, Parent, PinnedPaper, PinnedValue, Traced,
};
use crate::rules::{OfficeResult, Results, Stage};
use head::{Head, HeadFacts};

/// Everything that the papers of a cell draw on.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// Its workbooks.
    pub congress: &'a Congress,
    /// What the rules say of them.
    pub results: &'a Results,
    /// The committee's workbook.
    pub parent: Option<&'a Parent>,
}

impl Facts<'_> {
    /// The papers whose facts are there: the list to sign, also before the congress; the
    /// report on those attending once they are known; the count of each counted ballot; all that
    /// report the result once every office is settled; those on ratification if there
    /// is anybody to ratify.
    pub fn papers(&self) -> Vec<PaperId> {
        let kinds = PaperKind::ALL.into_iter();
        kinds.flat_map(|kind| self.papers_of(kind)).collect()
    }

    /// The papers of a kind that are due.
    fn papers_of(&self, kind: PaperKind) -> Vec<PaperId> {
        let is_settled = self.results.stage == Stage::Settled;
        let is_due = match kind {
            PaperKind::BallotCount => return self.counts().collect(),
            PaperKind::BallotPapers => return self.ballot_papers().collect(),
            PaperKind::AttendanceReport => self.has_attendance(),
            PaperKind::AttendanceList => true,
            PaperKind::Minutes | PaperKind::ResultReport => is_settled,
            PaperKind::Resolution => is_settled && !self.congress.resolution.is_empty(),
            PaperKind::Submission => {
                is_settled && self.offices().any(needs_the_committee)
            }
            PaperKind::ElectedList | PaperKind::Ratification => {
                is_settled && self.offices().any(is_ratified)
            }
            PaperKind::Summary | PaperKind::NewsItem => false,
        };
        is_due
            .then_some(PaperId { kind, ballot: None })
            .into_iter()
            .collect()
    }

    /// Whether it was said of anybody who attended.
    fn has_attendance(&self) -> bool {
        let mut members = self.congress.members.iter();
        members.any(|member| member.attendance.is_some())
    }

    /// The ballots of each sheet that lists somebody, also before the congress.
    fn ballot_papers(&self) -> impl Iterator<Item = PaperId> {
        let sheets = self.congress.ballots.iter();
        let listing = sheets.filter(|sheet| !sheet.candidates.is_empty());
        listing.map(|sheet| PaperId {
            kind: PaperKind::BallotPapers,
            ballot: Some(sheet.id),
        })
    }

    /// The minutes of each counted ballot.
    fn counts(&self) -> impl Iterator<Item = PaperId> {
        self.results.ballots.iter().map(|result| PaperId {
            kind: PaperKind::BallotCount,
            ballot: Some(result.id),
        })
    }

    /// The offices that the committee above ratifies: all but delegates.
    fn offices(&self) -> impl Iterator<Item = &OfficeResult> {
        let offices = self.results.offices.iter();
        offices.filter(|office| office.office.is_ratified())
    }

    /// The place of the cell in the committee's list, from 1.
    fn position(&self) -> Option<Traced<u32>> {
        let own = NameKey::of(&self.congress.cell.value);
        let listed = &self.parent?.cells;
        let index = listed.iter().position(|it| own.is_of(&it.value))?;
        let cells = listed.get(index)?.cells();
        let position = u32::try_from(index + 1).ok()?;
        let rule = "the cell's place in the committee's list";
        Some(Traced::computed(position, cells, rule))
    }

    /// The row of "Văn bản" that pins facts of a paper.
    pub(super) fn pinned(&self, id: PaperId) -> Option<&PinnedPaper> {
        self.congress.pinned.iter().find(|row| {
            let is_ballot = id.ballot.is_none_or(|ballot| {
                let round = row.round.as_ref().map_or((1, false), |round| round.value);
                row.office.as_ref().map(|office| office.value) == Some(ballot.office)
                    && round == (ballot.round, ballot.is_revote)
            });
            row.kind.value == id.kind && is_ballot
        })
    }

    /// Works out what the form needs of a paper; none without the facts that its
    /// letterhead cannot do without.
    pub(super) fn of_paper(
        &self,
        id: PaperId,
        profile: Option<ProfileId>,
        traces: &mut Traces,
    ) -> Option<PaperFacts> {
        let congress = self.congress;
        let facts = HeadFacts {
            kind: id.kind,
            identity: &congress.identity,
            cell: Some(&congress.cell),
            parent: self.parent,
            pinned: self.pinned(id),
            number: self.number(id),
            symbol: self.symbol(id.kind),
            day: self.day(id),
            congress_day: congress.identity.date.as_ref().map(|day| day.value),
        };
        Head::paper_facts(facts, profile, traces)
    }

    /// The day of a paper, if it is not left to the hand; with the cells it came from.
    fn day(&self, id: PaperId) -> Traced<Option<FullDate>> {
        if let Some(day) = pinned_day(self.pinned(id)) {
            return day;
        }
        // before the congress its day may not be known
        let congress = self.congress.identity.date.clone().map_or_else(
            || Traced::computed(None, Vec::new(), "left to the hand"),
            |day| day.map(Some),
        );
        let decided = self.parent.and_then(|it| it.decision_date.as_ref());
        match (id.kind.form().dating, decided) {
            (Dating::Congress | Dating::Absent, _) => congress,
            (Dating::Decision, Some(date)) => date.clone().map(Some),
            // the year that is printed is the congress's
            (Dating::Decision, None) | (Dating::Blank, _) => congress.map(|_| None),
        }
    }
}

/// The day that a row of "Văn bản" gives a paper, or leaves to the hand.
fn pinned_day(row: Option<&PinnedPaper>) -> Option<Traced<Option<FullDate>>> {
    let date = row?.date.as_ref()?;
    Some(date.as_ref().map(|date| match date {
        PinnedValue::Value(date) => Some(*date),
        PinnedValue::Blank => None,
    }))
}

/// Whether an office has somebody to be ratified.
fn is_ratified(office: &OfficeResult) -> bool {
    !office.elected.is_empty()
}

/// Whether the committee above must act: to ratify, or to fill what stayed open.
fn needs_the_committee(office: &OfficeResult) -> bool {
    let seats = office.seats.as_ref().map_or(0, |seats| seats.value.0);
    is_ratified(office) || seats > 0
}

/// Which paper of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperId {
    /// Its kind.
    pub kind: PaperKind,
    /// Its ballot, for kinds of which each ballot has one.
    pub ballot: Option<BallotId>,
}

impl PaperId {
    /// The name of its files without ending:
    /// `<nn>-<kind>[-<office>[-lan-<n>][-bau-lai]]`.
    pub fn file_stem(&self) -> String {
        let mut stem = format!("{:02}-{}", self.kind.number(), self.kind.slug());
        if let Some(ballot) = self.ballot {
            stem = format!("{stem}-{}", ballot.office.slug());
            if ballot.round > 1 {
                stem = format!("{stem}-lan-{}", ballot.round);
            }
            if ballot.is_revote {
                stem.push_str("-bau-lai");
            }
        }
        stem
    }
}
