//! Blocks of signatures level with each other, or with the list of recipients.

use super::block::{in_proportion, row};
use super::{FlowParagraph, Grid, GridPurpose};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Length, Line, Recipients, Side, Signature, Signatures};

/// Blocks of signatures below each other in a column, each a row.
///
/// The rows stay with each other, and the last one with the empty paragraph that
/// WordprocessingML wants after a table: were they to end at the foot of a page, that
/// would take one of its own. One grid, since LibreOffice parts two that should stay
/// together where the first one fits.
pub(super) fn grid<'a>(
    blocks: impl Iterator<Item = &'a Signatures>,
    profile: &FormatProfile,
    width: Length,
) -> Grid {
    let left = in_proportion(profile.signatures.left, profile, width);
    let rows = blocks.enumerate().map(|(place, block)| {
        let mut halves = halves(block);
        if place > 0 {
            for half in &mut halves {
                half.insert(0, FlowParagraph::room(StyleKey::Spacer));
            }
        }
        let mut row = row(halves);
        row.keep_next();
        row
    });
    Grid {
        purpose: GridPurpose::Layout,
        columns: vec![left, width.less(left)],
        head_rows: 0,
        rows: rows.collect(),
    }
}

/// Signatures, or one and the recipients, beside each other.
fn halves(signatures: &Signatures) -> [Vec<FlowParagraph>; 2] {
    // where one side has a post, both leave a line for it: the names stand level
    let sides = [&signatures.left, &signatures.right];
    let has_post = sides.into_iter().flatten().any(|side| match side {
        Side::Signature(signature) => signature.post.is_some(),
        Side::Recipients(_) => false,
    });
    sides.map(|side| match side {
        Some(Side::Signature(signature)) => signature_paragraphs(signature, has_post),
        Some(Side::Recipients(recipients)) => recipient_paragraphs(recipients),
        None => vec![FlowParagraph::room(StyleKey::Anchor)],
    })
}

fn signature_paragraphs(signature: &Signature, leaves_post: bool) -> Vec<FlowParagraph> {
    let line = |style, line: &Line| FlowParagraph::new(style, line.clone());
    let mut paragraphs = vec![line(StyleKey::Authority, &signature.authority)];
    match &signature.post {
        Some(post) => paragraphs.push(line(StyleKey::Post, post)),
        None if leaves_post => paragraphs.push(FlowParagraph::room(StyleKey::Post)),
        None => {}
    }
    paragraphs.push(FlowParagraph::room(StyleKey::SignatureGap));
    paragraphs.extend(
        signature
            .name
            .iter()
            .map(|name| line(StyleKey::SignerName, name)),
    );
    paragraphs
}

fn recipient_paragraphs(recipients: &Recipients) -> Vec<FlowParagraph> {
    let label = FlowParagraph::new(StyleKey::RecipientsLabel, recipients.label.clone());
    let items = recipients
        .items
        .iter()
        .map(|item| FlowParagraph::new(StyleKey::Recipient, item.clone()));
    [label].into_iter().chain(items).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Piece, flow, text};
    use crate::document::profile::{ProfileId, StyleKey};
    use crate::document::{
        Block, Document, Meta, Recipients, Side, Signature, Signatures,
    };
    use crate::render::flow::GridRow;
    use crate::render::font::Fonts;

    #[test]
    fn signatures_stay_with_each_other_and_with_the_paragraph_after_them() {
        let signature = Side::Signature(Signature {
            authority: vec![text("T/M CHI BỘ")],
            post: None,
            name: None,
        });
        let recipients = Side::Recipients(Recipients {
            label: vec![text("Nơi nhận:")],
            items: vec![vec![text("- Lưu Chi bộ.")]],
        });
        let block = |side| {
            Block::Signatures(Signatures {
                left: None,
                right: Some(side),
            })
        };
        let document = Document {
            meta: Meta {
                title: String::new(),
                issuer: String::new(),
                language: "vi-VN".to_owned(),
                date: None,
            },
            blocks: vec![block(signature), block(recipients)],
        };
        let profile = ProfileId::Party2018.profile();
        let flow = flow(&document, profile, &Fonts::load().unwrap());
        let [.., Piece::Grid(grid), Piece::Paragraph(last)] =
            flow.sections[0].pieces.as_slice()
        else {
            panic!("one grid and a paragraph come last");
        };
        assert_eq!(last.style, StyleKey::Anchor);
        assert_eq!(grid.rows.len(), 2);
        assert!(grid.rows.iter().all(GridRow::keeps_next));
        // as far apart as the first is from the text
        for cell in &grid.rows[1].cells {
            assert_eq!(cell.paragraphs[0].style, StyleKey::Spacer);
        }
    }
}
