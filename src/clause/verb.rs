//! Verb groups: the finite verb and what belongs to it.

use super::{Clause, ClauseKind, Tense, VerbGroup};
use crate::analysis::Analysis;
use crate::lexicon::class::{Auxiliary, Modal};
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::text::{Shape, TokenKind};

const FINITE: Form =
    Form(Form::PRESENT.0 | Form::PAST.0 | Form::SUBJUNCTIVE_1.0 | Form::SUBJUNCTIVE_2.0);
const NONFINITE: Form = Form(Form::PARTICIPLE.0 | Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0 | Form::GERUND.0);
const VERBAL: ClassSet = ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal]);

/// How sure it is that a token is a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Finite {
    No,
    /// Could also be a participle, an infinitive or a noun.
    Perhaps,
    Yes,
}

/// For every token, whether it can be a finite verb.
pub(super) fn finites(analysis: &Analysis<'_, '_>) -> Vec<Finite> {
    let mut finites = vec![Finite::No; analysis.tokens.len()];
    for sentence in 0..analysis.sentences.len() {
        let range = &analysis.sentences[sentence].tokens;
        let capital_nouns = analysis.profile(sentence).capital_nouns;
        for token in range.start as usize..range.end as usize {
            if analysis.is_any(token, VERBAL) {
                finites[token] = finite(analysis, token, range.start as usize, capital_nouns);
            }
        }
    }
    finites
}

/// Whether a token can be a finite verb, by its own form and its neighbours.
fn finite(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize, capital_nouns: bool) -> Finite {
    if analysis.kind(token) != TokenKind::Word {
        return Finite::No;
    }
    let capital = analysis.shape(token) != Shape::Lower;
    if capital && token != sentence_start {
        return Finite::No;
    }
    if capital_nouns && is_other_word(analysis, token, capital) {
        return Finite::No;
    }
    let mut best = Finite::No;
    for sense in analysis.senses(token) {
        let verdict = match sense.class {
            // "eingegriffen zu haben"
            Class::Auxiliary | Class::Modal
                if sense.form.has(Form::INFINITIVE) && token > sentence_start && infinitive_mark(analysis, token - 1) =>
            {
                Finite::No
            }
            Class::Auxiliary | Class::Modal if sense.form.has_any(FINITE) => Finite::Yes,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) && !sense.form.has_any(FINITE) => Finite::No,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) && stands_before_noun(analysis, token) => Finite::No,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) && !sense.form.has_any(NONFINITE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) => Finite::Perhaps,
            _ => Finite::No,
        };
        best = best.max(verdict);
    }
    if best == Finite::No {
        return best;
    }
    // A participle of another verb ("gehört", "verletzt") makes the form ambiguous.
    let participle = |sense: &Sense| {
        sense.class == Class::Verb && sense.form.has_any(NONFINITE) && !sense.form.has(Form::ATTRIBUTIVE)
    };
    if best == Finite::Yes && analysis.senses(token).iter().any(participle) {
        best = Finite::Perhaps;
    }
    if !capital_nouns && analysis.is(token, Class::Verb) {
        return english(analysis, token, sentence_start, best);
    }
    if best == Finite::Perhaps && token > sentence_start && infinitive_mark(analysis, token - 1) {
        return Finite::No;
    }
    best
}

/// Words that a verb's form equals by chance: "eine" of "einen", "mehr" of "mehren", "Ende" at a sentence's start. An
/// auxiliary or modal is none of them.
fn is_other_word(analysis: &Analysis<'_, '_>, token: usize, capital: bool) -> bool {
    const CLOSED: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Demonstrative,
        Class::Quantifier,
        Class::Indefinite,
        Class::Pronoun,
        Class::Adposition,
        Class::Adverb,
        Class::Cardinal,
        Class::Subordinator,
        Class::Deictic,
    ]);
    const NOUNS: ClassSet = ClassSet::of(&[
        Class::Noun,
        Class::Role,
        Class::Medium,
        Class::Part,
        Class::Organisation,
        Class::Place,
        Class::GivenName,
        Class::Surname,
        Class::Month,
        Class::Season,
        Class::DayPart,
    ]);
    if analysis.is_any(token, ClassSet::of(&[Class::Auxiliary, Class::Modal])) {
        return false;
    }
    analysis.is_any(token, CLOSED) || capital && analysis.is_any(token, NOUNS)
}

/// Whether a form that could be a past tense is a participle before its noun: "die erklärte Absicht".
fn stands_before_noun(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const BEFORE: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Demonstrative,
        Class::Quantifier,
        Class::Indefinite,
        Class::Adjective,
        Class::Cardinal,
        Class::PlaceAdjective,
    ]);
    let Some(before) = token.checked_sub(1) else {
        return false;
    };
    let attributive = |at: usize| {
        analysis.is(at, Class::Adjective)
            || analysis.senses(at).iter().any(|sense| sense.class == Class::Verb && sense.form.has(Form::ATTRIBUTIVE))
    };
    let noun = analysis.kind(token + 1) == TokenKind::Word
        && (analysis.shape(token + 1) != Shape::Lower || attributive(token + 1));
    noun && analysis.is_any(before, BEFORE) && !analysis.is(before, Class::Noun)
}

/// "zu" or "to" before an infinitive.
fn infinitive_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis
        .senses(token)
        .iter()
        .any(|sense| sense.class == Class::Adposition && sense.value == crate::lexicon::class::Adposition::To as u32)
}

/// English forms that are verbs only by what stands around them.
fn english(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize, best: Finite) -> Finite {
    const BEFORE_NOUN: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Adjective,
        Class::Demonstrative,
        Class::Adposition,
        Class::Cardinal,
        Class::OrdinalWord,
        Class::Deictic,
    ]);
    const DETERMINERS: ClassSet =
        ClassSet::of(&[Class::Article, Class::Possessive, Class::Demonstrative, Class::Adposition, Class::Cardinal]);
    const SUBJECT_PRONOUN: ClassSet = ClassSet::of(&[Class::Pronoun, Class::RelativePronoun]);
    if token == sentence_start {
        return Finite::No;
    }
    let before = token - 1;
    let noun = analysis.is(token, Class::Noun) || analysis.is(token, Class::Role) || analysis.is(token, Class::Medium);
    // "the agency said": a verb of saying behind its subject is hardly ever a participle.
    let says = analysis
        .senses(token)
        .iter()
        .any(|sense| sense.class == Class::Verb && sense.form.has(Form::PAST) && analysis.entry(*sense).tag == "say");
    // "the 48-year-old said,": an adjective may be the subject's last word.
    if says && analysis.is(before, Class::Adjective) && !analysis.is_any(before, DETERMINERS) && ends_phrase(analysis, token + 1) {
        return Finite::Yes;
    }
    let after_determiner = analysis.is_any(before, BEFORE_NOUN) && !analysis.is_any(before, SUBJECT_PRONOUN)
        || analysis.kind(before) == TokenKind::Number && noun
        || analysis.kind(before) == TokenKind::Hyphen;
    if after_determiner || infinitive_mark(analysis, before) {
        return Finite::No;
    }
    if follows_auxiliary(analysis, token, sentence_start) {
        return Finite::No;
    }
    let base_only = analysis
        .senses(token)
        .iter()
        .filter(|sense| sense.class == Class::Verb)
        .all(|sense| sense.form.has(Form::INFINITIVE) && !sense.form.has(Form::PAST));
    if says && !noun && !analysis.is_any(token + 1, ClassSet::of(&[Class::Adposition])) {
        return Finite::Yes;
    }
    if noun && !analysis.is_any(before, SUBJECT_PRONOUN) || base_only && !plural_subject_before(analysis, before) {
        return best.min(Finite::Perhaps);
    }
    best
}

/// Whether no noun phrase goes on at a token: a mark, a conjunction, a determiner.
fn ends_phrase(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const NEXT: ClassSet = ClassSet::of(&[Class::Subordinator, Class::Article, Class::Pronoun, Class::Coordinator, Class::Weekday]);
    analysis.kind(token) != TokenKind::Word || analysis.is_any(token, NEXT)
}

fn plural_subject_before(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_any(token, ClassSet::of(&[Class::Pronoun, Class::RelativePronoun]))
        || analysis.senses(token).iter().any(|sense| sense.class == Class::Noun && sense.form.has(Form::PLURAL))
}

/// Whether an auxiliary or modal stands before, with nothing but adverbs between: "has not yet received".
fn follows_auxiliary(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef]);
    for back in (start..token).rev().take(5) {
        if analysis.is_any(back, ClassSet::of(&[Class::Auxiliary, Class::Modal])) {
            // The possessive 's is an auxiliary by form only.
            return analysis.word(back).len() > 2 || analysis.is(back.wrapping_sub(1), Class::Pronoun);
        }
        if !analysis.is_any(back, BETWEEN) {
            return false;
        }
    }
    false
}

/// The verb group of a clause whose extent is known.
pub(super) fn group(analysis: &Analysis<'_, '_>, finite: &[Finite], clause: &Clause) -> Option<VerbGroup> {
    let profile = analysis.profile(clause.sentence);
    let tokens: Vec<usize> = clause.pieces.iter().cloned().flatten().collect();
    let finite_token = if clause.kind == ClauseKind::Infinitive {
        tokens.iter().copied().find(|token| nonfinite(analysis, *token, Form(Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0)))?
    } else {
        let surest = tokens.iter().map(|token| finite[*token]).max()?;
        if surest == Finite::No {
            return None;
        }
        let mut found = tokens.iter().copied().filter(|token| finite[*token] == surest);
        if profile.verb_final && clause.kind != ClauseKind::Main { found.next_back()? } else { found.next()? }
    };
    let mut group = VerbGroup {
        tokens: vec![finite_token],
        finite: finite_token,
        head: finite_token,
        sense: None,
        modal: None,
        passive: false,
        negated: tokens.iter().any(|token| analysis.is(*token, Class::Negation)),
        tense: Tense::Present,
        reported: false,
        conditional: false,
    };
    let auxiliary = analysis.sense(finite_token, Class::Auxiliary).filter(|sense| sense.form.has_any(FINITE));
    let modal = analysis.sense(finite_token, Class::Modal).filter(|sense| sense.form.has_any(FINITE));
    if auxiliary.is_some() || modal.is_some() {
        join_nonfinite(analysis, &tokens, &mut group, profile.verb_final);
    }
    group.sense = lexical_sense(analysis, &tokens, &mut group, profile.verb_final);
    describe(analysis, &mut group, auxiliary, modal);
    group.tokens.sort_unstable();
    group.tokens.dedup();
    Some(group)
}

fn nonfinite(analysis: &Analysis<'_, '_>, token: usize, forms: Form) -> bool {
    analysis.shape(token) == Shape::Lower
        && analysis
            .senses(token)
            .iter()
            .any(|sense| matches!(sense.class, Class::Verb | Class::Auxiliary | Class::Modal)
                && sense.form.has_any(forms) && !sense.form.has(Form::ATTRIBUTIVE))
}

/// Adds participles and infinitives: at the clause's end in German, right behind the auxiliary in English.
fn join_nonfinite(analysis: &Analysis<'_, '_>, tokens: &[usize], group: &mut VerbGroup, verb_final: bool) {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef]);
    if verb_final {
        // From the end inwards: "erhalten haben soll", "festgenommen worden".
        let mut heads = Vec::new();
        for token in tokens.iter().rev().copied().filter(|token| *token != group.finite) {
            if nonfinite(analysis, token, NONFINITE) {
                heads.push(token);
                if heads.len() == 3 {
                    break;
                }
            } else if !heads.is_empty() || analysis.kind(token) == TokenKind::Word && token < group.finite {
                break;
            }
        }
        // The first of the words at the end carries the meaning.
        if let Some(head) = heads.last() {
            group.head = *head;
        }
        group.tokens.extend(heads);
        return;
    }
    let Some(at) = tokens.iter().position(|token| *token == group.finite) else {
        return;
    };
    for token in tokens[at + 1..].iter().copied().take(8) {
        if nonfinite(analysis, token, NONFINITE) {
            group.tokens.push(token);
            group.head = token;
            if analysis.is(token, Class::Verb) && !analysis.is(token, Class::Auxiliary) {
                break;
            }
        } else if !analysis.is_any(token, BETWEEN) && !infinitive_mark(analysis, token) {
            break;
        }
    }
}

/// The dictionary's verb for the head, with its separated prefix where one stands at the clause's end.
fn lexical_sense(analysis: &Analysis<'_, '_>, tokens: &[usize], group: &mut VerbGroup, verb_final: bool) -> Option<Sense> {
    let verbs = || analysis.senses(group.head).iter().filter(|sense| sense.class == Class::Verb);
    if verb_final && group.head == group.finite {
        let last = tokens.iter().rev().copied().find(|token| analysis.kind(*token) == TokenKind::Word);
        if let Some(last) = last.filter(|last| *last > group.finite) {
            let prefix = analysis.word(last);
            let separable = verbs()
                .find(|sense| sense.form.has(Form::WANTS_PREFIX) && analysis.entry(**sense).extra == prefix)
                .copied();
            if separable.is_some() {
                group.tokens.push(last);
                return separable;
            }
        }
    }
    let plain = |sense: &&Sense| {
        !sense.form.has(Form::WANTS_PREFIX) && (!sense.form.has(Form::ATTRIBUTIVE) || sense.form.has_any(FINITE))
    };
    // The longest comes first: "pointed out" before "pointed".
    let reflexive = tokens.iter().any(|token| {
        analysis.senses(*token).iter().any(|sense| {
            sense.class == Class::Pronoun && sense.value == crate::lexicon::class::Pronoun::Self_ as u32
        })
    });
    verbs()
        .filter(plain)
        .find(|sense| sense.form.has(Form::REFLEXIVE) == reflexive)
        .or_else(|| verbs().find(plain))
        .copied()
}

/// Tense, mood and voice from the finite verb.
fn describe(analysis: &Analysis<'_, '_>, group: &mut VerbGroup, auxiliary: Option<Sense>, modal: Option<Sense>) {
    let form = auxiliary
        .or(modal)
        .or(group.sense)
        .or_else(|| analysis.senses(group.finite).iter().find(|sense| sense.class == Class::Verb).copied())
        .map_or(Form::NONE, |sense| sense.form);
    let kind = auxiliary.and_then(|sense| Auxiliary::from_value(sense.value));
    let with_participle = group.head != group.finite
        && analysis.senses(group.head).iter().any(|sense| sense.class == Class::Verb && sense.form.has(Form::PARTICIPLE));
    let future = kind == Some(Auxiliary::Become) && !with_participle && group.head != group.finite
        || modal.is_some_and(|sense| sense.value == Modal::Will as u32);
    group.modal = modal.and_then(|sense| Modal::from_value(sense.value));
    group.passive = with_participle
        && (kind == Some(Auxiliary::Become)
            || group.tokens.iter().any(|token| {
                *token != group.finite
                    && analysis.senses(*token).iter().any(|sense| {
                        sense.class == Class::Auxiliary
                            && matches!(Auxiliary::from_value(sense.value), Some(Auxiliary::Become | Auxiliary::Be))
                    })
            })
            || kind == Some(Auxiliary::Be) && !analysis.profile(analysis.sentence_of(group.finite)).capital_nouns);
    group.reported = form.has(Form::SUBJUNCTIVE_1) && !form.has(Form::PRESENT)
        || form.has(Form::SUBJUNCTIVE_1) && form.has(Form::SINGULAR) && !form.has(Form::INFINITIVE);
    group.conditional = form.has(Form::SUBJUNCTIVE_2) && !form.has(Form::PAST)
        || modal.is_some_and(|sense| sense.value == Modal::Would as u32);
    group.tense = if future {
        Tense::Future
    } else if form.has(Form::PAST) || with_participle && matches!(kind, Some(Auxiliary::Have | Auxiliary::Be)) && !group.passive
    {
        Tense::Past
    } else {
        Tense::Present
    };
}
