//! Which forms are finite where the verb always stands between subject and object: English.

use std::ops::Range;

use super::finite::{by_form, can_be_verb};
use super::group::{VerbGroup, Words, lets};
use super::sign::{FINITE, Finite, Sign, begins_object, infinitive_mark, mark_before, takes_object};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, Deictic, Direction, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense};
use crate::reading::phrase::{modifies_attribute, noun_phrase, opens_compound};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// Whether a verb's form is finite where it stands.
pub(super) fn finite(s: &Sentence<'_, '_>, token: usize, _: bool) -> Finite {
    let (analysis, start) = (s.analysis, s.start);
    let verb = analysis.is(token, Class::Verb);
    if !can_be_verb(s, token) || verb && is_ruled_out(analysis, token, start) {
        return Finite::No;
    }
    let best = by_form(analysis, token, token > start && infinitive_mark(analysis, token - 1));
    if best == Finite::No || analysis.is_any(token, groups::AUXILIARY) && analysis.is_possessive(token, start) {
        return Finite::No;
    }
    if verb {
        return in_context(analysis, token, start, best);
    }
    // "will have"
    let infinitive = analysis.has_form(token, Class::Auxiliary, Form::INFINITIVE);
    if infinitive && follows_modal(analysis, token, start) { Finite::No } else { best }
}

/// Forms that are verbs only by what stands around them.
fn in_context(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize, best: Finite) -> Finite {
    let before = token - 1;
    let verbs = || analysis.senses_of(token, Class::Verb);
    // "the price *recovered*": a participle that is a noun as well is one behind what stands before nouns.
    let substantive = verbs().any(|sense| sense.form.has(Form::PARTICIPLE))
        && (analysis.profile(analysis.sentence_of(token)).past_form)(analysis.word(token));
    let noun = analysis.is_any(token, groups::NOUN) && !substantive;
    // "the agency said": a verb of saying behind its subject is hardly ever a participle.
    let says = verbs().any(|sense| sense.form.has(Form::PAST) && analysis.verb_kind(*sense) == Some(VerbKind::Say));
    // "the city's *plans*", "Hardy's *work*", but "he's *worked*"
    let other = || !verbs().any(|sense| sense.form.has_any(Form::PARTICIPLE.and(Form::GERUND)));
    // "Hardy's *reported* views"
    let attribute = || {
        let owner = before.checked_sub(1).is_some_and(|owner| !analysis.is(owner, Class::Pronoun));
        owner && analysis.is_any(token + 1, COUNTED) && !analysis.is_any(token + 1, groups::DETERMINER)
    };
    if analysis.is_possessive(before, sentence_start) && (noun || other() || attribute()) {
        return Finite::No;
    }
    if is_noun_place(analysis, token) {
        // "the 48-year-old said,": an adjective may be the subject's last word, and "the firm said sales fell", "Mr Brown
        // said ministers met" have a noun or a name there.
        let named = || analysis.is_any(before, groups::NOUN) || analysis.shape(before) != Shape::Lower;
        let behind = ends_phrase(analysis, token + 1) || analysis.is(token + 1, Class::Adposition);
        let said = says && may_end_subject(analysis, before) && (behind || before > sentence_start && named());
        return if said { Finite::Yes } else { Finite::No };
    }
    if follows_auxiliary(analysis, token, sentence_start) {
        return Finite::No;
    }
    // "took the team back into second place": a word of direction that governs nothing.
    if analysis.is(token, Class::Direction)
        && !is_subject_pronoun(analysis, before)
        && !takes_object(analysis, token + 1)
    {
        return Finite::No;
    }
    let base_only = verbs().all(|sense| sense.form.has(Form::INFINITIVE) && !sense.form.has(Form::PAST));
    // "less | *free* trade", "170 | *free* files"
    let amount = analysis.is(before, Class::Comparative) || analysis.kind(before) == TokenKind::Number;
    if base_only && amount && analysis.is(token, Class::Adjective) {
        return Finite::No;
    }
    // "to push | *free* trade"
    let marked = before > sentence_start
        && analysis.has_form(before, Class::Verb, Form::INFINITIVE)
        && infinitive_mark(analysis, before - 1);
    if base_only && marked && analysis.is(token, Class::Adjective) {
        return Finite::No;
    }
    if says && !noun && !analysis.is(token + 1, Class::Adposition) {
        return Finite::Yes;
    }
    // "a loyal and dedicated fan": joined to an adjective, before its noun.
    let joined = token > 1
        && analysis.is(before, Class::Coordinator)
        && analysis.is(token - 2, Class::Adjective)
        && !analysis.is_any(token - 2, groups::NOUN);
    if joined && verbs().any(|sense| sense.form.has(Form::PARTICIPLE)) && analysis.is_any(token + 1, COUNTED) {
        return Finite::No;
    }
    // "to accept | *returned* goods", "to sell or | *close* the plants"
    if describes_object(analysis, token, sentence_start)
        || joins_infinitive(analysis, token, sentence_start)
        || joins_subject(analysis, token, sentence_start)
    {
        return Finite::No;
    }
    // "to repeal lapsed | *rules* that"
    if noun && before > sentence_start && describes_object(analysis, before, sentence_start) {
        return Finite::No;
    }
    // "needed smaller schools and | *lower* taxes"
    if base_only && joins_attribute(analysis, token, sentence_start) {
        return Finite::No;
    }
    // "let the guests | *shoot* birds"
    if base_only && is_let(analysis, token, sentence_start) {
        return Finite::No;
    }
    // "people affected by the flood", but "increased by 10 per cent".
    let participle = verbs().any(|sense| sense.form.has(Form::PARTICIPLE));
    // "responded by selling the firm": by what one does, not by whom it is done.
    let acts = analysis.has_form(token + 2, Class::Verb, Form::GERUND)
        && (takes_object(analysis, token + 3) || !analysis.is_any(token + 2, groups::NOUN.or(&[Class::Conversion])));
    if participle
        && !acts
        && analysis.is_adposition(token + 1, Adposition::By)
        && analysis.kind(token + 2) == TokenKind::Word
        && !analysis.is_any(token + 2, ClassSet::of(&[Class::Cardinal, Class::Approx]))
    {
        return Finite::No;
    }
    if noun && !is_subject_pronoun(analysis, before) {
        // "the storm hit | Leeds"
        let named = || analysis.kind(token + 1) == TokenKind::Word && analysis.shape(token + 1) != Shape::Lower;
        let past = || verbs().any(|sense| sense.form.has(Form::PAST));
        // "China accounts for | 20 percent"
        let phrasal = || {
            let amount = analysis.kind(token + 2) == TokenKind::Number || analysis.is(token + 2, Class::Approx);
            let named = analysis.kind(before) == TokenKind::Word && analysis.shape(before) != Shape::Lower;
            named && amount && verbs().any(|sense| sense.length > 1)
        };
        let object = takes_object(analysis, token + 1) || phrasal();
        // "the government set | limits"
        let limits = || past() && analysis.is_any(before, groups::NOUN) && is_plural(analysis, token + 1);
        // "the strike *ends* | on Friday", "the trial *ends* | next week"
        let sometime = || {
            let ends = |sense: &Sense| {
                sense.form == Form::PRESENT.and(Form::SINGULAR) && analysis.verb_kind(*sense) == Some(VerbKind::Alone)
            };
            let next = analysis.is(token + 1, Class::Deictic) && analysis.is(token + 2, Class::TimeUnit);
            let day = analysis.is_any_adposition(token + 1, &[Adposition::On, Adposition::In])
                && analysis.is_any(token + 2, groups::DAY.or(&[Class::Month]));
            (next || day) && analysis.is_any(before, groups::NOUN) && verbs().any(ends)
        };
        // "where 300 people *work*, …": what nothing else can be the verb of in its stretch.
        let closes = || analysis.has_form(before, Class::Noun, Form::PLURAL) && closes_clause(analysis, token);
        return if object
            || limits()
            || sometime()
            || closes()
            || (past() || is_last_or_next(analysis, before)) && named()
        {
            best.min(Finite::Perhaps)
        } else {
            Finite::No
        };
    }
    // "before bouncing | back": behind a gerund.
    let gerund = analysis.has_form(before, Class::Verb, Form::GERUND) && !analysis.is_any(before, groups::NOUN);
    let unknown = || {
        analysis.kind(before) == TokenKind::Word
            && analysis.lexed.classes(before).has_none()
            && (analysis.profile(analysis.sentence_of(before)).adjective_like)(analysis.word(before))
    };
    if base_only && (gerund || unknown()) {
        return Finite::No;
    }
    if base_only && !plural_subject_before(analysis, before) {
        return best.min(Finite::Perhaps);
    }
    best
}

/// How far before a form what governs it is looked for.
const NEAR: usize = 8;

/// "opt to hire foreigners and *retired* experts", "has to accept *returned* goods": a participle before a noun, right behind an infinitive,
/// or joined to the object of one that stands behind a present tense, which no past tense goes on with.
fn describes_object(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    const NO_NOUN: ClassSet = groups::CLOSED.with(groups::BEFORE_NOUN).with(groups::TIME).or(&[Class::Adverb]);
    let (before, next) = (token - 1, token + 1);
    let noun = analysis.kind(next) == TokenKind::Word
        && analysis.shape(next) == Shape::Lower
        && (analysis.is_any(next, COUNTED.with(groups::ATTRIBUTE)) || is_plural(analysis, next))
        && !analysis.is_any(next, NO_NOUN);
    if !noun || before <= start || !analysis.has_form(token, Class::Verb, Form::PARTICIPLE) {
        return false;
    }
    let infinitive = |at: usize| at > start && analysis.has_form(at, Class::Verb, Form::INFINITIVE);
    if is_and_or(analysis, before) {
        // No subject of its own stands between the infinitive and its object.
        let near = (start.max(before.saturating_sub(NEAR))..before).rev();
        let inside = |at: &usize| !analysis.is_any(*at, groups::OPENER) && analysis.kind(*at) == TokenKind::Word;
        let governed = |at: &usize| infinitive(*at) && governing(analysis, *at, start).is_some();
        let mut near = near.take_while(inside);
        return near.find(governed).and_then(|at| governing(analysis, at, start)).is_some_and(|verb| {
            analysis.is(verb, Class::Modal)
                || !analysis.has_form(verb, Class::Verb, Form::PAST)
                    && !analysis.has_form(verb, Class::Auxiliary, Form::PAST)
        });
    }
    infinitive(before) && (governing(analysis, before, start).is_some() || is_let(analysis, before, start))
}

/// "*plans* to build", "*will* build": the finite verb that governs an infinitive, where nothing opens a clause between the two.
fn governing(analysis: &Analysis<'_, '_>, infinitive: usize, start: usize) -> Option<usize> {
    let Some(mark) = mark_before(analysis, infinitive) else {
        let modal = (start..infinitive).rev().take(4).find(|at| !between(analysis, *at))?;
        return analysis.is(modal, Class::Modal).then_some(modal);
    };
    let inside = |at: &usize| {
        matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number) && !analysis.is_any(*at, groups::OPENER)
    };
    let verb = |at: &usize| {
        let finite = analysis.senses(*at).iter();
        let mut finite = finite.filter(|sense| groups::VERBAL.has(sense.class) && sense.form.has_any(FINITE));
        let noun = || analysis.is_any(*at, COUNTED);
        let determined =
            || at.checked_sub(1).is_some_and(|before| analysis.is_any(before, groups::BEFORE_NOUN.with(groups::LINK)));
        // "The firm | plans to", but "the plans to"
        finite.next().is_some() && *at > start && analysis.shape(*at) == Shape::Lower && !(noun() && determined())
    };
    let relative = |at: usize| analysis.is_any(at, groups::OPENER) && !analysis.is(at, Class::Adposition);
    let found = (start..mark).rev().take(NEAR).take_while(inside).find(verb)?;
    // "The man | who wants to quit | shocked fans"
    let inner = (start + 1..found).rev().take(3).any(relative);
    (!inner).then_some(found)
}

/// "The bid to sell or *close* the plants angered workers": joined to an infinitive that hangs on the subject, whose verb comes behind the
/// object of both.
fn joins_infinitive(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    /// How many tokens the object may have.
    const LONGEST: usize = 10;
    let infinitive = |at: usize| analysis.has_form(at, Class::Verb, Form::INFINITIVE);
    if token < start + 4 || !infinitive(token) || !infinitive(token - 2) || !is_and_or(analysis, token - 1) {
        return false;
    }
    let Some(mark) = mark_before(analysis, token - 2) else {
        return false;
    };
    let hangs = (start.max(mark.saturating_sub(NEAR))..mark)
        .any(|at| analysis.is_any(at, groups::OPENS_PHRASE) && noun_phrase(analysis, at, mark) == Some(mark));
    let inside = |at: &usize| {
        matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number) && !analysis.is_any(*at, groups::OPENER)
    };
    let finite =
        |at: &usize| analysis.is_any(*at, groups::AUXILIARY) || analysis.has_form(*at, Class::Verb, Form::PAST);
    // "homes | sold by"
    let acts = |at: &usize| finite(at) && analysis.is_any(*at - 1, COUNTED) && !analysis.is(*at + 1, Class::Adposition);
    // "The firm | plans to"
    let plans = analysis.has_form(mark - 1, Class::Verb, Form::PRESENT.and(Form::SINGULAR))
        && mark.checked_sub(2).is_some_and(|subject| analysis.is_any(subject, COUNTED));
    hangs && !plans && (token + 2..token + LONGEST).take_while(inside).any(|at| acts(&at))
}

/// "needed smaller schools and *lower* taxes": an adjective joined to the object of a past tense, which no base form goes on with.
fn joins_attribute(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    let before = token - 1;
    let form = |at: usize, form: Form| analysis.senses_of(at, Class::Verb).any(|sense| sense.form.has_any(form));
    let verb = |at: &usize| analysis.is_any(*at, groups::VERBAL) && !analysis.is_any(*at, COUNTED);
    analysis.is(token, Class::Adjective)
        && is_and_or(analysis, before)
        && (analysis.is_any(token + 1, COUNTED) || is_plural(analysis, token + 1))
        && (start + 1..before).rev().take(2 * NEAR).find(verb).is_some_and(|verb| {
            form(verb, Form::PAST) && !form(verb, Form::INFINITIVE) && !analysis.is_any(verb, groups::AUXILIARY)
        })
}

/// "The mayor, the bishop and *married* couples left": a participle before the last of several nouns in front of the first verb of a sentence.
fn joins_subject(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    const FAR: usize = 12;
    let (before, next) = (token - 1, token + 1);
    let verb = |at: usize| {
        analysis.is_any(at, groups::VERBAL.with(groups::OPENER)) && !analysis.is_any(at, COUNTED) && at > start
    };
    let behind = next + 1;
    let finite = analysis.is_any(behind, groups::AUXILIARY) || analysis.has_form(behind, Class::Verb, Form::PAST);
    is_and_or(analysis, before)
        && before <= start + FAR
        && analysis.has_form(token, Class::Verb, Form::PARTICIPLE)
        && analysis.is_any(next, COUNTED)
        && finite
        && !(start..before).any(verb)
}

/// "let the guests *shoot* birds": a base form behind whom somebody lets do it.
fn is_let(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    const FAR: usize = 5;
    let from = (start.max(token.saturating_sub(FAR))..token - 1).rev().find(|at| lets(analysis, *at));
    from.is_some_and(|verb| {
        let pronoun = token == verb + 2 && analysis.is(verb + 1, Class::Pronoun);
        pronoun || noun_phrase(analysis, verb + 1, token) == Some(token)
    })
}

/// "where 300 people *work*,": the last word of a stretch that a pronoun opens and that has no other verb.
fn closes_clause(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const OPENS: ClassSet = ClassSet::of(&[Class::RelativePronoun, Class::Interrogative]);
    let ends = matches!(analysis.kind(token + 1), TokenKind::Separator | TokenKind::Terminal | TokenKind::Dash);
    let inside = |at: &usize| matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number);
    let mut near = (token.saturating_sub(NEAR)..token - 1).rev().take_while(inside);
    let told = near.find(|at| analysis.is_any(*at, OPENS.with(groups::VERBAL)));
    ends && told.is_some_and(|at| analysis.is_any(at, OPENS) && noun_phrase(analysis, at + 1, token) == Some(token))
}

/// "and", "or".
fn is_and_or(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_coordinator(at, Coordinator::And) || analysis.is_coordinator(at, Coordinator::Or)
}

/// Whether a form is surely no finite verb for what stands before it, whatever form it is.
fn is_ruled_out(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize) -> bool {
    // "those *aged* 22", "children *aged* between six and nine"
    let age = || {
        let number = |at: usize| analysis.kind(at) == TokenKind::Number || analysis.is(at, Class::Cardinal);
        let bound = analysis.is_any(token + 1, ClassSet::of(&[Class::Adposition, Class::Approx]));
        analysis.is(token, Class::AgeCue) && (number(token + 1) || bound && number(token + 2))
    };
    // "the world *number* one"
    let rank = || analysis.is(token, Class::RankCue) && analysis.is(token + 1, Class::Cardinal);
    // "imports | *compared* to exports"
    let links = || {
        analysis.kind(token - 1) == TokenKind::Word
            && analysis.has_form(token, Class::Verb, Form::PARTICIPLE)
            && analysis.senses_of(token, Class::Adposition).any(|sense| sense.length > 1)
    };
    // "a loss, *lower* than expected"
    let compares = || {
        analysis.is(token, Class::Adjective)
            && analysis.is_coordinator(token + 1, Coordinator::Than)
            && analysis.has_form(token, Class::Verb, Form::INFINITIVE)
    };
    // "faster than *predicted*"
    let expected = || {
        analysis.is_coordinator(token - 1, Coordinator::Than)
            && !analysis.is(token - 1, Class::Adposition)
            && analysis.has_form(token, Class::Verb, Form::PARTICIPLE)
            && !takes_object(analysis, token + 1)
    };
    // "closed 3% *lower*"
    let trend = || {
        let amount = analysis.is_any(token - 1, groups::UNIT) || analysis.kind(token - 1) == TokenKind::Symbol;
        analysis.is(token, Class::Trend) && amount && !takes_object(analysis, token + 1)
    };
    // "*face*-to-face talks", but "co-wrote"
    let compound = || opens_compound(analysis, token) && analysis.behind(token, Class::Verb) == token + 1;
    // "Oddly *close* ties", "the oddly *close* ties": an adjective behind no more than an adverb has its noun behind it.
    let describes = || {
        const OPENS: ClassSet = groups::DETERMINER.or(&[Class::Adposition]);
        let adverb = token - 1;
        let opens = adverb == sentence_start || analysis.is_any(adverb - 1, OPENS);
        opens
            && analysis.is(token, Class::Adjective)
            && (analysis.profile(analysis.sentence_of(token)).adverb_like)(analysis.word(adverb))
            && !analysis.is_any(adverb, groups::NOUN.with(groups::NAMED).with(groups::PERSON))
            && analysis.is_any(token + 1, COUNTED)
    };
    token == sentence_start
        || describes()
        || compound()
        || compares()
        || expected()
        || age()
        || links()
        || trend()
        || is_absolute(analysis, token, sentence_start)
        || rank()
        || is_noun_place(analysis, token) && !may_end_subject(analysis, token - 1)
        || gives_name(analysis, token, sentence_start).is_some()
}

/// "…, with 600 of the jobs *expected* in Wales": behind a mark and "with" a form that may be a participle is one.
fn is_absolute(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize) -> bool {
    /// How far before the participle its phrase may begin.
    const NEAR: usize = 10;
    const OTHER: ClassSet = groups::OPENER.with(groups::VERBAL).or(&[Class::Pronoun, Class::Coordinator]);
    if !analysis.has_form(token, Class::Verb, Form::PARTICIPLE) {
        return false;
    }
    let inside = |at: usize| matches!(analysis.kind(at), TokenKind::Word | TokenKind::Number | TokenKind::Symbol);
    let first = (sentence_start.max(token.saturating_sub(NEAR))..token).rev().take_while(|at| inside(*at)).last();
    first.is_some_and(|first| {
        first > sentence_start
            && matches!(analysis.kind(first - 1), TokenKind::Separator | TokenKind::Dash)
            && analysis.is_adposition(first, Adposition::With)
            && (first + 1..token)
                .all(|at| !analysis.is_any(at, OTHER) || analysis.is_any(at, COUNTED.with(groups::DETERMINER)))
    })
}

/// "a group *called* Blue Sky has …", "the man, *named* Weber, …": a participle that gives what stands before it its name,
/// which is told.
pub(crate) fn gives_name(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize) -> Option<Range<usize>> {
    const NAMING: &[&str] = &["appoint", "call"];
    /// How many words a name may have, and how far before its noun an article may stand.
    const LONGEST: usize = 6;
    const NEAR: usize = 5;
    let name = token + 1 + usize::from(analysis.is(token + 1, Class::Article));
    let capital = |at: &usize| analysis.kind(*at) == TokenKind::Word && analysis.shape(*at) != Shape::Lower;
    if !capital(&name) || analysis.is_any(name, groups::DAY) || analysis.is(name, Class::Month) {
        return None;
    }
    let participle = |sense: &Sense| sense.form.has(Form::PARTICIPLE) && sense.length == 1;
    if !analysis.senses_of(token, Class::Verb).any(|sense| participle(sense) && analysis.means(*sense, NAMING)) {
        return None;
    }
    let behind = (name..name + LONGEST).find(|at| !capital(at)).unwrap_or(name + LONGEST);
    // "…, now *called* Blue Sky, …"
    let adverb = token > sentence_start + 1 && between(analysis, token - 1);
    let before = token.checked_sub(1 + usize::from(adverb))?;
    let mark = |at: usize| analysis.word(at) == "," || analysis.kind(at) == TokenKind::Dash;
    let closes = analysis.kind(behind) != TokenKind::Word || analysis.is_any(behind, groups::LINK);
    let any = || {
        (sentence_start.max(before.saturating_sub(NEAR))..before).any(|at| analysis.is(at, Class::IndefiniteArticle))
    };
    let names = if mark(before) {
        mark(behind)
    } else if adverb {
        false
    } else {
        let acts = analysis.is_any(behind, groups::VERBAL) && !analysis.is_possessive(behind, sentence_start);
        acts || closes && any()
    };
    names.then_some(name..behind)
}

/// What a number can count.
const COUNTED: ClassSet = groups::NOUN.or(&[Class::Conversion]);
const SUBJECT_PRONOUN: ClassSet = ClassSet::of(&[Class::Pronoun, Class::RelativePronoun]);

/// "he", "who"; not "her", which also stands before a noun.
fn is_subject_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_any(at, SUBJECT_PRONOUN)
        && (!analysis.is(at, Class::Possessive) || analysis.is(at, Class::RelativePronoun))
}

/// "the *report*", "37 *reports*", "to *report*": no place of a finite verb.
fn is_noun_place(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const BEFORE_NOUN: ClassSet = groups::DETERMINER.or(&[
        Class::Adjective,
        Class::Adposition,
        Class::Cardinal,
        Class::Deictic,
        Class::OrdinalWord,
    ]);
    let before = token - 1;
    // "with that label", "someone whose views": a determiner that is also a pronoun.
    if analysis.is(before, Class::RelativePronoun)
        && (analysis.is(before, Class::Interrogative) && analysis.is(before, Class::Possessive)
            || analysis.is(before, Class::Demonstrative) && token > 1 && analysis.is(token - 2, Class::Adposition))
    {
        return true;
    }
    // "interest | rates"
    if analysis.senses_of(before, Class::Noun).any(|sense| sense.length > 1) {
        return true;
    }
    // "the campaigners' concerns"
    let possessive = matches!(analysis.word(before), "'" | "’")
        && !analysis.space_before(before)
        && before.checked_sub(1).is_some_and(|owner| analysis.word(owner).ends_with('s'));
    if possessive && analysis.is_any(token, COUNTED) {
        return true;
    }
    // "the deciding set": behind a determiner a participle has its noun.
    let attribute = analysis.has_form(before, Class::Verb, Form::GERUND) && !analysis.is_any(before, groups::NOUN);
    if attribute && token > 1 && analysis.is_any(token - 2, groups::DETERMINER) && analysis.is_any(token, COUNTED) {
        return true;
    }
    // "the firm's planned *move*", but "he's planned"
    let owned = token > 2
        && analysis.has_form(before, Class::Verb, Form::PARTICIPLE)
        && analysis.is_any(token, COUNTED)
        && analysis.is_possessive(token - 2, 0)
        && !analysis.is(token - 3, Class::Pronoun);
    if owned {
        return true;
    }
    if acts(analysis, token) {
        return false;
    }
    // "the French *film*"
    if analysis.is(before, Class::PlaceAdjective)
        && analysis.is_any(token, COUNTED)
        && before.checked_sub(1).is_some_and(|article| analysis.is_any(article, groups::DETERMINER))
        && !(takes_object(analysis, token + 1) && analysis.shape(token + 1) == Shape::Lower)
    {
        return true;
    }
    // "their nearest *recommended* pub"
    let profile = analysis.profile(analysis.sentence_of(token));
    // "the country's most *visited* museum"
    let determined = |at: usize| analysis.is_any(at, groups::DETERMINER) || analysis.is_possessive(at, 0);
    // "a more *advanced* role"
    let compared = |at: usize| analysis.is(at, Class::Comparative) && analysis.is(at - 1, Class::IndefiniteArticle);
    let most =
        |at: usize| (profile.superlative_like)(analysis.word(at)) || analysis.is(at, Class::Indefinite) || compared(at);
    let superlative = token > 1
        && determined(token - 2)
        && most(before)
        && !analysis.is_any(before, groups::NOUN)
        && analysis.has_form(token, Class::Verb, Form::PARTICIPLE)
        && analysis.is_any(token + 1, COUNTED);
    // "its recently *unveiled* phone"
    if superlative || modifies_attribute(analysis, before) {
        return true;
    }
    if is_last_or_next(analysis, before) && acts_alone(analysis, token) {
        return false;
    }
    // "the firm no longer | sells", but "is no longer used", "a no longer used road"
    let denied =
        before.checked_sub(1).filter(|no| analysis.denies_verb(*no) && analysis.behind(*no, Class::Negation) == token);
    let finite = |at: usize| analysis.senses_of(at, Class::Verb).any(|sense| sense.form.has_any(FINITE));
    let leads = |at: usize| analysis.is_any(at, groups::AUXILIARY.with(groups::DETERMINER));
    if denied.is_some_and(|no| finite(token) && !no.checked_sub(1).is_some_and(leads)) {
        return false;
    }
    // "the firm makes": the word before may be an adjective, but then the verb would have no other reading.
    // "the firm sold | 3 planes", "his firm needs | 3 planes", "the company's chief sold | 3 planes"
    let determined = || {
        before.checked_sub(1).is_some_and(|determiner| {
            analysis.is_any(determiner, groups::DETERMINER) || analysis.is_possessive(determiner, 0)
        })
    };
    let acts = |sense: &Sense| sense.form.has(Form::PAST) || sense.form.has(Form::PRESENT.and(Form::SINGULAR));
    let finite =
        || analysis.senses_of(token, Class::Verb).any(acts) && takes_object(analysis, token + 1) && determined();
    // "most likely | caused hundreds of deaths": an adjective that is an adverb behind another one.
    let adverbial = before > 1
        && analysis.is(before, Class::Adjective)
        && (analysis.profile(analysis.sentence_of(before)).adverb_like)(analysis.word(before))
        && (between(analysis, before - 1) || analysis.is(before - 1, Class::Coordinator))
        && analysis.has_form(token, Class::Verb, Form::PAST)
        && takes_object(analysis, token + 1);
    if adverbial {
        return false;
    }
    // "Gordon Brown | fled": an adjective with a capital inside a sentence, or one that is a surname, is a name.
    let name = || {
        let capital = analysis.kind(before) == TokenKind::Word && analysis.shape(before) == Shape::Title;
        let inside = !analysis.begins_sentence(before) || analysis.is(before, Class::Surname);
        let past = analysis.has_form(token, Class::Verb, Form::PAST) && !analysis.is_any(token, COUNTED);
        capital && inside && past && analysis.shape(token) == Shape::Lower
    };
    if may_end_subject(analysis, before) && name() {
        return false;
    }
    let subject = may_end_subject(analysis, before)
        && analysis.is_any(before, groups::NOUN)
        && (is_only_verb(analysis, token) || finite());
    analysis.is_any(before, BEFORE_NOUN) && !is_subject_pronoun(analysis, before) && !subject
        || (analysis.kind(before) == TokenKind::Number || analysis.is(before, Class::Quantifier))
            && analysis.is_any(token, COUNTED.or(&[Class::Site]))
            && !acts_behind_number(analysis, token)
        || analysis.kind(before) == TokenKind::Hyphen
        || mark_before(analysis, token).is_some()
}

/// "Hardy *last* played", "she *next* plays": behind a name or a pronoun it tells when.
pub(crate) fn is_last_or_next(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::DETERMINER.with(groups::DAY).or(&[Class::Month, Class::Adposition]);
    let when = |sense: &Sense| [Deictic::Last as u32, Deictic::Next as u32].contains(&sense.value);
    let named = |before: usize| {
        analysis.kind(before) == TokenKind::Word
            && (analysis.shape(before) != Shape::Lower || is_subject_pronoun(analysis, before))
            && !analysis.is_any(before, OTHER)
    };
    analysis.senses_of(at, Class::Deictic).any(when) && at.checked_sub(1).is_some_and(named)
}

/// "of magnitude 6 | hit Peru": behind a number on a scale a past tense that is no plural, before what it is done to.
fn acts_behind_number(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let named = || analysis.kind(token + 1) == TokenKind::Word && analysis.shape(token + 1) != Shape::Lower;
    token > 1
        && analysis.kind(token - 1) == TokenKind::Number
        && analysis.is_noun_of(token - 2, NounKind::Measure)
        && analysis.has_form(token, Class::Verb, Form::PAST)
        && !analysis.has_form(token, Class::Noun, Form::PLURAL)
        && !analysis.is(token, Class::Conversion)
        && (named() || begins_object(analysis, token + 1))
}

/// A form that is finite, and no noun but before an object: "played", "plays Weber".
fn acts_alone(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let acts = |sense: &Sense| sense.form.has(Form::PAST) || sense.form.has(Form::PRESENT.and(Form::SINGULAR));
    let named = || analysis.shape(token + 1) != Shape::Lower && analysis.kind(token + 1) == TokenKind::Word;
    analysis.senses_of(token, Class::Verb).any(acts)
        && (!analysis.is_any(token, COUNTED) || takes_object(analysis, token + 1) || named())
}

/// A present tense that is no noun: "makes", "goes".
fn is_only_verb(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    !analysis.is_any(token, COUNTED)
        && analysis
            .senses(token)
            .iter()
            .all(|sense| sense.class == Class::Verb && sense.form == Form::PRESENT.and(Form::SINGULAR))
}

/// "the firm *cut* prices", "the military *hit* targets": a past tense behind an adjective that is a noun with its determiner here,
/// where an object follows.
fn acts(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let before = token - 1;
    analysis.is(before, Class::Adjective)
        && analysis.is_any(before, groups::NOUN)
        && before > 0
        && analysis.is_any(before - 1, groups::DETERMINER)
        && analysis.has_form(token, Class::Verb, Form::PAST)
        && (takes_object(analysis, token + 1) || is_plural(analysis, token + 1))
}

/// "set *limits*": a noun that its ending tells to be in the plural.
fn is_plural(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let ending = || (analysis.profile(analysis.sentence_of(token)).plural_like)(analysis.word(token));
    let noun = analysis.kind(token) == TokenKind::Word && !analysis.is_any(token, groups::AUXILIARY);
    noun && (analysis.has_form(token, Class::Noun, Form::PLURAL) || analysis.shape(token) == Shape::Lower && ending())
}

/// An adjective that nothing before a noun is.
fn may_end_subject(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const DETERMINERS: ClassSet = groups::DETERMINER.or(&[Class::Adposition, Class::Cardinal]);
    analysis.is(token, Class::Adjective) && !analysis.is_any(token, DETERMINERS)
}

/// Whether no noun phrase goes on at a token: a mark, a conjunction, a determiner.
fn ends_phrase(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const NEXT: ClassSet =
        ClassSet::of(&[Class::Subordinator, Class::Article, Class::Pronoun, Class::Coordinator, Class::Weekday]);
    analysis.kind(token) != TokenKind::Word || analysis.is_any(token, NEXT)
}

fn plural_subject_before(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_any(token, SUBJECT_PRONOUN) || analysis.has_form(token, Class::Noun, Form::PLURAL)
}

/// Whether an auxiliary or modal stands before, with nothing but adverbs between: "has not yet received".
fn follows_auxiliary(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    for back in (start..token).rev().take(5) {
        if analysis.is_any(back, groups::AUXILIARY) {
            // The possessive 's is an auxiliary by form only, and "May" in "in May sold" by its small letters.
            let month = analysis.is(back, Class::Month) && analysis.shape(back) != Shape::Lower && back > start;
            return !month && !analysis.is_possessive(back, start);
        }
        if !between(analysis, back) {
            return false;
        }
    }
    false
}

/// Whether a modal stands before, with nothing but adverbs between.
fn follows_modal(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    let before = (start..token).rev().take(5).find(|at| !between(analysis, *at));
    before.is_some_and(|before| analysis.is(before, Class::Modal))
}

/// What may stand inside a verb group: "has *almost* reached", "were *lightly* injured".
pub(crate) fn between(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const INSIDE: ClassSet =
        ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef, Class::Approx, Class::Multiple]);
    const NOT_INSIDE: ClassSet = groups::LINK.or(&[Class::Article]);
    let classes = analysis.lexed.classes(token);
    // "had earlier said", "had previously been"
    let distance = || {
        let mut senses = analysis.senses_of(token, Class::Direction);
        senses.any(|sense| matches!(Direction::from_value(sense.value), Some(Direction::Earlier | Direction::Later)))
    };
    // "has since closed"
    let since = || {
        let have = token.checked_sub(1).is_some_and(|before| analysis.is_auxiliary(before, Auxiliary::Have));
        have && analysis.is_adposition(token, Adposition::Since)
            && analysis.has_form(token + 1, Class::Verb, Form::PARTICIPLE)
    };
    analysis.kind(token) == TokenKind::Word
        && analysis.shape(token) == Shape::Lower
        && (classes.has_any(INSIDE) || distance())
        && !classes.has_any(NOT_INSIDE)
        || since()
        || analysis.is_unknown_word(token)
            && (analysis.profile(analysis.sentence_of(token)).adverb_like)(analysis.word(token))
}

/// Adds the words of the verb group behind the finite verb: "has not yet received", "plans to cut", "is
/// likely to shrink". Verb and infinitive belong together where nothing but adverbs and an adjective stands between.
pub(super) fn join(words: Words<'_, '_, '_>, tokens: &[usize], group: &mut VerbGroup, auxiliary: bool) {
    let Some(at) = tokens.iter().position(|token| *token == group.finite) else {
        return;
    };
    let (analysis, profile) = (words.analysis, words.profile);
    let mut open = auxiliary || analysis.is(group.finite, Class::Auxiliary);
    let bare = analysis.is(group.finite, Class::Modal);
    let mut adjective = None;
    let rest = tokens.get(at + 1 + inverted(words, tokens, at)..).unwrap_or_default();
    for (place, &token) in rest.iter().enumerate().take(10) {
        let sign = words.signs[token];
        let mark =
            mark_before(analysis, token).filter(|mark| rest.get(..place).is_some_and(|rest| rest.contains(mark)));
        // "has had amazing success", "got help": "have" and "get" take a participle.
        /// "is *open* to talks", "will be *back*"
        const STATE: ClassSet = ClassSet::of(&[Class::Adjective, Class::Direction]);
        let form = |form: Form| analysis.has_form(token, Class::Verb, form);
        let has = [Auxiliary::Have, Auxiliary::Become].iter().any(|verb| analysis.is_auxiliary(group.head, *verb));
        // "is no *doubt*": behind "be" no infinitive without its mark.
        let is = analysis.is_auxiliary(group.head, Auxiliary::Be);
        let fits = !has && !is
            || form(Form::PARTICIPLE)
            || is && (form(Form::GERUND) || analysis.is_any(token, STATE))
            || analysis.is(token, Class::Auxiliary);
        if mark.is_some() && may_be_infinitive(words, token)
            || open && adjective.is_none() && fits && sign.is(Sign::NONFINITE)
        {
            // "was *too* ill to attend"
            let adverb = adjective
                .and_then(|adjective: usize| adjective.checked_sub(1))
                .filter(|before| mark.is_some() && analysis.is(*before, Class::Excess));
            group.tokens.extend(adverb.filter(|adverb| !group.tokens.contains(adverb)));
            group.tokens.extend(adjective.take());
            group.tokens.extend(mark);
            group.tokens.push(token);
            group.head = token;
            open = analysis.is(token, Class::Auxiliary);
            continue;
        }
        let marked = |next: &usize| mark_before(analysis, *next) == Some(token) && may_be_infinitive(words, *next);
        if infinitive_mark(analysis, token)
            && rest.iter().skip(place + 1).take(2).any(|next| *next <= token + 2 && marked(next))
        {
            continue;
        }
        // "would *like* to increase": whatever stands between a modal and "to" is a verb.
        let leads = || {
            let mut next = rest.get(place + 1..).unwrap_or_default().iter().copied();
            next.next().is_some_and(|next| next == token + 1 && infinitive_mark(analysis, next))
                && next.next().is_some_and(|next| may_be_infinitive(words, next))
        };
        if bare
            && group.head == group.finite
            && analysis.kind(token) == TokenKind::Word
            && analysis.shape(token) == Shape::Lower
            && !between(analysis, token)
            && leads()
        {
            group.tokens.push(token);
            group.head = token;
            continue;
        }
        // "stepped *in* | to save the bank", "was called *in* to help", "went *on* to win"
        if token == group.head + 1 && leads() && leads_on(analysis, token) {
            group.tokens.push(token);
            continue;
        }
        // "helped | build the bridge"
        if token == group.head + 1 && helps(analysis, group.head) && is_bare_infinitive(words, token) {
            group.tokens.push(token);
            group.head = token;
            continue;
        }
        // "avoided | dismissing workers", "began | closing plants"
        if token == group.head + 1 && is_governed_gerund(analysis, token) {
            group.tokens.push(token);
            group.head = token;
            continue;
        }
        // "is likely to", "was able to": one adjective may stand before an infinitive.
        let before_mark = || rest.get(place + 1).is_some_and(|next| infinitive_mark(analysis, *next));
        let adverb = between(analysis, token);
        // "was *about* to sell"
        if is && adjective.is_none() && analysis.is_adposition(token, Adposition::About) && before_mark() {
            adjective = Some(token);
            continue;
        }
        // "has *yet* to sell"
        if open && analysis.is_coordinator(token, Coordinator::But) && before_mark() {
            group.tokens.push(token);
            continue;
        }
        if open
            && adjective.is_none()
            && analysis.is(token, Class::Adjective)
            && !analysis.is(token, Class::Article)
            && (!adverb || before_mark())
        {
            adjective = Some(token);
            continue;
        }
        if adverb {
            continue;
        }
        let past = || analysis.is_unknown_word(token) && (profile.past_form)(analysis.word(token));
        let base = || {
            // "could be higher *interest* rates"
            bare && !is
                && analysis.kind(token) == TokenKind::Word
                && analysis.shape(token) == Shape::Lower
                && !analysis.is_any(token, NO_VERB)
        };
        if open && adjective.is_none() && (past() || base()) {
            group.tokens.push(token);
            group.head = token;
            break;
        }
        break;
    }
}

/// "Not only did | the firm | sell it", "Only in May has | he | left": behind an adverb in front of an auxiliary stands the
/// subject, and the verb behind that. How many words the subject has, of a clause whose finite verb is at a place.
fn inverted(words: Words<'_, '_, '_>, tokens: &[usize], at: usize) -> usize {
    /// How many words may stand in front.
    const LONGEST: usize = 4;
    const FRONT: ClassSet = groups::DAY.or(&[Class::Adverb, Class::Adposition, Class::Month]);
    let analysis = words.analysis;
    let (Some(&first), Some(&finite)) = (tokens.first(), tokens.get(at)) else {
        return 0;
    };
    const OTHER: ClassSet =
        ClassSet::of(&[Class::Demonstrative, Class::Existential, Class::Interrogative, Class::Pronoun]);
    let leads = (1..=LONGEST).contains(&at)
        && first + at == finite
        && analysis.is(finite, Class::Auxiliary)
        && analysis.is(first, Class::Adverb)
        && !analysis.is_any(first, OTHER);
    if !leads || !(analysis.behind(first, Class::Adverb)..finite).all(|at| analysis.is_any(at, FRONT)) {
        return 0;
    }
    let start = finite + 1;
    let end = tokens.last().map_or(start, |last| last + 1);
    let pronoun = is_subject_pronoun(analysis, start).then_some(start + 1);
    let behind = pronoun.or_else(|| noun_phrase(analysis, start, end));
    let verb = |behind: &usize| tokens.contains(behind) && words.signs[*behind].is(Sign::NONFINITE);
    behind.filter(verb).map_or(0, |behind| behind - start)
}

/// A particle of a verb that an infinitive may follow: what somebody comes to do.
fn leads_on(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.shape(token) == Shape::Lower && analysis.is_any_adposition(token, &[Adposition::In, Adposition::On])
}

/// A verb that an infinitive without its mark may follow.
fn helps(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.senses_of(token, Class::Verb).any(|sense| sense.length == 1 && analysis.means(*sense, &["help"]))
}

/// "avoided | *dismissing* workers", "began | *closing* plants": whether a token is a gerund with an object of its own, right behind
/// a verb that says how far it is.
pub(crate) fn is_governed_gerund(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const GOVERNS: &[&str] =
        &["avoid", "begin", "continue", "finish", "recommend", "resume", "risk", "rule-out", "stop"];
    let governs = || {
        let verb = token.checked_sub(1);
        let mut senses = verb.into_iter().flat_map(|verb| analysis.senses_of(verb, Class::Verb));
        senses.any(|sense| analysis.means(*sense, GOVERNS))
    };
    analysis.has_form(token, Class::Verb, Form::GERUND)
        && analysis.shape(token) == Shape::Lower
        && (takes_object(analysis, token + 1)
            || !analysis.is_any(token, groups::NOUN) && analysis.is_any(token + 1, COUNTED))
        && governs()
}

/// "helped | create jobs", "help | cut the tax": an infinitive that is no object itself.
fn is_bare_infinitive(words: Words<'_, '_, '_>, token: usize) -> bool {
    let analysis = words.analysis;
    let noun = analysis.is_any(token, groups::NOUN);
    words.signs[token].is(Sign::INFINITIVE)
        && analysis.shape(token) == Shape::Lower
        && !analysis.is_any(token, groups::DETERMINER.or(&[Class::Pronoun, Class::Quantifier]))
        && (!noun || begins_object(analysis, token + 1) && !analysis.is_any(token + 1, groups::VERBAL))
}

/// A verb's infinitive behind "to", or a word before an object that no dictionary knows: "plans to *renationalise* them".
fn may_be_infinitive(words: Words<'_, '_, '_>, token: usize) -> bool {
    let analysis = words.analysis;
    let unknown = || {
        analysis.is_unknown_word(token)
            && analysis.known(token) != Some(Known::Noun)
            && takes_object(analysis, token + 1)
    };
    // "moved to *number* four"
    let rank = analysis.is(token, Class::RankCue)
        && (analysis.is(token + 1, Class::Cardinal) || analysis.kind(token + 1) == TokenKind::Number);
    words.signs[token].is(Sign::INFINITIVE) && !rank || unknown()
}

/// What cannot be an infinitive behind a modal.
const NO_VERB: ClassSet = groups::DETERMINER.with(groups::LINK).or(&[
    Class::Adjective,
    Class::Cardinal,
    Class::Pronoun,
    Class::Quantifier,
    Class::Subordinator,
]);
