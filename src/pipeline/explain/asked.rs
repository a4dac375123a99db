//! Which paper a path means that was typed: in which folders, under which name.

use std::fs;
use std::path::{Component, Path, PathBuf};

/// The endings of papers, whichever of them were written.
const ENDINGS: [&str; 2] = ["docx", "pdf"];

/// A paper that is asked for.
pub(super) struct Asked {
    /// The folder of papers that is asked, as given and, where the disk knows it, without
    /// links and steps back.
    roots: Vec<PathBuf>,
    /// What stands before the name, if anything does.
    before: Option<PathBuf>,
    /// That without links and steps back, where it is a folder.
    place: Option<PathBuf>,
    /// The name, with or without ending.
    name: String,
}

/// A paper that is asked for, in one folder of papers.
pub(super) struct Within<'a> {
    asked: &'a Asked,
    is_here: bool,
}

impl Asked {
    /// Takes a path apart; `folder` is the folder that is asked.
    pub(super) fn new(folder: &Path, paper: &str) -> Self {
        let path = PathBuf::from(paper.replace('\\', "/"));
        let before: PathBuf = path
            .parent()
            .into_iter()
            .flat_map(Path::components)
            .filter(|step| *step != Component::CurDir)
            .collect();
        let before = Some(before).filter(|it| !it.as_os_str().is_empty());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let mut roots = vec![folder.to_owned()];
        roots.extend(fs::canonicalize(folder));
        Self {
            roots,
            place: before.as_ref().and_then(|it| fs::canonicalize(it).ok()),
            before,
            name: name.into_owned(),
        }
    }

    /// The same in a folder of papers, whose name is relative to the folder asked: before
    /// the paper's name stands nothing, or the way to this folder, or the end of it.
    pub(super) fn within(&self, folder: &str) -> Within<'_> {
        let is_here = self.before.as_ref().is_none_or(|before| {
            self.roots.iter().any(|root| {
                let own: PathBuf = root.join(folder).components().collect();
                own.ends_with(before) || self.place.as_ref() == Some(&own)
            })
        });
        Within {
            asked: self,
            is_here,
        }
    }
}

impl Within<'_> {
    /// Whether the paper is meant whose files have this name, without ending. Some
    /// systems do not tell capitals from small letters.
    pub(super) fn means(&self, stem: &str) -> bool {
        let name = &self.asked.name;
        let is_named = name.eq_ignore_ascii_case(stem)
            || name.rsplit_once('.').is_some_and(|(before, ending)| {
                let is_ending = |it: &str| it.eq_ignore_ascii_case(ending);
                before.eq_ignore_ascii_case(stem) && ENDINGS.into_iter().any(is_ending)
            });
        self.is_here && is_named
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_means_a_paper_by_the_end_of_the_way_to_it() {
        let folder = Path::new("/nowhere/out/dot");
        for (path, is_meant) in [
            ("06-nghi-quyet", true),
            ("06-nghi-quyet.pdf", true),
            ("06-Nghi-Quyet.DOCX", true),
            ("./06-nghi-quyet.docx", true),
            ("van-phong/06-nghi-quyet", true),
            ("./dot\\van-phong\\06-nghi-quyet.docx", true),
            ("out/dot/van-phong/06-nghi-quyet", true),
            ("/nowhere/out/dot/van-phong/06-nghi-quyet", true),
            ("06-nghi-quyet.txt", false),
            ("06-nghi", false),
            ("06-nghi-quyet.", false),
            ("", false),
            ("..", false),
            ("/", false),
            ("/06-nghi-quyet", false),
            ("phong/06-nghi-quyet", false),
            ("dot/06-nghi-quyet", false),
            ("khac/van-phong/06-nghi-quyet", false),
            ("/out/dot/van-phong/06-nghi-quyet", false),
        ] {
            let asked = Asked::new(folder, path);
            let found = asked.within("van-phong").means("06-nghi-quyet");
            assert_eq!(found, is_meant, "{path}");
        }
    }
}
