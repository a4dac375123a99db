//! "Thông tin": whose congress it is, when and where it met, and who led it.

use crate::diagnostic::Report;
use crate::import::cell::Cell;
use crate::import::labels::Labels;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::{Name, Names, hyphenate_term, without_leading};
use crate::import::workbook::RawSheet;
use crate::model::{
    Boards, FullDate, Headcount, Identity, PercentBase, Traced, TypedTotals, Votes,
};
use std::collections::BTreeSet;
use std::sync::LazyLock;

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
pub(in crate::import) static SHARED: [&Name; 17] = [
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
pub(in crate::import) static OWN: [&Name; 10] = [
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

/// The labels as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let count = |name| Head::new(name, Holds::Count);
    let mut labels = vec![Head::words(&CELL)];
    let (who_and_where, how) = shared_parts();
    labels.extend(who_and_where);
    labels.extend([
        Head::list(&CHAIRS),
        Head::list(&SECRETARIES),
        Head::list(&GUESTS),
        Head::words(&OUTGOING_SECRETARY),
        Head::list(&OUTGOING_COMMITTEE),
        count(&ALL),
        count(&OFFICIAL),
        count(&PROBATIONARY),
        count(&WOMEN),
    ]);
    labels.extend(how);
    labels
}

/// The labels that the parent's workbook shares, as `init` writes them there.
pub(super) fn shared_layout() -> Vec<Head> {
    let (mut who_and_where, how) = shared_parts();
    who_and_where.extend(how);
    who_and_where
}

fn shared_parts() -> (Vec<Head>, Vec<Head>) {
    let who_and_where = vec![
        Head::words(&ORGANISATION),
        Head::words(&HIGHER),
        Head::words(&CELL_SYMBOL),
        Head::words(&COMMITTEE_SYMBOL),
        Head::words(&TERM),
        Head::words(&PREVIOUS_TERM),
        Head::words(&ORDINAL),
        Head::new(&DATE, Holds::Date),
        Head::new(&OPENED, Holds::Time),
        Head::new(&CLOSED, Holds::Time),
        Head::words(&VENUE),
        Head::words(&PLACE_NAME),
    ];
    let how = vec![
        Head::list(&BASIS),
        Head::choice(&PERCENT_BASE, &PERCENT_BASES),
        Head::new(&SPARE_BALLOTS, Holds::Count),
        Head::new(&COPIES, Holds::Count),
        Head::new(&PRESIDIUM_SIGNS, Holds::Mark),
    ];
    (who_and_where, how)
}

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
pub(in crate::import) fn names() -> &'static Names {
    static NAMES: LazyLock<Names> =
        LazyLock::new(|| Names::new(SHARED.into_iter().chain(OWN)));
    &NAMES
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Info {
    let labels = Labels::read(sheet, 0..u32::MAX, names(), report);
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
    static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| {
        let names: Vec<&'static Name> = OWN.into_iter().chain(SHARED).collect();
        ColumnNames::of(&names)
    });
    let mut own = Report::default();
    let table = Table::find(sheet, &TABLE, &mut own)?;
    let names = OWN.into_iter().chain(SHARED);
    let heads = names.filter_map(|name| table.column(name));
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
            guests: labels.guests(&GUESTS, report),
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
mod tests;
