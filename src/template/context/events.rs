//! What happened at the congress, in order, for the minutes.

use super::{Source, Vote};
use crate::model::{Event, EventKind, Headcount, MotionKind, Traced};
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// How much was said before the elections.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Discussion {
    /// How many papers were read ("tham luận"), if any.
    #[serde(rename = "so_tham_luan")]
    #[schemars(extend("vi" = "Số tham luận, nếu có."))]
    pub(super) papers: Option<Slot>,
    /// How many spoke in the discussion, if any.
    #[serde(rename = "so_y_kien")]
    #[schemars(extend("vi" = "Số ý kiến thảo luận, nếu có."))]
    pub(super) speakers: Option<Slot>,
}

/// Events of one kind that follow each other.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one of them is true: templates compare no words"
)]
pub(in crate::template) struct Passage {
    /// Flag salute and opening.
    #[serde(rename = "la_khai_mac")]
    #[schemars(extend("vi" = "Có phải chào cờ, khai mạc không."))]
    is_opening: bool,
    /// Reports.
    #[serde(rename = "la_bao_cao")]
    #[schemars(extend("vi" = "Có phải các báo cáo trình đại hội không."))]
    is_report: bool,
    /// Votes on the reports, after the last of them.
    #[serde(rename = "bieu_quyet")]
    #[schemars(extend("vi" = "Biểu quyết các báo cáo, ghi sau báo cáo cuối cùng."))]
    votes: Vec<Vote>,
    /// Papers read ("tham luận").
    #[serde(rename = "la_tham_luan")]
    #[schemars(extend("vi" = "Có phải tham luận không."))]
    is_paper: bool,
    /// Discussion.
    #[serde(rename = "la_thao_luan")]
    #[schemars(extend("vi" = "Có phải thảo luận không."))]
    is_discussion: bool,
    /// Guidance from above.
    #[serde(rename = "la_chi_dao")]
    #[schemars(extend("vi" = "Có phải phát biểu chỉ đạo của cấp trên không."))]
    is_guidance: bool,
    /// Anything else.
    #[serde(rename = "la_viec_khac")]
    #[schemars(extend("vi" = "Có phải việc khác không."))]
    is_other: bool,
    /// How many events they are.
    #[serde(rename = "so")]
    #[schemars(extend("vi" = "Số việc trong đoạn này."))]
    count: Option<Slot>,
    /// The events.
    #[serde(rename = "su_kien")]
    #[schemars(extend("vi" = "Các việc, theo thứ tự."))]
    events: Vec<Speech>,
}

/// Something said or done.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Speech {
    /// Whether it is the salute of the flag.
    #[serde(rename = "chao_co")]
    #[schemars(extend("vi" = "Có phải chào cờ không."))]
    is_flag_salute: bool,
    /// When: `08 giờ 05 phút`.
    #[serde(rename = "gio")]
    #[schemars(extend("vi" = "Giờ: `08 giờ 05 phút`."))]
    time: Option<Slot>,
    /// Who.
    #[serde(rename = "nguoi")]
    #[schemars(extend("vi" = "Người nói hoặc làm."))]
    person: Option<Slot>,
    /// The post.
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Chức vụ."))]
    post: Option<Slot>,
    /// What, as a sentence.
    #[serde(rename = "noi_dung")]
    #[schemars(extend("vi" = "Nội dung, viết thành câu."))]
    text: Option<Slot>,
}

impl Source<'_> {
    /// What was said of one kind, in order; what has no words and no speaker is left out.
    pub(super) fn speeches(&mut self, kind: EventKind) -> Vec<Speech> {
        let congress = self.congress;
        let events = congress.events.iter().filter(|it| it.kind.value == kind);
        events.filter_map(|event| self.speech(event)).collect()
    }

    /// Events in order, those of one kind that follow each other together. Nominations
    /// stand with their election, closing words at the end.
    pub(super) fn passages(&mut self, events: &[Event]) -> Vec<Passage> {
        let mut passages: Vec<(Section, Vec<&Event>)> = Vec::new();
        for event in events {
            let Some(section) = Section::of(event.kind.value) else {
                continue;
            };
            match passages.last_mut() {
                Some((last, events)) if *last == section => events.push(event),
                _ => passages.push((section, vec![event])),
            }
        }
        let last_report = passages
            .iter()
            .rposition(|(section, _)| *section == Section::Report);
        let passages = passages.into_iter().enumerate();
        let passages = passages.map(|(index, (section, events))| {
            let is_last_report = last_report == Some(index);
            self.passage(section, &events, is_last_report)
        });
        passages
            .filter(|passage| !passage.events.is_empty())
            .collect()
    }

    fn passage(
        &mut self,
        section: Section,
        events: &[&Event],
        is_last_report: bool,
    ) -> Passage {
        let told: Vec<(&Event, Speech)> = events
            .iter()
            .filter_map(|event| Some((*event, self.speech(event)?)))
            .collect();
        let cells = told.iter().flat_map(|(event, _)| event.kind.cells());
        let count = Traced::computed(
            Headcount::of(told.len()),
            cells.collect(),
            "events of one kind",
        );
        Passage {
            is_opening: section == Section::Opening,
            is_report: section == Section::Report,
            votes: if is_last_report {
                self.votes(MotionKind::Report)
            } else {
                Vec::new()
            },
            is_paper: section == Section::Paper,
            is_discussion: section == Section::Discussion,
            is_guidance: section == Section::Guidance,
            is_other: section == Section::Other,
            count: self.count_if_any(&count),
            events: told.into_iter().map(|(_, speech)| speech).collect(),
        }
    }

    /// What happened; none when the row tells neither who nor what.
    fn speech(&mut self, event: &Event) -> Option<Speech> {
        let is_flag_salute = event.kind.value == EventKind::FlagSalute;
        let tells = event.person.is_some() || event.text.is_some() || is_flag_salute;
        tells.then(|| Speech {
            is_flag_salute,
            time: event.time.as_ref().map(|time| self.time(time)),
            person: self.person_if(event.person.as_ref()),
            post: self.text_if(event.post.as_ref()),
            text: event.text.as_ref().map(|text| self.sentence(text)),
        })
    }
}

/// A heading's worth of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Opening,
    Report,
    Paper,
    Discussion,
    Guidance,
    Other,
}

impl Section {
    /// Where an event stands; none for those that stand elsewhere in the minutes.
    fn of(kind: EventKind) -> Option<Self> {
        match kind {
            EventKind::FlagSalute | EventKind::Opening => Some(Self::Opening),
            EventKind::Report => Some(Self::Report),
            EventKind::Paper => Some(Self::Paper),
            EventKind::Discussion => Some(Self::Discussion),
            EventKind::Guidance => Some(Self::Guidance),
            EventKind::Other => Some(Self::Other),
            EventKind::SelfNomination
            | EventKind::Nomination
            | EventKind::Withdrawal
            | EventKind::Elections
            | EventKind::Closing => None,
        }
    }
}
