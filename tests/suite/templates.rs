//! Templates are checked whole before a paper is written.

use bienban::diagnostic::{Code, Diagnostic, Lang};
use bienban::pipeline::{PaperKind, Templates};

/// The built-in templates with one of them changed.
fn changed(file: &str, change: impl Fn(&str) -> String) -> Result<(), Vec<Diagnostic>> {
    let built_in = Templates::built_in().unwrap();
    let sources: Vec<(String, String)> = built_in
        .sources()
        .map(|(name, text)| {
            let text = if name == file {
                change(text)
            } else {
                text.to_owned()
            };
            (name.to_owned(), text)
        })
        .collect();
    Templates::compile(sources).map(|_| ())
}

fn only_fault(file: &str, change: impl Fn(&str) -> String) -> Diagnostic {
    let mut faults = changed(file, change).unwrap_err();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    faults.remove(0)
}

#[test]
fn the_built_in_templates_are_sound_and_there_is_one_for_each_kind() {
    let built_in = Templates::built_in().unwrap();
    changed("", str::to_owned).unwrap();
    for kind in PaperKind::ALL {
        let file = format!("{}.hbs", kind.slug());
        assert!(built_in.sources().any(|(name, _)| name == file), "{file}");
    }
}

#[test]
fn a_misspelt_key_is_found_even_inside_a_condition() {
    let fault = only_fault("nghi-quyet.hbs", |text| {
        format!("{text}\n{{{{#if bieu_quyett}}}}<p>x</p>{{{{/if}}}}")
    });
    assert_eq!(fault.code(), Code::T02);
    let lines = include_str!("../../templates/nghi-quyet.hbs")
        .trim_end()
        .lines()
        .count();
    let line = u32::try_from(lines + 1).unwrap();
    assert_eq!(fault.place.line_column.unwrap().0, line);
    let hint = fault.wording(Lang::Vi).hint.unwrap();
    assert_eq!(hint, "có phải “bieu_quyet” không?");
}

#[test]
fn a_key_of_another_level_is_found() {
    let change =
        |text: &str| text.replace("{{../co_khong_dong_y}}", "{{co_khong_dong_y}}");
    let change = |text: &str| change(text).replace("#if ../co_khong", "#if co_khong");
    let faults = changed("partials/ket-qua-phieu.hbs", change).unwrap_err();
    assert!(
        faults.iter().all(|fault| fault.code() == Code::T02),
        "{faults:#?}"
    );
}

#[test]
fn an_unclosed_block_is_found_with_its_file() {
    let fault = only_fault("bien-ban-dai-hoi.hbs", |text| text.replace("{{/if}}", ""));
    assert_eq!(fault.code(), Code::T01);
    assert_eq!(&*fault.place.file, "bien-ban-dai-hoi.hbs");
}

#[test]
fn an_unknown_element_is_found_with_a_suggestion() {
    let fault = only_fault("nghi-quyet.hbs", |text| {
        text.replace("<recipients/>", "<recipient/>")
    });
    assert_eq!(fault.code(), Code::T04);
    let hint = fault.wording(Lang::En).hint.unwrap();
    assert_eq!(hint, "did you mean “recipients”?");
}

#[test]
fn a_key_that_one_of_the_papers_lacks_is_found_in_a_changed_partial_alone() {
    let text = include_str!("../../templates/partials/ky-ten.hbs");
    let changed = format!("{text}{{{{bieu_quyet}}}}");
    let changed = [("partials/ky-ten.hbs".to_owned(), changed)];
    let faults = Templates::replaced(changed).unwrap_err();
    let is_it = |it: &Diagnostic| {
        it.code() == Code::T02 && &*it.place.file == "partials/ky-ten.hbs"
    };
    assert!(faults.iter().all(is_it), "{faults:#?}");
    let own = [("partials/ky-ten.hbs".to_owned(), text.to_owned())];
    assert!(Templates::replaced(own).is_ok());
}

#[test]
fn a_partial_that_calls_itself_is_refused() {
    let fault = only_fault("partials/bieu-quyet.hbs", |text| {
        format!("{text}{{{{> bieu-quyet}}}}")
    });
    assert_eq!(fault.code(), Code::T01);
}

#[test]
fn a_template_that_nests_without_end_is_refused_and_not_crashed_on() {
    let deep = "{{#if chi_bo}}".repeat(20_000);
    let fault = only_fault("nghi-quyet.hbs", |text| format!("{text}{deep}"));
    assert_eq!(fault.code(), Code::T01);
}

#[test]
fn partials_that_call_each_other_are_refused_even_where_no_paper_comes() {
    let built_in = Templates::built_in().unwrap();
    let sources = built_in.sources().map(|(name, text)| {
        let text = match name {
            "partials/bieu-quyet.hbs" => "{{> nguoi}}",
            "partials/nguoi.hbs" => "{{> bieu-quyet}}",
            _ => text,
        };
        (name.to_owned(), text.to_owned())
    });
    let faults = Templates::compile(sources.collect::<Vec<_>>()).unwrap_err();
    assert!(
        faults.iter().all(|fault| fault.code() == Code::T01),
        "{faults:#?}"
    );
}

#[test]
fn partials_that_each_call_the_next_many_times_are_refused_in_time() {
    let built_in = Templates::built_in().unwrap();
    let partials: Vec<&str> = built_in
        .sources()
        .filter_map(|(name, _)| name.strip_prefix("partials/")?.strip_suffix(".hbs"))
        .collect();
    let sources = built_in.sources().map(|(name, text)| {
        let own = partials
            .iter()
            .position(|it| name == format!("partials/{it}.hbs"));
        let text = match own {
            None => format!("{text}{{{{> {}}}}}", partials[0]),
            Some(place) => match partials.get(place + 1) {
                Some(next) => format!("{{{{> {next}}}}}").repeat(30),
                None => "x".to_owned(),
            },
        };
        (name.to_owned(), text)
    });
    let faults = Templates::compile(sources.collect::<Vec<_>>()).unwrap_err();
    assert!(
        faults.iter().any(|fault| fault.code() == Code::T01),
        "{faults:#?}"
    );
}
