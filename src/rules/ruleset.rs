//! Which regulation is in force on which day; nothing else asks for the day.
//!
//! Each is a file of `sets`, with its numbers, dates, what papers cite and what of it was
//! not read; the build lists the folder, so that adding a regulation is adding a file.

mod file;

use crate::model::FullDate;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Name and text of every built-in file.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/rule_sets.rs"));

static BUILT_IN: LazyLock<RuleSets> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "built-in files, which a test reads")]
    RuleSets::read(FILES.iter().copied()).expect("the built-in rule sets are whole")
});

/// A regulation on elections in the Party ("Quy chế bầu cử trong Đảng") with what is
/// cited beside it.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// The number in JSON: ASCII, such as `244-QD/TW`.
    pub id: String,
    /// The number as printed, such as `244-QĐ/TW`.
    pub number: String,
    /// The clause on the base of the majority, such as `Điều 32, khoản 2`.
    pub base_clause: String,
    /// The numbers that it sets.
    pub limits: Limits,
    from: FullDate,
    basis: Vec<BasisLine>,
    ratification: Vec<BasisLine>,
    guidance: Vec<BasisLine>,
    not_read: Vec<Days>,
}

/// Numbers that a regulation, or the one on carrying out the Statutes, sets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// A cell of so many official members elects a committee.
    pub least_for_committee: u32,
    /// A committee has no more members than these.
    pub largest_committee: u32,
    /// So many more than the seats may stand, in percent of them.
    pub surplus_percent: u32,
    /// With so many seats one more may stand, whatever the percentage gives.
    pub surplus_of_one: RangeInclusive<u32>,
    /// After so many failed ballots for secretary the committee above designates one.
    pub ballots_for_secretary: u32,
    /// Working days after the congress in which it is reported.
    pub days_to_report: u32,
    /// Working days after the report in which the result is ratified.
    pub days_to_ratify: u32,
}

/// What papers cite while it is in force: without the word "Căn cứ", with number, date and
/// issuer.
#[derive(Debug, PartialEq, Eq)]
struct BasisLine {
    text: String,
    days: Days,
}

/// From a day until another, on which it is over.
#[derive(Debug, PartialEq, Eq)]
struct Days {
    from: FullDate,
    until: Option<FullDate>,
}

impl Days {
    fn hold(&self, date: FullDate) -> bool {
        self.from <= date && self.until.is_none_or(|end| date < end)
    }
}

/// Regulations, each in force until the next one is.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleSets {
    oldest: RuleSet,
    /// The others, the newest first.
    later: Vec<RuleSet>,
}

/// A file that holds no rule set, or a folder of them that contradict each other.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {reason}")]
pub struct RuleSetError {
    /// Its name.
    pub file: String,
    /// What is wrong.
    pub reason: String,
}

impl RuleSets {
    /// Reads rule sets, each from name and text of its file, in any order.
    ///
    /// # Errors
    ///
    /// If one lacks something or has an unknown key, if a date is no day or a time ends
    /// before it begins, if two begin on one day, and if there is none.
    pub fn read<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, RuleSetError> {
        let mut sets = Vec::new();
        for (name, text) in files {
            let fault = |reason: String| RuleSetError {
                file: name.to_owned(),
                reason,
            };
            let set = file::read(text).map_err(fault)?;
            let mut others = sets.iter();
            if others.any(|it: &RuleSet| it.from == set.from || it.id == set.id) {
                return Err(fault("another file has its day or its number".to_owned()));
            }
            sets.push(set);
        }
        sets.sort_by_key(|set| std::cmp::Reverse(set.from));
        let oldest = sets.pop().ok_or_else(|| RuleSetError {
            file: "*.toml".to_owned(),
            reason: "no rule set".to_owned(),
        })?;
        let later = sets;
        Ok(Self { oldest, later })
    }

    /// The regulation in force on a day; the oldest serves for days before it.
    pub fn on(&self, date: FullDate) -> &RuleSet {
        let mut later = self.later.iter();
        later
            .find(|rules| rules.was_in_force(date))
            .unwrap_or(&self.oldest)
    }

    /// The newest regulation.
    pub fn newest(&self) -> &RuleSet {
        self.later.first().unwrap_or(&self.oldest)
    }
}

impl RuleSet {
    /// The built-in regulation in force on a day; the oldest serves for days before it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bienban::model::FullDate;
    /// use bienban::rules::RuleSet;
    ///
    /// let day = |day| FullDate::new(2024, 10, day).map(|day| &*RuleSet::on(day).number);
    /// assert_eq!(day(9), Some("244-QĐ/TW"));
    /// assert_eq!(day(10), Some("190-QĐ/TW"));
    /// ```
    pub fn on(date: FullDate) -> &'static Self {
        BUILT_IN.on(date)
    }

    /// The newest built-in regulation: it serves while the day of a congress to come is
    /// unknown.
    pub fn newest() -> &'static Self {
        BUILT_IN.newest()
    }

    /// What papers of a day rest on ("căn cứ"), in order.
    pub fn basis_on(&self, date: FullDate) -> impl Iterator<Item = &str> {
        in_force(&self.basis, date)
    }

    /// What a decision that ratifies rests on besides, on a day.
    pub fn ratification_on(&self, date: FullDate) -> impl Iterator<Item = &str> {
        in_force(&self.ratification, date)
    }

    /// The guidance on the regulation on a day, if there was one.
    pub fn guidance_on(&self, date: FullDate) -> Option<&str> {
        in_force(&self.guidance, date).next()
    }

    /// Whether the regulation was in force on a day; the oldest serves before its own.
    pub fn was_in_force(&self, date: FullDate) -> bool {
        self.from <= date
    }

    /// Whether the regulation on carrying out the Statutes on a day was read: papers of
    /// other days may lack it among what they rest on, or cite one that was replaced.
    pub fn knows_carrying_out_on(&self, date: FullDate) -> bool {
        !self.not_read.iter().any(|days| days.hold(date))
    }
}

fn in_force(lines: &[BasisLine], date: FullDate) -> impl Iterator<Item = &str> {
    let lines = lines.iter().filter(move |line| line.days.hold(date));
    lines.map(|line| line.text.as_str())
}
