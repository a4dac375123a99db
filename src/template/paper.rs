//! One paper: facts, context, template, document.

use super::context::{BatchSource, PaperContext, Signer, Source};
use super::facts::{PaperFacts, symbol};
use super::markup::Build;
use super::{BatchFacts, Facts, PaperId, PaperKind, Templates, Traces};
use crate::diagnostic::Diagnostic;
use crate::document::profile::ProfileId;
use crate::document::{Document, Picture};
use crate::rules::Summary;
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
///
/// # Examples
///
/// ```
/// use bienban::document::passages;
/// use bienban::pipeline::{Batch, read_input};
/// use bienban::render::{Format, Renderer};
/// use bienban::template::{PaperKind, Templates, write_paper};
/// use std::path::Path;
///
/// let files = read_input(Path::new("fixtures/dai-hoi-2022/01-khuyen-cong.xlsx"))?;
/// let batch = Batch::read(&files);
/// let facts = batch.cells[0].facts().ok_or("no date")?;
/// let templates = Templates::built_in().map_err(|_| "a built-in template is wrong")?;
/// let mut papers = facts.papers().into_iter();
/// let minutes = papers.find(|id| id.kind == PaperKind::Minutes).ok_or("none")?;
/// let paper = write_paper(&templates, facts, minutes, None).map_err(|_| "a fault")?;
/// let paper = paper.ok_or("a fact is absent")?;
///
/// // the same words in every format
/// let title = passages(&paper.document).into_iter().find(|it| it.text == "BIÊN BẢN");
/// assert!(title.is_some());
/// let profile = paper.profile.profile();
/// let written = Renderer::new()?.render(&paper.document, profile, &[Format::Pdf])?;
/// assert!(written.files[0].1.starts_with(b"%PDF-1.7"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_paper(
    templates: &Templates,
    facts: Facts<'_>,
    id: PaperId,
    profile: Option<ProfileId>,
) -> Result<Option<Paper>, Box<Diagnostic>> {
    let pictures = BTreeMap::new();
    let head = |traces: &mut Traces| facts.of_paper(id, profile, traces);
    let draft = Draft::of(id, head, |traces| {
        let mut source = Source {
            congress: facts.congress,
            results: facts.results,
            parent: facts.parent,
            date: facts.congress.identity.date.as_ref(),
            submission_symbol: facts.symbol(PaperKind::Submission),
            traces,
        };
        source.context(id, Signer::of(facts.pinned(id)))
    });
    draft.map(|it| it.fill(templates, &pictures)).transpose()
}

/// Writes one paper of a batch; `profile` overrides the form of the paper's date.
///
/// `None` when a fact that the paper cannot do without is absent.
///
/// # Errors
///
/// A fault of the template that only these facts bring out.
pub fn write_batch_paper(
    templates: &Templates,
    facts: &BatchFacts<'_>,
    id: PaperId,
    profile: Option<ProfileId>,
) -> Result<Option<Paper>, Box<Diagnostic>> {
    let draft = draft_batch_paper(facts, id, profile);
    let paper = draft.map(|draft| draft.fill(templates, facts.pictures));
    paper.transpose()
}

/// Gathers what one paper of a batch says; after that its cells may go.
pub(crate) fn draft_batch_paper(
    facts: &BatchFacts<'_>,
    id: PaperId,
    profile: Option<ProfileId>,
) -> Option<Draft> {
    let head = |traces: &mut Traces| facts.of_paper(id, profile, traces);
    Draft::of(id, head, |traces| {
        let mut source = BatchSource {
            facts,
            summary: Summary::of(&facts.cells),
            symbol: symbol(id.kind, &facts.identity),
            traces,
        };
        source.context(id, Signer::of(facts.pinned(id)))
    })
}

/// What a paper says, before a template puts it in words.
pub(crate) struct Draft {
    id: PaperId,
    form: PaperFacts,
    context: PaperContext,
    traces: Traces,
}

impl Draft {
    /// Gathers what the form needs, and the facts.
    fn of(
        id: PaperId,
        head: impl FnOnce(&mut Traces) -> Option<PaperFacts>,
        context: impl FnOnce(&mut Traces) -> Option<PaperContext>,
    ) -> Option<Self> {
        let mut traces = Traces::default();
        Some(Self {
            id,
            form: head(&mut traces)?,
            context: context(&mut traces)?,
            traces,
        })
    }

    /// Fills the template.
    pub(crate) fn fill(
        self,
        templates: &Templates,
        pictures: &BTreeMap<String, Picture>,
    ) -> Result<Paper, Box<Diagnostic>> {
        let form = self.form;
        let with = Build {
            profile: form.profile.profile(),
            letterhead: &form.letterhead,
            recipients: &form.recipients,
            meta: form.meta,
            pictures,
        };
        Ok(Paper {
            id: self.id,
            profile: form.profile,
            document: templates.fill(self.id.kind, self.context, &with)?,
            traces: self.traces,
        })
    }
}
