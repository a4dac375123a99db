//! Shows of hands: V29–V31, S19.

use super::label;
use crate::diagnostic::{Diagnostic, HandsFault, Place, Problem, Report};
use crate::model::{Congress, Motion, MotionKind, Traced};
use crate::rules::{Turnout, hands, is_carried};

/// Checks the votes by hand of a congress that has begun.
pub(super) fn check_motions(congress: &Congress, turnout: &Turnout, report: &mut Report) {
    for motion in &congress.motions {
        check_ballot(motion, congress, report);
        check_count(motion, congress, turnout, report);
    }
}

/// V31: a vote on an election says on which.
fn check_ballot(motion: &Motion, congress: &Congress, report: &mut Report) {
    let is_of_election = matches!(
        motion.kind.value,
        MotionKind::Seats | MotionKind::CandidateList | MotionKind::CountingBoard
    );
    if is_of_election && motion.ballot.is_none() {
        let place = place_of(motion, congress);
        report.add(place, Problem::Hands(HandsFault::MotionWithoutBallot));
    }
}

/// V29, V30: the official members present raise their hands, and nobody else, and more
/// than half of them agree. Where nobody counted the hands, S19 says so.
///
/// Source: Party Statutes, articles 3 and 9.
fn check_count(
    motion: &Motion,
    congress: &Congress,
    turnout: &Turnout,
    report: &mut Report,
) {
    let Some(agreed) = &motion.agreed else {
        let text = motion.text.as_ref().map(|text| text.value.as_str());
        let name = text.unwrap_or_else(|| label::motion(motion.kind.value));
        let what = vec![format!("{} ({name})", label::AGREED)];
        report.add(place_of(motion, congress), Problem::LeftOut { what });
        return;
    };
    let present = turnout.official_present.value.0;
    // without attendance nothing can be said, and the importer has asked for it
    if present == 0 || !turnout.is_known {
        return;
    }
    let hands = hands::hands(motion);
    let throughout = turnout.official_throughout.value.0;
    let mut push = |problem| {
        let place = super::place_of(agreed, &congress.members_place);
        let also = turnout.official_present.cells();
        report.push(Diagnostic::between(place, also, problem));
    };
    if hands > u64::from(present) {
        push(Problem::Hands(HandsFault::HandsOverPresent {
            hands,
            present,
        }));
        return;
    }
    // where only those who agreed were counted, nothing is said of the others
    let is_whole = motion.disagreed.is_some() && motion.abstained.is_some();
    if is_whole && hands < u64::from(throughout) {
        push(Problem::Hands(HandsFault::HandsUnderPresent {
            hands,
            present: throughout,
        }));
    }
    if is_carried(motion, turnout) == Some(false) {
        push(Problem::Hands(HandsFault::NotCarried {
            agreed: agreed.value.0,
            present: hands::surely_there(motion, turnout),
        }));
    }
}

/// The cell that tells the row from others: "Nội dung", or "Loại".
fn place_of(motion: &Motion, congress: &Congress) -> Place {
    let text = motion.text.as_ref().and_then(Traced::place);
    let place = text.or_else(|| motion.kind.place());
    place.unwrap_or_else(|| congress.members_place.clone())
}
