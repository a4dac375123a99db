//! The three forms of a finding: a block for people, a line for editors, JSON.

use super::visible::{is_invisible, tellable};
use crate::diagnostic::{Diagnostic, Lang, Place, Severity};
use serde::Serialize;
use std::fmt::Write as _;

/// What a piece of a block is, so that the terminal can colour it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `error[V03]`
    Error,
    /// `warning[V02]`
    Warning,
    /// The message.
    Message,
    /// A label such as `found:`.
    Label,
    /// Everything else.
    Plain,
}

/// The finding as a block of lines that answers where, what was found, what was
/// expected, why it matters and what to do; in pieces, each with its style.
pub fn text_block(finding: &Diagnostic, lang: Lang) -> Vec<(Style, String)> {
    let wording = finding.wording(lang);
    let (style, word) = match finding.severity() {
        Severity::Error => (Style::Error, lang.pick("lỗi", "error")),
        Severity::Warning => (Style::Warning, lang.pick("cảnh báo", "warning")),
    };
    let mut pieces = vec![
        (style, format!("{word}[{}]", finding.code())),
        (Style::Message, format!(": {}\n", wording.message)),
    ];
    let mut row = |label: &str, text: &str| {
        pieces.push((Style::Label, format!("{label:>8}: ")));
        pieces.push((Style::Plain, format!("{text}\n")));
    };
    row(lang.pick("ở", "at"), &tellable(&finding.place.to_string()));
    for place in &finding.also {
        row(lang.pick("và ở", "and at"), &tellable(&place.to_string()));
    }
    if let Some(found) = &wording.found {
        row(lang.pick("thấy", "found"), found);
    }
    if let Some(expected) = &wording.expected {
        row(lang.pick("cần", "expected"), expected);
    }
    row(lang.pick("vì", "why"), finding.code().why(lang));
    if let Some(hint) = &wording.hint {
        row(lang.pick("nên", "hint"), hint);
    }
    pieces
}

/// The finding on one line, for editors: `file:sheet!cell: error V03: message`.
pub fn short_line(finding: &Diagnostic, lang: Lang) -> String {
    let place = &finding.place;
    let mut at = place.file.to_string();
    if let Some(sheet) = &place.sheet {
        at = format!("{at}:{}", sheet.name);
    }
    if let Some(cells) = &place.cells {
        at = format!("{at}!{cells}");
    }
    if let Some((line, column)) = place.line_column {
        at = format!("{at}:{line}:{column}");
    }
    let severity = finding.severity().name();
    let message = finding.wording(lang).message;
    let at = tellable(&at);
    format!("{at}: {severity} {}: {message}", finding.code())
}

/// The finding as one line of JSON.
pub fn json_line(finding: &Diagnostic, lang: Lang) -> String {
    let wording = finding.wording(lang);
    let place = &finding.place;
    let shown = JsonFinding {
        severity: finding.severity().name(),
        code: finding.code().to_string(),
        file: &place.file,
        sheet: sheet(place),
        cell: cell(place),
        also: finding.also.iter().map(JsonPlace::of).collect(),
        line: place.line_column.map(|(line, _)| line),
        column: place.line_column.map(|(_, column)| column),
        message: wording.message,
        found: wording.found,
        expected: wording.expected,
        hint: wording.hint,
    };
    let line = serde_json::to_string(&shown).unwrap_or_default();
    escape_invisible(&line)
}

/// JSON with escapes for what could end its line or turn it round on a screen; it means
/// the same.
fn escape_invisible(line: &str) -> String {
    let breaks = |it: char| matches!(it, '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut escaped = String::with_capacity(line.len());
    for character in line.chars() {
        if is_invisible(character) || breaks(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // writing to a string cannot fail
                let _ = write!(escaped, "\\u{unit:04x}");
            }
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    severity: &'static str,
    code: String,
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<String>,
    also: Vec<JsonPlace<'a>>,
    line: Option<u32>,
    column: Option<u32>,
    message: String,
    found: Option<String>,
    expected: Option<String>,
    hint: Option<String>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    cell: Option<String>,
}

impl<'a> JsonPlace<'a> {
    fn of(place: &'a Place) -> Self {
        Self {
            file: &place.file,
            sheet: sheet(place),
            cell: cell(place),
        }
    }
}

fn sheet(place: &Place) -> Option<&str> {
    place.sheet.as_ref().map(|sheet| &*sheet.name)
}

fn cell(place: &Place) -> Option<String> {
    place.cells.map(|cells| cells.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_escapes_what_a_screen_would_obey_and_means_the_same() {
        let text = "a\u{202E}b\u{2028}c\u{F0001}Ễ";
        let line = serde_json::to_string(text).unwrap();
        let escaped = escape_invisible(&line);
        assert_eq!(escaped, r#""a\u202eb\u2028c\udb80\udc01Ễ""#);
        assert_eq!(serde_json::from_str::<String>(&escaped).unwrap(), text);
    }
}
