//! Words on who fills an office that no ballot filled.

use crate::diagnostic::DesignationFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &DesignationFault) -> Wording {
    match fault {
        DesignationFault::VotedOn { ballots } => Wording::new(format!(
            "a further ballot for secretary after {ballots} that elected nobody"
        ))
        .expected("the committee above designates the secretary")
        .hint("ask the committee above; if it was held, record the decision at the ballot before"),
        DesignationFault::Early { office, ballots } => Wording::new(format!(
            "“{office}”: designation is asked for, and no {ballots} ballots for secretary failed"
        ))
        .expected(format!(
            "{ballots} failed ballots for secretary, or true necessity"
        ))
        .hint("if so, give the reason in the report to the committee above"),
    }
}
