//! Any date of a document, as text and as a value, and times that count from it.
#![no_main]

use std::cell::RefCell;
use std::sync::LazyLock;

use faktum::{Date, Document, Extractor, Lang, Scratch, Stage};
use faktum_fuzz::check::check;
use libfuzzer_sys::fuzz_target;

static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::builder().stages([Stage::Times, Stage::Figures]).build().unwrap());

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

fuzz_target!(|data: &[u8]| {
    // Four bytes are the date, the first of which chooses the language as well.
    let Some(([a, b, month, day], bytes)) = data.split_first_chunk() else { return };
    let text = String::from_utf8_lossy(bytes);
    if let Ok(date) = text.parse::<Date>() {
        assert_eq!(date.to_string().parse::<Date>().unwrap(), date);
    }
    let mut document = Document::new(&text);
    document.lang = Some(Lang::ALL[usize::from(*a) % Lang::ALL.len()]);
    let year = i16::from_le_bytes([*a, *b]) % 10_000;
    document.date = Date::new(year, (month % 12 + 1) as i8, (day % 31 + 1) as i8).ok();
    let answer = SCRATCH.with_borrow_mut(|scratch| EXTRACTOR.extract_with(scratch, &document));
    check(&answer, &text);
});
