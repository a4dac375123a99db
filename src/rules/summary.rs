//! Sums over the congresses of a batch, for the papers of the committee above them.
//!
//! A summary is of any number of congresses: of one it is a row of the table, of all its
//! last row. Every figure of several congresses is the sum of theirs.

mod leaders;

pub use leaders::{Leaders, Portion};

use crate::model::{
    Congress, EventKind, FullDate, Headcount, Office, PercentBase, Traced,
};
use crate::rules::{
    BallotResult, CandidateResult, OfficeResult, Outcome, Percent, Results,
};
use leaders::Leader;
use std::cmp::Ordering;

/// What some congresses come to together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// How many congresses.
    pub congresses: Traced<Headcount>,
    /// The day of the first of them.
    pub first_day: Option<Traced<FullDate>>,
    /// The day of the last of them.
    pub last_day: Option<Traced<FullDate>>,
    /// Members of the cells.
    pub members: Traced<Headcount>,
    /// "Chính thức" among them.
    pub official: Traced<Headcount>,
    /// "Dự bị" among them.
    pub probationary: Traced<Headcount>,
    /// Members summoned.
    pub summoned: Traced<Headcount>,
    /// Members who attended.
    pub present: Traced<Headcount>,
    /// Each office that a sheet is there for, in the order of the congress.
    pub offices: Vec<OfficeSum>,
    /// Those elected to lead the cells: committees, secretaries and deputies.
    pub leaders: Leaders,
    /// Congresses that filled every office of the cell at its first ballot.
    pub filled_at_once: Traced<Headcount>,
    /// The fewest and the most votes of anybody elected to lead a cell.
    pub votes: Option<VoteRange>,
    /// Papers read ("tham luận").
    pub papers: Traced<Headcount>,
    /// Speakers in the discussions.
    pub speakers: Traced<Headcount>,
}

/// What came of one office in all congresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeSum {
    /// Which.
    pub office: Office,
    /// Seats that were to be filled.
    pub seats: Traced<Headcount>,
    /// Names on the lists of the first ballots.
    pub listed: Traced<Headcount>,
    /// Those elected.
    pub elected: Traced<Headcount>,
    /// Seats that stayed open.
    pub open: Traced<Headcount>,
}

/// The shares of votes between which all elected lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteRange {
    /// The smallest.
    pub lowest: Traced<Percent>,
    /// The largest.
    pub highest: Traced<Percent>,
    /// What both are of.
    pub base: PercentBase,
}

/// A congress with what the rules say of it.
type Judged<'a> = (&'a Congress, &'a Results);

impl Summary {
    /// Sums up congresses that are settled.
    pub fn of(congresses: &[Judged<'_>]) -> Self {
        let days = || {
            let days = congresses
                .iter()
                .filter_map(|(it, _)| it.identity.date.clone());
            days.collect::<Vec<_>>().into_iter()
        };
        let turnouts = congresses.iter().map(|(_, results)| &results.turnout);
        let official = total(turnouts.clone().map(|it| &it.official));
        let probationary = total(turnouts.clone().map(|it| &it.probationary));
        Self {
            congresses: count_congresses(congresses, |_| true, "congresses"),
            first_day: days().min_by_key(|day| day.value),
            last_day: days().max_by_key(|day| day.value),
            members: total([&official, &probationary].into_iter()),
            official,
            probationary,
            summoned: total(turnouts.clone().map(|it| &it.summoned)),
            present: total(turnouts.map(|it| &it.present)),
            offices: Office::ALL
                .into_iter()
                .filter_map(|office| OfficeSum::of(office, congresses))
                .collect(),
            leaders: Leaders::of(&leaders(congresses)),
            filled_at_once: count_congresses(
                congresses,
                filled_at_once,
                "congresses that elected all at the first ballot",
            ),
            votes: VoteRange::of(congresses),
            papers: events(congresses, EventKind::Paper),
            speakers: events(congresses, EventKind::Discussion),
        }
    }

    /// What came of an office.
    pub fn office(&self, office: Office) -> Option<&OfficeSum> {
        self.offices.iter().find(|sum| sum.office == office)
    }
}

impl OfficeSum {
    /// None if no congress has a sheet for the office.
    fn of(office: Office, congresses: &[Judged<'_>]) -> Option<Self> {
        let results = congresses.iter().flat_map(|(_, results)| &results.offices);
        let same: Vec<&OfficeResult> = results.filter(|it| it.office == office).collect();
        let seats = same.iter().filter_map(|it| it.seats.as_ref());
        let seats: Vec<_> = seats
            .map(|seats| seats.clone().map(|seats| Headcount(seats.0)))
            .collect();
        let listed = same.iter().filter_map(|it| it.listed.as_ref());
        let elected: Vec<_> = same.iter().map(|it| it.elected_count()).collect();
        let open: Vec<_> = same.iter().filter_map(|it| it.open_seats()).collect();
        (!same.is_empty()).then(|| Self {
            office,
            seats: total(seats.iter()),
            listed: total(listed),
            elected: total(elected.iter()),
            open: total(open.iter()),
        })
    }
}

impl VoteRange {
    /// The shares are of the base that all these cells print; where they print several,
    /// of the one that decides, the official members.
    fn of(congresses: &[Judged<'_>]) -> Option<Self> {
        let elected: Vec<_> = congresses.iter().flat_map(|it| elected(it.1)).collect();
        let printed = |ballot: &BallotResult| Some(ballot.percent_base.as_ref()?.0);
        let first = elected.first().and_then(|(ballot, _)| printed(ballot));
        let common = first.filter(|first| {
            let mut others = elected.iter().map(|(ballot, _)| printed(ballot));
            others.all(|other| other == Some(*first))
        });
        let base = common.unwrap_or(PercentBase::Official);
        let shares = elected.iter().filter_map(|(ballot, one)| {
            let whole = match &ballot.percent_base {
                Some((_, whole)) if common.is_some() => whole,
                Some(_) | None => &ballot.base.count,
            };
            let votes = one.votes.as_ref()?;
            let origins = [votes.origin(), whole.origin()];
            let share = (votes.value.0, whole.value.0);
            Some(Traced::made_of(share, origins, "votes of the elected"))
        });
        let shares: Vec<Traced<(u32, u32)>> = shares.collect();
        let percent = |share: &Traced<(u32, u32)>| {
            let percent = Percent::of(share.value.0, share.value.1)?;
            Some(share.clone().map(|_| percent))
        };
        let by_share = |a: &&Traced<_>, b: &&Traced<_>| compare(a.value, b.value);
        Some(Self {
            lowest: percent(shares.iter().min_by(by_share)?)?,
            highest: percent(shares.iter().max_by(by_share)?)?,
            base,
        })
    }
}

/// Which of two shares is larger; printed percentages may be equal where shares are not.
fn compare(a: (u32, u32), b: (u32, u32)) -> Ordering {
    let product = |x: u32, y: u32| u64::from(x) * u64::from(y);
    product(a.0, b.1).cmp(&product(b.0, a.1))
}

/// Everybody elected to lead a cell, with the ballot that decided it.
fn elected(results: &Results) -> impl Iterator<Item = (&BallotResult, &CandidateResult)> {
    let ballots = results
        .ballots
        .iter()
        .filter(|it| it.id.office.is_ratified());
    ballots.flat_map(|ballot| {
        let elected = ballot.candidates.iter().filter(|one| one.is_elected);
        elected.map(move |one| (ballot, one))
    })
}

/// Those elected to lead the cells, each person once.
fn leaders<'a>(congresses: &[Judged<'a>]) -> Vec<Leader<'a>> {
    let of_cell = congresses.iter().map(|(congress, results)| {
        let mut of_cell: Vec<Leader<'a>> = Vec::new();
        for (ballot, one) in elected(results) {
            let leader = Leader::find(congress, &one.name);
            // secretary and deputy are of the committee, where there is one
            let is_known = ballot.id.office != Office::Committee
                && of_cell.iter().any(|other| other.is_same(&leader));
            if !is_known {
                of_cell.push(leader);
            }
        }
        of_cell
    });
    of_cell.flatten().collect()
}

/// Whether every office of the cell was filled by its first ballot.
fn filled_at_once(results: &Results) -> bool {
    let mut ballots = results
        .ballots
        .iter()
        .filter(|it| it.id.office.is_ratified());
    let is_first = |it: &BallotResult| it.id.round == 1 && !it.id.is_revote;
    ballots.all(|it| is_first(it) && it.outcome == Outcome::Complete)
}

fn count_congresses(
    congresses: &[Judged<'_>],
    is_counted: impl Fn(&Results) -> bool,
    rule: &'static str,
) -> Traced<Headcount> {
    let counted = congresses.iter().filter(|(_, results)| is_counted(results));
    let names: Vec<&Traced<String>> = counted.map(|(it, _)| &it.cell).collect();
    let cells = names.iter().flat_map(|name| name.cells()).collect();
    Traced::computed(Headcount::of(names.len()), cells, rule)
}

fn events(congresses: &[Judged<'_>], kind: EventKind) -> Traced<Headcount> {
    let events = congresses.iter().flat_map(|(congress, _)| &congress.events);
    let same: Vec<_> = events.filter(|it| it.kind.value == kind).collect();
    let cells = same.iter().flat_map(|it| it.kind.cells()).collect();
    Traced::computed(Headcount::of(same.len()), cells, "events of this kind")
}

/// The sum of counts, with the cells of all.
fn total<'a>(counts: impl Iterator<Item = &'a Traced<Headcount>>) -> Traced<Headcount> {
    let mut sum = 0_u32;
    let mut origins = Vec::new();
    for count in counts {
        sum = sum.saturating_add(count.value.0);
        origins.push(count.origin());
    }
    Traced::made_of(Headcount(sum), origins, "sum over the cells")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_compared_as_fractions_and_not_as_printed() {
        // 9999/10000 and 99989/100000 are both printed 99,99
        assert_eq!(compare((99_989, 100_000), (9_999, 10_000)), Ordering::Less);
        assert_eq!(compare((13, 26), (10, 20)), Ordering::Equal);
        assert_eq!(compare((2, 3), (3, 5)), Ordering::Greater);
    }
}
