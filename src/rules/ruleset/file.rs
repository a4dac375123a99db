//! The form of a rule set's file.

use super::{BasisLine, Days, Limits, RuleSet};
use crate::model::FullDate;
use serde::Deserialize;
use toml::value::Datetime;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    id: String,
    number: String,
    from: Datetime,
    base_clause: String,
    #[serde(default)]
    not_read: Vec<Span>,
    basis: Vec<Line>,
    #[serde(default)]
    ratification: Vec<Line>,
    guidance: Vec<Line>,
    limits: Numbers,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Span {
    from: Datetime,
    until: Option<Datetime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    text: String,
    from: Datetime,
    until: Option<Datetime>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Numbers {
    least_for_committee: u32,
    largest_committee: u32,
    surplus_percent: u32,
    surplus_of_one: Seats,
    ballots_for_secretary: u32,
    days_to_report: u32,
    days_to_ratify: u32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Seats {
    from: u32,
    to: u32,
}

/// Reads a file; what is wrong with it in words.
pub(super) fn read(text: &str) -> Result<RuleSet, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    let not_read = file.not_read.iter();
    let not_read = not_read.map(|it| days(&it.from, it.until.as_ref()));
    let numbers = file.limits;
    Ok(RuleSet {
        id: file.id,
        number: file.number,
        base_clause: file.base_clause,
        from: day(&file.from)?,
        not_read: not_read.collect::<Result<_, _>>()?,
        basis: lines(file.basis)?,
        ratification: lines(file.ratification)?,
        guidance: lines(file.guidance)?,
        limits: Limits {
            least_for_committee: numbers.least_for_committee,
            largest_committee: numbers.largest_committee,
            surplus_percent: numbers.surplus_percent,
            surplus_of_one: numbers.surplus_of_one.from..=numbers.surplus_of_one.to,
            ballots_for_secretary: numbers.ballots_for_secretary,
            days_to_report: numbers.days_to_report,
            days_to_ratify: numbers.days_to_ratify,
        },
    })
}

fn lines(lines: Vec<Line>) -> Result<Vec<BasisLine>, String> {
    let read = lines.into_iter().map(|line| {
        let days = days(&line.from, line.until.as_ref())?;
        let text = line.text;
        Ok(BasisLine { text, days })
    });
    read.collect()
}

fn days(from: &Datetime, until: Option<&Datetime>) -> Result<Days, String> {
    let from = day(from)?;
    let until = until.map(day).transpose()?;
    if until.is_some_and(|until| until <= from) {
        return Err("it ends before it begins".to_owned());
    }
    Ok(Days { from, until })
}

fn day(typed: &Datetime) -> Result<FullDate, String> {
    let date = typed.date.as_ref();
    let day = date.and_then(|it| FullDate::new(it.year, it.month, it.day));
    day.ok_or_else(|| format!("{typed} is no day"))
}
