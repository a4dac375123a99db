//! Who signs the papers of the cell and of the committee above it.

use super::person::as_spelt;
use super::{Signer, Source};
use crate::model::{NameKey, Office, Parent};
use crate::template::{Slot, Traces};
use schemars::JsonSchema;
use serde::Serialize;

/// Who signs, for whom and in which post.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct SignatureContext {
    /// For whom ("quyền hạn ký"): `T/M CHI BỘ`.
    #[serde(rename = "thay_mat")]
    #[schemars(extend("vi" = "Quyền hạn ký: `T/M CHI BỘ`."))]
    authority: String,
    /// The post, in capitals; none where the form prints none.
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức vụ người ký, viết hoa; không có nếu thể thức không ghi."))]
    post: Option<String>,
    /// The name; none leaves room for the hand.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ tên người ký; không có thì để chỗ viết tay."))]
    name: Option<Slot>,
}

impl SignatureContext {
    fn new(authority: &str, post: Option<&str>, name: Option<Slot>) -> Self {
        Self {
            authority: authority.to_owned(),
            post: post.map(str::to_owned),
            name,
        }
    }

    /// As a row of "Văn bản" says, where it says anything; `name` is who signs by it.
    fn pinned(self, signer: Signer<'_>, name: Option<Slot>) -> Self {
        let post = signer.post.map(|post| post.value.to_uppercase());
        Self {
            authority: self.authority,
            post: post.or(self.post),
            name: name.or(self.name),
        }
    }
}

impl Source<'_> {
    /// Who signs for the cell before the new committee is elected: the secretary of the
    /// term that ends.
    pub(super) fn outgoing_secretary(&mut self, signer: Signer<'_>) -> SignatureContext {
        let secretary = self.congress.boards.outgoing_secretary.as_ref();
        let name = secretary.map(|name| self.person(name));
        let typed = self.person_if(signer.name);
        SignatureContext::new("T/M CHI BỘ", Some("BÍ THƯ"), name).pinned(signer, typed)
    }

    /// Who signs for the cell after its congress: the new secretary; without one the new
    /// deputy; without either, whoever chaired the congress.
    pub(super) fn new_leader(&mut self, signer: Signer<'_>) -> SignatureContext {
        let of_cell = |post, name| SignatureContext::new("T/M CHI BỘ", Some(post), name);
        let secretary = self.holders_of(Office::Secretary).first();
        let deputy = self.holders_of(Office::Deputy).first();
        let signature = match (secretary, deputy) {
            (Some(name), _) => of_cell("BÍ THƯ", Some(self.person(name))),
            (None, Some(name)) => of_cell("PHÓ BÍ THƯ", Some(self.person(name))),
            (None, None) => {
                let chair = self.congress.boards.chairs.first();
                let name = chair.map(|chair| self.person(chair));
                if self.congress.boards.chairs.len() > 1 {
                    SignatureContext::new("T/M ĐOÀN CHỦ TỊCH", None, name)
                } else {
                    let post = Some("CHỦ TỊCH ĐẠI HỘI");
                    SignatureContext::new("T/M ĐẠI HỘI", post, name)
                }
            }
        };
        let typed = self.person_if(signer.name);
        signature.pinned(signer, typed)
    }

    /// Who signs the decisions of the committee above.
    pub(super) fn committee_leader(&mut self, signer: Signer<'_>) -> SignatureContext {
        let standing = self
            .parent
            .and_then(|it| it.has_standing_committee.as_ref());
        let authority = if standing.is_some_and(|standing| standing.value) {
            "T/M BAN THƯỜNG VỤ"
        } else {
            COMMITTEE
        };
        self.traces.committee_leader(authority, self.parent, signer)
    }
}

/// For whom the reports of the committee are signed.
pub(super) const COMMITTEE: &str = "T/M ĐẢNG ỦY";

impl Traces {
    /// Who signs for the committee above: its secretary, or its deputy where only the
    /// deputy is known or a row of "Văn bản" names the deputy.
    pub(super) fn committee_leader(
        &mut self,
        authority: &str,
        parent: Option<&Parent>,
        signer: Signer<'_>,
    ) -> SignatureContext {
        let secretary = parent.and_then(|parent| parent.secretary.as_ref());
        let deputy = parent.and_then(|parent| parent.deputy.as_ref());
        let is_deputy = match (signer.name, deputy) {
            (Some(name), Some(deputy)) => {
                NameKey::of(&name.value) == NameKey::of(&deputy.value)
            }
            (None, Some(_)) => secretary.is_none(),
            (_, None) => false,
        };
        let (post, name) = if is_deputy {
            ("PHÓ BÍ THƯ", deputy)
        } else {
            ("BÍ THƯ", secretary)
        };
        let name = name.map(|name| self.show(name));
        let leaders = secretary.into_iter().chain(deputy);
        let typed = signer.name.map(|name| {
            let rule = "the name as the committee's workbook spells it";
            let spelt = as_spelt(name, leaders, rule);
            self.show(spelt.as_ref().unwrap_or(name))
        });
        SignatureContext::new(authority, Some(post), name).pinned(signer, typed)
    }
}
