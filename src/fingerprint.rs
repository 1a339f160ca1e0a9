//! What answers depend on besides their documents, for those who keep them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answer::{OffsetUnit, SCHEMA};
use crate::lang::Lang;
use crate::lexicon::hash::checksum;
use crate::options::{GlossLang, Names, Stage};

/// What an extractor's answers depend on besides their documents. Kept beside answers, it tells a job later which of them to
/// make again: those whose fingerprint has another [`id`](Self::id).
///
/// ```
/// use faktum::{Extractor, Fingerprint, Stage};
/// let fingerprint = Extractor::builder().build()?.fingerprint();
/// assert_eq!(fingerprint.schema, "faktum/1");
///
/// let kept = serde_json::to_string(&fingerprint)?;
/// assert_eq!(serde_json::from_str::<Fingerprint>(&kept)?, fingerprint);
/// assert_ne!(Extractor::builder().stages([Stage::Times]).build()?.fingerprint().id, fingerprint.id);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Fingerprint {
    /// The checksum of all that follows but the names of dictionaries, as 16 hexadecimal digits.
    pub id: String,
    /// The contract of the answers.
    pub schema: String,
    /// The version of the library, which stands for its rules.
    pub version: String,
    /// What is built in for the languages that are read: their dictionaries, models and lists of words.
    pub languages: Vec<Checksum>,
    /// The dictionaries that were added, in order.
    pub dictionaries: Vec<Checksum>,
    /// What was chosen.
    pub options: Options,
}

/// The content of something, as a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Checksum {
    /// The code of a language, or what a dictionary was called when it was added.
    pub name: String,
    /// 16 hexadecimal digits.
    pub checksum: String,
}

impl Checksum {
    pub(crate) fn new(name: impl Into<String>, checksum: u64) -> Checksum {
        Checksum { name: name.into(), checksum: digits(checksum) }
    }
}

/// What was chosen with an [`ExtractorBuilder`](crate::ExtractorBuilder).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Options {
    /// Languages are told from the text: the feature `detect`.
    pub detect: bool,
    /// The language of texts that do not tell theirs.
    pub fallback_lang: Option<Lang>,
    /// The stages that run.
    pub stages: Vec<Stage>,
    /// The unit of spans.
    pub offsets: OffsetUnit,
    /// The language of glosses.
    pub gloss: GlossLang,
    /// How names are found.
    pub names: Names,
    /// The texts of sentences are listed.
    pub sentence_texts: bool,
    /// Tokens are listed.
    pub tokens: bool,
    /// Triples are listed.
    pub triples: bool,
    /// Names inside compounds are found.
    pub parts: bool,
    /// Other spellings of one's own names are found.
    pub tolerant: bool,
}

impl Fingerprint {
    pub(crate) fn new(languages: &[(Lang, u64)], dictionaries: Vec<Checksum>, options: Options) -> Fingerprint {
        let mut fingerprint = Fingerprint {
            id: String::new(),
            schema: SCHEMA.to_string(),
            version: env!("CARGO_PKG_VERSION").to_string(),
            languages: languages.iter().map(|(lang, checksum)| Checksum::new(lang.code(), *checksum)).collect(),
            dictionaries: dictionaries.iter().map(|own| Checksum { name: String::new(), ..own.clone() }).collect(),
            options,
        };
        // Strings, numbers and lists of them can always be written.
        let all = serde_json::to_vec(&fingerprint).unwrap_or_default();
        fingerprint.id = digits(checksum(0, &all));
        fingerprint.dictionaries = dictionaries;
        fingerprint
    }
}

/// Its id.
impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.id)
    }
}

fn digits(checksum: u64) -> String {
    format!("{checksum:016x}")
}
