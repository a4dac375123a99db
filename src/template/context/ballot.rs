//! One counted ballot, for its count and for the minutes.

use super::candidate::{CandidateContext, Excluded, by_given_name};
use super::{Source, Vote};
use crate::diagnostic::Place;
use crate::model::{
    Ballot, Decision, EventKind, Headcount, MotionKind, Office, PercentBase, Traced,
};
use crate::rules::{BallotResult, Outcome, ranked};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// One counted ballot.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that templates ask for one by one"
)]
pub(in crate::template) struct BallotContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh được bầu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Those elected to it: `chi ủy viên` …
    #[serde(rename = "nguoi_trung_cu")]
    #[schemars(extend("vi" = "Người trúng cử chức danh ấy: `chi ủy viên` …"))]
    holders: String,
    /// The round: `1`.
    #[serde(rename = "so_lan")]
    #[schemars(extend("vi" = "Lần bầu: `1`."))]
    round: Slot,
    /// The round, when it is not the first: `2`.
    #[serde(rename = "lan")]
    #[schemars(extend("vi" = "Lần bầu, khi không phải lần đầu: `2`."))]
    later_round: Option<Slot>,
    /// Whether delegates are elected.
    #[serde(rename = "la_dai_bieu")]
    #[schemars(extend("vi" = "Có phải bầu đại biểu dự đại hội cấp trên không."))]
    is_for_delegates: bool,
    /// Whether only places of alternates are left to fill.
    #[serde(rename = "bau_du_khuyet")]
    #[schemars(extend("vi" = "Có phải chỉ còn bầu đại biểu dự khuyết không."))]
    elects_alternates: bool,
    /// Whether only those tied stand.
    #[serde(rename = "bau_lai")]
    #[schemars(extend("vi" = "Có phải bầu lại giữa những người bằng phiếu không."))]
    is_revote: bool,
    /// Seats to fill.
    #[serde(rename = "so_luong")]
    #[schemars(extend("vi" = "Số lượng cần bầu."))]
    seats: Slot,
    /// The vote on that number.
    #[serde(rename = "bieu_quyet_so_luong")]
    #[schemars(extend("vi" = "Biểu quyết số lượng ấy."))]
    seats_vote: Option<Vote>,
    /// Who put themselves forward.
    #[serde(rename = "ung_cu")]
    #[schemars(extend("vi" = "Người ứng cử."))]
    self_nominations: Vec<Slot>,
    /// Who was nominated.
    #[serde(rename = "de_cu")]
    #[schemars(extend("vi" = "Người được đề cử."))]
    nominations: Vec<Slot>,
    /// Who asked to withdraw.
    #[serde(rename = "xin_rut")]
    #[schemars(extend("vi" = "Người xin rút khỏi danh sách."))]
    withdrawals: Vec<Slot>,
    /// How many names are on the list.
    #[serde(rename = "so_nguoi_trong_danh_sach")]
    #[schemars(extend("vi" = "Số người trong danh sách bầu cử."))]
    names: Slot,
    /// Whether there is only one name.
    #[serde(rename = "mot_nguoi_trong_danh_sach")]
    #[schemars(extend("vi" = "Danh sách có phải chỉ một người không."))]
    has_one_name: bool,
    /// The vote on the list.
    #[serde(rename = "bieu_quyet_danh_sach")]
    #[schemars(extend("vi" = "Biểu quyết danh sách bầu cử."))]
    list_vote: Option<Vote>,
    /// Head of the counting board.
    #[serde(rename = "truong_ban")]
    #[schemars(extend("vi" = "Trưởng ban kiểm phiếu."))]
    board_head: Option<Slot>,
    /// Its other members.
    #[serde(rename = "uy_vien")]
    #[schemars(extend("vi" = "Các ủy viên ban kiểm phiếu."))]
    board_members: Vec<Slot>,
    /// How many they are in all.
    #[serde(rename = "so_nguoi_ban_kiem_phieu")]
    #[schemars(extend("vi" = "Số người của ban kiểm phiếu."))]
    board_size: Option<Slot>,
    /// The vote on the board.
    #[serde(rename = "bieu_quyet_ban_kiem_phieu")]
    #[schemars(extend("vi" = "Biểu quyết ban kiểm phiếu."))]
    board_vote: Option<Vote>,
    /// Official members summoned.
    #[serde(rename = "trieu_tap")]
    #[schemars(extend("vi" = "Đảng viên chính thức được triệu tập."))]
    summoned: Slot,
    /// Official members present at the vote.
    #[serde(rename = "co_mat")]
    #[schemars(extend("vi" = "Đảng viên chính thức có mặt lúc bầu cử."))]
    present: Slot,
    /// Official members absent at the vote, if any.
    #[serde(rename = "vang")]
    #[schemars(extend("vi" = "Đảng viên chính thức vắng mặt lúc bầu cử, nếu có."))]
    absent: Option<Slot>,
    /// The base of the majority.
    #[serde(rename = "co_so")]
    #[schemars(extend("vi" = "Số đảng viên làm căn cứ tính quá một nửa."))]
    base: Slot,
    /// Whom the base leaves out, and why.
    #[serde(rename = "tru")]
    #[schemars(extend("vi" = "Những người được trừ khi tính căn cứ ấy, và vì sao."))]
    excluded: Vec<Excluded>,
    /// Votes that are enough; none on a re-vote.
    #[serde(rename = "nguong")]
    #[schemars(extend("vi" = "Số phiếu đủ để trúng cử; không có khi bầu lại."))]
    threshold: Option<Slot>,
    /// Ballots issued.
    #[serde(rename = "phat_ra")]
    #[schemars(extend("vi" = "Số phiếu phát ra."))]
    issued: Slot,
    /// Ballots returned.
    #[serde(rename = "thu_ve")]
    #[schemars(extend("vi" = "Số phiếu thu về."))]
    returned: Slot,
    /// Ballots issued and not returned, if any.
    #[serde(rename = "khong_thu_ve")]
    #[schemars(extend("vi" = "Số phiếu phát ra mà không thu về, nếu có."))]
    missing: Option<Slot>,
    /// Valid ballots.
    #[serde(rename = "hop_le")]
    #[schemars(extend("vi" = "Số phiếu hợp lệ."))]
    valid: Slot,
    /// Invalid ballots, if any.
    #[serde(rename = "khong_hop_le")]
    #[schemars(extend("vi" = "Số phiếu không hợp lệ, nếu có."))]
    invalid: Option<Slot>,
    /// Why they are invalid.
    #[serde(rename = "ly_do_khong_hop_le")]
    #[schemars(extend("vi" = "Lý do phiếu không hợp lệ."))]
    invalid_reasons: Vec<Slot>,
    /// Whether the ballot asked "đồng ý" and "không đồng ý".
    #[serde(rename = "co_khong_dong_y")]
    #[schemars(extend("vi" = "Phiếu có hai ô “đồng ý” và “không đồng ý” không."))]
    asks_against: bool,
    /// What percentages are of, for the head of the column.
    #[serde(rename = "co_so_ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ % so với số nào, để ghi ở đầu cột."))]
    percent_of: String,
    /// The list by given name, with votes.
    #[serde(rename = "danh_sach")]
    #[schemars(extend("vi" = "Danh sách bầu cử xếp theo tên, kèm số phiếu."))]
    candidates: Vec<CandidateContext>,
    /// Those elected, most votes first.
    #[serde(rename = "trung_cu")]
    #[schemars(extend("vi" = "Người trúng cử, từ nhiều phiếu xuống ít phiếu."))]
    elected: Vec<CandidateContext>,
    /// The one elected, where it is only one.
    #[serde(rename = "nguoi_duy_nhat_trung_cu")]
    #[schemars(extend("vi" = "Người trúng cử, khi chỉ có một người."))]
    only_elected: Option<CandidateContext>,
    /// Whether anybody has more than half of the base.
    #[serde(rename = "co_nguoi_qua_nua")]
    #[schemars(extend("vi" = "Có ai được quá một nửa không."))]
    has_majority: bool,
    /// How many they are, if any.
    #[serde(rename = "so_trung_cu")]
    #[schemars(extend("vi" = "Số người trúng cử, nếu có."))]
    elected_count: Option<Slot>,
    /// Alternates, most votes first.
    #[serde(rename = "du_khuyet")]
    #[schemars(extend("vi" = "Đại biểu dự khuyết, từ nhiều phiếu xuống ít phiếu."))]
    alternates: Vec<CandidateContext>,
    /// Whether all seats are filled.
    #[serde(rename = "du_so_luong")]
    #[schemars(extend("vi" = "Đã bầu đủ số lượng chưa."))]
    is_complete: bool,
    /// Whether that took only one ballot.
    #[serde(rename = "bau_mot_lan_du")]
    #[schemars(extend("vi" = "Có phải bầu một lần đã đủ không."))]
    is_complete_at_once: bool,
    /// Seats left, if any.
    #[serde(rename = "con_thieu")]
    #[schemars(extend("vi" = "Số lượng còn thiếu, nếu có."))]
    still_to_elect: Option<Slot>,
    /// Those tied at the last seat.
    #[serde(rename = "bang_phieu")]
    #[schemars(extend("vi" = "Những người bằng phiếu ở suất cuối."))]
    tied: Vec<Slot>,
    /// Alternates to elect, if any.
    #[serde(rename = "so_du_khuyet")]
    #[schemars(extend("vi" = "Số đại biểu dự khuyết cần bầu, nếu có."))]
    alternates_wanted: Option<Slot>,
    /// Alternates still to elect, if any.
    #[serde(rename = "du_khuyet_con_thieu")]
    #[schemars(extend("vi" = "Số đại biểu dự khuyết còn thiếu, nếu có."))]
    alternates_open: Option<Slot>,
    /// Those tied at the last alternate's place.
    #[serde(rename = "du_khuyet_bang_phieu")]
    #[schemars(extend("vi" = "Những người bằng phiếu ở suất dự khuyết cuối."))]
    alternates_tied: Vec<Slot>,
    /// The congress went on to another round.
    #[serde(rename = "quyet_dinh_bau_tiep")]
    #[schemars(extend("vi" = "Đại hội quyết định bầu tiếp lần sau."))]
    decided_next_round: bool,
    /// The congress voted again among the tied.
    #[serde(rename = "quyet_dinh_bau_lai")]
    #[schemars(extend("vi" = "Đại hội quyết định bầu lại giữa những người bằng phiếu."))]
    decided_revote: bool,
    /// The congress left it at that.
    #[serde(rename = "quyet_dinh_khong_bau_nua")]
    #[schemars(extend("vi" = "Đại hội quyết định không bầu nữa."))]
    decided_stop: bool,
    /// The congress asked the higher committee.
    #[serde(rename = "quyet_dinh_de_nghi_chi_dinh")]
    #[schemars(extend("vi" = "Đại hội quyết định đề nghị cấp ủy cấp trên chỉ định."))]
    decided_ask: bool,
}

impl Source<'_> {
    /// Alternates to elect, and those still to elect.
    fn alternate_counts(
        &self,
        sheet: &Ballot,
        result: &BallotResult,
    ) -> [Traced<u32>; 2] {
        // a later sheet that does not say it means what the one before it says
        let before = self.congress.ballots.iter().filter(|it| it.id <= sheet.id);
        let of_office = before.filter(|it| it.id.office == sheet.id.office);
        let wanted = of_office
            .filter_map(|it| it.alternates.as_ref())
            .next_back();
        let wanted = wanted.map_or_else(Vec::new, Traced::cells);
        let seats = sheet.seats.iter().flat_map(Traced::cells);
        let filled = result.candidates.iter();
        let filled = filled.filter(|it| it.is_elected || it.is_alternate);
        let votes = filled.filter_map(|it| it.votes.as_ref());
        let votes = votes.flat_map(Traced::cells);
        let open = wanted.iter().cloned().chain(seats).chain(votes).collect();
        let rule = "alternates less those elected";
        [
            Traced::computed(result.alternates_wanted, wanted, "alternates to elect"),
            Traced::computed(result.alternates_open(), open, rule),
        ]
    }

    #[expect(clippy::too_many_lines, reason = "a table, one row a key")]
    pub(super) fn ballot_context(
        &mut self,
        sheet: &Ballot,
        result: &BallotResult,
    ) -> Option<BallotContext> {
        let id = result.id;
        let summoned = &result.summoned;
        let absent = less(summoned, &result.present, "summoned and not present");
        let (issued, returned) = (result.issued.as_ref()?, result.returned.as_ref()?);
        let missing = less(issued, returned, "issued and not returned");
        let base = &result.base.count;
        let threshold = result
            .threshold
            .map(|votes| Traced::computed(votes, base.cells(), "more than half"));
        let percent_of = result.percent_base.as_ref().map(|(base, _)| *base);
        let decided = |decision| result.decision == Some(decision);
        let (elected, alternates) = (ranked(result, false), ranked(result, true));
        let votes = elected.iter().filter_map(|one| one.votes.as_ref());
        let decisive: Vec<Place> = votes.flat_map(Traced::cells).collect();
        let elected_count = Headcount::of(elected.len());
        let elected_count =
            Traced::computed(elected_count, decisive.clone(), "those elected");
        let seats = result.seats.as_ref()?;
        let open = [seats.cells(), decisive.clone()].concat();
        let still =
            Traced::computed(result.still_to_elect, open, "seats less those elected");
        let [alternates_wanted, alternates_open] = self.alternate_counts(sheet, result);
        let round = Traced::computed(
            id.round,
            vec![result.place.clone()],
            "round by the name of the sheet",
        );
        let is_complete =
            result.outcome == Outcome::Complete && result.alternates_open() == 0;
        Some(BallotContext {
            office: words::office(id.office).to_owned(),
            holders: words::holders(id.office).to_owned(),
            round: self.traces.show(&round),
            later_round: (id.round > 1).then(|| self.traces.show(&round)),
            is_for_delegates: id.office == Office::Delegates,
            elects_alternates: result.elects_alternates,
            is_revote: id.is_revote,
            seats: self.count(seats),
            seats_vote: self.ballot_vote(MotionKind::Seats, id),
            self_nominations: self.nominated(EventKind::SelfNomination, id),
            nominations: self.nominated(EventKind::Nomination, id),
            withdrawals: self.nominated(EventKind::Withdrawal, id),
            names: self.count(&sheet.listed()),
            has_one_name: sheet.candidates.len() == 1,
            list_vote: self.ballot_vote(MotionKind::CandidateList, id),
            board_head: self.person_if(sheet.board_head.as_ref()),
            board_members: self.people(&sheet.board_members),
            board_size: self.board_size(sheet),
            board_vote: self.ballot_vote(MotionKind::CountingBoard, id),
            summoned: self.count(summoned),
            present: self.count(&result.present),
            absent: self.count_if_any(&absent),
            base: self.count(base),
            excluded: self.excluded(result),
            threshold: threshold.map(|votes| self.count(&votes)),
            issued: self.count(issued),
            returned: self.count(returned),
            missing: self.count_if_any(&missing),
            valid: self.count(result.valid.as_ref()?),
            invalid: self.count_if_any(result.invalid.as_ref()?),
            invalid_reasons: result
                .invalid_reasons
                .iter()
                .map(|reason| self.invalidity(reason))
                .collect(),
            asks_against: sheet.asks_against,
            percent_of: words::percent_base(percent_of.unwrap_or(PercentBase::Official))
                .to_owned(),
            candidates: self.list(&by_given_name(result)),
            elected: self.list(&elected),
            only_elected: (elected.len() == 1)
                .then(|| self.list(&elected).into_iter().next())
                .flatten(),
            has_majority: result.is_anyone_over_half(),
            elected_count: self.count_if_any(&elected_count),
            alternates: self.list(&alternates),
            is_complete,
            is_complete_at_once: is_complete && id.round == 1 && !id.is_revote,
            still_to_elect: self.count_if_any(&still),
            tied: self.tied(result, &result.tied),
            alternates_wanted: self.count_if_any(&alternates_wanted),
            alternates_open: self.count_if_any(&alternates_open),
            alternates_tied: self.tied(result, &result.alternates_tied),
            decided_next_round: decided(Decision::NextRound),
            decided_revote: decided(Decision::Revote),
            decided_stop: decided(Decision::Stop),
            decided_ask: decided(Decision::AskHigherCommittee),
        })
    }
}

/// The difference of two counts, from the cells of both.
fn less<A, B>(
    whole: &Traced<A>,
    part: &Traced<B>,
    rule: &'static str,
) -> Traced<Headcount>
where
    A: Copy + Into<u32>,
    B: Copy + Into<u32>,
{
    let rest = whole.value.into().saturating_sub(part.value.into());
    Traced::made_of(Headcount(rest), [whole.origin(), part.origin()], rule)
}
