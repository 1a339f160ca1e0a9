//! What the tests of the library share: the example articles, and what must hold of every answer.
#![allow(dead_code)]

pub mod cases;
pub mod check;

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

pub use check::check;
use faktum::{Answer, Document, Extractor};

/// An extractor that answers with every layer.
pub static EXTRACTOR: LazyLock<Extractor> =
    LazyLock::new(|| Extractor::builder().tokens(true).triples(true).parts(true).build().unwrap());

/// The example articles, in the order of their names.
pub static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(!paths.is_empty());
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
});

/// A document with a date, in a language that is told from its text.
pub fn document(text: &str) -> Document<'_> {
    Document::new(text).with_date("2015-04-20".parse().unwrap())
}

pub fn json(answer: &Answer<'_>) -> String {
    serde_json::to_string(answer).unwrap()
}

/// Extracts a text and checks the answer.
pub fn checked(text: &str) -> Answer<'_> {
    let answer = EXTRACTOR.extract(&document(text));
    check(&answer, text);
    answer
}
