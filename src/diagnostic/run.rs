//! The same defect down a column, told once.

use super::place::CellRange;
use super::{Code, Diagnostic};

/// From so many cells on, findings of one kind but different evidence are told as one.
const LONG: u32 = 4;
/// So many different contents are shown of them.
const EXAMPLES: usize = 3;

/// Joins findings at neighbours in one column; the findings are in reading order, before
/// and after.
///
/// Equal ones always become one with a range. Of one kind with different evidence they
/// become one from four cells on: fewer are told singly, with all they have to say.
/// Findings that other cells contradict are joined where the same cells contradict all.
pub(super) fn join(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    findings.sort_by(|a, b| by_column(a).cmp(&by_column(b)));
    let equal = joined(findings, |above, below| above.problem == below.problem);
    let mut told = Vec::with_capacity(equal.len());
    let mut run: Vec<Diagnostic> = Vec::new();
    for finding in equal {
        let goes_on = run.last().is_some_and(|last| {
            follows(last, &finding) && last.problem.is_like(&finding.problem)
        });
        if !goes_on {
            tell(&mut run, &mut told);
        }
        run.push(finding);
    }
    tell(&mut run, &mut told);
    told
}

/// Tells a run as one finding if it is long, else singly.
fn tell(run: &mut Vec<Diagnostic>, told: &mut Vec<Diagnostic>) {
    let rows: u32 = run.iter().map(rows).sum();
    if rows < LONG || run.len() < 2 {
        told.append(run);
        return;
    }
    let all = joined(std::mem::take(run), |above, below| {
        above.problem.is_like(&below.problem)
    });
    told.extend(all);
}

/// Joins each finding to the one before if it follows it and the test holds.
fn joined(
    findings: Vec<Diagnostic>,
    is_same: impl Fn(&Diagnostic, &Diagnostic) -> bool,
) -> Vec<Diagnostic> {
    let mut kept: Vec<Diagnostic> = Vec::with_capacity(findings.len());
    for finding in findings {
        match kept.last_mut() {
            Some(above) if follows(above, &finding) && is_same(above, &finding) => {
                add(above, finding);
            }
            _ => kept.push(finding),
        }
    }
    kept
}

/// Takes the cells and the evidence of the finding below.
fn add(above: &mut Diagnostic, below: Diagnostic) {
    if let (Some(cells), Some(more)) = (&mut above.place.cells, below.place.cells) {
        cells.last = more.last;
    }
    for problem in std::iter::once(below.problem).chain(below.more) {
        let is_shown = above.problem == problem || above.more.contains(&problem);
        if !is_shown && above.more.len() + 1 < EXAMPLES {
            above.more.push(problem);
        }
    }
}

/// Whether a finding stands just below another of the same code, in the same column.
fn follows(above: &Diagnostic, below: &Diagnostic) -> bool {
    let (Some(upper), Some(lower)) = (&above.place.cells, &below.place.cells) else {
        return false;
    };
    let is_below = is_in_column(upper)
        && is_in_column(lower)
        && upper.first.column == lower.first.column
        && upper.last.row.checked_add(1) == Some(lower.first.row);
    is_below
        && may_join(above.code())
        && above.code() == below.code()
        && above.also == below.also
        && above.place.file == below.place.file
        && above.place.sheet == below.place.sheet
}

/// What is wrong with a cell's content may be told of several, and what one fact of the
/// congress contradicts down a column; what contradicts a person's votes or a list is
/// told person by person.
fn may_join(code: Code) -> bool {
    code < Code::M01 || [Code::M09, Code::M14, Code::V29, Code::V31].contains(&code)
}

fn is_in_column(cells: &CellRange) -> bool {
    cells.first.column == cells.last.column
}

fn rows(finding: &Diagnostic) -> u32 {
    finding.place.cells.map_or(1, |cells| cells.rows())
}

type ColumnOrder<'a> = (
    &'a str,
    Option<&'a super::SheetRef>,
    Option<u32>,
    Code,
    Option<u32>,
);

/// Down each column, one code after the other.
fn by_column(finding: &Diagnostic) -> ColumnOrder<'_> {
    let place = &finding.place;
    let column = place.cells.map(|cells| cells.first.column);
    let sheet = place.sheet.as_ref();
    (&place.file, sheet, column, finding.code(), place.row())
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{
        CellRef, CountFault, DateFault, Diagnostic, Lang, MemberFault, Place, Problem,
        Report, Seen, SeenKind, SheetRef, json_line,
    };

    fn at(row: u32, column: u32) -> Place {
        let sheet = Place {
            sheet: Some(SheetRef {
                index: 0,
                name: "Đảng viên".into(),
            }),
            ..Place::file("a.xlsx")
        };
        // rows and columns as the sheet shows them
        let (row, column) = (row - 1, column - 1);
        sheet.at(CellRef { row, column })
    }

    fn empty() -> Problem {
        Problem::CellEmpty {
            what: "Ngày sinh".into(),
        }
    }

    fn no_date(text: &str) -> Problem {
        Problem::NotADate {
            seen: Seen {
                text: text.into(),
                kind: SeenKind::Text,
            },
            fault: DateFault::Unreadable,
        }
    }

    /// Code, cells and what was found, of findings in any order.
    fn told(findings: Vec<(Place, Problem)>) -> Vec<String> {
        let mut report = Report::default();
        for (place, problem) in findings {
            report.add(place, problem);
        }
        shown(&report.sorted())
    }

    fn shown(report: &Report) -> Vec<String> {
        let shown = report.findings().iter().map(|finding| {
            let cells = finding.place.cells.unwrap();
            let found = finding.wording(Lang::Vi).found.unwrap_or_default();
            format!("{} {cells} {found}", finding.code())
        });
        shown.collect()
    }

    #[test]
    fn the_same_defect_down_a_column_is_one_finding_with_a_range() {
        let findings = (18..=44).map(|row| (at(row, 4), empty())).collect();
        assert_eq!(told(findings), ["S06 D18:D44 ô trống"]);
    }

    #[test]
    fn findings_that_one_cell_contradicts_are_joined_and_others_are_not() {
        let later = |row: u32, date: u32| {
            let name = format!("Lê An {row}");
            let problem = Problem::Member(MemberFault::OfficialLater { name });
            Diagnostic::between(at(row, 8), vec![at(date, 2)], problem)
        };
        let mut report = Report::default();
        (2..=6).for_each(|row| report.push(later(row, 1)));
        let found = "“Lê An 2”; “Lê An 3”; “Lê An 4”; … (5 ô)";
        let report = report.sorted();
        assert_eq!(shown(&report), [format!("M09 H2:H6 {found}")]);
        assert_eq!(report.findings()[0].also, [at(1, 2)]);
        let mut report = Report::default();
        (2..=6).for_each(|row| report.push(later(row, row)));
        assert_eq!(report.sorted().findings().len(), 5);
    }

    #[test]
    fn a_hint_with_a_semicolon_is_given_once() {
        let tidied = |row: u32| Problem::NameTidied {
            seen: format!("Đ/c Lê {row}"),
            kept: format!("Lê {row}"),
        };
        let mut report = Report::default();
        (2..=6).for_each(|row| report.add(at(row, 2), tidied(row)));
        let wording = report.sorted().findings()[0].wording(Lang::Vi);
        let hint = "văn bản in họ tên đã sửa; nếu không đúng thì gõ lại";
        assert_eq!(wording.hint.as_deref(), Some(hint));
        assert_eq!(wording.expected.as_deref(), Some("“Lê 2”; “Lê 3”; “Lê 4”"));
    }

    #[test]
    fn a_gap_or_another_column_or_another_defect_ends_the_range() {
        let findings = vec![
            (at(2, 4), empty()),
            (at(3, 4), empty()),
            (at(3, 5), empty()),
            (at(5, 4), empty()),
            (at(6, 4), no_date("mùa xuân")),
        ];
        let expected = [
            "S06 D2:D3 ô trống",
            "S06 E3 ô trống",
            "S06 D5 ô trống",
            "S08 D6 “mùa xuân” (chữ)",
        ];
        assert_eq!(told(findings), expected);
    }

    #[test]
    fn four_different_dates_down_a_column_are_one_finding_with_examples() {
        let texts = ["31/02/1984", "30/02/1985", "31/4/1990", "31/6/1991"];
        let findings = (7..).zip(texts);
        let findings = findings.map(|(row, text)| (at(row, 4), no_date(text)));
        let expected = "S08 D7:D10 “31/02/1984” (chữ); “30/02/1985” (chữ); \
                        “31/4/1990” (chữ); … (4 ô)";
        assert_eq!(told(findings.collect()), [expected]);
    }

    #[test]
    fn three_different_dates_are_told_singly() {
        let texts = ["31/02/1984", "30/02/1985", "31/4/1990"];
        let findings = (7..).zip(texts);
        let findings = findings.map(|(row, text)| (at(row, 4), no_date(text)));
        let expected = [
            "S08 D7 “31/02/1984” (chữ)",
            "S08 D8 “30/02/1985” (chữ)",
            "S08 D9 “31/4/1990” (chữ)",
        ];
        assert_eq!(told(findings.collect()), expected);
    }

    #[test]
    fn what_else_is_wrong_in_the_column_does_not_break_a_range() {
        let mut findings: Vec<_> = (2..=5).map(|row| (at(row, 4), empty())).collect();
        findings.push((
            at(3, 4),
            Problem::InvisibleCharacters {
                seen: "‹U+200B›".into(),
                kept: String::new(),
            },
        ));
        assert_eq!(
            told(findings),
            ["S06 D2:D5 ô trống", "S15 D3 “‹U+200B›” (chữ)"]
        );
    }

    #[test]
    fn findings_that_name_other_cells_or_people_stay_apart() {
        let mut report = Report::default();
        for row in 2..=6 {
            let problem = Problem::Member(MemberFault::CardTwice { card: "12".into() });
            report.push(Diagnostic::between(at(row, 3), vec![at(9, 3)], problem));
            let problem = Problem::Count(CountFault::VotesOverValid {
                name: "Lê Thị An".into(),
                votes: 30,
                valid: 25,
            });
            report.add(at(row, 4), problem);
        }
        assert_eq!(report.sorted().findings().len(), 10);
    }

    #[test]
    fn sorting_twice_changes_nothing() {
        let mut report = Report::default();
        for row in 2..=30 {
            report.add(at(row, 4), no_date(&format!("32/{row}")));
            report.add(at(row, 5), empty());
        }
        let once = report.sorted();
        assert_eq!(once.clone().sorted(), once);
    }

    #[test]
    fn in_json_the_cell_is_the_range() {
        let mut report = Report::default();
        report.add(at(18, 4), empty());
        report.add(at(19, 4), empty());
        let report = report.sorted();
        let line = json_line(report.findings().first().unwrap(), Lang::Vi);
        assert!(line.contains(r#""cell":"D18:D19""#), "{line}");
    }

    #[test]
    fn a_hundred_thousand_findings_are_joined_at_once() {
        let rows = 1..=50_000;
        let both = rows.flat_map(|row| {
            [
                (at(row, 4), no_date(&row.to_string())),
                (at(row, 5), empty()),
            ]
        });
        let told = told(both.collect());
        assert_eq!(told.len(), 2);
    }
}
