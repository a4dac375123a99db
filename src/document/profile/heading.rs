//! How headings are numbered.

/// The number of a heading of one level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeadingForm {
    /// What it counts with.
    pub numerals: Numerals,
    /// What follows the number: `-`, `.` or `)`.
    pub mark: &'static str,
    /// Whether its text is set in capitals.
    pub is_upper_case: bool,
}

/// What headings are counted with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Numerals {
    /// `I`
    Roman,
    /// `1`
    Arabic,
    /// `a`, by the Vietnamese alphabet, `đ` after `d`.
    Letter,
}

/// The letters that count points of a clause.
const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";

impl HeadingForm {
    /// The number with its mark: `IV-`, `4.`, `d)`.
    pub fn number(&self, count: u32) -> String {
        let numeral = match self.numerals {
            Numerals::Roman => roman(count),
            Numerals::Arabic => count.to_string(),
            Numerals::Letter => {
                let index = usize::try_from(count).ok().and_then(|it| it.checked_sub(1));
                let letter = index.and_then(|index| LETTERS.chars().nth(index));
                letter.map_or_else(|| count.to_string(), String::from)
            }
        };
        format!("{numeral}{}", self.mark)
    }
}

fn roman(mut count: u32) -> String {
    const NUMERALS: [(u32, &str); 9] = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    // no paper has so many sections; a template that loops must not fill the memory
    if count > 399 {
        return count.to_string();
    }
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while count >= value {
            text.push_str(numeral);
            count -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_count_as_the_form_does() {
        let form = |numerals, mark| HeadingForm {
            numerals,
            mark,
            is_upper_case: false,
        };
        assert_eq!(form(Numerals::Roman, "-").number(4), "IV-");
        assert_eq!(form(Numerals::Roman, "-").number(9), "IX-");
        assert_eq!(form(Numerals::Arabic, ".").number(10), "10.");
        assert_eq!(form(Numerals::Letter, ")").number(5), "đ)");
        assert_eq!(form(Numerals::Letter, ")").number(7), "g)");
    }
}
