//! Facts of "Nghị quyết đại hội".

use super::{Common, Source, Vote};
use crate::model::{Headcount, MotionKind, Office, ResolutionPart, Traced};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Nghị quyết đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ResolutionContext {
    #[serde(flatten)]
    common: Common,
    /// What it rests on by the rules, without the word "Căn cứ".
    #[serde(rename = "can_cu")]
    basis: Vec<String>,
    /// What this congress rests on besides.
    #[serde(rename = "can_cu_rieng")]
    own_basis: Vec<Slot>,
    /// Members present.
    #[serde(rename = "co_mat")]
    present: Slot,
    /// Members summoned.
    #[serde(rename = "trieu_tap")]
    summoned: Slot,
    /// What the term achieved.
    #[serde(rename = "ket_qua")]
    results: Vec<Slot>,
    /// Where it fell short.
    #[serde(rename = "han_che")]
    shortcomings: Vec<Slot>,
    /// Why.
    #[serde(rename = "nguyen_nhan")]
    causes: Vec<Slot>,
    /// Whether anything of the past term is said.
    #[serde(rename = "co_danh_gia")]
    has_review: bool,
    /// Direction.
    #[serde(rename = "phuong_huong")]
    direction: Vec<Slot>,
    /// Goals in words.
    #[serde(rename = "muc_tieu")]
    goals: Vec<Slot>,
    /// The table of targets.
    #[serde(rename = "chi_tieu")]
    targets: Vec<TargetContext>,
    /// Tasks.
    #[serde(rename = "nhiem_vu")]
    tasks: Vec<Slot>,
    /// Measures.
    #[serde(rename = "giai_phap")]
    measures: Vec<Slot>,
    /// How it is carried out.
    #[serde(rename = "to_chuc_thuc_hien")]
    execution: Vec<Slot>,
    /// Who was elected, office by office.
    #[serde(rename = "ket_qua_bau_cu")]
    offices: Vec<ElectedContext>,
    /// The vote on the resolution.
    #[serde(rename = "bieu_quyet")]
    vote: Option<Vote>,
    /// Who signs.
    #[serde(rename = "nguoi_ky")]
    signer: Slot,
}

/// One row of the table of targets.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct TargetContext {
    /// Place in the table.
    #[serde(rename = "tt")]
    place: String,
    /// What is measured.
    #[serde(rename = "ten")]
    name: Slot,
    /// In what.
    #[serde(rename = "don_vi")]
    unit: Option<Slot>,
    /// How much.
    #[serde(rename = "muc")]
    level: Option<Slot>,
}

/// Those elected to an office.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ElectedContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    office: String,
    /// Whether it is one person's.
    #[serde(rename = "mot_nguoi")]
    is_single: bool,
    /// How many were elected, if any.
    #[serde(rename = "so")]
    count: Option<Slot>,
    /// Their names.
    #[serde(rename = "ho_ten")]
    names: Vec<Slot>,
    /// Seats that stayed open, if any.
    #[serde(rename = "con_thieu")]
    still_to_elect: Option<Slot>,
}

impl Source<'_> {
    /// Facts of the resolution; none when the workbook holds none of its substance.
    pub(in crate::template) fn resolution(
        &mut self,
        signer: Option<&Traced<String>>,
    ) -> Option<ResolutionContext> {
        let congress = self.congress;
        if congress.resolution.is_empty() {
            return None;
        }
        let chair = congress.boards.chairs.first()?;
        let turnout = &self.results.turnout;
        let part = |source: &mut Self, part| source.part(part);
        let results = part(self, ResolutionPart::Results);
        let shortcomings = part(self, ResolutionPart::Shortcomings);
        let causes = part(self, ResolutionPart::Causes);
        Some(ResolutionContext {
            common: self.common()?,
            basis: self
                .results
                .rules
                .basis_on(self.date.value)
                .map(str::to_owned)
                .collect(),
            own_basis: congress
                .identity
                .basis
                .iter()
                .map(|basis| self.phrase(basis))
                .collect(),
            present: self.count(&turnout.present),
            summoned: self.count(&turnout.summoned),
            has_review: !(results.is_empty()
                && shortcomings.is_empty()
                && causes.is_empty()),
            results,
            shortcomings,
            causes,
            direction: self.part(ResolutionPart::Direction),
            goals: self.part(ResolutionPart::Goals),
            targets: self.targets(),
            tasks: self.part(ResolutionPart::Tasks),
            measures: self.part(ResolutionPart::Measures),
            execution: self.part(ResolutionPart::Execution),
            offices: self.elected(),
            vote: self.votes(MotionKind::Resolution).into_iter().next(),
            signer: self.text(signer.unwrap_or(chair)),
        })
    }

    fn part(&mut self, part: ResolutionPart) -> Vec<Slot> {
        let congress = self.congress;
        let items = congress
            .resolution
            .iter()
            .filter(|it| it.part.value == part);
        items
            .filter_map(|item| item.text.as_ref())
            .map(|text| self.phrase(text))
            .collect()
    }

    fn targets(&mut self) -> Vec<TargetContext> {
        let congress = self.congress;
        let targets = congress
            .resolution
            .iter()
            .filter_map(|it| it.target.as_ref());
        targets
            .enumerate()
            .map(|(index, target)| TargetContext {
                place: (index + 1).to_string(),
                name: self.phrase(&target.name),
                unit: self.text_if(target.unit.as_ref()),
                level: self.text_if(target.level.as_ref()),
            })
            .collect()
    }

    fn elected(&mut self) -> Vec<ElectedContext> {
        let results = self.results;
        results
            .offices
            .iter()
            .filter(|office| office.is_settled)
            .map(|office| {
                let cells = office.elected.iter().flat_map(|name| name.cells.clone());
                let count = Headcount::of(office.elected.len());
                let count = Traced::computed(count, cells.collect(), "those elected");
                let seats = office.seats.as_ref();
                let open = seats.map(|seats| {
                    seats.as_ref().map(|it| it.0.saturating_sub(count.value.0))
                });
                ElectedContext {
                    office: words::office(office.office).to_owned(),
                    is_single: matches!(
                        office.office,
                        Office::Secretary | Office::Deputy
                    ),
                    count: self.count_if_any(&count),
                    names: self.texts(&office.elected),
                    still_to_elect: open.and_then(|open| self.count_if_any(&open)),
                }
            })
            .collect()
    }
}
