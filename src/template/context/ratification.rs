//! Facts of "Quyết định chuẩn y".

use super::elected::PostHolder;
use super::signature::SignatureContext;
use super::{Names, Signer, Source};
use crate::model::{PaperName, PinnedValue};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Quyết định chuẩn y".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct RatificationContext {
    #[serde(flatten)]
    names: Names,
    /// What it rests on by the rules, without the word "Căn cứ".
    #[serde(rename = "can_cu")]
    basis: Vec<Slot>,
    /// The submission's number with its symbol, if it is known.
    #[serde(rename = "so_to_trinh")]
    submission_number: Option<Slot>,
    /// The symbol alone: `-TTr/CB`.
    #[serde(rename = "ky_hieu_to_trinh")]
    submission_symbol: String,
    /// The submission's date, if it is known: `06 tháng 9 năm 2022`.
    #[serde(rename = "ngay_to_trinh")]
    submission_date: Option<Slot>,
    /// The year of the congress, for a date left to the hand.
    #[serde(rename = "nam")]
    year: Slot,
    /// Whether a standing committee decides ("Ban Thường vụ").
    #[serde(rename = "ban_thuong_vu")]
    by_standing_committee: bool,
    /// The offices with somebody elected: `Chi ủy`, `Bí thư`, `Phó Bí thư`.
    #[serde(rename = "cac_chuc_danh")]
    offices: Vec<&'static str>,
    /// How many the new committee are, if the cell elected one.
    #[serde(rename = "so_chi_uy_vien")]
    committee_size: Option<Slot>,
    /// Those ratified, each with the post.
    #[serde(rename = "chuan_y")]
    ratified: Vec<PostHolder>,
    /// Who signs.
    #[serde(rename = "ky")]
    signature: SignatureContext,
}

impl Source<'_> {
    /// Facts of the decision.
    pub(in crate::template) fn ratification(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<RatificationContext> {
        let pinned = self.congress.pinned.iter();
        let mut pinned = pinned.filter(|row| row.kind.value == PaperName::Submission);
        let submission = pinned.next();
        let symbol = self.submission_symbol.clone();
        let number = submission.and_then(|row| row.number.as_ref());
        let number = number.and_then(|number| match &number.value {
            PinnedValue::Value(text) => Some((number, text.trim())),
            PinnedValue::Blank => None,
        });
        let number = number.map(|(number, text)| {
            let text = text
                .parse::<u32>()
                .map_or_else(|_| text.to_owned(), |bare| words::padded(bare) + &symbol);
            self.traces.slot(number, text)
        });
        let date = submission.and_then(|row| row.date.as_ref());
        let date = date.and_then(|date| match date.value {
            PinnedValue::Value(day) => Some(self.traces.slot(date, words::date(day))),
            PinnedValue::Blank => None,
        });
        let standing = self
            .parent
            .and_then(|it| it.has_standing_committee.as_ref());
        let day = self.date;
        Some(RatificationContext {
            names: self.names()?,
            basis: self.basis(),
            submission_number: number,
            submission_symbol: symbol,
            submission_date: date,
            year: self.traces.slot(day, day.value.year().to_string()),
            by_standing_committee: standing.is_some_and(|standing| standing.value),
            offices: self.elected_offices(),
            committee_size: self.committee_size(),
            ratified: self.post_holders(),
            signature: self.committee_leader(signer),
        })
    }
}
