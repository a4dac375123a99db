//! What a stranger finds in the file: read back with lopdf.

use super::*;
use crate::document::{Block, Document, Inline, Role};
use crate::render::layout::sample::{
    document, drawing_block, heading, minutes, of_role, placed, placed_pieces, words,
};
use crate::render::layout::{Item, Page};
use lopdf::{Dictionary, Object};

pub(super) fn writer() -> Writer {
    Writer::new(&Fonts::load().unwrap())
}

fn written(placed: Placed, meta: &Meta) -> Vec<u8> {
    writer().write(placed, meta, &Deflaters::default()).unwrap()
}

fn file(paper: &Document) -> Vec<u8> {
    written(placed(paper), &paper.meta)
}

fn read(paper: &Document) -> lopdf::Document {
    lopdf::Document::load_mem(&file(paper)).unwrap()
}

fn entry<'a>(file: &'a lopdf::Document, of: &'a Dictionary, key: &str) -> &'a Object {
    let object = of.get(key.as_bytes()).unwrap();
    file.dereference(object).unwrap().1
}

/// The text of a page as it stands in the file, without white space.
fn painted(page: &Page) -> String {
    let mut text = String::new();
    for item in &page.items {
        if let Item::Text(fragment) = item {
            let glyphs = fragment.words.iter().flat_map(|word| &word.glyphs);
            text.extend(glyphs.map(|set| set.source));
        }
    }
    without_space(&text)
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_same_paper_gives_the_same_bytes() {
    assert_eq!(file(&minutes()), file(&minutes()));
}

#[test]
fn another_paper_has_another_identifier() {
    let id = |text| {
        let file = read(&document(vec![of_role(Role::Body, text)]));
        file.trailer.get(b"ID").unwrap().clone()
    };
    assert_ne!(id("một"), id("hai"));
}

#[test]
fn text_read_back_is_the_text_of_the_paper() {
    let paper = minutes();
    let file = read(&paper);
    for (number, page) in placed(&paper).pages.iter().enumerate() {
        let number = u32::try_from(number + 1).unwrap();
        let text = file.extract_text(&[number]).unwrap();
        assert_eq!(without_space(&text), painted(page), "page {number}");
    }
}

#[test]
fn the_space_at_the_end_of_a_line_is_in_the_file() {
    let file = read(&document(vec![of_role(Role::Body, &"một hai ".repeat(20))]));
    let page = file.page_iter().next().unwrap();
    let content = file.get_and_decode_page_content(page).unwrap();
    let shows = |op: &&lopdf::content::Operation| op.operator == "TJ";
    let lines: Vec<_> = content.operations.iter().filter(shows).collect();
    assert_eq!(lines.len(), 3);
    for line in lines {
        let last = line.operands[0].as_array().unwrap().last().unwrap();
        // the space is the font's first glyph in use
        assert!(last.as_str().unwrap().ends_with(&[0, 1]));
    }
}

#[test]
fn no_break_characters_are_found_by_who_types_plain_ones() {
    let text = "Điều\u{a0}3 số 12\u{2011}NQ/ĐH";
    let file = read(&document(vec![of_role(Role::Body, text)]));
    let back = file.extract_text(&[1]).unwrap();
    assert_eq!(back.trim(), "Điều 3 số 12-NQ/ĐH");
}

#[test]
fn pages_have_the_exact_size_of_the_form() {
    let file = read(&minutes());
    for id in file.page_iter() {
        let page = file.get_dictionary(id).unwrap();
        let size = entry(&file, page, "MediaBox").as_array().unwrap();
        let points: Vec<f32> = size.iter().map(|it| it.as_float().unwrap()).collect();
        // 11906 and 16838 twips
        assert_eq!(points, [0.0, 0.0, 595.3, 841.9]);
    }
}

#[test]
fn the_catalog_has_what_an_archive_wants() {
    let file = read(&minutes());
    assert_eq!(file.version, "1.7");
    let catalog = file.catalog().unwrap();
    let name = |key: &str| entry(&file, catalog, key).as_name().unwrap();
    assert_eq!(name("PageMode"), b"UseOutlines");
    let language = entry(&file, catalog, "Lang").as_str().unwrap();
    assert_eq!(language, b"vi-VN");
    let xmp = entry(&file, catalog, "Metadata").as_stream().unwrap();
    assert!(xmp.dict.get(b"Filter").is_err());
    let xmp = std::str::from_utf8(&xmp.content).unwrap();
    for part in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "Ninh Thạnh Lợi &amp; &lt;nhiệm kỳ 2022 - 2025&gt;</rdf:li>",
        "<xmp:CreateDate>2022-02-12T00:00:00Z</xmp:CreateDate>",
    ] {
        assert!(xmp.contains(part), "{part}");
    }
}

#[test]
fn every_piece_of_marked_content_has_its_way_back() {
    let file = read(&minutes());
    let catalog = file.catalog().unwrap();
    let root = entry(&file, catalog, "StructTreeRoot").as_dict().unwrap();
    let back = entry(&file, root, "ParentTree").as_dict().unwrap();
    let numbers = entry(&file, back, "Nums").as_array().unwrap();
    for (number, id) in file.page_iter().enumerate() {
        let content = file.get_and_decode_page_content(id).unwrap();
        let is_mark = |op: &&lopdf::content::Operation| op.operator == "BDC";
        let marks = content.operations.iter().filter(is_mark).count();
        let parents = numbers[number * 2 + 1].as_array().unwrap();
        assert_eq!(parents.len(), marks);
        let begun = |op: &&lopdf::content::Operation| op.operator == "BMC";
        let begun = content.operations.iter().filter(begun).count();
        let ended = content.operations.iter().filter(|op| op.operator == "EMC");
        assert_eq!(marks + begun, ended.count());
    }
}

/// Titles in order, each with its depth.
fn bookmarks(file: &lopdf::Document, of: &Dictionary, depth: usize) -> Vec<String> {
    let mut found = Vec::new();
    let mut next = of.get(b"First").ok();
    while let Some(id) = next {
        let bookmark = file.get_dictionary(id.as_reference().unwrap()).unwrap();
        let title = bookmark.get(b"Title").unwrap();
        let title = lopdf::decode_text_string(title).unwrap();
        found.push(format!("{depth} {title}"));
        found.extend(bookmarks(file, bookmark, depth + 1));
        next = bookmark.get(b"Next").ok();
    }
    found
}

#[test]
fn bookmarks_are_nested_and_in_the_order_of_the_paper() {
    let paper = document(vec![
        of_role(Role::Title, "BIÊN BẢN"),
        heading(1, "I-", "I- Một"),
        heading(2, "2.", "2. Hai"),
        heading(2, "10.", "10. Mười"),
        heading(1, "II-", "II- Ba"),
    ]);
    let file = read(&paper);
    let catalog = file.catalog().unwrap();
    let outlines = entry(&file, catalog, "Outlines").as_dict().unwrap();
    assert_eq!(
        bookmarks(&file, outlines, 1),
        [
            "1 BIÊN BẢN",
            "2 I- Một",
            "3 2. Hai",
            "3 10. Mười",
            "2 II- Ba"
        ]
    );
    assert_eq!(outlines.get(b"Count").unwrap().as_i64().unwrap(), 5);
}

#[test]
fn fonts_are_subsets_with_exact_widths() {
    let file = read(&document(vec![of_role(Role::Body, "nN")]));
    let page = file.page_iter().next().unwrap();
    let fonts = file.get_page_fonts(page).unwrap();
    let font = fonts.get(&b"R"[..]).unwrap();
    let name = entry(&file, font, "BaseFont").as_name().unwrap();
    let (tag, name) = name.split_at(6);
    assert!(tag.iter().all(u8::is_ascii_uppercase));
    assert_eq!(name, b"+LiberationSerif");
    let descendant = entry(&file, font, "DescendantFonts").as_array().unwrap();
    let widths = entry(&file, descendant[0].as_dict().unwrap(), "W");
    let [first, widths] = widths.as_array().unwrap().as_slice() else {
        panic!("{widths:?}");
    };
    assert_eq!(first.as_i64().unwrap(), 1);
    let widths = widths.as_array().unwrap();
    let width = |place: usize| widths[place].as_float().unwrap();
    // N and n are 1479 and 1024 of 2048 units wide; the first glyphs are those of ASCII
    // from the space on, where N and n have the places 0x4e - 0x20 and 0x6e - 0x20
    assert_eq!(vec![width(46), width(78)], [722.168, 500.0]);
}

#[test]
fn every_paper_has_the_letters_of_vietnamese_and_what_it_needs_beyond() {
    let glyphs = |text| {
        let file = read(&document(vec![of_role(Role::Body, text)]));
        let page = file.page_iter().next().unwrap();
        let fonts = file.get_page_fonts(page).unwrap();
        let back = file.extract_text(&[1]).unwrap();
        let name = entry(&file, fonts[&b"R"[..]], "BaseFont")
            .as_name()
            .unwrap();
        (back.trim().to_owned(), name.to_owned())
    };
    let (few, plain) = glyphs("a");
    let (many, same) = glyphs("Quyết nghị: “ẴỠ” ỷ 12 m² – …");
    assert_eq!(
        (few.as_str(), many.as_str()),
        ("a", "Quyết nghị: “ẴỠ” ỷ 12 m² – …")
    );
    assert_eq!(plain, same);
    let (strange, other) = glyphs("Ω đồng");
    assert_eq!(strange, "Ω đồng");
    assert_ne!(plain, other);
}

#[test]
fn what_was_written_before_changes_nothing() {
    let (one, two) = (minutes(), document(vec![of_role(Role::Body, "Ω ж")]));
    let writer = writer();
    let deflaters = Deflaters::default();
    let write = |paper| {
        writer
            .write(placed(paper), &paper.meta, &deflaters)
            .unwrap()
    };
    for paper in [&one, &two, &one, &illustrated(), &two, &one] {
        assert!(write(paper) == file(paper));
    }
}

#[test]
fn a_paper_of_nothing_is_a_file_with_one_page() {
    let empty = document(Vec::new());
    let bytes = written(placed_pieces(Vec::new()), &empty.meta);
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(file.page_iter().count(), 1);
    assert!(file.catalog().unwrap().get(b"Outlines").is_err());
}

#[test]
fn a_character_that_the_fonts_lack_breaks_nothing() {
    let mut content = words("漢字 a\u{0}b 😀");
    content.push(Inline::Break);
    let paper = document(vec![Block::Paragraph(crate::document::Paragraph {
        role: Role::Body,
        content,
    })]);
    let text = read(&paper).extract_text(&[1]).unwrap();
    assert_eq!(without_space(&text), "ab");
}

/// A drawing, and a photograph twice.
fn illustrated() -> Document {
    let photograph = Block::Image(crate::document::Image {
        picture: crate::document::photograph(),
        alt: "Đảng viên bỏ phiếu".to_owned(),
        caption: Some(words("Bỏ phiếu")),
    });
    document(vec![drawing_block(40, 20), photograph.clone(), photograph])
}

#[test]
fn pictures_are_there_once_each_in_three_opaque_colours() {
    let paper = illustrated();
    assert_eq!(file(&paper), file(&paper));
    let file = read(&paper);
    let is_image = |stream: &&lopdf::Stream| {
        let subtype = stream.dict.get(b"Subtype").and_then(Object::as_name);
        subtype.is_ok_and(|name| name == b"Image")
    };
    let streams = file.objects.values().flat_map(Object::as_stream);
    let images: Vec<&lopdf::Stream> = streams.filter(is_image).collect();
    assert_eq!(images.len(), 2);
    let mut filters = Vec::new();
    for image in images {
        let name = |key: &[u8]| {
            let name = image.dict.get(key).unwrap().as_name().unwrap();
            String::from_utf8(name.to_vec()).unwrap()
        };
        assert_eq!(name(b"ColorSpace"), "DeviceRGB");
        assert!(image.dict.get(b"SMask").is_err());
        filters.push(name(b"Filter"));
        if name(b"Filter") == "FlateDecode" {
            // twenty rows of a filter byte and 40 × 3 bytes
            let mut rows = Vec::new();
            let mut inflate = flate2::read::ZlibDecoder::new(image.content.as_slice());
            std::io::Read::read_to_end(&mut inflate, &mut rows).unwrap();
            assert_eq!(rows.len(), 20 * (1 + 40 * 3));
        }
    }
    filters.sort();
    assert_eq!(filters, ["DCTDecode", "FlateDecode"]);
}

#[test]
fn every_figure_says_what_it_shows_and_where_it_stands() {
    let file = read(&illustrated());
    let is_figure = |it: &&Dictionary| {
        let kind = it.get(b"S").and_then(Object::as_name);
        kind.is_ok_and(|kind| kind == b"Figure")
    };
    let elements = file.objects.values().flat_map(Object::as_dict);
    let mut shown = Vec::new();
    for figure in elements.filter(is_figure) {
        let alternative = figure.get(b"Alt").unwrap();
        let place = figure.get(b"A").unwrap().as_dict().unwrap();
        let place = place.get(b"BBox").unwrap().as_array().unwrap();
        let place: Vec<f32> = place.iter().map(|it| it.as_float().unwrap()).collect();
        let [left, bottom, right, top] = place[..] else {
            panic!("{place:?}");
        };
        shown.push((
            lopdf::decode_text_string(alternative).unwrap(),
            format!("{:.2} × {:.2}", right - left, top - bottom),
        ));
    }
    shown.sort();
    let shown: Vec<(&str, &str)> = shown.iter().map(|(a, b)| (&**a, &**b)).collect();
    // 40 × 20 and 20 × 30 pixels of 0.75 points
    let photograph = ("Đảng viên bỏ phiếu", "15.00 × 22.50");
    let drawing = ("Quang cảnh Đại hội", "30.00 × 15.00");
    assert_eq!(shown, [drawing, photograph, photograph]);
}

/// Structure types in the order of the tree, each with its depth.
fn structure(file: &lopdf::Document, of: &Dictionary, depth: usize) -> Vec<String> {
    let name = of.get(b"S").and_then(Object::as_name).unwrap_or_default();
    let mut found = vec![format!("{depth} {}", String::from_utf8_lossy(name))];
    let kids = match of.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(only) => vec![only.clone()],
        Err(_) => Vec::new(),
    };
    for kid in kids {
        let kid = file.dereference(&kid).unwrap().1;
        if let Ok(element) = kid.as_dict() {
            found.extend(structure(file, element, depth + 1));
        }
    }
    found
}

#[test]
fn a_caption_follows_its_figure() {
    let file = read(&illustrated());
    let catalog = file.catalog().unwrap();
    let root = entry(&file, catalog, "StructTreeRoot").as_dict().unwrap();
    let figure = ["2 Figure", "2 Caption"];
    let figures = [figure; 3].concat();
    assert_eq!(
        structure(&file, root, 0)[1..],
        [&["1 Document"], &figures[..]].concat()
    );
}
