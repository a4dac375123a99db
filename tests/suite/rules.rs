//! The election rules, article by article, on congresses typed in the test. Numbers are
//! worked by hand from the regulation, never by the code under test.

mod articles;
mod base;
mod batch;
mod beside;
pub(crate) mod builder;
mod cases;
mod construction;
mod findings;
mod matrix;
pub(crate) mod oracle;
mod outcomes;
mod procedure;
mod properties;
mod said;
mod sets;
mod stages;
mod statistics;
mod summary;
