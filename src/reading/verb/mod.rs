//! Verb forms: what a word can be as a verb where it stands.

mod conversion;
mod finite;
mod group;
mod sign;
mod verb_final;
mod verb_medial;

use std::ops::Range;

pub(crate) use finite::{begins_date, opens_attribute};
pub(crate) use group::{
    Tense, VerbGroup, Words, is_leading_participle, is_participle, is_prefixed_participle, is_reported, lets,
    needs_no_object,
};
pub(crate) use sign::{
    FINITE, Finite, Sign, Signs, begins_infinitive, begins_object, governs_clause, infinitive_mark, mark_before,
    takes_object,
};
pub(crate) use verb_medial::{between, gives_name, is_governed_gerund, is_last_or_next};

use super::{Analysis, Sentence};

/// Reads the signs of all tokens. Linear in them.
pub(crate) fn read(analysis: &Analysis<'_, '_>, signs: &mut Signs) {
    signs.clear(0..analysis.tokens.len());
    for number in 0..analysis.sentences.len() {
        if let Some(s) = Sentence::new(analysis, number) {
            read_within(&s, s.start..s.end, signs);
        }
    }
}

impl Signs {
    /// The signs of some of a sentence's tokens.
    pub(crate) fn of(s: &Sentence<'_, '_>, tokens: Range<usize>) -> Signs {
        let mut signs = Signs::default();
        signs.clear(tokens.clone());
        read_within(s, tokens, &mut signs);
        signs
    }
}

fn read_within(s: &Sentence<'_, '_>, tokens: Range<usize>, signs: &mut Signs) {
    if finite::read(s, tokens.clone(), signs) {
        conversion::settle(s.analysis, signs, tokens);
    }
}
