//! Writing that outlives a power cut, and carrying over what is there.

use super::super::refused::{StoreError, reading, writing};
use std::fs::{self, File, FileTimes, Metadata};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Writes a file, and on systems that can only make one file at a time durable waits
/// until it is.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    write_with(path, |mut file| file.write_all(bytes))
}

/// Writes a file piece by piece, in the same way.
pub(super) fn write_with<T>(
    path: &Path,
    write: impl FnOnce(&File) -> io::Result<T>,
) -> Result<T, StoreError> {
    let file = File::create(path).map_err(writing(path))?;
    let written = write(&file).map_err(writing(path))?;
    if !cfg!(target_os = "linux") {
        file.sync_all().map_err(writing(path))?;
    }
    Ok(written)
}

/// Waits until everything written in a folder, and in these folders of it, is on the disk.
///
/// One call for the whole file system: file by file it takes ten times as long.
#[cfg(target_os = "linux")]
pub(super) fn make_durable(folder: &Path, _: &[PathBuf]) -> Result<(), StoreError> {
    let opened = File::open(folder).map_err(writing(folder))?;
    let synced = rustix::fs::syncfs(&opened);
    synced.map_err(|error| writing(folder)(error.into()))
}

/// The files of the folders were made durable one by one.
#[cfg(not(target_os = "linux"))]
pub(super) fn make_durable(folder: &Path, within: &[PathBuf]) -> Result<(), StoreError> {
    within.iter().try_for_each(|it| sync_names(it))?;
    sync_names(folder)
}

/// Waits until the names in a folder are on the disk.
#[cfg(unix)]
pub(super) fn sync_names(folder: &Path) -> Result<(), StoreError> {
    let opened = File::open(folder).map_err(writing(folder))?;
    opened.sync_all().map_err(writing(folder))
}

/// Folders cannot be opened there; the system keeps their names in a journal.
#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature on every system"
)]
pub(super) fn sync_names(_: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// Holds a folder for one run; another run that wants it is refused. A system that
/// cannot hold folders lets it pass.
#[cfg(unix)]
pub(super) fn hold(folder: &Path) -> Result<Option<File>, StoreError> {
    let opened = File::open(folder).map_err(reading(folder))?;
    let how = rustix::fs::FlockOperation::NonBlockingLockExclusive;
    match rustix::fs::flock(&opened, how) {
        Ok(()) => Ok(Some(opened)),
        Err(rustix::io::Errno::WOULDBLOCK) => {
            Err(writing(folder)(ErrorKind::WouldBlock.into()))
        }
        Err(_) => Ok(None),
    }
}

/// A system that cannot hold folders lets every run pass.
#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature on every system"
)]
pub(super) fn hold(_: &Path) -> Result<Option<File>, StoreError> {
    Ok(None)
}

/// Puts a file or folder, with all in it, into another place as well, with its time.
///
/// Files become second names of the same file, where the system has that; nothing is
/// read through a link.
pub(super) fn carry(from: &Path, to: &Path) -> Result<(), StoreError> {
    let what = fs::symlink_metadata(from).map_err(reading(from))?;
    if what.is_dir() {
        fs::create_dir_all(to).map_err(writing(to))?;
        for entry in fs::read_dir(from).map_err(reading(from))? {
            let entry = entry.map_err(reading(from))?;
            carry(&entry.path(), &to.join(entry.file_name()))?;
        }
        keep_rights(&what, to);
        return Ok(());
    }
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    copy((from, &what), to)
}

/// Lets the same people read and write a folder as the one that it is in place of.
pub(super) fn keep_rights(of: &Metadata, folder: &Path) {
    // where rights cannot be set, nobody has set any
    let _ = fs::set_permissions(folder, of.permissions());
}

/// Makes a second file, where the system has no second names. Of a link it is a link, and
/// what is neither is refused: a pipe has no end.
fn copy((from, what): (&Path, &Metadata), to: &Path) -> Result<(), StoreError> {
    if what.is_symlink() {
        let target = fs::read_link(from).map_err(reading(from))?;
        return link(&target, to).map_err(writing(to));
    }
    if !what.is_file() {
        return Err(reading(from)(ErrorKind::Unsupported.into()));
    }
    File::open(from).map_err(reading(from))?;
    fs::copy(from, to).map_err(writing(to))?;
    let file = File::options().write(true).open(to).map_err(writing(to))?;
    if let Ok(modified) = what.modified() {
        // a copy that cannot keep its time is a copy all the same
        let _ = file.set_times(FileTimes::new().set_modified(modified));
    }
    file.sync_all().map_err(writing(to))
}

#[cfg(unix)]
fn link(target: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, to)
}

/// Not everybody may make links there.
#[cfg(not(unix))]
fn link(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Whether a folder is read-only, so that nothing in it is to be replaced.
#[cfg(unix)]
pub(super) fn is_read_only(folder: &Path) -> bool {
    fs::metadata(folder).is_ok_and(|it| it.permissions().readonly())
}

/// The mark says nothing of a folder there.
#[cfg(not(unix))]
pub(super) fn is_read_only(_: &Path) -> bool {
    false
}

/// Removes a file, or a folder with all in it, read-only folders too.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    if !fs::symlink_metadata(path)?.is_dir() {
        return fs::remove_file(path);
    }
    fs::remove_dir_all(path).or_else(|_| {
        unlock(path)?;
        fs::remove_dir_all(path)
    })
}

/// Lets a folder and those in it be emptied.
#[cfg(unix)]
fn unlock(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            unlock(&entry.path())?;
        }
    }
    Ok(())
}

/// The mark keeps nobody from emptying a folder there.
#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same signature on every system"
)]
fn unlock(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_copy_of_a_link_is_a_link_and_a_device_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let [file, one, other] = ["so", "mot", "hai"].map(|it| folder.path().join(it));
        fs::write(&file, "của văn thư").unwrap();
        // relative, to a file and to nowhere
        for target in ["so", "khong-co"] {
            link(Path::new(target), &one).unwrap();
            let what = fs::symlink_metadata(&one).unwrap();
            copy((&one, &what), &other).unwrap();
            assert_eq!(fs::read_link(&other).unwrap(), Path::new(target));
            fs::remove_file(&one).unwrap();
            fs::remove_file(&other).unwrap();
        }
        let what = fs::metadata("/dev/zero").unwrap();
        let refused = copy((Path::new("/dev/zero"), &what), &other).unwrap_err();
        assert_eq!(refused.source.kind(), ErrorKind::Unsupported);
        assert!(!other.exists());
        copy((&file, &fs::metadata(&file).unwrap()), &other).unwrap();
        assert_eq!(fs::read_to_string(&other).unwrap(), "của văn thư");
    }
}
