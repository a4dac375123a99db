//! Shows of hands: who could raise one, and what is carried.

use crate::model::Motion;
use crate::rules::{Turnout, is_over_half};

/// Whether a show of hands is carried: more than half of those there agree. None where
/// nobody counted.
///
/// Source: Party Statutes, article 9, clause 5.
pub fn is_carried(motion: &Motion, turnout: &Turnout) -> Option<bool> {
    let agreed = motion.agreed.as_ref()?.value.0;
    Some(is_over_half(agreed, surely_there(motion, turnout)))
}

/// All hands that were raised and counted.
pub(super) fn hands(motion: &Motion) -> u64 {
    let counts = [&motion.agreed, &motion.disagreed, &motion.abstained];
    let counts = counts.into_iter().flatten();
    counts.map(|count| u64::from(count.value.0)).sum()
}

/// How many were surely there: who attended only partly may have been away just then, but
/// those there throughout were, and all who raised a hand.
pub(super) fn surely_there(motion: &Motion, turnout: &Turnout) -> u32 {
    let most = turnout.official_present.value.0;
    let raised = u32::try_from(hands(motion)).unwrap_or(most);
    turnout.official_throughout.value.0.max(raised)
}
