//! Ballots kept one by one: which are valid, and what they add up to.

use crate::diagnostic::{CountFault, Diagnostic, Place, Problem, Report};
use crate::model::{
    Ballot, BallotPaper, Candidate, Congress, Mark, Matrix, Traced, Votes,
};
use crate::rules::check::{label, place_of};
use std::borrow::Cow;

/// Why some ballots of an election are invalid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalidity {
    /// How many ballots; none where the sheet says it in words of its own.
    pub ballots: Option<Votes>,
    /// Why.
    pub why: WhyInvalid,
}

/// Why a ballot is invalid.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyInvalid {
    /// It votes for more people than there are seats.
    OverSeats,
    /// It votes for nobody.
    Nobody,
    /// Of the only name both boxes are marked.
    BothBoxes,
    /// Of the only name neither box is marked.
    NeitherBox,
    /// The counting board says why.
    Stated(String),
    /// The counting board says that it is, and not why.
    Unstated,
}

/// Puts the count of single ballots in the place of typed figures, which must agree
/// with it (V33); every later stage sees figures alike, counted or typed.
pub(super) fn count_ballots<'a>(
    congress: &'a Congress,
    report: &mut Report,
) -> Cow<'a, Congress> {
    let mut counted = Cow::Borrowed(congress);
    for (index, ballot) in congress.ballots.iter().enumerate() {
        let Some(count) = Count::of(ballot) else {
            continue;
        };
        count.compare(ballot, report);
        if let Some(ballot) = counted.to_mut().ballots.get_mut(index) {
            count.put_into(ballot);
        }
    }
    counted
}

/// Why the invalid ballots of an election are invalid: in the words of the sheet, or
/// else as its single ballots show.
pub(super) fn invalid_reasons(ballot: &Ballot) -> Vec<Traced<Invalidity>> {
    if !ballot.invalid_reasons.is_empty() {
        let typed = ballot.invalid_reasons.iter().cloned();
        let stated = |why: Traced<String>| {
            why.map(|why| Invalidity {
                ballots: None,
                why: WhyInvalid::Stated(why),
            })
        };
        return typed.map(stated).collect();
    }
    Judged::all_of(ballot).map_or_else(Vec::new, |judged| group(&judged))
}

/// Invalid ballots of one reason together, in the order of the law.
fn group(judged: &[Judged<'_>]) -> Vec<Traced<Invalidity>> {
    let mut whys: Vec<&WhyInvalid> = judged.iter().filter_map(|it| it.why()).collect();
    whys.sort();
    whys.dedup();
    let of_reason = |why: &WhyInvalid| {
        let same: Vec<&Judged<'_>> =
            judged.iter().filter(|it| it.why() == Some(why)).collect();
        let cells = same.iter().map(|it| it.place()).collect();
        let reason = Invalidity {
            ballots: Some(votes(same.len())),
            why: why.clone(),
        };
        Traced::computed(reason, cells, "invalid ballots of one reason")
    };
    whys.into_iter().map(of_reason).collect()
}

/// What the single ballots of an election add up to.
struct Count {
    matrix: Place,
    returned: Traced<Votes>,
    valid: Traced<Votes>,
    invalid: Traced<Votes>,
    /// Votes for and against each name.
    each: Vec<(Figure, Figure)>,
}

/// A figure, if there is one.
type Figure = Option<Traced<Votes>>;

impl Count {
    /// Counts a matrix; none where there is none, where nothing was marked or where the
    /// seats are not known, by which ballots are judged.
    fn of(ballot: &Ballot) -> Option<Self> {
        let matrix = ballot.matrix.as_ref()?;
        let judged = Judged::all_of(ballot)?;
        let whole = |value, rule| {
            Traced::computed(votes(value), vec![matrix.place.clone()], rule)
        };
        let heads = matrix.papers.iter().map(|paper| paper.place.clone());
        let valid = judged.iter().filter(|it| it.invalid.is_none()).count();
        let each = ballot.candidates.iter().map(|one| {
            let agreed = votes_of(one, Mark::For, &judged, "marked for, valid ballots");
            let against =
                votes_of(one, Mark::Against, &judged, "marked against, valid ballots");
            (agreed, against.filter(|_| ballot.asks_against))
        });
        Some(Self {
            matrix: matrix.place.clone(),
            returned: Traced::computed(
                votes(judged.len()),
                heads.collect(),
                "ballots of the matrix",
            ),
            valid: whole(valid, "valid ballots of the matrix"),
            invalid: whole(judged.len() - valid, "invalid ballots of the matrix"),
            each: each.collect(),
        })
    }

    /// V33: what was typed is what was counted.
    fn compare(&self, ballot: &Ballot, report: &mut Report) {
        let figures = [
            (label::RETURNED, &ballot.returned, &self.returned),
            (label::VALID, &ballot.valid, &self.valid),
            (label::INVALID, &ballot.invalid, &self.invalid),
        ];
        for (label, typed, counted) in figures {
            self.compare_one(label, typed.as_ref(), Some(counted), report);
        }
        for (one, (agreed, against)) in ballot.candidates.iter().zip(&self.each) {
            let name = one.name.value.as_str();
            self.compare_one(name, one.votes.as_ref(), agreed.as_ref(), report);
            self.compare_one(name, one.against.as_ref(), against.as_ref(), report);
        }
    }

    fn compare_one(
        &self,
        label: &str,
        typed: Option<&Traced<Votes>>,
        counted: Option<&Traced<Votes>>,
        report: &mut Report,
    ) {
        let Some((typed, counted)) = typed.zip(counted) else {
            return;
        };
        if typed.value != counted.value {
            report.push(Diagnostic::between(
                place_of(typed, &self.matrix),
                vec![self.matrix.clone()],
                Problem::Count(CountFault::MatrixDiffers {
                    label: label.to_owned(),
                    typed: typed.value.0,
                    counted: counted.value.0,
                }),
            ));
        }
    }

    fn put_into(self, ballot: &mut Ballot) {
        ballot.returned = Some(self.returned);
        ballot.valid = Some(self.valid);
        ballot.invalid = Some(self.invalid);
        for (one, (agreed, against)) in ballot.candidates.iter_mut().zip(self.each) {
            one.votes = agreed;
            one.against = against;
        }
    }
}

/// The valid ballots that say this of a name.
fn votes_of(
    one: &Candidate,
    mark: Mark,
    judged: &[Judged<'_>],
    rule: &'static str,
) -> Figure {
    let marks = one.marks.as_ref()?;
    let same = marks.value.iter().zip(judged);
    let same = same.filter(|(it, ballot)| **it == mark && ballot.invalid.is_none());
    let count = votes(same.count());
    Some(Traced::computed(count, marks.cells(), rule))
}

/// Single ballots whose validity is a matter of reading; the heads of their columns.
#[derive(Debug, Default)]
pub(super) struct Doubtful {
    /// An only name with neither box marked, judged invalid.
    pub(super) neither_box: Vec<Place>,
    /// Several names without surplus and none of them agreed to, judged valid.
    pub(super) for_nobody: Vec<Place>,
    /// More names than seats, and no more than seats and alternates together, judged
    /// invalid.
    pub(super) with_alternates: Vec<Place>,
}

/// The doubtful ballots of an election; none of those that the board refused.
pub(super) fn doubtful(ballot: &Ballot, alternates: u32) -> Doubtful {
    let mut doubtful = Doubtful::default();
    let seats = ballot.seats.as_ref().map_or(0, |seats| seats.value.0);
    let most = usize::try_from(seats.saturating_add(alternates)).unwrap_or(usize::MAX);
    let has_several = ballot.asks_against && ballot.candidates.len() > 1;
    for judged in Judged::all_of(ballot).into_iter().flatten() {
        let place = judged.paper.place.clone();
        let (why, agreed) = (judged.why(), judged.agreed);
        if why == Some(&WhyInvalid::NeitherBox) {
            doubtful.neither_box.push(place);
        } else if why == Some(&WhyInvalid::OverSeats) && agreed <= most {
            doubtful.with_alternates.push(place);
        } else if why.is_none() && has_several && agreed == 0 {
            doubtful.for_nobody.push(place);
        }
    }
    doubtful
}

/// A ballot with its judgement.
struct Judged<'a> {
    paper: &'a BallotPaper,
    invalid: Option<WhyInvalid>,
    /// How many names it votes for, or agrees to.
    agreed: usize,
}

impl<'a> Judged<'a> {
    /// Judges every ballot of a matrix; none where they cannot be judged.
    fn all_of(ballot: &'a Ballot) -> Option<Vec<Self>> {
        let matrix: &Matrix = ballot.matrix.as_ref()?;
        let seats = usize::try_from(ballot.seats.as_ref()?.value.0).ok()?;
        if !ballot.is_counted() {
            return None;
        }
        let mut tallies = vec![Tally::default(); matrix.papers.len()];
        for one in &ballot.candidates {
            let marks = one.marks.as_ref()?;
            for (tally, mark) in tallies.iter_mut().zip(&marks.value) {
                tally.add(*mark);
            }
        }
        let names = ballot.candidates.len();
        let judged = matrix
            .papers
            .iter()
            .zip(&tallies)
            .map(|(paper, tally)| Self {
                paper,
                agreed: tally.agreed,
                invalid: match &paper.refused {
                    Some(refused) => Some(match &refused.value {
                        Some(reason) => WhyInvalid::Stated(reason.clone()),
                        None => WhyInvalid::Unstated,
                    }),
                    None => tally.fault(names, seats, ballot.asks_against),
                },
            });
        Some(judged.collect())
    }

    fn why(&self) -> Option<&WhyInvalid> {
        self.invalid.as_ref()
    }

    /// The cell that refuses it, or the head of its column.
    fn place(&self) -> Place {
        let refused = self.paper.refused.as_ref();
        let refused = refused.and_then(Traced::place);
        refused.unwrap_or_else(|| self.paper.place.clone())
    }
}

/// How often one ballot says what.
#[derive(Debug, Clone, Default)]
struct Tally {
    agreed: usize,
    both: usize,
    neither: usize,
}

impl Tally {
    fn add(&mut self, mark: Mark) {
        match mark {
            Mark::For => self.agreed += 1,
            Mark::Against => {}
            Mark::Both => self.both += 1,
            Mark::Neither => self.neither += 1,
        }
    }

    /// Why a ballot is invalid by its marks alone, if it is.
    ///
    /// On a list with surplus it must vote for somebody, and for no more people than
    /// there are seats. Of an only name exactly one box is marked; of several names
    /// without surplus a name with both boxes or neither counts neither way and the
    /// ballot stays valid.
    ///
    /// Source: 244-QĐ/TW, article 17, clause 2 and article 32, clause 1; 190-QĐ/TW,
    /// articles 15 and 30. Uncertain: an only name with neither box marked, invalid by
    /// what a valid ballot is; and several names without surplus none of which is agreed
    /// to, valid here unless the counting board refuses the ballot. Neither changes who
    /// is elected, since valid ballots are not the base of the majority; but both
    /// change the number of valid ballots, and shares where those are of valid ballots.
    fn fault(
        &self,
        names: usize,
        seats: usize,
        asks_against: bool,
    ) -> Option<WhyInvalid> {
        if !asks_against {
            return match self.agreed {
                0 => Some(WhyInvalid::Nobody),
                agreed if agreed > seats => Some(WhyInvalid::OverSeats),
                _ => None,
            };
        }
        match (names, self.both, self.neither) {
            (1, 1, _) => Some(WhyInvalid::BothBoxes),
            (1, _, 1) => Some(WhyInvalid::NeitherBox),
            _ => None,
        }
    }
}

/// How many ballots; the importer reads far fewer than a number can hold.
fn votes(count: usize) -> Votes {
    Votes(u32::try_from(count).unwrap_or(u32::MAX))
}
