//! Rows of CSV as documents: each becomes the JSON object that its columns say.

use std::io::{BufRead, Cursor, Read};
use std::sync::Arc;

use csv::{ByteRecord, ReaderBuilder};

use super::outlet::{Content, Origin, Outlet, Part};
use super::unpack::Reader;

/// What may stand between cells.
const DELIMITERS: [u8; 3] = *b",;\t";

/// Reads every row below the header. Empty cells say nothing.
pub fn read(mut reader: Reader, name: &Arc<str>, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(&line)).flexible(true).from_reader(Cursor::new(line).chain(reader));
    let columns = reader.byte_headers()?;
    let columns: Vec<String> = columns.iter().map(|name| String::from_utf8_lossy(name).trim().to_string()).collect();
    let mut row = ByteRecord::new();
    loop {
        let before = reader.position().byte();
        if !reader.read_byte_record(&mut row)? {
            return Ok(());
        }
        let line = row.position().map_or(0, |position| position.line());
        let origin = Origin { source: name.clone(), part: Part::Line(line) };
        outlet.push(Content::Record(object(&columns, &row)), origin, reader.position().byte() - before)?;
    }
}

/// What separates the cells of a header line: what stands there most often; of those that stand there as often, the first.
pub fn delimiter(header: &[u8]) -> u8 {
    let count = |delimiter: u8| header.iter().filter(|byte| **byte == delimiter).count();
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
}

fn object(columns: &[String], row: &ByteRecord) -> Vec<u8> {
    let mut bytes = vec![b'{'];
    for (name, cell) in columns.iter().zip(row).filter(|(_, cell)| !cell.is_empty()) {
        if bytes.len() > 1 {
            bytes.push(b',');
        }
        push_string(name.as_bytes(), &mut bytes);
        bytes.push(b':');
        push_string(cell, &mut bytes);
    }
    bytes.push(b'}');
    bytes
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
