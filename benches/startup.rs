//! How long the first answer takes: an extractor with its first document, and a whole process of the command
//! (`cargo build --release` first).

mod support;

use std::hint::black_box;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use faktum::{Document, Extractor, Lang};

const SENTENCE: &str = "The agency said it received 37 reports between January and April last year.";

fn in_process(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("startup");
    group.bench_function("extractor and one sentence", |bencher| {
        bencher.iter(|| {
            let extractor = Extractor::builder().build().unwrap();
            black_box(extractor.extract(&Document::new(SENTENCE)).facts.len())
        });
    });
    let own = "class\tsurface\nmonth.1\tJenner\n";
    group.bench_function("the same with a dictionary of one row", |bencher| {
        bencher.iter(|| {
            let extractor = Extractor::builder().dictionary("own.tsv", own).build().unwrap();
            black_box(extractor.extract(&Document::new(SENTENCE)).facts.len())
        });
    });
    group.finish();
}

/// The command that stands beside the benchmarks.
fn command() -> Option<PathBuf> {
    let folder = std::env::current_exe().ok()?.parent()?.parent()?.to_path_buf();
    let path = folder.join(format!("faktum{}", std::env::consts::EXE_SUFFIX));
    path.is_file().then_some(path)
}

fn process(criterion: &mut Criterion) {
    let Some(command) = command() else {
        eprintln!("startup/process: no command to start; build it with `cargo build --release`");
        return;
    };
    let run = |text: &str| {
        let mut child = Command::new(&command)
            .args(["extract", "--output", "ndjson"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success() && output.stdout.ends_with(b"}\n"));
    };
    let mut group = criterion.benchmark_group("startup/process");
    group.sample_size(50);
    group.bench_function("one sentence", |bencher| bencher.iter(|| run(SENTENCE)));
    group.bench_function("one article", |bencher| bencher.iter(|| run(support::articles(Lang::De)[0])));
    group.finish();
}

criterion_group!(benches, in_process, process);
criterion_main!(benches);
