//! What a passive says besides its subject.

use std::ops::Range;

use super::context::Context;
use super::predicative::is_undeclined;
use super::role::is_state;
use crate::answer::FigureKind;
use crate::clause::{Clause, ClauseKind, complements, is_thing, noun_phrase, prepositional_phrase};
use crate::lexicon::class::Adposition;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::reading::phrase::{can_be_accusative, genitive, is_nominative, is_oblique, is_possessor, is_preposition};
use crate::text::Shape;

/// "was awarded | a prize", "was elected | mayor": what a passive leaves of an object, right behind the verb, where the verb
/// stands between subject and object.
pub(super) fn kept(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let piece = clause.piece_of(verb.head)?;
    if analysis.profile(clause.sentence).verb_final {
        return accused(analysis, clause, piece);
    }
    let start = verb.end();
    let end = noun_phrase(analysis, start, piece.end).filter(|end| is_thing(analysis, start..*end))?;
    // "was pleased | the state would pay": it has a verb of its own.
    (!analysis.is_any(end, groups::AUXILIARY)).then_some(start..end)
}

/// "Anna Weber wird | Betrug | vorgeworfen": where a name before the verb may be a dative, what is done to or said of it, by a noun
/// without article that no preposition governs, right before the participle.
fn accused(analysis: &Analysis<'_, '_>, clause: &Clause, piece: &Range<usize>) -> Option<Range<usize>> {
    const NAMES: ClassSet = groups::PERSON.with(groups::NAMED);
    /// How far before the participle it is looked for.
    const NEAR: usize = 12;
    let verb = clause.verb.as_ref().filter(|verb| verb.head > verb.finite && verb.head - verb.finite <= NEAR)?;
    let subject = clause.subject.as_ref().filter(|subject| subject.end <= verb.finite)?;
    let other =
        |at: usize| analysis.is_any(at, groups::DETERMINER.with(groups::MODIFIER)) || is_preposition(analysis, at);
    let named = subject.clone().any(|at| analysis.is_any(at, NAMES)) && !subject.clone().any(other);
    if clause.kind != ClauseKind::Main || !named || !piece.contains(&verb.finite) {
        return None;
    }
    let mut at = verb.finite + 1;
    while at < verb.head {
        let led = is_preposition(analysis, at - 1) || analysis.is(at - 1, Class::Coordinator);
        let bare = !led && analysis.shape(at) != Shape::Lower && !analysis.is_any(at, NAMES);
        match prepositional_phrase(analysis, at, verb.head) {
            Some(end) if end > at => at = end,
            _ if bare && noun_phrase(analysis, at, verb.head) == Some(verb.head) => {
                return is_thing(analysis, at..verb.head).then_some(at..verb.head);
            }
            _ => at += 1,
        }
    }
    None
}

/// "was found | guilty", "were left | homeless": the adjective right behind a passive that says what somebody or something
/// became, where the verb stands between subject and object.
pub(super) fn result(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    const OTHER: ClassSet = groups::NOUN.with(groups::LINK).or(&[Class::Adverb, Class::Direction, Class::Quantifier]);
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let piece = clause.piece_of(verb.head).filter(|_| !analysis.profile(clause.sentence).verb_final)?;
    let at = verb.end();
    let adjective = analysis.is(at, Class::Adjective) && !analysis.is_any(at, OTHER);
    (adjective && at < piece.end && kept(analysis, clause).is_none()).then_some(at..at + 1)
}

/// "was charged | with murder", "wurde | wegen Mordes | angeklagt", "wurde | des Mordes | beschuldigt": what a passive is of, to or
/// for, with the preposition, next to the verb.
pub(super) fn governed(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    use Adposition::{About, Against, As, Because, By, For, From, Into, Of, To, With, Without};
    /// How far before the verb it may begin.
    const NEAR: usize = 8;
    const GOVERNED: &[Adposition] = &[About, Against, As, Because, For, From, Into, Of, To, With, Without];
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| verb.passive || is_state(analysis, verb))?;
    let piece = clause.piece_of(verb.head)?;
    let final_ = analysis.profile(clause.sentence).verb_final;
    let phrase = |at: usize, end: usize| {
        // "was involved | in the talks"
        // "was left | in ruins"
        let takes_part = || verb.means(analysis, &["involve", "leave"]) && analysis.is_adposition(at, Adposition::In);
        let governed = analysis.is_any_adposition(at, GOVERNED) || takes_part();
        // "bis | zum letzten Tag"
        let until = final_ && at > piece.start && analysis.is_adposition(at - 1, Adposition::Until);
        // "mehr | als 37 Leute"
        let more = at > piece.start && analysis.is_any(at - 1, ClassSet::of(&[Class::Approx, Class::Comparative]));
        let governed = governed && !until && !more && !analysis.is_adposition(at, By);
        let first = prepositional_phrase(analysis, at, end).filter(|_| governed)?;
        Some(at..genitive(analysis, first, end).unwrap_or(first))
    };
    // "des Mordes", "der Untreue": by its article alone, neither the subject nor behind what it hangs on.
    let genitive_object = |at: usize| {
        let own = clause.subject.as_ref().is_some_and(|subject| !subject.contains(&at));
        let before = at.checked_sub(1).filter(|before| own && *before >= piece.start)?;
        let joined = (piece.start..at).any(|before| analysis.is(before, Class::Coordinator));
        let hangs = joined
            || is_nominative(analysis, at)
            || analysis.is(before, Class::Adposition)
            || analysis.shape(before) != Shape::Lower && !analysis.is_any(before, groups::PERSON);
        let whole = is_possessor(analysis, at) && !hangs && noun_phrase(analysis, at, verb.head) == Some(verb.head);
        whole.then_some(at..verb.head)
    };
    let found = if final_ {
        // "zum Zeugen | mit Beistand | erklärt"
        let made = |at: usize, found: &Range<usize>| {
            analysis.is_any_adposition(at, &[As, To])
                && found.start < verb.head
                && phrase(at, found.start).is_some_and(|made| made.end == found.start)
        };
        // "wurde | ein Verfahren gegen ihn | eröffnet": what hangs on the subject is told with it.
        let behind =
            clause.subject.as_ref().filter(|subject| subject.end <= verb.head).map_or(0, |subject| subject.end);
        let near = piece.start.max(behind).max(verb.head.saturating_sub(NEAR))..verb.head;
        // "als fremd | empfunden"
        let like = verb.head.checked_sub(2).filter(|at| near.contains(at) && analysis.is_adposition(*at, As));
        if let Some(like) = like.filter(|at| is_undeclined(analysis, at + 1)) {
            return Some(like..verb.head);
        }
        let ending = near.clone().filter_map(|at| phrase(at, verb.head)).find(|phrase| phrase.end == verb.head);
        let found = ending.or_else(|| near.clone().find_map(genitive_object))?;
        let start = near.clone().find(|at| made(*at, &found)).unwrap_or(found.start);
        start..found.end
    } else {
        phrase(verb.end(), piece.end)?
    };
    let noun = analysis.behind(found.start, Class::Adposition)..found.end;
    // "infested with spyware": behind a preposition a word that no dictionary knows is a noun.
    let unknown = analysis.is_unknown_word(noun.end - 1);
    ((unknown || is_thing(analysis, noun.clone())) && !context.is_time(analysis.span(noun))).then_some(found)
}

/// "*Der Frau* wurde der Pass abgenommen", "wurde *dem Mann* die Stelle gekündigt": to or from whom it is done, by its form, before the
/// verb or right behind its finite part, where the verb stands last.
pub(super) fn receiver(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref().filter(|verb| verb.passive && analysis.profile(clause.sentence).verb_final)?;
    let piece = clause.piece_of(verb.finite).filter(|_| clause.kind == ClauseKind::Main)?;
    let apart = |at: usize| clause.subject.as_ref().is_some_and(|subject| !subject.contains(&at));
    let dative = |at: usize, end: usize| {
        analysis.is(at, Class::Article) && apart(at) && end > at + 1 && is_thing(analysis, at..end)
    };
    let front = noun_phrase(analysis, piece.start, verb.finite).filter(|end| *end == verb.finite);
    let front = front.filter(|end| dative(piece.start, *end)).map(|end| piece.start..end);
    let next = verb.finite + 1;
    let behind = || {
        let end = noun_phrase(analysis, next, verb.head)?;
        (is_oblique(analysis, next) && !can_be_accusative(analysis, next) && dative(next, end)).then_some(next..end)
    };
    front.or_else(behind)
}

/// Who does what a passive tells, with the preposition: "by police".
pub(super) fn agent(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let agent = complements(analysis, clause, verb, |tokens| context.is_time(analysis.span(tokens))).agent?;
    // "Unabhängig | vom Verkauf wurde …", "von den 37 Euro wurden …"
    let hung = |piece: &Range<usize>| piece.start < agent.start && !analysis.is(agent.start - 1, Class::Coordinator);
    let front = clause.kind == ClauseKind::Main && agent.start < verb.finite;
    let hangs = front && clause.piece_of(agent.start).is_some_and(hung);
    let figures = &context.answer.figures;
    let span = analysis.span(agent.clone());
    let at = figures.partition_point(|figure| figure.span.end <= span.start);
    let amount = figures.get(at).is_some_and(|figure| {
        matches!(figure.kind, FigureKind::Money | FigureKind::Percent) && figure.span.overlaps(span)
    });
    (!hangs && !amount).then_some(agent)
}
