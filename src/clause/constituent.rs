//! The phrases of a clause that can be its subject.

use std::ops::Range;

use super::VerbGroup;
use super::agreement::is_plural;
use crate::lexicon::class::{Adposition, Coordinator, NounKind, Pronoun, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense};
use crate::reading::Analysis;
use crate::reading::number::year;
use crate::reading::phrase::{
    genitive, is_feminine_dative, is_nominative, is_oblique, is_preposition, noun_phrase, opens_compound,
    prepositional_phrase,
};
use crate::reading::verb::between;
use crate::text::{Shape, TokenKind};

/// What may stand before the subject without being part of it.
const SKIPPED: ClassSet = ClassSet::of(&[
    Class::Adverb,
    Class::Coordinator,
    Class::Subordinator,
    Class::TimeRef,
    Class::Relative,
    Class::Negation,
    Class::DayPart,
]);

/// Words of time are no subject where they stand alone: "Am Montag", "last year".
const TIMES: ClassSet = groups::DAY.or(&[Class::Month, Class::Part, Class::Season, Class::TimeRef]);

/// Without the adverbs and the participle of saying at its end, and without words in brackets and what follows them.
pub(super) fn trimmed(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> usize {
    let bracket = tokens.clone().find(|token| analysis.kind(*token) == TokenKind::Open);
    let mut end = bracket.unwrap_or(tokens.end);
    // "he | almost won"
    let nearly = |at: usize| {
        analysis.is(at, Class::Approx) && !analysis.is(at, Class::Adposition) && analysis.shape(at) == Shape::Lower
    };
    // "the firm | neither closed"
    let neither = |at: usize| analysis.is(at, Class::Negation) && analysis.is(at, Class::Coordinator);
    let adverb = |at: usize| {
        let skipped = skipped(analysis, at) || tells_when(analysis, at) || is_like_adverb(analysis, at);
        skipped || nearly(at) || neither(at) || at > tokens.start && is_floated(analysis, at)
    };
    // "the start-|up"
    let inside = |at: usize| analysis.kind(at - 1) == TokenKind::Hyphen;
    while end > tokens.start + 1 && adverb(end - 1) && !inside(end - 1) {
        end -= 1;
    }
    // "a study | showing | that …"
    let content = end == tokens.end && analysis.is_subordinator(end, Subordinator::That);
    if content && end > tokens.start + 1 && analysis.has_form(end - 1, Class::Verb, Form::GERUND) {
        end -= 1;
    }
    // „Die Band "Nordlicht"“: a quotation that opens inside closes inside.
    let quotes = (tokens.start..end).filter(|token| analysis.kind(*token) == TokenKind::Quote).count();
    end + usize::from(quotes % 2 == 1 && analysis.kind(end) == TokenKind::Quote)
}

/// "the brothers | *all* left": a quantifier behind the noun that it belongs to.
pub(super) fn is_floated(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let noun = |at: usize| {
        analysis.kind(at) == TokenKind::Word
            && (analysis.shape(at) != Shape::Lower || analysis.is_any(at, groups::NOUN))
            && !analysis.is_any(at, groups::DETERMINER)
    };
    analysis.is(at, Class::Quantifier)
        && analysis.shape(at) == Shape::Lower
        && at.checked_sub(1).is_some_and(noun)
        && !analysis.profile(analysis.sentence_of(at)).verb_final
}

/// "the measures | *unfairly* hit them": a word that no dictionary knows and that ends like an adverb.
fn is_like_adverb(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    !profile.verb_final
        && analysis.is_unknown_word(at)
        && analysis.known(at) != Some(Known::Noun)
        && (profile.adverb_like)(analysis.word(at))
}

/// "The speaker | *later* said": a word of time that is nothing else.
fn tells_when(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = ClassSet::of(&[Class::Adjective, Class::Adposition, Class::Noun, Class::Subordinator]);
    analysis.is(at, Class::Direction) && analysis.shape(at) == Shape::Lower && !analysis.is_any(at, OTHER)
}

/// "now", "recently": a reference to a time that is no noun.
fn tells_of_time(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::TimeRef) && analysis.shape(at) == Shape::Lower && !analysis.is_any(at, groups::NOUN)
}

/// The first noun phrase in a stretch that can be a subject: after the verb, or after a conjunction.
pub(super) fn within(analysis: &Analysis<'_, '_>, tokens: Range<usize>, verb: &VerbGroup) -> Option<Range<usize>> {
    let mut at = tokens.start;
    while at < tokens.end {
        // "gilt mit 189 Millionen Dollar | (167 Millionen Euro) als …"
        if analysis.kind(at) == TokenKind::Open {
            at = (at..tokens.end).find(|at| analysis.kind(*at) == TokenKind::Close).map_or(at + 1, |close| close + 1);
            continue;
        }
        // "bekommt | als ersten Eintrag"
        if analysis.is_adposition(at, Adposition::As) && at > 0 && verb.tokens.contains(&(at - 1)) {
            let phrase = noun_phrase(analysis, at + 1, tokens.end);
            at = phrase.map_or(at + 1, |end| with_genitive(analysis, end, tokens.end));
            continue;
        }
        let reflexive = analysis.is_reflexive(at);
        // "herrscht | seit der Wahl | Stillstand": behind the verb it opens no clause.
        let opener = at > verb.finite && analysis.is(at, Class::Subordinator) && is_preposition(analysis, at);
        // "mehr | als | 300"
        let bound = |sense: &Sense| sense.length > 1;
        let opener = opener && !analysis.senses_of(at - 1, Class::Approx).any(bound);
        let governs = opener && prepositional_phrase(analysis, at, tokens.end).is_some();
        if reflexive || skipped(analysis, at) && !governs || verb.tokens.contains(&at) {
            at += if reflexive { 1 } else { skipped_length(analysis, at) };
            continue;
        }
        if is_preposition(analysis, at) {
            let phrase = prepositional_phrase(analysis, at, tokens.end);
            at = phrase.map_or(at + 1, |end| with_genitive(analysis, end, tokens.end));
            // "auf Nauru | oder Manus", "zwischen Nauru, | Manus und Fidschi"
            if phrase.is_some() {
                at = behind_list(analysis, at, tokens.end);
                at = behind_joined(analysis, at, tokens.end);
            }
            continue;
        }
        let Some(end) = noun_phrase(analysis, at, tokens.end).filter(|_| !tells_manner(analysis, at)) else {
            at += 1;
            continue;
        };
        if is_oblique(analysis, at)
            || is_feminine_dative(analysis, &(at..end))
            || is_time(analysis, at..end) && !is_part(analysis, at..end)
            || !is_nominal(analysis, at..end)
        {
            at = end;
            continue;
        }
        // "kommentierte dies | der neue Direktor"
        let pointing = end == at + 1
            && (analysis.is(at, Class::Demonstrative) || analysis.is_pronoun(at, Pronoun::It))
            && is_nominative(analysis, end);
        if pointing {
            at = end;
            continue;
        }
        let noun = end - 1;
        let end = with_genitive(analysis, end, tokens.end);
        // "stoppte ein Polizist | aus Graz"
        let somebody = analysis.is_any(noun, groups::OFFICE.with(groups::PERSON).or(&[Class::NameWord]))
            || analysis.is_noun_of(noun, NounKind::Person);
        let origin = if somebody { behind_origin(analysis, verb, end, tokens.end) } else { None };
        if let Some(end) = origin {
            return Some(at..end);
        }
        // "begann der Prozess | gegen ihn"
        let topic = is_topic(analysis, noun, end) && !verb.says(analysis) && !analysis.is_reflexive(at.wrapping_sub(1));
        let about = if topic { prepositional_phrase(analysis, end, tokens.end) } else { None };
        if let Some(end) = about {
            return Some(at..with_genitive(analysis, end, tokens.end));
        }
        // "haben | Bern und Basel": the verb tells that what is joined belongs to it.
        let next = || end + skipped_length(analysis, end);
        let joined = || noun_phrase(analysis, next(), tokens.end).filter(|_| is_plural(analysis, verb));
        let joined = if joins_nouns(analysis, end) { joined() } else { None };
        return Some(at..joined.unwrap_or(end));
    }
    None
}

/// "verbietet *energisch* jede Unterbrechung": an adjective without ending tells how, where adjectives decline.
pub(super) fn is_adverbial(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let adjective = || analysis.shape(at) == Shape::Lower && analysis.is(at, Class::Adjective);
    profile.capital_nouns
        && (adjective() || analysis.is_unknown_word(at))
        && !(profile.adjective_like)(analysis.word(at))
        && !analysis.is_any(at, groups::OPENS_PHRASE)
}

/// "wurden *feierlich* Tafeln enthüllt": the same right before a noun, with which it makes no phrase.
fn tells_manner(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::NOUN.or(&[Class::Approx, Class::PlaceAdjective]);
    is_adverbial(analysis, at)
        && !analysis.is_any(at, OTHER)
        && analysis.kind(at + 1) == TokenKind::Word
        && analysis.shape(at + 1) != Shape::Lower
}

/// "I", "he": a pronoun that may be a subject and stands before no noun; not "it".
pub(super) fn is_subject_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const SUBJECTS: &[Pronoun] = &[Pronoun::I, Pronoun::He, Pronoun::She, Pronoun::We, Pronoun::They];
    SUBJECTS.iter().any(|pronoun| analysis.is_pronoun(at, *pronoun)) && !analysis.is_any(at, groups::DETERMINER)
}

/// "and", "or" between two phrases.
pub(super) fn joins_nouns(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_coordinator(at, Coordinator::And) || analysis.is_coordinator(at, Coordinator::Or)
}

/// Behind the noun phrase that is joined to one that ends at a token: "Bern | und Basel".
pub(super) fn behind_joined(analysis: &Analysis<'_, '_>, at: usize, limit: usize) -> usize {
    let next = || at + skipped_length(analysis, at);
    let joined = if joins_nouns(analysis, at) { noun_phrase(analysis, next(), limit) } else { None };
    joined.unwrap_or(at)
}

/// Behind the noun phrases with commas before them that go on with one that ends at a token, up to the last but one: "Bern|, Wien |
/// und Basel".
fn behind_list(analysis: &Analysis<'_, '_>, at: usize, limit: usize) -> usize {
    const MOST: usize = 6;
    let mut last = at;
    for _ in 0..MOST {
        let next = if analysis.word(last) == "," { noun_phrase(analysis, last + 1, limit) } else { None };
        let Some(end) = next else {
            return at;
        };
        last = end;
        if joins_nouns(analysis, last) {
            return last;
        }
    }
    at
}

/// Takes along what hangs on the noun as a genitive or "of" phrase: "die Zahl der Toten", "the number of cases".
fn with_genitive(analysis: &Analysis<'_, '_>, end: usize, limit: usize) -> usize {
    // Behind a name the same article is a dative: "sagte Meier der Zeitung".
    let named = analysis.is_any(end - 1, groups::PERSON) && !analysis.is(end - 1, Class::Noun);
    // "Teilnehmer | von 16. bis 18. Juni"
    let dated = analysis.kind(end + 1) == TokenKind::Ordinal;
    // "am Freitag | der Sprecher", "am 3. Mai | die Firma", "bis 2020 | der Verkehr"
    let day = analysis.is_any(end - 1, groups::DAY.or(&[Class::Month])) || analysis.kind(end - 1) == TokenKind::Number;
    // "wo sie | von der Polizei gefasst wurden", "als er | der Frau half"
    let pronoun =
        analysis.is(end - 1, Class::Pronoun) && !analysis.is_any(end - 1, groups::NOUN.with(groups::QUANTITY));
    // "wechselte der Papst | von einem Wagen in einen anderen", "erhielt die Ministerin | von den Gästen Lob"
    let person = || analysis.is_any(end - 1, groups::OFFICE) || analysis.is_noun_of(end - 1, NounKind::Person);
    let someone = || analysis.is(end + 1, Class::Article) && person();
    let apart = pronoun || if analysis.is_adposition(end, Adposition::Of) { dated || someone() } else { named || day };
    if apart { end } else { genitive(analysis, end, limit).unwrap_or(end) }
}

/// "stoppte ein Polizist | *aus Graz*": behind the name of the place that somebody comes from, which a preposition opens, where the verb
/// moves nobody.
pub(crate) fn behind_origin(
    analysis: &Analysis<'_, '_>,
    verb: &VerbGroup,
    preposition: usize,
    limit: usize,
) -> Option<usize> {
    let place = preposition + 1;
    let governs = analysis.is_adposition(preposition, Adposition::From)
        && !analysis.is_adposition(preposition, Adposition::Of)
        && analysis.profile(analysis.sentence_of(preposition)).verb_final;
    if !governs || verb.sense.is_none() || verb.moves(analysis) {
        return None;
    }
    // "aus der Türkei", but "aus dem Haus"
    let article = usize::from(analysis.is(place, Class::Article) && analysis.is(place + 1, Class::Country));
    let end =
        noun_phrase(analysis, place + article, limit).filter(|_| analysis.is_any(place + article, groups::PLACE))?;
    // "aus Bern | und Basel", "aus Bern | und aus Basel"
    let joined = end + 1 + usize::from(analysis.is_adposition(end + 1, Adposition::From));
    let joined = joined + usize::from(analysis.is(joined, Class::Article) && analysis.is(joined + 1, Class::Country));
    let goes_on = joins_nouns(analysis, end) && analysis.is_any(joined, groups::PLACE);
    Some(if goes_on { noun_phrase(analysis, joined, limit).unwrap_or(end) } else { end })
}

/// "die Diskussion *über* die Reform", "der Prozess *gegen* ihn": whether a preposition opens what an event is about or against.
pub(super) fn is_topic(analysis: &Analysis<'_, '_>, noun: usize, preposition: usize) -> bool {
    const TOPICS: &[Adposition] = &[Adposition::Over, Adposition::About, Adposition::Around, Adposition::Against];
    const AMOUNT: ClassSet = groups::AMOUNT.or(&[Class::Approx]);
    let unit = |at: usize| analysis.is_any(at, groups::UNIT);
    let amount = |at: usize| analysis.kind(at) == TokenKind::Number || analysis.is_any(at, AMOUNT) || unit(at + 1);
    analysis.is_any_adposition(preposition, TOPICS)
        && analysis.is_noun_of(noun, NounKind::Event)
        && !amount(preposition + 1)
}

/// Whether a phrase can be what a clause is about: not a lone adverb, adjective, amount or number of a date ("mehr",
/// "selbstverständlich", "2020").
pub(super) fn is_nominal(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    const NO_NOUN: ClassSet = ClassSet::of(&[
        Class::Adverb,
        Class::Adjective,
        Class::Quantifier,
        Class::Subordinator,
        Class::Direction,
        Class::Approx,
    ]);
    const NOUN: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Pronoun, Class::Demonstrative, Class::Indefinite, Class::Role]);
    let last = tokens.end - 1;
    tokens.len() > 1
        || !analysis.is_any(last, NO_NOUN)
        || analysis.is_any(last, NOUN) && !analysis.is(last, Class::Subordinator)
}

/// Behind the words before an amount that bound it or say how sure it is: "mehr als | 40", "only | 40".
pub(super) fn behind_bound(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> usize {
    let mut at = at;
    while at < end && analysis.kind(at) == TokenKind::Word && (analysis.is(at, Class::Approx) || skipped(analysis, at))
    {
        at += skipped_length(analysis, at);
    }
    at
}

/// How many tokens a skipped phrase has: "a total of", "last year".
pub(super) fn skipped_length(analysis: &Analysis<'_, '_>, at: usize) -> usize {
    let mut senses =
        analysis.senses(at).iter().filter(|sense| SKIPPED.has(sense.class) || sense.class == Class::Approx);
    senses.next().map_or(1, |sense| usize::from(sense.length).max(1))
}

pub(super) fn skipped(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    !matches!(
        analysis.kind(at),
        TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Symbol | TokenKind::Tag
    ) || analysis.is_any(at, SKIPPED)
        && (analysis.shape(at) == Shape::Lower || analysis.takes_capital(at))
        && !denies_noun(analysis, at)
        && !is_nobody(analysis, at)
        && !determines_noun(analysis, at)
        && !is_attribute(analysis, at)
        && !opens_compound(analysis, at)
}

/// "keinen Führerschein", "no employees": a negation that is the determiner of its noun.
fn denies_noun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Negation) && analysis.is(at, Class::Quantifier) && !analysis.denies_verb(at)
}

/// "niemand", "nobody"; not "niemanden".
fn is_nobody(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Negation)
        && analysis.is_pronoun(at, Pronoun::One)
        && !(analysis.profile(analysis.sentence_of(at)).oblique_determiner)(analysis.word(at))
}

/// "both companies": a word that joins phrases as well, before its noun.
fn determines_noun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    // "both sides": the verb of a subject in the plural ends otherwise.
    let plural = (analysis.profile(analysis.sentence_of(at)).plural_like)(analysis.word(at + 1));
    let noun = analysis.is(at + 1, Class::Noun) || plural && !analysis.is_any(at + 1, groups::AUXILIARY);
    analysis.is(at, Class::Quantifier) && analysis.is(at, Class::Coordinator) && noun
}

/// "*higher* prices": an adverb that is an adjective as well, before its noun; but "no longer needs".
fn is_attribute(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let denies = at.checked_sub(1).is_some_and(|before| analysis.is(before, Class::Negation));
    analysis.is(at, Class::Adjective) && analysis.is(at + 1, Class::Noun) && !denies
}

/// "letzte Woche", "am Montag", "2021", "wenige Tage | später".
pub(super) fn is_time(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    const LEADS: ClassSet = groups::DETERMINER.with(groups::ATTRIBUTE).or(&[Class::Adposition, Class::Deictic]);
    // "the firm | recently", but "the past", "in the near future"
    let noun = |word: usize| {
        let known = analysis.known(word) == Some(Known::Noun) && !analysis.is(word, Class::Adverb);
        known && analysis.is_any(word - 1, LEADS)
    };
    let beside = |word: usize| word > tokens.start && tells_of_time(analysis, word) && !noun(word);
    let word = tokens.end - 1 - usize::from(beside(tokens.end - 1));
    let year = tokens.len() == 1 && analysis.kind(word) == TokenKind::Number && year(analysis.word(word)).is_some();
    // "vergangenes Wochenende", but "das vergangene Wochenende"
    let pointed = || tokens.len() > 1 && analysis.is(tokens.start, Class::Deictic);
    let unit = || !analysis.is(word, Class::Noun) || tells_when(analysis, tokens.end) || pointed();
    // "the fall | in prices", but "the fall of 2009"
    let deed = || {
        let end = tokens.end;
        analysis.is(word, Class::Season)
            && analysis.is_any(word, groups::NOUN.with(groups::VERBAL))
            && analysis.is_any(tokens.start, groups::DETERMINER)
            && analysis.is_any_adposition(end, &[Adposition::In, Adposition::Of])
            && analysis.kind(end + 1) == TokenKind::Word
            && !analysis.is_any(end + 1, groups::TIME.or(&[Class::Deictic]))
            && analysis.shape(word) == Shape::Lower
    };
    year || analysis.is_any(word, TIMES) && !deed() || analysis.is(word, Class::TimeUnit) && unit()
}

/// "*der Beginn* der Arbeiten": behind an article a part of a time is a thing, where nothing governs it; but "das Ende des Jahres".
pub(super) fn is_part(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let end = tokens.end;
    let dated = |at: usize| analysis.is_any(at, TIMES.or(&[Class::TimeUnit]));
    tokens.len() == 2
        && analysis.is(tokens.start, Class::Article)
        && analysis.is(end - 1, Class::Part)
        && analysis.shape(end - 1) != Shape::Lower
        && !dated(end)
        && !(analysis.is(end, Class::Article) && dated(end + 1))
        && analysis.profile(analysis.sentence_of(end - 1)).verb_final
}

/// "das", "this", alone.
pub(super) fn is_demonstrative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && analysis.is(phrase.start, Class::Demonstrative)
}

/// Whether nothing but one noun phrase or pronoun, with what hangs on it and adverbs behind it, stands before a verb.
pub(super) fn is_subject(analysis: &Analysis<'_, '_>, start: usize, verb: usize) -> bool {
    let pronoun = analysis.is(start, Class::Pronoun) && !analysis.is(start, Class::Possessive);
    let phrase = noun_phrase(analysis, start, verb).filter(|end| !is_time(analysis, start..*end));
    let end = phrase.map(|end| genitive(analysis, end, verb).unwrap_or(end)).or(pronoun.then_some(start + 1));
    end.is_some_and(|end| (end..verb).all(|at| between(analysis, at)))
}
