//! What the report on the members attending says of them in figures.
//!
//! Every breakdown closes: its groups and those of whom nothing is known are all the
//! members it is of. Members here for a time only belong to another cell and are in
//! none of them.

mod age;
mod group;
mod words;

pub(super) use age::years_until;
pub use age::{Ages, Average, Band, Extreme};
pub use group::{Breakdown, Group, Share};

use crate::diagnostic::Place;
use crate::model::{
    Attendance, Congress, FullDate, Headcount, Member, NameKey, Sex, Standing, Status,
    Traced,
};
use crate::rules::is_summoned;
use group::{Fact, Said, count_names};

/// The members of a cell in figures, on the day of its congress.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statistics {
    /// All members of the cell.
    pub all: Traced<Headcount>,
    /// "Chính thức" among them.
    pub official: Traced<Headcount>,
    /// "Dự bị" among them.
    pub probationary: Traced<Headcount>,
    /// Exempt from work and meetings, among them.
    pub exempt: Traced<Headcount>,
    /// Introduced to another cell for a time, among them.
    pub elsewhere: Traced<Headcount>,
    /// Members of other cells who are here for a time; not among them.
    pub guests: Traced<Headcount>,
    /// Summoned and there for a part only.
    pub partly: Traced<Headcount>,
    /// "Giới tính".
    pub sexes: Option<Breakdown>,
    /// "Dân tộc thiểu số": every group but the Kinh.
    pub minorities: Option<Share>,
    /// "Tôn giáo": those who have one.
    pub religions: Option<Share>,
    /// "Tuổi đời".
    pub ages: Option<Ages>,
    /// "Tuổi đảng" of the official members, from admission.
    pub party_ages: Option<Ages>,
    /// "Huy hiệu Đảng": those who have one.
    pub badges: Option<Share>,
    /// "Học vấn".
    pub schooling: Option<Breakdown>,
    /// "Chuyên môn".
    pub profession: Option<Breakdown>,
    /// "Lý luận chính trị".
    pub political_theory: Option<Breakdown>,
    /// "Quản lý nhà nước".
    pub state_management: Option<Breakdown>,
    /// "Chức vụ", as typed.
    pub posts: Option<Breakdown>,
    /// "Xếp loại".
    pub grades: Option<Breakdown>,
    /// "Kỷ luật": those of whom "Khen thưởng, kỷ luật" says it.
    pub disciplined: Option<Share>,
}

impl Statistics {
    /// Counts the member list; ages only where the day is known.
    ///
    /// The Party age counts from the day of admission, not from the day on which a member
    /// became official, and of official members only.
    pub fn of(congress: &Congress, day: Option<FullDate>) -> Self {
        let listed = congress.members.iter();
        let (own, guests): (Vec<&Member>, Vec<&Member>) =
            listed.partition(|one| one.belongs_here());
        let is = |of: fn(&Member) -> bool| -> Vec<&Member> {
            own.iter().copied().filter(|one| of(one)).collect()
        };
        let official = is(|one| one.standing.value == Standing::Official);
        let probationary = is(|one| one.standing.value == Standing::Probationary);
        let by = |fact, scale: &'static words::Scale, rule| {
            Breakdown::of(&own, fact, |text| scale.reading(text), rule)
        };
        Self {
            all: by_standing(&own, "members of the cell"),
            official: by_standing(&official, "official members of the cell"),
            probationary: by_standing(&probationary, "probationary members of the cell"),
            exempt: by_status(&is(|one| one.status.value == Status::Exempt)),
            elsewhere: by_status(&is(|one| one.status.value == Status::Elsewhere)),
            guests: by_status(&guests),
            partly: by_attendance(&is(|one| is_summoned(one) && is_partly(one))),
            sexes: sexes(&own),
            minorities: minorities(&own),
            religions: religions(&own),
            ages: day.and_then(|day| ages(&own, day)),
            party_ages: day.and_then(|day| party_ages(&official, day)),
            badges: badges(&own),
            schooling: by(
                |one| one.schooling.as_deref(),
                &words::SCHOOLING,
                "schooling",
            ),
            profession: by_profession(&own),
            political_theory: by_political_theory(&own),
            state_management: by(
                |one| one.state_management.as_deref(),
                &words::STATE_MANAGEMENT,
                "state management",
            ),
            posts: Breakdown::of(&own, |one| one.post.as_ref(), words::as_typed, "post"),
            grades: by(|one| one.grade.as_deref(), &words::GRADES, "yearly grade"),
            disciplined: disciplined(&own),
        }
    }
}

/// "Chuyên môn" of some members.
pub(super) fn by_profession(members: &[&Member]) -> Option<Breakdown> {
    Breakdown::of(
        members,
        |one| one.profession.as_deref(),
        |text| words::PROFESSION.reading(text),
        "profession",
    )
}

/// "Lý luận chính trị" of some members.
pub(super) fn by_political_theory(members: &[&Member]) -> Option<Breakdown> {
    Breakdown::of(
        members,
        |one| one.political_theory.as_deref(),
        |text| words::POLITICAL_THEORY.reading(text),
        "political theory",
    )
}

fn is_partly(member: &Member) -> bool {
    let attendance = member.attendance.as_ref();
    attendance.is_some_and(|it| it.value == Attendance::Partly)
}

fn by_standing(members: &[&Member], rule: &'static str) -> Traced<Headcount> {
    let cells = members.iter().flat_map(|one| one.standing.cells());
    Traced::computed(Headcount::of(members.len()), cells.collect(), rule)
}

fn by_status(members: &[&Member]) -> Traced<Headcount> {
    let cells = members.iter().flat_map(|one| one.status.cells());
    let size = Headcount::of(members.len());
    Traced::computed(size, cells.collect(), "members by status")
}

fn by_attendance(members: &[&Member]) -> Traced<Headcount> {
    let attendance = members.iter().filter_map(|one| one.attendance.as_ref());
    let cells = attendance.flat_map(Traced::cells).collect();
    let size = Headcount::of(members.len());
    Traced::computed(size, cells, "members there for a part")
}

/// Men, women, and those of whom it is not said.
fn sexes(members: &[&Member]) -> Option<Breakdown> {
    const RULE: &str = "members by sex";
    let of = |name: &str, sex: Sex| {
        let cells = members.iter().filter_map(|one| one.sex.as_ref());
        let of_sex: Vec<_> = cells.filter(|it| it.value == sex).collect();
        let cells = of_sex.iter().flat_map(|it| it.cells());
        let cells: Vec<Place> = cells.collect();
        Group {
            name: Traced::computed(name.to_owned(), cells.clone(), RULE),
            count: Traced::computed(Headcount::of(of_sex.len()), cells, RULE),
        }
    };
    let unsaid = members.iter().filter(|one| one.sex.is_none());
    let unsaid: Vec<&Member> = unsaid.copied().collect();
    let mut groups = vec![of("nam", Sex::Male), of("nữ", Sex::Female)];
    groups.retain(|group| group.count.value.0 > 0);
    (!groups.is_empty()).then(|| Breakdown {
        groups,
        unknown: count_names(&unsaid, RULE),
    })
}

/// Those of another group than the Kinh, by group.
pub(super) fn minorities(members: &[&Member]) -> Option<Share> {
    const RULE: &str = "members by ethnic group";
    let majority = ["Kinh", "Việt", "Kinh (Việt)", "Dân tộc Kinh"].map(NameKey::of);
    let groups = Breakdown::of(
        members,
        |one| one.ethnic_group.as_ref(),
        words::as_typed,
        RULE,
    )?;
    let is_other = |group: &Group| !majority.contains(&NameKey::of(&group.name.value));
    Some(Share::of(groups, is_other, RULE))
}

/// Those with a religion; an empty cell among others says that there is none.
fn religions(members: &[&Member]) -> Option<Share> {
    let fact: Fact = |one| one.religion.as_ref();
    anybody(members, fact, words::as_typed, "members by religion")
}

/// Those with a badge, the highest first.
fn badges(members: &[&Member]) -> Option<Share> {
    const RULE: &str = "members by badge";
    let groups = Breakdown::of(
        members,
        |one| one.badge.as_deref(),
        words::badge_reading,
        RULE,
    )?;
    Some(Share::of(groups, |_| true, RULE).without_unknown())
}

/// Those who were disciplined; an empty cell among others says that one was not.
fn disciplined(members: &[&Member]) -> Option<Share> {
    let fact: Fact = |one| one.honours.as_deref();
    let reading = words::discipline_reading;
    anybody(members, fact, reading, "members by discipline")
}

/// Those of whom a fact says something, nobody if it is in the list and says it of none.
fn anybody(
    members: &[&Member],
    fact: Fact,
    reading: fn(&str) -> Said,
    rule: &'static str,
) -> Option<Share> {
    members.iter().find_map(|one| fact(one))?;
    let groups = Breakdown::of(members, fact, reading, rule);
    let share = groups.map(|groups| Share::of(groups, |_| true, rule));
    Some(share.map_or_else(|| Share::nobody(rule), Share::without_unknown))
}

fn ages(members: &[&Member], day: FullDate) -> Option<Ages> {
    Ages::of(
        members,
        |one| one.born.as_ref(),
        day,
        &age::AGE_BANDS,
        "ages on the day of the congress",
    )
}

fn party_ages(official: &[&Member], day: FullDate) -> Option<Ages> {
    Ages::of(
        official,
        |one| one.admitted.as_ref(),
        day,
        &age::PARTY_AGE_BANDS,
        "years since admission on the day of the congress",
    )
}
