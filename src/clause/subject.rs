//! The subject of a clause.

use std::ops::Range;

use super::finite::{infinitive_mark, is_adposition};
use super::phrase::{begins_participle, is_oblique, noun_phrase, opens_compound, prepositional_phrase};
use super::verb::is_reflexive;
use super::{Clause, ClauseKind};
use crate::analysis::Analysis;
use crate::lexicon::class::{Adposition, Pronoun};
use crate::lexicon::{Class, ClassSet, Form};
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
const TIMES: ClassSet =
    ClassSet::of(&[Class::Weekday, Class::Month, Class::Relative, Class::TimeRef, Class::Season, Class::Part]);

/// The tokens of the subject. A relative clause takes the noun phrase before it, which stands in `before`; a clause that
/// begins with a conjunction and has no subject of its own shares that of `before`.
pub(super) fn find(analysis: &Analysis<'_, '_>, clause: &Clause, before: Option<&Clause>) -> Option<Range<usize>> {
    let own = own(analysis, clause, before);
    if own.is_some() || !clause.coordinate && !begins_with_verb(clause) {
        return own;
    }
    before.and_then(|before| before.subject.clone())
}

/// "prallte gegen eine Mauer": the clause goes on with what the one before is about.
fn begins_with_verb(clause: &Clause) -> bool {
    let first = clause.pieces.first().map(|piece| piece.start);
    clause.verb.as_ref().is_some_and(|verb| Some(verb.finite) == first)
}

fn own(analysis: &Analysis<'_, '_>, clause: &Clause, before: Option<&Clause>) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref()?;
    let verb_final = analysis.profile(clause.sentence).verb_final;
    if clause.kind == ClauseKind::Infinitive {
        return governed(analysis, clause, before, verb_final);
    }
    let piece_of_verb = clause.piece_of(verb.finite)?;
    let first = clause.pieces.first()?.start;
    if clause.kind == ClauseKind::Relative {
        let start = if clause.coordinate { first } else { first + 1 };
        let own = if verb_final {
            within(analysis, start..verb.finite, verb)
        } else {
            leading(analysis, start..verb.finite.max(start), verb_final)
        };
        // "die er sah", "die der Minister vorstellte", but "die 37 Menschen festnahm".
        let own = own.filter(|own| {
            !verb_final
                || is_oblique(analysis, first)
                || analysis.is_any(own.start, ClassSet::of(&[Class::Pronoun, Class::Article]))
        });
        if clause.coordinate {
            return own;
        }
        return own.or_else(|| antecedent(analysis, clause, before, first));
    }
    if verb_final && clause.kind != ClauseKind::Main {
        // A condition that begins with its verb has its subject behind it.
        let start =
            if verb.finite == first { first + 1..clause.extent().end } else { first..verb.tokens[0].max(first) };
        return within(analysis, start, verb);
    }
    // English and German main clauses alike: what stands before the finite verb, unless it is adverbial.
    let mut front = clause
        .pieces
        .iter()
        .take_while(|piece| piece.start <= piece_of_verb.start)
        .filter(|piece| piece.start == first || !is_aside(analysis, piece.start))
        .map(|piece| piece.start..piece.end.min(verb.finite));
    if clause.shared && clause.coordinate {
        return None;
    }
    if clause.shared {
        return within(analysis, first..verb.tokens[0].max(first), verb);
    }
    if let ClauseKind::Subordinate(_) = clause.kind {
        // "as the agency announced": behind the conjunction, which may also be a preposition.
        let subject = leading(analysis, first + 1..verb.finite, verb_final);
        if subject.is_some() {
            return subject;
        }
    }
    let behind = || within(analysis, verb.finite + 1..piece_of_verb.end, verb);
    let adverbial = is_preposition(analysis, first);
    if verb_final {
        let found = if adverbial { None } else { front.find_map(|piece| leading(analysis, piece, true)) };
        // "Das teilte die Polizei mit": what is said stands first.
        let said = says(analysis, verb) && found.as_ref().is_some_and(|found| is_demonstrative(analysis, found));
        if found.is_some() && (said || nominative_pronoun(analysis, verb.finite + 1)) {
            return behind().or(found);
        }
        // "Die Entscheidung kritisierte Richter Meier": who says something is a person or body.
        if says(analysis, verb) && found.as_ref().is_some_and(|found| !can_speak(analysis, found)) {
            return behind().filter(|behind| can_speak(analysis, behind) && !is_counted(analysis, behind)).or(found);
        }
        return found.or_else(behind);
    }
    // "In Poland, a small country, the number …": after an adverbial the subject stands next to the verb.
    // "Castlow, she said, was …": a verb of saying takes the nearest too.
    let found = if adverbial || says(analysis, verb) {
        let mut subjects = front.filter_map(|piece| leading(analysis, piece, false));
        let first = subjects.next();
        subjects.last().filter(|last| !is_apposition(analysis, first.as_ref(), last, verb.finite)).or(first)
    } else {
        front.find_map(|piece| leading(analysis, piece, false))
    };
    let inverts = adverbial || analysis.is(verb.finite, Class::Auxiliary) || says(analysis, verb);
    found.or_else(|| if inverts { behind() } else { None })
}

/// Words in brackets, and a title in quotation marks that goes on with what stands before it: 'According to the "Times"'.
fn is_aside(analysis: &Analysis<'_, '_>, start: usize) -> bool {
    const GOES_ON: ClassSet = ClassSet::of(&[Class::Article, Class::Adposition, Class::Possessive]);
    match analysis.kind(start - 1) {
        TokenKind::Open => true,
        TokenKind::Quote => start > 1 && analysis.is_any(start - 2, GOES_ON),
        _ => false,
    }
}

/// "Helen Marwick, a spokeswoman, | said": what stands between a name and its verb.
fn is_apposition(analysis: &Analysis<'_, '_>, name: Option<&Range<usize>>, phrase: &Range<usize>, verb: usize) -> bool {
    const BEGINS: ClassSet = ClassSet::of(&[Class::Article, Class::IndefiniteArticle, Class::Possessive, Class::Role]);
    name.is_some_and(|name| name.end + 1 == phrase.start && analysis.shape(name.end - 1) != Shape::Lower)
        && analysis.kind(phrase.start - 1) == TokenKind::Separator
        && analysis.kind(verb - 1) == TokenKind::Separator
        && analysis.is_any(phrase.start, BEGINS)
}

/// "neun Verletzte": what an accident demands, not who demands.
fn is_counted(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.clone().take(3).any(|at| analysis.kind(at) == TokenKind::Number || analysis.is(at, Class::Cardinal))
}

/// Whether a phrase names somebody, a body, or something written.
fn can_speak(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const SPEAKERS: ClassSet = ClassSet::of(&[
        Class::Role,
        Class::Title,
        Class::GivenName,
        Class::Surname,
        Class::Person,
        Class::Organisation,
        Class::OrganisationHead,
        Class::Country,
        Class::Demonym,
        Class::Medium,
        Class::Pronoun,
        Class::Indefinite,
        Class::Demonstrative,
    ]);
    // "Demirtaş": a word that no dictionary knows, alone, may be a name.
    let unknown = analysis.lexed.classes(phrase.end - 1).has_none() && !analysis.is(phrase.start, Class::Article);
    unknown
        || phrase.clone().take(12).any(|at| {
            analysis.is_any(at, SPEAKERS)
                || analysis.is(at, Class::Noun)
                    && analysis.senses(at).iter().any(|sense| {
                        sense.class == Class::Noun && matches!(analysis.entry(*sense).tag, "person" | "group")
                    })
        })
}

/// "das", "this", alone.
fn is_demonstrative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && analysis.is(phrase.start, Class::Demonstrative)
}

fn says(analysis: &Analysis<'_, '_>, verb: &super::VerbGroup) -> bool {
    verb.sense.is_some_and(|sense| matches!(analysis.entry(sense).tag, "say" | "think" | "find"))
}

/// "Das Geschenk hatte er erhalten": a pronoun that can only be a subject right behind the finite verb.
fn nominative_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let mut pronouns =
        analysis.senses(at).iter().filter(|sense| sense.class == Class::Pronoun && sense.length == 1).peekable();
    pronouns.peek().is_some()
        && pronouns.all(|sense| {
            !sense.form.has(Form::OBLIQUE)
                && matches!(
                    Pronoun::from_value(sense.value),
                    Some(Pronoun::I | Pronoun::He | Pronoun::HeIt | Pronoun::We | Pronoun::One)
                )
        })
}

/// The subject of an infinitive: whom the clause before asks or lets ("asks its creditors to forgive"), else that
/// clause's subject.
fn governed(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    before: Option<&Clause>,
    verb_final: bool,
) -> Option<Range<usize>> {
    let before = before?;
    let verb = before.verb.as_ref()?;
    let end = clause.extent().start;
    let adjacent = !verb_final && before.extent().end == end && infinitive_mark(analysis, end);
    // Verbs whose object does what the infinitive says.
    if adjacent && says(analysis, verb) {
        let object = within(analysis, verb.tokens.last().map_or(end, |last| last + 1)..end, verb);
        // "announced plans to cut": what is planned is no one who does it.
        let agent = |object: &Range<usize>| object.end == end && !analysis.is(end - 1, Class::Conversion);
        if object.as_ref().is_some_and(agent) {
            return object;
        }
    }
    before.subject.clone()
}

/// The subject in the stretch before the finite verb, with all that hangs on it.
fn leading(analysis: &Analysis<'_, '_>, piece: Range<usize>, verb_final: bool) -> Option<Range<usize>> {
    if verb_final { leading_constituent(analysis, piece) } else { last_phrase(analysis, piece) }
}

/// German: one constituent stands before the verb; after a prepositional one there is no subject.
fn leading_constituent(analysis: &Analysis<'_, '_>, piece: Range<usize>) -> Option<Range<usize>> {
    let mut at = piece.start;
    while at < piece.end {
        if skipped(analysis, at) {
            at += skipped_length(analysis, at);
            continue;
        }
        if is_preposition(analysis, at) {
            return None;
        }
        if at + 1 == piece.end
            && analysis.is_any(at, ClassSet::of(&[Class::Demonstrative, Class::Pronoun]))
            && !is_oblique(analysis, at)
        {
            return Some(at..piece.end);
        }
        if let Some(end) = noun_phrase(analysis, at, piece.end) {
            if is_oblique(analysis, at) {
                return None;
            }
            if is_time(analysis, at..end) || !is_nominal(analysis, at..end) {
                at = end;
                continue;
            }
            let end = trimmed(analysis, at..piece.end);
            return Some(at..end.max(at + 1));
        }
        at += 1;
    }
    None
}

/// English: the last noun phrase before the verb that is no preposition's object, with the ones that "and" joins to it
/// and the prepositional phrases behind it: "In Poland the number of complaints", "the city and its mayor".
fn last_phrase(analysis: &Analysis<'_, '_>, piece: Range<usize>) -> Option<Range<usize>> {
    let mut at = piece.start;
    let mut found: Option<Range<usize>> = None;
    // Whether what comes next hangs on a preposition or on the phrase before.
    let (mut governed, mut joined) = (false, false);
    while at < piece.end {
        if is_preposition(analysis, at) && !analysis.is(at, Class::Pronoun) {
            let length = analysis.sense(at, Class::Adposition).map_or(1, |sense| usize::from(sense.length));
            at += length;
            governed = true;
            continue;
        }
        if analysis.is(at, Class::Coordinator) && analysis.shape(at) == Shape::Lower {
            joined = true;
            at += 1;
            continue;
        }
        // What stands in brackets is no subject.
        if analysis.kind(at) == TokenKind::Open {
            at = (at..piece.end.min(at + 16)).find(|token| analysis.kind(*token) == TokenKind::Close).unwrap_or(at) + 1;
            continue;
        }
        let pronoun = at == piece.start
            && at + 1 == piece.end
            && analysis.is_any(at, ClassSet::of(&[Class::Demonstrative, Class::Pronoun]));
        if skipped(analysis, at) && !pronoun {
            at += skipped_length(analysis, at);
            continue;
        }
        let end = if pronoun { Some(at + 1) } else { noun_phrase(analysis, at, piece.end) };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        // What is told of a noun by a participle hangs on it: "figures | released last week".
        let participle = (at + 1..end).find(|here| begins_participle(analysis, *here, at));
        let end = participle.unwrap_or(end);
        let object = std::mem::take(&mut governed);
        let with_before = std::mem::take(&mut joined) && found.is_some();
        let subject =
            pronoun || !is_oblique(analysis, at) && !is_time(analysis, at..end) && is_nominal(analysis, at..end);
        if !object && !with_before && subject {
            found = Some(at..end);
        }
        governed = participle.is_some();
        at = end.max(at + 1) + usize::from(governed);
    }
    let found = found?;
    Some(found.start..trimmed(analysis, found.start..piece.end).max(found.start + 1))
}

/// A preposition that takes a phrase along: not one before a figure ("über 100 Menschen"), nor the English article.
fn is_preposition(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Adposition)
        && !analysis.is(at, Class::Article)
        && !opens_subject(analysis, at)
        && !opens_compound(analysis, at)
}

/// Adpositions that open a figure rather than a place: "über 100 Menschen", "around 37 people".
fn opens_subject(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Approx)
        && (analysis.kind(at + 1) == TokenKind::Number
            || analysis.is_any(at + 1, ClassSet::of(&[Class::Cardinal, Class::Approx])))
}

/// Without the adverbs at its end, and without words in brackets and what follows them.
fn trimmed(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> usize {
    let bracket = tokens.clone().find(|token| analysis.kind(*token) == TokenKind::Open);
    let mut end = bracket.unwrap_or(tokens.end);
    while end > tokens.start + 1 && skipped(analysis, end - 1) {
        end -= 1;
    }
    end
}

/// The first noun phrase in a stretch that can be a subject: after the verb, or after a conjunction.
fn within(analysis: &Analysis<'_, '_>, tokens: Range<usize>, verb: &super::VerbGroup) -> Option<Range<usize>> {
    let mut at = tokens.start;
    while at < tokens.end {
        let reflexive = is_reflexive(analysis, at);
        if reflexive || skipped(analysis, at) || verb.tokens.contains(&at) {
            at += if reflexive { 1 } else { skipped_length(analysis, at) };
            continue;
        }
        if is_preposition(analysis, at) {
            at = prepositional_phrase(analysis, at, tokens.end).unwrap_or(at + 1);
            continue;
        }
        let Some(end) = noun_phrase(analysis, at, tokens.end) else {
            at += 1;
            continue;
        };
        if is_oblique(analysis, at) || is_time(analysis, at..end) || !is_nominal(analysis, at..end) {
            at = end;
            continue;
        }
        return Some(at..with_genitive(analysis, end, tokens.end));
    }
    None
}

/// Takes along what hangs on the noun as a genitive or "of" phrase: "die Zahl der Toten", "the number of cases".
fn with_genitive(analysis: &Analysis<'_, '_>, end: usize, limit: usize) -> usize {
    if is_adposition(analysis, end, Adposition::Of) {
        return prepositional_phrase(analysis, end, limit).unwrap_or(end);
    }
    // Behind a name the same article is a dative: "sagte Meier der Zeitung".
    let named = analysis.is_any(end - 1, ClassSet::of(&[Class::Surname, Class::GivenName]))
        && !analysis.is(end - 1, Class::Noun);
    if is_possessor(analysis, end) && !named { noun_phrase(analysis, end, limit).unwrap_or(end) } else { end }
}

/// An article that can stand in the genitive: "des", "der", "eines".
fn is_possessor(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Article)
        && analysis.senses(at).iter().any(|sense| sense.class == Class::Article && sense.form.has(Form::POSSESSOR))
}

/// The noun phrase that a relative pronoun stands for: the last one before the clause.
fn antecedent(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    before: Option<&Clause>,
    first: usize,
) -> Option<Range<usize>> {
    let sentence = analysis.sentences[clause.sentence].tokens.start as usize;
    let limit = before.map_or(sentence, |before| before.extent().start.max(sentence));
    // From the clause's start back to the start of the nearest phrase that ends there.
    let mut end = first;
    while end > limit && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number) {
        end -= 1;
    }
    let from = limit.max(end.saturating_sub(8));
    (from..end)
        .find(|at| {
            !skipped(analysis, *at)
                && !analysis.is(*at, Class::Adposition)
                && noun_phrase(analysis, *at, end) == Some(end)
        })
        .map(|at| at..end)
}

/// Whether a phrase can be what a clause is about: not a lone adverb, adjective, amount or number of a date ("mehr",
/// "selbstverständlich", "2020").
fn is_nominal(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    const NO_NOUN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Adjective, Class::Quantifier, Class::Subordinator]);
    const NOUN: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Pronoun, Class::Demonstrative, Class::Indefinite, Class::Role]);
    let last = tokens.end - 1;
    tokens.len() > 1
        || !analysis.is_any(last, NO_NOUN)
        || analysis.is_any(last, NOUN) && !analysis.is(last, Class::Subordinator)
}

/// How many tokens a skipped phrase has: "a total of", "last year".
fn skipped_length(analysis: &Analysis<'_, '_>, at: usize) -> usize {
    let mut senses =
        analysis.senses(at).iter().filter(|sense| SKIPPED.has(sense.class) || sense.class == Class::Approx);
    senses.next().map_or(1, |sense| usize::from(sense.length).max(1))
}

fn skipped(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let first = || analysis.sentences[analysis.sentence_of(at)].tokens.start as usize == at;
    !matches!(
        analysis.kind(at),
        TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Symbol | TokenKind::Tag
    ) || analysis.is_any(at, SKIPPED) && (analysis.shape(at) == Shape::Lower || first())
}

fn is_time(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let word = tokens.end - 1;
    analysis.is_any(word, TIMES) || analysis.is(word, Class::TimeUnit) && !analysis.is(word, Class::Noun)
}

#[cfg(test)]
mod tests {
    use crate::clause::testing::shown;

    #[test]
    fn a_preposition_that_begins_a_word_opens_no_phrase() {
        assert_eq!(shown("en", "Pre-tax profit fell."), ["Pre-tax profit | fell | fall"]);
        assert_eq!(shown("en", "Anti-fraud agencies warned."), ["Anti-fraud agencies | warned | warn"]);
        assert_eq!(shown("en", "In Leeds the profit fell."), ["the profit | fell | fall"]);
    }

    #[test]
    fn who_says_something_is_a_person_or_body() {
        assert_eq!(
            shown("de", "Die Entscheidung kritisierte Richter Meier am Montag."),
            ["Richter Meier | kritisierte | kritisieren"]
        );
        assert_eq!(shown("de", "Die Polizei teilte Meier am Montag mit.")[0], "Die Polizei | teilte mit | mitteilen");
        assert_eq!(shown("de", "Ein Unfall forderte neun Verletzte."), ["Ein Unfall | forderte | fordern"]);
    }

    #[test]
    fn an_apposition_is_not_the_subject() {
        assert_eq!(
            shown("en", "Helen Marwick, a spokeswoman for the agency, said nothing."),
            ["Helen Marwick | said | say"]
        );
        assert_eq!(shown("en", "On Monday, the agency said nothing."), ["the agency | said | say"]);
    }

    #[test]
    fn an_adjective_shows_the_case_of_its_article() {
        assert_eq!(shown("de", "Der niederländischen Ministerin sagte Meier nichts."), ["Meier | sagte | sagen"]);
        assert_eq!(shown("de", "Der neue Minister sagte nichts."), ["Der neue Minister | sagte | sagen"]);
    }

    #[test]
    fn a_participle_behind_the_subject() {
        assert_eq!(
            shown("en", "Figures released last week showed a record."),
            ["Figures released last week | showed | show"]
        );
        assert_eq!(shown("en", "Last week the agency showed figures.")[0], "the agency | showed | show");
    }
}
