//! The order of a list: V18.

use crate::diagnostic::{Diagnostic, ListFault, Place, Problem, Report, join_cells};
use crate::model::{Ballot, compare_by_given_name};

/// V18: the names of a list stand in the order of given names ("vần A, B, C"). Papers
/// print them so whatever the sheet's order, so that it is said once of a sheet.
pub(super) fn check_order(ballot: &Ballot, report: &mut Report) {
    let names = ballot.candidates.iter().map(|one| one.name.value.as_str());
    let mut names: Vec<&str> = names.collect();
    let mut pairs = names.windows(2);
    let wrong = pairs.find_map(|pair| match pair {
        [first, second] if compare_by_given_name(first, second).is_gt() => {
            Some(((*first).to_owned(), (*second).to_owned()))
        }
        _ => None,
    });
    let Some(pair) = wrong else {
        return;
    };
    names.sort_by(|a, b| compare_by_given_name(a, b));
    let names = names.into_iter().map(str::to_owned).collect();
    let problem = Problem::List(ListFault::OutOfOrder { pair, names });
    report.push(Diagnostic::new(place_of_list(ballot), problem));
}

/// The cells of the names, if they stand below each other; else the sheet.
fn place_of_list(ballot: &Ballot) -> Place {
    let cells = ballot.candidates.iter();
    let cells = cells.flat_map(|one| one.name.cells()).collect();
    match join_cells(cells).as_slice() {
        [only] => only.clone(),
        _ => ballot.place.clone(),
    }
}
