//! Where noun phrases end.

use std::ops::Range;

use super::case::may_lead_many;
use super::deverbal::{begins_gerund, names_deed};
use super::modifier::{
    DETERMINERS, extended, is_attributive, is_determiner, is_measured, is_number, joined, joined_measure, modifies,
    opens_adverbial,
};
use super::preposition::is_preposition;
use crate::lexicon::class::{Adposition, Coordinator, NounKind, Pronoun};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense};
use crate::reading::number::year;
use crate::reading::verb::{FINITE, begins_date, begins_infinitive};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

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
        let s = Sentence::new(analysis, analysis.sentence_of(at))?;
        read(&s, at, end)
    })
}

/// The longest noun phrase that ends where a few tokens do, and begins at one that may begin it.
pub(crate) fn phrase_ending(
    analysis: &Analysis<'_, '_>,
    tokens: Range<usize>,
    begins: impl Fn(usize) -> bool,
) -> Option<Range<usize>> {
    const FAR: usize = 8;
    let Range { start, end } = tokens;
    (start.max(end.saturating_sub(FAR))..end)
        .find(|at| begins(*at) && noun_phrase(analysis, *at, end) == Some(end))
        .map(|at| at..end)
}

/// A word inside a phrase.
struct Word<'v, 'a, 't> {
    s: &'v Sentence<'a, 't>,
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

/// Whether a word is a noun of its phrase: where nouns have capitals by that, else by the dictionary and its place.
#[inline]
fn is_noun(word: &Word<'_, '_, '_>) -> bool {
    let Word { s, here, classes, .. } = *word;
    if s.profile.capital_nouns {
        return !word.lower && (!word.first || !classes.has_any(groups::MODIFIER) && !is_unknown_adjective(s, here));
    }
    !word.lower && !word.first
        || classes.has_any(NOMINAL)
        || word.last && word.headless
        // "a fight": behind its determiner a verb's form is a noun.
        // "his obvious love of"
        || classes.has(Class::Verb)
            && !word.headless
            && s.analysis.is_adposition(here + 1, Adposition::Of)
            && here > 1
            && s.is(here - 1, Class::Adjective)
            && s.is_any(here - 2, DETERMINERS)
        || classes.has(Class::Verb) && !word.first && is_compound(s, here)
        // "additional support", "the final push": behind an adjective too.
        || classes.has(Class::Verb) && !word.first && (is_verbal_noun(s, here) || is_only_noun(s, here))
        // "a fight", "Hardy's work"
        || word.headless
            && classes.has(Class::Verb)
            && (is_determiner(s, here - 1) || s.analysis.is_possessive(here - 1, s.start))
            && !modifies(s, here)
}

/// "*Prekäre* Arbeit": a word with its sentence's capital that is listed as no noun and declines before a common one.
fn is_unknown_adjective(s: &Sentence<'_, '_>, here: usize) -> bool {
    s.classes(here).has_none()
        && s.analysis.known(here) == Some(Known::Form)
        && (s.profile.adjective_like)(s.word(here))
        && s.is_capital(here + 1)
        && s.is(here + 1, Class::Noun)
}

/// Whether a phrase goes on behind its head with a word that is no noun: where nouns have capitals only in names and measures
/// ("Direktorin Emma Hardy").
fn goes_on(s: &Sentence<'_, '_>, head: usize) -> bool {
    !s.profile.capital_nouns || is_number(s, head) || is_determiner(s, head) || is_measured(s, head)
}

/// "*einer* | der Männer", but "eine der Partei nahestehende Zeitung": an article before a genitive that its noun does not follow.
fn stands_alone(s: &Sentence<'_, '_>, article: usize) -> bool {
    let genitive = article + 1;
    let noun = (genitive + 1..genitive + 4).find(|at| s.is_capital(*at));
    let behind = noun.map_or(genitive, |noun| noun + 1);
    let finite = || s.senses_of(behind, Class::Verb).any(|sense| sense.form.has_any(FINITE));
    s.is(article, Class::IndefiniteArticle)
        && s.form(genitive, Class::Article).has(Form::POSSESSOR)
        && s.profile.genitive_case
        && noun.is_some()
        && !(s.shape(behind) == Shape::Lower && is_attributive(s, behind) && !finite())
}

/// "additional *support*": a base form right behind an adjective that is nothing else, and no object behind it.
fn is_verbal_noun(s: &Sentence<'_, '_>, here: usize) -> bool {
    const OTHER: ClassSet = groups::NOUN.with(groups::AUXILIARY).or(&[Class::Adverb, Class::Pronoun]);
    let Some(before) = here.checked_sub(1) else {
        return false;
    };
    // "a free *kick*": behind its determiner the adjective is no verb.
    let verb = |at: usize| {
        s.is(at, Class::Verb)
            && !(s.form(at, Class::Verb).has(Form::INFINITIVE)
                && at.checked_sub(1).is_some_and(|article| s.is(article, Class::IndefiniteArticle)))
    };
    // "great *resolve* to win"
    let leads_on = || {
        let base = s.form(here, Class::Verb).has(Form::INFINITIVE) && s.shape(here) == Shape::Lower;
        base && s.analysis.known(here) == Some(Known::Noun) && begins_infinitive(s.analysis, here + 1)
    };
    s.is(before, Class::Adjective)
        && !s.is_any(before, OTHER)
        && !verb(before)
        && (names_deed(s.analysis, here) || leads_on())
}

/// "a fine *drive*", "an attacking *force*": behind an indefinite article and what describes a noun, which no base form follows.
fn is_only_noun(s: &Sentence<'_, '_>, here: usize) -> bool {
    let Some(article) = here.checked_sub(2).filter(|article| *article >= s.start) else {
        return false;
    };
    let describes = s.is(here - 1, Class::Adjective) || s.form(here - 1, Class::Verb).has(Form::GERUND);
    s.is(article, Class::IndefiniteArticle)
        && describes
        && s.shape(here) == Shape::Lower
        && s.form(here, Class::Verb).has(Form::INFINITIVE)
        && !s.form(here, Class::Verb).has(Form::PAST)
        && !s.is_any(here, groups::AUXILIARY.with(groups::MODIFIER).with(groups::LINK))
}

/// "a planned production *break*": behind a noun in the singular with a determiner, which no base form agrees with, one that
/// is a noun as well, before no object.
fn is_compound(s: &Sentence<'_, '_>, here: usize) -> bool {
    /// How far before the noun its determiner may stand.
    const NEAR: usize = 3;
    let head = here - 1;
    let one = |sense: &Sense| sense.form.has(Form::SINGULAR) && s.analysis.noun_kind(*sense) != Some(NounKind::Group);
    let determined = || (head.saturating_sub(NEAR)..head).any(|at| is_determiner(s, at));
    s.shape(head) == Shape::Lower
        && s.senses_of(head, Class::Noun).any(one)
        && s.senses_of(head, Class::Noun).all(one)
        && !s.is(head, Class::Verb)
        && determined()
        && names_deed(s.analysis, here)
}

/// "die | *nicht* genehmigte Reise", "eine | *nicht* näher genannte Summe": a negation before a declined attribute of the noun, where
/// nouns have capitals.
fn denies_attribute(s: &Sentence<'_, '_>, negation: usize, end: usize) -> bool {
    let attribute = |at: usize| {
        at + 1 < end
            && s.shape(at) == Shape::Lower
            && (is_attributive(s, at) || s.is(at, Class::Adjective))
            && (s.profile.adjective_like)(s.word(at))
            && s.kind(at + 1) == TokenKind::Word
            && s.shape(at + 1) != Shape::Lower
    };
    let adverb =
        |at: usize| s.shape(at) == Shape::Lower && s.is_any(at, ClassSet::of(&[Class::Adverb, Class::Adjective]));
    s.profile.capital_nouns && (attribute(negation + 1) || adverb(negation + 1) && attribute(negation + 2))
}

fn read(s: &Sentence<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let mut here = at;
    let (mut head, mut opened) = (None, false);
    while here < end {
        let classes = s.classes(here);
        let kind = s.kind(here);
        let lower = s.shape(here) == Shape::Lower;
        let first_word = here == s.start || here > 0 && s.kind(here - 1) == TokenKind::Dash;
        match kind {
            TokenKind::Number | TokenKind::Ordinal => {
                // "the Cox-|2 inhibitors": a part of the name.
                let joined =
                    |at: usize| s.kind(at + 1) == TokenKind::Hyphen && s.is_tight(at + 1) && s.is_tight(at + 2);
                if here > at + 1 && s.kind(here - 2) == TokenKind::Word && joined(here - 2) {
                    here += 1;
                    head = Some(here);
                    continue;
                }
                // "in Runde 12"
                if here > at && s.profile.capital_nouns && s.is_label(here) {
                    return Some(here + 1);
                }
                // "die Behörde | 37 Berichte": a number behind a noun begins the next phrase.
                // "a $|125m fine"
                let symbol = |head: usize| s.kind(head - 1) == TokenKind::Symbol;
                // "the final | 10 minutes"
                let other = |head: usize| {
                    !is_number(s, head - 1) && !is_determiner(s, head - 1) && !is_attribute_of_number(s, at, head)
                };
                // "the Nord Stream 2 | pipeline": several would be more than one.
                let numbered = !s.profile.capital_nouns
                    && head == Some(here)
                    && s.shape(here - 1) == Shape::Title
                    && s.shape(here + 1) == Shape::Lower
                    && year(s.word(here)).is_none()
                    && s.sense(here + 1, Class::Noun).is_some_and(|sense| !sense.form.has(Form::PLURAL));
                if numbered && here + 1 < end && !s.is_any(here + 1, groups::UNIT.or(&[Class::Adjective, Class::Verb]))
                {
                    here += 1;
                    continue;
                }
                // "Android | 6.0 | Marshmallow", "das Xperia | 5."
                if head == Some(here) && here > at && names_version(s, here) {
                    here += 1;
                    head = Some(here);
                    continue;
                }
                if head.is_some_and(|head| other(head) && !symbol(head)) {
                    break;
                }
                opened = true;
                here += 1;
                // "the 37 said", "$37": a number can be the head where no noun follows.
                if head.is_none_or(|head| s.is(head - 1, Class::Currency) || is_attribute_of_number(s, at, head)) {
                    head = Some(here);
                }
                continue;
            }
            TokenKind::Hyphen => {
                // "das Forschungs- | und Bildungsnetz": the first of two compounds leaves their last part out.
                let joins = || s.coordinator(here + 1, &[Coordinator::And, Coordinator::Or]).is_some();
                if s.profile.capital_nouns
                    && s.is_tight(here)
                    && head == Some(here)
                    && here + 2 < end
                    && joins()
                    && s.is_capital(here + 2)
                {
                    head = None;
                    here += 2;
                    continue;
                }
                // "Strom-, | Gas- und Wassernetze"
                if s.is_tight(here) && head == Some(here) && here + 2 < end && joins_compounds(s.analysis, here + 1) {
                    head = None;
                    here += 2;
                    continue;
                }
                // Inside a compound.
                if !s.is_tight(here) || !s.is_tight(here + 1) || head.is_none() && !opened {
                    break;
                }
                here += 1;
                // "face-to-|face talks"
                let behind_small =
                    || s.kind(here) == TokenKind::Word && is_small(s, here - 2) && is_inside_compound(s, here - 2);
                if here < end && (is_small(s, here) || behind_small()) {
                    here += 1;
                    head = Some(here);
                    continue;
                }
                // "die US-|geführte Koalition": what it joins to an adjective has its noun behind it.
                if here < end && s.shape(here) == Shape::Lower && modifies(s, here) {
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
            // "a small, | quiet house"
            TokenKind::Separator
                if here > at && (joins_attributes(s.analysis, here) || joins_numbers(s.analysis, here)) =>
            {
                head = None;
                here += 1;
                continue;
            }
            _ => break,
        }
        let closed = classes.has_any(groups::CLOSED);
        if closed
            && head == Some(here)
            && s.profile.capital_nouns
            && let Some(behind) = joined_measure(s, here)
        {
            here = behind.min(end);
            head = Some(here);
            continue;
        }
        // "in his speech | Mr Hardy", "in the town | hundreds of people"
        let begins = || {
            let many = classes.has(Class::OpenAmount) && s.analysis.is_adposition(here + 1, Adposition::Of);
            // "raised rates | five times"
            let often = classes.has(Class::Cardinal) && s.is(here + 1, Class::Times);
            classes.has(Class::Address) && !lower || lower && (many || often)
        };
        if head == Some(here) && here > at && !s.profile.capital_nouns && s.shape(here - 1) == Shape::Lower && begins()
        {
            break;
        }
        // "UK | think-tank Demos"
        let verb = lower && classes.has(Class::Verb);
        if (closed || verb) && here + 2 < end && !is_inside_compound(s, here) && opens_compound(s.analysis, here) {
            opened = true;
            here += 2;
            if is_small(s, here) {
                here += 1;
                head = Some(here);
            }
            continue;
        }
        // "Abdelrahman | al-Kaduli"
        if lower && head == Some(here) && here > at && here + 2 < end && links_name(s, here) {
            here += 3;
            head = Some(here);
            continue;
        }
        // "a list of | more than 4,000 farms"
        if !opened
            && head.is_none()
            && classes.has(Class::Approx)
            && let Some(behind) = approximated(s, here)
        {
            here = behind;
            continue;
        }
        // "*all* its plants"
        let predetermined =
            here == at + 1 && !s.profile.capital_nouns && s.is(at, Class::Quantifier) && !s.is(at, Class::Pronoun);
        if classes.has_any(DETERMINERS)
            && (lower || first_word)
            && head.is_none_or(|head| is_number(s, head - 1) || predetermined && classes.has_any(groups::DETERMINER))
        {
            // "before 1997 | most people", "in der Formel 1 | seinen Titel"
            let numbered = here == at + 1 && s.kind(at) == TokenKind::Number;
            if numbered && (year(s.word(at)).is_some() || classes.has_any(groups::DETERMINER)) {
                break;
            }
            // A second determiner begins the next phrase; "alle diese" is rare. But "eine | dem Recht entsprechende Klausel".
            if opened && classes.has(Class::Article) && !predetermined {
                if head.is_none()
                    && here == at + 1
                    && let Some(attribute) = extended(s, here, end)
                {
                    here = attribute;
                    continue;
                }
                head = head.or(stands_alone(s, here - 1).then_some(here));
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
        // "a loan | last month", "their shares | more quickly"
        if head == Some(here) && lower && !s.profile.capital_nouns && opens_adverbial(s, here) {
            break;
        }
        // "Germany's share", "Miller's Imbiss"
        if head == Some(here)
            && here > at
            && s.analysis.is_possessive(here, s.start)
            && (s.kind(here + 1) == TokenKind::Word
                || s.kind(here + 1) == TokenKind::Number && !s.profile.capital_nouns)
            && here + 1 < end
        {
            here += 1;
            head = None;
            continue;
        }
        // "one side"
        let noun_behind = || {
            s.is_any(here + 1, groups::NOUN.or(&[Class::Adjective]))
                || s.classes(here + 1).has_none() && s.analysis.known(here + 1) == Some(Known::Noun)
        };
        let counts = || classes.has(Class::Cardinal) && noun_behind();
        if here == at && classes.has(Class::Pronoun) && (lower || first_word) && !counts() {
            return Some(at + 1);
        }
        // "Today | I": it has its capital everywhere.
        if here > at && s.analysis.is_pronoun(here, Pronoun::I) {
            break;
        }
        if opened && head.is_none() && classes.has(Class::Negation) && denies_attribute(s, here, end) {
            here += 1;
            continue;
        }
        // "eine | Anfang Juli | begonnene Reise"
        if opened
            && head.is_none()
            && here == at + 1
            && begins_date(s.analysis, here)
            && let Some(attribute) = extended(s, here, end)
        {
            here = attribute;
            continue;
        }
        if closed && (lower || first_word) && !classes.has_any(groups::NUMBER) {
            // "die | in Wien | lebende Familie"
            // "alle | in Wien lebenden Familien"
            let alone = head == Some(here) && here == at + 1 && s.is_any(at, groups::OPENS_PHRASE);
            if opened
                && (head.is_none() || alone && s.profile.capital_nouns)
                && classes.has(Class::Adposition)
                && (here == at + 1 || here == at + 2 && is_undeclined(s, at + 1))
                && let Some(attribute) = extended(s, here, end)
            {
                here = attribute;
                continue;
            }
            break;
        }
        // "the injury | playing against Spain"
        if head == Some(here) && classes.has(Class::Verb) && begins_gerund(s.analysis, here) {
            break;
        }
        let (headless, last) = (opened && head.is_none(), here + 1 == end);
        let noun = is_noun(&Word { s, here, classes, lower, first: first_word, headless, last });
        if noun && head.is_some_and(|head| is_distance(s, at, head - 1) || begins_next(s, head - 1, here)) {
            break;
        }
        // "die Wiener | städtischen Betriebe"
        if noun
            && head.is_none()
            && classes.has(Class::PlaceAdjective)
            && here + 1 < end
            && s.shape(here + 1) == Shape::Lower
            && s.profile.capital_nouns
            && (s.profile.adjective_like)(s.word(here + 1))
            && s.is(here + 1, Class::Adjective)
        {
            opened = true;
            here += 1;
            continue;
        }
        if noun {
            here += longest(s, here).min(end - here).max(1);
            head = Some(here);
            opened = true;
            continue;
        }
        if classes.has_any(groups::NUMBER) {
            // "the world number | one", "Platz | drei"
            let rank = |head: usize| s.is(head - 1, Class::RankCue) && classes.has(Class::Cardinal) && !noun_behind();
            // "In Vienna | nine people", "die Polizei | neun Männer"
            let place = |head: usize| s.shape(head) == Shape::Title && s.is_any(head, groups::PLACE);
            let noun = |head: usize| {
                let word = s.kind(head) == TokenKind::Word && s.shape(head) != Shape::Lower;
                s.profile.capital_nouns && word && !is_number(s, head) && !is_determiner(s, head)
            };
            let ends = |head: usize| head == here && (place(head - 1) || noun(head - 1) && !rank(head));
            if lower && classes.has(Class::Cardinal) && head.is_some_and(ends) {
                break;
            }
            // "$45 | billion", "the last | four"
            let scale = classes.has(Class::Scale);
            let goes_on = |head: usize| scale && is_number(s, head - 1) || is_attribute_of_number(s, at, head);
            let number = head.is_some_and(|head| head == here && (goes_on(head) || rank(head)));
            here += longest(s, here).min(end - here).max(1);
            opened = true;
            head = head.filter(|_| !number).or(Some(here));
            continue;
        }
        if head == Some(here)
            && let Some(name) = behind_link(s, here).filter(|name| *name < end)
        {
            here = name;
            continue;
        }
        if head.is_some_and(|head| !goes_on(s, head - 1)) {
            break;
        }
        if modifies(s, here) {
            opened = true;
            here += 1;
            here = joined(s, here).filter(|next| head.is_none() && *next < end).unwrap_or(here);
            if !s.profile.capital_nouns {
                head = Some(here);
            }
            continue;
        }
        break;
    }
    head.filter(|head| *head > at)
}

/// "eine *neu* für Kinder gegründete Schule", "die *schon* in Wien lebende Familie": an adverb, or an adjective without an ending.
fn is_undeclined(s: &Sentence<'_, '_>, at: usize) -> bool {
    let adjective =
        || s.is(at, Class::Adjective) && s.shape(at) == Shape::Lower && !(s.profile.adjective_like)(s.word(at));
    s.is(at, Class::Adverb) || adjective()
}

/// The number behind a preposition and words of more than one that say how exact it is: "of more than 3,000".
fn approximated(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let governed = at > s.start && is_preposition(s.analysis, at - 1);
    let end = s.sense(at, Class::Approx).filter(|sense| governed && sense.length > 1)?.end(at);
    (s.kind(end) == TokenKind::Number || s.is(end, Class::Cardinal)).then_some(end)
}

/// "Festival *of* Creativity", "Lord *of the* Rings": where nouns have capitals, short words that no dictionary has join a foreign name to
/// what it goes on with.
fn behind_link(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let links = |at: &usize| {
        s.kind(*at) == TokenKind::Word
            && s.shape(*at) == Shape::Lower
            && (s.classes(*at).has_none() || s.classes(*at) == ClassSet::of(&[Class::NameParticle]))
            && s.word(*at).len() <= LONGEST
    };
    if !s.profile.capital_nouns || !links(&at) {
        return None;
    }
    let name = (at + 1..at + LONGEST).find(|at| !links(at))?;
    (s.kind(name) == TokenKind::Word && s.is_capital(name)).then_some(name)
}

/// "the last | four", "the final | 10 minutes": behind its determiner an adjective that is no noun, and only where no
/// capital tells nouns.
fn is_attribute_of_number(s: &Sentence<'_, '_>, at: usize, head: usize) -> bool {
    !s.profile.capital_nouns
        && head == at + 2
        && is_determiner(s, at)
        && s.shape(head - 1) == Shape::Lower
        && s.is_any(head - 1, ClassSet::of(&[Class::Adjective, Class::Deictic, Class::OrdinalWord]))
}

/// "Strom-, | Gas- und Wassernetze": a comma between two compounds that leave their last part out, where nouns have capitals.
pub(crate) fn joins_compounds(analysis: &Analysis<'_, '_>, comma: usize) -> bool {
    let Some(hyphen) = comma.checked_sub(1).filter(|_| analysis.word(comma) == ",") else {
        return false;
    };
    let open = |at: usize| {
        let capital = at > 0 && analysis.kind(at - 1) == TokenKind::Word && analysis.shape(at - 1) != Shape::Lower;
        capital && analysis.kind(at) == TokenKind::Hyphen && !analysis.space_before(at)
    };
    let goes_on = |at: usize| analysis.space_before(at) || analysis.word(at) == ",";
    analysis.profile(analysis.sentence_of(comma)).capital_nouns && open(hyphen) && open(comma + 2) && goes_on(comma + 3)
}

/// "zwei*,* drei Jahre": whether a comma stands between number words of which one follows the other, before what both count.
pub(crate) fn joins_numbers(analysis: &Analysis<'_, '_>, comma: usize) -> bool {
    let value =
        |at: usize| analysis.sense(at, Class::Cardinal).filter(|sense| sense.length == 1).map(|sense| sense.value);
    let Some(before) = comma.checked_sub(1).filter(|_| analysis.word(comma) == ",").and_then(value) else {
        return false;
    };
    let noun = comma + 2;
    let listed = analysis.kind(noun) != TokenKind::Word || analysis.is(noun, Class::Coordinator);
    value(comma + 1) == before.checked_add(1) && !listed
}

/// "a small*,* quiet house", "des kleinen*,* ruhigen Hauses": whether a comma stands between two adjectives before their noun.
pub(crate) fn joins_attributes(analysis: &Analysis<'_, '_>, comma: usize) -> bool {
    /// How far behind the comma the noun may stand, and before it the determiner.
    const NEAR: usize = 4;
    let Some(before) = comma.checked_sub(1).filter(|_| analysis.word(comma) == ",") else {
        return false;
    };
    let lower = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) == Shape::Lower;
    let adjective =
        |at: usize| analysis.is(at, Class::Adjective) || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE);
    // "ein sehr*,* sehr guter Freund", "a very*,* very good friend"
    const ADVERB: ClassSet = groups::MODIFIER.or(&[Class::Approx, Class::Quantifier]);
    let adverb = analysis.word(before) == analysis.word(comma + 1) && analysis.is_any(before, ADVERB);
    let repeated = adverb && !adjective(before);
    if !lower(before) || !(adjective(before) || repeated) || !lower(comma + 1) {
        return false;
    }
    let next = comma + 1 + usize::from(repeated);
    let profile = analysis.profile(analysis.sentence_of(comma));
    let mut behind = next..next + NEAR;
    if profile.capital_nouns {
        // Both are declined alike, and nothing but such stand before the noun.
        let ending = |at: usize| analysis.word(at).rfind('e').and_then(|ending| analysis.word(at).get(ending..));
        let known = |at: usize| adjective(at) || analysis.is_unknown_word(at);
        let declined = |at: usize| known(at) && (profile.adjective_like)(analysis.word(at));
        let alike = declined(next) && (repeated || declined(before) && ending(before) == ending(next));
        let noun = behind.find(|at| !(lower(*at) && declined(*at)));
        return alike
            && noun.is_some_and(|noun| analysis.kind(noun) == TokenKind::Word && analysis.shape(noun) != Shape::Lower);
    }
    let describes = |at: usize| lower(at) && (analysis.is_any(at, groups::MODIFIER) || opens_compound(analysis, at));
    let determined = (before.saturating_sub(NEAR)..before).rev().find(|at| !(lower(*at) && describes(*at)));
    let mut at = next;
    while at < next + NEAR && describes(at) {
        at += match opens_compound(analysis, at) {
            true => 3,
            false if analysis.is_any(at, groups::NOUN) => break,
            false => 1,
        };
    }
    let noun = at > next && lower(at) && analysis.is_any(at, groups::NOUN);
    noun && (analysis.is(next, Class::Adjective) || opens_compound(analysis, next))
        && determined.is_some_and(|at| analysis.is_any(at, groups::BEFORE_NOUN))
}

/// "pre-tax profit", "in-house lawyers": a preposition that only begins a word.
pub(crate) fn opens_compound(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.kind(at + 1) == TokenKind::Hyphen
        && !analysis.space_before(at + 1)
        && !analysis.space_before(at + 2)
        && analysis.kind(at + 2) == TokenKind::Word
}

/// "a tug-|of-war", "a best-|of album", "a start-|up": a small word inside a compound, where nouns have no capital.
fn is_small(s: &Sentence<'_, '_>, at: usize) -> bool {
    const SMALL: ClassSet = groups::LINK.or(&[Class::Direction, Class::Particle]);
    !s.profile.capital_nouns && s.shape(at) == Shape::Lower && s.is_any(at, SMALL)
}

/// "Android 6.0", "Xperia 5": behind a name a number with a point where the language has a comma, or, where no dictionary has the name,
/// one that counts nothing.
fn names_version(s: &Sentence<'_, '_>, here: usize) -> bool {
    const LARGEST: usize = 4;
    let (name, word) = (here - 1, s.word(here));
    if !s.profile.capital_nouns || s.shape(name) != Shape::Title || s.kind(here) != TokenKind::Number {
        return false;
    }
    let pointed = s.profile.decimal == ',' && word.rsplit_once('.').is_some_and(|(_, digits)| digits.len() != 3);
    let next = here + 1;
    // "zählte der Zoll | 52 versuchte Einbrüche"
    let declined = || s.is(next, Class::Adjective) || (s.profile.adjective_like)(s.word(next));
    let verb = s.is(next, Class::Auxiliary) || s.is(next, Class::Verb) && !declined();
    let closes =
        matches!(s.kind(next), TokenKind::Terminal | TokenKind::Separator) || s.shape(next) == Shape::Lower && verb;
    let unknown = || s.classes(name).has_none() && s.analysis.known(name).is_none();
    // "die Linie 5"
    let label = || {
        let article = name.checked_sub(1).filter(|article| s.is(*article, Class::Article) && *article >= s.start);
        article.is_some_and(|article| !s.is(article, Class::IndefiniteArticle)) && year(word).is_none()
    };
    pointed || word.len() <= LARGEST && closes && (unknown() || label())
}

/// "al-Kaduli" behind another name: a short word that a hyphen joins to one with a capital.
fn links_name(s: &Sentence<'_, '_>, here: usize) -> bool {
    const LONGEST: usize = 3;
    s.shape(here - 1) == Shape::Title
        && s.word(here).len() <= LONGEST
        && s.kind(here + 1) == TokenKind::Hyphen
        && s.is_tight(here + 1)
        && s.is_tight(here + 2)
        && s.shape(here + 2) == Shape::Title
}

/// "larger-than-forecast": right behind a hyphen.
fn is_inside_compound(s: &Sentence<'_, '_>, at: usize) -> bool {
    at > 0 && s.kind(at - 1) == TokenKind::Hyphen && s.is_tight(at)
}

/// "vor einer Woche | Angriffe", "vor gut einer Woche | Angriffe", "seit Jahren | Autos": how long ago or since when something was
/// measures nothing.
fn is_distance(s: &Sentence<'_, '_>, at: usize, head: usize) -> bool {
    let ago = |before: usize| {
        s.profile.before_is_ago && s.analysis.is_any_adposition(before, &[Adposition::Before, Adposition::Since])
    };
    let near = at.checked_sub(1).into_iter().chain(at.checked_sub(2).filter(|_| s.is(at - 1, Class::Approx)));
    s.is(head, Class::TimeUnit) && near.into_iter().any(ago)
}

/// "hatte Argentinien | Zinsforderungen": a common noun behind another one begins the next phrase; behind a measure or
/// group it is what they measure ("sechs Gigawatt Strom", "Dutzende Menschen").
fn begins_next(s: &Sentence<'_, '_>, head: usize, here: usize) -> bool {
    if !s.profile.capital_nouns {
        return false;
    }
    const NAMES: ClassSet = groups::PERSON.with(groups::NAMED).with(groups::HEAD).or(&[Class::LegalForm]);
    const MEASURES: ClassSet = groups::UNIT.with(groups::OFFICE).with(groups::HEAD);
    // "Ostermayers | Seite": a name in the genitive has its noun behind it.
    let possessor = || {
        s.classes(head).has_none() && s.word(head).len() > 4 && s.word(head).ends_with('s')
            || s.senses(head).iter().any(|sense| NAMES.has(sense.class) && sense.form.has(Form::GENITIVE))
    };
    // "auf der Runde | Lewis Hamilton": what happens or is measured has no person's name.
    let event = |sense: &Sense| {
        matches!(
            s.analysis.noun_kind(*sense),
            Some(NounKind::Event | NounKind::Measure | NounKind::Quantity | NounKind::Carrier)
        )
    };
    if s.is(here, Class::GivenName)
        && s.shape(here + 1) == Shape::Title
        && !s.is_any(head, NAMES.with(MEASURES))
        && s.senses_of(head, Class::Noun).next().is_some()
        && s.senses_of(head, Class::Noun).all(event)
    {
        return true;
    }
    // "Werner | Faymann": a surname that is made like a compound; "die Wiener | Bank", "der Nordischen | Kombinierer". "Anna | Bauer": one
    // that is a trade as well.
    let surname = || {
        s.is(head, Class::GivenName)
            && (s.is(here, Class::NameWord) && s.classes(head) == ClassSet::of(&[Class::GivenName])
                || s.senses_of(here, Class::Noun).all(|sense| sense.form.has(Form::COMPOUND))
                    && !s.analysis.is_listed(here))
    };
    // "in Schulen | Betreuungsplätze", "die Gutachter | Licht": several persons or bodies have no name behind them.
    let many = || {
        let article = head.checked_sub(1).filter(|article| s.is(*article, Class::Article));
        article.is_some_and(|article| may_lead_many(s.analysis, article))
            && s.senses_of(head, Class::Noun).any(|sense| sense.form.has(Form::PLURAL))
    };
    let bodies = || {
        let plural = || s.senses_of(head, Class::Noun).any(|sense| sense.form.is_only_plural());
        let person = s.is_any(head, groups::OFFICE);
        s.is(here, Class::Noun) && (s.is_any(head, groups::HEAD) && plural() || person && many())
    };
    // "baut die Firma | Häuser.", but "gab die Firma Elektromotoren auf"
    let things = || {
        let plural =
            |sense: &Sense| sense.form.is_only_plural() && s.analysis.noun_kind(*sense) != Some(NounKind::Person);
        let leads =
            |at: usize| s.is_any(at, ClassSet::of(&[Class::Verb, Class::Subordinator])) && s.shape(at) == Shape::Lower;
        s.is_any(head, groups::HEAD)
            && s.senses_of(here, Class::Noun).next().is_some()
            && s.senses_of(here, Class::Noun).all(plural)
            && head > s.start + 1
            && s.is(head - 1, Class::Article)
            && leads(head - 2)
            && !s.is_any(here + 1, groups::LINK)
    };
    // "eine Art | Steuer"
    let kind = || {
        let article = head.checked_sub(1).filter(|article| *article >= s.start);
        article.is_some_and(|article| s.is(article, Class::IndefiniteArticle))
            && s.analysis.is_concept(head, &["species", "type"])
    };
    let town = s.is(head, Class::Place) && s.is_any(head.wrapping_sub(1), groups::DETERMINER);
    (s.is_any(here, groups::NOUN) || is_common(s, head, here))
        && !s.is_any(head, groups::ATTRIBUTE)
        && !possessor()
        && !surname()
        && !kind()
        && !town
        && !s.is_any(here, NAMES)
        && s.kind(head) == TokenKind::Word
        && !is_number(s, head)
        && !is_determiner(s, head)
        && (!s.is_any(head, MEASURES) || bodies() || things())
        && s.kind(here.wrapping_sub(1)) != TokenKind::Hyphen
}

/// "die Behörden | Strände": behind a plural or a country a word of the language that no dictionary tells of is no name.
fn is_common(s: &Sentence<'_, '_>, head: usize, here: usize) -> bool {
    let plural = |sense: &Sense| sense.form.is_only_plural();
    s.classes(here).has_none()
        && (s.senses_of(head, Class::Noun).any(plural) || s.is(head, Class::Country))
        && s.analysis.is_listed(here)
}

fn longest(s: &Sentence<'_, '_>, token: usize) -> usize {
    let named =
        |class| matches!(class, Class::Organisation | Class::Country | Class::Place | Class::Person | Class::Approx);
    s.senses(token).iter().find(|sense| named(sense.class)).map_or(1, |sense| usize::from(sense.length))
}
