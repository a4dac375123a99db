//! Words on the member list.

use crate::diagnostic::wording::{Wording, label, sum};
use crate::diagnostic::{DateOrder, FootOf, MemberFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &MemberFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        MemberFault::TotalDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” differs from the member list"))
            .found(format!("{typed} (typed)"))
            .expected(format!("{counted} (counted in the list)"))
            .hint("correct the typed number, or the list"),
        MemberFault::TotalsDoNotAdd {
            official,
            probationary,
            all,
        } => say("the total is not the sum of its parts")
            .found(sum(&[
                (*official, label::OFFICIAL),
                (*probationary, label::PROBATIONARY),
            ]))
            .expected(format!("{all} ({})", label::ALL))
            .hint("count again and correct the wrong number"),
        MemberFault::NotQuorate { present, summoned } => {
            say("fewer than two thirds of the official members summoned are present")
                .found(format!("{present}/{summoned} present"))
                .expected(format!(
                    "at least {} present",
                    (u64::from(*summoned) * 2).div_ceil(3)
                ))
                .hint("check the column Dự đại hội; if it is right, the congress is void")
        }
        MemberFault::MemberTwice { name } => {
            Wording::new(format!("“{name}” has two rows in the list"))
                .expected("one row for each member")
                .hint(
                    "delete one row; if they are two people, correct birth date or card",
                )
        }
        MemberFault::SameName { name } => {
            Wording::new(format!("two members named “{name}”"))
                .hint("two people: leave it; one person: delete a row")
        }
        MemberFault::CardTwice { card } => {
            Wording::new(format!("the card number “{card}” stands in two rows"))
                .expected("one number and one row for each member")
                .hint("delete one row; if they are two people, correct the number")
        }
        MemberFault::OfficialLater { name } => {
            say("official only after the congress, and so counts as dự bị")
                .found(format!("“{name}”"))
                .expected("Ngày chính thức not after Ngày đại hội, or empty")
                .hint("if one of the dates is wrong, correct it")
        }
        MemberFault::ElsewherePresent { name } => Wording::new(format!(
            "“{name}” belongs elsewhere for a time and attends: not in the base"
        ))
        .hint("if the member is back, correct the column Tình trạng"),
        MemberFault::ExcludedPresent { name } => Wording::new(format!(
            "“{name}” is suspended or charged, but marked present"
        ))
        .expected("not present; not among those summoned"),
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
        MemberFault::FootDiffers {
            what,
            typed,
            counted,
        } => {
            let of = match what {
                FootOf::Rows => "rows",
                FootOf::Women => "women",
                FootOf::Men => "men",
                FootOf::Official => "official",
                FootOf::Probationary => "on probation",
            };
            Wording::new("a number below the list is not that of its rows")
                .found(format!("{typed} (typed)"))
                .expected(format!("{counted} ({of})"))
                .hint("correct the number, or see whether a row is missing or wrong")
        }
        MemberFault::AcceptedThoughThere { name } => Wording::new(
            "an absence is marked accepted of somebody who attended: it does not count",
        )
        .found(format!("“{name}”"))
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
