//! Phrases of place that tell of somebody or something beside the verb, not where it happens.

use std::ops::Range;

use super::comparison::follows_like;
use super::context::Context;
use crate::answer::FigureKind;
use crate::clause::{Clause, ClauseKind, VerbGroup, behind_origin, is_person, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::phrase::{can_be_accusative, is_preposition};
use crate::reading::verb::opens_attribute;
use crate::text::Shape;

/// What leads on from a place: "von Bern | nach Wien".
const ONWARD: &[Adposition] = &[Adposition::To, Adposition::Into, Adposition::Towards, Adposition::Until];

/// Whether a phrase of place behind a preposition hangs on a noun, or tells who gives something; `way` where it is a named place
/// that something comes from or goes to.
pub(super) fn tells_of_noun(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    preposition: usize,
    phrase: &Range<usize>,
    way: bool,
) -> bool {
    is_origin(context, clause, preposition)
        || is_in_subject(context, clause, preposition, phrase, way)
        || relates(context, clause, preposition, phrase)
        || way && is_giver(context, clause, preposition, phrase)
        || is_in_attribute(context, clause, preposition, phrase, way)
        || is_topic(context, clause, preposition, phrase)
        || is_of_compared(context, clause, preposition)
        || is_of_left(context, clause, preposition)
        || way && is_origin_of_thing(context, clause, preposition, phrase)
}

/// The tokens of a clause's stretch before one of it, as far back as is told.
fn tokens_before(clause: &Clause, at: usize, far: usize) -> Range<usize> {
    clause.piece_of(at).map_or(at, |piece| piece.start.max(at.saturating_sub(far)))..at
}

/// "änderte das Team im Vergleich zum Spiel *in Bern*", "Anders als *in Bern* sank die Zahl": where that is with which something is
/// compared.
fn is_of_compared(context: &Context<'_, '_, '_>, clause: &Clause, at: usize) -> bool {
    /// How many tokens before it the comparison may begin.
    const FAR: usize = 8;
    let analysis = context.analysis;
    let verb_final = analysis.profile(clause.sentence).verb_final;
    let inside = |at: usize| {
        !analysis.is(at, Class::Adposition)
            && analysis.word(at) != ","
            && !clause.verb.as_ref().is_some_and(|verb| verb.tokens.contains(&at))
    };
    let compares = |first: usize| {
        let against =
            analysis.senses_of(first, Class::Adposition).find(|sense| sense.value == Adposition::Against as u32);
        let against = against.filter(|sense| {
            // "gewann gegen Bern in Basel"
            sense.length > 1 || verb_final && !analysis.is_adposition(first, Adposition::Around)
        });
        // "compared with 12% in Germany"
        let amount = |phrase: Range<usize>| {
            let span = analysis.span(phrase);
            let figures = &context.answer.figures;
            let figure = figures.get(figures.partition_point(|figure| figure.span.end <= span.start));
            figure.is_some_and(|figure| figure.kind != FigureKind::Score && figure.span.overlaps(span))
        };
        against.is_some_and(|sense| {
            let phrase = sense.end(first)..at;
            !phrase.is_empty() && phrase.clone().all(inside) && !amount(phrase)
        })
    };
    let mut before = tokens_before(clause, at, FAR);
    let time = || context.is_time(analysis.span(at - 1..at));
    follows_like(context, at) || before.any(compares) && !time()
}

/// "kehrte vom Gipfel *in Bern* zurück": where that was from which somebody returns.
fn is_of_left(context: &Context<'_, '_, '_>, clause: &Clause, at: usize) -> bool {
    /// How many tokens before it that may begin.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let mut before = tokens_before(clause, at, NEAR);
    let leaves = |first: usize| {
        analysis.is_adposition(first, Adposition::From) && prepositional_phrase(analysis, first, at) == Some(at)
    };
    // "aus dem Exil in den Irak"
    let onward = || {
        let place = analysis.behind(at, Class::Adposition);
        let marked = analysis.is_any(place, groups::DETERMINER) && can_be_accusative(analysis, place);
        marked || !analysis.is_adposition(at, Adposition::In)
    };
    clause.verb.as_ref().is_some_and(|verb| verb.means(analysis, &["return"]))
        && !(analysis.is_any_adposition(at, ONWARD) && onward())
        && before.any(leaves)
}

/// "baute Häuser für Leute *aus Bern*", "kaufte Räder von einem Händler *aus Bern*": behind what something is for or who gives it, where
/// nothing moves.
fn is_origin_of_thing(context: &Context<'_, '_, '_>, clause: &Clause, at: usize, phrase: &Range<usize>) -> bool {
    /// How many tokens before it that may begin.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let mut before = tokens_before(clause, at, NEAR);
    let hangs = |first: usize| {
        let phrase = analysis.behind(first, Class::Adposition)..at;
        analysis.is_any_adposition(first, &[Adposition::By, Adposition::For])
            && prepositional_phrase(analysis, first, at) == Some(at)
            && !context.is_time(analysis.span(phrase))
    };
    analysis.profile(clause.sentence).verb_final
        && analysis.is_adposition(at, Adposition::From)
        && !analysis.is_adposition(at, Adposition::Of)
        // "von der Feuerwehr aus dem Fluss bei Bern geborgen"
        && !analysis.is_any(phrase.start, groups::DETERMINER)
        && clause.verb.as_ref().is_some_and(|verb| verb.sense.is_some() && !verb.needs_no_object(analysis))
        && before.any(hangs)
}

/// "The ban *on cars* angered drivers": a bare noun within the subject, where the verb stands between subject and object, tells what
/// something is about.
fn is_topic(context: &Context<'_, '_, '_>, clause: &Clause, at: usize, phrase: &Range<usize>) -> bool {
    let analysis = context.analysis;
    analysis.is_adposition(at, Adposition::On)
        && clause.subject.as_ref().is_some_and(|subject| subject.start < at && subject.contains(&at))
        && !analysis.is_any(phrase.start, groups::DETERMINER)
        && analysis.shape(phrase.end - 1) == Shape::Lower
        && !analysis.profile(clause.sentence).verb_final
}

/// Whether a stretch of a clause only describes somebody or something beside it.
pub(super) fn describes_somebody(context: &Context<'_, '_, '_>, clause: &Clause, piece: &Range<usize>) -> bool {
    leads_with_adjective(context, clause, piece) || is_between_commas(context, clause, piece)
}

/// "Der Mann | *aus Bern* wurde verletzt", "geht an Forscher | *aus Bern*": before the verb or behind a preposition, where somebody
/// comes from.
fn is_origin(context: &Context<'_, '_, '_>, clause: &Clause, at: usize) -> bool {
    /// How many tokens somebody behind a preposition may have, with it.
    const NEAR: usize = 5;
    let analysis = context.analysis;
    let before = clause.verb.as_ref().is_some_and(|verb| at < verb.finite) && clause.kind == ClauseKind::Main;
    let medial = !analysis.profile(clause.sentence).verb_final;
    let somebody = |noun: usize| {
        is_person(analysis, noun)
            || context.person_at(analysis.span(noun..noun + 1)).is_some()
            || medial && analysis.is_noun_of(noun, NounKind::Group)
    };
    // "Among the guests from Leeds were three ministers"
    let leads = || is_preposition(analysis, clause.extent().start);
    // "geht an | drei Forscher | aus Bern"
    let governed = || {
        let mut before = tokens_before(clause, at, NEAR);
        let gets = |at: usize| !medial || analysis.is_adposition(at, Adposition::To);
        before.any(|to| gets(to) && prepositional_phrase(analysis, to, at) == Some(at))
    };
    // "stoppte ein Polizist | aus Graz"
    let end = clause.extent().end;
    let stays = || clause.verb.as_ref().is_some_and(|verb| behind_origin(analysis, verb, at, end).is_some());
    let of_somebody = || at.checked_sub(1).is_some_and(somebody) && (before && !leads() || governed() || stays());
    // "Letters from Leeds were …": inside the subject.
    let of_subject = || {
        let inside = clause.subject.as_ref().is_some_and(|subject| subject.contains(&at) && subject.start < at);
        inside && !analysis.profile(clause.sentence).verb_final
    };
    analysis.is_adposition(at, Adposition::From) && (of_subject() || of_somebody())
}

/// "Der Zug | *nach Bern* fiel aus", "Der Streit mit der Stiftung | *in Bern* kostet Geld": all that stands before a verb in the second
/// place is one phrase, and what leads somewhere or stands behind another preposition there tells of its noun.
fn is_in_subject(context: &Context<'_, '_, '_>, clause: &Clause, at: usize, phrase: &Range<usize>, way: bool) -> bool {
    /// How many tokens before it the phrase with another preposition may begin.
    const NEAR: usize = 8;
    use Adposition::{About, Against, For, Of, Over, With};
    let analysis = context.analysis;
    // "Die Ausfuhren nach China sanken": what is measured is told with its place.
    let measures = |verb: &VerbGroup| matches!(verb.kind(analysis), Some(VerbKind::Up | VerbKind::Down));
    let verb = clause.verb.as_ref().filter(|verb| clause.kind == ClauseKind::Main && !measures(verb));
    let subject = clause.subject.as_ref().filter(|subject| subject.start < at && subject.contains(&at));
    let Some((verb, subject)) = verb.zip(subject).filter(|_| analysis.profile(clause.sentence).verb_final) else {
        return false;
    };
    let hangs = |first: usize| {
        analysis.is_any_adposition(first, &[About, Against, For, Over, With])
            && prepositional_phrase(analysis, first, at) == Some(at)
    };
    // "Der Hafen | von Bern brannte"
    let leads = way && (!analysis.is_adposition(at, Of) || analysis.is_any_adposition(phrase.end, ONWARD));
    subject.end <= verb.finite
        && (leads || (at.saturating_sub(NEAR).max(subject.start + 1)..at.saturating_sub(2)).any(hangs))
}

/// "die Grenze | *zur Slowakei*", "verkauft Waffen | *an Russland*": nobody goes "zu" or "an" a country.
fn relates(context: &Context<'_, '_, '_>, clause: &Clause, at: usize, phrase: &Range<usize>) -> bool {
    use Adposition::{After, To};
    let analysis = context.analysis;
    let article = usize::from(analysis.is(at + 1, Class::Article));
    phrase.start == at + 1
        && analysis.is(at + 1 + article, Class::Country)
        && analysis.profile(clause.sentence).verb_final
        && analysis.is_adposition(at, To)
        && !analysis.is_adposition(at, After)
}

/// "Hardy, | from Leeds in Yorkshire, said …": the same of somebody named, between commas.
fn is_between_commas(context: &Context<'_, '_, '_>, clause: &Clause, piece: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let at = piece.start;
    let comma = |mark: usize| analysis.word(mark) == ",";
    let verb = || clause.verb.as_ref().is_some_and(|verb| verb.tokens.iter().any(|token| piece.contains(token)));
    at > 1
        && analysis.is_any_adposition(at, &[Adposition::From, Adposition::Of])
        && comma(at - 1)
        && comma(piece.end)
        && !verb()
        && context.person_at(analysis.span(at - 2..at - 1)).is_some()
}

/// "Born in Cork, | Hardy moved to Bern": an adjective or participle in front with its place, which is not the clause's.
fn leads_with_adjective(context: &Context<'_, '_, '_>, clause: &Clause, piece: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let first = piece.start;
    if clause.pieces.len() < 2 || clause.extent().start != first || analysis.word(piece.end) != "," {
        return false;
    }
    let verb = clause.verb.as_ref().is_some_and(|verb| verb.tokens.iter().any(|token| piece.contains(token)));
    let describes = || analysis.is(first, Class::Adjective) || analysis.has_form(first, Class::Verb, Form::PARTICIPLE);
    !verb
        && describes()
        && analysis.is(first + 1, Class::Adposition)
        && analysis.begins_sentence(first)
        && !analysis.profile(clause.sentence).verb_final
}

/// "die *in Bern* ansässige Firma", "das *von Bern* bezahlte Haus": between an article and what describes somebody or a body, or
/// who did it.
fn is_in_attribute(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    at: usize,
    phrase: &Range<usize>,
    way: bool,
) -> bool {
    let analysis = context.analysis;
    let end = phrase.end;
    let declined = || {
        analysis.shape(end) == Shape::Lower
            && (analysis.profile(clause.sentence).adjective_like)(analysis.word(end))
            && clause.verb.as_ref().is_none_or(|verb| !verb.tokens.contains(&end))
    };
    // "die *in Bern* lebt"
    let pronoun = |article: usize| clause.kind == ClauseKind::Relative && article == clause.extent().start;
    let somebody = || {
        const BODIES: &[NounKind] = &[NounKind::Person, NounKind::Group];
        const NAMES: ClassSet = groups::HEAD.with(groups::OFFICE).or(&[Class::Demonym]);
        noun_phrase(analysis, end, clause.extent().end).is_some_and(|end| {
            (phrase.end..end).any(|at| analysis.is_noun_of_any(at, BODIES) || analysis.is_any(at, NAMES))
                || context.person_at(analysis.span(end - 1..end)).is_some()
        })
    };
    at.checked_sub(1).is_some_and(|article| opens_attribute(analysis, article) && !pronoun(article))
        && analysis.profile(clause.sentence).genitive_case
        && declined()
        && (way || somebody())
}

/// "fordert *von Russland* bessere Bedingungen": who gives or is to do it, where nothing moves on to another place.
fn is_giver(context: &Context<'_, '_, '_>, clause: &Clause, at: usize, phrase: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let verb_final = analysis.profile(clause.sentence).verb_final;
    let of = analysis.is_adposition(at, Adposition::Of) && analysis.is_adposition(at, Adposition::From);
    let moves = clause.verb.as_ref().is_none_or(|verb| matches!(verb.kind(analysis), None | Some(VerbKind::Placed)));
    verb_final
        && of
        && !moves
        && analysis.is(phrase.end - 1, Class::Country)
        && !analysis.is_any_adposition(phrase.end, ONWARD)
}
