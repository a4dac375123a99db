//! The photographs that the committee's workbook names, read beside it.

use super::batch::SourceHash;
use crate::diagnostic::{PictureFault, Place, Problem, Report};
use crate::document::{Picture, PictureError};
use crate::model::Parent;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Component, Path};

/// Bytes of a file; one that is longer is not read into memory.
const MOST_BYTES: u64 = 50 << 20;

/// The photographs of a batch.
#[derive(Debug, Default)]
pub(super) struct Pictures {
    /// Each by the name that the workbook gives it.
    pub(super) by_name: BTreeMap<String, Picture>,
    /// Their files.
    pub(super) sources: Vec<SourceHash>,
}

/// Reads them; P04 for each that is not there or no picture.
pub(super) fn read_pictures(
    parent: &Parent,
    folder: &Path,
    report: &mut Report,
) -> Pictures {
    let workbook = folder.join(&*parent.file);
    let beside = workbook.parent().unwrap_or(folder);
    let within = parent.file.rsplit_once('/').map(|(within, _)| within);
    let mut pictures = Pictures::default();
    for photograph in &parent.photographs {
        let file = &photograph.file.value;
        if pictures.by_name.contains_key(file) {
            continue;
        }
        match read_picture(beside, file) {
            Ok((bytes, picture)) => {
                let name = match within {
                    Some(within) => format!("{within}/{file}"),
                    None => file.clone(),
                };
                pictures.sources.push(SourceHash::of(&name.into(), &bytes));
                pictures.by_name.insert(file.clone(), picture);
            }
            Err(why) => {
                let place = photograph.file.place();
                let place = place.unwrap_or_else(|| Place::file(parent.file.clone()));
                let file = file.clone();
                report.add(place, Problem::PictureUnread { file, why });
            }
        }
    }
    pictures
}

fn read_picture(beside: &Path, name: &str) -> Result<(Vec<u8>, Picture), PictureFault> {
    // nothing outside the folder is read, whatever a workbook says
    let name = Path::new(name);
    let mut steps = name.components();
    if !steps.all(|step| matches!(step, Component::Normal(_))) {
        return Err(PictureFault::Outside);
    }
    let unread = |error: std::io::Error| {
        if error.kind() == ErrorKind::NotFound {
            PictureFault::Missing
        } else {
            PictureFault::Broken
        }
    };
    // nor through a link that leads out of it
    let file = beside.join(name).canonicalize().map_err(unread)?;
    let folder = beside.canonicalize().map_err(unread)?;
    if !file.starts_with(folder) {
        return Err(PictureFault::Outside);
    }
    let file = File::open(file).map_err(unread)?;
    let mut bytes = Vec::new();
    let read = file.take(MOST_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|_| PictureFault::Broken)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MOST_BYTES) {
        return Err(PictureFault::TooLarge);
    }
    let picture = Picture::read(&bytes).map_err(|error| match error {
        PictureError::Format => PictureFault::Format,
        PictureError::Broken(_) => PictureFault::Broken,
    })?;
    Ok((bytes, picture))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::drawing;
    use std::fs;

    fn fault(name: &str, bytes: Option<&[u8]>) -> Option<PictureFault> {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("đợt");
        fs::create_dir(&inside).unwrap();
        fs::write(folder.path().join("ngoài.png"), &*drawing(2, 2).bytes).unwrap();
        if let Some(bytes) = bytes {
            fs::write(inside.join(name), bytes).unwrap();
        }
        read_picture(&inside, name).err()
    }

    #[test]
    fn pictures_are_read_beside_the_workbook_and_nowhere_else() {
        let whole = drawing(2, 2).bytes;
        assert_eq!(fault("a.png", Some(&whole)), None);
        assert_eq!(fault("a.png", None), Some(PictureFault::Missing));
        assert_eq!(fault("../ngoài.png", None), Some(PictureFault::Outside));
        assert_eq!(fault("/etc/hostname", None), Some(PictureFault::Outside));
        assert_eq!(fault("a.gif", Some(b"GIF89a")), Some(PictureFault::Format));
        assert_eq!(
            fault("a.png", Some(&whole[..20])),
            Some(PictureFault::Broken)
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_out_of_the_folder_is_not_followed() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("đợt");
        fs::create_dir(&inside).unwrap();
        let picture = drawing(2, 2).bytes;
        fs::write(folder.path().join("ngoài.png"), &*picture).unwrap();
        fs::write(inside.join("trong.png"), &*picture).unwrap();
        symlink("../ngoài.png", inside.join("ra.png")).unwrap();
        symlink("trong.png", inside.join("vào.png")).unwrap();
        symlink("không-có.png", inside.join("hỏng.png")).unwrap();
        let fault = |name| read_picture(&inside, name).err();
        assert_eq!(fault("ra.png"), Some(PictureFault::Outside));
        assert_eq!(fault("vào.png"), None);
        assert_eq!(fault("hỏng.png"), Some(PictureFault::Missing));
    }
}
