//! Who was summoned ("triệu tập") and who came ("có mặt").

use crate::model::{
    Attendance, Congress, Headcount, Member, Origin, Standing, Status, Traced,
};

/// Whether a member is one of those meant.
type IsOne = fn(&Member) -> bool;

/// Where what a count rests on comes from, column by column.
type OriginsOf = &'static [fn(&Member) -> Option<&Origin>];

/// "Ngày chính thức" and "Tình trạng": whether the member is summoned, and as what.
static STANDING: OriginsOf = &[
    |one| Some(one.standing.as_origin()),
    |one| Some(one.status.as_origin()),
];

/// "Dự đại hội": whether the member was there.
static PRESENCE: OriginsOf = &[presence];

/// What says whether a member is summoned and was expected to come.
static EXPECTING: OriginsOf = &[
    |one| Some(one.standing.as_origin()),
    |one| Some(one.status.as_origin()),
    presence,
];

/// The sets of one congress as counts, each with the cells that decide it.
///
/// Members here for a time only ("sinh hoạt tạm thời tại đây") belong to another cell
/// and are in none of them; members suspended or charged are not summoned.
///
/// Source: 04-HD/TW (2024), point 9; Party Statutes, article 3.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turnout {
    /// Official members of the cell, summoned or not.
    pub official: Traced<Headcount>,
    /// Probationary members of the cell, summoned or not.
    pub probationary: Traced<Headcount>,
    /// Official members summoned.
    pub official_summoned: Traced<Headcount>,
    /// Official members who attended, wholly or partly.
    pub official_present: Traced<Headcount>,
    /// Official members there throughout: at least so many were present at any vote.
    pub official_throughout: Traced<Headcount>,
    /// Official members summoned, without those exempt from meetings who stayed away.
    pub official_expected: Traced<Headcount>,
    /// Probationary members summoned.
    pub probationary_summoned: Traced<Headcount>,
    /// Probationary members who attended.
    pub probationary_present: Traced<Headcount>,
    /// All summoned.
    pub summoned: Traced<Headcount>,
    /// All who attended.
    pub present: Traced<Headcount>,
    /// Whether it is known of everybody summoned; where a cell is empty or cannot be
    /// read, the importer has said so, and nothing that follows is checked.
    pub is_known: bool,
}

impl Turnout {
    /// Counts the member list.
    pub fn of(congress: &Congress) -> Self {
        let count = |rule, considered, counted, origins| {
            count(congress, rule, (considered, counted), origins)
        };
        let official: IsOne = |one| is_summoned(one) && is_official(one);
        let probationary: IsOne = |one| is_summoned(one) && !is_official(one);
        let (here, all): (IsOne, IsOne) = (Member::belongs_here, |_| true);
        let attended: IsOne = Member::attended;
        let throughout: IsOne = |one| attends(one, Attendance::Present);
        Self {
            official: count("official members of the cell", here, is_official, STANDING),
            probationary: count(
                "probationary members of the cell",
                here,
                |one| !is_official(one),
                STANDING,
            ),
            official_summoned: count(
                "official members summoned",
                official,
                all,
                STANDING,
            ),
            official_present: count(
                "official members present",
                official,
                attended,
                PRESENCE,
            ),
            official_throughout: count(
                "official members present throughout",
                official,
                throughout,
                PRESENCE,
            ),
            official_expected: count(
                "official members summoned, without those exempt and away",
                official,
                |one| !is_exempt_and_away(one),
                EXPECTING,
            ),
            probationary_summoned: count(
                "probationary members summoned",
                probationary,
                all,
                STANDING,
            ),
            probationary_present: count(
                "probationary members present",
                probationary,
                attended,
                PRESENCE,
            ),
            summoned: count("members summoned", is_summoned, all, STANDING),
            present: count("members present", is_summoned, attended, PRESENCE),
            is_known: is_known(congress),
        }
    }

    /// Whether two thirds of the official members summoned are present, by one reading of
    /// those exempt from meetings or by both.
    ///
    /// Source: Party Statutes, article 11. Uncertain: whether all members or only the
    /// official ones are meant; the official ones decide, and V37 speaks of all. And
    /// whether those exempt from meetings who stay away are among those convened: by the
    /// Statutes everybody is, but the base of the majority leaves them out. Nothing is
    /// refused for a reading that may be wrong, so there is no quorum only where neither
    /// gives one.
    pub fn quorum(&self) -> Quorum {
        let present = u64::from(self.official_present.value.0);
        let is_enough =
            |summoned: &Traced<Headcount>| present * 3 >= u64::from(summoned.value.0) * 2;
        if is_enough(&self.official_summoned) {
            Quorum::Present
        } else if present > 0 && is_enough(&self.official_expected) {
            Quorum::WithoutExempt
        } else {
            Quorum::Absent
        }
    }

    /// Whether there is a quorum by any reading.
    pub fn has_quorum(&self) -> bool {
        self.quorum() != Quorum::Absent
    }
}

/// Whether two thirds are present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// By every reading.
    Present,
    /// Only if those exempt from meetings who stayed away are left out.
    WithoutExempt,
    /// By none.
    Absent,
}

/// Counts some of those members that are considered, of whom the cells are.
fn count(
    congress: &Congress,
    rule: &'static str,
    (considered, counted): (IsOne, IsOne),
    origins: OriginsOf,
) -> Traced<Headcount> {
    let members = congress.members.iter().filter(|one| considered(one));
    let members: Vec<&Member> = members.collect();
    let number = members.iter().filter(|one| counted(one)).count();
    let columns = origins.iter();
    let origins = columns.flat_map(|of| members.iter().filter_map(|one| of(one)));
    Traced::counted(Headcount::of(number), origins, rule)
}

/// Whether it is known of everybody summoned who was there.
fn is_known(congress: &Congress) -> bool {
    let mut summoned = congress.members.iter().filter(|one| is_summoned(one));
    summoned.all(|one| one.attendance.is_some())
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

fn is_exempt_and_away(member: &Member) -> bool {
    member.status.value == Status::Exempt && !member.attended()
}

fn presence(member: &Member) -> Option<&Origin> {
    member.attendance.as_ref().map(Traced::as_origin)
}
