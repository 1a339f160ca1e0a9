//! Nouns in the plural that are spelt like verbs, as in English: "the maker of scales and pumps".
//!
//! Between two marks a clause has one finite verb. A word that may be a noun as well gives way to a surer verb, and
//! stands back where a noun must stand.

use std::ops::Range;

use super::sign::{Finite, Sign, Signs, governs_clause, takes_object};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// What begins a clause inside a stretch, so that a second finite verb may follow.
const OPENERS: ClassSet = groups::OPENER.or(&[Class::Coordinator]);

/// How far another verb is looked for.
const FAR: usize = 24;

/// Takes from the words of a sentence that may be nouns what they cannot be as verbs.
pub(super) fn settle(analysis: &Analysis<'_, '_>, signs: &mut Signs, sentence: Range<usize>) {
    let mut stretch = sentence.start..sentence.start;
    for token in sentence.clone() {
        if is_mark(analysis, token) {
            continue;
        }
        let sign = signs[token];
        if !sign.is(Sign::CONVERSION) || token == sentence.start {
            continue;
        }
        if token >= stretch.end {
            let start = (stretch.end..token).rev().find(|at| is_mark(analysis, *at));
            let end = (token..sentence.end).find(|at| is_mark(analysis, *at));
            stretch = start.map_or(stretch.end.max(sentence.start), |at| at + 1)..end.unwrap_or(sentence.end);
        }
        if sign.finite == Finite::No {
            if is_wanted(analysis, signs, token, &stretch) {
                signs.decide(token, Finite::Yes);
            }
            continue;
        }
        let noun = is_object(analysis, signs, token, &stretch, sentence.start)
            || is_coordinated(analysis, signs, token)
            || is_in_list(analysis, signs, token)
            || disagrees(analysis, signs, token, &stretch)
            || follows_verb(analysis, signs, token, &stretch)
            || precedes_verb(analysis, signs, token, &stretch)
            || is_in_apposition(analysis, signs, token, &stretch, &sentence);
        if noun {
            signs.decide(token, Finite::No);
        }
    }
}

/// "The firm *makes* scales": where the stretch has no verb yet, behind a singular subject and before an object.
fn is_wanted(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize, stretch: &Range<usize>) -> bool {
    const OBJECT: ClassSet = groups::ATTRIBUTE.or(&[Class::Conversion, Class::Noun]);
    const NO_OBJECT: ClassSet = groups::LINK.or(&[Class::Subordinator]);
    let (before, next) = (token - 1, token + 1);
    if before < stretch.start || next >= stretch.end {
        return false;
    }
    // "The price of oil rises."
    let last = analysis.kind(next) == TokenKind::Terminal && analysis.is(stretch.start, Class::Article);
    let named = analysis.kind(next) == TokenKind::Word && analysis.shape(next) != Shape::Lower;
    let object = (named || analysis.is_any(next, OBJECT)) && !analysis.is_any(next, NO_OBJECT);
    // "plans | tax cuts"
    let compound = || analysis.is(next, Class::Noun) && signs[next + 1].is(Sign::CONVERSION);
    let verbal = signs[next].is(Sign::NONFINITE) && !compound() || is_sure(signs, next);
    (last || object && !verbal) && is_singular_subject(analysis, before, stretch) && {
        let near = stretch.start.max(token.saturating_sub(FAR))..stretch.end.min(token + FAR);
        // "targets | firms | that dump waste": a clause inside has its own.
        let inside = |at: &usize| *at < token || !analysis.is(*at, Class::RelativePronoun);
        !near
            .into_iter()
            .take_while(inside)
            .any(|at| signs[at].finite > Finite::No && (at < token || !signs[at].is(Sign::CONVERSION)))
    }
}

/// A name, or a singular noun behind its determiner, where a stretch begins.
fn is_singular_subject(analysis: &Analysis<'_, '_>, last: usize, stretch: &Range<usize>) -> bool {
    if analysis.kind(last) != TokenKind::Word || last > stretch.start + 6 {
        return false;
    }
    let determined = analysis.is_any(stretch.start, groups::DETERMINER) && last > stretch.start;
    if analysis.shape(last) != Shape::Lower {
        let all = (stretch.start..last).all(|at| analysis.shape(at) != Shape::Lower);
        return determined || all && !analysis.word(last).ends_with('s');
    }
    let singular = analysis.senses(last).iter().any(|sense| {
        matches!(sense.class, Class::Noun | Class::Role | Class::OrganisationHead | Class::MeasureUnit)
            && (sense.form.has(Form::SINGULAR) || !sense.form.has(Form::PLURAL))
    });
    let unknown = analysis.lexed.classes(last).has_none() && !analysis.word(last).ends_with('s');
    determined && (singular || unknown)
}

fn is_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    matches!(
        analysis.kind(token),
        TokenKind::Separator | TokenKind::Dash | TokenKind::Quote | TokenKind::Open | TokenKind::Close
    )
}

/// A finite verb that is nothing else.
fn is_sure(signs: &Signs, token: usize) -> bool {
    signs[token].finite == Finite::Yes && !signs[token].is(Sign::CONVERSION)
}

/// "makes *scales*": right behind a verb stands no other one, but behind "what he says"; "…, prompting *fears*".
fn is_object(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize, stretch: &Range<usize>, first: usize) -> bool {
    let gerund = |at: usize| analysis.has_form(at, Class::Verb, Form::GERUND);
    if token - 1 == stretch.start && stretch.start > first && gerund(token - 1) {
        return true;
    }
    // "…, boosting their Oscars *hopes*"
    let near = stretch.start + 1..token.min(stretch.start + FAR);
    let owned = stretch.start > first
        && gerund(stretch.start)
        && !governs_clause(analysis, stretch.start)
        && analysis.is(stretch.start + 1, Class::Possessive)
        && token < stretch.start + FAR
        && !near.into_iter().any(|at| analysis.is_any(at, OPENERS) || signs[at].finite > Finite::No);
    if owned {
        return true;
    }
    // "triggered *concerns*": nor behind a past tense that may be a participle, where a noun stands before that.
    let past = || {
        token >= 2
            && signs[token - 1].finite == Finite::Perhaps
            && analysis.has_form(token - 1, Class::Verb, Form::PAST)
            && analysis.is_any(token - 2, groups::NOUN)
            && token - 2 >= stretch.start
    };
    (signs[token - 1].finite == Finite::Yes || past())
        && !analysis.is_any(token - 1, groups::AUXILIARY)
        && !governs_clause(analysis, token - 1)
        && !(2..6).any(|back| {
            token
                .checked_sub(back)
                .is_some_and(|at| analysis.is_any(at, ClassSet::of(&[Class::RelativePronoun, Class::Interrogative])))
        })
}

/// "scales and *pumps*": joined to a plural noun, and nothing behind it that a verb would govern.
fn is_coordinated(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize) -> bool {
    if token < 2 || !is_and(analysis, token - 1) {
        return false;
    }
    let noun = token - 2;
    let plural = signs[noun].finite == Finite::No
        && analysis.shape(noun) == Shape::Lower
        && (signs[noun].is(Sign::CONVERSION) || is_plural_noun(analysis, noun));
    let next = token + 1;
    plural
        && !takes_object(analysis, next)
        && (analysis.kind(next) != TokenKind::Word
            || analysis.is_adposition(next, Adposition::Of)
            || analysis.is(next, Class::Coordinator)
            || signs[next].finite == Finite::Yes)
}

/// "his hopes, *fears* and beliefs": between nouns in the plural, with a comma before and "and" behind.
fn is_in_list(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize) -> bool {
    let unknown = |at: usize| {
        analysis.is_unknown_word(at) && (analysis.profile(analysis.sentence_of(at)).plural_like)(analysis.word(at))
    };
    let plural = |at: usize| {
        let noun = || signs[at].is(Sign::CONVERSION) || is_plural_noun(analysis, at) || unknown(at);
        signs[at].finite == Finite::No && analysis.shape(at) == Shape::Lower && noun()
    };
    token >= 2
        && analysis.word(token - 1) == ","
        && plural(token - 2)
        && is_and(analysis, token + 1)
        && plural(token + 2)
        && !takes_object(analysis, token + 3)
}

/// "tyre *tests*" behind a plural: the subject of such a form is singular.
fn disagrees(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize, stretch: &Range<usize>) -> bool {
    let before = token - 1;
    before >= stretch.start
        && analysis.shape(before) == Shape::Lower
        && signs[before].finite == Finite::No
        && is_plural_noun(analysis, before)
        && !(stretch.start..before)
            .rev()
            .take(FAR)
            .any(|at| analysis.is_any(at, groups::OPENER.or(&[Class::Adposition, Class::Pronoun])))
}

/// "He makes parts for garden *pumps*": the clause has its verb, and none that says what somebody else does.
fn follows_verb(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize, stretch: &Range<usize>) -> bool {
    let before = token - 1;
    if before < stretch.start || analysis.shape(before) != Shape::Lower || analysis.is_any(before, SUBJECTS) {
        return false;
    }
    for at in (stretch.start..token).rev().take(FAR) {
        // "was providing links": a verb's form opens nothing.
        if analysis.is_any(at, OPENERS) && !analysis.is(at, Class::Verb) || analysis.is(at, Class::Pronoun) {
            return false;
        }
        if signs[at].finite == Finite::Yes {
            return !governs_clause(analysis, at) || is_bare_object(analysis, at, token);
        }
    }
    false
}

/// "announced | huge cost *cuts*", "plans | tax *cuts*": behind a verb that governs a noun as well, where a singular without an article
/// would be the subject and nothing is left to be its object.
fn is_bare_object(analysis: &Analysis<'_, '_>, verb: usize, token: usize) -> bool {
    const CLAUSE: &[&str] = &["believe", "ensure", "feel", "hope", "insist", "know", "say", "think"];
    /// How many words may stand before it.
    const NEAR: usize = 4;
    const OPENS: ClassSet = groups::DETERMINER.or(&[Class::Pronoun, Class::Quantifier, Class::Cardinal]);
    let phrase = verb + 1..token;
    let plain = |at: usize| {
        analysis.kind(at) == TokenKind::Word
            && analysis.shape(at) == Shape::Lower
            && !analysis.is_any(at, OPENS)
            && analysis.is_any(at, groups::NOUN.or(&[Class::Adjective]))
    };
    let one = |sense: &Sense| sense.form.has(Form::SINGULAR);
    (1..=NEAR).contains(&phrase.len())
        && phrase.clone().all(plain)
        && analysis.senses_of(token - 1, Class::Noun).any(one)
        && !takes_object(analysis, token + 1)
        && !analysis.senses_of(verb, Class::Verb).any(|sense| analysis.means(*sense, CLAUSE))
}

/// What is a subject by itself.
const SUBJECTS: ClassSet = ClassSet::of(&[Class::Pronoun, Class::RelativePronoun, Class::Interrogative]);

/// "that *stockpiles* of oil had risen", "tax *cuts* are": the verb comes behind it.
fn precedes_verb(analysis: &Analysis<'_, '_>, signs: &Signs, token: usize, stretch: &Range<usize>) -> bool {
    let (before, next) = (token - 1, token + 1);
    let named = before >= stretch.start && analysis.shape(before) != Shape::Lower;
    let subject = analysis.is(before, Class::Pronoun) && !analysis.is(before, Class::Subordinator);
    if next >= stretch.end || named || subject || governs_clause(analysis, token) {
        return false;
    }
    if is_sure(signs, next) {
        return true;
    }
    if !analysis.is(next, Class::Adposition)
        || analysis.is(next, Class::Subordinator) && !analysis.is_adposition(next, Adposition::Of)
    {
        return false;
    }
    for at in (next + 1..stretch.end).take(FAR) {
        if analysis.is_any(at, OPENERS) || analysis.is(at, Class::Pronoun) {
            return false;
        }
        if is_sure(signs, at) {
            return true;
        }
    }
    false
}

/// "Tarnbrook plc, the maker of scales, *increased*": between a subject and its verb.
fn is_in_apposition(
    analysis: &Analysis<'_, '_>,
    signs: &Signs,
    token: usize,
    stretch: &Range<usize>,
    sentence: &Range<usize>,
) -> bool {
    const DETERMINERS: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    let comma = |token: usize| analysis.kind(token) == TokenKind::Separator && analysis.word(token) == ",";
    let verb = signs[stretch.end + 1].finite > Finite::Guess && !signs[stretch.end + 1].is(Sign::CONVERSION);
    verb && stretch.start > sentence.start
        && comma(stretch.start - 1)
        && comma(stretch.end)
        && stretch.end + 1 < sentence.end
        && analysis.is_any(stretch.start, DETERMINERS)
        && !(stretch.start..token)
            .rev()
            .take(FAR)
            .any(|at| analysis.is_any(at, OPENERS.with(SUBJECTS)) && !is_and(analysis, at))
}

fn is_plural_noun(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.senses_of(token, Class::Noun).any(|sense| sense.form.is_only_plural())
}

fn is_and(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_coordinator(token, Coordinator::And) || analysis.is_coordinator(token, Coordinator::Or)
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn plural_nouns_that_are_spelt_like_verbs() {
        assert_eq!(shown("en", "The firm makes scales and pumps."), ["The firm | makes | make"]);
        assert_eq!(
            shown("en", "Tarnbrook plc, the maker of laboratory scales, increased its profit."),
            ["Tarnbrook plc | increased | increase"]
        );
        assert_eq!(
            shown("en", "She said that orders from Spain had doubled.")[1],
            "orders from Spain | had doubled | double"
        );
        assert_eq!(shown("en", "His plans for tax cuts are too modest.").len(), 1);
        assert_eq!(shown("en", "The firm makes parts for garden pumps.").len(), 1);
    }

    #[test]
    fn verbs_that_are_spelt_like_plural_nouns() {
        assert_eq!(shown("en", "The price of oil rises."), ["The price of oil | rises | rise"]);
        assert_eq!(
            shown("en", "The company cuts costs and orders 37 pumps."),
            ["The company | cuts | cut", "The company | orders | order"]
        );
        let kent = shown("en", "Kent, the singer who leads the list, will perform.");
        assert!(kent.iter().any(|clause| clause.ends_with("| leads | lead")), "{kent:?}");
        assert_eq!(shown("en", "The mayor hopes he wins.").len(), 2);
    }
}
