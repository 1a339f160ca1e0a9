//! Facts from German and English news: who is named, when, how many, who says so, and the facts these make together.
//!
//! ```
//! use faktum::{Document, Extractor};
//!
//! let extractor = Extractor::builder().build()?;
//! let document = Document::new("The agency said it received 37 reports between January and April last year.")
//!     .with_date("2015-04-20".parse().unwrap());
//! let answer = extractor.extract(&document);
//! assert_eq!(answer.facts[0].key, "count:37:report|2014-01/2014-04|receive");
//! # Ok::<(), faktum::Error>(())
//! ```
#![deny(missing_docs)]

/// The README's example is a test as well.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;

mod answer;
mod catalogue;
mod clause;
mod detect;
mod error;
mod extractor;
mod fact;
mod figure;
mod lang;
mod lexicon;
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

pub use answer::*;
pub use catalogue::{rule, rules};
pub use error::Error;
pub use extractor::{Extractor, ExtractorBuilder, Scratch};
pub use lang::Lang;
pub use options::{GlossLang, Stage};
