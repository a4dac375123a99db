//! The head of a paper (issuing bodies, number, place and date) and who receives it.

use super::number::Number;
use crate::document::profile::{FormatProfile, ProfileId};
use crate::document::{
    Inline, Letterhead, Line, Meta, PaperDate, Run, RunStyle, TraceId,
};
use crate::model::{FullDate, Identity, Parent, PinnedPaper, Traced};
use crate::template::form::{Dating, Issuer};
use crate::template::{PaperKind, Traces, words};

/// What the form needs beside the template's words.
pub(in crate::template) struct PaperFacts {
    pub(in crate::template) profile: ProfileId,
    pub(in crate::template) letterhead: Letterhead,
    pub(in crate::template) recipients: Vec<Line>,
    pub(in crate::template) meta: Meta,
}

/// How many characters a blank for the hand is wide.
const BLANK: u16 = 6;

/// What the head of a paper draws on, be it a cell's or the committee's.
pub(super) struct HeadFacts<'a> {
    pub(super) kind: PaperKind,
    /// Names, term, place.
    pub(super) identity: &'a Identity,
    /// The cell that it is of.
    pub(super) cell: Option<&'a Traced<String>>,
    /// The committee's workbook.
    pub(super) parent: Option<&'a Parent>,
    /// The row of "Văn bản" for it.
    pub(super) pinned: Option<&'a PinnedPaper>,
    pub(super) number: Number,
    /// What follows the number: `-BB/ĐH`.
    pub(super) symbol: String,
    /// Its day, if it is not left to the hand.
    pub(super) day: Traced<Option<FullDate>>,
    /// The day of the congress, or of the last of several.
    pub(super) congress_day: Option<FullDate>,
}

/// A head in the making.
pub(super) struct Head<'a> {
    facts: HeadFacts<'a>,
    traces: &'a mut Traces,
    form: &'static FormatProfile,
}

impl<'a> Head<'a> {
    /// Works out a paper's own facts.
    pub(super) fn paper_facts(
        facts: HeadFacts<'a>,
        profile: Option<ProfileId>,
        traces: &'a mut Traces,
    ) -> Option<PaperFacts> {
        let form_day = facts.day.value.or(facts.congress_day).map(paper_date);
        let of_day = || form_day.map_or(ProfileId::NEWEST, ProfileId::on);
        let profile = profile.unwrap_or_else(of_day);
        let mut head = Self {
            facts,
            traces,
            form: profile.profile(),
        };
        let issuer = head.facts.kind.form().issuer;
        let letterhead = Letterhead {
            number: head.number(),
            place_date: head.place_date(issuer),
            ..head.bodies(issuer)?
        };
        Some(PaperFacts {
            profile,
            recipients: head.recipients(),
            meta: Meta {
                title: String::new(),
                issuer: head.issuer(issuer)?,
                language: "vi-VN".to_owned(),
                date: form_day,
            },
            letterhead,
        })
    }

    /// The issuing body in running text, for the properties of the file.
    fn issuer(&self, issuer: Issuer) -> Option<String> {
        Some(match issuer {
            Issuer::Congress | Issuer::CountingBoard | Issuer::Cell => {
                format!("Chi bộ {}", self.facts.cell?.value)
            }
            Issuer::Committee => {
                let own = self.facts.identity.organisation.as_ref()?;
                format!("Đảng ủy {}", own.value)
            }
        })
    }

    /// The issuing bodies: the congress and the cell below their organisation, the
    /// counting board below the congress, the committee below the organisation above.
    ///
    /// Source: 36-HD/VPTW, 1.2.1.
    fn bodies(&mut self, issuer: Issuer) -> Option<Letterhead> {
        let own = self.facts.identity;
        let organisation = own.organisation.as_ref()?;
        let (superior, issuer) = match issuer {
            Issuer::CountingBoard => (self.congress()?, vec![set("BAN KIỂM PHIẾU")]),
            Issuer::Congress => {
                let issuer = self.congress()?;
                (vec![self.named("ĐẢNG BỘ ", organisation)], issuer)
            }
            Issuer::Cell => {
                let cell = self.named("CHI BỘ ", self.facts.cell?);
                (vec![self.named("ĐẢNG BỘ ", organisation)], vec![cell])
            }
            Issuer::Committee => {
                let above = own.higher_organisation.as_ref();
                let above = above.map(|above| self.named("ĐẢNG BỘ ", above));
                let committee = self.named("ĐẢNG ỦY ", organisation);
                (above.into_iter().collect(), vec![committee])
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

    /// The congress: its cell, and its ordinal or else the term.
    fn congress(&mut self) -> Option<Vec<Line>> {
        let own = self.facts.identity;
        let which = match (&own.ordinal, &own.term) {
            (Some(ordinal), _) => self.named("LẦN THỨ ", ordinal),
            (None, Some(term)) => self.named("NHIỆM KỲ ", term),
            (None, None) => return None,
        };
        let cell = self.named("ĐẠI HỘI CHI BỘ ", self.facts.cell?);
        Some(vec![cell, which])
    }

    /// Number and symbol, on a paper that has them.
    fn number(&mut self) -> Option<Line> {
        let word = set(&format!("{} ", self.form.phrases.number_word));
        let symbol = self.facts.symbol.clone();
        let number = match self.facts.number.clone() {
            Number::Absent => return None,
            Number::Blank => vec![Inline::Blank(BLANK), traceless(&symbol)],
            Number::Counted(number) => {
                let text = format!("{}{symbol}", words::padded(number.value));
                self.slot(&number, text)
            }
            Number::Pinned(number) => {
                let text = match number.value.parse::<u32>() {
                    Ok(bare) => format!("{}{symbol}", words::padded(bare)),
                    Err(_) => number.value.clone(),
                };
                self.slot(&number, text)
            }
        };
        Some([word, number].concat())
    }

    /// Place and date; a blank date keeps the year of the congress, if that is known.
    fn place_date(&mut self, issuer: Issuer) -> Option<Line> {
        if self.facts.kind.form().dating == Dating::Absent {
            return None;
        }
        let (day, congress_day) = (&self.facts.day.clone(), self.facts.congress_day);
        let of_committee = self.facts.parent.filter(|_| issuer == Issuer::Committee);
        let of_committee = of_committee.and_then(|it| it.shared.place_name.as_ref());
        let place = of_committee.or(self.facts.identity.place_name.as_ref())?;
        let place = self.slot(place, place.value.clone());
        let date = if let Some(date) = day.value {
            self.slot(day, words::date(date))
        } else {
            let blank = vec![Inline::Blank(BLANK)];
            let year = congress_day.map(|day| day.year().to_string());
            let year = year.map_or(blank.clone(), |year| self.slot(day, year));
            [blank.clone(), set(" tháng "), blank, set(" năm "), year].concat()
        };
        Some([place, set(", ngày "), date].concat())
    }

    /// Who gets the paper: pinned, or the level above, those concerned, the file.
    fn recipients(&mut self) -> Vec<Line> {
        let pinned = self.facts.pinned.map(|row| row.recipients.as_slice());
        if let Some(pinned @ [_, ..]) = pinned {
            let lines = pinned
                .iter()
                .map(|item| self.slot(item, item.value.clone()));
            return lines.collect();
        }
        let own = self.facts.identity;
        let report = set(" (để báo cáo)");
        let committee = |head: &mut Self, body: Option<&Traced<String>>| {
            let body = head.typed("Đảng ủy ", body?);
            Some([body, report.clone()].concat())
        };
        let (above, others) = match self.facts.kind {
            PaperKind::AttendanceList
            | PaperKind::BallotPapers
            | PaperKind::BallotCount
            | PaperKind::Minutes
            | PaperKind::ElectedList
            | PaperKind::NewsItem => (None, vec![]),
            PaperKind::AttendanceReport | PaperKind::Resolution => (
                committee(self, own.organisation.as_ref()),
                vec![set("Đảng viên Chi bộ"), set("Lưu Chi bộ")],
            ),
            PaperKind::ResultReport => (
                committee(self, own.organisation.as_ref()),
                vec![set("Lưu Chi bộ")],
            ),
            PaperKind::Submission => (Some(set("Như trên")), vec![set("Lưu Chi bộ")]),
            PaperKind::Ratification => {
                let above = committee(self, own.higher_organisation.as_ref());
                (above, vec![set("Như Điều 3"), set("Lưu Đảng ủy")])
            }
            PaperKind::Summary => {
                let above = committee(self, own.higher_organisation.as_ref());
                (
                    above,
                    vec![set("Các chi bộ trực thuộc"), set("Lưu Đảng ủy")],
                )
            }
        };
        above.into_iter().chain(others).collect()
    }

    /// A name in capitals after its word.
    fn named(&mut self, word: &str, name: &Traced<String>) -> Line {
        [set(word), self.slot(name, name.value.to_uppercase())].concat()
    }

    /// A name as typed after its word.
    fn typed(&mut self, word: &str, name: &Traced<String>) -> Line {
        [set(word), self.slot(name, name.value.clone())].concat()
    }

    fn slot<T>(&mut self, value: &Traced<T>, text: String) -> Line {
        let slot = self.traces.slot(value, text);
        vec![run(slot.text(), Some(slot.id()))]
    }
}

fn paper_date(date: FullDate) -> PaperDate {
    PaperDate {
        year: date.year(),
        month: date.month(),
        day: date.day(),
    }
}

/// A set phrase.
fn set(text: &str) -> Line {
    vec![traceless(text)]
}

fn traceless(text: &str) -> Inline {
    run(text, None)
}

fn run(text: &str, trace: Option<TraceId>) -> Inline {
    Inline::Run(Run {
        text: text.to_owned(),
        style: RunStyle::default(),
        trace,
    })
}
