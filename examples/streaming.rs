//! Documents as they come, one after another, with one set of buffers and the answers kept.
//!
//! `printf 'Police arrested 37 people.\nTwo were released.\n' | cargo run --example streaming` reads a document a line.

use std::error::Error;
use std::io::{self, BufRead};

use faktum::{Answer, Document, Extractor, Scratch};

fn main() -> Result<(), Box<dyn Error>> {
    let extractor = Extractor::builder().build()?;
    let mut scratch = Scratch::default();
    let mut kept: Vec<Answer<'static>> = Vec::new();
    let (mut input, mut line) = (io::stdin().lock(), String::new());
    while input.read_line(&mut line)? > 0 {
        let answer = extractor.extract_with(&mut scratch, &Document::new(line.trim()));
        for fact in &answer.facts {
            println!("{}", fact.gloss);
        }
        // The line is about to be read over, so the answer takes its texts with it.
        kept.push(answer.into_owned());
        line.clear();
    }
    let facts: usize = kept.iter().map(|answer| answer.facts.len()).sum();
    println!("{facts} facts in {} documents", kept.len());
    Ok(())
}
