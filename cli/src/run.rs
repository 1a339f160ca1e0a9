//! `faktum extract`: opens what is needed and lets the documents flow.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use anyhow::{Context, bail};
use console::Term;
use faktum::output::{Layer, csv, table};
use faktum::{Extractor, GlossLang, Names, OffsetUnit, Scratch, Stage};
use indicatif::ProgressBar;

use crate::args::{DefaultLang, Extract, OutputFormat};
use crate::dict;
use crate::folder::Folder;
use crate::notice::Notices;
use crate::pipeline::{self, Sink};
use crate::progress;
use crate::read::{self, Chunk, Origin, Outlet, Part};
use crate::record::FieldNames;
use crate::render::{self, Rendered, Renderer};
use crate::sources;

/// A narrower table shows nothing worth reading.
const NARROWEST: usize = 50;

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Reads all documents and writes the answers; tells whether every one could be read.
pub fn extract(args: &Extract) -> anyhow::Result<bool> {
    if args.fingerprint {
        let fingerprint = serde_json::to_string(&renderer(args)?.extractor.fingerprint())?;
        writeln!(io::stdout().lock(), "{fingerprint}")?;
        return Ok(true);
    }
    let sources = sources::expand(&args.paths, args.input, args.keep_going)?;
    if args.paths.is_empty() && io::stdin().is_terminal() && !args.quiet {
        eprintln!("faktum reads standard input; end it with Ctrl-D");
    }
    let renderer = Arc::new(renderer(args)?);
    let one_source = sources.len() == 1;
    let notices =
        Notices { quiet: args.quiet, bar: if args.quiet { ProgressBar::hidden() } else { progress::bar(&sources) } };
    let mut writer = Writer {
        renderer: renderer.clone(),
        folder: folder(args, &renderer)?,
        out: destination(args, &renderer)?,
        frame: Frame::of(args, one_source),
        bar: notices.bar.clone(),
        begun: false,
        array: false,
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
    let settings = read::Settings {
        encoding: args.encoding,
        text_fields: args.text_field.clone(),
        keep_going: args.keep_going,
        notices: notices.clone(),
    };
    let read = move |pass: &mut dyn FnMut(Chunk) -> bool| read::all(sources, &settings, &mut Outlet::new(pass));
    let run = pipeline::run(threads, read, worker, &mut writer);
    notices.bar.finish_and_clear();
    run?;
    writer.end()?;
    if let Some((first, message)) = &writer.first_failure {
        let closing = closing(writer.failures, writer.documents, first, one_source);
        // Where nothing stands in its place, this is where to say what is wrong.
        let why = if renderer.writer.tells_errors() { String::new() } else { format!(": {message}") };
        notices.say(format_args!("{closing}{why}"));
    }
    Ok(writer.failures == 0)
}

/// The folder that gets the documents' own files.
fn folder(args: &Extract, renderer: &Renderer) -> anyhow::Result<Option<Folder>> {
    let is_folder = |path: &&PathBuf| path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
    let path = args.output_file.as_ref().filter(|path| renderer.writer.has_files() && is_folder(path));
    path.map(|path| Folder::open(path.clone()).with_context(|| path.display().to_string())).transpose()
}

/// Where the answers go that are no files of their own.
fn destination(args: &Extract, renderer: &Renderer) -> anyhow::Result<BufWriter<Box<dyn Write>>> {
    Ok(BufWriter::new(match &args.output_file {
        None => Box::new(io::stdout().lock()),
        Some(path) if renderer.writer.has_files() && path.is_dir() => Box::new(io::sink()),
        Some(path) => Box::new(File::create(path).with_context(|| path.display().to_string())?),
    }))
}

/// What is said at the end where some documents could not be read.
fn closing(failures: usize, documents: usize, first: &Origin, one_source: bool) -> String {
    let all = if documents == 1 { "document" } else { "documents" };
    let first_of = if failures == 1 { "" } else { "the first " };
    let place = match first.part {
        Part::Whole => format!("in {first}"),
        _ if one_source => format!("at {first}"),
        _ => format!("at {first} of {}", first.source),
    };
    format!("{failures} of {documents} {all} could not be read, {first_of}{place}")
}

fn renderer(args: &Extract) -> anyhow::Result<Renderer> {
    let writer = writer(args)?;
    let stages = stages(args);
    // Only JSON says spans in another unit by itself; the other writers slice the text.
    let offsets = if writer.is_json() { args.offsets.into() } else { OffsetUnit::Byte };
    let gloss = args.gloss.unwrap_or(if writer.is_json() { GlossLang::default() } else { GlossLang::Source });
    let (lang, fallback) = match args.lang {
        Some(DefaultLang::Given(lang)) => (Some(lang), None),
        Some(DefaultLang::Told(fallback)) => (None, fallback),
        None => (None, None),
    };
    let builder = Extractor::builder()
        .fallback_lang(fallback)
        .offsets(offsets)
        .gloss(gloss)
        .names(if args.only_dict { Names::Own } else { args.names.into() })
        .tolerant(args.tolerant)
        .sentence_texts(args.sentence_texts || args.only_dict)
        .tokens(args.tokens || matches!(args.output, OutputFormat::Conll | OutputFormat::Prodigy))
        .triples(args.triples)
        .parts(args.parts)
        .stages(stages);
    let unread = builder.clone().languages([]).build()?;
    let extractor = dict::add(builder, &args.dict)?.build()?;
    Ok(Renderer {
        extractor,
        unread,
        lang,
        date: args.date,
        encoding: args.encoding,
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
    let layers = |default: &[Layer]| if args.layer.is_empty() { default.to_vec() } else { args.layer.clone() };
    Ok(match args.output {
        OutputFormat::Text => Writer::Table(table_style(args)),
        OutputFormat::Json => Writer::Json,
        OutputFormat::Ndjson => Writer::Ndjson,
        OutputFormat::Html => Writer::Html(layers(&Layer::ALL)),
        OutputFormat::Conll => Writer::Conll,
        OutputFormat::Brat => Writer::Brat(layers(&Layer::ALL)),
        OutputFormat::Timeml => Writer::TimeMl,
        OutputFormat::Prodigy => Writer::Prodigy(layers(&[Layer::Names])),
        OutputFormat::WebAnnotation => Writer::Annotation(layers(&Layer::ALL)),
        OutputFormat::Csv | OutputFormat::Tsv => {
            let layer = match args.layer.as_slice() {
                [] => Layer::Facts,
                [layer] => *layer,
                _ => bail!("--layer: CSV and TSV have the rows of one layer"),
            };
            let tabs = args.output == OutputFormat::Tsv;
            Writer::Csv(
                csv::Format::default().layer(layer).tabs(tabs).offsets(args.offsets.into()).formulas(args.formulas),
            )
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
    let layers: &[Layer] = match args.output {
        OutputFormat::Conll => &[Layer::Names],
        OutputFormat::Timeml => &[Layer::Times],
        OutputFormat::Prodigy if args.layer.is_empty() => &[Layer::Names],
        // A table of names says what they do in the facts, and a page switches all.
        OutputFormat::Text | OutputFormat::Html => &[Layer::Facts],
        _ if args.layer.is_empty() || args.triples => &[Layer::Facts],
        _ => &args.layer,
    };
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
    mark: &'static [u8],
    /// The answers are an array unless one source is one document: what they are follows from the source, not from how many
    /// there are.
    json: bool,
    one_source: bool,
}

impl Frame {
    fn of(args: &Extract, one_source: bool) -> Frame {
        let marked = args.bom && matches!(args.output, OutputFormat::Csv | OutputFormat::Tsv);
        let folder = args.paths.iter().any(|path| path.is_dir());
        Frame {
            mark: if marked { BYTE_ORDER_MARK } else { b"" },
            json: args.output == OutputFormat::Json,
            one_source: one_source && !folder,
        }
    }
}

/// Writes the answers and what stands around them.
struct Writer {
    renderer: Arc<Renderer>,
    folder: Option<Folder>,
    out: BufWriter<Box<dyn Write>>,
    frame: Frame,
    bar: ProgressBar,
    begun: bool,
    array: bool,
    /// What was written last goes on.
    inside: bool,
    documents: usize,
    failures: usize,
    first_failure: Option<(Origin, String)>,
}

impl Writer {
    /// Writes what stands before the answers, the first of which is all of its source or not.
    fn begin(&mut self, whole: bool) -> io::Result<()> {
        self.begun = true;
        self.array = self.frame.json && !(whole && self.frame.one_source);
        self.out.write_all(if self.array { b"[\n" } else { self.frame.mark })?;
        self.renderer.writer.begin(&mut self.out)
    }

    /// Writes what stands behind them.
    fn end(&mut self) -> io::Result<()> {
        if !self.begun {
            self.begin(false)?;
        }
        self.renderer.writer.end(&mut self.out)?;
        self.out.write_all(match (self.frame.json, self.array) {
            (true, true) => b"\n]\n",
            (true, false) => b"\n",
            _ => b"",
        })?;
        self.out.flush()
    }
}

impl Sink<Rendered> for Writer {
    fn take(&mut self, rendered: Rendered) -> io::Result<()> {
        if !self.begun {
            self.begin(rendered.whole)?;
        } else if !self.inside {
            self.out.write_all(self.renderer.writer.separator())?;
        }
        self.out.write_all(&rendered.bytes)?;
        for (at, files) in rendered.files.iter().enumerate() {
            match (&mut self.folder, files.parts.first()) {
                (Some(folder), _) => folder.write(files)?,
                (None, Some((_, content))) if self.documents + at == 0 => self.out.write_all(content)?,
                _ => {
                    return Err(io::Error::other("each document has a file of its own: name a folder with -O FOLDER/"));
                }
            }
        }
        self.inside = rendered.goes_on;
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
