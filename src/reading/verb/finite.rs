//! Which tokens can be finite verbs.

use std::ops::Range;

use super::sign::{FINITE, Finite, NONFINITE, Sign, Signs, governs_clause};
use super::{verb_final, verb_medial};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// Finds the signs of a sentence's tokens within a range. Whether one is a plural noun as well.
pub(super) fn read(s: &Sentence<'_, '_>, range: Range<usize>, signs: &mut Signs) -> bool {
    let analysis = s.analysis;
    let finite = if s.profile.verb_final { verb_final::finite } else { verb_medial::finite };
    // Whether the stretch since the last mark or conjunction has its verb.
    let mut has_verb = false;
    let mut converted = false;
    let kinds = analysis.tokens.get(range.clone()).unwrap_or_default().iter().map(|token| token.kind);
    let known = analysis.lexed.classes_in(range.clone()).zip(kinds);
    for (token, (classes, kind)) in range.clone().zip(known) {
        if classes.has_any(groups::VERBAL) {
            let mut sign = Sign::of(analysis, token, classes);
            // "April last year": a word that points to a time is no verb.
            if !classes.has(Class::Deictic) {
                sign.finite = finite(s, token, has_verb);
                has_verb |= sign.finite == Finite::Yes;
                // "said | he wanted a break": what it governs has a verb of its own.
                has_verb &= s.profile.verb_final || sign.finite == Finite::No || !governs_clause(analysis, token);
            } else if ends_stretch(classes, kind) {
                has_verb = false;
            }
            converted |= sign.is(Sign::CONVERSION);
            signs.set(token, sign);
        } else if ends_stretch(classes, kind) || !s.profile.verb_final && classes.has(Class::Subordinator) {
            has_verb = false;
        } else if classes.has_none() && !has_verb && guess(s, token) {
            signs.decide(token, Finite::Guess);
        }
    }
    converted
}

/// A mark or conjunction, behind which another finite verb may stand.
fn ends_stretch(classes: ClassSet, kind: TokenKind) -> bool {
    classes.has(Class::Coordinator) || matches!(kind, TokenKind::Separator | TokenKind::Dash | TokenKind::Quote)
}

/// A word that no dictionary knows, with a verb's ending, where a verb can stand: at the end of its stretch, or
/// between a noun and what opens the next phrase.
fn guess(s: &Sentence<'_, '_>, token: usize) -> bool {
    const OPENS: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Pronoun,
        Class::Adposition,
        Class::Approx,
        Class::Cardinal,
    ]);
    let analysis = s.analysis;
    if !analysis.is_unknown_word(token) || token == s.start || !(s.profile.finite_like)(analysis.word(token)) {
        return false;
    }
    let next = token + 1;
    let last = next >= s.end
        || matches!(
            analysis.kind(next),
            TokenKind::Separator | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Dash
        );
    let behind_noun = analysis.kind(token - 1) == TokenKind::Word && analysis.shape(token - 1) != Shape::Lower;
    // "Barcelona loaned Messi": where nouns have no capital, a name can follow its verb.
    let named =
        || analysis.kind(next) == TokenKind::Word && analysis.shape(next) != Shape::Lower && !s.profile.capital_nouns;
    // "er sprintete nach Hause"
    let behind_subject =
        behind_noun || analysis.is(token - 1, Class::Pronoun) && !analysis.is(token - 1, Class::Possessive);
    last || behind_subject && (analysis.is_any(next, OPENS) || analysis.kind(next) == TokenKind::Number || named())
}

/// Whether a token can be a verb by its kind and case, and is no word of a closed class that is spelt like one: "einen",
/// "eine", "like".
pub(super) fn can_be_verb(s: &Sentence<'_, '_>, token: usize) -> bool {
    const CLOSED: ClassSet = ClassSet::of(&[Class::Article, Class::Cardinal, Class::Possessive, Class::Quantifier]);
    let analysis = s.analysis;
    analysis.kind(token) == TokenKind::Word
        && (token == s.start || analysis.shape(token) == Shape::Lower)
        && (analysis.is_any(token, groups::AUXILIARY) || !analysis.is_any(token, CLOSED))
}

/// How surely a verb is finite by its forms. Behind the mark of an infinitive an auxiliary is none.
pub(super) fn by_form(analysis: &Analysis<'_, '_>, token: usize, marked: bool) -> Finite {
    let mut best = Finite::No;
    let senses = analysis.senses(token);
    // "das im Mai eröffnete Werk": one of its verbs tells that it can be an attribute; "an der achten Station".
    let declined = |sense: &Sense| match sense.class {
        Class::Verb => sense.form.has(Form::ATTRIBUTIVE),
        class => class == Class::OrdinalWord,
    };
    if senses.iter().any(declined) && stands_before_noun(analysis, token) {
        return Finite::No;
    }
    for sense in senses {
        let verdict = match sense.class {
            Class::Auxiliary | Class::Modal if sense.form.has_any(FINITE) && !marked => Finite::Yes,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) && !sense.form.has_any(FINITE) => Finite::No,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) && !sense.form.has_any(NONFINITE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) => Finite::Perhaps,
            _ => Finite::No,
        };
        best = best.max(verdict);
    }
    // A participle of another verb ("gehört", "verletzt") makes the form ambiguous.
    let participle = |sense: &Sense| {
        sense.class == Class::Verb && sense.form.has_any(NONFINITE) && !sense.form.has(Form::ATTRIBUTIVE)
    };
    if best == Finite::Yes && senses.iter().any(participle) { Finite::Perhaps } else { best }
}

/// Whether a form that could be a past tense is a participle before its noun: "die erklärte Absicht".
fn stands_before_noun(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const BEFORE: ClassSet = groups::OPENS_PHRASE.with(groups::ATTRIBUTE);
    /// "der | nicht weit | entfernte Ort", "dem | derzeit | verletzten Spieler"
    const INSIDE: ClassSet = groups::MODIFIER.or(&[Class::Negation, Class::TimeRef]);
    const INSIDE_MOST: usize = 3;
    let Some(last) = token.checked_sub(1) else {
        return false;
    };
    let inside = |at: &usize| {
        analysis.shape(*at) == Shape::Lower
            && analysis.is_any(*at, INSIDE)
            && !analysis.is_any(*at, groups::OPENS_PHRASE.with(groups::AUXILIARY))
    };
    let skipped = (token.saturating_sub(INSIDE_MOST)..token).rev().take_while(inside).count();
    let before = last.saturating_sub(skipped);
    let attributive =
        |at: usize| analysis.is(at, Class::Adjective) || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE);
    let opened = || {
        (token.saturating_sub(FAR)..token)
            .rev()
            .take_while(|at| goes_before(analysis, *at))
            .any(|at| opens_attribute(analysis, at))
    };
    let score = analysis.kind(token + 1) == TokenKind::Number && analysis.kind(token + 2) == TokenKind::Hyphen;
    let noun = score
        || analysis.kind(token + 1) == TokenKind::Word
            && (analysis.shape(token + 1) != Shape::Lower || attributive(token + 1));
    // "von bestimmten Kunden": no finite verb stands behind a preposition.
    let governed = analysis.is(before, Class::Adposition) && !analysis.is(before, Class::SourceAfter);
    noun && (governed || analysis.is_any(before, BEFORE) && !analysis.is(before, Class::Noun) || opened())
}

/// How far before a participle its determiner may stand.
const FAR: usize = 8;

/// What may stand between a determiner and a participle: no mark and no other finite verb's auxiliary.
fn goes_before(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    matches!(analysis.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Hyphen)
        && !analysis.is_any(at, groups::AUXILIARY)
}

/// "*Anfang* Juli", "*Ende* 2014": a part of a time right before that, as it stands in front of a participle too.
pub(crate) fn begins_date(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    analysis.is(at, Class::Part)
        && analysis.shape(at) != Shape::Lower
        && (analysis.is(next, Class::Month) || analysis.kind(next) == TokenKind::Number)
}

/// "der | von Rebellen entführte", "die | seit Jahren bekannte", "die | Ende Mai entdeckte": a determiner right before a preposition
/// or date has its noun behind a participle.
pub(crate) fn opens_attribute(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OPENS: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive, Class::Cardinal]);
    analysis.is_any(at, OPENS)
        && !analysis.is(at, Class::Noun)
        && (analysis.is(at + 1, Class::Adposition)
            && !analysis.is(at + 1, Class::Approx)
            && analysis.shape(at + 1) == Shape::Lower
            || begins_date(analysis, at + 1))
}
