//! What is said of attendance: M14.

use super::place_of;
use crate::diagnostic::{MemberFault, Problem, Report};
use crate::model::Congress;

/// M14: consent to an absence is for somebody who was absent throughout; of one who
/// attended, wholly or partly, it changes nothing, and perhaps "Dự đại hội" is wrong.
///
/// Source: 244-QĐ/TW, article 32, clause 2; 190-QĐ/TW, article 30.
pub(super) fn check_accepted(congress: &Congress, report: &mut Report) {
    for member in congress.members.iter().filter(|member| member.attended()) {
        let accepted = member.absence_accepted.as_ref();
        if let Some(accepted) = accepted.filter(|accepted| accepted.value) {
            let name = member.name.value.clone();
            report.add(
                place_of(accepted, &congress.members_place),
                Problem::Member(MemberFault::AcceptedThoughThere { name }),
            );
        }
    }
}
