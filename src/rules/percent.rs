//! Percentages for print; nothing is ever decided by one.

use std::fmt::{self, Display, Formatter};

/// A share in hundredths of a percent, rounded half up.
///
/// # Examples
///
/// ```
/// use bienban::rules::Percent;
///
/// let shown = |part, whole| Percent::of(part, whole).unwrap().to_string();
/// assert_eq!(shown(25, 26), "96,15"); // 96.1538
/// assert_eq!(shown(26, 26), "100");
/// assert_eq!(shown(1, 3), "33,33");
/// assert_eq!(shown(2, 3), "66,67");
/// assert_eq!(shown(1, 8), "12,5");
/// assert!(Percent::of(1, 0).is_none());
/// assert!(Percent::of(18, 17).is_none());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent {
    hundredths: u64,
}

impl Percent {
    /// The share of a part in a whole; `None` when the whole is nothing, or less than
    /// the part: no paper prints more than all.
    pub fn of(part: u32, whole: u32) -> Option<Self> {
        if part > whole {
            return None;
        }
        let (part, whole) = (u64::from(part), u64::from(whole));
        // half up: add half of the divisor before dividing
        let hundredths = (part * 20_000 + whole).checked_div(2 * whole)?;
        Some(Self { hundredths })
    }
}

impl Display for Percent {
    /// Without sign, with a decimal comma, up to two decimals.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", rest / 10),
            _ => write!(f, "{whole},{rest:02}"),
        }
    }
}
