//! `faktum dict`: compiles dictionaries of names, and shows what is in them.

mod check;
mod compile;
mod diff;
mod map;
mod show;

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Subcommand;
use faktum::ExtractorBuilder;
use faktum::dictionary::{Builder, Dictionary};
use indicatif::ProgressBar;

use crate::progress;

/// How a compiled dictionary begins, whatever its version.
const MAGIC: &[u8] = b"\x89faktum";

#[derive(Debug, Subcommand)]
pub enum Dict {
    /// Compiles tables of names into one file that is opened at once and used in place
    #[command(
        after_help = "A table is TSV whose header names the columns, or NDJSON with the same fields: name, type, id, aliases, \
                            subtype, language, flags, priority; any other column travels into the answers. Rows that can match \
                            nothing, or that contradict each other, are told on standard error."
    )]
    Compile(Compile),
    /// Says what is wrong with tables of names or compiled dictionaries: bad rows, rows that can match nothing, damaged files
    Check(Check),
    /// Shows what is in a dictionary, or its rows with a name or id
    Show(Show),
    /// Shows which rows one dictionary has more, less or otherwise than another
    Diff(Diff),
}

#[derive(Debug, clap::Args)]
pub struct Compile {
    /// The tables; `-` is standard input
    #[arg(required = true, value_name = "TABLE")]
    pub tables: Vec<PathBuf>,

    /// The file to write; *.fdict by custom
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: PathBuf,

    /// Add what `--tolerant` needs when reading
    #[arg(long)]
    pub tolerant: bool,
}

#[derive(Debug, clap::Args)]
pub struct Check {
    /// Tables or compiled dictionaries
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Show {
    /// A table or a compiled dictionary
    #[arg(value_name = "FILE")]
    pub file: PathBuf,

    /// Names, aliases or ids whose rows to show, as NDJSON
    #[arg(value_name = "NAME")]
    pub names: Vec<String>,

    /// All rows, as NDJSON that can be compiled again
    #[arg(long, conflicts_with = "names")]
    pub all: bool,
}

#[derive(Debug, clap::Args)]
pub struct Diff {
    /// The dictionary before: a table or a compiled one
    pub old: PathBuf,
    /// The dictionary after
    pub new: PathBuf,
}

/// Does what is asked for; tells whether nothing was found to be wrong.
pub fn run(command: &Dict) -> anyhow::Result<bool> {
    match command {
        Dict::Compile(args) => compile::compile(args).map(|()| true),
        Dict::Check(args) => check::check(args),
        Dict::Show(args) => show::show(args),
        Dict::Diff(args) => diff::diff(args).map(|()| true),
    }
}

/// Adds dictionaries from files to those of an extractor; compiled ones are mapped.
pub fn add(builder: ExtractorBuilder, paths: &[PathBuf]) -> anyhow::Result<ExtractorBuilder> {
    paths.iter().try_fold(builder, |builder, path| {
        Ok(match compiled(path)? {
            Some(dictionary) => builder.compiled(dictionary),
            None => builder.dictionary_file(path),
        })
    })
}

/// The compiled dictionary in a file, if there is one. What cannot be read is left to whoever reads it next.
fn compiled(path: &Path) -> anyhow::Result<Option<Dictionary>> {
    let mut start = [0; MAGIC.len()];
    let Ok(mut file) = File::open(path) else { return Ok(None) };
    if !file.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Ok(None);
    }
    if file.read_exact(&mut start).is_err() || start != MAGIC {
        return Ok(None);
    }
    let named = || path.display().to_string();
    file.rewind().with_context(named)?;
    let bytes = map::map(&file).with_context(named)?;
    Ok(Some(Dictionary::from_bytes(named(), bytes)?))
}

/// The dictionary in a file, which is compiled if it is a table.
fn open(path: &Path) -> anyhow::Result<Dictionary> {
    if let Some(dictionary) = compiled(path)? {
        return Ok(dictionary);
    }
    let mut builder = Builder::new();
    let bar = bar(std::slice::from_ref(&path));
    let added = add_table(&mut builder, path, &bar);
    bar.finish_and_clear();
    added?;
    Ok(builder.finish()?)
}

/// Reads a table into a dictionary.
fn add_table(builder: &mut Builder, path: &Path, bar: &ProgressBar) -> anyhow::Result<()> {
    let name = path.display().to_string();
    let bytes = if name == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).with_context(|| name.clone())?;
        bytes
    } else {
        fs::read(path).with_context(|| name.clone())?
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let line =
            error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|byte| **byte == b'\n').count();
        anyhow::anyhow!("{name}:{}: expected UTF-8", line + 1)
    })?;
    builder.add_table_watched(name, &text, |bytes| bar.inc(bytes as u64));
    Ok(())
}

fn bar(paths: &[impl AsRef<Path>]) -> ProgressBar {
    let size = |path: &Path| path.metadata().map_or(0, |metadata| metadata.len());
    progress::of_bytes(paths.iter().map(|path| size(path.as_ref())).sum())
}
