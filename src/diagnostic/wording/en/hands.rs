//! Words on a show of hands.

use crate::diagnostic::HandsFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &HandsFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        HandsFault::HandsOverPresent { hands, present } => {
            say("more hands than official members present")
                .found(format!("{hands} hands"))
                .expected(format!("at most {present} (present)"))
                .hint("count again and correct the wrong number")
        }
        HandsFault::HandsUnderPresent { hands, present } => Wording::new(format!(
            "{} of those present raised no hand",
            u64::from(*present).saturating_sub(*hands)
        ))
        .found(format!("{hands} hands"))
        .expected(format!("{present} (present throughout)"))
        .hint("count again: for, against, abstained"),
        HandsFault::NotCarried { agreed, present } => {
            say("not more than half of the official members present agreed")
                .found(format!("{agreed} for"))
                .expected(format!("at least {} for", present / 2 + 1))
                .hint("if that is so, this was not carried")
        }
        HandsFault::MotionWithoutBallot => say("this row belongs to no election")
            .expected("Cuộc bầu: chi ủy, bí thư, phó bí thư or đại biểu")
            .hint("fill in Cuộc bầu; without it no paper tells this vote"),
    }
}
