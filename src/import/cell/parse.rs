//! Contents to counts, dates, times and marks; knows neither places nor findings.
//!
//! Numbers with a word behind them ("25 phiếu") and dates in words would be read here.

use super::show::{is_midnight, show};
use crate::import::text::fold;
use crate::import::workbook::RawValue;
use crate::model::{FullDate, PartialDate, TimeOfDay};

pub(super) fn parse_count(raw: &RawValue) -> Option<u32> {
    match raw {
        RawValue::Text(text) => parse_digits(text),
        RawValue::Number(number) => whole(number.value),
        RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_) => None,
    }
}

/// A whole number of a cell; its decimal form decides, since nothing is rounded here.
fn whole(number: f64) -> Option<u32> {
    // the sum turns -0 into 0
    (number + 0.0).to_string().parse().ok()
}

/// Digits alone; signs, spaces and points are not counts.
fn parse_digits<T: std::str::FromStr>(text: &str) -> Option<T> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

pub(super) fn parse_date(raw: &RawValue) -> Option<PartialDate> {
    match raw {
        RawValue::Moment(moment) => moment.date.map(PartialDate::Full),
        RawValue::Number(number) => {
            let year = u16::try_from(whole(number.value)?).ok()?;
            PartialDate::of_year(year)
        }
        RawValue::Text(text) => parse_date_text(text),
        RawValue::Truth(_) | RawValue::Error(_) => None,
    }
}

/// `d/m/yyyy`, `m/yyyy` or `yyyy`, with `/`, `.` or `-`; the year has four digits, as
/// nothing tells 1922 from 2022.
fn parse_date_text(text: &str) -> Option<PartialDate> {
    let separator = text.chars().find(|it| matches!(it, '/' | '.' | '-'));
    let parts: Vec<&str> = text
        .split(separator.unwrap_or('/'))
        .map(str::trim)
        .collect();
    let short = |part: &str| match part.len() {
        1 | 2 => parse_digits::<u8>(part),
        _ => None,
    };
    let year = |part: &str| match part.len() {
        4 => parse_digits::<u16>(part),
        _ => None,
    };
    match parts.as_slice() {
        [y] => PartialDate::of_year(year(y)?),
        [m, y] => PartialDate::of_month(year(y)?, short(m)?),
        [d, m, y] => FullDate::new(year(y)?, short(m)?, short(d)?).map(PartialDate::Full),
        _ => None,
    }
}

pub(super) fn parse_time(raw: &RawValue) -> Option<TimeOfDay> {
    match raw {
        RawValue::Moment(moment) => {
            let is_mere_date = moment.date.is_some() && is_midnight(*moment);
            (!is_mere_date).then_some(moment.time)
        }
        RawValue::Text(text) => parse_time_text(text),
        RawValue::Number(_) | RawValue::Truth(_) | RawValue::Error(_) => None,
    }
}

/// `14 giờ 00`, `14 giờ 00 phút`, `8 giờ`, `14h30`, `14:30`, `14:30:00`.
fn parse_time_text(text: &str) -> Option<TimeOfDay> {
    let words = runs(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (hour, minute) = match words.as_slice() {
        [hour, sign] if is_hour(sign) => (hour, &"0"),
        [hour, sign, minute] if is_hour(sign) || *sign == ":" => (hour, minute),
        [hour, sign, minute, last] if is_hour(sign) && is_minute(last) => (hour, minute),
        [hour, ":", minute, ":", seconds] if parse_digits::<u8>(seconds).is_some() => {
            (hour, minute)
        }
        _ => return None,
    };
    TimeOfDay::new(parse_digits(hour)?, parse_digits(minute)?)
}

/// Runs of digits and of other signs, without spaces.
fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let is_digit = |it: char| it.is_ascii_digit();
    for sign in text.chars().filter(|it| !it.is_whitespace()) {
        match runs.last_mut() {
            Some(run) if run.ends_with(is_digit) == is_digit(sign) => run.push(sign),
            _ => runs.push(sign.to_string()),
        }
    }
    runs
}

fn is_hour(word: &str) -> bool {
    matches!(fold(word).as_str(), "gio" | "h" | "g")
}

fn is_minute(word: &str) -> bool {
    matches!(fold(word).as_str(), "phut" | "ph" | "p")
}

/// `x` and its like for yes, a dash and its like for no.
pub(super) fn parse_mark(raw: &RawValue) -> Option<bool> {
    let text = match raw {
        RawValue::Truth(truth) => return Some(*truth),
        RawValue::Text(_) | RawValue::Number(_) => show(raw),
        RawValue::Moment(_) | RawValue::Error(_) => return None,
    };
    match fold(&text).as_str() {
        "x" | "v" | "1" | "co" | "☑" | "☒" | "✓" | "✔" | "√" => Some(true),
        "0" | "khong" | "☐" | "-" | "–" | "—" => Some(false),
        _ => None,
    }
}

pub(super) fn is_dash(text: &str) -> bool {
    matches!(text, "-" | "–" | "—")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(text: &str) -> RawValue {
        RawValue::Text(text.to_owned())
    }

    fn full(year: u16, month: u8, day: u8) -> Option<PartialDate> {
        FullDate::new(year, month, day).map(PartialDate::Full)
    }

    #[test]
    fn a_count_is_whole_and_not_negative() {
        assert_eq!(parse_count(&RawValue::Number((25.0).into())), Some(25));
        assert_eq!(parse_count(&RawValue::Number((-0.0).into())), Some(0));
        assert_eq!(parse_count(&text("025")), Some(25));
        assert_eq!(parse_count(&RawValue::Number((-1.0).into())), None);
        assert_eq!(parse_count(&RawValue::Number((14.5).into())), None);
        assert_eq!(
            parse_count(&RawValue::Number((4_294_967_296.0).into())),
            None
        );
        assert_eq!(parse_count(&RawValue::Number((f64::NAN).into())), None);
        assert_eq!(parse_count(&text("hai mươi")), None);
        assert_eq!(parse_count(&text("+5")), None);
        assert_eq!(parse_count(&RawValue::Truth(true)), None);
    }

    #[test]
    fn a_date_is_as_full_as_it_was_typed() {
        let date = |typed| parse_date(&text(typed));
        assert_eq!(date("05/9/1984"), full(1984, 9, 5));
        assert_eq!(date("5.9.1984"), full(1984, 9, 5));
        assert_eq!(date("5 - 9 - 1984"), full(1984, 9, 5));
        assert_eq!(date("9/1984"), PartialDate::of_month(1984, 9));
        assert_eq!(date("1984"), PartialDate::of_year(1984));
        let year = parse_date(&RawValue::Number((1984.0).into()));
        assert_eq!(year, PartialDate::of_year(1984));
    }

    #[test]
    fn a_day_that_the_calendar_lacks_is_no_date() {
        let date = |typed| parse_date(&text(typed));
        assert_eq!(date("31/02/1984"), None);
        assert_eq!(date("29/02/2022"), None);
        assert_eq!(date("13/1984"), None);
        assert_eq!(date("5/9/84"), None, "1984 or 2084");
        assert_eq!(date("5/9-1984"), None);
        assert_eq!(date("1899"), None);
        assert_eq!(
            parse_date(&RawValue::Number((30_742.0).into())),
            None,
            "a bare serial"
        );
        assert_eq!(parse_date(&RawValue::Number((1e300).into())), None);
    }

    #[test]
    fn a_time_is_read_in_the_ways_that_minutes_write_it() {
        let time = |typed| parse_time(&text(typed));
        let two = TimeOfDay::new(14, 0);
        let half_past = TimeOfDay::new(14, 30);
        assert_eq!(time("14 giờ 00"), two);
        assert_eq!(time("14 giờ 00 phút"), two);
        assert_eq!(time("14 giờ"), two);
        assert_eq!(time("14h"), two);
        assert_eq!(time("14h30"), half_past);
        assert_eq!(time("14g30'"), None);
        assert_eq!(time("14:30"), half_past);
        assert_eq!(time("14:30:59"), half_past);
        assert_eq!(time("08 GIỜ 05 PHÚT"), TimeOfDay::new(8, 5));
        assert_eq!(time("24 giờ"), None);
        assert_eq!(time("8:60"), None);
        assert_eq!(time("14"), None);
        assert_eq!(time("buổi chiều"), None);
    }

    #[test]
    fn a_mark_is_an_x_or_its_like() {
        for yes in ["x", "X", "v", "☑", "1", "có", "Có."] {
            assert_eq!(parse_mark(&text(yes)), Some(true), "{yes}");
        }
        for no in ["-", "–", "không", "0"] {
            assert_eq!(parse_mark(&text(no)), Some(false), "{no}");
        }
        assert_eq!(parse_mark(&RawValue::Number((1.0).into())), Some(true));
        assert_eq!(parse_mark(&text("xx")), None);
        assert_eq!(parse_mark(&RawValue::Number((2.0).into())), None);
    }

    proptest! {
        #[test]
        fn a_count_is_read_back(count: u32) {
            prop_assert_eq!(parse_count(&text(&count.to_string())), Some(count));
            let number = RawValue::Number((f64::from(count)).into());
            prop_assert_eq!(parse_count(&number), Some(count));
        }

        #[test]
        fn any_full_date_is_read_back(year in 1900u16..=2199, month in 1u8..=12, day in 1u8..=31) {
            let typed = text(&format!("{day}/{month:02}/{year}"));
            prop_assert_eq!(parse_date(&typed), full(year, month, day));
        }

        #[test]
        fn any_time_is_read_back(hour in 0u8..24, minute in 0u8..60) {
            let typed = text(&format!("{hour} giờ {minute:02} phút"));
            prop_assert_eq!(parse_time(&typed), TimeOfDay::new(hour, minute));
        }

        #[test]
        fn no_content_makes_a_reader_panic(typed: String, number: f64) {
            for raw in [text(&typed), RawValue::Number((number).into())] {
                let _ = (parse_count(&raw), parse_date(&raw), parse_time(&raw));
                let _ = (parse_mark(&raw), show(&raw));
            }
        }
    }
}
