//! Dates of a member: birth in C, admission in J, official standing in D.

use super::super::builder::typed;
use super::Case;
use bienban::model::{Congress, FullDate, PartialDate, Traced};

pub(in crate::rules) const DATES: &[Case] = &[
    (
        "as they usually are",
        |it| dates(it, "5/9/1984", "5/9/2009", "5/9/2010"),
        &[],
    ),
    (
        "years alone, a year apart",
        |it| dates(it, "1984", "2009", "2010"),
        &[],
    ),
    (
        "admitted before birth",
        |it| dates(it, "5/9/1984", "5/9/1974", "5/9/2010"),
        &["M08 warning Đảng viên!J5"],
    ),
    // 17 years and eleven months, by the month; a day younger than 18 is old enough
    (
        "admitted a month too young",
        |it| dates(it, "5/9/1984", "31/8/2002", "31/8/2003"),
        &["M08 warning Đảng viên!J5"],
    ),
    (
        "admitted in the month of the birthday",
        |it| dates(it, "5/9/1984", "4/9/2002", "4/9/2003"),
        &[],
    ),
    (
        "official before being admitted",
        |it| dates(it, "5/9/1984", "5/9/2009", "5/9/2008"),
        &["M08 warning Đảng viên!D5"],
    ),
    (
        "official after eleven months",
        |it| dates(it, "5/9/1984", "5/9/2009", "5/8/2010"),
        &["M08 warning Đảng viên!D5"],
    ),
    (
        "official after six months, before 1992",
        |it| dates(it, "5/9/1964", "5/9/1988", "5/3/1989"),
        &[],
    ),
    // the congress is on 29/8/2022
    (
        "admitted after the congress",
        |it| dates(it, "5/9/1984", "30/8/2022", ""),
        &["M08 warning Đảng viên!J5"],
    ),
    (
        "admitted in the month of the congress",
        |it| dates(it, "5/9/1984", "8/2022", ""),
        &[],
    ),
];

/// Gives the fourth member dates: `5/9/1984`, `9/1984`, `1984` or none.
fn dates(congress: &mut Congress, born: &str, admitted: &str, official: &str) {
    let member = &mut congress.members[3];
    member.born = dated(born, "C5");
    member.admitted = dated(admitted, "J5");
    member.official_since = dated(official, "D5");
}

fn dated(date: &str, cell: &str) -> Option<Traced<PartialDate>> {
    let parts = date.split('/').filter(|part| !part.is_empty());
    let parts: Vec<u16> = parts.map(|part| part.parse().unwrap()).collect();
    let small = |part: &u16| u8::try_from(*part).unwrap();
    let date = match parts.as_slice() {
        [] => return None,
        [year] => PartialDate::of_year(*year),
        [month, year] => PartialDate::of_month(*year, small(month)),
        [day, month, year] => {
            FullDate::new(*year, small(month), small(day)).map(PartialDate::Full)
        }
        _ => None,
    };
    Some(typed(date.unwrap(), "Đảng viên", cell))
}
