//! What the rules' unit tests share.

use crate::testing::with_analysis;

/// Each clause as "subject | verb words | lemma".
pub(crate) fn shown(lang: &str, text: &str) -> Vec<String> {
    with_analysis(lang, text, |analysis| {
        crate::clause::clauses(analysis, &mut crate::clause::Scratch::default())
            .iter()
            .map(|clause| {
                let subject = clause.subject.clone().map_or("-", |tokens| analysis.span(tokens).of(analysis.text));
                let (words, lemma) = clause.verb.as_ref().map_or((String::from("-"), "-"), |verb| {
                    let words: Vec<&str> = verb.tokens.iter().map(|token| analysis.word(*token)).collect();
                    (words.join(" "), verb.sense.map_or("-", |sense| analysis.entry(sense).lemma))
                });
                format!("{subject} | {words} | {lemma}")
            })
            .collect()
    })
}
