//! Indexes NDJSON of articles and searches them and their facts.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use faktum_tantivy::{COMMIT, Search, Store, extractor};

#[derive(Parser)]
#[command(about, version)]
struct Args {
    /// The folder of the index
    #[arg(long, default_value = "index")]
    index: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Indexes articles: NDJSON with id, text and perhaps lang and date. Those that stand in the index already are replaced
    /// where they or faktum have changed, and passed over where not
    Index {
        /// Files; without any, standard input
        files: Vec<PathBuf>,

        /// Articles after which the index is committed: what is read again where the job ends early
        #[arg(long, value_name = "N", default_value_t = NonZeroUsize::new(COMMIT).unwrap_or(NonZeroUsize::MIN))]
        commit: NonZeroUsize,
    },
    /// Searches articles, or facts where something of them is asked for, and writes them as NDJSON
    Search(Search),
}

fn main() -> anyhow::Result<ExitCode> {
    let args = Args::parse();
    match args.command {
        Command::Index { files, commit } => index(&args.index, &files, commit.get()),
        Command::Search(search) => {
            let mut out = io::stdout().lock();
            for found in Store::open(&args.index)?.search(&search)? {
                serde_json::to_writer(&mut out, &found)?;
                out.write_all(b"\n")?;
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Indexes files; the status is 1 where lines could not be read.
fn index(folder: &Path, files: &[PathBuf], commit: usize) -> anyhow::Result<ExitCode> {
    let store = Store::open_or_create(folder)?;
    let extractor = extractor()?;
    let mut code = ExitCode::SUCCESS;
    let stdin = [PathBuf::from("-")];
    for path in if files.is_empty() { &stdin } else { files } {
        let name = path.display();
        let lines: Box<dyn BufRead> = if path.as_os_str() == "-" {
            Box::new(io::stdin().lock())
        } else {
            Box::new(BufReader::new(File::open(path).with_context(|| name.to_string())?))
        };
        // Whoever parses one line calls it the first.
        let failed = |line, error: serde_json::Error| {
            eprintln!("{name}:{line}: {}", error.to_string().replace(" at line 1 column ", " at column "));
        };
        let counts = store.index(&extractor, lines, commit, failed).with_context(|| name.to_string())?;
        eprintln!(
            "{name}: {} articles with {} facts indexed, {} up to date, {} lines not read",
            counts.written, counts.facts, counts.unchanged, counts.failed
        );
        if counts.failed > 0 {
            code = ExitCode::from(1);
        }
    }
    Ok(code)
}
