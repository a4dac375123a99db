//! What the papers of the committee draw on: its workbook and all its cells.

use super::head::{Head, HeadFacts};
use super::number::{Number, symbol};
use super::{Facts, PaperFacts, PaperId, pinned_day};
use crate::document::Picture;
use crate::document::profile::ProfileId;
use crate::model::{Congress, FullDate, Identity, Parent, PinnedPaper, Traced};
use crate::rules::{Results, Stage};
use crate::template::form::Numbering;
use crate::template::{PaperKind, Traces};
use std::collections::BTreeMap;

/// Everything that the papers of a committee draw on.
#[derive(Debug, Clone)]
pub struct BatchFacts<'a> {
    /// Its workbook.
    pub(in crate::template) parent: &'a Parent,
    /// Its names, term and place; those that its workbook lacks are the cells'.
    pub(in crate::template) identity: Identity,
    /// Its cells, in the order of its list.
    pub(in crate::template) cells: Vec<(&'a Congress, &'a Results)>,
    /// The photographs, by the names that the workbook gives them.
    pub(in crate::template) pictures: &'a BTreeMap<String, Picture>,
}

impl<'a> BatchFacts<'a> {
    /// Gathers them from the cells that the papers report on, in their order.
    pub fn new(
        parent: &'a Parent,
        cells: &[Facts<'a>],
        pictures: &'a BTreeMap<String, Picture>,
    ) -> Self {
        let mut identity = parent.shared.clone();
        for cell in cells {
            identity.inherit(&cell.congress.identity);
        }
        // rooms differ from cell to cell, and so may what congresses rest on
        identity.venue.clone_from(&parent.shared.venue);
        identity.basis.clone_from(&parent.shared.basis);
        Self {
            parent,
            identity,
            cells: cells.iter().map(|it| (it.congress, it.results)).collect(),
            pictures,
        }
    }

    /// The papers whose facts are there: all, once every cell has settled its offices.
    pub fn papers(&self) -> Vec<PaperId> {
        let is_settled =
            |(_, results): &(&Congress, &Results)| results.stage == Stage::Settled;
        if self.cells.is_empty() || !self.cells.iter().all(is_settled) {
            return Vec::new();
        }
        let kinds = PaperKind::ALL.into_iter().filter(|kind| kind.is_of_batch());
        kinds.map(|kind| PaperId { kind, ballot: None }).collect()
    }

    /// The row of "Văn bản" that pins facts of a paper.
    pub(in crate::template) fn pinned(&self, id: PaperId) -> Option<&'a PinnedPaper> {
        let mut rows = self.parent.pinned.iter();
        rows.find(|row| row.kind.value == id.kind)
    }

    /// The day of the last congress.
    fn last_day(&self) -> Option<Traced<FullDate>> {
        let days = self
            .cells
            .iter()
            .filter_map(|(it, _)| it.identity.date.clone());
        days.max_by_key(|day| day.value)
    }

    /// Works out what the form needs of a paper; none without the facts that its
    /// letterhead cannot do without.
    pub(in crate::template) fn of_paper(
        &self,
        id: PaperId,
        profile: Option<ProfileId>,
        traces: &mut Traces,
    ) -> Option<PaperFacts> {
        let pinned = self.pinned(id);
        let last_day = self.last_day()?;
        let number = Number::pinned(pinned);
        let facts = HeadFacts {
            kind: id.kind,
            identity: &self.identity,
            cell: None,
            parent: Some(self.parent),
            pinned,
            number: match id.kind.form().numbering {
                Numbering::Absent => Number::Absent,
                // the committee's own counters are kept by hand
                Numbering::Blank | Numbering::Congress | Numbering::Decision => {
                    number.unwrap_or(Number::Blank)
                }
            },
            symbol: symbol(id.kind, &self.identity),
            congress_day: Some(last_day.value),
            // the year that is printed is that of the last congress
            day: pinned_day(pinned).unwrap_or_else(|| last_day.map(|_| None)),
        };
        Head::paper_facts(facts, profile, traces)
    }
}
