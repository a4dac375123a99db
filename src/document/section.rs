//! Parts of a paper with pages of their own.

use crate::document::Block;

/// Pages that differ from those around them. It begins a page, and so does what
/// follows it; there is none inside another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Whether its pages are turned, for wide tables.
    pub is_landscape: bool,
    /// Whether it counts its pages from 1 ("phụ lục").
    pub is_annex: bool,
    /// Its content, top to bottom.
    pub blocks: Vec<Block>,
}

/// Ballots ("phiếu bầu"): the same content many times, several on a sheet that is cut
/// apart. Nothing tells one from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballots {
    /// How many; at least 1.
    pub count: usize,
    /// How many stand beside each other on a sheet; at least 1.
    pub across: usize,
    /// How many stand below each other on a sheet, at most; fewer where they are too
    /// high. At least 1.
    pub down: usize,
    /// What stands on each.
    pub blocks: Vec<Block>,
}
