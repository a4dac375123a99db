//! Results for people: who is elected, and why, as a counting board would say it.

mod base;
mod ending;
mod figures;
mod verdict;

use crate::diagnostic::Lang;
use crate::model::Traced;
use crate::rules::{BallotResult, OfficeResult, Results, Stage};

/// The results of a cell as lines of text: the base once, then every ballot with its
/// figures, its list and what follows, then every office.
pub fn results_text(cell: &str, results: &Results, lang: Lang) -> Vec<String> {
    let mut lines = vec![head(cell, results, lang)];
    let mut add = |indent: &str, line: String| lines.push(format!("{indent}{line}"));
    if results.stage == Stage::Before {
        add(
            "  ",
            lang.pick("chưa đại hội", "before the congress").into(),
        );
        return lines;
    }
    for line in base::lines(results, lang) {
        add("  ", line);
    }
    for ballot in &results.ballots {
        add("  ", title(ballot, lang));
        for line in figures::lines(ballot, lang) {
            add("    ", line);
        }
        for one in &ballot.candidates {
            add("    ", verdict::line(one, ballot, lang));
        }
        for line in ending::lines(ballot, lang) {
            add("    ", line);
        }
    }
    for office in &results.offices {
        add("  ", office_line(office, lang));
    }
    if results.ballots.is_empty() {
        let text = lang.pick("chưa kiểm phiếu", "no ballot is counted yet");
        add("  ", text.into());
    }
    lines
}

/// `Chi bộ Một · 244-QĐ/TW · Hướng dẫn số 03-HD/TW, ngày 20/3/2020`
fn head(cell: &str, results: &Results, lang: Lang) -> String {
    let head = format!(
        "{} {cell} · {}",
        lang.pick("Chi bộ", "Cell"),
        results.rules.number
    );
    match results.guidance {
        Some(guidance) => format!("{head} · {guidance}"),
        None => head,
    }
}

/// `Bầu chi ủy (lần 2): bầu 1 trong danh sách 2 người`
fn title(ballot: &BallotResult, lang: Lang) -> String {
    let mut title = match lang {
        Lang::Vi => format!("Bầu {}", ballot.id.office.label()),
        Lang::En => format!("Ballot: {}", ballot.id.office.slug()),
    };
    if ballot.elects_alternates {
        title = format!("{title} {}", lang.pick("dự khuyết", "(alternates)"));
    }
    let mut which = Vec::new();
    if ballot.id.round > 1 {
        which.push(format!("{} {}", lang.pick("lần", "round"), ballot.id.round));
    }
    if ballot.id.is_revote {
        which.push(lang.pick("bầu lại", "re-vote").to_owned());
    }
    if !which.is_empty() {
        title = format!("{title} ({})", which.join(", "));
    }
    let seats = ballot.seats.as_ref().map_or(0, |seats| seats.value.0);
    let names = ballot.candidates.len();
    match lang {
        Lang::Vi => format!("{title}: bầu {seats} trong danh sách {names} người"),
        Lang::En => format!("{title}: {seats} of a list of {names}"),
    }
}

/// `→ chi ủy 2/3: Lê Văn Bình, Trần Thị An (chưa xong)`
fn office_line(office: &OfficeResult, lang: Lang) -> String {
    let label = lang.pick(office.office.label(), office.office.slug());
    let seats = office.seats.as_ref();
    let seats = seats.map_or("?".to_owned(), |seats| seats.value.to_string());
    let elected = if office.elected.is_empty() {
        lang.pick("chưa có", "nobody").to_owned()
    } else {
        joined(&office.elected)
    };
    let mut line = format!("→ {label} {}/{seats}: {elected}", office.elected.len());
    if !office.alternates.is_empty() {
        let word = lang.pick("dự khuyết", "alternates");
        line = format!("{line}; {word}: {}", joined(&office.alternates));
    }
    if !office.is_settled {
        line.push_str(lang.pick(" (chưa xong)", " (not settled)"));
    }
    line
}

fn joined(names: &[Traced<String>]) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.value.as_str()).collect();
    names.join(", ")
}
