//! The file around the objects: where each begins, and the notation of all of them.
//!
//! lopdf's own writer writes names letter by letter through a pointer and needs the
//! whole file as objects, which costs as much as making them; here what papers share is
//! bytes already.
//!
//! Source: ISO 32000-1, 7.3 and 7.5.

use super::PdfError;
use crate::render::deflate::Deflater;
use lopdf::{Dictionary, Object, ObjectId, Stream, StringFormat};
use std::collections::BTreeMap;
use std::io::Write as _;

/// Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
const HEADER: &[u8] = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n";

/// A file as far as it is written.
#[derive(Debug)]
pub(super) struct File {
    bytes: Vec<u8>,
    /// Where the objects 1, 2, 3, … begin; nought while they are only promised.
    places: Vec<usize>,
    /// Numbers that no object has yet.
    free: Vec<ObjectId>,
}

impl File {
    /// A file that begins with some objects; of the others some are promised.
    pub(super) fn of(objects: BTreeMap<ObjectId, Object>, promised: &[ObjectId]) -> Self {
        let mut file = Self {
            bytes: HEADER.to_vec(),
            places: Vec::new(),
            free: Vec::new(),
        };
        for (id, object) in objects {
            file.set(id, object);
        }
        for (number, place) in (1..).zip(&file.places) {
            if *place == 0 && !promised.contains(&(number, 0)) {
                file.free.push((number, 0));
            }
        }
        for id in promised {
            file.promise(*id);
        }
        file
    }

    /// The same file, with room for more bytes.
    pub(super) fn with_room(&self, more: usize) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len() + more);
        bytes.extend_from_slice(&self.bytes);
        Self {
            bytes,
            places: self.places.clone(),
            free: self.free.clone(),
        }
    }

    /// The number of an object that follows.
    pub(super) fn new_id(&mut self) -> ObjectId {
        self.free.pop().unwrap_or_else(|| {
            self.places.push(0);
            (u32::try_from(self.places.len()).unwrap_or(u32::MAX), 0)
        })
    }

    /// Where an object begins, to be filled in.
    fn promise(&mut self, (number, _): ObjectId) -> Option<&mut usize> {
        let index = usize::try_from(number).ok()?.checked_sub(1)?;
        if self.places.len() <= index {
            self.places.resize(index + 1, 0);
        }
        self.places.get_mut(index)
    }

    /// Writes an object under the next number.
    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        let id = self.new_id();
        self.set(id, object);
        id
    }

    /// Writes a promised object.
    pub(super) fn set(&mut self, id: ObjectId, object: impl Into<Object>) {
        self.put(id, |bytes| put_object(bytes, &object.into()));
    }

    /// Writes a promised object in its notation.
    pub(super) fn put(&mut self, id: ObjectId, write: impl FnOnce(&mut Vec<u8>)) {
        let begin = self.bytes.len();
        if let Some(place) = self.promise(id) {
            *place = begin;
        }
        put_integer(&mut self.bytes, i64::from(id.0));
        self.bytes.extend_from_slice(b" 0 obj\n");
        write(&mut self.bytes);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    /// The whole file.
    pub(super) fn finish(mut self, mut trailer: Dictionary) -> Vec<u8> {
        let start = self.bytes.len();
        let count = self.places.len() + 1;
        let bytes = &mut self.bytes;
        // a vector takes whatever is written into it
        let _ = write!(bytes, "xref\n0 {count}\n0000000000 65535 f \n");
        for place in &self.places {
            let is_free = *place == 0;
            put_ten_digits(bytes, *place);
            bytes.extend_from_slice(if is_free {
                b" 00000 f \n"
            } else {
                b" 00000 n \n"
            });
        }
        trailer.set("Size", i64::try_from(count).unwrap_or(i64::MAX));
        bytes.extend_from_slice(b"trailer\n");
        put_dictionary(bytes, &trailer);
        let _ = write!(bytes, "\nstartxref\n{start}\n%%EOF");
        self.bytes
    }
}

/// A stream, compressed.
///
/// Readers that look for the end of a damaged stream take a line feed or a carriage
/// return at its end for the line end that follows it; a filler avoids both.
///
/// # Errors
///
/// A fault of the crate that compresses.
pub(super) fn compressed(
    mut dictionary: Dictionary,
    mut content: Vec<u8>,
    deflater: &mut Deflater,
) -> Result<Stream, PdfError> {
    let mut compressed = deflater.deflate(&content)?;
    while let Some(b'\r' | b'\n') = compressed.last() {
        // the last byte comes from the sum of all bytes, so noughts would not change it;
        // text may end with spaces, and nothing looks behind the tables of a font
        content.extend([b' '; 4]);
        if dictionary.has(b"Length1") {
            let length = i64::try_from(content.len()).unwrap_or(i64::MAX);
            dictionary.set("Length1", length);
        }
        compressed = deflater.deflate(&content)?;
    }
    dictionary.set("Filter", "FlateDecode");
    Ok(Stream::new(dictionary, compressed))
}

/// An object in its notation.
pub(super) fn put_object(bytes: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => bytes.extend_from_slice(b"null"),
        Object::Boolean(true) => bytes.extend_from_slice(b"true"),
        Object::Boolean(false) => bytes.extend_from_slice(b"false"),
        Object::Integer(number) => put_integer(bytes, *number),
        Object::Real(number) => {
            let _ = write!(bytes, "{number}");
        }
        Object::Name(name) => put_name(bytes, name),
        Object::String(text, format) => put_string(bytes, text, *format),
        Object::Array(objects) => {
            bytes.push(b'[');
            for (place, object) in objects.iter().enumerate() {
                if place > 0 {
                    bytes.push(b' ');
                }
                put_object(bytes, object);
            }
            bytes.push(b']');
        }
        Object::Dictionary(dictionary) => put_dictionary(bytes, dictionary),
        Object::Stream(stream) => {
            put_dictionary(bytes, &stream.dict);
            bytes.extend_from_slice(b"stream\n");
            bytes.extend_from_slice(&stream.content);
            bytes.extend_from_slice(b"\nendstream");
        }
        Object::Reference(id) => put_reference(bytes, *id),
    }
}

fn put_dictionary(bytes: &mut Vec<u8>, dictionary: &Dictionary) {
    bytes.extend_from_slice(b"<<");
    for (key, value) in dictionary {
        put_name(bytes, key);
        bytes.push(b' ');
        put_object(bytes, value);
    }
    bytes.extend_from_slice(b">>");
}

/// A name; what is not a letter of ASCII or ends a name is written by its number.
fn put_name(bytes: &mut Vec<u8>, name: &[u8]) {
    bytes.push(b'/');
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            bytes.push(*byte);
        } else {
            bytes.push(b'#');
            put_hexadecimal(bytes, *byte);
        }
    }
}

/// Parentheses need not be in pairs when each has its backslash.
fn put_string(bytes: &mut Vec<u8>, text: &[u8], format: StringFormat) {
    match format {
        StringFormat::Literal => {
            bytes.push(b'(');
            for byte in text {
                put_literal(bytes, *byte);
            }
            bytes.push(b')');
        }
        StringFormat::Hexadecimal => {
            bytes.push(b'<');
            for byte in text {
                put_hexadecimal(bytes, *byte);
            }
            bytes.push(b'>');
        }
    }
}

/// A byte of a string in parentheses.
pub(super) fn put_literal(bytes: &mut Vec<u8>, byte: u8) {
    match byte {
        b'(' | b')' | b'\\' => bytes.extend([b'\\', byte]),
        // read back as a line feed if it stood as it is
        b'\r' => bytes.extend(b"\\r"),
        other => bytes.push(other),
    }
}

/// A byte as two digits.
fn put_hexadecimal(bytes: &mut Vec<u8>, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for half in [byte >> 4, byte & 15] {
        bytes.extend(DIGITS.get(usize::from(half)));
    }
}

/// A place in the file, of ten digits.
fn put_ten_digits(bytes: &mut Vec<u8>, place: usize) {
    let mut digits = [b'0'; 10];
    let mut rest = place;
    for digit in digits.iter_mut().rev() {
        *digit += u8::try_from(rest % 10).unwrap_or_default();
        rest /= 10;
    }
    bytes.extend_from_slice(&digits);
}

/// Names another object.
pub(super) fn put_reference(bytes: &mut Vec<u8>, (number, generation): ObjectId) {
    put_integer(bytes, i64::from(number));
    bytes.push(b' ');
    put_integer(bytes, i64::from(generation));
    bytes.extend_from_slice(b" R");
}

/// A whole number.
pub(super) fn put_integer(bytes: &mut Vec<u8>, number: i64) {
    if number < 0 {
        bytes.push(b'-');
    }
    let mut rest = number.unsigned_abs();
    let start = bytes.len();
    loop {
        let digit = u8::try_from(rest % 10).unwrap_or_default();
        bytes.push(b'0' + digit);
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if let Some(digits) = bytes.get_mut(start..) {
        digits.reverse();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lopdf::{Document, Stream, dictionary};

    /// Reads a file of one object back.
    fn read_back(object: &Object) -> Object {
        let mut file = File::of(BTreeMap::new(), &[]);
        let id = file.add(object.clone());
        let root = file.add(dictionary! { "Type" => "Catalog" });
        let bytes = file.finish(dictionary! { "Root" => root });
        let document = Document::load_mem(&bytes).unwrap();
        document.get_object(id).unwrap().clone()
    }

    #[test]
    fn objects_read_back_are_those_that_were_written() {
        let text = |text: &[u8]| Object::String(text.to_vec(), StringFormat::Literal);
        let hexadecimal = Object::String(vec![0, 255, 10], StringFormat::Hexadecimal);
        let all = Object::Array(vec![
            Object::Null,
            true.into(),
            false.into(),
            0.into(),
            (-120).into(),
            Object::Integer(i64::MAX),
            Object::Real(722.168),
            Object::Real(-0.5),
            "Name".into(),
            Object::Name(b"with space #(\xe1)".to_vec()),
            text(b"plain"),
            text(b"(\\) ((\r\n \xfe\xff"),
            hexadecimal,
            Object::Reference((7, 0)),
            Object::Array(Vec::new()),
            Object::Dictionary(dictionary! { "K" => 1, "Empty" => dictionary! {} }),
        ]);
        assert_eq!(read_back(&all), all);
        let stream = Stream::new(dictionary! { "N" => 3 }, b"a\nb".to_vec());
        let back = read_back(&Object::Stream(stream));
        let back = back.as_stream().unwrap();
        assert_eq!((&*back.content, back.dict.len()), (&b"a\nb"[..], 2));
    }

    #[test]
    fn an_object_is_found_whatever_was_written_before_it() {
        let mut file = File::of(BTreeMap::new(), &[]);
        let first = file.new_id();
        let second = file.add("Second");
        file.set(first, "First");
        let root = file.add(dictionary! { "Type" => "Catalog" });
        let mut copy = file.with_room(10);
        let third = copy.add("Third");
        let bytes = copy.finish(dictionary! { "Root" => root });
        let document = Document::load_mem(&bytes).unwrap();
        for (id, name) in [(first, "First"), (second, "Second"), (third, "Third")] {
            let found = document.get_object(id).unwrap().as_name().unwrap();
            assert_eq!(found, name.as_bytes());
        }
        assert_eq!(document.trailer.get(b"Size").unwrap().as_i64().unwrap(), 5);
    }
}
