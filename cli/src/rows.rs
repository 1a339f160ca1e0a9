//! Rows of CSV as documents: each becomes the line of NDJSON that its columns say.

use std::io::{BufRead, BufReader, Cursor, Read};
use std::sync::Arc;

use anyhow::Context;
use csv::{ByteRecord, ReaderBuilder};

use crate::input::{Chunk, Item, Origin};

/// What may stand between cells.
const DELIMITERS: [u8; 3] = *b",;\t";

/// A source of CSV that is being read.
pub struct Rows {
    reader: csv::Reader<Box<dyn Read + Send>>,
    columns: Vec<String>,
    row: ByteRecord,
    pub name: Arc<str>,
}

impl Rows {
    /// Reads the header. The delimiter is the one that stands there most often.
    pub fn open(reader: Box<dyn Read + Send>, name: Arc<str>) -> anyhow::Result<Rows> {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        reader.read_until(b'\n', &mut line).with_context(|| name.clone())?;
        let count = |delimiter: u8| line.iter().filter(|byte| **byte == delimiter).count();
        // Of those that stand there as often, the first one.
        let delimiter = DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',');
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .from_reader(Box::new(Cursor::new(line).chain(reader)) as Box<dyn Read + Send>);
        let columns = reader.byte_headers().with_context(|| name.clone())?;
        let columns = columns.iter().map(|name| String::from_utf8_lossy(name).trim().to_string()).collect();
        Ok(Rows { reader, columns, row: ByteRecord::new(), name })
    }

    /// Reads one row; tells whether there was one. Empty cells say nothing.
    pub fn read_into(&mut self, chunk: &mut Chunk) -> csv::Result<bool> {
        let before = self.reader.position().byte();
        if !self.reader.read_byte_record(&mut self.row)? {
            return Ok(false);
        }
        chunk.bytes += self.reader.position().byte() - before;
        let mut bytes = vec![b'{'];
        for (name, cell) in self.columns.iter().zip(&self.row).filter(|(_, cell)| !cell.is_empty()) {
            if bytes.len() > 1 {
                bytes.push(b',');
            }
            push_string(name.as_bytes(), &mut bytes);
            bytes.push(b':');
            push_string(cell, &mut bytes);
        }
        bytes.push(b'}');
        let line = self.row.position().map_or(0, |position| position.line());
        chunk.items.push(Item { bytes, origin: Origin::Line(self.name.clone(), line) });
        Ok(true)
    }
}

/// Writes bytes as a string of JSON. What is no UTF-8 stays so, for whoever reads the line to mend.
fn push_string(text: &[u8], json: &mut Vec<u8>) {
    json.push(b'"');
    for byte in text {
        match byte {
            b'"' | b'\\' => json.extend([b'\\', *byte]),
            0..=0x1f => json.extend(format!("\\u{byte:04x}").bytes()),
            _ => json.push(*byte),
        }
    }
    json.push(b'"');
}
