//! What a clause says besides subject and verb: its object, or the phrase that its verb governs by a preposition.

use std::ops::Range;

use super::constituent::{is_nominal, is_time, joins_nouns, skipped, skipped_length};
use super::subject::says;
use super::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known};
use crate::reading::Analysis;
use crate::reading::phrase::{
    begins_participle, can_be_accusative, genitive, is_dative, is_genitive, is_oblique, is_possessor, is_preposition,
    names_deed, noun_phrase, prepositional_phrase,
};
use crate::reading::verb::infinitive_mark;
use crate::text::{Shape, TokenKind};

/// What stands beside subject and verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Complements {
    /// The object or predicative: a noun phrase without preposition, with what hangs on it as a genitive or "of" phrase.
    pub object: Option<Range<usize>>,
    /// The noun phrase behind a preposition that verbs govern: "reagiert auf das Angebot", "travelled to Warsaw".
    pub governed: Option<Range<usize>>,
    /// Who does it, of a passive, with the preposition: "von der Polizei", "by police".
    pub agent: Option<Range<usize>>,
}

/// How far from its verb what belongs to it is looked for, in tokens.
const FAR: usize = 80;

/// Finds them. `apart` tells what stands for itself, as times do.
pub(crate) fn complements(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    apart: impl Fn(Range<usize>) -> bool,
) -> Complements {
    let mut found = Complements::default();
    let Some(of_verb) = clause.piece_of(verb.finite) else {
        return found;
    };
    // Where the verb stands between subject and object, the object comes first behind it; else anywhere.
    let free = analysis.profile(clause.sentence).verb_final;
    let behind = verb.tokens.last().map_or(verb.finite, |last| last + 1);
    let first = clause.extent().start;
    // What stands before the verb of a main clause is mostly its frame: "Mit der Reform entstehen …".
    let mut fronted = None;
    let mut placed = false;
    // Whether the clause has said anything before a mark; what a later piece begins with goes on with that.
    let mut seen = false;
    let mut last_end = first;
    // Every figure of a clause may ask, so that only what stands near the verb is looked at.
    let near = verb.finite.saturating_sub(FAR)..verb.finite + FAR;
    let from = clause.pieces.partition_point(|piece| piece.end <= near.start);
    let pieces = clause.pieces.get(from..).unwrap_or_default().iter().take_while(|piece| piece.start < near.end);
    for piece in pieces.filter(|piece| free || piece.start == of_verb.start) {
        let piece = &(piece.start.max(near.start)..piece.end.min(near.end));
        let mut at = if free { after_pronoun(analysis, clause, piece.start) } else { behind.max(piece.start) };
        // The end of the phrase before, on which a genitive right behind it hangs.
        let mut before = None;
        // Whether that stood behind a preposition.
        let mut led = false;
        // The last phrase with its preposition.
        let mut governor: Option<Range<usize>> = None;
        // What stands before a phrase with "with".
        let mut with = None;
        let had = found.object.is_some();
        // "kam ein Fremder, | ein Maler aus Bern": a noun phrase behind a comma goes on with the one before.
        let continues = free
            && clause.kind == ClauseKind::Main
            && piece.start == last_end + 1
            && !analysis.is(last_end.wrapping_sub(1), Class::Adjective);
        last_end = piece.end;
        if continues && !verb.tokens.iter().any(|token| piece.contains(token)) {
            seen = true;
            continue;
        }
        if continues && let Some(end) = noun_phrase(analysis, at, piece.end) {
            at = end;
            if analysis.is(at, Class::Coordinator) {
                at = noun_phrase(analysis, at + 1, piece.end).unwrap_or(at);
            }
        }
        while at < piece.end {
            if verb.tokens.contains(&at) || analysis.is_reflexive(at) {
                at += 1;
                continue;
            }
            // What stands in brackets is said beside.
            if analysis.kind(at) == TokenKind::Open {
                at = (at..piece.end).find(|at| analysis.kind(*at) == TokenKind::Close).unwrap_or(piece.end);
                continue;
            }
            if let Some(subject) = clause.subject.as_ref().filter(|subject| subject.contains(&at)) {
                at = subject.end;
                // "Bern | und Basel"
                if joins_nouns(analysis, at) {
                    at = noun_phrase(analysis, at + 1, piece.end).unwrap_or(at);
                }
                before = Some(at);
                continue;
            }
            if let Some(end) = prepositional_phrase(analysis, at, piece.end) {
                let length = analysis.sense(at, Class::Adposition).map_or(1, |sense| usize::from(sense.length));
                let by = analysis.is_adposition(end, Adposition::By);
                let phrase = at + length..if by { end } else { with_attribute(analysis, verb, end, piece.end) };
                let preposition = std::mem::replace(&mut at, phrase.end);
                let leads = free && clause.kind == ClauseKind::Main && !clause.shared && preposition < verb.finite;
                // "Aufgrund der Beschreibung | durch Zeugen wurde …", "wurde als Nachfolger | von Hardy vorgestellt"
                let of = analysis.is_adposition(preposition, Adposition::Of);
                let named = |before: Range<usize>| before.end == preposition && of && names(analysis, &before);
                let named = governor.replace(preposition..phrase.end).is_some_and(named);
                let hangs = free && (named || leads && before == Some(preposition));
                // "Gespräche mit der Firma | über die Löhne"
                let nouns = [preposition.checked_sub(1), with.take().filter(|_| before == Some(preposition))];
                if analysis.is_adposition(preposition, Adposition::With) {
                    with = nouns[0];
                }
                // "am Montag | als Nachfolger": what opens a phrase of its own joins nothing.
                if analysis.is(at, Class::Coordinator) && !analysis.is_adposition(at, Adposition::As) {
                    at = noun_phrase(analysis, at + 1, piece.end).unwrap_or(at);
                }
                before = Some(at);
                led = true;
                seen = true;
                if is_thing(analysis, phrase.clone()) && !apart(phrase.clone()) {
                    // "von der Polizei", not "von Wien aus"
                    let place = analysis.is(phrase.start, Class::Place);
                    if analysis.is_adposition(preposition, Adposition::By) && !place && !hangs {
                        found.agent.get_or_insert(preposition..phrase.end);
                    }
                    // "zum ersten Mal"
                    let rank = analysis.is(phrase.start, Class::OrdinalWord);
                    let closes = || closes(analysis, verb, at, piece.end);
                    // "refers to | the violation", "met with | the president": the preposition is the verb's own.
                    let own = verb.sense.is_some_and(|sense| preposition < verb.head + usize::from(sense.length));
                    if own && preposition > verb.head {
                        found.object = Some(phrase);
                        break;
                    }
                    let governed = is_governed(analysis, preposition, &phrase, closes) && !rank;
                    if governed && !(free && hangs_on_event(analysis, clause, &nouns, preposition)) {
                        // What stands before the verb is one phrase: "Zu der Pflicht für Firmen gehört".
                        let front = free && clause.kind == ClauseKind::Main && preposition < verb.finite;
                        if !front || preposition == first {
                            // "Auf Kritik stieß der Plan in den USA"
                            let somewhere = analysis.is_adposition(preposition, Adposition::In)
                                && is_oblique(analysis, phrase.start)
                                && analysis.is_any(phrase.end - 1, groups::PLACE);
                            placed |= !front && found.governed.is_none() && somewhere;
                            let slot = if front { &mut fronted } else { &mut found.governed };
                            // "kann gegen Bern wieder auf Huber zurückgreifen": of two the one before the verb's last part is its
                            // own, but where it hangs on the first ("auf den Bericht über die Lage").
                            let own = free && !front && verb.tokens.contains(&at);
                            if slot.as_ref().is_none_or(|earlier| own && earlier.end < preposition) {
                                *slot = Some(phrase);
                            }
                        }
                    }
                }
                if !free {
                    break;
                }
                continue;
            }
            // "in ganz Europa": a phrase that is not read to its end is no object for that.
            if is_preposition(analysis, at) {
                at = next_phrase(analysis, at + 1, piece.end);
                continue;
            }
            if skipped(analysis, at) && !analysis.is(at, Class::Quantifier) || is_adverbial(analysis, at) {
                at += skipped_length(analysis, at);
                continue;
            }
            // "All-in-|Verträge"
            let inside = free && analysis.kind(at.wrapping_sub(1)) == TokenKind::Hyphen && !analysis.space_before(at);
            // "einen | der größten Verträge"
            let one = is_possessor(analysis, at + 1) && is_determiner(analysis, at);
            let whole = || if one { noun_phrase(analysis, at + 1, piece.end) } else { None };
            // "provided | support"
            let deed = !free && at == behind && names_deed(analysis, at);
            let bare = || deed.then_some(at + 1);
            let Some(end) = noun_phrase(analysis, at, piece.end).or_else(whole).or_else(bare).filter(|_| !inside)
            else {
                at += 1;
                continue;
            };
            // "recalled the speech | given by him"
            let participle = !free && end > at + 1 && begins_participle(analysis, end - 1, at);
            let end = end - usize::from(participle);
            let phrase = at..if participle { end } else { with_attribute(analysis, verb, end, piece.end) };
            at = phrase.end;
            // "Den Angaben zufolge"
            let postposition = || {
                // "plant, den Brief | zu schicken", but "ist der Brief | zu hören"
                let mark = clause.kind == ClauseKind::Infinitive && infinitive_mark(analysis, at);
                // "brachte ein Kind | zur Welt"
                let own = verb.tokens.contains(&at);
                analysis.is(at, Class::Adposition) && verb.tokens.contains(&(at + 1)) && !mark && !own
            };
            if analysis.is(at, Class::SourceAfter) || postposition() {
                at += 1;
                continue;
            }
            let behind = before.replace(at) == Some(phrase.start);
            let led = std::mem::take(&mut led);
            // "die seit Jahren | verehrte Musikerin": a participle goes on with what stands before it.
            let attribute = free && behind && analysis.has_form(phrase.start, Class::Verb, Form::ATTRIBUTIVE);
            // "hinter Greg | van Avermaet", "vor Arjen | Robben": behind a given name what has no determiner goes on with it.
            const OPENS: ClassSet = groups::OPENS_PHRASE.or(&[Class::Pronoun, Class::Adjective]);
            let name = free
                && behind
                && led
                && analysis.is(phrase.start.wrapping_sub(1), Class::GivenName)
                && !analysis.is_any(phrase.start, OPENS);
            // "will Rechte stärken und Sperren …": behind the verb's last part stands no object.
            let trails = free && verb.head != verb.finite && phrase.start > verb.head.max(verb.finite);
            let leads = free && clause.kind == ClauseKind::Main && !clause.shared && phrase.start < verb.finite;
            let fixed = leads && clause.subject.as_ref().is_some_and(|subject| subject.start < verb.finite);
            let joined = free && joins_nouns(analysis, phrase.start.wrapping_sub(1));
            let hangs = attribute
                || name
                || fixed
                || trails
                || joined
                || behind && !can_be_accusative(analysis, phrase.start)
                || is_genitive(analysis, phrase.start)
                || is_dative(analysis, &(phrase.start..end));
            if hangs || !(deed || is_thing(analysis, phrase.start..end)) || apart(phrase.clone()) {
                continue;
            }
            if !free {
                // "gave | the minister | a report"
                let given = noun_phrase(analysis, at, piece.end)
                    .filter(|end| analysis.is(at, Class::Article) && is_thing(analysis, at..*end) && !apart(at..*end));
                found.object = Some(given.map_or(phrase, |end| at..with_attribute(analysis, verb, end, piece.end)));
                break;
            }
            // Of two the latter is what is given, made or done ("überreichte der Wehr einen Wagen"), but no dative and
            // no apposition.
            let later = clause.kind == ClauseKind::Main && piece.start > verb.finite;
            let first = found.object.is_none();
            if !(later && seen) && (first || !had && can_be_accusative(analysis, phrase.start)) {
                found.object = Some(phrase);
            }
            seen = true;
        }
    }
    let (first, second) = (found.governed.take(), fronted);
    found.governed = if placed { second.or(first) } else { first.or(second) };
    found
}

/// Behind the pronoun that opens a relative clause.
pub(crate) fn after_pronoun(analysis: &Analysis<'_, '_>, clause: &Clause, start: usize) -> usize {
    if clause.kind != ClauseKind::Relative || clause.coordinate || start != clause.extent().start {
        return start;
    }
    start + 1 + usize::from(analysis.is(start, Class::Adposition))
}

/// "verbietet *energisch* jede Unterbrechung": an adjective without ending tells how, where adjectives decline.
fn is_adverbial(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    profile.capital_nouns
        && analysis.kind(at) == TokenKind::Word
        && analysis.shape(at) == Shape::Lower
        && (analysis.is(at, Class::Adjective) || analysis.lexed.classes(at).has_none())
        && !(profile.adjective_like)(analysis.word(at))
        && !is_determiner(analysis, at)
}

fn is_determiner(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_any(at, groups::OPENS_PHRASE)
}

/// Behind the next noun phrase, and behind what stands before its noun: "durch das vom Kunden | eingeschaltete Portal".
fn next_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> usize {
    const NEAR: usize = 4;
    let mut at = at;
    let Some(mut behind) = (at..end.min(at + NEAR)).find_map(|at| noun_phrase(analysis, at, end)) else {
        return at;
    };
    while behind > at {
        at = behind;
        let goes_on = at < end && analysis.shape(at) == Shape::Lower && !is_determiner(analysis, at);
        behind = if goes_on { noun_phrase(analysis, at, end).unwrap_or(at) } else { at };
    }
    at
}

/// Whether a phrase names something: neither a pronoun nor a time nor a lone adjective, adverb or verb.
pub(crate) fn is_thing(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> bool {
    const PRONOUN: ClassSet =
        groups::PRONOMINAL.or(&[Class::Indefinite, Class::Interrogative, Class::Multiple, Class::RelativePronoun]);
    const NOUN: ClassSet = groups::NOUN.or(&[Class::Conversion]);
    const OTHER: ClassSet = groups::MODIFIER.or(&[Class::Approx, Class::Direction, Class::TimeRef, Class::Verb]);
    let Some(head) = phrase.end.checked_sub(1) else {
        return false;
    };
    let word = analysis.kind(head) == TokenKind::Word;
    let lower = analysis.shape(head) == Shape::Lower;
    // "died confronted", "seems certain", "das zumindest"; but "the repairing", "the 53-year-old"
    let profile = analysis.profile(analysis.sentence_of(head));
    let nominal = phrase.len() > 1 && is_determiner(analysis, phrase.start) && !profile.capital_nouns;
    let other = || {
        lower
            && !nominal
            && !analysis.is_any(head, NOUN)
            && (analysis.is_any(head, OTHER) || word && profile.capital_nouns)
    };
    // "escaped unhurt", but "wreaked havoc": where nouns have no capital, one alone is known or in the plural.
    let noun = || analysis.known(head) == Some(Known::Noun);
    let unknown = || {
        lower
            && !profile.capital_nouns
            && analysis.lexed.classes(head).has_none()
            && !(profile.plural_like)(analysis.word(head))
            && !noun()
    };
    // "einige Male" says how often; "a time", "the Times".
    let often = analysis.is(head, Class::Times) && profile.capital_nouns;
    !often
        && !(phrase.len() == 1 && (unknown() || analysis.is_any(head, PRONOUN) || !word))
        && !other()
        && !is_time(analysis, phrase.clone())
        && is_nominal(analysis, phrase)
}

/// "die Diskussion | über die Reform", "der Prozess | gegen ihn": what an event is about or against, behind its noun; but "der
/// Protest richtet sich gegen die Reform", "sprach in der Sitzung gegen die Reform", "stieg im Vergleich um 13".
fn hangs_on_event(analysis: &Analysis<'_, '_>, clause: &Clause, nouns: &[Option<usize>], preposition: usize) -> bool {
    const TOPICS: &[Adposition] = &[Adposition::Over, Adposition::About, Adposition::Around, Adposition::Against];
    let topic = || analysis.is_any_adposition(preposition, TOPICS);
    let behind = |noun: &usize| clause.holds(*noun) && analysis.is_noun_of(*noun, NounKind::Event);
    let says = || clause.verb.as_ref().is_some_and(|verb| says(analysis, verb));
    let amount =
        analysis.kind(preposition + 1) == TokenKind::Number || analysis.is_any(preposition + 1, groups::AMOUNT);
    nouns.iter().flatten().any(behind)
        && topic()
        && !amount
        && !says()
        && !clause.pieces.iter().cloned().flatten().take(FAR).any(|at| analysis.is_reflexive(at))
}

/// "als Nachfolger | von Hardy", "zur Chefin | von Hardy": what somebody or something is taken for or becomes.
fn names(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    let head = phrase.end - 1;
    let person = || analysis.is_any(head, groups::OFFICE) || analysis.is_noun_of(head, NounKind::Person);
    analysis.is_adposition(phrase.start, Adposition::As)
        || analysis.is_adposition(phrase.start, Adposition::To) && person()
}

/// Whether verbs govern what a preposition opens, so that it tells more than where, when or how.
fn is_governed(analysis: &Analysis<'_, '_>, at: usize, whole: &Range<usize>, closes: impl Fn() -> bool) -> bool {
    let phrase = whole.start;
    let both = analysis.is_adposition(at, Adposition::In);
    // "auf dem Platz", "am Ende": where it is, but next to where the verb stands or stood.
    if analysis.is_adposition(at, Adposition::On) && !points(analysis, at, phrase) {
        return closes();
    }
    // "nach Warschau", not "nach polnischen Angaben", "nach der Arbeit".
    if analysis.is_adposition(at, Adposition::After) {
        return analysis.is_any(phrase, groups::PLACE) && analysis.shape(phrase) != Shape::Lower;
    }
    analysis.senses_of(at, Class::Adposition).any(|sense| match Adposition::from_value(sense.value) {
        Some(
            Adposition::On
            | Adposition::To
            | Adposition::For
            | Adposition::About
            | Adposition::Against
            | Adposition::Over
            | Adposition::Towards,
        ) => true,
        // "in die Stadt", not "in der Stadt", "in den Städten".
        Some(Adposition::Into) => {
            !both
                || analysis.is(phrase, Class::Article)
                    && can_be_accusative(analysis, phrase)
                    && !is_dative(analysis, whole)
        }
        _ => false,
    })
}

/// Whether nothing but adverbs stands between a place and the verb's last part or the end of the stretch.
fn closes(analysis: &Analysis<'_, '_>, verb: &VerbGroup, at: usize, end: usize) -> bool {
    let next = (at..end).find(|at| {
        !analysis.is_any(*at, ClassSet::of(&[Class::Adverb, Class::Negation, Class::Coordinator]))
            && analysis.kind(*at) != TokenKind::Terminal
    });
    next.is_none_or(|next| verb.tokens.contains(&next))
}

/// Whether what "on" opens may be more than a place: not with the article of a dative.
fn points(analysis: &Analysis<'_, '_>, at: usize, phrase: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let contracted = analysis.holds_article(at);
    !(profile.verb_final && (contracted || analysis.is(phrase, Class::Article) && !can_be_accusative(analysis, phrase)))
}

/// Takes along what hangs on a noun: "the number | of complaints", "die Zahl | der Beschwerden", "den Verkauf | von drei
/// Schiffen", "Polizei | und Armee".
fn with_attribute(analysis: &Analysis<'_, '_>, verb: &VerbGroup, end: usize, limit: usize) -> usize {
    // Where the same word opens who does it or where something comes from, it hangs on no noun.
    let other =
        || analysis.is_adposition(end, Adposition::By) && (verb.passive || analysis.is_any(end + 1, groups::PLACE));
    let of = analysis.is_adposition(end, Adposition::Of);
    let further = if of && !other() {
        genitive(analysis, end, limit).filter(|further| !is_time(analysis, end + 1..*further))
    } else if is_possessor(analysis, end) {
        noun_phrase(analysis, end, limit)
    } else if analysis.is_coordinator(end, Coordinator::And) {
        noun_phrase(analysis, end + 1, limit)
            .filter(|end| *end == limit || is_preposition(analysis, *end) || verb.tokens.contains(end))
    } else {
        None
    };
    further.unwrap_or(end)
}
