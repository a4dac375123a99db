//! The places between words where a name or a subject may end a line, and which of them
//! an office would choose.

use crate::document::{BODIES, goes_on_a_term, is_conjunction};

/// A place between two words of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seam {
    /// After a comma, before a conjunction, before a body, between a body's kind and
    /// its name.
    Good,
    /// Between two words of a name.
    Plain,
    /// After a dash or a conjunction, or where a body's kind is left at a line's end.
    Poor,
    /// Inside a term, before a dash or a number: no line ends here.
    Inside,
}

impl Seam {
    /// What a line's end there costs, beside lines of unlike length.
    ///
    /// Unit: the square of a column's thousandth, so that 1,000,000 is a full line.
    pub(super) fn cost(self) -> i64 {
        match self {
            Self::Good => 0,
            Self::Plain => 100_000,
            Self::Poor => 400_000,
            Self::Inside => 2_000_000,
        }
    }
}

/// The seam before each word; the first has only the line's start before it.
pub(super) fn seams(words: &[String]) -> Vec<Seam> {
    let goes_on = goes_on_a_term(words);
    let seam = |(place, is_inside): (usize, bool)| match words.split_at_checked(place) {
        Some((before, after)) if !before.is_empty() => seam(before, after, is_inside),
        Some(_) | None => Seam::Good,
    };
    goes_on.into_iter().enumerate().map(seam).collect()
}

fn seam(before: &[String], after: &[String], is_inside: bool) -> Seam {
    let last = before.last().map_or("", String::as_str);
    let next = after.first().map_or("", String::as_str);
    let ends_part = last.ends_with([',', ';']);
    if is_dash(next) || (!ends_part && (is_inside || is_number(next))) {
        return Seam::Inside;
    }
    if ends_part || is_conjunction(next) {
        return Seam::Good;
    }
    if is_dash(last) || is_conjunction(last) {
        return Seam::Poor;
    }
    near_a_body(&lower(before), &lower(after))
}

/// The seam between words of which neither is a sign.
///
/// A head begins with what its body is, and may go on with the name below; a subject
/// names the body in passing, and its name stays whole.
fn near_a_body(before: &str, after: &str) -> Seam {
    if BODIES.contains(&before) {
        return Seam::Good;
    }
    if BODIES.iter().any(|body| after.starts_with(body)) {
        return match before.strip_suffix("đại hội") {
            Some("") => Seam::Poor,
            Some(_) => Seam::Plain,
            None => Seam::Good,
        };
    }
    let since = before.rsplit([',', ';']).next().unwrap_or(before);
    let is_head = BODIES.iter().any(|body| before.starts_with(body));
    if !is_head && BODIES.iter().any(|body| since.contains(body)) {
        Seam::Poor
    } else {
        Seam::Plain
    }
}

fn lower(words: &[String]) -> String {
    words.join(" ").to_lowercase()
}

fn is_dash(word: &str) -> bool {
    matches!(word, "–" | "-" | "—")
}

/// `1`, `2022-2025`, `II`.
fn is_number(word: &str) -> bool {
    let is_roman = |it: char| matches!(it, 'I' | 'V' | 'X');
    word.starts_with(|it: char| it.is_ascii_digit())
        || word.chars().all(is_roman) && !word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words with `+`, `.`, `?` or `_` for a good, plain, poor seam, and none.
    fn seen(text: &str) -> String {
        let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
        let seams = seams(&words);
        let mut seen = words.first().cloned().unwrap_or_default();
        for (word, seam) in words.iter().zip(seams).skip(1) {
            seen.push(match seam {
                Seam::Good => '+',
                Seam::Plain => '.',
                Seam::Poor => '?',
                Seam::Inside => '_',
            });
            seen.push_str(word);
        }
        seen
    }

    #[test]
    fn a_head_has_its_seam_between_the_kind_and_the_name() {
        assert_eq!(
            seen("ĐẠI HỘI CHI BỘ THỊ TRƯỜNG TRONG NƯỚC"),
            "ĐẠI_HỘI?CHI_BỘ+THỊ_TRƯỜNG.TRONG_NƯỚC"
        );
        assert_eq!(seen("CHI BỘ TRUNG TÂM 1"), "CHI_BỘ+TRUNG_TÂM_1");
        assert_eq!(seen("ĐẢNG BỘ BỘ CÔNG THƯƠNG"), "ĐẢNG_BỘ+BỘ.CÔNG_THƯƠNG");
    }

    #[test]
    fn a_subject_has_its_seams_at_commas_and_before_a_body() {
        assert_eq!(
            seen("bầu Bí thư, Phó Bí thư Chi bộ Kế hoạch – tổng hợp, nhiệm kỳ 2022-2025"),
            "bầu.Bí_thư,+Phó_Bí_thư+Chi_bộ?Kế_hoạch_–?tổng_hợp,+nhiệm_kỳ_2022-2025"
        );
        assert_eq!(
            seen("dự Đại hội Chi bộ Phát triển tiểu thủ"),
            "dự+Đại_hội.Chi_bộ?Phát_triển?tiểu_thủ"
        );
    }

    #[test]
    fn a_conjunction_begins_a_line_and_ends_none() {
        assert_eq!(seen("Bí thư và Phó Bí thư"), "Bí_thư+và?Phó_Bí_thư");
    }
}
