//! `faktum extract`: opens what is needed and lets the documents flow.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, bail};
use console::Term;
use faktum::output::{Layer, csv, table};
use faktum::{Extractor, GlossLang, Names, OffsetUnit, Scratch, Stage};
use indicatif::ProgressBar;

use crate::args::{Extract, InputFormat, OutputFormat};
use crate::dict;
use crate::input::{Chunk, Chunks, Origin};
use crate::pipeline::{self, Sink};
use crate::progress;
use crate::record::FieldNames;
use crate::render::{self, Rendered, Renderer};
use crate::sources::{self, Place, Source};

/// A narrower table shows nothing worth reading.
const NARROWEST: usize = 50;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads all documents and writes the answers; tells whether every one could be read.
pub fn extract(args: &Extract) -> anyhow::Result<bool> {
    let sources = sources::expand(&args.paths, args.input)?;
    if args.paths.is_empty() && io::stdin().is_terminal() {
        eprintln!("faktum reads standard input; end it with Ctrl-D");
    }
    let renderer = Arc::new(renderer(args)?);
    let one_source = sources.len() == 1;
    let mut writer = Writer {
        between: renderer.writer.separator(),
        out: destination(args)?,
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
    renderer.writer.begin(&mut writer.out)?;
    let run = pipeline::run(threads, Chunks::new(sources), worker, &mut writer);
    writer.bar.finish_and_clear();
    run?;
    renderer.writer.end(&mut writer.out)?;
    writer.out.write_all(writer.frame.close)?;
    writer.out.flush()?;
    if let Some((first, message)) = &writer.first_failure {
        let closing = closing(writer.failures, writer.documents, first, one_source);
        // Where nothing stands in its place, this is where to say what is wrong.
        let why = if renderer.writer.tells_errors() { String::new() } else { format!(": {message}") };
        eprintln!("{closing}{why}");
    }
    Ok(writer.failures == 0)
}

/// Where the answers go.
fn destination(args: &Extract) -> anyhow::Result<BufWriter<Box<dyn Write>>> {
    Ok(BufWriter::new(match &args.output_file {
        None => Box::new(io::stdout().lock()),
        Some(path) => Box::new(File::create(path).with_context(|| path.display().to_string())?),
    }))
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
    let writer = writer(args)?;
    let stages = stages(args);
    // Only JSON says spans in another unit by itself; the other writers slice the text.
    let offsets = if writer.is_json() { args.offsets.into() } else { OffsetUnit::Byte };
    let gloss = args.gloss.unwrap_or(if writer.is_json() { GlossLang::default() } else { GlossLang::Source });
    let builder = Extractor::builder()
        .offsets(offsets)
        .gloss(gloss)
        .names(if args.only_dict { Names::Own } else { args.names.into() })
        .tolerant(args.tolerant)
        .sentence_texts(args.sentence_texts || args.only_dict)
        .tokens(args.tokens)
        .triples(args.triples)
        .stages(stages);
    let unread = builder.clone().languages([]).build()?;
    let extractor = dict::add(builder, &args.dict)?.build()?;
    Ok(Renderer {
        extractor,
        unread,
        lang: args.lang,
        date: args.date,
        fields: FieldNames {
            text: args.text_field.clone(),
            id: args.id_field.clone(),
            lang: args.lang_field.clone(),
            date: args.date_field.clone(),
            keep: args.keep_fields && writer.is_json(),
        },
        min_confidence: args.min_confidence,
        writer,
    })
}

/// Who writes the answers.
fn writer(args: &Extract) -> anyhow::Result<render::Writer> {
    use render::Writer;
    Ok(match args.output {
        OutputFormat::Text => Writer::Table(table_style(args)),
        OutputFormat::Json => Writer::Json,
        OutputFormat::Ndjson => Writer::Ndjson,
        OutputFormat::Html => {
            Writer::Html(if args.layer.is_empty() { Layer::ALL.to_vec() } else { args.layer.clone() })
        }
        OutputFormat::Csv | OutputFormat::Tsv => {
            let layer = match args.layer.as_slice() {
                [] => Layer::Facts,
                [layer] => *layer,
                _ => bail!("--layer: CSV and TSV have the rows of one layer"),
            };
            let tabs = args.output == OutputFormat::Tsv;
            Writer::Csv(csv::Format::default().layer(layer).tabs(tabs).offsets(args.offsets.into()))
        }
    })
}

/// A table that fits the terminal, and anywhere else has each row on one line.
fn table_style(args: &Extract) -> table::Style {
    let term = Some(Term::stdout()).filter(|_| args.output_file.is_none());
    let columns = match args.width {
        None => term.as_ref().and_then(Term::size_checked).map(|(_, columns)| usize::from(columns)),
        Some(columns) => Some(columns).filter(|columns| *columns > 0),
    };
    let style = table::Style::default()
        .width(columns.map(|columns| columns.max(NARROWEST)))
        .colour(term.is_some_and(|term| term.is_term()) && console::colors_enabled());
    if args.layer.is_empty() { style } else { style.layers(&args.layer) }
}

/// What has to be found for the layers that are asked for.
fn stages(args: &Extract) -> Vec<Stage> {
    // Without layers all; a table of names says what they do in the facts, and a page switches all.
    let whole = args.layer.is_empty() || args.triples || matches!(args.output, OutputFormat::Text | OutputFormat::Html);
    let layers: &[Layer] = if whole { &[Layer::Facts] } else { &args.layer };
    let stage = |layer: &Layer| match layer {
        Layer::Names => Stage::Entities,
        Layer::Statements => Stage::Statements,
        Layer::Times => Stage::Times,
        Layer::Figures => Stage::Figures,
        _ => Stage::Facts,
    };
    layers.iter().map(stage).collect()
}

/// What stands before and behind the answers.
struct Frame {
    open: &'static [u8],
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
            OutputFormat::Csv | OutputFormat::Tsv if args.bom => (BYTE_ORDER_MARK, b""),
            _ => (b"", b""),
        };
        Frame { open, close }
    }
}

/// Writes to standard output.
struct Writer {
    out: BufWriter<Box<dyn Write>>,
    between: &'static [u8],
    frame: Frame,
    bar: ProgressBar,
    written: bool,
    /// What was written last goes on.
    inside: bool,
    documents: usize,
    failures: usize,
    first_failure: Option<(Origin, String)>,
}

impl Sink<Rendered> for Writer {
    fn take(&mut self, rendered: Rendered) -> io::Result<()> {
        if self.written && !self.inside {
            self.out.write_all(self.between)?;
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
