//! The object of a fact.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use super::role;
use crate::answer::{Figure, FigureKind, FigureUse, Phrase, Span};
use crate::clause::{
    Clause, ClauseKind, SHOWS, VerbGroup, after_pronoun, complements, is_fronted_adjective, is_thing, noun_phrase,
    prepositional_phrase,
};
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{begins_genitive, can_be_accusative, genitive, is_dative, is_nominative, is_possessor};
use crate::reading::verb::infinitive_mark;
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
        pattern: "\"be\" | \"remain\" | verb of showing + reflexive [adverb] + adjective | preposition noun",
        fires: [
            De "Europol zeigte sich am Montag [besorgt über die Lage](object).",
            De "Europol gibt sich [gelassen](object).",
            De "Europol ist seit Montag in [Gefahr](object).",
            En "Europol is under [pressure](object).",
            De "Die Genehmigung ist seit Montag [rechtskräftig](object).",
            De "Europol blieb in den Verhandlungen [ungefährlich](object).",
            En "The firm was [responsible](object) for the fire.",
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
    let own = subject.is_some()
        && !is_genitive(context, clause, phrase.start)
        && !adverbial
        && !alone
        && !is_governed(context, clause, stands_for.unwrap_or(phrase.start));
    if own && !verb.tokens.iter().any(|token| phrase.contains(token)) {
        return Choice::of(context.analysis.phrase(span), &COUNTED);
    }
    // The clause's subject is none, also where it is what the figure counts and the fact has none.
    let subject = subject.or_else(|| clause.subject.clone().map(|tokens| context.analysis.span(tokens)));
    let found = complements(context.analysis, clause, verb, |tokens| {
        let other = context.analysis.span(tokens);
        let taken = other.overlaps(span) || subject.is_some_and(|subject| other.overlaps(subject));
        taken || context.is_time(other) || context.statement_of_speaker(other)
    });
    let other = found.object.map(|tokens| context.analysis.span(tokens));
    Choice::of(other.and_then(|span| context.analysis.phrase(span)), &NOUN_PHRASE)
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
    let further = hanging(context, end, limit).unwrap_or(end);
    tokens.start..further
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
    let first = clause.piece_of(start).map_or(start, |piece| piece.start);
    let mut at = start;
    while at > first && start - at < 4 {
        at -= 1;
        if analysis.is(at, Class::Adposition) && !analysis.is(at, Class::Article) {
            return Some(at);
        }
        if !analysis.is_any(at, BETWEEN) {
            return None;
        }
    }
    None
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
    let Some(verb) = clause.verb.as_ref().filter(|verb| !verb.passive) else {
        return Object::of(Choice::OPEN);
    };
    let found = complements(analysis, clause, verb, |tokens| {
        // "…, so Hardy weiter, …": who says it is no part of what is said.
        // "a week-long tour" is no time.
        let span = analysis.span(tokens.clone());
        context.is_time(analysis.span(tokens.end.max(1) - 1..tokens.end)) || context.statement_of_speaker(span)
    });
    let phrase = |tokens: Option<Range<usize>>| tokens.and_then(|tokens| analysis.phrase(analysis.span(tokens)));
    if let Some(object) = phrase(found.object) {
        return Object { direct: true, ..Object::of(Choice::new(object, &NOUN_PHRASE)) };
    }
    let links = role::is_copula(analysis, verb) || context.verb_kind(verb) == Some(VerbKind::Steady);
    let adjective = predicative(analysis, clause, verb).filter(|_| links);
    let state = || if links { state(context, clause, verb) } else { appearance(context, clause, verb) };
    match phrase(adjective.map(|at| at..at + 1).or_else(state)) {
        Some(adjective) => Object { adjective: true, ..Object::of(Choice::new(adjective, &PREDICATIVE)) },
        None => Object::of(Choice::of(phrase(found.governed), &GOVERNED)),
    }
}

/// "was | responsible for the fire", "ist seit Montag | rechtskräftig": the adjective that says what the subject is like.
fn predicative(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef]);
    const OTHER: ClassSet = groups::NOUN.with(groups::LINK).or(&[Class::Quantifier, Class::Cardinal, Class::Direction]);
    let profile = analysis.profile(clause.sentence);
    if profile.verb_final {
        // "rechtskräftig": where adjectives decline, a word without an ending that no dictionary knows is one too.
        let last = closing_word(analysis, clause, verb);
        let unknown = |at: &usize| analysis.is_unknown_word(*at) && !(profile.adjective_like)(analysis.word(*at));
        return result(analysis, clause, verb).or(last.filter(unknown));
    }
    let limit = clause.piece_of(verb.finite)?.end;
    let at = (verb.end()..limit).find(|at| !analysis.is_any(*at, BETWEEN))?;
    let follows = at + 1 < limit && analysis.kind(at + 1) == TokenKind::Word && !analysis.is(at + 1, Class::Adposition);
    (analysis.is(at, Class::Adjective) && analysis.shape(at) == Shape::Lower && !analysis.is_any(at, OTHER) && !follows)
        .then_some(at)
}

/// "is in | trouble", "ist seit Montag in | Gefahr": a noun without a determiner behind a preposition, neither a name nor a time,
/// where no adjective says what the subject is like.
fn state(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    const STATES: &[Adposition] = &[Adposition::In, Adposition::On, Adposition::Under];
    const NAMES: ClassSet = groups::NAMED.with(groups::PERSON).with(groups::TIME);
    let analysis = context.analysis;
    let profile = analysis.profile(clause.sentence);
    let noun = if profile.verb_final {
        closing_word(analysis, clause, verb)?
    } else {
        let mut behind = verb.end()..clause.piece_of(verb.finite)?.end;
        behind.find(|at| !analysis.is(*at, Class::Adverb)).map(|preposition| preposition + 1)?
    };
    let preposition = noun.checked_sub(1)?;
    // "is at risk", but "ist bei Freunden"
    let leads = || {
        analysis.is_any_adposition(preposition, STATES)
            || !profile.verb_final && analysis.is_adposition(preposition, Adposition::At)
    };
    let common =
        if profile.capital_nouns { analysis.shape(noun) == Shape::Title } else { analysis.is(noun, Class::Noun) };
    let alone = clause.holds(noun) && noun_phrase(analysis, noun, noun + 2) == Some(noun + 1);
    (leads()
        && !analysis.holds_article(preposition)
        && common
        && alone
        && !analysis.is_any(noun, NAMES)
        && !context.is_time(analysis.span(noun..noun + 1)))
    .then_some(noun..noun + 1)
}

/// "zeigte sich | besorgt über die Lage", "sich | mit dem Plan zufrieden | gab": how somebody shows themselves, with what that is
/// about, where adjectives follow the reflexive pronoun.
fn appearance(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    use Adposition::{About, Against, For, From, Of, Over, Towards, With};
    const ABOUT: &[Adposition] = &[About, Against, For, From, Of, Over, Towards, With];
    const DEGREE: ClassSet = ClassSet::of(&[Class::Quantifier, Class::Approx, Class::PossibleAdverb]);
    /// How far before the adjective begins what it is about.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let shows = verb.means(analysis, SHOWS);
    let piece = clause.piece_of(verb.finite).filter(|_| shows && analysis.profile(clause.sentence).verb_final)?;
    let reflexive = piece.clone().find(|at| analysis.is_reflexive(*at))?;
    // "*Gelassen* zeigte sich Huber"
    let front = piece.start..verb.finite;
    if is_fronted_adjective(analysis, &front, verb) {
        return Some(front);
    }
    let last = closing_word(analysis, clause, verb)?;
    let about = |at: usize, end: usize| {
        let governed = analysis.is_any_adposition(at, ABOUT);
        let end = prepositional_phrase(analysis, at, end).filter(|_| governed)?;
        (!context.is_time(analysis.span(end - 1..end))).then_some(end)
    };
    let describes = |at: usize| at > reflexive && !verb.tokens.contains(&at) && is_undeclined(analysis, at);
    let (mut start, end) = if describes(last) {
        let near = (last.saturating_sub(NEAR).max(reflexive + 1)..last).find(|at| about(*at, last) == Some(last));
        (near.unwrap_or(last), last + 1)
    } else {
        let limit = verb.tokens.iter().copied().find(|token| *token > last).unwrap_or(piece.end);
        let adjective = (reflexive + 1..limit).find(|at| describes(*at) && about(at + 1, limit).is_some())?;
        let first = about(adjective + 1, limit)?;
        (adjective, genitive(analysis, first, limit).unwrap_or(first))
    };
    // "wenig überrascht", "erleichtert und dankbar"
    while start > reflexive + 1 && analysis.is_any(start - 1, DEGREE) {
        start -= 1;
    }
    if start > reflexive + 2 && analysis.is_coordinator(start - 1, Coordinator::And) && describes(start - 2) {
        start -= 2;
    }
    Some(start..end)
}

/// "besorgt", "gelassen": a word that can be an adjective, with no noun behind it that it declines for.
fn is_undeclined(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::LINK.with(groups::PRONOMINAL).with(groups::DETERMINER).or(&[
        Class::Adverb,
        Class::Negation,
        Class::Noun,
        Class::Quantifier,
        Class::Cardinal,
        Class::Particle,
    ]);
    analysis.kind(at) == TokenKind::Word
        && analysis.shape(at) == Shape::Lower
        && !analysis.is_any(at, OTHER)
        && (analysis.is_any(at, ClassSet::of(&[Class::Adjective, Class::Stance]))
            || analysis.has_form(at, Class::Verb, Form::PARTICIPLE)
            || analysis.lexed.classes(at).has_none())
}

/// "nimmt den Fall *ernst*", "steht *bereit*": the adjective that closes a main clause, or stands before the verb that
/// closes another, goes with the verb.
pub(super) fn result(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    let profile = analysis.profile(clause.sentence);
    closing_word(analysis, clause, verb).filter(|at| {
        profile.verb_final
            && analysis.shape(*at) == Shape::Lower
            && analysis.is(*at, Class::Adjective)
            && !analysis.is_any(*at, ClassSet::of(&[Class::Noun, Class::Quantifier, Class::Cardinal]))
            && !(profile.adjective_like)(analysis.word(*at))
    })
}

/// What else goes with the verb of an event, with its preposition: as what somebody sees or does something ("bezeichnet das
/// Urteil | als Fehler", "described the ruling | as a mistake"), or the noun that makes one verb of both ("bringt eine Abgabe | ins
/// Gespräch", "setzt ihn | unter Druck"). Right behind the object where the verb stands between subject and object, else at
/// the end of the clause.
pub(super) fn completing(context: &Context<'_, '_, '_>, clause: &Clause, object: Option<Span>) -> Option<Range<usize>> {
    use Adposition::{As, At, In, Into, On, To, Under, Without};
    /// How far before the end it may begin.
    const NEAR: usize = 8;
    const NAMES: ClassSet = groups::NAMED.with(groups::PERSON).with(groups::TIME);
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive && !role::is_copula(analysis, verb))?;
    let object = object.map(|object| analysis.tokens_of(object));
    // "as a mistake", "als ungerecht", "als politisch undenkbar"
    let role = |at: usize, end: usize| {
        let first = prepositional_phrase(analysis, at, end).filter(|first| is_thing(analysis, at + 1..*first));
        let whole = first.map(|first| genitive(analysis, first, end).unwrap_or(first));
        let adjectives = (at + 1..end.min(at + 3)).take_while(|at| is_undeclined(analysis, *at)).count();
        let adjective = || (adjectives > 0).then_some(at + 1 + adjectives);
        whole.or_else(adjective).filter(|end| analysis.is_adposition(at, As) && !analysis.is_adposition(*end, As))
    };
    let found = if analysis.profile(clause.sentence).verb_final {
        let last = closing_word(analysis, clause, verb)?;
        let piece = clause.piece_of(last)?;
        let from = object.as_ref().map_or(verb.finite, |object| object.end).max(piece.start);
        let governed =
            object.as_ref().is_some_and(|object| analysis.is(object.start.wrapping_sub(1), Class::Adposition));
        let near = if governed { from..from + 1 } else { from.max(last.saturating_sub(NEAR))..last };
        let noun = |at: usize| {
            analysis.shape(at) == Shape::Title
                && !analysis.is_any(at, NAMES)
                && noun_phrase(analysis, at, at + 1) == Some(at + 1)
        };
        let makes = |at: &usize| {
            let wanted: &[Adposition] = match last - *at {
                1 if analysis.holds_article(*at) => &[Into, To],
                1 => &[At, In, Into, On, To, Under, Without],
                _ if leads_to(analysis, *at + 1..last + 1) => &[Into, On, Under],
                _ => &[],
            };
            analysis.is_any_adposition(*at, wanted)
        };
        let apart = |at: &usize| object.as_ref().is_some_and(|object| *at >= object.end || last < object.start);
        let before = last.saturating_sub(2).max(piece.start)..last;
        let alone = before.into_iter().find(|at| noun(last) && makes(at) && apart(at));
        let closing = near.into_iter().find(|at| role(*at, last + 1) == Some(last + 1));
        // "zeichnet ihn | als Träumer | vor allem im Streit"
        let beside = object.as_ref().map(|object| object.end).filter(|at| *at < last && !governed && clause.holds(*at));
        let beside = || beside.and_then(|at| Some(at..role(at, clause.piece_of(at)?.end)?));
        match closing {
            Some(start) => start..last + 1,
            None => beside().or_else(|| Some(alone?..last + 1))?,
        }
    } else {
        let at = object?.end;
        at..role(at, clause.piece_of(at)?.end)?
    };
    (!context.is_time(analysis.span(found.end - 1..found.end))).then_some(found)
}

/// "in | den Blick", "auf | das Spiel": an article that tells where something goes.
fn leads_to(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> bool {
    analysis.is(phrase.start, Class::Article)
        && can_be_accusative(analysis, phrase.start)
        && !is_dative(analysis, &phrase)
}

/// The last word of the stretch with the finite verb that is no part of the verb.
fn closing_word(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    let mut words = clause.piece_of(verb.finite)?.clone().rev().filter(|at| analysis.kind(*at) == TokenKind::Word);
    words.find(|at| !verb.tokens.contains(at))
}

/// "ordered the contracts | to be examined", "verpflichtete die Firma, | 40 Stellen zu schaffen": the end of the infinitive
/// that goes on right behind the clause with an object, up to what its verb is done to.
pub(super) fn infinitive(context: &Context<'_, '_, '_>, clause: usize, object: &Range<usize>) -> Option<usize> {
    /// How many tokens it may have.
    const LONGEST: usize = 12;
    let (governing, next) = (context.clauses.get(clause)?, context.clauses.get(clause + 1)?);
    let start = next.extent().start;
    let end = governing.extent().end;
    let behind = start == end || start == end + 1 && context.analysis.word(end) == ",";
    // What hangs on the object may stand between, neither subject nor finite verb ("Huber forderte Weber auf, …") and no part
    // of a quotation.
    let finite = governing.verb.as_ref().filter(|_| governing.kind == ClauseKind::Main).map(|verb| verb.finite);
    let fronted = [finite, governing.subject.as_ref().map(|subject| subject.start)];
    let fronted = fronted.into_iter().flatten().any(|at| (object.end..end.max(object.end)).contains(&at));
    let one = || (object.end..end.max(object.end)).all(|at| context.analysis.kind(at) == TokenKind::Word);
    let verb = next.verb.as_ref().filter(|verb| next.holds(verb.finite))?;
    let last = verb.end();
    let of_verb = of_event(context, next).phrase.value.map(|object| context.analysis.tokens_of(object.span).end);
    let medial = !context.analysis.profile(next.sentence).verb_final;
    let last = of_verb.filter(|_| medial).unwrap_or(last).max(last);
    // "blood to enforce | that right", "asked him to film | it"
    let read = of_verb.is_none() && medial && last == verb.end();
    let further = if read { noun_phrase(context.analysis, last, next.extent().end) } else { None };
    let further = further.filter(|end| !context.is_time(context.analysis.span(end - 1..*end)));
    // "a trail to try | to find it": what the infinitive is done to is not read.
    let goes_on = read && further.is_none() && {
        let other = groups::LINK.with(groups::OPENER).with(groups::TIME).or(&[Class::Adverb, Class::Deictic]);
        let word = context.analysis.kind(last) == TokenKind::Word;
        word && !context.analysis.is_any(last, other) || infinitive_mark(context.analysis, last)
    };
    let last = further.unwrap_or(last);
    (next.kind == ClauseKind::Infinitive
        && next.sentence == governing.sentence
        && behind
        && object.end <= start
        && one()
        && !fronted
        && !goes_on
        && last - object.end <= LONGEST)
        .then_some(last)
}

/// "was awarded | a prize", "was elected | mayor": what a passive leaves of an object, right behind the verb, where the verb
/// stands between subject and object.
pub(super) fn kept(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let piece = clause.piece_of(verb.head).filter(|_| !analysis.profile(clause.sentence).verb_final)?;
    let start = verb.end();
    let end = noun_phrase(analysis, start, piece.end).filter(|end| is_thing(analysis, start..*end))?;
    // "was pleased | the state would pay": it has a verb of its own.
    (!analysis.is_any(end, groups::AUXILIARY)).then_some(start..end)
}

/// "was found | guilty", "were left | homeless": the adjective right behind a passive that says what somebody or something
/// became, where the verb stands between subject and object.
pub(super) fn result_of_passive(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<Range<usize>> {
    const OTHER: ClassSet = groups::NOUN.with(groups::LINK).or(&[Class::Adverb, Class::Direction, Class::Quantifier]);
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let piece = clause.piece_of(verb.head).filter(|_| !analysis.profile(clause.sentence).verb_final)?;
    let at = verb.end();
    let adjective = analysis.is(at, Class::Adjective) && !analysis.is_any(at, OTHER);
    (adjective && at < piece.end && kept(analysis, clause).is_none()).then_some(at..at + 1)
}

/// "was charged | with murder", "wurde | wegen Mordes | angeklagt", "wurde | des Mordes | beschuldigt": what a passive is of, to or
/// for, with the preposition, next to the verb.
pub(super) fn governed_of_passive(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    use Adposition::{About, Against, As, Because, By, For, From, Into, Of, To, With};
    /// How far before the verb it may begin.
    const NEAR: usize = 8;
    const GOVERNED: &[Adposition] = &[About, Against, As, Because, For, From, Into, Of, To, With];
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    let piece = clause.piece_of(verb.head)?;
    let final_ = analysis.profile(clause.sentence).verb_final;
    let phrase = |at: usize, end: usize| {
        // "was involved | in the talks"
        let takes_part = || verb.means(analysis, &["involve"]) && analysis.is_adposition(at, Adposition::In);
        let governed = analysis.is_any_adposition(at, GOVERNED) || takes_part();
        // "bis | zum letzten Tag"
        let until = final_ && at > piece.start && analysis.is_adposition(at - 1, Adposition::Until);
        let governed = governed && !until && !analysis.is_adposition(at, By);
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

/// Who does what a passive tells, with the preposition: "by police".
pub(super) fn agent(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref().filter(|verb| verb.passive)?;
    complements(context.analysis, clause, verb, |tokens| context.is_time(context.analysis.span(tokens))).agent
}

/// Where objects are looked for, in the piece of a clause that holds its finite verb: behind the verb of a main clause,
/// whose front is mostly its frame ("Im März …"), else from the start.
pub(super) fn start(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup, piece: &Range<usize>) -> usize {
    if clause.kind == ClauseKind::Main { verb.finite + 1 } else { after_pronoun(analysis, clause, piece.start) }
}
