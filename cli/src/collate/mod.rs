//! `faktum collate`: facts of many articles, beside each other.
//!
//! Each fact becomes a line that begins with what it is about; sorted, the lines that are to be compared lie together. So any
//! number of facts takes the same memory, and the order of the answers changes nothing.

mod sort;
mod telling;
mod verdict;
mod write;

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::thread;

use anyhow::Context;
use indicatif::ProgressBar;

use crate::args::{Collate, CollateFormat, InputFormat};
use crate::decode::{Encoding, decode};
use crate::notice::Notices;
use crate::pipeline::{self, Sink};
use crate::progress;
use crate::read::{self, Chunk, Content, Outlet};
use crate::sources;
use sort::Sorter;
pub use verdict::Verdict;

/// Reads all answers and writes what they tell of the same things; tells whether every one could be read.
pub fn collate(args: &Collate) -> anyhow::Result<bool> {
    let sources = sources::expand(&args.paths, InputFormat::Ndjson, args.keep_going)?;
    let mut out: BufWriter<Box<dyn Write>> = BufWriter::new(match &args.output_file {
        None => Box::new(io::stdout().lock()),
        Some(path) => Box::new(File::create(path).with_context(|| path.display().to_string())?),
    });
    let bar = if args.quiet { ProgressBar::hidden() } else { progress::bar(&sources) };
    let notices = Notices { quiet: args.quiet, bar };
    let folder = args.temp.clone().unwrap_or_else(std::env::temp_dir);
    let mut tellings = Tellings {
        sorter: Sorter::new(folder, args.memory.get().saturating_mul(1 << 20)),
        notices: notices.clone(),
        answers: 0,
        failures: 0,
    };
    let settings = read::Settings {
        encoding: Encoding::Utf8,
        text_fields: Vec::new(),
        keep_going: args.keep_going,
        notices: notices.clone(),
    };
    let choice = telling::Choice { min_confidence: args.min_confidence, shared: args.shared };
    let threads = args.threads.or_else(|| thread::available_parallelism().ok()).map_or(1, |threads| threads.get());
    let read = move |pass: &mut dyn FnMut(Chunk) -> bool| read::all(sources, &settings, &mut Outlet::new(pass));
    let worker = || move |chunk: Chunk, _: &mut dyn FnMut(Gathered)| Gathered::of(&chunk, choice);
    let run = pipeline::run(threads, read, worker, &mut tellings);
    notices.bar.finish_and_clear();
    run?;

    let mut writer = match args.output {
        CollateFormat::Ndjson => write::Writer::Ndjson(&mut out),
        CollateFormat::Csv => write::Writer::csv(&mut out, args.formulas)?,
    };
    let choice = verdict::Choice { min_articles: args.min_articles, only: args.only, most_told: args.most };
    let mut emit = |record: &verdict::Record<'_>| writer.write(record);
    let mut collator = verdict::Collator::new(choice, &mut emit);
    tellings.sorter.each(&mut |line| collator.take(line))?;
    collator.end()?;
    writer.flush()?;
    if tellings.failures > 0 {
        notices.say(format_args!("{} of {} answers could not be read", tellings.failures, tellings.answers));
    }
    Ok(tellings.failures == 0)
}

/// What the answers of a chunk tell, as lines, and what came of them.
#[derive(Default)]
struct Gathered {
    lines: Vec<u8>,
    ends: Vec<usize>,
    answers: u64,
    /// Where an answer could not be read, and why.
    failures: Vec<String>,
    read: u64,
}

impl Gathered {
    fn of(chunk: &Chunk, choice: telling::Choice) -> Gathered {
        let mut gathered = Gathered { read: chunk.bytes, ..Gathered::default() };
        for item in &chunk.items {
            let (lines, ends) = (&mut gathered.lines, &mut gathered.ends);
            let mut take = |line: &[u8]| {
                lines.extend_from_slice(line);
                ends.push(lines.len());
            };
            gathered.answers += 1;
            let read = match &item.content {
                Content::Record(bytes) => telling::read(&decode(bytes, None, Encoding::Utf8).0, choice, &mut take),
                Content::Fault(message) => Err(message.clone()),
                // Lines of NDJSON are nothing else.
                Content::Text(_) | Content::Article(_) => Ok(()),
            };
            if let Err(message) = read {
                let place =
                    item.origin.part.counted().map_or(String::new(), |(name, number)| format!("{name} {number}: "));
                gathered.failures.push(format!("{}: {place}{message}", item.origin.source));
            }
        }
        gathered
    }
}

/// Gathers what answers tell.
struct Tellings {
    sorter: Sorter,
    notices: Notices,
    answers: u64,
    failures: u64,
}

impl Sink<Gathered> for Tellings {
    fn take(&mut self, gathered: Gathered) -> io::Result<()> {
        let mut from = 0;
        for end in gathered.ends {
            self.sorter.push(&gathered.lines[from..end])?;
            from = end;
        }
        for failure in &gathered.failures {
            self.notices.say(failure);
        }
        self.answers += gathered.answers;
        self.failures += gathered.failures.len() as u64;
        self.notices.bar.inc(gathered.read);
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        Ok(())
    }
}
