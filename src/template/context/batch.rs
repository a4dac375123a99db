//! What both papers of a whole batch name and count.

use super::events::Discussion;
use super::personnel::OfficeContext;
use super::{PaperContext, Signer};
use crate::model::{Congress, FullDate, Headcount, MotionKind, NameKey, Traced};
use crate::rules::{Results, Summary, is_carried};
use crate::template::{BatchFacts, PaperId, PaperKind, Slot, Traces, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of a batch on their way into a context.
pub(in crate::template) struct BatchSource<'a> {
    pub(in crate::template) facts: &'a BatchFacts<'a>,
    /// The sums over all its cells.
    pub(in crate::template) summary: Summary,
    /// What follows the number of the paper.
    pub(in crate::template) symbol: String,
    pub(in crate::template) traces: &'a mut Traces,
}

/// What both papers name.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct BatchNames {
    /// The organisation ("Đảng bộ …"), without those words.
    #[serde(rename = "dang_bo")]
    #[schemars(extend("vi" = "Tên đảng bộ, không kèm chữ “Đảng bộ”."))]
    organisation: Slot,
    /// The organisation above it, if it is known.
    #[serde(rename = "dang_bo_cap_tren")]
    #[schemars(extend("vi" = "Tên đảng bộ cấp trên, nếu biết."))]
    higher_organisation: Option<Slot>,
    /// The term, such as `2022-2025`.
    #[serde(rename = "nhiem_ky")]
    #[schemars(extend("vi" = "Nhiệm kỳ, như `2022-2025`."))]
    term: Slot,
    /// The term before.
    #[serde(rename = "nhiem_ky_truoc")]
    #[schemars(extend("vi" = "Nhiệm kỳ trước."))]
    previous_term: Option<Slot>,
    /// What the congresses rest on.
    #[serde(rename = "can_cu")]
    #[schemars(extend("vi" = "Căn cứ của các đại hội."))]
    basis: Vec<Slot>,
    /// The day of the first congress, without its year if the last was in the same: `29
    /// tháng 8`. None if all were on one day.
    #[serde(rename = "tu_ngay")]
    #[schemars(extend(
        "vi" = "Ngày đại hội đầu tiên, không kèm năm nếu cùng năm với ngày cuối: `29 tháng \
            8`; không có nếu tất cả cùng một ngày."
    ))]
    first_day: Option<Slot>,
    /// The day of the last congress: `05 tháng 9 năm 2022`.
    #[serde(rename = "den_ngay")]
    #[schemars(extend("vi" = "Ngày đại hội cuối cùng: `05 tháng 9 năm 2022`."))]
    last_day: Slot,
    /// How many cells held their congress.
    #[serde(rename = "so_chi_bo")]
    #[schemars(extend("vi" = "Số chi bộ đã đại hội."))]
    held: Slot,
    /// How many should have.
    #[serde(rename = "tong_so_chi_bo")]
    #[schemars(extend("vi" = "Tổng số chi bộ phải đại hội."))]
    listed: Slot,
    /// The share of the one in the other, in percent.
    #[serde(rename = "ty_le_chi_bo")]
    #[schemars(extend("vi" = "Tỷ lệ % chi bộ đã đại hội."))]
    held_percent: Option<Slot>,
    /// Members summoned.
    #[serde(rename = "trieu_tap")]
    #[schemars(extend("vi" = "Số đảng viên được triệu tập."))]
    summoned: Slot,
    /// Members present.
    #[serde(rename = "co_mat")]
    #[schemars(extend("vi" = "Số đảng viên có mặt."))]
    present: Slot,
    /// The share of the one in the other, in percent.
    #[serde(rename = "ty_le_co_mat")]
    #[schemars(extend("vi" = "Tỷ lệ % đảng viên có mặt."))]
    present_percent: Option<Slot>,
    #[serde(flatten)]
    discussion: Discussion,
    /// Goals and targets that every congress carried.
    #[serde(rename = "thong_qua")]
    #[schemars(extend("vi" = "Mục tiêu, nhiệm vụ mà đại hội nào cũng thông qua."))]
    carried: Vec<Slot>,
    /// What came of each office in all cells.
    #[serde(rename = "cac_chuc_danh")]
    #[schemars(extend("vi" = "Kết quả bầu từng chức danh ở tất cả chi bộ."))]
    offices: Vec<OfficeContext>,
    /// Cells that filled every office at the first ballot, if any.
    #[serde(rename = "bau_mot_lan_du")]
    #[schemars(extend("vi" = "Số chi bộ bầu một lần đủ số lượng, nếu có."))]
    filled_at_once: Option<Slot>,
    /// Shares of votes of those elected.
    #[serde(rename = "phieu")]
    #[schemars(extend("vi" = "Tỷ lệ phiếu của những người trúng cử."))]
    votes: Option<VotesContext>,
}

impl BatchNames {
    /// Whether anything is known of what the congresses heard and carried.
    pub(super) fn has_content(&self) -> bool {
        let Discussion { papers, speakers } = &self.discussion;
        papers.is_some() || speakers.is_some() || !self.carried.is_empty()
    }
}

/// The shares of votes between which all elected lie, in percent.
#[derive(Debug, Serialize, JsonSchema)]
struct VotesContext {
    /// The smallest; none if all are equal.
    #[serde(rename = "thap_nhat")]
    #[schemars(extend("vi" = "Tỷ lệ thấp nhất; không có nếu mọi người bằng nhau."))]
    lowest: Option<Slot>,
    /// The largest.
    #[serde(rename = "cao_nhat")]
    #[schemars(extend("vi" = "Tỷ lệ cao nhất."))]
    highest: Slot,
    /// What they are of.
    #[serde(rename = "co_so_ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ so với số nào."))]
    percent_of: String,
}

impl<'a> BatchSource<'a> {
    /// The facts of a paper; none without one that it cannot do without.
    pub(in crate::template) fn context(
        &mut self,
        id: PaperId,
        signer: Signer<'_>,
    ) -> Option<PaperContext> {
        match id.kind {
            PaperKind::Summary => {
                self.summary_paper(id, signer).map(PaperContext::Summary)
            }
            PaperKind::NewsItem => self.news_item().map(PaperContext::NewsItem),
            // of a cell
            PaperKind::AttendanceReport
            | PaperKind::AttendanceList
            | PaperKind::BallotPapers
            | PaperKind::BallotCount
            | PaperKind::Minutes
            | PaperKind::Resolution
            | PaperKind::ElectedList
            | PaperKind::ResultReport
            | PaperKind::Submission
            | PaperKind::Ratification => None,
        }
    }

    pub(super) fn names(&mut self) -> Option<BatchNames> {
        let own = &self.facts.identity;
        let organisation = own.organisation.as_ref()?;
        let term = own.term.as_ref()?;
        let summary = self.summary.clone();
        let last = summary.last_day.as_ref()?;
        let first = summary
            .first_day
            .as_ref()
            .filter(|it| it.value != last.value);
        let listed = self.listed();
        let basis = own.basis.iter().map(|basis| self.traces.phrase(basis));
        Some(BatchNames {
            basis: basis.collect(),
            organisation: self.traces.show(organisation),
            higher_organisation: self.shown(own.higher_organisation.as_ref()),
            term: self.traces.show(term),
            previous_term: self.shown(own.previous_term.as_ref()),
            first_day: first.map(|first| self.first_day(first, last.value)),
            last_day: self.traces.slot(last, words::date(last.value)),
            held: self.traces.show(&summary.congresses),
            held_percent: self.traces.percent(&summary.congresses, &listed),
            listed: self.traces.show(&listed),
            summoned: self.traces.count(&summary.summoned),
            present: self.traces.count(&summary.present),
            present_percent: self.traces.percent(&summary.present, &summary.summoned),
            discussion: Discussion {
                papers: self.traces.count_if_any(&summary.papers),
                speakers: self.traces.count_if_any(&summary.speakers),
            },
            carried: self.carried(),
            offices: self.offices(),
            filled_at_once: self.shown_if_any(&summary.filled_at_once),
            votes: self.votes(),
        })
    }

    /// The cells of the batch with what the rules say of them.
    pub(super) fn cells(&self) -> &'a [(&'a Congress, &'a Results)] {
        &self.facts.cells
    }

    /// A text as typed, if it is there.
    fn shown(&mut self, text: Option<&Traced<String>>) -> Option<Slot> {
        text.map(|text| self.traces.show(text))
    }

    /// A count as it stands beside another, unless it is nothing.
    pub(super) fn shown_if_any(&mut self, count: &Traced<Headcount>) -> Option<Slot> {
        (count.value.0 > 0).then(|| self.traces.show(count))
    }

    /// What the committee says about one part of the congresses, as sentences.
    pub(super) fn assessed(&mut self, part: &str) -> Vec<Slot> {
        let rows = self.facts.parent.assessments.iter();
        let of_part = rows.filter(|row| row.part.value == part);
        of_part.map(|row| self.traces.sentence(&row.text)).collect()
    }

    /// How many cells should have held a congress: those of the list, or else all.
    fn listed(&self) -> Traced<Headcount> {
        let listed = &self.facts.parent.cells;
        if listed.is_empty() {
            return self.summary.congresses.clone();
        }
        let cells = listed.iter().flat_map(Traced::cells).collect();
        let count = Headcount::of(listed.len());
        Traced::computed(count, cells, "cells of the committee's list")
    }

    fn first_day(&mut self, first: &Traced<FullDate>, last: FullDate) -> Slot {
        let text = if first.value.year() == last.year() {
            words::day_and_month(first.value)
        } else {
            words::date(first.value)
        };
        self.traces.slot(first, text)
    }

    /// Goals and targets that every congress voted on in the same words and carried.
    fn carried(&mut self) -> Vec<Slot> {
        let carried = |(congress, results): &(&'a Congress, &'a Results)| {
            let targets = congress.motions.iter();
            let targets = targets.filter(|it| it.kind.value == MotionKind::Target);
            let turnout = &results.turnout;
            let motions =
                targets.filter(move |motion| is_carried(motion, turnout) == Some(true));
            motions
                .filter_map(|it| it.text.as_ref())
                .collect::<Vec<_>>()
        };
        let of_cells: Vec<Vec<&Traced<String>>> =
            self.cells().iter().map(carried).collect();
        let mut slots = Vec::new();
        for text in of_cells.first().into_iter().flatten() {
            let key = NameKey::of(&text.value);
            let same = of_cells.iter().filter_map(|texts| {
                texts.iter().find(|other| NameKey::of(&other.value) == key)
            });
            let same: Vec<_> = same.collect();
            if same.len() == of_cells.len() {
                let cells = same.iter().flat_map(|it| it.cells()).collect();
                let rule = "carried by every congress";
                let text = Traced::computed(text.value.clone(), cells, rule);
                slots.push(self.traces.phrase(&text));
            }
        }
        slots
    }

    fn votes(&mut self) -> Option<VotesContext> {
        let range = self.summary.votes.clone()?;
        let is_one = range.lowest.value == range.highest.value;
        Some(VotesContext {
            lowest: (!is_one).then(|| self.traces.show(&range.lowest)),
            highest: self.traces.show(&range.highest),
            percent_of: words::percent_base(range.base).to_owned(),
        })
    }
}
