//! Folders that are written and wait to go into their places together.

use super::super::refused::{StoreError, writing};
use super::{NEW, OLD, Store, disk};
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// So many folders are made durable by one wait for the disk. One by one the waiting
/// takes a tenth of the work and a quarter of the time.
const TOGETHER: usize = 16;

/// Folders that could not be put into their places; what was there before still is.
#[derive(Debug)]
pub struct Refused {
    /// Their names.
    pub folders: Vec<String>,
    /// Why.
    pub error: StoreError,
}

/// What waits, and what was refused so far.
#[derive(Debug, Default)]
pub(super) struct Group(Mutex<(Vec<String>, Vec<Refused>)>);

impl Group {
    /// Adds a folder that is written; all that wait, once they are enough.
    fn add(&self, folder: &str) -> Vec<String> {
        let mut group = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        group.0.push(folder.to_owned());
        if group.0.len() < TOGETHER {
            return Vec::new();
        }
        std::mem::take(&mut group.0)
    }

    fn refuse(&self, refused: Vec<Refused>) {
        let mut group = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        group.1.extend(refused);
    }

    fn take(&self) -> (Vec<String>, Vec<Refused>) {
        let mut group = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *group)
    }
}

impl Store {
    /// Puts a folder that is written into its place, now or with its group.
    pub(super) fn place(&self, folder: &str) -> Result<(), StoreError> {
        if let Some(group) = &self.group {
            let folders = group.add(folder);
            if !folders.is_empty() {
                group.refuse(self.place_all(folders));
            }
            return Ok(());
        }
        let mut refused = self.place_all(vec![folder.to_owned()]);
        refused.pop().map_or(Ok(()), |refused| Err(refused.error))
    }

    /// Puts the folders that still wait into their places; all that were refused, in the
    /// order of their names. Only a store [in groups](Self::in_groups) has any.
    pub fn settle(&self) -> Vec<Refused> {
        let Some(group) = &self.group else {
            return Vec::new();
        };
        let (waiting, mut refused) = group.take();
        refused.extend(self.place_all(waiting));
        refused.sort_by(|one, other| one.folders.cmp(&other.folders));
        refused
    }

    /// Makes folders durable, then swaps each with what is in its place.
    fn place_all(&self, folders: Vec<String>) -> Vec<Refused> {
        if folders.is_empty() {
            return Vec::new();
        }
        let new: Vec<PathBuf> = folders.iter().map(|it| self.beside(NEW, it)).collect();
        if let Err(error) = disk::make_durable(&self.root, &new) {
            for new in new {
                // what is left of it the next run removes
                let _ = disk::remove(&new);
            }
            return vec![Refused { folders, error }];
        }
        let (mut replaced, mut refused) = (Vec::new(), Vec::new());
        for folder in folders {
            match self.swap(&folder) {
                Ok(true) => replaced.push(folder),
                Ok(false) => (),
                Err(error) => {
                    let _ = disk::remove(&self.beside(NEW, &folder));
                    let folders = vec![folder];
                    refused.push(Refused { folders, error });
                }
            }
        }
        if replaced.is_empty() {
            return refused;
        }
        // should the power fail, one of the two must still be there
        if let Err(error) = disk::sync_names(&self.root) {
            let folders = replaced;
            refused.push(Refused { folders, error });
            return refused;
        }
        for folder in replaced {
            // the new folder is in its place; what is left the next run removes
            let _ = disk::remove(&self.beside(OLD, &folder));
        }
        refused
    }

    /// Moves a folder into its place, and what is there aside; whether there was any.
    fn swap(&self, folder: &str) -> Result<bool, StoreError> {
        let place = self.root.join(folder);
        let old = self.beside(OLD, folder);
        let has_old = place.exists();
        if has_old {
            if fs::symlink_metadata(&old).is_ok() {
                // an earlier run could not remove it
                disk::remove(&old).map_err(writing(&old))?;
            }
            fs::rename(&place, &old).map_err(writing(&place))?;
        }
        if let Err(error) = fs::rename(self.beside(NEW, folder), &place) {
            if has_old {
                // the next run tries again
                let _ = fs::rename(&old, &place);
            }
            return Err(writing(&place)(error));
        }
        Ok(has_old)
    }

    /// The temporary neighbour of a folder's place.
    pub(super) fn beside(&self, start: &str, folder: &str) -> PathBuf {
        self.root.join(format!("{start}{folder}"))
    }
}
