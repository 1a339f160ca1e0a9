//! What the command understands.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand, ValueEnum};
use faktum::metadata;
use faktum::output::Layer;
use faktum::{Date, GlossLang, Lang, Names, OffsetUnit};

use crate::collate::Verdict;
use crate::decode::Encoding;

/// Reads German and English news and answers with its facts: who, when, how many, and who says so.
#[derive(Debug, Parser)]
#[command(name = "faktum", version, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Reads documents and writes what they say, one answer for each, in order.
    #[command(after_help = "Exit status: 0 if every document was read, 1 if some could not be (an error stands in \
                            their places, and standard error says how many), 2 if the arguments, a dictionary or a file were at fault.")]
    Extract(Extract),
    /// Lays facts of many answers beside each other: which agree, which differ, and what changes over time.
    #[command(after_help = COLLATE_HELP)]
    Collate(Collate),
    /// Shows a rule with its examples, or how the items of a text came about; without arguments, lists all rules.
    Explain(Explain),
    /// Prints the JSON Schema of answers.
    Schema,
    /// Prints a script that completes the command's arguments in a shell.
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Prints the manual page, or writes all of them to a folder.
    Man {
        /// The folder that gets faktum.1, faktum-extract.1, …
        folder: Option<PathBuf>,
    },
    /// Compiles dictionaries of names, and shows what is in them
    #[command(subcommand)]
    Dict(crate::dict::Dict),
}

const COLLATE_HELP: &str = "\
Facts are told of the same thing where kind, what is counted, unit, relation, subject and place are the same, and where none is \
only planned, possible or conditional and another is not. Their periods have to be the same for them to agree or differ, and as \
long as each other for a change. A fact without a time of its own is taken to hold at its article's date; such facts agree on \
different days as well.

Values differ where not all can be so: 37 and \"more than 30\" do not, nor does \"about 40\", by which a tenth more or less \
is meant. An article counts once, and not where it tells several values of one thing itself.

A record has the fields verdict, kind, of, unit, relation, change, negated, modality, subject, place; articles, first, last; and \
for each of its values period, value, low, high, and who told it: article, date, lang, fact, sentence, span, text (with \
--sentence-texts of extract), gloss, approx, source, modality, confidence. CSV has a row for each of them.

Exit status: 0 if every answer was read, 1 if some could not be (standard error says which), 2 if the arguments or a file were at \
fault.";

#[derive(Debug, clap::Args)]
pub struct Collate {
    /// NDJSON that `faktum extract -o ndjson` wrote: files, and folders, of which every .ndjson and .jsonl file is read; `-` or
    /// nothing is standard input. What gzip or Zstandard packed is unpacked
    pub paths: Vec<PathBuf>,

    /// Go on where a file cannot be read
    #[arg(long)]
    pub keep_going: bool,

    /// A record a line, or a row for each article that tells a value
    #[arg(short, long, value_enum, default_value_t)]
    pub output: CollateFormat,

    /// The file that the records go to [default: standard output]
    #[arg(short = 'O', long, value_name = "FILE")]
    pub output_file: Option<PathBuf>,

    /// Leave cells of CSV that begin with =, +, - or @ as they stand; else an apostrophe before them keeps spreadsheets from
    /// calculating what a stranger wrote
    #[arg(long)]
    pub formulas: bool,

    /// Only what is told like this
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub only: Option<Verdict>,

    /// How many articles have to tell something
    #[arg(long, value_name = "N", default_value_t = 2)]
    pub min_articles: u64,

    /// Leave out facts that are less sure, from 0 to 1
    #[arg(long, value_name = "X", default_value_t = 0.0, value_parser = parse_confidence)]
    pub min_confidence: f32,

    /// How many of what is counted, relation, subject, place and period a fact must have to be told from others: with fewer,
    /// more is compared, and more that is not the same
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=5))]
    pub shared: u8,

    /// How many of the articles that tell a value are listed; all are counted
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub most: usize,

    /// Mebibytes of facts that are held; what is more goes to temporary files
    #[arg(long, value_name = "MIB", default_value = "256")]
    pub memory: NonZeroUsize,

    /// The folder of the temporary files [default: the system's]
    #[arg(long, value_name = "FOLDER")]
    pub temp: Option<PathBuf>,

    /// Say nothing on standard error but what ends the command
    #[arg(short, long)]
    pub quiet: bool,

    /// How many chunks are read at once [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CollateFormat {
    /// One JSON object a line
    #[default]
    Ndjson,
    /// One row for each article that tells a value
    Csv,
}

#[derive(Debug, clap::Args)]
pub struct Explain {
    /// A rule's name, such as time.weekday
    #[arg(conflicts_with_all = ["text", "file"])]
    pub rule: Option<String>,

    /// A text to explain: for each item its rule, the rows of dictionaries that know its words, and what it was not
    #[arg(long, conflicts_with = "file")]
    pub text: Option<String>,

    /// A file whose text to explain
    #[arg(long, value_name = "FILE")]
    pub file: Option<PathBuf>,

    /// Only what lies over this byte of the text
    #[arg(long, value_name = "OFFSET")]
    pub at: Option<u32>,

    /// The language of the text [default: told from the text]
    #[arg(long, value_name = "TAG", value_parser = parse_lang)]
    pub lang: Option<Lang>,

    /// The date that "yesterday" counts from [default: the text's date line]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<faktum::Date>,

    /// A dictionary (a table or a compiled one) that outranks the built-in ones and those given after it
    #[arg(long, value_name = "FILE")]
    pub dict: Vec<PathBuf>,

    /// For people, or as JSON
    #[arg(long, value_enum, default_value_t)]
    pub output: ExplainFormat,
}

#[derive(Debug, clap::Args)]
pub struct Extract {
    /// Files, and folders, of which every file is read that is named as a format's are (.txt, .ndjson, .json, .csv, .html,
    /// .rss, .warc, …); `-` or nothing is standard input. What gzip or Zstandard packed is unpacked
    pub paths: Vec<PathBuf>,

    /// What the input is
    #[arg(short, long, value_enum, default_value_t)]
    pub input: InputFormat,

    /// The encoding of what is read, such as windows-1252; auto is UTF-8, and a guess for what is none
    #[arg(long, value_name = "NAME", default_value = "auto", value_parser = Encoding::parse)]
    pub encoding: Encoding,

    /// Leave an error in the place of a file that cannot be read, and go on
    #[arg(long)]
    pub keep_going: bool,

    /// How the answers are written
    #[arg(short, long, value_enum, default_value_t)]
    pub output: OutputFormat,

    /// The file that the answers go to, or of brat and TimeML the folder, with `/` at its end, that gets a file for each document
    /// [default: standard output]
    #[arg(short = 'O', long, value_name = "FILE")]
    pub output_file: Option<PathBuf>,

    /// What is shown of an answer, separated by commas; CSV and TSV have the rows of one layer; JSON has what these layers
    /// need as well [default: names, statements and facts as text, facts as CSV, names for Prodigy, else all]
    #[arg(long, value_name = "LAYERS", value_delimiter = ',', value_parser = layer_values())]
    pub layer: Vec<Layer>,

    /// Leave out facts and mentions that are less sure, from 0 to 1
    #[arg(long, value_name = "X", value_parser = parse_confidence)]
    pub min_confidence: Option<f32>,

    /// The columns that a table may take, 0 for as many as it needs [default: the terminal's; elsewhere nothing is wrapped]
    #[arg(long, value_name = "COLUMNS")]
    pub width: Option<usize>,

    /// Begin CSV and TSV with the byte order mark by which Excel knows UTF-8
    #[arg(long)]
    pub bom: bool,

    /// Leave cells of CSV and TSV that begin with =, +, - or @ as they stand; else an apostrophe before them keeps spreadsheets
    /// from calculating what a stranger wrote
    #[arg(long)]
    pub formulas: bool,

    /// What offsets count in JSON and CSV
    #[arg(long, value_enum, default_value_t)]
    pub offsets: Offsets,

    #[arg(short, long, value_name = "TAG", value_parser = parse_default_lang, help = lang_help())]
    pub lang: Option<DefaultLang>,

    /// The date of documents that do not name theirs, which "yesterday" counts from [default: their date line]
    #[arg(short, long, value_name = "YYYY-MM-DD", value_parser = parse_date)]
    pub date: Option<Date>,

    /// A dictionary (a table or a compiled one) that outranks the built-in ones and those given after it
    #[arg(long, value_name = "FILE")]
    pub dict: Vec<PathBuf>,

    /// Only names of these dictionaries, with the facts and statements that have to do with them
    #[arg(long, requires = "dict")]
    pub only_dict: bool,

    /// Take other transliterations, names without their diacritics and with the surname first for those of the dictionaries;
    /// compiled ones need to be compiled so
    #[arg(long, requires = "dict")]
    pub tolerant: bool,

    /// The field of an NDJSON line or column of CSV that holds the text; several, as title,text, become its paragraphs
    #[arg(long, value_name = "NAMES", default_value = "text", value_delimiter = ',')]
    pub text_field: Vec<String>,

    /// The field that holds the id
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,

    /// The field that holds the language
    #[arg(long, value_name = "NAME", default_value = "lang")]
    pub lang_field: String,

    /// The field that holds the date: 2015-04-20, 20.04.2015, Mon, 20 Apr 2015, with or without a time, or seconds since 1970
    #[arg(long, value_name = "NAME", default_value = "date")]
    pub date_field: String,

    /// Write the sentences' texts as well, in JSON
    #[arg(long)]
    pub sentence_texts: bool,

    /// Write the other fields of an NDJSON line or CSV row (url, title, …) as well, in JSON under `input`
    #[arg(long)]
    pub keep_fields: bool,

    /// List the tokens
    #[arg(long)]
    pub tokens: bool,

    /// List subject, predicate and object of every clause
    #[arg(long)]
    pub triples: bool,

    /// Find the names inside compounds as well: SPD in "SPD-Chef", US in "US-backed"
    #[arg(long)]
    pub parts: bool,

    /// The language of the short descriptions of facts [default: en in JSON, source in CSV]
    #[arg(long, value_parser = gloss_values())]
    pub gloss: Option<GlossLang>,

    /// How names are found: by dictionaries and rules alone, which is faster, or by a model as well, which finds more
    #[arg(long, value_enum, default_value_t)]
    pub names: NameFinding,

    /// Print what the answers would depend on besides their documents, as JSON, and read nothing: version, dictionaries with
    /// their checksums, options, and one id for all
    #[arg(long)]
    pub fingerprint: bool,

    /// Say nothing on standard error but what ends the command
    #[arg(short, long)]
    pub quiet: bool,

    /// How many documents are read at once [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum NameFinding {
    Dictionaries,
    #[default]
    Model,
}

impl From<NameFinding> for Names {
    fn from(names: NameFinding) -> Names {
        match names {
            NameFinding::Dictionaries => Names::Dictionaries,
            NameFinding::Model => Names::Model,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// By the file's name, else by what it begins with; what it is taken for is said on standard error
    #[default]
    Auto,
    /// A text is one document
    Text,
    /// An object a line, with `text` and perhaps `id`, `lang`, `date`
    Ndjson,
    /// An array of such objects
    Json,
    /// A row a document, below a header line with such columns; with commas, semicolons or tabs
    Csv,
    /// A web page, of which the article is taken out
    Html,
    /// The articles of RSS or Atom
    Feed,
    /// The pages and texts of a web archive
    Warc,
    /// A row a document, with such columns
    #[cfg(feature = "parquet")]
    Parquet,
}

impl InputFormat {
    /// As people call it.
    pub fn title(self) -> &'static str {
        match self {
            InputFormat::Auto => "what it is",
            InputFormat::Text => "a text",
            InputFormat::Ndjson => "NDJSON",
            InputFormat::Json => "JSON",
            InputFormat::Csv => "CSV",
            InputFormat::Html => "HTML",
            InputFormat::Feed => "a feed",
            InputFormat::Warc => "WARC",
            #[cfg(feature = "parquet")]
            InputFormat::Parquet => "Parquet",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// Tables for people: names, statements and facts of each document
    #[default]
    Text,
    /// Indented JSON
    Json,
    /// One JSON object a line
    Ndjson,
    /// One row a fact, or an item of --layer, with commas
    Csv,
    /// The same with tabs
    Tsv,
    /// One page to look at, for all documents
    Html,
    /// CoNLL-2003: a token a line, with the names' tags (IOB2)
    Conll,
    /// brat's standoff annotations beside the texts
    Brat,
    /// TimeML: TIMEX3 in the text
    Timeml,
    /// A line of JSON a document, as Prodigy and spaCy read them
    Prodigy,
    /// W3C Web Annotations, a page of them a line
    WebAnnotation,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    #[default]
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
pub enum Offsets {
    /// Bytes of UTF-8
    #[default]
    Byte,
    /// Code points, as in Python
    Char,
    /// UTF-16 code units, as in JavaScript and Java
    Utf16,
}

impl From<Offsets> for OffsetUnit {
    fn from(offsets: Offsets) -> OffsetUnit {
        match offsets {
            Offsets::Byte => OffsetUnit::Byte,
            Offsets::Char => OffsetUnit::Char,
            Offsets::Utf16 => OffsetUnit::Utf16,
        }
    }
}

/// "de or en".
fn codes() -> String {
    Lang::ALL.map(Lang::code).join(" or ")
}

fn lang_help() -> String {
    format!(
        "The language of documents that do not name theirs: {}; auto:de is German for short ones whose text does not tell \
         [default: auto, told from the text]",
        codes()
    )
}

/// The language of documents that do not name theirs.
#[derive(Clone, Copy, Debug)]
pub enum DefaultLang {
    /// Of all.
    Given(Lang),
    /// Told from the text; of those that do not tell, if any.
    Told(Option<Lang>),
}

/// Reads a language, `auto`, and `auto:` with a language.
fn parse_default_lang(tag: &str) -> Result<DefaultLang, String> {
    match (tag, tag.strip_prefix("auto:")) {
        ("auto", _) => Ok(DefaultLang::Told(None)),
        (_, Some(fallback)) => parse_lang(fallback).map(|lang| DefaultLang::Told(Some(lang))),
        _ => parse_lang(tag).map(DefaultLang::Given),
    }
}

/// Reads a code, a tag or a name of a language.
fn parse_lang(tag: &str) -> Result<Lang, String> {
    let names = || Lang::ALL.map(|lang| format!("{} ({})", lang.code(), lang.name())).join(" and ");
    Lang::from_code(tag).or_else(|| Lang::from_name(tag)).ok_or_else(|| format!("faktum reads {}", names()))
}

/// The languages that are read, and that of the sentence.
fn gloss_values() -> impl TypedValueParser<Value = GlossLang> {
    let languages = Lang::ALL.map(|lang| PossibleValue::new(lang.code()).help(lang.name()));
    let source = PossibleValue::new("source").help("The language of the sentence");
    PossibleValuesParser::new(languages.into_iter().chain([source]))
        .map(|value| Lang::from_code(&value).map_or(GlossLang::Source, GlossLang::In))
}

fn layer_values() -> impl TypedValueParser<Value = Layer> {
    PossibleValuesParser::new(Layer::ALL.map(Layer::name)).try_map(|name| name.parse::<Layer>())
}

/// Reads a date or a month.
fn parse_date(text: &str) -> Result<Date, String> {
    let expected = "expected YYYY-MM-DD, YYYY-MM or DD.MM.YYYY, perhaps with a time behind it";
    let date = metadata::date(text).or_else(|| metadata::first_of_month(text));
    date.ok_or_else(|| format!("the date \"{text}\": {expected}"))
}

fn parse_confidence(text: &str) -> Result<f32, String> {
    let confidence = text.parse().ok().filter(|confidence| (0.0..=1.0).contains(confidence));
    confidence.ok_or_else(|| "expected a number from 0 to 1".to_string())
}
