//! The submission as other papers cite it.

use super::Source;
use crate::model::PaperKind;
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// Number and date of the submission ("Tờ trình"), or room for them.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct SubmissionReference {
    /// The submission's number with its symbol, if it is known.
    #[serde(rename = "so_to_trinh")]
    #[schemars(extend("vi" = "Số và ký hiệu tờ trình, nếu biết."))]
    number: Option<Slot>,
    /// The symbol alone: `-TTr/CB`.
    #[serde(rename = "ky_hieu_to_trinh")]
    #[schemars(extend("vi" = "Riêng ký hiệu tờ trình: `-TTr/CB`."))]
    symbol: String,
    /// The submission's date, if it is known: `06 tháng 9 năm 2022`.
    #[serde(rename = "ngay_to_trinh")]
    #[schemars(extend("vi" = "Ngày tờ trình, nếu biết: `06 tháng 9 năm 2022`."))]
    date: Option<Slot>,
    /// The year of the congress, for a date left to the hand.
    #[serde(rename = "nam")]
    #[schemars(extend("vi" = "Năm đại hội, khi ngày để viết tay."))]
    year: Slot,
}

impl Source<'_> {
    /// The submission as a row of "Văn bản" pins it.
    pub(super) fn submission_reference(&mut self) -> Option<SubmissionReference> {
        let pinned = self.congress.pinned.iter();
        let mut pinned = pinned.filter(|row| row.kind.value == PaperKind::Submission);
        let submission = pinned.next();
        let symbol = self.submission_symbol.clone();
        let number = self.traces.pinned_number(submission, &symbol);
        let date = self.traces.pinned_day(submission);
        let day = self.date?;
        Some(SubmissionReference {
            number,
            symbol,
            date,
            year: self.traces.slot(day, day.value.year().to_string()),
        })
    }
}
