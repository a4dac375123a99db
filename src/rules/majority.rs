//! More than half ("quá một nửa").

/// Whether so many votes are more than half of the base.
///
/// Compared in whole votes, so that no rounding decides an election: exactly half is
/// not enough.
///
/// Source: 244-QĐ/TW, article 32; 190-QĐ/TW, article 30.
///
/// # Examples
///
/// ```
/// use bienban::rules::is_over_half;
///
/// assert!(is_over_half(6, 10));
/// assert!(!is_over_half(5, 10), "half of ten is not more than half");
/// assert!(is_over_half(6, 11));
/// ```
pub fn is_over_half(votes: u32, base: u32) -> bool {
    u64::from(votes) * 2 > u64::from(base)
}

/// The least number of votes that is more than half of the base.
pub fn threshold(base: u32) -> u32 {
    base / 2 + 1
}
