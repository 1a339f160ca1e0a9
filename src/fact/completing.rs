//! What an event's verb goes with besides its object.

use std::ops::Range;

use super::context::Context;
use super::object::of_event;
use super::predicative::{closing_word, is_undeclined};
use super::role;
use crate::answer::Span;
use crate::clause::{Clause, ClauseKind, VerbGroup, is_thing, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Pronoun, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{can_be_accusative, genitive, is_dative};
use crate::reading::verb::{between, infinitive_mark};
use crate::text::{Shape, TokenKind};

/// What else goes with the verb of an event, with its preposition: as what somebody sees or does something ("bezeichnet das
/// Urteil | als Fehler", "described the ruling | as a mistake"), or the noun that makes one verb of both ("bringt eine Abgabe | ins
/// Gespräch", "setzt ihn | unter Druck"). Right behind the object where the verb stands between subject and object, else at
/// the end of the clause.
pub(super) fn of(context: &Context<'_, '_, '_>, clause: &Clause, object: Option<Span>) -> Option<Range<usize>> {
    use Adposition::{As, At, For, From, In, Into, Of, On, To, Under, Without};
    /// How far before the end it may begin.
    const NEAR: usize = 8;
    const NAMES: ClassSet = groups::NAMED.with(groups::PERSON).with(groups::TIME);
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive && !role::is_copula(analysis, verb))?;
    let object = object.map(|object| analysis.tokens_of(object));
    // "hält den Plan | für falsch"
    let holds = verb.means(analysis, &["hold"]) && analysis.profile(clause.sentence).verb_final;
    let leads = |at: usize| analysis.is_adposition(at, As) || holds && analysis.is_adposition(at, For);
    // "as a mistake", "als ungerecht", "als politisch undenkbar"
    let role = |at: usize, end: usize| {
        let first = prepositional_phrase(analysis, at, end).filter(|first| is_thing(analysis, at + 1..*first));
        let whole = first.map(|first| genitive(analysis, first, end).unwrap_or(first));
        let adjectives = (at + 1..end.min(at + 3)).take_while(|at| is_undeclined(analysis, *at)).count();
        let adjective = || (adjectives > 0).then_some(at + 1 + adjectives);
        whole.or_else(adjective).filter(|end| leads(at) && !analysis.is_adposition(*end, As))
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
                // "ging | von Bord"
                1 if object.is_none() => &[At, From, In, Into, Of, On, To, Under, Without],
                1 => &[At, In, Into, On, To, Under, Without],
                _ if leads_to(analysis, *at + 1..last + 1) => &[Into, On, Under],
                _ => &[],
            };
            analysis.is_any_adposition(*at, wanted)
        };
        let apart = |at: &usize| object.as_ref().is_none_or(|object| *at >= object.end || last < object.start);
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

/// "put lives | at risk", "left the town | in ruins", "put the plant | up for sale": the one word behind a preposition that tells what
/// becomes of an object, right behind that, where the verb stands before it.
pub(super) fn state(context: &Context<'_, '_, '_>, clause: &Clause, object: Span) -> Option<Range<usize>> {
    use Adposition::{At, For, In, Into, Off, On, Under};
    const STATES: &[Adposition] = &[At, In, Into, Off, On, Under];
    const OTHER: ClassSet = groups::NAMED
        .with(groups::PERSON)
        .with(groups::TIME)
        .with(groups::OPENS_PHRASE)
        .with(groups::LINK)
        .or(&[Class::Interrogative, Class::Pronoun, Class::RelativePronoun]);
    let analysis = context.analysis;
    let at = analysis.tokens_of(object).end;
    let piece = clause.piece_of(at).filter(|_| !analysis.profile(clause.sentence).verb_final)?;
    let up = analysis.is(at, Class::Particle) && analysis.is_adposition(at + 1, For);
    let preposition = at + usize::from(up);
    let leads = up || analysis.is_any_adposition(at, STATES);
    let verb = clause.verb.as_ref().filter(|verb| leads && !verb.passive && verb.end() <= at)?;
    let noun = preposition + 1;
    let word = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) == Shape::Lower;
    let next = noun + 1;
    let ends = || {
        let goes_on = analysis.kind(next) == TokenKind::Hyphen || analysis.is_adposition(next, Adposition::Of);
        // "on economic | and legal reforms"
        let attribute = analysis.is(noun, Class::Adjective) && analysis.is(next, Class::Coordinator);
        next >= piece.end || !goes_on && !attribute && (!word(next) || analysis.is_any(next, groups::LINK))
    };
    let whole = analysis.behind(preposition, Class::Adposition) == noun && noun < piece.end && word(noun) && ends();
    let time = || context.is_time(analysis.span(noun..next));
    (whole && !role::is_copula(analysis, verb) && !analysis.is_any(noun, OTHER) && !time()).then_some(at..next)
}

/// "lets users | build a list", "had a goal | ruled out": the end of what the object of a verb is let, made or seen to do, or what
/// is done to it.
pub(super) fn done(context: &Context<'_, '_, '_>, clause: &Clause, object: &Range<usize>) -> Option<usize> {
    const LETS: &[&str] = &["hear", "help", "let", "make", "see", "watch"];
    const OTHER: ClassSet = groups::NOUN.with(groups::LINK).with(groups::MODIFIER).with(groups::AUXILIARY);
    /// How many tokens it may have.
    const LONGEST: usize = 10;
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| !analysis.profile(clause.sentence).verb_final && !verb.passive)?;
    let at = object.end;
    let piece = clause.piece_of(at).filter(|_| verb.end() <= object.start && !analysis.is_any(at, OTHER))?;
    let acts = verb.means(analysis, LETS) && analysis.has_form(at, Class::Verb, Form::INFINITIVE);
    let suffers = role::has_or_becomes(analysis, verb) && analysis.has_form(at, Class::Verb, Form::PARTICIPLE);
    let end = if acts {
        // "let the man | go"
        let alone = analysis.kind(at + 1) == TokenKind::Terminal;
        let end = noun_phrase(analysis, at + 1, piece.end).or(alone.then_some(at + 1))?;
        genitive(analysis, end, piece.end).unwrap_or(end)
    } else if suffers {
        at + 1 + usize::from(analysis.is(at + 1, Class::Particle))
    } else {
        return None;
    };
    (end - at <= LONGEST).then_some(end)
}

/// "was convicted | of sending letters", "stopped | short of selling the plant": the end of what a gerund behind a preposition
/// tells, up to what it is done to.
pub(super) fn gerund(context: &Context<'_, '_, '_>, at: usize) -> Option<usize> {
    use Adposition::{About, Against, By, For, From, Of, To, Without};
    const LEADS: &[Adposition] = &[About, Against, By, For, From, Of, To, Without];
    /// How many tokens it may have.
    const LONGEST: usize = 12;
    let analysis = context.analysis;
    // "committed | to gradually opening its banks"
    let first = analysis.behind(at, Class::Adposition);
    let adverb = between(analysis, first) && analysis.has_form(first + 1, Class::Verb, Form::GERUND);
    let verb = first + usize::from(adverb);
    let other = groups::NOUN.or(&[Class::Adjective]);
    let leads = analysis.is_any_adposition(at, LEADS)
        && analysis.has_form(verb, Class::Verb, Form::GERUND)
        && !analysis.is_any(verb, other);
    let clause = context.clause_of(verb).filter(|_| leads)?;
    let end = if clause.kind == ClauseKind::Participle && clause.verb.as_ref().is_some_and(|found| found.finite == verb)
    {
        let object = of_event(context, clause).phrase.value.map(|object| analysis.tokens_of(object.span).end);
        object.or_else(|| noun_phrase(analysis, verb + 1, clause.extent().end))
    } else {
        noun_phrase(analysis, verb + 1, clause.piece_of(verb)?.end)
    };
    // "hundreds | of thousands | of letters"
    let limit = clause.extent().end;
    let further = |end: usize| genitive(analysis, end, limit).unwrap_or(end);
    let end = end.map(|end| further(further(end)));
    end.filter(|end| end - at <= LONGEST && *end > verb + 1)
}

/// "in | den Blick", "auf | das Spiel": an article that tells where something goes.
fn leads_to(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> bool {
    analysis.is(phrase.start, Class::Article)
        && can_be_accusative(analysis, phrase.start)
        && !is_dative(analysis, &phrase)
}

/// "ordered the contracts | to be examined", "verpflichtete die Firma, | 40 Stellen zu schaffen": the end of the infinitive
/// that goes on right behind the clause with an object, up to what its verb is done to.
pub(super) fn infinitive(context: &Context<'_, '_, '_>, clause: usize, object: &Range<usize>) -> Option<usize> {
    /// How many tokens it may have.
    const LONGEST: usize = 12;
    /// How many clauses may stand inside.
    const INSIDE: usize = 3;
    let governing = context.clauses.get(clause)?;
    let end = governing.extent().end;
    let follows = |start: usize| start == end || start == end + 1 && context.analysis.word(end) == ",";
    // "The bank, which advises him, asked the court | to overturn it"
    let at = (clause + 1..=clause + INSIDE).find(|at| {
        let next = context.clauses.get(*at);
        next.is_some_and(|next| next.kind == ClauseKind::Infinitive && follows(next.extent().start))
    });
    let at = at.unwrap_or(clause + 1);
    let next = context.clauses.get(at)?;
    let start = next.extent().start;
    let behind = follows(start);
    // What hangs on the object may stand between, neither subject nor finite verb ("Huber forderte Weber auf, …") and no part
    // of a quotation.
    let finite = governing.verb.as_ref().filter(|_| governing.kind == ClauseKind::Main).map(|verb| verb.finite);
    let fronted = [finite, governing.subject.as_ref().map(|subject| subject.start)];
    let fronted = fronted.into_iter().flatten().any(|at| (object.end..end.max(object.end)).contains(&at));
    let one = || (object.end..end.max(object.end)).all(|at| context.analysis.kind(at) == TokenKind::Word);
    let verb = next.verb.as_ref().filter(|verb| next.holds(verb.finite))?;
    let hangs =
        next.kind == ClauseKind::Infinitive && next.sentence == governing.sentence && behind && object.end <= start;
    if !hangs || fronted || !one() {
        return None;
    }
    let last = verb.end();
    let medial = !context.analysis.profile(next.sentence).verb_final;
    let object_of_verb = || of_event(context, next).phrase.value;
    let of_verb = if medial { object_of_verb() } else { None };
    let of_verb = of_verb.map(|object| context.analysis.tokens_of(object.span).end);
    let last = of_verb.unwrap_or(last).max(last);
    // "blood to enforce | that right", "asked him to film | it"
    let read = of_verb.is_none() && medial && last == verb.end();
    let further = if read { noun_phrase(context.analysis, last, next.extent().end) } else { None };
    let further = further.filter(|end| !context.is_time(context.analysis.span(end - 1..*end)));
    // "to improve | the way it works"
    let asked = || {
        let asked = context.clauses.get(at + 1).filter(|asked| read && asked.extent().start == last)?;
        let how = asked.kind == ClauseKind::Subordinate(Subordinator::How);
        asked.verb.as_ref().filter(|_| how).map(VerbGroup::end)
    };
    let further = further.or_else(asked);
    // "a trail to try | to find it": what the infinitive is done to is not read.
    let goes_on = read && further.is_none() && {
        let other = groups::LINK.with(groups::OPENER).with(groups::TIME).or(&[Class::Adverb, Class::Deictic]);
        let word = context.analysis.kind(last) == TokenKind::Word;
        word && !context.analysis.is_any(last, other) || infinitive_mark(context.analysis, last)
    };
    let last = further.unwrap_or(last);
    (!goes_on && last - object.end <= LONGEST).then_some(last)
}

/// "weigerte sich, | *das Werk zu verkaufen*", "verzichtete | *darauf, das Werk zu verkaufen*": the infinitive clause right behind one
/// without an object, with the word that points to it, where the verb of a subordinate clause stands last.
pub(super) fn infinitive_behind(context: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    /// How many tokens it may have, and those of the clause that are looked at.
    const LONGEST: usize = 12;
    const CLAUSE: usize = 30;
    let analysis = context.analysis;
    if !analysis.profile(clause.sentence).verb_final {
        return None;
    }
    let verb = clause.verb.as_ref().filter(|verb| !verb.equates(analysis))?;
    let end = clause.extent().end;
    let next = context.clause_of(end + 1).filter(|next| next.kind == ClauseKind::Infinitive)?;
    let (extent, infinitive) = (next.extent(), next.verb.as_ref()?);
    // "kamen, | *um* zu helfen"; "Frauen, die ihr angehören, | zu töten"
    let relative = clause.kind == ClauseKind::Relative && extent.start + 1 >= infinitive.head;
    let apart = analysis.is(extent.start, Class::Subordinator) || relative;
    let whole = next.sentence == clause.sentence
        && next.pieces.len() == 1
        && extent.contains(&infinitive.head)
        && extent.start <= end + 1
        && extent.len() <= LONGEST;
    if !whole || apart {
        return None;
    }
    // "ermutigte die Leute und ihn, es zu tun": whom it is done to is told right behind the verb alone.
    let subject = |at: usize| clause.subject.as_ref().is_some_and(|subject| subject.contains(&at));
    let told = whom(analysis, clause);
    let other = |at: usize| Some(at) != told && is_whom(analysis, clause, at);
    // "sah keinen Grund, zu zweifeln": what hangs on a noun.
    let last = end - 1;
    let own = verb.tokens.contains(&last) || analysis.is_reflexive(last) || subject(last) || told == Some(last);
    let time = || context.is_time(analysis.span(last..end));
    let points = !own && analysis.shape(last) == Shape::Lower && !time();
    // "Es gelang den Helfern, die Kinder zu retten"
    let succeeds = || {
        verb.means(analysis, role::SUCCEEDS)
            && clause.subject.as_ref().is_some_and(|own| analysis.is_pronoun(own.start, Pronoun::It))
    };
    if !(own || points || time() || succeeds()) || clause.tokens().take(CLAUSE).any(other) {
        return None;
    }
    let start = if points { last } else { extent.start };
    Some(start..infinitive.end())
}

/// "bot | *ihm* | an, das Haus zu kaufen": the pronoun right behind the finite verb that it is done to.
pub(super) fn whom(analysis: &Analysis<'_, '_>, clause: &Clause) -> Option<usize> {
    let at = clause.verb.as_ref()?.finite + 1;
    (clause.kind == ClauseKind::Main && clause.holds(at) && is_whom(analysis, clause, at)).then_some(at)
}

/// A personal pronoun that is no subject.
fn is_whom(analysis: &Analysis<'_, '_>, clause: &Clause, at: usize) -> bool {
    let pronoun = analysis.is(at, Class::Pronoun) && !analysis.is_any(at, groups::OPENS_PHRASE.with(groups::OPENER));
    let subject = clause.subject.as_ref().is_some_and(|subject| subject.contains(&at));
    pronoun && !analysis.is_reflexive(at) && !analysis.is_pronoun(at, Pronoun::It) && !subject
}
