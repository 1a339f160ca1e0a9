//! The place of a fact.

use std::ops::Range;

use smallvec::SmallVec;

use super::context::Context;
use super::memo::Memo;
use crate::answer::{EntityType, Figure, Reference};
use crate::clause::{Clause, noun_phrase, prepositional_phrase};
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::text::{Shape, TokenKind};

/// How far from the figure a place is looked for, in tokens.
const WINDOW: usize = 30;

/// What the head of a phrase of time is.
const TIMES: ClassSet = ClassSet::of(&[
    Class::Month,
    Class::Weekday,
    Class::TimeUnit,
    Class::Season,
    Class::Relative,
    Class::Holiday,
    Class::DayPart,
    Class::Part,
]);

/// How well a phrase tells where; the lower the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A named place at which it is so: "in Wien".
    Named,
    /// A thing one can be in: "in der Kirche".
    Site,
    /// A named place that something comes from or goes to: "nach Südkorea".
    Way,
}

/// Phrases of place with their ranks.
pub(super) type Places = SmallVec<[(Rank, Range<usize>); 1]>;

/// The place of a figure's fact: in the clause the best-ranked prepositional phrase of place, of equals the nearest;
/// else the place of the dateline or headline.
pub(super) fn of<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    clause: usize,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
) -> Option<Reference<'t>> {
    in_clause(context, memo, clause, tokens).or_else(|| of_noun(context, figure)).or_else(|| dateline(context, clause))
}

/// The place of an event.
pub(super) fn in_clause<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    clause: usize,
    figure: &Range<usize>,
) -> Option<Reference<'t>> {
    let places = memo.places(context, clause);
    let first = places.partition_point(|(_, phrase)| phrase.start + WINDOW < figure.start);
    places[first..]
        .iter()
        .take_while(|(_, phrase)| phrase.start < figure.end + WINDOW)
        .filter(|(_, phrase)| phrase.start >= figure.end || figure.start >= phrase.end)
        .min_by_key(|(rank, phrase)| (*rank, phrase.start.abs_diff(figure.start)))
        .map(|(_, phrase)| place(context, phrase.clone()))
}

/// All phrases of place in a clause, in their order.
pub(super) fn all(context: &Context<'_, '_, '_>, clause: &Clause) -> Places {
    let end = clause.extent().end;
    let mut found = Places::new();
    if !may_tell_place(context, clause) {
        return found;
    }
    for piece in clause.pieces.iter() {
        for (at, classes) in piece.clone().zip(context.analysis.lexed.classes_in(piece.clone())) {
            if classes.has(Class::Adposition) && found.last().is_none_or(|(_, phrase)| at >= phrase.end) {
                found.extend(located(context, at, end));
            }
        }
    }
    found
}

/// Whether a clause has anything that a phrase of place needs: the name of a place, a site, an unknown name.
fn may_tell_place(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let extent = analysis.span(clause.extent());
    let mentions = &context.answer.mentions;
    let from = mentions.partition_point(|mention| mention.span.end <= extent.start);
    let mut inside = mentions[from..].iter().take_while(|mention| mention.span.start < extent.end);
    inside.any(|mention| mention.kind == EntityType::Loc)
        || clause.pieces.iter().any(|piece| {
            analysis.lexed.classes_in(piece.clone()).zip(piece.clone()).any(|(classes, token)| {
                classes.has(Class::Site) || classes.has_none() && analysis.shape(token) == Shape::Title
            })
        })
}

/// A phrase as a place: without its article.
fn place<'t>(context: &Context<'_, '_, 't>, phrase: Range<usize>) -> Reference<'t> {
    let articles = ClassSet::of(&[Class::Article, Class::Demonstrative]);
    let start = if context.analysis.is_any(phrase.start, articles) && phrase.len() > 1 {
        phrase.start + 1
    } else {
        phrase.start
    };
    context.reference(start..phrase.end)
}

/// The phrase of place that begins with a preposition, without it.
fn located(context: &Context<'_, '_, '_>, at: usize, end: usize) -> Option<(Rank, Range<usize>)> {
    let analysis = context.analysis;
    let sense = analysis.sense(at, Class::Adposition)?;
    // "vor Ort": an adverb that begins with the preposition.
    if analysis.senses_of(at, Class::Adverb).any(|other| other.length > sense.length) {
        return None;
    }
    let meanings = || {
        let same = move |other: &&Sense| other.length == sense.length;
        analysis.senses_of(at, Class::Adposition).filter(same).filter_map(|sense| Adposition::from_value(sense.value))
    };
    use Adposition::{At, From, In, Into, Near, On, Through, To, Towards, Within};
    let way = !meanings().any(|meaning| matches!(meaning, In | At | On | Near | Within));
    let through = meanings().any(|meaning| meaning == Through);
    if way && !through && !meanings().any(|meaning| matches!(meaning, From | To | Into | Towards)) {
        return None;
    }
    let start = at + usize::from(sense.length);
    let mut phrase = start..prepositional_phrase(analysis, at, end)?;
    if analysis.is_any(phrase.end - 1, TIMES)
        || context.is_time(analysis.span(phrase.clone()))
        || context.statement_of_speaker(analysis.span(at..phrase.end))
    {
        return None;
    }
    // "im Süden von Bangladesch", "on the streets of Berlin"
    if analysis.is_adposition(phrase.end, Adposition::Of)
        && let Some(further) = prepositional_phrase(analysis, phrase.end, end)
        && names_place(context, phrase.end..further)
    {
        phrase.end = further;
    }
    let named = names_place(context, phrase.clone());
    let rank = match (named, way) {
        (true, false) => Rank::Named,
        (true, true) if through => Rank::Named,
        (true, true) => Rank::Way,
        (false, false) if is_site(context, &phrase) => Rank::Site,
        (false, _) if (!way || through) && is_unknown_name(context, &phrase) => Rank::Site,
        _ => return None,
    };
    Some((rank, phrase))
}

/// "den 3300 Bewohnern der Gemeinde", "the passengers of the bus": the place that the counted noun belongs to.
fn of_noun<'t>(context: &Context<'_, '_, 't>, figure: &Figure<'_>) -> Option<Reference<'t>> {
    let analysis = context.analysis;
    let counted = figure.of.as_ref()?;
    let mut at = analysis.tokens_of(counted.span).end;
    let of = analysis.senses_of(at, Class::Adposition).find(|sense| sense.value == Adposition::Of as u32);
    match of {
        Some(of) => at += usize::from(of.length),
        None if !analysis.is(at, Class::Article) => return None,
        None => {}
    }
    let phrase = at..noun_phrase(analysis, at, at + 6)?;
    (is_site(context, &phrase) || names_place(context, phrase.clone())).then(|| place(context, phrase))
}

/// "Nürnberg: 700 Fahrzeuge …", "Dortmund - …"; in a headline without a verb any place: "Fast 50 Infektionen: Kreis Hof
/// …".
fn dateline<'t>(context: &Context<'_, '_, 't>, clause: usize) -> Option<Reference<'t>> {
    let clause = context.clauses.get(clause)?;
    let analysis = context.analysis;
    let sentence = analysis.sentences.get(clause.sentence)?;
    let mentions = &context.answer.mentions;
    let from = mentions.partition_point(|mention| mention.span.end <= sentence.start);
    let mut places = mentions[from..]
        .iter()
        .take(4)
        .take_while(|mention| mention.span.start < sentence.end)
        .filter(|mention| mention.kind == EntityType::Loc);
    let first = places.next()?;
    let tokens = analysis.tokens_of(first.span);
    let mark = analysis.kind(tokens.end) == TokenKind::Dash || analysis.word(tokens.end) == ":";
    let leads = tokens.start <= sentence.tokens.start as usize + 1 && mark;
    (leads || clause.verb.is_none()).then(|| context.reference(tokens))
}

/// Whether the phrase's last mention is a place.
fn names_place(context: &Context<'_, '_, '_>, phrase: Range<usize>) -> bool {
    let span = context.analysis.span(phrase);
    let mentions = &context.answer.mentions;
    let end = mentions.partition_point(|mention| mention.span.start < span.end);
    end.checked_sub(1).and_then(|at| mentions.get(at)).is_some_and(|mention| {
        mention.kind == EntityType::Loc && span.contains(mention.span) && mention.span.end == span.end
    })
}

/// Whether the phrase's head is a thing one can be in or at: "in der Kirche", "im Park Babelsberg"; in English with a
/// word before it, for "in prison" and "at home" tell no place.
fn is_site(context: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let capital_nouns = analysis.profile(analysis.sentence_of(phrase.start)).capital_nouns;
    let last = phrase.end - 1;
    let name_behind =
        analysis.shape(last) != Shape::Lower && phrase.clone().any(|token| analysis.is(token, Class::Site));
    (analysis.is(last, Class::Site) || name_behind) && (capital_nouns || phrase.len() > 1)
}

/// "in Achleiten", "at the Lausitzring": a word with a capital that no dictionary knows; where all nouns have one, only
/// without an article.
fn is_unknown_name(context: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let span = analysis.span(phrase.clone());
    let mentions = &context.answer.mentions;
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    let mentioned = mentions.get(from).is_some_and(|mention| mention.span.overlaps(span));
    let last = phrase.end - 1;
    let capital_nouns = analysis.profile(analysis.sentence_of(phrase.start)).capital_nouns;
    !mentioned
        && analysis.kind(last) == TokenKind::Word
        && analysis.shape(last) == Shape::Title
        && analysis.lexed.classes(last).has_none()
        && (!capital_nouns || phrase.len() == 1)
}
