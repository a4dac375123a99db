//! Behaviour of the program, one module for each promise.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test that cannot set up must fail loudly"
)]

mod absent;
mod architecture;
mod build;
mod bundle;
mod cli;
mod codes;
mod committee;
mod explain;
mod files;
mod fixtures;
mod form;
mod hostile;
mod interrupted;
mod many;
mod members;
mod mess;
mod papers;
mod parity;
mod properties;
mod provenance;
mod rebuild;
mod rules;
mod snapshots;
mod support;
mod templates;
mod verify;
mod whole;
