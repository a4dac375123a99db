//! "Bầu chi ủy" and its like: the figures of the count, and above or below them the list.

mod figures;
pub(in crate::import) mod listed;
mod matrix;

use crate::diagnostic::{Diagnostic, Problem, Report};
use crate::import::cell::Cell;
use crate::import::labels::Labels;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table, Total};
use crate::import::text::{Name, Names};
use crate::import::workbook::RawSheet;
use crate::model::{
    Ballot, BallotId, Candidate, Decision, DeclaredResult, Headcount, ListTotal, Office,
    Seats, Traced, Votes,
};
use matrix::{Columns, Form, is_refusal, row_of};
use std::sync::LazyLock;

static SEATS: Name = Name::new(
    "Số lượng bầu",
    &[
        "Số lượng",
        "Số lượng cần bầu",
        "Số lượng được bầu",
        "Số lượng bầu cử",
        "Số lượng bầu chi ủy",
        "Số lượng chi ủy",
        "Số cần bầu",
    ],
);
static SUMMONED: Name = Name::new(
    "Được triệu tập",
    &[
        "Triệu tập",
        "Số được triệu tập",
        "Tổng số triệu tập",
        "Số đảng viên được triệu tập",
        "Tổng số đảng viên được triệu tập",
        "Đảng viên được triệu tập",
    ],
);
static PRESENT: Name = Name::new(
    "Có mặt",
    &[
        "Số có mặt",
        "Tổng số có mặt",
        "Số đảng viên có mặt",
        "Đảng viên có mặt",
        "Tổng số đảng viên có mặt",
    ],
);
static ISSUED: Name = Name::new(
    "Phát ra",
    &[
        "Số phiếu phát ra",
        "Tổng số phiếu phát ra",
        "Phiếu phát ra",
        "Số phát ra",
    ],
);
static RETURNED: Name = Name::new(
    "Thu về",
    &[
        "Thu vào",
        "Số phiếu thu về",
        "Số phiếu thu vào",
        "Tổng số phiếu thu về",
        "Tổng số phiếu thu vào",
        "Phiếu thu về",
        "Phiếu thu vào",
    ],
);
static VALID: Name = Name::new(
    "Hợp lệ",
    &["Số phiếu hợp lệ", "Phiếu hợp lệ", "Tổng số phiếu hợp lệ"],
);
static INVALID: Name = Name::new(
    "Không hợp lệ",
    &[
        "Số phiếu không hợp lệ",
        "Phiếu không hợp lệ",
        "Tổng số phiếu không hợp lệ",
        "Số không hợp lệ",
    ],
);
static INVALID_REASON: Name =
    Name::new("Lý do không hợp lệ", &["Lý do phiếu không hợp lệ", "Lý do"]);
static BOARD_HEAD: Name = Name::new(
    "Trưởng ban kiểm phiếu",
    &[
        "Trưởng ban",
        "Trưởng ban KP",
        "Trưởng BKP",
        "Tổ trưởng tổ kiểm phiếu",
        "Tổ trưởng kiểm phiếu",
        "Tổ trưởng",
    ],
);
static BOARD_MEMBER: Name = Name::new(
    "Ủy viên kiểm phiếu",
    &[
        "Ủy viên ban kiểm phiếu",
        "Ủy viên",
        "Ủy viên BKP",
        "Thành viên ban kiểm phiếu",
        "Thành viên",
        "Tổ viên",
    ],
);
static FINISHED: Name = Name::new(
    "Kiểm phiếu xong",
    &["Giờ kiểm phiếu xong", "Kiểm phiếu xong lúc"],
);
static ALTERNATES: Name = Name::new(
    "Số dự khuyết",
    &["Số lượng dự khuyết", "Số đại biểu dự khuyết"],
);
static DECISION: Name = Name::new(
    "Quyết định của đại hội",
    &["Đại hội quyết định", "Quyết định của ĐH"],
);

pub(in crate::import) static LABELS: [&Name; 13] = [
    &SEATS,
    &SUMMONED,
    &PRESENT,
    &ISSUED,
    &RETURNED,
    &VALID,
    &INVALID,
    &INVALID_REASON,
    &BOARD_HEAD,
    &BOARD_MEMBER,
    &FINISHED,
    &ALTERNATES,
    &DECISION,
];

static DECISIONS: [(Name, Decision); 4] = [
    (Name::new("Bầu tiếp", &["Bầu lần 2"]), Decision::NextRound),
    (Name::new("Bầu lại", &[]), Decision::Revote),
    (
        Name::new("Không bầu nữa", &["Không bầu tiếp", "Không bầu thêm"]),
        Decision::Stop,
    ),
    (
        Name::new("Đề nghị chỉ định", &["Đề nghị cấp trên chỉ định"]),
        Decision::AskHigherCommittee,
    ),
];

static NAME: Name = Name::new(
    "Họ và tên",
    &[
        "Họ tên",
        "Đồng chí",
        "Họ và tên khai sinh",
        "Họ tên khai sinh",
        "Họ và tên đang dùng",
        "Họ tên đang dùng",
        "Họ và tên ứng cử viên",
        "Họ tên ứng cử viên",
        "Người ứng cử",
        "Ứng cử viên",
    ],
);
static VOTES: Name = Name::new(
    "Số phiếu",
    &[
        "Số phiếu bầu",
        "Số phiếu được bầu",
        "Số phiếu đạt",
        "Phiếu bầu",
    ],
);
static AGREED: Name = Name::new("Đồng ý", &["Số phiếu đồng ý", "Phiếu đồng ý"]);
static AGAINST: Name = Name::new(
    "Không đồng ý",
    &["Không đ.ý", "Số phiếu không đồng ý", "Phiếu không đồng ý"],
);
static PERCENT: Name = Name::new(
    "Tỷ lệ",
    &[
        "%",
        "Tỷ lệ phần trăm",
        "Tỷ lệ %",
        "Tỷ lệ phiếu",
        "Đạt tỷ lệ",
    ],
);
static RESULT: Name =
    Name::new("Kết quả", &["Trúng cử", "Kết quả bầu", "Kết quả bầu cử"]);
static NOTE: Name = Name::new("Ghi chú", &[]);

pub(in crate::import) static COLUMNS: [&Name; 7] =
    [&NAME, &VOTES, &AGREED, &AGAINST, &PERCENT, &RESULT, &NOTE];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

static RESULTS: [(Name, DeclaredResult); 3] = [
    (
        Name::new("Trúng cử", &["Đạt", "TC", "Đã trúng cử", "Được bầu"]),
        DeclaredResult::Elected,
    ),
    (
        Name::new(
            "Không trúng cử",
            &[
                "Không",
                "Không đạt",
                "KTC",
                "Không TC",
                "Chưa đạt",
                "Chưa trúng cử",
            ],
        ),
        DeclaredResult::NotElected,
    ),
    (Name::new("Dự khuyết", &[]), DeclaredResult::Alternate),
];

/// The columns of the list.
pub(in crate::import) fn columns() -> &'static ColumnNames {
    &TABLE
}

/// The labels of the count.
pub(in crate::import) fn names() -> &'static Names {
    static NAMES: LazyLock<Names> = LazyLock::new(|| Names::new(LABELS));
    &NAMES
}

/// The labels as `init` writes them; only delegates have alternates.
pub(in crate::import) fn layout_labels(office: Office) -> Vec<Head> {
    let counts = [
        &SEATS, &ISSUED, &RETURNED, &VALID, &INVALID, &SUMMONED, &PRESENT,
    ];
    let mut labels: Vec<Head> = counts
        .map(|name| Head::new(name, Holds::Count))
        .into_iter()
        .collect();
    labels.extend([
        Head::words(&INVALID_REASON),
        Head::words(&BOARD_HEAD),
        Head::list(&BOARD_MEMBER),
        Head::new(&FINISHED, Holds::Time),
    ]);
    if office == Office::Delegates {
        labels.push(Head::new(&ALTERNATES, Holds::Count));
    }
    labels.push(Head::choice(&DECISION, &DECISIONS));
    labels
}

/// The columns as `init` writes them: votes where the list has a surplus, for and against
/// where there is one seat.
pub(in crate::import) fn layout_columns(office: Office) -> Vec<Head> {
    let votes: &[&Name] = match office {
        Office::Committee | Office::Delegates => &[&VOTES],
        Office::Secretary | Office::Deputy => &[&AGREED, &AGAINST],
    };
    let mut columns = vec![Head::words(&NAME)];
    columns.extend(votes.iter().map(|name| Head::new(name, Holds::Count)));
    columns.extend([
        Head::new(&PERCENT, Holds::Share),
        Head::choice(&RESULT, &RESULTS),
        Head::words(&NOTE),
    ]);
    columns
}

/// Reads a ballot's sheet; none if it is as `init` writes it, since not every cell elects
/// to every office.
pub(in crate::import) fn read(
    sheet: &RawSheet,
    id: BallotId,
    report: &mut Report,
) -> Option<Ballot> {
    // where the list ends must be known to read it
    let header = Table::find_header(sheet, &TABLE);
    let first = header.as_ref().map(|header| header.first);
    let parts = first.and_then(|first| figures::split(sheet, first));
    let (list, table) = match &parts {
        Some(parts) => (&parts.list, Table::find(&parts.list, &TABLE, report)),
        None => (sheet, Table::below(sheet, header, &TABLE, report)),
    };
    let end = table.as_ref().map_or(u32::MAX, Table::header);
    let mut labels = Labels::read(list, 0..end, names(), report);
    if let Some(parts) = &parts {
        let all = 0..u32::MAX;
        labels.add(Labels::read(&parts.figures, all, names(), report));
    }
    let mut ballot = read_labels(&labels, id, report);
    let Some(mut table) = table else {
        return Some(ballot);
    };
    let is_filled = |name: &&Name| labels.filled(name).next().is_some();
    if table.rows().is_empty() && !LABELS.iter().any(is_filled) {
        return None;
    }
    let columns = Columns::take(&mut table, report);
    table.report_unknown(report);
    let votes = votes_column(&table, report);
    let is_typed = is_counted(&labels, &table, votes);
    if let Some(columns) = columns {
        read_matrix(&columns, &table, &labels, &mut ballot, report);
    } else {
        if is_typed {
            for name in [&SEATS, &ISSUED, &RETURNED, &VALID, &INVALID] {
                labels.require(name, report);
            }
            table.require(votes, report);
        }
        ballot.asks_against = table.has(&AGREED) || table.has(&AGAINST);
        let rows = table.rows();
        let read = rows
            .iter()
            .filter_map(|row| read_candidate(row, votes, is_typed, report));
        ballot.candidates = read.collect();
    }
    ballot.total = table
        .total()
        .map_or_else(ListTotal::default, |it| read_total(&it, votes));
    if table.rows().is_empty() {
        report.add(sheet.place.clone(), Problem::NoRows);
    }
    Some(ballot)
}

/// Reads the single ballots of a matrix, which give all figures but the seats and the
/// ballots issued; those typed besides are read to be compared.
fn read_matrix(
    columns: &Columns<'_>,
    table: &Table<'_>,
    labels: &Labels<'_>,
    ballot: &mut Ballot,
    report: &mut Report,
) {
    let mut names = table.rows();
    names.retain(|row| !is_refusal(&row.cell(&NAME).shown()));
    let refusals = columns.refusals(table, &names, self::names());
    let votes = votes_column(table, &mut Report::default());
    let rows = names.iter().map(row_of).chain(refusals);
    if columns.is_marked(rows) || is_counted(labels, table, votes) {
        for name in [&SEATS, &ISSUED] {
            labels.require(name, report);
        }
    }
    let form = columns.form(&names, ballot.seats.as_ref().map(|seats| seats.value.0));
    ballot.asks_against = form == Form::ForAndAgainst;
    let mut unread = Vec::new();
    for row in &names {
        let marks = columns.marks(row, form, &mut unread);
        if let Some(one) = read_candidate(row, votes, false, report) {
            ballot.candidates.push(Candidate { marks, ..one });
        }
    }
    matrix::report_unread(&unread, form, ballot, report);
    ballot.matrix = Some(columns.matrix(&names, refusals, report));
}

fn read_labels(labels: &Labels<'_>, id: BallotId, report: &mut Report) -> Ballot {
    let decided = labels.one(&DECISION, report);
    let decision = decided
        .as_ref()
        .and_then(|cell| cell.choice(&DECISIONS, report));
    let mut count = |name| labels.count(name, report);
    let votes = |count: Traced<u32>| count.map(Votes);
    let seats = |count: Traced<u32>| count.map(Seats);
    let people = |count: Traced<u32>| count.map(Headcount);
    Ballot {
        id,
        place: labels.sheet().place.clone(),
        seats: count(&SEATS).map(seats),
        summoned: count(&SUMMONED).map(people),
        present: count(&PRESENT).map(people),
        issued: count(&ISSUED).map(votes),
        returned: count(&RETURNED).map(votes),
        valid: count(&VALID).map(votes),
        invalid: count(&INVALID).map(votes),
        alternates: count(&ALTERNATES).map(seats),
        invalid_reasons: labels.texts(&INVALID_REASON, report),
        board_head: labels.name(&BOARD_HEAD, report),
        board_members: labels.names(&BOARD_MEMBER, report),
        finished: labels
            .one(&FINISHED, report)
            .and_then(|cell| cell.time(report)),
        is_decision_unread: decided.is_some() && decision.is_none(),
        decision,
        candidates: Vec::new(),
        total: ListTotal::default(),
        asks_against: false,
        matrix: None,
    }
}

/// Whether any figure of the count was typed, readable or not.
fn is_counted(labels: &Labels<'_>, table: &Table<'_>, votes: &Name) -> bool {
    [&ISSUED, &RETURNED, &VALID, &INVALID]
        .into_iter()
        .any(|name| labels.filled(name).next().is_some())
        || table
            .rows()
            .iter()
            .any(|row| table.has(votes) && !row.cell(votes).is_empty())
}

/// The column that holds the votes for a name; a list has one of the two.
fn votes_column(table: &Table<'_>, report: &mut Report) -> &'static Name {
    let (agreed, votes) = (table.column(&AGREED), table.column(&VOTES));
    if let (Some(agreed), Some(votes)) = (&agreed, &votes) {
        let label = VOTES.canonical.to_owned();
        report.push(Diagnostic::between(
            votes.place().clone(),
            vec![agreed.place().clone()],
            Problem::LabelTwice { label },
        ));
    }
    if agreed.is_some() || (votes.is_none() && table.has(&AGAINST)) {
        &AGREED
    } else {
        &VOTES
    }
}

/// The row of a total: of its other numbers, such as percentages, nothing follows.
fn read_total(total: &Total<'_, '_>, votes: &Name) -> ListTotal {
    let count = |name| total.count(name).map(|count| count.map(Votes));
    ListTotal {
        names: total.people().map(|count| count.map(Headcount)),
        votes: count(votes),
        against: count(&AGAINST),
    }
}

fn read_candidate(
    row: &Row<'_, '_>,
    votes: &Name,
    is_counted: bool,
    report: &mut Report,
) -> Option<Candidate> {
    let name = row.required(&NAME, report);
    let cell = if is_counted {
        row.required(votes, report)
    } else {
        Some(row.cell(votes))
    };
    let votes = cell.and_then(|cell| cell.count(report));
    let against = row.cell(&AGAINST).count(report);
    let percent = row.cell(&PERCENT).percentage(report);
    let declared = read_result(&row.cell(&RESULT), report);
    Some(Candidate {
        name: name?.name(report)?,
        votes: votes.map(|count| count.map(Votes)),
        against: against.map(|count| count.map(Votes)),
        percent,
        declared,
        marks: None,
    })
}

/// "Trúng cử" in words, or a mark in a column of that name.
fn read_result(cell: &Cell<'_>, report: &mut Report) -> Option<Traced<DeclaredResult>> {
    let Some(is_elected) = cell.as_mark() else {
        return cell.choice(&RESULTS, report);
    };
    let result = if is_elected {
        DeclaredResult::Elected
    } else {
        DeclaredResult::NotElected
    };
    Some(Traced::typed(result, cell.place().clone()))
}

#[cfg(test)]
mod tests;
