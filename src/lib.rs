//! Papers of party-cell congresses, from spreadsheet to document.

pub mod diagnostic;
pub mod document;
pub mod import;
pub mod model;
pub mod render;
pub mod rules;
pub mod template;
