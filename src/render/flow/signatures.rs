//! Blocks of signatures level with each other, or with the list of recipients.

use super::block::{in_proportion, row};
use super::{FlowParagraph, Grid, GridPurpose};
use crate::document::profile::{FormatProfile, StyleKey};
use crate::document::{Length, Line, Recipients, Side, Signature, Signatures};

/// Signatures, or one and the recipients, beside each other in a column.
pub(super) fn grid(
    signatures: &Signatures,
    profile: &FormatProfile,
    width: Length,
) -> Grid {
    let left = in_proportion(profile.signatures.left, profile, width);
    // where one side has a post, both leave a line for it: the names stand level
    let sides = [&signatures.left, &signatures.right];
    let has_post = sides.into_iter().flatten().any(|side| match side {
        Side::Signature(signature) => signature.post.is_some(),
        Side::Recipients(_) => false,
    });
    let halves = sides.map(|side| match side {
        Some(Side::Signature(signature)) => signature_paragraphs(signature, has_post),
        Some(Side::Recipients(recipients)) => recipient_paragraphs(recipients),
        None => vec![FlowParagraph::room(StyleKey::Anchor)],
    });
    Grid {
        purpose: GridPurpose::Layout,
        columns: vec![left, width.less(left)],
        head_rows: 0,
        rows: vec![row(halves)],
    }
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
