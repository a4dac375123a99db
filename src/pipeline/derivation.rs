//! Results for people: who is elected, and why, as a counting board would say it.

use crate::diagnostic::Lang;
use crate::model::Decision;
use crate::rules::{
    BallotResult, CandidateResult, DecisionNeeded, OfficeResult, OpenSeats, Outcome,
    Results, Stage, StepKind,
};

/// The results of a cell as lines of text.
pub fn results_text(cell: &str, results: &Results, lang: Lang) -> Vec<String> {
    let mut lines = vec![format!(
        "{} {cell} · {}",
        lang.pick("Chi bộ", "Cell"),
        results.rules.number
    )];
    for ballot in &results.ballots {
        lines.push(format!("  {}", title(ballot, lang)));
        lines.push(format!("    {}", base(ballot, lang)));
        for one in &ballot.candidates {
            lines.push(format!("    {}", candidate(one, ballot, lang)));
        }
        lines.push(format!("    {}", outcome(ballot, lang)));
    }
    if results.stage != Stage::Before {
        for office in &results.offices {
            lines.push(format!("  {}", office_line(office, lang)));
        }
    }
    if results.ballots.is_empty() {
        let text = match results.stage {
            Stage::Before => lang.pick("chưa đại hội", "before the congress"),
            Stage::Waiting | Stage::Settled => {
                lang.pick("chưa kiểm phiếu", "no ballot is counted yet")
            }
        };
        lines.push(format!("  {text}"));
    }
    lines
}

fn title(ballot: &BallotResult, lang: Lang) -> String {
    let mut title = match lang {
        Lang::Vi => format!("Bầu {}", ballot.id.office.label()),
        Lang::En => format!("Ballot: {}", ballot.id.office.slug()),
    };
    if ballot.id.round > 1 {
        title = format!("{title}, {} {}", lang.pick("lần", "round"), ballot.id.round);
    }
    if ballot.id.is_revote {
        title = format!("{title}, {}", lang.pick("bầu lại", "re-vote"));
    }
    let seats = ballot.seats.as_ref().map_or(0, |seats| seats.value.0);
    format!("{title}: {seats} {}", lang.pick("người", "to elect"))
}

/// `28 đảng viên chính thức − 1 sinh hoạt tạm thời nơi khác − 1 vắng được đồng ý = 26;
/// quá một nửa là từ 14 phiếu`
fn base(ballot: &BallotResult, lang: Lang) -> String {
    let mut text = String::new();
    for step in &ballot.base.steps {
        let sign = if step.kind.adds() { "" } else { " − " };
        let reason = reason(step.kind, lang);
        text = format!("{text}{sign}{} {reason}", step.members.len());
    }
    let count = ballot.base.count.value;
    let rule = match (ballot.threshold, lang) {
        (Some(votes), Lang::Vi) => format!("quá một nửa là từ {votes} phiếu"),
        (Some(votes), Lang::En) => format!("more than half: {votes} votes"),
        (None, Lang::Vi) => "bầu lại: người nhiều phiếu hơn trúng cử".to_owned(),
        (None, Lang::En) => "re-vote: the higher count wins".to_owned(),
    };
    format!("{text} = {count}; {rule} ({})", ballot.rules.base_clause)
}

fn reason(kind: StepKind, lang: Lang) -> &'static str {
    match kind {
        StepKind::Official => lang.pick("đảng viên chính thức", "official members"),
        StepKind::Suspended => lang.pick("bị đình chỉ sinh hoạt", "suspended"),
        StepKind::Charged => lang.pick("bị khởi tố, truy tố", "charged"),
        StepKind::Elsewhere => lang.pick("sinh hoạt tạm thời nơi khác", "elsewhere"),
        StepKind::ExemptAbsent => {
            lang.pick("miễn sinh hoạt không dự", "exempt and absent")
        }
        StepKind::AbsentAccepted => {
            lang.pick("vắng được đồng ý", "absent with acceptance")
        }
    }
}

fn candidate(one: &CandidateResult, ballot: &BallotResult, lang: Lang) -> String {
    let votes = one.votes.as_ref().map_or(0, |votes| votes.value.0);
    let share = one.percent.as_ref();
    let share = share.map_or(String::new(), |share| format!(" ({}%)", share.value));
    let is_tied = ballot.open().tied.contains(&one.name.value);
    let result = match (one.is_elected, one.is_alternate, is_tied) {
        (true, _, _) => lang.pick("trúng cử", "elected"),
        (_, true, _) => lang.pick("dự khuyết", "alternate"),
        (_, _, true) => lang.pick("bằng phiếu", "tied"),
        _ => lang.pick("không trúng cử", "not elected"),
    };
    let (title, unit) = lang.pick(("đồng chí ", "phiếu"), ("", "votes"));
    format!("{title}{}: {votes} {unit}{share}, {result}", one.name.value)
}

fn outcome(ballot: &BallotResult, lang: Lang) -> String {
    let OpenSeats {
        outcome,
        still_to_elect: open,
        ..
    } = ballot.open();
    let mut text = match (outcome, lang) {
        (Outcome::Complete, Lang::Vi) => "→ bầu đủ số lượng".to_owned(),
        (Outcome::Complete, Lang::En) => "→ complete".to_owned(),
        (Outcome::Short, Lang::Vi) => format!("→ còn thiếu {open}"),
        (Outcome::Short, Lang::En) => format!("→ {open} still to elect"),
        (Outcome::Tied, Lang::Vi) => format!("→ bằng phiếu, còn {open} chỗ"),
        (Outcome::Tied, Lang::En) => format!("→ tied for {open}"),
        (Outcome::TiedAgain, Lang::Vi) => format!("→ lại bằng phiếu, còn {open} chỗ"),
        (Outcome::TiedAgain, Lang::En) => format!("→ tied again for {open}"),
        (Outcome::NotQuorate, Lang::Vi) => "→ không đủ hai phần ba có mặt".to_owned(),
        (Outcome::NotQuorate, Lang::En) => "→ not quorate".to_owned(),
    };
    if let Some(needed) = ballot.decision_needed {
        let what = match needed {
            DecisionNeeded::NextRound => {
                lang.pick("bầu tiếp hay không", "whether to vote on")
            }
            DecisionNeeded::Revote => {
                lang.pick("bầu lại hay không", "whether to re-vote")
            }
            DecisionNeeded::AskHigherCommittee => {
                lang.pick("đề nghị chỉ định", "to ask the higher committee")
            }
        };
        let word = lang.pick("đại hội cần quyết định", "the congress has to decide");
        text = format!("{text}; {word}: {what}");
    }
    if let Some(decision) = ballot.decision {
        let what = match decision {
            Decision::NextRound => lang.pick("bầu tiếp", "another round"),
            Decision::Revote => lang.pick("bầu lại", "re-vote"),
            Decision::Stop => lang.pick("không bầu nữa", "no more ballots"),
            Decision::AskHigherCommittee => {
                lang.pick("đề nghị chỉ định", "ask the higher committee")
            }
        };
        let word = lang.pick("đại hội quyết định", "the congress decided");
        text = format!("{text}; {word}: {what}");
    }
    text
}

fn office_line(office: &OfficeResult, lang: Lang) -> String {
    let names: Vec<&str> = office
        .elected
        .iter()
        .map(|name| name.value.as_str())
        .collect();
    let names = if names.is_empty() {
        lang.pick("chưa có", "nobody yet").to_owned()
    } else {
        names.join(", ")
    };
    let state = if office.is_settled {
        ""
    } else {
        lang.pick(" (chưa xong)", " (not settled)")
    };
    let label = lang.pick(office.office.label(), office.office.slug());
    format!("{label}: {names}{state}")
}
