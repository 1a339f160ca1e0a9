//! Any bytes as a dictionary, and its words as a text.
#![no_main]

use faktum::Lang;
use faktum_fuzz::check_dictionary;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first byte chooses the language.
    let Some((choice, bytes)) = data.split_first() else { return };
    let table = String::from_utf8_lossy(bytes);
    check_dictionary(&table, &table, Lang::ALL[usize::from(*choice) % Lang::ALL.len()]);
});
