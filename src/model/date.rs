//! Dates as clerks know them: full, month and year, or the year alone.

use time::{Date, Duration, Month};

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

    /// The day, if it is known.
    pub fn full(self) -> Option<FullDate> {
        match self {
            Self::Full(date) => Some(date),
            Self::Year(_) | Self::Month { .. } => None,
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
