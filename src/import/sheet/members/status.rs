//! "Tình trạng": whether a member takes part in the life of the cell.

use crate::diagnostic::Report;
use crate::import::cell::Cell;
use crate::import::layout::Head;
use crate::import::text::Name;
use crate::model::{Status, Traced};

static STATUSES: [(Name, Status); 6] = [
    (
        Name::new("Đang sinh hoạt", &["ĐSH", "Đang SH", "Sinh hoạt"]),
        Status::Active,
    ),
    (
        Name::new(
            "Miễn sinh hoạt",
            &[
                "MSH",
                "Miễn SH",
                "Miễn công tác và sinh hoạt",
                "Miễn công tác và sinh hoạt đảng",
                "Được miễn công tác và sinh hoạt đảng",
                "Miễn sinh hoạt đảng",
            ],
        ),
        Status::Exempt,
    ),
    (
        Name::new(
            "Sinh hoạt tạm thời nơi khác",
            &[
                "Sinh hoạt tạm thời ở nơi khác",
                "SHTT nơi khác",
                "SHT nơi khác",
            ],
        ),
        Status::Elsewhere,
    ),
    (
        Name::new(
            "Sinh hoạt tạm thời tại đây",
            &["Sinh hoạt tạm thời ở đây", "SHTT tại đây", "SHT tại đây"],
        ),
        Status::Guest,
    ),
    (
        Name::new(
            "Đình chỉ",
            &[
                "Đình chỉ sinh hoạt",
                "Bị đình chỉ sinh hoạt",
                "Đình chỉ sinh hoạt đảng",
                "Bị đình chỉ sinh hoạt đảng",
            ],
        ),
        Status::Suspended,
    ),
    (
        Name::new(
            "Khởi tố",
            &[
                "Bị khởi tố",
                "Truy tố",
                "Bị truy tố",
                "Tạm giam",
                "Bị tạm giam",
            ],
        ),
        Status::Charged,
    ),
];

/// The column as `init` writes it.
pub(super) fn layout(name: &'static Name) -> Head {
    Head::choice(name, &STATUSES)
}

/// An empty "Tình trạng" means "đang sinh hoạt"; so does, after its finding, a cell that
/// cannot be read.
pub(super) fn read(cell: &Cell<'_>, report: &mut Report) -> Traced<Status> {
    cell.choice(&STATUSES, report)
        .unwrap_or_else(|| cell.traced(Status::Active))
}
