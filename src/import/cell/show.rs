//! What a cell shows, as Vietnam writes it.

use crate::import::workbook::{DateParts, Moment, RawValue, general};
use std::borrow::Cow;
use std::sync::Arc;

/// A value as text, with the decimal comma and dates as Vietnam writes them.
pub(in crate::import) fn show(raw: &RawValue) -> String {
    match raw {
        // most texts have one line, which is seen faster than it is replaced
        RawValue::Text(text) if !has_lines(text) => String::from(&**text),
        RawValue::Text(text) => text.replace('\n', " "),
        RawValue::Error(text) => text.to_string(),
        RawValue::Number(number) => match &number.shown {
            Some(shown) => shown.to_string(),
            None => general(number.value),
        },
        RawValue::Moment(moment) => show_moment(*moment),
        RawValue::Truth(true) => "TRUE".to_owned(),
        RawValue::Truth(false) => "FALSE".to_owned(),
    }
}

/// A value as a paper prints it: thousands of a number are parted ("3.000"); a text stays
/// as it was typed.
pub(super) fn show_figure(raw: &RawValue) -> String {
    let shown = show(raw);
    match raw {
        RawValue::Number(_) => grouped(&shown),
        RawValue::Text(_)
        | RawValue::Moment(_)
        | RawValue::Truth(_)
        | RawValue::Error(_) => shown,
    }
}

/// The number with a dot before each three digits of its whole part.
fn grouped(number: &str) -> String {
    let (whole, rest) = number.split_at(number.find(',').unwrap_or(number.len()));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if !digits.bytes().all(|it| it.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut parted = String::from(if digits == whole { "" } else { "-" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            parted.push('.');
        }
        parted.push(digit);
    }
    parted + rest
}

/// A value as text, borrowed where the cell holds it as it is shown.
pub(super) fn look(raw: &RawValue) -> Cow<'_, str> {
    match raw {
        RawValue::Text(text) if !has_lines(text) => Cow::Borrowed(text),
        RawValue::Text(_)
        | RawValue::Number(_)
        | RawValue::Moment(_)
        | RawValue::Truth(_)
        | RawValue::Error(_) => Cow::Owned(show(raw)),
    }
}

/// A value as text, shared with the cell where that holds it as it is shown.
pub(super) fn share(raw: &RawValue) -> Arc<str> {
    match raw {
        RawValue::Text(text) if !has_lines(text) => Arc::clone(text),
        RawValue::Text(_)
        | RawValue::Number(_)
        | RawValue::Moment(_)
        | RawValue::Truth(_)
        | RawValue::Error(_) => show(raw).into(),
    }
}

fn has_lines(text: &str) -> bool {
    text.as_bytes().contains(&b'\n')
}

/// At most two decimals.
pub(super) fn show_rounded(number: f64) -> String {
    let rounded = format!("{number:.2}");
    let short = rounded.trim_end_matches('0').trim_end_matches('.');
    short.replace('.', ",")
}

/// A date shows the parts that its cell shows: Excel made up the others.
fn show_moment(moment: Moment) -> String {
    let time = format!("{:02}:{:02}", moment.time.hour(), moment.time.minute());
    let Some(date) = moment.date else {
        return time;
    };
    let (day, month, year) = (date.day(), date.month(), date.year());
    let date = match moment.shows {
        DateParts::Full => format!("{day:02}/{month:02}/{year}"),
        DateParts::MonthYear => format!("{month:02}/{year}"),
        DateParts::Year => year.to_string(),
        DateParts::NoYear => format!("{day:02}/{month:02}"),
    };
    if is_midnight(moment) {
        date
    } else {
        format!("{date} {time}")
    }
}

pub(super) fn is_midnight(moment: Moment) -> bool {
    (moment.time.hour(), moment.time.minute()) == (0, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::workbook::DateParts;
    use crate::model::{FullDate, TimeOfDay};

    #[test]
    fn a_number_is_shown_as_excel_shows_it_in_vietnam() {
        let number = |value| show(&RawValue::Number(f64::into(value)));
        assert_eq!(number(4.0), "4");
        assert_eq!(number(98.6), "98,6");
        assert_eq!(number(0.1 + 0.2), "0,3");
        assert_eq!(number(51_236_280.0), "51236280");
        assert_eq!(number(1e300), "1e300");
    }

    #[test]
    fn a_figure_has_its_thousands_parted() {
        let number = |value| show_figure(&RawValue::Number(f64::into(value)));
        assert_eq!(number(3000.0), "3.000");
        assert_eq!(number(999.0), "999");
        assert_eq!(number(1_234_567.5), "1.234.567,5");
        assert_eq!(number(-45_000.0), "-45.000");
        assert_eq!(number(1e300), "1e300");
        assert_eq!(show_figure(&RawValue::Text("3000".into())), "3000");
    }

    #[test]
    fn a_percentage_has_two_decimals_at_most() {
        assert_eq!(show_rounded(100.0), "100");
        assert_eq!(show_rounded(0.0), "0");
        assert_eq!(show_rounded(0.909_1 * 100.0), "90,91");
    }

    #[test]
    fn a_moment_shows_what_it_has() {
        let moment = |date, hour, minute| {
            show(&RawValue::Moment(Moment {
                date,
                time: TimeOfDay::new(hour, minute).unwrap(),
                shows: DateParts::Full,
            }))
        };
        let day = FullDate::new(2022, 9, 5);
        assert_eq!(moment(day, 0, 0), "05/09/2022");
        assert_eq!(moment(day, 8, 5), "05/09/2022 08:05");
        assert_eq!(moment(None, 8, 5), "08:05");
    }

    #[test]
    fn a_date_shows_what_its_cell_shows() {
        let shown = |shows| {
            show(&RawValue::Moment(Moment {
                date: FullDate::new(1984, 9, 5),
                time: TimeOfDay::new(0, 0).unwrap(),
                shows,
            }))
        };
        assert_eq!(shown(DateParts::Full), "05/09/1984");
        assert_eq!(shown(DateParts::MonthYear), "09/1984");
        assert_eq!(shown(DateParts::Year), "1984");
        assert_eq!(shown(DateParts::NoYear), "05/09");
    }
}
