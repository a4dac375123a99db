//! Facts of "Danh sách đảng viên dự đại hội".

use super::signature::SignatureContext;
use super::{Signer, Source};
use crate::model::{
    Headcount, Member, PartialDate, Sex, Standing, Status, Traced, compare_by_given_name,
};
use crate::rules::is_summoned;
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Danh sách đảng viên dự đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct AttendanceListContext {
    /// The cell's name ("Chi bộ …"), without those words.
    #[serde(rename = "chi_bo")]
    #[schemars(extend("vi" = "Tên chi bộ, không kèm chữ “Chi bộ”."))]
    cell: Slot,
    /// The term, such as `2022-2025`.
    #[serde(rename = "nhiem_ky")]
    #[schemars(extend("vi" = "Nhiệm kỳ, như `2022-2025`."))]
    term: Slot,
    /// The day of the congress, if it is known: `29 tháng 8 năm 2022`.
    #[serde(rename = "ngay")]
    #[schemars(extend("vi" = "Ngày đại hội, nếu đã biết: `29 tháng 8 năm 2022`."))]
    day: Option<Slot>,
    /// Whether the sex of each is known, so that birth years stand in two columns.
    #[serde(rename = "chia_nam_nu")]
    #[schemars(extend(
        "vi" = "Có biết giới tính của mọi người không, để chia năm sinh thành hai cột."
    ))]
    has_sexes: bool,
    /// Whether anybody's post is known.
    #[serde(rename = "co_chuc_vu")]
    #[schemars(extend("vi" = "Có ai có chức vụ không."))]
    has_posts: bool,
    /// Whether the column of remarks holds anything.
    #[serde(rename = "co_ghi_chu")]
    #[schemars(extend("vi" = "Cột ghi chú có gì không."))]
    has_remarks: bool,
    /// Those summoned, by given name.
    #[serde(rename = "danh_sach")]
    #[schemars(extend("vi" = "Những người được triệu tập, xếp theo tên."))]
    members: Vec<Listed>,
    /// How many they are.
    #[serde(rename = "so_dang_vien")]
    #[schemars(extend("vi" = "Số đảng viên trong danh sách."))]
    count: Slot,
    /// How many of them are official.
    #[serde(rename = "so_chinh_thuc")]
    #[schemars(extend("vi" = "Trong đó số đảng viên chính thức."))]
    official: Slot,
    /// How many are probationary, if any.
    #[serde(rename = "so_du_bi")]
    #[schemars(extend("vi" = "Trong đó số đảng viên dự bị, nếu có."))]
    probationary: Option<Slot>,
    /// Who signs, where a row of "Văn bản" says so; the form asks for nobody.
    #[serde(rename = "ky")]
    #[schemars(extend(
        "vi" = "Người ký, nếu trang “Văn bản” có ghi; thể thức không đòi ai ký."
    ))]
    signature: Option<SignatureContext>,
}

/// One line of the list.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Listed {
    /// Place in the list.
    #[serde(rename = "tt")]
    #[schemars(extend("vi" = "Số thứ tự trong danh sách."))]
    place: String,
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// The year of birth, if it is known.
    #[serde(rename = "nam_sinh")]
    #[schemars(extend("vi" = "Năm sinh, nếu biết."))]
    born: Option<Slot>,
    /// Whether the member is a woman.
    #[serde(rename = "la_nu")]
    #[schemars(extend("vi" = "Có phải là nữ không."))]
    is_woman: bool,
    /// `Chính thức` or `Dự bị`.
    #[serde(rename = "loai")]
    #[schemars(extend("vi" = "Chính thức hay dự bị: `Chính thức`, `Dự bị`."))]
    standing: Slot,
    /// The post.
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Chức vụ."))]
    post: Option<Slot>,
    /// Where the membership differs from the others': `Miễn sinh hoạt`.
    #[serde(rename = "tinh_trang")]
    #[schemars(extend("vi" = "Tình trạng khác với đang sinh hoạt: `Miễn sinh hoạt`."))]
    status: Option<Slot>,
    /// A remark of the member list.
    #[serde(rename = "ghi_chu")]
    #[schemars(extend("vi" = "Ghi chú trong danh sách đảng viên."))]
    note: Option<Slot>,
}

impl Source<'_> {
    /// Facts of the list of members to sign: those summoned, whether they came or not.
    pub(in crate::template) fn attendance_list(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<AttendanceListContext> {
        let own = &self.congress.identity;
        let turnout = &self.results.turnout;
        let listed = self.congress.members.iter();
        let mut members: Vec<&Member> = listed.filter(|one| is_summoned(one)).collect();
        members.sort_by(|a, b| compare_by_given_name(&a.name.value, &b.name.value));
        let people = Headcount::of(members.len()).0;
        let rows = members.iter().zip(1..=people);
        let rows = rows.map(|(member, place)| self.listed(member, place));
        Some(AttendanceListContext {
            members: rows.collect(),
            cell: self.text(&self.congress.cell),
            term: self.text(own.term.as_ref()?),
            day: self.day(),
            has_sexes: members.iter().all(|one| one.sex.is_some()),
            has_posts: members.iter().any(|one| one.post.is_some()),
            has_remarks: members
                .iter()
                .any(|one| one.note.is_some() || one.status.value != Status::Active),
            count: self.count(&turnout.summoned),
            official: self.count(&turnout.official_summoned),
            probationary: self.count_if_any(&turnout.probationary_summoned),
            signature: (signer.name.is_some() || signer.post.is_some())
                .then(|| self.outgoing_secretary(signer)),
        })
    }

    fn listed(&mut self, member: &Member, place: u32) -> Listed {
        let sex = member.sex.as_ref().map(|sex| sex.value);
        let standing = match member.standing.value {
            Standing::Official => "Chính thức",
            Standing::Probationary => "Dự bị",
        };
        let status = &member.status;
        let status = (status.value != Status::Active).then_some(status);
        Listed {
            place: place.to_string(),
            name: self.text(&member.name),
            born: self.year(member.born.as_ref()),
            is_woman: sex == Some(Sex::Female),
            standing: self.traces.slot(&member.standing, standing),
            post: self.text_if(member.post.as_ref()),
            status: status
                .map(|it| self.traces.slot(it, words::status_at_start(it.value))),
            note: member.note.as_deref().map(|note| self.phrase(note)),
        }
    }

    /// The year of a date.
    fn year(&mut self, date: Option<&Traced<PartialDate>>) -> Option<Slot> {
        date.map(|date| self.traces.slot(date, date.value.year().to_string()))
    }
}
