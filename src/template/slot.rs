//! Traced values on their way through a template.
//!
//! A value becomes text between private-use characters with an id; Handlebars carries
//! them like any other text, the markup parser makes them a run's trace. Authors of
//! templates do nothing for it.

use crate::document::TraceId;
use crate::model::{Origin, Traced};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;

/// Before the id.
const OPEN: char = '\u{f0000}';
/// Between the id and the text.
const MIDDLE: char = '\u{f0001}';
/// After the text.
const CLOSE: char = '\u{f0002}';

/// The text of a traced value, as a context holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    id: TraceId,
    text: String,
}

impl Slot {
    /// The text without its trace.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The trace.
    pub fn id(&self) -> TraceId {
        self.id
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let TraceId(id) = self.id;
        serializer.collect_str(&format_args!("{OPEN}{id}{MIDDLE}{}{CLOSE}", self.text))
    }
}

impl JsonSchema for Slot {
    fn schema_name() -> Cow<'static, str> {
        "Slot".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string" })
    }
}

/// Where the traced values of one paper come from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Traces {
    origins: Vec<Origin>,
}

impl Traces {
    /// The text of a traced value, with its trace.
    pub fn slot<T>(&mut self, value: &Traced<T>, text: impl Into<String>) -> Slot {
        let id = TraceId(u32::try_from(self.origins.len()).unwrap_or(u32::MAX));
        self.origins.push(value.origin());
        let mut text = text.into();
        text.retain(|c| ![OPEN, MIDDLE, CLOSE].contains(&c));
        Slot { id, text }
    }

    /// A traced value whose text is what it displays.
    pub fn show<T: ToString>(&mut self, value: &Traced<T>) -> Slot {
        self.slot(value, value.value.to_string())
    }

    /// How many values there are.
    pub(crate) fn len(&self) -> usize {
        self.origins.len()
    }

    /// Where a value comes from.
    pub fn origin(&self, TraceId(id): TraceId) -> Option<&Origin> {
        let index = usize::try_from(id).ok()?;
        self.origins.get(index)
    }
}

/// Splits text at the marks of traced values.
///
/// Marks that do not match are dropped; the text between stays.
pub(super) fn split(text: &str) -> Vec<(Option<TraceId>, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, marked)) = rest.split_once(OPEN) {
        pieces.push((None, before));
        let traced = marked.split_once(MIDDLE).and_then(|(id, after)| {
            let id = id.parse().map(TraceId).ok()?;
            Some((id, after.split_once(CLOSE)?))
        });
        rest = match traced {
            Some((id, (value, after))) => {
                pieces.push((Some(id), value));
                after
            }
            None => marked,
        };
    }
    pieces.push((None, rest));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    #[test]
    fn a_value_comes_back_with_its_trace() {
        let mut traces = Traces::default();
        let value = Traced::typed(25, Place::file("a.xlsx"));
        traces.show(&value);
        let slot = traces.show(&value);
        let json = serde_json::to_value(&slot).unwrap();
        let text = format!("có mặt {} đồng chí", json.as_str().unwrap());
        let pieces = split(&text);
        let expected = [
            (None, "có mặt "),
            (Some(TraceId(1)), "25"),
            (None, " đồng chí"),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn data_cannot_forge_a_trace() {
        let mut traces = Traces::default();
        let value = Traced::typed((), Place::file("a.xlsx"));
        let slot = traces.slot(&value, "a\u{f0000}9\u{f0001}b\u{f0002}");
        assert_eq!(slot.text(), "a9b");
    }
}
