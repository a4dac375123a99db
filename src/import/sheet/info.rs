//! "Thông tin": whose congress it is, when and where it met, and who led it.

use crate::diagnostic::Report;
use crate::import::cell::Cell;
use crate::import::labels::Labels;
use crate::import::table::{Row, Table};
use crate::import::text::{Name, Names, hyphenate_term, without_leading};
use crate::import::workbook::RawSheet;
use crate::model::{
    Boards, FullDate, Headcount, Identity, PercentBase, Traced, TypedTotals, Votes,
};
use std::collections::BTreeSet;

static CELL: Name = Name::new("Chi bộ", &["Tên chi bộ"]);

static ORGANISATION: Name = Name::new(
    "Đảng bộ",
    &[
        "Đảng bộ cơ sở",
        "Tên đảng bộ",
        "Tên đảng bộ cơ sở",
        "Thuộc đảng bộ",
    ],
);
static HIGHER: Name = Name::new(
    "Đảng bộ cấp trên",
    &["Đảng bộ cấp trên trực tiếp", "Tên đảng bộ cấp trên"],
);
static CELL_SYMBOL: Name = Name::new("Ký hiệu chi bộ", &[]);
static COMMITTEE_SYMBOL: Name = Name::new("Ký hiệu đảng ủy", &["Ký hiệu đảng bộ"]);
static TERM: Name = Name::new("Nhiệm kỳ", &["Nhiệm kỳ đại hội"]);
static PREVIOUS_TERM: Name = Name::new("Nhiệm kỳ trước", &[]);
static ORDINAL: Name = Name::new("Lần thứ", &["Đại hội lần thứ"]);
static DATE: Name = Name::new(
    "Ngày đại hội",
    &[
        "Ngày tổ chức đại hội",
        "Ngày tổ chức",
        "Ngày họp",
        "Ngày tiến hành đại hội",
    ],
);
static OPENED: Name = Name::new(
    "Khai mạc",
    &[
        "Giờ khai mạc",
        "Thời gian khai mạc",
        "Khai mạc lúc",
        "Giờ bắt đầu",
    ],
);
static CLOSED: Name = Name::new(
    "Bế mạc",
    &[
        "Giờ bế mạc",
        "Thời gian bế mạc",
        "Bế mạc lúc",
        "Giờ kết thúc",
    ],
);
static VENUE: Name = Name::new(
    "Địa điểm",
    &[
        "Địa điểm đại hội",
        "Địa điểm tổ chức",
        "Địa điểm tổ chức đại hội",
        "Nơi tổ chức",
        "Nơi tổ chức đại hội",
        "Nơi họp",
    ],
);
static PLACE_NAME: Name = Name::new("Địa danh", &[]);
static BASIS: Name = Name::new("Căn cứ", &[]);
static PERCENT_BASE: Name = Name::new("Cơ sở tính tỷ lệ", &[]);
static SPARE_BALLOTS: Name = Name::new("Phiếu dự phòng", &["Số phiếu dự phòng"]);
static COPIES: Name = Name::new("Số bản biên bản", &[]);
static PRESIDIUM_SIGNS: Name = Name::new("Đoàn chủ tịch ký biên bản kiểm phiếu", &[]);

static CHAIRS: Name = Name::new(
    "Chủ tịch đại hội",
    &[
        "Đoàn chủ tịch",
        "Đoàn chủ tịch đại hội",
        "Chủ tọa",
        "Chủ tọa đại hội",
        "Chủ trì",
        "Chủ trì đại hội",
        "Người chủ trì",
    ],
);
static SECRETARIES: Name = Name::new(
    "Thư ký đại hội",
    &["Đoàn thư ký", "Đoàn thư ký đại hội", "Thư ký", "Tổ thư ký"],
);
static GUESTS: Name = Name::new(
    "Đại biểu cấp trên",
    &["Đại biểu cấp trên dự", "Đại biểu cấp trên dự đại hội"],
);
static OUTGOING_SECRETARY: Name = Name::new(
    "Bí thư nhiệm kỳ trước",
    &["Bí thư khóa trước", "Bí thư chi bộ nhiệm kỳ trước"],
);
static OUTGOING_COMMITTEE: Name =
    Name::new("Chi ủy nhiệm kỳ trước", &["Chi ủy khóa trước"]);

static ALL: Name = Name::new(
    "Tổng số đảng viên",
    &[
        "Tổng số",
        "Tổng số ĐV",
        "Tổng số đảng viên của chi bộ",
        "Tổng số đảng viên chi bộ",
    ],
);
static OFFICIAL: Name = Name::new(
    "Chính thức",
    &[
        "Đảng viên chính thức",
        "Số đảng viên chính thức",
        "ĐV chính thức",
    ],
);
static PROBATIONARY: Name = Name::new(
    "Dự bị",
    &["Đảng viên dự bị", "Số đảng viên dự bị", "ĐV dự bị"],
);
static WOMEN: Name =
    Name::new("Nữ", &["Đảng viên nữ", "Số đảng viên nữ", "Nữ đảng viên"]);

/// The labels that the parent's workbook shares.
pub(super) static SHARED: [&Name; 17] = [
    &ORGANISATION,
    &HIGHER,
    &CELL_SYMBOL,
    &COMMITTEE_SYMBOL,
    &TERM,
    &PREVIOUS_TERM,
    &ORDINAL,
    &DATE,
    &OPENED,
    &CLOSED,
    &VENUE,
    &PLACE_NAME,
    &BASIS,
    &PERCENT_BASE,
    &SPARE_BALLOTS,
    &COPIES,
    &PRESIDIUM_SIGNS,
];

/// The labels of a cell alone.
static OWN: [&Name; 10] = [
    &CELL,
    &CHAIRS,
    &SECRETARIES,
    &GUESTS,
    &OUTGOING_SECRETARY,
    &OUTGOING_COMMITTEE,
    &ALL,
    &OFFICIAL,
    &PROBATIONARY,
    &WOMEN,
];

static PERCENT_BASES: [(Name, PercentBase); 4] = [
    (
        Name::new(
            "Đảng viên chính thức",
            &["Chính thức", "Đảng viên chính thức được triệu tập"],
        ),
        PercentBase::Official,
    ),
    (
        Name::new("Hợp lệ", &["Phiếu hợp lệ", "Số phiếu hợp lệ"]),
        PercentBase::Valid,
    ),
    (Name::new("Có mặt", &["Số có mặt"]), PercentBase::Present),
    (
        Name::new("Triệu tập", &["Được triệu tập"]),
        PercentBase::Summoned,
    ),
];

/// What the sheet says.
#[derive(Debug)]
pub(in crate::import) struct Info {
    /// "Chi bộ", without those words; none if it is missing, which is a finding.
    pub(in crate::import) cell: Option<Traced<String>>,
    /// Names, term, place, dates.
    pub(in crate::import) identity: Identity,
    /// Who led it.
    pub(in crate::import) boards: Boards,
}

/// The labels of the sheet.
pub(in crate::import) fn names() -> Names {
    Names::new(SHARED.into_iter().chain(OWN))
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Info {
    let labels = Labels::read(sheet, 0..u32::MAX, &names(), report);
    read_labels(&labels, report)
}

/// Finds the table that has the labels as headers and a row for each cell; none if the
/// sheet has label beside value, as for one cell: then not so many labels as `least`
/// stand side by side.
pub(in crate::import) fn find_table<'a>(
    sheet: &'a RawSheet,
    least: usize,
    report: &mut Report,
) -> Option<Table<'a>> {
    let names: Vec<&'static Name> = OWN.into_iter().chain(SHARED).collect();
    let mut own = Report::default();
    let table = Table::find(sheet, &names, &mut own)?;
    let heads = names.iter().filter_map(|name| table.column(name));
    let columns: BTreeSet<Option<u32>> = heads.map(|head| head.column()).collect();
    if columns.len() < least {
        return None;
    }
    report.extend(own);
    Some(table)
}

/// The cell that names a row's congress.
pub(in crate::import) fn cell_of<'t>(row: &Row<'t, '_>) -> Cell<'t> {
    row.cell(&CELL)
}

/// Reads a row of such a table.
pub(in crate::import) fn read_row<'t>(
    table: &'t Table<'_>,
    row: &Row<'t, '_>,
    report: &mut Report,
) -> Info {
    let labels = Labels::of_row(table, row, OWN.into_iter().chain(SHARED));
    read_labels(&labels, report)
}

fn read_labels(labels: &Labels<'_>, report: &mut Report) -> Info {
    labels.require(&CELL, report);
    let cell = labels.text(&CELL, report);
    Info {
        cell: cell.map(|cell| {
            cell.map(|name| without_leading("CB", &without_leading("Chi bộ", &name)))
        }),
        identity: Identity {
            totals: read_totals(labels, report),
            ..read_identity(labels, report)
        },
        boards: Boards {
            chairs: labels.names(&CHAIRS, report),
            secretaries: labels.names(&SECRETARIES, report),
            guests: labels
                .filled(&GUESTS)
                .flat_map(|cell| cell.guests(report))
                .collect(),
            outgoing_secretary: labels.name(&OUTGOING_SECRETARY, report),
            outgoing_committee: labels.names(&OUTGOING_COMMITTEE, report),
        },
    }
}

/// Reads the labels that a cell shares with its parent.
pub(super) fn read_identity(labels: &Labels<'_>, report: &mut Report) -> Identity {
    let organisation =
        |name: String| without_leading("Đảng ủy", &without_leading("Đảng bộ", &name));
    let term = |term: String| hyphenate_term(&without_leading("Nhiệm kỳ", &term));
    let ordinal =
        |typed: String| without_leading("thứ", &without_leading("Lần thứ", &typed));
    let place = |name: String| name.trim_end_matches([',', ' ']).to_owned();
    let unreadable = |name: &'static Name, is_read: bool| {
        let is_typed = labels.filled(name).next().is_some();
        (is_typed && !is_read).then_some(name.canonical)
    };
    let date = labels
        .one(&DATE, report)
        .and_then(|cell| read_congress_date(&cell, report));
    let opened = labels
        .one(&OPENED, report)
        .and_then(|cell| cell.time(report));
    let closed = labels
        .one(&CLOSED, report)
        .and_then(|cell| cell.time(report));
    let unread = [
        unreadable(&DATE, date.is_some()),
        unreadable(&OPENED, opened.is_some()),
        unreadable(&CLOSED, closed.is_some()),
    ];
    let mut text = |name| labels.text(name, report);
    Identity {
        unreadable: unread.into_iter().flatten().collect(),
        organisation: text(&ORGANISATION).map(|it| it.map(organisation)),
        higher_organisation: text(&HIGHER).map(|it| it.map(organisation)),
        cell_symbol: text(&CELL_SYMBOL),
        committee_symbol: text(&COMMITTEE_SYMBOL),
        term: text(&TERM).map(|it| it.map(term)),
        previous_term: text(&PREVIOUS_TERM).map(|it| it.map(term)),
        ordinal: text(&ORDINAL).map(|it| it.map(ordinal)),
        venue: text(&VENUE).map(|it| it.map(|it| without_leading("tại", &it))),
        place_name: text(&PLACE_NAME).map(|it| it.map(place)),
        date,
        opened,
        closed,
        basis: labels
            .texts(&BASIS, report)
            .into_iter()
            .map(|it| it.map(|it| without_leading("Căn cứ", &it)))
            .collect(),
        totals: TypedTotals::default(),
        percent_base: labels
            .one(&PERCENT_BASE, report)
            .and_then(|cell| cell.choice(&PERCENT_BASES, report)),
        spare_ballots: labels
            .count(&SPARE_BALLOTS, report)
            .map(|count| count.map(Votes)),
        copies: labels
            .count(&COPIES, report)
            .map(|count| count.map(Headcount)),
        presidium_signs_count: labels.mark(&PRESIDIUM_SIGNS, report),
    }
}

/// The day of the congress, in a year in which the Party had congresses: Excel makes a
/// day of 1900 of a small number.
fn read_congress_date(cell: &Cell<'_>, report: &mut Report) -> Option<Traced<FullDate>> {
    const FIRST_YEAR: u16 = 1930;
    let date = cell.full_date(report)?;
    if date.value.year() < FIRST_YEAR {
        cell.report_unlikely(report);
        return None;
    }
    Some(date)
}

fn read_totals(labels: &Labels<'_>, report: &mut Report) -> TypedTotals {
    let mut count = |name| {
        let count = labels.count(name, report)?;
        Some(count.map(Headcount))
    };
    TypedTotals {
        all: count(&ALL),
        official: count(&OFFICIAL),
        probationary: count(&PROBATIONARY),
        women: count(&WOMEN),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, at, congress};
    use crate::model::TimeOfDay;

    fn values(texts: &[Traced<String>]) -> Vec<&str> {
        texts.iter().map(|text| text.value.as_str()).collect()
    }

    #[test]
    fn a_value_that_cannot_be_read_is_not_missing_besides() {
        let rows = "Chi bộ|Một\nNgày đại hội|31/9/2022\nKhai mạc|25 giờ\nBế mạc|17 giờ";
        let (congress, findings) = congress(&[("Thông tin", rows)]);
        assert_eq!(findings, ["Thông tin!B2 S08", "Thông tin!B3 S10"]);
        assert_eq!(congress.identity.unreadable, ["Ngày đại hội", "Khai mạc"]);
    }

    #[test]
    fn a_congress_before_the_party_is_no_day() {
        let rows = "Chi bộ|CB Một\nNgày đại hội|9/1/1900";
        let (congress, findings) = congress(&[("Thông tin", rows)]);
        assert_eq!(findings, ["Thông tin!B2 S08"]);
        assert_eq!(congress.identity.date, None);
        assert_eq!(congress.cell.value, "Một");
    }

    #[test]
    fn a_weekday_before_the_date_and_names_with_commas_are_read() {
        let rows = "Chi bộ|Một\nNgày đại hội|Thứ hai, 05/9/2022\n\
            Chủ tịch đại hội|Phan Huy Dương, Lê Mạnh Hoàn";
        let (congress, findings) = congress(&[("Thông tin", rows)]);
        assert_eq!(findings, NONE);
        let date = congress.identity.date.clone().unwrap().value;
        assert_eq!(date, FullDate::new(2022, 9, 5).unwrap());
        let chairs = values(&congress.boards.chairs);
        assert_eq!(chairs, ["Phan Huy Dương", "Lê Mạnh Hoàn"]);
    }

    #[test]
    fn words_that_papers_print_themselves_are_taken_off() {
        let rows = "Chi bộ|Chi bộ Một\nĐảng bộ|Đảng ủy Sở Mẫu\n\
            Nhiệm kỳ|Nhiệm kỳ 2022 – 2025\nLần thứ|lần thứ III\n\
            Địa điểm|Tại phòng họp\nĐịa danh|Hà Nội,\nCăn cứ|Căn cứ Kế hoạch số 1";
        let (congress, _) = congress(&[("Thông tin", rows)]);
        let it = &congress.identity;
        let value = |text: &Option<Traced<String>>| text.clone().unwrap().value;
        assert_eq!(value(&it.organisation), "Sở Mẫu");
        assert_eq!(value(&it.term), "2022-2025");
        assert_eq!(value(&it.ordinal), "III");
        assert_eq!(value(&it.venue), "phòng họp");
        assert_eq!(value(&it.place_name), "Hà Nội");
        assert_eq!(values(&it.basis), ["Kế hoạch số 1"]);
    }

    #[test]
    fn every_label_is_read() {
        let rows = "Chi bộ|Chi bộ Quản lý khuyến công\n\
            Đảng bộ|Đảng bộ Cục Công Thương địa phương\n\
            Đảng bộ cấp trên|Đảng bộ Bộ Công Thương\n\
            Ký hiệu chi bộ|CBKC\nKý hiệu đảng ủy|ĐUC\n\
            Nhiệm kỳ|2022 – 2025\nNhiệm kỳ trước|2020 - 2022\nLần thứ|5\n\
            Ngày đại hội|29/8/2022\nKhai mạc|8:30\nBế mạc|11 giờ 30 phút\n\
            Địa điểm|Phòng 3\nĐịa danh|Hà Nội\n\
            Chủ tịch đại hội|Lê Văn An; Vũ Thị Bình\nThư ký đại hội|Đỗ Chi\n\
            Đại biểu cấp trên|Ngô Quang – Bí thư\nCăn cứ|Kế hoạch 32\n|Kế hoạch 99\n\
            Bí thư nhiệm kỳ trước|Lê Văn An\nChi ủy nhiệm kỳ trước|Lê Văn An\n|Đỗ Chi\n\
            Tổng số đảng viên|18\nChính thức|16\nDự bị|2\nNữ|8\n\
            Cơ sở tính tỷ lệ|hợp lệ\nPhiếu dự phòng|3\nSố bản biên bản|04\n\
            Đoàn chủ tịch ký biên bản kiểm phiếu|x";
        let (congress, findings) = congress(&[("Thông tin", rows)]);
        assert_eq!(findings, NONE);
        assert_eq!(congress.cell.value, "Quản lý khuyến công");
        assert_eq!(at(congress.cell.place().unwrap()), "Thông tin!B1");
        let it = &congress.identity;
        let text = |it: &Option<Traced<String>>| it.clone().unwrap().value;
        assert_eq!(text(&it.organisation), "Cục Công Thương địa phương");
        assert_eq!(text(&it.higher_organisation), "Bộ Công Thương");
        assert_eq!(text(&it.cell_symbol), "CBKC");
        assert_eq!(text(&it.committee_symbol), "ĐUC");
        assert_eq!(text(&it.term), "2022-2025");
        assert_eq!(text(&it.previous_term), "2020-2022");
        assert_eq!(text(&it.ordinal), "5");
        assert_eq!(
            it.date.clone().unwrap().value,
            FullDate::new(2022, 8, 29).unwrap()
        );
        assert_eq!(
            it.opened.clone().unwrap().value,
            TimeOfDay::new(8, 30).unwrap()
        );
        assert_eq!(
            it.closed.clone().unwrap().value,
            TimeOfDay::new(11, 30).unwrap()
        );
        assert_eq!(text(&it.venue), "Phòng 3");
        assert_eq!(text(&it.place_name), "Hà Nội");
        assert_eq!(values(&it.basis), ["Kế hoạch 32", "Kế hoạch 99"]);
        let totals = &it.totals;
        let people = |it: &Option<Traced<Headcount>>| it.clone().unwrap().value.0;
        assert_eq!(people(&totals.all), 18);
        assert_eq!(people(&totals.official), 16);
        assert_eq!(people(&totals.probationary), 2);
        assert_eq!(people(&totals.women), 8);
        assert_eq!(it.percent_base.clone().unwrap().value, PercentBase::Valid);
        assert_eq!(it.spare_ballots.clone().unwrap().value, Votes(3));
        assert_eq!(it.copies.clone().unwrap().value, Headcount(4));
        assert!(it.presidium_signs_count.as_ref().unwrap().value);
        let boards = &congress.boards;
        assert_eq!(values(&boards.chairs), ["Lê Văn An", "Vũ Thị Bình"]);
        assert_eq!(values(&boards.secretaries), ["Đỗ Chi"]);
        assert_eq!(values(&boards.guests), ["Ngô Quang – Bí thư"]);
        assert_eq!(text(&boards.outgoing_secretary), "Lê Văn An");
        assert_eq!(values(&boards.outgoing_committee), ["Lê Văn An", "Đỗ Chi"]);
    }

    #[test]
    fn people_are_named_without_titles() {
        let rows = "Chi bộ|Một\nChủ tịch đại hội|Đ/c Lê Văn An; VŨ THỊ BÌNH\n\
            Đại biểu cấp trên|Đ/c Ngô Quang – Bí thư Đảng ủy\n\
            |Bà Trần Thị Hoa, Phó Bí thư\nThư ký đại hội|Đỗ Chi";
        let (congress, findings) = congress(&[("Thông tin", rows)]);
        let boards = &congress.boards;
        assert_eq!(values(&boards.chairs), ["Lê Văn An", "Vũ Thị Bình"]);
        let guests = ["Ngô Quang – Bí thư Đảng ủy", "Trần Thị Hoa, Phó Bí thư"];
        assert_eq!(values(&boards.guests), guests);
        let expected = [
            "Thông tin!B2 S31",
            "Thông tin!B2 S31",
            "Thông tin!B3 S31",
            "Thông tin!B4 S31",
        ];
        assert_eq!(findings, expected);
    }

    #[test]
    fn only_the_name_of_the_cell_is_required_and_the_file_lends_it_one() {
        let (congress, findings) =
            congress(&[("Thông tin", "Chi bộ|\nNhiệm kỳ|2022-2025")]);
        assert_eq!(findings, ["Thông tin!B1 S04"]);
        assert_eq!(congress.cell.value, "a", "the file is a.xlsx");
    }

    #[test]
    fn each_wrong_value_is_a_finding_at_its_cell() {
        let rows = "Chi bộ|Văn phòng\nNgày đại hội|8/2022\nKhai mạc|sáng\n\
            Tổng số đảng viên|mười tám\nCơ sở tính tỷ lệ|tất cả\n\
            Phiếu dự phòng|'-1\nĐịa danh|=#REF!\n\
            Nhiệm kỳ|2022-2025\nNhiệm kỳ|2020-2025";
        let (_, findings) = congress(&[("Thông tin", rows)]);
        let expected = [
            "Thông tin!B2 S08",
            "Thông tin!B3 S10",
            "Thông tin!B4 S07",
            "Thông tin!B5 S09",
            "Thông tin!B6 S07",
            "Thông tin!B7 S11",
            "Thông tin!B9 S16",
        ];
        assert_eq!(findings, expected);
    }
}
