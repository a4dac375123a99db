//! The numbers of the rows: M10.
//!
//! Only warnings: a hole may be a row that got lost, or one that was hidden and removed.

use crate::diagnostic::{Diagnostic, MemberFault, Problem, Report};
use crate::import::cell::Cell;
use crate::import::table::{NUMBER, Row, Table};

/// Says where the numbers of rows that follow each other have a hole. A row may begin
/// again at 1, as below the head of a section.
///
/// Numbers that mostly do not follow each other are no numbers of rows.
pub(super) fn report_holes(table: &Table<'_>, rows: &[Row<'_, '_>], report: &mut Report) {
    let numbers = table.find_column(&NUMBER);
    if !numbers.is_there() {
        return;
    }
    let mut before: Option<u32> = None;
    let numbered: Vec<(&Row<'_, '_>, Option<u32>)> = rows
        .iter()
        .map(|row| {
            let cell = row.cell_in(numbers);
            // most numbers follow each other, and are not shown
            let next = before.and_then(|before| before.checked_add(1));
            before = next
                .filter(|next| cell.is_number(*next))
                .or_else(|| number_of(&cell));
            (row, before)
        })
        .collect();
    let (mut steps, mut holes) = (0_usize, Vec::new());
    if let Some((row, Some(number))) = numbered.first()
        && table.is_first(row)
        && *number != 1
    {
        holes.push((row.cell_in(numbers), None, *number, 0));
    }
    // the number after one that is wrong alone
    let mut right_again = None;
    for pair in numbered.windows(2) {
        let [(upper, Some(above)), (row, Some(number))] = pair else {
            continue;
        };
        if upper.number().checked_add(1) != Some(row.number()) {
            continue;
        }
        if above.checked_add(1) == Some(*number) {
            steps += 1;
            right_again = None;
        } else if *number != 1 && right_again.take() != Some(*number) {
            right_again = above.checked_add(2);
            let upper = upper.cell_in(numbers);
            holes.push((row.cell_in(numbers), Some(upper), *number, *above));
        }
    }
    if holes.len() > steps {
        return;
    }
    for (cell, upper, number, above) in holes {
        let also = upper.iter().map(Cell::place).collect();
        let problem = Problem::Member(MemberFault::NumberSkips { number, above });
        report.push(Diagnostic::between(cell.place(), also, problem));
    }
}

/// `7`, `7.`, `07`.
fn number_of(cell: &Cell<'_>) -> Option<u32> {
    let shown = cell.shown();
    shown.trim_end_matches(['.', ')', ' ']).parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::import::testing::{NONE, found_in_members as found};

    #[test]
    fn numbers_that_follow_each_other_are_right() {
        assert_eq!(found("1|An|1984\n2|Bình|1985\n3|Chi|1986"), NONE);
        assert_eq!(found("01|An|1984\n02.|Bình|1985\n3|Chi|1986"), NONE);
        assert_eq!(found("|An|1984\n|Bình|1985"), NONE, "without numbers");
        let sections = "I. Tổ 1\n1|An|1984\n2|Bình|1985\nII. Tổ 2\n1|Chi|1986";
        assert_eq!(found(sections), NONE);
        assert_eq!(found("1|An|1984\n2|Bình|1985\n1|Chi|1986"), NONE);
    }

    #[test]
    fn a_hole_is_said_once_where_it_is() {
        let rows = "1|An|1984\n2|Bình|1985\n4|Chi|1986\n5|Dung|1987";
        assert_eq!(found(rows), ["Đảng viên!A4 M10"]);
        let twice = "1|An|1984\n2|Bình|1985\n2|Chi|1986\n3|Dung|1987";
        assert_eq!(found(twice), ["Đảng viên!A4 M10"]);
        let wrong = "1|An|1984\n2|Bình|1985\n9|Chi|1986\n4|Dung|1987\n5|Em|1988";
        assert_eq!(found(wrong), ["Đảng viên!A4 M10"]);
        let first = "2|An|1984\n3|Bình|1985\n4|Chi|1986";
        assert_eq!(found(first), ["Đảng viên!A2 M10"]);
    }

    #[test]
    fn numbers_of_another_kind_are_no_numbers_of_rows() {
        assert_eq!(found("105|An|1984\n230|Bình|1985\n77|Chi|1986"), NONE);
    }
}
