//! What made an item of the answer: one construction of the language, declared with its documentation and examples.
#![allow(clippy::indexing_slicing, reason = "a loop over the slice, in a constant")]

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Serialize, Serializer};

use crate::lang::Lang;

/// One construction that faktum reads, as it is declared beside the function that reads it.
///
/// An answer's items refer to the rules that made them; [`rules`](crate::rules) lists all. Two rules are the same where
/// their names are.
///
/// ```
/// use faktum::{Document, Extractor};
/// let extractor = Extractor::builder().build()?;
/// let document = Document::new("Police arrested 37 people on Monday.");
/// let rule = extractor.extract(&document).times[0].rule;
/// assert_eq!(rule.name, "time.weekday");
/// assert!(rule.fires.iter().any(|example| example.text.contains("[Monday](")));
/// # Ok::<(), faktum::Error>(())
/// ```
///
/// In JSON a rule is its name. An answer that another version wrote may name one that this version does not have: it is
/// read as a rule of that name without pattern and examples, which [`rule`](crate::rule) does not find. Such names are
/// kept as long as the process runs; reading fails after some thousands of them, and for what cannot be a name.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Rule {
    /// What it reads, a dot, and the construction: `time.weekday`.
    pub name: &'static str,
    /// What it reads and what it leaves to others.
    pub doc: &'static str,
    /// The construction in words, `[…]` for what may be missing and `|` between alternatives.
    pub pattern: &'static str,
    /// The classes that it may begin at, by their names in dictionaries, and forms of digits; none where it goes on from
    /// what another rule has found.
    pub begins: &'static [&'static str],
    /// The languages it holds for.
    pub languages: Languages,
    /// Decides between readings of the same length: the higher one stays.
    pub precedence: u8,
    /// Sentences in which it fires.
    pub fires: &'static [Example],
    /// Sentences that look like it and in which it does not fire.
    pub silent: &'static [Example],
}

impl Rule {
    /// A rule of which only the name is known.
    pub(crate) const fn foreign(name: &'static str) -> Rule {
        Rule {
            name,
            doc: "A rule of another version.",
            pattern: "",
            begins: &[],
            languages: Languages::Any,
            precedence: 0,
            fires: &[],
            silent: &[],
        }
    }
}

/// A sentence that shows a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Example {
    /// The sentence's language.
    pub lang: Lang,
    /// The sentence. What the rule finds in it is marked as `[Monday](DATE 2015-06-08)`: its words, then its type and
    /// value.
    pub text: &'static str,
}

impl Example {
    pub(crate) const fn new(lang: Lang, text: &'static str) -> Example {
        Example { lang, text }
    }
}

/// The languages that a rule holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Languages {
    /// All, also those that have yet to be added.
    Any,
    /// These.
    Only(&'static [Lang]),
}

impl Languages {
    /// Whether what is read is in one of them; a language without a name is in none that are listed.
    pub(crate) const fn hold_in(self, lang: Option<Lang>) -> bool {
        match lang {
            Some(lang) => self.hold(lang),
            None => matches!(self, Languages::Any),
        }
    }

    /// Whether a language is one of them.
    pub const fn hold(self, lang: Lang) -> bool {
        match self {
            Languages::Any => true,
            Languages::Only(langs) => {
                let mut at = 0;
                while at < langs.len() {
                    if langs[at] as usize == lang as usize {
                        return true;
                    }
                    at += 1;
                }
                false
            }
        }
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Rule) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.name.hash(state);
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Its name.
impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}
