//! Facts of "Tờ trình đề nghị chuẩn y".

use super::elected::{ElectedRow, OpenOffice};
use super::signature::SignatureContext;
use super::{Basis, Names, Signer, Source};
use crate::model::{Headcount, Traced};
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Tờ trình đề nghị chuẩn y".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct SubmissionContext {
    #[serde(flatten)]
    names: Names,
    #[serde(flatten)]
    basis: Basis,
    /// Members present.
    #[serde(rename = "co_mat")]
    #[schemars(extend("vi" = "Số đảng viên có mặt."))]
    present: Slot,
    /// Members summoned.
    #[serde(rename = "trieu_tap")]
    #[schemars(extend("vi" = "Số đảng viên được triệu tập."))]
    summoned: Slot,
    /// The offices with somebody elected: `Chi ủy`, `Bí thư`, `Phó Bí thư`.
    #[serde(rename = "cac_chuc_danh")]
    #[schemars(extend(
        "vi" = "Các chức danh có người trúng cử: `Chi ủy`, `Bí thư`, `Phó Bí thư`."
    ))]
    offices: Vec<&'static str>,
    /// Those elected, with votes.
    #[serde(rename = "trung_cu")]
    #[schemars(extend("vi" = "Những người trúng cử, kèm số phiếu."))]
    elected: Vec<ElectedRow>,
    /// What percentages are of, for the head of the column.
    #[serde(rename = "co_so_ty_le")]
    #[schemars(extend("vi" = "Tỷ lệ % so với số nào, để ghi ở đầu cột."))]
    percent_of: String,
    /// Offices with seats that stayed open.
    #[serde(rename = "con_thieu")]
    #[schemars(extend("vi" = "Các chức danh còn thiếu người."))]
    open: Vec<OpenOffice>,
    /// How many minutes of counts go with it.
    #[serde(rename = "so_bien_ban_kiem_phieu")]
    #[schemars(extend("vi" = "Số biên bản kiểm phiếu gửi kèm."))]
    counts: Slot,
    /// Whether a resolution goes with it.
    #[serde(rename = "co_nghi_quyet")]
    #[schemars(extend("vi" = "Có gửi kèm nghị quyết không."))]
    has_resolution: bool,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

impl Source<'_> {
    /// Facts of the submission.
    pub(in crate::template) fn submission(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<SubmissionContext> {
        let turnout = &self.results.turnout;
        let ballots = self.results.ballots.iter();
        let counts = Traced::computed(
            Headcount::of(self.results.ballots.len()),
            ballots.map(|ballot| ballot.place.clone()).collect(),
            "counted ballots",
        );
        let elected = self.elected_rows();
        Some(SubmissionContext {
            names: self.names()?,
            basis: self.basis(),
            present: self.count(&turnout.present),
            summoned: self.count(&turnout.summoned),
            offices: self.elected_offices(),
            elected,
            percent_of: self.percent_of(),
            open: self.open_offices(),
            counts: self.count(&counts),
            has_resolution: !self.congress.resolution.is_empty(),
            signature: self.new_leader(signer),
        })
    }
}
