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
    use crate::diagnostic::{Seen, SeenKind, Tally};

    #[test]
    fn a_sum_shows_its_arithmetic() {
        let problem = Problem::BallotsDoNotAdd(Tally {
            terms: vec![("hợp lệ".into(), 22), ("không hợp lệ".into(), 1)],
            total: ("thu về".into(), 24),
        });
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
