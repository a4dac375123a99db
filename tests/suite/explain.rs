//! `explain`: from what a paper prints back to the workbook.

use crate::support::{BATCH, Folder, run, run_in};
use std::fs;
use std::path::Path;

/// The sample batch, built once for a test.
fn built() -> Folder {
    let out = Folder::new();
    let done = run(&[
        "build",
        BATCH,
        "-o",
        out.path().to_str().unwrap(),
        "--format",
        "docx",
    ]);
    assert_eq!(done.code, 0, "{}", done.err);
    out
}

#[test]
fn a_figure_leads_to_its_papers_its_cells_and_its_rule() {
    let out = built();
    // ten official members of Trung tâm 1, in rows 6 to 15
    let cell = out.join("trung-tam-1");
    let said = run(&["explain", cell.to_str().unwrap(), "10"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let of_turnout = "“10”: đảng viên chính thức có mặt\n  in ở 01-bao-cao-dang-vien: ";
    assert!(said.out.contains(of_turnout), "{}", said.out);
    let (_, after) = said.out.split_once(of_turnout).unwrap();
    let (places, _) = after.split_once("“").unwrap_or((after, ""));
    assert!(
        places.contains("\n  in ở 05-bien-ban-dai-hoi: II.1, đoạn 2"),
        "{places}"
    );
    let cells = "\n  lấy từ 06-trung-tam-1.xlsx › Đảng viên › V6:V15\n";
    assert!(places.ends_with(cells), "{places}");
    let english = run_in("en", &["explain", cell.to_str().unwrap(), "10"]);
    assert!(
        english.out.contains("“10”: official members present\n"),
        "{}",
        english.out
    );
    // padding, the percent sign and capitals do not matter
    let padded = run(&["explain", cell.to_str().unwrap(), "010"]);
    assert_eq!(padded.out, said.out);
}

#[test]
fn a_paper_is_explained_from_top_to_bottom() {
    let out = built();
    let root = out.path();
    let root = root.to_str().unwrap();
    let paper = "trung-tam-1/04-bien-ban-kiem-phieu-bi-thu";
    let said = run(&["explain", root, "--paper", &format!("{paper}.docx")]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let lines: Vec<&str> = said.out.lines().collect();
    let place = |line: &str| lines.iter().position(|it| *it == line).unwrap();
    // head, base, list, signature: as they follow each other on the paper
    let order = [
        paper,
        "  tiêu đề",
        "    “02-BB/ĐH”: số thứ tự văn bản của đại hội, đếm từ 01",
        "    “06”: quá nửa của số làm căn cứ ← 06-trung-tam-1.xlsx › Đảng viên › \
         Q6:Q15, U6:U15, V6:V15",
        "  bảng 1, hàng 2, cột 3",
        "    “10”: đúng như trong ô ← 06-trung-tam-1.xlsx › Bầu bí thư › C18",
        "  chữ ký",
    ]
    .map(place);
    assert!(order.is_sorted(), "{order:?}: {}", said.out);
    // by its stem, by the format that was not written, by its path
    let path = format!("{root}/{paper}.pdf");
    for name in [paper, &path] {
        assert_eq!(
            run(&["explain", root, "--paper", name]).out,
            said.out,
            "{name}"
        );
    }
    // without its folder the paper of every cell is meant
    let all = run(&["explain", root, "--paper", "04-bien-ban-kiem-phieu-bi-thu"]);
    let heads = all.out.lines().filter(|line| !line.starts_with(' '));
    assert_eq!(heads.count(), 6);
}

#[test]
fn a_figure_is_looked_for_in_one_paper_where_one_is_named() {
    let out = built();
    let root = out.path();
    let root = root.to_str().unwrap();
    let paper = "trung-tam-1/06-nghi-quyet";
    let said = run_in(
        "en",
        &["explain", root, "31 tháng 8 năm 2022", "--paper", paper],
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let printed = said.out.lines().filter(|line| line.contains("printed in"));
    let printed: Vec<&str> = printed.collect();
    assert!(!printed.is_empty());
    let of_paper = format!("printed in {paper}: ");
    assert!(
        printed.iter().all(|line| line.contains(&of_paper)),
        "{printed:?}"
    );
}

#[test]
fn what_is_not_there_is_answered_with_what_is() {
    let out = built();
    let root = out.path();
    let root = root.to_str().unwrap();
    let none = run(&["explain", root, "Trung tâm 11"]);
    assert_eq!((none.code, none.out.as_str()), (2, ""));
    assert!(
        none.err.contains("được in là “Trung tâm 11”"),
        "{}",
        none.err
    );
    assert!(
        none.err.contains("Gần giống: “Trung tâm 1”"),
        "{}",
        none.err
    );
    for nothing in ["", " "] {
        let empty = run(&["explain", root, nothing]);
        assert_eq!((empty.code, empty.out.as_str()), (2, ""));
        assert_eq!(empty.err.lines().count(), 1, "{}", empty.err);
    }
    let paper = run(&["explain", root, "--paper", "05-bien-ban"]);
    assert_eq!((paper.code, paper.out.as_str()), (2, ""));
    assert!(
        paper.err.contains("trung-tam-1/05-bien-ban-dai-hoi\n"),
        "{}",
        paper.err
    );
    let neither = run(&["explain", root]);
    assert_eq!(neither.code, 2);
    let empty = Folder::new();
    let no_papers = run(&["explain", empty.path().to_str().unwrap(), "5"]);
    assert_eq!(no_papers.code, 2);
    assert!(no_papers.err.contains("manifest.json"), "{}", no_papers.err);
    let missing = run(&["explain", empty.join("x").to_str().unwrap(), "5"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("không có thư mục"), "{}", missing.err);
    fs::write(empty.join("manifest.json"), "{").unwrap();
    let damaged = run(&["explain", empty.path().to_str().unwrap(), "5"]);
    assert_eq!(damaged.code, 2);
    assert!(damaged.err.contains("tệp bị hỏng"), "{}", damaged.err);
}

#[test]
fn of_several_batches_each_has_its_folder() {
    let out = Folder::new();
    let root = out.path();
    let root = root.to_str().unwrap();
    let one = "fixtures/tat-ca-trong-mot";
    let only = ["--only", "nghi-quyet", "--format", "docx"];
    let done = run(&[&["build", BATCH, one, "-o", root][..], &only].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    let paper = ["--paper", "06-nghi-quyet"];
    let heads = |folder: &str| {
        let said = run(&[&["explain", folder][..], &paper].concat());
        let heads = said.out.lines().filter(|line| !line.starts_with(' '));
        heads.map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(heads(root).len(), 9);
    assert!(heads(root)[0].starts_with("dai-hoi-2022/"));
    let batch = out.join("dai-hoi-2022");
    assert_eq!(heads(batch.to_str().unwrap()).len(), 6);
}

#[test]
fn a_path_names_a_paper_of_the_folder_asked() {
    let out = built();
    let cell = out.join("trung-tam-1");
    let paper = "05-bien-ban-dai-hoi.docx";
    let asked = |folder: &Path, paper: &Path| {
        let (folder, paper) = (folder.to_str().unwrap(), paper.to_str().unwrap());
        run(&["explain", folder, "--paper", paper])
    };
    let own = asked(&cell, &cell.join(paper));
    assert_eq!((own.code, own.err.as_str()), (0, ""));
    assert!(own.out.starts_with("05-bien-ban-dai-hoi\n"), "{}", own.out);
    // by its name, from the folder above, and with its ending in capitals
    for name in [
        paper,
        "trung-tam-1/05-bien-ban-dai-hoi",
        "./05-bien-ban-dai-hoi.DOCX",
    ] {
        assert_eq!(asked(&cell, Path::new(name)).out, own.out, "{name}");
    }
    // a way round is the same place
    let round = out.join("van-phong/../trung-tam-1").join(paper);
    assert_eq!(asked(&cell, &round).out, own.out);
    let other = out.join("van-phong").join(paper);
    for path in [other.as_path(), Path::new("van-phong/05-bien-ban-dai-hoi")] {
        let refused = asked(&cell, path);
        assert_eq!((refused.code, refused.out.as_str()), (2, ""));
        let shown = format!("không có văn bản nào tên “{}”\n", path.display());
        assert!(refused.err.starts_with(&shown), "{}", refused.err);
        assert_eq!(asked(&out.path(), path).code, 0, "{}", path.display());
    }
    // of another run
    let elsewhere = Path::new("/khac/trung-tam-1").join(paper);
    assert_eq!(asked(&out.path(), &elsewhere).code, 2);
}

#[test]
fn the_papers_joined_in_one_file_are_asked_for_one_by_one() {
    let out = Folder::new();
    let root = out.path();
    let root = root.to_str().unwrap();
    let workbook = format!("{BATCH}/06-trung-tam-1.xlsx");
    let only = ["--only", "nghi-quyet,trich-ngang", "--format", "docx"];
    let done = run(&[&["build", &workbook, "-o", root, "--merge"][..], &only].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    let cell = out.join("trung-tam-1");
    for (folder, paper, before) in [
        (root, "ho-so.pdf", "trung-tam-1/"),
        (root, "trung-tam-1/ho-so", "trung-tam-1/"),
        (cell.to_str().unwrap(), "ho-so.pdf", ""),
    ] {
        let told = run(&["explain", folder, "--paper", paper]);
        assert_eq!((told.code, told.out.as_str()), (2, ""));
        let expected = format!(
            "“{paper}” ghép các văn bản khác; hãy hỏi từng văn bản:\n  \
             {before}06-nghi-quyet\n  {before}07-trich-ngang\n"
        );
        assert_eq!(told.err, expected);
    }
    let english = run_in("en", &["explain", root, "6", "--paper", "ho-so.pdf"]);
    assert!(
        english
            .err
            .starts_with("“ho-so.pdf” joins other papers; ask for one of them:\n"),
        "{}",
        english.err
    );
}
