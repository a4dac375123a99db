//! What papers rest on ("căn cứ").

use super::Source;
use crate::model::Traced;
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
        let (rules, day) = (self.results.rules, self.date);
        let lines = day.into_iter().flat_map(|day| {
            let lines = rules.basis_on(day.value);
            lines.map(|line| (line, day.cells()))
        });
        let basis = lines.map(|(line, cells)| {
            let line = Traced::computed(line, cells, "in force on the day");
            self.traces.show(&line)
        });
        basis.collect()
    }
}
