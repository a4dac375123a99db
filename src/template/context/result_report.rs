//! Facts of "Báo cáo kết quả đại hội".

use super::attendance_report::MembersContext;
use super::elected::OpenOffice;
use super::events::{Discussion, Speech};
use super::minutes::{AttendanceContext, Guests};
use super::signature::SignatureContext;
use super::{Names, OfficeContext, Signer, Source, Vote};
use crate::model::{Event, EventKind, Headcount, MotionKind, Traced};
use crate::rules::Statistics;
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Báo cáo kết quả đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ResultReportContext {
    #[serde(flatten)]
    names: Names,
    /// The venue, if it is known.
    #[serde(rename = "dia_diem")]
    #[schemars(extend("vi" = "Địa điểm, nếu biết."))]
    venue: Option<Slot>,
    /// How many members the cell has.
    #[serde(rename = "so_luong")]
    #[schemars(extend("vi" = "Số lượng đảng viên của chi bộ."))]
    members: MembersContext,
    /// Who was summoned, who came.
    #[serde(rename = "dang_vien")]
    #[schemars(extend("vi" = "Đảng viên được triệu tập, có mặt, vắng mặt."))]
    attendance: AttendanceContext,
    /// Guests from above.
    #[serde(flatten)]
    guests: Guests,
    /// Reports before the congress.
    #[serde(rename = "bao_cao")]
    #[schemars(extend("vi" = "Các báo cáo trình đại hội."))]
    reports: Vec<Speech>,
    #[serde(flatten)]
    discussion: Discussion,
    /// Guidance from above.
    #[serde(rename = "chi_dao")]
    #[schemars(extend("vi" = "Phát biểu chỉ đạo của cấp trên."))]
    guidance: Vec<Speech>,
    /// The elections, office by office.
    #[serde(rename = "bau_cu")]
    #[schemars(extend("vi" = "Kết quả bầu cử từng chức danh."))]
    offices: Vec<OfficeContext>,
    /// Offices with seats that stayed open.
    #[serde(rename = "con_thieu")]
    #[schemars(extend("vi" = "Các chức danh còn thiếu người."))]
    open: Vec<OpenOffice>,
    /// Votes on goals and targets.
    #[serde(rename = "bieu_quyet_muc_tieu")]
    #[schemars(extend("vi" = "Biểu quyết mục tiêu, chỉ tiêu, nhiệm vụ."))]
    target_votes: Vec<Vote>,
    /// The vote on the resolution.
    #[serde(rename = "bieu_quyet_nghi_quyet")]
    #[schemars(extend("vi" = "Biểu quyết nghị quyết."))]
    resolution_vote: Option<Vote>,
    /// Strengths of the congress.
    #[serde(rename = "uu_diem")]
    #[schemars(extend("vi" = "Ưu điểm của đại hội."))]
    strengths: Vec<Slot>,
    /// Its shortcomings.
    #[serde(rename = "han_che")]
    #[schemars(extend("vi" = "Hạn chế của đại hội."))]
    shortcomings: Vec<Slot>,
    /// Whether either is said.
    #[serde(rename = "co_danh_gia")]
    #[schemars(extend("vi" = "Có nêu ưu điểm hoặc hạn chế không."))]
    is_assessed: bool,
    /// What is asked of the committee above.
    #[serde(rename = "kien_nghi")]
    #[schemars(extend("vi" = "Kiến nghị với cấp trên."))]
    proposals: Vec<Slot>,
    /// Whether anything is asked of it, a designation among that.
    #[serde(rename = "co_de_nghi")]
    #[schemars(extend("vi" = "Có kiến nghị hoặc đề nghị chỉ định không."))]
    has_requests: bool,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

impl Source<'_> {
    /// Facts of the report on the result.
    pub(in crate::template) fn result_report(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<ResultReportContext> {
        let own = &self.congress.identity;
        let day = self.date.map(|day| day.value);
        let statistics = Statistics::of(self.congress, day);
        let strengths = self.assessed("Ưu điểm");
        let shortcomings = self.assessed("Hạn chế");
        let proposals = self.assessed("Kiến nghị");
        let open = self.open_offices();
        Some(ResultReportContext {
            names: self.names()?,
            venue: own.venue.as_ref().map(|venue| self.phrase(venue)),
            members: self.members(&statistics),
            attendance: self.attendance(),
            guests: self.guests(),
            reports: self.speeches(EventKind::Report),
            discussion: Discussion {
                papers: self.event_count(EventKind::Paper),
                speakers: self.event_count(EventKind::Discussion),
            },
            guidance: self.speeches(EventKind::Guidance),
            offices: self.offices(),
            has_requests: !proposals.is_empty()
                || open.iter().any(|office| office.asks_to_designate),
            open,
            target_votes: self.votes(MotionKind::Target),
            resolution_vote: self.votes(MotionKind::Resolution).into_iter().next(),
            is_assessed: !(strengths.is_empty() && shortcomings.is_empty()),
            strengths,
            shortcomings,
            proposals,
            signature: self.new_leader(signer),
        })
    }

    /// What the cell says about one part of its congress, as sentences.
    fn assessed(&mut self, part: &str) -> Vec<Slot> {
        let rows = self.congress.assessments.iter();
        let of_part = rows.filter(|row| row.part.value == part);
        let texts: Vec<&Traced<String>> = of_part.map(|row| &row.text).collect();
        self.sentences(&texts)
    }

    /// How many events of a kind there were, if any.
    fn event_count(&mut self, kind: EventKind) -> Option<Slot> {
        let events = self.congress.events.iter();
        let of_kind: Vec<&Event> = events.filter(|it| it.kind.value == kind).collect();
        let cells = of_kind.iter().flat_map(|event| event.kind.cells());
        let count = Headcount::of(of_kind.len());
        let count = Traced::computed(count, cells.collect(), "events of this kind");
        self.count_if_any(&count)
    }
}
