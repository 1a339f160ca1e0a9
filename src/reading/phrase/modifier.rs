//! What stands before a noun and tells of it: adjectives, participles with what belongs to them, measures.

use super::noun::joins_attributes;
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::number::year;
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// What can open a noun phrase before its adjectives.
pub(super) const DETERMINERS: ClassSet = groups::DETERMINER.with(groups::QUANTITY);

/// Whether a lower-case word may stand between determiner and noun: an adjective, a participle, an adverb before one.
pub(super) fn modifies(s: &Sentence<'_, '_>, token: usize) -> bool {
    let classes = s.classes(token);
    if classes.has_any(groups::CLOSED) {
        return false;
    }
    if classes.has(Class::Adjective) || classes.has(Class::Deictic) || classes.has(Class::PlaceAdjective) {
        return true;
    }
    if classes.has(Class::Verb) {
        return is_attributive(s, token);
    }
    // "ein sehr, | sehr guter Freund"
    if s.is_comma(token + 1) && joins_attributes(s.analysis, token + 1) {
        return true;
    }
    if classes.has(Class::Adverb) {
        // "die sehr hohen Preise": an adverb belongs to the phrase only before an adjective.
        // "die mitunter leerlaufenden Vergleiche": also one that no dictionary knows and that declines before a noun.
        // "ein recht einfach wirkendes Rätsel"
        let declined = |at: usize| (s.profile.adjective_like)(s.word(at)) && s.shape(at + 1) != Shape::Lower;
        // "kurz hintereinander getätigte Messungen"
        let adverb = |at: &usize| {
            let adverb = s.is(*at, Class::Adverb) || s.kind(*at) == TokenKind::Word && s.classes(*at).has_none();
            adverb && s.shape(*at) == Shape::Lower && !is_determiner(s, *at) && !declined(*at)
        };
        let next = token + 1 + (token + 1..token + 3).take_while(adverb).count();
        let unknown = s.classes(next).has_none()
            && s.shape(next) == Shape::Lower
            && (s.profile.adjective_like)(s.word(next))
            && s.kind(next + 1) == TokenKind::Word
            && s.shape(next + 1) != Shape::Lower;
        return if s.profile.capital_nouns {
            s.is(next, Class::Adjective) || is_attributive(s, next) || unknown
        } else {
            modifies_attribute(s.analysis, token) || grades_attribute(s, token)
        };
    }
    true
}

/// "a *very* good coach", "a very, *very* good coach": an adverb between a determiner and an adjective before its noun, where nouns have
/// no capital.
fn grades_attribute(s: &Sentence<'_, '_>, adverb: usize) -> bool {
    const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    const OTHER: ClassSet = groups::VERBAL.with(groups::NOUN).or(&[Class::Adverb]);
    let Some(before) = adverb.checked_sub(1).filter(|before| *before >= s.start) else {
        return false;
    };
    let repeated = || before > s.start + 1 && s.is_comma(before) && s.word(before - 1) == s.word(adverb);
    let leads = before - if repeated() { 2 } else { 0 };
    let adjective = adverb + 1;
    s.is_any(leads, DETERMINER)
        && s.shape(adverb) == Shape::Lower
        && s.is(adjective, Class::Adjective)
        && !s.is_any(adjective, OTHER)
        && s.shape(adjective) == Shape::Lower
        && s.is(adjective + 1, Class::Noun)
        && s.shape(adjective + 1) == Shape::Lower
}

/// "its *badly* damaged plant", "the firm's *newly* opened shop": an adverb between a determiner and an attribute before its noun, where
/// nouns have no capital.
pub(crate) fn modifies_attribute(analysis: &Analysis<'_, '_>, adverb: usize) -> bool {
    const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    const ADVERB: ClassSet = ClassSet::of(&[Class::Adverb, Class::TimeRef]);
    const PARTICIPLE: Form = Form::PARTICIPLE.and(Form::GERUND);
    const GOES_ON: ClassSet = groups::NOUN.with(groups::ATTRIBUTE).or(&[Class::Conversion]);
    let Some(before) = adverb.checked_sub(1) else {
        return false;
    };
    let (participle, next) = (adverb + 1, adverb + 2);
    let lower = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) == Shape::Lower;
    let noun = || {
        analysis.kind(next) == TokenKind::Word
            && (analysis.is_any(next, GOES_ON)
                || analysis.shape(next) != Shape::Lower
                || analysis.is_unknown_word(next))
            && !analysis.is_any(next, groups::CLOSED.with(groups::DETERMINER))
    };
    let adverb_like = analysis.profile(analysis.sentence_of(adverb)).adverb_like;
    let adverbial =
        analysis.is_any(adverb, ADVERB) || analysis.is_unknown_word(adverb) && adverb_like(analysis.word(adverb));
    adverbial
        && lower(adverb)
        && lower(participle)
        && (analysis.is_any(before, DETERMINER) || analysis.is_possessive(before, 0))
        && (analysis.is(participle, Class::Adjective)
            || analysis.senses_of(participle, Class::Verb).any(|sense| sense.form.has_any(PARTICIPLE)))
        && noun()
}

/// Whether a verb's form stands before nouns: "die festgenommenen Männer", not "die Männer nahmen".
pub(super) fn is_attributive(s: &Sentence<'_, '_>, token: usize) -> bool {
    const PARTICIPLES: Form = Form::PARTICIPLE.and(Form::GERUND);
    let attributive = if s.profile.capital_nouns { Form::ATTRIBUTIVE } else { PARTICIPLES };
    s.senses_of(token, Class::Verb).any(|sense| sense.form.has_any(attributive))
}

/// The attribute that is joined to the one right before a token: "bestätigte | und vermutete Fälle", "neue, große Schiffe".
pub(super) fn joined(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let declined = |at: usize| (s.profile.adjective_like)(s.word(at));
    let next = s.coordinator(at, &[Coordinator::And, Coordinator::Or]).or_else(|| s.is_comma(at).then_some(at + 1))?;
    let goes_on = s.shape(next) == Shape::Lower && declined(next) && modifies(s, next) && !is_determiner(s, next);
    (s.profile.capital_nouns && declined(at - 1) && goes_on).then_some(next)
}

/// "die | am Freitag gegen 19 Uhr ausgebrochenen Feuer", "der | für den Umbau nötige Betrag": the declined participle or
/// adjective before a noun that a prepositional phrase behind the determiner belongs to, with no verb and no mark between.
pub(super) fn extended(s: &Sentence<'_, '_>, at: usize, end: usize) -> Option<usize> {
    if !s.profile.capital_nouns {
        return None;
    }
    const STOPS: ClassSet =
        groups::AUXILIARY.or(&[Class::Coordinator, Class::Interrogative, Class::Negation, Class::Subordinator]);
    const FINITE: Form = Form::PAST.and(Form::PRESENT);
    let declined = s.profile.adjective_like;
    for token in at + 1..end.saturating_sub(1) {
        match s.kind(token) {
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Hyphen => continue,
            TokenKind::Word => {}
            _ => return None,
        }
        // "für das am Montag eröffnete Haus": another attribute inside.
        let inner = s.is_any(token, groups::DETERMINER) && s.is(token + 1, Class::Adposition);
        // "als Geiseln genommene"
        let as_noun = s.adposition(token, &[Adposition::As]).is_some_and(|noun| s.is_capital(noun));
        if inner || s.is_any(token, STOPS) && !as_noun {
            return None;
        }
        let before_noun = s.kind(token + 1) == TokenKind::Word && s.shape(token + 1) != Shape::Lower;
        let unknown = s.classes(token).has_none();
        let attribute =
            is_attributive(s, token) || unknown || s.is(token, Class::Adjective) && !s.is_any(token, DETERMINERS);
        // An adjective behind the preposition, a determiner or a number belongs to the noun inside: "in der alten Stadt lebende".
        const BEFORE: ClassSet =
            DETERMINERS.with(groups::NUMBER).or(&[Class::Adjective, Class::Adposition, Class::Deictic]);
        let name = token > 2 && s.is_joint(token - 2);
        // "im Jahr 2003 produzierten"
        let dated = || attribute && year(s.word(token - 1)).is_some();
        let inside = s.is_any(token - 1, BEFORE) || s.kind(token - 1) != TokenKind::Word && !name && !dated();
        if before_noun && attribute && !inside && s.shape(token) == Shape::Lower && declined(s.word(token)) {
            return Some(token);
        }
        // A finite verb: what began was no attribute ("die in Wien lebt").
        let finite = s.senses_of(token, Class::Verb).any(|sense| sense.form.has_any(FINITE));
        if finite && !attribute && s.shape(token) == Shape::Lower {
            return None;
        }
    }
    None
}

/// "eine 320 *Kilometer* lange Schneise": a measure with a declined adjective and its noun behind it.
pub(crate) fn is_measured(s: &Sentence<'_, '_>, measure: usize) -> bool {
    let adjective = measure + 1;
    s.is_any(measure, ClassSet::of(&[Class::MeasureUnit, Class::TimeUnit]))
        && measure > 0
        && is_number(s, measure - 1)
        && s.kind(adjective) == TokenKind::Word
        && s.shape(adjective) == Shape::Lower
        && s.is(adjective, Class::Adjective)
        && !is_determiner(s, adjective)
        && (s.profile.adjective_like)(s.word(adjective))
        && s.kind(adjective + 1) == TokenKind::Word
        && s.shape(adjective + 1) != Shape::Lower
}

/// "200 Meter | *bzw. 3,5 Kilometer* langer Zaun": the token behind the measure that is joined to one before an adjective.
pub(crate) fn joined_measure(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    const UNITS: ClassSet = ClassSet::of(&[Class::MeasureUnit, Class::TimeUnit]);
    let number = s.coordinator(at, &[Coordinator::And, Coordinator::Or])?;
    let before = at > s.start + 1 && s.is_any(at - 1, UNITS) && is_number(s, at - 2);
    (before && is_number(s, number) && is_measured(s, number + 1)).then_some(number + 2)
}

pub(super) fn is_number(s: &Sentence<'_, '_>, token: usize) -> bool {
    matches!(s.kind(token), TokenKind::Number | TokenKind::Ordinal) || s.is_any(token, groups::NUMBER)
}

pub(super) fn is_determiner(s: &Sentence<'_, '_>, token: usize) -> bool {
    s.is_any(token, DETERMINERS)
}

/// "*last* month", "*more* quickly": what begins an adverbial right behind a noun.
pub(super) fn opens_adverbial(s: &Sentence<'_, '_>, at: usize) -> bool {
    const TIMES: ClassSet = groups::TIME.or(&[Class::Deictic]);
    let noun = |at: usize| s.is(at, Class::Noun) && !s.is_any(at, TIMES);
    let time = s.is(at, Class::Deictic) && s.is_any(at + 1, TIMES) && !noun(at + 2);
    let degree = || {
        s.is(at, Class::Comparative)
            && s.is(at, Class::Quantifier)
            && (s.profile.adverb_like)(s.word(at + 1))
            && !s.is_any(at + 1, groups::NOUN.or(&[Class::Adjective]))
    };
    time || degree()
}
