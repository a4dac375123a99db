//! What papers rest on ("căn cứ").

use super::Source;
use crate::model::{FullDate, Traced};
use crate::rules::RuleSet;
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// What papers rest on ("căn cứ"), without those words.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Basis {
    /// What it rests on by the rules, without the word "Căn cứ".
    #[serde(rename = "can_cu")]
    #[schemars(extend("vi" = "Căn cứ theo các quy định, không kèm chữ “Căn cứ”."))]
    rules: Vec<Slot>,
    /// What this congress rests on besides.
    #[serde(rename = "can_cu_rieng")]
    #[schemars(extend("vi" = "Căn cứ riêng của đại hội này."))]
    own: Vec<Slot>,
}

impl Source<'_> {
    /// What papers of the cell rest on: the rules, and what its workbook adds.
    pub(super) fn basis(&mut self) -> Basis {
        let own = self.congress.identity.basis.iter();
        Basis {
            rules: self.basis_by_rules(),
            own: own.map(|basis| self.phrase(basis)).collect(),
        }
    }

    /// What papers rest on by the rules, without the word "Căn cứ".
    pub(super) fn basis_by_rules(&mut self) -> Vec<Slot> {
        self.lines_of_the_day(|rules, day| rules.basis_on(day).collect())
    }

    /// What a decision that ratifies rests on by the rules.
    pub(super) fn basis_of_ratification(&mut self) -> Vec<Slot> {
        self.lines_of_the_day(|rules, day| {
            let besides = rules.ratification_on(day);
            rules.basis_on(day).chain(besides).collect()
        })
    }

    fn lines_of_the_day(
        &mut self,
        lines: impl FnOnce(&'static RuleSet, FullDate) -> Vec<&'static str>,
    ) -> Vec<Slot> {
        let Some(day) = self.date else {
            return Vec::new();
        };
        let basis = lines(self.results.rules, day.value)
            .into_iter()
            .map(|line| {
                let line = Traced::computed(line, day.cells(), "in force on the day");
                self.traces.show(&line)
            });
        basis.collect()
    }
}
