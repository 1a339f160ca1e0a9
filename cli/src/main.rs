//! The `faktum` command.

use std::io::{BufRead, Write};

use clap::Parser;
use faktum::{Document, Extractor, Lang, OffsetUnit};

#[derive(Parser)]
struct Args {
    command: String,
    #[arg(long)]
    input: String,
    #[arg(long)]
    output: String,
    #[arg(long)]
    offsets: String,
    #[arg(long)]
    tokens: bool,
    #[arg(long)]
    triples: bool,
}

#[derive(serde::Deserialize)]
struct Line {
    id: String,
    lang: Option<String>,
    date: Option<String>,
    text: String,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let extractor =
        Extractor::builder().offsets(OffsetUnit::Char).tokens(args.tokens).triples(args.triples).build()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut scratch = faktum::Scratch::default();
    for line in std::io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        let mut document = Document::new(&line.text).with_id(line.id.as_str());
        document.lang = line.lang.as_deref().and_then(Lang::from_code);
        document.date = line.date.as_deref().and_then(|d| d.get(..10)).and_then(|d| d.parse().ok());
        let answer = extractor.extract_with(&mut scratch, &document);
        serde_json::to_writer(&mut out, &answer)?;
        writeln!(out)?;
    }
    Ok(())
}
