//! Checked facts of a congress, each with the cells it was read from.
//!
//! Constructors refuse bad values, so no number, date or choice is a `String` from here
//! on. The module holds data and knows no rule.

mod congress;
mod date;
mod election;
mod latin;
mod member;
mod name;
mod number;
mod origin;
mod paper_kind;
mod parent;
mod traced;

pub use congress::{
    Assessment, Boards, Congress, Event, EventKind, Identity, Motion, MotionKind,
    PercentBase, PinnedPaper, PinnedValue, ResolutionItem, ResolutionPart, Target,
    TypedTotals,
};
pub use date::{FullDate, PartialDate, TimeOfDay};
pub use election::{
    Ballot, BallotId, BallotPaper, Candidate, Decision, DeclaredResult, ListTotal, Mark,
    Matrix, Office,
};
pub(crate) use latin::LatinTable;
pub use member::{Attendance, Member, Sex, SharedText, Standing, Status};
pub use name::{NameKey, compare_by_given_name, is_same_name};
pub use number::{Headcount, Seats, Votes};
pub use origin::Origin;
pub use paper_kind::PaperKind;
pub use parent::{Parent, ParentAssessment, Photograph};
pub use traced::Traced;
