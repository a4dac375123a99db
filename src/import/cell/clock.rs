//! Contents to times of day.

use super::show::is_midnight;
use crate::import::text::fold;
use crate::import::workbook::RawValue;
use crate::model::TimeOfDay;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

pub(super) fn parse_time(raw: &RawValue) -> Option<TimeOfDay> {
    match raw {
        RawValue::Moment(moment) => {
            let is_mere_date = moment.date.is_some() && is_midnight(*moment);
            (!is_mere_date).then_some(moment.time)
        }
        RawValue::Text(text) => of_text(text),
        RawValue::Number(number) => of_share(number.value),
        RawValue::Truth(_) | RawValue::Error(_) => None,
    }
}

/// A share of a day, as Excel keeps a time that lost its form; to the nearest minute.
fn of_share(share: f64) -> Option<TimeOfDay> {
    if !(0.0..1.0).contains(&share) {
        return None;
    }
    let minutes: u16 = format!("{:.0}", share * f64::from(DAY)).parse().ok()?;
    let hour = u8::try_from(minutes / 60).ok()?;
    let minute = u8::try_from(minutes % 60).ok()?;
    TimeOfDay::new(hour, minute)
}

/// `14 giờ 00`, `14 giờ 00 phút`, `lúc 8 giờ`, `8h00'`, `14g30`, `14:30`, `14:30:00`.
/// Not `8.30`, which may be a part of an hour.
fn of_text(text: &str) -> Option<TimeOfDay> {
    let runs = runs(text);
    let words: Vec<&str> = runs.iter().map(String::as_str).collect();
    let words = match words.as_slice() {
        [first, rest @ ..] if matches!(fold(first).as_str(), "luc" | "hoi") => rest,
        all => all,
    };
    let (hour, minute) = match words {
        [hour, sign] if is_hour(sign) => (hour, &"0"),
        [hour, sign, minute] if is_hour(sign) || *sign == ":" => (hour, minute),
        [hour, sign, minute, last] if is_hour(sign) && is_minute(last) => (hour, minute),
        [hour, ":", minute, ":", seconds] if digits(seconds).is_some() => (hour, minute),
        _ => return None,
    };
    TimeOfDay::new(digits(hour)?, digits(minute)?)
}

/// One or two digits.
fn digits(text: &str) -> Option<u8> {
    let is_number = text.len() <= 2 && text.bytes().all(|it| it.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
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
    is_word(word) && matches!(fold(word).as_str(), "gio" | "h" | "g")
}

fn is_minute(word: &str) -> bool {
    matches!(word, "'" | "’" | "′")
        || (is_word(word) && matches!(fold(word).as_str(), "phut" | "ph" | "p"))
}

/// Letters alone: a key forgets the signs between them.
fn is_word(text: &str) -> bool {
    text.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn time(typed: &str) -> Option<TimeOfDay> {
        parse_time(&RawValue::Text(typed.into()))
    }

    #[test]
    fn a_time_is_read_in_the_ways_that_minutes_write_it() {
        let two = TimeOfDay::new(14, 0);
        let half_past = TimeOfDay::new(14, 30);
        for text in [
            "14 giờ 00",
            "14 giờ 00 phút",
            "14 giờ",
            "14h",
            "Lúc 14 giờ 00'",
        ] {
            assert_eq!(time(text), two, "{text}");
        }
        for text in ["14h30", "14g30", "14g30'", "14h30’", "14:30", "14:30:59"] {
            assert_eq!(time(text), half_past, "{text}");
        }
        assert_eq!(time("08 GIỜ 05 PHÚT"), TimeOfDay::new(8, 5));
        for text in [
            "24 giờ",
            "8:60",
            "14",
            "8.30",
            "8 giờ rưỡi",
            "buổi chiều",
            "8h+5",
        ] {
            assert_eq!(time(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_below_one_is_a_share_of_the_day() {
        let time = |share: f64| parse_time(&RawValue::Number(share.into()));
        assert_eq!(time(0.583_333_333_333), TimeOfDay::new(14, 0));
        assert_eq!(time(0.583), TimeOfDay::new(14, 0));
        assert_eq!(time(0.0), TimeOfDay::new(0, 0));
        for no in [1.0, 8.5, -0.5, 0.999_99, f64::NAN] {
            assert_eq!(time(no), None, "{no}");
        }
    }

    proptest! {
        #[test]
        fn any_time_is_read_back(hour in 0u8..24, minute in 0u8..60) {
            for text in [
                format!("{hour} giờ {minute:02} phút"),
                format!("{hour:02}h{minute:02}"),
                format!("{hour}:{minute:02}"),
                format!("{hour}g{minute:02}'"),
            ] {
                prop_assert_eq!(time(&text), TimeOfDay::new(hour, minute), "{}", text);
            }
        }

        #[test]
        fn no_content_makes_it_panic(text: String, value: f64) {
            let _ = (time(&text), parse_time(&RawValue::Number(value.into())));
        }
    }
}
