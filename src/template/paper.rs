//! One paper: facts, context, template, document.

use super::context::{Signer, Source};
use super::markup::Build;
use super::{Facts, PaperId, PaperKind, Templates, Traces};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::profile::ProfileId;
use std::collections::BTreeMap;

/// A paper ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Which.
    pub id: PaperId,
    /// The form it follows.
    pub profile: ProfileId,
    /// Its words and figures.
    pub document: Document,
    /// Where the figures come from.
    pub traces: Traces,
}

/// Writes one paper of a congress; `profile` overrides the form of the paper's date.
///
/// `None` when a fact that the paper cannot do without is absent, which the rules have
/// already reported.
///
/// # Errors
///
/// A fault of the template that only these facts bring out.
pub fn write_paper(
    templates: &Templates,
    facts: Facts<'_>,
    id: PaperId,
    profile: Option<ProfileId>,
) -> Result<Option<Paper>, Box<Diagnostic>> {
    let mut traces = Traces::default();
    let Some(form) = facts.of_paper(id, profile, &mut traces) else {
        return Ok(None);
    };
    let signer = facts.pinned(id).map_or_else(Signer::default, |row| Signer {
        name: row.signer.as_ref(),
        post: row.signer_post.as_ref(),
    });
    let mut source = Source {
        congress: facts.congress,
        results: facts.results,
        parent: facts.parent,
        date: facts.congress.identity.date.as_ref(),
        submission_symbol: facts.symbol(PaperKind::Submission),
        traces: &mut traces,
    };
    let with = Build {
        profile: form.profile.profile(),
        letterhead: &form.letterhead,
        recipients: &form.recipients,
        meta: form.meta,
        pictures: &BTreeMap::new(),
    };
    let Some(context) = source.context(id, signer) else {
        return Ok(None);
    };
    let document = templates.fill(id.kind, &context, &with)?;
    Ok(Some(Paper {
        id,
        profile: form.profile,
        document,
        traces,
    }))
}
