//! Words on who may not stand, count or be elected again.

use crate::diagnostic::PersonFault;
use crate::diagnostic::wording::Wording;

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &PersonFault) -> Wording {
    match fault {
        PersonFault::CandidateUnknown { name, nearest } => {
            Wording::new(format!("“{name}” is not on the cell's member list"))
                .expected("an official member of the list")
                .hint(perhaps_or_lost(nearest.as_ref()))
        }
        PersonFault::CandidateNotOfficial { name } => {
            Wording::new(format!("“{name}” is not an official member of the cell"))
                .expected("an official member of the list")
                .hint("correct the name, or Ngày chính thức in the member list")
        }
        PersonFault::CandidateExcluded { name } => Wording::new(format!(
            "“{name}” is suspended or charged, and not summoned"
        ))
        .expected("an official member who is summoned")
        .hint("correct the name, or Tình trạng in the member list"),
        PersonFault::NotOfCommittee { name, office } => Wording::new(format!(
            "“{name}” stands for {office}, and is not elected to the committee"
        ))
        .expected("one of the committee elected by this congress")
        .hint("correct the name, or the votes for the committee"),
        PersonFault::SecretaryForDeputy { name } => Wording::new(format!(
            "“{name}” is elected secretary, and stands for deputy"
        ))
        .expected("somebody else; of the committee, if the cell has one")
        .hint("correct the name on one of the two lists"),
        PersonFault::BoardOnList { name } => Wording::new(format!(
            "“{name}” counts the ballots of a list that has the name"
        ))
        .expected("an official member who is not on this ballot's list")
        .hint("correct the name on the counting board, or on the list"),
        PersonFault::BoardUnknown { name, nearest } => Wording::new(format!(
            "“{name}” of the counting board is not on the cell's member list"
        ))
        .expected("an official member present at the congress")
        .hint(perhaps_or_lost(nearest.as_ref())),
        PersonFault::BoardNotOfficial { name } => Wording::new(format!(
            "“{name}” of the counting board is not an official member of the cell"
        ))
        .expected("an official member present at the congress")
        .hint("correct the name, or Ngày chính thức in the member list"),
        PersonFault::BoardExcluded { name } => Wording::new(format!(
            "“{name}” of the counting board is suspended or charged, and not summoned"
        ))
        .expected("an official member present at the congress")
        .hint("correct the name, or the column Tình trạng"),
        PersonFault::BoardAbsent { name } => {
            Wording::new(format!("“{name}” of the counting board was absent"))
                .expected("an official member present at the congress")
                .hint("correct the name, or the column Dự đại hội")
        }
        PersonFault::ElectedTwice { name, office } => {
            Wording::new(format!("“{name}” is elected twice: {office}"))
                .expected("nobody elected before on a later list")
        }
        PersonFault::ElectedStandsAgain { name, office } => Wording::new(format!(
            "“{name}” is elected ({office}), and stands in a later ballot"
        ))
        .expected("nobody elected is on a later list")
        .hint("correct the name on one of the two lists"),
        PersonFault::CandidateTwice { name } => {
            Wording::new(format!("“{name}” stands twice on the list"))
                .expected("everybody once")
                .hint("delete one row")
        }
    }
}

/// "Did you mean", or what else is wrong when nobody of the list has a like name.
fn perhaps_or_lost(nearest: Option<&String>) -> String {
    let lost = "correct the name; if it is right, the member list has lost it (deleted or typed over): write it there again";
    super::perhaps(nearest).unwrap_or_else(|| lost.to_owned())
}
