//! The words of every problem, in both languages.

mod en;
mod vi;

use super::visible::tellable;
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

    /// Adds the evidence of other cells of the same range; the message is theirs too.
    pub(super) fn join(
        &mut self,
        more: impl Iterator<Item = Self>,
        cells: u32,
        lang: Lang,
    ) {
        let more: Vec<Self> = more.collect();
        let every = |part: fn(&Self) -> Option<&str>| {
            distinct(std::iter::once(&*self).chain(&more).filter_map(part))
        };
        let (found, expected, hint) = (
            every(|it| it.found.as_deref()),
            every(|it| it.expected.as_deref()),
            every(|it| it.hint.as_deref()),
        );
        (self.found, self.expected, self.hint) = (found, expected, hint);
        if let Some(found) = &mut self.found {
            *found = format!("{found}; … ({cells} {})", lang.pick("ô", "cells"));
        }
    }

    /// Fit to be told: what a workbook holds may break lines or hide characters.
    pub(super) fn told(self) -> Self {
        Self {
            message: tellable(&self.message),
            found: self.found.as_deref().map(tellable),
            expected: self.expected.as_deref().map(tellable),
            hint: self.hint.as_deref().map(tellable),
        }
    }

    fn hint_if(self, hint: Option<String>) -> Self {
        match hint {
            Some(hint) => self.hint(hint),
            None => self,
        }
    }
}

/// What several findings say, each of it once: words may have a `;` of their own.
fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut told: Vec<&str> = Vec::new();
    for words in words {
        if !told.contains(&words) {
            told.push(words);
        }
    }
    (!told.is_empty()).then(|| told.join("; "))
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

/// Votes added up, as in `8 + 8 + 6 = 22`.
fn added(votes: &[u32]) -> String {
    let terms: Vec<String> = votes.iter().map(ToString::to_string).collect();
    let sum: u64 = votes.iter().map(|votes| u64::from(*votes)).sum();
    format!("{} = {sum}", terms.join(" + "))
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
    use crate::diagnostic::{
        Bulk, Code, CountFault, DateFault, Disguise, Found, Problem, Seen, SeenKind,
        Unread,
    };

    #[test]
    fn a_sum_shows_its_arithmetic() {
        let problem = Problem::Count(CountFault::BallotsDoNotAdd {
            valid: 22,
            invalid: 1,
            returned: 24,
        });
        let wording = of(&problem, Lang::Vi);
        let found = wording.found.as_deref();
        assert_eq!(found, Some("22 hợp lệ + 1 không hợp lệ = 23"));
        assert_eq!(wording.expected.as_deref(), Some("24 (thu về)"));
    }

    #[test]
    fn a_mark_of_the_other_kind_of_list_says_which_kind_it_is() {
        let of = |has_surplus, names| {
            let problem = Problem::NotAMark {
                seen: text("?"),
                has_surplus,
                names,
                seats: Some(3),
            };
            of(&problem, Lang::Vi)
        };
        let hint = "bầu 3 trong danh sách 3 người, không có số dư: mỗi phiếu ghi Đ hoặc K ở từng người";
        assert_eq!(of(false, 3).hint.as_deref(), Some(hint));
        let hint =
            "bầu 3 trong danh sách 4 người, có số dư: mỗi phiếu ghi x ở người được bầu";
        assert_eq!(of(true, 4).hint.as_deref(), Some(hint));
    }

    #[test]
    fn evidence_is_quoted_with_its_kind() {
        let problem = Problem::NotADate {
            seen: Seen {
                text: "31/02/1984".into(),
                kind: SeenKind::Text,
            },
            fault: DateFault::Unreadable,
        };
        let found = |lang| of(&problem, lang).found;
        assert_eq!(found(Lang::Vi).as_deref(), Some("“31/02/1984” (chữ)"));
        assert_eq!(found(Lang::En).as_deref(), Some("“31/02/1984” (text)"));
    }

    #[test]
    fn a_formula_never_calculated_is_no_error_cell() {
        let message = |kind| {
            let text = "=B1+B2".to_owned();
            let problem = Problem::ErrorCell {
                seen: Seen { text, kind },
            };
            of(&problem, Lang::Vi).message
        };
        let never = "công thức chưa được tính nên chưa có giá trị";
        assert_eq!(message(SeenKind::Formula), never);
        assert_eq!(message(SeenKind::Error), "ô báo lỗi");
    }

    fn text(text: &str) -> Seen {
        Seen {
            text: text.into(),
            kind: SeenKind::Text,
        }
    }

    /// One problem of every kind that reading a batch can bring up.
    #[expect(clippy::too_many_lines, reason = "a list")]
    fn every_reading_problem() -> Vec<Problem> {
        let name = || "Lê Thị An".to_owned();
        vec![
            Problem::NotAWorkbook {
                found: Found::Pdf,
                reason: None,
            },
            Problem::Password,
            Problem::SheetMissing {
                sheet: name(),
                is_required: false,
            },
            Problem::LabelMissing { label: name() },
            Problem::ColumnMissing {
                column: name(),
                nearest: None,
            },
            Problem::CellEmpty { what: name() },
            Problem::NotACount { seen: text("x") },
            Problem::NotADate {
                seen: text("x"),
                fault: DateFault::Unreadable,
            },
            Problem::DateNotFull { seen: text("1984") },
            Problem::NotAChoice {
                seen: text("x"),
                choices: vec!["nam".into(), "nữ".into()],
                nearest: None,
            },
            Problem::NotAMark {
                seen: text("x"),
                has_surplus: false,
                names: 3,
                seats: Some(3),
            },
            Problem::NotATime { seen: text("x") },
            Problem::ErrorCell {
                seen: text("#REF!"),
            },
            Problem::SheetUnknown { nearest: None },
            Problem::LabelUnknown {
                label: name(),
                nearest: None,
            },
            Problem::SheetTwice { sheet: name() },
            Problem::CellsInFolder { folder: name() },
            Problem::InvisibleCharacters {
                seen: name(),
                kept: name(),
            },
            Problem::LabelTwice { label: name() },
            Problem::CellTwice { cell: name() },
            Problem::ListedWithoutFile { cell: name() },
            Problem::NotListed { cell: name() },
            Problem::LeftOut { what: vec![name()] },
            Problem::BeforeCongress,
            Problem::SecondParent,
            Problem::NoWorkbook,
            Problem::NotReadYet { what: Unread::Csv },
            Problem::NoRows,
            Problem::TooLarge {
                limit: 1,
                what: Bulk::Rows,
            },
            Problem::LegacyText {
                encoding: "VNI",
                before: name(),
                after: name(),
            },
            Problem::Disguised {
                what: Disguise::Html,
            },
            Problem::NotUnicode,
            Problem::SheetByContent { sheet: name() },
            Problem::DaySwapped {
                seen: text("05/9/1984"),
                other: "09/5/1984".into(),
            },
            Problem::NameTidied {
                seen: name(),
                kept: name(),
            },
            Problem::RowOfNoCell {
                cell: name(),
                nearest: None,
            },
            Problem::DittoOfNothing { seen: text("nt") },
            Problem::TableNotRead { is_needed: false },
            Problem::UnderBothSexes {
                men: text("1/2/1980"),
                women: text("1/2/1980"),
            },
        ]
    }

    #[test]
    fn every_finding_of_a_reader_says_what_to_do() {
        let problems = every_reading_problem();
        let mut codes: Vec<Code> = problems.iter().map(Problem::code).collect();
        codes.dedup();
        let readers = Code::ALL.iter().filter(|code| **code < Code::M01);
        assert!(codes.iter().eq(readers), "one of each: {codes:?}");
        for problem in problems {
            for lang in [Lang::Vi, Lang::En] {
                let wording = of(&problem, lang);
                assert!(
                    wording.hint.is_some() || wording.expected.is_some(),
                    "{wording:?}"
                );
                let rows = [Some(&wording.message), wording.hint.as_ref()];
                for row in rows.into_iter().flatten() {
                    assert!(!row.is_empty() && !row.ends_with('.'), "{wording:?}");
                }
            }
        }
    }
}
