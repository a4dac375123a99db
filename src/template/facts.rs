//! What a paper is besides its words: number, date, head, recipients.

use super::{PaperKind, Traces, words};
use crate::document::profile::{FormatProfile, ProfileId};
use crate::document::{Inline, Letterhead, Line, Meta, PaperDate, Run, RunStyle};
use crate::model::{BallotId, Congress, FullDate, PinnedPaper, PinnedValue, Traced};
use crate::rules::{Results, Stage};

/// Which paper of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PaperId {
    /// Its kind.
    pub kind: PaperKind,
    /// Its ballot, for kinds of which each ballot has one.
    pub ballot: Option<BallotId>,
}

impl PaperId {
    /// The name of its files without ending:
    /// `<nn>-<kind>[-<office>[-lan-<n>][-bau-lai]]`.
    pub fn file_stem(&self) -> String {
        let mut stem = format!("{:02}-{}", self.kind.number(), self.kind.slug());
        if let Some(ballot) = self.ballot {
            stem = format!("{stem}-{}", ballot.office.slug());
            if ballot.round > 1 {
                stem = format!("{stem}-lan-{}", ballot.round);
            }
            if ballot.is_revote {
                stem.push_str("-bau-lai");
            }
        }
        stem
    }
}

/// The papers whose facts are there: the count of each counted ballot; minutes and
/// resolution once every office is settled.
pub fn papers_of(congress: &Congress, results: &Results) -> Vec<PaperId> {
    let counts = results.ballots.iter().map(|result| PaperId {
        kind: PaperKind::BallotCount,
        ballot: Some(result.id),
    });
    let settled = (results.stage == Stage::Settled).then_some([
        (PaperKind::Minutes, true),
        (PaperKind::Resolution, !congress.resolution.is_empty()),
    ]);
    let others = settled
        .into_iter()
        .flatten()
        .filter(|(_, is_there)| *is_there);
    counts
        .chain(others.map(|(kind, _)| PaperId { kind, ballot: None }))
        .collect()
}

/// What the form needs beside the template's words.
pub(super) struct PaperFacts {
    pub(super) profile: ProfileId,
    pub(super) letterhead: Letterhead,
    pub(super) recipients: Vec<Line>,
    pub(super) meta: Meta,
}

/// The row of "Văn bản" that pins facts of a paper.
pub(super) fn pinned(congress: &Congress, id: PaperId) -> Option<&PinnedPaper> {
    congress.pinned.iter().find(|row| {
        let is_ballot = id.ballot.is_none_or(|ballot| {
            let round = row.round.as_ref().map_or((1, false), |round| round.value);
            row.office.as_ref().map(|office| office.value) == Some(ballot.office)
                && round == (ballot.round, ballot.is_revote)
        });
        row.kind.value == id.kind.name() && is_ballot
    })
}

/// The numbers of the congress's papers that no row pins: one counter from 01, in the
/// order of the file, which passes over pinned numbers.
///
/// Source: 36-HD/VPTW: all papers of a congress share a counter.
fn counted_number(congress: &Congress, results: &Results, id: PaperId) -> u32 {
    let counts = results.ballots.iter().map(|result| PaperId {
        kind: PaperKind::BallotCount,
        ballot: Some(result.id),
    });
    let others = [PaperKind::Minutes, PaperKind::Resolution];
    let others = others.map(|kind| PaperId { kind, ballot: None });
    let papers: Vec<PaperId> = counts.chain(others).collect();
    let pinned_number = |paper: &PaperId| {
        let number = pinned(congress, *paper)?.number.as_ref()?;
        Some(match &number.value {
            PinnedValue::Blank => None,
            PinnedValue::Value(text) => text.trim().parse::<u32>().ok(),
        })
    };
    let taken: Vec<u32> = papers.iter().filter_map(pinned_number).flatten().collect();
    let mut number = 0;
    for paper in papers.iter().filter(|paper| pinned_number(paper).is_none()) {
        number += 1;
        while taken.contains(&number) {
            number += 1;
        }
        if *paper == id {
            break;
        }
    }
    number
}

/// Works out a paper's own facts.
pub(super) fn paper_facts(
    congress: &Congress,
    results: &Results,
    id: PaperId,
    profile: Option<ProfileId>,
    traces: &mut Traces,
) -> Option<PaperFacts> {
    let row = pinned(congress, id);
    let date = match row.and_then(|row| row.date.as_ref()) {
        Some(Traced {
            value: PinnedValue::Value(date),
            cells,
            rule,
        }) => (Some(*date), cells.clone(), *rule),
        Some(Traced {
            value: PinnedValue::Blank,
            cells,
            rule,
        }) => (None, cells.clone(), *rule),
        None => {
            let date = congress.identity.date.as_ref()?;
            (Some(date.value), date.cells.clone(), date.rule)
        }
    };
    let (day, cells, rule) = date;
    let congress_day = congress.identity.date.as_ref()?.value;
    let form_day = paper_date(day.unwrap_or(congress_day));
    let profile_id = profile.unwrap_or_else(|| ProfileId::on(form_day));
    let form = profile_id.profile();
    let day = Traced {
        value: day,
        cells,
        rule,
    };
    let mut head = Head {
        congress,
        traces,
        form,
    };
    let letterhead = Letterhead {
        number: Some(head.number(results, id, row)),
        place_date: head.place_date(&day, congress_day),
        ..head.bodies(id.kind)?
    };
    let recipients = head.recipients(id.kind, row);
    Some(PaperFacts {
        profile: profile_id,
        recipients,
        meta: Meta {
            title: String::new(),
            issuer: format!("Chi bộ {}", congress.cell.value),
            language: "vi-VN".to_owned(),
            date: Some(form_day),
        },
        letterhead,
    })
}

fn paper_date(date: FullDate) -> PaperDate {
    PaperDate {
        year: date.year(),
        month: date.month(),
        day: date.day(),
    }
}

struct Head<'a> {
    congress: &'a Congress,
    traces: &'a mut Traces,
    form: &'static FormatProfile,
}

impl Head<'_> {
    /// The issuing bodies: the congress below its organisation; the counting board
    /// below the congress.
    ///
    /// Source: 36-HD/VPTW, 1.2.1.
    fn bodies(&mut self, kind: PaperKind) -> Option<Letterhead> {
        let own = &self.congress.identity;
        let cell = self.traced(&self.congress.cell, str::to_uppercase);
        let term = match (&own.ordinal, &own.term) {
            (Some(ordinal), _) => {
                [set("LẦN THỨ "), self.traced(ordinal, str::to_uppercase)].concat()
            }
            (None, Some(term)) => {
                [set("NHIỆM KỲ "), self.traced(term, str::to_uppercase)].concat()
            }
            (None, None) => return None,
        };
        let congress = [[set("ĐẠI HỘI CHI BỘ "), cell].concat(), term];
        let organisation = own.organisation.as_ref()?;
        let organisation = self.traced(organisation, str::to_uppercase);
        let organisation = [set("ĐẢNG BỘ "), organisation].concat();
        let (superior, issuer) = match kind {
            PaperKind::BallotCount => (congress.to_vec(), vec![set("BAN KIỂM PHIẾU")]),
            PaperKind::Minutes | PaperKind::Resolution => {
                (vec![organisation], congress.to_vec())
            }
        };
        Some(Letterhead {
            superior,
            issuer,
            mark: set(self.form.phrases.letterhead_mark),
            number: None,
            heading: set(self.form.phrases.party_title),
            place_date: None,
        })
    }

    /// Number and symbol: pinned, or by the one counter of the congress.
    fn number(
        &mut self,
        results: &Results,
        id: PaperId,
        row: Option<&PinnedPaper>,
    ) -> Line {
        let word = format!("{} ", self.form.phrases.number_word);
        let symbol = format!("-{}/ĐH", id.kind.type_symbol());
        let pinned = row.and_then(|row| row.number.as_ref());
        let Some(pinned) = pinned else {
            let number = counted_number(self.congress, results, id);
            let rule = "counter of the congress's papers";
            let number = Traced::computed(number, Vec::new(), rule);
            let text = format!("{}{symbol}", words::padded(number.value));
            let slot = self.traces.slot(&number, text);
            return [set(&word), vec![run(slot.text(), Some(slot.id()))]].concat();
        };
        match &pinned.value {
            PinnedValue::Blank => {
                [set(&word), vec![Inline::Blank(6)], set(&symbol)].concat()
            }
            PinnedValue::Value(number) => {
                let number = number.trim();
                let padded = match number.parse::<u32>() {
                    Ok(bare) => format!("{}{symbol}", words::padded(bare)),
                    Err(_) => number.to_owned(),
                };
                let slot = self.traces.slot(pinned, padded);
                [set(&word), vec![run(slot.text(), Some(slot.id()))]].concat()
            }
        }
    }

    /// Place and date; a blank date keeps the year of the congress.
    fn place_date(
        &mut self,
        day: &Traced<Option<FullDate>>,
        congress_day: FullDate,
    ) -> Option<Line> {
        let place = self.congress.identity.place_name.as_ref()?;
        let place = self.traced(place, str::to_owned);
        let date = if let Some(date) = day.value {
            let slot = self.traces.slot(day, words::date(date));
            vec![run(slot.text(), Some(slot.id()))]
        } else {
            let year = day.as_ref().map(|_| congress_day.year());
            let year = self.traces.show(&year);
            [
                vec![Inline::Blank(6)],
                set(" tháng "),
                vec![Inline::Blank(6)],
                set(" năm "),
                vec![run(year.text(), Some(year.id()))],
            ]
            .concat()
        };
        Some([place, set(", ngày "), date].concat())
    }

    /// Who gets the paper: pinned, or the level above, the members, the file.
    fn recipients(&mut self, kind: PaperKind, row: Option<&PinnedPaper>) -> Vec<Line> {
        let pinned = row.map(|row| row.recipients.as_slice()).unwrap_or_default();
        if !pinned.is_empty() {
            let lines = pinned.iter().map(|item| self.traced(item, str::to_owned));
            return lines.collect();
        }
        match kind {
            PaperKind::BallotCount | PaperKind::Minutes => Vec::new(),
            PaperKind::Resolution => {
                let organisation = self.congress.identity.organisation.as_ref();
                let above = organisation.map(|organisation| {
                    let name = self.traced(organisation, str::to_owned);
                    [set("Đảng ủy "), name, set(" (để báo cáo)")].concat()
                });
                above
                    .into_iter()
                    .chain([set("Đảng viên Chi bộ"), set("Lưu Chi bộ")])
                    .collect()
            }
        }
    }

    fn traced(&mut self, value: &Traced<String>, shown: fn(&str) -> String) -> Line {
        let slot = self.traces.slot(value, shown(&value.value));
        vec![run(slot.text(), Some(slot.id()))]
    }
}

/// A set phrase.
fn set(text: &str) -> Line {
    vec![run(text, None)]
}

fn run(text: &str, trace: Option<crate::document::TraceId>) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace,
    })
}
