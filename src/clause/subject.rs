//! The subject of a clause.

use std::ops::Range;

use super::case::is_oblique;
use super::constituent::{is_preposition, leading, skipped, within};
use super::finite::infinitive_mark;
use super::phrase::noun_phrase;
use super::speaker::{can_speak, is_apposition, is_definite};
use super::{Clause, ClauseKind};
use crate::lexicon::class::Pronoun;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::TokenKind;

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
        // "Die Entscheidung bestätigte Richter Meier": who says something is a person or body.
        if says(analysis, verb) && found.as_ref().is_some_and(|found| !can_speak(analysis, found)) {
            return behind().filter(|behind| can_speak(analysis, behind) && is_definite(analysis, behind)).or(found);
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

/// "das", "this", alone.
fn is_demonstrative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 1 && analysis.is(phrase.start, Class::Demonstrative)
}

fn says(analysis: &Analysis<'_, '_>, verb: &super::VerbGroup) -> bool {
    verb.sense.is_some_and(|sense| matches!(analysis.entry(sense).tag, "say" | "think" | "find"))
}

/// "Das Geschenk hatte er erhalten": a pronoun that can only be a subject right behind the finite verb.
fn nominative_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let mut pronouns = analysis.senses_of(at, Class::Pronoun).filter(|sense| sense.length == 1).peekable();
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

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn a_preposition_that_begins_a_word_opens_no_phrase() {
        assert_eq!(shown("en", "Pre-tax profit fell."), ["Pre-tax profit | fell | fall"]);
        assert_eq!(shown("en", "Anti-fraud agencies warned."), ["Anti-fraud agencies | warned | warn"]);
        assert_eq!(shown("en", "In Leeds the profit fell."), ["the profit | fell | fall"]);
    }

    #[test]
    fn a_distance_in_time_is_no_part_of_the_subject() {
        assert_eq!(shown("en", "A week later police counted boats."), ["police | counted | count"]);
        assert_eq!(shown("en", "About three years ago the company left."), ["the company | left | leave"]);
        assert_eq!(shown("en", "The 23 year old was arrested.")[0], "The 23 year old | was arrested | arrest");
    }

    #[test]
    fn who_says_something_is_a_person_or_body() {
        assert_eq!(
            shown("de", "Die Entscheidung bestätigte Richter Meier am Montag."),
            ["Richter Meier | bestätigte | bestätigen"]
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
    fn a_year_is_not_the_subject() {
        assert_eq!(shown("de", "2021 waren es sieben."), ["es | waren | -"]);
        assert_eq!(shown("de", "2021 starben sie."), ["sie | starben | sterben"]);
        assert_eq!(shown("de", "2400 Menschen starben.")[0], "2400 Menschen | starben | sterben");
    }

    #[test]
    fn what_is_denied_has_a_case() {
        assert_eq!(shown("de", "Seit März hat keinen Hund der Mann."), ["der Mann | hat | -"]);
        assert_eq!(shown("de", "Im März bellte kein Hund."), ["kein Hund | bellte | bellen"]);
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
