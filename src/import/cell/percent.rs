//! Contents to percentages, in the form `92,31%`.

use super::show::{show, show_rounded};
use crate::import::text::on_one_line;
use crate::import::workbook::RawValue;

/// A percentage as the sheet shows it; where that is not known, up to 1 a number is
/// taken for a share, as cells in the form of a percentage hold it, and above for the
/// percentage itself. What is no percentage stays as typed.
pub(super) fn percentage(raw: &RawValue) -> String {
    match raw {
        RawValue::Number(number) => {
            let shown = number.shown.as_deref().and_then(|it| of_shown(it));
            shown.unwrap_or_else(|| of_number(number.value))
        }
        RawValue::Text(text) => {
            let text = on_one_line(text);
            of_shown(&text)
                .or_else(|| of_bare(&text))
                .or_else(|| of_fraction(&text))
                .unwrap_or(text)
        }
        RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_) => show(raw),
    }
}

fn of_number(number: f64) -> String {
    let is_share = (0.0..=1.0).contains(&number);
    let percent = if is_share { number * 100.0 } else { number };
    format!("{}%", show_rounded(percent))
}

/// `92,31%`, `92.31 %`.
fn of_shown(text: &str) -> Option<String> {
    let (whole, decimals) = decimal(text.trim().strip_suffix('%')?)?;
    Some(join(whole, decimals))
}

/// `92,31`; below 2 nobody knows whether it is a share.
fn of_bare(text: &str) -> Option<String> {
    let (whole, decimals) = decimal(text)?;
    let is_percent = (2..=100).contains(&whole.parse::<u32>().ok()?);
    (is_percent && decimals.len() <= 2).then(|| join(whole, decimals))
}

/// Digits before and behind the decimal mark.
fn decimal(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (whole, decimals) = text.split_once([',', '.']).unwrap_or((text, "0"));
    let is_number = |part: &str| {
        (1..=9).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_digit())
    };
    let is_decimal = is_number(whole) && is_number(decimals);
    is_decimal.then_some((whole, if text == whole { "" } else { decimals }))
}

fn join(whole: &str, decimals: &str) -> String {
    if decimals.is_empty() {
        format!("{whole}%")
    } else {
        format!("{whole},{decimals}%")
    }
}

/// `24/26`, rounded half up to two decimals.
fn of_fraction(text: &str) -> Option<String> {
    let (part, whole) = text.split_once('/')?;
    let part: u32 = part.trim().parse().ok()?;
    let whole: u32 = whole.trim().parse().ok()?;
    if part > whole || whole == 0 {
        return None;
    }
    let (part, whole) = (u64::from(part), u64::from(whole));
    let hundredths = (part * 20_000 + whole) / (whole * 2);
    let decimals = format!("{:02}", hundredths % 100);
    let whole = (hundredths / 100).to_string();
    Some(join(&whole, decimals.trim_end_matches('0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::workbook::Number;
    use proptest::prelude::*;

    fn typed(text: &str) -> String {
        percentage(&RawValue::Text(text.into()))
    }

    #[test]
    fn a_text_is_read_in_each_way_of_writing_it() {
        for text in ["92,31%", "92.31 %", " 92,31", "92.31", "24/26", "24 / 26"] {
            assert_eq!(typed(text), "92,31%", "{text}");
        }
        assert_eq!(typed("100 %"), "100%");
        assert_eq!(typed("26/26"), "100%");
        assert_eq!(typed("1/2"), "50%");
        assert_eq!(typed("0%"), "0%");
    }

    #[test]
    fn what_is_no_sure_percentage_stays_as_typed() {
        for text in [
            "0,9231", "1", "cao", "92,31,5%", "26/24", "0/0", "%", "-5%", "105",
        ] {
            assert_eq!(typed(text), text);
        }
    }

    #[test]
    fn a_number_is_read_as_the_sheet_shows_it() {
        let number = |value: f64, shown: Option<&str>| {
            let shown = shown.map(|it| Box::new(it.into()));
            percentage(&RawValue::Number(Number { value, shown }))
        };
        assert_eq!(number(0.923_076_9, Some("92,31%")), "92,31%");
        assert_eq!(number(0.923_076_9, Some("92%")), "92%");
        assert_eq!(number(0.005, Some("0,50%")), "0,50%");
        assert_eq!(number(0.9231, None), "92,31%");
        assert_eq!(number(92.31, None), "92,31%");
        assert_eq!(number(92.31, Some("92,31")), "92,31%");
        assert_eq!(number(1.0, None), "100%");
    }

    proptest! {
        #[test]
        fn no_content_makes_it_panic(text: String, signs in "[0-9/,.% ]{0,12}", value: f64) {
            let _ = (typed(&text), typed(&signs));
            let _ = percentage(&RawValue::Number(value.into()));
        }

        #[test]
        fn a_percentage_is_read_back(whole in 2u8..=100, hundredths in 0u8..100) {
            let expected = format!("{whole},{hundredths:02}%");
            for text in [
                format!("{whole},{hundredths:02}%"),
                format!("{whole}.{hundredths:02} %"),
                format!("{whole},{hundredths:02}"),
            ] {
                prop_assert_eq!(typed(&text), expected.clone());
            }
        }
    }
}
