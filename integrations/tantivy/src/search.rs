//! Searching: by words, by entity, by number, and by what facts are, which holds of one fact together.

use std::num::NonZeroUsize;
use std::ops::Bound;

use faktum::Date;
use serde::Serialize;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, Query, QueryParser, RangeQuery, TermQuery};
use tantivy::schema::{IndexRecordOption, OwnedValue, Value};
use tantivy::{TantivyDocument, Term};

use crate::fields::{ARTICLE, FACT, about, day};
use crate::{Store, tokens};

/// What is searched; all of it has to hold.
#[derive(Clone, Debug, clap::Args)]
pub struct Search {
    /// Words, all of which have to stand there; "in quotes" one behind the other
    pub words: Vec<String>,

    /// An entity, by its id or name, however the text calls it
    #[arg(long, value_name = "ID")]
    pub entity: Vec<String>,

    /// A number, which the text has in digits or words
    #[arg(long, value_name = "N")]
    pub number: Vec<String>,

    /// Facts of a kind: count, money, percent, measure, …, event
    #[arg(long)]
    pub kind: Option<String>,

    /// Facts of what is counted, else of a unit, else of a predicate, by its concept
    #[arg(long, requires = "kind")]
    pub of: Option<String>,

    /// Facts that may be as much or more
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub min: Option<f64>,

    /// Facts that may be as much or less
    #[arg(long, value_name = "X", allow_negative_numbers = true)]
    pub max: Option<f64>,

    /// Facts of a period that ends on this day or later
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<Date>,

    /// Facts of a period that begins on this day or earlier
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub to: Option<Date>,

    /// Facts by who says so: an entity's id or name, else the text's words
    #[arg(long)]
    pub source: Option<String>,

    /// Facts rather than articles, where nothing else says so
    #[arg(long)]
    pub facts: bool,

    /// The most that is shown
    #[arg(long, value_name = "N", default_value = "20")]
    pub limit: NonZeroUsize,
}

/// An article or a fact.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// The article's id.
    pub id: String,
    /// How well its words fit.
    pub score: f32,
    /// The article's day as a number: 20140420.
    pub date: Option<i64>,
    /// The fact's parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fact: Option<serde_json::Value>,
    /// The article, or the fact's sentence.
    pub text: String,
}

impl Store {
    /// What is found, the best first.
    pub fn search(&self, search: &Search) -> anyhow::Result<Vec<Found>> {
        let searcher = self.index.reader()?.searcher();
        let best = TopDocs::with_limit(search.limit.get()).order_by_score();
        let found = searcher.search(&self.query(search)?, &best)?;
        found.into_iter().map(|(score, address)| self.found(score, &searcher.doc(address)?)).collect()
    }

    fn found(&self, score: f32, document: &TantivyDocument) -> anyhow::Result<Found> {
        let text = |field| document.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_string();
        let fact = document.get_first(self.fields.fact).map(|fact| serde_json::to_value(OwnedValue::from(fact)));
        Ok(Found {
            id: text(self.fields.id),
            score,
            date: document.get_first(self.fields.date).and_then(|value| value.as_i64()),
            fact: fact.transpose()?,
            text: text(self.fields.text),
        })
    }

    fn query(&self, search: &Search) -> anyhow::Result<BooleanQuery> {
        let fields = &self.fields;
        let layer = if search.is_of_facts() { FACT } else { ARTICLE };
        let mut all = vec![has(Term::from_field_text(fields.layer, layer))];
        if !search.words.is_empty() {
            let mut parser = QueryParser::for_index(&self.index, vec![fields.words]);
            parser.set_conjunction_by_default();
            all.push(parser.parse_query(&search.words.join(" "))?);
        }
        let entities = search.entity.iter().map(|name| tokens::entity(name));
        let numbers = search.number.iter().map(|number| tokens::number(number));
        all.extend(entities.chain(numbers).map(|token| has(Term::from_field_text(fields.words, &token))));
        if let Some(kind) = &search.kind {
            all.push(has(Term::from_facet(fields.about, &about(kind, search.of.as_deref()))));
        }
        if let Some(min) = search.min {
            all.push(at_least(Term::from_field_f64(fields.high, min)));
        }
        if let Some(max) = search.max {
            all.push(at_most(Term::from_field_f64(fields.low, max)));
        }
        if let Some(from) = search.from {
            all.push(at_least(Term::from_field_i64(fields.last, day(from))));
        }
        if let Some(to) = search.to {
            all.push(at_most(Term::from_field_i64(fields.begin, day(to))));
        }
        if let Some(source) = &search.source {
            let said = |path| {
                let mut term = Term::from_field_json_path(fields.fact, path, false);
                term.append_type_and_str(source);
                has(term)
            };
            let paths = ["source.id", "source.name", "source.text"];
            all.push(Box::new(BooleanQuery::union(paths.map(said).into())));
        }
        Ok(BooleanQuery::intersection(all))
    }
}

impl Search {
    fn is_of_facts(&self) -> bool {
        let is_ranged = self.min.is_some() || self.max.is_some() || self.from.is_some() || self.to.is_some();
        self.facts || self.kind.is_some() || self.source.is_some() || is_ranged
    }
}

fn has(term: Term) -> Box<dyn Query> {
    Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
}

fn at_least(term: Term) -> Box<dyn Query> {
    Box::new(RangeQuery::new(Bound::Included(term), Bound::Unbounded))
}

fn at_most(term: Term) -> Box<dyn Query> {
    Box::new(RangeQuery::new(Bound::Unbounded, Bound::Included(term)))
}
