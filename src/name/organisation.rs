//! Organisations named by their head noun, which is an ordinary word where nouns have capitals, so that no run holds it.

use super::Name;
use super::site::Site;
use super::unit::{FUNCTION, TIME, Unit, is_roman};
use crate::answer::{EntityType, Rule};
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Form};
use crate::rule::rules;

rules! {
    reads: super::Read;

    /// A body by its head noun and what it is for. With an indefinite article it is any such body.
    pub(super) ORG_PURPOSE = "org.purpose" {
        pattern: "[adjectives] head noun of organisations, preposition of purpose, nouns",
        languages: [De],
        precedence: 2,
        begins: [OrganisationHead],
        read: head_phrase,
        fires: [
            De "Das [Landesamt für Bienenkunde](ORG) warnt vor Milben.",
            De "Das [Landesamt für Milch, Eier und Honig](ORG) warnt vor Milben.",
        ],
        silent: [
            De "Ein Landesamt für Bienenkunde fehlt bis heute.",
            De "Das Landesamt der Bienenkunde warnt vor Milben.",
        ],
    }

    /// A body by its head noun and the place of its seat.
    pub(super) ORG_SEAT = "org.seat" {
        pattern: "[adjectives] head noun of organisations, place",
        languages: [De],
        precedence: 2,
        begins: [OrganisationHead],
        fires: [
            De "Das [Amtsgericht Lindau](ORG) wies die Klage ab.",
            De "Die [Technische Universität Lindau](ORG) warnt.",
        ],
        silent: [
            De "Das Amtsgericht in Lindau wies die Klage ab.",
            De "Ein Amtsgericht Lindau gibt es nicht.",
        ],
    }

    /// A body that bears a person's name before its head noun, joined by hyphens.
    pub(super) ORG_NAMESAKE = "org.namesake" {
        pattern: "[adjectives] person - head noun of organisations",
        languages: [De],
        precedence: 2,
        begins: [OrganisationHead],
        fires: [
            De "Die [Emma-Hardy-Stiftung](ORG) fördert zwei Schulen.",
        ],
        silent: [
            De "Die Jugend-Stiftung fördert zwei Schulen.",
            De "Die Stiftung der Emma Hardy fördert zwei Schulen.",
        ],
    }
}

/// A head noun with what names it: a capitalised adjective before it, "für …" or a place behind it.
///
/// de: "Bundesamt für Verfassungsschutz", "Technische Universität Berlin", "Landgericht Hamburg", "Max-Planck-Institut für
/// Physik"; not "die Firma für Gartenbau", "eine Universität in Berlin".
fn head_phrase(site: &mut Site<'_, '_, '_>, at: usize, head: &Unit) {
    if site.is_plural(head, Class::OrganisationHead) {
        return;
    }
    let start = adjective_before(site, at);
    let namesake = head.compound() && {
        let first = head.start as usize;
        head.tokens().len() >= 5 && site.analysis.senses_of(first, Class::GivenName).any(|sense| sense.length == 1)
    };
    // "ein Institut für …" is any such institute.
    if !namesake && site.frame.before(start).is_some_and(|unit| unit.is(Class::IndefiniteArticle)) {
        return;
    }
    let (end, rule): (usize, &'static Rule) = if let Some(end) = purpose(site, at + 1) {
        (end, &ORG_PURPOSE)
    } else if let Some(end) = place_behind(site, at) {
        (end, &ORG_SEAT)
    } else if namesake {
        (at + 1, &ORG_NAMESAKE)
    } else {
        return;
    };
    site.push(start..end, rule, Name::new(EntityType::Org, 75));
}

/// The start of the capitalised adjectives before a head noun, at most two; a sentence's first word says nothing.
fn adjective_before(site: &Site<'_, '_, '_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 && start + 2 > at {
        let Some(before) = site.frame.before(start) else {
            break;
        };
        let adjective = before.is_any(ADJECTIVE) && !before.is(Class::Noun) && !before.is_any(FUNCTION.with(TIME));
        if !before.capital() || before.opens() || !adjective {
            break;
        }
        start -= 1;
    }
    start
}

const ADJECTIVE: ClassSet = ClassSet::of(&[Class::Adjective, Class::PlaceAdjective]);

/// "für Arbeit und Soziales": behind the nouns of a purpose.
fn purpose(site: &Site<'_, '_, '_>, at: usize) -> Option<usize> {
    let frame = site.frame;
    let token = frame.get(at)?.start as usize;
    let mut adpositions = site.analysis.senses_of(token, Class::Adposition).peekable();
    let of_purpose = adpositions.peek().is_some()
        && adpositions.all(|sense| Adposition::from_value(sense.value) == Some(Adposition::For));
    let noun = |at: usize| {
        frame.get(at).is_some_and(|unit| {
            unit.is_word() && unit.capital() && !unit.is_any(FUNCTION.with(TIME)) && !unit.is_any(PERSON)
        })
    };
    if !of_purpose || !noun(at + 1) {
        return None;
    }
    let mut end = at + 2;
    if noun(end) {
        end += 1;
    }
    // "Wirtschaft, Energie und Verkehr"
    for _ in 0..2 {
        let comma = frame.get(end).is_some_and(|unit| site.analysis.word(unit.start as usize) == ",");
        let more = (end + 2..end + 4).any(|at| frame.get(at).is_some_and(|unit| unit.is(Class::Coordinator)));
        if comma && noun(end + 1) && more {
            end += 2;
        }
    }
    if frame.get(end).is_some_and(|unit| unit.is(Class::Coordinator)) && noun(end + 1) && !proper(site, end + 1) {
        end += 2;
        if noun(end) && frame.get(end - 1).is_some_and(|unit| unit.is(Class::Adjective)) {
            end += 1;
        }
    }
    Some(end)
}

const PERSON: ClassSet = ClassSet::of(&[Class::GivenName, Class::Country]);

/// A name or a role, which begins something new.
fn proper(site: &Site<'_, '_, '_>, at: usize) -> bool {
    site.known_from(at).is_some() || site.frame.get(at).is_some_and(|unit| unit.is_any(NEW))
}

const NEW: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::Role, Class::Title, Class::GivenName]);

/// The place behind a head noun of a body that has its seat there: "Landgericht Hamburg", "Universität Leipzig".
fn place_behind(site: &Site<'_, '_, '_>, at: usize) -> Option<usize> {
    let known = site.known_from(at + 1)?;
    let seat =
        known.kind() == EntityType::Loc && known.sense.class == Class::Place && !known.sense.form.has(Form::GENITIVE);
    // "Landgericht München I"
    let numbered = site.frame.get(known.units.end).is_some_and(|unit| {
        let word = site.analysis.word(unit.start as usize);
        is_roman(word) && !word.ends_with('.')
    });
    seat.then_some(known.units.end + usize::from(numbered))
}
