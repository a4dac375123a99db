//! What a table's columns may be called, and which texts may name its key.

use super::NUMBER;
use crate::import::text::{Name, Names, fold};
use std::sync::Arc;

/// The names of a table's columns, put together once for all sheets of a kind.
#[derive(Debug, Clone)]
pub(in crate::import) struct ColumnNames(Arc<Known>);

#[derive(Debug)]
struct Known {
    key: Option<&'static Name>,
    /// The keys of all spellings of the table's key.
    key_spellings: Vec<String>,
    /// All names, and [`NUMBER`].
    names: Names,
}

impl ColumnNames {
    /// Names of which the first is that of the key: the column without which a row says
    /// nothing.
    pub(in crate::import) fn of(columns: &[&'static Name]) -> Self {
        let key = columns.first().copied();
        let spellings = key.into_iter().flat_map(Name::spellings);
        Self(Arc::new(Known {
            key,
            key_spellings: spellings.map(fold).collect(),
            names: Names::new(columns.iter().copied().chain([&NUMBER])),
        }))
    }

    pub(super) fn key(&self) -> Option<&'static Name> {
        self.0.key
    }

    pub(super) fn names(&self) -> &Names {
        &self.0.names
    }

    /// Whether a text may spell the key: alone, before a bracket, or together with other
    /// texts above or below it, as "Họ đệm" and "Tên" do. Then its letters stand within a
    /// spelling.
    pub(super) fn may_name_key(&self, text: &str) -> bool {
        let is_within = |text: &str| {
            let part = fold(text);
            let mut spellings = self.0.key_spellings.iter();
            spellings.any(|spelling| spelling.contains(&part))
        };
        let before = text.split_once('(').map(|(before, _)| before);
        is_within(text) || before.is_some_and(is_within)
    }
}
