//! The words of a language, told apart as base forms of nouns and other forms, and names of all languages, told apart by what
//! bears them: far more than the dictionaries say something of, and nothing more of each.
//!
//! They are filters ([`bloom`]), so that a few bits do for a word, and one in forty that is none seems to be one. The files
//! are the filters alone.

use std::borrow::Cow;

use super::bloom;
use super::hash::{Hash, bytes, mix};
use crate::lang::Lang;

/// What a word is to the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// A noun in its base form.
    Noun = 1,
    /// A noun in another form, or another word.
    Form,
    /// Made of two nouns.
    Compound,
}

/// What bears a name of one word. One name can have several bearers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bearer {
    /// A family.
    Family = 1,
    /// A town or village.
    Town,
    /// A brand, or who runs shops, banks or lines.
    Brand,
    /// A person somewhere in the world, as the given or the family name.
    Person,
}

impl Bearer {
    /// All of them.
    pub const ALL: [Bearer; 4] = [Bearer::Family, Bearer::Town, Bearer::Brand, Bearer::Person];
}

/// The fewest letters that either part of a compound has.
const SHORTEST: usize = 4;

/// The embedded files by their languages' codes.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));

/// The embedded file of names.
static NAMES: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/dictionaries/common/names.bloom"));

/// What bears a name that is written in lower case: a bit for each bearer.
pub(crate) fn bearers(name: &str) -> u64 {
    let name = bytes(plain(name).bytes());
    let bears = |bearer: Bearer| bloom::has(NAMES, mix(name, bearer as u64));
    Bearer::ALL.into_iter().enumerate().map(|(at, bearer)| u64::from(bears(bearer)) << at).sum()
}

/// Whether a word in lower case is a family's name.
pub(crate) fn is_family(name: &str) -> bool {
    bloom::has(NAMES, mix(bytes(plain(name).bytes()), Bearer::Family as u64))
}

/// A name in the letters that a census writes.
fn plain(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        return Cow::Borrowed(name);
    }
    let mut plain = String::with_capacity(name.len() + 2);
    let mut buffer = [0; 4];
    for letter in name.chars() {
        let written = match letter {
            'ä' | 'æ' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            'ß' => "ss",
            'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' | 'ă' => "a",
            'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
            'í' | 'ì' | 'î' | 'ï' | 'ı' => "i",
            'ó' | 'ò' | 'ô' | 'õ' | 'ő' => "o",
            'ú' | 'ù' | 'û' | 'ů' | 'ű' => "u",
            'ý' | 'ÿ' => "y",
            'ç' | 'č' | 'ć' => "c",
            'đ' | 'ď' => "d",
            'ğ' => "g",
            'ł' => "l",
            'ñ' | 'ń' | 'ň' => "n",
            'ř' => "r",
            'š' | 'ş' | 'ś' | 'ș' => "s",
            'ť' | 'ț' | 'ţ' => "t",
            'ž' | 'ź' | 'ż' => "z",
            other => other.encode_utf8(&mut buffer),
        };
        plain.push_str(written);
    }
    Cow::Owned(plain)
}

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary {
    filter: &'static [u8],
}

impl Vocabulary {
    /// The built-in one.
    pub(crate) fn builtin(lang: Lang) -> Vocabulary {
        Vocabulary { filter: FILES.iter().find(|(code, _)| *code == lang.code()).map_or(&[], |(_, filter)| filter) }
    }

    /// What a word in lower case is.
    pub(crate) fn find(self, word: &str) -> Option<Known> {
        self.listed(bytes(word.bytes())).or_else(|| self.is_compound(word).then_some(Known::Compound))
    }

    /// Whether a word, whatever its capitals, is one of the language.
    pub(crate) fn has(self, word: &str) -> bool {
        if word.is_ascii() {
            return self.listed(bytes(word.bytes().map(|byte| byte.to_ascii_lowercase()))).is_some();
        }
        let mut buffer = [0; 4];
        let mut hash = Hash::new();
        for letter in word.chars().flat_map(char::to_lowercase) {
            hash = letter.encode_utf8(&mut buffer).bytes().fold(hash, Hash::and);
        }
        self.listed(hash.finish()).is_some()
    }

    /// What the word with a hash is in the list.
    fn listed(self, word: u64) -> Option<Known> {
        [Known::Noun, Known::Form].into_iter().find(|known| bloom::has(self.filter, entry(word, *known)))
    }

    fn is_noun(self, word: &str) -> bool {
        bloom::has(self.filter, entry(bytes(word.bytes()), Known::Noun))
    }

    /// Whether a word is a noun behind another, perhaps with a linking s.
    fn is_compound(self, word: &str) -> bool {
        let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= SHORTEST && *at + SHORTEST <= word.len());
        cuts.into_iter().any(|at| {
            let (front, tail) = word.split_at(at);
            self.is_noun(tail)
                && (self.is_noun(front) || front.strip_suffix('s').is_some_and(|front| self.is_noun(front)))
        })
    }
}

/// What stands in the filter for a word, by its hash, that is something.
fn entry(word: u64, known: Known) -> u64 {
    mix(word, known as u64)
}

/// The file of the words given in lower case, with what they are: a noun or a form.
#[cfg(feature = "training")]
pub fn file<'w>(words: impl ExactSizeIterator<Item = (&'w str, Known)>, bits_for_each: usize) -> Vec<u8> {
    let mut filter = bloom::empty(words.len(), bits_for_each);
    words.for_each(|(word, known)| bloom::add(&mut filter, entry(bytes(word.bytes()), known)));
    filter
}

/// The file of the names given in lower case, with what bears them.
#[cfg(feature = "training")]
pub fn names_file<'w>(names: impl ExactSizeIterator<Item = (&'w str, Bearer)>, bits_for_each: usize) -> Vec<u8> {
    let mut filter = bloom::empty(names.len(), bits_for_each);
    names.for_each(|(name, bearer)| bloom::add(&mut filter, mix(bytes(plain(name).bytes()), bearer as u64)));
    filter
}
