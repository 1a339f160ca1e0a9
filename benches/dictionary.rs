//! Names of one's own, 10⁴ to 10⁶: compiling them, opening them compiled, and reading the example articles with them.
//! The tables stay in the target folder, where `benches/peers/` reads them.

mod support;

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use faktum::dictionary::{Builder, Dictionary};
use faktum::{Extractor, Lang, Scratch};
use support::names;

const BYTES: usize = 256 * 1024;

fn compile(table: &str) -> Vec<u8> {
    let mut builder = Builder::new();
    builder.add_table("names.tsv", table);
    let mut bytes = Vec::new();
    builder.write(&mut bytes).unwrap();
    bytes
}

fn dictionary(criterion: &mut Criterion) {
    for rows in [10_000, 100_000, 1_000_000] {
        let table = names::table(rows);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("names-{rows}.tsv"));
        fs::write(&path, &table).unwrap();
        let mut group = criterion.benchmark_group("dictionary/compile");
        group.sample_size(10).throughput(Throughput::Elements(rows as u64));
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| bencher.iter(|| compile(&table).len()));
        group.finish();

        let file: &'static [u8] = compile(&table).leak();
        let open = || Dictionary::from_bytes("names.fdict", file).unwrap();
        let mut group = criterion.benchmark_group("dictionary/open");
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| bencher.iter(|| black_box(open()).rows()));
        group.finish();

        for lang in Lang::ALL {
            let documents = support::documents(lang, BYTES);
            let mut group = criterion.benchmark_group(format!("dictionary/match/{}", lang.code()));
            group.sample_size(20).throughput(Throughput::Bytes(support::size(&documents)));
            let extractor = Extractor::builder().compiled(open()).build().unwrap();
            for (name, extractor) in [("without", Extractor::builder().build().unwrap()), ("with", extractor)] {
                let mut scratch = Scratch::default();
                group.bench_function(BenchmarkId::new(name, rows), |bencher| {
                    bencher.iter(|| {
                        for document in &documents {
                            black_box(extractor.extract_with(&mut scratch, document));
                        }
                    });
                });
            }
            group.finish();
        }
    }
}

criterion_group!(benches, dictionary);
criterion_main!(benches);
