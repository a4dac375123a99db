use super::testing::{compound_of, patched, zipped, zipped_bytes};
use super::*;
use crate::import::testing;

/// How a file is refused.
fn refused(bytes: &[u8]) -> String {
    match open(bytes, false) {
        Ok(opened) => panic!("opened: {opened:?}"),
        Err(Refusal::Password) => "password".to_owned(),
        Err(Refusal::NotUnicode) => "not Unicode".to_owned(),
        Err(Refusal::Alien { found, .. }) => format!("{found:?}"),
        Err(Refusal::TooLarge { limit, what }) => format!("{what:?} over {limit}"),
    }
}

#[test]
fn other_kinds_of_files_are_named() {
    let document = compound_of(&[("WordDocument", b"")]);
    let slides = compound_of(&[("PowerPoint Document", b"")]);
    let text = "application/vnd.oasis.opendocument.text";
    for (bytes, found) in [
        (&b""[..], "Empty"),
        (b" \r\n\0\0", "Empty"),
        (b"%PDF-1.7\n", "Pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Picture"),
        (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "Picture"),
        (b"{\\rtf1\\ansi", "Word"),
        (b"Rar!\x1A\x07\x01\0", "Archive"),
        (b"\x09\x02\x06\0\0\0\x10\0\0\0", "OldExcel"),
        (b"\x09\x04\x06\0\0\0\x10\0\0\0", "OldExcel"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related",
            "WebArchive",
        ),
        (b"<html><p>no table</p></html>", "WebPage"),
        (b"a line of text", "Text"),
        (b"\x01\x02\x03\x04 \xFE", "Unknown"),
        (&document, "Word"),
        (&slides, "Presentation"),
        (&compound_of(&[("Contents", b"x")]), "Unknown"),
        (&zipped(&[("word/document.xml", "<w/>")]), "Word"),
        (&zipped(&[("ppt/presentation.xml", "<p/>")]), "Presentation"),
        (&zipped(&[("readme.txt", "hello")]), "Archive"),
        (&zipped(&[("mimetype", text)]), "Word"),
        (b"PK\x03\x04 and no more", "Damaged"),
        (&document[..1024], "Damaged"),
    ] {
        assert_eq!(refused(bytes), found, "{:?}", &bytes[..bytes.len().min(20)]);
    }
}

#[test]
fn a_workbook_in_xml_is_named() {
    let xml = r#"<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
        <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>"#;
    assert_eq!(refused(xml.as_bytes()), "SpreadsheetXml");
}

#[test]
fn passwords_are_told_in_every_format() {
    let xlsx = compound_of(&[("EncryptionInfo", b"x"), ("EncryptedPackage", b"x")]);
    assert_eq!(refused(&xlsx), "password");
    let begin = [9, 8, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let locked = [&begin[..], &[0x2F, 0, 6, 0, 0, 0, 1, 2, 3, 4]].concat();
    assert_eq!(refused(&compound_of(&[("Workbook", &locked)])), "password");
    let manifest = r#"<manifest:file-entry manifest:full-path="content.xml">
        <manifest:encryption-data/></manifest:file-entry>"#;
    let ods = zipped_bytes(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("META-INF/manifest.xml", manifest.as_bytes()),
        ("content.xml", b"\x01\x02\xFF locked"),
    ]);
    assert_eq!(refused(&ods), "password");
}

#[test]
fn declared_counts_beyond_the_part_are_refused() {
    let file = testing::file("a.xlsx", &[("Trang", "An")]);
    assert!(open(&file.bytes, false).is_ok());
    for (from, to) in [
        ("uniqueCount=\"1\"", "uniqueCount=\"99999999999\""),
        ("uniqueCount=\"1\"", "uniqueCount = '99999999999'"),
    ] {
        let bytes = patched(&file.bytes, "xl/sharedStrings.xml", from, to);
        assert_eq!(refused(&bytes), "Damaged");
    }
}

#[test]
fn parts_in_another_encoding_are_refused() {
    let file = testing::file("a.xlsx", &[("Trang", "An")]);
    let part = "xl/sharedStrings.xml";
    let bytes = patched(&file.bytes, part, "UTF-8", "UTF-16");
    assert_eq!(refused(&bytes), "Damaged");
    let bytes = patched(&file.bytes, part, "<?xml", "\u{feff}<?xml");
    assert!(open(&bytes, false).is_ok(), "a mark of UTF-8 is none");
}

#[test]
fn a_thousand_tabs_are_enough() {
    let file = testing::file("a.xlsx", &[("Trang", "An")]);
    let tabs = "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>".repeat(1000);
    let bytes = patched(
        &file.bytes,
        "xl/workbook.xml",
        "<sheets>",
        &format!("<sheets>{tabs}"),
    );
    assert_eq!(refused(&bytes), "Sheets over 1000");
}

#[test]
fn a_bomb_of_tags_texts_or_styles_is_refused() {
    let bomb = |name: &str, piece: &str, times: usize| {
        let content = piece.repeat(times);
        refused(&zipped(&[("_rels/.rels", "<r/>"), (name, &content)]))
    };
    let styles = bomb("xl/styles.xml", "<xf/>", 600_000);
    assert_eq!(styles, "Tags over 20000000");
    let text = bomb("xl/sharedStrings.xml", "x", 5_000_000);
    assert_eq!(text, "CellTextBytes over 4194304");
    let section = format!("<![CDATA[{}", "<".repeat(5_000_000));
    let section = bomb("xl/sharedStrings.xml", &section, 1);
    assert_eq!(section, "CellTextBytes over 4194304");
}

#[test]
fn what_other_programs_keep_in_a_workbook_counts_for_nothing() {
    let utf16 = b"\xFF\xFE<\0x\0/\0>\0";
    let bytes = zipped_bytes(&[
        ("_rels/.rels", b"<r/>"),
        ("customXml/item1.xml", utf16),
        ("xl/media/image1.xml", utf16),
    ]);
    assert!(open(&bytes, false).is_ok());
    let bytes = zipped_bytes(&[("_rels/.rels", b"<r/>"), ("xl/a.xml", utf16)]);
    assert_eq!(refused(&bytes), "Damaged");
}

/// An open document of these rows.
fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>\
         <table:table table:name=\"A\">{rows}</table:table>\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ])
}

#[test]
fn repeated_cells_of_an_open_document_are_counted_before_they_are_made() {
    let cell = |columns: u32| {
        format!(
            "<table:table-cell table:number-columns-repeated=\"{columns}\" \
             office:value-type=\"string\"><text:p>x</text:p></table:table-cell>"
        )
    };
    let row = |rows: u32, cells: &str| {
        format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">{cells}\
             </table:table-row>"
        )
    };
    let empty = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    // as LibreOffice writes a sheet that is coloured to its end
    assert!(open(&ods(&(row(9, &cell(3)) + &row(1_048_000, empty))), false).is_ok());
    let below = row(200_000, empty) + &row(1, &cell(1));
    assert_eq!(refused(&ods(&below)), "Rows over 200000");
    let wide = row(1000, &cell(16_384));
    assert_eq!(refused(&ods(&wide)), "Area over 3000000");
    let many = row(1, &cell(16_384)).repeat(200);
    assert_eq!(refused(&ods(&many)), "Area over 3000000");
    let between = row(1, &format!("{empty}{}", cell(1))).repeat(200);
    assert_eq!(refused(&ods(&between)), "Area over 3000000");
    let long = "x".repeat(100_000);
    let long = cell(1000).replace('x', &long);
    assert_eq!(refused(&ods(&row(1, &long))), "TextBytes over 67108864");
}

#[test]
fn an_open_document_without_its_end_is_refused() {
    let content =
        "<office:document-content><table:table table:name=\"A\"><table:table-row>";
    for end in [
        "",
        "</table:table-row>",
        "<table:table-cell office:value-type=\"string\"><office:annotation>",
        "</table:table-row></table:table></table:table>",
    ] {
        let content = format!("{content}{end}");
        let bytes = zipped(&[
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest:manifest/>"),
            ("content.xml", &content),
        ]);
        assert_eq!(refused(&bytes), "Damaged", "{end}");
    }
}

#[test]
fn spaces_of_an_open_document_are_counted_before_they_are_made() {
    let row = |spaces: &str| {
        format!(
            "<table:table-row><table:table-cell office:value-type=\"string\">\
             <text:p>a<text:s text:c=\"{spaces}\"/>b</text:p></table:table-cell>\
             </table:table-row>"
        )
    };
    assert!(open(&ods(&row("3")), false).is_ok());
    let bomb = refused(&ods(&row("99999999999")));
    assert_eq!(bomb, "CellTextBytes over 1048576");
    assert_eq!(refused(&ods(&row("&#57;99999999"))), "Damaged");
    let many = row("1000000").repeat(70);
    assert_eq!(refused(&ods(&many)), "TextBytes over 67108864");
}

#[test]
fn rows_around_a_table_within_a_table_count_together() {
    let cell = "<table:table-cell table:number-columns-repeated=\"16384\" \
        office:value-type=\"float\" office:value=\"1\"/>";
    let wide = format!("<table:table-row>{cell}</table:table-row>");
    let within = "<table:table table:name=\"B\"/>";
    let many = "<table:table-row table:number-rows-repeated=\"100000\">\
        <table:table-cell office:value-type=\"float\" office:value=\"1\"/>\
        </table:table-row>";
    let bytes = ods(&format!("{wide}{within}{many}"));
    assert_eq!(refused(&bytes), "Area over 3000000");
}
