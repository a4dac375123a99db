//! What the tests read out of the text of a paper.

use super::Written;
use bienban::model::FullDate;
use std::collections::BTreeMap;

pub(super) fn some_or(count: usize, unit: &str, none: &str) -> String {
    match count {
        0 => none.to_owned(),
        count => format!("{count:02} {unit}"),
    }
}

/// What follows each occurrence of a phrase, and what goes before.
pub(super) fn ends<'a>(text: &'a str, phrase: &str) -> Vec<(&'a str, &'a str)> {
    let found = text.match_indices(phrase);
    found
        .map(|(at, phrase)| (&text[..at], &text[at + phrase.len()..]))
        .collect()
}

/// The number after each occurrence of a phrase.
pub(super) fn numbers(text: &str, phrase: &str) -> Vec<usize> {
    let ends = ends(text, phrase).into_iter();
    let digits = ends.map(|(_, rest)| rest.split(|it: char| !it.is_ascii_digit()).next());
    digits.filter_map(|it| it?.parse().ok()).collect()
}

/// `12/13` before each occurrence of a phrase.
pub(super) fn fractions(text: &str, phrase: &str) -> Vec<(usize, usize)> {
    let ends = ends(text, phrase).into_iter();
    let fractions = ends.filter_map(|(before, _)| {
        let word = before.rsplit([' ', '(']).next()?;
        let (part, whole) = word.split_once('/')?;
        Some((part.parse().ok()?, whole.parse().ok()?))
    });
    fractions.collect()
}

/// The beginning of a text, to show.
pub(super) fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

/// The names in the tables of a paper.
pub(super) fn names_in(paper: &Written) -> Vec<String> {
    let rows = tables(paper).into_iter().flatten();
    let rows = rows.filter(|row| row[0].parse::<usize>().is_ok());
    rows.map(|row| row[1].clone()).collect()
}

/// Tables as rows of cells.
pub(super) fn tables(paper: &Written) -> Vec<Vec<Vec<String>>> {
    let mut tables: BTreeMap<usize, BTreeMap<usize, Vec<String>>> = BTreeMap::new();
    for passage in &paper.passages {
        let Some(place) = passage.place.strip_prefix("bảng ") else {
            continue;
        };
        let (table, rest) = place.split_once(", hàng ").unwrap();
        let (row, _) = rest.split_once(", cột ").unwrap();
        let table = tables.entry(table.parse().unwrap()).or_default();
        let row = table.entry(row.parse().unwrap()).or_default();
        row.push(passage.text.clone());
    }
    let tables = tables.into_values();
    tables.map(|it| it.into_values().collect()).collect()
}

/// `29 tháng 8 năm 2022`.
pub(super) fn date_of(date: FullDate) -> String {
    let month = month_of(date);
    format!("{:02} tháng {month} năm {}", date.day(), date.year())
}

/// `29/8/2022`.
pub(super) fn short_date_of(date: FullDate) -> String {
    format!("{:02}/{}/{}", date.day(), month_of(date), date.year())
}

fn month_of(date: FullDate) -> String {
    if date.month() < 3 {
        format!("{:02}", date.month())
    } else {
        date.month().to_string()
    }
}
