//! What holds for every input of percentages, names and file names; the laws of the
//! election rules are in `rules/properties.rs`.

use bienban::model::{NameKey, compare_by_given_name};
use bienban::pipeline::slug;
use bienban::rules::Percent;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_percentage_is_within_half_a_hundredth(part in 0_u32..=5_000, whole in 1_u32..=5_000) {
        let part = part.min(whole);
        let shown = Percent::of(part, whole).unwrap().to_string().replace(',', ".");
        let shown: f64 = shown.parse().unwrap();
        let exact = f64::from(part) * 100.0 / f64::from(whole);
        prop_assert!((shown - exact).abs() <= 0.005 + 1e-9, "{shown} for {exact}");
    }

    #[test]
    fn a_slug_never_leaves_its_folder(name in any::<String>()) {
        let slug = slug(&name);
        prop_assert!(!slug.is_empty() && slug.len() <= 80);
        let is_safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        prop_assert!(slug.chars().all(is_safe), "{slug}");
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-'));
    }

    #[test]
    fn the_order_of_names_is_an_order(a in "\\PC{0,12}", b in "\\PC{0,12}") {
        let there = compare_by_given_name(&a, &b);
        prop_assert_eq!(there.reverse(), compare_by_given_name(&b, &a));
        prop_assert_eq!(NameKey::of(&a) == NameKey::of(&b), there.is_eq());
    }
}
