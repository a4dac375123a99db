//! "Did you mean": the known word that a typed one looks like.

/// The candidate most like `typed`, when the likeness is near enough to be meant.
///
/// # Examples
///
/// ```
/// use bienban::diagnostic::nearest;
///
/// let columns = ["Ngày sinh", "Giới tính"];
/// assert_eq!(nearest("Ngày sin", columns), Some("Ngày sinh"));
/// assert_eq!(nearest("Dân tộc", columns), None);
/// ```
pub fn nearest<'a>(
    typed: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let length = typed.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        // a third of the letters may differ, and always one
        let limit = (candidate.chars().count() / 3).max(1);
        let small = candidate.to_lowercase();
        if small.chars().count().abs_diff(length) > limit {
            // each letter more or less is a difference
            continue;
        }
        let distance = strsim::osa_distance(&typed, &small);
        let is_nearer = best.is_none_or(|(other, _)| distance < other);
        if distance <= limit && is_nearer {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}
