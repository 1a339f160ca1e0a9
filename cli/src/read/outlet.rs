//! Documents on their way from the readers to those who work on them, in chunks of bounded size.

use std::fmt;
use std::io;
use std::sync::Arc;

/// A chunk is handed on when it holds so many documents …
const DOCUMENTS: usize = 64;
/// … or so many bytes. One document may be longer.
const BYTES: u64 = 512 * 1024;

/// One document, not yet looked at.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    pub content: Content,
    pub origin: Origin,
}

/// What there is of a document.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// A text: any bytes.
    Text(Vec<u8>),
    /// A JSON object with the document's fields: any bytes.
    Record(Vec<u8>),
    /// A text with what its source says of it: a web page, an article of a feed.
    Article(Box<Article>),
    /// None, and why.
    Fault(String),
}

impl Content {
    /// How many bytes there are to read.
    pub fn len(&self) -> usize {
        match self {
            Content::Text(bytes) | Content::Record(bytes) => bytes.len(),
            Content::Article(article) => article.body.len(),
            Content::Fault(_) => 0,
        }
    }
}

/// A text, and what its source says of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Any bytes.
    pub body: Vec<u8>,
    pub form: Form,
    /// The encoding that its source names.
    pub charset: Option<String>,
    pub id: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub date: Option<String>,
    pub lang: Option<String>,
}

/// What the body of an article is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A page of HTML, in which the article has to be found.
    #[default]
    Page,
    /// HTML that is the article.
    Fragment,
    /// Text without markup.
    Plain,
}

/// Where a document stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The name of its source.
    pub source: Arc<str>,
    pub part: Part,
}

/// Which part of its source a document is; all are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// A line of NDJSON, or the first one of a row of CSV.
    Line(u64),
    /// An element of a JSON array.
    Element(u64),
    /// An article of a feed.
    Entry(u64),
    /// A record of a WARC file.
    Record(u64),
    /// A row of Parquet.
    #[cfg(feature = "parquet")]
    Row(u64),
}

impl Part {
    /// What such a part is called, and its number.
    pub fn counted(self) -> Option<(&'static str, u64)> {
        match self {
            Part::Whole => None,
            Part::Line(number) => Some(("line", number)),
            Part::Element(number) => Some(("element", number)),
            Part::Entry(number) => Some(("entry", number)),
            Part::Record(number) => Some(("record", number)),
            #[cfg(feature = "parquet")]
            Part::Row(number) => Some(("row", number)),
        }
    }
}

/// Where it stands in its source: `line 3`, or the source's name where it is all of it.
impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.part.counted() {
            None => f.write_str(&self.source),
            Some((name, number)) => write!(f, "{name} {number}"),
        }
    }
}

/// Documents that are read and written together.
#[derive(Debug, Default)]
pub struct Chunk {
    pub items: Vec<Item>,
    /// How much was read for them.
    pub bytes: u64,
}

/// Takes the documents that readers find, and hands them on.
pub struct Outlet<'s> {
    chunk: Chunk,
    /// Tells whether anybody still listens.
    send: &'s mut dyn FnMut(Chunk) -> bool,
    closed: bool,
}

impl<'s> Outlet<'s> {
    pub fn new(send: &'s mut dyn FnMut(Chunk) -> bool) -> Outlet<'s> {
        Outlet { chunk: Chunk::default(), send, closed: false }
    }

    /// Takes a document for which so many bytes were read. Fails where nobody listens any more.
    pub fn push(&mut self, content: Content, origin: Origin, read: u64) -> io::Result<()> {
        self.chunk.items.push(Item { content, origin });
        self.chunk.bytes += read;
        if self.chunk.items.len() >= DOCUMENTS || self.chunk.bytes >= BYTES { self.flush() } else { Ok(()) }
    }

    /// Counts bytes that hold no document.
    pub fn pass(&mut self, read: u64) {
        self.chunk.bytes += read;
    }

    /// Hands on what there is.
    pub fn flush(&mut self) -> io::Result<()> {
        let chunk = std::mem::take(&mut self.chunk);
        self.closed = self.closed || (!chunk.items.is_empty() && !(self.send)(chunk));
        if self.closed { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
    }

    pub fn is_closed(&self) -> bool {
        self.closed
    }
}
