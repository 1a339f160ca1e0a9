//! Verb groups: the finite verb and what belongs to it.
#![allow(clippy::indexing_slicing, reason = "there is a sign for every token of the text")]

use std::ops::Range;

use smallvec::smallvec;

use super::constituent::is_nominal;
use super::reduced::{is_passive, is_passive_of_time, is_reduced};
use super::{Clause, ClauseKind, Tense, VerbGroup, View};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, Form, Sense, groups};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, noun_phrase, prepositional_phrase};
use crate::reading::verb::{FINITE, Finite, Sign, begins_object, infinitive_mark, is_reported, lets};
use crate::text::{Shape, TokenKind};

/// The verb group of a clause whose extent is known. A clause that leaves its finite verb out shares the one of the
/// clause before: "wurden drei Wirte verletzt, in Basel 16 Gäste festgenommen".
pub(super) fn group(
    view: View<'_, '_, '_>,
    clause: &Clause,
    tokens: &[usize],
    before: Option<&Clause>,
) -> Option<VerbGroup> {
    let analysis = view.analysis;
    let last = view.profile.verb_final && clause.kind != ClauseKind::Main;
    let finite_token = if clause.kind == ClauseKind::Infinitive {
        // "auf einen Teil zu verzichten": the verb stands last.
        let infinitive = |token: &usize| view.signs[*token].is(Sign::ANY_INFINITIVE);
        let mut found = tokens.iter().copied().filter(infinitive);
        if last { found.next_back()? } else { found.next()? }
    } else {
        if clause.shared
            && let Some(shared) = before.and_then(|before| before.verb.as_ref())
        {
            return elliptical(view, clause, tokens, shared);
        }
        if let Some(headline) = headline(view, clause, tokens) {
            return Some(headline);
        }
        surest(view, tokens, last)?
    };
    let mut group = VerbGroup::joined(view.words(), tokens, finite_token);
    group.sense = lexical_sense(analysis, clause, tokens, &mut group);
    group.describe(view.words());
    group.tokens.sort_unstable();
    group.negated = super::negation::negates(analysis, tokens, &group);
    if let Some(before) = before.filter(|_| clause.coordinate) {
        share_auxiliary(view, tokens, &mut group, before);
    }
    Some(group)
}

/// "höher ausfallen würden | *als zuletzt erwartet*", "wurde | *wie geplant* | eröffnet": leaves out a participle with which something is
/// compared, which belongs to no auxiliary, where the verb or its end stands last.
pub(super) fn drop_standard(view: View<'_, '_, '_>, kind: ClauseKind, tokens: &mut Vec<usize>) {
    /// How many comparisons are looked at, how many words each may have, and how many adverbs before another verb.
    const MOST: usize = 4;
    const LONGEST: usize = 7;
    const ADVERBS: usize = 2;
    if !view.profile.verb_final {
        return;
    }
    let analysis = view.analysis;
    let (finite, nonfinite) = (|at: usize| view.signs[at].finite, |at: usize| view.signs[at].is(Sign::NONFINITE));
    let word = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) == Shape::Lower;
    let adverb = |at: usize| {
        let other = groups::VERBAL.with(groups::OPENS_PHRASE).or(&[Class::Adposition, Class::Coordinator]);
        word(at) && !analysis.is_any(at, other)
    };
    let participle = |at: usize| word(at) && analysis.has_form(at, Class::Verb, Form::PARTICIPLE);
    // "wurde | als gelungen angesehen": in a main clause the finite verb stands before what it is seen as.
    let last_verb =
        |at: usize| nonfinite(at) && finite(at) != Finite::Yes || kind != ClauseKind::Main && finite(at) > Finite::No;
    const MORE: ClassSet = ClassSet::of(&[Class::Comparative, Class::Adjective]);
    let compares = |than: usize| {
        let more = than.checked_sub(1).is_some_and(|more| analysis.is_any(more, MORE));
        more || analysis.is(than, Class::Interrogative)
    };
    let mut from = 0;
    for _ in 0..MOST {
        let place = tokens.iter().skip(from).position(|at| analysis.is_coordinator(*at, Coordinator::Than));
        let Some(place) = place.map(|place| from + place) else {
            return;
        };
        from = place + 1;
        let than = tokens[place];
        let mark = |at: usize| {
            use TokenKind::{Hyphen, Number, Ordinal, Word};
            !matches!(analysis.kind(at), Hyphen | Number | Ordinal | Word)
        };
        let rest = tokens.iter().skip(place).zip(than..);
        let joined = rest.take_while(|(at, next)| **at == *next && !mark(*next)).count();
        let plain = |at: usize| finite(at) == Finite::No && !nonfinite(at);
        let inside = (than + 1..than + joined).take(LONGEST).take_while(|at| plain(*at)).count();
        // "als | erwartet", "als noch im Mai | erwartet"
        let (last, whole) = (than + inside + 1, inside + 2);
        let closes = whole == joined && place > 0 && tokens[place - 1] + 1 == than && last_verb(than - 1);
        let near = inside <= ADVERBS && (than + 1..last).all(adverb);
        let leads = whole < joined && near && compares(than) && nonfinite(last + 1);
        if whole <= joined && participle(last) && (closes || leads) {
            tokens.drain(place..place + whole);
            from = place;
        }
    }
}

/// "Zwei Männer in Graz *festgenommen*", "Zahl der Opfer auf 49 *gestiegen*": the participle that ends a headline, where the verb
/// stands last and no word is surely finite.
fn headline(view: View<'_, '_, '_>, clause: &Clause, tokens: &[usize]) -> Option<VerbGroup> {
    const LONGEST: usize = 20;
    let analysis = view.analysis;
    let (first, last) = (*tokens.first()?, tokens.iter().rfind(|at| analysis.kind(**at) == TokenKind::Word).copied()?);
    let mark = |at: usize| at < view.start || at >= view.end || analysis.kind(at) == TokenKind::Dash;
    let ends = mark(last + 1) || analysis.kind(last + 1) == TokenKind::Terminal;
    let whole = clause.kind == ClauseKind::Main && !clause.coordinate && clause.pieces.len() == 1;
    if !(view.profile.verb_final && whole && tokens.len() <= LONGEST && ends)
        || !(first == view.start || mark(first - 1))
        || analysis.shape(last) != Shape::Lower
        || !analysis.has_form(last, Class::Verb, Form::PARTICIPLE)
        || analysis.is_any(first, ClassSet::of(&[Class::Adposition, Class::Article, Class::Verb]))
    {
        return None;
    }
    let before = || tokens.iter().copied().take_while(|at| *at < last);
    let plain = |at: usize| {
        use TokenKind::{Hyphen, Number, Ordinal, Quote, Word};
        matches!(analysis.kind(at), Hyphen | Number | Ordinal | Quote | Word)
            && !(view.signs[at].finite > Finite::No && analysis.shape(at) == Shape::Lower)
    };
    if !before().all(plain) {
        return None;
    }
    // "Mindestens 600 Personen verletzt", but "Der Mann verletzt": what may be finite stands second.
    let many = || before().any(|at| analysis.kind(at) == TokenKind::Number && analysis.word(at) != "1");
    let parted = || before().any(|at| analysis.is(at, Class::Adposition)) || many();
    if view.signs[last].finite > Finite::No && !parted() {
        return None;
    }
    let mut group = VerbGroup { tense: Tense::Past, ..VerbGroup::of(last) };
    group.sense = lexical_sense(analysis, clause, tokens, &mut group);
    group.passive = group.kind(analysis).map(|_| !group.needs_no_object(analysis))?;
    group.tokens.sort_unstable();
    group.negated = super::negation::negates(analysis, tokens, &group);
    Some(group)
}

/// "may scrap the fee and *impose* a tax", "did not use or *sell* the seeds", "has not sold or *closed* the plant": what goes on
/// right behind a conjunction has the auxiliary before it, where its form allows.
fn share_auxiliary(view: View<'_, '_, '_>, tokens: &[usize], group: &mut VerbGroup, before: &Clause) {
    let analysis = view.analysis;
    let adverb = |token: &usize| analysis.is_any(*token, ClassSet::of(&[Class::Adverb, Class::Coordinator]));
    let bare = tokens.iter().take_while(|token| **token < group.finite).all(adverb) && group.tokens.len() == 1;
    let Some(verb) = before.verb.as_ref().filter(|_| bare && !view.profile.verb_final) else {
        return;
    };
    let forms = || analysis.senses_of(group.finite, Class::Verb).map(|sense| sense.form);
    let infinitive = forms().any(|form| form.has(Form::INFINITIVE));
    let base = infinitive && forms().all(|form| form.has(Form::INFINITIVE) && !form.has(Form::PAST));
    let or = goes_on_denying(analysis, tokens, verb);
    let auxiliary = analysis.sense(verb.finite, Class::Auxiliary).and_then(|sense| Auxiliary::from_value(sense.value));
    let shares = match auxiliary.filter(|_| verb.head != verb.finite) {
        _ if verb.modal.is_some() || verb.tense == Tense::Future => infinitive,
        // "do not use the seeds and sell the corn": a present tense of its own.
        Some(Auxiliary::Do) => infinitive && or || base && verb.tense == Tense::Past,
        Some(Auxiliary::Have) => or && forms().any(|form| form.has(Form::PARTICIPLE)),
        _ => false,
    };
    if shares {
        group.modal = verb.modal;
        group.tense = verb.tense;
        group.conditional = verb.conditional;
        group.negated |= or || verb.negated && auxiliary == Some(Auxiliary::Do);
    }
}

/// The token that is most surely a finite verb: the first of them, or the last.
fn surest(view: View<'_, '_, '_>, tokens: &[usize], last: bool) -> Option<usize> {
    let mut best = (Finite::No, None);
    let mut look = |token: &usize| {
        let finite = view.signs[*token].finite;
        if finite > best.0 {
            best = (finite, Some(*token));
        }
        finite == Finite::Yes
    };
    if last {
        tokens.iter().rev().any(&mut look);
        return best.1;
    }
    tokens.iter().any(&mut look);
    // "a search conducted in May | produced 40 hits": the first of two is a participle, where it may be one.
    let medial = !view.profile.verb_final && best.0 == Finite::Perhaps;
    let reduced = best.1.filter(|_| medial);
    let second = |first: usize| {
        // "a law passed in May | bans the sale"
        let acts = |token: usize| begins_object(view.analysis, token + 1);
        let past = |token: &&usize| {
            let sign = view.signs[**token];
            let verb = !sign.is(Sign::CONVERSION) || acts(**token);
            **token > first + 1 && sign.finite == Finite::Perhaps && verb
        };
        let piece = tokens.iter().filter(past).find(|token| !view.analysis.is(**token - 1, Class::Coordinator));
        let past = |second: usize| view.analysis.has_form(second, Class::Verb, Form::PAST);
        let passive = || is_passive(view.analysis, first) || is_passive_of_time(view.analysis, first);
        let reduced = |second: usize| passive() || is_reduced(view.analysis, first, second);
        let finite = |second: usize| past(second) || view.signs[second].is(Sign::CONVERSION);
        piece.copied().filter(|second| finite(*second) && reduced(*second))
    };
    reduced.and_then(second).or(best.1)
}

/// "weder ein Protokoll geführt | noch ein Bericht geschrieben | oder veröffentlicht"
fn goes_on_denying(analysis: &Analysis<'_, '_>, tokens: &[usize], shared: &VerbGroup) -> bool {
    let joins = |first: usize, wanted| analysis.is_coordinator(first, wanted);
    shared.negated
        && tokens.first().is_some_and(|first| joins(*first, Coordinator::Nor) || joins(*first, Coordinator::Or))
}

/// The verb group of a clause that has only its participle or infinitive.
fn elliptical(view: View<'_, '_, '_>, clause: &Clause, tokens: &[usize], shared: &VerbGroup) -> Option<VerbGroup> {
    let mut nonfinite = tokens.iter().rev().copied().filter(|token| view.signs[*token].is(Sign::NONFINITE));
    // "300 *injured* in the attack on train stations": where objects stand behind it, the first participle is the verb.
    let participle = |token: &usize| view.analysis.has_form(*token, Class::Verb, Form::PARTICIPLE);
    let medial = !view.profile.verb_final && shared.passive;
    let first = tokens.iter().copied().find(participle).filter(|_| medial);
    let last = first.or_else(|| nonfinite.next())?;
    // "… und 40 verletzt worden", "… und die Täter suchen lassen"
    let becomes = view.analysis.is_auxiliary(last, Auxiliary::Become);
    let suffers = view.profile.verb_final && (becomes || lets(view.analysis, last));
    let before = last.checked_sub(1).filter(|before| suffers && tokens.contains(before));
    let head = before.filter(|before| view.signs[*before].is(Sign::NONFINITE)).unwrap_or(last);
    let mut group =
        VerbGroup { tokens: smallvec![head], finite: head, head, sense: None, negated: false, ..shared.clone() };
    if head < last {
        group.tokens.push(last);
        group.passive |= becomes;
    }
    group.sense = lexical_sense(view.analysis, clause, tokens, &mut group);
    group.negated =
        super::negation::negates(view.analysis, tokens, &group) || goes_on_denying(view.analysis, tokens, shared);
    Some(group)
}

/// "sind acht Räuber *festgenommen* und drei Händler verletzt worden": what ends the second group belongs to the first one too.
pub(super) fn share_passive(analysis: &Analysis<'_, '_>, before: Option<&mut VerbGroup>, shares: Option<&VerbGroup>) {
    let (Some(before), Some(shares)) = (before, shares) else {
        return;
    };
    let last = shares.end() - 1;
    let ended = shares.passive && last > shares.head && analysis.is_auxiliary(last, Auxiliary::Become);
    before.passive |= ended && before.head != before.finite && !before.needs_no_object(analysis);
}

/// The dictionary's verb for the head, with its separated prefix where one stands apart, chosen by its frame: what the
/// clause has of a reflexive pronoun and of a clause behind it.
pub(super) fn lexical_sense(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    tokens: &[usize],
    group: &mut VerbGroup,
) -> Option<Sense> {
    let verbs = || analysis.senses_of(group.head, Class::Verb);
    let governs = verbs().any(|sense| sense.form.has(Form::CLAUSAL)) && governs_content(analysis, group.head, tokens);
    let framed = |sense: &Sense| governs || !sense.form.has(Form::CLAUSAL);
    // A frame that holds is surer than none.
    let surest = |fits: &dyn Fn(&Sense) -> bool| {
        let clausal = verbs().find(|sense| governs && sense.form.has(Form::CLAUSAL) && fits(sense));
        clausal.or_else(|| verbs().find(|sense| framed(sense) && fits(sense))).copied()
    };
    if verbs().any(|sense| sense.form.has(Form::WANTS_PREFIX)) {
        let word = |token: &usize| analysis.kind(*token) == TokenKind::Word;
        let last = tokens.iter().rev().copied().find(word);
        // "trat ein Fremder auf, ein Maler": at the end of the verb's own stretch.
        let end = || clause.piece_of(group.finite).and_then(|piece| piece.clone().rev().find(word));
        // "spricht | Bände"
        let noun = |last: usize| verbs().any(|sense| analysis.entry(*sense).parts_of_verb().0 == analysis.word(last));
        let behind = |last: &usize| {
            *last > group.finite
                && (analysis.shape(*last) == Shape::Lower || noun(*last))
                && !matches!(analysis.kind(*last + 1), TokenKind::Number | TokenKind::Symbol)
        };
        // "wie die Stadt bekannt gab", but not "zu sehen"
        let before = group.head.checked_sub(1).filter(|before| {
            last == Some(group.head) && tokens.contains(before) && !infinitive_mark(analysis, *before)
        });
        let simple = group.head == group.finite;
        let behind = last.filter(|last| simple && behind(last)).or_else(|| end().filter(|end| simple && behind(end)));
        let early = early_prefix(analysis, clause, group).filter(|_| simple);
        for apart in behind.or(before).into_iter().chain(early) {
            let prefix = analysis.word(apart);
            let separable = surest(&|sense| {
                sense.form.has(Form::WANTS_PREFIX) && analysis.entry(*sense).parts_of_verb().0 == prefix
            });
            if separable.is_some() {
                group.tokens.push(apart);
                return separable;
            }
        }
    }
    if let Some(fixed) = surest(&|sense| phrase(analysis, clause, tokens, group, sense).is_some()) {
        group.tokens.extend(phrase(analysis, clause, tokens, group, &fixed).into_iter().flatten());
        return Some(fixed);
    }
    // "winkte ab": with a particle that no dictionary has with the verb, it is another one.
    if let Some(particle) = unknown_particle(analysis, clause, group) {
        group.tokens.push(particle);
        return None;
    }
    let moved = moves_by(analysis, group.head + 1);
    let plain = |sense: &Sense| {
        let attribute = sense.form.has(Form::ATTRIBUTIVE) && !sense.form.has_any(FINITE);
        let other = sense.form.has(Form::WANTS_PREFIX) || attribute;
        !other && (!moved || sense.length != 2)
    };
    // The longest comes first: "pointed out" before "pointed". What is so before what is not: "führen", not of "fahren".
    let longest = surest(&plain)?;
    if longest.length == 1 && is_particle(analysis, longest, group.head + 1) && tokens.contains(&(group.head + 1)) {
        group.tokens.push(group.head + 1);
        return None;
    }
    let parted = if longest.length == 1 { parted(analysis, clause, group.head, longest) } else { None };
    if let Some(particle) = parted.filter(|particle| tokens.contains(particle)) {
        group.tokens.push(particle);
        return Some(longest);
    }
    let unreal = |sense: &Sense| sense.form.has(Form::SUBJUNCTIVE_2) && !sense.form.has(Form::PAST);
    let real = || surest(&|sense| plain(sense) && sense.length == longest.length && !unreal(sense));
    let first = if unreal(&longest) { real().unwrap_or(longest) } else { longest };
    // "turned down", "laid off | 300 workers"
    for particle in group.head + 1..group.head + usize::from(first.length) {
        // "looked for a job": a preposition before its phrase is none.
        // "came *into* | effect": between the verb's own words.
        let inside = particle + 1 < group.head + usize::from(first.length);
        // "pulled out of the race"
        let phrase = |sense: &Sense| sense.length > 1;
        let own =
            analysis.is(particle, Class::Particle) && !analysis.senses_of(particle, Class::Adposition).any(phrase);
        let governs = !own && !inside && prepositional_phrase(analysis, particle, analysis.tokens.len()).is_some();
        if tokens.contains(&particle) && !group.tokens.contains(&particle) && !governs {
            group.tokens.push(particle);
        }
    }
    if first.form.has(Form::CLAUSAL) || !verbs().any(|sense| plain(sense) && sense.form.has(Form::REFLEXIVE)) {
        return Some(first);
    }
    let reflexive = tokens.iter().any(|token| analysis.is_reflexive(*token));
    let fits = |sense: &Sense| plain(sense) && sense.form.has(Form::REFLEXIVE) == reflexive;
    surest(&fits).or(Some(first))
}

/// "kehrt | *zurück* nach Bern", "nahm | *teil* an der Wahl": where the prefix of a main clause's verb may stand before a phrase with
/// a preposition, which follows the clause's end.
fn early_prefix(analysis: &Analysis<'_, '_>, clause: &Clause, group: &VerbGroup) -> Option<usize> {
    /// How far behind the verb it may stand.
    const FAR: usize = 6;
    let piece = clause.piece_of(group.finite).filter(|_| clause.kind == ClauseKind::Main)?;
    (group.finite + 1..piece.end.min(group.finite + FAR)).find(|at| {
        // "von Bern *aus* nach Wien", "vom ersten Tag *an* mit Helm"
        let from =
            (group.finite + 1..*at).any(|from| analysis.is_any_adposition(from, &[Adposition::From, Adposition::Of]));
        // "*ein* als Gärtnerin verkleideter Mann", "schneiden besser *ab* als andere"
        let article = noun_phrase(analysis, *at, piece.end).is_some_and(|end| end > at + 1);
        let compared = analysis.is_adposition(at + 1, Adposition::As);
        analysis.shape(*at) == Shape::Lower
            && at + 1 < piece.end
            && is_preposition(analysis, at + 1)
            && !from
            && !article
            && !compared
    })
}

/// The phrase that makes another verb of it, where it stands before the verb or, of a simple one, ends its stretch: "kam … |
/// ums Leben", "das Rennen | für sich | entschieden".
fn phrase(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    tokens: &[usize],
    group: &VerbGroup,
    sense: &Sense,
) -> Option<Range<usize>> {
    let (words, _) = analysis.entry(*sense).parts_of_verb();
    if !sense.form.has(Form::WANTS_PREFIX) || !words.contains(' ') {
        return None;
    }
    let up_to = |end: usize| {
        let start = end.checked_sub(words.split(' ').count())?;
        let same = |(word, at): (&str, usize)| tokens.contains(&at) && analysis.word(at).eq_ignore_ascii_case(word);
        words.split(' ').zip(start..).all(same).then_some(start..end)
    };
    let word = |token: &usize| analysis.kind(*token) == TokenKind::Word;
    let head = group.head - usize::from(infinitive_mark(analysis, group.head.saturating_sub(1)));
    up_to(head).or_else(|| {
        let own = clause.piece_of(group.finite).and_then(|piece| piece.clone().rev().find(word));
        let last = tokens.iter().rev().copied().find(word);
        let simple = group.head == group.finite;
        last.into_iter().chain(own).filter(|last| simple && *last > group.finite).find_map(|last| up_to(last + 1))
    })
}

/// Whether a clause that says something stands directly behind a verb's own: "…, dass", "that", or one in the mood of
/// reported speech.
fn governs_content(analysis: &Analysis<'_, '_>, head: usize, tokens: &[usize]) -> bool {
    /// How far behind the comma the mood is looked for, and without a comma the clause behind its verb.
    const NEAR: usize = 12;
    const DIRECTLY: usize = 3;
    let Some(behind) = tokens.last().map(|last| last + 1) else {
        return false;
    };
    let comma = analysis.word(behind) == ",";
    let start = behind + usize::from(comma);
    if analysis.is_subordinator(start, Subordinator::That) {
        return comma || start <= head + DIRECTLY;
    }
    // "assesses | that they are planning an attack, involving 30 people": the clause goes on behind its content.
    if analysis.is_subordinator(head + 1, Subordinator::That) && head + 1 < behind && !tokens.contains(&(head + 1)) {
        return true;
    }
    let ends = |token: &usize| !matches!(analysis.kind(*token), TokenKind::Separator | TokenKind::Terminal);
    let reported = |token: usize| {
        let verbs = [Class::Auxiliary, Class::Modal, Class::Verb];
        verbs.iter().any(|class| analysis.senses_of(token, *class).any(|sense| is_reported(sense.form)))
    };
    comma && (start..start + NEAR).take_while(ends).any(reported)
}

/// "closed | down 2%": a word for which way a quantity went, before an amount with its unit; but "closed down two plants".
fn moves_by(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let measured = |unit: usize| analysis.is_any(unit, groups::UNIT) || analysis.kind(unit) == TokenKind::Symbol;
    let amount = analysis.kind(at + 1) == TokenKind::Number && measured(at + 2);
    analysis.is(at, Class::Trend)
        && !analysis.profile(analysis.sentence_of(at)).verb_final
        && (amount || analysis.is(at + 1, Class::Currency))
}

/// "closed *down* two plants", "has taken *out* a loan"; not "closed down 2%", "raise up to 30%", "went back and forth".
fn is_particle(analysis: &Analysis<'_, '_>, verb: Sense, at: usize) -> bool {
    let amount = matches!(analysis.kind(at + 1), TokenKind::Number | TokenKind::Symbol);
    // "moved out of", "raise up to"
    let phrase = |sense: &Sense| sense.length > 1 && matches!(sense.class, Class::Adposition | Class::Approx);
    let longer = analysis.senses(at).iter().any(phrase);
    // "sank off | Java"
    let alone = matches!(analysis.verb_kind(verb), Some(VerbKind::Alone | VerbKind::Down | VerbKind::Placed));
    let somewhere = alone && analysis.is(at, Class::Adposition);
    let medial = !analysis.profile(analysis.sentence_of(at)).verb_final;
    medial
        && analysis.is(at, Class::Particle)
        && !amount
        && !longer
        && !somewhere
        && !analysis.is(at + 1, Class::Coordinator)
}

/// "turned the plan *down*", "called the strike *off* on Monday": a particle right behind the object; but "pushed prices down
/// 3%", "took the box off the shelf", "moved two miles away", "shows a man cycling up a hill".
fn parted(analysis: &Analysis<'_, '_>, clause: &Clause, head: usize, verb: Sense) -> Option<usize> {
    const AMOUNT: ClassSet = groups::UNIT.or(&[Class::TimeUnit]);
    let piece = clause.piece_of(head)?;
    let at = noun_phrase(analysis, head + 1, piece.end).filter(|at| *at < piece.end)?;
    let changes = matches!(analysis.verb_kind(verb), Some(VerbKind::Down | VerbKind::Up));
    let governs = prepositional_phrase(analysis, at, piece.end).is_some();
    let particle = is_particle(analysis, verb, at)
        && analysis.shape(at) == Shape::Lower
        && analysis.kind(at + 1) != TokenKind::Hyphen;
    let nonfinite = Form::PARTICIPLE.and(Form::GERUND);
    let other = analysis.senses_of(at - 1, Class::Verb).any(|sense| sense.form.has_any(nonfinite));
    let other = other && !analysis.is_any(at - 1, groups::NOUN);
    let object = is_nominal(analysis, head + 1..at) && !other;
    // "played three | away games"
    let attribute = analysis.is_any(at + 1, groups::NOUN) && !analysis.is_any(at + 1, groups::TIME);
    let object = object && (!attribute || is_preposition(analysis, at + 1));
    (particle && object && !changes && !governs && !analysis.is_any(at - 1, AMOUNT)).then_some(at)
}

/// An adposition or another particle that ends the stretch of a simple finite verb, with no phrase that it could follow.
fn unknown_particle(analysis: &Analysis<'_, '_>, clause: &Clause, group: &VerbGroup) -> Option<usize> {
    if group.head != group.finite || !analysis.profile(clause.sentence).verb_final || clause.kind != ClauseKind::Main {
        return None;
    }
    let piece = clause.piece_of(group.finite)?;
    let last = piece.clone().rev().find(|token| analysis.kind(*token) == TokenKind::Word)?;
    let other = ClassSet::of(&[Class::Adverb, Class::Direction, Class::Subordinator, Class::Pronoun]);
    // "der Meinung nach", "das Jahr über"
    let postposition = analysis.is_any_adposition(last, &[Adposition::After, Adposition::Over, Adposition::Other]);
    let closes = last + 1 >= piece.end || analysis.kind(last + 1) == TokenKind::Terminal;
    let apart = || analysis.is(last, Class::Adposition) && !analysis.is_any(last, other) && !postposition;
    // "als ein | „Zeichen“"
    let quoted = analysis.kind(last + 1) == TokenKind::Quote;
    (closes
        && !quoted
        && last > group.finite + 1
        && analysis.shape(last) == Shape::Lower
        && (analysis.is(last, Class::Particle) || apart()))
    .then_some(last)
}
