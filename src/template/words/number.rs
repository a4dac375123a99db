//! Whole numbers and days in words.

use crate::model::FullDate;

const DIGITS: [&str; 10] = [
    "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín",
];

/// Groups of three digits, from the right.
const GROUPS: [&str; 4] = ["", " nghìn", " triệu", " tỷ"];

/// `ba`, `hai mươi mốt`, `một trăm linh năm`, `hai nghìn không trăm hai mươi hai`.
///
/// The words of the North, as the Party's papers have them: "nghìn" and not "ngàn",
/// "linh" and not "lẻ"; "tư" after "mươi".
pub(in crate::template) fn in_words(number: u32) -> String {
    let groups = [
        number / 1_000_000_000,
        number / 1_000_000 % 1_000,
        number / 1_000 % 1_000,
        number % 1_000,
    ];
    let mut words = String::new();
    for (group, name) in groups.into_iter().zip(GROUPS.into_iter().rev()) {
        if group == 0 {
            continue;
        }
        // what follows a larger group is read whole: "hai nghìn không trăm linh năm"
        let is_first = words.is_empty();
        if !is_first {
            words.push(' ');
        }
        words.push_str(&hundreds(group, is_first));
        words.push_str(name);
    }
    if words.is_empty() {
        digit(0).to_owned()
    } else {
        words
    }
}

/// `mùng năm tháng Chín năm hai nghìn không trăm hai mươi hai`: the first ten days are
/// "mùng", the fourth month is "Tư".
pub(in crate::template) fn date_in_words(date: FullDate) -> String {
    let day = u32::from(date.day());
    let first_days = if day <= 10 { "mùng " } else { "" };
    let month = match u32::from(date.month()) {
        4 => "tư".to_owned(),
        month => in_words(month),
    };
    let mut letters = month.chars();
    let initial = letters.next().into_iter().flat_map(char::to_uppercase);
    let month: String = initial.chain(letters).collect();
    let (day, year) = (in_words(day), in_words(u32::from(date.year())));
    format!("{first_days}{day} tháng {month} năm {year}")
}

/// Up to three digits; where they do not begin the number, also those that are nought.
fn hundreds(number: u32, is_first: bool) -> String {
    let (hundred, rest) = (number / 100, number % 100);
    let has_hundred = hundred > 0 || !is_first;
    match (has_hundred, rest) {
        (false, rest) => tens(rest),
        (true, 0) => format!("{} trăm", digit(hundred)),
        (true, 1..=9) => format!("{} trăm linh {}", digit(hundred), digit(rest)),
        (true, rest) => format!("{} trăm {}", digit(hundred), tens(rest)),
    }
}

/// One or two digits.
fn tens(number: u32) -> String {
    let (ten, unit) = (number / 10, number % 10);
    let tens = match ten {
        0 => return digit(unit).to_owned(),
        1 => "mười".to_owned(),
        ten => format!("{} mươi", digit(ten)),
    };
    match (ten, unit) {
        (_, 0) => tens,
        (2.., 1) => format!("{tens} mốt"),
        (2.., 4) => format!("{tens} tư"),
        (_, 5) => format!("{tens} lăm"),
        (_, unit) => format!("{tens} {}", digit(unit)),
    }
}

fn digit(digit: u32) -> &'static str {
    let index = usize::try_from(digit).ok();
    let word = index.and_then(|index| DIGITS.get(index));
    word.copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_said_as_they_are_read() {
        let known = [
            (0, "không"),
            (1, "một"),
            (4, "bốn"),
            (5, "năm"),
            (10, "mười"),
            (11, "mười một"),
            (14, "mười bốn"),
            (15, "mười lăm"),
            (20, "hai mươi"),
            (21, "hai mươi mốt"),
            (24, "hai mươi tư"),
            (25, "hai mươi lăm"),
            (91, "chín mươi mốt"),
            (100, "một trăm"),
            (101, "một trăm linh một"),
            (105, "một trăm linh năm"),
            (110, "một trăm mười"),
            (111, "một trăm mười một"),
            (115, "một trăm mười lăm"),
            (121, "một trăm hai mươi mốt"),
            (999, "chín trăm chín mươi chín"),
            (1_000, "một nghìn"),
            (1_005, "một nghìn không trăm linh năm"),
            (1_050, "một nghìn không trăm năm mươi"),
            (2_022, "hai nghìn không trăm hai mươi hai"),
            (9_999, "chín nghìn chín trăm chín mươi chín"),
            (10_001, "mười nghìn không trăm linh một"),
            (1_000_000, "một triệu"),
        ];
        for (number, words) in known {
            assert_eq!(in_words(number), words);
        }
    }

    #[test]
    fn the_first_ten_days_and_the_fourth_month_have_words_of_their_own() {
        let said =
            |year, month, day| date_in_words(FullDate::new(year, month, day).unwrap());
        assert_eq!(
            said(2022, 9, 5),
            "mùng năm tháng Chín năm hai nghìn không trăm hai mươi hai"
        );
        assert_eq!(
            said(2022, 8, 29),
            "hai mươi chín tháng Tám năm hai nghìn không trăm hai mươi hai"
        );
        assert_eq!(
            said(2025, 4, 10),
            "mùng mười tháng Tư năm hai nghìn không trăm hai mươi lăm"
        );
        assert_eq!(
            said(2026, 12, 31),
            "ba mươi mốt tháng Mười hai năm hai nghìn không trăm hai mươi sáu"
        );
    }

    /// The number that words say: each word adds its digit or multiplies what stands
    /// before it.
    fn read(words: &str) -> u32 {
        let (mut whole, mut group, mut digit) = (0, 0, 0);
        for word in words.split(' ') {
            match word {
                "mười" => group += 10,
                "mươi" => (group, digit) = (group + digit * 10, 0),
                "trăm" => (group, digit) = (group + digit * 100, 0),
                "linh" => {}
                "nghìn" => {
                    (whole, group, digit) = (whole + (group + digit) * 1_000, 0, 0);
                }
                "mốt" => digit = 1,
                "tư" => digit = 4,
                "lăm" => digit = 5,
                word => {
                    let value = DIGITS.iter().position(|it| *it == word);
                    digit = u32::try_from(value.unwrap()).unwrap();
                }
            }
        }
        whole + group + digit
    }

    proptest! {
        #[test]
        fn the_words_say_the_number(number in 0..1_000_000_u32) {
            prop_assert_eq!(read(&in_words(number)), number);
        }
    }
}
