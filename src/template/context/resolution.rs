//! Facts of "Nghị quyết đại hội".

use super::elected::OpenOffice;
use super::{Basis, Common, Signer, Source, Vote};
use crate::model::{Decision, MotionKind, Office, ResolutionPart, Traced};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Nghị quyết đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ResolutionContext {
    #[serde(flatten)]
    common: Common,
    #[serde(flatten)]
    basis: Basis,
    /// Members present.
    #[serde(rename = "co_mat")]
    #[schemars(extend("vi" = "Số đảng viên có mặt."))]
    present: Slot,
    /// Members summoned.
    #[serde(rename = "trieu_tap")]
    #[schemars(extend("vi" = "Số đảng viên được triệu tập."))]
    summoned: Slot,
    /// Reports before the congress that it carried.
    #[serde(rename = "bao_cao_thong_qua")]
    #[schemars(extend("vi" = "Các báo cáo đại hội đã thông qua."))]
    carried_reports: Vec<Slot>,
    /// What the term achieved.
    #[serde(rename = "ket_qua")]
    #[schemars(extend("vi" = "Kết quả nhiệm kỳ."))]
    results: Vec<Slot>,
    /// Where it fell short.
    #[serde(rename = "han_che")]
    #[schemars(extend("vi" = "Hạn chế của nhiệm kỳ."))]
    shortcomings: Vec<Slot>,
    /// Why.
    #[serde(rename = "nguyen_nhan")]
    #[schemars(extend("vi" = "Nguyên nhân."))]
    causes: Vec<Slot>,
    /// Whether anything of the past term is said.
    #[serde(rename = "co_danh_gia")]
    #[schemars(extend("vi" = "Có đánh giá nhiệm kỳ trước không."))]
    has_review: bool,
    /// Whether anything of the coming term is said.
    #[serde(rename = "co_phuong_huong")]
    #[schemars(extend("vi" = "Có đề ra việc của nhiệm kỳ tới không."))]
    has_plan: bool,
    /// Direction.
    #[serde(rename = "phuong_huong")]
    #[schemars(extend("vi" = "Phương hướng."))]
    direction: Vec<Slot>,
    /// Goals in words.
    #[serde(rename = "muc_tieu")]
    #[schemars(extend("vi" = "Mục tiêu viết bằng lời."))]
    goals: Vec<Slot>,
    /// The table of targets.
    #[serde(rename = "chi_tieu")]
    #[schemars(extend("vi" = "Bảng chỉ tiêu."))]
    targets: Vec<TargetContext>,
    /// Tasks.
    #[serde(rename = "nhiem_vu")]
    #[schemars(extend("vi" = "Nhiệm vụ."))]
    tasks: Vec<Slot>,
    /// Measures.
    #[serde(rename = "giai_phap")]
    #[schemars(extend("vi" = "Giải pháp."))]
    measures: Vec<Slot>,
    /// How it is carried out.
    #[serde(rename = "to_chuc_thuc_hien")]
    #[schemars(extend("vi" = "Tổ chức thực hiện."))]
    execution: Vec<Slot>,
    /// Who was elected, office by office.
    #[serde(rename = "ket_qua_bau_cu")]
    #[schemars(extend("vi" = "Kết quả bầu từng chức danh."))]
    offices: Vec<ElectedContext>,
    /// Whether anybody was elected.
    #[serde(rename = "co_nguoi_trung_cu")]
    #[schemars(extend("vi" = "Có ai trúng cử không."))]
    has_elected: bool,
    /// Offices with seats that stayed open.
    #[serde(rename = "con_thieu")]
    #[schemars(extend("vi" = "Các chức danh còn thiếu người."))]
    open: Vec<OpenOffice>,
    /// The vote on the resolution.
    #[serde(rename = "bieu_quyet")]
    #[schemars(extend("vi" = "Biểu quyết nghị quyết."))]
    vote: Option<Vote>,
    /// Who signs.
    #[serde(rename = "nguoi_ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signer: Slot,
    /// The post to print for the signer, if a row of "Văn bản" names one.
    #[serde(rename = "chuc_danh_ky")]
    #[schemars(extend("vi" = "Chức danh của người ký, nếu trang “Văn bản” có ghi."))]
    signer_post: Option<Slot>,
}

/// One row of the table of targets.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct TargetContext {
    /// Place in the table.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trong bảng."))]
    place: String,
    /// What is measured.
    #[serde(rename = "ten")]
    #[schemars(extend("vi" = "Tên chỉ tiêu."))]
    name: Slot,
    /// In what.
    #[serde(rename = "don_vi")]
    #[schemars(extend("vi" = "Đơn vị tính."))]
    unit: Option<Slot>,
    /// How much.
    #[serde(rename = "muc")]
    #[schemars(extend("vi" = "Mức phải đạt."))]
    level: Option<Slot>,
}

/// Those elected to an office.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ElectedContext {
    /// The office at the start of a sentence: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh ở đầu câu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Whether it is one person's.
    #[serde(rename = "mot_nguoi")]
    #[schemars(extend("vi" = "Chức danh ấy có phải của một người không."))]
    is_single: bool,
    /// How many were elected, if any.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số người trúng cử, nếu có."))]
    count: Option<Slot>,
    /// Their names.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ tên những người trúng cử."))]
    names: Vec<Slot>,
    /// Alternates, most votes first.
    #[serde(rename = "du_khuyet")]
    #[schemars(extend("vi" = "Đại biểu dự khuyết, từ nhiều phiếu xuống ít phiếu."))]
    alternates: Vec<Slot>,
}

impl Source<'_> {
    /// Facts of the resolution; none when the workbook holds none of its substance.
    pub(in crate::template) fn resolution(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<ResolutionContext> {
        let congress = self.congress;
        if congress.resolution.is_empty() {
            return None;
        }
        let chair = congress.boards.chairs.first()?;
        let results = self.results;
        let settled = || results.offices.iter().filter(|it| it.is_settled);
        let turnout = &results.turnout;
        let part = |source: &mut Self, part| source.part(part);
        let results = part(self, ResolutionPart::Results);
        let shortcomings = part(self, ResolutionPart::Shortcomings);
        let causes = part(self, ResolutionPart::Causes);
        Some(ResolutionContext {
            common: self.common()?,
            basis: self.basis(),
            present: self.count(&turnout.present),
            summoned: self.count(&turnout.summoned),
            carried_reports: self.carried_reports(),
            has_review: !(results.is_empty()
                && shortcomings.is_empty()
                && causes.is_empty()),
            results,
            shortcomings,
            causes,
            has_plan: self.has_plan(),
            direction: self.part(ResolutionPart::Direction),
            goals: self.part(ResolutionPart::Goals),
            targets: self.targets(),
            tasks: self.part(ResolutionPart::Tasks),
            measures: self.part(ResolutionPart::Measures),
            execution: self.part(ResolutionPart::Execution),
            offices: self.elected(),
            has_elected: settled().any(|office| !office.elected.is_empty()),
            open: settled().filter_map(|it| self.open_office(it)).collect(),
            vote: self.votes(MotionKind::Resolution).into_iter().next(),
            signer: self.person(signer.name.unwrap_or(chair)),
            signer_post: self.post(signer),
        })
    }

    fn carried_reports(&mut self) -> Vec<Slot> {
        let votes = self.votes(MotionKind::Report).into_iter();
        let carried = votes.filter(|vote| vote.is_carried);
        carried.filter_map(|vote| vote.text).collect()
    }

    fn has_plan(&self) -> bool {
        self.congress.resolution.iter().any(|item| {
            let part = item.part.value;
            item.target.is_some()
                || matches!(
                    part,
                    ResolutionPart::Direction
                        | ResolutionPart::Goals
                        | ResolutionPart::Tasks
                        | ResolutionPart::Measures
                )
        })
    }

    fn part(&mut self, part: ResolutionPart) -> Vec<Slot> {
        let congress = self.congress;
        let items = congress
            .resolution
            .iter()
            .filter(|it| it.part.value == part);
        let texts: Vec<&Traced<String>> =
            items.filter_map(|item| item.text.as_ref()).collect();
        self.sentences(&texts)
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

    /// What the congress decided after the last ballot for an office.
    pub(super) fn last_decision(&self, office: Office) -> Option<Decision> {
        let mut ballots = self.results.ballots.iter();
        ballots.rfind(|it| it.id.office == office)?.decision
    }

    fn elected(&mut self) -> Vec<ElectedContext> {
        let results = self.results;
        results
            .offices
            .iter()
            .filter(|office| office.is_settled)
            .map(|office| {
                let count = office.elected_count();
                ElectedContext {
                    office: words::office_at_start(office.office).to_owned(),
                    is_single: matches!(
                        office.office,
                        Office::Secretary | Office::Deputy
                    ),
                    count: self.count_if_any(&count),
                    names: self.people(&office.elected),
                    alternates: self.people(&office.alternates),
                }
            })
            .collect()
    }
}
