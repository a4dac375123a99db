//! What is dear to make and used again: as many as there are papers written at once.

use std::sync::{Mutex, PoisonError};

/// States that nobody uses now.
#[derive(Debug)]
pub(super) struct Pool<State>(Mutex<Vec<State>>);

impl<State> Default for Pool<State> {
    fn default() -> Self {
        Self(Mutex::new(Vec::new()))
    }
}

impl<State: Default> Pool<State> {
    /// Lends a state for a paper.
    pub(super) fn lend<Written>(
        &self,
        write: impl FnOnce(&mut State) -> Written,
    ) -> Written {
        let idle = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lent = idle().pop();
        let mut state = lent.unwrap_or_default();
        let written = write(&mut state);
        idle().push(state);
        written
    }
}
