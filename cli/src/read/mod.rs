//! Reading documents from their sources: each source is opened, unpacked, and passed to the reader of its format.

mod array;
mod feed;
mod format;
mod lines;
mod outlet;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
mod unpack;
mod warc;

use std::fs::File;
use std::io::{self, Read};
use std::sync::Arc;

use anyhow::Context;
use encoding_rs_io::DecodeReaderBytesBuilder;

use crate::args::InputFormat;
use crate::decode::Encoding;
use crate::notice::Notices;
use crate::sources::{Place, Source};
use unpack::Reader;

pub use format::{FOLDERS, endings, has_ending, told_by_name};
pub use outlet::{Article, Chunk, Content, Form, Item, Origin, Outlet, Part};

/// What UTF-16 begins with.
const UTF_16: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// How sources are read.
pub struct Settings {
    pub encoding: Encoding,
    /// The fields that make up a text: a table is known by them.
    pub text_fields: Vec<String>,
    /// What cannot be read is an error in its place, and the next source is read.
    pub keep_going: bool,
    pub notices: Notices,
}

/// Reads the sources one after another.
pub fn all(sources: Vec<Source>, settings: &Settings, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    for source in sources {
        let name: Arc<str> = source.name().into();
        let read = one(&source, &name, settings, outlet);
        match read.with_context(|| name.clone()) {
            Err(error) if settings.keep_going && !outlet.is_closed() => {
                let origin = Origin { source: name, part: Part::Whole };
                let message = error.chain().skip(1).map(ToString::to_string).collect::<Vec<_>>().join(": ");
                outlet.push(Content::Fault(message), origin, 0)?;
            }
            read => read?,
        }
    }
    Ok(outlet.flush()?)
}

fn one(source: &Source, name: &Arc<str>, settings: &Settings, outlet: &mut Outlet<'_>) -> anyhow::Result<()> {
    let file: Box<dyn Read + Send> = match &source.place {
        Place::StandardInput => Box::new(io::stdin()),
        Place::File(path) => Box::new(File::open(path)?),
    };
    let head = unpack::unpack(file)?;
    let format = match source.format {
        Some(format) => format,
        None => {
            let format = format::told_by_content(&head.bytes, &settings.text_fields)?;
            if format != InputFormat::Text {
                settings.notices.say(format_args!("{name}: taken for {}; --input says otherwise", format.title()));
            }
            format
        }
    };
    if format == InputFormat::Warc {
        return warc::read(head.reader(), name, outlet);
    }
    #[cfg(feature = "parquet")]
    if format == InputFormat::Parquet {
        return parquet::read(&source.place, head, name, outlet);
    }
    let reader = decoded(head, settings.encoding);
    match format {
        InputFormat::Ndjson => lines::read(reader, name, outlet),
        InputFormat::Json => array::read(reader, name, outlet),
        InputFormat::Csv => rows::read(reader, name, outlet),
        InputFormat::Feed => feed::read(reader, name, outlet),
        InputFormat::Html => whole(reader, name, outlet, |body| {
            Content::Article(Box::new(Article { body, id: Some(name.to_string()), ..Article::default() }))
        }),
        _ => whole(reader, name, outlet, Content::Text),
    }
}

/// Turns the encoding that is given, or UTF-16, into UTF-8. Other bytes stay as they are: of each document by itself is told
/// what it is in.
fn decoded(head: unpack::Head, encoding: Encoding) -> Reader {
    let given = match encoding {
        Encoding::Given(given) => Some(given),
        Encoding::Auto if UTF_16.iter().any(|mark| head.bytes.starts_with(mark)) => None,
        Encoding::Auto | Encoding::Utf8 => return head.reader(),
    };
    let mut builder = DecodeReaderBytesBuilder::new();
    Box::new(io::BufReader::new(builder.encoding(given).bom_override(true).build(head.reader())))
}

/// A source that is one document.
fn whole(
    mut reader: impl Read,
    name: &Arc<str>,
    outlet: &mut Outlet<'_>,
    content: impl FnOnce(Vec<u8>) -> Content,
) -> anyhow::Result<()> {
    let mut bytes = Vec::new();
    reader.read_to_end(&mut bytes)?;
    let read = bytes.len() as u64;
    Ok(outlet.push(content(bytes), Origin { source: name.clone(), part: Part::Whole }, read)?)
}
