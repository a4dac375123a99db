//! Which cells there are: each has one workbook, and the committee's list names them.

use crate::diagnostic::{Diagnostic, Place, Problem, Report};
use crate::model::{NameKey, Parent};
use crate::rules::CellDigest;
use std::collections::{BTreeMap, BTreeSet};

/// Compares the cells with each other and with the committee's list; what is found of
/// each cell goes to its report, in their order.
pub(super) fn compare(
    parent: Option<&Parent>,
    cells: &[CellDigest],
    found: &mut [Report],
    report: &mut Report,
) {
    find_twice(cells, found);
    if let Some(parent) = parent {
        compare_list(parent, cells, found, report);
    }
}

/// S17: one file for each cell.
fn find_twice(cells: &[CellDigest], found: &mut [Report]) {
    let mut seen: BTreeMap<NameKey, Vec<usize>> = BTreeMap::new();
    for (index, digest) in cells.iter().enumerate() {
        let key = NameKey::of(&digest.cell().value);
        seen.entry(key).or_default().push(index);
    }
    for same in seen.values().filter(|same| same.len() > 1) {
        let named = |index: &usize| Some((*index, cells.get(*index)?.cell()));
        let places: Vec<(usize, &str, Place)> = same
            .iter()
            .filter_map(named)
            .filter_map(|(index, name)| Some((index, &*name.value, name.place()?)))
            .collect();
        for (index, name, place) in &places {
            let others = places.iter().map(|(_, _, other)| other);
            let others = others.filter(|other| *other != place).cloned();
            let problem = Problem::CellTwice {
                cell: (*name).to_owned(),
            };
            if let Some(own) = found.get_mut(*index) {
                let others = others.collect();
                own.push(Diagnostic::between(place.clone(), others, problem));
            }
        }
    }
}

/// S18: the committee's list of cells matches the workbooks.
fn compare_list(
    parent: &Parent,
    cells: &[CellDigest],
    found: &mut [Report],
    report: &mut Report,
) {
    if parent.cells.is_empty() {
        return;
    }
    let key = |name: &str| NameKey::of(name);
    let files: BTreeSet<_> = cells.iter().map(|it| key(&it.cell().value)).collect();
    for listed in &parent.cells {
        if !files.contains(&key(&listed.value)) {
            let place = listed.place();
            let place = place.unwrap_or_else(|| Place::file(parent.file.clone()));
            let cell = listed.value.clone();
            report.add(place, Problem::ListedWithoutFile { cell });
        }
    }
    let listed: BTreeSet<_> = parent.cells.iter().map(|it| key(&it.value)).collect();
    for (digest, own) in cells.iter().zip(found) {
        let name = digest.cell();
        if let (false, Some(place)) = (listed.contains(&key(&name.value)), name.place()) {
            let cell = name.value.clone();
            own.add(place, Problem::NotListed { cell });
        }
    }
}
