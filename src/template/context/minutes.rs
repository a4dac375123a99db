//! Facts of "Biên bản đại hội".

use super::events::{Passage, Speech};
use super::{Common, Copies, OfficeContext, Signer, Source, Vote};
use crate::model::{EventKind, Headcount, Member, MotionKind, TimeOfDay, Traced};
use crate::rules::is_summoned;
use crate::template::{Slot, Traces, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Biên bản đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct MinutesContext {
    #[serde(flatten)]
    common: Common,
    /// When it opened: `08 giờ 00 phút`.
    #[serde(rename = "khai_mac_luc")]
    #[schemars(extend("vi" = "Giờ khai mạc: `08 giờ 00 phút`."))]
    opened: Slot,
    /// When it closed.
    #[serde(rename = "be_mac_luc")]
    #[schemars(extend("vi" = "Giờ bế mạc."))]
    closed: Slot,
    /// Who was summoned, who came.
    #[serde(rename = "dang_vien")]
    #[schemars(extend("vi" = "Đảng viên được triệu tập, có mặt, vắng mặt."))]
    attendance: AttendanceContext,
    /// Guests from above.
    #[serde(flatten)]
    guests: Guests,
    /// The presidium, or the one chair.
    #[serde(rename = "chu_tich")]
    #[schemars(extend("vi" = "Đoàn chủ tịch, hoặc chủ tịch đại hội."))]
    chairs: Vec<Slot>,
    /// The vote on it.
    #[serde(rename = "bieu_quyet_chu_tich")]
    #[schemars(extend("vi" = "Biểu quyết bầu đoàn chủ tịch hoặc chủ tịch."))]
    chair_vote: Option<Vote>,
    /// Whether several wrote the minutes ("Đoàn Thư ký").
    #[serde(rename = "doan_thu_ky")]
    #[schemars(extend("vi" = "Có phải đoàn thư ký nhiều người không."))]
    has_secretariat: bool,
    /// The secretariat, or the one secretary.
    #[serde(rename = "thu_ky")]
    #[schemars(extend("vi" = "Đoàn thư ký, hoặc thư ký đại hội."))]
    secretaries: Vec<Slot>,
    /// The vote on it.
    #[serde(rename = "bieu_quyet_thu_ky")]
    #[schemars(extend("vi" = "Biểu quyết bầu đoàn thư ký hoặc thư ký."))]
    secretary_vote: Option<Vote>,
    /// Programme and rules, as voted.
    #[serde(rename = "thu_tuc")]
    #[schemars(extend("vi" = "Chương trình, quy chế làm việc đã biểu quyết."))]
    procedures: Vec<Vote>,
    /// What happened up to the elections, in order.
    #[serde(rename = "dien_bien")]
    #[schemars(extend("vi" = "Diễn biến trước bầu cử, theo thứ tự."))]
    before: Vec<Passage>,
    /// The elections.
    #[serde(rename = "bau_cu")]
    #[schemars(extend("vi" = "Các cuộc bầu cử."))]
    offices: Vec<OfficeContext>,
    /// What happened after the elections, in order.
    #[serde(rename = "dien_bien_sau_bau_cu")]
    #[schemars(extend("vi" = "Diễn biến sau bầu cử, theo thứ tự."))]
    after: Vec<Passage>,
    /// Votes on goals and targets.
    #[serde(rename = "bieu_quyet_muc_tieu")]
    #[schemars(extend("vi" = "Biểu quyết mục tiêu, chỉ tiêu, nhiệm vụ."))]
    target_votes: Vec<Vote>,
    /// Other votes.
    #[serde(rename = "bieu_quyet_khac")]
    #[schemars(extend("vi" = "Các biểu quyết khác."))]
    other_votes: Vec<Vote>,
    /// The vote on the resolution.
    #[serde(rename = "bieu_quyet_nghi_quyet")]
    #[schemars(extend("vi" = "Biểu quyết nghị quyết."))]
    resolution_vote: Option<Vote>,
    /// Closing words.
    #[serde(rename = "be_mac")]
    #[schemars(extend("vi" = "Lời bế mạc."))]
    closings: Vec<Speech>,
    #[serde(flatten)]
    copies: Copies,
    /// Who signs as chair.
    #[serde(rename = "nguoi_ky")]
    #[schemars(extend("vi" = "Người ký ở vị trí chủ tịch."))]
    signer: Slot,
    /// The post to print for the chair, if a row of "Văn bản" names one.
    #[serde(rename = "chuc_danh_ky")]
    #[schemars(extend("vi" = "Chức danh của chủ tịch, nếu trang “Văn bản” có ghi."))]
    signer_post: Option<Slot>,
    /// Who signs as secretary.
    #[serde(rename = "thu_ky_ky")]
    #[schemars(extend("vi" = "Người ký ở vị trí thư ký."))]
    secretary: Slot,
}

/// Who was summoned, who came, who did not.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct AttendanceContext {
    /// All summoned.
    #[serde(rename = "trieu_tap")]
    #[schemars(extend("vi" = "Tổng số được triệu tập."))]
    summoned: Slot,
    /// Official members summoned.
    #[serde(rename = "trieu_tap_chinh_thuc")]
    #[schemars(extend("vi" = "Số đảng viên chính thức được triệu tập."))]
    summoned_official: Slot,
    /// Probationary members summoned, if any.
    #[serde(rename = "trieu_tap_du_bi")]
    #[schemars(extend("vi" = "Số đảng viên dự bị được triệu tập, nếu có."))]
    summoned_probationary: Option<Slot>,
    /// All present.
    #[serde(rename = "co_mat")]
    #[schemars(extend("vi" = "Tổng số có mặt."))]
    present: Slot,
    /// Their share in percent.
    #[serde(rename = "ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ %."))]
    percent: Option<Slot>,
    /// Official members present.
    #[serde(rename = "co_mat_chinh_thuc")]
    #[schemars(extend("vi" = "Số đảng viên chính thức có mặt."))]
    present_official: Slot,
    /// Probationary members present, if any.
    #[serde(rename = "co_mat_du_bi")]
    #[schemars(extend("vi" = "Số đảng viên dự bị có mặt, nếu có."))]
    present_probationary: Option<Slot>,
    /// How many were absent, if any.
    #[serde(rename = "so_vang")]
    #[schemars(extend("vi" = "Số người vắng mặt, nếu có."))]
    absent_count: Option<Slot>,
    /// How many of them have a reason, if any.
    #[serde(rename = "so_co_ly_do")]
    #[schemars(extend("vi" = "Số người vắng mặt có lý do, nếu có."))]
    excused_count: Option<Slot>,
    /// Whether all of them have one.
    #[serde(rename = "deu_co_ly_do")]
    #[schemars(extend("vi" = "Mọi người vắng mặt có đều có lý do không."))]
    are_all_excused: bool,
    /// Each of them.
    #[serde(rename = "vang")]
    #[schemars(extend("vi" = "Từng người vắng mặt."))]
    absent: Vec<Absent>,
}

/// A member who did not come.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Absent {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// Why.
    #[serde(rename = "ly_do")]
    #[schemars(extend("vi" = "Lý do vắng mặt."))]
    reason: Option<Slot>,
    /// Whether the convening committee accepted it.
    #[serde(rename = "duoc_dong_y")]
    #[schemars(extend("vi" = "Cấp ủy triệu tập đại hội có đồng ý cho vắng không."))]
    is_accepted: bool,
}

/// Guests from above.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Guests {
    /// How many, if any.
    #[serde(rename = "so_dai_bieu")]
    #[schemars(extend("vi" = "Số đại biểu cấp trên, nếu có."))]
    count: Option<Slot>,
    /// Each of them.
    #[serde(rename = "dai_bieu")]
    #[schemars(extend("vi" = "Từng đại biểu cấp trên."))]
    guests: Vec<Guest>,
}

/// A guest.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Guest {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// The post.
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Chức vụ."))]
    post: Option<Slot>,
}

impl Guest {
    /// "Họ tên – chức vụ", taken apart.
    pub(super) fn of(guest: &Traced<String>, traces: &mut Traces) -> Self {
        let (name, post) = Self::split(&guest.value);
        Self {
            name: traces.slot(guest, name),
            post: post.map(|post| traces.slot(guest, post)),
        }
    }

    /// The name in such a text.
    pub(super) fn name_of(text: &str) -> &str {
        Self::split(text).0
    }

    fn split(text: &str) -> (&str, Option<&str>) {
        let split = text
            .split_once(" – ")
            .or_else(|| text.split_once(" - "))
            .or_else(|| text.split_once(", "));
        split.map_or((text, None), |(name, post)| {
            (name.trim(), Some(post.trim()))
        })
    }
}

impl Source<'_> {
    /// Facts of the minutes.
    pub(in crate::template) fn minutes(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<MinutesContext> {
        let congress = self.congress;
        let (own, boards) = (&congress.identity, &congress.boards);
        let chair = boards.chairs.first()?;
        let secretary = boards.secretaries.first()?;
        let events = &congress.events;
        let elections = events
            .iter()
            .position(|event| event.kind.value == EventKind::Elections);
        let has_reports = events
            .iter()
            .any(|event| event.kind.value == EventKind::Report);
        let (before, after) = events.split_at(elections.unwrap_or(events.len()));
        Some(MinutesContext {
            common: self.common()?,
            opened: self.time(own.opened.as_ref()?),
            closed: self.time(own.closed.as_ref()?),
            attendance: self.attendance(),
            guests: self.guests(),
            chairs: self.people(&boards.chairs),
            chair_vote: self.votes(MotionKind::Presidium).into_iter().next(),
            has_secretariat: boards.secretaries.len() > 1,
            secretaries: self.people(&boards.secretaries),
            secretary_vote: self.votes(MotionKind::Secretaries).into_iter().next(),
            procedures: [MotionKind::Programme, MotionKind::Rules]
                .into_iter()
                .flat_map(|kind| self.votes(kind))
                .collect(),
            before: self.passages(before),
            offices: self.offices(),
            after: self.passages(after),
            target_votes: self.votes(MotionKind::Target),
            other_votes: if has_reports {
                self.votes(MotionKind::Other)
            } else {
                let reports = self.votes(MotionKind::Report).into_iter();
                reports.chain(self.votes(MotionKind::Other)).collect()
            },
            resolution_vote: self.votes(MotionKind::Resolution).into_iter().next(),
            closings: self.speeches(EventKind::Closing),
            copies: self.copies(),
            signer: self.person(signer.name.unwrap_or(chair)),
            signer_post: self.post(signer),
            secretary: self.person(secretary),
        })
    }

    pub(super) fn time(&mut self, time: &Traced<TimeOfDay>) -> Slot {
        self.traces.slot(time, words::time(time.value))
    }

    /// Guests from above.
    pub(super) fn guests(&mut self) -> Guests {
        let guests = &self.congress.boards.guests;
        let cells = guests.iter().flat_map(Traced::cells).collect();
        let count = Headcount::of(guests.len());
        let count = Traced::computed(count, cells, "guests from above");
        let guests = guests.iter();
        Guests {
            count: self.count_if_any(&count),
            guests: guests.map(|guest| Guest::of(guest, self.traces)).collect(),
        }
    }

    pub(super) fn attendance(&mut self) -> AttendanceContext {
        let turnout = &self.results.turnout;
        let absent: Vec<&Member> = self
            .congress
            .members
            .iter()
            .filter(|one| is_summoned(one) && !one.attended())
            .collect();
        let cells = absent.iter().flat_map(|one| one.counting_cells());
        let absent_count = Traced::computed(
            Headcount::of(absent.len()),
            cells.collect(),
            "summoned and absent",
        );
        let excused = || absent.iter().filter(|one| has_reason(one));
        let cells = excused().flat_map(|one| one.counting_cells());
        let excused_count = Traced::computed(
            Headcount::of(excused().count()),
            cells.collect(),
            "absent with a reason",
        );
        AttendanceContext {
            excused_count: self.count_if_any(&excused_count),
            are_all_excused: excused().count() == absent.len(),
            summoned: self.count(&turnout.summoned),
            summoned_official: self.count(&turnout.official_summoned),
            summoned_probationary: self.count_if_any(&turnout.probationary_summoned),
            present: self.count(&turnout.present),
            percent: self.percent(&turnout.present, &turnout.summoned),
            present_official: self.count(&turnout.official_present),
            present_probationary: self.count_if_any(&turnout.probationary_present),
            absent_count: self.count_if_any(&absent_count),
            absent: absent.iter().map(|member| self.absent(member)).collect(),
        }
    }

    fn absent(&mut self, member: &Member) -> Absent {
        let reason = member.absence_reason.as_deref();
        Absent {
            name: self.text(&member.name),
            reason: reason.map(|reason| self.phrase(reason)),
            is_accepted: member.absence_is_accepted(),
        }
    }
}

/// Whether a reason is known for the absence of a member, or was accepted.
fn has_reason(member: &Member) -> bool {
    member.absence_reason.is_some() || member.absence_is_accepted()
}
