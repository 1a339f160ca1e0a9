//! Clauses that leave their verb out and tell an amount of another subject: "won 12 seats, the Liberals | 10 and Labour |
//! five".

use std::ops::Range;

use smallvec::SmallVec;

use super::constituent::{behind_bound, is_nominal, is_time, joins_nouns, skipped};
use super::{Clause, ClauseKind, Pieces, VerbGroup, View};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::number::{self, Written};
use crate::reading::phrase::{
    begins_genitive, can_be_accusative, is_oblique, is_preposition, noun_phrase, prepositional_phrase,
};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// An amount, perhaps behind a preposition or what it measures: "12 seats", "auf 30,79 Prozent", "a profit of 5 million".
struct Remnant {
    /// The preposition's first token.
    preposition: Option<usize>,
    /// What it measures stands before it.
    measures: bool,
    /// The noun or unit behind the number.
    unit: Option<usize>,
    end: usize,
}

/// Cuts off what tells the same of others, from one clause of the sentence on.
pub(super) fn split(view: View<'_, '_, '_>, clauses: &mut Vec<Clause>, from: usize) {
    let mut at = from;
    while let Some(clause) = clauses.get(at) {
        let subjects = subjects(view, clause);
        let mut rest: SmallVec<[Clause; 4]> = SmallVec::new();
        for (place, subject) in subjects.iter().enumerate() {
            let end = subjects.get(place + 1).map_or(clause.extent().end, |next| next.start);
            rest.push(Clause {
                sentence: clause.sentence,
                pieces: within(view.analysis, &clause.pieces, subject.start..end),
                kind: clause.kind,
                verb: clause.verb.clone(),
                subject: Some(subject.clone()),
                object: None,
                coordinate: false,
                shared: true,
            });
        }
        if let Some(first) = subjects.first()
            && let Some(clause) = clauses.get_mut(at)
        {
            let start = clause.extent().start;
            clause.pieces = within(view.analysis, &clause.pieces, start..first.start);
        }
        for clause in rest {
            let start = clause.extent().start;
            let place = clauses.partition_point(|other| other.extent().start < start);
            clauses.insert(place, clause);
        }
        at += 1;
    }
}

/// The subjects of what follows a clause's own words without a verb.
fn subjects(view: View<'_, '_, '_>, clause: &Clause) -> SmallVec<[Range<usize>; 4]> {
    let analysis = view.analysis;
    let mut found = SmallVec::new();
    let (Some(verb), Some(subject)) = (clause.verb.as_ref(), clause.subject.as_ref()) else {
        return found;
    };
    let last = verb.tokens.last().copied().unwrap_or(verb.finite);
    if clause.kind != ClauseKind::Main || clause.shared || verb.negated || !clause.holds(subject.start) {
        return found;
    }
    if let Some(other) = other_object(view, clause, verb) {
        found.push(other);
        return found;
    }
    let Some(told) = clause.piece_of(verb.finite).and_then(|piece| {
        let behind = verb.finite.max(if subject.start > verb.finite { subject.end - 1 } else { 0 }) + 1;
        told(view, behind..piece.end, verb)
    }) else {
        return found;
    };
    for piece in clause.pieces.iter().filter(|piece| piece.end > told.end) {
        let comma = piece.start > told.end && analysis.word(piece.start - 1) == ",";
        let first = comma.then_some(piece.start);
        let others = first.map(|at| followers(view, at..piece.end)).unwrap_or_default();
        if !others.is_empty() {
            found.extend(others);
            continue;
        }
        let joined = (piece.start.max(told.end)..piece.end).filter(|at| joins_nouns(analysis, *at)).map(|at| at + 1);
        for at in first.into_iter().chain(joined) {
            let gap = subject_at(analysis, at, piece.end).filter(|subject| {
                let named = !told.measures || is_name(analysis, subject);
                named
                    && remnant(view, subject.end..piece.end)
                        .is_some_and(|other| is_alike(analysis, &told, &other, last))
            });
            found.extend(gap);
        }
    }
    found
}

/// "Siemens baut Züge und | Bosch | Motoren": a name behind the object of another, with an object of the same form that ends the
/// clause.
fn other_object(view: View<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    let analysis = view.analysis;
    let start = verb.finite + 1;
    let piece = clause.piece_of(verb.finite).filter(|_| view.profile.verb_final && verb.tokens.len() == 1)?;
    // "An der Straße sichern ein Zaun und Draht das Gelände"
    clause.subject.as_ref().filter(|subject| subject.end <= verb.finite)?;
    let phrase = |at: usize| {
        let end = noun_phrase(analysis, at, piece.end)?;
        (!is_preposition(analysis, at) && !is_time(analysis, at..end) && is_nominal(analysis, at..end)).then_some(end)
    };
    let end = phrase(start).filter(|end| analysis.is_coordinator(*end, Coordinator::And))?;
    let subject = end + 1..phrase(end + 1)?;
    let other = phrase(subject.end)?;
    let ends = other == piece.end || analysis.kind(other) == TokenKind::Terminal;
    let article = |at: usize| analysis.is_any(at, groups::DETERMINER);
    let alike = article(start) == article(subject.end) && !is_name(analysis, &(start..end));
    let object = can_be_accusative(analysis, subject.end) && !begins_genitive(analysis, subject.end);
    (ends && alike && object && is_name(analysis, &subject) && !is_name(analysis, &(subject.end..other)))
        .then_some(subject)
}

/// "kam auf 32 Prozent, gefolgt von | der SPD | mit 20 und | den Grünen | mit 15 Prozent": who follows with other amounts.
fn followers(view: View<'_, '_, '_>, tokens: Range<usize>) -> SmallVec<[Range<usize>; 4]> {
    const MOST: usize = 4;
    let analysis = view.analysis;
    let mut found = SmallVec::new();
    let follows = analysis.senses_of(tokens.start, Class::Verb).any(|sense| analysis.means(*sense, &["follow"]));
    let mut by = tokens.start + 1;
    while follows && found.len() < MOST && by + 1 < tokens.end {
        let led = analysis.is_adposition(by, Adposition::By);
        let start = by + usize::from(led);
        let Some(end) = noun_phrase(analysis, start, tokens.end).filter(|_| led || !found.is_empty()) else {
            break;
        };
        let Some(amount) = remnant(view, end..tokens.end) else {
            break;
        };
        found.push(start..end);
        if !joins_nouns(analysis, amount.end) {
            break;
        }
        by = amount.end + 1;
    }
    found
}

/// The amount that the verb's own clause tells right behind verb and subject.
fn told(view: View<'_, '_, '_>, behind: Range<usize>, verb: &VerbGroup) -> Option<Remnant> {
    let analysis = view.analysis;
    let mut at = behind.start;
    while at < behind.end {
        let when = if is_preposition(analysis, at) {
            prepositional_phrase(analysis, at, behind.end)
        } else {
            noun_phrase(analysis, at, behind.end)
        };
        let time = when.filter(|end| is_time(analysis, at..*end) && analysis.kind(*end - 1) != TokenKind::Number);
        match time {
            Some(end) => at = end,
            None if verb.tokens.contains(&at) => at += 1,
            None => break,
        }
    }
    remnant(view, at..behind.end)
}

/// The amount that begins at a stretch's first token, behind adverbs.
fn remnant(view: View<'_, '_, '_>, tokens: Range<usize>) -> Option<Remnant> {
    const UNIT: ClassSet = groups::UNIT.with(groups::NOUN).or(&[Class::Conversion]);
    let analysis = view.analysis;
    let s = Sentence::new(analysis, analysis.sentence_of(tokens.start))?;
    let bound = |at: usize| behind_bound(analysis, at, tokens.end);
    let number = |at: usize| {
        let at = at + usize::from(analysis.kind(at) == TokenKind::Symbol);
        if at < tokens.end { number::read(&s, at).filter(|found| found.written != Written::One) } else { None }
    };
    let first = bound(tokens.start);
    let measured =
        || noun_phrase(analysis, first, tokens.end).filter(|end| analysis.is_adposition(*end, Adposition::Of));
    let measured = if number(first).is_none() { measured() } else { None };
    let at = measured.unwrap_or(first);
    let preposition = is_preposition(analysis, at).then_some(at);
    let end = number(if preposition.is_some() { bound(at + 1) } else { at })?.tokens.end;
    let percent = analysis.kind(end) == TokenKind::Symbol;
    let unit = (percent || analysis.is_any(end, UNIT)).then_some(end).filter(|unit| *unit < tokens.end);
    Some(Remnant { preposition, measures: measured.is_some(), unit, end: end + usize::from(unit.is_some()) })
}

/// Whether two amounts stand in the same place: behind the same preposition and in the same unit, where both have one, and
/// with nothing behind the second that belongs to it.
fn is_alike(analysis: &Analysis<'_, '_>, told: &Remnant, other: &Remnant, last: usize) -> bool {
    let preposition = |remnant: &Remnant| {
        remnant.preposition.and_then(|at| analysis.sense(at, Class::Adposition)).map(|sense| sense.value)
    };
    let unit = |remnant: &Remnant| remnant.unit.map(|at| analysis.word(at));
    let governed = told.preposition.is_some() && other.preposition.is_some();
    let units = governed || unit(told).zip(unit(other)).is_none_or(|(one, other)| one == other);
    let ends = analysis.kind(other.end) != TokenKind::Word
        || other.end == last
        || is_preposition(analysis, other.end)
        || joins_nouns(analysis, other.end)
        || analysis.is(other.end, Class::Adverb);
    preposition(told) == preposition(other) && units && ends && analysis.kind(other.end) != TokenKind::Number
}

/// The noun phrase at a token, where it can be the subject of a clause of its own.
fn subject_at(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<Range<usize>> {
    if skipped(analysis, at) || is_preposition(analysis, at) {
        return None;
    }
    let core = noun_phrase(analysis, at, end)?;
    // "die Medien | des Verlags | auf 12 Millionen"
    let phrase = at..if begins_genitive(analysis, core) { noun_phrase(analysis, core, end)? } else { core };
    let numbered = analysis.kind(at) == TokenKind::Number || analysis.is_any(at, groups::AMOUNT);
    (!numbered
        && !is_oblique(analysis, at)
        && !is_time(analysis, phrase.clone())
        && is_nominal(analysis, phrase.clone()))
    .then_some(phrase)
}

/// Whether a phrase is a name: what something measures may stand in its place else.
fn is_name(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.clone().all(|at| analysis.shape(at) != Shape::Lower && !analysis.is_any(at, groups::NOUN))
}

/// The parts of pieces that lie in a stretch, without a conjunction at its end.
fn within(analysis: &Analysis<'_, '_>, pieces: &Pieces, stretch: Range<usize>) -> Pieces {
    let end = stretch.end - usize::from(stretch.end > stretch.start + 1 && joins_nouns(analysis, stretch.end - 1));
    let part = |piece: &Range<usize>| piece.start.max(stretch.start)..piece.end.min(end);
    pieces.iter().map(part).filter(|piece| piece.start < piece.end).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::clause::shown;

    #[test]
    fn another_subject_with_its_amount_shares_the_verb() {
        assert_eq!(
            shown("en", "The Greens won 12 seats, the Liberals 10 and Labour five."),
            ["The Greens | won | win", "the Liberals | won | win", "Labour | won | win"]
        );
        assert_eq!(
            shown("de", "Damit kommen die Grünen auf 12 Prozent (9 Sitze), die Liberalen auf 8 Prozent."),
            ["die Grünen | kommen | kommen", "die Liberalen | kommen | kommen"]
        );
        assert_eq!(
            shown("de", "Bern erzielt einen Umsatz von 750 Millionen Euro, Basel von 500 Millionen.")[1],
            "Basel | erzielt | erzielen"
        );
    }

    #[test]
    fn another_name_with_its_object_shares_the_verb() {
        assert_eq!(
            shown("de", "Siemens baut Züge und Bosch Motoren."),
            ["Siemens | baut | bauen", "Bosch | baut | bauen"]
        );
        assert_eq!(shown("de", "Siemens baut Züge und Teile von Motoren.").len(), 1);
        assert_eq!(shown("de", "Siemens traf Huber und Weber den Abend darauf.").len(), 1);
    }

    #[test]
    fn what_is_bought_or_beaten_is_no_subject() {
        let clauses = |lang, text| shown(lang, text).len();
        assert_eq!(clauses("de", "Er kaufte eine Wohnung für 300.000 Euro und ein Auto für 20.000 Euro."), 1);
        assert_eq!(
            clauses("de", "Bern erzielt einen Umsatz von 750 Millionen Euro, einen Gewinn von 500 Millionen."),
            1
        );
        assert_eq!(clauses("en", "Germany beat Spain 3-1 and France 2-0."), 1);
        assert_eq!(clauses("en", "The firm sold 52 cars and 37 boats."), 1);
        assert_eq!(clauses("en", "The firm won no seats, the Liberals 10."), 1);
    }
}
