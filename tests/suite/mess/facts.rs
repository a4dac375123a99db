//! What a workbook was read as, a line for each row.

use bienban::model::{Attendance, Congress, FullDate, Member, PartialDate, Sex, Traced};

/// Identity, members, ballots, shows of hands, resolution and events.
pub(super) fn lines(congress: &Congress) -> Vec<String> {
    let mut lines = vec![identity(congress)];
    lines.extend(congress.members.iter().map(member));
    for ballot in &congress.ballots {
        let figure = |it: Option<u32>| it.map_or("?".to_owned(), |it| it.to_string());
        let people = ballot.candidates.iter().map(|one| {
            let votes = figure(one.votes.as_ref().map(|it| it.value.0));
            let against = figure(one.against.as_ref().map(|it| it.value.0));
            let percent = text(one.percent.as_ref());
            format!("{} {votes}-{against} {percent}", one.name.value)
        });
        let people: Vec<String> = people.collect();
        lines.push(format!(
            "bầu {} {}/{} phát {} thu {} hợp lệ {} không {}: {}",
            ballot.id.office.label(),
            ballot.id.round,
            figure(ballot.seats.as_ref().map(|it| it.value.0)),
            figure(ballot.issued.as_ref().map(|it| it.value.0)),
            figure(ballot.returned.as_ref().map(|it| it.value.0)),
            figure(ballot.valid.as_ref().map(|it| it.value.0)),
            figure(ballot.invalid.as_ref().map(|it| it.value.0)),
            people.join("; ")
        ));
    }
    lines.extend(congress.motions.iter().map(|it| {
        let agreed = it.agreed.as_ref().map(|it| it.value);
        format!("biểu quyết {} {agreed:?}", text(it.text.as_ref()))
    }));
    let items = congress.resolution.iter();
    lines.extend(items.map(|it| format!("nghị quyết {}", text(it.text.as_ref()))));
    let events = congress.events.iter();
    lines.extend(events.map(|it| format!("việc {:?}", it.kind.value)));
    lines
}

fn identity(congress: &Congress) -> String {
    let date = congress.identity.date.as_ref().map(|it| day(it.value));
    let opened = congress.identity.opened.as_ref();
    let opened = opened.map(|it| format!("{}:{:02}", it.value.hour(), it.value.minute()));
    let boards = &congress.boards;
    let led = boards.chairs.iter().chain(&boards.secretaries);
    let led: Vec<&str> = led.map(|it| it.value.as_str()).collect();
    format!(
        "chi bộ {}, {}, {} {}",
        congress.cell.value,
        date.unwrap_or_default(),
        opened.unwrap_or_default(),
        led.join(", ")
    )
}

fn member(member: &Member) -> String {
    let sex = match member.sex.as_ref().map(|it| it.value) {
        Some(Sex::Male) => "nam",
        Some(Sex::Female) => "nữ",
        None => "?",
    };
    let attendance = match member.attendance.as_ref().map(|it| it.value) {
        Some(Attendance::Present) => "có mặt",
        Some(Attendance::Absent) => "vắng",
        Some(Attendance::Partly) => "vắng một phần",
        None => "?",
    };
    [
        &member.name.value,
        sex,
        &date(member.born.as_ref()),
        &date(member.admitted.as_ref()),
        &date(member.official_since.as_ref()),
        attendance,
        &text(member.post.as_ref()),
        &text(member.card.as_ref()),
    ]
    .join(", ")
}

fn text<T: ToString>(it: Option<&Traced<T>>) -> String {
    it.map_or("?".to_owned(), |it| it.value.to_string())
}

fn date(it: Option<&Traced<PartialDate>>) -> String {
    match it.map(|it| it.value) {
        None => "?".to_owned(),
        Some(PartialDate::Year(year)) => year.to_string(),
        Some(PartialDate::Month { year, month }) => format!("{month}/{year}"),
        Some(PartialDate::Full(date)) => day(date),
    }
}

fn day(date: FullDate) -> String {
    format!("{}/{}/{}", date.day(), date.month(), date.year())
}
