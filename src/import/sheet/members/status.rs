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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, congress};

    /// 244-QĐ/TW, article 32, clause 2, says "miễn công tác và sinh hoạt đảng", "đình chỉ
    /// sinh hoạt đảng", "khởi tố, truy tố, tạm giam"; the rest is how clerks shorten it.
    #[test]
    fn the_words_of_the_regulation_are_read_as_its_grounds() {
        let all = [
            ("Được miễn công tác và sinh hoạt đảng", Status::Exempt),
            ("Miễn công tác và sinh hoạt đảng", Status::Exempt),
            ("miễn SH", Status::Exempt),
            ("bị đình chỉ sinh hoạt đảng", Status::Suspended),
            ("Đình chỉ sinh hoạt", Status::Suspended),
            ("Bị khởi tố", Status::Charged),
            ("bị truy tố", Status::Charged),
            ("tạm giam", Status::Charged),
            ("Sinh hoạt tạm thời ở nơi khác", Status::Elsewhere),
            ("SHT nơi khác", Status::Elsewhere),
            ("SHTT tại đây", Status::Guest),
            ("Đang SH", Status::Active),
            ("", Status::Active),
        ];
        for (words, expected) in all {
            let rows = format!("Họ và tên|Tình trạng|Ngày sinh\nLê Văn An|{words}|1984");
            let (congress, findings) = congress(&[("Đảng viên", &rows)]);
            assert_eq!(findings, NONE, "{words}");
            assert_eq!(congress.members[0].status.value, expected, "{words}");
        }
    }

    #[test]
    fn words_that_do_not_say_where_are_asked_about_and_the_member_stays() {
        let rows = "Họ và tên|Tình trạng|Ngày sinh\nLê Văn An|SHT|1984";
        let (congress, findings) = congress(&[("Đảng viên", rows)]);
        assert_eq!(findings, ["Đảng viên!B2 S09"]);
        assert_eq!(congress.members[0].status.value, Status::Active);
    }
}
