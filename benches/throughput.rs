//! How many bytes of news a second one core reads: stage by stage, all together, and with the answers written as JSON,
//! beside `unicode_words` over the same text in the same run.

mod support;

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, SamplingMode, Throughput, criterion_group, criterion_main};
use faktum::{Extractor, Lang, Scratch, Stage, output};
use unicode_segmentation::UnicodeSegmentation;

const BYTES: usize = 1_000_000;

fn throughput(criterion: &mut Criterion) {
    for lang in Lang::ALL {
        let documents = support::documents(lang, BYTES);
        let mut group = criterion.benchmark_group(format!("throughput/{}", lang.code()));
        group.throughput(Throughput::Bytes(support::size(&documents)));
        group.sampling_mode(SamplingMode::Flat).sample_size(20).measurement_time(Duration::from_secs(4));
        group.bench_function("unicode_words", |bencher| {
            bencher.iter(|| documents.iter().map(|document| document.text.unicode_words().count()).sum::<usize>());
        });
        let stages: [(&str, &[Stage]); 6] = [
            ("tokens, sentences, lexicon", &[]),
            ("… and times", &[Stage::Times]),
            ("… and figures", &[Stage::Figures]),
            ("… and entities", &[Stage::Entities]),
            ("… and statements", &[Stage::Statements]),
            ("all stages", &[Stage::Facts]),
        ];
        for (name, stages) in stages {
            let extractor = Extractor::builder().stages(stages.iter().copied()).build().unwrap();
            let mut scratch = Scratch::default();
            group.bench_function(name, |bencher| {
                bencher.iter(|| {
                    for document in &documents {
                        black_box(extractor.extract_with(&mut scratch, document));
                    }
                });
            });
        }
        let extractor = Extractor::builder().build().unwrap();
        let mut scratch = Scratch::default();
        let mut json = Vec::new();
        group.bench_function("all stages, as JSON", |bencher| {
            bencher.iter(|| {
                for document in &documents {
                    json.clear();
                    output::json::write(&extractor.extract_with(&mut scratch, document), &mut json).unwrap();
                    black_box(&json);
                }
            });
        });
        group.finish();
    }
}

criterion_group!(benches, throughput);
criterion_main!(benches);
