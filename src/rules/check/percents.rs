//! Typed percentages: V13.

use super::place_of;
use crate::diagnostic::{CountFault, Diagnostic, Problem, Report, join_cells};
use crate::model::{Ballot, Candidate, Headcount, PercentBase, Traced, Votes};
use crate::rules::{BallotResult, CandidateResult, Turnout};

/// V13: a typed percentage is that of the votes. Rounded half up to the digits that it
/// has, it is right; up to one unit of its last digit away, perhaps cut off, a warning;
/// else an error. Several that are right of one other base are one finding.
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
    let rows = ballot.candidates.iter().zip(&result.candidates);
    let wrong: Vec<Wrong<'_>> = rows
        .filter_map(|(one, computed)| Wrong::of(one, computed, whole))
        .collect();
    let others = bases(result).into_iter().filter(|(it, _)| it != base);
    let others: Vec<(PercentBase, u32)> = others.collect();
    let fitting = |whole: u32| wrong.iter().filter(move |it| it.fits(whole)).count();
    let common = others.iter().rev().max_by_key(|(_, whole)| fitting(*whole));
    let common = common.filter(|(_, whole)| fitting(*whole) > 1);
    if let Some((other, of)) = common {
        let same: Vec<&Wrong<'_>> = wrong.iter().filter(|it| it.fits(*of)).collect();
        push_common(&same, (*base, *other), whole, ballot, report);
    }
    for one in &wrong {
        if common.is_some_and(|(_, whole)| one.fits(*whole)) {
            continue;
        }
        let fits = others.iter().find(|(_, whole)| one.fits(*whole));
        one.push(fits.map(|(base, _)| name(*base)), whole, ballot, report);
    }
}

/// A typed percentage that is not that of the votes.
struct Wrong<'a> {
    name: &'a str,
    typed: &'a Traced<String>,
    percent: Decimal,
    votes: &'a Traced<Votes>,
    computed: String,
    is_near: bool,
}

impl<'a> Wrong<'a> {
    fn of(
        one: &'a Candidate,
        computed: &CandidateResult,
        whole: &Traced<Headcount>,
    ) -> Option<Self> {
        let (typed, votes) = (one.percent.as_ref()?, one.votes.as_ref()?);
        let share = computed.percent.as_ref()?;
        // of more votes than there may be the counts speak
        if votes.value.0 > whole.value.0 {
            return None;
        }
        // what is no percentage is a remark
        let percent = Decimal::of(&typed.value)?;
        let distance = percent.distance(votes.value.0, whole.value.0);
        (distance != Distance::None).then(|| Self {
            name: &one.name.value,
            typed,
            percent,
            votes,
            computed: share.value.to_string(),
            is_near: distance == Distance::Near,
        })
    }

    /// Whether it is right of another number.
    fn fits(&self, whole: u32) -> bool {
        self.percent.distance(self.votes.value.0, whole) == Distance::None
    }

    fn push(
        &self,
        fits: Option<&'static str>,
        whole: &Traced<Headcount>,
        ballot: &Ballot,
        report: &mut Report,
    ) {
        report.push(Diagnostic::between(
            place_of(self.typed, &ballot.place),
            [self.votes.cells(), whole.cells()].concat(),
            Problem::Count(CountFault::PercentDiffers {
                name: self.name.to_owned(),
                typed: self.typed.value.clone(),
                votes: self.votes.value.0,
                whole: whole.value.0,
                computed: self.computed.clone(),
                is_near: self.is_near,
                fits,
            }),
        ));
    }
}

/// One finding for all that are right of another base.
fn push_common(
    same: &[&Wrong<'_>],
    (base, other): (PercentBase, PercentBase),
    whole: &Traced<Headcount>,
    ballot: &Ballot,
    report: &mut Report,
) {
    let cells = same.iter().flat_map(|it| it.typed.cells()).collect();
    let mut cells = join_cells(cells).into_iter();
    let place = cells.next().unwrap_or_else(|| ballot.place.clone());
    let votes = same.iter().flat_map(|it| it.votes.cells()).collect();
    let also = cells.chain(join_cells(votes)).chain(whole.cells());
    report.push(Diagnostic::between(
        place,
        also.collect(),
        Problem::Count(CountFault::PercentsOfOtherBase {
            typed: same.iter().map(|it| it.typed.value.clone()).collect(),
            computed: same.iter().map(|it| it.computed.clone()).collect(),
            base: name(base),
            fits: name(other),
            is_near: same.iter().all(|it| it.is_near),
        }),
    ));
}

/// The numbers that a percentage may be of.
fn bases(result: &BallotResult) -> Vec<(PercentBase, u32)> {
    let valid = result.valid.as_ref().map(|valid| valid.value.0);
    let all = [
        (PercentBase::Official, Some(result.base.count.value.0)),
        (PercentBase::Valid, valid),
        (PercentBase::Present, Some(result.present.value.0)),
        (PercentBase::Summoned, Some(result.summoned.value.0)),
    ];
    let known = all.into_iter();
    known.filter_map(|(base, of)| Some((base, of?))).collect()
}

/// A base as the workbook names it.
fn name(base: PercentBase) -> &'static str {
    match base {
        PercentBase::Official => "đảng viên chính thức",
        PercentBase::Valid => "hợp lệ",
        PercentBase::Present => "có mặt",
        PercentBase::Summoned => "triệu tập",
    }
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
