//! The identities: what must agree, as findings with their cells.
//!
//! Some hold by construction, since the figures are counted and never typed: those of
//! attendance and of groups add up (M03, M04, M05), and who is present is in the base and
//! the base among those summoned (V10, V11; M12 names the exception). Typed ones are
//! compared with the list (V25, V32).

mod absent;
mod attendance;
mod base;
mod batch;
mod board;
mod candidates;
mod committee;
mod counts;
mod dates;
mod deadlines;
mod designation;
mod hands;
pub(super) mod label;
mod members;
mod namesake;
mod offices;
mod order;
mod papers;
mod percents;
mod readings;
mod rounds;
mod surplus;
mod told;
mod total;

pub use absent::absent_facts;
pub use batch::{CellDigest, CellOfBatch, check_batch, check_in_batch, check_together};
pub(super) use offices::check_offices;

use crate::diagnostic::{Place, Report};
use crate::model::{Congress, NameKey, Traced};
use crate::rules::{BallotResult, RuleSet, Turnout};

/// Checks everything that needs no result: the member list and what is absent.
pub fn check_congress(congress: &Congress, report: &mut Report) {
    absent::check_required(congress, report);
    members::check_totals(congress, report);
    members::check_women(congress, report);
    members::check_twice(congress, report);
    members::check_standing(congress, report);
    members::check_status(congress, report);
    attendance::check_accepted(congress, report);
    dates::check_dates(congress, report);
}

/// Checks turnout and ballots.
pub(super) fn check_results(
    congress: &Congress,
    rules: &RuleSet,
    turnout: &Turnout,
    ballots: &[BallotResult],
    report: &mut Report,
) {
    if super::has_begun(congress) {
        readings::check_day(congress, report);
        members::check_quorum(congress, turnout, report);
        readings::check_quorum(congress, turnout, report);
        hands::check_motions(congress, turnout, report);
    }
    candidates::check_lists(congress, report);
    for ballot in &congress.ballots {
        candidates::check_once(ballot, congress, report);
        board::check_board(ballot, congress, report);
        counts::check_seats(ballot, report);
        order::check_order(ballot, report);
        surplus::check_length(ballot, &rules.limits, report);
        surplus::check_columns(ballot, report);
        if ballot.is_counted() {
            counts::check_counts(ballot, turnout, report);
            total::check_total(ballot, report);
        }
    }
    readings::check_ballots(congress, ballots, report);
    readings::check_asking(congress, ballots, report);
    designation::check_designation(congress, &rules.limits, report);
    for result in ballots {
        let sheet = congress.ballots.iter().find(|it| it.id == result.id);
        if let Some(ballot) = sheet {
            surplus::check_all_votes(ballot, result, report);
            candidates::check_declared(ballot, result, turnout, report);
            percents::check_percents(ballot, result, turnout, report);
            if turnout.is_known {
                base::check_base(ballot, result, congress, report);
            }
        }
    }
}

/// The cell of a traced value, or another place when it has none.
pub(super) fn place_of<T>(value: &Traced<T>, otherwise: &Place) -> Place {
    value.place().unwrap_or_else(|| otherwise.clone())
}

/// How many official members a name may stand for, so that two people of one name are
/// not taken for one.
fn bearers(congress: &Congress, name: &NameKey) -> usize {
    let members = congress.members.iter().filter(|one| one.is_official());
    let same = members.filter(|one| name.is_of(&one.name.value));
    same.count().max(1)
}
