use super::super::sample::{placed_pieces, run, words};
use super::*;
use crate::document::RunStyle;
use crate::document::profile::ProfileId;
use crate::render::font::Face;
use crate::render::layout::Owner;

const KEEP: RunStyle = RunStyle {
    bold: false,
    italic: false,
    underline: false,
    keep: true,
};

const BOLD: RunStyle = RunStyle {
    bold: true,
    keep: false,
    ..KEEP
};

#[test]
fn a_line_takes_what_fits_to_the_twip() {
    // four n and a space: 4 × 120 + 60 twips
    assert_eq!(column_lines(540, words("nn nn")), ["nn nn"]);
    assert_eq!(column_lines(539, words("nn nn")), ["nn ", "nn"]);
}

#[test]
fn an_advance_is_measured_in_whole_sixths_of_a_twip() {
    // r is 682 units wide, 479.53 sixths, taken for 480: thirteen of them are 1040
    // twips, not 1038.98
    let word = "r".repeat(13);
    assert_eq!(column_lines(1040, words(&word)), [word.as_str()]);
    assert_eq!(
        column_lines(1039, words(&word)),
        ["r".repeat(12), "r".into()]
    );
    // t is 569 units wide, 400.08 sixths, taken for 400: thirty are 2000 twips, not
    // 2000.39
    let word = "t".repeat(30);
    assert_eq!(column_lines(2000, words(&word)), [word.as_str()]);
}

#[test]
fn what_follows_a_space_or_a_hyphen_that_holds_begins_on_a_whole_twip() {
    // n, a space and t are 246.67 twips, taken for 247; t 66.67, taken for 67; two held
    // spaces 120, n 120: 247 + 60 + 67 + 60 + 67 + 60 + 120, not 680
    let spaced = "n t\u{a0}t\u{a0}t\u{a0}n";
    assert_eq!(column_lines(681, words(spaced)), [spaced]);
    assert_eq!(column_lines(680, words(spaced)).len(), 2);
    let kept = vec![run("n ", RunStyle::default()), run("t t t n", KEEP)];
    assert_eq!(column_lines(681, kept.clone()), ["n t t t n"]);
    assert_eq!(column_lines(680, kept).len(), 2);
    // a hyphen is 80 twips wide
    for hyphen in ["-", "\u{2011}"] {
        let joined = ["n t", "t", "t", "n"].join(hyphen);
        assert_eq!(column_lines(741, words(&joined)), [joined.as_str()]);
        assert_eq!(column_lines(740, words(&joined)).len(), 2);
    }
}

#[test]
fn a_word_that_may_break_does_so_at_its_hyphens() {
    let broken = |width: i32, text: &str| {
        let paragraph = FlowParagraph {
            long_word: Some(7),
            ..FlowParagraph::new(StyleKey::Recipient, words(text))
        };
        let row = vec![cell(vec![paragraph])];
        let pieces = vec![grid(GridPurpose::Layout, &[width], 0, vec![row])];
        lines(&placed_pieces(pieces).pages[0])
    };
    // n is 120 twips, a hyphen 80, a slash 66.7, a space 60: nn- 320, nnnn 480
    assert_eq!(broken(800, "nn-nnnn"), ["nn-nnnn"]);
    assert_eq!(broken(799, "nn-nnnn"), ["nn-", "nnnn"]);
    // a shorter word holds, and is broken where the line is full: nn-nn 560
    assert_eq!(broken(559, "nn-nn"), ["nn-n", "n"]);
    // n nn-nn/ 806.7, nn/nnn 666.7
    assert_eq!(broken(800, "n nn-nn/nnn"), ["n nn-", "nn/nnn"]);
    // n nn-nn/n 926.7: after the slash it is the space that counts; nn-nn/nnn 986.7
    assert_eq!(broken(986, "n nn-nn/nnn"), ["n ", "nn-nn/nn", "n"]);
}

#[test]
fn italics_must_have_room_for_what_leans_over() {
    let italic = |text: &str| {
        let style = RunStyle {
            italic: true,
            ..RunStyle::default()
        };
        vec![run(text, style)]
    };
    // in 12 points a twelfth of 2268 units is 22.1 twips, taken for 23; n is 120 twips, a
    // space 60: 4 × 120 + 60 + 23
    assert_eq!(column_lines(563, italic("nn nn")), ["nn nn"]);
    assert_eq!(column_lines(562, italic("nn nn")), ["nn ", "nn"]);
    // a held space takes it too: 6 × 120 + 2 × 60 + 2 × 23
    let held = "nn nn\u{a0}nn";
    assert_eq!(column_lines(886, italic(held)), [held]);
    assert_eq!(column_lines(885, italic(held)).len(), 2);
    // upright letters after it take it back: 4 × 120 + 60
    let mixed = [italic("nn n"), words("n")].concat();
    assert_eq!(column_lines(540, mixed), ["nn nn"]);
}

#[test]
fn what_follows_a_change_of_face_begins_on_a_whole_twip() {
    // t is 66.67 twips wide, taken for 67; bold t 682 units, 80 twips
    let piece = |bold| {
        run(
            "t",
            RunStyle {
                bold,
                ..RunStyle::default()
            },
        )
    };
    let line: Vec<Inline> = [false, true].repeat(6).into_iter().map(piece).collect();
    // 6 × (67 + 80), not 880
    assert_eq!(column_lines(882, line.clone()), ["t".repeat(12)]);
    assert_eq!(column_lines(881, line).len(), 2);
}

#[test]
fn spaces_at_the_end_of_a_line_hang_over() {
    assert_eq!(column_lines(240, words("nn   nn")), ["nn   ", "nn"]);
}

#[test]
fn a_line_breaks_at_spaces_only() {
    for word in ["n-n", "n/n", "n\u{a0}n", "n–n", "n\u{2011}n"] {
        let lines = column_lines(400, words(&format!("n {word}")));
        assert_eq!(lines, ["n ", word]);
    }
}

#[test]
fn kept_text_stays_on_one_line() {
    let content = vec![run("n ", RunStyle::default()), run("n n", KEEP)];
    assert_eq!(column_lines(400, content), ["n ", "n n"]);
}

#[test]
fn a_word_of_two_faces_is_one_word() {
    let content = vec![run("n n", RunStyle::default()), run("n", BOLD)];
    // bold n is 1139 units wide, 133.5 twips: "n nn" takes 433.5
    assert_eq!(column_lines(433, content.clone()), ["n ", "nn"]);
    let placed = in_column(434, content);
    let faces = fragments(&placed.pages[0]);
    let faces: Vec<Face> = faces.iter().map(|fragment| fragment.face).collect();
    assert_eq!(faces, [Face::Regular, Face::Bold]);
}

#[test]
fn a_word_too_long_for_its_column_is_broken_where_the_line_is_full() {
    assert_eq!(column_lines(250, words("n nnnnn")), ["n ", "nn", "nn", "n"]);
    assert_eq!(column_lines(1, words("nn")), ["n", "n"]);
}

#[test]
fn a_break_ends_a_line_and_reads_as_a_space() {
    let content = [words("một"), vec![Inline::Break], words("hai")].concat();
    assert_eq!(column_lines(2000, content), ["một ", "hai"]);
}

#[test]
fn room_for_the_hand_is_not_broken() {
    let content = [words("n n"), vec![Inline::Blank(3)], words("n")].concat();
    assert_eq!(column_lines(500, content), ["n ", "n\u{a0}\u{a0}\u{a0}n"]);
}

#[test]
fn a_first_line_of_the_body_is_indented_and_four_fifths_down_its_pitch() {
    let placed = placed_pieces(vec![body("Đại hội")]);
    let first = fragments(&placed.pages[0])[0];
    // margin 1701 and indent 567 twips
    assert_eq!(first.words[0].x, twips(1701 + 567));
    // margin 1134, room before 120, four fifths of 360 twips
    assert_eq!(first.baseline, twips(1134 + 120 + 288));
}

#[test]
fn letters_of_every_style_stand_four_fifths_down_their_pitch() {
    // so LibreOffice sets them: `.ci/alike` measures it for every line of every paper
    for style in StyleKey::ALL {
        let paragraph = || {
            Piece::Paragraph(FlowParagraph {
                keep_next: Some(false),
                ..FlowParagraph::new(style, vec![run("n", RunStyle::default())])
            })
        };
        let look = (ProfileId::Party2018.profile().style)(style);
        let placed = placed_pieces(vec![paragraph(), paragraph()]);
        let [first, second] = fragments(&placed.pages[0])[..] else {
            panic!("{style:?}: two lines");
        };
        let (before, pitch) = (look.before.to_twips(), look.pitch.to_twips());
        let fifths = |part: i32| Distance::of(Length::twips(part)).share(4, 5);
        assert_eq!(
            first.baseline,
            twips(1134 + before) + fifths(pitch),
            "{style:?}"
        );
        let gap = before.max(look.after.to_twips());
        assert_eq!(
            second.baseline - first.baseline,
            twips(gap + pitch),
            "{style:?}"
        );
    }
}

#[test]
fn a_justified_line_reaches_the_margin_and_the_last_one_does_not() {
    let placed = placed_pieces(vec![body(&"nhiệm kỳ ".repeat(20))]);
    let fragments = fragments(&placed.pages[0]);
    let (last, full) = fragments.split_last().unwrap();
    assert!(!full.is_empty());
    for line in full {
        assert_eq!(inked_end(line), Some(twips(11906 - 850)));
    }
    // spaces of the last line keep their width, 14 × 512 / 2048 points
    let [first, second, ..] = last.words.as_slice() else {
        panic!("one word");
    };
    assert_eq!(second.x, first.x + first.width(last.size));
}

#[test]
fn a_line_ended_by_a_break_is_not_justified() {
    let long = words(&"nhiệm kỳ ".repeat(7));
    let content = [long.clone(), vec![Inline::Break], long].concat();
    let paragraph = FlowParagraph::new(StyleKey::Body, content);
    let placed = placed_pieces(vec![Piece::Paragraph(paragraph)]);
    let first = fragments(&placed.pages[0])[0];
    assert_eq!(
        first.words[1].x - first.words[0].x,
        first.words[0].width(first.size)
    );
}

#[test]
fn a_centred_line_has_the_same_room_on_both_sides() {
    let paragraph = FlowParagraph::new(StyleKey::Separator, words("nnn"));
    let placed = placed_pieces(vec![Piece::Paragraph(paragraph)]);
    let line = fragments(&placed.pages[0])[0];
    // three n of 7 points are 420 twips: (9355 - 420) / 2 = 4467.5
    let half_twip = twips(1).half();
    assert_eq!(line.words[0].x, twips(1701 + 4467) + half_twip);
}

#[test]
fn an_underline_is_drawn_below_the_word_and_not_below_the_space_after_it() {
    let label = FlowParagraph::new(StyleKey::RecipientsLabel, words("nnn "));
    let placed = placed_pieces(vec![Piece::Paragraph(label)]);
    let line = fragments(&placed.pages[0])[0];
    let rule = rules(&placed.pages[0])[0];
    assert_eq!(rule.from.x, twips(1701));
    assert_eq!(rule.to.x, twips(1701 + 420));
    // 173 / 2048 of 14 points, 1.18; LibreOffice draws it at 1.2
    assert_eq!(
        rule.from.y - line.baseline,
        Distance::font_units(173, line.size)
    );
    assert!((rule.from.y - line.baseline).to_points() - 1.18 < 0.01);
}

#[test]
fn a_line_drawn_below_a_title_is_centred_and_takes_its_room() {
    let ruled = FlowParagraph {
        rule_below: Some(Length::twips(1000)),
        ..FlowParagraph::new(StyleKey::PartyTitle, words("ĐẢNG"))
    };
    let next = FlowParagraph::new(StyleKey::Number, words("n"));
    let placed = placed_pieces([ruled, next].map(Piece::Paragraph).into());
    let page = &placed.pages[0];
    let rule = rules(page)[0];
    let edge = twips(1701) + twips(9355 - 1000).half();
    assert_eq!((rule.from.x, rule.to.x), (edge, edge + twips(1000)));
    // pitch 18, room 1, and half of 0.75 points: LibreOffice draws it at 19.4
    assert_eq!(rule.from.y, twips(1134 + 360 + 20) + Distance::eighths(3));
    // the next line begins below the line's thickness
    let below = twips(1134 + 360 + 20 + 15 + 288);
    assert_eq!(fragments(page)[1].baseline, below);
}

#[test]
fn a_list_item_has_a_label_and_a_body() {
    let item = FlowParagraph {
        tag: crate::render::flow::Tag::ListItem,
        mark: Some("-".to_owned()),
        ..FlowParagraph::new(StyleKey::ListItem, words("một"))
    };
    let placed = placed_pieces(vec![Piece::Paragraph(item)]);
    let fragments = fragments(&placed.pages[0]);
    let texts: Vec<(String, Owner)> = fragments
        .iter()
        .map(|fragment| {
            let glyphs = fragment.words.iter().flat_map(|word| &word.glyphs);
            (glyphs.map(|set| set.source).collect(), fragment.owner)
        })
        .collect();
    let [(mark, label), (text, body)] = texts.as_slice() else {
        panic!("{texts:?}");
    };
    assert_eq!((mark.as_str(), text.as_str()), ("- ", "một"));
    assert_ne!(label, body);
}
