//! Facts of "Biên bản kiểm phiếu", and the ballots of each office in the minutes.

use super::{BallotContext, Common, Signer, Source};
use crate::model::{BallotId, Headcount, Office, Traced};
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
    #[schemars(extend("vi" = "Cuộc bầu."))]
    ballot: BallotContext,
    /// The regulation, such as `244-QĐ/TW`.
    #[serde(rename = "quy_che")]
    #[schemars(extend("vi" = "Số của quy chế bầu cử, như `244-QĐ/TW`."))]
    regulation: Slot,
    /// When counting ended: `10 giờ 15 phút`.
    #[serde(rename = "kiem_phieu_xong")]
    #[schemars(extend("vi" = "Giờ kiểm phiếu xong: `10 giờ 15 phút`."))]
    finished: Option<Slot>,
    #[serde(flatten)]
    copies: Copies,
    /// Whether the chair signs too.
    #[serde(rename = "chu_tich_cung_ky")]
    #[schemars(extend("vi" = "Chủ tịch có cùng ký không."))]
    chair_signs: bool,
    /// Who signs for the board.
    #[serde(rename = "nguoi_ky")]
    #[schemars(extend("vi" = "Người ký thay mặt ban kiểm phiếu."))]
    signer: Option<Slot>,
    /// The post to print for the signer, if a row of "Văn bản" names one.
    #[serde(rename = "chuc_danh_ky")]
    #[schemars(extend("vi" = "Chức danh của người ký, nếu trang “Văn bản” có ghi."))]
    signer_post: Option<Slot>,
}

/// How many copies of minutes are made.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Copies {
    /// How many copies are made.
    #[serde(rename = "so_ban")]
    #[schemars(extend("vi" = "Biên bản lập thành mấy bản."))]
    count: Slot,
    /// The same in words: `ba`.
    #[serde(rename = "so_ban_bang_chu")]
    #[schemars(extend("vi" = "Số bản viết bằng chữ: `ba`."))]
    in_words: Slot,
}

/// One office in the minutes, with its ballots.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct OfficeContext {
    /// The office: `Chi ủy`, `Bí thư` …
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh được bầu: `Chi ủy`, `Bí thư` …"))]
    office: String,
    /// Whether there was more than one.
    #[serde(rename = "nhieu_lan_bau")]
    #[schemars(extend("vi" = "Có bầu nhiều lần không."))]
    has_several: bool,
    /// Its ballots, in order.
    #[serde(rename = "cac_lan_bau")]
    #[schemars(extend("vi" = "Các lần bầu, theo thứ tự."))]
    ballots: Vec<BallotContext>,
}

impl Source<'_> {
    /// The number of copies of minutes, three unless the workbook says otherwise.
    pub(super) fn copies(&mut self) -> Copies {
        let typed = self.congress.identity.copies.clone();
        let copies = typed.unwrap_or_else(|| {
            Traced::computed(Headcount(3), Vec::new(), "three copies by default")
        });
        Copies {
            count: self.count(&copies),
            in_words: self.traces.slot(&copies, words::in_words(copies.value.0)),
        }
    }

    /// Facts of the paper on one ballot.
    pub(in crate::template) fn count_paper(
        &mut self,
        id: BallotId,
        signer: Signer<'_>,
    ) -> Option<CountContext> {
        let (sheet, result) = self.ballot(id)?;
        let finished = sheet.finished.as_ref();
        let signs = self.congress.identity.presidium_signs_count.as_ref();
        let chair_signs = signs.is_some_and(|signs| signs.value);
        let rules = &self.results.rules.number;
        let regulation =
            Traced::computed(rules, self.date?.cells(), "in force on the day");
        Some(CountContext {
            common: self.common()?,
            ballot: self.ballot_context(sheet, result)?,
            regulation: self.traces.show(&regulation),
            finished: finished
                .map(|time| self.traces.slot(time, words::time(time.value))),
            copies: self.copies(),
            chair_signs,
            signer: self.person_if(signer.name.or(sheet.board_head.as_ref())),
            signer_post: self.post(signer),
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
}
