//! The figures of a ballot, and why ballots are invalid.

use crate::diagnostic::{Lang, Place};
use crate::model::{PercentBase, Traced};
use crate::rules::{BallotResult, Invalidity, WhyInvalid};
use crate::template::why_invalid;

/// What was counted, by what it is judged, what is invalid and why.
pub(super) fn lines(ballot: &BallotResult, lang: Lang) -> Vec<String> {
    let mut lines = vec![counts(ballot, lang)];
    if ballot.id.is_revote {
        let article = article(ballot);
        let rule = lang.pick(
            "giữa những người ngang phiếu lấy người nhiều phiếu hơn, không cần quá một nửa",
            "among the tied the higher count wins, also without more than half",
        );
        lines.push(format!("{rule} ({article})"));
    }
    if !ballot.invalid_reasons.is_empty() {
        let whys = ballot.invalid_reasons.iter();
        let whys: Vec<String> = whys.map(|why| invalid(why, lang)).collect();
        let word = lang.pick("không hợp lệ", "invalid");
        lines.push(format!("{word}: {}", whys.join("; ")));
    }
    if let Some((base, whole)) = &ballot.percent_base
        && *base != PercentBase::Official
    {
        let (of, whole) = (percent_base(*base, lang), whole.value);
        lines.push(match lang {
            Lang::Vi => format!("tỷ lệ so với {of}: {whole}"),
            Lang::En => format!("percentages of {of}: {whole}"),
        });
    }
    lines
}

/// The article on who is elected: `Điều 32`.
pub(super) fn article(ballot: &BallotResult) -> &'static str {
    let clause = ballot.rules.base_clause.as_str();
    clause
        .split_once(',')
        .map_or(clause, |(article, _)| article)
}

/// `có mặt 25, phát ra 25, thu về 25, hợp lệ 24, không hợp lệ 1; mẫu số 26, cần từ 14`
fn counts(ballot: &BallotResult, lang: Lang) -> String {
    let figures = [
        (lang.pick("phát ra", "issued"), &ballot.issued),
        (lang.pick("thu về", "returned"), &ballot.returned),
        (lang.pick("hợp lệ", "valid"), &ballot.valid),
        (lang.pick("không hợp lệ", "invalid"), &ballot.invalid),
    ];
    let mut text = format!(
        "{} {}",
        lang.pick("có mặt", "present"),
        ballot.present.value
    );
    for (label, figure) in figures {
        if let Some(figure) = figure {
            text = format!("{text}, {label} {}", figure.value);
        }
    }
    let base = ballot.base.count.value;
    match (ballot.threshold, lang) {
        (Some(votes), Lang::Vi) => {
            format!("{text}; mẫu số {base}, trúng cử từ {votes} phiếu")
        }
        (Some(votes), Lang::En) => format!("{text}; base {base}, elected from {votes}"),
        (None, _) => text,
    }
}

/// `1 phiếu bầu quá số lượng (ô J20)`
fn invalid(why: &Traced<Invalidity>, lang: Lang) -> String {
    let reason = match (&why.value.why, lang) {
        (why, Lang::Vi) => why_invalid(why),
        (WhyInvalid::OverSeats, Lang::En) => "for too many",
        (WhyInvalid::Nobody, Lang::En) => "for nobody",
        (WhyInvalid::BothBoxes, Lang::En) => "both boxes marked",
        (WhyInvalid::NeitherBox, Lang::En) => "neither box marked",
        (WhyInvalid::Stated(reason), Lang::En) => reason,
        (WhyInvalid::Unstated, Lang::En) => "without a reason",
    };
    let is_stated = matches!(why.value.why, WhyInvalid::Stated(_));
    let colon = if is_stated { ":" } else { "" };
    let cells: Vec<String> = why.cells().iter().filter_map(cell).collect();
    let (unit, at) = lang.pick(("phiếu", "ô"), ("×", "at"));
    let mut text = match why.value.ballots {
        Some(ballots) => format!("{ballots} {unit}{colon} {reason}"),
        None => reason.to_owned(),
    };
    if !cells.is_empty() {
        text = format!("{text} ({at} {})", cells.join(", "));
    }
    text
}

fn cell(place: &Place) -> Option<String> {
    place.cells.map(|cells| cells.to_string())
}

fn percent_base(base: PercentBase, lang: Lang) -> &'static str {
    match base {
        PercentBase::Official => lang.pick("mẫu số", "the base"),
        PercentBase::Valid => lang.pick("số phiếu hợp lệ", "valid ballots"),
        PercentBase::Present => lang.pick("số có mặt lúc bầu", "those present"),
        PercentBase::Summoned => lang.pick("số được triệu tập", "those summoned"),
    }
}
