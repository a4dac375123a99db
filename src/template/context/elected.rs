//! Those elected, as the papers after the congress name them.

use super::Source;
use super::candidate::Voted;
use crate::diagnostic::Place;
use crate::model::{Decision, Headcount, NameKey, Office, PercentBase, Traced};
use crate::rules::{BallotResult, CandidateResult, OfficeResult};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// One person elected to one office, with the votes that decided it.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ElectedRow {
    #[serde(flatten)]
    voted: Voted,
    /// The office: `Chi ủy viên`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh: `Chi ủy viên`, `Bí thư` …"))]
    office: String,
    /// What the percentage is of.
    #[serde(rename = "tren")]
    #[schemars(extend("vi" = "Số dùng để tính tỷ lệ."))]
    out_of: Slot,
}

/// One person with the post to be ratified in.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct PostHolder {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// The post, at the end of a line: `Bí thư`, `chi ủy viên`.
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Chức danh ở cuối dòng: `Bí thư`, `chi ủy viên`."))]
    post: String,
}

/// Seats of an office that stayed open when the congress closed.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that templates ask for one by one"
)]
pub(in crate::template) struct OpenOffice {
    /// The office at the start of a sentence: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh ở đầu câu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Whether it is one person's.
    #[serde(rename = "mot_nguoi")]
    #[schemars(extend("vi" = "Chức danh ấy có phải của một người không."))]
    is_single: bool,
    /// Whether anybody was elected to it.
    #[serde(rename = "da_bau")]
    #[schemars(extend("vi" = "Đã bầu được ai chưa."))]
    is_begun: bool,
    /// How many seats.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số suất còn thiếu."))]
    count: Slot,
    /// The congress asked the higher committee to designate.
    #[serde(rename = "de_nghi_chi_dinh")]
    #[schemars(extend("vi" = "Đại hội đề nghị cấp ủy cấp trên chỉ định."))]
    pub(super) asks_to_designate: bool,
    /// The congress left it at that.
    #[serde(rename = "khong_bau_nua")]
    #[schemars(extend("vi" = "Đại hội quyết định không bầu nữa."))]
    stopped: bool,
}

impl<'a> Source<'a> {
    /// The offices that the committee above ratifies.
    fn ratified(&self) -> impl Iterator<Item = &'a OfficeResult> + use<'a> {
        let offices = self.results.offices.iter();
        offices.filter(|office| office.office.is_ratified() && office.is_settled)
    }

    /// The result of a person elected to an office.
    fn decisive(
        &self,
        office: Office,
        name: &Traced<String>,
    ) -> Option<(&'a BallotResult, &'a CandidateResult)> {
        let ballots = self.results.ballots.iter();
        let of_office = ballots.filter(|ballot| ballot.id.office == office);
        let mut elected = of_office.flat_map(|ballot| {
            let candidates = ballot.candidates.iter();
            candidates
                .filter(|one| one.is_elected)
                .map(move |one| (ballot, one))
        });
        elected.find(|(_, one)| one.name == *name)
    }

    /// Everybody elected to an office that is ratified, office by office, with votes.
    pub(super) fn elected_rows(&mut self) -> Vec<ElectedRow> {
        let mut rows = Vec::new();
        for office in self.ratified() {
            for name in &office.elected {
                let Some((ballot, one)) = self.decisive(office.office, name) else {
                    continue;
                };
                let Some((_, base)) = ballot.percent_base.as_ref() else {
                    continue;
                };
                let Some(voted) = self.voted(rows.len() + 1, one) else {
                    continue;
                };
                rows.push(ElectedRow {
                    voted,
                    office: words::holder_at_start(office.office).to_owned(),
                    out_of: self.traces.show(base),
                });
            }
        }
        rows
    }

    /// What the percentages of those rows are of, for the head of their column.
    pub(super) fn percent_of(&self) -> String {
        let mut bases = self
            .results
            .ballots
            .iter()
            .map(|it| it.percent_base.as_ref());
        let base = bases.find_map(|base| base.map(|(base, _)| *base));
        words::percent_base(base.unwrap_or(PercentBase::Official)).to_owned()
    }

    /// Those to be ratified: secretary, deputy, then the rest of the committee by votes;
    /// nobody twice.
    pub(super) fn post_holders(&mut self) -> Vec<PostHolder> {
        let holders = self.holders().into_iter();
        let holders = holders.map(|(name, office)| PostHolder {
            name: self.person(name),
            post: words::holders(office).to_owned(),
        });
        holders.collect()
    }

    /// The same by name and highest office.
    pub(super) fn holders(&self) -> Vec<(&'a Traced<String>, Office)> {
        let order = [Office::Secretary, Office::Deputy, Office::Committee];
        let mut named: Vec<NameKey> = Vec::new();
        let mut holders = Vec::new();
        for office in order {
            let offices = self.ratified().filter(|it| it.office == office);
            for name in offices.flat_map(|it| &it.elected) {
                let key = NameKey::of(&name.value);
                if named.contains(&key) {
                    continue;
                }
                named.push(key);
                holders.push((name, office));
            }
        }
        holders
    }

    /// Those elected to an office.
    pub(super) fn holders_of(&self, office: Office) -> &'a [Traced<String>] {
        let mut offices = self.ratified();
        let office = offices.find(|it| it.office == office);
        office.map(|it| it.elected.as_slice()).unwrap_or_default()
    }

    /// How many the new committee are, if the cell elected one.
    pub(super) fn committee_size(&mut self) -> Option<Slot> {
        let elected = self.holders_of(Office::Committee);
        let cells: Vec<Place> = elected.iter().flat_map(Traced::cells).collect();
        let size = Traced::computed(Headcount::of(elected.len()), cells, "those elected");
        self.count_if_any(&size)
    }

    /// The offices with somebody elected: `Chi ủy`, `Bí thư`, `Phó Bí thư`.
    pub(super) fn elected_offices(&self) -> Vec<&'static str> {
        let filled = self.ratified().filter(|office| !office.elected.is_empty());
        filled.map(|it| words::office(it.office)).collect()
    }

    /// Offices with seats that stayed open.
    pub(super) fn open_offices(&mut self) -> Vec<OpenOffice> {
        let offices = self.ratified();
        offices.filter_map(|it| self.open_office(it)).collect()
    }

    /// An office with its seats that stayed open, if there are any.
    pub(super) fn open_office(&mut self, office: &OfficeResult) -> Option<OpenOffice> {
        let decision = self.last_decision(office.office);
        Some(OpenOffice {
            count: self.count_if_any(&office.open_seats()?)?,
            office: words::office_at_start(office.office).to_owned(),
            is_single: matches!(office.office, Office::Secretary | Office::Deputy),
            is_begun: !office.elected.is_empty(),
            asks_to_designate: decision == Some(Decision::AskHigherCommittee),
            stopped: decision == Some(Decision::Stop),
        })
    }
}
