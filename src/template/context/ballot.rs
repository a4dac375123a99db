//! A ballot and its count: the facts of "Biên bản kiểm phiếu", and of each election in
//! the minutes.

use super::{Common, Source, Vote};
use crate::model::{
    Ballot, BallotId, Decision, Event, EventKind, Headcount, MotionKind, Office,
    PercentBase, Traced, compare_by_given_name,
};
use crate::rules::{BallotResult, CandidateResult, Outcome, Step};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Biên bản kiểm phiếu".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct CountContext {
    #[serde(flatten)]
    common: Common,
    /// The ballot.
    #[serde(rename = "bau")]
    ballot: BallotContext,
    /// The regulation, such as `244-QĐ/TW`.
    #[serde(rename = "quy_che")]
    regulation: String,
    /// What the paper rests on, without the word "Căn cứ".
    #[serde(rename = "can_cu")]
    basis: Vec<String>,
    /// When counting ended: `10 giờ 15 phút`.
    #[serde(rename = "kiem_phieu_xong")]
    finished: Option<Slot>,
    /// How many copies are made.
    #[serde(rename = "so_ban")]
    copies: Slot,
    /// Whether the chair signs too.
    #[serde(rename = "chu_tich_cung_ky")]
    chair_signs: bool,
    /// Who signs for the board.
    #[serde(rename = "nguoi_ky")]
    signer: Option<Slot>,
}

/// One office in the minutes, with its ballots.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct OfficeContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    office: String,
    /// Whether there was more than one.
    #[serde(rename = "nhieu_lan_bau")]
    has_several: bool,
    /// Its ballots, in order.
    #[serde(rename = "cac_lan_bau")]
    ballots: Vec<BallotContext>,
}

/// One counted ballot.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that templates ask for one by one"
)]
pub(in crate::template) struct BallotContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    office: String,
    /// Those elected to it: `chi ủy viên` …
    #[serde(rename = "nguoi_trung_cu")]
    holders: String,
    /// The round: `1`.
    #[serde(rename = "so_lan")]
    round: String,
    /// The round, when it is not the first: `2`.
    #[serde(rename = "lan")]
    later_round: Option<String>,
    /// Whether only those tied stand.
    #[serde(rename = "bau_lai")]
    is_revote: bool,
    /// Seats to fill.
    #[serde(rename = "so_luong")]
    seats: Slot,
    /// The vote on that number.
    #[serde(rename = "bieu_quyet_so_luong")]
    seats_vote: Option<Vote>,
    /// Who put themselves forward.
    #[serde(rename = "ung_cu")]
    self_nominations: Vec<Slot>,
    /// Who was nominated.
    #[serde(rename = "de_cu")]
    nominations: Vec<Slot>,
    /// Who asked to withdraw.
    #[serde(rename = "xin_rut")]
    withdrawals: Vec<Slot>,
    /// How many names are on the list.
    #[serde(rename = "so_nguoi_trong_danh_sach")]
    names: Slot,
    /// Whether there is only one name.
    #[serde(rename = "mot_nguoi_trong_danh_sach")]
    has_one_name: bool,
    /// The vote on the list.
    #[serde(rename = "bieu_quyet_danh_sach")]
    list_vote: Option<Vote>,
    /// Head of the counting board.
    #[serde(rename = "truong_ban")]
    board_head: Option<Slot>,
    /// Its other members.
    #[serde(rename = "uy_vien")]
    board_members: Vec<Slot>,
    /// How many they are in all.
    #[serde(rename = "so_nguoi_ban_kiem_phieu")]
    board_size: Option<Slot>,
    /// The vote on the board.
    #[serde(rename = "bieu_quyet_ban_kiem_phieu")]
    board_vote: Option<Vote>,
    /// Official members summoned.
    #[serde(rename = "trieu_tap")]
    summoned: Slot,
    /// Official members present at the vote.
    #[serde(rename = "co_mat")]
    present: Slot,
    /// Official members absent at the vote, if any.
    #[serde(rename = "vang")]
    absent: Option<Slot>,
    /// The base of the majority.
    #[serde(rename = "co_so")]
    base: Slot,
    /// Whom the base leaves out, and why.
    #[serde(rename = "tru")]
    excluded: Vec<Excluded>,
    /// Votes that are enough; none on a re-vote.
    #[serde(rename = "nguong")]
    threshold: Option<Slot>,
    /// Ballots issued.
    #[serde(rename = "phat_ra")]
    issued: Slot,
    /// Ballots returned.
    #[serde(rename = "thu_ve")]
    returned: Slot,
    /// Ballots issued and not returned, if any.
    #[serde(rename = "khong_thu_ve")]
    missing: Option<Slot>,
    /// Valid ballots.
    #[serde(rename = "hop_le")]
    valid: Slot,
    /// Invalid ballots, if any.
    #[serde(rename = "khong_hop_le")]
    invalid: Option<Slot>,
    /// Why they are invalid.
    #[serde(rename = "ly_do_khong_hop_le")]
    invalid_reasons: Vec<Slot>,
    /// Whether the ballot asked "đồng ý" and "không đồng ý".
    #[serde(rename = "co_khong_dong_y")]
    asks_against: bool,
    /// What percentages are of, for the head of the column.
    #[serde(rename = "co_so_ty_le")]
    percent_of: String,
    /// The list by given name, with votes.
    #[serde(rename = "danh_sach")]
    candidates: Vec<CandidateContext>,
    /// Those elected, most votes first.
    #[serde(rename = "trung_cu")]
    elected: Vec<CandidateContext>,
    /// The only one elected, where there is only one seat.
    #[serde(rename = "nguoi_duy_nhat_trung_cu")]
    only_elected: Option<CandidateContext>,
    /// How many they are, if any.
    #[serde(rename = "so_trung_cu")]
    elected_count: Option<Slot>,
    /// Alternates, most votes first.
    #[serde(rename = "du_khuyet")]
    alternates: Vec<CandidateContext>,
    /// Whether all seats are filled.
    #[serde(rename = "du_so_luong")]
    is_complete: bool,
    /// Whether that took only one ballot.
    #[serde(rename = "bau_mot_lan_du")]
    is_complete_at_once: bool,
    /// Seats left, if any.
    #[serde(rename = "con_thieu")]
    still_to_elect: Option<Slot>,
    /// Those tied at the last seat.
    #[serde(rename = "bang_phieu")]
    tied: Vec<Slot>,
    /// The congress went on to another round.
    #[serde(rename = "quyet_dinh_bau_tiep")]
    decided_next_round: bool,
    /// The congress voted again among the tied.
    #[serde(rename = "quyet_dinh_bau_lai")]
    decided_revote: bool,
    /// The congress left it at that.
    #[serde(rename = "quyet_dinh_khong_bau_nua")]
    decided_stop: bool,
    /// The congress asked the higher committee.
    #[serde(rename = "quyet_dinh_de_nghi_chi_dinh")]
    decided_ask: bool,
}

/// Members that the base leaves out for one reason.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Excluded {
    /// How many.
    #[serde(rename = "so")]
    count: Slot,
    /// Why, after "đồng chí".
    #[serde(rename = "ly_do")]
    reason: String,
}

/// A candidate with votes.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct CandidateContext {
    /// Place in the list.
    #[serde(rename = "tt")]
    place: String,
    /// The name.
    #[serde(rename = "ho_ten")]
    name: Slot,
    /// Votes for, in a table.
    #[serde(rename = "so_phieu")]
    votes: Slot,
    /// Votes for, in running text: two digits at least.
    #[serde(rename = "phieu")]
    votes_in_text: Slot,
    /// Votes against.
    #[serde(rename = "khong_dong_y")]
    against: Option<Slot>,
    /// Share of the votes in percent.
    #[serde(rename = "ty_le")]
    percent: Option<Slot>,
}

impl Source<'_> {
    /// Facts of the paper on one ballot.
    pub(in crate::template) fn count_paper(
        &mut self,
        id: BallotId,
        signer: Option<&Traced<String>>,
    ) -> Option<CountContext> {
        let (sheet, result) = self.ballot(id)?;
        let finished = sheet.finished.as_ref();
        let identity = &self.congress.identity;
        let copies = identity.copies.clone();
        let copies = copies.unwrap_or_else(|| default_copies(&self.congress.cell));
        Some(CountContext {
            common: self.common()?,
            ballot: self.ballot_context(sheet, result)?,
            regulation: self.results.rules.number.to_owned(),
            basis: self
                .results
                .rules
                .basis_on(self.date.value)
                .map(str::to_owned)
                .collect(),
            finished: finished
                .map(|time| self.traces.slot(time, words::time(time.value))),
            copies: self.count(&copies),
            chair_signs: identity
                .presidium_signs_count
                .as_ref()
                .is_some_and(|signs| signs.value),
            signer: self.text_if(signer.or(sheet.board_head.as_ref())),
        })
    }

    /// Every office that was voted on, with its counted ballots.
    pub(in crate::template) fn offices(&mut self) -> Vec<OfficeContext> {
        let mut offices = Vec::new();
        for office in Office::ALL {
            let ids = self.results.ballots.iter().map(|result| result.id);
            let ids: Vec<BallotId> = ids.filter(|id| id.office == office).collect();
            let ballots: Vec<BallotContext> = ids
                .into_iter()
                .filter_map(|id| {
                    let (sheet, result) = self.ballot(id)?;
                    self.ballot_context(sheet, result)
                })
                .collect();
            if !ballots.is_empty() {
                offices.push(OfficeContext {
                    office: words::office(office).to_owned(),
                    has_several: ballots.len() > 1,
                    ballots,
                });
            }
        }
        offices
    }

    #[expect(clippy::too_many_lines, reason = "a table, one row a key")]
    fn ballot_context(
        &mut self,
        sheet: &Ballot,
        result: &BallotResult,
    ) -> Option<BallotContext> {
        let id = result.id;
        let summoned = &result.summoned;
        let absent = summoned
            .as_ref()
            .map(|summoned| Headcount(summoned.0.saturating_sub(result.present.value.0)));
        let missing = result.returned.as_ref()?.as_ref().map(|returned| {
            let issued = result.issued.as_ref().map_or(0, |issued| issued.value.0);
            Headcount(issued.saturating_sub(returned.0))
        });
        let base = &result.base.count;
        let threshold = result
            .threshold
            .map(|votes| Traced::computed(votes, base.cells.clone(), "more than half"));
        let names = sheet
            .candidates
            .iter()
            .flat_map(|one| one.name.cells.clone());
        let names = Traced::computed(
            Headcount::of(sheet.candidates.len()),
            names.collect(),
            "names on the list",
        );
        let percent_of = result.percent_base.as_ref().map(|(base, _)| *base);
        let still = Traced::computed(
            result.still_to_elect,
            result.seats.as_ref()?.cells.clone(),
            "seats less those elected",
        );
        let decided = |decision| result.decision == Some(decision);
        let (elected, alternates) = (ranked(result, false), ranked(result, true));
        let elected_count = Traced::computed(
            Headcount::of(elected.len()),
            elected
                .iter()
                .flat_map(|one| one.name.cells.clone())
                .collect(),
            "those elected",
        );
        let is_complete = result.outcome == Outcome::Complete;
        Some(BallotContext {
            office: words::office(id.office).to_owned(),
            holders: words::holders(id.office).to_owned(),
            round: id.round.to_string(),
            later_round: (id.round > 1).then(|| id.round.to_string()),
            is_revote: id.is_revote,
            seats: self.count(result.seats.as_ref()?),
            seats_vote: self.ballot_vote(MotionKind::Seats, id),
            self_nominations: self.nominated(EventKind::SelfNomination, id),
            nominations: self.nominated(EventKind::Nomination, id),
            withdrawals: self.nominated(EventKind::Withdrawal, id),
            names: self.count(&names),
            has_one_name: sheet.candidates.len() == 1,
            list_vote: self.ballot_vote(MotionKind::CandidateList, id),
            board_head: self.text_if(sheet.board_head.as_ref()),
            board_members: self.texts(&sheet.board_members),
            board_size: self.board_size(sheet),
            board_vote: self.ballot_vote(MotionKind::CountingBoard, id),
            summoned: self.count(summoned),
            present: self.count(&result.present),
            absent: self.count_if_any(&absent),
            base: self.count(base),
            excluded: self.excluded(result),
            threshold: threshold.map(|votes| self.count(&votes)),
            issued: self.count(result.issued.as_ref()?),
            returned: self.count(result.returned.as_ref()?),
            missing: self.count_if_any(&missing),
            valid: self.count(result.valid.as_ref()?),
            invalid: self.count_if_any(result.invalid.as_ref()?),
            invalid_reasons: sheet
                .invalid_reasons
                .iter()
                .map(|reason| self.phrase(reason))
                .collect(),
            asks_against: sheet.asks_against,
            percent_of: words::percent_base(percent_of.unwrap_or(PercentBase::Official))
                .to_owned(),
            candidates: self.list(&by_given_name(result)),
            elected: self.list(&elected),
            only_elected: (result.seats.as_ref()?.value.0 == 1)
                .then(|| self.list(&elected).into_iter().next())
                .flatten(),
            elected_count: self.count_if_any(&elected_count),
            alternates: self.list(&alternates),
            is_complete,
            is_complete_at_once: is_complete && id.round == 1 && !id.is_revote,
            still_to_elect: self.count_if_any(&still),
            tied: self.tied(result),
            decided_next_round: decided(Decision::NextRound),
            decided_revote: decided(Decision::Revote),
            decided_stop: decided(Decision::Stop),
            decided_ask: decided(Decision::AskHigherCommittee),
        })
    }
}

impl<'a> Source<'a> {
    /// The sheet and the result of a ballot.
    fn ballot(&self, id: BallotId) -> Option<(&'a Ballot, &'a BallotResult)> {
        let sheet = self.congress.ballots.iter().find(|sheet| sheet.id == id)?;
        let result = self.results.ballots.iter().find(|result| result.id == id)?;
        Some((sheet, result))
    }

    fn ballot_vote(&mut self, kind: MotionKind, id: BallotId) -> Option<Vote> {
        let motion = self.congress.motions.iter().find(|motion| {
            let of_ballot = motion.ballot.as_ref().is_some_and(|it| it.value == id);
            motion.kind.value == kind && of_ballot
        })?;
        self.vote(motion)
    }

    fn nominated(&mut self, kind: EventKind, id: BallotId) -> Vec<Slot> {
        let of_ballot = |event: &&Event| {
            event.kind.value == kind
                && event.ballot.as_ref().is_some_and(|it| it.value == id)
        };
        let events = self.congress.events.iter().filter(of_ballot);
        events
            .filter_map(|event| event.person.as_ref())
            .map(|person| self.text(person))
            .collect()
    }

    fn board_size(&mut self, sheet: &Ballot) -> Option<Slot> {
        let people: Vec<&Traced<String>> = sheet
            .board_head
            .iter()
            .chain(&sheet.board_members)
            .collect();
        let size = Traced::computed(
            Headcount::of(people.len()),
            people.iter().flat_map(|one| one.cells.clone()).collect(),
            "members of the counting board",
        );
        self.count_if_any(&size)
    }

    fn excluded(&mut self, result: &BallotResult) -> Vec<Excluded> {
        let taken_away = |step: &&Step| !step.kind.adds();
        let mut excluded = Vec::new();
        for step in result.base.steps.iter().filter(taken_away) {
            let cells = self
                .congress
                .members
                .iter()
                .filter(|one| step.members.contains(&one.name.value))
                .flat_map(|one| one.counting_cells().cloned())
                .collect();
            let count = Headcount::of(step.members.len());
            let count = Traced::computed(count, cells, step.kind.slug());
            excluded.push(Excluded {
                count: self.count(&count),
                reason: words::step(step.kind).to_owned(),
            });
        }
        excluded
    }

    fn list(&mut self, candidates: &[&CandidateResult]) -> Vec<CandidateContext> {
        candidates
            .iter()
            .enumerate()
            .filter_map(|(index, one)| {
                Some(CandidateContext {
                    place: (index + 1).to_string(),
                    name: self.text(&one.name),
                    votes: self.traces.show(one.votes.as_ref()?),
                    votes_in_text: self.count(one.votes.as_ref()?),
                    against: one.against.as_ref().map(|it| self.traces.show(it)),
                    percent: one.percent.as_ref().map(|it| self.traces.show(it)),
                })
            })
            .collect()
    }

    fn tied(&mut self, result: &BallotResult) -> Vec<Slot> {
        let tied = by_given_name(result)
            .into_iter()
            .filter(|one| result.tied.contains(&one.name.value));
        tied.map(|one| self.text(&one.name)).collect()
    }
}

/// The number of copies of minutes when the workbook names none.
fn default_copies(cell: &Traced<String>) -> Traced<Headcount> {
    Traced::computed(Headcount(3), cell.cells.clone(), "three copies by default")
}

/// Candidates in the order of a ballot, whatever the sheet's.
fn by_given_name(result: &BallotResult) -> Vec<&CandidateResult> {
    let mut list: Vec<&CandidateResult> = result.candidates.iter().collect();
    list.sort_by(|a, b| compare_by_given_name(&a.name.value, &b.name.value));
    list
}

/// Those elected, or alternates, most votes first, then by given name.
fn ranked(result: &BallotResult, alternates: bool) -> Vec<&CandidateResult> {
    let mut list = by_given_name(result);
    list.retain(|one| {
        if alternates {
            one.is_alternate
        } else {
            one.is_elected
        }
    });
    list.sort_by_key(|one| {
        let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
        std::cmp::Reverse(votes)
    });
    list
}
