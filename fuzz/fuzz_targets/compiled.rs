//! A compiled dictionary with any bytes in some of its places, and its names as a text.
#![no_main]

use std::sync::LazyLock;

use faktum::dictionary::{Builder, Dictionary};
use faktum::{Document, Extractor, Lang};
use faktum_fuzz::check::check;
use libfuzzer_sys::fuzz_target;

const TEXT: &str =
    "Die Kranichwerk AG, der Kranichwerkskandal, E.ON und Silvia Quarnbeck aus Quarnau. Quarnbeck Silvia.";

static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut builder = Builder::new().tolerant(true);
    let rows = "name\ttype\tid\taliases\tflags\tlei\nKranichwerk\torganisation\tx/0\tE.ON\tanywhere|inflect\t5299\n\
                Silvia Quarnbeck\tperson\tx/1\tS. Quarnbeck\t\t\nQuarnau\tplace\tx/2\t\tcase\t\n";
    builder.add_table("names.tsv", rows);
    let mut file = Vec::new();
    builder.write(&mut file).unwrap();
    file
});

fuzz_target!(|data: &[u8]| {
    // Three bytes each: a place and what stands there.
    let mut file = FILE.clone();
    for change in data.chunks_exact(3) {
        let at = usize::from(u16::from_le_bytes([change[0], change[1]])) % file.len();
        file[at] = change[2];
    }
    if let Ok(dictionary) = Dictionary::from_bytes("names.fdict", file) {
        let _ = dictionary.verify();
        dictionary.aliases();
        dictionary.find("Kranichwerk");
        dictionary.entries().take(1000).for_each(drop);
        if let Ok(extractor) = Extractor::builder().compiled(dictionary).tolerant(true).build() {
            check(&extractor.extract(&Document::new(TEXT).with_lang(Lang::De)), TEXT);
        }
    }
});
