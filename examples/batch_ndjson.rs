//! One document a line in, one answer a line out, on all threads: what the command does, without its care for the rest.
//!
//! ```sh
//! echo '{"id": "a", "date": "2015-04-20", "text": "Police arrested 37 people last month."}' |
//!   cargo run --release --example batch_ndjson
//! ```

use std::borrow::Cow;
use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};

use faktum::{Document, Extractor, Lang, output};
use serde::Deserialize;

/// How many lines are read and answered together.
const BATCH: usize = 1024;

#[derive(Deserialize)]
struct Line<'l> {
    id: Option<String>,
    lang: Option<Lang>,
    date: Option<String>,
    #[serde(borrow)]
    text: Cow<'l, str>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::builder().build()?;
    let mut out = BufWriter::new(io::stdout().lock());
    let mut lines = io::stdin().lock().lines();
    loop {
        let batch = lines.by_ref().take(BATCH).collect::<Result<Vec<String>, _>>()?;
        if batch.is_empty() {
            return Ok(out.flush()?);
        }
        let read = batch.iter().map(|line| serde_json::from_str(line)).collect::<Result<Vec<Line>, _>>()?;
        let documents = read.iter().map(document).collect::<Result<Vec<_>, _>>()?;
        for answer in extractor.extract_batch(&documents) {
            output::json::write(&answer, &mut out)?;
        }
    }
}

fn document<'l>(line: &'l Line<'_>) -> Result<Document<'l>, Box<dyn Error>> {
    let mut document = Document::new(&line.text);
    document.id = line.id.as_deref().map(Into::into);
    document.lang = line.lang;
    document.date = line.date.as_deref().map(str::parse).transpose()?;
    Ok(document)
}
