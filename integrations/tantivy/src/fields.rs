//! The fields of the index.

use tantivy::schema::{
    FAST, Facet, FacetOptions, Field, INDEXED, IndexRecordOption, JsonObjectOptions, STORED, STRING, Schema,
    TextFieldIndexing, TextOptions,
};

use crate::tokens;

/// The fields of a document, which is an article or one of its facts.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The article's id, by which it and its facts are replaced.
    pub id: Field,
    /// Articles: the line and the fingerprint of what read it, as one number. Where it stands, the article is up to date.
    pub stamp: Field,
    /// [`ARTICLE`] or [`FACT`].
    pub layer: Field,
    /// The article's day as a number: 20140420, like all days.
    pub date: Field,
    /// The tokens of `text`.
    pub words: Field,
    /// The article, or the fact's sentence, as it is shown.
    pub text: Field,
    /// Facts: their parts.
    pub fact: Field,
    /// Facts: `/count/report`, `/money/EUR`, `/event/die`.
    pub about: Field,
    /// Facts: the least number that may be meant.
    pub low: Field,
    /// Facts: the highest number that may be meant.
    pub high: Field,
    /// Facts: the first day of their period.
    pub begin: Field,
    /// Facts: the last day of their period.
    pub last: Field,
}

/// The layer of articles.
pub const ARTICLE: &str = "article";
/// The layer of facts.
pub const FACT: &str = "fact";

impl Fields {
    /// The index's schema with its fields.
    pub fn new() -> (Schema, Fields) {
        let mut schema = Schema::builder();
        let words = TextFieldIndexing::default()
            .set_tokenizer(tokens::NAME)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        let raw = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::Basic);
        let fields = Fields {
            id: schema.add_text_field("id", STRING | STORED),
            stamp: schema.add_text_field("stamp", STRING),
            layer: schema.add_text_field("layer", STRING),
            date: schema.add_i64_field("date", INDEXED | FAST | STORED),
            words: schema.add_text_field("words", TextOptions::default().set_indexing_options(words)),
            text: schema.add_text_field("text", STORED),
            fact: schema.add_json_field("fact", JsonObjectOptions::default().set_stored().set_indexing_options(raw)),
            about: schema.add_facet_field("about", FacetOptions::default()),
            low: schema.add_f64_field("low", INDEXED | FAST),
            high: schema.add_f64_field("high", INDEXED | FAST),
            begin: schema.add_i64_field("begin", INDEXED | FAST),
            last: schema.add_i64_field("last", INDEXED | FAST),
        };
        (schema.build(), fields)
    }
}

/// A day as a number: 20140420.
pub(crate) fn day(date: faktum::Date) -> i64 {
    (i64::from(date.year()) * 100 + i64::from(date.month())) * 100 + i64::from(date.day())
}

/// The facet of a kind and perhaps of what is counted.
pub(crate) fn about(kind: &str, of: Option<&str>) -> Facet {
    Facet::from_path([kind].into_iter().chain(of))
}
