//! A second count of ten thousand congresses, which shares nothing with the program's:
//! not a line, not a type, not a way of asking.

pub(crate) mod chance;
pub(crate) mod count;
pub(crate) mod facts;
mod kinds;

use super::builder::results;
use bienban::model::{Congress, Traced, Votes};
use bienban::rules::{BallotResult, Base, DecisionNeeded, OfficeResult, ranked};
use count::{Answer, NameAnswer, PostAnswer, SheetAnswer};
use kinds::{KINDS, kinds};
use std::collections::BTreeMap;

const CONGRESSES: u64 = 10_000;

#[test]
fn a_second_count_of_ten_thousand_congresses_agrees() {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..CONGRESSES {
        let facts = chance::congress(seed);
        let expected = count::count(&facts);
        let found = answer_of(&facts.congress());
        assert_eq!(found, expected, "congress {seed}: {facts:#?}");
        for kind in kinds(&facts, &expected) {
            *seen.entry(kind).or_default() += 1;
        }
    }
    for kind in KINDS {
        let times = seen.get(*kind).copied().unwrap_or_default();
        assert!(times >= 48, "{kind}: {times} times\n{seen:#?}");
    }
}

/// The program's answer in the words of the second count.
fn answer_of(congress: &Congress) -> Answer {
    let results = results(congress);
    let turnout = &results.turnout;
    let people = [
        &turnout.official_summoned,
        &turnout.official_present,
        &turnout.official_throughout,
        &turnout.summoned,
        &turnout.present,
        &turnout.official_expected,
    ];
    let base = Base::of(congress);
    // every ballot is judged by that base
    assert!(results.ballots.iter().all(|ballot| ballot.base == base));
    let steps = base.steps.iter();
    Answer {
        turnout: people.map(|it| it.value.0 as usize),
        steps: steps
            .map(|it| (it.kind.slug(), numbers(&it.members)))
            .collect(),
        base: base.count.value.0 as usize,
        sheets: results.ballots.iter().map(sheet_of).collect(),
        posts: results.offices.iter().map(post_of).collect(),
    }
}

/// The numbers of `Người 01` …, in their order.
fn numbers<'a>(names: impl IntoIterator<Item = &'a String>) -> Vec<usize> {
    let number = |it: &String| it.trim_start_matches("Người ").parse().unwrap();
    names.into_iter().map(number).collect()
}

fn sheet_of(ballot: &BallotResult) -> SheetAnswer {
    let votes =
        |it: &Option<Traced<Votes>>| it.as_ref().map(|votes| votes.value.0 as usize);
    let chosen = |alternates| {
        let chosen = ranked(ballot, alternates).into_iter();
        chosen.map(|one| number_of(&one.name)).collect()
    };
    let open = ballot.open();
    SheetAnswer {
        present: ballot.present.value.0 as usize,
        least: ballot.threshold.map(|it| it as usize),
        ballots: [&ballot.returned, &ballot.valid, &ballot.invalid]
            .map(|it| votes(it).unwrap()),
        votes: ballot
            .candidates
            .iter()
            .map(|one| {
                let share = one.percent.as_ref().map(|it| it.value.to_string());
                let neither = one.uncounted.map(|it| it as usize);
                NameAnswer {
                    agreed: votes(&one.votes).unwrap(),
                    against: votes(&one.against),
                    neither,
                    share,
                }
            })
            .collect(),
        elected: chosen(false),
        alternates: chosen(true),
        tied: numbers(open.tied),
        still_open: open.still_to_elect as usize,
        ending: open.outcome.slug(),
        needed: ballot.decision_needed.map(DecisionNeeded::slug),
    }
}

fn number_of(name: &Traced<String>) -> usize {
    numbers([&name.value])[0]
}

fn post_of(office: &OfficeResult) -> PostAnswer {
    let all = |names: &[Traced<String>]| names.iter().map(number_of).collect();
    PostAnswer {
        elected: all(&office.elected),
        alternates: all(&office.alternates),
        is_settled: office.is_settled,
    }
}
