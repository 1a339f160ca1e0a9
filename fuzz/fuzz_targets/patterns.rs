//! Any lines as patterns of a dictionary, and any text behind them.
#![no_main]

use faktum::Lang;
use faktum_fuzz::check_dictionary;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    // The first byte chooses the language and the kind of patterns; a blank line ends them.
    let Some((choice, bytes)) = data.split_first() else { return };
    let content = String::from_utf8_lossy(bytes);
    let (patterns, text) = content.split_once("\n\n").unwrap_or((&content, &content));
    let mut table = format!("class\t{}\n", ["pattern", "anywhere"][usize::from(choice % 2)]);
    for (pattern, class) in patterns.lines().zip(["misc.own", "organisation", "person"].iter().cycle()) {
        table += &format!("{class}\t{pattern}\n");
    }
    check_dictionary(&table, text, Lang::ALL[usize::from(choice / 2) % Lang::ALL.len()]);
});
