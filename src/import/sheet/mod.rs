//! What each kind of sheet holds; one file a kind.
//!
//! The static names of a file are the words of the contract with the spellings found in
//! real workbooks. Sheets do not know each other.

pub(super) mod assessment;
pub(super) mod ballot;
pub(super) mod events;
pub(super) mod info;
pub(super) mod members;
pub(super) mod motions;
pub(super) mod parent;
pub(super) mod photographs;
pub(super) mod pinned;
pub(super) mod resolution;

mod which_ballot;
