//! Facts of "Báo cáo tình hình đảng viên tham dự đại hội".

use super::minutes::AttendanceContext;
use super::signature::SignatureContext;
use super::statistics::{AgeWords, AgesContext, GroupRow, ShareContext};
use super::{Names, Signer, Source};
use crate::model::{Headcount, Member, Traced};
use crate::rules::{Quorum, Statistics, is_summoned};
use crate::template::{Slot, words};
use schemars::JsonSchema;
use serde::Serialize;

/// Facts of "Báo cáo tình hình đảng viên tham dự đại hội".
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct AttendanceReportContext {
    #[serde(flatten)]
    names: Names,
    /// How many members the cell has.
    #[serde(rename = "so_luong")]
    #[schemars(extend("vi" = "Số lượng đảng viên của chi bộ."))]
    members: MembersContext,
    /// Who was summoned, who came.
    #[serde(rename = "dang_vien")]
    #[schemars(extend("vi" = "Đảng viên được triệu tập, có mặt, vắng mặt."))]
    attendance: AttendanceContext,
    /// The official members present, of those summoned, in percent.
    #[serde(rename = "ty_le_chinh_thuc")]
    #[schemars(extend("vi" = "Tỷ lệ % đảng viên chính thức có mặt trên số được triệu tập."))]
    official_percent: Option<Slot>,
    /// How many of those present were there for a part only, if any.
    #[serde(rename = "vang_mot_phan")]
    #[schemars(extend("vi" = "Trong số có mặt, số người chỉ dự một phần đại hội, nếu có."))]
    partly: Option<Slot>,
    /// What the members are.
    #[serde(rename = "co_cau")]
    #[schemars(extend("vi" = "Cơ cấu, chất lượng đảng viên."))]
    structure: StructureContext,
    /// Whether two thirds of the official members summoned are present.
    #[serde(rename = "du_hai_phan_ba")]
    #[schemars(extend("vi" = "Có đủ hai phần ba đảng viên chính thức được triệu tập không."))]
    has_quorum: bool,
    /// If they are two thirds only without those exempt from meetings who stayed away: how
    /// many were summoned without them.
    #[serde(rename = "trieu_tap_khong_tinh_mien")]
    #[schemars(extend("vi" = "Khi chỉ đủ hai phần ba nếu không tính người được miễn sinh hoạt đã vắng: số được triệu tập không tính những người ấy."))]
    expected: Option<Slot>,
    /// Who signs.
    #[serde(rename = "ky")]
    #[schemars(extend("vi" = "Người ký."))]
    signature: SignatureContext,
}

/// How many members the cell has.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct MembersContext {
    /// All.
    #[serde(rename = "tong_so")]
    #[schemars(extend("vi" = "Tổng số đảng viên."))]
    all: Slot,
    /// Official.
    #[serde(rename = "chinh_thuc")]
    #[schemars(extend("vi" = "Số đảng viên chính thức."))]
    official: Slot,
    /// Probationary, if any.
    #[serde(rename = "du_bi")]
    #[schemars(extend("vi" = "Số đảng viên dự bị, nếu có."))]
    probationary: Option<Slot>,
    /// Exempt from work and meetings, if any.
    #[serde(rename = "mien_sinh_hoat")]
    #[schemars(extend("vi" = "Số người được miễn công tác và sinh hoạt đảng, nếu có."))]
    exempt: Option<Slot>,
    /// Introduced to another cell for a time, if any.
    #[serde(rename = "sinh_hoat_noi_khac")]
    #[schemars(extend("vi" = "Số người được giới thiệu sinh hoạt tạm thời nơi khác, nếu có."))]
    elsewhere: Option<Slot>,
    /// Members of other cells who are here for a time, if any.
    #[serde(rename = "sinh_hoat_tai_day")]
    #[schemars(extend(
        "vi" = "Số đảng viên của chi bộ khác sinh hoạt tạm thời tại đây, nếu có."
    ))]
    guests: Option<Slot>,
    /// How many are not summoned, if any.
    #[serde(rename = "so_khong_trieu_tap")]
    #[schemars(extend("vi" = "Số người không thuộc diện triệu tập, nếu có."))]
    excluded_count: Option<Slot>,
    /// Each of them.
    #[serde(rename = "khong_trieu_tap")]
    #[schemars(extend("vi" = "Từng người không thuộc diện triệu tập."))]
    excluded: Vec<Excluded>,
}

/// A member who is not summoned.
#[derive(Debug, Serialize, JsonSchema)]
pub(in crate::template) struct Excluded {
    /// The name.
    #[serde(rename = "ho_ten")]
    #[schemars(extend("vi" = "Họ và tên."))]
    name: Slot,
    /// Why, in running text.
    #[serde(rename = "ly_do")]
    #[schemars(extend("vi" = "Lý do, viết trong câu."))]
    reason: String,
}

/// What the members of the cell are.
#[derive(Debug, Serialize, JsonSchema)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts that templates ask for one by one"
)]
pub(in crate::template) struct StructureContext {
    /// Whether anything is known of them.
    #[serde(rename = "co_so_lieu")]
    #[schemars(extend("vi" = "Có số liệu nào về cơ cấu không."))]
    has_any: bool,
    /// Whether sex, ethnic group or religion are known.
    #[serde(rename = "co_thanh_phan")]
    #[schemars(extend("vi" = "Có biết giới tính, dân tộc hoặc tôn giáo không."))]
    has_identity: bool,
    /// By sex.
    #[serde(rename = "gioi_tinh")]
    #[schemars(extend("vi" = "Theo giới tính."))]
    sexes: Vec<GroupRow>,
    /// Of ethnic minorities.
    #[serde(rename = "dan_toc_thieu_so")]
    #[schemars(extend("vi" = "Người dân tộc thiểu số."))]
    minorities: Option<ShareContext>,
    /// Of a religion.
    #[serde(rename = "ton_giao")]
    #[schemars(extend("vi" = "Người theo tôn giáo."))]
    religions: Option<ShareContext>,
    /// Ages.
    #[serde(rename = "tuoi_doi")]
    #[schemars(extend("vi" = "Tuổi đời."))]
    ages: Option<AgesContext>,
    /// Years in the Party, of the official members.
    #[serde(rename = "tuoi_dang")]
    #[schemars(extend("vi" = "Tuổi đảng của đảng viên chính thức."))]
    party_ages: Option<AgesContext>,
    /// With a badge for years in the Party.
    #[serde(rename = "huy_hieu")]
    #[schemars(extend("vi" = "Người được tặng Huy hiệu Đảng."))]
    badges: Option<ShareContext>,
    /// Whether the list says anything of education.
    #[serde(rename = "co_trinh_do")]
    #[schemars(extend("vi" = "Danh sách có ghi trình độ không."))]
    has_education: bool,
    /// By schooling.
    #[serde(rename = "hoc_van")]
    #[schemars(extend("vi" = "Theo học vấn."))]
    schooling: Vec<GroupRow>,
    /// By profession.
    #[serde(rename = "chuyen_mon")]
    #[schemars(extend("vi" = "Theo trình độ chuyên môn."))]
    profession: Vec<GroupRow>,
    /// By political theory.
    #[serde(rename = "ly_luan")]
    #[schemars(extend("vi" = "Theo trình độ lý luận chính trị."))]
    political_theory: Vec<GroupRow>,
    /// By state management.
    #[serde(rename = "quan_ly_nha_nuoc")]
    #[schemars(extend("vi" = "Theo trình độ quản lý nhà nước."))]
    state_management: Vec<GroupRow>,
    /// By post.
    #[serde(rename = "chuc_vu")]
    #[schemars(extend("vi" = "Theo chức vụ."))]
    posts: Vec<GroupRow>,
    /// Whether grades or discipline are known.
    #[serde(rename = "co_xep_loai")]
    #[schemars(extend("vi" = "Có biết xếp loại hoặc kỷ luật không."))]
    has_conduct: bool,
    /// By the grade of the year before.
    #[serde(rename = "xep_loai")]
    #[schemars(extend("vi" = "Theo xếp loại của năm trước."))]
    grades: Vec<GroupRow>,
    /// Those disciplined.
    #[serde(rename = "ky_luat")]
    #[schemars(extend("vi" = "Người bị kỷ luật."))]
    disciplined: Option<ShareContext>,
}

impl Source<'_> {
    /// Facts of the report on the members attending.
    pub(in crate::template) fn attendance_report(
        &mut self,
        signer: Signer<'_>,
    ) -> Option<AttendanceReportContext> {
        let day = self.date.map(|day| day.value);
        let statistics = Statistics::of(self.congress, day);
        let turnout = &self.results.turnout;
        Some(AttendanceReportContext {
            names: self.names()?,
            members: self.members(&statistics),
            attendance: self.attendance(),
            official_percent: self
                .percent(&turnout.official_present, &turnout.official_summoned),
            partly: self.count_if_any(&statistics.partly),
            structure: self.structure(&statistics),
            has_quorum: turnout.quorum() == Quorum::Present,
            expected: (turnout.quorum() == Quorum::WithoutExempt)
                .then(|| self.count(&turnout.official_expected)),
            signature: self.outgoing_secretary(signer),
        })
    }

    pub(super) fn members(&mut self, statistics: &Statistics) -> MembersContext {
        let own = self.congress.members.iter();
        let excluded: Vec<&Member> = own
            .filter(|one| one.belongs_here() && !is_summoned(one))
            .collect();
        let cells = excluded.iter().flat_map(|one| one.status.cells());
        let count = Traced::computed(
            Headcount::of(excluded.len()),
            cells.collect(),
            "members not summoned",
        );
        let excluded = excluded.iter().map(|member| Excluded {
            name: self.text(&member.name),
            reason: words::status(member.status.value).to_owned(),
        });
        let excluded = excluded.collect();
        MembersContext {
            all: self.count(&statistics.all),
            official: self.count(&statistics.official),
            probationary: self.count_if_any(&statistics.probationary),
            exempt: self.count_if_any(&statistics.exempt),
            elsewhere: self.count_if_any(&statistics.elsewhere),
            guests: self.count_if_any(&statistics.guests),
            excluded_count: self.count_if_any(&count),
            excluded,
        }
    }

    fn structure(&mut self, it: &Statistics) -> StructureContext {
        const UNKNOWN: &str = "chưa có thông tin";
        let (all, official) = (&it.all, &it.official);
        let party_ages = it.party_ages.as_ref();
        let mut structure = StructureContext {
            has_any: false,
            has_identity: false,
            sexes: self.groups(it.sexes.as_ref(), all, UNKNOWN),
            minorities: self.share(it.minorities.as_ref(), all),
            religions: self.share(it.religions.as_ref(), all),
            ages: self.ages(it.ages.as_ref(), all, AgeWords::Life),
            party_ages: self.ages(party_ages, official, AgeWords::Party),
            badges: self.share(it.badges.as_ref(), all),
            has_education: false,
            schooling: self.groups(it.schooling.as_ref(), all, UNKNOWN),
            profession: self.groups(it.profession.as_ref(), all, UNKNOWN),
            political_theory: self.groups(it.political_theory.as_ref(), all, UNKNOWN),
            state_management: self.groups(it.state_management.as_ref(), all, UNKNOWN),
            posts: self.groups(it.posts.as_ref(), all, "không ghi chức vụ"),
            has_conduct: false,
            grades: self.groups(it.grades.as_ref(), all, "chưa xếp loại"),
            disciplined: self.share(it.disciplined.as_ref(), all),
        };
        structure.has_education = [
            &structure.schooling,
            &structure.profession,
            &structure.political_theory,
            &structure.state_management,
        ]
        .iter()
        .any(|rows| !rows.is_empty());
        structure.has_conduct =
            !structure.grades.is_empty() || structure.disciplined.is_some();
        structure.has_identity = !structure.sexes.is_empty()
            || structure.minorities.is_some()
            || structure.religions.is_some();
        structure.has_any = structure.has_education
            || structure.has_identity
            || structure.ages.is_some()
            || structure.party_ages.is_some()
            || structure.badges.is_some()
            || structure.has_conduct
            || !structure.posts.is_empty();
        structure
    }
}
