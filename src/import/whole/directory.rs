//! The names of the cells of one workbook.

use crate::diagnostic::Problem;
use crate::import::text::{fold, nearest, without_leading};
use crate::model::NameKey;
use std::collections::BTreeMap;

/// Cells by their names; where accents alone tell two of them apart, accents count.
#[derive(Debug, Default)]
pub(super) struct Directory {
    names: Vec<String>,
    by_key: BTreeMap<String, Vec<usize>>,
}

impl Directory {
    /// Collects the names of cells, in order; a name may be empty.
    pub(super) fn of(names: impl IntoIterator<Item = String>) -> Self {
        let mut directory = Self::default();
        for (index, name) in names.into_iter().enumerate() {
            let name = bare(&name);
            if !name.is_empty() {
                let same = directory.by_key.entry(fold(&name)).or_default();
                same.push(index);
            }
            directory.names.push(name);
        }
        directory
    }

    /// The cell of a name; of two of the same name the first.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let name = bare(name);
        let same = self.by_key.get(&fold(&name))?;
        if let [only] = same.as_slice() {
            return Some(*only);
        }
        let key = NameKey::of(&name);
        let is_it = |index: &&usize| {
            let name = self.names.get(**index);
            name.is_some_and(|name| key.is_of(name))
        };
        same.iter().find(is_it).copied()
    }

    /// The first cell of the name that a cell has.
    pub(super) fn first_of(&self, index: usize) -> usize {
        let name = self.names.get(index).filter(|name| !name.is_empty());
        name.and_then(|name| self.find(name)).unwrap_or(index)
    }

    /// The cell, if there is only one.
    pub(super) fn only(&self) -> Option<usize> {
        (self.names.len() == 1).then_some(0)
    }

    /// What is wrong with a row that names a cell which is not there, or none; perhaps
    /// with the cell that is likely meant.
    pub(super) fn no_cell(&self, typed: String, is_offered: bool) -> Problem {
        let names = self.names.iter().map(String::as_str);
        let names = names.filter(|name| is_offered && !name.is_empty());
        let near = nearest(&bare(&typed), names);
        Problem::RowOfNoCell {
            nearest: near.map(str::to_owned),
            cell: typed,
        }
    }
}

/// A name without the words "Chi bộ".
fn bare(name: &str) -> String {
    without_leading("Chi bộ", name)
}
