//! Facts of "Danh sách trích ngang" of those elected.

use super::signature::SignatureContext;
use super::submission_reference::SubmissionReference;
use super::{Names, Signer, Source};
use crate::model::{
    Headcount, Member, NameKey, Office, PartialDate, Sex, SharedText, Traced,
};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Danh sách trích ngang".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ElectedListContext {
    #[serde(flatten)]
    names: Names,
    #[serde(flatten)]
    submission: SubmissionReference,
    /// The offices with somebody elected: `Chi ủy`, `Bí thư`, `Phó Bí thư`.
    #[serde(rename = "cac_chuc_danh")]
    #[schemars(extend(
        "vi" = "Các chức danh có người trúng cử: `Chi ủy`, `Bí thư`, `Phó Bí thư`."
    ))]
    offices: Vec<&'static str>,
    /// Which columns hold anything.
    #[serde(rename = "cot")]
    #[schemars(extend("vi" = "Những cột có số liệu."))]
    columns: Columns,
    /// Those elected, each once.
    #[serde(rename = "trung_cu")]
    #[schemars(extend("vi" = "Những người trúng cử, mỗi người một lần."))]
    elected: Vec<ElectedMember>,
    /// How many they are.
    #[serde(rename = "so_dong_chi")]
    #[schemars(extend("vi" = "Số người trong danh sách."))]
    count: Slot,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

/// Which columns hold anything; the others are left out.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one for each column that may be left out"
)]
pub(in crate::template) struct Columns {
    /// "Giới tính".
    #[serde(rename = "gioi_tinh")]
    #[schemars(extend("vi" = "Có cột giới tính không."))]
    sex: bool,
    /// "Dân tộc" or "Tôn giáo".
    #[serde(rename = "dan_toc")]
    #[schemars(extend("vi" = "Có cột dân tộc, tôn giáo không."))]
    ethnic_group: bool,
    /// "Quê quán".
    #[serde(rename = "que_quan")]
    #[schemars(extend("vi" = "Có cột quê quán không."))]
    home: bool,
    /// "Chức vụ".
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Có cột chức vụ không."))]
    post: bool,
    /// "Học vấn".
    #[serde(rename = "hoc_van")]
    #[schemars(extend("vi" = "Có cột học vấn không."))]
    schooling: bool,
    /// "Chuyên môn".
    #[serde(rename = "chuyen_mon")]
    #[schemars(extend("vi" = "Có cột chuyên môn không."))]
    profession: bool,
    /// "Lý luận chính trị".
    #[serde(rename = "ly_luan")]
    #[schemars(extend("vi" = "Có cột lý luận chính trị không."))]
    political_theory: bool,
    /// "Quản lý nhà nước".
    #[serde(rename = "quan_ly_nha_nuoc")]
    #[schemars(extend("vi" = "Có cột quản lý nhà nước không."))]
    state_management: bool,
    /// "Ngoại ngữ" or "Tin học".
    #[serde(rename = "ngoai_ngu")]
    #[schemars(extend("vi" = "Có cột ngoại ngữ, tin học không."))]
    foreign_language: bool,
    /// "Ngày vào Đảng" or "Ngày chính thức".
    #[serde(rename = "vao_dang")]
    #[schemars(extend("vi" = "Có cột ngày vào Đảng, ngày chính thức không."))]
    admitted: bool,
    /// "Khen thưởng, kỷ luật" or "Xếp loại".
    #[serde(rename = "khen_thuong")]
    #[schemars(extend("vi" = "Có cột khen thưởng, kỷ luật, xếp loại không."))]
    honours: bool,
    /// Whether the outgoing committee is known.
    #[serde(rename = "tai_cu")]
    #[schemars(extend("vi" = "Có biết chi ủy nhiệm kỳ trước không."))]
    is_reelected: bool,
    /// "Ghi chú".
    #[serde(rename = "ghi_chu")]
    #[schemars(extend("vi" = "Có cột ghi chú không."))]
    note: bool,
}

/// One of those elected.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct ElectedMember {
    /// Place in the list.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trong danh sách."))]
    place: String,
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// The highest post elected to: `Bí thư`, `Chi ủy viên`.
    #[serde(rename = "chuc_danh")]
    #[schemars(extend("vi" = "Chức danh cao nhất được bầu: `Bí thư`, `Chi ủy viên`."))]
    office: String,
    /// The birth date: `05/9/1984`, `9/1984` or `1984`, as far as it is known.
    #[serde(rename = "ngay_sinh")]
    #[schemars(extend(
        "vi" = "Ngày sinh, đầy đủ đến mức đã biết: `05/9/1984`, `9/1984` hoặc `1984`."
    ))]
    born: Option<Slot>,
    /// `Nam` or `Nữ`.
    #[serde(rename = "gioi_tinh")]
    #[schemars(extend("vi" = "Giới tính: `Nam` hoặc `Nữ`."))]
    sex: Option<Slot>,
    /// "Dân tộc".
    #[serde(rename = "dan_toc")]
    #[schemars(extend("vi" = "Dân tộc."))]
    ethnic_group: Option<Slot>,
    /// "Tôn giáo".
    #[serde(rename = "ton_giao")]
    #[schemars(extend("vi" = "Tôn giáo."))]
    religion: Option<Slot>,
    /// "Quê quán".
    #[serde(rename = "que_quan")]
    #[schemars(extend("vi" = "Quê quán."))]
    home: Option<Slot>,
    /// "Chức vụ".
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Chức vụ."))]
    post: Option<Slot>,
    /// "Học vấn".
    #[serde(rename = "hoc_van")]
    #[schemars(extend("vi" = "Học vấn."))]
    schooling: Option<Slot>,
    /// "Chuyên môn".
    #[serde(rename = "chuyen_mon")]
    #[schemars(extend("vi" = "Chuyên môn."))]
    profession: Option<Slot>,
    /// "Lý luận chính trị".
    #[serde(rename = "ly_luan")]
    #[schemars(extend("vi" = "Lý luận chính trị."))]
    political_theory: Option<Slot>,
    /// "Quản lý nhà nước".
    #[serde(rename = "quan_ly_nha_nuoc")]
    #[schemars(extend("vi" = "Quản lý nhà nước."))]
    state_management: Option<Slot>,
    /// "Ngoại ngữ".
    #[serde(rename = "ngoai_ngu")]
    #[schemars(extend("vi" = "Ngoại ngữ."))]
    foreign_language: Option<Slot>,
    /// "Tin học".
    #[serde(rename = "tin_hoc")]
    #[schemars(extend("vi" = "Tin học."))]
    computing: Option<Slot>,
    /// "Ngày vào Đảng", written as the birth date.
    #[serde(rename = "vao_dang")]
    #[schemars(extend("vi" = "Ngày vào Đảng, viết như ngày sinh."))]
    admitted: Option<Slot>,
    /// "Ngày chính thức", written as the birth date.
    #[serde(rename = "chinh_thuc")]
    #[schemars(extend("vi" = "Ngày chính thức, viết như ngày sinh."))]
    official_since: Option<Slot>,
    /// "Khen thưởng, kỷ luật".
    #[serde(rename = "khen_thuong")]
    #[schemars(extend("vi" = "Khen thưởng, kỷ luật."))]
    honours: Option<Slot>,
    /// "Xếp loại".
    #[serde(rename = "xep_loai")]
    #[schemars(extend("vi" = "Xếp loại chất lượng."))]
    grade: Option<Slot>,
    /// Whether one of the outgoing committee.
    #[serde(rename = "tai_cu")]
    #[schemars(extend("vi" = "Có phải chi ủy viên nhiệm kỳ trước không."))]
    is_reelected: bool,
    /// "Ghi chú".
    #[serde(rename = "ghi_chu")]
    #[schemars(extend("vi" = "Ghi chú."))]
    note: Option<Slot>,
}

impl<'a> Source<'a> {
    /// Facts of the list of those elected.
    pub(in crate::template) fn elected_list(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<ElectedListContext> {
        let holders = self.holders();
        let people: Vec<Option<&Member>> =
            holders.iter().map(|(name, _)| self.member(name)).collect();
        let cells = holders.iter().flat_map(|(name, _)| name.cells());
        let count = Traced::computed(
            Headcount::of(holders.len()),
            cells.collect(),
            "those elected",
        );
        let known: Vec<&Member> = people.iter().flatten().copied().collect();
        let columns = Columns {
            is_reelected: !self.congress.boards.outgoing_committee.is_empty(),
            ..Columns::of(&known)
        };
        let rows = holders.iter().zip(&people).zip(1..=count.value.0);
        let rows = rows.map(|(((name, office), member), place)| {
            self.elected_member(name, *office, *member, place)
        });
        Some(ElectedListContext {
            elected: rows.collect(),
            names: self.names()?,
            submission: self.submission_reference()?,
            offices: self.elected_offices(),
            columns,
            count: self.count(&count),
            signature: self.new_leader(signer),
        })
    }

    /// The official member of a name; none where two have it, so that nobody is given
    /// the facts of another.
    fn member(&self, name: &Traced<String>) -> Option<&'a Member> {
        let key = NameKey::of(&name.value);
        let members = self.congress.members.iter();
        let mut of_name = members
            .filter(|one| one.is_official() && NameKey::of(&one.name.value) == key);
        let member = of_name.next()?;
        of_name.next().is_none().then_some(member)
    }

    /// Whether one was in the outgoing committee, or led the cell.
    fn was_in_office(&self, name: &Traced<String>) -> bool {
        let boards = &self.congress.boards;
        let key = NameKey::of(&name.value);
        let mut outgoing = boards
            .outgoing_committee
            .iter()
            .chain(&boards.outgoing_secretary);
        outgoing.any(|one| NameKey::of(&one.value) == key)
    }

    fn elected_member(
        &mut self,
        name: &Traced<String>,
        office: Office,
        member: Option<&Member>,
        place: u32,
    ) -> ElectedMember {
        let text = |of: fn(&Member) -> Option<&Traced<SharedText>>| member.and_then(of);
        let sex = member.and_then(|member| member.sex.as_ref());
        let date = |of: fn(&Member) -> Option<&Traced<PartialDate>>| member.and_then(of);
        ElectedMember {
            place: place.to_string(),
            name: self.person(name),
            office: words::holder_at_start(office).to_owned(),
            born: self.short_date(date(|one| one.born.as_ref())),
            sex: sex.map(|sex| self.traces.slot(sex, sex_word(sex.value))),
            ethnic_group: self.text_if(text(|one| one.ethnic_group.as_ref())),
            religion: self.text_if(text(|one| one.religion.as_ref())),
            home: self.text_if(text(|one| one.home.as_ref())),
            post: self.text_if(text(|one| one.post.as_ref())),
            schooling: self.text_if(text(|one| one.schooling.as_deref())),
            profession: self.text_if(text(|one| one.profession.as_deref())),
            political_theory: self.text_if(text(|one| one.political_theory.as_deref())),
            state_management: self.text_if(text(|one| one.state_management.as_deref())),
            foreign_language: self.text_if(text(|one| one.foreign_language.as_deref())),
            computing: self.text_if(text(|one| one.computing.as_deref())),
            admitted: self.short_date(date(|one| one.admitted.as_ref())),
            official_since: self.short_date(date(|one| one.official_since.as_ref())),
            honours: self.text_if(text(|one| one.honours.as_deref())),
            grade: self.text_if(text(|one| one.grade.as_deref())),
            is_reelected: self.was_in_office(name),
            note: self.text_if(text(|one| one.note.as_deref())),
        }
    }

    fn short_date(&mut self, date: Option<&Traced<PartialDate>>) -> Option<Slot> {
        date.map(|date| self.traces.slot(date, words::short_date(date.value)))
    }
}

impl Columns {
    /// The columns that hold anything of these members.
    fn of(members: &[&Member]) -> Self {
        let has = |is_there: fn(&Member) -> bool| members.iter().any(|one| is_there(one));
        Self {
            sex: has(|one| one.sex.is_some()),
            ethnic_group: has(|one| one.ethnic_group.is_some() || one.religion.is_some()),
            home: has(|one| one.home.is_some()),
            post: has(|one| one.post.is_some()),
            schooling: has(|one| one.schooling.is_some()),
            profession: has(|one| one.profession.is_some()),
            political_theory: has(|one| one.political_theory.is_some()),
            state_management: has(|one| one.state_management.is_some()),
            foreign_language: has(|one| {
                one.foreign_language.is_some() || one.computing.is_some()
            }),
            admitted: has(|one| one.admitted.is_some() || one.official_since.is_some()),
            honours: has(|one| one.honours.is_some() || one.grade.is_some()),
            is_reelected: false,
            note: has(|one| one.note.is_some()),
        }
    }
}

fn sex_word(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "Nam",
        Sex::Female => "Nữ",
    }
}
