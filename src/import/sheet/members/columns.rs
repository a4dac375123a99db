//! The columns of the list: what they are called, and where a table has them.

use super::attendance::{self, ATTENDANCE};
use super::sex::{self, MEN, SEX, WOMEN};
use super::status;
use crate::import::layout::{Head, Holds};
use crate::import::table::{Column, Table};
use crate::import::text::Name;

static NAME: Name = Name::new(
    "Họ và tên",
    &[
        "Họ tên",
        "Họ, tên",
        "Họ và tên khai sinh",
        "Họ tên khai sinh",
        "Họ và tên đang dùng",
        "Họ tên đang dùng",
        "Họ và tên đảng viên",
        "Họ tên đảng viên",
        "Họ và tên, họ tên khai sinh",
        "Họ và tên, họ và tên khai sinh",
        "Họ tên đảng viên đang dùng",
        "Tên đảng viên",
        "Đồng chí",
    ],
);
pub(super) static BORN: Name = Name::new(
    "Ngày sinh",
    &[
        "Năm sinh",
        "Ngày, tháng, năm sinh",
        "Ngày, tháng sinh",
        "Ngày, năm sinh",
        "Sinh ngày",
        "Sinh năm",
    ],
);
static ETHNIC_GROUP: Name = Name::new("Dân tộc", &["Thành phần dân tộc"]);
static RELIGION: Name = Name::new("Tôn giáo", &[]);
static HOME: Name = Name::new("Quê quán", &["Nguyên quán", "Quê", "Quê gốc"]);
static POST: Name = Name::new(
    "Chức vụ",
    &[
        "Chức vụ Đảng",
        "Chức vụ chính quyền",
        "Chức vụ hiện nay",
        "Chức vụ, đơn vị",
        "Chức vụ, đơn vị công tác",
        "Chức danh",
        "Đơn vị",
        "Đơn vị công tác",
    ],
);
static SCHOOLING: Name = Name::new(
    "Học vấn",
    &[
        "Văn hóa",
        "Trình độ học vấn",
        "Trình độ văn hóa",
        "Học vấn phổ thông",
        "Giáo dục phổ thông",
        "Học vấn, học vị, học hàm",
        "Trình độ học vấn, học vị, học hàm",
    ],
);
static PROFESSION: Name = Name::new(
    "Chuyên môn",
    &[
        "CM",
        "CMNV",
        "Trình độ CM",
        "Trình độ CMNV",
        "Trình độ chuyên môn",
        "Chuyên môn nghiệp vụ",
        "Trình độ chuyên môn nghiệp vụ",
    ],
);
static POLITICAL_THEORY: Name = Name::new(
    "Lý luận chính trị",
    &[
        "LLCT",
        "Lý luận",
        "Lý luận CT",
        "Trình độ lý luận",
        "Trình độ LLCT",
        "Trình độ lý luận chính trị",
    ],
);
static STATE_MANAGEMENT: Name = Name::new(
    "Quản lý nhà nước",
    &["QLNN", "Trình độ QLNN", "Trình độ quản lý nhà nước"],
);
static FOREIGN_LANGUAGE: Name = Name::new("Ngoại ngữ", &["Trình độ ngoại ngữ"]);
static COMPUTING: Name = Name::new("Tin học", &["Trình độ tin học"]);
static CARD: Name = Name::new(
    "Số thẻ",
    &[
        "Số thẻ đảng viên",
        "Số thẻ Đảng",
        "Số thẻ ĐV",
        "Thẻ đảng viên",
    ],
);
pub(super) static ADMITTED: Name = Name::new(
    "Ngày vào Đảng",
    &[
        "Ngày kết nạp",
        "Ngày kết nạp Đảng",
        "Kết nạp",
        "Vào Đảng",
        "Ngày vào ĐCSVN",
        "Ngày vào Đảng CSVN",
        "Ngày vào Đảng dự bị",
        "Dự bị",
        "Ngày dự bị",
        // two dates in each cell
        "Ngày vào Đảng, ngày chính thức",
        "Ngày vào Đảng và chính thức",
    ],
);
pub(super) static OFFICIAL_SINCE: Name = Name::new(
    "Ngày chính thức",
    &[
        "Chính thức",
        "Ngày vào Đảng chính thức",
        "Ngày vào chính thức",
        "Ngày chuyển chính thức",
        "Ngày công nhận chính thức",
        "Chuyển chính thức",
    ],
);
static BADGE: Name = Name::new("Huy hiệu Đảng", &["Huy hiệu", "HHĐ"]);
static HONOURS: Name = Name::new("Khen thưởng, kỷ luật", &["Khen thưởng"]);
static GRADE: Name = Name::new(
    "Xếp loại",
    &[
        "Xếp loại đảng viên",
        "Xếp loại chất lượng",
        "Đánh giá, xếp loại",
    ],
);
static STATUS: Name = Name::new(
    "Tình trạng",
    &["Tình trạng sinh hoạt", "Tình trạng đảng viên"],
);
static ABSENCE_REASON: Name = Name::new("Lý do vắng", &["Lý do"]);
static ABSENCE_ACCEPTED: Name = Name::new("Được đồng ý", &[]);
static NOTE: Name = Name::new("Ghi chú", &[]);
/// Only where one sheet lists the members of all cells.
static CELL: Name = Name::new("Chi bộ", &[]);

pub(in crate::import) static COLUMNS: [&Name; 27] = [
    &NAME,
    &BORN,
    &SEX,
    &MEN,
    &WOMEN,
    &ETHNIC_GROUP,
    &RELIGION,
    &HOME,
    &POST,
    &SCHOOLING,
    &PROFESSION,
    &POLITICAL_THEORY,
    &STATE_MANAGEMENT,
    &FOREIGN_LANGUAGE,
    &COMPUTING,
    &CARD,
    &ADMITTED,
    &OFFICIAL_SINCE,
    &BADGE,
    &HONOURS,
    &GRADE,
    &STATUS,
    &ATTENDANCE,
    &ABSENCE_REASON,
    &ABSENCE_ACCEPTED,
    &NOTE,
    &CELL,
];

/// The columns of dates.
pub(super) static DATES: [&Name; 5] = [&BORN, &MEN, &WOMEN, &ADMITTED, &OFFICIAL_SINCE];

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let date = |name| Head::new(name, Holds::Date);
    let mut columns = vec![Head::words(&NAME), date(&BORN), sex::layout()];
    let described = [
        &ETHNIC_GROUP,
        &RELIGION,
        &HOME,
        &POST,
        &SCHOOLING,
        &PROFESSION,
        &POLITICAL_THEORY,
        &STATE_MANAGEMENT,
        &FOREIGN_LANGUAGE,
        &COMPUTING,
        &CARD,
    ];
    columns.extend(described.map(Head::words));
    columns.extend([
        date(&ADMITTED),
        date(&OFFICIAL_SINCE),
        Head::words(&BADGE),
        Head::words(&HONOURS),
        Head::words(&GRADE),
        status::layout(&STATUS),
        attendance::layout(),
        Head::words(&ABSENCE_REASON),
        Head::new(&ABSENCE_ACCEPTED, Holds::Mark),
        Head::words(&NOTE),
    ]);
    columns
}

/// The columns of a table, found once for all its rows.
#[derive(Debug)]
pub(super) struct Columns<'t> {
    pub(super) name: Column<'t>,
    pub(super) born: Column<'t>,
    pub(super) sex: Column<'t>,
    pub(super) men: Column<'t>,
    pub(super) women: Column<'t>,
    pub(super) ethnic_group: Column<'t>,
    pub(super) religion: Column<'t>,
    pub(super) home: Column<'t>,
    pub(super) post: Column<'t>,
    pub(super) schooling: Column<'t>,
    pub(super) profession: Column<'t>,
    pub(super) political_theory: Column<'t>,
    pub(super) state_management: Column<'t>,
    pub(super) foreign_language: Column<'t>,
    pub(super) computing: Column<'t>,
    pub(super) card: Column<'t>,
    pub(super) admitted: Column<'t>,
    pub(super) official_since: Column<'t>,
    pub(super) badge: Column<'t>,
    pub(super) honours: Column<'t>,
    pub(super) grade: Column<'t>,
    pub(super) status: Column<'t>,
    pub(super) attendance: Column<'t>,
    pub(super) absence_reason: Column<'t>,
    pub(super) absence_accepted: Column<'t>,
    pub(super) note: Column<'t>,
}

impl<'t> Columns<'t> {
    /// The columns of a table of members.
    pub(super) fn of(table: &'t Table<'_>) -> Self {
        let find = |name| table.find_column(name);
        Self {
            name: find(&NAME),
            born: find(&BORN),
            sex: find(&SEX),
            men: find(&MEN),
            women: find(&WOMEN),
            ethnic_group: find(&ETHNIC_GROUP),
            religion: find(&RELIGION),
            home: find(&HOME),
            post: find(&POST),
            schooling: find(&SCHOOLING),
            profession: find(&PROFESSION),
            political_theory: find(&POLITICAL_THEORY),
            state_management: find(&STATE_MANAGEMENT),
            foreign_language: find(&FOREIGN_LANGUAGE),
            computing: find(&COMPUTING),
            card: find(&CARD),
            admitted: find(&ADMITTED),
            official_since: find(&OFFICIAL_SINCE),
            badge: find(&BADGE),
            honours: find(&HONOURS),
            grade: find(&GRADE),
            status: find(&STATUS),
            attendance: find(&ATTENDANCE),
            absence_reason: find(&ABSENCE_REASON),
            absence_accepted: find(&ABSENCE_ACCEPTED),
            note: find(&NOTE),
        }
    }

    /// Whether birth dates may stand under "Nam" and "Nữ".
    pub(super) fn give_birth_dates(&self) -> bool {
        self.men.is_there() && self.women.is_there()
    }
}
