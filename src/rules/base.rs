//! The base of the majority ("mẫu số"), person by person.

use crate::diagnostic::Place;
use crate::model::{Attendance, Congress, Headcount, Member, Origin, Status, Traced};

/// The number that votes must be more than half of, with its derivation.
///
/// Source: 244-QĐ/TW, article 32, clause 2; 190-QĐ/TW, article 30: the official members
/// summoned to a congress of all members, less those whom the clause names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Base {
    /// The base itself.
    pub count: Traced<Headcount>,
    /// How it was reached; steps that concern nobody are left out.
    pub steps: Vec<Step>,
}

/// One step of the derivation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub kind: StepKind,
    /// Whom it concerns, in the order of the list.
    pub members: Vec<String>,
    /// The cells of the list that say so of them.
    pub cells: Vec<Place>,
}

/// Why members are in the base, or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// Official members of the cell: added.
    Official,
    /// Suspended ("đình chỉ sinh hoạt"): taken away.
    Suspended,
    /// Charged, prosecuted or held ("khởi tố, truy tố, tạm giam"): taken away.
    Charged,
    /// Introduced to another cell for a time: taken away, even if present.
    Elsewhere,
    /// Exempt from meetings and not present: taken away; if present they count.
    ExemptAbsent,
    /// Absent throughout for a reason that the convening committee accepted: taken away.
    AbsentAccepted,
}

impl StepKind {
    /// The steps in the order of the derivation: first to those summoned, then on.
    pub const ALL: [Self; 6] = [
        Self::Official,
        Self::Suspended,
        Self::Charged,
        Self::Elsewhere,
        Self::ExemptAbsent,
        Self::AbsentAccepted,
    ];

    /// The name in JSON.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Suspended => "suspended",
            Self::Charged => "charged",
            Self::Elsewhere => "elsewhere",
            Self::ExemptAbsent => "exempt-absent",
            Self::AbsentAccepted => "absent-accepted",
        }
    }

    /// Whether it adds members to the base.
    pub fn adds(self) -> bool {
        self == Self::Official
    }
}

impl Base {
    /// Works the base out from the member list; nobody is taken away twice.
    pub fn of(congress: &Congress) -> Self {
        let official: Vec<&Member> = congress
            .members
            .iter()
            .filter(|member| member.is_official())
            .collect();
        let steps = StepKind::ALL
            .into_iter()
            .map(|kind| Step::of(kind, &official))
            .filter(|step| !step.members.is_empty())
            .collect();
        let kept = official.iter().filter(|one| exclusion(one).is_none());
        let count = Headcount::of(kept.count());
        let origins = official.iter().flat_map(|one| deciding_origins(one));
        Self {
            count: Traced::counted(count, origins, "base of the majority"),
            steps,
        }
    }
}

impl Step {
    /// The step for those official members whom it concerns.
    fn of(kind: StepKind, official: &[&Member]) -> Self {
        let concerned: Vec<&Member> = official
            .iter()
            .filter(|one| kind.adds() || exclusion(one) == Some(kind))
            .copied()
            .collect();
        let names = concerned.iter().map(|one| one.name.value.clone());
        let origins = concerned.iter().flat_map(|one| deciding_origins(one));
        Self {
            kind,
            members: names.collect(),
            cells: Origin::joined(origins),
        }
    }
}

/// Where it comes from whether a member is in the base.
fn deciding_origins(member: &Member) -> impl Iterator<Item = &Origin> + Clone {
    let accepted = member.absence_accepted.iter();
    let accepted = accepted.map(Traced::as_origin);
    member.counting_origins().chain(accepted)
}

/// Why an official member is not in the base, if so.
///
/// Uncertain: whether one introduced elsewhere who attends is taken away all the same.
/// The clause says so word for word; M12 asks about each of them.
fn exclusion(member: &Member) -> Option<StepKind> {
    let is_absent = member
        .attendance
        .as_ref()
        .is_some_and(|it| it.value == Attendance::Absent);
    match member.status.value {
        Status::Suspended => Some(StepKind::Suspended),
        Status::Charged => Some(StepKind::Charged),
        Status::Elsewhere => Some(StepKind::Elsewhere),
        Status::Exempt if !member.attended() => Some(StepKind::ExemptAbsent),
        Status::Active | Status::Exempt | Status::Guest => (is_absent
            && member.absence_is_accepted())
        .then_some(StepKind::AbsentAccepted),
    }
}
