//! A paragraph into lines, broken where Word breaks them.
//!
//! Lines break at U+0020 only, and at hyphens in words too wide for their cell; official
//! numbers (`12-NQ/ĐH`) and no-break spaces hold
//! together, and so does a run marked `<keep>`. What stands on a line stands at its
//! exact width.

use super::Setting;
use super::fit::{dots, first_line, hold_hyphens, lean};
use super::placed::{
    Distance, Fragment, Item, Owner, Point, Rule, SetGlyph, Stroke, Word,
};
use crate::document::profile::ParagraphStyle;
use crate::document::{Align, FontSize, Inline, Length, Run};
use crate::render::flow::FlowParagraph;
use crate::render::font::{Face, Fonts};

/// What the parts of a paragraph belong to; only an item of a list has a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Owners {
    pub(super) label: Owner,
    pub(super) body: Owner,
}

impl Owners {
    pub(super) fn both(owner: Owner) -> Self {
        Self {
            label: owner,
            body: owner,
        }
    }
}

/// A line with the room it takes; positions count from the column's left edge.
#[derive(Debug, Clone)]
pub(super) struct SetLine {
    pieces: Vec<Piece>,
    underlines: Vec<Stretch>,
    rule: Option<SetRule>,
    size: FontSize,
    pitch: Distance,
    /// Room before it, of the paragraph's first line.
    pub(super) before: Distance,
    /// Room after it, of the paragraph's last line.
    pub(super) after: Distance,
}

/// What becomes a [`Fragment`] once it has its place.
#[derive(Debug, Clone)]
struct Piece {
    face: Face,
    owner: Owner,
    words: Vec<Word>,
}

#[derive(Debug, Clone, Copy)]
struct Stretch {
    from: Distance,
    to: Distance,
}

/// A line drawn below the text.
#[derive(Debug, Clone, Copy)]
struct SetRule {
    stretch: Stretch,
    /// From the end of the pitch to the line.
    space: Distance,
    thickness: Distance,
}

/// Middle of an underline below the baseline, and its thickness, in font units.
///
/// Source: table `post` of Liberation Serif; LibreOffice takes them for all faces.
const UNDERLINE_BELOW: i64 = 123 + UNDERLINE_THICKNESS / 2;
const UNDERLINE_THICKNESS: i64 = 100;

impl SetLine {
    fn empty(look: &ParagraphStyle) -> Self {
        Self {
            pieces: Vec::new(),
            underlines: Vec::new(),
            rule: None,
            size: look.size,
            pitch: Distance::of(look.pitch),
            before: Distance::ZERO,
            after: Distance::ZERO,
        }
    }

    /// From the upper edge of the line to where the next may begin.
    ///
    /// A line drawn below takes its space and its thickness, as a paragraph's bottom
    /// border does in Word.
    pub(super) fn height(&self) -> Distance {
        self.rule
            .map_or(self.pitch, |rule| self.pitch + rule.space + rule.thickness)
    }

    /// Where letters stand below the upper edge of a line of exact pitch.
    ///
    /// Four fifths of the pitch, whatever the size: so does LibreOffice, measured for
    /// all sizes and pitches of the form, 10/12 to 16/20, and for 72 points of room.
    fn baseline(&self) -> Distance {
        self.pitch.share(4, 5)
    }

    /// Puts the line on a page with its column's left edge and its upper edge there.
    pub(super) fn place(self, at: Point, items: &mut Vec<Item>) {
        let baseline = at.y + self.baseline();
        for piece in self.pieces {
            let mut words = piece.words;
            for word in &mut words {
                word.x += at.x;
            }
            // a long table has hundreds of thousands of lines
            words.shrink_to_fit();
            items.push(Item::Text(Fragment {
                face: piece.face,
                size: self.size,
                baseline,
                words,
                owner: piece.owner,
            }));
        }
        let level = |stretch: Stretch, y: Distance, thickness: Distance| {
            let point = |x| Point { x: at.x + x, y };
            Item::Rule(Rule {
                from: point(stretch.from),
                to: point(stretch.to),
                thickness,
                stroke: Stroke::Solid,
            })
        };
        for underline in self.underlines {
            let y = baseline + Distance::font_units(UNDERLINE_BELOW, self.size);
            let thickness = Distance::font_units(UNDERLINE_THICKNESS, self.size);
            items.push(level(underline, y, thickness));
        }
        if let Some(rule) = self.rule {
            let y = at.y + self.pitch + rule.space + rule.thickness.half();
            items.push(level(rule.stretch, y, rule.thickness));
        }
    }

    /// The line as nothing but a picture of itself.
    pub(super) fn into_artifact(mut self) -> Self {
        for piece in &mut self.pieces {
            piece.owner = Owner::Artifact;
        }
        self
    }
}

/// Sets a paragraph into a column of a width; at least one line.
pub(super) fn set_paragraph(
    paragraph: &FlowParagraph,
    owners: Owners,
    column: Distance,
    setting: &Setting<'_>,
) -> Vec<SetLine> {
    let look = paragraph.look(setting.profile);
    let indent = Distance::of(look.left);
    let mut lines = Vec::new();
    for stretch in stretches(paragraph, owners, &look, setting.fonts) {
        let mut rest = stretch.as_slice();
        loop {
            let further = if lines.is_empty() {
                Distance::of(look.first_line)
            } else {
                Distance::ZERO
            };
            let start = indent + further;
            let room = column - start;
            let (line, following) = rest.split_at(first_line(rest, room));
            let is_last = following.is_empty();
            let mut set = SetLine::empty(&look);
            if setting.is_drawn {
                let spread = Spread::new(line, room, look.align, is_last);
                spread.fill(&mut set, line, start);
            }
            lines.push(set);
            if is_last {
                break;
            }
            rest = following;
        }
    }
    if let Some(first) = lines.first_mut() {
        first.before = Distance::of(look.before);
    }
    if let Some(last) = lines.last_mut() {
        last.after = Distance::of(look.after);
        last.rule = paragraph
            .rule_below
            .map(|length| rule_below(length, column, setting));
    }
    lines
}

fn rule_below(length: Length, column: Distance, setting: &Setting<'_>) -> SetRule {
    let form = setting.profile.rule;
    let length = Distance::of(length);
    let from = (column - length).half();
    SetRule {
        stretch: Stretch {
            from,
            to: from + length,
        },
        space: Distance::points(form.space_points),
        thickness: Distance::eighths(form.title_eighths),
    }
}

/// A glyph on its way into a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) set: SetGlyph,
    width: Distance,
    /// What it is measured as, see `fit.rs`.
    pub(super) dots: i64,
    /// What it leans over its end at most.
    pub(super) lean: i64,
    pub(super) face: Face,
    owner: Owner,
    pub(super) is_underlined: bool,
    /// What may happen at it.
    pub(super) hold: Hold,
}

/// What may happen at a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// A letter, or a hyphen that its neighbours decide about.
    Letter,
    /// A hyphen after which the line may break, if it stands inside a word.
    MayEnd,
    /// A space at which the line may break and widen.
    Gap,
    /// A space or a hyphen at which no line ends, measured by itself.
    Alone,
}

impl Hold {
    fn of(character: char, is_kept: bool) -> Self {
        match character {
            ' ' if !is_kept => Self::Gap,
            ' ' | '-' if is_kept => Self::Alone,
            '\u{a0}' | '\u{2011}' => Self::Alone,
            _ => Self::Letter,
        }
    }
}

/// The paragraph's glyphs, cut where the text says that a line ends.
///
/// The break itself is a space, so that copied text reads on.
fn stretches(
    paragraph: &FlowParagraph,
    owners: Owners,
    look: &ParagraphStyle,
    fonts: &Fonts,
) -> Vec<Vec<Slot>> {
    let texts = paragraph.content.iter().filter_map(Inline::text);
    let length = texts.map(str::len).sum();
    let mut writer = SlotWriter {
        fonts,
        look,
        owner: owners.label,
        done: Vec::new(),
        slots: Vec::with_capacity(length),
    };
    if let Some(mark) = &paragraph.mark {
        let face = Face::of(look.bold, look.italic);
        for character in mark.chars().chain([' ']) {
            writer.push(character, face, look.underline, Hold::of(character, false));
        }
    }
    writer.owner = owners.body;
    for inline in &paragraph.content {
        writer.inline(inline, paragraph);
    }
    writer.end();
    writer.done
}

struct SlotWriter<'a> {
    fonts: &'a Fonts,
    look: &'a ParagraphStyle,
    owner: Owner,
    done: Vec<Vec<Slot>>,
    slots: Vec<Slot>,
}

impl SlotWriter<'_> {
    fn inline(&mut self, inline: &Inline, paragraph: &FlowParagraph) {
        let plain = Face::of(self.look.bold, self.look.italic);
        match inline {
            Inline::Run(run) => self.run(run, paragraph),
            Inline::Blank(spaces) => {
                for _ in 0..*spaces {
                    self.push('\u{a0}', plain, self.look.underline, Hold::Alone);
                }
            }
            Inline::Break => {
                self.push(' ', plain, false, Hold::Gap);
                self.end();
            }
        }
    }

    fn run(&mut self, run: &Run, paragraph: &FlowParagraph) {
        let style = run.style;
        let face = Face::of(
            self.look.bold || style.bold,
            self.look.italic || style.italic,
        );
        let is_underlined = self.look.underline || style.underline;
        for (place, character) in run.text.char_indices() {
            let mut hold = Hold::of(character, style.keep);
            let is_hyphen = character == '-' && hold == Hold::Letter;
            if is_hyphen && paragraph.breaks_at(&run.text, place) {
                hold = Hold::MayEnd;
            }
            self.push(character, face, is_underlined, hold);
        }
    }

    /// A character that the font lacks takes no room; the program has refused it before.
    fn push(&mut self, source: char, face: Face, is_underlined: bool, hold: Hold) {
        let Some(glyph) = self.fonts.glyph(face, source) else {
            return;
        };
        let set = SetGlyph { glyph, source };
        self.slots.push(Slot {
            set,
            width: set.width(self.look.size),
            dots: dots(glyph, self.look.size),
            lean: lean(face, self.look.size),
            face,
            owner: self.owner,
            is_underlined,
            hold,
        });
    }

    /// Ends a stretch; what follows begins a line.
    fn end(&mut self) {
        hold_hyphens(&mut self.slots);
        self.done.push(std::mem::take(&mut self.slots));
    }
}

/// Where the glyphs of one line stand.
#[derive(Debug, Clone, Copy)]
struct Spread {
    /// How many glyphs come before the spaces that hang over the line's end.
    inked: usize,
    /// Before the first glyph.
    shift: Distance,
    /// Shared out among the gaps.
    slack: Distance,
    gaps: usize,
}

impl Spread {
    fn new(slots: &[Slot], room: Distance, align: Align, is_last: bool) -> Self {
        let inked = slots
            .iter()
            .rposition(|slot| !slot.is_gap())
            .map_or(0, |last| last + 1);
        let natural = slots.iter().take(inked).map(|slot| slot.width).sum();
        // less than nothing by some sixths of a twip, see `fit.rs`
        let free = room - natural;
        let (shift, slack) = match align {
            Align::Left => (Distance::ZERO, Distance::ZERO),
            Align::Center => (free.half(), Distance::ZERO),
            Align::Right => (free, Distance::ZERO),
            Align::Justify if is_last => (Distance::ZERO, Distance::ZERO),
            Align::Justify => (Distance::ZERO, free),
        };
        Self {
            inked,
            shift,
            slack,
            gaps: slots
                .iter()
                .take(inked)
                .filter(|slot| slot.is_gap())
                .count(),
        }
    }

    fn fill(self, line: &mut SetLine, slots: &[Slot], start: Distance) {
        let SetLine {
            pieces, underlines, ..
        } = line;
        let mut natural = start + self.shift;
        let (mut gaps, mut left, mut was_underlined) = (0, self.inked, false);
        for word in slots.chunk_by(Slot::goes_on) {
            let x = natural + self.slack.share(gaps, self.gaps);
            append(pieces, word, x);
            let inked = word.iter().take(left);
            left = left.saturating_sub(word.len());
            let mut to = x;
            for slot in inked {
                let from = to;
                to += slot.width;
                gaps += usize::from(slot.is_gap());
                if slot.is_underlined {
                    match underlines.last_mut().filter(|_| was_underlined) {
                        Some(open) => open.to = to,
                        None => underlines.push(Stretch { from, to }),
                    }
                }
                was_underlined = slot.is_underlined;
            }
            natural += word.iter().map(|slot| slot.width).sum();
        }
    }
}

impl Slot {
    pub(super) fn is_gap(&self) -> bool {
        self.hold == Hold::Gap
    }

    /// Whether the next glyph stands in the same word.
    fn goes_on(&self, next: &Self) -> bool {
        !self.is_gap() && self.face == next.face && self.owner == next.owner
    }
}

fn append(pieces: &mut Vec<Piece>, word: &[Slot], x: Distance) {
    let Some(Slot { face, owner, .. }) = word.first().copied() else {
        return;
    };
    let word = Word {
        x,
        glyphs: word.iter().map(|slot| slot.set).collect(),
    };
    let like = |piece: &&mut Piece| piece.face == face && piece.owner == owner;
    match pieces.last_mut().filter(like) {
        Some(piece) => piece.words.push(word),
        None => pieces.push(Piece {
            face,
            owner,
            words: vec![word],
        }),
    }
}
