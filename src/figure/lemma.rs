//! The base form and concept of a counted noun.

use std::borrow::Cow;

use crate::answer::{self, Counted};
use crate::lexicon::Form;
use crate::reading::Sentence;
use crate::reading::phrase::Phrase;

/// A noun phrase as the answer gives it.
pub(super) fn counted<'t>(s: &Sentence<'_, 't>, phrase: &Phrase) -> Option<Counted<'t>> {
    let answer::Phrase { span, text } = s.analysis.phrase(s.span(phrase.tokens.clone()))?;
    let word = s.word(phrase.head);
    let Some(sense) = phrase.sense else {
        let lemma = (s.profile.noun_lemma)(word).map_or(Cow::Borrowed(word), Cow::Owned);
        return Some(Counted { span, text, lemma, concept: None });
    };
    let lemma = if sense.form.has(Form::COMPOUND) {
        let entry = s.analysis.entry(sense);
        compound(s, word, entry.lemma, entry.extra)
    } else {
        s.analysis.lemma(sense)
    };
    Some(Counted { span, text, lemma, concept: s.analysis.id(sense) })
}

/// A compound's base form: its front with the base form of its known end ("Neuinfektionen" → "Neuinfektion").
fn compound<'t>(s: &Sentence<'_, 't>, word: &'t str, lemma: &str, plural: &str) -> Cow<'t, str> {
    let folded = word.to_lowercase();
    let stem = |form: &str| {
        let form = form.to_lowercase();
        // Case endings: the dative plural's -n, the genitive's -s and -es.
        ["", "n", "s", "es"]
            .iter()
            .find_map(|ending| folded.strip_suffix(ending)?.strip_suffix(form.as_str()).map(str::len))
    };
    match stem(lemma).or_else(|| stem(plural)).and_then(|front| word.get(..front)) {
        Some(front) => Cow::Owned(format!("{front}{}", lemma.to_lowercase())),
        None => (s.profile.noun_lemma)(word).map_or(Cow::Borrowed(word), Cow::Owned),
    }
}
