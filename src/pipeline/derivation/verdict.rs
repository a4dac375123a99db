//! Each candidate: the votes, and elected or why not.

use crate::diagnostic::Lang;
use crate::rules::{BallotResult, CandidateResult, Outcome, is_over_half};

/// `đồng chí Lê Văn Bình: 13 phiếu (50%): không trúng cử, không quá một nửa (đúng một nửa)`
pub(super) fn line(one: &CandidateResult, ballot: &BallotResult, lang: Lang) -> String {
    let title = lang.pick("đồng chí ", "");
    let (name, votes) = (&one.name.value, votes(one, lang));
    let share = one.percent.as_ref();
    let share = share.map_or(String::new(), |share| format!(" ({}%)", share.value));
    let verdict = verdict(one, ballot, lang);
    format!("{title}{name}: {votes}{share}: {verdict}")
}

/// With boxes: for, against, and what counts neither way.
fn votes(one: &CandidateResult, lang: Lang) -> String {
    let agreed = one.votes.as_ref().map_or(0, |votes| votes.value.0);
    let Some(against) = one.against.as_ref().map(|votes| votes.value.0) else {
        return format!("{agreed} {}", lang.pick("phiếu", "votes"));
    };
    let text = match lang {
        Lang::Vi => format!("{agreed} đồng ý, {against} không đồng ý"),
        Lang::En => format!("{agreed} for, {against} against"),
    };
    match one.uncounted {
        Some(neither) if neither > 0 => {
            let word = lang.pick("không tính", "neither way");
            format!("{text}, {neither} {word}")
        }
        _ => text,
    }
}

fn verdict(one: &CandidateResult, ballot: &BallotResult, lang: Lang) -> String {
    if one.is_elected {
        return lang.pick("trúng cử", "elected").to_owned();
    }
    if one.is_alternate {
        return lang.pick("dự khuyết", "alternate").to_owned();
    }
    let name = &one.name.value;
    if ballot.tied.contains(name) {
        return lang.pick("ngang phiếu, chưa trúng cử", "tied").to_owned();
    }
    if ballot.alternates_tied.contains(name) {
        let text = lang.pick("ngang phiếu ở chỗ dự khuyết cuối", "tied as alternate");
        return text.to_owned();
    }
    let word = lang.pick("không trúng cử", "not elected");
    let why = why_not(one, ballot, lang);
    format!("{word}, {why}")
}

fn why_not(one: &CandidateResult, ballot: &BallotResult, lang: Lang) -> &'static str {
    let (votes, base) = (
        one.votes.as_ref().map_or(0, |votes| votes.value.0),
        ballot.base.count.value.0,
    );
    if ballot.outcome == Outcome::NotQuorate {
        lang.pick("đại hội không đủ hai phần ba", "no quorum")
    } else if ballot.outcome == Outcome::Void {
        lang.pick("bầu lại sai danh sách bằng phiếu", "not those tied")
    } else if ballot.id.is_revote {
        lang.pick("ít phiếu hơn", "fewer votes")
    } else if u64::from(votes) * 2 == u64::from(base) {
        lang.pick("không quá một nửa (đúng một nửa)", "exactly half")
    } else if !is_over_half(votes, base) {
        lang.pick("không quá một nửa", "not more than half")
    } else if ballot.outcome == Outcome::Complete {
        lang.pick("quá một nửa nhưng hết chỗ", "over half, no seat left")
    } else {
        lang.pick("quá một nửa nhưng ít phiếu hơn", "over half, fewer votes")
    }
}
