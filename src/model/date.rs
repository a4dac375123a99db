//! Dates as clerks know them: full, month and year, or the year alone.

use std::fmt::{self, Display, Formatter};
use time::{Date, Duration, Month, Weekday};

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FullDate(Date);

impl FullDate {
    /// A day, or `None` when the calendar has no such day or the year is not between
    /// 1900 and 2199, which no living member and no congress needs.
    ///
    /// # Examples
    ///
    /// ```
    /// use bienban::model::FullDate;
    ///
    /// assert!(FullDate::new(2022, 8, 29).is_some());
    /// assert!(FullDate::new(1984, 2, 31).is_none());
    /// ```
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let month = Month::try_from(month).ok()?;
        let date = Date::from_calendar_date(i32::from(year), month, day).ok()?;
        (1900..=2199).contains(&year).then_some(Self(date))
    }

    /// The day so many days later, if its year is one of those.
    pub fn days_later(self, days: u32) -> Option<Self> {
        let date = self.0.checked_add(Duration::days(days.into()))?;
        (1900..=2199).contains(&date.year()).then_some(Self(date))
    }

    /// The same day and month a year later; none for 29 February.
    pub fn a_year_later(self) -> Option<Self> {
        Self::new(self.year() + 1, self.month(), self.day())
    }

    /// The date with day and month in each other's place, if that is another date.
    pub fn exchanged(self) -> Option<Self> {
        Self::new(self.year(), self.day(), self.month()).filter(|date| *date != self)
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// The year, four digits.
    pub fn year(self) -> u16 {
        u16::try_from(self.0.year()).unwrap_or_default()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u8 {
        self.0.month().into()
    }

    /// The day, 1 to 31.
    pub fn day(self) -> u8 {
        self.0.day()
    }
}

impl Display for FullDate {
    /// `05/9/2022`, `08/02/2022`: days below ten and the first two months have a zero.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:02}/{}/{}",
            self.day(),
            month(self.month()),
            self.year()
        )
    }
}

/// A month in figures, as papers write it.
fn month(month: u8) -> String {
    if month < 3 {
        format!("0{month}")
    } else {
        month.to_string()
    }
}

/// A date of which the day, or day and month, may be unknown; nothing is invented.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// Year alone.
    Year(u16),
    /// Month and year.
    Month {
        /// Four digits.
        year: u16,
        /// 1 to 12.
        month: u8,
    },
    /// Day, month and year.
    Full(FullDate),
}

impl PartialDate {
    /// A year between 1900 and 2199.
    pub fn of_year(year: u16) -> Option<Self> {
        (1900..=2199).contains(&year).then_some(Self::Year(year))
    }

    /// A month of such a year.
    pub fn of_month(year: u16, month: u8) -> Option<Self> {
        FullDate::new(year, month, 1).map(|_| Self::Month { year, month })
    }

    /// The year.
    pub fn year(self) -> u16 {
        match self {
            Self::Year(year) | Self::Month { year, .. } => year,
            Self::Full(date) => date.year(),
        }
    }

    /// The first day that it may be.
    pub fn first_day(self) -> Option<FullDate> {
        match self {
            Self::Year(year) => FullDate::new(year, 1, 1),
            Self::Month { year, month } => FullDate::new(year, month, 1),
            Self::Full(date) => Some(date),
        }
    }

    /// The last day that it may be.
    pub fn last_day(self) -> Option<FullDate> {
        match self {
            Self::Year(year) => FullDate::new(year, 12, 31),
            Self::Month { year, month } => {
                let mut days = (28..=31).rev();
                days.find_map(|day| FullDate::new(year, month, day))
            }
            Self::Full(date) => Some(date),
        }
    }

    /// The day, if it is known.
    pub fn full(self) -> Option<FullDate> {
        match self {
            Self::Full(date) => Some(date),
            Self::Year(_) | Self::Month { .. } => None,
        }
    }
}

impl Display for PartialDate {
    /// `05/9/2022`, `9/2022` or `2022`.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::Month {
                year,
                month: number,
            } => write!(f, "{}/{year}", month(*number)),
            Self::Full(date) => date.fmt(f),
        }
    }
}

/// A time of day to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay {
    hour: u8,
    minute: u8,
}

impl TimeOfDay {
    /// A time from 00:00 to 23:59.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }

    /// 0 to 23.
    pub fn hour(self) -> u8 {
        self.hour
    }

    /// 0 to 59.
    pub fn minute(self) -> u8 {
        self.minute
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u16, month: u8, day: u8) -> FullDate {
        FullDate::new(year, month, day).unwrap()
    }

    #[test]
    fn days_are_counted_to_the_last_year() {
        assert_eq!(day(1900, 3, 1).days_later(30_681), Some(day(1984, 3, 1)));
        assert_eq!(day(2199, 12, 31).days_later(0), Some(day(2199, 12, 31)));
        assert_eq!(day(2199, 12, 31).days_later(1), None);
        assert_eq!(day(1900, 3, 1).days_later(u32::MAX), None);
    }

    #[test]
    fn a_weekend_is_saturday_and_sunday() {
        // 29/8/2022 was a Monday
        let weekend = (26..=31).filter(|date| day(2022, 8, *date).is_weekend());
        assert_eq!(weekend.collect::<Vec<_>>(), [27, 28]);
    }

    #[test]
    fn a_date_is_written_as_papers_write_it() {
        assert_eq!(day(2022, 9, 5).to_string(), "05/9/2022");
        assert_eq!(day(2022, 2, 28).to_string(), "28/02/2022");
        assert_eq!(
            PartialDate::of_month(1976, 4).unwrap().to_string(),
            "4/1976"
        );
        assert_eq!(PartialDate::of_year(1976).unwrap().to_string(), "1976");
    }

    #[test]
    fn a_date_in_part_lies_between_its_first_day_and_its_last() {
        let between = |date: PartialDate| (date.first_day(), date.last_day());
        let days = |first, last| (Some(first), Some(last));
        let year = PartialDate::of_year(2008).unwrap();
        assert_eq!(between(year), days(day(2008, 1, 1), day(2008, 12, 31)));
        let leap = PartialDate::of_month(2008, 2).unwrap();
        assert_eq!(between(leap), days(day(2008, 2, 1), day(2008, 2, 29)));
        let full = PartialDate::Full(day(2008, 2, 3));
        assert_eq!(between(full), days(day(2008, 2, 3), day(2008, 2, 3)));
    }

    #[test]
    fn a_leap_day_has_no_day_a_year_later() {
        assert_eq!(day(2009, 9, 5).a_year_later(), Some(day(2010, 9, 5)));
        assert_eq!(day(2008, 2, 29).a_year_later(), None);
    }

    #[test]
    fn day_and_month_change_places_where_that_is_another_date() {
        assert_eq!(day(1984, 5, 4).exchanged(), Some(day(1984, 4, 5)));
        assert_eq!(day(1984, 5, 13).exchanged(), None);
        assert_eq!(day(1984, 5, 5).exchanged(), None);
    }
}
