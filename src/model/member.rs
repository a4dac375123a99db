//! Members ("đảng viên") of a cell.

use crate::diagnostic::Place;
use crate::model::{Origin, PartialDate, Traced};
use std::sync::Arc;

/// A text that many members have, such as "Kinh": its cells, and so its members, share
/// it.
pub type SharedText = Arc<str>;

/// One row of the member list ("Đảng viên").
///
/// Kept small, since a list may have a hundred thousand: what most lists do not say takes
/// no more room than a pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// "Họ và tên".
    pub name: Traced<String>,
    /// "Ngày sinh".
    pub born: Option<Traced<PartialDate>>,
    /// "Giới tính".
    pub sex: Option<Traced<Sex>>,
    /// "Chính thức" or "dự bị", from "Ngày chính thức".
    pub standing: Traced<Standing>,
    /// "Tình trạng"; empty is "đang sinh hoạt".
    pub status: Traced<Status>,
    /// "Dự đại hội"; none before the congress.
    pub attendance: Option<Traced<Attendance>>,
    /// "Lý do vắng".
    pub absence_reason: Option<Box<Traced<SharedText>>>,
    /// "Được đồng ý": the absence was accepted by the convening committee.
    pub absence_accepted: Option<Traced<bool>>,
    /// "Ngày vào Đảng".
    pub admitted: Option<Traced<PartialDate>>,
    /// "Ngày chính thức".
    pub official_since: Option<Traced<PartialDate>>,
    /// "Số thẻ".
    pub card: Option<Traced<String>>,
    /// "Dân tộc".
    pub ethnic_group: Option<Traced<SharedText>>,
    /// "Tôn giáo".
    pub religion: Option<Traced<SharedText>>,
    /// "Quê quán".
    pub home: Option<Traced<SharedText>>,
    /// "Chức vụ".
    pub post: Option<Traced<SharedText>>,
    /// "Học vấn".
    pub schooling: Option<Box<Traced<SharedText>>>,
    /// "Chuyên môn".
    pub profession: Option<Box<Traced<SharedText>>>,
    /// "Lý luận chính trị".
    pub political_theory: Option<Box<Traced<SharedText>>>,
    /// "Quản lý nhà nước".
    pub state_management: Option<Box<Traced<SharedText>>>,
    /// "Ngoại ngữ".
    pub foreign_language: Option<Box<Traced<SharedText>>>,
    /// "Tin học".
    pub computing: Option<Box<Traced<SharedText>>>,
    /// "Huy hiệu Đảng".
    pub badge: Option<Box<Traced<SharedText>>>,
    /// "Khen thưởng, kỷ luật".
    pub honours: Option<Box<Traced<SharedText>>>,
    /// "Xếp loại".
    pub grade: Option<Box<Traced<SharedText>>>,
    /// "Ghi chú".
    pub note: Option<Box<Traced<SharedText>>>,
}

/// "Giới tính".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sex {
    /// "Nam".
    Male,
    /// "Nữ".
    Female,
}

/// Whether a member may vote and stand (Party Statutes, article 3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// "Chính thức".
    Official,
    /// "Dự bị".
    Probationary,
}

/// "Tình trạng" of membership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// "Đang sinh hoạt".
    Active,
    /// "Miễn sinh hoạt": exempt from work and meetings.
    Exempt,
    /// "Sinh hoạt tạm thời nơi khác": introduced to another cell for a time.
    Elsewhere,
    /// "Sinh hoạt tạm thời tại đây": belongs to another cell, counts in no total.
    Guest,
    /// "Đình chỉ": suspended.
    Suspended,
    /// "Khởi tố": charged, prosecuted or held.
    Charged,
}

/// "Dự đại hội".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attendance {
    /// "Có mặt".
    Present,
    /// "Vắng một phần": there for a part only.
    Partly,
    /// "Vắng".
    Absent,
}

impl Member {
    /// Whether the member belongs to this cell, and is not here for a time only.
    pub fn belongs_here(&self) -> bool {
        self.status.value != Status::Guest
    }

    /// Whether the member is official and belongs to this cell.
    pub fn is_official(&self) -> bool {
        self.belongs_here() && self.standing.value == Standing::Official
    }

    /// Whether the member attended, wholly or partly.
    pub fn attended(&self) -> bool {
        self.attendance.as_ref().is_some_and(|attendance| {
            matches!(attendance.value, Attendance::Present | Attendance::Partly)
        })
    }

    /// Whether the absence was accepted.
    pub fn absence_is_accepted(&self) -> bool {
        self.absence_accepted
            .as_ref()
            .is_some_and(|accepted| accepted.value)
    }

    /// The cells that say whether and how the member counts.
    pub fn counting_cells(&self) -> impl Iterator<Item = Place> {
        self.counting_origins().flat_map(Origin::cells)
    }

    /// Where it comes from whether and how the member counts.
    pub(crate) fn counting_origins(&self) -> impl Iterator<Item = &Origin> + Clone {
        let own = [self.standing.as_origin(), self.status.as_origin()];
        let attendance = self.attendance.iter().map(Traced::as_origin);
        own.into_iter().chain(attendance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_takes_little_room() {
        assert!(size_of::<Member>() < 500, "{}", size_of::<Member>());
    }
}
