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
    "3,5; ",
    "5 %, ",
    "12: ",
    "1:0 ",
    "$ 5, ",
    "und ",
    "dass ",
    "dass er sagte, ",
    "that he said ",
    "der, ",
    "who ",
    "Januar ",
    "3. März ",
    "2014-01-01 ",
    "12:30 ",
    "between January and ",
    "zwischen 1 und ",
    "von 3 bis 5 ",
    "hundert",
    "one hundred and ",
    "\"",
    "„",
    "„a ",
    "\"\",",
    "\"\",\"\";",
    ": \" ",
    "\"a\",",
    "\"1\",",
    "‚»",
    "“‘",
    "’ ‘",
    "« , ",
    "» ",
    "‹; ",
    "“\n",
    "” - ",
    "- » ",
    "`, ",
    "'",
    "\"\" so Polizei ",
    "a› so Polizei ",
    "‘[ wonach den ",
    "(",
    "(A",
    "A (",
    "((1 ",
    ") [",
    "Hans Müller ",
    "Bank of ",
    "Dr. ",
    "Internet Watch Foundation (IWF) ",
    "laut A sagte B, dass ",
    "according to A, ",
    "sagte ",
    "said: ",
    "was told by him: \"is\" ",
    "wird die, erklärte ",
    "€ ",
    "Straßenbahnhaltestelle",
    "a.b",
    "www.a.de/",
    ".",
    ", ",
    "- ",
    "\n",
    "👩‍🚀",
];

/// What units drawn at random are made of.
const VOCABULARY: &[&str] = &[
    "\"",
    "“",
    "”",
    "„",
    "‚",
    "‘",
    "’",
    "«",
    "»",
    "‹",
    "›",
    "'",
    "`",
    "(",
    ")",
    ", ",
    "; ",
    ": ",
    " - ",
    "\n",
    ". ",
    " ",
    "er ",
    "he ",
    "der ",
    "the ",
    "die ",
    "who ",
    "dass ",
    "that ",
    "und ",
    "and ",
    "sagte ",
    "said ",
    "wird ",
    "was ",
    "laut ",
    "according to ",
    "von ",
    "by ",
    "in ",
    "Polizei ",
    "Minister ",
    "Peter Smith ",
    "Berlin ",
    "GmbH ",
    "Bank ",
    "3 ",
    "12,5 ",
    "1999 ",
    "Millionen ",
    "Euro ",
    "% ",
    "Montag ",
    "May ",
    "Jahre ",
    "years ",
    "alt ",
    "ago ",
    "nicht ",
];

/// Units of one to four words and marks, the same in every run.
fn drawn(units: usize) -> impl Iterator<Item = String> {
    // A linear congruential generator is random enough to choose words.
    let mut state: u64 = 1;
    let mut below = move |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % bound
    };
    (0..units).map(move |_| (0..=below(4)).map(|_| VOCABULARY[below(VOCABULARY.len())]).collect())
}

const SHORT: usize = 64 * 1024;

/// How far the growth is followed.
struct Reach {
    /// How long the longest texts are.
    long: usize,
    /// How many units are drawn.
    drawn: usize,
}

impl Reach {
    /// What a change is measured with, or with `SCALING=full` what is promised, which takes an hour.
    fn of_environment() -> Reach {
        match std::env::var("SCALING").as_deref() {
            Ok("full") => Reach { long: 4 << 20, drawn: 2000 },
            _ => Reach { long: 512 << 10, drawn: 40 },
        }
    }
}

/// What t(2n)/t(n) must not reach.
const BOUND: f64 = 2.2;
/// What MB/s must not fall below.
const SLOWEST: f64 = 1.0;

/// The shortest of a few runs, in seconds.
fn time(extractor: &Extractor, scratch: &mut Scratch, text: &str, lang: Lang, runs: usize) -> f64 {
    let document = Document::new(text).with_lang(lang);
    let run = |_| {
        let start = Instant::now();
        black_box(extractor.extract_with(scratch, &document));
        start.elapsed()
    };
    (0..runs).map(run).min().unwrap_or_default().as_secs_f64()
}

/// Prints, for every hostile text in both languages, by what its time grows each time that its length doubles, and at
/// last the text that grows most and the one that is read most slowly.
fn growth() {
    let extractor = Extractor::builder().build().unwrap();
    let mut scratch = Scratch::default();
    let Reach { long, drawn: units } = Reach::of_environment();
    let doublings = (long / SHORT).ilog2();
    println!(
        "\ngrowth of hostile texts from {} KiB to {} KiB: MB/s at the end, mean t(2n)/t(n)",
        SHORT >> 10,
        long >> 10
    );
    let (mut steepest, mut slowest) = ((0.0, String::new()), (f64::MAX, String::new()));
    for piece in PIECES.iter().map(|piece| piece.to_string()).chain(drawn(units)) {
        for lang in [Lang::De, Lang::En] {
            let [short_text, long_text] = [SHORT, long].map(|length| piece.repeat(length / piece.len()));
            let mut measure = |runs| {
                let short = time(&extractor, &mut scratch, &short_text, lang, 3);
                let took = time(&extractor, &mut scratch, &long_text, lang, runs);
                // A mean over all doublings: one run that something else disturbed says nothing.
                ((took / short).powf(1.0 / f64::from(doublings)), long as f64 / took / 1e6)
            };
            let (mut ratio, mut speed) = measure(1);
            if ratio > BOUND || speed < SLOWEST {
                (ratio, speed) = measure(3);
            }
            let mark = if ratio > BOUND {
                "  more than linear"
            } else if speed < SLOWEST {
                "  slow"
            } else {
                ""
            };
            let row = format!("{:40} {lang:?} {speed:8.1} {ratio:6.2}{mark}", format!("{piece:?}"));
            println!("{row}");
            if ratio > steepest.0 {
                steepest = (ratio, row.clone());
            }
            if speed < slowest.0 {
                slowest = (speed, row);
            }
        }
    }
    println!("grows most:   {}\nread slowest: {}", steepest.1, slowest.1);
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
