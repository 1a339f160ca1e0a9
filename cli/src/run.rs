//! `faktum extract`: opens what is needed and lets the documents flow.

use std::io::{self, IsTerminal, StdoutLock, Write};
use std::sync::Arc;
use std::thread;

use faktum::{Extractor, OffsetUnit, Scratch};
use indicatif::ProgressBar;

use crate::args::{Extract, InputFormat, OutputFormat};
use crate::input::{Chunk, Chunks, Origin};
use crate::pipeline::{self, Sink};
use crate::render::{self, Rendered, Renderer};
use crate::sources::{self, Place, Source};
use crate::{progress, table};

/// Reads all documents and writes the answers; tells whether every one could be read.
pub fn extract(args: &Extract) -> anyhow::Result<bool> {
    let sources = sources::expand(&args.paths, args.input)?;
    if args.paths.is_empty() && io::stdin().is_terminal() {
        eprintln!("faktum reads standard input; end it with Ctrl-D");
    }
    let renderer = Arc::new(renderer(args)?);
    let one_source = sources.len() == 1;
    let mut writer = Writer {
        out: io::stdout().lock(),
        frame: Frame::of(args, &sources),
        bar: progress::bar(&sources),
        written: false,
        inside: false,
        documents: 0,
        failures: 0,
        first_failure: None,
    };
    let threads = args.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, |threads| threads.get());
    let worker = || {
        let (renderer, mut scratch) = (renderer.clone(), Scratch::default());
        move |chunk: Chunk, send: &mut dyn FnMut(Rendered)| renderer.chunk(&mut scratch, &chunk, send)
    };
    writer.out.write_all(writer.frame.open)?;
    let run = pipeline::run(threads, Chunks::new(sources), worker, &mut writer);
    writer.bar.finish_and_clear();
    run?;
    writer.out.write_all(writer.frame.close)?;
    writer.out.flush()?;
    if let Some(first) = &writer.first_failure {
        eprintln!("{}", closing(writer.failures, writer.documents, first, one_source));
    }
    Ok(writer.failures == 0)
}

/// What is said at the end where some documents could not be read.
fn closing(failures: usize, documents: usize, first: &Origin, one_source: bool) -> String {
    let all = if documents == 1 { "document" } else { "documents" };
    let first_of = if failures == 1 { "" } else { "the first " };
    let place = match first {
        Origin::Line(_, line) if one_source => format!("at line {line}"),
        Origin::Line(name, line) => format!("at line {line} of {name}"),
        Origin::Text(name) => format!("in {name}"),
    };
    format!("{failures} of {documents} {all} could not be read, {first_of}{place}")
}

fn renderer(args: &Extract) -> anyhow::Result<Renderer> {
    // The table cuts sentences out of the text.
    let offsets = if args.output == OutputFormat::Text { OffsetUnit::Byte } else { args.offsets.into() };
    let builder = Extractor::builder().offsets(offsets).gloss(args.gloss).tokens(args.tokens).triples(args.triples);
    let unread = builder.clone().languages([]).build()?;
    let extractor = args.dict.iter().fold(builder, |builder, path| builder.dictionary_file(path)).build()?;
    Ok(Renderer {
        extractor,
        unread,
        lang: args.lang,
        date: args.date,
        text_field: args.text_field.clone(),
        output: args.output,
        table: table::Style::of_terminal(),
    })
}

/// What stands before, between and behind the answers.
struct Frame {
    open: &'static [u8],
    between: &'static [u8],
    close: &'static [u8],
}

impl Frame {
    /// JSON is an array unless the sources are one text: what it is follows from the call, not from the documents.
    fn of(args: &Extract, sources: &[Source]) -> Frame {
        let folder = || args.paths.iter().any(|path| path.is_dir());
        let one =
            matches!(sources, [Source { format: InputFormat::Text, place: Place::StandardInput | Place::File(_) }])
                && !folder();
        let (open, close): (&[u8], &[u8]) = match args.output {
            OutputFormat::Json if one => (b"", b"\n"),
            OutputFormat::Json => (b"[\n", b"\n]\n"),
            OutputFormat::Text | OutputFormat::Ndjson => (b"", b""),
        };
        Frame { open, between: render::separator(args.output), close }
    }
}

/// Writes to standard output.
struct Writer {
    out: StdoutLock<'static>,
    frame: Frame,
    bar: ProgressBar,
    written: bool,
    /// What was written last goes on.
    inside: bool,
    documents: usize,
    failures: usize,
    first_failure: Option<Origin>,
}

impl Sink<Rendered> for Writer {
    fn take(&mut self, rendered: Rendered) -> io::Result<()> {
        if self.written && !self.inside {
            self.out.write_all(self.frame.between)?;
        }
        self.out.write_all(&rendered.bytes)?;
        (self.written, self.inside) = (true, rendered.goes_on);
        self.documents += rendered.documents;
        self.failures += rendered.failures;
        self.first_failure = self.first_failure.take().or(rendered.first_failure);
        self.bar.inc(rendered.read);
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
