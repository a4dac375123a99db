//! The words of every problem, in both languages.

mod en;
mod vi;

use crate::diagnostic::{Lang, Problem};

/// What a finding says: one line, and evidence where there is some.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// One line, without a full stop.
    pub message: String,
    /// What stands there.
    pub found: Option<String>,
    /// What would have been accepted.
    pub expected: Option<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Wording {
    fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            found: None,
            expected: None,
            hint: None,
        }
    }

    fn found(mut self, found: impl Into<String>) -> Self {
        self.found = Some(found.into());
        self
    }

    fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = Some(expected.into());
        self
    }

    fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    fn hint_if(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }
}

/// Labels of the workbook, which keep their names in every language.
mod label {
    pub(super) const OFFICIAL: &str = "chính thức";
    pub(super) const PROBATIONARY: &str = "dự bị";
    pub(super) const ALL: &str = "tổng số";
    pub(super) const VALID: &str = "hợp lệ";
    pub(super) const INVALID: &str = "không hợp lệ";
    pub(super) const RETURNED: &str = "thu về";
}

/// A sum with its labels: `22 hợp lệ + 1 không hợp lệ = 23`.
fn sum(terms: &[(u32, &str)]) -> String {
    let named: Vec<String> = terms
        .iter()
        .map(|(value, label)| format!("{value} {label}"))
        .collect();
    let sum: u64 = terms.iter().map(|(value, _)| u64::from(*value)).sum();
    format!("{} = {sum}", named.join(" + "))
}

/// The words of a problem.
pub(super) fn of(problem: &Problem, lang: Lang) -> Wording {
    match lang {
        Lang::Vi => vi::of(problem),
        Lang::En => en::of(problem),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Seen, SeenKind};

    #[test]
    fn a_sum_shows_its_arithmetic() {
        let problem = Problem::BallotsDoNotAdd {
            valid: 22,
            invalid: 1,
            returned: 24,
        };
        let wording = of(&problem, Lang::Vi);
        let found = wording.found.as_deref();
        assert_eq!(found, Some("22 hợp lệ + 1 không hợp lệ = 23"));
        assert_eq!(wording.expected.as_deref(), Some("24 (thu về)"));
    }

    #[test]
    fn evidence_is_quoted_with_its_kind() {
        let problem = Problem::NotADate {
            seen: Seen {
                text: "31/02/1984".into(),
                kind: SeenKind::Text,
            },
        };
        let found = |lang| of(&problem, lang).found;
        assert_eq!(found(Lang::Vi).as_deref(), Some("“31/02/1984” (chữ)"));
        assert_eq!(found(Lang::En).as_deref(), Some("“31/02/1984” (text)"));
    }
}
