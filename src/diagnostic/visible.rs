//! Characters that leave nothing to see, named so that a reader sees them.

/// Whether a character leaves nothing to see on paper, white space aside: control and
/// format characters, private use and unassigned planes, fillers.
pub fn is_invisible(character: char) -> bool {
    if character.is_whitespace() {
        return false;
    }
    character.is_control()
        || matches!(character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}'
            | '\u{E000}'..='\u{F8FF}' | '\u{FDD0}'..='\u{FDEF}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{10FFFF}')
        || u32::from(character) & 0xFFFE == 0xFFFE
}

/// Writes invisible characters as `‹U+200B›`.
///
/// # Examples
///
/// ```
/// use bienban::diagnostic::name_invisible;
///
/// assert_eq!(name_invisible("Lê\u{200B} An"), "Lê‹U+200B› An");
/// ```
pub fn name_invisible(text: &str) -> String {
    let mut named = String::with_capacity(text.len());
    for character in text.chars() {
        if is_invisible(character) {
            let code = format!("‹U+{:04X}›", u32::from(character));
            named.push_str(&code);
        } else {
            named.push(character);
        }
    }
    named
}

/// Longest piece of a workbook that a finding quotes.
const LONGEST: usize = 300;

/// A text fit to be told on one line: no line breaks, nothing invisible, not too long.
pub(super) fn tellable(text: &str) -> String {
    let broken = |it: char| it.is_control() || it == '\u{2028}' || it == '\u{2029}';
    let is_plain =
        text.len() <= LONGEST && !text.chars().any(|it| broken(it) || is_invisible(it));
    if is_plain {
        return text.to_owned();
    }
    let one_line: String = text
        .chars()
        .map(|it| {
            if it.is_whitespace() && it != '\u{A0}' {
                ' '
            } else {
                it
            }
        })
        .collect();
    let named = name_invisible(&one_line);
    let mut letters = named.chars();
    let mut kept: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        kept.push('…');
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_told_text_stands_on_one_line_and_hides_nothing() {
        assert_eq!(
            tellable("Lê\nVăn\u{202E} An\u{1B}[2J"),
            "Lê Văn‹U+202E› An‹U+001B›[2J"
        );
        assert_eq!(tellable("Lê Văn An"), "Lê Văn An");
    }

    #[test]
    fn a_told_text_has_an_end() {
        let told = tellable(&"ô".repeat(40_000));
        assert_eq!(told.chars().count(), 301);
        assert!(told.ends_with("ôô…"));
    }
}
