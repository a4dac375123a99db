//! Dates and times as the readers hand them over.

use super::form::MomentForm;
use super::{DateParts, Moment, Number, RawValue};
use crate::model::{FullDate, TimeOfDay};

/// Year, month, day, hour, minute, second and millisecond, as calamine counts them out.
type Parts = (u16, u8, u8, u8, u8, u8, u16);

/// Days and times of Excel: a serial number that counts days, in the form of its cell.
///
/// What the form hides is not read: neither the time of a date nor the day of a time.
/// Below one day it is a mere time. What is no day of the calendar stays a number that
/// is shown as Excel shows it, and whoever wants a date says so.
pub(super) fn of_serial(serial: f64, parts: Parts, form: MomentForm) -> RawValue {
    let (year, month, day, hour, minute, ..) = parts;
    let number = |shown: Option<String>| {
        let shown = shown.map(|it| Box::new(it.into()));
        let value = serial;
        RawValue::Number(Number { value, shown })
    };
    let (hour, minute) = if form.has_time {
        (hour, minute)
    } else {
        (0, 0)
    };
    let Some(time) = TimeOfDay::new(hour, minute) else {
        return number(None);
    };
    let is_below_a_day = (0.0..1.0).contains(&serial);
    let moment = |date, time, shows| RawValue::Moment(Moment { date, time, shows });
    let Some(shows) = form.date else {
        return if form.is_elapsed && !is_below_a_day {
            number(elapsed(serial))
        } else if serial >= 0.0 {
            moment(None, time, DateParts::Full)
        } else {
            number(None)
        };
    };
    let date = FullDate::new(year, month, day);
    match date {
        // the first day of a book that counts from 1904
        Some(_) if is_below_a_day && !form.has_time => moment(date, time, shows),
        Some(_) if serial >= 1.0 => moment(date, time, shows),
        _ if is_below_a_day && form.has_time => moment(None, time, DateParts::Full),
        // what a formula that points at an empty cell shows
        _ if is_below_a_day => number(Some("00/01/1900".to_owned())),
        _ if (1.0..LAST_DAY).contains(&serial) && form != MomentForm::WHOLE => {
            number(Some(format!("{day:02}/{month:02}/{year}")))
        }
        _ => number(None),
    }
}

/// The day after 31/12/9999, the last of Excel.
const LAST_DAY: f64 = 2_958_466.0;

/// Hours that run on beyond a day, as `36:00`.
fn elapsed(serial: f64) -> Option<String> {
    let minutes = (serial * 24.0 * 60.0).round();
    let (hour, minute) = ((minutes / 60.0).floor(), minutes % 60.0);
    (0.0..LAST_DAY)
        .contains(&serial)
        .then(|| format!("{hour}:{minute:02}"))
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
        _ => RawValue::Text(text.into()),
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
        None => RawValue::Text(text.into()),
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

    const fn form(date: Option<DateParts>, has_time: bool) -> MomentForm {
        MomentForm {
            date,
            has_time,
            is_elapsed: false,
        }
    }

    fn number(value: f64, shown: &str) -> RawValue {
        let shown = Some(Box::new(shown.into()));
        RawValue::Number(Number { value, shown })
    }

    #[test]
    fn a_serial_of_a_day_or_more_is_a_date() {
        let opening = Some((2022, 8, 29));
        let day = of_serial(44_802.0, (2022, 8, 29, 0, 0, 0, 0), MomentForm::WHOLE);
        assert_eq!(day, moment(opening, 0, 0));
        let parts = (2022, 8, 29, 8, 30, 0, 0);
        let both = of_serial(44_802.354_166_666_664, parts, MomentForm::WHOLE);
        assert_eq!(both, moment(opening, 8, 30));
    }

    #[test]
    fn what_the_form_hides_is_not_read() {
        let parts = (2022, 8, 29, 8, 30, 0, 0);
        let serial = 44_802.354_166_666_664;
        let date = of_serial(serial, parts, form(Some(DateParts::Full), false));
        assert_eq!(date, moment(Some((2022, 8, 29)), 0, 0));
        let time = of_serial(serial, parts, form(None, true));
        assert_eq!(time, moment(None, 8, 30));
        let month = of_serial(serial, parts, form(Some(DateParts::MonthYear), false));
        let RawValue::Moment(month) = month else {
            panic!("{month:?}");
        };
        assert_eq!(month.shows, DateParts::MonthYear);
    }

    #[test]
    fn less_than_a_day_is_a_time() {
        let parts = (1899, 12, 31, 14, 0, 0, 0);
        let two = of_serial(0.583_333_333_333_333_3, parts, MomentForm::WHOLE);
        assert_eq!(two, moment(None, 14, 0));
        let first_of_1904 = (1904, 1, 1, 0, 0, 0, 0);
        let midnight = of_serial(0.0, first_of_1904, MomentForm::WHOLE);
        assert_eq!(midnight, moment(None, 0, 0));
        let day = of_serial(0.0, first_of_1904, form(Some(DateParts::Full), false));
        assert_eq!(day, moment(Some((1904, 1, 1)), 0, 0));
    }

    #[test]
    fn hours_beyond_a_day_are_a_number_that_is_shown_as_hours() {
        let elapsed = MomentForm {
            is_elapsed: true,
            ..form(None, true)
        };
        let long = of_serial(1.5, (1900, 1, 1, 12, 0, 0, 0), elapsed);
        assert_eq!(long, number(1.5, "36:00"));
        let short = of_serial(0.5, (1899, 12, 31, 12, 0, 0, 0), elapsed);
        assert_eq!(short, moment(None, 12, 0));
    }

    #[test]
    fn what_is_no_day_is_shown_as_excel_shows_it() {
        let date = form(Some(DateParts::Full), false);
        let nothing = of_serial(0.0, (1899, 12, 31, 0, 0, 0, 0), date);
        assert_eq!(nothing, number(0.0, "00/01/1900"));
        let no_leap_year = of_serial(60.0, (1900, 2, 29, 0, 0, 0, 0), date);
        assert_eq!(no_leap_year, number(60.0, "29/02/1900"));
        let late = of_serial(371_526.0, (2917, 3, 14, 0, 0, 0, 0), date);
        assert_eq!(late, number(371_526.0, "14/03/2917"));
        let never = of_serial(-1.0, (9999, 12, 31, 0, 0, 0, 0), date);
        assert_eq!(never, RawValue::Number((-1.0).into()));
    }

    #[test]
    fn a_serial_beyond_the_calendar_stays_a_number() {
        let of_serial = |serial, parts| of_serial(serial, parts, MomentForm::WHOLE);
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
