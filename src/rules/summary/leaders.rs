//! Those elected to lead the cells, in figures: women, minorities, ages, education.

use crate::diagnostic::Place;
use crate::model::{Congress, FullDate, Headcount, Member, NameKey, Sex, Traced};
use crate::rules::statistics::{
    Average, Breakdown, Share, by_political_theory, by_profession, minorities,
    years_until,
};

/// Below so many years somebody is young ("trẻ").
///
/// Source: the customary bound of reports on committees of party bases.
const YOUNG: u32 = 40;

/// Somebody elected.
#[derive(Debug, Clone)]
pub(super) struct Leader<'a> {
    name: &'a Traced<String>,
    key: NameKey,
    /// The row of the list; none if no row or several have the name.
    member: Option<&'a Member>,
    /// The day of the congress.
    day: Option<FullDate>,
    /// Whether the name is among the outgoing committee; none if nobody's is known.
    was_in: Option<bool>,
}

/// Those elected to lead cells, in figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaders {
    /// How many, each person once.
    pub count: Traced<Headcount>,
    /// "Nữ".
    pub women: Option<Portion>,
    /// "Dân tộc thiểu số".
    pub minorities: Option<Portion>,
    /// "Trẻ": below 40 on the day of the congress.
    pub young: Option<Portion>,
    /// "Tái cử": of the outgoing committee too.
    pub reelected: Option<Portion>,
    /// "Tham gia lần đầu": not of the outgoing committee.
    pub newcomers: Option<Portion>,
    /// "Tuổi bình quân".
    pub average_age: Option<Traced<Average>>,
    /// "Chuyên môn".
    pub profession: Option<Breakdown>,
    /// "Lý luận chính trị".
    pub political_theory: Option<Breakdown>,
}

/// Some of those of whom a fact is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// How many.
    pub count: Traced<Headcount>,
    /// Of how many the fact is known.
    pub known: Traced<Headcount>,
}

impl<'a> Leader<'a> {
    /// Looks up somebody elected in the member list.
    pub(super) fn find(congress: &'a Congress, name: &'a Traced<String>) -> Self {
        let key = NameKey::of(&name.value);
        let is_one = |one: &&Member| one.is_official() && key.is_of(&one.name.value);
        let mut members = congress.members.iter().filter(is_one);
        // of two with one name nobody knows which was elected
        let member = members.next().filter(|_| members.next().is_none());
        let outgoing = &congress.boards.outgoing_committee;
        let was_in = || outgoing.iter().any(|it| key.is_of(&it.value));
        Self {
            name,
            member,
            day: congress.identity.date.as_ref().map(|day| day.value),
            was_in: (!outgoing.is_empty()).then(was_in),
            key,
        }
    }

    /// Whether the names are the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.key == other.key
    }

    /// Years on the day of the congress, with the cells of the birth date.
    fn age(&self) -> Option<(u32, Vec<Place>)> {
        let born = self.member?.born.as_ref()?;
        Some((years_until(born.value, self.day?)?, born.cells()))
    }
}

impl Leaders {
    pub(super) fn of(leaders: &[Leader<'_>]) -> Self {
        let members: Vec<&Member> = leaders.iter().filter_map(|it| it.member).collect();
        let names = leaders.iter().flat_map(|it| it.name.cells());
        let count = Headcount::of(leaders.len());
        let of_name = |it: &Leader<'_>, is: bool| (is, it.name.cells());
        Self {
            count: Traced::computed(count, names.collect(), "elected to lead the cells"),
            women: Portion::of(leaders, "women among the elected", |it| {
                let sex = it.member?.sex.as_ref()?;
                Some((sex.value == Sex::Female, sex.cells()))
            }),
            minorities: minorities(&members).map(|share| Portion::from(share, &members)),
            young: Portion::of(leaders, "those below 40 among the elected", |it| {
                let (age, cells) = it.age()?;
                Some((age < YOUNG, cells))
            }),
            reelected: Portion::of(leaders, "re-elected", |it| {
                Some(of_name(it, it.was_in?))
            }),
            newcomers: Portion::of(leaders, "elected for the first time", |it| {
                Some(of_name(it, !it.was_in?))
            }),
            average_age: average_age(leaders),
            profession: by_profession(&members),
            political_theory: by_political_theory(&members),
        }
    }
}

impl Portion {
    /// Those of whom a fact is true, among those of whom it is known; none if it is
    /// known of nobody.
    fn of(
        leaders: &[Leader<'_>],
        rule: &'static str,
        fact: impl Fn(&Leader<'_>) -> Option<(bool, Vec<Place>)>,
    ) -> Option<Self> {
        let known: Vec<(bool, Vec<Place>)> = leaders.iter().filter_map(fact).collect();
        let count = |facts: Vec<&(bool, Vec<Place>)>| {
            let size = Headcount::of(facts.len());
            let cells = facts.iter().flat_map(|(_, cells)| cells.clone());
            Traced::computed(size, cells.collect(), rule)
        };
        (!known.is_empty()).then(|| Self {
            count: count(known.iter().filter(|(is, _)| *is).collect()),
            known: count(known.iter().collect()),
        })
    }

    /// Those of a share among those of whom it is known.
    fn from(share: Share, of: &[&Member]) -> Self {
        let all = Headcount::of(of.len());
        let known = Headcount(all.0.saturating_sub(share.unknown.value.0));
        let cells = of.iter().flat_map(|one| one.name.cells());
        let rule = share.count.rule();
        Self {
            count: share.count,
            known: Traced::computed(known, cells.collect(), rule),
        }
    }
}

fn average_age(leaders: &[Leader<'_>]) -> Option<Traced<Average>> {
    let ages: Vec<(u32, Vec<Place>)> = leaders.iter().filter_map(Leader::age).collect();
    let sum = ages.iter().map(|(age, _)| u64::from(*age)).sum();
    let average = Average::of(sum, Headcount::of(ages.len()).0)?;
    let cells = ages.into_iter().flat_map(|(_, cells)| cells);
    Some(Traced::computed(
        average,
        cells.collect(),
        "average age on the day of the congress",
    ))
}
