//! Identities that hold of every list, whatever is typed, since both sides are counted:
//! no finding says so.

use super::builder::{cell_of, people, results};
use crate::support::{ATTENDANCES, STATUSES};
use bienban::model::{Attendance, Congress, Member, Standing, Status, Traced};
use proptest::prelude::*;

/// Standing, status, attendance and acceptance of each member.
type Row = (bool, usize, usize, bool);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (any::<bool>(), 0..6_usize, 0..3_usize, any::<bool>());
    prop::collection::vec(row, 1..40)
}

fn congress_of(rows: &[Row]) -> Congress {
    let mut congress = cell_of(rows.len());
    for (member, (is_official, status, attendance, is_accepted)) in
        congress.members.iter_mut().zip(rows)
    {
        let place = member.name.place().unwrap().clone();
        member.status.value = STATUSES[*status];
        if !is_official {
            member.standing.value = Standing::Probationary;
        }
        let attended = ATTENDANCES[*attendance];
        member.attendance = Some(Traced::typed(attended, place.clone()));
        member.absence_accepted = Some(Traced::typed(*is_accepted, place));
    }
    congress
}

/// Those of the cell who are summoned, in one standing.
fn summoned(congress: &Congress, standing: Standing) -> Vec<&Member> {
    let is_summoned = |one: &&Member| {
        matches!(
            one.status.value,
            Status::Active | Status::Exempt | Status::Elsewhere
        )
    };
    let members = congress.members.iter().filter(is_summoned);
    members
        .filter(|one| one.standing.value == standing)
        .collect()
}

fn count(members: &[&Member], is_so: impl Fn(&Member) -> bool) -> u32 {
    let count = members.iter().filter(|one| is_so(one)).count();
    u32::try_from(count).unwrap()
}

fn is_absent(member: &Member) -> bool {
    member.attendance.as_ref().unwrap().value == Attendance::Absent
}

fn is_elsewhere(member: &Member) -> bool {
    member.status.value == Status::Elsewhere
}

proptest! {
    /// M03, M04: present + absent = summoned, of official members and of those on
    /// probation; absent = with a reason that was accepted + without.
    #[test]
    fn those_present_and_those_absent_are_those_summoned(rows in rows()) {
        let congress = congress_of(&rows);
        let turnout = results(&congress).turnout;
        for (standing, present, all) in [
            (
                Standing::Official,
                &turnout.official_present,
                &turnout.official_summoned,
            ),
            (
                Standing::Probationary,
                &turnout.probationary_present,
                &turnout.probationary_summoned,
            ),
        ] {
            let members = summoned(&congress, standing);
            let accepted = count(&members, |one| {
                is_absent(one) && one.absence_accepted.as_ref().unwrap().value
            });
            let other = count(&members, |one| {
                is_absent(one) && !one.absence_accepted.as_ref().unwrap().value
            });
            prop_assert_eq!(people(present) + accepted + other, people(all));
        }
        // M01, M05: the groups of the list are the whole
        prop_assert_eq!(
            people(&turnout.official_summoned) + people(&turnout.probationary_summoned),
            people(&turnout.summoned)
        );
    }

    /// V10: official members present are in the base, but for those introduced
    /// elsewhere (M12), and the base is among those summoned. V11: no more are taken
    /// away than are absent or elsewhere.
    #[test]
    fn the_base_lies_between_those_present_and_those_summoned(rows in rows()) {
        let congress = congress_of(&rows);
        let base = people(&bienban::rules::Base::of(&congress).count);
        let turnout = results(&congress).turnout;
        let members = summoned(&congress, Standing::Official);
        let guests_elsewhere = count(&members, |one| is_elsewhere(one) && !is_absent(one));
        prop_assert!(people(&turnout.official_present) - guests_elsewhere <= base);
        prop_assert!(base <= people(&turnout.official_summoned));
        let may_go = count(&members, |one| is_absent(one) || is_elsewhere(one));
        prop_assert!(people(&turnout.official_summoned) - base <= may_go);
    }
}
