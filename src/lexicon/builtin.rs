//! The dictionaries that ship with the library, compiled by the build script.

use std::sync::{Arc, LazyLock};

use super::Lexicon;
use crate::lang::Lang;

static GERMAN: LazyLock<Option<Arc<Lexicon>>> =
    LazyLock::new(|| Lexicon::from_static(include_bytes!(concat!(env!("OUT_DIR"), "/de.lexicon"))).map(Arc::new));
static ENGLISH: LazyLock<Option<Arc<Lexicon>>> =
    LazyLock::new(|| Lexicon::from_static(include_bytes!(concat!(env!("OUT_DIR"), "/en.lexicon"))).map(Arc::new));

/// The built-in lexicon of a language, opened once per process.
pub(crate) fn builtin(lang: Lang) -> &'static Arc<Lexicon> {
    let lexicon = match lang {
        Lang::De => &GERMAN,
        Lang::En => &ENGLISH,
    };
    // The build script wrote these bytes; a test opens both.
    lexicon.as_ref().expect("the built-in lexicon is whole")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Class;

    #[test]
    fn both_lexicons_open() {
        let of = |lang, word: &str| builtin(lang).lookup(word).map(|(class, ..)| class).collect::<Vec<_>>();
        assert!(of(Lang::De, "Januar").contains(&Class::Month));
        assert!(of(Lang::En, "January").contains(&Class::Month));
        assert!(!of(Lang::De, "januar").contains(&Class::Month));
    }
}
