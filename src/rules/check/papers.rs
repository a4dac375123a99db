//! What "Văn bản" pins of the papers: V20.

use crate::diagnostic::{Diagnostic, PaperFault, Place, Problem, Report};
use crate::model::{Office, PaperKind, PinnedPaper};
use std::collections::BTreeMap;

/// V20: each paper has one row. Those of a ballot are told apart by the ballot.
pub(super) fn check_rows(rows: &[PinnedPaper], report: &mut Report) {
    type Ballot = (Option<Office>, (u32, bool));
    let mut seen: BTreeMap<(PaperKind, Option<Ballot>), &PinnedPaper> = BTreeMap::new();
    for row in rows {
        let paper = row.kind.value;
        let is_of_ballot =
            matches!(paper, PaperKind::BallotPapers | PaperKind::BallotCount);
        let round = row.round.as_ref().map_or((1, false), |round| round.value);
        let ballot = (row.office.as_ref().map(|office| office.value), round);
        let key = (paper, is_of_ballot.then_some(ballot));
        let Some(first) = seen.get(&key) else {
            seen.insert(key, row);
            continue;
        };
        let also = first.kind.cells();
        let fault = PaperFault::PaperTwice {
            paper: paper.title(),
        };
        push(row.kind.place(), also, fault, report);
    }
}

/// V20: the papers of a congress share one counter.
///
/// Source: 36-HD/VPTW.
pub(super) fn check_numbers(rows: &[PinnedPaper], report: &mut Report) {
    let mut counter = Counter::default();
    for row in rows {
        let is_of_congress = matches!(
            row.kind.value,
            PaperKind::BallotCount | PaperKind::Minutes | PaperKind::Resolution
        );
        if let Some(numbered) = Numbered::of(row).filter(|_| is_of_congress) {
            counter.check(numbered, report);
        }
    }
}

/// A paper with a number of its counter.
#[derive(Debug)]
pub(super) struct Numbered {
    pub(super) number: u32,
    pub(super) paper: PaperKind,
    pub(super) cells: Vec<Place>,
}

impl Numbered {
    /// The paper of a row with a number.
    pub(super) fn of(row: &PinnedPaper) -> Option<Self> {
        Some(Self {
            number: row.counted()?,
            paper: row.kind.value,
            cells: row.number.as_ref()?.cells(),
        })
    }
}

/// The papers of one counter so far.
#[derive(Debug, Default)]
pub(super) struct Counter(BTreeMap<u32, Numbered>);

impl Counter {
    /// Takes a paper in; of a number that another has, that is said.
    pub(super) fn check(&mut self, paper: Numbered, report: &mut Report) {
        let Some(first) = self.0.get(&paper.number) else {
            self.0.insert(paper.number, paper);
            return;
        };
        let fault = PaperFault::NumberTwice {
            number: paper.number,
            paper: paper.paper.title(),
            other: first.paper.title(),
        };
        push(
            paper.cells.first().cloned(),
            first.cells.clone(),
            fault,
            report,
        );
    }
}

/// Says it at a cell, as every typed value has one.
pub(super) fn push(
    place: Option<Place>,
    also: Vec<Place>,
    fault: PaperFault,
    report: &mut Report,
) {
    if let Some(place) = place {
        let problem = Problem::Paper(fault);
        report.push(Diagnostic::between(place, also, problem));
    }
}
