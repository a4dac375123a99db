//! Words on numbers and dates of papers.

use crate::diagnostic::PaperFault;
use crate::diagnostic::wording::Wording;

pub(super) fn of(fault: &PaperFault) -> Wording {
    match fault {
        PaperFault::PaperTwice { paper } => {
            Wording::new(format!("“{paper}” has two rows under Văn bản"))
                .expected("one row for each paper")
                .hint("make them one row")
        }
        PaperFault::NumberTwice {
            number,
            paper,
            other,
        } => Wording::new("two papers of one counter have one number")
            .found(format!("number {number}: {paper}; {other}"))
            .expected("a number for each paper")
            .hint("correct one of them, or leave it empty to be numbered"),
        PaperFault::TextDiffers { told, typed, what } => {
            Wording::new("a vote by hand names another number than the ballot's sheet")
                .found(format!("{told} (text)"))
                .expected(format!("{typed} ({what})"))
                .hint("correct the text of the vote, or the ballot's sheet")
        }
        PaperFault::TermDiffers { typed, expected } => {
            Wording::new("a term other than that of the congress")
                .found(typed.clone())
                .expected(expected.clone())
                .hint("write the same term everywhere")
        }
        PaperFault::TooEarly {
            paper,
            date,
            after,
            day,
        } => {
            let (before, after) = match after {
                Some(other) => (format!("“{other}”"), *other),
                None => ("the congress".to_owned(), "congress"),
            };
            Wording::new(format!("“{paper}” is dated before {before}"))
                .found(date.clone())
                .expected(format!("from {day} on ({after})"))
                .hint("correct one of the two dates")
        }
        PaperFault::TooLate {
            paper,
            date,
            days,
            last,
        } => Wording::new(format!("“{paper}” is later than {days} working days"))
            .found(date.clone())
            .expected(format!("{last} at the latest"))
            .hint(
                "without Saturdays, Sundays and the Ngày nghỉ of the committee's \
                 workbook; add a holiday that is missing there (Tết, days in lieu)",
            ),
        PaperFault::OnHoliday { date } => {
            Wording::new("the congress falls on a public holiday")
                .found(date.clone())
                .expected("a day that is no public holiday")
                .hint("look at Ngày đại hội; holidays by the moon are not computed")
        }
    }
}
