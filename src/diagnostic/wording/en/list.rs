//! Words on the list of a ballot.

use crate::diagnostic::wording::Wording;
use crate::diagnostic::{ListFault, SurplusBound};

pub(super) fn of(fault: &ListFault) -> Wording {
    match fault {
        ListFault::TooShort { names, seats } => {
            Wording::new("fewer people stand than there are seats")
                .found(format!("{names} on the list"))
                .expected(format!("at least {seats} (seats)"))
                .hint("add who is missing on the list, or correct Số lượng bầu")
        }
        ListFault::NoSurplus { names } => {
            Wording::new("a list for the committee without surplus")
                .found(format!("{names} names for {names} seats"))
                .expected("more names than seats")
                .hint("if the congress voted so, leave it and report it")
        }
        ListFault::SurplusTooLarge {
            names,
            seats,
            most,
            bound,
        } => Wording::new("more surplus on the list than there may be")
            .found(format!(
                "{names} − {seats} = {} surplus",
                names.saturating_sub(*seats)
            ))
            .expected(match bound {
                SurplusBound::One { from, to } => {
                    format!("at most {most} (of {from} to {to} seats: one)")
                }
                SurplusBound::Share { percent } => {
                    format!("at most {most} ({percent}% of {seats})")
                }
            })
            .hint("look at the list and at Số lượng bầu again"),
        ListFault::BoxesWithSurplus { names, seats } => {
            Wording::new("the list has a surplus, and the sheet has Đồng ý, Không đồng ý")
                .found(format!("{names} names for {seats}"))
                .expected("one column, Số phiếu")
                .hint("look at Số lượng bầu; a ballot with surplus has no boxes")
        }
        ListFault::AlternatesOfOffice { office, typed } => {
            Wording::new(format!("“{office}” has no alternates"))
                .found(format!("{typed} (Số dự khuyết)"))
                .expected("nothing; only delegates have alternates")
                .hint("clear the cell; no alternates are worked out")
        }
        ListFault::OutOfOrder {
            pair: (first, second),
            names,
        } => Wording::new("the list is not in the order of given names")
            .found(format!("“{first}” stands before “{second}”"))
            .expected(names.join(", "))
            .hint("papers print it in order; put the sheet in order too"),
    }
}
