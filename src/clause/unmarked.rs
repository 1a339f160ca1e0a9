//! Main clauses right behind a subordinate one that leads the sentence, with no comma between: "When the police arrived | the
//! robbers had fled".

use std::ops::Range;

use super::constituent::{is_subject, is_subject_pronoun};
use super::reduced::is_passive;
use crate::lexicon::class::Subordinator;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, noun_phrase};
use crate::reading::verb::{between, governs_clause, needs_no_object};
use crate::text::{Shape, TokenKind};

/// Where the main clause begins whose finite verb is the second of two, in the stretch that the sentence begins with.
pub(super) fn begins(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> Option<usize> {
    let start = leading(analysis, first)?;
    if governs_clause(analysis, first) || !is_subject(analysis, start, first) || !is_finite(analysis, second) {
        return None;
    }
    let subject = subject(analysis, first, second)?;
    let complete = subject == first + 1 && is_complete(analysis, first);
    (complete || !goes_on(analysis, second)).then_some(subject)
}

/// Behind the conjunction that begins the sentence of a verb, where no mark stands between.
fn leading(analysis: &Analysis<'_, '_>, verb: usize) -> Option<usize> {
    use Subordinator::{After, Although, As, Because, Before, If, Since, Until, When, While};
    /// How far before the verb it may stand.
    const FAR: usize = 12;
    const LEADS: &[Subordinator] = &[After, Although, As, Because, Before, If, Since, Until, When, While];
    let at = analysis.sentences.get(analysis.sentence_of(verb))?.tokens.start as usize;
    let word = |at: usize| matches!(analysis.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Hyphen);
    if verb - at.min(verb) > FAR || !analysis.is(at, Class::Subordinator) || !(at..verb).all(word) {
        return None;
    }
    let leads = |sense: &&Sense| Subordinator::from_value(sense.value).is_some_and(|value| LEADS.contains(&value));
    analysis.senses_of(at, Class::Subordinator).find(leads).map(|sense| sense.end(at))
}

/// Where the subject begins that ends right before a verb, with nothing but adverbs between.
fn subject(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> Option<usize> {
    const NO_START: ClassSet = groups::DETERMINER.with(groups::LINK).with(groups::OPENER).or(&[Class::Cardinal]);
    let last = (first + 1..second).rev().find(|at| !between(analysis, *at))?;
    let begins = |at: &usize| {
        let before = *at - 1;
        let verb = before == first || analysis.is(before, Class::Verb) && !analysis.is_any(before, groups::NOUN);
        let free = !analysis.is_any(before, NO_START) && analysis.kind(before) != TokenKind::Number;
        let own = analysis.is_any(*at, groups::DETERMINER) || is_name(analysis, *at) && !is_name(analysis, before);
        let pronoun = *at == last && is_subject_pronoun(analysis, *at) && !analysis.is(*at, Class::RelativePronoun);
        // "was closed | drivers took"
        let tense = before == first
            && analysis.is(first, Class::Auxiliary)
            && analysis.has_form(*at, Class::Verb, Form::PARTICIPLE);
        free && !tense
            && !is_preposition(analysis, *at)
            && (pronoun || (own || verb) && noun_phrase(analysis, *at, last + 1) == Some(last + 1))
    };
    let at = (first + 1..last + 1).find(begins)?;
    Some(behind_object(analysis, first, at..last + 1).unwrap_or(at))
}

/// "joined the club | Jones had": of a phrase right behind a verb that takes an object, the name that ends it.
fn behind_object(analysis: &Analysis<'_, '_>, verb: usize, phrase: Range<usize>) -> Option<usize> {
    let name = phrase.clone().rev().take_while(|at| is_name(analysis, *at)).last()?;
    let person = |at: usize| analysis.is_any(at, groups::PERSON.with(groups::HEAD));
    let object = name > phrase.start + 1 && !person(name - 1);
    (phrase.start == verb + 1 && object && !is_complete(analysis, verb)).then_some(name)
}

fn is_name(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.kind(at) == TokenKind::Word && analysis.shape(at) != Shape::Lower
}

/// Whether a form can only be finite where it stands: "had", "closed the square", but not "the man accused of it".
fn is_finite(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let past = analysis.has_form(at, Class::Verb, Form::PAST) && !is_passive(analysis, at);
    analysis.is_any(at, groups::AUXILIARY) || past
}

fn is_complete(analysis: &Analysis<'_, '_>, verb: usize) -> bool {
    let complete = |sense: &Sense| analysis.verb_kind(*sense).is_some_and(needs_no_object);
    analysis.senses_of(verb, Class::Verb).any(complete)
}

/// Whether another clause follows behind a comma, to which the leading one may belong as a whole; but "…, where", "…, saying".
fn goes_on(analysis: &Analysis<'_, '_>, verb: usize) -> bool {
    /// How far behind the verb the comma is looked for.
    const FAR: usize = 30;
    let sentence = analysis.sentence_of(verb);
    let end = analysis.sentences.get(sentence).map_or(verb, |sentence| sentence.tokens.end as usize);
    let comma = (verb..end.min(verb + FAR)).find(|at| analysis.word(*at) == ",");
    comma.is_some_and(|comma| {
        let next = comma + 1;
        !analysis.is_any(next, groups::OPENER.or(&[Class::Coordinator]))
            && !analysis.has_form(next, Class::Verb, Form::GERUND)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn a_main_clause_behind_one_that_leads() {
        let shown = |text| shown("en", text).join(" / ");
        for (text, clauses) in [
            (
                "When the police arrived the robbers had fled.",
                "the police | arrived | arrive / the robbers | had fled | flee",
            ),
            ("After the war ended the family moved to Bern.", "the war | ended | end / the family | moved | move"),
            ("Before he joined the club Weber had played in Bern.", "he | joined | join / Weber | had played | play"),
            (
                "If the vote fails the council will resign.",
                "the vote | fails | fail / the council | will resign | resign",
            ),
        ] {
            assert_eq!(shown(text), clauses, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_main_clause() {
        let first = |text| shown("en", text)[0].clone();
        assert_eq!(first("After the game Weber sold the car his father had built.").split(" | ").next(), Some("Weber"));
        assert_eq!(first("When he said the plan failed, they left."), "he | said | say");
    }
}
