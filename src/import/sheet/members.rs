//! "Đảng viên": one row a member.

mod attendance;
mod foot;
mod numbering;
mod sex;
mod swapped;

use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::import::cell::Cell;
use crate::import::layout::{Head, Holds};
use crate::import::table::{Row, Table};
use crate::import::text::{Name, fold};
use crate::import::workbook::RawSheet;
use crate::model::{FullDate, Member, PartialDate, Standing, Status, Traced};
use attendance::Marking;

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
static BORN: Name = Name::new(
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
static ADMITTED: Name = Name::new(
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
static OFFICIAL_SINCE: Name = Name::new(
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
    &sex::SEX,
    &sex::MEN,
    &sex::WOMEN,
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
    &attendance::ATTENDANCE,
    &ABSENCE_REASON,
    &ABSENCE_ACCEPTED,
    &NOTE,
    &CELL,
];

/// The columns of dates.
static DATES: [&Name; 5] = [&BORN, &sex::MEN, &sex::WOMEN, &ADMITTED, &OFFICIAL_SINCE];

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

/// The columns of the table.
pub(in crate::import) fn columns() -> &'static [&'static Name] {
    &COLUMNS
}

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
        Head::choice(&STATUS, &STATUSES),
        attendance::layout(),
        Head::words(&ABSENCE_REASON),
        Head::new(&ABSENCE_ACCEPTED, Holds::Mark),
        Head::words(&NOTE),
    ]);
    columns
}

/// Finds the table of members.
pub(in crate::import) fn find_table<'a>(
    sheet: &'a RawSheet,
    report: &mut Report,
) -> Option<Table<'a>> {
    Table::find(sheet, &COLUMNS, report)
}

/// Reads the members.
///
/// Once a ballot was counted, it must be known who may vote and who was there. Who is
/// official only after the congress is "dự bị" at it.
pub(in crate::import) fn read(
    mut table: Table<'_>,
    is_counted: bool,
    congress_date: Option<FullDate>,
    report: &mut Report,
) -> Vec<Member> {
    if !sex::gives_birth_dates(&table) {
        table.require(&BORN, report);
    }
    let official = official_column(&table);
    if is_counted {
        if official == &OFFICIAL_SINCE {
            table.require(&OFFICIAL_SINCE, report);
        }
        table.require(&attendance::ATTENDANCE, report);
    }
    table.report_unknown(report);
    let rows = table.rows();
    if rows.is_empty() {
        report.add(table.sheet().place.clone(), Problem::NoRows);
    }
    let marking = Marking::of(&rows, is_counted);
    let dating = Dating {
        official: table.has(official).then_some(official),
        holds_both: holds_both(&table, &rows),
        congress: congress_date,
    };
    let members: Vec<Option<Member>> = rows
        .iter()
        .map(|row| read_member(&table, row, marking, dating, report))
        .collect();
    if is_counted && table.has(&attendance::ATTENDANCE) {
        attendance::report_empty(&rows, &members, marking, report);
    }
    swapped::report_swapped(&table, &rows, &members, &DATES, congress_date, report);
    numbering::report_holes(&table, &rows, report);
    foot::report_foot(&table, &rows, &members, report);
    #[expect(
        clippy::filter_map_identity,
        reason = "the list stays where it is; `flatten` would copy it"
    )]
    let read = members.into_iter().filter_map(|member| member);
    read.collect()
}

/// What a list and its congress say of the dates of all its members.
#[derive(Debug, Clone, Copy)]
struct Dating {
    /// The column that says since when members are official.
    official: Option<&'static Name>,
    /// Whether "Ngày chính thức" holds "Ngày vào Đảng" as well.
    holds_both: bool,
    congress: Option<FullDate>,
}

/// Whether "Ngày vào Đảng, chính thức" means both dates, one below the other: it is spelt
/// like "Ngày vào Đảng chính thức", and only the cells tell the two apart.
fn holds_both(table: &Table<'_>, rows: &[Row<'_, '_>]) -> bool {
    if table.has(&ADMITTED) {
        return false;
    }
    let counts = rows
        .iter()
        .map(|row| row.cell(&OFFICIAL_SINCE).date_count());
    let (mut ones, mut twos) = (0_usize, 0_usize);
    for count in counts {
        ones += usize::from(count == 1);
        twos += usize::from(count == 2);
    }
    let head = table
        .column(&OFFICIAL_SINCE)
        .map(|head| fold(&head.shown()));
    let says_both = head.is_some_and(|head| head.contains("vaodang"));
    twos > 0 && (says_both || twos >= ones)
}

/// Whether a cell of "Ngày chính thức" says that there is no such day yet.
fn is_unsaid(cell: &Cell<'_>) -> bool {
    static NOT_YET: Name = Name::new(
        "Dự bị",
        &[
            "Chưa",
            "Chưa chính thức",
            "Chưa có",
            "Đảng viên dự bị",
            "ĐV dự bị",
            "ĐVDB",
        ],
    );
    cell.is_empty() || cell.is_dash() || cell.spells(&NOT_YET)
}

fn read_member(
    table: &Table<'_>,
    row: &Row<'_, '_>,
    marking: Marking,
    dating: Dating,
    report: &mut Report,
) -> Option<Member> {
    let name = row
        .required(&NAME, report)
        .and_then(|cell| cell.name(report));
    let (sex, born_by_sex) = sex::read(table, row, report);
    let born = born_by_sex.or_else(|| read_born(table, row, report));
    let born = born.filter(|it| is_likely(it, row, dating.congress, report));
    let (admitted, official_since) = read_standing_dates(table, row, dating, report);
    let status = read_status(row, report);
    let attendance = attendance::read(row, status.value, marking, report);
    let absence_accepted = row.cell(&ABSENCE_ACCEPTED).mark(report);
    let religion = Some(row.cell(&RELIGION)).filter(|cell| !cell.is_dash());
    let religion = religion.and_then(|cell| cell.text(report));
    let mut text = |name| row.text(name, report);
    let member = Member {
        ethnic_group: text(&ETHNIC_GROUP),
        religion,
        home: text(&HOME),
        post: text(&POST),
        schooling: text(&SCHOOLING),
        profession: text(&PROFESSION),
        political_theory: text(&POLITICAL_THEORY),
        state_management: text(&STATE_MANAGEMENT),
        foreign_language: text(&FOREIGN_LANGUAGE),
        computing: text(&COMPUTING),
        card: text(&CARD),
        badge: text(&BADGE),
        honours: text(&HONOURS),
        grade: text(&GRADE),
        absence_reason: text(&ABSENCE_REASON),
        note: text(&NOTE),
        name: name?,
        born,
        sex,
        standing: read_standing(row, dating, official_since.as_ref()),
        status,
        attendance,
        absence_accepted,
        admitted,
        official_since,
    };
    Some(member)
}

/// "Ngày vào Đảng" and "Ngày chính thức"; one column may hold both.
fn read_standing_dates(
    table: &Table<'_>,
    row: &Row<'_, '_>,
    dating: Dating,
    report: &mut Report,
) -> (Option<Traced<PartialDate>>, Option<Traced<PartialDate>>) {
    let cell = row.cell(&OFFICIAL_SINCE);
    if !table.has(&ADMITTED) {
        if is_unsaid(&cell) {
            return (None, None);
        }
        return match cell.one_or_two_dates(report) {
            (official, None) if !dating.holds_both => (None, official),
            both => both,
        };
    }
    let (admitted, below) = row.cell(&ADMITTED).one_or_two_dates(report);
    let official = if is_unsaid(&cell) {
        None
    } else {
        cell.partial_date(report)
    };
    if let (Some(own), Some(below)) = (&official, &below)
        && own.value != below.value
    {
        let label = OFFICIAL_SINCE.canonical.to_owned();
        report.push(Diagnostic::between(
            cell.place(),
            below.cells(),
            Problem::LabelTwice { label },
        ));
    }
    let below = below.filter(|_| is_unsaid(&cell));
    (admitted, official.or(below))
}

/// The column that says since when members are official: "Ngày vào Đảng" if that holds
/// both dates and no other column does.
fn official_column(table: &Table<'_>) -> &'static Name {
    let has_both = !table.has(&OFFICIAL_SINCE)
        && table
            .rows()
            .iter()
            .any(|row| row.cell(&ADMITTED).date_count() == 2);
    if has_both { &ADMITTED } else { &OFFICIAL_SINCE }
}

fn read_born(
    table: &Table<'_>,
    row: &Row<'_, '_>,
    report: &mut Report,
) -> Option<Traced<PartialDate>> {
    if sex::gives_birth_dates(table) && !table.has(&BORN) {
        sex::report_no_date(row, report);
        return None;
    }
    row.required(&BORN, report)?.partial_date(report)
}

/// Whether somebody may have been born then: neither when Excel begins to count days nor
/// after the congress.
fn is_likely(
    born: &Traced<PartialDate>,
    row: &Row<'_, '_>,
    congress: Option<FullDate>,
    report: &mut Report,
) -> bool {
    const FIRST_YEAR: u16 = 1905;
    let is_later = congress.is_some_and(|day| is_after(born.value, day));
    if !is_later && born.value.year() >= FIRST_YEAR {
        return true;
    }
    let cells = [&BORN, &sex::MEN, &sex::WOMEN].map(|name| row.cell(name));
    let own = cells.iter().find(|cell| cell.is_origin_of(born));
    if let Some(cell) = own {
        cell.report_unlikely(report);
    }
    false
}

/// An empty "Ngày chính thức" means "dự bị", and so does one after the congress; without
/// a column that says it nobody is said to be.
fn read_standing(
    row: &Row<'_, '_>,
    dating: Dating,
    since: Option<&Traced<PartialDate>>,
) -> Traced<Standing> {
    let own = row.cell(dating.official.unwrap_or(&OFFICIAL_SINCE));
    let is_later = since
        .zip(dating.congress)
        .is_some_and(|(since, date)| is_after(since.value, date));
    let is_unsaid = || is_unsaid(&own) || own.date_count() == 1;
    let is_empty = dating.official.is_some() && since.is_none() && is_unsaid();
    let standing = if is_empty || is_later {
        Standing::Probationary
    } else {
        Standing::Official
    };
    match since {
        Some(since) => since.as_ref().map(|_| standing),
        None => own.traced(standing),
    }
}

/// Whether a date is surely after a day: in its month or year it may be before.
fn is_after(date: PartialDate, day: FullDate) -> bool {
    match date {
        PartialDate::Year(year) => year > day.year(),
        PartialDate::Month { year, month } => (year, month) > (day.year(), day.month()),
        PartialDate::Full(date) => date > day,
    }
}

/// An empty "Tình trạng" means "đang sinh hoạt"; so does, after its finding, a cell that
/// cannot be read.
fn read_status(row: &Row<'_, '_>, report: &mut Report) -> Traced<Status> {
    let cell = row.cell(&STATUS);
    cell.choice(&STATUSES, report)
        .unwrap_or_else(|| cell.traced(Status::Active))
}

#[cfg(test)]
mod tests;
