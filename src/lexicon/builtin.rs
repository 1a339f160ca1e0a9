//! The dictionaries that ship with the library, compiled by the build script.
#![allow(clippy::indexing_slicing, reason = "there is a place for every language")]

use std::sync::{Arc, OnceLock};

use super::Lexicon;
use crate::lang::Lang;

/// The compiled lexicons by their languages' codes.
static COMPILED: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/lexicons.rs"));

/// The checksums of all that is built in for a language, by the languages' codes.
static CHECKSUMS: &[(&str, u64)] = include!(concat!(env!("OUT_DIR"), "/checksums.rs"));

/// The checksum of what is built in for a language: its tables, those for all languages, its model and its vocabulary.
pub(crate) fn checksum(lang: Lang) -> u64 {
    CHECKSUMS.iter().find(|(code, _)| *code == lang.code()).map_or(0, |(_, checksum)| *checksum)
}

/// The built-in lexicon of a language, opened once per process.
#[allow(clippy::expect_used, reason = "the build script wrote the bytes; a test opens all")]
pub(crate) fn builtin(lang: Lang) -> &'static Arc<Lexicon> {
    static OPENED: [OnceLock<Arc<Lexicon>>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    OPENED[lang as usize].get_or_init(|| {
        let compiled = COMPILED.iter().find(|(code, _)| *code == lang.code());
        let lexicon = compiled.and_then(|(_, bytes)| Lexicon::from_static(bytes));
        Arc::new(lexicon.expect("the built-in lexicon is whole"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Class;

    #[test]
    fn every_lexicon_opens() {
        assert_eq!(COMPILED.iter().map(|(code, _)| *code).collect::<Vec<_>>(), Lang::ALL.map(Lang::code));
        let of = |lang, word: &str| builtin(lang).lookup(word).map(|(class, ..)| class).collect::<Vec<_>>();
        assert!(of(Lang::De, "Januar").contains(&Class::Month));
        assert!(of(Lang::En, "January").contains(&Class::Month));
        assert!(!of(Lang::De, "januar").contains(&Class::Month));
    }
}
