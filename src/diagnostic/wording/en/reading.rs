//! Words on results that rest on a reading.

use crate::diagnostic::Reading;
use crate::diagnostic::wording::Wording;

#[expect(clippy::too_many_lines, reason = "a table of words, one row a reading")]
pub(super) fn of(reading: &Reading) -> Wording {
    let say = |message: &str| Wording::new(message);
    match reading {
        Reading::WonBelowHalf { names, base } => {
            say("a re-vote among the tied: the higher count wins, though not over half")
                .found(format!("{}; base {base}", names.join(", ")))
                .hint("compare the regulation on ties before the result is announced")
        }
        Reading::NeitherBox { ballots } => {
            say("a ballot of one name with neither box marked counts as invalid")
                .found(format!("ballots: {ballots}"))
                .hint("the counting board decides, and its minutes say so")
        }
        Reading::AgreesToNobody { ballots } => {
            say("without surplus, a ballot that agrees to nobody counts as valid")
                .found(format!("ballots: {ballots}"))
                .hint("if the board refuses it, give the reason in the row Không hợp lệ")
        }
        Reading::OverSeats {
            ballots,
            seats,
            alternates,
        } => say(
            "a ballot that names more people than there are seats counts as invalid",
        )
        .found(format!(
            "ballots: {ballots}; {seats} seats, {alternates} alternates"
        ))
        .hint("if alternates may be named on the same ballot, type the counts instead"),
        Reading::AlternatesOpen { names } => {
            say("a re-vote filled the seats; the alternates of the first list are open")
                .found(names.join(", "))
                .expected("the others with more than half, by their votes")
                .hint("name the alternates as the congress decided")
        }
        Reading::ElectedWithoutElsewhere {
            names,
            base,
            with_them,
            thresholds: (without, with),
        } => say("whether somebody has more than half depends on how those of another cell who attend count")
            .found(format!("{}; without them the base is {base}, {without} votes needed", names.join(", ")))
            .expected(format!("with them {with_them}, {with} votes needed"))
            .hint("ask the committee above before it is announced"),
        Reading::QuorumOfOfficial { present, summoned } => {
            say("two thirds of the official members are present, but not of all members")
                .found(format!("{present} present / {summoned} summoned"))
                .hint("ask the higher committee which of them count")
        }
        Reading::QuorumWithoutExempt {
            present,
            summoned,
            expected,
        } => say("whether two thirds are present depends on how those exempt and away count")
            .found(format!("with them {present} of {summoned} are present: too few"))
            .expected(format!("without them {present} of {expected}: enough"))
            .hint("ask the committee above; if they count, the congress is not valid and nobody is elected"),
        Reading::BasisNotRead => {
            say("which regulation on carrying out the Statutes was in force is not known")
                .expected("a basis line on the Statutes that is right on that day")
                .hint("look at what each paper rests on before it is signed")
        }
        Reading::NotRead => {
            say("the regulation on carrying out the Statutes on that day was not read")
                .expected("24-QĐ/TW (point 22) or 294-QĐ/TW")
                .hint("compare the regulation in force")
        }
    }
}
