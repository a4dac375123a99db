//! The papers of one congress say the same, and say it without a slip. What they should
//! say is known from the second count of the election rules' tests, never from the
//! program.

mod by_chance;
mod committee;
mod figures;
mod lengthened;
mod marks;
mod pinned;
mod text;
mod traced;
mod whole;

use crate::support::templates;
use bienban::diagnostic::Report;
use bienban::document::{Passage, passages};
use bienban::rules::{Results, judge};
use bienban::template::{Facts, PaperId, PaperKind, Templates, write_paper};
use std::collections::BTreeMap;
use whole::{Whole, whole};

const CONGRESSES: usize = 1_000;
/// Cells of a committee.
const CELLS: usize = 4;

/// A paper as its readers see it.
struct Written {
    id: PaperId,
    passages: Vec<Passage>,
}

impl Written {
    fn text(&self) -> String {
        let texts: Vec<&str> = self.passages.iter().map(|it| &*it.text).collect();
        texts.join("\n")
    }
}

/// Every paper of a congress.
fn written(whole: &Whole, results: &Results, templates: &Templates) -> Vec<Written> {
    let facts = Facts {
        congress: &whole.congress,
        results,
        parent: None,
    };
    let mut written = Vec::new();
    for id in facts.papers() {
        let paper = write_paper(templates, facts, id, None).unwrap();
        assert!(paper.is_some(), "{} has its facts", id.file_stem());
        let passages = passages(&paper.unwrap().document);
        written.push(Written { id, passages });
    }
    written
}

#[test]
fn the_papers_of_a_thousand_congresses_say_the_same_without_a_slip() {
    let templates = templates();
    let mut seen: BTreeMap<PaperKind, usize> = BTreeMap::new();
    let (mut congresses, mut batches, mut faulty) = (0, 0, Vec::new());
    let mut settled = Vec::new();
    for seed in 0.. {
        let whole = whole(seed);
        // without two thirds of those summoned a congress has no papers
        if whole.answer.turnout[1] * 3 < whole.answer.turnout[0] * 2 {
            continue;
        }
        let results = judge(&whole.congress, &mut Report::default()).unwrap();
        let papers = written(&whole, &results, &templates);
        for paper in &papers {
            *seen.entry(paper.id.kind).or_default() += 1;
            let slips = marks::slips(paper);
            faulty.extend(slips.into_iter().map(|it| format!("{seed} {it}")));
        }
        let wrong = figures::faults(&whole, &papers);
        faulty.extend(wrong.into_iter().map(|it| format!("{seed} {it}")));
        let wrong = pinned::faults(&whole, &papers);
        faulty.extend(wrong.into_iter().map(|it| format!("{seed} {it}")));
        if papers.iter().any(|it| it.id.kind == PaperKind::Minutes) {
            settled.push((whole, results));
        }
        if settled.len() == CELLS {
            let mut cells = std::mem::take(&mut settled);
            let wrong = committee::faults(&mut cells, &templates);
            faulty.extend(wrong.into_iter().map(|it| format!("until {seed} {it}")));
            batches += 1;
        }
        congresses += 1;
        if congresses == CONGRESSES {
            break;
        }
    }
    let first = &faulty[..faulty.len().min(40)];
    assert!(faulty.is_empty(), "{} slips: {first:#?}", faulty.len());
    assert!(batches >= 100, "{batches} batches");
    // the last two are the committee's, of all its cells together
    for kind in PaperKind::ALL.into_iter().filter(|it| it.number() <= 10) {
        let times = seen.get(&kind).copied().unwrap_or_default();
        assert!(times >= 100, "{kind:?}: {times} times");
    }
}
