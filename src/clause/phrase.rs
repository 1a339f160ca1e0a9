//! Noun phrases and prepositional phrases.

use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// What can open a noun phrase before its adjectives.
const DETERMINERS: ClassSet = ClassSet::of(&[
    Class::Article,
    Class::Demonstrative,
    Class::Possessive,
    Class::Quantifier,
    Class::Indefinite,
    Class::Each,
]);

/// What begins another phrase behind a noun.
const NEXT: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive, Class::Demonstrative]);

/// Lower-case words that are never part of a noun phrase.
pub(super) const CLOSED: ClassSet = ClassSet::of(&[
    Class::Adposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::RelativePronoun,
    Class::Interrogative,
    Class::Auxiliary,
    Class::Modal,
    Class::Negation,
    Class::Pronoun,
]);

const NOMINAL: ClassSet = ClassSet::of(&[
    Class::Noun,
    Class::Organisation,
    Class::Country,
    Class::Place,
    Class::GivenName,
    Class::Person,
    Class::Role,
    Class::Title,
    Class::OrganisationHead,
    Class::Medium,
    Class::Demonym,
    Class::Misc,
    Class::Conversion,
]);

const NUMBERS: ClassSet = ClassSet::of(&[
    Class::Cardinal,
    Class::OrdinalWord,
    Class::Scale,
    Class::Approx,
    Class::Fraction,
    Class::Multiple,
    Class::GroupOf,
    Class::OpenAmount,
]);

/// How many tokens a noun phrase may have: enough for "die vom Bundesgesundheitsministerium …", and a bound.
const LONGEST: usize = 16;

/// The end of the noun phrase that begins at `at`, within `end`: determiners, numbers, modifiers, and a head noun or
/// name; a pronoun stands alone. "die rund 37 neuen Berichte", "the agency's annual report", "er".
pub(crate) fn noun_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let end = end.min(at + LONGEST).min(analysis.tokens.len());
    if at >= end {
        return None;
    }
    let sentence = analysis.sentence_of(at);
    let capital_nouns = analysis.profile(sentence).capital_nouns;
    let start = analysis.sentences.get(sentence).map_or(at, |sentence| sentence.tokens.start as usize);
    let mut here = at;
    let (mut head, mut opened) = (None, false);
    while here < end {
        let classes = analysis.lexed.classes(here);
        let kind = analysis.kind(here);
        let lower = analysis.shape(here) == Shape::Lower;
        let first_word = here == start || here > 0 && analysis.kind(here - 1) == TokenKind::Dash;
        match kind {
            TokenKind::Number | TokenKind::Ordinal => {
                // "die Behörde | 37 Berichte": a number behind a noun begins the next phrase.
                if head.is_some_and(|head| !is_number(analysis, head - 1) && !is_determiner(analysis, head - 1)) {
                    break;
                }
                opened = true;
                here += 1;
                // "the 37 said": a number can be the head where no noun follows.
                if head.is_none() {
                    head = Some(here);
                }
                continue;
            }
            TokenKind::Hyphen => {
                // Inside a compound.
                if analysis.space_before(here) || analysis.space_before(here + 1) || head.is_none() && !opened {
                    break;
                }
                here += 1;
                continue;
            }
            TokenKind::Symbol | TokenKind::Tag => {
                opened = true;
                here += 1;
                head = Some(here);
                continue;
            }
            TokenKind::Word => {}
            _ => break,
        }
        let closed = classes.has_any(CLOSED);
        if closed && here + 2 < end && !is_inside_compound(analysis, here) && opens_compound(analysis, here) {
            opened = true;
            here += 2;
            continue;
        }
        if classes.has_any(DETERMINERS)
            && (lower || first_word)
            && head.is_none_or(|head| is_number(analysis, head - 1))
        {
            // A second determiner begins the next phrase; "alle diese" is rare.
            if opened && classes.has(Class::Article) {
                break;
            }
            opened = true;
            here += 1;
            // "mehrere", "alle", "dieser" can stand alone.
            if head.is_none() && !classes.has(Class::Article) && !classes.has(Class::Possessive) {
                head = Some(here);
            }
            continue;
        }
        // "In Poland | the number"
        if head.is_some() && opened && lower && classes.has_any(NEXT) && !classes.has_any(NUMBERS) {
            break;
        }
        // "Germany's share"
        if !capital_nouns
            && head == Some(here)
            && here > at
            && analysis.is_possessive(here, start)
            && analysis.kind(here + 1) == TokenKind::Word
            && here + 1 < end
        {
            here += 1;
            head = None;
            continue;
        }
        if here == at && classes.has(Class::Pronoun) && (lower || first_word) {
            return Some(at + 1);
        }
        if closed && (lower || first_word) && !classes.has_any(NUMBERS) {
            break;
        }
        let noun = if capital_nouns {
            !lower && !(first_word && classes.has_any(ClassSet::of(&[Class::Adverb, Class::Adjective])))
        } else {
            !lower && !first_word
                || classes.has_any(NOMINAL)
                || here + 1 == end && head.is_none() && opened
                // "a fight": behind its determiner a verb's form is a noun.
                || head.is_none() && here > at && classes.has(Class::Verb) && is_determiner(analysis, here - 1) && !modifies(analysis, here, false)
        };
        if noun && capital_nouns && head.is_some_and(|head| begins_next(analysis, head - 1, here)) {
            break;
        }
        if noun {
            // After its head, a German phrase goes on only in names and measures ("Direktorin Emma Hardy").
            here += longest(analysis, here).min(end - here).max(1);
            head = Some(here);
            opened = true;
            continue;
        }
        if classes.has_any(NUMBERS) {
            here += longest(analysis, here).min(end - here).max(1);
            opened = true;
            head = head.or(Some(here));
            continue;
        }
        if capital_nouns
            && head.is_some_and(|head| !is_number(analysis, head - 1) && !is_determiner(analysis, head - 1))
        {
            break;
        }
        if modifies(analysis, here, capital_nouns) {
            opened = true;
            here += 1;
            if !capital_nouns {
                // An unknown English word may be the head itself.
                head = Some(here);
            }
            continue;
        }
        break;
    }
    head.filter(|head| *head > at)
}

/// "pre-tax profit", "in-house lawyers": a preposition that only begins a word.
pub(super) fn opens_compound(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.kind(at + 1) == TokenKind::Hyphen
        && !analysis.space_before(at + 1)
        && !analysis.space_before(at + 2)
        && analysis.kind(at + 2) == TokenKind::Word
}

/// "larger-than-forecast": right behind a hyphen.
fn is_inside_compound(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    at > 0 && analysis.kind(at - 1) == TokenKind::Hyphen && !analysis.space_before(at)
}

/// "Figures | released last week": a past participle behind a noun, neither an adjective nor behind one.
pub(super) fn begins_participle(analysis: &Analysis<'_, '_>, here: usize, first: usize) -> bool {
    const NO_NOUN: ClassSet = ClassSet::of(&[Class::Adjective, Class::Deictic, Class::Verb, Class::Adverb]);
    let before = here - 1;
    let noun = analysis.kind(before) == TokenKind::Word
        && !is_determiner(analysis, before)
        && !is_number(analysis, before)
        && (analysis.is(before, Class::Noun) || !analysis.is_any(before, NO_NOUN))
        && (before == first || analysis.shape(before) == Shape::Lower);
    noun && !analysis.is_any(here, ClassSet::of(&[Class::Adjective, Class::Noun]))
        && analysis.has_form(here, Class::Verb, Form::PARTICIPLE)
}

/// "hatte Argentinien | Zinsforderungen": a common noun behind another one begins the next phrase; behind a measure or
/// group it is what they measure ("sechs Gigawatt Strom", "Dutzende Menschen").
fn begins_next(analysis: &Analysis<'_, '_>, head: usize, here: usize) -> bool {
    const NAMES: ClassSet = ClassSet::of(&[
        Class::GivenName,
        Class::Surname,
        Class::Organisation,
        Class::Country,
        Class::Place,
        Class::Person,
        Class::OrganisationHead,
        Class::PlaceHead,
        Class::LegalForm,
        Class::Misc,
    ]);
    const MEASURES: ClassSet = ClassSet::of(&[
        Class::MeasureUnit,
        Class::TimeUnit,
        Class::Currency,
        Class::Title,
        Class::Role,
        Class::PlaceHead,
        Class::OrganisationHead,
    ]);
    analysis.is_any(here, ClassSet::of(&[Class::Noun, Class::Medium, Class::Role]))
        && !analysis.is_any(here, NAMES)
        && analysis.kind(head) == TokenKind::Word
        && !is_number(analysis, head)
        && !is_determiner(analysis, head)
        && !analysis.is_any(head, MEASURES)
        && analysis.kind(here.wrapping_sub(1)) != TokenKind::Hyphen
}

fn longest(analysis: &Analysis<'_, '_>, token: usize) -> usize {
    let named =
        |class| matches!(class, Class::Organisation | Class::Country | Class::Place | Class::Person | Class::Approx);
    analysis.senses(token).iter().find(|sense| named(sense.class)).map_or(1, |sense| usize::from(sense.length))
}

fn is_number(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    matches!(analysis.kind(token), TokenKind::Number | TokenKind::Ordinal) || analysis.is_any(token, NUMBERS)
}

fn is_determiner(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_any(token, DETERMINERS)
}

/// Whether a lower-case word may stand between determiner and noun: an adjective, a participle, an adverb before one.
fn modifies(analysis: &Analysis<'_, '_>, token: usize, capital_nouns: bool) -> bool {
    let classes = analysis.lexed.classes(token);
    if classes.has_any(CLOSED) {
        return false;
    }
    if classes.has(Class::Adjective) || classes.has(Class::Deictic) || classes.has(Class::PlaceAdjective) {
        return true;
    }
    if classes.has(Class::Verb) {
        // "die festgenommenen Männer", not "die Männer nahmen".
        let attributive = |form: Form| {
            if capital_nouns {
                form.has(Form::ATTRIBUTIVE)
            } else {
                form.has_any(Form(Form::PARTICIPLE.0 | Form::GERUND.0))
            }
        };
        return analysis.senses_of(token, Class::Verb).any(|sense| attributive(sense.form));
    }
    if classes.has(Class::Adverb) {
        return capital_nouns && token + 1 < analysis.tokens.len() && modifies_next(analysis, token + 1);
    }
    true
}

/// An adverb belongs to the phrase only before an adjective: "die sehr hohen Preise".
fn modifies_next(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is(token, Class::Adjective) || analysis.has_form(token, Class::Verb, Form::ATTRIBUTIVE)
}

/// The end of the prepositional phrase that begins at `at`: "in der Stadt", "of websites".
pub(crate) fn prepositional_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let preposition = analysis.sense(at, Class::Adposition).filter(|_| !analysis.is(at, Class::Article))?;
    noun_phrase(analysis, at + usize::from(preposition.length), end)
}
