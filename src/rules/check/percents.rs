//! Typed percentages: V13.

use super::place_of;
use crate::diagnostic::{CountFault, Diagnostic, Problem, Report};
use crate::model::{Ballot, Candidate, Headcount, PercentBase, Traced};
use crate::rules::{BallotResult, Turnout};

/// V13: a typed percentage is that of the votes. Rounded half up to the digits that it
/// has, it is right; up to one unit of its last digit away, perhaps cut off, a warning;
/// else an error.
pub(super) fn check_percents(
    ballot: &Ballot,
    result: &BallotResult,
    turnout: &Turnout,
    report: &mut Report,
) {
    let Some((base, whole)) = &result.percent_base else {
        return;
    };
    if *base == PercentBase::Official && !turnout.is_known {
        return;
    }
    for (one, computed) in ballot.candidates.iter().zip(&result.candidates) {
        let (Some(typed), Some(votes), Some(share)) =
            (&one.percent, &one.votes, &computed.percent)
        else {
            continue;
        };
        // of more votes than there may be the counts speak
        if votes.value.0 > whole.value.0 {
            continue;
        }
        // what is no percentage is a remark
        let Some(percent) = Decimal::of(&typed.value) else {
            continue;
        };
        let distance = percent.distance(votes.value.0, whole.value.0);
        if distance == Distance::None {
            continue;
        }
        report.push(Diagnostic::between(
            place_of(typed, &ballot.place),
            [votes.cells(), whole.cells()].concat(),
            Problem::Count(CountFault::PercentDiffers {
                name: one.name.value.clone(),
                typed: typed.value.clone(),
                votes: votes.value.0,
                whole: whole.value.0,
                computed: share.value.to_string(),
                is_near: distance == Distance::Near,
                fits: fitting(percent, one, *base, result),
            }),
        ));
    }
}

/// The other base of which a percentage would be right, as the workbook names it.
fn fitting(
    percent: Decimal,
    one: &Candidate,
    chosen: PercentBase,
    result: &BallotResult,
) -> Option<&'static str> {
    let votes = one.votes.as_ref()?.value.0;
    let people = |count: &Traced<Headcount>| Some(count.value.0);
    let bases = [
        (
            PercentBase::Official,
            "đảng viên chính thức",
            people(&result.base.count),
        ),
        (
            PercentBase::Valid,
            "hợp lệ",
            result.valid.as_ref().map(|valid| valid.value.0),
        ),
        (PercentBase::Present, "có mặt", people(&result.present)),
        (PercentBase::Summoned, "triệu tập", people(&result.summoned)),
    ];
    let fits = |whole: u32| percent.distance(votes, whole) == Distance::None;
    let mut others = bases.into_iter().filter(|(base, _, _)| *base != chosen);
    let (_, name, _) = others.find(|(_, _, whole)| whole.is_some_and(fits))?;
    Some(name)
}

/// How far a typed percentage is from the share that it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Distance {
    /// It is that share, rounded half up.
    None,
    /// One unit of its last digit at most.
    Near,
    /// More.
    Far,
}

/// Digits and how many of them are decimals: `96,2` is 962 tenths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Decimal {
    digits: u128,
    /// Ten to the power of the decimals.
    unit: u128,
}

impl Decimal {
    /// `96,15%`, as the importer writes every percentage; few enough digits to compute.
    fn of(text: &str) -> Option<Self> {
        let number = text.strip_suffix('%')?;
        let (whole, decimals) = number.split_once(',').unwrap_or((number, ""));
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || decimals.len() > 9 {
            return None;
        }
        if !is_number(whole) || !is_number(decimals) {
            return None;
        }
        let digits = format!("{whole}{decimals}").parse().ok()?;
        let unit = decimals.bytes().fold(1, |unit, _| unit * 10);
        Some(Self { digits, unit })
    }

    /// Compared with the share, both times twice the whole and the unit, so that nothing
    /// is divided: half up takes in half a unit below, and not half a unit above.
    fn distance(self, part: u32, whole: u32) -> Distance {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let typed = self.digits * whole * 2;
        let share = part * 100 * self.unit * 2;
        let is_rounded = typed <= share + whole && share < typed + whole;
        if is_rounded {
            Distance::None
        } else if typed.abs_diff(share) <= whole * 2 {
            Distance::Near
        } else {
            Distance::Far
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(typed: &str, part: u32, whole: u32) -> Distance {
        Decimal::of(typed).unwrap().distance(part, whole)
    }

    #[test]
    fn one_unit_of_the_last_digit_is_near() {
        // 25/26 is 96.1538…
        for right in ["96,15%", "96,2%", "96%", "96,154%"] {
            assert_eq!(distance(right, 25, 26), Distance::None, "{right}");
        }
        for near in ["96,16%", "96,1%", "97%", "96,153%"] {
            assert_eq!(distance(near, 25, 26), Distance::Near, "{near}");
        }
        for far in ["96,17%", "96,14%", "96,3%", "96,0%", "95%", "98%", "100%"] {
            assert_eq!(distance(far, 25, 26), Distance::Far, "{far}");
        }
        // 9/10 is 90, from which 91 and 89 are one away
        assert_eq!(distance("91%", 9, 10), Distance::Near);
        assert_eq!(distance("89%", 9, 10), Distance::Near);
        assert_eq!(distance("90,2%", 9, 10), Distance::Far);
        assert_eq!(distance("0%", 0, 26), Distance::None);
        assert_eq!(distance("100,00%", 26, 26), Distance::None);
    }

    #[test]
    fn half_of_the_last_digit_is_rounded_up() {
        // 1/8 is 12.5, and 1/16 is 6.25
        assert_eq!(distance("13%", 1, 8), Distance::None);
        assert_eq!(distance("12%", 1, 8), Distance::Near);
        assert_eq!(distance("6,3%", 1, 16), Distance::None);
        assert_eq!(distance("6,2%", 1, 16), Distance::Near);
    }

    #[test]
    fn figures_as_they_were_published_are_near_or_far() {
        // 353/1586 = 22.2573, cut off; 1067/1587 = 67.2338, digits exchanged
        assert_eq!(distance("22,25%", 353, 1586), Distance::Near);
        assert_eq!(distance("67,32%", 1067, 1587), Distance::Far);
    }

    #[test]
    fn the_largest_numbers_are_compared() {
        let most = u32::MAX;
        assert_eq!(distance("100,000000000%", most, most), Distance::None);
        assert_eq!(distance("999999999,999999999%", most, most), Distance::Far);
    }

    #[test]
    fn what_is_no_percentage_is_not_compared() {
        for text in ["cao", "96", "%", ",5%", "-5%", "1234567890%", "9.5%"] {
            assert_eq!(Decimal::of(text), None, "{text}");
        }
    }
}
