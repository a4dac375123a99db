//! Who was there, and the base of the majority, step by step.

use crate::diagnostic::Lang;
use crate::rules::{Base, Quorum, Results, RuleSet, Step, StepKind, threshold};

/// The quorum; the base in one line; below it who is not in it, and why.
pub(super) fn lines(results: &Results, lang: Lang) -> Vec<String> {
    let mut lines = vec![quorum(results, lang)];
    if let Some(ballot) = results.ballots.first() {
        lines.push(sum(&ballot.base, results.rules, lang));
        let taken = ballot.base.steps.iter().filter(|it| !it.kind.adds());
        lines.extend(taken.map(|step| {
            let (reason, names) = (reason(step.kind, lang), step.members.join(", "));
            format!("  {reason}: {names}")
        }));
    }
    lines
}

fn quorum(results: &Results, lang: Lang) -> String {
    let turnout = &results.turnout;
    let present = turnout.official_present.value;
    let summoned = turnout.official_summoned.value;
    let expected = turnout.official_expected.value;
    match lang {
        Lang::Vi => {
            let word = match turnout.quorum() {
                Quorum::Present => "đủ hai phần ba".to_owned(),
                Quorum::WithoutExempt => format!(
                    "đủ hai phần ba nếu không tính người được miễn sinh hoạt không dự \
                     ({present}/{expected})"
                ),
                Quorum::Absent => "chưa đủ hai phần ba".to_owned(),
            };
            format!(
                "Có mặt {present}/{summoned} đảng viên chính thức được triệu tập: {word} \
                 (Điều lệ Đảng, Điều 11)"
            )
        }
        Lang::En => {
            let word = match turnout.quorum() {
                Quorum::Present => "two thirds".to_owned(),
                Quorum::WithoutExempt => format!(
                    "two thirds only without those exempt and away ({present} of {expected})"
                ),
                Quorum::Absent => "fewer than two thirds".to_owned(),
            };
            format!(
                "Present {present} of {summoned} official members summoned: {word} (Party \
                 Statutes, article 11)"
            )
        }
    }
}

/// `Mẫu số: 28 được triệu tập − 1 sinh hoạt tạm thời nơi khác − 1 vắng được đồng ý = 26;
/// quá một nửa là từ 14 phiếu (Điều 32, khoản 2)`
fn sum(base: &Base, rules: &RuleSet, lang: Lang) -> String {
    let official = base.steps.iter().filter(|it| it.kind.adds());
    let mut left: usize = official.map(|step| step.members.len()).sum();
    let is_called = |step: &&Step| is_before_summons(step.kind);
    let (before, after): (Vec<&Step>, Vec<&Step>) = base
        .steps
        .iter()
        .filter(|it| !it.kind.adds())
        .partition(is_called);
    let mut text = String::new();
    if !before.is_empty() {
        text = format!("{left} {}", lang.pick("đảng viên chính thức", "official"));
        for step in before {
            left = left.saturating_sub(step.members.len());
            text = format!("{text}{}", minus(step, lang));
        }
        text.push_str(" = ");
    }
    text = format!("{text}{left} {}", lang.pick("được triệu tập", "summoned"));
    for step in &after {
        text = format!("{text}{}", minus(step, lang));
    }
    let (count, clause) = (base.count.value, &rules.base_clause);
    if !after.is_empty() {
        text = format!("{text} = {count}");
    }
    let least = threshold(count.0);
    match lang {
        Lang::Vi => format!("Mẫu số: {text}; quá một nửa là từ {least} phiếu ({clause})"),
        Lang::En => {
            format!("Base: {text}; more than half: {least} votes ({clause})")
        }
    }
}

/// Who is suspended or charged is not summoned at all.
fn is_before_summons(kind: StepKind) -> bool {
    matches!(kind, StepKind::Suspended | StepKind::Charged)
}

fn minus(step: &Step, lang: Lang) -> String {
    format!(" − {} {}", step.members.len(), reason(step.kind, lang))
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
