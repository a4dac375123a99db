//! One cell's congress ("đại hội chi bộ") as its workbook tells it.

use crate::diagnostic::Place;
use crate::model::{
    Ballot, BallotId, FullDate, Headcount, Member, Office, PaperKind, TimeOfDay, Traced,
    Votes,
};
use std::sync::Arc;

/// Everything one cell's workbooks hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Congress {
    /// Its files, relative to the input.
    pub files: Vec<Arc<str>>,
    /// "Chi bộ", without those words.
    pub cell: Traced<String>,
    /// Names, term, place and dates.
    pub identity: Identity,
    /// Who led it.
    pub boards: Boards,
    /// "Đảng viên".
    pub members: Vec<Member>,
    /// The sheet of the member list.
    pub members_place: Place,
    /// Ballots in the order of the congress.
    pub ballots: Vec<Ballot>,
    /// "Biểu quyết".
    pub motions: Vec<Motion>,
    /// "Nghị quyết".
    pub resolution: Vec<ResolutionItem>,
    /// "Diễn biến".
    pub events: Vec<Event>,
    /// "Đánh giá".
    pub assessments: Vec<Assessment>,
    /// "Văn bản".
    pub pinned: Vec<PinnedPaper>,
}

/// "Thông tin": whose congress it is, and when and where it met.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// "Đảng bộ": the base organisation the cell belongs to, without those words.
    pub organisation: Option<Traced<String>>,
    /// "Đảng bộ cấp trên", without the word "Đảng bộ".
    pub higher_organisation: Option<Traced<String>>,
    /// "Ký hiệu chi bộ"; default CB.
    pub cell_symbol: Option<Traced<String>>,
    /// "Ký hiệu đảng ủy"; default ĐU.
    pub committee_symbol: Option<Traced<String>>,
    /// "Nhiệm kỳ", with an unspaced hyphen.
    pub term: Option<Traced<String>>,
    /// "Nhiệm kỳ trước", with an unspaced hyphen.
    pub previous_term: Option<Traced<String>>,
    /// "Lần thứ".
    pub ordinal: Option<Traced<String>>,
    /// "Ngày đại hội".
    pub date: Option<Traced<FullDate>>,
    /// "Khai mạc".
    pub opened: Option<Traced<TimeOfDay>>,
    /// "Bế mạc".
    pub closed: Option<Traced<TimeOfDay>>,
    /// "Địa điểm".
    pub venue: Option<Traced<String>>,
    /// "Địa danh".
    pub place_name: Option<Traced<String>>,
    /// "Căn cứ" of this congress, after those of the rule set.
    pub basis: Vec<Traced<String>>,
    /// "Tổng số đảng viên" and its parts, as typed.
    pub totals: TypedTotals,
    /// "Cơ sở tính tỷ lệ".
    pub percent_base: Option<Traced<PercentBase>>,
    /// "Phiếu dự phòng"; default 2.
    pub spare_ballots: Option<Traced<Votes>>,
    /// "Số bản biên bản"; default 3.
    pub copies: Option<Traced<Headcount>>,
    /// Labels whose value could not be read, each of them a finding already.
    pub unreadable: Vec<&'static str>,
    /// "Đoàn chủ tịch ký biên bản kiểm phiếu".
    pub presidium_signs_count: Option<Traced<bool>>,
}

impl Identity {
    /// Fills what is absent here from the parent's labels ("a cell's own value wins").
    ///
    /// Totals are of one cell and are never inherited.
    pub fn inherit(&mut self, parent: &Self) {
        fn fill<T: Clone>(own: &mut Option<T>, parent: Option<&T>) {
            if own.is_none() {
                *own = parent.cloned();
            }
        }
        fill(&mut self.organisation, parent.organisation.as_ref());
        let higher = parent.higher_organisation.as_ref();
        fill(&mut self.higher_organisation, higher);
        fill(&mut self.cell_symbol, parent.cell_symbol.as_ref());
        fill(&mut self.committee_symbol, parent.committee_symbol.as_ref());
        fill(&mut self.term, parent.term.as_ref());
        fill(&mut self.previous_term, parent.previous_term.as_ref());
        fill(&mut self.ordinal, parent.ordinal.as_ref());
        fill(&mut self.date, parent.date.as_ref());
        fill(&mut self.opened, parent.opened.as_ref());
        fill(&mut self.closed, parent.closed.as_ref());
        fill(&mut self.venue, parent.venue.as_ref());
        fill(&mut self.place_name, parent.place_name.as_ref());
        fill(&mut self.percent_base, parent.percent_base.as_ref());
        fill(&mut self.spare_ballots, parent.spare_ballots.as_ref());
        fill(&mut self.copies, parent.copies.as_ref());
        let signs = parent.presidium_signs_count.as_ref();
        fill(&mut self.presidium_signs_count, signs);
        if self.basis.is_empty() {
            self.basis.clone_from(&parent.basis);
        }
    }
}

/// Totals typed under "Thông tin", checked against the list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypedTotals {
    /// "Tổng số đảng viên".
    pub all: Option<Traced<Headcount>>,
    /// "Chính thức".
    pub official: Option<Traced<Headcount>>,
    /// "Dự bị".
    pub probationary: Option<Traced<Headcount>>,
    /// "Nữ".
    pub women: Option<Traced<Headcount>>,
}

/// Who led the congress.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Boards {
    /// "Chủ tịch đại hội": one, or the presidium; the first signs.
    pub chairs: Vec<Traced<String>>,
    /// "Thư ký đại hội": one, or the secretariat; the first signs.
    pub secretaries: Vec<Traced<String>>,
    /// "Đại biểu cấp trên": "Họ tên – chức vụ".
    pub guests: Vec<Traced<String>>,
    /// "Bí thư nhiệm kỳ trước".
    pub outgoing_secretary: Option<Traced<String>>,
    /// "Chi ủy nhiệm kỳ trước".
    pub outgoing_committee: Vec<Traced<String>>,
}

/// "Cơ sở tính tỷ lệ": what printed percentages are of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PercentBase {
    /// "Đảng viên chính thức": the denominator of the election.
    #[default]
    Official,
    /// "Hợp lệ": valid ballots.
    Valid,
    /// "Có mặt": present at the vote.
    Present,
    /// "Triệu tập": summoned.
    Summoned,
}

/// One show of hands ("biểu quyết").
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motion {
    /// "Loại".
    pub kind: Traced<MotionKind>,
    /// "Cuộc bầu" and "Lần", for the motions of an election.
    pub ballot: Option<Traced<BallotId>>,
    /// "Nội dung".
    pub text: Option<Traced<String>>,
    /// "Tán thành".
    pub agreed: Option<Traced<Votes>>,
    /// "Không tán thành".
    pub disagreed: Option<Traced<Votes>>,
    /// "Ý kiến khác".
    pub abstained: Option<Traced<Votes>>,
}

/// "Loại" of a show of hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MotionKind {
    /// "Đoàn chủ tịch", also a single chair.
    Presidium,
    /// "Thư ký".
    Secretaries,
    /// "Chương trình".
    Programme,
    /// "Quy chế".
    Rules,
    /// "Báo cáo".
    Report,
    /// "Số lượng".
    Seats,
    /// "Danh sách bầu cử".
    CandidateList,
    /// "Ban kiểm phiếu".
    CountingBoard,
    /// "Mục tiêu".
    Target,
    /// "Nghị quyết".
    Resolution,
    /// "Khác".
    Other,
}

/// One row of "Nghị quyết".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolutionItem {
    /// "Phần".
    pub part: Traced<ResolutionPart>,
    /// "Nội dung".
    pub text: Option<Traced<String>>,
    /// "Chỉ tiêu · Đơn vị · Mức".
    pub target: Option<Target>,
}

/// "Phần" of the resolution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ResolutionPart {
    /// "Kết quả nhiệm kỳ".
    Results,
    /// "Hạn chế".
    Shortcomings,
    /// "Nguyên nhân".
    Causes,
    /// "Phương hướng".
    Direction,
    /// "Mục tiêu".
    Goals,
    /// "Nhiệm vụ".
    Tasks,
    /// "Giải pháp".
    Measures,
    /// "Tổ chức thực hiện".
    Execution,
}

/// One row of the table of targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// "Chỉ tiêu".
    pub name: Traced<String>,
    /// "Đơn vị".
    pub unit: Option<Traced<String>>,
    /// "Mức".
    pub level: Option<Traced<String>>,
}

/// One row of "Diễn biến".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// "Giờ".
    pub time: Option<Traced<TimeOfDay>>,
    /// "Việc".
    pub kind: Traced<EventKind>,
    /// "Cuộc bầu" and "Lần", for nominations.
    pub ballot: Option<Traced<BallotId>>,
    /// "Người".
    pub person: Option<Traced<String>>,
    /// "Chức vụ".
    pub post: Option<Traced<String>>,
    /// "Nội dung".
    pub text: Option<Traced<String>>,
}

/// "Việc".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventKind {
    /// "Chào cờ".
    FlagSalute,
    /// "Khai mạc".
    Opening,
    /// "Báo cáo".
    Report,
    /// "Tham luận".
    Paper,
    /// "Thảo luận".
    Discussion,
    /// "Phát biểu chỉ đạo".
    Guidance,
    /// "Ứng cử".
    SelfNomination,
    /// "Đề cử".
    Nomination,
    /// "Xin rút".
    Withdrawal,
    /// "Bầu cử": here the elections stand.
    Elections,
    /// "Bế mạc".
    Closing,
    /// "Khác".
    Other,
}

/// One row of a cell's "Đánh giá".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// "Phần" as typed: "Ưu điểm", "Hạn chế", "Kiến nghị".
    pub part: Traced<String>,
    /// "Nội dung".
    pub text: Traced<String>,
}

/// One row of "Văn bản": facts of one paper that win over the defaults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedPaper {
    /// "Loại": name or kind.
    pub kind: Traced<PaperKind>,
    /// "Cuộc bầu", for the papers of a ballot.
    pub office: Option<Traced<Office>>,
    /// "Lần": round and whether a re-vote.
    pub round: Option<Traced<(u32, bool)>>,
    /// "Số".
    pub number: Option<Traced<PinnedValue<String>>>,
    /// "Ngày".
    pub date: Option<Traced<PinnedValue<FullDate>>>,
    /// "Người ký".
    pub signer: Option<Traced<String>>,
    /// "Chức danh ký".
    pub signer_post: Option<Traced<String>>,
    /// "Nơi nhận".
    pub recipients: Vec<Traced<String>>,
}

impl PinnedPaper {
    /// The number of its counter: `5`, or the first figures of `05-BB/ĐH`.
    pub fn counted(&self) -> Option<u32> {
        let PinnedValue::Value(text) = &self.number.as_ref()?.value else {
            return None;
        };
        let digits = text.trim_start_matches(|it: char| !it.is_ascii_digit());
        let rest = digits.trim_start_matches(|it: char| it.is_ascii_digit());
        digits.strip_suffix(rest)?.parse().ok()
    }

    /// The day, unless it is left blank.
    pub fn day(&self) -> Option<FullDate> {
        match self.date.as_ref()?.value {
            PinnedValue::Value(date) => Some(date),
            PinnedValue::Blank => None,
        }
    }
}

/// A value, or `–`: left blank for the hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinnedValue<T> {
    /// Blank.
    Blank,
    /// This.
    Value(T),
}
