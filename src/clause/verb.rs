//! Verb groups: the finite verb and what belongs to it.

use super::finite::{FINITE, Finite, NONFINITE, between, infinitive_mark};
use super::{Clause, ClauseKind, Tense, VerbGroup};
use crate::analysis::Analysis;
use crate::lexicon::class::{Auxiliary, Modal};
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::text::{Shape, TokenKind};

/// The verb group of a clause whose extent is known. A clause that leaves its finite verb out shares the one of the
/// clause before: "wurden drei Menschen verletzt, in Seattle 16 Menschen festgenommen".
pub(super) fn group(
    analysis: &Analysis<'_, '_>,
    finite: &[Finite],
    clause: &Clause,
    before: Option<&Clause>,
) -> Option<VerbGroup> {
    let profile = analysis.profile(clause.sentence);
    let tokens: Vec<usize> = clause.pieces.iter().cloned().flatten().collect();
    let finite_token = if clause.kind == ClauseKind::Infinitive {
        tokens
            .iter()
            .copied()
            .find(|token| nonfinite(analysis, *token, Form(Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0)))?
    } else {
        if clause.shared
            && let Some(shared) = before.and_then(|before| before.verb.as_ref())
        {
            return elliptical(analysis, &tokens, shared, profile.verb_final);
        }
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
        negated: false,
        tense: Tense::Present,
        reported: false,
        conditional: false,
    };
    let auxiliary = analysis.sense(finite_token, Class::Auxiliary).filter(|sense| sense.form.has_any(FINITE));
    let modal = analysis.sense(finite_token, Class::Modal).filter(|sense| sense.form.has_any(FINITE));
    if !profile.verb_final {
        let open = auxiliary.is_some() || modal.is_some() || analysis.is(finite_token, Class::Auxiliary);
        join_behind(analysis, &tokens, &mut group, open);
    } else if auxiliary.is_some() || modal.is_some() {
        join_at_end(analysis, &tokens, &mut group);
    }
    group.sense = lexical_sense(analysis, &tokens, &mut group, profile.verb_final);
    describe(analysis, &mut group, auxiliary, modal);
    group.tokens.sort_unstable();
    group.tokens.dedup();
    group.negated = super::negation::negates(analysis, &tokens, &group);
    Some(group)
}

/// The verb group of a clause that has only its participle or infinitive.
fn elliptical(
    analysis: &Analysis<'_, '_>,
    tokens: &[usize],
    shared: &VerbGroup,
    verb_final: bool,
) -> Option<VerbGroup> {
    let head = tokens.iter().rev().copied().find(|token| nonfinite(analysis, *token, NONFINITE))?;
    let mut group = VerbGroup { tokens: vec![head], finite: head, head, sense: None, negated: false, ..shared.clone() };
    group.sense = lexical_sense(analysis, tokens, &mut group, verb_final);
    group.negated = super::negation::negates(analysis, tokens, &group);
    Some(group)
}

fn nonfinite(analysis: &Analysis<'_, '_>, token: usize, forms: Form) -> bool {
    analysis.shape(token) == Shape::Lower
        && analysis.senses(token).iter().any(|sense| {
            matches!(sense.class, Class::Verb | Class::Auxiliary | Class::Modal)
                && sense.form.has_any(forms)
                && !sense.form.has(Form::ATTRIBUTIVE)
        })
}

/// Adds the participles and infinitives at the end of a German clause, from the end inwards: "erhalten haben soll",
/// "festgenommen worden".
fn join_at_end(analysis: &Analysis<'_, '_>, tokens: &[usize], group: &mut VerbGroup) {
    let mut heads = Vec::new();
    for token in tokens.iter().rev().copied().filter(|token| *token != group.finite) {
        if nonfinite(analysis, token, NONFINITE) {
            heads.push(token);
            if heads.len() == 3 {
                break;
            }
        } else if !heads.is_empty() && infinitive_mark(analysis, token) {
            continue;
        } else if !heads.is_empty() || analysis.kind(token) == TokenKind::Word && token < group.finite {
            break;
        }
    }
    let only_auxiliaries = heads.iter().all(|token| !analysis.is(*token, Class::Verb));
    if only_auxiliaries && let Some(head) = unknown_at_end(analysis, tokens, group, heads.last().copied()) {
        heads.push(head);
    }
    // The first of the words at the end carries the meaning.
    if let Some(head) = heads.last() {
        group.head = *head;
    }
    group.tokens.extend(heads);
}

/// A word at the clause's end that no dictionary knows and that has a participle's or infinitive's form: "wurde …
/// umsorgt", "werden … rasen".
fn unknown_at_end(
    analysis: &Analysis<'_, '_>,
    tokens: &[usize],
    group: &VerbGroup,
    before: Option<usize>,
) -> Option<usize> {
    let profile = analysis.profile(analysis.sentence_of(group.finite));
    let last = tokens
        .iter()
        .rev()
        .copied()
        .filter(|token| analysis.kind(*token) == TokenKind::Word && before.is_none_or(|before| *token < before))
        .find(|token| *token != group.finite)?;
    let word = analysis.word(last);
    let verb_like = (profile.past_form)(word) || !analysis.is(group.finite, Class::Verb) && word.ends_with("en");
    (analysis.shape(last) == Shape::Lower && analysis.lexed.classes(last).has_none() && verb_like).then_some(last)
}

/// Adds the words of an English verb group, behind the finite verb: "has not yet received", "plans to cut", "is
/// likely to shrink". Verb and infinitive belong together where nothing but adverbs and an adjective stands between.
fn join_behind(analysis: &Analysis<'_, '_>, tokens: &[usize], group: &mut VerbGroup, mut open: bool) {
    let Some(at) = tokens.iter().position(|token| *token == group.finite) else {
        return;
    };
    let profile = analysis.profile(analysis.sentence_of(group.finite));
    let bare = analysis.is(group.finite, Class::Modal);
    let mut adjective = false;
    let rest = &tokens[at + 1..];
    for (place, &token) in rest.iter().enumerate().take(10) {
        let after_mark = place > 0 && infinitive_mark(analysis, rest[place - 1]);
        if after_mark && nonfinite(analysis, token, Form::INFINITIVE)
            || open && !adjective && nonfinite(analysis, token, NONFINITE)
        {
            if after_mark {
                group.tokens.push(rest[place - 1]);
            }
            group.tokens.push(token);
            group.head = token;
            adjective = false;
            open = analysis.is(token, Class::Auxiliary);
            continue;
        }
        if infinitive_mark(analysis, token)
            && rest
                .get(place + 1)
                .is_some_and(|next| *next == token + 1 && nonfinite(analysis, *next, Form::INFINITIVE))
        {
            continue;
        }
        if between(analysis, token) {
            continue;
        }
        let unknown = analysis.kind(token) == TokenKind::Word
            && analysis.shape(token) == Shape::Lower
            && open
            && !adjective
            && (analysis.lexed.classes(token).has_none() && (bare || (profile.past_form)(analysis.word(token)))
                || bare && !analysis.is_any(token, NO_VERB));
        if unknown {
            group.tokens.push(token);
            group.head = token;
            break;
        }
        // "is likely to", "was able to": one adjective may stand before an infinitive.
        if open && !adjective && analysis.is(token, Class::Adjective) && !analysis.is(token, Class::Article) {
            adjective = true;
            continue;
        }
        break;
    }
}

/// What cannot be an infinitive behind a modal.
const NO_VERB: ClassSet = ClassSet::of(&[
    Class::Article,
    Class::Pronoun,
    Class::Adposition,
    Class::Possessive,
    Class::Demonstrative,
    Class::Adjective,
    Class::Cardinal,
    Class::Quantifier,
    Class::Coordinator,
    Class::Subordinator,
]);

/// The dictionary's verb for the head, with its separated prefix where one stands at the clause's end.
fn lexical_sense(
    analysis: &Analysis<'_, '_>,
    tokens: &[usize],
    group: &mut VerbGroup,
    verb_final: bool,
) -> Option<Sense> {
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
        analysis
            .senses(*token)
            .iter()
            .any(|sense| sense.class == Class::Pronoun && sense.value == crate::lexicon::class::Pronoun::Self_ as u32)
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
        && analysis
            .senses(group.head)
            .iter()
            .any(|sense| sense.class == Class::Verb && sense.form.has(Form::PARTICIPLE));
    let future = kind == Some(Auxiliary::Become)
        && !with_participle
        && group.head != group.finite
        && !(form.has(Form::SUBJUNCTIVE_2) && !form.has(Form::PAST))
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
    } else if form.has(Form::PAST)
        || with_participle && matches!(kind, Some(Auxiliary::Have | Auxiliary::Be)) && !group.passive
    {
        Tense::Past
    } else {
        Tense::Present
    };
}
