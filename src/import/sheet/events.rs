//! "Diễn biến": what happened, in order.

use super::which_ballot::{self, OFFICE, ROUND};
use crate::diagnostic::Report;
use crate::import::layout::{Head, Holds};
use crate::import::table::{ColumnNames, Row, Table};
use crate::import::text::Name;
use crate::import::workbook::RawSheet;
use crate::model::{Event, EventKind};
use std::sync::LazyLock;

static KIND: Name = Name::new("Việc", &["Công việc"]);
static TIME: Name = Name::new("Giờ", &["Thời gian"]);
static PERSON: Name = Name::new(
    "Người",
    &["Họ và tên", "Họ tên", "Đồng chí", "Người phát biểu"],
);
static POST: Name = Name::new("Chức vụ", &[]);
static TEXT: Name = Name::new("Nội dung", &[]);

pub(in crate::import) static COLUMNS: [&Name; 7] =
    [&KIND, &TIME, &OFFICE, &ROUND, &PERSON, &POST, &TEXT];
static TABLE: LazyLock<ColumnNames> = LazyLock::new(|| ColumnNames::of(&COLUMNS));

static KINDS: [(Name, EventKind); 12] = [
    (Name::new("Chào cờ", &[]), EventKind::FlagSalute),
    (
        Name::new("Khai mạc", &["Phát biểu khai mạc"]),
        EventKind::Opening,
    ),
    (Name::new("Báo cáo", &[]), EventKind::Report),
    (Name::new("Tham luận", &[]), EventKind::Paper),
    (Name::new("Thảo luận", &["Ý kiến"]), EventKind::Discussion),
    (
        Name::new("Phát biểu chỉ đạo", &["Chỉ đạo"]),
        EventKind::Guidance,
    ),
    (Name::new("Ứng cử", &[]), EventKind::SelfNomination),
    (Name::new("Đề cử", &[]), EventKind::Nomination),
    (Name::new("Xin rút", &["Rút"]), EventKind::Withdrawal),
    (Name::new("Bầu cử", &[]), EventKind::Elections),
    (
        Name::new("Bế mạc", &["Phát biểu bế mạc"]),
        EventKind::Closing,
    ),
    (Name::new("Khác", &[]), EventKind::Other),
];

/// The columns as `init` writes them.
pub(in crate::import) fn layout() -> Vec<Head> {
    let mut columns = vec![Head::new(&TIME, Holds::Time), Head::choice(&KIND, &KINDS)];
    columns.extend(which_ballot::layout());
    columns.extend([
        Head::words(&PERSON),
        Head::words(&POST),
        Head::new(&TEXT, Holds::Sentence),
    ]);
    columns
}

/// Reads the sheet.
pub(in crate::import) fn read(sheet: &RawSheet, report: &mut Report) -> Vec<Event> {
    let Some(table) = Table::find(sheet, &TABLE, report) else {
        return Vec::new();
    };
    table.report_unknown(report);
    let rows = table.rows();
    rows.iter()
        .filter_map(|row| read_event(row, report))
        .collect()
}

fn read_event(row: &Row<'_, '_>, report: &mut Report) -> Option<Event> {
    let time = row.cell(&TIME).time(report);
    let kind = row
        .required(&KIND, report)
        .and_then(|cell| cell.choice(&KINDS, report));
    let ballot = which_ballot::read_ballot(row, report);
    let person = row.cell(&PERSON).name(report);
    let mut text = |name| row.text(name, report);
    Some(Event {
        time,
        person,
        post: text(&POST),
        text: text(&TEXT),
        kind: kind?,
        ballot,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::testing::{NONE, at, congress};
    use crate::model::{Office, TimeOfDay};

    #[test]
    fn events_keep_their_order_and_their_words() {
        let rows = "Giờ|Việc|Cuộc bầu|Lần|Người|Chức vụ|Nội dung\n\
            14 giờ 00|Chào cờ|||||Quốc ca\n\
            |Xin rút|Bí thư||Lê Văn An|Chuyên viên|tuổi cao\n15:10|Bầu cử";
        let (congress, findings) = congress(&[("Diễn biến", rows)]);
        assert_eq!(findings, NONE);
        let [first, second, third] = congress.events.as_slice() else {
            panic!("three events");
        };
        assert_eq!(
            first.time.clone().unwrap().value,
            TimeOfDay::new(14, 0).unwrap()
        );
        assert_eq!(first.kind.value, EventKind::FlagSalute);
        assert_eq!(first.text.clone().unwrap().value, "Quốc ca");
        let ballot = second.ballot.clone().unwrap();
        assert_eq!(ballot.value.office, Office::Secretary);
        assert_eq!(ballot.value.round, 1);
        assert_eq!(at(&ballot.place().unwrap()), "Diễn biến!C3");
        assert_eq!(second.person.clone().unwrap().value, "Lê Văn An");
        assert_eq!(second.post.clone().unwrap().value, "Chuyên viên");
        assert_eq!(third.kind.value, EventKind::Elections);
        assert_eq!(
            third.time.clone().unwrap().value,
            TimeOfDay::new(15, 10).unwrap()
        );
    }
}
