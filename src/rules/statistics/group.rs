//! Members counted by what they have in common.

use crate::diagnostic::Place;
use crate::model::{Headcount, Member, NameKey, SharedText, Traced};

/// A fact of a member that the list holds as text.
pub(super) type Fact = fn(&Member) -> Option<&Traced<SharedText>>;

/// Members who have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it is, in Vietnamese: `thạc sĩ`, or the words that were typed.
    pub name: Traced<String>,
    /// How many they are, with the cells that say so of them.
    pub count: Traced<Headcount>,
}

/// All of some members: each is in one group, or nothing is known of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// The groups, none of them empty.
    pub groups: Vec<Group>,
    /// Those of whom the list says nothing, with the cells of their names.
    pub unknown: Traced<Headcount>,
}

/// Those among some members who have something, by what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// How many they are.
    pub count: Traced<Headcount>,
    /// Each of them in one group.
    pub groups: Vec<Group>,
    /// Those of whom nothing is known, outside the count.
    pub unknown: Traced<Headcount>,
}

/// What a member's text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Something that is counted apart; the lower the rank, the earlier it stands.
    Known { rank: usize, name: &'static str },
    /// Something else: counted under its own words, after what is known.
    Typed,
    /// Nothing, or that there is nothing.
    Nothing,
}

/// A group in the making: its rank, the key of its words, its name, its cells.
struct Gathered {
    rank: usize,
    key: NameKey,
    name: String,
    size: usize,
    cells: Vec<Place>,
}

impl Breakdown {
    /// Sorts members into groups by a fact of theirs; none if the list holds that fact
    /// of nobody.
    pub(super) fn of(
        members: &[&Member],
        fact: Fact,
        reading: impl Fn(&str) -> Said,
        rule: &'static str,
    ) -> Option<Self> {
        let mut gathered: Vec<Gathered> = Vec::new();
        let mut unknown = Vec::new();
        for member in members {
            let typed = fact(member);
            let said = typed.map_or(Said::Nothing, |text| reading(&text.value));
            let (rank, name) = match (said, typed) {
                (Said::Known { rank, name }, _) => (rank, name),
                (Said::Typed, Some(text)) => (usize::MAX, &*text.value),
                (Said::Nothing, _) | (Said::Typed, None) => {
                    unknown.push(*member);
                    continue;
                }
            };
            let cells = typed.map(Traced::cells).unwrap_or_default();
            let key = NameKey::of(name);
            let same = gathered
                .iter_mut()
                .find(|it| it.rank == rank && it.key == key);
            if let Some(same) = same {
                same.size += 1;
                same.cells.extend(cells);
            } else {
                gathered.push(Gathered {
                    rank,
                    key,
                    name: name.to_owned(),
                    size: 1,
                    cells,
                });
            }
        }
        // stable: what has no rank of its own stays in the order of the list
        gathered.sort_by_key(|it| it.rank);
        let groups: Vec<Group> = gathered
            .into_iter()
            .map(|it| Group {
                name: Traced::computed(it.name, it.cells.clone(), rule),
                count: Traced::computed(Headcount::of(it.size), it.cells, rule),
            })
            .collect();
        (!groups.is_empty()).then(|| Self {
            groups,
            unknown: count_names(&unknown, rule),
        })
    }
}

impl Share {
    /// Nobody.
    pub(super) fn nobody(rule: &'static str) -> Self {
        let none = || Traced::computed(Headcount(0), Vec::new(), rule);
        Self {
            count: none(),
            groups: Vec::new(),
            unknown: none(),
        }
    }

    /// The groups of a breakdown that are meant, together.
    pub(super) fn of(
        all: Breakdown,
        is_meant: impl Fn(&Group) -> bool,
        rule: &'static str,
    ) -> Self {
        let groups: Vec<Group> = all.groups.into_iter().filter(is_meant).collect();
        let count = groups.iter().map(|group| group.count.value.0).sum();
        let cells = groups.iter().flat_map(|group| group.count.cells());
        Self {
            count: Traced::computed(Headcount(count), cells.collect(), rule),
            unknown: all.unknown,
            groups,
        }
    }

    /// The same, where an empty cell says that there is nothing.
    pub(super) fn without_unknown(self) -> Self {
        let unknown = Traced::computed(Headcount(0), Vec::new(), self.unknown.rule());
        Self { unknown, ..self }
    }
}

/// How many members there are, with the cells of their names.
pub(super) fn count_names(members: &[&Member], rule: &'static str) -> Traced<Headcount> {
    let cells = members.iter().flat_map(|one| one.name.cells());
    Traced::computed(Headcount::of(members.len()), cells.collect(), rule)
}
