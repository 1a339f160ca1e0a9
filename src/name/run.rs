//! Runs: capitalised units that stand together and may be one name.

use std::ops::Range;

use super::frame::Frame;
use super::unit::{PERSON, TIME, Unit, is_roman};
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::text::TokenKind;

/// Heads after which "of X" belongs to the name.
const HEADS: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead]);
/// What can go on a list inside a name.
const LIST: ClassSet = ClassSet::of(&[Class::Noun, Class::Adjective]);

/// Whether a unit may be part of a name for what it is by itself.
///
/// Where nouns have capitals, ordinary words are no parts of names, unless a given name stands before them.
pub(super) fn namelike(frame: &Frame, at: usize, begins: bool) -> bool {
    let Some(unit) = frame.get(at) else {
        return false;
    };
    if !unit.is_word() || !unit.capital() {
        return false;
    }
    if unit.initial() {
        return true;
    }
    if unit.function() && !unit.is_any(PERSON) || unit.function() && unit.opens() {
        return false;
    }
    if unit.is_any(TIME) && !unit.is(Class::GivenName) {
        return false;
    }
    if !frame.is_plain(unit) || unit.is(Class::GivenName) && !unit.function() {
        return true;
    }
    let surname_place = !begins
        && frame.before(at).is_some_and(|before| {
            before.is(Class::GivenName) && !before.ordinary() || before.initial() || before.is(Class::NameParticle)
        });
    if unit.is(Class::Surname) && !unit.function() {
        return surname_place;
    }
    // A capitalised adjective inside a sentence begins a name: "Fair Cart Alliance".
    let adjective = begins
        && !unit.opens()
        && unit.is(Class::Adjective)
        && !unit.is_any(NOUNS)
        && frame.get(at + 1).is_some_and(|next| next.capital() && next.is_word() && !next.ordinary());
    adjective
        || surname_place && (!unit.is_any(HEADS_OR_ROLES) || unit.by_tail())
        || !begins && !unit.opens() && unit.is(Class::OrganisationHead) && !unit.is(Class::Noun) && !unit.by_tail()
}

/// Ordinary nouns.
const NOUNS: ClassSet = ClassSet::of(&[Class::Noun, Class::Role, Class::Demonym, Class::PlaceAdjective]);
/// What is no surname.
const HEADS_OR_ROLES: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::Title, Class::Demonym]);

/// The run that begins at a unit: capitalised units with initials, particles, "&" and "of X" between them.
pub(super) fn at(analysis: &Analysis<'_, '_>, frame: &Frame, start: usize) -> Option<Range<usize>> {
    if !namelike(frame, start, true) {
        return None;
    }
    let mut end = start + 1;
    // A bound keeps lists of names without commas from becoming one.
    while end < start + 12 {
        match step(analysis, frame, start, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    Some(start..end)
}

/// Where a run that has come to `end` can go on to.
fn step(analysis: &Analysis<'_, '_>, frame: &Frame, start: usize, end: usize) -> Option<usize> {
    let (unit, last) = (frame.get(end)?, frame.get(end - 1)?);
    if let Some(until) = legal_form(analysis, frame, end) {
        return Some(until);
    }
    match unit.kind {
        TokenKind::Word if unit.capital() => {
            let numeral = last.is(Class::GivenName) && is_roman(analysis.word(unit.start as usize));
            (numeral || namelike(frame, end, false)).then_some(end + 1)
        }
        TokenKind::Word => {
            let token = unit.start as usize;
            if frame.of_joins_names && analysis.is_any_adposition(token, &[Adposition::Of, Adposition::For]) {
                let article = frame.get(end + 1)?;
                let next = end + 1 + usize::from(article.is(Class::Article) && !article.capital());
                return (has_head(analysis, frame, start, end) && namelike(frame, next, true)).then_some(next + 1);
            }
            if let Some(particle) = analysis.sense(token, Class::NameParticle) {
                let until = frame.sense_end(end, particle)?;
                // "von" and "der" are words of grammar elsewhere.
                let likely =
                    last.is_any(PERSON) || last.initial() || !last.ordinary() && (end > start + 1 || !unit.function());
                return (likely && !unit.is(Class::Coordinator) && namelike_after_particle(frame, until))
                    .then_some(until + 1);
            }
            // "Department of Health and Human Services", but not "University of Leeds and Mary Smith".
            let list = analysis.is(token, Class::Coordinator)
                && last.is(Class::Noun)
                && (start + 1..end).any(|at| {
                    frame.get(at).is_some_and(|unit| analysis.is_adposition(unit.start as usize, Adposition::Of))
                        && frame.before(at).is_some_and(|unit| unit.is(Class::OrganisationHead))
                })
                && frame.get(end + 1).is_some_and(|next| next.capital() && next.is_any(LIST) && !next.is_any(PERSON));
            list.then_some(end + 2)
        }
        TokenKind::Symbol
            if analysis.word(unit.start as usize) == "&" && analysis.space_before(unit.start as usize) =>
        {
            let next = frame.get(end + 1)?;
            (next.capital() && next.is_word()).then_some(end + 2)
        }
        _ => None,
    }
}

fn namelike_after_particle(frame: &Frame, at: usize) -> bool {
    frame.get(at).is_some_and(|unit| {
        unit.is_word()
            && unit.capital()
            && !unit.upper()
            && !unit.function()
            && !unit.is_any(TIME)
            && !unit.is(Class::Organisation)
    })
}

/// Whether the units so far end in a head noun after which "of" goes on with the name.
fn has_head(analysis: &Analysis<'_, '_>, frame: &Frame, start: usize, end: usize) -> bool {
    let Some(last) = frame.get(end - 1) else {
        return false;
    };
    last.is_any(HEADS) && !last.is(Class::Role) && covering(analysis, frame, start, end, Class::Role).is_none()
}

/// The sense of a class that ends at unit `end`, beginning no earlier than `start`, at most four units back.
pub(super) fn covering(
    analysis: &Analysis<'_, '_>,
    frame: &Frame,
    start: usize,
    end: usize,
    class: Class,
) -> Option<usize> {
    (start.max(end.saturating_sub(4))..end).find(|&at| {
        let Some(unit) = frame.get(at) else {
            return false;
        };
        if unit.is(class) && at + 1 == end {
            return true;
        }
        let token = unit.start as usize;
        analysis.is(token, class)
            && analysis
                .senses(token)
                .iter()
                .any(|sense| sense.class == class && frame.sense_end(at, *sense) == Some(end))
    })
}

/// The end of a legal form that begins at a unit, perhaps after a comma: "GmbH & Co. KG", ", Inc.".
pub(super) fn legal_form(analysis: &Analysis<'_, '_>, frame: &Frame, at: usize) -> Option<usize> {
    let unit = frame.get(at)?;
    if unit.kind == TokenKind::Separator && analysis.word(unit.start as usize) == "," {
        return frame
            .get(at + 1)
            .filter(|next| next.is_word() && next.capital())
            .and_then(|_| legal_at(analysis, frame, at + 1));
    }
    legal_at(analysis, frame, at)
}

fn legal_at(analysis: &Analysis<'_, '_>, frame: &Frame, at: usize) -> Option<usize> {
    let token = frame.get(at)?.start as usize;
    let sense = analysis.sense(token, Class::LegalForm)?;
    frame.sense_end(at, sense)
}

/// The end of the longest sense of a class that begins at a unit.
pub(super) fn phrase(analysis: &Analysis<'_, '_>, frame: &Frame, at: usize, class: Class) -> Option<usize> {
    let unit: &Unit = frame.get(at)?;
    let token = unit.start as usize;
    if analysis.is(token, class) {
        let sense = analysis.sense(token, class)?;
        if let Some(end) = frame.sense_end(at, sense) {
            return Some(end);
        }
    }
    unit.is(class).then_some(at + 1)
}
