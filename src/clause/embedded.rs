//! Clauses that begin before the verb of the one around them with no mark between: "The man | who was arrested | denied it".

use super::constituent::{is_subject, joins_nouns};
use super::reduced::says_on;
use super::{Cut, View, contact};
use crate::lexicon::class::Subordinator;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, noun_phrase};
use crate::reading::verb::{Finite, governs_clause};
use crate::text::{Shape, TokenKind};

/// How far before its verb a clause may begin.
const NEAR: usize = 8;

/// Where a clause begins between a stretch's start and its first finite verb.
pub(super) fn begins(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<Cut> {
    let analysis = view.analysis;
    // "figures showing | that it was …"
    let content = |at: &usize| {
        analysis.is_subordinator(*at, Subordinator::That)
            && analysis.has_form(*at - 1, Class::Verb, Form::GERUND)
            && governs_clause(analysis, *at - 1)
            && !analysis.is_any(*at - 1, groups::NOUN)
    };
    // "with the label | claiming it was …"
    let claims = |at: &usize| says_on(analysis, *at);
    joined(view, start, verb)
        .or_else(|| relative(view, start, verb))
        .or_else(|| with_subject(view, start, verb))
        .map(Cut::Before)
        .or_else(|| contact::of_subject(view, start, verb).map(Cut::Inside))
        .or_else(|| (start + 1..verb).find(claims).map(Cut::Before))
        .or_else(|| (start + 2..verb).find(content).map(Cut::Before))
}

/// "used by shops, banks | and would help them": the end of a list in a clause that goes on with another verb.
fn joined(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<usize> {
    let analysis = view.analysis;
    let and = verb.checked_sub(1).filter(|and| *and > start && joins_nouns(analysis, *and))?;
    let behind_comma = start > view.start && analysis.word(start - 1) == ",";
    (behind_comma && view.signs[verb].finite == Finite::Yes).then_some(and)
}

/// "The man | who was arrested", "the law | that bars it", "those | who fled": behind a noun, right before the verb.
fn relative(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<usize> {
    const NEAR: usize = 3;
    let analysis = view.analysis;
    let opens = |at: &usize| {
        let anybody = analysis.is_any(*at - 1, groups::PRONOMINAL) && !analysis.is(*at, Class::Demonstrative);
        analysis.is(*at, Class::RelativePronoun)
            && analysis.shape(*at) == Shape::Lower
            && (ends_noun(analysis, start, before_brackets(analysis, start, *at)) || anybody)
    };
    (start.max(verb.saturating_sub(NEAR)) + 1..verb).rev().find(opens)
}

/// "the union (BU) | which": before brackets that close right before a token.
fn before_brackets(analysis: &Analysis<'_, '_>, start: usize, at: usize) -> usize {
    if analysis.kind(at - 1) != TokenKind::Close {
        return at;
    }
    let from = (start + 1).max(at.saturating_sub(NEAR));
    (from..at).rev().find(|open| analysis.kind(*open) == TokenKind::Open).unwrap_or(at)
}

/// "The bridge | that the company built", "the claim | that he lied", "the bank | where he worked": behind a noun, with a subject
/// before the verb.
fn with_subject(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<usize> {
    let analysis = view.analysis;
    if is_preposition(analysis, start) {
        return None;
    }
    (start.max(verb.saturating_sub(NEAR)) + 1..verb).rev().find_map(|at| {
        let that = analysis.is_subordinator(at, Subordinator::That);
        let opens = that || analysis.is(at, Class::RelativePronoun);
        if !opens || analysis.shape(at) != Shape::Lower || !is_subject(analysis, at + 1, verb) {
            return None;
        }
        // "the bank | in which he invested"
        let governed = at - usize::from(!that && at > start + 1 && is_preposition(analysis, at - 1));
        ends_noun(analysis, start, governed).then_some(governed)
    })
}

/// Whether a noun ends right before a token; what may be a verb as well is a noun behind its determiner, or where nothing
/// stands before it.
pub(super) fn ends_noun(analysis: &Analysis<'_, '_>, start: usize, at: usize) -> bool {
    const NOUN: ClassSet = groups::NOUN.with(groups::PLACE).or(&[Class::Conversion, Class::Organisation]);
    const NO_NOUN: ClassSet = groups::LINK.or(&[Class::Adverb]);
    const BEFORE: ClassSet = groups::BEFORE_NOUN.with(groups::ATTRIBUTE);
    let noun = at - 1;
    // "the car market"
    let compound = || {
        let determined = |from: usize| analysis.is_any(from, groups::DETERMINER);
        (start.max(noun.saturating_sub(NEAR))..noun)
            .any(|from| determined(from) && noun_phrase(analysis, from, at) == Some(at))
    };
    let verb = || noun > start && !analysis.is_any(noun - 1, BEFORE) && !compound();
    matches!(analysis.kind(noun), TokenKind::Word | TokenKind::Number)
        && (analysis.is_any(noun, NOUN) || analysis.lexed.classes(noun).has_none())
        && !analysis.is_any(noun, NO_NOUN)
        && !(analysis.is(noun, Class::Verb) && verb())
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn a_clause_goes_on_behind_one_inside() {
        let shown = |text| shown("en", text).join(" / ");
        for (text, clauses) in [
            ("The man who sold the plant lives in Bern.", "The man | lives | live / The man | sold | sell"),
            ("The man who sold it in May bought a house.", "The man | bought | buy / The man | sold | sell"),
            (
                "The bridge that the company built collapsed.",
                "The bridge | collapsed | collapse / the company | built | build",
            ),
            (
                "The bridge the company built collapsed.",
                "The bridge | collapsed | collapse / the company | built | build",
            ),
            ("The money they raised paid for it.", "The money | paid | pay / they | raised | raise"),
            ("The bank where Weber worked bought a house.", "The bank | bought | buy / Weber | worked | work"),
            (
                "The bank in which Weber invested collapsed.",
                "The bank | collapsed | collapse / Weber | invested | invest",
            ),
            (
                "The claim that the company sold it angered Weber.",
                "The claim | angered | anger / the company | sold | sell",
            ),
            ("The fact that he lied led to protests.", "The fact | led | lead / he | lied | lie"),
            ("Those who sell cars may lose it.", "Those | may lose | lose / Those | sell | sell"),
            (
                "The man from Leeds who sold it bought a house.",
                "The man from Leeds | bought | buy / The man | sold | sell",
            ),
            ("The number of people who died rose to 12.", "The number of people | rose | rise / people | died | die"),
        ] {
            assert_eq!(shown(text), clauses, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_clause_inside() {
        let first = |text| shown("en", text)[0].clone();
        assert_eq!(first("The winner of that match will face Weber."), "The winner of that match | will face | face");
        assert_eq!(first("The company built houses in Bern."), "The company | built | build");
        assert_eq!(first("The day Weber left Bern was cold."), "The day Weber left Bern | was | -");
        assert_eq!(
            shown("en", "Signs that the bank is unhappy with the plant's managed fund have grown."),
            ["Signs | have grown | grow", "the bank | is | -"]
        );
    }

    #[test]
    fn what_is_said_beside_a_noun_is_not_told_of() {
        let shown = |lang, text| shown(lang, text).join(" / ");
        for (lang, text, clauses) in [
            ("en", "The film - a French production - tells the story.", "The film | tells | tell"),
            ("en", "It was Bosch - a maker of tools in Spain - which won.", "It | was | - / Bosch | won | win"),
            ("en", "The agency (EEA), which has 27 members, left.", "The agency | left | leave / The agency | has | -"),
            ("en", "He met the Bank of England, which left.", "He | met | meet / the Bank of England | left | leave"),
            (
                "de",
                "Anna Weber (SPD), die Brot kaufte, lachte.",
                "Anna Weber | lachte | lachen / Anna Weber | kaufte | kaufen",
            ),
            ("de", "Die Firma – ein Hersteller – kaufte das Werk.", "Die Firma | kaufte | kaufen"),
        ] {
            assert_eq!(shown(lang, text), clauses, "{text}");
        }
    }
}
