//! What the congresses by chance show, so that no kind of result is missing.

use super::count::{Answer, NameAnswer, SheetAnswer};
use super::facts::{Count, Facts, Life, Person, Post, Sheet, There};

/// What the ten thousand must hold, each some dozens of times.
pub(super) const KINDS: &[&str] = &[
    "complete",
    "short",
    "tied",
    "tied-again",
    "not-quorate",
    "needs next-round",
    "needs revote",
    "needs ask-higher-committee",
    "settled",
    "not settled",
    "exactly half",
    "over half and no seat left",
    "re-vote",
    "re-vote won below half",
    "second round",
    "second round with a new name",
    "third round",
    "fourth round",
    "alternates of one list",
    "alternates tied",
    "alternates by a ballot of their own",
    "single ballots",
    "single ballots, some invalid",
    "single ballots with boxes",
    "a name that counts neither way",
    "not counted",
    "even base",
    "odd base",
    "step suspended",
    "step charged",
    "step elsewhere",
    "step exempt-absent",
    "step absent-accepted",
    "elsewhere and there",
    "exempt and there",
    "suspended or charged and there",
    "absent without acceptance",
    "partly there, accepted",
    "probationary",
    "of another cell",
];

/// Which of the kinds a congress shows.
pub(super) fn kinds(facts: &Facts, answer: &Answer) -> Vec<String> {
    let mut kinds: Vec<String> = facts.people.iter().flat_map(kinds_of_person).collect();
    kinds.extend(answer.steps.iter().map(|(why, _)| format!("step {why}")));
    let parity = if answer.base.is_multiple_of(2) {
        "even base"
    } else {
        "odd base"
    };
    kinds.push(parity.to_owned());
    for post in &answer.posts {
        let settled = if post.is_settled {
            "settled"
        } else {
            "not settled"
        };
        kinds.push(settled.to_owned());
    }
    let is_counted = |sheet: &&Sheet| !matches!(sheet.count, Count::None);
    let counted: Vec<&Sheet> = facts.sheets.iter().filter(is_counted).collect();
    assert_eq!(counted.len(), answer.sheets.len());
    if counted.len() < facts.sheets.len() {
        kinds.push("not counted".to_owned());
    }
    for (sheet, told) in counted.into_iter().zip(&answer.sheets) {
        kinds.push(told.ending.to_owned());
        kinds.extend(told.needed.map(|needed| format!("needs {needed}")));
        kinds.extend(kinds_of_sheet(sheet, told, facts, answer));
    }
    kinds
}

fn kinds_of_person(person: &Person) -> Vec<String> {
    let is_there = person.there != There::Never;
    let kind = match person.life {
        _ if !person.is_official => "probationary",
        Life::Visiting => "of another cell",
        Life::Away if is_there => "elsewhere and there",
        Life::Exempt if is_there => "exempt and there",
        Life::Suspended | Life::Charged if is_there => "suspended or charged and there",
        _ if !is_there && !person.is_accepted => "absent without acceptance",
        _ if person.there == There::Partly && person.is_accepted => {
            "partly there, accepted"
        }
        _ => return Vec::new(),
    };
    vec![kind.to_owned()]
}

fn kinds_of_sheet(
    sheet: &Sheet,
    told: &SheetAnswer,
    facts: &Facts,
    answer: &Answer,
) -> Vec<String> {
    let shown = kinds_of_votes(sheet, told, answer.base).into_iter();
    let shown = shown.chain(kinds_of_round(sheet, told, facts));
    let shown = shown.filter(|(_, is_shown)| *is_shown);
    shown.map(|(kind, _)| kind.to_owned()).collect()
}

/// Each with whether it is shown.
type Kinds<const SIZE: usize> = [(&'static str, bool); SIZE];

fn kinds_of_votes(sheet: &Sheet, told: &SheetAnswer, base: usize) -> Kinds<7> {
    let votes_of = |name: &usize| {
        let at = sheet.names.iter().position(|it| it == name).unwrap();
        told.votes[at].agreed
    };
    let is_over = |name: &usize| 2 * votes_of(name) > base;
    let is_left = |name: &usize| {
        let has_place = told.elected.contains(name) || told.alternates.contains(name);
        is_over(name) && !has_place && !told.tied.contains(name)
    };
    let has_papers = matches!(sheet.count, Count::Papers(_));
    let is_quorate = told.ending != "not-quorate";
    let is_left_over = is_quorate && sheet.names.iter().any(is_left);
    let is_half = told.votes.iter().any(|it| 2 * it.agreed == base);
    let counts_neither = |it: &NameAnswer| it.neither.is_some_and(|it| it > 0);
    [
        ("exactly half", is_half && !sheet.is_again),
        (
            "over half and no seat left",
            is_left_over && !sheet.is_again,
        ),
        (
            "re-vote won below half",
            sheet.is_again && told.elected.iter().any(|it| !is_over(it)),
        ),
        ("single ballots", has_papers),
        (
            "single ballots, some invalid",
            has_papers && told.ballots[2] > 0,
        ),
        ("single ballots with boxes", has_papers && sheet.has_boxes),
        (
            "a name that counts neither way",
            told.votes.iter().any(counts_neither),
        ),
    ]
}

fn kinds_of_round(sheet: &Sheet, told: &SheetAnswer, facts: &Facts) -> Kinds<8> {
    let before = facts
        .sheets
        .iter()
        .take_while(|it| !std::ptr::eq(*it, sheet));
    let earlier: Vec<&Sheet> = before.filter(|it| it.post == sheet.post).collect();
    let stood = |name: &usize| earlier.iter().any(|it| it.names.contains(name));
    let is_round = |round| sheet.round == round && !sheet.is_again;
    let fills = told.elected.len() == sheet.seats as usize;
    let (seats, alternates) = (!told.elected.is_empty(), !told.alternates.is_empty());
    let is_for_delegates = sheet.post == Post::Delegates;
    [
        ("re-vote", sheet.is_again),
        ("second round", is_round(2)),
        (
            "second round with a new name",
            is_round(2) && !sheet.names.iter().all(stood),
        ),
        ("third round", is_round(3)),
        ("fourth round", is_round(4)),
        ("alternates of one list", seats && alternates),
        (
            "alternates tied",
            is_for_delegates && told.ending == "tied" && fills,
        ),
        ("alternates by a ballot of their own", !seats && alternates),
    ]
}
