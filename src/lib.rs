//! Facts from German and English news: who is named, when, how many, who says so, and the facts these make together.
//!
//! ```
//! use faktum::{Document, Extractor};
//!
//! let extractor = Extractor::builder().build()?;
//! let document = Document::new("The agency said it received 37 reports between January and April last year.")
//!     .with_date("2015-04-20".parse().unwrap());
//! let answer = extractor.extract(&document);
//! let fact = &answer.facts[0];
//! assert_eq!(fact.gloss, "37 reports, Jan–Apr 2014 (The agency)");
//! assert_eq!(fact.key, "count:37:report|2014-01/2014-04|receive");
//! # Ok::<(), faktum::Error>(())
//! ```
//!
//! An [`Extractor`] is built once, is cheap to clone, and reads any number of [`Document`]s. It reads them in this process,
//! without network or model, and gives the same [`Answer`] for the same text on every machine and any number of threads.
//!
//! # Stages
//!
//! | stage | gives | needs |
//! |---|---|---|
//! | always | [`sentences`](Answer::sentences), [`tokens`](ExtractorBuilder::tokens) where asked for | |
//! | [`Entities`](Stage::Entities) | [`Mention`]s and the [`Entity`]s they name | |
//! | [`Times`](Stage::Times) | [`Time`]s with their TIMEX3 value, [`Period`]s | |
//! | [`Figures`](Stage::Figures) | [`Figure`]s with unit and counted noun | |
//! | [`Statements`](Stage::Statements) | [`Statement`]s with speaker and cue | entities |
//! | [`Facts`](Stage::Facts) | [`Fact`]s with subject, predicate, time, place, source | all |
//!
//! All run unless [`stages`](ExtractorBuilder::stages) says which. Subject, predicate and object of every clause
//! ([`Triple`]) are listed where [`triples`](ExtractorBuilder::triples) asks for them. Relative dates ("yesterday") count from
//! [`Document::date`], else from a date line at the head of the text.
//!
//! Items refer to each other by id, and [`Answer::entity`] and its like look them up:
//!
//! ```
//! # let extractor = faktum::Extractor::builder().build()?;
//! let answer = extractor.extract(&faktum::Document::new("Angela Merkel said on Monday that 37 people had died."));
//! let speaker = answer.statements[0].speaker.as_ref().unwrap();
//! let entity = speaker.entity.and_then(|id| answer.entity(id)).unwrap();
//! assert_eq!(entity.name, "Angela Merkel");
//! # Ok::<(), faktum::Error>(())
//! ```
//!
//! # Offsets
//!
//! Every [`Span`] is half-open and counts bytes, as Rust slices strings; [`offsets`](ExtractorBuilder::offsets) chooses code
//! points (Python) or UTF-16 units (JavaScript, Java) instead. The text is never changed: slicing it with an item's byte
//! span gives the item's `text`.
//!
//! ```
//! # let extractor = faktum::Extractor::builder().build()?;
//! let text = "Im März stieg die Zahl der Fälle auf 37.";
//! let answer = extractor.extract(&faktum::Document::new(text));
//! assert_eq!(answer.times[0].span.of(text), "März");
//! assert_eq!(&text[answer.times[0].span.range()], answer.times[0].text);
//! # Ok::<(), faktum::Error>(())
//! ```
//!
//! # JSON, and keeping answers
//!
//! [`output`] writes answers: as JSON, as a [page](output::html) to look at, in the formats of the field (CoNLL, brat, TimeML,
//! Prodigy, Web Annotation), and with the features `csv` and `table` as rows and tables. [`output::json`] writes an answer as a line of NDJSON, by the contract `faktum/1`, and serde reads it back: an
//! [`Answer`] from JSON owns its texts. One that was extracted borrows them from its document;
//! [`into_owned`](Answer::into_owned) lets it go on alone.
//!
//! # Dictionaries
//!
//! The words of both languages are compiled in. [`dictionary`](ExtractorBuilder::dictionary) and
//! [`dictionary_file`](ExtractorBuilder::dictionary_file) add names, words and patterns of your own, as tables that outrank
//! them:
//!
//! ```
//! let extractor = faktum::Extractor::builder()
//!     .dictionary("own.tsv", "id\tsubtype\tany\ten\tde\norg/nordwerk\tcompany\tNordwerk\t\t\n")
//!     .build()?;
//! let answer = extractor.extract(&faktum::Document::new("The company Nordwerk laid off 37 workers."));
//! assert_eq!(answer.entities[0].reference.as_deref(), Some("org/nordwerk"));
//! # Ok::<(), faktum::Error>(())
//! ```
//!
//! # Rules and explanations
//!
//! Every item names the [`Rule`] that found it, with its documentation and example sentences; [`rules`] lists all.
//! [`Extractor::explain`] also tells which readings were proposed and what they had to give way to.
//!
//! ```
//! let rule = faktum::rule("time.weekday").unwrap();
//! assert!(!rule.fires.is_empty() && rule.languages.hold(faktum::Lang::De));
//! ```
//!
//! # Threads
//!
//! All types are [`Send`] and [`Sync`]. [`extract_batch`](Extractor::extract_batch) reads a slice of documents on rayon's
//! threads; on threads of your own, give each a [`Scratch`] and call [`extract_with`](Extractor::extract_with), or
//! [`extract_batch_with`](Extractor::extract_batch_with) where several small documents are at hand. The examples `batch_ndjson`
//! and `streaming` show the first two.
//!
//! # Errors
//!
//! Only [`build`](ExtractorBuilder::build) can fail, for a dictionary: [`Error`] has its file, line and column. Extraction
//! takes any text, fails for none and does not panic; what could not be read is said in [`Answer::note`].
//!
//! # Features
//!
//! Both are on by default.
//!
//! | feature | adds | without it |
//! |---|---|---|
//! | `detect` | tells the language of each paragraph (whichlang) | a document without [`lang`](Document::lang) is read where the extractor has [one language](ExtractorBuilder::languages) only |
//! | `parallel` | [`extract_batch`](Extractor::extract_batch) (rayon) | |
//!
//! # What may change
//!
//! Structs and enums of the answer may get fields and variants in a minor version: they are `#[non_exhaustive]`, and JSON
//! readers should pass over fields they do not know. What the rules find, and their names, change with every version.
#![deny(missing_docs)]
// No text makes this library panic. A file that indexes says at its top why its places exist.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::todo,
        clippy::unimplemented,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::allow_attributes_without_reason
    )
)]

/// The README's example is a test as well.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod answer;
mod catalogue;
mod clause;
mod detect;
pub mod dictionary;
mod error;
mod extractor;
mod fact;
mod figure;
mod fingerprint;
mod lang;
mod lexicon;
pub mod metadata;
mod name;
mod options;
pub mod output;
mod reading;
mod rule;
mod speech;
#[cfg(test)]
mod testing;
mod text;
mod time;
#[cfg(feature = "training")]
#[doc(hidden)]
pub mod training;

pub use answer::*;
pub use catalogue::{rule, rules};
pub use error::{BadRow, Error};
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use fingerprint::{Checksum, Fingerprint, Options};
pub use lang::Lang;
pub use options::{GlossLang, Names, Stage};
