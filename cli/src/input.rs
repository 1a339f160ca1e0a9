//! Reading documents from their sources, in chunks of bounded size.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use anyhow::Context;
use flate2::read::MultiGzDecoder;

use crate::args::InputFormat;
use crate::rows::Rows;
use crate::sources::{Place, Source};

/// A chunk is handed on when it holds so many documents …
const DOCUMENTS: usize = 64;
/// … or so many bytes. One document may be longer.
const BYTES: usize = 512 * 1024;
/// What is read from a file at once.
const BUFFER: usize = 256 * 1024;

/// What gzip begins with.
const GZIP: [u8; 2] = [0x1f, 0x8b];

const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// One document, not yet looked at: any bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub bytes: Vec<u8>,
    pub origin: Origin,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A source that is one text.
    Text(Arc<str>),
    /// A line of NDJSON, or the first one of a row of CSV, counted from 1, of a source.
    Line(Arc<str>, u64),
}

/// Documents that are read and written together.
#[derive(Debug, Default)]
pub struct Chunk {
    pub items: Vec<Item>,
    /// How much was read for them.
    pub bytes: u64,
}

impl Chunk {
    fn is_full(&self) -> bool {
        self.items.len() >= DOCUMENTS || self.bytes >= BYTES as u64
    }
}

/// Reads the sources one after another.
pub struct Chunks {
    sources: std::vec::IntoIter<Source>,
    lines: Option<Lines>,
    rows: Option<Rows>,
}

/// A source of NDJSON that is being read.
struct Lines {
    reader: BufReader<Box<dyn Read + Send>>,
    name: Arc<str>,
    number: u64,
}

impl Chunks {
    pub fn new(sources: Vec<Source>) -> Chunks {
        Chunks { sources: sources.into_iter(), lines: None, rows: None }
    }

    /// The next chunk; an empty one at the end.
    fn fill(&mut self) -> anyhow::Result<Chunk> {
        let mut chunk = Chunk::default();
        while !chunk.is_full() {
            if let Some(lines) = &mut self.lines {
                match lines.read_into(&mut chunk).with_context(|| lines.name.clone())? {
                    // Whoever writes line by line and waits for each answer must get it.
                    Progress::Waiting if !chunk.items.is_empty() => break,
                    Progress::Waiting | Progress::Line => {}
                    Progress::End => self.lines = None,
                }
                continue;
            }
            if let Some(rows) = &mut self.rows {
                if !rows.read_into(&mut chunk).with_context(|| rows.name.clone())? {
                    self.rows = None;
                }
                continue;
            }
            let Some(source) = self.sources.next() else { break };
            let name = source.name();
            let mut reader = open(&source.place).with_context(|| name.clone())?;
            match source.format {
                InputFormat::Ndjson => {
                    let reader = BufReader::with_capacity(BUFFER, reader);
                    self.lines = Some(Lines { reader, name: name.into(), number: 0 });
                }
                InputFormat::Csv => self.rows = Some(Rows::open(reader, name.into())?),
                InputFormat::Text => {
                    let mut bytes = Vec::new();
                    reader.read_to_end(&mut bytes).with_context(|| name.clone())?;
                    chunk.bytes += bytes.len() as u64;
                    chunk.items.push(Item { bytes, origin: Origin::Text(name.into()) });
                }
            }
        }
        Ok(chunk)
    }
}

impl Iterator for Chunks {
    type Item = anyhow::Result<Chunk>;

    fn next(&mut self) -> Option<anyhow::Result<Chunk>> {
        match self.fill() {
            Ok(chunk) if chunk.items.is_empty() => None,
            Ok(chunk) => Some(Ok(chunk)),
            Err(error) => {
                // What comes after an error is not read.
                *self = Chunks::new(Vec::new());
                Some(Err(error))
            }
        }
    }
}

enum Progress {
    /// A line was read, and another one lies ready.
    Line,
    /// A line was read, and the next one may take its time.
    Waiting,
    /// There are no more lines.
    End,
}

impl Lines {
    /// Reads one line; blank ones are passed over.
    fn read_into(&mut self, chunk: &mut Chunk) -> io::Result<Progress> {
        let mut bytes = Vec::new();
        let read = self.reader.read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(Progress::End);
        }
        chunk.bytes += read as u64;
        self.number += 1;
        if self.number == 1 && bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        if !bytes.trim_ascii().is_empty() {
            chunk.items.push(Item { bytes, origin: Origin::Line(self.name.clone(), self.number) });
        }
        Ok(if self.reader.buffer().contains(&b'\n') { Progress::Line } else { Progress::Waiting })
    }
}

/// Opens a source, and unpacks it where it begins as gzip does.
fn open(place: &Place) -> io::Result<Box<dyn Read + Send>> {
    let mut reader: Box<dyn Read + Send> = match place {
        Place::StandardInput => Box::new(io::stdin()),
        Place::File(path) => Box::new(File::open(path)?),
    };
    let mut head = Vec::new();
    // One byte after another, so that nobody waits for a second one who has answered the first.
    for expected in GZIP {
        reader.by_ref().take(1).read_to_end(&mut head)?;
        if head.last() != Some(&expected) {
            return Ok(Box::new(io::Cursor::new(head).chain(reader)));
        }
    }
    Ok(Box::new(MultiGzDecoder::new(io::Cursor::new(head).chain(reader))))
}
