//! JSON: an array of documents, or one document after another.

use std::fmt;
use std::io::{self, BufRead};
use std::sync::Arc;

use serde::de::{Deserializer as _, SeqAccess, Visitor};
use serde_json::Deserializer;
use serde_json::value::RawValue;

use super::outlet::{Content, Origin, Outlet, Part};
use super::unpack::Reader;

/// Reads every element. What is no document is an error in its place, what is no JSON ends the reading.
pub fn read(mut reader: Reader, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    let mut elements = Elements { name, outlet, number: 0, closed: None };
    let parsed = if first(&mut reader)? == Some(b'[') {
        let mut json = Deserializer::from_reader(reader);
        (&mut json).deserialize_seq(&mut elements).and_then(|()| json.end())
    } else {
        let values = Deserializer::from_reader(reader).into_iter::<Box<RawValue>>();
        values.map_while(|value| value.map(|value| elements.push(value).is_ok().then_some(())).transpose()).collect()
    };
    match elements.closed {
        Some(error) => Err(error.into()),
        None => Ok(parsed?),
    }
}

/// The first byte that is no blank, which is left to be read.
fn first(reader: &mut Reader) -> io::Result<Option<u8>> {
    loop {
        let buffer = reader.fill_buf()?;
        let marks = |byte: &u8| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte);
        match buffer.iter().position(marks) {
            Some(at) => {
                let found = buffer.get(at).copied();
                reader.consume(at);
                return Ok(found);
            }
            None if buffer.is_empty() => return Ok(None),
            None => {
                let all = buffer.len();
                reader.consume(all);
            }
        }
    }
}

/// Passes the elements of an array on while they are read.
struct Elements<'e, 'o> {
    name: &'e Arc<str>,
    outlet: &'e mut Outlet<'o>,
    number: u64,
    /// Nobody listens any more.
    closed: Option<io::Error>,
}

impl Elements<'_, '_> {
    fn push(&mut self, value: Box<RawValue>) -> Result<(), ()> {
        self.number += 1;
        let origin = Origin { source: self.name.clone(), part: Part::Element(self.number) };
        let bytes = String::from(Box::<str>::from(value)).into_bytes();
        let read = bytes.len() as u64;
        self.outlet.push(Content::Record(bytes), origin, read).map_err(|error| self.closed = Some(error))
    }
}

impl<'de> Visitor<'de> for &mut Elements<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of documents")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<(), A::Error> {
        while let Some(value) = values.next_element::<Box<RawValue>>()? {
            if self.push(value).is_err() {
                break;
            }
        }
        Ok(())
    }
}
