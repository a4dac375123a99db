//! Working days, for deadlines.

use crate::model::{FullDate, Parent, Traced};

/// Public holidays that fall on the same day of every year, as month and day: 1 January,
/// 30 April, 1 May and 2 September. Those by the moon, and days in lieu of others, are
/// the committee's to type ("Ngày nghỉ").
///
/// Source: Labour Code 2019, article 112.
const FIXED: [(u8, u8); 4] = [(1, 1), (4, 30), (5, 1), (9, 2)];

/// The days on which offices are closed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Calendar<'a> {
    typed: &'a [Traced<FullDate>],
}

impl<'a> Calendar<'a> {
    /// With what the committee's workbook adds.
    pub(super) fn of(parent: Option<&'a Parent>) -> Self {
        let typed = parent.map(|parent| parent.holidays.as_slice());
        Self {
            typed: typed.unwrap_or_default(),
        }
    }

    /// The "Ngày nghỉ" that a day is, as typed.
    pub(super) fn typed(self, day: FullDate) -> Option<&'a Traced<FullDate>> {
        self.typed.iter().find(|holiday| holiday.value == day)
    }

    /// Whether a day is a public holiday.
    pub(super) fn is_holiday(self, day: FullDate) -> bool {
        FIXED.contains(&(day.month(), day.day())) || self.typed(day).is_some()
    }

    /// The last of so many working days after a day, that day itself not among them.
    pub(super) fn working_days_after(
        self,
        day: FullDate,
        count: u32,
    ) -> Option<FullDate> {
        let mut last = day;
        let mut left = count;
        while left > 0 {
            last = last.days_later(1)?;
            if !last.is_weekend() && !self.is_holiday(last) {
                left -= 1;
            }
        }
        Some(last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn day(year: u16, month: u8, day: u8) -> FullDate {
        FullDate::new(year, month, day).unwrap()
    }

    fn holidays(days: &[FullDate]) -> Vec<Traced<FullDate>> {
        let typed = |day: &FullDate| Traced::typed(*day, Place::file("dang-bo.xlsx"));
        days.iter().map(typed).collect()
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        // Monday 29/8/2022; Friday 2/9 is the National Day, 3 and 4 a weekend
        let monday = day(2022, 8, 29);
        let calendar = Calendar::default();
        let last = |count| calendar.working_days_after(monday, count);
        assert_eq!(last(0), Some(monday));
        assert_eq!(last(3), Some(day(2022, 9, 1)));
        assert_eq!(last(4), Some(day(2022, 9, 5)));
        assert_eq!(last(7), Some(day(2022, 9, 8)));
        // with 1/9, a day off too: 30, 31, 5, 6, 7, 8, 9
        let typed = holidays(&[day(2022, 9, 1), day(2022, 9, 2)]);
        let calendar = Calendar { typed: &typed };
        let last = calendar.working_days_after(monday, 7);
        assert_eq!(last, Some(day(2022, 9, 9)));
    }

    #[test]
    fn a_holiday_is_fixed_or_typed() {
        let typed = holidays(&[day(2022, 4, 11)]);
        let calendar = Calendar { typed: &typed };
        for (month, date) in [(1, 1), (4, 11), (4, 30), (5, 1), (9, 2)] {
            assert!(
                calendar.is_holiday(day(2022, month, date)),
                "{date}/{month}"
            );
        }
        for (month, date) in [(1, 2), (4, 10), (9, 3), (12, 25)] {
            assert!(
                !calendar.is_holiday(day(2022, month, date)),
                "{date}/{month}"
            );
        }
        assert!(!calendar.is_holiday(day(2023, 4, 11)));
    }

    #[test]
    fn the_calendar_ends() {
        let calendar = Calendar::default();
        assert_eq!(calendar.working_days_after(day(2199, 12, 30), 9), None);
    }
}
