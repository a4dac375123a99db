//! Files of text: tables in web pages and between separators, under whatever ending.

use super::{Opened, alien};
use crate::diagnostic::Found;
use crate::import::workbook::{Refusal, delimited};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use memchr::memmem;

/// How far into a file its marks are looked for.
const HEAD: usize = 1 << 20;

/// Tells what a text is.
pub(super) fn open(bytes: &[u8], is_delimited: bool) -> Result<Opened, Refusal> {
    if bytes
        .iter()
        .all(|byte| byte.is_ascii_whitespace() || *byte == 0)
    {
        return Err(alien(Found::Empty));
    }
    let Some(text) = decoded(bytes) else {
        return if is_delimited || is_text_of_old(bytes) {
            Err(Refusal::NotUnicode)
        } else {
            Err(alien(Found::Unknown))
        };
    };
    if text.trim_start().starts_with('<') && !is_delimited {
        return open_tagged(text);
    }
    if is_delimited || !is_binary(&text) && delimited::is_table(&text) {
        return Ok(Opened::Delimited(text));
    }
    Err(alien(if is_binary(&text) {
        Found::Unknown
    } else {
        Found::Text
    }))
}

/// A web page with a table, or a workbook in XML.
fn open_tagged(text: String) -> Result<Opened, Refusal> {
    let head = text.as_bytes();
    let head = head.get(..HEAD).unwrap_or(head).to_ascii_lowercase();
    let has = |mark: &str| memmem::find(&head, mark.as_bytes()).is_some();
    if has("schemas-microsoft-com:office:spreadsheet") && !has("<html") {
        return Err(alien(Found::SpreadsheetXml));
    }
    if has("opendocument:xmlns:office") {
        return Err(alien(Found::SpreadsheetXml));
    }
    if has("<table") {
        return Ok(Opened::WebPage(text));
    }
    Err(alien(if has("<html") {
        Found::WebPage
    } else {
        Found::Text
    }))
}

/// The text of a file in Unicode, or of a web page that names its encoding.
fn decoded(bytes: &[u8]) -> Option<String> {
    let strict = |encoding: &'static Encoding, bytes| {
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        text.map(std::borrow::Cow::into_owned)
    };
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return strict(encoding, bytes.get(length..)?);
    }
    if let Some(encoding) = wide_encoding(bytes) {
        return strict(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Some(text.to_owned());
    }
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let label = memmem::find(&head, b"charset=").and_then(|at| head.get(at + 8..))?;
    let quoted = |byte: &u8| matches!(byte, b'"' | b'\'');
    let label: Vec<u8> = label
        .iter()
        .skip_while(|byte| quoted(byte))
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .copied()
        .collect();
    let is_page = head.trim_ascii_start().starts_with(b"<");
    let encoding = Encoding::for_label(&label).filter(|_| is_page)?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// UTF-16 without its mark: every other byte of spaces, digits and separators is zero.
fn wide_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..2000).unwrap_or(bytes);
    let zeros = |first: usize| {
        let bytes = head.iter().skip(first).step_by(2);
        bytes.filter(|byte| **byte == 0).count()
    };
    let enough = head.len() / 10;
    match (zeros(0), zeros(1)) {
        (0, low) if low > enough => Some(UTF_16LE),
        (high, 0) if high > enough => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes look like text in an encoding of before Unicode: lines with tabs or
/// other separators and no control characters.
fn is_text_of_old(bytes: &[u8]) -> bool {
    let is_control =
        |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r');
    let lines = bytes.split(|byte| *byte == b'\n').take(2);
    !bytes.iter().any(is_control)
        && bytes.contains(&b'\n')
        && lines.into_iter().all(|line| {
            let separators = line.iter().filter(|byte| b"\t;,".contains(byte));
            separators.count() > 0
        })
}

/// Whether a text has control characters that no editor writes.
fn is_binary(text: &str) -> bool {
    let strange =
        |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{1a}');
    text.chars().take(2000).filter(strange).count() > 2
}
