//! Who counts the ballots ("ban kiểm phiếu"): V16.

use super::namesake::nearest_member;
use super::{bearers, place_of};
use crate::diagnostic::{Diagnostic, PersonFault, Place, Problem, Report};
use crate::model::{Attendance, Ballot, Congress, Member, NameKey, Traced};
use crate::rules::is_summoned;

/// V16: the counting board is of official members summoned and present, and nobody
/// of it stands on this ballot.
///
/// Source: 244-QĐ/TW, article 7; 190-QĐ/TW, article 8; 04-HD/TW (2024), point 9.
pub(super) fn check_board(ballot: &Ballot, congress: &Congress, report: &mut Report) {
    for name in ballot.board_head.iter().chain(&ballot.board_members) {
        let found =
            on_list(name, ballot, congress).or_else(|| may_not_count(name, congress));
        if let Some((problem, also)) = found {
            let place = place_of(name, &ballot.place);
            report.push(Diagnostic::between(place, also, problem));
        }
    }
}

/// What is wrong, and the cells that say so.
type Found = (Problem, Vec<Place>);

fn on_list(name: &Traced<String>, ballot: &Ballot, congress: &Congress) -> Option<Found> {
    let key = NameKey::of(&name.value);
    let mut listed = ballot.candidates.iter();
    let listed = listed.find(|one| key.is_of(&one.name.value))?;
    // one of two of a name may stand and the other count
    let problem = Problem::Person(PersonFault::BoardOnList {
        name: name.value.clone(),
    });
    (bearers(congress, &key) == 1).then(|| (problem, listed.name.cells()))
}

fn may_not_count(name: &Traced<String>, congress: &Congress) -> Option<Found> {
    let key = NameKey::of(&name.value);
    let is_same = |member: &&Member| key.is_of(&member.name.value);
    let same: Vec<&Member> = congress.members.iter().filter(is_same).collect();
    let name = name.value.clone();
    if same.is_empty() {
        let nearest = nearest_member(&name, congress);
        return Some((
            Problem::Person(PersonFault::BoardUnknown { name, nearest }),
            Vec::new(),
        ));
    }
    let official = || same.iter().filter(|member| member.is_official());
    if official().next().is_none() {
        let cells = same.iter().flat_map(|member| {
            let standing = member.standing.cells().into_iter();
            standing.chain(member.status.cells())
        });
        return Some((
            Problem::Person(PersonFault::BoardNotOfficial { name }),
            cells.collect(),
        ));
    }
    let mut summoned = official().filter(|member| is_summoned(member)).peekable();
    if summoned.peek().is_none() {
        let cells = official().flat_map(|member| member.status.cells());
        return Some((
            Problem::Person(PersonFault::BoardExcluded { name }),
            cells.collect(),
        ));
    }
    if summoned.any(|member| !is_absent(member)) {
        return None;
    }
    let attendance = official().filter_map(|member| member.attendance.as_ref());
    let cells = attendance.flat_map(Traced::cells).collect();
    Some((Problem::Person(PersonFault::BoardAbsent { name }), cells))
}

/// Whether the member stayed away throughout, as far as the list says.
fn is_absent(member: &Member) -> bool {
    let attendance = member.attendance.as_ref();
    attendance.is_some_and(|it| it.value == Attendance::Absent)
}
