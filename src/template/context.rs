//! The facts of each paper as its template sees them: one struct for each kind.
//!
//! Keys are Vietnamese without accents; what may be absent is an `Option`, never an
//! empty string. Counts, percentages, words and dates come ready-made.

mod attendance_list;
mod attendance_report;
mod ballot;
mod ballot_paper;
mod basis;
mod batch;
mod candidate;
mod count;
mod elected;
mod elected_list;
mod events;
mod minutes;
mod news;
mod person;
mod personnel;
mod print;
mod ratification;
mod resolution;
mod result_report;
mod signature;
mod statistics;
mod submission;
mod submission_reference;
mod summary;

use attendance_list::AttendanceListContext;
use attendance_report::AttendanceReportContext;
use ballot::BallotContext;
use ballot_paper::BallotPaperContext;
use basis::Basis;
pub(super) use batch::BatchSource;
use count::{Copies, CountContext, OfficeContext};
use elected_list::ElectedListContext;
use minutes::MinutesContext;
use news::NewsContext;
use ratification::RatificationContext;
use resolution::ResolutionContext;
use result_report::ResultReportContext;
use submission::SubmissionContext;
use summary::SummaryContext;

use super::{PaperId, PaperKind, Slot, Traces, words};
use crate::model::{
    Congress, FullDate, Motion, MotionKind, Parent, PartialDate, PinnedPaper, Traced,
};
use crate::rules::{Invalidity, Results, is_carried};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

/// The keys of a paper, as a schema with its references put in.
pub(super) fn schema(kind: PaperKind) -> Schema {
    let settings = SchemaSettings::draft2020_12().with(|settings| {
        settings.inline_subschemas = true;
    });
    let generator = settings.into_generator();
    match kind {
        PaperKind::AttendanceReport => {
            generator.into_root_schema_for::<AttendanceReportContext>()
        }
        PaperKind::BallotPapers => generator.into_root_schema_for::<BallotPaperContext>(),
        PaperKind::AttendanceList => {
            generator.into_root_schema_for::<AttendanceListContext>()
        }
        PaperKind::BallotCount => generator.into_root_schema_for::<CountContext>(),
        PaperKind::Minutes => generator.into_root_schema_for::<MinutesContext>(),
        PaperKind::Resolution => generator.into_root_schema_for::<ResolutionContext>(),
        PaperKind::ElectedList => generator.into_root_schema_for::<ElectedListContext>(),
        PaperKind::ResultReport => {
            generator.into_root_schema_for::<ResultReportContext>()
        }
        PaperKind::Submission => generator.into_root_schema_for::<SubmissionContext>(),
        PaperKind::Ratification => {
            generator.into_root_schema_for::<RatificationContext>()
        }
        PaperKind::Summary => generator.into_root_schema_for::<SummaryContext>(),
        PaperKind::NewsItem => generator.into_root_schema_for::<NewsContext>(),
    }
}

/// The facts of one paper.
#[derive(Debug, Serialize)]
#[serde(untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "made once for a paper and filled in at once"
)]
pub(super) enum PaperContext {
    AttendanceReport(AttendanceReportContext),
    AttendanceList(AttendanceListContext),
    BallotPapers(BallotPaperContext),
    Count(CountContext),
    Minutes(MinutesContext),
    Resolution(ResolutionContext),
    ElectedList(ElectedListContext),
    ResultReport(ResultReportContext),
    Submission(SubmissionContext),
    Ratification(RatificationContext),
    Summary(SummaryContext),
    NewsItem(NewsContext),
}

/// What every paper of a cell names.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Names {
    /// The cell's name ("Chi bộ …"), without those words.
    #[serde(rename = "chi_bo")]
    #[schemars(extend("vi" = "Tên chi bộ, không kèm chữ “Chi bộ”."))]
    cell: Slot,
    /// The organisation ("Đảng bộ …"), without those words.
    #[serde(rename = "dang_bo")]
    #[schemars(extend("vi" = "Tên đảng bộ, không kèm chữ “Đảng bộ”."))]
    organisation: Slot,
    /// The term, such as `2022-2025`.
    #[serde(rename = "nhiem_ky")]
    #[schemars(extend("vi" = "Nhiệm kỳ, như `2022-2025`."))]
    term: Slot,
    /// The term before.
    #[serde(rename = "nhiem_ky_truoc")]
    #[schemars(extend("vi" = "Nhiệm kỳ trước."))]
    previous_term: Option<Slot>,
    /// The day of the congress: `29 tháng 8 năm 2022`.
    #[serde(rename = "ngay")]
    #[schemars(extend("vi" = "Ngày đại hội: `29 tháng 8 năm 2022`."))]
    day: Slot,
    /// The same in figures, for running text: `29/8/2022`.
    #[serde(rename = "ngay_so")]
    #[schemars(extend("vi" = "Ngày đại hội viết bằng số: `29/8/2022`."))]
    day_in_figures: Slot,
    /// The same in words: `hai mươi chín tháng Tám năm hai nghìn không trăm hai mươi
    /// hai`.
    #[serde(rename = "ngay_bang_chu")]
    #[schemars(extend(
        "vi" = "Ngày đại hội viết bằng chữ: `hai mươi chín tháng Tám năm hai nghìn không \
            trăm hai mươi hai`."
    ))]
    day_in_words: Slot,
}

/// What every paper of a congress names.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Common {
    #[serde(flatten)]
    names: Names,
    /// The venue.
    #[serde(rename = "dia_diem")]
    #[schemars(extend("vi" = "Địa điểm đại hội."))]
    venue: Slot,
    /// Whether a presidium led it ("Đoàn Chủ tịch"), and not one chair.
    #[serde(rename = "doan_chu_tich")]
    #[schemars(extend(
        "vi" = "Có phải đoàn chủ tịch nhiều người, không phải một chủ tịch, không."
    ))]
    has_presidium: bool,
    /// Who signs for the chair.
    #[serde(rename = "chu_tich_ky")]
    #[schemars(extend("vi" = "Người ký thay mặt chủ tịch."))]
    chair: Slot,
}

/// A show of hands.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Vote {
    /// What was voted on.
    #[serde(rename = "noi_dung")]
    #[schemars(extend("vi" = "Nội dung biểu quyết."))]
    text: Option<Slot>,
    /// For.
    #[serde(rename = "tan_thanh")]
    #[schemars(extend("vi" = "Số người tán thành."))]
    agreed: Slot,
    /// Whether it was carried: more than half of those entitled agreed.
    #[serde(rename = "duoc_thong_qua")]
    #[schemars(extend(
        "vi" = "Có được thông qua không, tức là quá một nửa số người có quyền biểu quyết \
            tán thành."
    ))]
    is_carried: bool,
    /// Entitled: official members present.
    #[serde(rename = "tong_so")]
    #[schemars(extend("vi" = "Số người có quyền biểu quyết: đảng viên chính thức có mặt."))]
    entitled: Slot,
    /// For, in percent.
    #[serde(rename = "ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ % tán thành."))]
    percent: Slot,
    /// Against, if any.
    #[serde(rename = "khong_tan_thanh")]
    #[schemars(extend("vi" = "Số người không tán thành, nếu có."))]
    disagreed: Option<Slot>,
    /// Of another opinion, if any.
    #[serde(rename = "y_kien_khac")]
    #[schemars(extend("vi" = "Số người có ý kiến khác, nếu có."))]
    abstained: Option<Slot>,
}

/// Who signs, where a row of "Văn bản" says so.
#[derive(Clone, Copy, Default)]
pub(super) struct Signer<'a> {
    pub(super) name: Option<&'a Traced<String>>,
    pub(super) post: Option<&'a Traced<String>>,
}

impl<'a> Signer<'a> {
    /// As the row for a paper says, if there is one.
    pub(super) fn of(row: Option<&'a PinnedPaper>) -> Self {
        row.map_or_else(Self::default, |row| Self {
            name: row.signer.as_ref(),
            post: row.signer_post.as_ref(),
        })
    }
}

/// Facts on their way into a context.
pub(super) struct Source<'a> {
    pub(super) congress: &'a Congress,
    pub(super) results: &'a Results,
    pub(super) parent: Option<&'a Parent>,
    /// The day of the congress; before it, it may not be known.
    pub(super) date: Option<&'a Traced<FullDate>>,
    /// What follows the number of the cell's submissions: `-TTr/CB`.
    pub(super) submission_symbol: String,
    pub(super) traces: &'a mut Traces,
}

impl Source<'_> {
    /// The facts of a paper; none without one that it cannot do without.
    pub(super) fn context(
        &mut self,
        id: PaperId,
        signer: Signer<'_>,
    ) -> Option<PaperContext> {
        Some(match id.kind {
            PaperKind::AttendanceReport => {
                PaperContext::AttendanceReport(self.attendance_report(signer)?)
            }
            PaperKind::BallotPapers => {
                PaperContext::BallotPapers(self.ballot_papers(id.ballot?)?)
            }
            PaperKind::AttendanceList => {
                PaperContext::AttendanceList(self.attendance_list(signer)?)
            }
            PaperKind::BallotCount => {
                PaperContext::Count(self.count_paper(id.ballot?, signer)?)
            }
            PaperKind::Minutes => PaperContext::Minutes(self.minutes(signer)?),
            PaperKind::Resolution => PaperContext::Resolution(self.resolution(signer)?),
            PaperKind::ElectedList => {
                PaperContext::ElectedList(self.elected_list(signer)?)
            }
            PaperKind::ResultReport => {
                PaperContext::ResultReport(self.result_report(signer)?)
            }
            PaperKind::Submission => PaperContext::Submission(self.submission(signer)?),
            PaperKind::Ratification => {
                PaperContext::Ratification(self.ratification(signer)?)
            }
            // of a whole batch
            PaperKind::Summary | PaperKind::NewsItem => return None,
        })
    }

    /// A text as typed.
    pub(super) fn text(&mut self, text: &Traced<String>) -> Slot {
        self.traces.show(text)
    }

    /// A text as typed, if it is there.
    pub(super) fn text_if<T>(&mut self, text: Option<&Traced<T>>) -> Option<Slot>
    where
        T: ToString,
    {
        text.map(|text| self.traces.show(text))
    }

    /// A text as a sentence.
    pub(super) fn sentence(&mut self, text: &Traced<String>) -> Slot {
        self.traces.sentence(text)
    }

    /// Sentences, each a paragraph.
    pub(super) fn sentences(&mut self, texts: &[&Traced<String>]) -> Vec<Slot> {
        texts.iter().map(|text| self.sentence(text)).collect()
    }

    /// The post of a signer, in capitals, where a row of "Văn bản" names one.
    pub(super) fn post(&mut self, signer: Signer<'_>) -> Option<Slot> {
        let post = signer.post?;
        Some(self.traces.slot(post, post.value.to_uppercase()))
    }

    /// A text without the full stop that its cell may end with.
    pub(super) fn phrase<T: AsRef<str>>(&mut self, text: &Traced<T>) -> Slot {
        self.traces.phrase(text)
    }

    /// Why ballots are invalid, without a full stop.
    pub(super) fn invalidity(&mut self, reason: &Traced<Invalidity>) -> Slot {
        let words = words::invalidity(&reason.value);
        let phrase = words.trim_end_matches(['.', ';', ',', ' ']);
        self.traces.slot(reason, phrase)
    }

    /// A count in running text.
    pub(super) fn count<T: Copy + Into<u32>>(&mut self, count: &Traced<T>) -> Slot {
        self.traces.count(count)
    }

    /// Such a count, unless it is nothing.
    pub(super) fn count_if_any<T: Copy + Into<u32>>(
        &mut self,
        count: &Traced<T>,
    ) -> Option<Slot> {
        self.traces.count_if_any(count)
    }

    /// The share of a count in another.
    pub(super) fn percent<A: Copy + Into<u32>, B: Copy + Into<u32>>(
        &mut self,
        part: &Traced<A>,
        whole: &Traced<B>,
    ) -> Option<Slot> {
        self.traces.percent(part, whole)
    }

    pub(super) fn names(&mut self) -> Option<Names> {
        let own = &self.congress.identity;
        let organisation = own.organisation.as_ref()?;
        let term = own.term.as_ref()?;
        Some(Names {
            cell: self.text(&self.congress.cell),
            organisation: self.text(organisation),
            term: self.text(term),
            previous_term: self.text_if(own.previous_term.as_ref()),
            day: self.day()?,
            day_in_figures: self.day_in_figures()?,
            day_in_words: self.day_in_words()?,
        })
    }

    /// The day of the congress.
    pub(super) fn day(&mut self) -> Option<Slot> {
        let day = self.date?;
        Some(self.traces.slot(day, words::date(day.value)))
    }

    fn day_in_figures(&mut self) -> Option<Slot> {
        let day = self.date?;
        let shown = words::short_date(PartialDate::Full(day.value));
        Some(self.traces.slot(day, shown))
    }

    fn day_in_words(&mut self) -> Option<Slot> {
        let day = self.date?;
        Some(self.traces.slot(day, words::date_in_words(day.value)))
    }

    pub(super) fn common(&mut self) -> Option<Common> {
        let congress = self.congress;
        let venue = congress.identity.venue.as_ref()?;
        let chair = congress.boards.chairs.first()?;
        Some(Common {
            names: self.names()?,
            venue: self.phrase(venue),
            has_presidium: congress.boards.chairs.len() > 1,
            chair: self.person(chair),
        })
    }

    /// Shows of hands of a kind that belong to no election.
    pub(super) fn votes(&mut self, kind: MotionKind) -> Vec<Vote> {
        let congress = self.congress;
        congress
            .motions
            .iter()
            .filter(|motion| motion.kind.value == kind && motion.ballot.is_none())
            .filter_map(|motion| self.vote(motion))
            .collect()
    }

    /// A show of hands, when its count was typed.
    pub(super) fn vote(&mut self, motion: &Motion) -> Option<Vote> {
        let agreed = motion.agreed.as_ref()?;
        let entitled = self.results.turnout.official_present.clone();
        let percent = self.percent(agreed, &entitled)?;
        let disagreed = motion.disagreed.as_ref();
        let abstained = motion.abstained.as_ref();
        Some(Vote {
            text: motion.text.as_ref().map(|text| self.phrase(text)),
            agreed: self.count(agreed),
            is_carried: is_carried(motion, &self.results.turnout) == Some(true),
            entitled: self.count(&entitled),
            percent,
            disagreed: disagreed.and_then(|count| self.count_if_any(count)),
            abstained: abstained.and_then(|count| self.count_if_any(count)),
        })
    }
}
