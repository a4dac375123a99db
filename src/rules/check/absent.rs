//! What is absent: S03, S04, S19, S20.

use super::label;
use crate::diagnostic::{Problem, Report};
use crate::model::{Congress, MotionKind};
use crate::rules::{has_begun, is_summoned};

/// Says which labels are missing and which facts are absent. To be asked after the
/// parent's labels were inherited.
pub(super) fn check_required(congress: &Congress, report: &mut Report) {
    let place = congress.cell.place().map_or_else(
        || congress.members_place.whole_file(),
        |it| it.whole_sheet(),
    );
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
        (label::ORGANISATION, own.organisation.is_some()),
        (label::TERM, own.term.is_some()),
        (label::PLACE_NAME, own.place_name.is_some()),
    ];
    if has_begun(congress) {
        required.extend([
            (label::DATE, own.date.is_some()),
            (label::OPENED, own.opened.is_some()),
            (label::CLOSED, own.closed.is_some()),
            (label::VENUE, own.venue.is_some()),
            (label::CHAIR, !boards.chairs.is_empty()),
            (label::SECRETARY, !boards.secretaries.is_empty()),
        ]);
    }
    required
        .into_iter()
        .filter(|(label, is_there)| !is_there && !own.unreadable.contains(label))
        .map(|(label, _)| label)
        .collect()
}

fn optional_sheets(congress: &Congress) -> [(&'static str, bool); 3] {
    [
        (label::sheet::MOTIONS, congress.motions.is_empty()),
        (label::sheet::RESOLUTION, congress.resolution.is_empty()),
        (label::sheet::EVENTS, congress.events.is_empty()),
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
    note(own.previous_term.is_none(), label::PREVIOUS_TERM.to_owned());
    if !congress.motions.is_empty() {
        let has =
            |kind: MotionKind| congress.motions.iter().any(|it| it.kind.value == kind);
        for kind in [
            MotionKind::Presidium,
            MotionKind::Secretaries,
            MotionKind::Resolution,
        ] {
            let (sheet, name) = (label::sheet::MOTIONS, label::motion(kind));
            note(!has(kind), format!("{sheet}: {name}"));
        }
    }
    for ballot in congress.ballots.iter().filter(|ballot| ballot.is_counted()) {
        let sheet = ballot.place.sheet.as_ref().map_or("", |sheet| &*sheet.name);
        let head = ballot.board_head.is_none();
        note(head, format!("{} ({sheet})", label::BOARD_HEAD));
        let time = ballot.finished.is_none();
        note(time, format!("{} ({sheet})", label::FINISHED));
    }
    for member in &congress.members {
        let is_absent = is_summoned(member) && !member.attended();
        let has_attendance = member.attendance.is_some();
        if is_absent && has_attendance && member.absence_reason.is_none() {
            let (label, name) = (label::ABSENCE_REASON, &member.name.value);
            note(true, format!("{label} ({name})"));
        }
    }
    absent
}
