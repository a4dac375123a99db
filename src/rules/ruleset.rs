//! Which regulation is in force on which day; nothing else asks for the day.

mod qd_190;
mod qd_244;

use crate::model::FullDate;

/// A regulation on elections in the Party ("Quy chế bầu cử trong Đảng") with what is
/// cited beside it. Adding one is adding a file.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleSet {
    /// The number in JSON: ASCII, such as `244-QD/TW`.
    pub id: &'static str,
    /// The number as printed, such as `244-QĐ/TW`.
    pub number: &'static str,
    /// In force from this day: year, month, day.
    pub from: Day,
    /// The clause on the base of the majority, such as `Điều 32, khoản 2`: one running
    /// sentence that names every ground, without points.
    pub base_clause: &'static str,
    /// What papers rest on ("căn cứ"), each while it was in force.
    pub basis: &'static [BasisLine],
    /// The guidance on the regulation, each while it was in force. Two of them have the
    /// same number, so the date belongs to it.
    pub guidance: &'static [BasisLine],
}

/// A basis of papers while it was in force.
#[derive(Debug, PartialEq, Eq)]
pub struct BasisLine {
    /// Without the word "Căn cứ", with number, date and issuer.
    pub text: &'static str,
    /// First day, year, month, day.
    pub from: Day,
    /// First day on which it is replaced.
    pub until: Option<Day>,
}

/// What every regulation rests on. The text of 2011 is still in force.
const STATUTES: BasisLine = BasisLine {
    text: "Điều lệ Đảng Cộng sản Việt Nam",
    from: (2011, 1, 19),
    until: None,
};

/// On carrying out the Statutes: in force under the regulations of 2014 and of 2024.
const CARRYING_OUT_24: BasisLine = BasisLine {
    text: "Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành \
           Điều lệ Đảng",
    from: (2021, 7, 30),
    until: Some((2025, 1, 20)),
};

/// Days of which the regulation on carrying out the Statutes was not read: 232-QĐ/TW of
/// 20/01/2025 until the one of 26/5/2025, and the one of 2026 (20-QĐ/TW), whose day is
/// not known.
const NOT_READ: [(Day, Option<Day>); 2] =
    [((2025, 1, 20), Some((2025, 7, 1))), ((2026, 1, 1), None)];

/// Year, month, day.
type Day = (u16, u8, u8);

/// Every regulation, the newest first.
const ALL: [&RuleSet; 2] = [&qd_190::RULES, &qd_244::RULES];

impl RuleSet {
    /// The regulation in force on a day; the oldest serves for days before it.
    ///
    /// # Examples
    ///
    /// ```
    /// use bienban::model::FullDate;
    /// use bienban::rules::RuleSet;
    ///
    /// let day = |day| FullDate::new(2024, 10, day).map(|day| RuleSet::on(day).number);
    /// assert_eq!(day(9), Some("244-QĐ/TW"));
    /// assert_eq!(day(10), Some("190-QĐ/TW"));
    /// ```
    pub fn on(date: FullDate) -> &'static Self {
        let in_force = ALL.into_iter().find(|rules| rules.was_in_force(date));
        in_force.unwrap_or(&qd_244::RULES)
    }

    /// The newest regulation: it serves while the day of a congress to come is unknown.
    pub fn newest() -> &'static Self {
        let [newest, ..] = ALL;
        newest
    }

    /// What papers of a day rest on, in order.
    pub fn basis_on(&self, date: FullDate) -> impl Iterator<Item = &'static str> {
        in_force(self.basis, date)
    }

    /// The guidance on the regulation on a day, if there was one.
    pub fn guidance_on(&self, date: FullDate) -> Option<&'static str> {
        in_force(self.guidance, date).next()
    }

    /// Whether the regulation was in force on a day; the oldest serves before its own.
    pub fn was_in_force(&self, date: FullDate) -> bool {
        self.from <= day_of(date)
    }

    /// Whether the regulation on carrying out the Statutes on a day was read: papers of
    /// other days may lack it among what they rest on, or cite one that was replaced.
    pub fn knows_carrying_out_on(date: FullDate) -> bool {
        let day = day_of(date);
        let holds = |(from, until): &(Day, Option<Day>)| {
            *from <= day && until.is_none_or(|end| day < end)
        };
        !NOT_READ.iter().any(holds)
    }
}

fn day_of(date: FullDate) -> Day {
    (date.year(), date.month(), date.day())
}

fn in_force(
    lines: &'static [BasisLine],
    date: FullDate,
) -> impl Iterator<Item = &'static str> {
    let day = day_of(date);
    let holds = move |line: &&BasisLine| {
        line.from <= day && line.until.is_none_or(|end| day < end)
    };
    lines.iter().filter(holds).map(|line| line.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(year: u16, month: u8, day: u8) -> FullDate {
        FullDate::new(year, month, day).unwrap()
    }

    #[test]
    fn the_day_of_the_congress_chooses_the_regulation() {
        assert_eq!(RuleSet::on(on(2022, 8, 29)).number, "244-QĐ/TW");
        assert_eq!(RuleSet::on(on(2024, 10, 9)).number, "244-QĐ/TW");
        assert_eq!(RuleSet::on(on(2024, 10, 10)).number, "190-QĐ/TW");
    }

    #[test]
    fn a_paper_of_2022_rests_on_what_was_in_force_in_2022() {
        let date = on(2022, 8, 29);
        let lines: Vec<&str> = RuleSet::on(date).basis_on(date).collect();
        let has = |part: &str| lines.iter().any(|line| line.contains(part));
        assert!(has("24-QĐ/TW, ngày 30/7/2021"));
        assert!(has("244-QĐ/TW, ngày 09/6/2014"));
        assert!(!has("29-QĐ/TW") && !has("190-QĐ/TW"));
    }
}
