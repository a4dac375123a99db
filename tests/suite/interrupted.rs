//! Runs that are killed, stopped, or find no room: folders are whole or not there, and the
//! next run completes them.
#![cfg(unix)]

use crate::mess::book::Book;
use crate::support::{BATCH, Folder, options, templates, tree};
use bienban::pipeline::{
    Batch, BuildOptions, Builder, Format, PaperKind, Store, build_cell, read_input,
};
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A cell of the batch: small, and nobody of it in another cell.
fn cell(number: usize, venue: &str) -> Vec<u8> {
    let mut book = Book::clean();
    book.info().set("B1", &format!("Số {number}"));
    book.info().set("B9", venue);
    for row in 2..=7 {
        let born = format!("{}/{}/1970", number % 28 + 1, number / 28 + 1);
        book.members().set(&format!("C{row}"), &born);
        let card = format!("'{}.{row}00000", 100 + number);
        book.members().set(&format!("F{row}"), &card);
    }
    book.xlsx()
}

/// A batch of so many cells that meet in one place.
fn batch(folder: &Path, cells: usize, venue: &str) {
    fs::create_dir_all(folder).unwrap();
    for number in 0..cells {
        let path = folder.join(format!("{number:02}.xlsx"));
        fs::write(path, cell(number, venue)).unwrap();
    }
}

/// Builds two papers of each cell as DOCX.
fn build(input: &Path, out: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bienban"));
    command
        .args(["--lang", "vi", "--color", "never", "-q", "build"])
        .arg(input)
        .arg("-o")
        .arg(out)
        .args(["--format", "docx", "--only", "bien-ban-dai-hoi,nghi-quyet"])
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    command
}

/// The files of each cell's folder.
fn folders(out: &Path) -> BTreeMap<String, BTreeMap<String, Vec<u8>>> {
    let entries = fs::read_dir(out).unwrap().map(|entry| entry.unwrap());
    let folders = entries.filter(|entry| entry.path().is_dir());
    let folders =
        folders.map(|entry| (entry.file_name().into_string().unwrap(), entry.path()));
    // what a killed run leaves behind, or one that goes on is about to rename
    let folders = folders.filter(|(name, _)| !name.starts_with('.'));
    folders.map(|(name, path)| (name, tree(&path))).collect()
}

/// The names of what a killed run left behind.
fn leftovers(out: &Path) -> usize {
    let entries = fs::read_dir(out).unwrap().map(|entry| entry.unwrap());
    let names = entries.map(|entry| entry.file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).count()
}

/// Presses Ctrl-C.
fn interrupt(run: &Child) {
    let mut kill = Command::new("kill");
    let sent = kill.args(["-INT", &run.id().to_string()]).status();
    assert!(sent.unwrap().success());
}

/// Moments that are the same in every run of the test.
struct Moments(u64);

impl Moments {
    fn next(&mut self, below: Duration) -> Duration {
        // the multiplier of a well-known linear congruence
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        let moment = u32::try_from(self.0 >> 40).unwrap();
        below.mul_f64(f64::from(moment) / f64::from(1 << 24))
    }
}

#[test]
fn fifty_kills_leave_no_partial_folder_and_the_next_run_completes_the_batch() {
    let place = Folder::new();
    let venues = ["Phòng họp số 2", "Hội trường"];
    let inputs = ["mot", "hai"].map(|name| place.join(name));
    let mut whole = Vec::new();
    let mut takes = Duration::ZERO;
    for (input, venue) in inputs.iter().zip(venues) {
        batch(input, 60, venue);
        let out = place.join(&format!("{venue} xong"));
        let begun = Instant::now();
        let run = build(input, &out).output().unwrap();
        takes = takes.max(begun.elapsed());
        assert!(run.status.success(), "{:?}", String::from_utf8(run.stderr));
        whole.push(folders(&out));
    }
    assert_eq!(whole[0].len(), 60);
    assert_ne!(whole[0]["so-1"], whole[1]["so-1"]);
    let out = place.join("ra");
    let mut moments = Moments(2022);
    let (mut killed, mut broken_off) = (0, 0);
    for turn in 0.. {
        let input = &inputs[turn % 2];
        let mut run = build(input, &out).spawn().unwrap();
        sleep(moments.next(takes));
        run.kill().unwrap();
        killed += usize::from(!run.wait().unwrap().success());
        if out.exists() {
            broken_off += usize::from(leftovers(&out) > 0);
            for (name, files) in folders(&out) {
                let is_whole = whole.iter().any(|whole| whole[&name] == files);
                assert!(is_whole, "{name} is partial after kill {killed}");
            }
        }
        if killed == 50 {
            break;
        }
        assert!(turn < 500, "most runs end before they are killed");
    }
    assert!(broken_off > 0, "some kills hit the writing of a folder");
    let last = build(&inputs[1], &out).output().unwrap();
    assert!(last.status.success());
    assert!(folders(&out) == whole[1]);
    assert_eq!(leftovers(&out), 0);
}

#[test]
fn ctrl_c_finishes_the_cells_that_are_begun_and_says_how_to_go_on() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    batch(&input, 60, "Hội trường");
    let run = build(&input, &out).args(["--jobs", "1"]).spawn().unwrap();
    // as soon as the first folder is there
    while !out.exists() || folders(&out).is_empty() {
        sleep(Duration::from_millis(1));
    }
    interrupt(&run);
    let run = run.wait_with_output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(130), "{said}");
    let done = folders(&out);
    assert!(
        said.contains(&format!("Đã dừng: {}/60 chi bộ", done.len())),
        "{said}"
    );
    assert_eq!(leftovers(&out), 0);
    let index = fs::read_to_string(out.join("manifest.json")).unwrap();
    assert_eq!(index.matches("\"written\"").count(), done.len());
    assert!(build(&input, &out).status().unwrap().success());
    let all = folders(&out);
    assert_eq!(all.len(), 60);
    assert!(done.iter().all(|(name, files)| all[name] == *files));
}

#[test]
fn a_second_run_into_the_same_folder_waits_for_the_first() {
    let place = Folder::new();
    let out = place.join("ra");
    let held = Store::open(&out).unwrap();
    let run = build(Path::new(BATCH), &out).output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(2), "{said}");
    assert!(
        said.contains("một lần chạy khác đang ghi vào thư mục này"),
        "{said}"
    );
    assert!(said.contains("cách sửa: đợi lần chạy kia xong"), "{said}");
    drop(held);
    assert!(build(Path::new(BATCH), &out).status().unwrap().success());
}

/// Where a user may mount: a disk of 300 kB, which holds some of the cells.
const SMALL_DISK: &str = r#"
mkdir -p "$OUT" && mount -t tmpfs -o size=300k tmpfs "$OUT" || exit 99
"$@"; code=$?
cp -r "$OUT" "$COPY"
exit $code"#;

#[test]
fn a_full_disk_is_named_and_the_folders_on_it_are_whole() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    batch(&input, 60, "Hội trường");
    let whole = place.join("xong");
    assert!(build(&input, &whole).status().unwrap().success());
    let whole = folders(&whole);
    let run = build(&input, &out);
    let copy = place.join("chep");
    let ended = Command::new("unshare")
        .args(["-rm", "sh", "-c", SMALL_DISK, "sh"])
        .arg(run.get_program())
        .args(run.get_args())
        .env("OUT", &out)
        .env("COPY", &copy)
        .output();
    let Ok(ended) = ended else {
        return; // no such tool
    };
    let said = String::from_utf8(ended.stderr).unwrap();
    if ended.status.code() == Some(99) || said.starts_with("unshare") {
        return; // not allowed here; the next test is allowed everywhere
    }
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("đĩa đã đầy"), "{said}");
    assert!(said.contains("giải phóng chỗ trống"), "{said}");
    let there = folders(&copy);
    assert!((1..60).contains(&there.len()), "{} folders", there.len());
    assert!(there.iter().all(|(name, files)| whole[name] == *files));
    assert_eq!(leftovers(&copy), 0);
}

#[test]
fn a_write_that_is_cut_off_leaves_the_old_folder_in_its_place() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    batch(&input, 1, "Phòng họp số 2");
    assert!(build(&input, &out).status().unwrap().success());
    let before = tree(&out);
    batch(&input, 1, "Hội trường");
    let run = build(&input, &out);
    let ended = limited(&run);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("tệp vượt quá cỡ cho phép"), "{said}");
    let known = format!("không ghi được: {}/so-0/", out.display());
    assert!(said.starts_with(&known), "{said}");
    let mut after = tree(&out);
    // the index tells of the run
    let mut before = before;
    before.remove("manifest.json");
    after.remove("manifest.json");
    assert!(after == before);
    assert_eq!(leftovers(&out), 0);
}

/// No file may be longer than 4 blocks of 512 bytes.
fn limited(run: &Command) -> Output {
    let limited = "trap '' XFSZ; ulimit -f 4; exec \"$@\"";
    Command::new("sh")
        .args(["-c", limited, "sh"])
        .arg(run.get_program())
        .args(run.get_args())
        .output()
        .unwrap()
}

#[test]
fn a_zip_that_is_cut_off_leaves_the_older_one_and_says_only_why() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    let zip = place.join("a.zip");
    batch(&input, 1, "Phòng họp số 2");
    let mut run = build(&input, &out);
    run.arg("--zip").arg(&zip);
    assert!(run.status().unwrap().success());
    let older = fs::read(&zip).unwrap();
    // new papers, which the next run need not write
    batch(&input, 1, "Hội trường");
    assert!(build(&input, &out).status().unwrap().success());
    let ended = limited(&run);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(
        said.ends_with("/a.zip: tệp vượt quá cỡ cho phép\n"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(fs::read(&zip).unwrap() == older);
    assert_eq!(leftovers(&place.path()), 0);
}

#[test]
fn ctrl_c_while_papers_are_put_into_a_zip_leaves_no_half_of_it() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    let zip = place.join("a.zip");
    batch(&input, 60, "Hội trường");
    assert!(build(&input, &out).status().unwrap().success());
    let run = build(&input, &out).arg("--zip").arg(&zip).spawn().unwrap();
    while leftovers(&place.path()) == 0 && !zip.exists() {
        sleep(Duration::from_millis(1));
    }
    interrupt(&run);
    let run = run.wait_with_output().unwrap();
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(leftovers(&place.path()), 0);
    assert_eq!(leftovers(&out), 0);
    if run.status.success() {
        // it was over before it heard
        assert!(zip.exists());
        return;
    }
    assert_eq!(run.status.code(), Some(130), "{said}");
    assert!(said.contains("Đã dừng: chưa ghi"), "{said}");
    assert!(!zip.exists());
}

#[test]
fn a_starter_folder_without_room_is_left_empty() {
    let place = Folder::new();
    let mut init = Command::new(env!("CARGO_BIN_EXE_bienban"));
    init.args(["--lang", "vi", "init"]).arg(place.path());
    let ended = limited(&init);
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{said}");
    assert!(said.contains("tệp vượt quá cỡ cho phép"), "{said}");
    assert_eq!(tree(&place.path()).len(), 0);
    let begun = init.output().unwrap();
    assert!(begun.status.success(), "with room it begins anew");
}

#[test]
fn an_index_that_says_the_same_is_not_written_again() {
    let place = Folder::new();
    let (input, out) = (place.join("vao"), place.join("ra"));
    batch(&input, 1, "Hội trường");
    let file = || fs::metadata(out.join("manifest.json")).unwrap().ino();
    // the first run has written the papers, the second says that it has not
    for _ in 0..2 {
        assert!(build(&input, &out).status().unwrap().success());
    }
    let before = file();
    assert!(build(&input, &out).status().unwrap().success());
    assert_eq!(file(), before);
}

#[test]
fn folders_that_wait_for_the_disk_together_are_placed_or_told_one_by_one() {
    let place = Folder::new();
    let input = place.join("vao");
    batch(&input, 20, "Hội trường A");
    let mut batch = Batch::read(&read_input(&input).unwrap());
    let options = BuildOptions {
        formats: vec![Format::Docx],
        only: vec![PaperKind::Resolution],
        ..options()
    };
    let builder = Builder::new(templates(), options).unwrap();
    let out = place.join("ra");
    let store = Store::open(&out).unwrap().in_groups();
    for (number, cell) in batch.cells.iter_mut().enumerate() {
        build_cell(&builder, &store, cell, None).unwrap();
        // sixteen wait for one another, the rest for the end
        let placed = if number < 15 { 0 } else { 16 };
        assert_eq!(folders(&out).len(), placed, "{number}");
    }
    assert_eq!(leftovers(&out), 4);
    fs::remove_dir_all(out.join(".bienban-moi-so-17")).unwrap();
    let refused = store.settle();
    assert_eq!(refused.len(), 1);
    assert_eq!(refused[0].folders, ["so-17"]);
    assert!(refused[0].error.path.ends_with("so-17"));
    let placed: Vec<String> = folders(&out).into_keys().collect();
    assert_eq!(placed.len(), 19);
    assert!(!placed.contains(&"so-17".to_owned()));
    assert_eq!(leftovers(&out), 0);
    assert!(store.settle().is_empty());
}
