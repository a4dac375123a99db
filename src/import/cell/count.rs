//! Contents to whole numbers; nothing is rounded and nothing estimated.

use crate::import::text::{fold, on_one_line};
use crate::import::workbook::{RawValue, general};

/// A count, with what was counted, out of how many, and in words: `25`, `25 phiếu`,
/// `25/25 phiếu`, `25 (hai mươi lăm) phiếu`, `1.234`; "không" and "không có" are none.
pub(super) fn parse_count(raw: &RawValue) -> Option<u32> {
    match raw {
        RawValue::Text(text) => of_text(&on_one_line(text)),
        RawValue::Number(number) => whole(number.value),
        RawValue::Moment(_) | RawValue::Truth(_) | RawValue::Error(_) => None,
    }
}

/// A whole number of a cell, by the fifteen digits that Excel keeps.
fn whole(number: f64) -> Option<u32> {
    // the sum turns -0 into 0
    general(number + 0.0).parse().ok()
}

fn of_text(text: &str) -> Option<u32> {
    if is_none(text) {
        return Some(0);
    }
    let (count, rest) = leading_number(text)?;
    let rest = match rest.trim_start().strip_prefix('/') {
        Some(behind) => {
            let (all, rest) = leading_number(behind.trim_start())?;
            (all >= count).then_some(rest)?
        }
        None => rest,
    };
    let (unit, aside, end) = split_aside(rest)?;
    let is_count = is_unit(unit) && is_unit(end);
    (is_count && aside.is_none_or(|aside| says(aside, count))).then_some(count)
}

/// "Không", "Không có", "Không có phiếu nào".
fn is_none(text: &str) -> bool {
    let key = fold(text);
    let bare = key.strip_suffix("nao").unwrap_or(&key);
    let whole = ["khong", "khongco", "khongphieu", "khongcophieu"];
    let others = ["khongdongchi", "khongcodongchi", "khongcoai"];
    !text.contains(|it: char| it.is_ascii_digit())
        && (whole.contains(&bare) || others.contains(&bare))
}

/// Digits, in groups of three where dots part them, and what follows.
fn leading_number(text: &str) -> Option<(u32, &str)> {
    let end = |text: &str| {
        text.find(|it: char| !it.is_ascii_digit())
            .unwrap_or(text.len())
    };
    let (first, mut rest) = text.split_at(end(text));
    let mut digits = first.to_owned();
    let has_groups = (1..=3).contains(&first.len()) && !first.starts_with('0');
    while let Some(group) = rest.strip_prefix('.').filter(|_| has_groups) {
        let (group, behind) = group.split_at(end(group));
        if group.len() != 3 {
            break;
        }
        digits.push_str(group);
        rest = behind;
    }
    Some((digits.parse().ok()?, rest))
}

/// What stands before, in and behind parentheses; none if they do not pair.
fn split_aside(text: &str) -> Option<(&str, Option<&str>, &str)> {
    let Some((before, rest)) = text.split_once('(') else {
        return Some((text, None, ""));
    };
    let (aside, behind) = rest.split_once(')')?;
    Some((before, Some(aside), behind))
}

/// Whether a text is empty, a full stop, or what votes and people are counted in.
fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 14] = [
        "phieu",
        "laphieu",
        "phieubau",
        "dongchi",
        "dc",
        "dchi",
        "dangvien",
        "dv",
        "nguoi",
        "daibieu",
        "ikien",
        "ban",
        "bo",
        "phieuthuan",
    ];
    let text = text.trim();
    let is_plain = |it: char| it.is_alphabetic() || matches!(it, ' ' | '/' | '.');
    text.is_empty()
        || text == "."
        || (text.chars().all(is_plain) && UNITS.contains(&fold(text).as_str()))
}

/// Whether an aside says the count once more, or its share.
fn says(aside: &str, count: u32) -> bool {
    let is_share = aside.trim().strip_suffix('%').is_some_and(|share| {
        let mut signs = share.trim().chars().filter(|it| !it.is_ascii_digit());
        share.contains(|it: char| it.is_ascii_digit())
            && signs.next().is_none_or(|it| it == ',' || it == '.')
            && signs.next().is_none()
    });
    is_share || of_digits(aside) == Some(count) || of_words(aside) == Some(count)
}

fn of_digits(aside: &str) -> Option<u32> {
    let (number, unit) = leading_number(aside.trim())?;
    is_unit(unit).then_some(number)
}

/// "Hai mươi lăm", up to 999.
fn of_words(text: &str) -> Option<u32> {
    let mut sum = 0;
    let mut digit = None;
    let mut words = text.split_whitespace();
    let mut rest = words.clone();
    while let Some(word) = words.next() {
        match fold(word).as_str() {
            "muoi" => sum += digit.take().unwrap_or(1) * 10,
            "tram" => sum += digit.take()? * 100,
            "linh" | "le" if digit.is_none() => {}
            word => match digit_of(word) {
                Some(value) if digit.is_none() => digit = Some(value),
                _ => break,
            },
        }
        rest = words.clone();
    }
    let unit = rest.collect::<Vec<_>>().join(" ");
    is_unit(&unit).then(|| sum + digit.unwrap_or_default())
}

fn digit_of(word: &str) -> Option<u32> {
    Some(match word {
        "khong" => 0,
        "mot" => 1,
        "hai" => 2,
        "ba" => 3,
        "bon" | "tu" => 4,
        "nam" | "lam" | "nham" => 5,
        "sau" => 6,
        "bai" => 7,
        "tam" => 8,
        "chin" => 9,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(value: f64) -> Option<u32> {
        parse_count(&RawValue::Number(value.into()))
    }

    fn typed(text: &str) -> Option<u32> {
        parse_count(&RawValue::Text(text.into()))
    }

    #[test]
    fn a_count_is_whole_and_not_negative() {
        assert_eq!(number(25.0), Some(25));
        assert_eq!(number(-0.0), Some(0));
        assert_eq!(number(0.1 * 250.0), Some(25));
        assert_eq!(
            number(24.999_999_999_999_996),
            Some(25),
            "as Excel shows it"
        );
        for no in [-1.0, 14.5, 4_294_967_296.0, f64::NAN, f64::INFINITY, 1e300] {
            assert_eq!(number(no), None, "{no}");
        }
        assert_eq!(parse_count(&RawValue::Truth(true)), None);
    }

    #[test]
    fn a_count_may_say_what_was_counted_and_out_of_how_many() {
        for text in [
            "25",
            "025",
            " 25 ",
            "25 phiếu",
            "25phiếu",
            "25 PHIẾU.",
            "25 đồng chí",
            "25 đ/c",
            "25 đ/c.",
            "25 đảng viên",
            "25/25",
            "25 / 26",
            "25/25 phiếu",
            "25 phiếu (100%)",
            "25 (92,31%)",
            "25 (92.31 %)",
            "25 (hai mươi lăm)",
            "25 (Hai mươi lăm phiếu)",
            "25 (hai mươi lăm) phiếu",
            "25\nphiếu",
            "25.",
        ] {
            assert_eq!(typed(text), Some(25), "{text}");
        }
        assert_eq!(typed("1.234"), Some(1234));
        for text in ["không", "Không", "không có", "Không có phiếu nào", "KHÔNG."]
        {
            assert_eq!(typed(text), Some(0), "{text}");
        }
        assert_eq!(typed("1.234 phiếu"), Some(1234));
        assert_eq!(typed("03 (ba) bản"), Some(3));
        assert_eq!(typed("115 (một trăm mười lăm)"), Some(115));
        assert_eq!(typed("105 (một trăm linh năm)"), Some(105));
    }

    #[test]
    fn what_is_no_sure_count_is_none() {
        for text in [
            "",
            "không rõ",
            "không đồng ý",
            "chưa có",
            "không 1",
            "hai mươi",
            "-1",
            "+5",
            "~25",
            "25-26",
            "25 – 26",
            "25,5",
            "25.5",
            "2.5 phiếu",
            "0.123",
            "1.2345",
            "1 234",
            "25/24",
            "25/",
            "25 %",
            "25%",
            "25+ phiếu",
            "25 hoặc 26",
            "25 (hai mươi sáu)",
            "25 (vắng 1)",
            "25 (",
            "25 cái bàn",
            "1/1/2000",
            "5000000000",
            "x",
            "25 26",
            "25()",
        ] {
            assert_eq!(typed(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_count_is_read_back(count: u32, more in 0u32..100) {
            let all = count.saturating_add(more);
            for text in [
                format!("{count}"),
                format!(" {count} phiếu"),
                format!("{count}/{all}"),
                format!("{count} ({count})"),
                format!("00{count} đồng chí"),
            ] {
                prop_assert_eq!(typed(&text), Some(count), "{}", text);
            }
            prop_assert_eq!(number(f64::from(count)), Some(count));
        }

        #[test]
        fn no_content_makes_it_panic(text: String, signs in "[0-9 ./(),%a-zđ]{0,12}", value: f64) {
            let _ = (typed(&text), typed(&signs), number(value));
        }
    }
}
