//! What is absent: S03, S04, S19, S20.

use crate::diagnostic::{Place, Problem, Report};
use crate::model::{Congress, MotionKind};
use crate::rules::has_begun;

/// Says which labels are missing and which facts are absent. To be asked after the
/// parent's labels were inherited.
pub(super) fn check_required(congress: &Congress, report: &mut Report) {
    let place = congress
        .cell
        .place()
        .map_or_else(|| congress.members_place.whole_file(), Place::whole_sheet);
    for label in missing_labels(congress) {
        let label = label.to_owned();
        report.add(place.clone(), Problem::LabelMissing { label });
    }
    if !has_begun(congress) {
        report.add(place.whole_file(), Problem::BeforeCongress);
        return;
    }
    for (sheet, is_empty) in optional_sheets(congress) {
        if is_empty {
            report.add(
                place.whole_file(),
                Problem::SheetMissing {
                    sheet: sheet.to_owned(),
                    is_required: false,
                },
            );
        }
    }
    let what = absent_facts(congress);
    if !what.is_empty() {
        report.add(place.whole_file(), Problem::LeftOut { what });
    }
}

/// Labels without which no paper of the congress can be written.
fn missing_labels(congress: &Congress) -> Vec<&'static str> {
    let (own, boards) = (&congress.identity, &congress.boards);
    let mut required = vec![
        ("Đảng bộ", own.organisation.is_some()),
        ("Nhiệm kỳ", own.term.is_some()),
        ("Địa danh", own.place_name.is_some()),
    ];
    if has_begun(congress) {
        required.extend([
            ("Ngày đại hội", own.date.is_some()),
            ("Khai mạc", own.opened.is_some()),
            ("Bế mạc", own.closed.is_some()),
            ("Địa điểm", own.venue.is_some()),
            ("Chủ tịch đại hội", !boards.chairs.is_empty()),
            ("Thư ký đại hội", !boards.secretaries.is_empty()),
        ]);
    }
    required
        .into_iter()
        .filter(|(_, is_there)| !is_there)
        .map(|(label, _)| label)
        .collect()
}

fn optional_sheets(congress: &Congress) -> [(&'static str, bool); 3] {
    [
        ("Biểu quyết", congress.motions.is_empty()),
        ("Nghị quyết", congress.resolution.is_empty()),
        ("Diễn biến", congress.events.is_empty()),
    ]
}

/// Facts that the papers would tell and the workbook does not hold, as its labels name
/// them. A congress without guests, papers or nominations lacks nothing.
pub fn absent_facts(congress: &Congress) -> Vec<String> {
    let mut absent = Vec::new();
    let mut note = |is_absent: bool, what: String| {
        if is_absent {
            absent.push(what);
        }
    };
    let own = &congress.identity;
    note(own.previous_term.is_none(), "Nhiệm kỳ trước".to_owned());
    if !congress.motions.is_empty() {
        let has =
            |kind: MotionKind| congress.motions.iter().any(|it| it.kind.value == kind);
        for (kind, name) in [
            (MotionKind::Presidium, "Đoàn chủ tịch"),
            (MotionKind::Secretaries, "Thư ký"),
            (MotionKind::Resolution, "Nghị quyết"),
        ] {
            note(!has(kind), format!("Biểu quyết: {name}"));
        }
    }
    for ballot in congress.ballots.iter().filter(|ballot| ballot.is_counted()) {
        let sheet = ballot.place.sheet.as_ref().map_or("", |sheet| &*sheet.name);
        let head = ballot.board_head.is_none();
        note(head, format!("Trưởng ban kiểm phiếu ({sheet})"));
        let time = ballot.finished.is_none();
        note(time, format!("Kiểm phiếu xong ({sheet})"));
    }
    for member in &congress.members {
        let is_absent = member.belongs_here() && !member.attended();
        let has_attendance = member.attendance.is_some();
        if is_absent && has_attendance && member.absence_reason.is_none() {
            note(true, format!("Lý do vắng ({})", member.name.value));
        }
    }
    absent
}
