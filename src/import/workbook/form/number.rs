//! Numbers in a form, as Vietnam writes them: decimal comma, point between thousands.

use super::parse::{Piece, Section};

/// Decimal places that Excel shows at most.
const PLACES: usize = 30;

/// A number as it is, with the fifteen digits that Excel keeps: 0.1 + 0.2 is `0,3`.
pub(in crate::import) fn general(number: f64) -> String {
    /// Up to here a whole number has fifteen digits at most.
    const WHOLE: f64 = 1e15;
    if let Some(whole) = small_whole(number) {
        return whole.to_string();
    }
    let kept: f64 = if number.fract() == 0.0 && number.abs() < WHOLE {
        number
    } else {
        format!("{number:.14e}").parse().unwrap_or(number)
    };
    let is_usual = kept == 0.0 || (1e-9..1e21).contains(&kept.abs());
    let shown = if is_usual {
        kept.to_string()
    } else {
        format!("{kept:e}")
    };
    shown.replace('.', ",")
}

/// A whole number below 2^32, as most are, bit by bit: to write it as an integer takes a
/// tenth of the time.
fn small_whole(number: f64) -> Option<u32> {
    const FRACTION: u32 = 52;
    let bits = number.to_bits();
    // the sign is zero and so the first twelve bits are the exponent, counted from 1023
    let exponent = u32::try_from(bits >> FRACTION).ok()?.checked_sub(1023)?;
    let behind = FRACTION.checked_sub(exponent).filter(|_| exponent < 32)?;
    let whole = (bits & ((1 << FRACTION) - 1)) | 1 << FRACTION;
    let is_whole = whole.trailing_zeros() >= behind;
    is_whole.then(|| u32::try_from(whole >> behind).ok())?
}

/// A number as its form shows it; none if that is not understood.
pub(super) fn show(sections: &[Section], value: f64) -> Option<String> {
    if !value.is_finite() {
        return None;
    }
    let (section, is_signed) = choose(sections, value)?;
    let layout = Layout::of(section)?;
    let number = Decimal::of(value.abs()).shifted(layout.shift);
    let (whole, fraction) = number.rounded(layout.places);
    let is_zero = !whole.iter().chain(&fraction).any(|digit| *digit != b'0');
    let mut shown = String::new();
    // nobody reads "-0"
    if is_signed && value < 0.0 && !(is_zero && layout.has_digits) {
        shown.push('-');
    }
    let mut writer = Writer {
        layout: &layout,
        whole: &whole,
        fraction: &fraction,
        seen: 0,
        decimals: None,
    };
    for piece in &section.pieces {
        match piece {
            Piece::Words(words) => shown.push_str(words),
            Piece::Percent => shown.push('%'),
            Piece::General | Piece::Text => shown.push_str(&general(value.abs())),
            Piece::Point => writer.point(&mut shown),
            Piece::Digit(place) => writer.digit(*place, &mut shown),
            Piece::Comma => {}
            Piece::Letter(_) => return None,
        }
    }
    Some(shown)
}

/// The section for a number, and whether a minus goes before it: the section for
/// negative numbers has its own sign.
fn choose(sections: &[Section], value: f64) -> Option<(&Section, bool)> {
    let for_numbers = sections.get(..sections.len().min(3))?;
    if for_numbers.iter().any(|it| it.condition.is_some()) {
        // how signs go with conditions is not worth knowing: nothing here is negative
        let is_meant = |it: &&Section| {
            let condition = it.condition.as_ref();
            condition.is_none_or(|condition| condition.holds(value))
        };
        return (value >= 0.0)
            .then(|| for_numbers.iter().find(is_meant))?
            .map(|section| (section, false));
    }
    match for_numbers {
        [only] => Some((only, true)),
        [_, negative, ..] if value < 0.0 => Some((negative, false)),
        [_, _, zero] if value == 0.0 => Some((zero, false)),
        [positive, ..] => Some((positive, false)),
        [] => None,
    }
}

/// What the places of a section ask of a number.
#[derive(Debug, Default)]
struct Layout {
    /// Places before the decimal point.
    whole: usize,
    /// Places behind it.
    places: usize,
    /// Of them, how many are shown even if they are 0 to the end.
    kept: usize,
    /// Powers of ten that the number is taken times.
    shift: i32,
    is_grouped: bool,
    has_digits: bool,
}

impl Layout {
    /// None for what is no number, such as two decimal points.
    fn of(section: &Section) -> Option<Self> {
        let mut layout = Self::default();
        let (mut has_point, mut commas) = (false, 0);
        for piece in &section.pieces {
            match piece {
                Piece::Digit(place) => {
                    layout.is_grouped |= commas > 0 && !has_point;
                    commas = 0;
                    layout.has_digits = true;
                    if has_point {
                        layout.places += 1;
                        if *place != '#' {
                            layout.kept = layout.places;
                        }
                    } else {
                        layout.whole += 1;
                    }
                }
                Piece::Comma if layout.has_digits => commas += 1,
                Piece::Point if has_point => return None,
                Piece::Point => {
                    has_point = true;
                    // also a comma just before the point divides
                    layout.shift -= 3 * commas;
                    commas = 0;
                }
                Piece::Percent => layout.shift += 2,
                Piece::Letter(_) => return None,
                Piece::Comma | Piece::Words(_) | Piece::General | Piece::Text => {}
            }
        }
        layout.shift -= 3 * commas;
        let is_number = layout.has_digits || !has_point;
        (is_number && layout.places <= PLACES).then_some(layout)
    }
}

/// Puts digits into the places of a section.
struct Writer<'a> {
    layout: &'a Layout,
    whole: &'a [u8],
    fraction: &'a [u8],
    /// Places before the point that were passed.
    seen: usize,
    /// Places behind the point that were passed, once the point was.
    decimals: Option<usize>,
}

impl Writer<'_> {
    fn point(&mut self, shown: &mut String) {
        if self.layout.whole == 0 {
            self.whole_digits(self.whole.len(), shown);
        }
        self.decimals = Some(0);
        // "4," for a 4 says no more than "4"
        if self.shown_places() > 0 {
            shown.push(',');
        }
    }

    /// Places behind the point without the zeros that need not be shown.
    fn shown_places(&self) -> usize {
        let last = self.fraction.iter().rposition(|digit| *digit != b'0');
        last.map_or(0, |last| last + 1).max(self.layout.kept)
    }

    fn digit(&mut self, place: char, shown: &mut String) {
        if let Some(passed) = self.decimals {
            if passed < self.shown_places() {
                let digit = self.fraction.get(passed).copied().unwrap_or(b'0');
                shown.push(char::from(digit));
            }
            self.decimals = Some(passed + 1);
            return;
        }
        let left = self.layout.whole - self.seen;
        self.seen += 1;
        if self.whole.len() >= left {
            // the first place takes all digits that have none
            let count = if self.seen == 1 {
                self.whole.len() - (left - 1)
            } else {
                1
            };
            self.whole_digits_from(left - 1 + count, count, shown);
        } else if place == '0' {
            shown.push('0');
            self.group(left - 1, shown);
        }
    }

    fn whole_digits(&self, count: usize, shown: &mut String) {
        self.whole_digits_from(count, count, shown);
    }

    /// Writes some digits, the first of them so many from the point.
    fn whole_digits_from(&self, from_point: usize, count: usize, shown: &mut String) {
        let start = self.whole.len().saturating_sub(from_point);
        for (index, digit) in self.whole.iter().skip(start).take(count).enumerate() {
            shown.push(char::from(*digit));
            self.group(from_point - index - 1, shown);
        }
    }

    /// Parts thousands when so many digits still follow.
    fn group(&self, left: usize, shown: &mut String) {
        if self.layout.is_grouped && left > 0 && left.is_multiple_of(3) {
            shown.push('.');
        }
    }
}

/// A number in the fifteen decimal digits that Excel keeps; floats are not rounded here.
#[derive(Debug)]
struct Decimal {
    /// Digits in ASCII.
    digits: Vec<u8>,
    /// How many of them stand before the decimal point; may be negative.
    point: i32,
}

impl Decimal {
    fn of(value: f64) -> Self {
        let written = format!("{value:.14e}");
        let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
        Self {
            digits: digits.bytes().filter(u8::is_ascii_digit).collect(),
            point: exponent.parse::<i32>().unwrap_or_default() + 1,
        }
    }

    /// The number times a power of ten.
    fn shifted(self, power: i32) -> Self {
        Self {
            point: self.point.saturating_add(power),
            ..self
        }
    }

    /// Digits before the point, without leading zeros, and so many behind it; halves go
    /// up, as in Excel.
    fn rounded(&self, places: usize) -> (Vec<u8>, Vec<u8>) {
        let mut before = usize::try_from(self.point).unwrap_or(0);
        let leading = usize::try_from(self.point.saturating_neg()).unwrap_or(0);
        // zeros from the point to the first digit; further ones round to nothing
        let mut all = vec![b'0'; leading.min(places + 1)];
        if leading <= places {
            all.extend(&self.digits);
        }
        let wanted = before + places;
        let goes_up = all.get(wanted).is_some_and(|digit| *digit >= b'5');
        all.resize(wanted, b'0');
        if goes_up && add_one(&mut all) {
            all.insert(0, b'1');
            before += 1;
        }
        let fraction = all.split_off(before);
        let zeros = all.iter().take_while(|digit| **digit == b'0').count();
        all.drain(..zeros);
        (all, fraction)
    }
}

/// Adds one to the last digit; whether it is carried beyond the first.
fn add_one(digits: &mut [u8]) -> bool {
    for digit in digits.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return false;
        }
        *digit = b'0';
    }
    true
}
