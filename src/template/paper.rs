//! One paper: facts, context, template, document.

use super::context::{Signer, Source};
use super::facts::{paper_facts, pinned};
use super::markup::Build;
use super::{PaperId, PaperKind, Templates, Traces};
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::document::profile::ProfileId;
use crate::model::Congress;
use crate::rules::Results;

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
    congress: &Congress,
    results: &Results,
    id: PaperId,
    profile: Option<ProfileId>,
) -> Result<Option<Paper>, Box<Diagnostic>> {
    let mut traces = Traces::default();
    let Some(facts) = paper_facts(congress, results, id, profile, &mut traces) else {
        return Ok(None);
    };
    let Some(date) = &congress.identity.date else {
        return Ok(None);
    };
    let signer = pinned(congress, id).map_or_else(Signer::default, |row| Signer {
        name: row.signer.as_ref(),
        post: row.signer_post.as_ref(),
    });
    let mut source = Source {
        congress,
        results,
        date,
        traces: &mut traces,
    };
    let with = Build {
        profile: facts.profile.profile(),
        letterhead: &facts.letterhead,
        recipients: &facts.recipients,
        meta: facts.meta,
    };
    let document = match (id.kind, id.ballot) {
        (PaperKind::BallotCount, Some(ballot)) => source
            .count_paper(ballot, signer)
            .map(|context| templates.fill(id.kind, &context, &with)),
        (PaperKind::BallotCount, None) => None,
        (PaperKind::Minutes, _) => source
            .minutes(signer)
            .map(|context| templates.fill(id.kind, &context, &with)),
        (PaperKind::Resolution, _) => source
            .resolution(signer)
            .map(|context| templates.fill(id.kind, &context, &with)),
    };
    let document = document.transpose()?;
    Ok(document.map(|document| Paper {
        id,
        profile: facts.profile,
        document,
        traces,
    }))
}
