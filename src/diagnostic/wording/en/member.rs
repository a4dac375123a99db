//! Words on the member list.

use crate::diagnostic::wording::{Wording, sum};
use crate::diagnostic::{DateOrder, MemberFault};

pub(super) fn of(fault: &MemberFault) -> Wording {
    match fault {
        MemberFault::WomenDiffer {
            typed,
            women,
            men,
            untold,
        } => {
            let mut list = vec![(*women, "women"), (*men, "men")];
            if *untold > 0 {
                list.push((*untold, "of no sex typed"));
            }
            Wording::new("“Nữ” does not match the member list")
                .found(format!("{typed} women (typed)"))
                .expected(format!("{} (list)", sum(&list)))
                .hint("correct the typed number, or the column Giới tính")
        }
        MemberFault::Dates {
            name,
            order,
            first,
            second,
        } => {
            let (says, found, expected) = dates(*order, first, second);
            Wording::new(format!("“{name}”: {says}"))
                .found(found)
                .expected(expected)
                .hint("look the dates up; day and month may have changed places")
        }
        MemberFault::NumberSkips { number, above } => {
            Wording::new("the numbers of the rows have a hole")
                .found(format!("{number} (row above: {above})"))
                .expected(above.saturating_add(1).to_string())
                .hint("look for a row that is missing, hidden or too many")
        }
        MemberFault::FootDiffers { typed, rows } => {
            Wording::new("the total below the list is not the number of its rows")
                .found(format!("{typed} (typed)"))
                .expected(format!("{rows} (rows)"))
                .hint("correct the total, or look for a missing row")
        }
        MemberFault::AcceptedThoughThere { name } => Wording::new(format!(
            "“{name}” attended, and the absence is marked accepted: it does not count"
        ))
        .expected("nothing; it is for those absent throughout")
        .hint("correct Dự đại hội, or clear the cell"),
        MemberFault::InTwoCells { name, other, card } => {
            Wording::new(format!("“{name}” is on the list of the cell {other} too"))
                .found(match card {
                    Some(card) => format!("the same card number {card}"),
                    None => "the same name and birth date".to_owned(),
                })
                .expected("each member belongs to one cell")
                .hint("of a member who is there for a time, say so under Tình trạng")
        }
    }
}

/// What is wrong, what is found and what is expected.
fn dates(
    order: DateOrder,
    first: &str,
    second: &str,
) -> (&'static str, String, &'static str) {
    match order {
        DateOrder::BornAdmitted => (
            "admitted before birth",
            format!("born {first}, admitted {second}"),
            "born before being admitted",
        ),
        DateOrder::OfAge => (
            "admitted under the age of 18",
            format!("born {first}, admitted {second}"),
            "18 years old, by the month",
        ),
        DateOrder::AdmittedCongress => (
            "admitted after the congress",
            format!("admitted {first}, congress {second}"),
            "admitted on the day of the congress or before",
        ),
        DateOrder::AdmittedOfficial => (
            "official before being admitted",
            format!("admitted {first}, official {second}"),
            "admitted before being official",
        ),
        DateOrder::Probation => (
            "official after less than 12 months on probation",
            format!("admitted {first}, official {second}"),
            "official 12 months after being admitted",
        ),
    }
}
