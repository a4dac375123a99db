//! Marks: `x` and its like, and the dash that leaves a cell empty on purpose.

use super::show::show;
use crate::import::text::fold;
use crate::import::workbook::RawValue;

/// `x` and its like for yes, a dash and its like for no.
pub(super) fn parse_mark(raw: &RawValue) -> Option<bool> {
    let text = match raw {
        RawValue::Truth(truth) => return Some(*truth),
        RawValue::Text(_) | RawValue::Number(_) => show(raw),
        RawValue::Moment(_) | RawValue::Error(_) => return None,
    };
    match fold(&text).as_str() {
        "x" | "v" | "1" | "co" | "+" | "☑" | "☒" | "✓" | "✔" | "√" => {
            Some(true)
        }
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
        RawValue::Text(text.into())
    }

    #[test]
    fn a_mark_is_an_x_or_its_like() {
        for yes in ["x", "X", "v", "☑", "1", "có", "Có.", "+"] {
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
        fn no_content_makes_it_panic(typed: String, number: f64) {
            let _ = parse_mark(&text(&typed));
            let _ = parse_mark(&RawValue::Number(number.into()));
        }
    }
}
