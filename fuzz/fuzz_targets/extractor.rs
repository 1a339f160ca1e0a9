//! Any bytes as a text, in every language and unit: the answer fits the text, comes back from JSON, and is the same
//! whatever was read before it and on however many threads.
#![no_main]

use std::cell::RefCell;
use std::sync::LazyLock;

use faktum::{Answer, Document, Extractor, Lang, OffsetUnit, Scratch};
use faktum_fuzz::check::{check, check_units};
use libfuzzer_sys::fuzz_target;
use rayon::{ThreadPool, ThreadPoolBuilder};

static EXTRACTORS: LazyLock<[Extractor; 3]> = LazyLock::new(|| {
    [OffsetUnit::Byte, OffsetUnit::Char, OffsetUnit::Utf16]
        .map(|unit| Extractor::builder().offsets(unit).tokens(true).triples(true).parts(true).build().unwrap())
});
static POOLS: LazyLock<[ThreadPool; 2]> =
    LazyLock::new(|| [1, 2].map(|threads| ThreadPoolBuilder::new().num_threads(threads).build().unwrap()));

thread_local! {
    /// Buffers that have seen all texts before.
    static USED: RefCell<Scratch> = RefCell::default();
}

fuzz_target!(|data: &[u8]| {
    // The first byte chooses the language and what is compared.
    let Some((choice, bytes)) = data.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let document = |text| {
        let mut document = Document::new(text).with_date(faktum::Date::constant(2015, 4, 20));
        document.lang = [None, Some(Lang::De), Some(Lang::En)][usize::from(choice % 3)];
        document
    };
    let [extractor, chars, utf16] = &*EXTRACTORS;
    let answer = USED.with_borrow_mut(|used| extractor.extract_with(used, &document(&text)));
    check(&answer, &text);
    match choice / 3 % 4 {
        0 => {
            let alone = extractor.extract_with(&mut Scratch::default(), &document(&text));
            assert!(alone == answer, "the answer depends on documents read before");
        }
        1 => {
            let halves = text.split_at(text.floor_char_boundary(text.len() / 2));
            let documents = [&*text, halves.0, halves.1, &*text].map(document);
            let [one, two] = POOLS.each_ref().map(|pool| pool.install(|| extractor.extract_batch(&documents)));
            assert!(one == two, "two threads answer differently from one");
            assert!(one[0] == answer && one[3] == answer, "a thread answers differently from its caller");
        }
        2 => {
            check_units(&answer, &chars.extract(&document(&text)), &text);
            check_units(&answer, &utf16.extract(&document(&text)), &text);
        }
        _ => {
            let json = serde_json::to_string(&answer).unwrap();
            let read: Answer<'_> = serde_json::from_str(&json).unwrap();
            assert!(read == answer, "the answer changes on its way through JSON");
        }
    }
});
