//! Noun phrases without a determiner, as they stand behind a number, or that end right before a word.

use std::ops::Range;

use super::modifier::{extended, is_attributive, joined, modifies, opens_adverbial};
use super::scope::is_addressee;
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Sentence;
use crate::reading::verb::begins_object;
use crate::text::{Shape, TokenKind};

/// A noun with its modifiers in front.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phrase {
    pub tokens: Range<usize>,
    /// Where the head noun begins.
    pub head: usize,
    /// The head noun in the dictionaries.
    pub sense: Option<Sense>,
}

/// How far behind a figure its noun may stand.
const WINDOW: usize = 9;

/// What ends a noun phrase before its head.
pub(crate) const STOPS: ClassSet = groups::AUXILIARY.with(groups::OPENER).or(&[
    Class::Article,
    Class::Cardinal,
    Class::Clock,
    Class::Meridiem,
    Class::Negation,
    Class::Pronoun,
]);

/// Whether a noun phrase begins right at a token, without article or adposition.
pub(crate) fn starts(s: &Sentence<'_, '_>, at: usize) -> bool {
    bare(s, at, true).is_some()
}

/// The noun phrase from a token on, without determiners.
pub(crate) fn bare(s: &Sentence<'_, '_>, start: usize, many: bool) -> Option<Phrase> {
    // "2:0-Endstand", "2.5-mile run"
    let start = if s.kind(start) == TokenKind::Hyphen && s.is_tight(start + 1) { start + 1 } else { start };
    if s.profile.capital_nouns { capital(s, start) } else { plain(s, start, many) }
}

/// Where nouns have capitals: lower-case modifiers up to the first capitalised word.
fn capital(s: &Sentence<'_, '_>, start: usize) -> Option<Phrase> {
    let mut at = start;
    if let Some(behind) = attribute_in_front(s, at) {
        at = behind;
    }
    while at < start + WINDOW {
        if s.kind(at) != TokenKind::Word {
            return None;
        }
        if s.is_capital(at) && !s.is(at, Class::Cardinal) {
            let adjective = s.is(at, Class::PlaceAdjective) && !s.is(at, Class::Demonym);
            // "Gelbe Karte"
            let named = s.is(at, Class::Adjective) && !s.is(at, Class::Noun);
            if (adjective || named) && s.is_capital(at + 1) {
                at += 1;
                continue;
            }
            return Some(head(s, start, at));
        }
        if !is_modifier(s, at) {
            return None;
        }
        at += 1;
        at = joined(s, at).unwrap_or(at);
    }
    None
}

/// Whether a lower-case word may stand between a number and its noun.
fn is_modifier(s: &Sentence<'_, '_>, at: usize) -> bool {
    const MODIFIERS: ClassSet = groups::MODIFIER.or(&[Class::Quantifier]);
    let stops = s.is_any(at, groups::DETERMINER) || s.is_any(at, STOPS) && !s.is(at, Class::Adjective);
    let declined = || (s.profile.adjective_like)(s.word(at)) || s.classes(at).has_none();
    !stops && (s.is_any(at, MODIFIERS) || declined() && modifies(s, at))
}

/// A verb's form that is a noun where no other can be one, behind adjectives: "a one week break", "days of national
/// mourning", "£75m in aid".
pub(crate) fn verb_as_noun(s: &Sentence<'_, '_>, start: usize) -> Option<Phrase> {
    const WITHIN: ClassSet = groups::LINK.or(&[Class::Article]);
    let head = (start..start + 3).find(|at| !s.is(*at, Class::Adjective))?;
    let ends = s.kind(head + 1) != TokenKind::Word && !s.is_joint(head + 1)
        || s.is_any(head + 1, STOPS)
        || s.is_any(head + 1, WITHIN)
        || past(s, head + 1);
    let lower = s.shape(head) == Shape::Lower;
    // "the 5.9% estimated in November": a participle alone is none.
    let base = Form::INFINITIVE.and(Form::GERUND).and(Form::PRESENT);
    let verb = s.form(head, Class::Verb).has_any(base) && !s.is_any(head, WITHIN) && lower && !s.profile.capital_nouns;
    (verb && ends).then_some(Phrase { tokens: start..head + 1, head, sense: None })
}

/// A participle with what belongs to it in front: "drei an Covid-19 Erkrankte", "18 schwer von Rebellen misshandelte Urlauber".
pub(crate) fn attribute_in_front(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let adverb = s.is_any(at, groups::MODIFIER) && s.shape(at) == Shape::Lower && !s.is(at, Class::Adposition);
    let opener = if adverb { at + 1 } else { at };
    // "nach wie vor": an adverb that begins with the preposition.
    let length = s.sense(opener, Class::Adposition)?.length;
    if s.senses_of(opener, Class::Adverb).any(|adverb| adverb.length > length) {
        return None;
    }
    extended(s, opener, s.end.min(opener + FAR)).or_else(|| nominal(s, opener))
}

/// How far before its noun a participle's phrase may begin.
const FAR: usize = 12;

/// A participle that is a noun itself, behind who or what did it: "650 durch die Fluten Vertriebene".
fn nominal(s: &Sentence<'_, '_>, opener: usize) -> Option<usize> {
    let mut next = s.adposition(opener, &[Adposition::Through, Adposition::By, Adposition::At])?;
    if s.is(next, Class::Article) {
        next += 1;
    }
    if !s.is_capital(next) {
        return None;
    }
    next = head(s, next, next).tokens.end;
    // "Covid-19"
    if s.is_joint(next) && s.kind(next + 1) == TokenKind::Number {
        next += 2;
    }
    let declined = (s.profile.adjective_like)(s.word(next));
    (declined && s.is_capital(next) && !s.is_any(next, STOPS)).then_some(next)
}

/// The head noun at a token, over joints: "Coronavirus-Infektionen", and what "oder" adds: "Spieler oder Betreuer".
fn head(s: &Sentence<'_, '_>, start: usize, at: usize) -> Phrase {
    let mut head = at;
    let mut sense = s.sense(head, Class::Noun);
    let mut end = at + sense.map_or(1, |sense| usize::from(sense.length));
    while s.is_joint(end) && end < at + 2 * WINDOW {
        // "zwei F-22-Kampfflugzeuge"
        if s.kind(end + 1) == TokenKind::Number && s.is_joint(end + 2) {
            end += 2;
        }
        if s.kind(end + 1) != TokenKind::Word {
            break;
        }
        head = end + 1;
        sense = s.sense(head, Class::Noun);
        end = head + sense.map_or(1, |sense| usize::from(sense.length));
    }
    if let Some(next) = s.coordinator(end, &[Coordinator::Or])
        && s.has_noun_capital(next)
    {
        end = next + 1;
    }
    Phrase { tokens: start..end, head, sense }
}

/// Where nouns have no capitals: the words up to what can't belong to the phrase; the last noun among them is its head.
fn plain(s: &Sentence<'_, '_>, start: usize, many: bool) -> Option<Phrase> {
    let mut best: Option<(usize, usize, Option<Sense>)> = None;
    let mut plural = false;
    let mut at = start;
    while at < start + WINDOW && s.kind(at) == TokenKind::Word {
        let stop = s.is_any(at, STOPS)
            || s.is_any(at, groups::LINK.with(groups::DAY).or(&[Class::Direction, Class::Month, Class::TimeRef]))
            || s.is_any(at, groups::DETERMINER);
        // "round", "past" are nouns where nothing follows that an adposition could govern.
        let governs = s.is(at, Class::Adposition)
            && (s.is_any(at + 1, groups::DETERMINER)
                || s.is_any(at + 1, NAMED)
                || s.is(at + 1, Class::Noun)
                || s.is_capital(at + 1));
        let hard = s.is_any(at, STOPS) || s.is_any(at, groups::DETERMINER);
        // "300 new | and second-hand cars"
        let joins = || {
            let next = s.coordinator(at, &[Coordinator::And, Coordinator::Or]);
            at > start
                && s.is(at - 1, Class::Adjective)
                && next.is_some_and(|next| s.is(next, Class::Adjective) || s.is_joint(next + 1))
        };
        if best.is_none() && joins() {
            at += 1;
            continue;
        }
        // "a 3% rise | last year"
        if best.is_some() && opens_adverbial(s, at) {
            break;
        }
        if stop && (hard || !(best.is_none() && s.is(at, Class::Noun) && !governs)) {
            break;
        }
        let noun = s.sense(at, Class::Noun);
        let verb = s.sense(at, Class::Verb);
        let adjective = s.is_any(at, ClassSet::of(&[Class::Adjective, Class::Quantifier]));
        let adverb = s.is(at, Class::Adverb)
            || s.is(at, Class::UnitAdverb) && !adjective
            || s.classes(at).has_none() && (s.profile.adverb_like)(s.word(at));
        // "Thousands join strike": a verb and its object.
        let opens = best.is_none() && at > s.start && s.is(at - 1, Class::OpenAmount);
        let acts = opens && noun.is_none() && verb.is_some() && !adjective && !adverb && !is_attributive(s, at);
        if acts && !past(s, at) {
            break;
        }
        let end = at + noun.map_or(1, |sense| usize::from(sense.length));
        let looks_plural = noun.map_or((s.profile.plural_like)(s.word(at)), |sense| sense.form.has(Form::PLURAL));
        match best {
            // A plural is the head, unless a plural noun follows: "sports cars".
            Some(_) if plural && many => {
                let more = looks_plural && (noun.is_some() || verb.is_none()) && !adverb && !adjective;
                if !more {
                    break;
                }
            }
            // "Grand | Slam events"
            Some(_)
                if noun.is_none()
                    && (verb.is_some() || adverb)
                    && !(s.shape(at) == Shape::Title && s.shape(at - 1) == Shape::Title) =>
            {
                break;
            }
            // "his 49 minute speech | Mr Brown"
            Some(_) if s.is(at, Class::Address) && s.shape(at) == Shape::Title => break,
            // "30 % of the club's players set to leave"
            Some(_) if plural && past(s, at) && !looks_plural => break,
            // "the heat killed 12"
            _ if at > start
                && past(s, at)
                && (s.kind(at + 1) == TokenKind::Number || s.is(at + 1, Class::Cardinal)) =>
            {
                break;
            }
            // "gas costs $3", "the earthquake hit the region": what has an object is a verb.
            Some(_) if verb.is_some() && (begins_object(s.analysis, at + 1) || s.is(at + 1, Class::Currency)) => break,
            _ => {}
        }
        // Right behind a number "attributes" is a noun.
        let counted = many && best.is_none() && looks_plural && verb.is_some();
        let modifier = noun.is_none()
            && !counted
            && (adjective || adverb || verb.is_some() || (s.profile.adjective_like)(s.word(at)));
        if noun.is_some() || !modifier {
            best = Some((at, end, noun));
            // "oil | exploration contracts": what may be one goes on.
            plural = noun.map_or(looks_plural, |noun| noun.form.is_only_plural());
        }
        at = end;
        // "two-door cars", "infection-related deaths": what stands before a hyphen only modifies.
        if s.is_joint(at) {
            (best, plural) = (None, false);
            at += 1;
            // "two F-22 fighter jets"
            if s.kind(at) == TokenKind::Number {
                at += 1 + usize::from(s.is_joint(at + 1));
            }
        } else if s.kind(at) == TokenKind::Word && s.is_tight(at) && s.word(at).len() <= 4 {
            // "two of Japan's banks": what has the clitic only modifies.
            (best, plural) = (None, false);
            at += 1;
        }
    }
    let (head, end, sense) = best?;
    // "more than 20 followed suit": a verb and its object.
    let single = sense.is_some_and(|sense| sense.form.has(Form::SINGULAR) && !sense.form.has(Form::PLURAL));
    if many && single && head > start && past(s, start) && !s.is(start, Class::Adjective) {
        return None;
    }
    Some(Phrase { tokens: start..end, head, sense })
}

const NAMED: ClassSet = groups::PLACE.or(&[Class::Cardinal, Class::Pronoun]);

/// Whether a verb's finite past stands at a token.
pub(crate) fn past(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.senses_of(at, Class::Verb).any(|sense| sense.form.has(Form::PAST))
}

/// The noun phrase that ends right before a token: "ein durchschnittlicher Haushalt | von", "average budget | of".
pub(crate) fn before(s: &Sentence<'_, '_>, at: usize) -> Option<Phrase> {
    let last = at.checked_sub(1).filter(|last| *last >= s.start)?;
    if s.kind(last) != TokenKind::Word {
        return None;
    }
    let (sense, head) = match s.sense_before(at, Class::Noun, s.start) {
        Some((sense, head)) => (Some(sense), head),
        None => (None, last),
    };
    let noun_like = if s.profile.capital_nouns {
        s.is_capital(head)
    } else {
        // "a damage of": a verb's form behind an article is a noun.
        let article = head > s.start && s.is_any(head - 1, groups::DETERMINER);
        sense.is_some() || !s.is_any(head, NO_NOUNS) || article && s.is(head, Class::Verb)
    };
    if !noun_like {
        return None;
    }
    let mut start = head;
    while start > s.start && start + 4 > head && stands_before(s, start - 1) {
        start -= 1;
    }
    if s.kind(start) == TokenKind::Hyphen {
        start += 1;
    }
    Some(Phrase { tokens: start..at, head, sense })
}

const NO_NOUNS: ClassSet = groups::DETERMINER.with(groups::VERBAL).with(groups::MODIFIER).with(groups::LINK).or(&[
    Class::Approx,
    Class::Cardinal,
    Class::Direction,
    Class::Negation,
    Class::OpenAmount,
    Class::Pronoun,
    Class::Quantifier,
    Class::RelativePronoun,
    Class::Subordinator,
    Class::Times,
]);

/// Whether a word before a noun belongs to its phrase.
fn stands_before(s: &Sentence<'_, '_>, at: usize) -> bool {
    if s.kind(at) == TokenKind::Hyphen {
        return s.is_joint(at);
    }
    if s.kind(at) != TokenKind::Word || s.is_any(at, STOPS) || s.is_any(at, groups::DETERMINER) {
        return false;
    }
    if is_addressee(s.analysis, at) {
        return false;
    }
    if s.is_any(at, groups::LINK.or(&[Class::Approx, Class::Direction])) {
        return false;
    }
    if s.is_tight(at + 1) && s.is_capital(at) {
        return true;
    }
    // "is projecting | growth"
    if at > s.start && s.form(at, Class::Verb).has(Form::GERUND) && s.is_any(at - 1, groups::AUXILIARY) {
        return false;
    }
    // "the bank raised rates", "der Sturm erreichte Geschwindigkeiten": a finite verb.
    const SUBJECTS: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Pronoun, Class::Surname, Class::Organisation, Class::Person]);
    if at > s.start && past(s, at) {
        // "the Fund (IMF) said", "profit for the year included", "has kept rates"
        let closed = s.kind(at - 1) == TokenKind::Close || s.is(at - 1, Class::TimeUnit);
        let grouped = !s.profile.capital_nouns && s.is_any(at - 1, groups::AUXILIARY);
        if closed || grouped || s.is_any(at - 1, SUBJECTS) || s.has_name_capital(at - 1) {
            return false;
        }
    }
    // "the bank also said | profit was 3 million"
    let says = |sense: &Sense| s.analysis.verb_kind(*sense) == Some(VerbKind::Say);
    if !s.profile.capital_nouns
        && past(s, at)
        && s.senses_of(at, Class::Verb).any(says)
        && !s.is_any(at.wrapping_sub(1), groups::DETERMINER)
    {
        return false;
    }
    if s.profile.capital_nouns {
        return s.shape(at) == Shape::Lower
            && (s.profile.adjective_like)(s.word(at))
            && (s.is(at, Class::Adjective) || is_attributive(s, at) || !s.is(at, Class::Verb));
    }
    s.is_any(at, ClassSet::of(&[Class::Adjective, Class::Noun])) || is_attributive(s, at) && !s.is(at, Class::Adverb)
}
