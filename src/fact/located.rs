//! Phrases of place in a clause.
#![allow(clippy::indexing_slicing, reason = "partition points lie within the slice they were found in")]

use std::ops::Range;

use smallvec::SmallVec;

use super::context::Context;
use super::origin;
use crate::answer::{EntityType, FigureKind, Rule};
use crate::clause::{Clause, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::reading::phrase::{Preposition, genitive};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// A named place at which it is so. Of several the nearest is the fact's, and each outranks sites and ways.
    NAMED = "fact.place.named" {
        pattern: "\"in\" | \"at\" | \"on\" | \"near\" | \"within\" + phrase that ends in the name of a place [\"of\" + named place] [\",\" | \"and\" + named place …]",
        fires: [
            De "In [Wien](place) wurden drei Menschen verletzt.",
            De "In [Wien, Graz und Linz](place) wurden drei Menschen verletzt.",
            En "Three people were injured in [Vienna](place).",
            En "Three people were injured in [Vienna and Graz](place).",
        ],
        silent: [
            De "Trotz Wien wurden drei Menschen verletzt.",
            En "Three people were injured despite Vienna.",
        ],
    }

    /// A place that something leads through; with a name it counts as the place at which it is so.
    THROUGH = "fact.place.through" {
        pattern: "\"through\" + phrase that ends in the name of a place",
        fires: [
            De "Durch [Wien](place) zogen 300 Menschen.",
            En "300 people marched through [Vienna](place).",
        ],
        silent: [
            De "Durch Zufall trafen sich 300 Menschen.",
            En "300 people went through hell.",
        ],
    }

    /// A thing that one can be in or at.
    SITE = "fact.place.site" {
        pattern: "\"in\" | \"at\" | \"on\" | \"near\" | \"within\" + phrase with a site for its head",
        fires: [
            De "In der [Kirche](place) waren 38 Helfer.",
            En "There were 38 helpers in the [church](place).",
        ],
        silent: [
            De "Vor Ort waren 38 Helfer.",
            De "Auf Platz zwei kamen 38 Helfer.",
            En "There were 38 helpers in church.",
        ],
    }

    /// A word with a capital that no dictionary knows, behind a preposition of place. Where all nouns have a capital, only
    /// without an article.
    UNKNOWN = "fact.place.unknown-name" {
        pattern: "\"in\" | \"at\" | \"on\" | \"near\" | \"within\" | \"through\" + unknown word with a capital",
        fires: [
            De "In [Achleitenau](place) waren 38 Helfer.",
            En "At the [Lausitzdome](place) there were 38 helpers.",
        ],
        silent: [
            De "In der Achleitenau waren 38 Helfer.",
            En "There were 38 helpers in tears.",
        ],
    }

    /// A named place that something comes from or goes to, where the clause names none at which it is so.
    pub(super) WAY = "fact.place.way" {
        pattern: "\"from\" | \"to\" | \"into\" | \"towards\" + phrase that ends in the name of a place",
        fires: [
            De "Nach [Wien](place) reisten drei Menschen.",
            En "Three people fled from [Syria](place).",
        ],
        silent: [
            De "Nach Wien reisten im Bus drei Menschen in Graz ab.",
            En "In Vienna three people fled from the police.",
        ],
    }

    /// A thing that one can be in and that something goes to, where the clause tells no other place.
    WAY_TO_SITE = "fact.place.way-to-site" {
        pattern: "\"to\" | \"into\" + phrase with a site for its head",
        fires: [
            De "Drei Menschen wurden ins [Krankenhaus](place) gebracht.",
            En "Three people were taken to the [hospital](place).",
        ],
        silent: [
            De "Drei Menschen wurden in Wien ins Krankenhaus gebracht.",
            En "Three people were taken to court.",
        ],
    }
}

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

/// A phrase of place.
#[derive(Clone, Debug)]
pub(super) struct Located {
    pub rank: Rank,
    /// Its tokens, without the preposition.
    pub phrase: Range<usize>,
    pub rule: &'static Rule,
}

/// The phrases of place in a clause.
pub(super) type Places = SmallVec<[Located; 1]>;

/// All phrases of place in a clause, in their order.
pub(super) fn all(context: &Context<'_, '_, '_>, clause: &Clause) -> Places {
    let end = clause.extent().end;
    let mut found = Places::new();
    if !may_tell_place(context, clause) {
        return found;
    }
    for piece in clause.pieces.iter() {
        if origin::describes_somebody(context, clause, piece) {
            continue;
        }
        for (at, classes) in piece.clone().zip(context.analysis.lexed.classes_in(piece.clone())) {
            // "im Kreis Celle in Niedersachsen": a place right behind another tells where that is.
            let free = |last: &Located| at > last.phrase.end || at == last.phrase.end && last.rank != Rank::Named;
            // "is to recall all cars"
            let mark = || clause.verb.as_ref().is_some_and(|verb| verb.tokens.contains(&at));
            if classes.has(Class::Adposition) && found.last().is_none_or(free) && !mark() {
                let place = located(context, at, end);
                let apart = |place: &Located| {
                    origin::tells_of_noun(context, clause, at, &place.phrase, place.rank == Rank::Way)
                };
                let whole = |place: Located| Located { phrase: with_joined(context, clause, &place), ..place };
                found.extend(place.filter(|place| !apart(place)).map(whole));
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

/// The phrase of place that begins with a preposition, without it.
fn located(context: &Context<'_, '_, '_>, at: usize, end: usize) -> Option<Located> {
    let analysis = context.analysis;
    let preposition = Preposition::at(analysis, at)?;
    let means = |wanted: &[Adposition]| preposition.means(analysis, wanted);
    use Adposition::{At, From, In, Into, Near, Off, On, Through, To, Towards, Within};
    let way = !means(&[In, At, On, Near, Off, Within]);
    let through = means(&[Through]);
    if way && !through && !means(&[From, To, Into, Towards]) {
        return None;
    }
    let into = means(&[Into, To]);
    let mut phrase = preposition.end()..prepositional_phrase(analysis, at, end)?;
    // "bei drei Viertel der Taten"
    let head = analysis.span(phrase.end - 1..phrase.end);
    let figures = &context.answer.figures;
    let counted = figures.get(figures.partition_point(|figure| figure.span.end <= head.start));
    if counted.is_some_and(|figure| figure.span.start <= head.start) {
        return None;
    }
    if analysis.is_any(phrase.end - 1, groups::TIME)
        || context.is_time(analysis.span(phrase.clone()))
        || context.statement_of_speaker(analysis.span(at..phrase.end))
    {
        return None;
    }
    // "den zweiten Platz belegte Norwegen | vor Schweden"
    let other = |before: usize| analysis.is_any(before, groups::PERSON.with(groups::NAMED));
    if means(&[Adposition::Before]) && at.checked_sub(1).is_some_and(other) {
        return None;
    }
    // "nach Angaben aus Seoul": where the source is.
    if means(&[From]) && at > 0 && context.statement_of_speaker(analysis.span(at - 1..at)) {
        return None;
    }
    // "im Süden von Bangladesch", "im Westen des Bundesstaates Texas", "on the streets of Berlin"
    let further = genitive(analysis, phrase.end, end);
    if let Some(further) = further.filter(|further| names_place(context, phrase.end..*further)) {
        phrase.end = further;
    }
    // "for the trip to Paris": where an event leads is no place of the clause.
    if way && !through && at > 0 && analysis.is_noun_of(at - 1, NounKind::Event) {
        return None;
    }
    // "der Sieg über Italien"
    const CONTESTS: &[&str] = &["win"];
    if through && at > 0 && analysis.is_concept(at - 1, CONTESTS) {
        return None;
    }
    let named = names_place(context, phrase.clone()) && !is_of_body(context, &phrase);
    // "in the state of the economy", but "in the streets of the city"
    let hangs = further.filter(|_| !named && analysis.is_adposition(phrase.end, Adposition::Of));
    if hangs.is_some_and(|further| !is_site(context, &(phrase.end + 1..further))) {
        return None;
    }
    let (rank, rule) = match (named, way) {
        (true, false) => (Rank::Named, &NAMED),
        (true, true) if through => (Rank::Named, &THROUGH),
        (true, true) => (Rank::Way, &WAY),
        // "spent $5m | on a plant"
        (false, false) if means(&[On]) && follows_money(context, at) => return None,
        // "raised $20 million | in fresh capital"
        (false, false) if follows_money(context, at) && !analysis.is_any(phrase.start, groups::DETERMINER) => {
            return None;
        }
        (false, false) if is_site(context, &phrase) => (Rank::Site, &SITE),
        (false, true) if into && is_site(context, &phrase) => (Rank::Way, &WAY_TO_SITE),
        (false, _) if (!way || through) && is_unknown_name(context, &phrase) => (Rank::Site, &UNKNOWN),
        _ => return None,
    };
    Some(Located { rank, phrase, rule })
}

/// "in *Peru, Chile und Kuba*": a named place with those that commas and a conjunction join to it.
fn with_joined(context: &Context<'_, '_, '_>, clause: &Clause, place: &Located) -> Range<usize> {
    /// How many members there may be, and how far before them another preposition may stand.
    const MOST: usize = 8;
    const NEAR: usize = 8;
    let analysis = context.analysis;
    let alone = place.phrase.clone();
    let (limit, mut end) = (clause.extent().end, alone.end);
    // "in Leeds and | Hull won": the subject of a verb.
    let free = |member: &Range<usize>| {
        let subject = clause.subject.as_ref();
        clause.holds(member.start)
            && subject.is_none_or(|subject| !subject.contains(&member.start) || subject.contains(&alone.start))
    };
    // "zwischen dem Hafen in Bern | und Basel": the second of two that another preposition governs.
    let between = |at: usize| analysis.is_adposition(at, Adposition::Between) && at + 1 < alone.start;
    if (alone.start.saturating_sub(NEAR)..alone.start).any(between) {
        return alone;
    }
    let named = |start: usize| {
        let behind = noun_phrase(analysis, start, limit)?;
        let name = start + usize::from(analysis.is(start, Class::Article));
        let member = start..behind;
        (free(&member) && is_named_place(context, name..behind)).then_some(behind)
    };
    for _ in 0..MOST {
        if !names_place(context, alone.start..end) {
            break;
        }
        let comma = analysis.word(end) == ",";
        let conjunction = end + usize::from(comma);
        let joins =
            [Coordinator::And, Coordinator::Or].iter().any(|joins| analysis.is_coordinator(conjunction, *joins));
        if !joins && !comma {
            break;
        }
        let Some(behind) = named(conjunction + usize::from(joins)) else {
            break;
        };
        if joins {
            return alone.start..behind;
        }
        end = behind;
    }
    alone
}

/// Whether tokens are the name of a place and nothing else.
fn is_named_place(context: &Context<'_, '_, '_>, tokens: Range<usize>) -> bool {
    let span = context.analysis.span(tokens);
    let mentions = &context.answer.mentions;
    let mention = mentions.get(mentions.partition_point(|mention| mention.span.start < span.start));
    mention.is_some_and(|mention| mention.kind == EntityType::Loc && mention.span == span)
}

/// Whether an amount of money ends right before a token.
fn follows_money(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| context.analysis.span(before..at)) else {
        return false;
    };
    let figures = &context.answer.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.span.end <= before.start));
    figure.is_some_and(|figure| figure.kind == FigureKind::Money && figure.span.overlaps(before))
}

/// "in der Regierung Italiens", "in the government of Italy": who or what has a place's name behind it is no place.
fn is_of_body(context: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let end = analysis.span(phrase.clone()).end;
    let mentions = &context.answer.mentions;
    let at = mentions.partition_point(|mention| mention.span.start < end);
    let Some(mention) = at.checked_sub(1).and_then(|at| mentions.get(at)) else {
        return false;
    };
    let name = analysis.token_at(mention.span.start);
    const BODIES: &[NounKind] = &[NounKind::Person, NounKind::Group, NounKind::Event];
    let body = |head: usize| analysis.is_any(head, groups::HEAD) || analysis.is_noun_of_any(head, BODIES);
    let mut nouns = (phrase.start..name).rev().filter(|at| analysis.is_any(*at, groups::NOUN.with(groups::HEAD)));
    // "im Kanton Aargau": a name beside its noun.
    let hangs =
        |head: usize| name > head + 1 || analysis.senses(name).iter().any(|sense| sense.form.has(Form::GENITIVE));
    nouns.next().is_some_and(|head| body(head) && hangs(head) && !analysis.is(head, Class::Site))
}

/// Whether the phrase's last mention is a place.
pub(super) fn names_place(context: &Context<'_, '_, '_>, phrase: Range<usize>) -> bool {
    let span = context.analysis.span(phrase);
    let mentions = &context.answer.mentions;
    let end = mentions.partition_point(|mention| mention.span.start < span.end);
    end.checked_sub(1).and_then(|at| mentions.get(at)).is_some_and(|mention| {
        mention.kind == EntityType::Loc && span.contains(mention.span) && mention.span.end == span.end
    })
}

/// How many tokens the noun for a thing one can be in has.
const LONGEST_SITE: usize = 3;

/// Whether the phrase's head is a thing one can be in or at: "in der Kirche", "im Park Babelsberg". A noun alone is one in
/// the plural or as a compound ("in hospitals", "in Eppelheim"), for "in prison" and "auf Platz zwei" tell no place.
pub(super) fn is_site(context: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    const ALONE: Form = Form::PLURAL.and(Form::COMPOUND);
    let analysis = context.analysis;
    let last = phrase.end - 1;
    // "in intensive care units"
    let head = phrase
        .clone()
        .rev()
        .take(LONGEST_SITE)
        .find_map(|at| analysis.senses_of(at, Class::Site).find(|sense| sense.end(at) == phrase.end));
    let alone = || head.is_some_and(|sense| sense.form.has_any(ALONE));
    let name_behind =
        analysis.shape(last) != Shape::Lower && phrase.clone().any(|token| analysis.is(token, Class::Site));
    (head.is_some() || name_behind) && (phrase.len() > 1 || alone() || holds_article(context, phrase))
}

/// "im", "am": the preposition before a phrase holds its article.
fn holds_article(context: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    phrase.start.checked_sub(1).is_some_and(|before| context.analysis.holds_article(before))
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
    // "am Wahltag", "bei Gefahr": what has an article, or stands behind another preposition, may be any noun.
    let bare = || {
        let before = phrase.start.checked_sub(1);
        phrase.len() == 1
            && !holds_article(context, phrase)
            && before.is_some_and(|before| analysis.is_adposition(before, Adposition::In))
    };
    !mentioned
        && analysis.kind(last) == TokenKind::Word
        && analysis.shape(last) == Shape::Title
        && analysis.lexed.classes(last).has_none()
        && (!capital_nouns || bare() && context.analysis.known(last).is_none())
}
