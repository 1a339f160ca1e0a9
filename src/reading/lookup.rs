//! What the dictionaries say of a text, word by word, with the rows that say it.
#![allow(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a sense numbers one of the lexicons that it was looked up in; ranges are those of tokens"
)]

use std::cmp::Reverse;

use super::Analysis;
use crate::answer::{Lookup, Origin, Span};
use crate::lexicon::{self, Form, Key, Sense, class};

/// Every sense of a text's words and phrases, in the order of the text, longest first.
pub(crate) fn lookups<'t>(analysis: &Analysis<'_, 't>) -> Vec<Lookup<'t>> {
    let senses = |token| analysis.senses(token).iter().map(move |sense| lookup(analysis, token, *sense));
    let mut lookups: Vec<Lookup<'t>> = (0..analysis.tokens.len()).flat_map(senses).collect();
    analysis.lexicons.patterns.find_rows(analysis.text, |range, sense, origin| {
        lookups.push(Lookup {
            span: Span::new(range.start as u32, range.end as u32),
            text: analysis.text[range].into(),
            class: class_name(analysis, sense),
            lemma: None,
            compound: false,
            origin: Some(origin.clone()),
        });
    });
    for found in analysis.own {
        for row in &found.references {
            let Some(dictionary) = analysis.dictionary(*row) else { continue };
            let (entry, span) = (dictionary.entry(row.entry), found.span);
            let class =
                if entry.id.is_empty() { entry.class.to_string() } else { format!("{}.{}", entry.class, entry.id) };
            lookups.push(Lookup {
                span,
                text: span.of(analysis.text).into(),
                class,
                lemma: Some(entry.name.to_string()),
                compound: false,
                origin: Some(Origin::new(entry.file, entry.line)),
            });
        }
    }
    lookups.sort_by_key(|lookup| (lookup.span.start, Reverse(lookup.span.end)));
    lookups
}

fn lookup<'t>(analysis: &Analysis<'_, 't>, token: usize, sense: Sense) -> Lookup<'t> {
    let lexicon = &analysis.lexicons.all[usize::from(sense.lexicon)];
    let origin = keys(analysis, token, sense).into_iter().find_map(|key| {
        let row = lexicon.origin(&key, sense.class, sense.value)?;
        Some(Origin::new(lexicon.file(row)?, row.line()))
    });
    let span = analysis.span(token..sense.end(token));
    let lemma = class::written(sense.class, sense.value).is_none().then(|| analysis.entry(sense).lemma);
    Lookup {
        span,
        text: span.of(analysis.text).into(),
        class: class_name(analysis, sense),
        lemma: lemma.filter(|lemma| !lemma.is_empty()).map(str::to_string),
        compound: sense.form.has(Form::COMPOUND),
        origin,
    }
}

/// The class with its value, or with its entry's id.
fn class_name(analysis: &Analysis<'_, '_>, sense: Sense) -> String {
    let entry = || match analysis.entry(sense).id {
        "" => sense.class.name().to_string(),
        id => format!("{}.{id}", sense.class.name()),
    };
    class::written(sense.class, sense.value).unwrap_or_else(entry)
}

/// The keys that may have led to a sense: one, but for the end of a compound.
fn keys(analysis: &Analysis<'_, '_>, token: usize, sense: Sense) -> Vec<Key> {
    if sense.form.has(Form::COMPOUND) {
        return lexicon::tail_keys(analysis.word(token)).collect();
    }
    let mut surface = String::new();
    for at in token..sense.end(token) {
        if at > token && analysis.space_before(at) {
            surface.push(' ');
        }
        surface.push_str(analysis.word(at));
    }
    vec![lexicon::key(&surface)]
}
