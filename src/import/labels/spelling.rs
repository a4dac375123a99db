//! What a cell spells as a label, perhaps with its value.

use super::LONG;
use crate::import::cell::Cell;
use crate::import::text::{Name, Names};

/// What a cell says as a label.
#[derive(Debug)]
pub(super) enum Found {
    Whole(&'static Name),
    /// The label with its value.
    With(&'static Name, String),
}

impl Found {
    pub(super) fn name(&self) -> &'static Name {
        match self {
            Self::Whole(name) | Self::With(name, _) => name,
        }
    }
}

/// The label that a cell spells, perhaps numbered, perhaps with its value behind a colon.
pub(super) fn find(known: &Names, cell: &Cell<'_>) -> Option<Found> {
    let text = cell.look();
    let whole = |text: &str| {
        if text.len() > LONG {
            return None;
        }
        known.find(text).or_else(|| {
            let bare = bare(text);
            let is_bare = bare.len() == text.len();
            if is_bare { None } else { known.find(bare) }
        })
    };
    if let Some(name) = whole(&text) {
        return Some(Found::Whole(name));
    }
    let (before, rest) = text.split_once(':')?;
    let (name, rest) = (whole(before)?, rest.trim());
    if rest.is_empty() {
        return Some(Found::Whole(name));
    }
    Some(Found::With(name, rest.to_owned()))
}

/// A label without its number: `1. Chi bộ`, `a) Chi bộ`, `- Chi bộ`.
pub(super) fn bare(label: &str) -> &str {
    const MOST: usize = 4;
    let label = label.trim_start_matches(|it: char| !it.is_alphanumeric());
    let Some((number, rest)) = label.split_once(['.', ')', '/']) else {
        return label;
    };
    let is_number = number.chars().all(|it| it.is_ascii_digit())
        || number.chars().all(|it| matches!(it, 'I' | 'V' | 'X'))
        || number.chars().count() == 1;
    if is_number && number.len() <= MOST && rest.chars().any(char::is_alphanumeric) {
        rest.trim_start()
    } else {
        label
    }
}
