//! Contents to dates, as full as they were typed; what nobody typed is not invented.

use super::show::show;
use crate::diagnostic::DateFault;
use crate::import::text::fold;
use crate::import::workbook::{DateParts, Moment, RawValue};
use crate::model::{FullDate, PartialDate};

/// A serial number of Excel that no year can be taken for.
const FIRST_SERIAL: u32 = 2200;

/// The dates of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dates {
    One(PartialDate),
    /// "Ngày vào Đảng" above "Ngày chính thức", as personal files have them.
    Two(PartialDate, PartialDate),
}

/// The only date of a cell.
pub(super) fn parse_date(raw: &RawValue) -> Result<PartialDate, DateFault> {
    match parse_dates(raw)? {
        Dates::One(date) => Ok(date),
        Dates::Two(..) => Err(DateFault::Several),
    }
}

/// One date, or two in their order.
pub(super) fn parse_dates(raw: &RawValue) -> Result<Dates, DateFault> {
    match raw {
        RawValue::Moment(moment) => of_moment(*moment).map(Dates::One),
        RawValue::Number(number) => {
            of_text(&show(raw)).or_else(|_| of_number(number.value))
        }
        RawValue::Text(text) => of_text(text),
        RawValue::Truth(_) | RawValue::Error(_) => Err(DateFault::Unreadable),
    }
}

/// What the sheet shows of a date; Excel adds the day or the year that nobody typed.
fn of_moment(moment: Moment) -> Result<PartialDate, DateFault> {
    let date = moment.date.ok_or(DateFault::Unreadable)?;
    let shown = match moment.shows {
        DateParts::Full => Some(PartialDate::Full(date)),
        DateParts::MonthYear => PartialDate::of_month(date.year(), date.month()),
        DateParts::Year => PartialDate::of_year(date.year()),
        DateParts::NoYear => return Err(DateFault::NoYear),
    };
    shown.ok_or(DateFault::Unreadable)
}

/// A year; a larger number may be a date that lost its form, but nobody knows.
fn of_number(number: f64) -> Result<Dates, DateFault> {
    let whole: u32 = number
        .trunc()
        .to_string()
        .parse()
        .map_err(|_| DateFault::Unreadable)?;
    let year = u16::try_from(whole).ok().and_then(PartialDate::of_year);
    if let Some(year) = year {
        return Ok(Dates::One(year));
    }
    let day = day_of_serial(whole).ok_or(DateFault::Unreadable)?;
    Err(DateFault::Serial { day })
}

/// The day that Excel would show for a number, as Vietnam writes it.
fn day_of_serial(serial: u32) -> Option<String> {
    // Excel counts from 1900 and believes in 29/02/1900: 61 is the day after
    let days = serial.checked_sub(61).filter(|_| serial >= FIRST_SERIAL)?;
    let day = FullDate::new(1900, 3, 1)?.days_later(days)?;
    let (date, month) = (day.day(), day.month());
    Some(format!("{date:02}/{month:02}/{}", day.year()))
}

fn of_text(text: &str) -> Result<Dates, DateFault> {
    if let Some(date) = plain(text) {
        return Ok(Dates::One(date));
    }
    let text = without_weekday(without_midnight(text.trim()));
    if let Some(date) = one(text) {
        return Ok(Dates::One(date));
    }
    two(text).map_or_else(
        || Err(fault(text)),
        |(first, second)| Ok(Dates::Two(first, second)),
    )
}

/// Takes off "Thứ hai," and "Chủ nhật ngày" before a date.
fn without_weekday(text: &str) -> &str {
    const DAYS: [&str; 15] = [
        "thuhai", "thuba", "thutu", "thunam", "thusau", "thubai", "thu2", "thu3", "thu4",
        "thu5", "thu6", "thu7", "chunhat", "cn", "cnhat",
    ];
    let behind = [",", " ngày "].iter().find_map(|sign| {
        let (day, rest) = text.split_once(sign)?;
        DAYS.contains(&fold(day).as_str())
            .then_some(rest.trim_start())
    });
    behind.unwrap_or(text)
}

/// Takes off the midnight that exports write behind a mere date.
fn without_midnight(text: &str) -> &str {
    const MIDNIGHTS: [&str; 6] = [
        " 12:00:00 AM",
        " 00:00:00",
        "T00:00:00",
        " 0:00:00",
        " 00:00",
        " 0:00",
    ];
    MIDNIGHTS
        .iter()
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(text)
}

/// What a number of a date is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Day,
    Month,
    Year,
}

/// A number of a date, with the word before it.
#[derive(Debug, Clone, Copy)]
struct Part<'a> {
    label: Option<Label>,
    digits: &'a str,
}

impl Part<'_> {
    fn is_labelled(self, label: Label) -> bool {
        self.label.is_none_or(|own| own == label)
    }

    fn year(self) -> Option<u16> {
        let is_whole = self.digits.len() == 4 && self.is_labelled(Label::Year);
        is_whole.then(|| self.digits.parse().ok()).flatten()
    }

    fn short(self, label: Label) -> Option<u8> {
        let is_short = self.digits.len() <= 2 && self.is_labelled(label);
        is_short.then(|| self.digits.parse().ok()).flatten()
    }
}

/// `d/m/yyyy` and nothing else, as most dates are typed, seen at a glance.
fn plain(text: &str) -> Option<PartialDate> {
    let mut numbers = text.split('/').map(|digits| {
        let is_number = digits.bytes().all(|it| it.is_ascii_digit());
        let label = None;
        is_number.then_some(Part { label, digits })
    });
    let (day, month, year) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let is_whole = numbers.next().is_none();
    is_whole.then(|| full(year, month, day)).flatten()
}

/// `d/m/yyyy`, `m/yyyy`, `yyyy` or `yyyy-mm-dd`, with one sign, one word or spaces
/// between the numbers; the year has four digits, as nothing tells 1922 from 2022.
fn one(text: &str) -> Option<PartialDate> {
    match parts(text)?.as_slice() {
        [y] => PartialDate::of_year(y.year()?),
        [m, y] => PartialDate::of_month(y.year()?, m.short(Label::Month)?),
        [y, m, d] if y.digits.len() == 4 => full(*y, *m, *d),
        [d, m, y] => full(*y, *m, *d),
        _ => None,
    }
}

fn full(year: Part<'_>, month: Part<'_>, day: Part<'_>) -> Option<PartialDate> {
    let (month, day) = (month.short(Label::Month)?, day.short(Label::Day)?);
    FullDate::new(year.year()?, month, day).map(PartialDate::Full)
}

/// The numbers of a date; none if there is anything between them that may stand for
/// another number, such as the dots of an empty form.
fn parts(text: &str) -> Option<Vec<Part<'_>>> {
    let mut parts = Vec::new();
    let mut label = None;
    let mut signs = 0;
    let mut runs = runs(text).into_iter().peekable();
    while let Some(run) = runs.next() {
        if run.starts_with(|it: char| it.is_ascii_digit()) {
            parts.push(Part { label, digits: run });
            (label, signs) = (None, 0);
        } else if run.starts_with(char::is_alphabetic) {
            match month_of_word(run).filter(|_| label == Some(Label::Month)) {
                Some(digits) => {
                    parts.push(Part { label, digits });
                    (label, signs) = (None, 0);
                }
                None => label = word(run, label, parts.is_empty())?,
            }
        } else {
            signs += 1;
            let is_last = runs.peek().is_none();
            if signs > 1 || !is_sign(run, parts.is_empty(), is_last) {
                return None;
            }
        }
    }
    label.is_none().then_some(parts)
}

/// What the words so far call the next number; none if they are no words of a date.
#[expect(
    clippy::option_option,
    reason = "no word of a date, or a word without label"
)]
fn word(run: &str, label: Option<Label>, is_first: bool) -> Option<Option<Label>> {
    match (fold(run).as_str(), label) {
        ("sinh", None) if is_first => Some(None),
        ("ngai", None) | ("mung" | "mong", None | Some(Label::Day)) => {
            Some(Some(Label::Day))
        }
        ("thang", None) => Some(Some(Label::Month)),
        ("nam", None) => Some(Some(Label::Year)),
        _ => None,
    }
}

/// "Tháng Tư": not "năm", which may be the word before an absent number.
fn month_of_word(word: &str) -> Option<&'static str> {
    Some(match fold(word).as_str() {
        "gieng" | "mot" => "1",
        "hai" => "2",
        "ba" => "3",
        "tu" => "4",
        "sau" => "6",
        "bai" => "7",
        "tam" => "8",
        "chin" => "9",
        _ => return None,
    })
}

/// Whether a sign may stand before, between or behind the numbers of a date.
fn is_sign(run: &str, is_first: bool, is_last: bool) -> bool {
    match (is_first, is_last) {
        (true, _) => run == ":",
        (false, true) => matches!(run, "." | "," | ";"),
        (false, false) => {
            matches!(run, "/" | "." | "-" | "," | "–" | "—" | "‑" | "−" | "\\")
        }
    }
}

/// Runs of digits, runs of letters and single signs, without spaces.
fn runs(text: &str) -> Vec<&str> {
    let kind = |it: char| (it.is_ascii_digit(), it.is_alphabetic());
    let mut runs = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_single = kind(first) == (false, false);
        let end = rest
            .char_indices()
            .skip(1)
            .find(|(_, it)| is_single || kind(*it) != kind(first))
            .map_or(rest.len(), |(end, _)| end);
        let (run, behind) = rest.split_at(end);
        runs.push(run);
        rest = behind.trim_start();
    }
    runs
}

/// Two dates one below the other, or parted by a sign or by what they are called.
fn two(text: &str) -> Option<(PartialDate, PartialDate)> {
    let lines: Vec<&str> = text
        .split(['\n', ';'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    if let [first, second] = lines.as_slice() {
        return called(first).zip(called(second));
    }
    let (first, second) = text.split_at(end_of_year(text)?);
    let (first, second) = called(first).zip(called(second))?;
    // "2009-2010" is a span of years
    let are_years = [first, second]
        .iter()
        .all(|date| matches!(date, PartialDate::Year(_)));
    (!are_years).then_some((first, second))
}

/// Where the first number of four digits ends.
fn end_of_year(text: &str) -> Option<usize> {
    let mut start = 0;
    for run in text.split(|it: char| !it.is_ascii_digit()) {
        if run.len() == 4 {
            return Some(start + 4);
        }
        let rest = text.get(start + run.len()..)?;
        start += run.len() + rest.chars().next().map_or(0, char::len_utf8);
    }
    None
}

/// A date with what it is called before or behind it: "CT: 05/9/2010", "(05/9/2010)".
fn called(text: &str) -> Option<PartialDate> {
    if let Some(date) = one(text) {
        return Some(date);
    }
    let is_digit = |it: char| it.is_ascii_digit();
    let (before, rest) = text.split_at(text.find(is_digit)?);
    let (date, behind) = rest.split_at(rest.rfind(is_digit)? + 1);
    (is_call(before) && is_call(behind))
        .then(|| one(date))
        .flatten()
}

/// Whether a text is at most the name of one of two dates and a sign.
fn is_call(text: &str) -> bool {
    const CALLS: [&str; 13] = [
        "db",
        "dubi",
        "kn",
        "ketnap",
        "vao",
        "vaodang",
        "ngaivao",
        "ngaivaodang",
        "ngaiketnap",
        "ct",
        "chinhthuc",
        "ngaichinhthuc",
        "va",
    ];
    let is_apart = |it: char| it.is_whitespace() || "()-–—;:&".contains(it);
    let mut signs = text
        .chars()
        .filter(|it| !it.is_alphabetic() && !is_apart(*it));
    let is_plain = signs.next().is_none_or(|it| it == '/' || it == ',');
    let is_named =
        !text.contains(char::is_alphabetic) || CALLS.contains(&fold(text).as_str());
    is_plain && signs.next().is_none() && is_named
}

/// What is wrong with a text that is no date.
fn fault(text: &str) -> DateFault {
    let Some(parts) = parts(text) else {
        return DateFault::Unreadable;
    };
    let shorts: Option<Vec<u8>> = parts
        .iter()
        .map(|part| (part.digits.len() <= 2).then(|| part.digits.parse().ok())?)
        .collect();
    match shorts.as_deref() {
        Some([_, _, _]) => DateFault::ShortYear,
        Some([_, month]) if *month > 12 => DateFault::ShortYear,
        Some([_, _]) => DateFault::NoYear,
        _ => DateFault::Unreadable,
    }
}

#[cfg(test)]
mod tests;
