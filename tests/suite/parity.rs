//! DOCX and PDF say the same, word for word, and say what the document says.

use crate::support::{
    BATCH, SITUATIONS, builder, docx_text, papers, pdf_text, read, words,
};
use bienban::document::{Block, Document, passages};
use unicode_normalization::is_nfc;

#[test]
fn every_paper_reads_the_same_in_both_formats() {
    let builder = builder();
    let mut compared = 0;
    for folder in [BATCH, SITUATIONS] {
        for mut cell in read(folder).cells {
            let Some(made) = builder.make(&mut cell).unwrap() else {
                continue;
            };
            let file = |name: &str| {
                let (_, bytes) =
                    made.files.iter().find(|(file, _)| file == name).unwrap();
                bytes.as_slice()
            };
            for paper in papers(&cell, None) {
                let stem = paper.id.file_stem();
                let docx = docx_text(file(&format!("{stem}.docx")));
                let pdf = pdf_text(file(&format!("{stem}.pdf")));
                let document = printed(&paper.document);
                let at = format!("{} {stem}", cell.name);
                assert_eq!(words(&docx), words(&document), "{at}: DOCX");
                assert_eq!(words(&pdf), words(&document), "{at}: PDF");
                assert!(is_nfc(&docx) && is_nfc(&pdf), "{at}: NFC");
                compared += 1;
            }
        }
    }
    assert!(compared >= 60, "only {compared} papers were compared");
}

/// The text of a paper as it is printed: that of ballots as often as there are ballots.
fn printed(document: &Document) -> String {
    let texts = passages(document).into_iter().map(|it| it.text);
    let text = texts.collect::<Vec<_>>().join("\n");
    match document.blocks.as_slice() {
        [Block::Ballots(ballots)] => format!("{text}\n").repeat(ballots.count),
        _ => text,
    }
}
