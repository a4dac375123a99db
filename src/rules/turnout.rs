//! Who was summoned ("triệu tập") and who came ("có mặt").

use crate::diagnostic::Place;
use crate::model::{Attendance, Congress, Headcount, Member, Standing, Status, Traced};

/// The sets of one congress as counts, each with the cells it was counted from.
///
/// Members here for a time only ("sinh hoạt tạm thời tại đây") belong to another cell
/// and are in none of them; members suspended or charged are not summoned.
///
/// Source: 04-HD/TW (2024), point 9; Party Statutes, article 3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnout {
    /// Official members of the cell, summoned or not.
    pub official: Traced<Headcount>,
    /// Official members summoned.
    pub official_summoned: Traced<Headcount>,
    /// Official members who attended, wholly or partly.
    pub official_present: Traced<Headcount>,
    /// Official members there throughout: at least so many were present at any vote.
    pub official_throughout: Traced<Headcount>,
    /// Probationary members summoned.
    pub probationary_summoned: Traced<Headcount>,
    /// Probationary members who attended.
    pub probationary_present: Traced<Headcount>,
    /// All summoned.
    pub summoned: Traced<Headcount>,
    /// All who attended.
    pub present: Traced<Headcount>,
}

impl Turnout {
    /// Counts the member list.
    pub fn of(congress: &Congress) -> Self {
        let count =
            |rule, considered: fn(&Member) -> bool, counted: fn(&Member) -> bool| {
                let members: Vec<&Member> = congress
                    .members
                    .iter()
                    .filter(|one| considered(one))
                    .collect();
                let number = members.iter().filter(|one| counted(one)).count();
                let cells: Vec<Place> = members
                    .iter()
                    .flat_map(|one| one.counting_cells().cloned())
                    .collect();
                Traced::computed(Headcount::of(number), cells, rule)
            };
        let official: fn(&Member) -> bool = |one| is_summoned(one) && is_official(one);
        let probationary: fn(&Member) -> bool =
            |one| is_summoned(one) && !is_official(one);
        let attended: fn(&Member) -> bool = Member::attended;
        Self {
            official: count(
                "official members of the cell",
                Member::belongs_here,
                Member::is_official,
            ),
            official_summoned: count("official members summoned", official, |_| true),
            official_present: count("official members present", official, attended),
            official_throughout: count(
                "official members present throughout",
                official,
                |one| attends(one, Attendance::Present),
            ),
            probationary_summoned: count(
                "probationary members summoned",
                probationary,
                |_| true,
            ),
            probationary_present: count(
                "probationary members present",
                probationary,
                attended,
            ),
            summoned: count("members summoned", is_summoned, |_| true),
            present: count("members present", is_summoned, attended),
        }
    }

    /// Whether two thirds of the official members summoned are present.
    ///
    /// Source: Party Statutes, article 11. Uncertain: whether all members or only the
    /// official ones are meant; only the official ones decide here.
    pub fn has_quorum(&self) -> bool {
        let present = u64::from(self.official_present.value.0);
        let summoned = u64::from(self.official_summoned.value.0);
        present * 3 >= summoned * 2
    }
}

/// Whether a member is summoned to the congress of this cell: belongs to it, and is
/// neither suspended nor charged.
pub fn is_summoned(member: &Member) -> bool {
    member.belongs_here()
        && !matches!(member.status.value, Status::Suspended | Status::Charged)
}

fn is_official(member: &Member) -> bool {
    member.standing.value == Standing::Official
}

fn attends(member: &Member, how: Attendance) -> bool {
    let attendance = member.attendance.as_ref();
    attendance.is_some_and(|attendance| attendance.value == how)
}
