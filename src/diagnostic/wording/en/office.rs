//! Words on the ballots of an office.

use crate::diagnostic::wording::Wording;
use crate::diagnostic::{Decide, OfficeFault, RoundFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &OfficeFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        OfficeFault::OfficeTooEarly { office, before } => Wording::new(format!(
            "the ballot for {office} is counted before {before} is settled"
        ))
        .expected("committee, secretary and deputy elected in this order")
        .hint(format!(
            "type the votes or the decision of the ballot for {before}"
        )),
        OfficeFault::CommitteeInSmallCell { official, least } => Wording::new(format!(
            "a committee in a cell of {official} official members"
        ))
        .found(format!("{official} official members"))
        .expected(format!(
            "{least} official members or more elect a committee"
        ))
        .hint("delete its sheet, or correct Ngày chính thức in the member list"),
        OfficeFault::OfficeTooLarge {
            office,
            seats,
            most,
        } => Wording::new(format!("{office}: more seats than there may be"))
            .found(format!("{seats} seats"))
            .expected(format!("at most {most}"))
            .hint("correct Số lượng bầu"),
        OfficeFault::ElectedOverSeats {
            office,
            elected,
            seats,
        } => Wording::new(format!("{office}: more elected than seats"))
            .found(format!("{elected} elected"))
            .expected(format!("at most {seats} (Số lượng bầu)"))
            .hint("correct Số lượng bầu of its ballots"),
        OfficeFault::DecisionNeeded {
            office,
            decide,
            still_to_elect,
            of_alternates,
            tied,
        } => {
            let choices = match decide {
                Decide::NextRound => "bầu tiếp (another round), or không bầu nữa (none)",
                Decide::Revote => {
                    "bầu lại (again among the tied), or không bầu nữa (none)"
                }
                Decide::AskHigherCommittee => {
                    "đề nghị chỉ định (ask the higher committee)"
                }
            };
            let state = match (tied.as_slice(), of_alternates) {
                ([], false) => format!("{still_to_elect} still to elect"),
                ([], true) => format!("alternates still to elect: {still_to_elect}"),
                (tied, false) => format!("tied: {}", tied.join(", ")),
                (tied, true) => format!("tied as alternates: {}", tied.join(", ")),
            };
            Wording::new(format!("{office}: the congress has to decide"))
                .found(state)
                .expected(format!("Quyết định của đại hội: {choices}"))
                .hint("type the decision on the ballot's sheet; the papers about results wait")
        }
        OfficeFault::OfficeWithoutSheet { office, official } => Wording::new(format!(
            "a cell of {official} official members, and no sheet for {office}"
        ))
        .expected(format!("a sheet “Bầu {office}”")),
        OfficeFault::RoundContradicts { office, fault: it } => Wording::new(format!(
            "{office}: the ballot contradicts the one before"
        ))
        .found(round(*it))
        .expected("bầu tiếp: a sheet (lần 2); bầu lại: a sheet (bầu lại)")
        .hint("type Quyết định của đại hội on the ballot before, or rename the sheet"),
        OfficeFault::RoundMissing { office, decided } => {
            let (decision, tab) = match decided {
                Decide::NextRound => ("bầu tiếp", "(lần …)"),
                Decide::Revote => ("bầu lại", "(bầu lại)"),
                Decide::AskHigherCommittee => ("đề nghị chỉ định", ""),
            };
            Wording::new(format!(
                "{office}: the ballot that was decided has no sheet"
            ))
            .found(format!("{decision} (typed)"))
            .expected(format!("a sheet “Bầu {office} {tab}”"))
            .hint("add the sheet of the later ballot, or type không bầu nữa")
        }
        OfficeFault::RevoteList { tied } if tied.is_empty() => {
            say("a re-vote, and nobody was tied on the ballot before")
                .expected("bầu tiếp: a sheet (lần 2)")
        }
        OfficeFault::RevoteList { tied } => {
            say("the list of the re-vote is not the tied")
                .expected(tied.join(", "))
                .hint("list only those tied on the ballot before")
        }
        OfficeFault::SeatsNotOpen { typed, open } => {
            say("the seats are not those left open by the ballot before")
                .found(format!("{typed} (typed)"))
                .expected(format!("{open} (still to elect)"))
        }
        OfficeFault::NoSeats => say("a ballot for no seat")
            .found("0")
            .expected("one seat at least"),
    }
}

fn round(fault: RoundFault) -> &'static str {
    match fault {
        RoundFault::NotFirst => "no sheet of the first ballot",
        RoundFault::Gap => "no sheet of the ballot before it",
        RoundFault::BeforeNotCounted => "the ballot before it has no counts",
        RoundFault::AfterComplete => "the ballot before it filled all seats",
        RoundFault::TieUndecided => "the ballot before it was tied, and nothing decided",
        RoundFault::Stopped => "the congress decided to vote no more",
        RoundFault::OtherDecision => "the congress decided another kind of ballot",
    }
}
