//! How a ballot ended, what the congress has to decide and what it decided.

use super::figures::article;
use crate::diagnostic::Lang;
use crate::model::Decision;
use crate::rules::{BallotResult, DecisionNeeded, OpenSeats, Outcome, ranked};

/// The outcome in a line, alternates and decisions in lines of their own.
pub(super) fn lines(ballot: &BallotResult, lang: Lang) -> Vec<String> {
    let mut lines = vec![outcome(ballot, lang)];
    lines.extend(alternates(ballot, lang));
    if let Some(needed) = ballot.decision_needed {
        let word = lang.pick("đại hội cần quyết định", "the congress has to decide");
        let what = needed_text(needed, ballot, lang);
        lines.push(format!("{word}: {what}"));
    }
    if let Some(decision) = ballot.decision {
        let word = lang.pick("đại hội đã quyết định", "the congress decided");
        lines.push(format!("{word}: {}", decision_text(decision, lang)));
    }
    lines
}

fn outcome(ballot: &BallotResult, lang: Lang) -> String {
    let seats = ballot.seats.as_ref().map_or(0, |seats| seats.value.0);
    let (elected, open) = (
        seats.saturating_sub(ballot.still_to_elect),
        ballot.still_to_elect,
    );
    let tied = ballot.tied.join(", ");
    match (ballot.outcome, lang) {
        (Outcome::Complete, Lang::Vi) => format!("bầu đủ {elected}/{seats}"),
        (Outcome::Complete, Lang::En) => format!("complete, {elected} of {seats}"),
        (Outcome::Short, Lang::Vi) => {
            format!("bầu được {elected}/{seats}, còn thiếu {open}")
        }
        (Outcome::Short, Lang::En) => {
            format!("{elected} of {seats}, {open} still to elect")
        }
        (Outcome::Tied, Lang::Vi) => {
            format!("bầu được {elected}/{seats}, ngang phiếu cho {open} chỗ: {tied}")
        }
        (Outcome::Tied, Lang::En) => {
            format!("{elected} of {seats}, tied for {open}: {tied}")
        }
        (Outcome::TiedAgain, Lang::Vi) => {
            format!("bầu được {elected}/{seats}, lại ngang phiếu cho {open} chỗ: {tied}")
        }
        (Outcome::TiedAgain, Lang::En) => {
            format!("{elected} of {seats}, tied again for {open}: {tied}")
        }
        (Outcome::NotQuorate, Lang::Vi) => {
            "không bầu được: chưa đủ hai phần ba có mặt".to_owned()
        }
        (Outcome::NotQuorate, Lang::En) => "nobody elected: not quorate".to_owned(),
        (Outcome::Void, Lang::Vi) => {
            "không bầu được: bầu lại không đúng những người bằng phiếu".to_owned()
        }
        (Outcome::Void, Lang::En) => {
            "nobody elected: a re-vote of others than the tied".to_owned()
        }
    }
}

/// Alternates of the same list: how many of those wanted, and who is tied.
fn alternates(ballot: &BallotResult, lang: Lang) -> Option<String> {
    let (wanted, open) = (ballot.alternates_wanted, ballot.alternates_open());
    let has_any = wanted > 0 && ballot.outcome == Outcome::Complete;
    if !has_any || ballot.elects_alternates {
        return None;
    }
    let count = ranked(ballot, true).len();
    let text = match lang {
        Lang::Vi => format!("dự khuyết {count}/{wanted}"),
        Lang::En => format!("alternates: {count} of {wanted}"),
    };
    let OpenSeats { tied, .. } = ballot.open();
    Some(match (open, tied.is_empty(), lang) {
        (0, _, _) => text,
        (_, false, Lang::Vi) => format!("{text}, ngang phiếu: {}", tied.join(", ")),
        (_, false, Lang::En) => format!("{text}, tied: {}", tied.join(", ")),
        (_, true, Lang::Vi) => {
            format!("{text}, còn thiếu {open}: bầu thêm hay không do đại hội quyết định")
        }
        (_, true, Lang::En) => {
            format!("{text}, {open} open: the congress may vote on them")
        }
    })
}

fn needed_text(needed: DecisionNeeded, ballot: &BallotResult, lang: Lang) -> String {
    let article = article(ballot);
    match (needed, lang) {
        (DecisionNeeded::NextRound, Lang::Vi) => format!(
            "bầu tiếp hay không; nếu bầu tiếp, danh sách giữ nguyên hay bổ sung ({article})"
        ),
        (DecisionNeeded::NextRound, Lang::En) => {
            format!("whether to vote on, and with which list ({article})")
        }
        (DecisionNeeded::Revote, Lang::Vi) => {
            format!("bầu lại giữa những người ngang phiếu hay không ({article})")
        }
        (DecisionNeeded::Revote, Lang::En) => {
            format!("whether to vote again among the tied ({article})")
        }
        (DecisionNeeded::AskHigherCommittee, Lang::Vi) => {
            format!(
                "{} lần bầu không được bí thư: báo cáo, đề nghị cấp ủy cấp trên chỉ định \
                 (quy định thi hành Điều lệ Đảng, mục 22)",
                ballot.id.round
            )
        }
        (DecisionNeeded::AskHigherCommittee, Lang::En) => {
            format!(
                "after {} failed ballots to ask the higher committee (on carrying out \
                 the Statutes, point 22)",
                ballot.id.round
            )
        }
    }
}

fn decision_text(decision: Decision, lang: Lang) -> &'static str {
    match decision {
        Decision::NextRound => lang.pick("bầu tiếp", "another round"),
        Decision::Revote => lang.pick("bầu lại", "re-vote"),
        Decision::Stop => lang.pick("không bầu nữa", "no more ballots"),
        Decision::AskHigherCommittee => {
            lang.pick("đề nghị chỉ định", "ask the higher committee")
        }
    }
}
