//! The figures of a written manifest, read one at a time: those of a committee are some
//! thirty for each of its cells.

use super::FigureEntry;
use serde::de::{
    DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor,
};
use std::fmt;

/// Reads the figures of a manifest in their order.
pub(in crate::pipeline) fn each_figure(
    text: &[u8],
    each: &mut dyn FnMut(FigureEntry),
) -> serde_json::Result<()> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    reader.deserialize_map(Fields(each))?;
    reader.end()
}

/// A manifest, of which only figures are taken in.
struct Fields<'each>(&'each mut dyn FnMut(FigureEntry));

impl<'de> Visitor<'de> for Fields<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a manifest")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        while let Some(name) = fields.next_key::<String>()? {
            if name == "figures" {
                fields.next_value_seed(Figures(&mut *self.0))?;
            } else {
                fields.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// The list of figures.
struct Figures<'each>(&'each mut dyn FnMut(FigureEntry));

impl<'de> DeserializeSeed<'de> for Figures<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Figures<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a list of figures")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut figures: A) -> Result<(), A::Error> {
        while let Some(figure) = figures.next_element()? {
            (self.0)(figure);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Manifest, ManifestHead, bare_manifest};
    use super::*;

    #[test]
    fn figures_are_read_as_they_were_written_and_skipped_by_who_needs_none() {
        let figure = |text: &str| FigureEntry {
            text: text.to_owned(),
            at: Vec::new(),
            cells: Vec::new(),
            rule: "as typed".into(),
        };
        let mut manifest: Manifest = bare_manifest("244-QĐ/TW", &[], std::iter::empty());
        manifest.figures = vec![figure("26"), figure("25")];
        let text = serde_json::to_vec(&manifest).unwrap();
        let mut read = Vec::new();
        each_figure(&text, &mut |figure| read.push(figure)).unwrap();
        assert_eq!(read, manifest.figures);
        let head: ManifestHead = serde_json::from_slice(&text).unwrap();
        assert!(head.is_head_of(&manifest));
        manifest.rules.clear();
        assert!(!head.is_head_of(&manifest));
    }

    #[test]
    fn a_figure_that_is_none_is_told() {
        let read = |text: &str| each_figure(text.as_bytes(), &mut |_| ());
        assert!(read(r#"{"papers":[],"figures":[]}"#).is_ok());
        assert!(read(r#"{"papers":[],"figures":[7]}"#).is_err());
        assert!(read(r#"{"papers":[],"figures":[]"#).is_err());
        assert!(read("[]").is_err());
    }
}
