//! Names of people, each spelt as in the member list in every paper.

use super::Source;
use crate::model::{Congress, NameKey, Traced};
use crate::template::{Slot, Traces};

impl Traces {
    /// A name; of a member as the list of members spells it, wherever else it was typed
    /// with another case or with its tone mark elsewhere ("Hoà", "Hòa").
    pub(super) fn person(&mut self, congress: &Congress, name: &Traced<String>) -> Slot {
        let members = congress.members.iter();
        let rule = "the name as in the member list";
        let listed = as_spelt(name, members.map(|member| &member.name), rule);
        self.show(listed.as_ref().unwrap_or(name))
    }
}

impl Source<'_> {
    /// A name, of a member as the list of members spells it.
    pub(super) fn person(&mut self, name: &Traced<String>) -> Slot {
        self.traces.person(self.congress, name)
    }

    /// A name, if it is there.
    pub(super) fn person_if(&mut self, name: Option<&Traced<String>>) -> Option<Slot> {
        name.map(|name| self.person(name))
    }

    /// Names in their order.
    pub(super) fn people(&mut self, names: &[Traced<String>]) -> Vec<Slot> {
        names.iter().map(|name| self.person(name)).collect()
    }
}

/// The one of some names that is meant, where it is spelt otherwise.
pub(super) fn as_spelt<'a>(
    name: &Traced<String>,
    known: impl Iterator<Item = &'a Traced<String>> + Clone,
    rule: &'static str,
) -> Option<Traced<String>> {
    if known.clone().any(|it| it.value == name.value) {
        return None;
    }
    let key = NameKey::of(&name.value);
    let mut alike = known.filter(|it| NameKey::of(&it.value) == key);
    let (Some(meant), None) = (alike.next(), alike.next()) else {
        return None;
    };
    let cells = [name.cells(), meant.cells()].concat();
    Some(Traced::computed(meant.value.clone(), cells, rule))
}
