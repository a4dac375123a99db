//! Dates and times as the readers hand them over.

use super::{DateParts, Moment, RawValue};
use crate::model::{FullDate, TimeOfDay};

/// Days and times of Excel: a serial number that counts days.
///
/// Below one day it is a mere time. A serial beyond the calendar stays a number, and
/// whoever wants a date says so.
pub(super) fn of_serial(
    serial: f64,
    (year, month, day, hour, minute, ..): (u16, u8, u8, u8, u8, u8, u16),
) -> RawValue {
    let is_time = (0.0..1.0).contains(&serial);
    let date = FullDate::new(year, month, day).filter(|_| serial >= 1.0);
    match TimeOfDay::new(hour, minute) {
        Some(time) if is_time || date.is_some() => RawValue::Moment(Moment {
            date,
            time,
            shows: DateParts::Full,
        }),
        _ => RawValue::Number(serial.into()),
    }
}

/// `2022-08-29` or `2022-08-29T14:00:00`, as `.ods` has it.
pub(super) fn of_iso_date(text: &str) -> RawValue {
    let (day, clock) = text.split_once('T').unwrap_or((text, "00:00"));
    let date = iso_day(day);
    match (date, parse_clock(clock, [':', ':'])) {
        (Some(_), Some(time)) => RawValue::Moment(Moment {
            date,
            time,
            shows: DateParts::Full,
        }),
        _ => RawValue::Text(text.to_owned()),
    }
}

/// `PT14H30M00S`, as `.ods` has it.
pub(super) fn of_iso_duration(text: &str) -> RawValue {
    let clock = text.strip_prefix("PT").unwrap_or_default();
    match parse_clock(clock, ['H', 'M']) {
        Some(time) => RawValue::Moment(Moment {
            date: None,
            time,
            shows: DateParts::Full,
        }),
        None => RawValue::Text(text.to_owned()),
    }
}

fn iso_day(text: &str) -> Option<FullDate> {
    let mut parts = text.split('-');
    let date = FullDate::new(
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
        parts.next()?.parse().ok()?,
    )?;
    parts.next().is_none().then_some(date)
}

/// Hours and minutes before these marks; what follows is seconds.
fn parse_clock(text: &str, [hours, minutes]: [char; 2]) -> Option<TimeOfDay> {
    let (hour, rest) = text.split_once(hours)?;
    let minute = rest.split(minutes).next()?;
    TimeOfDay::new(hour.parse().ok()?, minute.parse().ok()?)
}

/// A whole number as the reader's other numbers; beyond 2^53 the last digits go, as in
/// Excel itself.
pub(super) fn float(number: i64) -> f64 {
    number.to_string().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    fn moment(date: Option<(u16, u8, u8)>, hour: u8, minute: u8) -> RawValue {
        RawValue::Moment(Moment {
            date: date.and_then(|(year, month, day)| FullDate::new(year, month, day)),
            time: TimeOfDay::new(hour, minute).unwrap(),
            shows: DateParts::Full,
        })
    }

    #[test]
    fn a_serial_of_a_day_or_more_is_a_date() {
        let opening = Some((2022, 8, 29));
        let day = of_serial(44_802.0, (2022, 8, 29, 0, 0, 0, 0));
        assert_eq!(day, moment(opening, 0, 0));
        let both = of_serial(44_802.354_166_666_664, (2022, 8, 29, 8, 30, 0, 0));
        assert_eq!(both, moment(opening, 8, 30));
    }

    #[test]
    fn less_than_a_day_is_a_time() {
        let two = of_serial(0.583_333_333_333_333_3, (1899, 12, 31, 14, 0, 0, 0));
        assert_eq!(two, moment(None, 14, 0));
        let midnight_of_1904 = of_serial(0.0, (1904, 1, 1, 0, 0, 0, 0));
        assert_eq!(midnight_of_1904, moment(None, 0, 0));
    }

    #[test]
    fn a_serial_beyond_the_calendar_stays_a_number() {
        let last = (9999, 12, 31, 0, 0, 0, 0);
        assert_eq!(of_serial(1e300, last), RawValue::Number((1e300).into()));
        assert_eq!(of_serial(-1.0, last), RawValue::Number((-1.0).into()));
        let no_leap_year = (1900, 2, 29, 0, 0, 0, 0);
        assert_eq!(
            of_serial(60.0, no_leap_year),
            RawValue::Number((60.0).into())
        );
        assert!(matches!(of_serial(f64::NAN, last), RawValue::Number(_)));
    }

    #[test]
    fn dates_and_times_of_ods_are_read() {
        assert_eq!(of_iso_date("2022-08-29"), moment(Some((2022, 8, 29)), 0, 0));
        let both = of_iso_date("2022-08-29T14:05:00");
        assert_eq!(both, moment(Some((2022, 8, 29)), 14, 5));
        assert_eq!(of_iso_duration("PT08H30M00S"), moment(None, 8, 30));
        assert_eq!(of_iso_duration("P1D"), RawValue::Text("P1D".into()));
        assert_eq!(
            of_iso_date("2022-02-31"),
            RawValue::Text("2022-02-31".into())
        );
    }
}
