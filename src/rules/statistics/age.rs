//! Ages and Party ages: bands without gaps, the highest, the lowest, the average.

use super::group::count_names;
use crate::diagnostic::Place;
use crate::model::{FullDate, Headcount, Member, PartialDate, Traced};
use std::fmt::{self, Display, Formatter};

/// From which years on a band of ages begins: until 30, 31 to 40, 41 to 50, 51 to 60,
/// above 60. No text of the Party fixes them; these are the customary ones.
pub(super) const AGE_BANDS: [u32; 4] = [31, 41, 51, 61];

/// From which years on a band of Party ages begins: below 5, 5 to below 10, 10 to below
/// 20, 20 to below 30, 30 and more. Customary, too.
pub(super) const PARTY_AGE_BANDS: [u32; 4] = [5, 10, 20, 30];

/// A date of a member.
type DateOf = fn(&Member) -> Option<&Traced<PartialDate>>;

/// Whole years of some members on a day: each is in one band, or unknown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ages {
    /// All bands, the lowest first; without gap and overlap.
    pub bands: Vec<Band>,
    /// Those whose date is not known, with the cells of their names.
    pub unknown: Traced<Headcount>,
    /// The fewest years.
    pub lowest: Extreme,
    /// The most years.
    pub highest: Extreme,
    /// The average of those known.
    pub average: Traced<Average>,
}

/// Members whose years lie in a band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The fewest years in it; none for the lowest band.
    pub from: Option<u32>,
    /// The years from which on the next band counts; none for the highest band.
    pub below: Option<u32>,
    /// How many members, with the cells of their dates.
    pub count: Traced<Headcount>,
}

/// The most or the fewest years, and everybody who has them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extreme {
    /// Whole years.
    pub years: Traced<u32>,
    /// Name and year of the date of each, in the order of the list.
    pub members: Vec<(Traced<String>, Traced<u16>)>,
}

/// An average in tenths, rounded half up.
///
/// # Examples
///
/// ```
/// use bienban::rules::Average;
///
/// let shown = |sum, count| Average::of(sum, count).unwrap().to_string();
/// assert_eq!(shown(83, 2), "41,5");
/// assert_eq!(shown(84, 2), "42");
/// assert_eq!(shown(125, 3), "41,7"); // 41.666
/// assert_eq!(shown(165, 4), "41,3"); // 41.25
/// assert!(Average::of(0, 0).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Average {
    tenths: u64,
}

impl Average {
    /// A sum over how many there are; `None` over none.
    pub fn of(sum: u64, count: u32) -> Option<Self> {
        let count = u64::from(count);
        // half up: add half of the divisor before dividing
        let tenths = (sum * 20 + count).checked_div(2 * count)?;
        Some(Self { tenths })
    }
}

impl Display for Average {
    /// With a decimal comma, where there is a decimal.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.tenths % 10 {
            0 => write!(f, "{}", self.tenths / 10),
            tenth => write!(f, "{},{tenth}", self.tenths / 10),
        }
    }
}

/// Whole years from a date until a day: to the day where the date is full, else by the
/// year alone; `None` for a date that is later.
pub(in crate::rules) fn years_until(date: PartialDate, day: FullDate) -> Option<u32> {
    let years = u32::from(day.year()).checked_sub(date.year().into())?;
    let is_short = date
        .full()
        .is_some_and(|from| (day.month(), day.day()) < (from.month(), from.day()));
    if is_short {
        years.checked_sub(1)
    } else {
        Some(years)
    }
}

/// A member with a known date: its years and the date.
struct Aged<'a> {
    member: &'a Member,
    date: &'a Traced<PartialDate>,
    years: u32,
}

impl Ages {
    /// The years of members since a date of theirs, in bands that begin as said; none
    /// if nobody's date is known.
    pub(super) fn of(
        members: &[&Member],
        date: DateOf,
        day: FullDate,
        starts: &[u32],
        rule: &'static str,
    ) -> Option<Self> {
        let mut aged = Vec::new();
        let mut unknown = Vec::new();
        for member in members.iter().copied() {
            let date = date(member);
            let years = date.and_then(|date| years_until(date.value, day));
            match date.zip(years) {
                Some((date, years)) => aged.push(Aged {
                    member,
                    date,
                    years,
                }),
                None => unknown.push(member),
            }
        }
        let lowest = aged.iter().map(|one| one.years).min()?;
        let highest = aged.iter().map(|one| one.years).max()?;
        let sum = aged.iter().map(|one| u64::from(one.years)).sum();
        let average = Average::of(sum, Headcount::of(aged.len()).0)?;
        Some(Self {
            bands: bands(&aged, starts, rule),
            unknown: count_names(&unknown, rule),
            lowest: extreme(&aged, lowest, rule),
            highest: extreme(&aged, highest, rule),
            average: Traced::computed(average, cells(&aged), rule),
        })
    }
}

/// Each band ends where the next begins.
fn bands(aged: &[Aged<'_>], starts: &[u32], rule: &'static str) -> Vec<Band> {
    let froms = std::iter::once(None).chain(starts.iter().copied().map(Some));
    let belows = starts.iter().copied().map(Some).chain([None]);
    froms
        .zip(belows)
        .map(|(from, below)| {
            let holds = |years: u32| {
                from.is_none_or(|from| from <= years)
                    && below.is_none_or(|below| years < below)
            };
            let within = aged.iter().filter(|one| holds(one.years));
            let dates: Vec<&Traced<PartialDate>> = within.map(|one| one.date).collect();
            let size = Headcount::of(dates.len());
            let cells = dates.iter().flat_map(|date| date.cells()).collect();
            Band {
                from,
                below,
                count: Traced::computed(size, cells, rule),
            }
        })
        .collect()
}

fn extreme(aged: &[Aged<'_>], years: u32, rule: &'static str) -> Extreme {
    let of_years = aged.iter().filter(|one| one.years == years);
    let members: Vec<(Traced<String>, Traced<u16>)> = of_years
        .map(|one| {
            let year = one.date.clone().map(PartialDate::year);
            (one.member.name.clone(), year)
        })
        .collect();
    let cells = members.iter().flat_map(|(_, year)| year.cells());
    Extreme {
        years: Traced::computed(years, cells.collect(), rule),
        members,
    }
}

fn cells(aged: &[Aged<'_>]) -> Vec<Place> {
    let dates = aged.iter().flat_map(|one| one.date.cells());
    dates.collect()
}
