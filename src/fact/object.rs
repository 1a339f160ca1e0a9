//! The object of a fact.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use super::{predicative, role};
use crate::answer::{Figure, FigureKind, FigureUse, Phrase, Span};
use crate::clause::{
    Clause, ClauseKind, VerbGroup, after_pronoun, complements, is_plural, noun_phrase, prepositional_phrase,
};
use crate::lexicon::class::{Adposition, Coordinator, NounKind, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{begins_genitive, genitive, is_preposition};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// The object of a figure's fact: the figure with the noun that it counts or measures, and what hangs on the noun. Not
    /// where that is the subject, nor behind a preposition.
    COUNTED = "fact.object.counted" {
        pattern: "figure + counted noun, or noun + \"of\" + figure [prepositional phrase | genitive]",
        fires: [
            De "Die Behörde erhielt [37 Berichte über Websites](object).",
            De "Die Behörde lobte [37 Schüler der Schule](object).",
            En "The agency received [37 reports about websites](object).",
        ],
        silent: [
            De "37 Berichte gingen ein.",
            En "The agency asked for 37 reports.",
        ],
    }

    /// The object of an event, or of a figure's fact whose figure is no object: a noun phrase beside its verb that is neither
    /// the subject nor a pronoun nor a time and has no preposition, with what hangs on it. A passive has none.
    NOUN_PHRASE = "fact.object.noun-phrase" {
        pattern: "clause with a subject, a verb and a noun phrase without preposition",
        fires: [
            De "Europol veröffentlichte im März [einen Bericht](object).",
            De "Im März wollte Europol [einen Bericht](object) veröffentlichen.",
            De "Europol genehmigte [den Verkauf von Schiffen](object).",
            De "Europol baute [einen drei Meter hohen Zaun](object).",
            En "Europol published [a report](object) in March.",
            En "Europol published [a week-long study](object).",
            En "Europol recalled [the speech](object) held in Bern.",
        ],
        silent: [
            De "Europol veröffentlichte ihn im März.",
            De "Europol wurde im März ein Bericht angeboten.",
            De "Europol zog (ein Traum) im März von Bern nach Wien.",
            En "Europol published it in March.",
            En "Europol was founded in March.",
        ],
    }

    /// What stands in an object's place behind "be" where there is none: an adjective that no noun follows, or a noun without
    /// a determiner behind a preposition. Also how somebody shows themselves, with what that is about.
    PREDICATIVE = "fact.object.predicative" {
        pattern: "\"be\" | \"remain\" | verb of showing + reflexive [adverb] + adjective | preposition noun, verb + \"too\" + adverb",
        fires: [
            De "Europol zeigte sich am Montag [besorgt über die Lage](object).",
            De "Europol gibt sich [gelassen](object).",
            De "Europol ist seit Montag in [Gefahr](object).",
            En "Europol is under [pressure](object).",
            De "Die Genehmigung ist seit Montag [rechtskräftig](object).",
            De "Europol blieb in den Verhandlungen [ungefährlich](object).",
            En "The firm was [responsible](object) for the fire.",
            En "The bank reacted [too slowly](object).",
        ],
        silent: [
            De "Die Genehmigung ist seit Montag ein rechtskräftiger Bescheid.",
            De "Europol ist in der Stadt.",
            De "Europol zeigte sich am Montag in der Stadt.",
            En "The firm was a responsible employer.",
            En "Europol is on the island.",
        ],
    }

    /// What stands in an object's place where there is none: what a verb governs by a preposition, which stands before it; with
    /// whom or what, or by its form to whom, where it governs nothing else.
    GOVERNED = "fact.object.governed" {
        pattern: "verb … preposition that verbs govern + noun phrase",
        fires: [
            De "Europol reagierte am Montag auf [den Bericht](object).",
            De "Europol telefonierte am Montag mit [der Firma](object).",
            En "Europol reacted to [the report](object) on Monday.",
        ],
        silent: [
            De "Europol reagierte am Montag.",
            De "Das Treffen mit der Firma begann am Montag.",
            En "Europol reacted on Monday.",
        ],
    }
}

/// The object of a figure's fact: the figure with its noun and what hangs on it ("37 Berichte über Websites"), where that is
/// neither the subject nor behind a preposition; else the clause's other object. A passive has none.
pub(super) fn of_figure<'t>(
    context: &Context<'_, '_, 't>,
    clause: &Clause,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
    subject: Option<Span>,
) -> Choice<Phrase<'t>> {
    let Some(verb) = clause.verb.as_ref().filter(|verb| !verb.passive) else {
        return Choice::OPEN;
    };
    let phrase = phrase(context, clause, figure, tokens);
    let span = context.analysis.span(phrase.clone());
    // "for 37 million euros ($40m)": it stands for the amount before it.
    let stands_for = converted(context, tokens);
    let adverbial = figure.usage == FigureUse::Frequency
        || matches!(figure.kind, FigureKind::Duration | FigureKind::Age | FigureKind::Score);
    // "stürzte 35 Kilometer vor dem Ziel", "at number three": where it is, not what the verb is done to.
    let alone = matches!(figure.kind, FigureKind::Measure | FigureKind::OrdinalRank) && phrase == *tokens;
    // "a quake of magnitude | 6": the preposition stands before its noun.
    let named = figure.of.as_ref().map(|of| context.analysis.tokens_of(of.span));
    let start = named.filter(|noun| noun.end == phrase.start).map_or(phrase.start, |noun| noun.start);
    let own = (subject.is_some() || clause.kind == ClauseKind::Infinitive)
        && !is_genitive(context, clause, phrase.start)
        && !adverbial
        && !alone
        && !is_governed(context, clause, stands_for.unwrap_or(start));
    // "replaced Emma Hardy | just two games | into the season": behind the object it tells when.
    let into = || {
        let before = phrase.start.saturating_sub(1);
        let before = before - usize::from(context.analysis.is(before, Class::Adverb)).min(before);
        context.analysis.is_adposition(phrase.end, Adposition::Into)
            && !context.analysis.is_adposition(phrase.end, Adposition::In)
            && verb.end() <= before
            && context.analysis.shape(before) != Shape::Lower
    };
    if own && !verb.tokens.iter().any(|token| phrase.contains(token)) && !into() {
        return Choice::of(context.analysis.phrase(span), &COUNTED);
    }
    // The clause's subject is none, also where it is what the figure counts and the fact has none.
    let subject = subject.or_else(|| clause.subject.clone().map(|tokens| context.analysis.span(tokens)));
    let found = complements(context.analysis, clause, verb, |other| {
        let other = context.analysis.span(other);
        // "stands at $32,500 (£17,320)"
        let same = stands_for.is_some_and(|start| context.analysis.span(start..tokens.end).contains(other));
        let taken = other.overlaps(span) || same || subject.is_some_and(|subject| other.overlaps(subject));
        taken || context.is_time(other) || context.statement_of_speaker(other)
    });
    let phrase = |tokens: Range<usize>| context.analysis.phrase(context.analysis.span(tokens));
    // "was on display for 37 days"
    let lasts = adverbial && role::is_copula(context.analysis, verb);
    let state = || predicative::state(context, clause, verb).filter(|_| lasts);
    match found.object {
        Some(object) => Choice::of(phrase(object), &NOUN_PHRASE),
        None => Choice::of(state().and_then(phrase), &PREDICATIVE),
    }
}

/// "775 million euros | ($1bn; £600m)": where the amount begins that an amount in brackets right behind it stands for.
pub(super) fn converted(context: &Context<'_, '_, '_>, tokens: &Range<usize>) -> Option<usize> {
    /// How many amounts may stand in the brackets.
    const MOST: usize = 3;
    let analysis = context.analysis;
    let figures = &context.answer.figures;
    let mut start = tokens.start;
    for _ in 0..MOST {
        let mark = start.checked_sub(1)?;
        let at = figures.partition_point(|figure| figure.span.end <= analysis.span(mark..start).start);
        let before = figures.get(at.checked_sub(1)?).filter(|figure| figure.kind == FigureKind::Money)?;
        let before = analysis.tokens_of(before.span);
        if before.end != mark {
            return None;
        }
        match analysis.kind(mark) {
            TokenKind::Open => return Some(before.start),
            TokenKind::Separator => start = before.start,
            _ => return None,
        }
    }
    None
}

/// The noun phrase that holds a figure: with its noun behind it and what hangs on that, or with the noun before it that is
/// joined by "of"; the figure alone where its noun stands elsewhere.
pub(super) fn phrase(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
) -> Range<usize> {
    /// How many tokens may stand between: "in Höhe von", "of about".
    const BETWEEN: usize = 4;
    let analysis = context.analysis;
    let limit = clause.piece_of(tokens.start).map_or(tokens.end, |piece| piece.end);
    let Some(counted) = figure.of.as_ref().map(|of| analysis.tokens_of(of.span)) else {
        return tokens.clone();
    };
    if counted.start < tokens.start {
        let joined = counted.end <= tokens.start
            && tokens.start - counted.end <= BETWEEN
            && analysis.is_adposition(counted.end, Adposition::Of);
        return if joined { counted.start..tokens.end } else { tokens.clone() };
    }
    if counted.end > limit || counted.start > tokens.end + BETWEEN {
        return tokens.clone();
    }
    let end = counted.end.max(tokens.end);
    let further = hanging(context, end, limit).or_else(|| behind_other(context, counted, limit)).unwrap_or(end);
    tokens.start..further
}

/// "30 cars | and vans": behind a second noun in the plural that is joined to the counted one and has no number of its own.
fn behind_other(context: &Context<'_, '_, '_>, counted: Range<usize>, limit: usize) -> Option<usize> {
    let analysis = context.analysis;
    let several = |at: usize| {
        analysis.has_form(at, Class::Noun, Form::PLURAL) && !analysis.is_any(at, groups::UNIT.with(groups::NUMBER))
    };
    let joins = [Coordinator::And, Coordinator::Or].iter().any(|joins| analysis.is_coordinator(counted.end, *joins));
    let (other, next) = (counted.end + 1, counted.end + 2);
    let closes = next >= limit || !matches!(analysis.kind(next), TokenKind::Hyphen | TokenKind::Symbol);
    let alike = analysis.shape(other) == analysis.shape(counted.end - 1);
    let alone = noun_phrase(analysis, other, limit) == Some(next) || analysis.is(next, Class::Adverb);
    (joins && other < limit && several(counted.end - 1) && several(other) && alike && closes && alone).then_some(next)
}

/// The end of a phrase behind a noun that hangs on it: "Berichte über Websites", "Schüler der Schule".
fn hanging(context: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    const HANGS: &[Adposition] = &[
        Adposition::Of,
        Adposition::About,
        Adposition::From,
        Adposition::For,
        Adposition::With,
        Adposition::Between,
        Adposition::Against,
    ];
    let analysis = context.analysis;
    let end = if analysis.is_any_adposition(at, HANGS) {
        prepositional_phrase(analysis, at, limit)?
    } else if begins_genitive(analysis, at) {
        noun_phrase(analysis, at, limit)?
    } else {
        return None;
    };
    (!context.is_time(analysis.span(at..end))).then_some(end)
}

/// Whether a preposition stands before the phrase, with nothing but a determiner, adjectives or adverbs between.
fn is_governed(context: &Context<'_, '_, '_>, clause: &Clause, start: usize) -> bool {
    governing(context.analysis, clause, start).is_some()
}

/// The preposition before a phrase, with nothing but a determiner, adjectives or adverbs between, by its last token.
pub(super) fn governing(analysis: &Analysis<'_, '_>, clause: &Clause, start: usize) -> Option<usize> {
    const BETWEEN: ClassSet = groups::DETERMINER.with(groups::MODIFIER).or(&[
        Class::Approx,
        Class::Deictic,
        Class::OrdinalWord,
        Class::Quantifier,
        Class::TimeRef,
        Class::UnitAdverb,
    ]);
    /// How far before "and" the preposition may stand.
    const JOINED: usize = 5;
    // "Schätzungen | zufolge 37 Euro"
    const NONE: ClassSet = ClassSet::of(&[Class::Article, Class::SourceAfter]);
    let first = clause.piece_of(start).map_or(start, |piece| piece.start);
    let mut at = start;
    while at > first && start - at < 4 {
        at -= 1;
        // "laid *off* | 30 workers"
        if analysis.is(at, Class::Particle) && clause.verb.as_ref().is_some_and(|verb| verb.tokens.contains(&at)) {
            return None;
        }
        if analysis.is(at, Class::Adposition) && !analysis.is_any(at, NONE) {
            return Some(at);
        }
        // "of seven women | and five men"
        let counts = analysis.kind(start) == TokenKind::Number
            || analysis.is_any(start, ClassSet::of(&[Class::Approx, Class::Cardinal]));
        if at + 1 == start && counts && analysis.is_coordinator(at, Coordinator::And) {
            let near = first.max(at.saturating_sub(JOINED))..at;
            return near.rev().find(|from| is_counted_phrase(analysis, *from, at));
        }
        if !analysis.is_any(at, BETWEEN) {
            return None;
        }
    }
    None
}

/// "of | seven women", up to a token: a preposition before a number and its noun.
fn is_counted_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> bool {
    let number = at + 1;
    let counts = analysis.kind(number) == TokenKind::Number || analysis.is(number, Class::Cardinal);
    let thing = number + 1 < end && !analysis.is_any(end - 1, groups::TIME);
    // "a maximum of | 700 cars": said with its number.
    let carries = at > 0 && analysis.is_noun_of(at - 1, NounKind::Quantity);
    counts && thing && !carries && is_preposition(analysis, at) && prepositional_phrase(analysis, at, end) == Some(end)
}

/// "im Papier | aller 37 Verbände": a determiner before the figure that no direct object has.
fn is_genitive(context: &Context<'_, '_, '_>, clause: &Clause, start: usize) -> bool {
    const DETERMINERS: ClassSet = groups::DETERMINER.or(&[Class::Quantifier]);
    let analysis = context.analysis;
    let pronoun = |before: &usize| clause.kind == ClauseKind::Relative && *before == clause.extent().start;
    start.checked_sub(1).filter(|before| !pronoun(before)).is_some_and(|before| {
        let profile = analysis.profile(analysis.sentence_of(before));
        analysis.is_any(before, DETERMINERS) && !(profile.accusative)(analysis.word(before))
    })
}

/// What stands in the object's slot of an event.
pub(super) struct Object<'t> {
    /// It is a noun phrase without preposition.
    pub direct: bool,
    /// It is an adjective behind "be".
    pub adjective: bool,
    pub phrase: Choice<Phrase<'t>>,
}

impl<'t> Object<'t> {
    fn of(phrase: Choice<Phrase<'t>>) -> Object<'t> {
        Object { direct: false, adjective: false, phrase }
    }
}

/// What a clause says besides subject and verb: its object, else what its verb governs by a preposition. A passive has none.
pub(super) fn of_event<'t>(context: &Context<'_, '_, 't>, clause: &Clause) -> Object<'t> {
    let analysis = context.analysis;
    // "Den Forschern gelang es, …": who succeeds is no object.
    let it = || clause.subject.as_ref().is_some_and(|subject| analysis.is_it(subject));
    let succeeds = |verb: &VerbGroup| verb.means(analysis, role::SUCCEEDS) && it();
    let told = |verb: &&VerbGroup| (!verb.passive || is_impersonal(analysis, clause, verb)) && !succeeds(verb);
    let Some(verb) = clause.verb.as_ref().filter(told) else {
        return Object::of(Choice::OPEN);
    };
    let first = clause.piece_of(verb.finite).is_some_and(|piece| piece.start == verb.finite);
    let main = clause.kind == ClauseKind::Main && analysis.profile(clause.sentence).verb_final;
    let says = first && main && verb.says(analysis);
    let found = complements(analysis, clause, verb, |tokens| {
        // "…, so Hardy weiter, …": who says it is no part of what is said.
        // "a week-long tour" is no time.
        let span = analysis.span(tokens.clone());
        // "Ein Fehler, | sagte er der Zeitung": what is said.
        let said = says && tokens.end < verb.finite;
        said || context.is_time(analysis.span(tokens.end.max(1) - 1..tokens.end)) || context.statement_of_speaker(span)
    });
    let phrase = |tokens: Option<Range<usize>>| tokens.and_then(|tokens| analysis.phrase(analysis.span(tokens)));
    let whole = |object: Range<usize>| with_agent(analysis, with_number(context, clause, object));
    if let Some(object) = phrase(found.object.map(whole)) {
        return Object { direct: true, ..Object::of(Choice::new(object, &NOUN_PHRASE)) };
    }
    let links = role::is_copula(analysis, verb) || context.verb_kind(verb) == Some(VerbKind::Steady);
    if let Some(object) = phrase(clause.object.clone()) {
        return Object { direct: true, ..Object::of(Choice::new(object, &NOUN_PHRASE)) };
    }
    let adjective = predicative::adjective(analysis, clause, verb).filter(|_| links);
    let state = || {
        if links { predicative::state(context, clause, verb) } else { predicative::appearance(context, clause, verb) }
    };
    if let Some(adjective) = phrase(adjective.map(|at| predicative::with_degree(analysis, at)).or_else(state)) {
        return Object { adjective: true, ..Object::of(Choice::new(adjective, &PREDICATIVE)) };
    }
    match phrase(predicative::excess(analysis, clause, verb)) {
        Some(excess) => Object::of(Choice::new(excess, &PREDICATIVE)),
        None => {
            let governed = found.governed.map(|governed| with_quantity(analysis, clause, verb, governed));
            Object::of(Choice::of(phrase(governed), &GOVERNED))
        }
    }
}

/// "praised the system | *planned by the city*": an object with the participle behind it and who did that, where the verb stands between
/// subject and object.
fn with_agent(analysis: &Analysis<'_, '_>, object: Range<usize>) -> Range<usize> {
    let participle = |at: usize| analysis.has_form(at, Class::Verb, Form::PARTICIPLE) && at > object.start;
    let by = |at: &usize| analysis.is_adposition(*at, Adposition::By) && participle(at - 1);
    let by = [object.end, object.end + 1].into_iter().find(by);
    let by = by.filter(|by| !analysis.profile(analysis.sentence_of(*by)).verb_final);
    let limit = analysis.tokens.len();
    let end = by.and_then(|by| prepositional_phrase(analysis, by, limit));
    let end = end.map(|end| genitive(analysis, end, limit).unwrap_or(end));
    // "served by the Maine | 2-foot railroads"
    let end = end.filter(|end| analysis.kind(*end) != TokenKind::Number);
    object.start..end.unwrap_or(object.end)
}

/// "verrät *wenig* zur Ausstattung": how much stands alone before the preposition of what a verb governs.
fn with_quantity(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    governed: Range<usize>,
) -> Range<usize> {
    let profile = analysis.profile(clause.sentence);
    let own =
        |at: usize| clause.subject.as_ref().is_some_and(|subject| subject.contains(&at)) || verb.tokens.contains(&at);
    let much = |at: &usize| {
        profile.verb_final
            && clause.holds(*at)
            && !own(*at)
            && analysis.is(*at, Class::Quantifier)
            && !analysis.is_any(*at, ClassSet::of(&[Class::Comparative, Class::Negation]))
            && !(profile.adjective_like)(analysis.word(*at))
    };
    let before = governed.start.checked_sub(1).filter(|at| is_preposition(analysis, *at));
    let quantity = before.and_then(|at| at.checked_sub(1)).filter(much);
    quantity.unwrap_or(governed.start)..governed.end
}

/// "verkauft das iPhone | *15*", "changed Article | *5*": an object with the number behind it that counts nothing.
fn with_number(context: &Context<'_, '_, '_>, clause: &Clause, object: Range<usize>) -> Range<usize> {
    let (analysis, at) = (context.analysis, object.end);
    let number = analysis.kind(at) == TokenKind::Number && clause.holds(at) && analysis.space_before(at);
    // "Klassen 5 bis 10"
    let several = || analysis.kind(at + 2) == TokenKind::Number;
    let lower = || analysis.shape(at - 1) == Shape::Lower && analysis.profile(clause.sentence).capital_nouns;
    if !number || lower() || several() {
        return object;
    }
    let span = analysis.span(at..at + 1);
    let figures = &context.answer.figures;
    let figure = figures.get(figures.partition_point(|figure| figure.span.end <= span.start));
    let counts = figure.is_some_and(|figure| figure.span.overlaps(span));
    if counts || context.is_time(span) { object } else { object.start..at + 1 }
}

/// "Gegen Hardy wird ermittelt": a passive without a subject behind whom it is done against, where the verb stands second.
pub(super) fn is_impersonal(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let first = clause.extent().start;
    let against = || {
        prepositional_phrase(analysis, first, verb.finite) == Some(verb.finite)
            && analysis.is_adposition(first, Adposition::Against)
    };
    verb.passive
        && verb.head > verb.finite
        && clause.kind == ClauseKind::Main
        && clause.subject.is_none()
        && analysis.profile(clause.sentence).verb_final
        && !is_plural(analysis, verb)
        && against()
}

/// Where objects are looked for, in the piece of a clause that holds its finite verb: behind the verb of a main clause,
/// whose front is mostly its frame ("Im März …"), else from the start.
pub(super) fn start(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup, piece: &Range<usize>) -> usize {
    if clause.kind == ClauseKind::Main { verb.finite + 1 } else { after_pronoun(analysis, clause, piece.start) }
}
