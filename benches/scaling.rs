//! How the time grows: with the threads, and with the length of texts that nobody writes, where t(2n)/t(n) must stay
//! near 2.

mod support;

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput, criterion_group};
use faktum::{Document, Extractor, Lang, Scratch};

/// Documents that are read at once.
const BATCH: usize = 256;

fn threads(criterion: &mut Criterion) {
    let mut documents = support::documents(Lang::De, 2_000_000);
    documents.extend(support::documents(Lang::En, 2_000_000));
    let extractor = Extractor::builder().build().unwrap();
    let mut group = criterion.benchmark_group("scaling/threads");
    group.throughput(Throughput::Bytes(support::size(&documents)));
    group.sampling_mode(SamplingMode::Flat).sample_size(10).measurement_time(Duration::from_secs(4));
    for threads in [1, 2] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        group.bench_function(BenchmarkId::from_parameter(threads), |bencher| {
            // In batches, as an indexing job reads: nobody keeps the answers of all documents.
            bencher.iter(|| {
                pool.install(|| {
                    documents.chunks(BATCH).for_each(|batch| drop(black_box(extractor.extract_batch(batch))))
                })
            });
        });
    }
    group.finish();
}

/// What a text is made of, over and over.
const PIECES: &[&str] = &[
    "a ",
    "A ",
    "1 ",
    "1",
    "1.000.",
    "und ",
    "dass ",
    "that he said ",
    "Januar ",
    "between January and ",
    "zwischen 1 und ",
    "hundert",
    "\"",
    "„",
    "„a ",
    "(",
    "(A",
    "A (",
    "Hans Müller ",
    "Bank of ",
    "Internet Watch Foundation (IWF) ",
    "laut A sagte B, dass ",
    "Straßenbahnhaltestelle",
    "a.b",
    ".",
    "\n",
    "👩‍🚀",
];

const SHORT: usize = 64 * 1024;
const LONG: usize = 1024 * 1024;
const BOUND: f64 = 2.2;

/// The shortest of a few runs.
fn time(extractor: &Extractor, scratch: &mut Scratch, text: &str) -> Duration {
    let document = Document::new(text).with_lang(Lang::De);
    let run = |_| {
        let start = Instant::now();
        black_box(extractor.extract_with(scratch, &document));
        start.elapsed()
    };
    (0..5).map(run).min().unwrap_or_default()
}

/// Prints, for every hostile text, by what its time grows each time that its length doubles.
fn growth() {
    let extractor = Extractor::builder().build().unwrap();
    let mut scratch = Scratch::default();
    let doublings = (LONG / SHORT).ilog2();
    println!(
        "\ngrowth of hostile texts from {} KiB to {} KiB: MB/s at the end, mean t(2n)/t(n)",
        SHORT >> 10,
        LONG >> 10
    );
    for piece in PIECES {
        let mut took =
            |length: usize| time(&extractor, &mut scratch, &piece.repeat(length / piece.len())).as_secs_f64();
        let (short, long) = (took(SHORT), took(LONG));
        // A mean over all doublings: one run that something else disturbed says nothing.
        let ratio = (long / short).powf(1.0 / f64::from(doublings));
        let mark = if ratio > BOUND { "  more than linear" } else { "" };
        println!("{:36} {:8.1} {ratio:6.2}{mark}", format!("{piece:?}"), LONG as f64 / long / 1e6);
    }
}

criterion_group!(benches, threads);

fn main() {
    benches();
    // `cargo test --benches` only wants to see it start.
    if std::env::args().any(|argument| argument == "--bench") {
        growth();
    }
    Criterion::default().configure_from_args().final_summary();
}
