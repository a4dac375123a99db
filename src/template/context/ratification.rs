//! Facts of "Quyết định chuẩn y".

use super::elected::PostHolder;
use super::signature::SignatureContext;
use super::submission_reference::SubmissionReference;
use super::{Names, Signer, Source};
use crate::template::Slot;
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Quyết định chuẩn y".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct RatificationContext {
    #[serde(flatten)]
    names: Names,
    /// What it rests on by the rules, without the word "Căn cứ".
    #[serde(rename = "can_cu")]
    #[schemars(extend("vi" = "Căn cứ theo các quy định, không kèm chữ “Căn cứ”."))]
    basis: Vec<Slot>,
    #[serde(flatten)]
    submission: SubmissionReference,
    /// Whether a standing committee decides ("Ban Thường vụ").
    #[serde(rename = "ban_thuong_vu")]
    #[schemars(extend("vi" = "Ban thường vụ có quyết định không."))]
    by_standing_committee: bool,
    /// The offices with somebody elected: `Chi ủy`, `Bí thư`, `Phó Bí thư`.
    #[serde(rename = "cac_chuc_danh")]
    #[schemars(extend(
        "vi" = "Các chức danh có người trúng cử: `Chi ủy`, `Bí thư`, `Phó Bí thư`."
    ))]
    offices: Vec<&'static str>,
    /// How many the new committee are, if the cell elected one.
    #[serde(rename = "so_chi_uy_vien")]
    #[schemars(extend("vi" = "Số chi ủy viên mới, nếu chi bộ bầu chi ủy."))]
    committee_size: Option<Slot>,
    /// Those ratified, each with the post.
    #[serde(rename = "chuan_y")]
    #[schemars(extend("vi" = "Những người được chuẩn y, kèm chức danh."))]
    ratified: Vec<PostHolder>,
    /// Whether it is only one person.
    #[serde(rename = "mot_nguoi")]
    #[schemars(extend("vi" = "Có phải chỉ một người không."))]
    is_single: bool,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

impl Source<'_> {
    /// Facts of the decision.
    pub(in crate::template) fn ratification(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<RatificationContext> {
        let standing = self
            .parent
            .and_then(|it| it.has_standing_committee.as_ref());
        let ratified = self.post_holders();
        Some(RatificationContext {
            names: self.names()?,
            basis: self.basis_of_ratification(),
            submission: self.submission_reference()?,
            by_standing_committee: standing.is_some_and(|standing| standing.value),
            offices: self.elected_offices(),
            committee_size: self.committee_size(),
            is_single: ratified.len() == 1,
            ratified,
            signature: self.committee_leader(signer),
        })
    }
}
