//! Which forms are finite where the finite verb of a main clause stands second and that of a subordinate clause last: German.

use super::finite::{by_form, can_be_verb};
use super::group::{VerbGroup, Words, is_leading_participle, is_unknown_infinitive, is_unknown_participle, lets};
use super::sign::{Finite, Sign, infinitive_mark};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::phrase::is_measured;
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// Whether a verb's form is finite where it stands.
pub(super) fn finite(s: &Sentence<'_, '_>, token: usize, has_verb: bool) -> Finite {
    let analysis = s.analysis;
    // "einen drei Meter | langen Zaun"
    let measured = || token > s.start && is_measured(s, token - 1);
    // "Ahmed | bin Mohammed"
    let named = || {
        analysis.is(token, Class::NameParticle)
            && token > s.start
            && analysis.shape(token - 1) == Shape::Title
            && analysis.shape(token + 1) == Shape::Title
    };
    if !can_be_verb(s, token)
        || is_other_word(analysis, token)
        || measured()
        || is_governed_adjective(s, token)
        || named()
    {
        return Finite::No;
    }
    let marked = token > s.start && infinitive_mark(analysis, token - 1);
    let infinitive = |class| analysis.has_form(token, class, Form::INFINITIVE);
    // "genommen zu haben", also where a prefix could make another verb of it ("haben … vor").
    if marked && (infinitive(Class::Auxiliary) || infinitive(Class::Modal)) {
        return Finite::No;
    }
    if is_for_participle(s, token) {
        return Finite::No;
    }
    match by_form(analysis, token, false) {
        Finite::Perhaps if marked => Finite::No,
        Finite::Perhaps if !has_verb && (goes_on(analysis, token, s.end) || is_joined(s, token)) => Finite::Yes,
        best => best,
    }
}

/// "haben sich Firmen und Verbände einigen *können*": the infinitive of a modal that stands for its participle, behind another
/// infinitive and "have" in the same stretch.
fn is_for_participle(s: &Sentence<'_, '_>, token: usize) -> bool {
    /// How far before it "have" may stand.
    const FAR: usize = 24;
    let analysis = s.analysis;
    let behind = || {
        let before = token.checked_sub(1).filter(|before| *before > s.start);
        before.is_some_and(|before| analysis.has_form(before, Class::Verb, Form::INFINITIVE))
    };
    if !analysis.has_form(token, Class::Modal, Form::INFINITIVE) || !behind() {
        return false;
    }
    let inside = |at: &usize| matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number | TokenKind::Ordinal);
    let opens =
        |at: usize| analysis.is_any(at, groups::OPENER) && !analysis.is_any(at, groups::LINK.with(groups::DETERMINER));
    // "hat das Amt ausgeübt | und lernen können"
    let ends = |at: usize| {
        analysis.is_coordinator(at, Coordinator::And)
            && at.checked_sub(1).is_some_and(|before| analysis.has_form(before, Class::Verb, Form::PARTICIPLE))
    };
    let stretch = (s.start..token - 1).rev().take(FAR).take_while(inside).take_while(|at| !opens(*at) && !ends(*at));
    stretch.into_iter().any(|at| analysis.is_auxiliary(at, Auxiliary::Have))
}

/// "im *leeren* Saal", "mit *leeren* Händen", "seine *wahre* Ursache", "der *bessere* Teil": between a preposition, possessive or
/// article and its noun stands no finite verb.
fn is_governed_adjective(s: &Sentence<'_, '_>, token: usize) -> bool {
    const LEADS: &[Adposition] = &[Adposition::In, Adposition::Into, Adposition::Of, Adposition::With];
    let analysis = s.analysis;
    let Some(before) = token.checked_sub(1).filter(|before| *before >= s.start) else {
        return false;
    };
    let leads = || {
        analysis.holds_article(before)
            || analysis.is_any_adposition(before, LEADS)
                && !analysis.is_any(before, ClassSet::of(&[Class::Adverb, Class::Particle, Class::SourceAfter]))
    };
    let owned =
        || analysis.is(before, Class::Possessive) && !analysis.is_any(before, groups::AUXILIARY.or(&[Class::Pronoun]));
    let described = || analysis.is(before, Class::Article) && analysis.is(token, Class::Adjective);
    (analysis.is(before, Class::Adposition) && leads() || owned() || described())
        && analysis.shape(token) == Shape::Lower
        && analysis.kind(token + 1) == TokenKind::Word
        && analysis.shape(token + 1) != Shape::Lower
        && (s.profile.adjective_like)(analysis.word(token))
        && !analysis.is_any(token, groups::AUXILIARY)
        && !analysis.has_form(token, Class::Verb, Form::PAST)
}

/// A form that is also an infinitive or participle is finite where its clause goes on behind it: "stehen fast
/// 500 Menschen", not "müssen stehen".
fn goes_on(analysis: &Analysis<'_, '_>, token: usize, end: usize) -> bool {
    const GOES_ON: ClassSet =
        groups::OPENS_PHRASE.or(&[Class::Adposition, Class::Adverb, Class::Approx, Class::Negation, Class::Pronoun]);
    let next = token + 1;
    // "suchen | einen Käufer": an article is no form of "einen".
    // "bieten | Waren an": a noun neither.
    let verbal = analysis.is_any(next, groups::VERBAL)
        && !analysis.is_any(next, groups::DETERMINER)
        && analysis.shape(next) == Shape::Lower;
    // "machen | alte Autos"
    let profile = analysis.profile(analysis.sentence_of(token));
    let described = || {
        (analysis.is(next, Class::Adjective) || analysis.is_unknown_word(next))
            && (profile.adjective_like)(analysis.word(next))
            && analysis.kind(next + 1) == TokenKind::Word
            && analysis.shape(next + 1) != Shape::Lower
    };
    next < end
        && !verbal
        && (analysis.is_any(next, GOES_ON)
            || described()
            || analysis.kind(next) == TokenKind::Number
            || analysis.shape(next) != Shape::Lower)
        && analysis.kind(next) != TokenKind::Separator
        // "Geld gestohlen | zu haben"
        && !(infinitive_mark(analysis, next) && analysis.has_form(next + 1, Class::Auxiliary, Form::INFINITIVE))
        && matches!(analysis.kind(next), TokenKind::Word | TokenKind::Number)
        && !has_attributive(analysis, token)
}

/// "dass sie Waren *verkauft* und Kunden betreut": before a conjunction in a clause that ends in its verb a form that is also a
/// participle is finite, where there is no auxiliary that it could belong to.
fn is_joined(s: &Sentence<'_, '_>, token: usize) -> bool {
    /// How far the clause's first and last words are looked for.
    const FAR: usize = 24;
    let analysis = s.analysis;
    let mark = |at: &usize| !matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number | TokenKind::Ordinal);
    if !analysis.is_coordinator(token + 1, Coordinator::And) {
        return false;
    }
    let opens = |at: usize| analysis.is_any(at, ClassSet::of(&[Class::Subordinator, Class::RelativePronoun]));
    let first = (s.start..token).rev().take(FAR).find(mark).map_or(s.start, |mark| mark + 1);
    let Some(end) = (token + 2..s.end).take(FAR).find(mark) else {
        return false;
    };
    // "*Weil* er das Werk verkauft und die Halle kauft, …"
    let leads = first == s.start && analysis.is(first, Class::Subordinator) && analysis.word(end) == ",";
    (leads || first > s.start && analysis.word(first - 1) == ",")
        && opens(first)
        && end > token + 3
        && by_form(analysis, end - 1, false) > Finite::No
        && !(first..end).any(|at| analysis.is_any(at, groups::AUXILIARY) && analysis.shape(at) == Shape::Lower)
        && (!analysis.is(token + 2, Class::Verb) || analysis.is_any(token + 2, groups::DETERMINER))
}

/// "verletzte Menschen": the form may be an adjective before its noun.
fn has_attributive(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.shape(token + 1) != Shape::Lower
        && analysis.kind(token + 1) == TokenKind::Word
        && analysis.has_form(token, Class::Verb, Form::ATTRIBUTIVE)
}

/// Words that a verb's form equals by chance: "eine" of "einen", "mehr" of "mehren", "Ende" at a sentence's start. An
/// auxiliary or modal is none of them.
fn is_other_word(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const CLOSED: ClassSet = groups::OPENS_PHRASE.or(&[
        Class::Adposition,
        Class::Adverb,
        Class::Deictic,
        Class::Pronoun,
        Class::Subordinator,
    ]);
    const NOUNS: ClassSet = groups::NOUN.with(groups::PERSON).or(&[
        Class::DayPart,
        Class::Month,
        Class::Organisation,
        Class::Part,
        Class::Place,
        Class::Season,
    ]);
    let noun = || analysis.shape(token) != Shape::Lower && analysis.is_any(token, NOUNS);
    !analysis.is_any(token, groups::AUXILIARY) && (analysis.is_any(token, CLOSED) || noun())
}

/// Adds to an auxiliary or modal the participles and infinitives at the clause's end, from the end inwards: "erhalten haben
/// soll", "festgenommen worden".
pub(super) fn join(words: Words<'_, '_, '_>, tokens: &[usize], group: &mut VerbGroup, auxiliary: bool) {
    if !auxiliary {
        return;
    }
    let analysis = words.analysis;
    let mut head = None;
    let mut found = 0;
    let mut only_auxiliaries = true;
    // "hat sich dagegen, *als Gefahr bekannt*, gewehrt": a participle before a comma is no part of what follows.
    let apart = |token: usize| analysis.word(token + 1) == ",";
    for token in tokens.iter().rev().copied().filter(|token| *token != group.finite) {
        if found > 0 && apart(token) {
            break;
        }
        if words.signs[token].is(Sign::NONFINITE) {
            // The first of the words at the end carries the meaning.
            head = Some(token);
            // "mussten es über sich | ergehen | lassen"
            only_auxiliaries &=
                !analysis.is(token, Class::Verb) || analysis.is(token, Class::Auxiliary) || lets(analysis, token);
            group.tokens.push(token);
            found += 1;
            if found == 3 {
                break;
            }
        } else if infinitive_mark(analysis, token) && (found > 0 || token + 1 == group.finite) {
            // "getötet | zu haben"
            continue;
        } else if found > 0 || analysis.kind(token) == TokenKind::Word && token < group.finite {
            break;
        }
    }
    if only_auxiliaries && let Some(unknown) = unknown_at_end(words, tokens, group, head) {
        // "ließ die Glocken | schrillen": what is known of it is that somebody lets it.
        if !lets(analysis, group.finite) {
            head = Some(unknown);
        }
        group.tokens.push(unknown);
    }
    if head.is_none()
        && let Some(fronted) = fronted(analysis, tokens, group)
    {
        head = Some(fronted);
        group.tokens.push(fronted);
    }
    if let Some(head) = head {
        group.head = head;
    }
}

/// "*Verletzt* wurden drei Menschen": a participle that opens its clause, right before the auxiliary.
fn fronted(analysis: &Analysis<'_, '_>, tokens: &[usize], group: &VerbGroup) -> Option<usize> {
    const OTHER: ClassSet = groups::NOUN.with(groups::PERSON).with(groups::NAMED).or(&[Class::Adverb]);
    let first = tokens.first().copied()?;
    // "Verletzt wurden", "Geplant ist", but "Bekannt ist": an adjective as well.
    let plans =
        |at: usize| analysis.senses_of(at, Class::Verb).any(|sense| analysis.verb_kind(*sense) == Some(VerbKind::Plan));
    let other = |at: usize| {
        analysis.is_any(at, OTHER)
            || analysis.is(at, Class::Adjective)
                && !analysis.is_auxiliary(group.finite, Auxiliary::Become)
                && !plans(at)
    };
    let known = || analysis.has_form(first, Class::Verb, Form::PARTICIPLE) && !other(first);
    let participle = is_leading_participle(analysis, first) || known();
    (participle && first + 1 == group.finite && analysis.is_any(group.finite, groups::AUXILIARY)).then_some(first)
}

/// A word at the clause's end that no dictionary knows and that has a participle's or infinitive's form: "wurde …
/// umsorgt", "werden … rasen".
fn unknown_at_end(
    words: Words<'_, '_, '_>,
    tokens: &[usize],
    group: &VerbGroup,
    before: Option<usize>,
) -> Option<usize> {
    let analysis = words.analysis;
    let last = tokens
        .iter()
        .rev()
        .copied()
        .filter(|token| analysis.kind(*token) == TokenKind::Word && before.is_none_or(|before| *token < before))
        .find(|token| *token != group.finite)?;
    // "haben ohne Strom | auskommen müssen": before a modal stands an infinitive whatever the finite verb is.
    let modal = before.is_some_and(|before| analysis.is(before, Class::Modal));
    // "ließ die Glocken | schrillen"
    let infinitive = modal || !analysis.is(group.finite, Class::Verb) || lets(analysis, group.finite);
    let verb_like = || is_unknown_participle(analysis, last) || infinitive && is_unknown_infinitive(analysis, last);
    (analysis.shape(last) == Shape::Lower && verb_like()).then_some(last)
}
