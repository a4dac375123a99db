//! Words on the figures of a ballot.

use crate::diagnostic::wording::{Wording, added, label, sum};
use crate::diagnostic::{Chosen, CountFault};

#[expect(clippy::too_many_lines, reason = "a table of words, one row a fault")]
pub(super) fn of(fault: &CountFault) -> Wording {
    let say = |message: &str| Wording::new(message);
    match fault {
        CountFault::MatrixDiffers {
            label,
            typed,
            counted,
        } => Wording::new(format!("“{label}” is not what the single ballots give"))
            .found(typed.to_string())
            .expected(format!("{counted} (counted ballot by ballot)"))
            .hint("look at the ballots' columns again, or clear the typed figure"),
        CountFault::IssuedOverPresent { issued, present } => {
            say("more ballots issued than official members present")
                .found(format!("{issued} issued"))
                .expected(format!("at most {present} (present at the vote)"))
                .hint("correct the number issued, or the column Dự đại hội")
        }
        CountFault::IssuedUnderPresent { issued, present } => {
            let missing = present.saturating_sub(*issued);
            Wording::new(format!("{missing} present did not take a ballot"))
                .found(format!("{issued} issued"))
                .expected(format!("{present} (present at the vote)"))
        }
        CountFault::ReturnedOverIssued { returned, issued } => {
            say("more ballots returned than issued")
                .found(format!("{returned} returned"))
                .expected(format!("at most {issued} (issued)"))
                .hint("count again and correct the wrong number")
        }
        CountFault::ReturnedUnderIssued { returned, issued } => {
            let missing = issued.saturating_sub(*returned);
            Wording::new(format!("{missing} ballots issued were not returned"))
                .found(format!("{returned} returned"))
                .expected(format!("{issued} (issued)"))
        }
        CountFault::BallotsDoNotAdd {
            valid,
            invalid,
            returned,
        } => say("returned ballots are not valid plus invalid ones")
            .found(sum(&[(*valid, label::VALID), (*invalid, label::INVALID)]))
            .expected(format!("{returned} ({})", label::RETURNED))
            .hint("count again and correct one of the three"),
        CountFault::VotesOverValid { name, votes, valid } => Wording::new(format!(
            "“{name}” has more votes than there are valid ballots"
        ))
        .found(format!("{votes} votes"))
        .expected(format!("at most {valid} (valid)"))
        .hint("count again and correct the wrong number"),
        CountFault::VotesOverAllowed {
            votes,
            valid,
            seats,
            alternates,
        } => say("more votes than the valid ballots can give")
            .found(added(votes))
            .expected(match alternates {
                0 => format!(
                    "at most {valid} × {seats} = {} (valid × seats)",
                    u64::from(*valid) * u64::from(*seats)
                ),
                _ => format!(
                    "at most {valid} × ({seats} + {alternates}) = {} (valid × seats and alternates)",
                    u64::from(*valid) * (u64::from(*seats) + u64::from(*alternates))
                ),
            })
            .hint("count again; a ballot for more people than seats is invalid"),
        CountFault::VotesUnderValid { votes, valid } => {
            say("fewer votes than valid ballots")
                .found(added(votes))
                .expected(format!("at least {valid} (valid)"))
                .hint("count again; a ballot for nobody is invalid")
        }
        CountFault::ForAndAgainstOverValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "“{name}” has more votes for and against than there are valid ballots"
        ))
        .found(format!("{agreed} for, {against} against"))
        .expected(format!("together at most {valid} (valid)"))
        .hint("count again and correct the wrong number"),
        CountFault::ForAndAgainstNotValid {
            name,
            agreed,
            against,
            valid,
        } => Wording::new(format!(
            "votes for and against “{name}” are not the valid ballots"
        ))
        .found(format!("{agreed} for, {against} against"))
        .expected(format!("together {valid} (valid)"))
        .hint("with one name, a ballot marked twice or not at all is invalid"),
        CountFault::DeclaredDiffers {
            name,
            declared,
            computed,
            votes,
            threshold,
        } => {
            let reason = threshold.map_or_else(
                || "the higher count wins".to_owned(),
                |least| format!("{least} are needed"),
            );
            Wording::new(format!(
                "the declared result of “{name}” is not the regulation's"
            ))
            .found(format!("{} (declared)", chosen(*declared)))
            .expected(format!("{}: {votes} votes, {reason}", chosen(*computed)))
            .hint("correct the column Kết quả, or the votes")
        }
        CountFault::PresentAtVote { typed, least, most } => {
            say("the number present at the vote does not match the list")
                .found(format!("{typed} (typed)"))
                .expected(if least == most {
                    format!("{most} (column Dự đại hội)")
                } else {
                    format!("from {least} to {most} (column Dự đại hội)")
                })
                .hint("correct the typed number, or the column Dự đại hội")
        }
        CountFault::SummonedDiffers { typed, counted } => {
            say("“Được triệu tập” differs from the member list")
                .found(format!("{typed} (typed)"))
                .expected(format!("{counted} (official members summoned)"))
                .hint("correct it, or the columns Ngày chính thức and Tình trạng")
        }
        CountFault::VotesOverBase {
            votes,
            base,
            with_them,
            thresholds: (without, with),
        } => Wording::new(
            "more votes than the base, since members introduced elsewhere voted too",
        )
        .found(format!("{votes} votes"))
        .expected(format!(
            "without them: base {base}, elected from {without} votes; \
             with them: base {with_them}, from {with}"
        ))
        .hint("ask the higher committee; papers print no share over 100%"),
        CountFault::ReasonWithoutInvalid { reason } => {
            Wording::new("a reason for invalid ballots, of which there are none")
                .found(format!("“{reason}”"))
                .expected("an invalid ballot at least")
                .hint("correct Hợp lệ and Không hợp lệ, or clear the reason")
        }
        CountFault::PercentDiffers {
            name,
            typed,
            votes,
            whole,
            computed,
            is_near,
            fits,
        } => {
            let says = if *is_near {
                "is rounded otherwise"
            } else {
                "is not that of the votes"
            };
            let hint = match fits {
                Some(base) => format!(
                    "right if it is of {base}: type Cơ sở tính tỷ lệ, or correct it"
                ),
                None => "correct or clear the typed percentage".to_owned(),
            };
            Wording::new(format!("the percentage of “{name}” {says}"))
                .found(format!("{typed} (typed)"))
                .expected(format!("{votes}/{whole} = {computed}%"))
                .hint(hint)
        }
        CountFault::TotalDiffers { typed, votes } => {
            say("the total below the list is not the sum of its votes")
                .found(format!("{typed} (typed)"))
                .expected(added(votes))
                .hint("count again, correct the votes or the total")
        }
        CountFault::NamesDiffer { typed, names } => {
            say("the number below the list is not that of its names")
                .found(format!("{typed} (typed)"))
                .expected(format!("{names} (rows)"))
                .hint("correct the number, or look for a missing row")
        }
        CountFault::PercentsOfOtherBase {
            typed,
            computed,
            base,
            fits,
            ..
        } => {
            let computed: Vec<String> =
                computed.iter().map(|share| format!("{share}%")).collect();
            Wording::new(format!("these percentages are of {fits}, not of {base}"))
                .found(format!("{} (typed)", typed.join(", ")))
                .expected(format!("{} (of {base})", computed.join(", ")))
                .hint(format!("type {fits} as Cơ sở tính tỷ lệ, or correct the percentages"))
        }
    }
}

fn chosen(result: Chosen) -> &'static str {
    match result {
        Chosen::Elected => "elected",
        Chosen::NotElected => "not elected",
        Chosen::Alternate => "alternate",
        Chosen::Tied => "tied, not elected",
    }
}
