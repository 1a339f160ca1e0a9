//! How many bytes of news a second one core reads: stage by stage, all together, and with the answers written as JSON,
//! beside `unicode_words` over the same text. No text stands twice in what is read, since news does not either.
//!
//! What is compared is measured in turns, round by round, so that a machine that is busy with other things is as slow for
//! the one as for the other; the ratios are medians of those of the rounds. `FAKTUM_NEWS` names a folder with `de.ndjson`
//! and `en.ndjson` to read instead of the project's own sentences, `ROUNDS` how many rounds there are.

mod support;

use std::hint::black_box;
use std::time::Instant;

use faktum::{Document, Extractor, Lang, Scratch, Stage, output};
use support::news;
use unicode_segmentation::UnicodeSegmentation;

/// How many documents are read together, as the command does.
const BATCH: usize = 16;

/// Reads all documents.
type Read = Box<dyn FnMut(&[Document<'static>])>;

/// One way to read them.
struct Way {
    name: &'static str,
    read: Read,
}

/// The words of `unicode_words`, and each stage with those that it needs.
fn ways() -> Vec<Way> {
    let words = |documents: &[Document<'_>]| {
        black_box(documents.iter().map(|document| document.text.unicode_words().count()).sum::<usize>());
    };
    let mut ways = vec![Way { name: "unicode_words alone", read: Box::new(words) }];
    let stages: [(&str, &[Stage]); 6] = [
        ("tokens, sentences, dictionaries", &[]),
        ("… and times", &[Stage::Times]),
        ("… and figures", &[Stage::Figures]),
        ("… and entities", &[Stage::Entities]),
        ("… and entities and statements", &[Stage::Statements]),
        ("all stages", &[Stage::Facts]),
    ];
    for (name, stages) in stages {
        let extractor = Extractor::builder().stages(stages.iter().copied()).build().unwrap();
        let mut scratch = Scratch::default();
        let read = move |documents: &[Document<'static>]| {
            for batch in documents.chunks(BATCH) {
                black_box(extractor.extract_batch_with(&mut scratch, batch));
            }
        };
        ways.push(Way { name, read: Box::new(read) });
    }
    let (extractor, mut scratch, mut json) = (Extractor::builder().build().unwrap(), Scratch::default(), Vec::new());
    let read = move |documents: &[Document<'static>]| {
        for answer in documents.chunks(BATCH).flat_map(|batch| extractor.extract_batch_with(&mut scratch, batch)) {
            json.clear();
            output::json::write(&answer, &mut json).unwrap();
            black_box(&json);
        }
    };
    ways.push(Way { name: "all stages, and the answers as JSON", read: Box::new(read) });
    ways
}

fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or_default()
}

fn main() {
    // Run as a test, without `--bench`, it only has to work.
    let asked = std::env::args().any(|argument| argument == "--bench");
    let rounds = std::env::var("ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(21);
    for lang in Lang::ALL {
        let (source, mut documents) = news::documents(lang);
        if !asked {
            documents.truncate(1);
        }
        let size = support::size(&documents) as f64;
        let mut ways = ways();
        let mut times: Vec<Vec<f64>> = vec![Vec::new(); ways.len()];
        // The first round only brings everything into memory.
        for round in 0..if asked { rounds + 1 } else { 1 } {
            for (way, times) in ways.iter_mut().zip(&mut times) {
                let start = Instant::now();
                (way.read)(&documents);
                if round > 0 {
                    times.push(start.elapsed().as_secs_f64());
                }
            }
        }
        println!("\n{}: {source}, {} documents, {:.0} kB", lang.code(), documents.len(), size / 1e3);
        println!("{:<40}{:>8}{:>20}", "", "MB/s", "of unicode_words");
        for (way, own) in ways.iter().zip(&times) {
            let ratios = times[0].iter().zip(own).map(|(words, own)| words / own).collect();
            println!("{:<40}{:>8.1}{:>20.3}", way.name, size / median(own.clone()) / 1e6, median(ratios));
        }
    }
}
