//! A line of NDJSON.

use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};

use faktum::metadata::date_or_month;
use faktum::{Date, Document, Lang};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// An article.
#[derive(Deserialize)]
pub struct Input {
    pub id: String,
    pub text: String,
    lang: Option<Lang>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
    /// The line and what reads it, as a number.
    #[serde(skip)]
    pub stamp: String,
}

impl Input {
    /// Reads a line, for an extractor of this fingerprint.
    pub fn parse(line: &[u8], fingerprint: &str) -> serde_json::Result<Input> {
        let mut input: Input = serde_json::from_slice(line)?;
        // Another version of Rust may hash otherwise: then all is read again, and nothing is wrong.
        let mut hasher = DefaultHasher::new();
        (fingerprint, line).hash(&mut hasher);
        input.stamp = format!("{:016x}", hasher.finish());
        Ok(input)
    }

    /// What the extractor reads.
    pub fn document(&self) -> Document<'_> {
        let mut document = Document::new(&self.text);
        document.lang = self.lang;
        document.date = self.date;
        document
    }
}

/// A date as the command reads it, but for one that cannot be read, which is a fault.
fn date<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Date>, D::Error> {
    let given: Option<Cow<'de, str>> = Option::deserialize(input)?;
    match date_or_month(given.as_deref().unwrap_or_default()) {
        (None, Some(fault)) => Err(D::Error::custom(fault)),
        (date, _) => Ok(date),
    }
}
