//! One document and what its answer holds.
//!
//! `cargo run --example one_document` reads the article below; `… -- FILE` reads another one.

use std::error::Error;

use faktum::{Document, Extractor};

fn main() -> Result<(), Box<dyn Error>> {
    let text = match std::env::args_os().nth(1) {
        Some(file) => std::fs::read_to_string(file)?,
        None => include_str!("watchdog-report-en.txt").to_string(),
    };
    let extractor = Extractor::builder().build()?;
    let answer = extractor.extract(&Document::new(&text));
    if let Some(note) = &answer.note {
        println!("note: {note}");
    }

    println!("who");
    for entity in &answer.entities {
        println!("  {:<4} {} ({} times)", entity.kind.to_string(), entity.name, entity.mentions.len());
    }
    println!("when");
    for time in &answer.times {
        println!("  {:<24} {} ({})", time.text, time.value, time.rule.name);
    }
    println!("who says what");
    for statement in &answer.statements {
        let speaker = statement.speaker.as_ref().map_or("somebody", |speaker| &speaker.text);
        let content: Vec<&str> = statement.content.iter().map(|span| span.of(&text)).collect();
        println!("  {speaker}: {}", content.join(" … "));
    }
    println!("facts, sentence by sentence");
    for (at, sentence) in answer.sentences.iter().enumerate() {
        for fact in answer.facts_in(at) {
            println!("  {}\n      {}\n      {}", fact.gloss, fact.key, sentence.of(&text));
        }
    }
    Ok(())
}
