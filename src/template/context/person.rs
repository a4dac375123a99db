//! Names of people, each spelt as in the member list in every paper.

use super::Source;
use crate::model::{NameKey, Traced};
use crate::template::Slot;

impl Source<'_> {
    /// A name; of a member as the list of members spells it, wherever else it was typed
    /// with another case or with its tone mark elsewhere ("Hoà", "Hòa").
    pub(super) fn person(&mut self, name: &Traced<String>) -> Slot {
        match self.as_listed(name) {
            Some(listed) => self.traces.show(&listed),
            None => self.traces.show(name),
        }
    }

    /// A name, if it is there.
    pub(super) fn person_if(&mut self, name: Option<&Traced<String>>) -> Option<Slot> {
        name.map(|name| self.person(name))
    }

    /// Names in their order.
    pub(super) fn people(&mut self, names: &[Traced<String>]) -> Vec<Slot> {
        names.iter().map(|name| self.person(name)).collect()
    }

    /// The name of the one member who is meant, where the list spells it otherwise.
    fn as_listed(&self, name: &Traced<String>) -> Option<Traced<String>> {
        let members = self.congress.members.iter();
        let rule = "the name as in the member list";
        as_spelt(name, members.map(|member| &member.name), rule)
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
