//! What templates write, as documents.

use super::{Build, build, check_source};
use crate::document::profile::ProfileId;
use crate::document::{Block, Document, Letterhead, Meta, Picture, drawing, passages};
use std::collections::BTreeMap;

fn built(profile: ProfileId, markup: &str) -> Result<Document, String> {
    let picture = ("hinh-1.jpg".to_owned(), drawing(4, 2));
    let pictures: BTreeMap<String, Picture> = [picture].into();
    let with = Build {
        profile: profile.profile(),
        letterhead: &Letterhead::default(),
        recipients: &[],
        meta: Meta {
            title: String::new(),
            issuer: String::new(),
            language: "vi-VN".to_owned(),
            date: None,
        },
        pictures: &pictures,
    };
    build(markup, &with).map_err(|fault| {
        let finding = fault.finding("mau.hbs", markup);
        let wording = finding.wording(crate::diagnostic::Lang::En);
        let hint = wording.hint.unwrap_or_default();
        format!("{} {} {hint}", finding.code(), wording.message)
    })
}

fn document(markup: &str) -> Document {
    built(ProfileId::Party2018, markup).unwrap()
}

/// Place and text of each passage.
fn told(document: &Document) -> Vec<String> {
    let passages = passages(document).into_iter();
    passages
        .map(|it| format!("{} | {}", it.place, it.text))
        .collect()
}

fn fault(markup: &str) -> String {
    built(ProfileId::Party2018, markup).unwrap_err()
}

#[test]
fn articles_are_numbered_through_and_clauses_anew_in_each() {
    let paper = document(
        "<article>Một</article><h2>a</h2><h2>b</h2><article>Hai</article><h2>c</h2>\
         <p>d</p>",
    );
    assert_eq!(
        told(&paper),
        [
            "Điều 1 | Điều 1. Một",
            "Điều 1.1 | 1. a",
            "Điều 1.2 | 2. b",
            "Điều 2 | Điều 2. Hai",
            "Điều 2.1 | 1. c",
            "Điều 2.1, đoạn 1 | d",
        ]
    );
}

#[test]
fn one_addressee_stays_as_it_is_and_several_are_a_list() {
    let one = "<addressee><li>Đảng ủy xã</li></addressee>";
    let two = "<addressee><li>Đảng ủy xã</li><li>Ban Tổ chức</li></addressee>";
    let place = |lines: &[&str]| -> Vec<String> {
        lines
            .iter()
            .map(|line| format!("kính gửi | {line}"))
            .collect()
    };
    // 36-HD/VPTW: a comma; 05-HD/VPTW, 9.2.4 and 9.2.5: another word and a semicolon
    let told = |profile, markup| told(&built(profile, markup).unwrap());
    let (old, new) = (ProfileId::Party2018, ProfileId::Party2026);
    assert_eq!(told(old, one), place(&["Kính gửi:", "Đảng ủy xã"]));
    assert_eq!(told(new, one), place(&["Kính trình:", "Đảng ủy xã"]));
    assert_eq!(
        told(old, two),
        place(&["Kính gửi:", "- Đảng ủy xã,", "- Ban Tổ chức."])
    );
    assert_eq!(
        told(new, two),
        place(&["Kính trình:", "- Đảng ủy xã;", "- Ban Tổ chức."])
    );
}

#[test]
fn the_last_basis_ends_as_its_form_says() {
    let last = |profile, after: &str| {
        let markup = format!("<p role=\"basis\">Căn cứ Điều lệ</p>{after}");
        told(&built(profile, &markup).unwrap()).swap_remove(0)
    };
    let (sentence, heading) = ("<p>Chi bộ báo cáo</p>", "<h1>Mục</h1>");
    let comma = "đoạn 1 | - Căn cứ Điều lệ,";
    assert_eq!(last(ProfileId::Party2018, sentence), comma);
    assert_eq!(last(ProfileId::Party2018, heading), comma);
    assert_eq!(last(ProfileId::Party2026, sentence), comma);
    assert_eq!(
        last(ProfileId::Party2026, heading),
        "đoạn 1 | - Căn cứ Điều lệ."
    );
}

#[test]
fn an_annex_has_its_own_title_and_numbers() {
    let paper = document(
        "<title>Báo cáo</title><h1>a</h1><section annex landscape><title>Biểu</title>\
         <abstract>Kèm theo</abstract><h1>b</h1></section><h1>c</h1>",
    );
    assert_eq!(paper.meta.title, "Báo cáo");
    assert_eq!(
        told(&paper),
        [
            "đoạn 1 | BÁO CÁO",
            "I | I- A",
            "đoạn 1 | Phụ lục",
            "đoạn 2 | BIỂU",
            "đoạn 3 | Kèm theo",
            "I | I- B",
            "II | II- C",
        ]
    );
    let Some(Block::Section(section)) = paper.blocks.get(2) else {
        panic!("{:?}", paper.blocks);
    };
    assert!(section.is_annex && section.is_landscape);
}

#[test]
fn several_annexes_are_numbered() {
    let annex = "<section annex><title>x</title></section>";
    let paper = document(&format!("{annex}<p>y</p>{annex}"));
    let texts = told(&paper).join(" ");
    assert!(
        texts.contains("Phụ lục 1 ") && texts.contains("Phụ lục 2 "),
        "{texts}"
    );
}

#[test]
fn pages_may_be_turned_without_being_an_annex() {
    let paper = document("<h1>a</h1><section landscape><h1>b</h1></section>");
    assert_eq!(told(&paper), ["I | I- A", "II | II- B"]);
}

#[test]
fn ballots_have_their_count_and_their_sheet() {
    let paper = document(
        "<ballots count=\"31\" across=\"2\" down=\"3\"><title>Phiếu bầu cử</title>\
         </ballots>",
    );
    assert_eq!(paper.meta.title, "Phiếu bầu cử");
    let [Block::Ballots(ballots)] = paper.blocks.as_slice() else {
        panic!("{:?}", paper.blocks);
    };
    assert_eq!((ballots.count, ballots.across, ballots.down), (31, 2, 3));
}

#[test]
fn a_picture_is_found_by_its_name() {
    let paper =
        document("<img src=\"hinh-1.jpg\" alt=\"Đại hội\" caption=\"Quang cảnh\"/>");
    assert_eq!(told(&paper), ["chú thích ảnh | Quang cảnh"]);
    assert_eq!(
        fault("<img src=\"hinh1.jpg\" alt=\"x\"/>"),
        "T04 there is no element or attribute “hinh1.jpg” did you mean “hinh-1.jpg”?"
    );
    assert!(fault("<img src=\"hinh-1.jpg\" alt=\" \"/>").starts_with("T03 "));
}

#[test]
fn what_the_elements_do_not_take_is_refused() {
    for (markup, code) in [
        ("<img src=\"a\"/>", "T03"),
        ("<ballots count=\"2\" across=\"2\"></ballots>", "T03"),
        (
            "<ballots count=\"2\" across=\"9\" down=\"2\"></ballots>",
            "T04",
        ),
        (
            "<ballots count=\"0\" across=\"2\" down=\"2\"></ballots>",
            "T04",
        ),
        ("<section landscape=\"yes\"></section>", "T04"),
        ("<section><section annex></section></section>", "T03"),
        (
            "<section><ballots count=\"1\" across=\"1\" down=\"1\"/></section>",
            "T03",
        ),
        (
            "<ballots count=\"1\" across=\"1\" down=\"1\"><signatures/></ballots>",
            "T03",
        ),
        ("<addressee>Đảng ủy</addressee>", "T03"),
        ("<signature for=\"x\" name=\"y\"/>", "T03"),
    ] {
        let finding = check_source("mau.hbs", markup).unwrap_err();
        assert_eq!(finding.code().to_string(), code, "{markup}");
    }
    let finding = check_source("mau.hbs", "<p>x</p>\n <section landscap></section>");
    let finding = finding.unwrap_err();
    assert_eq!(finding.place.line_column, Some((2, 2)));
    let hint = finding.wording(crate::diagnostic::Lang::En).hint;
    assert_eq!(hint.as_deref(), Some("did you mean “landscape”?"));
}

#[test]
fn a_traced_count_is_a_number_too() {
    let traced = "\u{f0000}0\u{f0001}12\u{f0002}";
    let paper = document(&format!(
        "<ballots count=\"{traced}\" across=\"1\" down=\"1\"><p>x</p></ballots>"
    ));
    assert!(matches!(&paper.blocks[0], Block::Ballots(ballots) if ballots.count == 12));
}

fn source_fault(source: &str) -> (String, Option<(u32, u32)>) {
    let finding = check_source("mau.hbs", source).unwrap_err();
    (finding.code().to_string(), finding.place.line_column)
}

#[test]
fn a_misspelt_element_is_found_at_its_line() {
    let source = "<p>{{ho_ten}}</p>\n  <tabel></tabel>";
    assert_eq!(source_fault(source), ("T04".to_owned(), Some((2, 3))));
}

#[test]
fn an_unclosed_element_is_found() {
    assert_eq!(source_fault("<p>{{#if a}}\n<b>x{{/if}}</p>").0, "T03");
}

#[test]
fn an_unknown_value_of_an_attribute_is_found() {
    assert_eq!(source_fault("<p role=\"bassis\">x</p>").0, "T04");
    assert_eq!(source_fault("<p rolle=\"basis\">x</p>").0, "T04");
}

#[test]
fn handlebars_may_stand_anywhere() {
    let source = "{{!-- ghi chú <p> --}}\n{{#each a}}<signatures><signature \
                  side=\"left\" for=\"X\" name=\"{{b}}\"/></signatures>{{/each}}";
    assert!(check_source("mau.hbs", source).is_ok());
}
