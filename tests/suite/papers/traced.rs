//! The papers of congresses that nobody made up trace what they print, too.

use super::whole::whole;
use crate::provenance::{Coverage, names};
use crate::support::templates;
use bienban::diagnostic::Report;
use bienban::rules::judge;
use bienban::template::{Facts, write_paper};

const CONGRESSES: usize = 60;

#[test]
fn the_papers_of_any_congress_trace_every_number_and_name_to_cells() {
    let templates = templates();
    let mut coverage = Coverage::default();
    let mut congresses = 0;
    for seed in 0.. {
        let whole = whole(seed);
        // without two thirds of those summoned a congress has no papers
        if whole.answer.turnout[1] * 3 < whole.answer.turnout[0] * 2 {
            continue;
        }
        let results = judge(&whole.congress, &mut Report::default()).unwrap();
        let facts = Facts {
            congress: &whole.congress,
            results: &results,
            parent: None,
        };
        let names = names(&whole.congress);
        for id in facts.papers() {
            let paper = write_paper(&templates, facts, id, None).unwrap().unwrap();
            coverage.add(&paper, &names);
        }
        congresses += 1;
        if congresses == CONGRESSES {
            break;
        }
    }
    coverage.assert_whole();
    assert!(
        coverage.papers > 10 * CONGRESSES,
        "{} papers",
        coverage.papers
    );
}
