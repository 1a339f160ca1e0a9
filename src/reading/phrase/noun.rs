//! Noun phrases and prepositional phrases.

use crate::lexicon::class::{Adposition, Coordinator, NounKind, Pronoun};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense, Vocabulary};
use crate::reading::Analysis;
use crate::reading::number::year;
use crate::reading::verb::takes_object;
use crate::text::{Shape, TokenKind};

/// What can open a noun phrase before its adjectives.
const DETERMINERS: ClassSet = groups::DETERMINER.with(groups::QUANTITY);

const NOMINAL: ClassSet = groups::NOUN.with(groups::NAMED).or(&[
    Class::Conversion,
    Class::Demonym,
    Class::GivenName,
    Class::OrganisationHead,
    Class::Title,
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
    analysis.phrases.end(at, end, || {
        let sentence = analysis.sentence_of(at);
        let start = analysis.sentences.get(sentence).map_or(at, |sentence| sentence.tokens.start as usize);
        if analysis.profile(sentence).capital_nouns {
            read::<CapitalNouns>(analysis, at, end, start)
        } else {
            read::<PlainNouns>(analysis, at, end, start)
        }
    })
}

/// How a language's nouns are told from other words.
trait Nouns {
    /// A word that may stand before a noun may be one where no noun follows.
    const MODIFIER_MAY_BE_HEAD: bool;

    /// Whether the word is a noun of the phrase.
    fn is_noun(word: &Word<'_, '_, '_>) -> bool;

    /// Whether a noun begins the next phrase behind the head.
    fn begins_next(analysis: &Analysis<'_, '_>, head: usize, here: usize) -> bool;

    /// Whether a phrase with this head goes on behind it with a word that is no noun.
    fn goes_on(analysis: &Analysis<'_, '_>, head: usize) -> bool;

    /// Whether an adverb may stand before the word behind it.
    fn adverb_modifies(analysis: &Analysis<'_, '_>, next: usize) -> bool;

    /// Whether a verb's form stands before nouns: "die festgenommenen Männer", not "die Männer nahmen".
    fn is_attributive(form: Form) -> bool;

    /// The participle or adjective to which a prepositional phrase right behind the determiner belongs.
    fn extended(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize>;
}

/// A word inside a phrase.
struct Word<'v, 'a, 't> {
    analysis: &'v Analysis<'a, 't>,
    here: usize,
    classes: ClassSet,
    lower: bool,
    /// Begins its sentence, so that its capital says nothing.
    first: bool,
    /// Stands behind other words of the phrase, which has no head yet.
    headless: bool,
    /// The last one that may belong to the phrase.
    last: bool,
}

/// Nouns with capitals, as in German.
struct CapitalNouns;

impl Nouns for CapitalNouns {
    const MODIFIER_MAY_BE_HEAD: bool = false;

    #[inline]
    fn is_noun(word: &Word<'_, '_, '_>) -> bool {
        !word.lower && (!word.first || !word.classes.has_any(groups::MODIFIER))
    }

    fn begins_next(analysis: &Analysis<'_, '_>, head: usize, here: usize) -> bool {
        begins_next(analysis, head, here)
    }

    /// After its head, a phrase goes on only in names and measures ("Direktorin Emma Hardy").
    fn goes_on(analysis: &Analysis<'_, '_>, head: usize) -> bool {
        is_number(analysis, head) || is_determiner(analysis, head) || is_attribute(analysis, head)
    }

    /// "die sehr hohen Preise": an adverb belongs to the phrase only before an adjective.
    fn adverb_modifies(analysis: &Analysis<'_, '_>, next: usize) -> bool {
        analysis.is(next, Class::Adjective) || analysis.has_form(next, Class::Verb, Form::ATTRIBUTIVE)
    }

    fn is_attributive(form: Form) -> bool {
        form.has(Form::ATTRIBUTIVE)
    }

    fn extended(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
        extended(analysis, at, end)
    }
}

/// Nouns that only the dictionary and their place tell from other words, as in English.
struct PlainNouns;

impl Nouns for PlainNouns {
    const MODIFIER_MAY_BE_HEAD: bool = true;

    #[inline]
    fn is_noun(word: &Word<'_, '_, '_>) -> bool {
        let Word { analysis, here, classes, .. } = *word;
        !word.lower && !word.first
            || classes.has_any(NOMINAL)
            || word.last && word.headless
            // "a fight": behind its determiner a verb's form is a noun.
            // "his obvious love of"
            || classes.has(Class::Verb)
                && !word.headless
                && analysis.is_adposition(here + 1, Adposition::Of)
                && here > 1
                && analysis.is(here - 1, Class::Adjective)
                && analysis.is_any(here - 2, DETERMINERS)
            // "additional support", "the final push": behind an adjective too.
            || classes.has(Class::Verb) && !word.first && is_verbal_noun(analysis, here)
            || word.headless && classes.has(Class::Verb) && is_determiner(analysis, here - 1) && !modifies::<Self>(analysis, here)
    }

    fn begins_next(_: &Analysis<'_, '_>, _: usize, _: usize) -> bool {
        false
    }

    fn goes_on(_: &Analysis<'_, '_>, _: usize) -> bool {
        true
    }

    fn adverb_modifies(_: &Analysis<'_, '_>, _: usize) -> bool {
        false
    }

    fn is_attributive(form: Form) -> bool {
        form.has_any(Form::PARTICIPLE.and(Form::GERUND))
    }

    fn extended(_: &Analysis<'_, '_>, _: usize, _: usize) -> Option<usize> {
        None
    }
}

/// "additional *support*": a base form right behind an adjective that is nothing else, and no object behind it.
fn is_verbal_noun(analysis: &Analysis<'_, '_>, here: usize) -> bool {
    const OTHER: ClassSet = groups::NOUN.with(groups::VERBAL).or(&[Class::Adverb, Class::Pronoun]);
    let Some(before) = here.checked_sub(1) else {
        return false;
    };
    analysis.is(before, Class::Adjective) && !analysis.is_any(before, OTHER) && names_deed(analysis, here)
}

/// "provided *support*", "began *work*": a verb's base form that the language has as a noun too, before no object.
pub(crate) fn names_deed(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::AUXILIARY.with(groups::MODIFIER).with(groups::LINK).or(&[Class::Direction]);
    let lang = analysis.profile(analysis.sentence_of(at)).lang;
    analysis.has_form(at, Class::Verb, Form::INFINITIVE)
        && analysis.shape(at) == Shape::Lower
        && !analysis.is_any(at, OTHER)
        && !takes_object(analysis, at + 1)
        && lang.is_some_and(|lang| Vocabulary::builtin(lang).find(analysis.word(at)) == Some(Known::Noun))
}

/// "die | am Freitag gegen 19 Uhr ausgebrochenen Feuer", "der | für den Umbau nötige Betrag": the declined participle or
/// adjective before a noun that a prepositional phrase behind the determiner belongs to, with no verb and no mark between.
fn extended(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const STOPS: ClassSet =
        groups::AUXILIARY.or(&[Class::Coordinator, Class::Interrogative, Class::Negation, Class::Subordinator]);
    const FINITE: Form = Form::PAST.and(Form::PRESENT);
    let declined = analysis.profile(analysis.sentence_of(at)).adjective_like;
    for token in at + 1..end.saturating_sub(1) {
        match analysis.kind(token) {
            TokenKind::Number | TokenKind::Ordinal | TokenKind::Hyphen => continue,
            TokenKind::Word => {}
            _ => return None,
        }
        if analysis.is_any(token, STOPS) {
            return None;
        }
        let before_noun = analysis.kind(token + 1) == TokenKind::Word && analysis.shape(token + 1) != Shape::Lower;
        let attribute = analysis.has_form(token, Class::Verb, Form::ATTRIBUTIVE)
            || analysis.is(token, Class::Adjective) && !analysis.is_any(token, DETERMINERS)
            || analysis.lexed.classes(token).has_none() && declined(analysis.word(token));
        // An adjective behind the preposition or an article belongs to the noun inside: "in der alten Stadt lebende".
        let inside = analysis.is_any(token - 1, DETERMINERS)
            || analysis.is_any(token - 1, ClassSet::of(&[Class::Adposition, Class::Adjective]));
        if before_noun
            && attribute
            && !inside
            && analysis.shape(token) == Shape::Lower
            && declined(analysis.word(token))
        {
            return Some(token);
        }
        // A finite verb: what began was no attribute ("die in Wien lebt").
        let finite = analysis.senses_of(token, Class::Verb).any(|sense| sense.form.has_any(FINITE));
        if finite && !attribute && analysis.shape(token) == Shape::Lower {
            return None;
        }
    }
    None
}

fn read<N: Nouns>(analysis: &Analysis<'_, '_>, at: usize, end: usize, start: usize) -> Option<usize> {
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
                // "a $|125m fine"
                let symbol = |head: usize| analysis.kind(head - 1) == TokenKind::Symbol;
                let other = |head: usize| !is_number(analysis, head - 1) && !is_determiner(analysis, head - 1);
                if head.is_some_and(|head| other(head) && !symbol(head)) {
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
                // "die US-|geführte Koalition": what it joins to an adjective has its noun behind it.
                if here < end && analysis.shape(here) == Shape::Lower && modifies::<N>(analysis, here) {
                    head = None;
                    opened = true;
                }
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
        let closed = classes.has_any(groups::CLOSED);
        // "UK | think-tank Demos"
        let verb = lower && classes.has(Class::Verb);
        if (closed || verb) && here + 2 < end && !is_inside_compound(analysis, here) && opens_compound(analysis, here) {
            opened = true;
            here += 2;
            continue;
        }
        if classes.has_any(DETERMINERS)
            && (lower || first_word)
            && head.is_none_or(|head| is_number(analysis, head - 1))
        {
            // "before 1997 | most people", "in der Formel 1 | seinen Titel"
            let numbered = here == at + 1 && analysis.kind(at) == TokenKind::Number;
            if numbered && (year(analysis.word(at)).is_some() || classes.has_any(groups::DETERMINER)) {
                break;
            }
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
        if head.is_some() && opened && lower && classes.has_any(groups::DETERMINER) && !classes.has_any(groups::NUMBER)
        {
            break;
        }
        // "Germany's share", "Miller's Imbiss"
        if head == Some(here)
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
        // "Today | I": it has its capital everywhere.
        if here > at && analysis.is_pronoun(here, Pronoun::I) {
            break;
        }
        if closed && (lower || first_word) && !classes.has_any(groups::NUMBER) {
            // "die | in Wien | lebende Familie"
            if opened
                && head.is_none()
                && classes.has(Class::Adposition)
                && (here == at + 1 || here == at + 2 && analysis.is(at + 1, Class::Adverb))
                && let Some(attribute) = N::extended(analysis, here, end)
            {
                here = attribute;
                continue;
            }
            break;
        }
        let (headless, last) = (opened && head.is_none(), here + 1 == end);
        let noun = N::is_noun(&Word { analysis, here, classes, lower, first: first_word, headless, last });
        if noun && head.is_some_and(|head| N::begins_next(analysis, head - 1, here)) {
            break;
        }
        // "die Wiener | städtischen Betriebe"
        if noun
            && head.is_none()
            && classes.has(Class::PlaceAdjective)
            && here + 1 < end
            && analysis.shape(here + 1) == Shape::Lower
            && analysis.profile(analysis.sentence_of(here)).capital_nouns
            && (analysis.profile(analysis.sentence_of(here)).adjective_like)(analysis.word(here + 1))
            && analysis.is(here + 1, Class::Adjective)
        {
            opened = true;
            here += 1;
            continue;
        }
        if noun {
            here += longest(analysis, here).min(end - here).max(1);
            head = Some(here);
            opened = true;
            continue;
        }
        if classes.has_any(groups::NUMBER) {
            here += longest(analysis, here).min(end - here).max(1);
            opened = true;
            head = head.or(Some(here));
            continue;
        }
        if head.is_some_and(|head| !N::goes_on(analysis, head - 1)) {
            break;
        }
        if modifies::<N>(analysis, here) {
            opened = true;
            here += 1;
            if N::MODIFIER_MAY_BE_HEAD {
                head = Some(here);
            }
            continue;
        }
        break;
    }
    head.filter(|head| *head > at)
}

/// "pre-tax profit", "in-house lawyers": a preposition that only begins a word.
pub(crate) fn opens_compound(analysis: &Analysis<'_, '_>, at: usize) -> bool {
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
pub(crate) fn begins_participle(analysis: &Analysis<'_, '_>, here: usize, first: usize) -> bool {
    const NO_NOUN: ClassSet = groups::MODIFIER.or(&[Class::Deictic, Class::Verb]);
    let before = here - 1;
    let noun = analysis.kind(before) == TokenKind::Word
        && !is_determiner(analysis, before)
        && !is_number(analysis, before)
        && (analysis.is(before, Class::Noun) || !analysis.is_any(before, NO_NOUN))
        && (before == first || analysis.shape(before) == Shape::Lower);
    noun && !analysis.is_any(here, ClassSet::of(&[Class::Adjective, Class::Noun]))
        && analysis.has_form(here, Class::Verb, Form::PARTICIPLE)
}

/// "eine 320 *Kilometer* lange Schneise": a measure with a declined adjective and its noun behind it.
fn is_attribute(analysis: &Analysis<'_, '_>, measure: usize) -> bool {
    let adjective = measure + 1;
    analysis.is_any(measure, ClassSet::of(&[Class::MeasureUnit, Class::TimeUnit]))
        && measure > 0
        && is_number(analysis, measure - 1)
        && analysis.kind(adjective) == TokenKind::Word
        && analysis.shape(adjective) == Shape::Lower
        && analysis.is(adjective, Class::Adjective)
        && !is_determiner(analysis, adjective)
        && (analysis.profile(analysis.sentence_of(measure)).adjective_like)(analysis.word(adjective))
        && analysis.kind(adjective + 1) == TokenKind::Word
        && analysis.shape(adjective + 1) != Shape::Lower
}

/// "hatte Argentinien | Zinsforderungen": a common noun behind another one begins the next phrase; behind a measure or
/// group it is what they measure ("sechs Gigawatt Strom", "Dutzende Menschen").
fn begins_next(analysis: &Analysis<'_, '_>, head: usize, here: usize) -> bool {
    const NAMES: ClassSet = groups::PERSON.with(groups::NAMED).with(groups::HEAD).or(&[Class::LegalForm]);
    const MEASURES: ClassSet = groups::UNIT.with(groups::OFFICE).with(groups::HEAD);
    // "Ostermayers | Seite": a name in the genitive has its noun behind it.
    let possessor = || {
        analysis.lexed.classes(head).has_none() && analysis.word(head).len() > 4 && analysis.word(head).ends_with('s')
            || analysis.senses(head).iter().any(|sense| NAMES.has(sense.class) && sense.form.has(Form::GENITIVE))
    };
    // "auf der Runde | Lewis Hamilton": what happens or is measured has no person's name.
    let event = |sense: &Sense| {
        matches!(
            analysis.noun_kind(*sense),
            Some(NounKind::Event | NounKind::Measure | NounKind::Quantity | NounKind::Carrier)
        )
    };
    if analysis.is(here, Class::GivenName)
        && analysis.shape(here + 1) == Shape::Title
        && !analysis.is_any(head, NAMES.with(MEASURES))
        && analysis.senses_of(head, Class::Noun).next().is_some()
        && analysis.senses_of(head, Class::Noun).all(event)
    {
        return true;
    }
    // "Werner | Faymann": a surname that is made like a compound; "die Wiener | Bank", "der Nordischen | Kombinierer".
    let surname = || {
        analysis.is(head, Class::GivenName)
            && analysis.senses_of(here, Class::Noun).all(|sense| sense.form.has(Form::COMPOUND))
            && !is_listed(analysis, here)
    };
    (analysis.is_any(here, groups::NOUN) || is_common(analysis, head, here))
        && !analysis.is_any(head, groups::ATTRIBUTE)
        && !possessor()
        && !surname()
        && !(analysis.is(head, Class::Place) && analysis.is_any(head.wrapping_sub(1), groups::DETERMINER))
        && !analysis.is_any(here, NAMES)
        && analysis.kind(head) == TokenKind::Word
        && !is_number(analysis, head)
        && !is_determiner(analysis, head)
        && !analysis.is_any(head, MEASURES)
        && analysis.kind(here.wrapping_sub(1)) != TokenKind::Hyphen
}

/// "die Behörden | Strände": behind a plural or a country a word of the language that no dictionary tells of is no name.
fn is_common(analysis: &Analysis<'_, '_>, head: usize, here: usize) -> bool {
    let plural = |sense: &Sense| sense.form.is_only_plural();
    analysis.lexed.classes(here).has_none()
        && (analysis.senses_of(head, Class::Noun).any(plural) || analysis.is(head, Class::Country))
        && is_listed(analysis, here)
}

/// Whether a word is one of its language.
fn is_listed(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let lang = analysis.profile(analysis.sentence_of(at)).lang;
    lang.is_some_and(|lang| Vocabulary::builtin(lang).has(analysis.word(at)))
}

fn longest(analysis: &Analysis<'_, '_>, token: usize) -> usize {
    let named =
        |class| matches!(class, Class::Organisation | Class::Country | Class::Place | Class::Person | Class::Approx);
    analysis.senses(token).iter().find(|sense| named(sense.class)).map_or(1, |sense| usize::from(sense.length))
}

fn is_number(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    matches!(analysis.kind(token), TokenKind::Number | TokenKind::Ordinal) || analysis.is_any(token, groups::NUMBER)
}

fn is_determiner(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_any(token, DETERMINERS)
}

/// Whether a lower-case word may stand between determiner and noun: an adjective, a participle, an adverb before one.
fn modifies<N: Nouns>(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let classes = analysis.lexed.classes(token);
    if classes.has_any(groups::CLOSED) {
        return false;
    }
    if classes.has(Class::Adjective) || classes.has(Class::Deictic) || classes.has(Class::PlaceAdjective) {
        return true;
    }
    if classes.has(Class::Verb) {
        return analysis.senses_of(token, Class::Verb).any(|sense| N::is_attributive(sense.form));
    }
    if classes.has(Class::Adverb) {
        return token + 1 < analysis.tokens.len() && N::adverb_modifies(analysis, token + 1);
    }
    true
}

/// The end of the prepositional phrase that begins at `at`: "in der Stadt", "of websites".
pub(crate) fn prepositional_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let preposition = analysis.sense(at, Class::Adposition).filter(|_| !analysis.is(at, Class::Article))?;
    // "zum Beispiel": an adverb that begins with the preposition.
    if analysis.senses_of(at, Class::Adverb).any(|adverb| adverb.length > preposition.length) {
        return None;
    }
    let first = noun_phrase(analysis, at + usize::from(preposition.length), end)?;
    // "between one side | and another"
    let joined = analysis.is_adposition(at, Adposition::Between) && analysis.is_coordinator(first, Coordinator::And);
    let second = if joined { noun_phrase(analysis, first + 1, end) } else { None };
    Some(second.unwrap_or(first))
}
