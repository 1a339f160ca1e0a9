//! What the benchmarks read: the example articles, and news.
#![allow(dead_code)]

pub mod names;
pub mod news;

use faktum::{Document, Lang};

const GERMAN: &[&str] =
    &[include_str!("../../examples/watchdog-report-de.txt"), include_str!("../../examples/police-report-de.txt")];
const ENGLISH: &[&str] =
    &[include_str!("../../examples/watchdog-report-en.txt"), include_str!("../../examples/business-figures-en.txt")];

/// The day that documents without one are of.
const DATE: faktum::Date = faktum::Date::constant(2023, 4, 18);

/// The articles of a language.
pub fn articles(lang: Lang) -> &'static [&'static str] {
    let all = [(Lang::De, GERMAN), (Lang::En, ENGLISH)];
    all.iter().find(|(known, _)| *known == lang).map_or(&[], |(_, articles)| articles)
}

/// The articles of a language, each a document, over and over to about `bytes` bytes.
pub fn documents(lang: Lang, bytes: usize) -> Vec<Document<'static>> {
    let mut size = 0;
    articles(lang)
        .iter()
        .cycle()
        .take_while(|article| {
            size += article.len();
            size <= bytes
        })
        .map(|article| Document::new(article).with_lang(lang).with_date(DATE))
        .collect()
}

/// How many bytes of text the documents hold.
pub fn size(documents: &[Document<'_>]) -> u64 {
    documents.iter().map(|document| document.text.len() as u64).sum()
}
