//! Papers of party-cell congresses, from spreadsheet to document.
//!
//! In Vietnam every party cell ("chi bộ") holds a congress each term. Its clerk keeps a
//! member list and a vote sheet; `bienban` reads them, finds what is wrong and says in
//! which cell, works out who is elected by the statute and shows why, and writes the
//! official papers as DOCX and PDF, alike in both, the same bytes every time.
//!
//! # Architecture
//!
//! Data flows one way. Between two stages there is always a value of a type; each stage
//! knows only those before it, and a test (`tests/suite/architecture.rs`) keeps it so.
//!
//! ```text
//!  workbooks ─► import ─► model ─► rules ─► template ─► document ─► render ─┬─► docx
//!                  │        │        │          │                     │     └─► pdf
//!                  └────────┴────────┴──────────┴─── findings ────────┘
//! ```
//!
//! | stage | takes | gives | knows |
//! |---|---|---|---|
//! | [`diagnostic`] | | findings: a place and a problem; words only when shown | nothing |
//! | [`model`] | | facts of a congress, each with its cells | `diagnostic` |
//! | [`import`] | bytes of workbooks | a [`model::Congress`] or a [`model::Parent`] | `model` |
//! | [`rules`] | a congress | [`rules::Results`]: turnout, base, outcomes | `model` |
//! | [`template`] | congress and results | a [`document::Document`] with traces | all of these |
//! | [`document`] | | words and figures without a format; the form's numbers | nothing |
//! | [`render`] | a document and its form | DOCX and PDF | `document` |
//! | [`pipeline`] | folders | findings, results, folders of papers | everything |
//!
//! The two halves meet in `template` and nowhere else: what stands before knows no
//! paper, what follows knows no election.
//!
//! **Findings, not failures.** User data never stops the program. Each stage pushes a
//! finding with its cell and goes on; a cell with an error gets none of its papers, the
//! other cells get theirs. What the congress must decide is a result with a name
//! ([`rules::Outcome`]), never an error and never decided here.
//!
//! **Every figure knows where it comes from.** A value read from a cell, or computed
//! from cells, is a [`model::Traced`]. A context hands it to the template as a
//! [`template::Slot`], text between private marks; the markup parser makes the marks a
//! run's [`document::TraceId`]; the pipeline writes each into the manifest with its
//! cells, its rule and the places where it is printed.
//!
//! **Alike in both formats.** `render` first brings the document into one flow of
//! paragraphs and grids, where names are broken and lines measured; DOCX and PDF write
//! the same flow. Lengths are whole twips, widths exact integers of the font's units, so
//! lines break where Word breaks them. Layout ends in a list of placed items with a tag
//! tree, which the PDF writer paints and tags.
//!
//! **The same bytes.** No clock, locale, random number or hash order comes near a
//! document: dates are the congress's, maps are ordered, ids are counted anew for each
//! file.
//!
//! # Using the library
//!
//! ```no_run
//! use bienban::pipeline::{
//!     Batch, BuildOptions, Builder, Format, Store, Templates, build_cell, read_input,
//! };
//! use std::path::Path;
//!
//! let files = read_input(Path::new("fixtures/dai-hoi-2022"))?;
//! let mut batch = Batch::read(&files);
//! let options = BuildOptions {
//!     formats: Format::ALL.to_vec(),
//!     only: Vec::new(),
//!     profile: None,
//!     merge: false,
//! };
//! let templates = Templates::built_in().map_err(|_| "a built-in template is wrong")?;
//! let builder = Builder::new(templates, options)?;
//! let store = Store::open(Path::new("out"))?;
//! for cell in &mut batch.cells {
//!     let outcome = build_cell(&builder, &store, cell, None)?;
//!     assert!(outcome.standing.files > 0 || cell.report.has_errors());
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod diagnostic;
pub mod document;
pub mod import;
pub mod model;
pub mod pipeline;
pub mod render;
pub mod rules;
pub mod template;
